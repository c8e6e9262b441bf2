import type { Texts } from "../texts.ts";

/*
 * Terms: notice melding, report oorspronkelijke melding, notifier melder, host hostingprovider,
 * platform dienst, hotline meldpunt, abuse desk abusedesk, evidence bewijs, logs logbestanden,
 * access records toegangsgegevens, take offline offline halen, defanged niet klikbaar, registrar
 * registrar, registrant domeinnaamhouder, whoever placed it plaatser, to route routeren.
 * Avoided: doorgeven of traffic (it is to pass on an address), gelieve (Flemish officialese),
 * plaats for an address, blootgesteld of data, overeenkomst of hashes (a contract), het uwe.
 */

/** Every Dutch word that a desk reads from us; `en.ts` says what each text is for. */
export const dutch: Texts = {
  language: "nl",
  name: "Dutch",
  parts: {
    "mark.live": "LIVE",
    "mark.reminder": "Herinnering {{reminder}}",
    "mark.escalation": "Escalatie",
    "mark.moved": "Geen actie meer nodig",
    "mark.withdrawal": "INGETROKKEN",
    "mark.correction": "CORRECTIE",
    "mark.returned": "Opnieuw online",

    "type.csam": "beeldmateriaal van seksueel kindermisbruik",
    "type.csem": "seksuele uitbuiting van kinderen",
    "type.ncii": "intieme beelden zonder toestemming",
    "type.terrorism": "terroristische inhoud",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "command-and-controlserver van een botnet",
    "type.fraud": "oplichting",
    "type.brand": "merkinbreuk",
    "type.copyright": "auteursrechtinbreuk",
    "type.exposed-data": "onbevoegd openbaar gemaakte gegevens",
    "type.other": "schadelijke inhoud",

    "on.platform": "op uw dienst",
    "on.network": "in uw netwerk",
    "on.front": "achter uw proxy of CDN",
    "on.upstream": "in een netwerk waarvoor u transit levert",
    "on.registrar": "onder een via u geregistreerde domeinnaam",
    "on.hotline": "bij een host in uw land",
    "on.cert": "bij een host in uw land",
    "on.site": "op uw website",
    "on.peer": "verspreid vanuit uw netwerk",
    "place.several": "{{count}} URL's{{#host}} op {{host}}{{/host}}, hieronder vermeld",

    "lead.first": "Wij melden: {{>type}} {{>on}}, {{>place}}.",
    "lead.reminder":
      "Herinnering {{reminder}}: onze melding{{#noticed}} van {{noticed}}{{/noticed}} is nog niet opgelost: {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation": "Wij melden: {{>type}} {{>on}}, {{>place}}. Meldingen aan anderen (hieronder) volstonden niet.",
    "lead.moved.host":
      "U hoeft niets meer te doen. Onze melding{{#noticed}} van {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) is afgehandeld: voor zover wij kunnen zien, staat dit niet meer bij u. Hartelijk dank.",
    "lead.moved.other":
      "U hoeft niets meer te doen. Onze melding{{#noticed}} van {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) is voor u afgehandeld: de inhoud is naar een andere provider verhuisd. Hartelijk dank.",
    "lead.withdrawal":
      "Wij trekken onze melding{{#noticed}} van {{noticed}}{{/noticed}} in: {{>type}} {{>on}}, {{>place}}. Reden: de melder heeft de oorspronkelijke melding ingetrokken. Wij verzoeken u niets te ondernemen en maatregelen ongedaan te maken die u uitsluitend op grond van onze melding hebt genomen. Onze excuses.",
    "lead.correction":
      "Wij corrigeren de toelichting in onze melding{{#noticed}} van {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. De juiste toelichting staat hieronder; al het andere blijft gelden.",
    "lead.returned":
      "Opnieuw online: {{>type}} {{>on}}, {{>place}}. Dit was verwijderd en is opnieuw gezien{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter": "Over onze melding{{#noticed}} van {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}.",
    "lead.letter.asked":
      "U vroeg iets over onze melding{{#noticed}} van {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Wat de melder daarover heeft opgegeven, staat hieronder.",
    live: "SPOED: volgens de melder vindt dit nu live plaats.",
    reply: "Graag uw antwoord: wat u hebt gedaan of nodig hebt.",
    "reply.soon": "Graag uw antwoord binnen 24 uur: wat u hebt gedaan of nodig hebt.",
    "may-be-second":
      "Mogelijk hebt u deze e-mail al: wij konden niet vaststellen of onze eerdere poging u heeft bereikt. Wij verzoeken u beide als één melding te behandelen.",

    "please.host":
      "Wij verzoeken u de inhoud te beoordelen en te verwijderen als u die onrechtmatig of in strijd met uw voorwaarden acht.",
    "please.peer":
      "Wij verzoeken u, voor zover uw recht dat toestaat, de klant aan de hand van IP-adres, poort en tijdstip te identificeren, die koppeling te bewaren en de klant hiermee te laten stoppen.",
    "please.front":
      "Wij verzoeken u de inhoud niet langer aan te bieden voor zover die in strijd is met de wet of uw voorwaarden, deze melding door te sturen naar de hostingprovider erachter en ons te laten weten wie dat is.",
    "please.upstream":
      "Wij verzoeken u uw klant dit te laten beoordelen en op grond van uw acceptable use policy te laten beëindigen.",
    "please.registrar":
      "Wij verzoeken u het gebruik van deze domeinnaam aan uw voorwaarden te toetsen en de domeinnaamhouder in te lichten zonder de gegevens van de melder.",
    "please.hotline": "Wij verzoeken u de inhoud te beoordelen en volgens uw nationale procedure te handelen.",
    "please.cert": "Wij verzoeken u dit door te sturen naar wie hieraan binnen uw werkgebied een einde kan maken.",
    "please.site":
      "Wij verzoeken u de inhoud van uw website te verwijderen, een kopie van de logbestanden te bewaren en het lek te dichten waardoor die daar is geplaatst; uw hostingprovider kan u daarbij helpen.",
    "please.child-abuse.host":
      "Wij verzoeken u de inhoud direct offline te halen en met de toegangsgegevens voor de politie te bewaren, voor zover uw recht dat toestaat of vereist. Waarschuw de plaatser niet.",
    "please.child-abuse.peer":
      "Wij verzoeken u de klant aan de hand van IP-adres, poort en tijdstip te identificeren en die koppeling voor de politie te bewaren, voor zover uw recht dat toestaat of vereist. Waarschuw de klant niet.",
    "please.child-abuse.front":
      "Wij verzoeken u het aanbieden van de inhoud direct te staken en ons te laten weten waar die gehost wordt. Waarschuw de plaatser niet.",
    "please.child-abuse.upstream":
      "Wij verzoeken u uw klant de inhoud direct offline te laten halen en, als dat niet gebeurt, het verkeer ernaartoe niet langer te routeren. Waarschuw de plaatser niet.",
    "please.child-abuse.registrar":
      "Wij verzoeken u na te gaan of u de domeinnaam op grond van uw voorwaarden kunt opschorten en de registratiegegevens voor de politie te bewaren. Waarschuw de domeinnaamhouder niet.",
    "please.child-abuse.hotline":
      "Wij verzoeken u de inhoud te beoordelen, politie en hostingprovider volgens uw nationale procedure te waarschuwen en ons te laten weten als de hostingprovider nog niet mag worden ingelicht.",
    "please.child-abuse.cert":
      "Wij verzoeken u de politie of uw meldpunt te waarschuwen en ons te laten weten wie dit in uw land kan laten verwijderen.",
    "please.intimate.host":
      "Wij verzoeken u de beelden direct offline te halen, identieke kopieën te verwijderen waar u die kunt vinden en de gegevens over de plaatser te bewaren.",
    "please.exposed.host":
      "Wij verzoeken u de gegevens direct ontoegankelijk te maken, de toegangslogs te bewaren en uw klant in te lichten, zodat die de betrokkenen kan waarschuwen.",
    "please.terrorism.host":
      "Wij verzoeken u de inhoud te beoordelen, te verwijderen als die in strijd is met de wet of uw voorwaarden, en te bewaren met de gegevens over de plaatser.",
    "please.crime.host": "Wij verzoeken u dit offline te halen en de logbestanden en bestanden als bewijs te bewaren.",
    "please.crime.front":
      "Wij verzoeken u dit niet langer aan te bieden, deze melding door te sturen naar de hostingprovider erachter en ons te laten weten wie dat is.",
    "please.crime.upstream":
      "Wij verzoeken u uw klant dit offline te laten halen en, als dat niet gebeurt, het verkeer ernaartoe niet langer te routeren.",
    "please.crime.registrar":
      "Wij verzoeken u het bewijs te beoordelen en, als dit misbruik daaruit blijkt, de domeinnaam op te schorten of het gebruik ervan anderszins te verhinderen.",
    "please.crime.cert":
      "Wij verzoeken u dit door te sturen naar de verantwoordelijke netwerkbeheerder binnen uw werkgebied en ons te laten weten of u meer nodig hebt.",

    "more.child-abuse":
      "Doe aangifte of meld dit bij uw meldpunt, stuur deze melding aan niemand anders door en stuur ons geen materiaal.",
    "more.intimate": "Stuur ons geen van de beelden, en stuur deze melding niet door aan de plaatser.",
    "more.terrorism": "Stuur deze melding niet door aan de plaatser van de inhoud.",
    "more.crime": "Is uw klant gehackt, licht die dan in; u mag deze melding doorsturen zonder de naam van de melder.",
    "more.victim": "Is de website van de domeinnaamhouder gehackt, licht dan in plaats daarvan de domeinnaamhouder in.",
    "more.customer": "U mag deze melding zonder de naam van de melder aan uw klant doorsturen.",

    "label.url": "URL",
    "label.host": "Hele host",
    "label.account": "Account",
    "label.address": "IP-adres",
    "label.port": "poort",
    "label.network": "Uw netwerk",
    "label.country": "Land",
    "label.seen": "Laatst online",
    "label.first-seen": "Eerst gezien",
    "label.channel": "Vindplaats",
    "label.reason": "Toelichting (melder)",
    "label.was": "Eerdere, onjuiste toelichting",
    "label.removed": "Verwijderd op",
    "label.brand": "Merk of werk",
    "label.genuine": "Echte website",
    "label.right": "Registratienummer",
    "label.reproduce": "Reproduceren",
    "label.redirects": "Doorgestuurd vanaf",
    "label.classification": "Classificatie",
    "label.basis": "Beoordelingsbasis",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Melder",
    "label.organisations": "Meldende organisaties",
    "label.sender": "Afzender",
    "label.verify": "Verificatie",
    "label.number": "Ons nummer",
    "label.ticket": "Uw nummer",
    "label.told-before": "Eerder ingelicht",
    "label.machine": "Machineleesbaar",
    screenshot: "bij de melder, op verzoek toegezonden",
    "basis.manual-review": "menselijke beoordeling",
    "basis.hash-match": "match met bekende hashes",
    "basis.user-report": "melding van een gebruiker",
    "basis.automated-scan": "geautomatiseerde scan",
    "basis.unstated": "niet vermeld",
    "channel.message-board": "forum",
    "channel.chat-room": "chatroom",
    "channel.peer-to-peer": "peer-to-peernetwerk",
    "channel.instant-messaging": "chatdienst",
    "channel.live-stream": "livestream",
    "channel.file-host": "bestandshost",
    "channel.e-mail": "e-mail",
    "delivery.delivered": "aangenomen door de mailserver",
    "delivery.sent": "verzonden, bezorging niet bevestigd",
    "delivery.returned": "teruggekomen als onbestelbaar",
    acknowledged: "ontvangst bevestigd",
    "answer.passed-on": "doorgestuurd naar hun klant",
    "answer.removed": "antwoord: verwijderd",
    "answer.not-ours": "antwoord: valt niet onder hen",
    "answer.form": "antwoord: verwijzing naar een formulier",
    "answer.refused": "antwoord: er wordt niet opgetreden",
    "answer.not-found": "antwoord: niet aangetroffen",
    "answer.question": "antwoord: een vraag",
    "answer.other": "antwoord, niet opgelost",
    list: "URL's",

    "ground.dsa":
      "Melding op grond van artikel 16 van Verordening (EU) 2022/2065 (digitaledienstenverordening); graag horen wij uw beslissing.",
    "ground.dsa-life": "Ook artikel 18 (bedreiging van leven of veiligheid) is van toepassing.",
    "ground.trusted-flagger": "Melding met voorrang van een betrouwbare flagger (artikel 22).",
    "ground.us-provider":
      "Voor aanbieders in de Verenigde Staten: 18 U.S.C. 2258A vereist een melding bij de CyberTipline van NCMEC en bewaring daarvan.",
    "ground.raa":
      "Wij menen dat dit DNS-misbruik is; artikel 3.18.2 van de ICANN Registrar Accreditation Agreement (RAA) vereist bij bruikbaar bewijs onmiddellijk passende maatregelen.",
    "ground.terms": "Wij beroepen ons op uw gebruiksvoorwaarden (AUP).",
    "ground.national": "Wij wenden ons tot u als nationaal contactpunt voor zulke meldingen.",
    "ground.site": "Uw website lijkt te zijn misbruikt; wij vragen om uw hulp.",
    "ground.copyright":
      "Deze e-mail bevat geen verklaring in de zin van 17 U.S.C. 512(c)(3); alleen de rechthebbende of diens gemachtigde kan die afleggen.",
    "ground.good-faith": "De melder en wij achten deze informatie en beweringen te goeder trouw juist en volledig.",
    desk: "Niet de juiste afdeling? Laat ons weten welke wel.",
    several: "Uw antwoord geldt voor alle vermelde URL's, tenzij het de nummers noemt waarover het gaat.",
  },
};
