import type { Texts } from "../texts.ts";

/*
 * Terms: notice Meldung, report Hinweis, notifier meldende Stelle, host Hoster, platform Dienst,
 * hotline Beschwerdestelle, abuse desk zuständige Stelle, evidence Belege (to keep: Beweismittel),
 * logs Protokolle, access records Zugriffsdaten, take offline vom Netz nehmen, defanged entschärft,
 * registrar Registrar, registrant Domaininhaber, whoever placed it Einsteller, to route routen.
 * Avoided: Meldestelle (a flagger under the Digital Services Act), weiterleiten of traffic (it is
 * to forward a mail), Kinderpornografie (a statute's word that the field has left), Gesetz über
 * digitale Dienste (read as the German DDG), relative clauses before a host name.
 */

/** Every German word that a desk reads from us; `en.ts` says what each text is for. */
export const german: Texts = {
  language: "de",
  name: "German",
  parts: {
    "mark.live": "LIVE",
    "mark.reminder": "Erinnerung {{reminder}}",
    "mark.escalation": "Eskalation",
    "mark.moved": "Erledigt",
    "mark.withdrawal": "WIDERRUF",
    "mark.correction": "BERICHTIGUNG",
    "mark.returned": "Wieder online",

    "type.csam": "Darstellungen sexuellen Kindesmissbrauchs",
    "type.csem": "sexuelle Ausbeutung von Kindern",
    "type.ncii": "ohne Einwilligung verbreitete intime Aufnahmen",
    "type.terrorism": "terroristische Inhalte",
    "type.phishing": "Phishing",
    "type.malware": "Schadsoftware",
    "type.botnet": "Botnetz-Steuerung",
    "type.fraud": "Betrug",
    "type.brand": "Markenverletzung",
    "type.copyright": "Urheberrechtsverletzung",
    "type.exposed-data": "unbefugt offengelegte Daten",
    "type.other": "schädliche Inhalte",

    "on.platform": "auf Ihrem Dienst",
    "on.network": "in Ihrem Netz",
    "on.front": "hinter Ihrem Proxy oder CDN",
    "on.upstream": "in einem von Ihnen angebundenen Netz",
    "on.registrar": "unter einem über Sie registrierten Domainnamen",
    "on.hotline": "bei einem Hoster in Ihrem Land",
    "on.cert": "bei einem Hoster in Ihrem Land",
    "on.site": "auf Ihrer Website",
    "on.peer": "verbreitet aus Ihrem Netz",
    "place.several": "{{count}} URLs{{#host}} auf {{host}}{{/host}}, unten aufgeführt",

    "lead.first": "Wir melden: {{>type}} {{>on}}, {{>place}}.",
    "lead.reminder":
      "Erinnerung {{reminder}}: Unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} ist nicht erledigt: {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation": "Wir melden: {{>type}} {{>on}}, {{>place}}. Meldungen an andere (unten) reichten nicht aus.",
    "lead.moved.host":
      "Sie müssen nichts weiter tun. Unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) ist erledigt: Soweit wir sehen, liegt der Inhalt nicht mehr bei Ihnen. Vielen Dank.",
    "lead.moved.other":
      "Sie müssen nichts weiter tun. Unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) ist für Sie erledigt: Der Inhalt ist zu einem anderen Anbieter umgezogen. Vielen Dank.",
    "lead.withdrawal":
      "Wir widerrufen unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Grund: Die meldende Stelle hat ihren Hinweis zurückgezogen. Bitte unternehmen Sie nichts, und machen Sie Maßnahmen rückgängig, die Sie allein aufgrund unserer Meldung getroffen haben. Wir bitten um Entschuldigung.",
    "lead.correction":
      "Wir berichtigen die Begründung unserer Meldung{{#noticed}} vom {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Die richtige Begründung steht unten; alles andere gilt unverändert.",
    "lead.returned":
      "Wieder online: {{>type}} {{>on}}, {{>place}}. Der Inhalt wurde entfernt und erneut festgestellt{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter": "Zu unserer Meldung{{#noticed}} vom {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}.",
    "lead.letter.asked":
      "Sie haben zu unserer Meldung{{#noticed}} vom {{noticed}}{{/noticed}} etwas gefragt: {{>type}} {{>on}}, {{>place}}. Was der Hinweis dazu enthält, steht unten.",
    live: "DRINGEND: Laut Hinweis findet dies gerade live statt.",
    reply: "Bitte nennen Sie uns Ihre Maßnahmen oder Rückfragen.",
    "reply.soon": "Bitte nennen Sie uns binnen 24 Stunden Ihre Maßnahmen oder Rückfragen.",
    "may-be-second":
      "Möglicherweise liegt Ihnen diese E-Mail bereits vor: Wir konnten nicht feststellen, ob unser früherer Versuch Sie erreicht hat. Bitte behandeln Sie beide als eine Meldung.",

    "please.host":
      "Bitte prüfen Sie den Inhalt, und entfernen Sie ihn, soweit Sie darin einen Rechtsverstoß oder einen Verstoß gegen Ihre Bedingungen sehen.",
    "please.peer":
      "Bitte ermitteln Sie, soweit Ihr Recht es erlaubt, den Kunden anhand von IP-Adresse, Port und Zeitpunkt, bewahren Sie diese Zuordnung auf, und veranlassen Sie den Kunden, dies zu beenden.",
    "please.front":
      "Bitte liefern Sie den Inhalt nicht mehr aus, soweit er gegen das Recht oder Ihre Bedingungen verstößt, leiten Sie diese Meldung an den Hoster dahinter weiter, und teilen Sie uns mit, wer das ist.",
    "please.upstream":
      "Bitte veranlassen Sie Ihren Kunden, dies zu prüfen und nach Ihren Nutzungsbedingungen (AUP) abzustellen.",
    "please.registrar":
      "Bitte prüfen Sie die Nutzung dieses Domainnamens nach Ihren Bedingungen, und unterrichten Sie den Domaininhaber ohne Angaben zur meldenden Stelle.",
    "please.hotline": "Bitte bewerten Sie den Inhalt, und handeln Sie nach Ihrem nationalen Verfahren.",
    "please.cert": "Bitte leiten Sie dies an die Stelle in Ihrem Zuständigkeitsbereich weiter, die es abstellen kann.",
    "please.site":
      "Bitte entfernen Sie den Inhalt von Ihrer Website, bewahren Sie eine Kopie der Protokolle auf, und schließen Sie die Sicherheitslücke, über die er dorthin gelangt ist; Ihr Hoster kann Ihnen dabei helfen.",
    "please.child-abuse.host":
      "Bitte nehmen Sie den Inhalt sofort vom Netz, und sichern Sie ihn samt Zugriffsdaten für die Polizei, soweit Ihr Recht dies erlaubt oder verlangt. Informieren Sie den Einsteller nicht vorab.",
    "please.child-abuse.peer":
      "Bitte ermitteln Sie den Kunden anhand von IP-Adresse, Port und Zeitpunkt, sichern Sie diese Zuordnung für die Polizei, soweit Ihr Recht dies erlaubt oder verlangt, und warnen Sie den Kunden nicht.",
    "please.child-abuse.front":
      "Bitte liefern Sie den Inhalt ab sofort nicht mehr aus, und teilen Sie uns mit, wer ihn hostet. Informieren Sie den Einsteller nicht vorab.",
    "please.child-abuse.upstream":
      "Bitte veranlassen Sie Ihren Kunden, den Inhalt sofort vom Netz zu nehmen; geschieht das nicht, routen Sie den Verkehr dorthin nicht mehr. Informieren Sie den Einsteller nicht vorab.",
    "please.child-abuse.registrar":
      "Bitte sichern Sie die Registrierungsdaten für die Polizei, und prüfen Sie, ob Ihre Bedingungen eine Sperrung des Domainnamens erlauben. Warnen Sie den Domaininhaber nicht.",
    "please.child-abuse.hotline":
      "Bitte bewerten Sie den Inhalt, unterrichten Sie Polizei und Hoster nach Ihrem nationalen Verfahren, und teilen Sie uns mit, falls der Hoster noch nicht informiert werden darf.",
    "please.child-abuse.cert":
      "Bitte unterrichten Sie Ihre Polizei oder Beschwerdestelle, und teilen Sie uns mit, wer in Ihrem Land die Entfernung veranlassen kann.",
    "please.intimate.host":
      "Bitte nehmen Sie die Aufnahmen sofort vom Netz, entfernen Sie identische Kopien, soweit Sie sie finden können, und bewahren Sie die Daten zum Einsteller auf.",
    "please.exposed.host":
      "Bitte machen Sie die Daten sofort unzugänglich, bewahren Sie die Zugriffsprotokolle auf, und unterrichten Sie Ihren Kunden, damit er die Betroffenen warnen kann.",
    "please.terrorism.host":
      "Bitte prüfen Sie den Inhalt, entfernen Sie ihn, soweit er gegen das Recht oder Ihre Bedingungen verstößt, und bewahren Sie ihn und die Daten zum Einsteller auf.",
    "please.crime.host":
      "Bitte nehmen Sie dies vom Netz, und bewahren Sie Protokolle und Dateien als Beweismittel auf.",
    "please.crime.front":
      "Bitte liefern Sie dies nicht mehr aus, leiten Sie diese Meldung an den Hoster dahinter weiter, und teilen Sie uns mit, wer das ist.",
    "please.crime.upstream":
      "Bitte veranlassen Sie Ihren Kunden, dies vom Netz zu nehmen; geschieht das nicht, routen Sie den Verkehr dorthin nicht mehr.",
    "please.crime.registrar":
      "Bitte prüfen Sie die Belege; ergibt sich daraus dieser Missbrauch, sperren Sie den Domainnamen, oder schränken Sie seine Nutzung anderweitig wirksam ein.",
    "please.crime.cert":
      "Bitte leiten Sie dies an den verantwortlichen Betreiber in Ihrem Zuständigkeitsbereich weiter, und sagen Sie uns, falls Sie mehr benötigen.",

    "more.child-abuse":
      "Erstatten Sie Anzeige oder unterrichten Sie Ihre Beschwerdestelle, geben Sie diese Meldung sonst an niemanden weiter, und senden Sie uns kein Material.",
    "more.intimate":
      "Bitte senden Sie uns keine der Aufnahmen, und geben Sie diese Meldung nicht an den Einsteller weiter.",
    "more.terrorism": "Bitte geben Sie diese Meldung nicht an den Einsteller weiter.",
    "more.crime":
      "Wurde Ihr Kunde gehackt, unterrichten Sie ihn bitte; Sie dürfen diese Meldung ohne den Namen der meldenden Stelle weitergeben.",
    "more.victim": "Wurde die Website des Domaininhabers gehackt, unterrichten Sie ihn bitte stattdessen.",
    "more.customer": "Sie dürfen diese Meldung ohne den Namen der meldenden Stelle an Ihren Kunden weitergeben.",

    "label.url": "URL",
    "label.host": "Ganzer Host",
    "label.account": "Konto",
    "label.address": "IP-Adresse",
    "label.port": "Port",
    "label.network": "Ihr Netz",
    "label.country": "Land",
    "label.seen": "Zuletzt online",
    "label.first-seen": "Erstmals festgestellt",
    "label.channel": "Fundort",
    "label.reason": "Begründung (gemeldet)",
    "label.was": "Falsche Begründung zuvor",
    "label.removed": "Entfernt am",
    "label.brand": "Marke oder Werk",
    "label.genuine": "Original-Website",
    "label.right": "Registernummer",
    "label.reproduce": "Nachvollziehen",
    "label.redirects": "Weitergeleitet von",
    "label.classification": "Einstufung",
    "label.basis": "Bewertungsgrundlage",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Meldende Stelle",
    "label.organisations": "Meldende Organisationen",
    "label.sender": "Absender",
    "label.verify": "Echtheitsprüfung",
    "label.number": "Unsere Nummer",
    "label.ticket": "Ihre Nummer",
    "label.told-before": "Zuvor benachrichtigt",
    "label.machine": "Maschinenlesbar",
    screenshot: "bei der meldenden Stelle, auf Anfrage",
    "basis.manual-review": "manuelle Prüfung",
    "basis.hash-match": "Abgleich mit bekannten Hashwerten",
    "basis.user-report": "Nutzermeldung",
    "basis.automated-scan": "automatisierte Prüfung",
    "basis.unstated": "nicht angegeben",
    "channel.message-board": "Forum",
    "channel.chat-room": "Chatraum",
    "channel.peer-to-peer": "Peer-to-Peer-Netz",
    "channel.instant-messaging": "Messenger",
    "channel.live-stream": "Livestream",
    "channel.file-host": "Filehoster",
    "channel.e-mail": "E-Mail",
    "delivery.delivered": "vom Mailserver angenommen",
    "delivery.sent": "gesendet, Zustellung nicht bestätigt",
    "delivery.returned": "als unzustellbar zurückgekommen",
    acknowledged: "Eingang bestätigt",
    "answer.passed-on": "an den Kunden weitergegeben",
    "answer.removed": "Antwort: entfernt",
    "answer.not-ours": "Antwort: nicht zuständig",
    "answer.form": "Antwort: Verweis auf ein Formular",
    "answer.refused": "Antwort: Tätigwerden abgelehnt",
    "answer.not-found": "Antwort: nicht aufgefunden",
    "answer.question": "Antwort: eine Rückfrage",
    "answer.other": "Antwort erhalten, nicht erledigt",
    list: "URLs",

    "ground.dsa":
      "Meldung nach Artikel 16 der Verordnung (EU) 2022/2065 (Digital Services Act); wir bitten um Ihre Entscheidung.",
    "ground.dsa-life": "Auch Artikel 18 (Gefahr für Leben oder Sicherheit) gilt.",
    "ground.trusted-flagger": "Vorrangige Meldung eines vertrauenswürdigen Hinweisgebers (Artikel 22).",
    "ground.us-provider":
      "Für Anbieter in den USA: 18 U.S.C. 2258A verlangt eine Meldung an die CyberTipline von NCMEC und deren Aufbewahrung.",
    "ground.raa":
      "Wir halten dies für DNS-Missbrauch; Abschnitt 3.18.2 des ICANN Registrar Accreditation Agreement (RAA) verlangt bei verwertbaren Belegen unverzüglich geeignete Gegenmaßnahmen.",
    "ground.terms": "Wir stützen uns auf Ihre Nutzungsbedingungen (AUP).",
    "ground.national": "Wir wenden uns an Sie als nationale Anlaufstelle für solche Hinweise.",
    "ground.site": "Ihre Website wurde offenbar missbraucht; wir bitten Sie um Ihre Hilfe.",
    "ground.copyright":
      "Diese E-Mail enthält keine Erklärung nach 17 U.S.C. 512(c)(3); eine solche kann nur der Rechteinhaber oder sein Beauftragter abgeben.",
    "ground.good-faith":
      "Die meldende Stelle und wir halten diese Angaben und Anführungen in gutem Glauben für richtig und vollständig.",
    desk: "Falsche Stelle? Bitte nennen Sie uns die richtige.",
    several: "Ihre Antwort gilt für alle aufgeführten URLs, sofern sie nicht die Nummern nennt, um die es geht.",
  },
};
