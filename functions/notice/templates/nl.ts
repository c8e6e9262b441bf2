import type { Texts } from "../texts.ts";

/** Every Dutch word that a desk reads from us; `en.ts` says what each text is for. */
export const dutch: Texts = {
  language: "nl",
  name: "Dutch",
  parts: {
    "mark.reminder": "Herinnering {{reminder}}",
    "mark.escalation": "Escalatie",
    "mark.moved": "Geen actie meer nodig",
    "mark.withdrawal": "INGETROKKEN",
    "mark.correction": "CORRECTIE",

    "type.csam": "materiaal van seksueel kindermisbruik",
    "type.csem": "seksuele uitbuiting van kinderen",
    "type.ncii": "intieme beelden zonder toestemming",
    "type.terrorism": "terroristische inhoud",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "botnet",
    "type.fraud": "oplichting",
    "type.brand": "merkinbreuk",
    "type.copyright": "auteursrechtinbreuk",
    "type.exposed-data": "blootgestelde gegevens",
    "type.other": "schadelijke inhoud",

    "what.csam": "materiaal van seksueel kindermisbruik",
    "what.csem": "seksuele uitbuiting van een kind",
    "what.ncii": "intieme beelden die zonder toestemming van de afgebeelde persoon zijn gepubliceerd",
    "what.terrorism": "inhoud die aanzet tot terrorisme of het steunt",
    "what.phishing": "phishing",
    "what.malware": "verspreiding van malware",
    "what.botnet": "aansturing van een botnet",
    "what.fraud": "oplichting",
    "what.brand": "misleidend gebruik van een merk",
    "what.copyright": "gebruik van een beschermd werk zonder toestemming",
    "what.exposed-data": "gegevens die zonder recht openbaar zijn gemaakt",
    "what.other": "schadelijke inhoud",

    "place.url": "op {{host}}",
    "place.host": "op {{host}}",
    "place.peer": "door {{host}}, poort {{port}}",
    "place.account": "in een account bij {{host}}",
    "place.several": "op {{count}} adressen{{#host}} op {{host}}{{/host}}",
    "where.url": "Exact adres, onklikbaar gemaakt (lees hxxp als http, [.] als ., [:] als :):",
    "where.host": "Exacte plaats, onklikbaar gemaakt (lees [.] als ., [:] als :), alles op deze host:",
    "where.peer": "Exacte plaats, onklikbaar gemaakt (lees [.] als ., [:] als :):",
    "where.account": "Exacte plaats, onklikbaar gemaakt (lees [.] als ., [:] als :):",
    "where.several":
      "De exacte adressen staan in de lijst aan het eind van deze e-mail, elk één keer, met ons nummer en het tijdstip waarop het voor het eerst is gezien; onklikbaar gemaakt (lees hxxp als http, [.] als ., [:] als :).",
    "where.port": "poort",
    "where.account-name": "account",

    "lead.first": "Wij melden {{>what}} {{>place}}, voor het eerst gezien {{seen}}. {{>please}}.",
    "lead.reminder":
      "Herinnering {{reminder}}: wij hebben u {{>what}} {{>place}} gemeld en kennen geen antwoord dat de zaak afdoet. {{>please}}.",
    "lead.escalation":
      "Wij melden u {{>what}} {{>place}}, omdat degenen die wij eerder hebben ingelicht er voor zover wij weten geen einde aan hebben gemaakt. {{>please}}.",
    "lead.moved":
      "Over onze melding ({{>what}} {{>place}}): de inhoud wordt niet meer vanuit uw netwerk aangeboden. U hoeft niets meer te doen. Hartelijk dank.",
    "lead.withdrawal":
      "Wij trekken onze melding in ({{>what}} {{>place}}). Neem naar aanleiding daarvan geen maatregelen en maak ongedaan wat u uitsluitend op ons woord hebt gedaan. Wij bieden onze excuses aan.",
    "lead.correction":
      "Wij corrigeren onze melding ({{>what}} {{>place}}, voor het eerst gezien {{seen}}). {{>please}}. Gebruik de gegevens in deze e-mail in plaats van de eerdere.",
    "may-be-second":
      "Mogelijk hebt u deze melding al ontvangen: wij konden niet vaststellen of onze eerdere e-mail u heeft bereikt. Wilt u beide als één melding behandelen.",

    "please.host":
      "Wij verzoeken u het bewijs veilig te stellen en de inhoud daarna te verwijderen of ontoegankelijk te maken",
    "please.upstream": "Wij verzoeken u de inhoud door uw klant te laten verwijderen of deze niet langer door te geven",
    "please.front":
      "Wij verzoeken u dit niet langer via uw netwerk aan te bieden en deze melding door te sturen naar de hostingpartij daarachter",
    "please.registrar": "Wij verzoeken u op te treden tegen dit gebruik van de domeinnaam",
    "please.hotline": "Wij verzoeken u dit te beoordelen en volgens uw nationale procedure te laten verwijderen",
    "please.cert":
      "Wij verzoeken u het verantwoordelijke netwerk binnen uw werkgebied hieraan een einde te laten maken",
    "please.site": "Wij verzoeken u dit van uw site te verwijderen en de weg te sluiten waarlangs het daar is gekomen",

    "relation.platform":
      "U ontvangt dit als abuse-afdeling van de dienst waarop dit is gezien{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "U ontvangt dit als abuse-contact van het netwerk vanwaar dit wordt aangeboden{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "U ontvangt dit als abuse-contact van de dienst die vóór de hostingpartij staat{{#range}} ({{range}}){{/range}}; de inhoud zelf kan elders staan.",
    "relation.upstream":
      "U ontvangt dit als abuse-contact van het netwerk waarop het hostingnetwerk is aangesloten{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "U ontvangt dit als abuse-contact van de registrar van het domein{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "U ontvangt dit als meldpunt van het land waar dit wordt gehost{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "U ontvangt dit als computercrisisteam (CERT) van het land waar dit wordt gehost{{#country}} ({{country}}){{/country}}.",
    "relation.site": "U ontvangt dit als contact van de site zelf.",

    "label.seen": "Voor het eerst gezien:",
    "label.channel": "Gezien op:",
    "label.addresses": "IP-adres:",
    "label.looked-up": "opgezocht",
    "label.explanation": "Waarom het dit is:",
    "label.imitates": "Nagebootst of geschonden:",
    "label.legitimate-site": "Rechtmatige plaats:",
    "label.reproduce": "Hoe het te zien is:",
    "label.classification": "Classificatie:",
    "label.assessed": "Beoordeeld door:",
    "label.hash": "Hash:",
    "label.notifier": "Melder:",
    "label.sender": "Verzonden door:",
    live: "Gemeld als iets wat nu live plaatsvindt.",
    organisations: "Gemeld door {{organisations}} organisaties.",
    "assessed.manual-review": "een persoon bij de meldende organisatie",
    "assessed.hash-match": "overeenkomst met een lijst van bekende hashes",
    "assessed.user-report": "melding van een gebruiker, doorgegeven door de meldende organisatie",
    "assessed.automated-scan": "geautomatiseerde scan",
    "assessed.unstated": "de meldende organisatie, methode niet vermeld",
    "channel.website": "een website",
    "channel.message-board": "een forum",
    "channel.chat-room": "een chatroom",
    "channel.peer-to-peer": "een peer-to-peernetwerk",
    "channel.instant-messaging": "een berichtendienst",
    "channel.live-stream": "een livestream",
    "channel.file-host": "een bestandshost",
    "channel.e-mail": "e-mail",

    "ask.child-abuse.host":
      "Ons verzoek: 1. Stel vóór verwijdering het materiaal veilig, met de gegevens over wie het heeft geplaatst en wie het heeft bekeken, zoals uw recht vereist en alleen toegankelijk voor wie daartoe bevoegd is. 2. Verwijder het of maak het ontoegankelijk. 3. Meld het bij uw politie of meldpunt. 4. Waarschuw degene die het heeft geplaatst niet. Stuur ons niets van het materiaal.",
    "ask.child-abuse.upstream":
      "Ons verzoek: laat uw klant het bewijs veiligstellen en het materiaal onmiddellijk verwijderen; gebeurt dat niet, geef het adres dan niet langer door. Waarschuw degene die het heeft geplaatst niet. Stuur ons niets van het materiaal.",
    "ask.child-abuse.registrar":
      "Ons verzoek: ga na of uw voorwaarden toestaan dat u het oplossen van de domeinnaam stopzet, stel de registratiegegevens veilig voor de politie en waarschuw de houder niet. Stuur ons niets van het materiaal.",
    "ask.child-abuse.hotline":
      "Ons verzoek: beoordeel de locatie, licht uw politie en de hoster in volgens uw nationale procedure en laat ons weten als de hoster nog niet mag worden ingelicht.",
    "ask.child-abuse.cert":
      "Ons verzoek: licht uw politie of meldpunt in en laat ons weten wie in uw land dit kan laten verwijderen.",
    "ask.intimate.host":
      "Ons verzoek: verwijder de beelden of maak ze ontoegankelijk, verwijder identieke kopieën voor zover u die kunt vinden en bewaar de gegevens over wie ze heeft geplaatst. Stuur ons geen van de beelden.",
    "ask.terrorism.host":
      "Ons verzoek: beoordeel de inhoud, bewaar deze met de gegevens over wie haar heeft geplaatst en verwijder haar of maak haar ontoegankelijk waar zij in strijd is met de wet of uw voorwaarden.",
    "ask.crime.host":
      "Ons verzoek: bewaar de logbestanden en bestanden als bewijs, haal de pagina, het bestand of de machine offline en licht uw klant in als in diens systeem is ingebroken.",
    "ask.crime.registrar":
      "Ons verzoek: onderzoek het bewijs in deze e-mail en stop of verstoor het gebruik als u vaststelt dat de domeinnaam voor dit misbruik wordt gebruikt. Behoort de naam toe aan een slachtoffer bij wie is ingebroken, licht dan in plaats daarvan de houder in.",
    "ask.crime.cert":
      "Ons verzoek: geef dit door aan het verantwoordelijke netwerk binnen uw werkgebied en laat ons weten als u meer nodig hebt.",
    "ask.rights.host":
      "Ons verzoek: onderzoek het hier beschreven gebruik en verwijder het of maak het ontoegankelijk waar u het onrechtmatig of in strijd met uw voorwaarden acht.",
    "ask.rights.registrar":
      "Ons verzoek: stuur deze melding door naar de houder en toets de registratie aan uw voorwaarden.",
    "ask.exposed.host":
      "Ons verzoek: maak de gegevens onmiddellijk ontoegankelijk, bewaar de toegangslogs en licht uw klant in, zodat die de betrokkenen kan waarschuwen.",
    "ask.host":
      "Ons verzoek: stel het bewijs veilig, onderzoek de inhoud en verwijder deze of maak deze ontoegankelijk waar zij in strijd is met de wet of uw voorwaarden.",
    "ask.front":
      "Ons verzoek: bied het adres niet langer via uw netwerk aan als het in strijd is met de wet of uw voorwaarden, stuur deze melding door naar de hostingpartij daarachter, en laat ons weten wie dat is.",
    "ask.upstream":
      "Ons verzoek: laat uw klant hieraan een einde maken op grond van uw gebruiksvoorwaarden; gebeurt dat niet, geef het adres dan niet langer door.",
    "ask.registrar":
      "Ons verzoek: stuur deze melding door naar de houder of uw wederverkoper en toets het gebruik van de domeinnaam aan uw voorwaarden.",
    "ask.hotline": "Ons verzoek: beoordeel de locatie en handel volgens uw nationale procedure.",
    "ask.cert": "Ons verzoek: geef dit door aan wie er binnen uw werkgebied een einde aan kan maken.",
    "ask.site":
      "Ons verzoek: bewaar een kopie van de logbestanden, verwijder de pagina of het bestand en ga na hoe het daar is gekomen; uw hoster kan u helpen.",

    "ground.dsa":
      "Dit is een melding op grond van artikel 16 van Verordening (EU) 2022/2065 (digitaledienstenverordening). Gelieve de ontvangst te bevestigen en ons uw beslissing mee te delen.",
    "ground.dsa-life":
      "Artikel 18 verplicht hostingdiensten om bij een vermoeden van een misdrijf tegen leven of veiligheid de autoriteiten in te lichten.",
    "ground.trusted-flagger":
      "Zij komt van een betrouwbare flagger in de zin van artikel 22 van die verordening en heeft voorrang.",
    "ground.us-provider":
      "Bent u een aanbieder in de Verenigde Staten: 18 U.S.C. 2258A vraagt aanbieders die daadwerkelijk kennis hebben van een kennelijke overtreding deze te melden bij de CyberTipline van NCMEC en te bewaren wat zij melden.",
    "ground.raa":
      "Wij menen dat dit DNS-misbruik is; deze e-mail bevat ons bewijs. Artikel 3.18 van de Registrar Accreditation Agreement van ICANN vraagt registrars van generieke topleveldomeinen op te treden wanneer zij daarvan bruikbaar bewijs ontvangen.",
    "ground.terms": "Wij vragen dit op grond van uw eigen gebruiksvoorwaarden.",
    "ground.national": "Wij vragen dit in het kader van uw nationale taak.",
    "ground.site": "Uw site lijkt te zijn misbruikt; wij vragen om uw hulp.",
    "ground.copyright":
      "Deze e-mail bevat geen verklaring in de zin van 17 U.S.C. 512(c)(3); alleen de rechthebbende of diens gemachtigde kan die afleggen.",
    "ground.good-faith":
      "Wij zijn er te goeder trouw van overtuigd dat de informatie in deze melding juist en volledig is.",

    "history.reminder": "Onze eerdere meldingen aan u:",
    "history.escalation": "Vóór u ingelicht:",
    "history.subject": "onderwerp",
    "history.acknowledged": "ontvangst bevestigd",
    "history.ticket": "ticketnummer",
    "delivery.delivered": "aangenomen door de mailserver van de ontvanger",
    "delivery.sent": "verzonden, bezorging niet bevestigd",
    "delivery.returned": "teruggekomen als onbestelbaar",
    "answer.removed": "antwoord: verwijderd",
    "answer.not-ours": "antwoord: niet van hen",
    "answer.form": "antwoord: verwijzing naar een formulier",
    "answer.refused": "antwoord: er wordt niet opgetreden",
    "answer.question": "antwoord: een vraag",
    "answer.other": "antwoord dat de zaak niet afdoet",

    reach:
      "U bereikt ons door deze e-mail te beantwoorden; mensen lezen die. Ons nummer is {{caseId}}{{#ticket}}, het uwe is {{ticket}}{{/ticket}}. Bent u niet het juiste adres, laat ons dan weten wie dat wel is.",
    "reach.several":
      "Uw antwoord geldt voor alle adressen in de lijst, tenzij het de nummers noemt van de adressen waarover het gaat.",
    verify: "Zo controleert u of deze melding echt is: {{verifyBy}}",
    machine: "Het bijgevoegde xarf.json zegt hetzelfde in machineleesbare vorm (XARF 4.2), met het exacte adres.",
    "machine.several":
      "Het bijgevoegde xarf-reports.json zegt hetzelfde in machineleesbare vorm (XARF 4.2, {{reports}} van {{count}}), met de exacte adressen.",
    list: "Adressen",
  },
};
