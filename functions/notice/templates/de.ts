import type { Texts } from "../texts.ts";

/*
 * Terms: notice Meldung, report Hinweis, notifier meldende Stelle, host Hoster, platform Plattform,
 * hotline Beschwerdestelle, abuse desk zuständige Stelle, evidence Belege (to keep: Beweismittel),
 * logs Logs, access logs Zugriffslogs, take offline vom Netz nehmen, preserve sichern, registrar
 * Registrar, registrant Domaininhaber, uploader Uploader, null-route per Nullroute sperren, our
 * reference Unsere Referenz, to withdraw zurückziehen, law enforcement Polizei, terms AGB (the Digital
 * Services Act's word), the attached XARF Anhang.
 * `what` stands in the accusative (Wir melden …, Meldung über …), `it` in the accusative alone.
 * Avoided: Meldestelle (a flagger under the Digital Services Act), weiterleiten of traffic (it is
 * to forward a mail), Kinderpornografie (a statute's word that the field has left), Gesetz über
 * digitale Dienste without DSA (read as the German DDG), relative clauses before a host name,
 * "Guten Tag," with a comma (the next sentence would begin in lower case). In 24 h stands U+00A0.
 */

/** `en.ts` says what each text is for. */
export const german: Texts = {
  language: "de",
  name: "German",
  parts: {
    "mark.live": "LIVE",
    "mark.reminder": "Erinnerung {{reminder}}",
    "mark.escalation": "Eskalation",
    "mark.moved": "Erledigt",
    "mark.withdrawal": "ZURÜCKGEZOGEN",
    "mark.correction": "BERICHTIGUNG",
    "mark.returned": "Wieder online",

    "type.csam": "Darstellungen sexuellen Kindesmissbrauchs",
    "type.csem": "sexuelle Ausbeutung von Kindern",
    "type.ncii": "ohne Einwilligung verbreitete intime Aufnahmen",
    "type.terrorism": "terroristische Inhalte",
    "type.phishing": "Phishing",
    "type.malware": "Schadsoftware",
    "type.botnet": "Botnetz-Steuerungsserver (C2)",
    "type.fraud": "Betrug",
    "type.brand": "markenrechtsverletzende Inhalte",
    "type.copyright": "urheberrechtsverletzende Inhalte",
    "type.exposed-data": "offengelegte personenbezogene oder vertrauliche Daten",
    "type.other": "schädliche Inhalte",

    "page.phishing": "eine Phishing-Seite",
    "pages.phishing": "Phishing-Seiten",
    "page.fraud": "eine betrügerische Seite",
    "pages.fraud": "betrügerische Seiten",
    "server.botnet": "einen Botnetz-Steuerungsserver (C2)",
    "servers.botnet": "Botnetz-Steuerungsserver (C2)",
    "it.page": "die Seite",
    "it.pages": "diese Seiten",
    "it.one": "dies",
    "it.several": "diese",

    "on.platform": "auf Ihrer Plattform",
    "on.network": "in Ihrem Netz",
    "on.front": "hinter Ihrem Proxy oder CDN",
    "on.upstream": "in einem von Ihnen angebundenen Netz",
    "on.registrar": "unter einer über Sie registrierten Domain",
    "on.hotline": "bei einem Hoster in Ihrem Land",
    "on.cert": "bei einem Hoster in Ihrem Land",
    "on.site": "auf Ihrer Website",
    "on.peer": "aus Ihrem Netz",
    "place.several": "{{count}} URLs{{#host}} auf {{host}}{{/host}}, unten aufgeführt",

    greeting: "Guten Tag!",

    "lead.first": "Wir melden {{>what}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Erinnerung {{reminder}}: Unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} {{>on}} ({{>place}}) ist bisher unbeantwortet. Falls sich die Sache erledigt hat, genügt ein Wort als Antwort.",
    "lead.reminder.replied":
      "Erinnerung {{reminder}}: Vielen Dank für Ihre Antwort auf unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} {{>on}} ({{>place}}). Ob die Sache erledigt ist, wissen wir nicht. Falls ja, genügt ein Wort als Antwort.",
    "seen-since": "Laut einem neuen Hinweis war dies am {{seenSince}} noch online.",
    "lead.escalation":
      "Wir melden {{>what}} {{>on}}: {{>place}}. Trotz früherer Meldungen (unten) keine Entfernung bestätigt.",
    "lead.moved.host":
      "Zu unserer Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} ({{>place}}) müssen Sie nichts weiter unternehmen: Soweit wir sehen, liegt das Hosting nicht mehr bei Ihnen. Vielen Dank.",
    "lead.moved.other":
      "Zu unserer Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} ({{>place}}) müssen Sie nichts weiter unternehmen: Das Hosting liegt inzwischen bei einem anderen Anbieter. Vielen Dank.",
    "lead.withdrawal":
      "Wir ziehen unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} {{>on}} ({{>place}}) zurück. Grund: Die meldende Stelle hat ihren Hinweis zurückgezogen. Bitte unternehmen Sie nichts, und machen Sie Maßnahmen rückgängig, die Sie allein aufgrund unserer Meldung getroffen haben. Wir bitten um Entschuldigung.",
    "lead.withdrawal.sensitive":
      "Wir ziehen unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} {{>on}} ({{>place}}) zurück. Grund: Die meldende Stelle hat ihren Hinweis zurückgezogen. Sie müssen nichts weiter tun. Ob Sie bereits getroffene Maßnahmen beibehalten, entscheiden Sie nach eigener Prüfung und dem für Sie geltenden Recht.",
    "lead.correction":
      "Wir berichtigen die Begründung unserer Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} {{>on}} ({{>place}}). Die richtige Begründung steht unten; alles Übrige gilt unverändert.",
    "lead.returned":
      "Wir melden erneut {{>what}} {{>on}}: {{>place}}, nach Entfernung wieder online{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter":
      "Diese Nachricht betrifft unsere Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "Sie hatten eine Rückfrage zu unserer Meldung{{#noticed}} vom {{noticed}}{{/noticed}} über {{>what}} {{>on}} ({{>place}}). Unten steht, was der Hinweis dazu sagt.",
    live: "DRINGEND: Laut Hinweis geschieht dies gerade live.",
    reply: "Bitte teilen Sie uns Maßnahmen oder Fragen mit.",
    "reply.soon": "Maßnahmen oder Fragen bitte binnen 24 h mitteilen.",
    "reply.live":
      "Bitte handeln Sie sofort, und geben Sie uns Bescheid, möglichst telefonisch{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "Möglicherweise liegt Ihnen diese E-Mail bereits vor: Wir konnten nicht feststellen, ob unser früherer Versuch Sie erreicht hat. Bitte behandeln Sie beide als eine Meldung.",

    "please.host":
      "Bitte prüfen Sie die gemeldeten Inhalte, und entfernen Sie, was rechtswidrig ist oder gegen Ihre AGB verstößt.",
    "please.peer":
      "Bitte ermitteln Sie den Kunden anhand von IP-Adresse, Port und Zeitpunkt, soweit rechtlich zulässig, bewahren Sie diese Zuordnung auf, und sorgen Sie dafür, dass er dies unterlässt.",
    "please.front":
      "Bitte prüfen Sie die gemeldeten Inhalte, liefern Sie nicht mehr aus, was rechtswidrig ist oder gegen Ihre AGB verstößt, leiten Sie diese Meldung an den Hoster hinter Ihrem Dienst weiter, und teilen Sie uns mit, wer das ist.",
    "please.upstream":
      "Bitte lassen Sie Ihren Kunden die gemeldeten Inhalte prüfen, und gehen Sie nach Ihrer Acceptable Use Policy (AUP) vor.",
    "please.registrar":
      "Bitte prüfen Sie die Nutzung dieser Domain nach Ihren AGB, und informieren Sie den Domaininhaber ohne Angaben zur meldenden Stelle.",
    "please.hotline": "Bitte bewerten Sie die gemeldeten Inhalte, und handeln Sie nach Ihrem nationalen Verfahren.",
    "please.cert":
      "Bitte leiten Sie dies an die Stelle in Ihrem Zuständigkeitsbereich weiter, die Abhilfe schaffen kann.",
    "please.site":
      "Bitte entfernen Sie die gemeldeten Inhalte von Ihrer Website, bewahren Sie eine Kopie der Logs auf, und schließen Sie die ausgenutzte Sicherheitslücke; Ihr Hoster kann Ihnen dabei helfen.",
    "please.child-abuse.host":
      "Bitte nehmen Sie den Inhalt sofort vom Netz, sichern Sie ihn samt Zugriffslogs für die Polizei, soweit zulässig, und warnen Sie den Uploader nicht vorher.",
    "please.child-abuse.peer":
      "Bitte ermitteln Sie den Kunden anhand von IP-Adresse, Port und Zeitpunkt, sichern Sie diese Zuordnung für die Polizei, soweit zulässig oder vorgeschrieben, und informieren Sie den Kunden nicht.",
    "please.child-abuse.front":
      "Bitte liefern Sie den Inhalt ab sofort nicht mehr aus, und teilen Sie uns mit, wer ihn hostet. Warnen Sie den Uploader nicht, bevor der Inhalt offline und gesichert ist.",
    "please.child-abuse.upstream":
      "Bitte lassen Sie Ihren Kunden den Inhalt sofort vom Netz nehmen und sichern; geschieht das nicht, sperren Sie die IP-Adresse per Nullroute. Der Uploader darf vorher nicht gewarnt werden.",
    "please.child-abuse.registrar":
      "Bitte prüfen Sie, ob Sie die Domain nach Ihren AGB sperren können, und sichern Sie die Registrierungsdaten für die Polizei. Warnen Sie den Domaininhaber nicht vorher.",
    "please.child-abuse.hotline":
      "Bitte bewerten Sie den Inhalt, informieren Sie Polizei und Hoster nach Ihrem nationalen Verfahren, und teilen Sie uns mit, falls der Hoster noch nicht benachrichtigt werden darf.",
    "please.child-abuse.cert":
      "Bitte informieren Sie Ihre Polizei oder Beschwerdestelle, und teilen Sie uns mit, wer in Ihrem Land die Entfernung veranlassen kann.",
    "please.intimate.host":
      "Bitte nehmen Sie die Aufnahmen sofort vom Netz, entfernen Sie identische Kopien, soweit auffindbar, und sichern Sie die Daten zum Uploader.",
    "please.exposed.host":
      "Bitte machen Sie die Daten sofort unzugänglich, sichern Sie die Zugriffslogs, und informieren Sie Ihren Kunden, damit er Betroffene warnen kann.",
    "please.terrorism.host":
      "Bitte prüfen Sie den Inhalt, entfernen Sie ihn, falls er rechtswidrig ist oder gegen Ihre AGB verstößt, und sichern Sie ihn sowie die Daten zum Uploader.",
    "please.crime.host": "Bitte nehmen Sie {{>it}} vom Netz, und sichern Sie Beweise (Logs, Dateien).",
    "please.crime.front":
      "Bitte liefern Sie {{>it}} nicht mehr aus, leiten Sie diese Meldung an den Hoster hinter Ihrem Dienst weiter, und teilen Sie uns mit, wer das ist.",
    "please.crime.upstream":
      "Bitte veranlassen Sie Ihren Kunden, {{>it}} vom Netz zu nehmen; geschieht das nicht, sperren Sie die IP-Adresse bitte per Nullroute.",
    "please.crime.registrar":
      "Bitte prüfen Sie die Belege, und sperren oder deaktivieren Sie die Domain bei bestätigtem Missbrauch.",
    "please.crime.cert":
      "Bitte leiten Sie dies an den verantwortlichen Betreiber in Ihrem Zuständigkeitsbereich weiter, und melden Sie sich, falls Sie mehr benötigen.",
    hidden: "Inhalt evtl. nur wie unten genannt sichtbar.",

    "more.child-abuse":
      "Bitte melden Sie dies Polizei oder Beschwerdestelle, sonst niemandem, und senden Sie uns kein Material.",
    "more.child-abuse.upstream":
      "Bitte melden Sie dies Polizei oder Beschwerdestelle, sonst nur diesem Kunden, und senden Sie uns kein Material.",
    "more.intimate":
      "Bitte senden Sie uns keine der Aufnahmen, und geben Sie diese Meldung nicht an den Uploader weiter.",
    "more.terrorism": "Bitte geben Sie diese Meldung nicht an den Uploader weiter.",
    "more.crime":
      "Bitte suchen Sie nach Kits, ähnlichen Inhalten und dem Einfallstor, und informieren Sie gehackte Kunden, ohne die meldende Stelle zu nennen.",
    "more.victim": "Wurde die Website des Domaininhabers gehackt, informieren Sie bitte ihn, statt zu sperren.",
    "more.customer": "Weitergabe an Kunden bitte ohne Namen der meldenden Stelle.",

    "label.url": "URL",
    "label.host": "Gesamter Host",
    "label.account": "Konto",
    "label.address": "IP-Adresse",
    "label.port": "Port",
    "label.network": "Ihr Netz",
    "label.country": "Land",
    "label.registered": "Domain registriert",
    "label.domain": "Domainname",
    "label.seen": "Zuletzt online",
    "label.first-seen": "Zuerst gesehen",
    "label.channel": "Fundort",
    "label.reason": "Begründung (gemeldet)",
    "label.was": "Frühere Begründung (falsch)",
    "label.removed": "Entfernt am",
    "label.brand": "Marke/Werk",
    "label.genuine": "Original-Website",
    "label.right": "Registernummer",
    "label.reproduce": "Sichtbarkeit",
    "label.redirects": "Weitergeleitet von",
    "label.classification": "Einstufung",
    "label.basis": "Basis",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Meldende Stelle",
    "label.behalf": "Im Auftrag von",
    "label.organisations": "Meldende Organisationen",
    "label.sender": "Absender",
    "label.verify": "Verifizierung",
    "label.phone": "Telefon",
    "label.number": "Unsere Referenz",
    "label.ticket": "Ihre Referenz",
    "label.told-before": "Frühere Meldung",
    "label.machine": "Anhang",
    screenshot: "bei der meldenden Stelle, auf Anfrage erhältlich",
    "domain.malicious": "offenbar hierfür registriert (laut Hinweis)",
    "reason.assessment": "laut meldender Stelle rechtswidrig",
    "basis.manual-review": "manuell",
    "basis.hash-match": "Hashtreffer",
    "basis.user-report": "Nutzermeldung",
    "basis.automated-scan": "automatisiert",
    "basis.unstated": "nicht angegeben",
    "classification.baseline": "Baseline (fast überall rechtswidrig)",
    "classification.A1": "A1 (Kind vor der Pubertät, sexuelle Handlung)",
    "classification.A2": "A2 (Kind vor der Pubertät, sexuelles Posieren)",
    "classification.B1": "B1 (Kind in der Pubertät, sexuelle Handlung)",
    "classification.B2": "B2 (Kind in der Pubertät, sexuelles Posieren)",
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
    "answer.passed-on": "an den Kunden weitergeleitet",
    "answer.removed": "Antwort: entfernt",
    "answer.not-ours": "Antwort: kein eigener Kunde",
    "answer.form": "Antwort: Verweis auf ein Formular",
    "answer.refused": "Antwort: Maßnahmen abgelehnt",
    "answer.not-found": "Antwort: nicht aufgefunden",
    "answer.question": "Antwort: eine Rückfrage",
    "answer.other": "Antwort erhalten, nicht erledigt",
    list: "URLs",

    "ground.dsa": "Meldung nach Art. 16 DSA (VO (EU) 2022/2065); wir bitten um Ihre Entscheidung.",
    "ground.dsa-life": "Art. 18 (Gefahr für Leben oder Sicherheit) gilt ebenfalls.",
    "ground.trusted-flagger": "{{flagger}} bittet als vertrauenswürdiger Hinweisgeber um Vorrang (Art. 22).",
    "ground.us-provider": "18 U.S.C. 2258A verlangt eine Meldung an die CyberTipline des NCMEC und deren Aufbewahrung.",
    "ground.raa":
      "Wir halten dies für DNS-Missbrauch; Abschnitt 3.18.2 des RAA der ICANN verlangt bei verwertbaren Belegen umgehende Maßnahmen.",
    "ground.terms": "Wir berufen uns auf Ihre AGB oder AUP.",
    "ground.national": "Wir wenden uns an Sie als nationale Anlaufstelle für solche Hinweise.",
    "ground.site": "Ihre Website wurde offenbar missbraucht; wir bitten Sie um Ihre Hilfe.",
    "ground.good-faith":
      "Die meldende Stelle und wir halten Angaben und Anführungen in gutem Glauben für richtig und vollständig.",
    desk: "Falsche Stelle? Wer wäre zuständig?",
    several: "Ihre Antwort gilt für alle aufgeführten URLs, sofern sie nicht einzelne Referenzen nennt.",
  },
};
