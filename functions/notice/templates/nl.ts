import type { Texts } from "../texts.ts";

/*
 * Terms: notice melding, report oorspronkelijke melding (a later one: nieuwe melding), notifier
 * melder, host hostingprovider, platform platform, hotline meldpunt, abuse desk afdeling, evidence
 * bewijs, logs logs, access logs toegangslogs, take offline offline halen, preserve bewaren or
 * veiligstellen, registrar registrar, registrant domeinnaamhouder, uploader uploader, null-route
 * nullroute, our reference referentie, law enforcement politie, the attached XARF bijlage.
 * Avoided: doorgeven of traffic (it is to pass on an address), gelieve (Flemish officialese),
 * plaats for an address, blootgesteld of data, overeenkomst of hashes (a contract), het uwe,
 * "wilt u" without a question mark.
 */

/** `en.ts` says what each text is for. */
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
    "type.ncii": "zonder toestemming verspreide intieme beelden",
    "type.terrorism": "terroristische inhoud",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "command-and-controlserver van een botnet",
    "type.fraud": "oplichting",
    "type.brand": "merkinbreuk",
    "type.copyright": "auteursrechtinbreuk",
    "type.exposed-data": "gelekte persoonlijke of vertrouwelijke gegevens",
    "type.other": "schadelijke inhoud",

    "page.phishing": "een phishingpagina",
    "pages.phishing": "phishingpagina's",
    "page.fraud": "een frauduleuze pagina",
    "pages.fraud": "frauduleuze pagina's",
    "server.botnet": "een command-and-controlserver van een botnet",
    "servers.botnet": "command-and-controlservers van een botnet",
    "it.page": "de pagina",
    "it.pages": "deze pagina's",
    "it.one": "dit",
    "it.several": "ze",

    "on.platform": "op uw platform",
    "on.network": "in uw netwerk",
    "on.front": "achter uw proxy of CDN",
    "on.upstream": "in een netwerk waarvoor u transit levert",
    "on.registrar": "onder een via u geregistreerde domeinnaam",
    "on.hotline": "bij een hostingprovider in uw land",
    "on.cert": "bij een hostingprovider in uw land",
    "on.site": "op uw website",
    "on.peer": "verspreid vanuit uw netwerk",
    "place.several": "{{count}} URL's{{#host}} op {{host}}{{/host}}, hieronder vermeld",

    greeting: "Goedendag,",

    "lead.first": "Wij melden {{>what}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Herinnering {{reminder}}: op onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} {{>on}} ({{>place}}) hebben wij nog geen antwoord ontvangen. Is dit opgelost, dan is een antwoord van één woord genoeg.",
    "lead.reminder.replied":
      "Herinnering {{reminder}}: dank voor uw antwoord op onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} {{>on}} ({{>place}}). Wij weten niet of dit is opgelost. Is dat zo, dan is een antwoord van één woord genoeg.",
    "seen-since": "Volgens een nieuwe melding was dit op {{seenSince}} nog te zien.",
    "lead.escalation":
      "Wij melden {{>what}} {{>on}}: {{>place}}. Na eerdere meldingen (hieronder) is geen verwijdering bevestigd.",
    "lead.moved.host":
      "Naar aanleiding van onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} ({{>place}}) hoeft u niets meer te doen: voor zover wij kunnen zien, host u {{>it}} niet meer. Hartelijk dank.",
    "lead.moved.other":
      "Naar aanleiding van onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} ({{>place}}) hoeft u niets meer te doen: een andere provider host {{>it}} nu. Hartelijk dank.",
    "lead.withdrawal":
      "Wij trekken onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} {{>on}} ({{>place}}) in. Reden: de melder heeft de oorspronkelijke melding ingetrokken. Neem alstublieft geen maatregelen, en draai maatregelen terug die u alleen vanwege onze melding hebt genomen. Onze excuses.",
    "lead.withdrawal.sensitive":
      "Wij trekken onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} {{>on}} ({{>place}}) in. Reden: de melder heeft de oorspronkelijke melding ingetrokken. Wij vragen verder niets van u. Of u al genomen maatregelen handhaaft, beslist u zelf, op basis van uw eigen beoordeling en het recht dat voor u geldt.",
    "lead.correction":
      "Wij corrigeren de toelichting in onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} {{>on}} ({{>place}}). De juiste toelichting staat hieronder; al het andere blijft ongewijzigd.",
    "lead.returned":
      "Wij melden opnieuw {{>what}} {{>on}}: {{>place}}. Dit was verwijderd{{#seenAgain}}, maar is op {{seenAgain}} weer gezien{{/seenAgain}}.",
    "lead.letter":
      "Dit bericht betreft onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "U had een vraag bij onze melding{{#noticed}} van {{noticed}}{{/noticed}} over {{>what}} {{>on}} ({{>place}}). Hieronder staat wat de melder daarover heeft opgegeven.",
    live: "SPOED: volgens de melder gebeurt dit nu, live.",
    reply: "Meld ons uw maatregelen of vragen.",
    "reply.soon": "Meld ons binnen 24 uur uw maatregelen of vragen.",
    "reply.live":
      "Wij vragen u direct in te grijpen en ons dat te laten weten, zo mogelijk telefonisch{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "Mogelijk hebt u deze e-mail al: wij konden niet vaststellen of onze eerdere poging u heeft bereikt. Wij vragen u beide als één melding te behandelen.",

    "please.host":
      "Wij vragen u {{>it}} te beoordelen en te verwijderen wat onrechtmatig is of in strijd met uw voorwaarden.",
    "please.peer":
      "Wij vragen u, voor zover de wet dat toestaat, de klant aan de hand van IP-adres, poort en tijdstip te identificeren, die gegevens te bewaren en de klant hiermee te laten stoppen.",
    "please.front":
      "Wij vragen u {{>it}} te beoordelen, niet langer aan te bieden wat onrechtmatig is of in strijd met uw voorwaarden, deze melding door te sturen naar de hostingprovider achter uw dienst en ons te laten weten wie dat is.",
    "please.upstream":
      "Wij vragen u {{>it}} door uw klant te laten beoordelen en op te treden volgens uw acceptable use policy (AUP).",
    "please.registrar":
      "Wij vragen u het gebruik van deze domeinnaam aan uw voorwaarden te toetsen en de domeinnaamhouder in te lichten zonder de gegevens van de melder.",
    "please.hotline": "Wij vragen u {{>it}} te beoordelen en volgens uw nationale procedure te handelen.",
    "please.cert": "Wij vragen u dit door te sturen naar wie er binnen uw werkgebied iets aan kan doen.",
    "please.site":
      "Wij vragen u {{>it}} van uw website te verwijderen, een kopie van de logs te bewaren en het misbruikte lek te dichten; uw hostingprovider kan u daarbij helpen.",
    "please.child-abuse.host":
      "Haal dit alstublieft direct offline en bewaar het met de toegangslogs voor de politie, voor zover de wet het toestaat. Licht de uploader niet eerder in.",
    "please.child-abuse.peer":
      "Wij vragen u de klant aan de hand van IP-adres, poort en tijdstip te identificeren en die gegevens te bewaren voor de politie, voor zover de wet dat toestaat of vereist. Licht de klant niet in.",
    "please.child-abuse.front":
      "Wij vragen u dit direct niet meer aan te bieden en ons te laten weten wie het host. Licht de uploader niet in voordat het offline en veiliggesteld is.",
    "please.child-abuse.upstream":
      "Laat uw klant dit alstublieft direct offline halen; stel anders een nullroute in. Vraag de klant de uploader pas in te lichten als het offline en veiliggesteld is.",
    "please.child-abuse.registrar":
      "Ga alstublieft na of u de domeinnaam volgens uw voorwaarden kunt blokkeren, en bewaar de registratiegegevens voor de politie. Licht de houder niet eerder in.",
    "please.child-abuse.hotline":
      "Wij vragen u dit te beoordelen, politie en hostingprovider volgens uw nationale procedure in te lichten en ons te laten weten als de hostingprovider nog niet mag worden ingelicht.",
    "please.child-abuse.cert":
      "Wij vragen u de politie of uw meldpunt in te lichten en ons te laten weten wie dit in uw land kan laten verwijderen.",
    "please.intimate.host":
      "Wij vragen u de beelden direct offline te halen, identieke kopieën te verwijderen waar u die kunt vinden en de gegevens over de uploader te bewaren.",
    "please.exposed.host":
      "Maak de gegevens alstublieft direct ontoegankelijk, bewaar de toegangslogs en licht uw klant in, zodat die de betrokkenen kan waarschuwen.",
    "please.terrorism.host":
      "Wij vragen u de inhoud te beoordelen, te verwijderen als die onrechtmatig of in strijd met uw voorwaarden is, en te bewaren met de gegevens over de uploader.",
    "please.crime.host": "Haal {{>it}} alstublieft offline en bewaar bewijs (logs, bestanden).",
    "please.crime.front":
      "Wij vragen u {{>it}} niet langer aan te bieden, deze melding door te sturen naar de hostingprovider achter uw dienst en ons te laten weten wie dat is.",
    "please.crime.upstream":
      "Laat uw klant {{>it}} alstublieft offline halen; stel anders een nullroute in voor het IP-adres.",
    "please.crime.registrar":
      "Beoordeel alstublieft het bewijs en blokkeer of deactiveer de domeinnaam als het misbruik daaruit blijkt.",
    "please.crime.cert":
      "Wij vragen u dit door te sturen naar de verantwoordelijke beheerder binnen uw werkgebied en ons te laten weten of u meer nodig hebt.",
    hidden: "Mogelijk is dit beperkt zichtbaar (zie hieronder).",

    "more.child-abuse": "Meld dit bij politie of meldpunt, deel deze melding met niemand en stuur ons geen materiaal.",
    "more.child-abuse.upstream":
      "Meld dit bij politie of meldpunt, deel deze melding alleen met die klant en stuur ons geen materiaal.",
    "more.intimate": "Stuur ons alstublieft geen beelden, en stuur deze melding niet door aan de uploader.",
    "more.terrorism": "Stuur deze melding alstublieft niet door aan de uploader.",
    "more.crime":
      "Zoek ook naar de kit, soortgelijke inhoud en het lek. Is uw klant gehackt, licht die in; doorsturen mag zonder naam van de melder.",
    "more.victim": "Is de website van de domeinnaamhouder gehackt, licht de houder dan in en blokkeer niet.",
    "more.customer": "U mag dit zonder de naam van de melder aan uw klant doorsturen.",

    "label.url": "URL",
    "label.host": "Hele host",
    "label.account": "Account",
    "label.address": "IP-adres",
    "label.port": "poort",
    "label.network": "Uw netwerk",
    "label.country": "Land",
    "label.registered": "Domein geregistreerd",
    "label.domain": "Domeinnaam",
    "label.seen": "Laatst online",
    "label.first-seen": "Voor het eerst gezien",
    "label.channel": "Vindplaats",
    "label.reason": "Toelichting (melder)",
    "label.was": "Eerdere toelichting (onjuist)",
    "label.removed": "Verwijderd op",
    "label.brand": "Merk/werk",
    "label.genuine": "Echte website",
    "label.right": "Registratienummer",
    "label.reproduce": "Zichtbaarheid",
    "label.redirects": "Doorgestuurd vanaf",
    "label.classification": "Classificatie",
    "label.basis": "Basis",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Melder",
    "label.behalf": "Namens",
    "label.organisations": "Meldende organisaties",
    "label.sender": "Afzender",
    "label.verify": "Verificatie",
    "label.phone": "Telefoon",
    "label.number": "Referentie",
    "label.ticket": "Uw referentie",
    "label.told-before": "Eerdere melding",
    "label.machine": "Bijlage",
    screenshot: "bij de melder, op verzoek beschikbaar",
    "domain.malicious": "lijkt hiervoor geregistreerd (volgens de melder)",
    "reason.assessment": "volgens de melder illegaal",
    "basis.manual-review": "handmatig",
    "basis.hash-match": "hashmatch",
    "basis.user-report": "melding van een gebruiker",
    "basis.automated-scan": "geautomatiseerd",
    "basis.unstated": "niet vermeld",
    "classification.baseline": "baseline (bijna overal illegaal)",
    "classification.A1": "A1 (kind vóór de puberteit, seksuele handeling)",
    "classification.A2": "A2 (kind vóór de puberteit, seksueel poseren)",
    "classification.B1": "B1 (kind in de puberteit, seksuele handeling)",
    "classification.B2": "B2 (kind in de puberteit, seksueel poseren)",
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
    "answer.not-ours": "antwoord: niet hun klant",
    "answer.form": "antwoord: verwijzing naar een formulier",
    "answer.refused": "antwoord: er wordt niet opgetreden",
    "answer.not-found": "antwoord: niet aangetroffen",
    "answer.question": "antwoord: een vraag",
    "answer.other": "antwoord, niet opgelost",
    list: "URL's",

    "ground.dsa": "Melding volgens artikel 16 DSA (Verordening (EU) 2022/2065); graag horen wij uw beslissing.",
    "ground.dsa-life": "Ook artikel 18 (bedreiging van leven of veiligheid) is van toepassing.",
    "ground.trusted-flagger": "Betrouwbare flagger: {{flagger}}; graag met voorrang (artikel 22).",
    "ground.us-provider": "18 U.S.C. 2258A vereist een melding bij de CyberTipline van NCMEC en bewaring daarvan.",
    "ground.raa":
      "Volgens ons is dit DNS-misbruik; artikel 3.18.2 van de RAA van ICANN vereist bij bruikbaar bewijs snelle maatregelen.",
    "ground.terms": "Wij beroepen ons op uw gebruiksvoorwaarden of AUP.",
    "ground.national": "Wij wenden ons tot u als nationaal contactpunt voor zulke meldingen.",
    "ground.site": "Uw website lijkt te zijn misbruikt; wij vragen om uw hulp.",
    "ground.good-faith": "De melder en wij achten de informatie en beweringen te goeder trouw juist en volledig.",
    desk: "Verkeerde afdeling? Laat ons de juiste weten.",
    several: "Uw antwoord geldt voor alle vermelde URL's, tenzij het de referenties noemt waarover het gaat.",
  },
};
