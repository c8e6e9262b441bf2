import type { Texts } from "../texts.ts";

/** Every German word that a desk reads from us; `en.ts` says what each text is for. */
export const german: Texts = {
  language: "de",
  name: "German",
  parts: {
    "mark.reminder": "Erinnerung {{reminder}}",
    "mark.escalation": "Eskalation",
    "mark.moved": "Erledigt",
    "mark.withdrawal": "ZURÜCKGEZOGEN",
    "mark.correction": "BERICHTIGUNG",

    "type.csam": "Darstellungen sexuellen Kindesmissbrauchs",
    "type.csem": "sexuelle Ausbeutung von Kindern",
    "type.ncii": "intime Aufnahmen ohne Einwilligung",
    "type.terrorism": "terroristische Inhalte",
    "type.phishing": "Phishing",
    "type.malware": "Schadsoftware",
    "type.botnet": "Botnetz",
    "type.fraud": "Betrug",
    "type.brand": "Markenverletzung",
    "type.copyright": "Urheberrechtsverletzung",
    "type.exposed-data": "offengelegte Daten",
    "type.other": "schädliche Inhalte",

    "what.csam": "Darstellungen sexuellen Kindesmissbrauchs",
    "what.csem": "die sexuelle Ausbeutung eines Kindes",
    "what.ncii": "intime Aufnahmen, die ohne Einwilligung der gezeigten Person veröffentlicht wurden",
    "what.terrorism": "Inhalte, die zu Terrorismus aufrufen oder ihn unterstützen",
    "what.phishing": "Phishing",
    "what.malware": "die Verbreitung von Schadsoftware",
    "what.botnet": "die Steuerung eines Botnetzes",
    "what.fraud": "Betrug",
    "what.brand": "die irreführende Verwendung einer Marke",
    "what.copyright": "die unerlaubte Nutzung eines geschützten Werks",
    "what.exposed-data": "Daten, die ohne Berechtigung offengelegt wurden",
    "what.other": "schädliche Inhalte",

    "place.url": "unter {{host}}",
    "place.host": "unter {{host}}",
    "place.peer": "durch {{host}}, Port {{port}}",
    "place.account": "in einem Konto bei {{host}}",
    "place.several": "unter {{count}} Adressen{{#host}} auf {{host}}{{/host}}",
    "where.url": "Genaue Adresse, entschärft (hxxp steht für http, [.] für ., [:] für :):",
    "where.host": "Genauer Ort, entschärft ([.] steht für ., [:] für :), alles unter diesem Host:",
    "where.peer": "Genauer Ort, entschärft ([.] steht für ., [:] für :):",
    "where.account": "Genauer Ort, entschärft ([.] steht für ., [:] für :):",
    "where.several":
      "Die genauen Adressen stehen in der Liste am Ende dieser E-Mail, jede einmal, mit unserer Nummer und dem Zeitpunkt der ersten Sichtung; entschärft (hxxp steht für http, [.] für ., [:] für :).",
    "where.port": "Port",
    "where.account-name": "Konto",

    "lead.first": "Wir melden {{>what}} {{>place}}, zuerst gesehen {{seen}}. {{>please}}.",
    "lead.reminder":
      "Erinnerung {{reminder}}: Wir haben Ihnen {{>what}} {{>place}} gemeldet und kennen keine Antwort, die die Sache erledigt. {{>please}}.",
    "lead.escalation":
      "Wir melden Ihnen {{>what}} {{>place}}, weil die zuvor Benachrichtigten dies nach unserer Kenntnis nicht beendet haben. {{>please}}.",
    "lead.moved":
      "Zu unserer Meldung ({{>what}} {{>place}}): Der Inhalt wird nicht mehr aus Ihrem Netz ausgeliefert. Sie müssen nichts weiter tun. Vielen Dank.",
    "lead.withdrawal":
      "Wir ziehen unsere Meldung zurück ({{>what}} {{>place}}). Bitte unternehmen Sie daraufhin nichts, und machen Sie rückgängig, was Sie allein auf unser Wort hin getan haben. Wir bitten um Entschuldigung.",
    "lead.correction":
      "Wir berichtigen unsere Meldung ({{>what}} {{>place}}, zuerst gesehen {{seen}}). {{>please}}. Bitte verwenden Sie die Angaben in dieser E-Mail anstelle der früheren.",
    "may-be-second":
      "Möglicherweise liegt Ihnen diese Meldung bereits vor: Wir konnten nicht feststellen, ob unsere frühere E-Mail Sie erreicht hat. Bitte behandeln Sie beide als eine Meldung.",

    "please.host":
      "Bitte sichern Sie die Beweise, und entfernen Sie den Inhalt danach oder machen Sie ihn unzugänglich",
    "please.upstream":
      "Bitte veranlassen Sie Ihren Kunden, den Inhalt zu entfernen, oder leiten Sie ihn nicht mehr weiter",
    "please.front":
      "Bitte liefern Sie den Inhalt nicht mehr über Ihr Netz aus, und leiten Sie diese Meldung an den Hoster dahinter weiter",
    "please.registrar": "Bitte gehen Sie gegen die Nutzung des Domainnamens hierfür vor",
    "please.hotline": "Bitte prüfen Sie dies, und veranlassen Sie die Entfernung nach Ihrem nationalen Verfahren",
    "please.cert": "Bitte veranlassen Sie das zuständige Netz in Ihrem Bereich, dies zu beenden",
    "please.site":
      "Bitte entfernen Sie den Inhalt von Ihrer Website, und schließen Sie den Weg, auf dem er dorthin gelangt ist",

    "relation.platform":
      "Sie erhalten diese Meldung als Abuse-Stelle des Dienstes, auf dem der Inhalt gesehen wurde{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "Sie erhalten diese Meldung als Abuse-Kontakt des Netzes, aus dem der Inhalt ausgeliefert wird{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "Sie erhalten diese Meldung als Abuse-Stelle des Dienstes, der dem Host vorgeschaltet ist{{#range}} ({{range}}){{/range}}; der Inhalt selbst liegt möglicherweise anderswo.",
    "relation.upstream":
      "Sie erhalten diese Meldung als Abuse-Kontakt des Netzes, über das das Netz des Hosters angebunden ist{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "Sie erhalten diese Meldung als Abuse-Kontakt des Registrars der Domain{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "Sie erhalten diese Meldung als Meldestelle des Landes, in dem der Inhalt gehostet wird{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Sie erhalten diese Meldung als Computer-Notfallteam (CERT) des Landes, in dem der Inhalt gehostet wird{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Sie erhalten diese Meldung als Kontakt der Website selbst.",

    "label.seen": "Zuerst gesehen:",
    "label.channel": "Gesehen auf:",
    "label.addresses": "Aufgelöst zu:",
    "label.looked-up": "abgefragt",
    "label.explanation": "Warum es so einzuordnen ist:",
    "label.imitates": "Nachgeahmt oder verletzt:",
    "label.legitimate-site": "Rechtmäßige Seite:",
    "label.reproduce": "So ist es zu sehen:",
    "label.classification": "Einstufung:",
    "label.assessed": "Bewertet durch:",
    "label.hash": "Hash:",
    "label.notifier": "Meldende Stelle:",
    "label.sender": "Gesendet von:",
    live: "Gemeldet als gegenwärtig stattfindend (live).",
    organisations: "Gemeldet von {{organisations}} Organisationen.",
    "assessed.manual-review": "eine Person bei der meldenden Organisation",
    "assessed.hash-match": "Übereinstimmung mit einer Liste bekannter Hashwerte",
    "assessed.user-report": "Nutzermeldung, weitergegeben durch die meldende Organisation",
    "assessed.automated-scan": "automatisierte Prüfung",
    "assessed.unstated": "die meldende Organisation, Verfahren nicht angegeben",
    "channel.website": "Website",
    "channel.message-board": "Forum",
    "channel.chat-room": "Chatraum",
    "channel.peer-to-peer": "Peer-to-Peer-Netz",
    "channel.instant-messaging": "Messenger",
    "channel.live-stream": "Livestream",
    "channel.file-host": "Filehoster",
    "channel.e-mail": "E-Mail",

    "ask.child-abuse.host":
      "Unsere Bitte: 1. Sichern Sie vor der Entfernung das Material und die Aufzeichnungen darüber, wer es eingestellt und wer es abgerufen hat, wie Ihr Recht es verlangt, zugänglich nur für dazu Befugte. 2. Entfernen Sie das Material, oder machen Sie es unzugänglich. 3. Melden Sie es Ihrer Polizei oder Meldestelle. 4. Warnen Sie nicht, wer es eingestellt hat. Bitte senden Sie uns nichts von dem Material.",
    "ask.child-abuse.upstream":
      "Unsere Bitte: Veranlassen Sie Ihren Kunden, die Beweise zu sichern und das Material sofort zu entfernen; geschieht das nicht, leiten Sie die Adresse nicht mehr weiter. Warnen Sie nicht, wer es eingestellt hat. Bitte senden Sie uns nichts von dem Material.",
    "ask.child-abuse.registrar":
      "Unsere Bitte: Prüfen Sie, ob Ihre Bedingungen es erlauben, die Auflösung des Domainnamens einzustellen, sichern Sie die Registrierungsdaten für die Polizei, und warnen Sie den Inhaber nicht. Bitte senden Sie uns nichts von dem Material.",
    "ask.child-abuse.hotline":
      "Unsere Bitte: Bewerten Sie den Ort, unterrichten Sie Polizei und Hoster nach Ihrem nationalen Verfahren, und teilen Sie uns mit, falls der Hoster noch nicht informiert werden darf.",
    "ask.child-abuse.cert":
      "Unsere Bitte: Unterrichten Sie Ihre Polizei oder Meldestelle, und teilen Sie uns mit, wer in Ihrem Land die Entfernung veranlassen kann.",
    "ask.intimate.host":
      "Unsere Bitte: Entfernen Sie die Aufnahmen, oder machen Sie sie unzugänglich, entfernen Sie gleiche Kopien, soweit Sie sie finden können, und sichern Sie die Aufzeichnungen darüber, wer sie eingestellt hat. Bitte senden Sie uns keine der Aufnahmen.",
    "ask.terrorism.host":
      "Unsere Bitte: Prüfen Sie den Inhalt, sichern Sie ihn und die Aufzeichnungen darüber, wer ihn eingestellt hat, und entfernen Sie ihn oder machen Sie ihn unzugänglich, soweit er gegen das Recht oder Ihre Bedingungen verstößt.",
    "ask.crime.host":
      "Unsere Bitte: Bewahren Sie Protokolle und Dateien als Beweise auf, nehmen Sie die Seite, die Datei oder den Rechner vom Netz, und unterrichten Sie Ihren Kunden, falls in sein System eingebrochen wurde.",
    "ask.crime.registrar":
      "Unsere Bitte: Prüfen Sie die Belege in dieser E-Mail, und unterbinden oder stören Sie die Nutzung, wenn Sie feststellen, dass der Domainname für diesen Missbrauch verwendet wird. Gehört der Name einem Opfer, in dessen Website eingebrochen wurde, unterrichten Sie bitte stattdessen den Inhaber.",
    "ask.crime.cert":
      "Unsere Bitte: Leiten Sie dies an das zuständige Netz in Ihrem Bereich weiter, und sagen Sie uns, wenn Sie mehr benötigen.",
    "ask.rights.host":
      "Unsere Bitte: Prüfen Sie die hier beschriebene Nutzung, und entfernen Sie sie oder machen Sie sie unzugänglich, soweit Sie sie für rechtswidrig oder gegen Ihre Bedingungen verstoßend halten.",
    "ask.rights.registrar":
      "Unsere Bitte: Leiten Sie diese Meldung an den Inhaber weiter, und prüfen Sie die Registrierung nach Ihren Bedingungen.",
    "ask.exposed.host":
      "Unsere Bitte: Machen Sie die Daten sofort unzugänglich, bewahren Sie die Zugriffsprotokolle auf, und unterrichten Sie Ihren Kunden, damit er die Betroffenen warnen kann.",
    "ask.host":
      "Unsere Bitte: Sichern Sie die Beweise, prüfen Sie den Inhalt, und entfernen Sie ihn oder machen Sie ihn unzugänglich, soweit er gegen das Recht oder Ihre Bedingungen verstößt.",
    "ask.front":
      "Unsere Bitte: Liefern Sie die Adresse nicht mehr über Ihr Netz aus, wenn sie gegen das Gesetz oder Ihre Bedingungen verstößt, leiten Sie diese Meldung an den Hoster dahinter weiter, und nennen Sie ihn uns.",
    "ask.upstream":
      "Unsere Bitte: Veranlassen Sie Ihren Kunden nach Ihren Nutzungsbedingungen, dies zu beenden; geschieht das nicht, leiten Sie die Adresse nicht mehr weiter.",
    "ask.registrar":
      "Unsere Bitte: Leiten Sie diese Meldung an den Inhaber oder Ihren Reseller weiter, und prüfen Sie die Nutzung des Domainnamens nach Ihren Bedingungen.",
    "ask.hotline": "Unsere Bitte: Bewerten Sie den Ort, und handeln Sie nach Ihrem nationalen Verfahren.",
    "ask.cert": "Unsere Bitte: Leiten Sie dies an die Stelle in Ihrem Bereich weiter, die es beenden kann.",
    "ask.site":
      "Unsere Bitte: Bewahren Sie eine Kopie der Protokolle auf, entfernen Sie die Seite oder Datei, und stellen Sie fest, wie sie dorthin gelangt ist; Ihr Hoster kann Ihnen dabei helfen.",

    "ground.dsa":
      "Dies ist eine Meldung nach Artikel 16 der Verordnung (EU) 2022/2065 (Gesetz über digitale Dienste). Bitte bestätigen Sie den Empfang, und teilen Sie uns Ihre Entscheidung mit.",
    "ground.dsa-life":
      "Artikel 18 verpflichtet Hostingdiensteanbieter, den Verdacht einer Straftat gegen Leben oder Sicherheit den Behörden zu melden.",
    "ground.trusted-flagger":
      "Sie kommt von einem vertrauenswürdigen Hinweisgeber nach Artikel 22 dieser Verordnung und ist vorrangig zu behandeln.",
    "ground.us-provider":
      "Falls Sie ein Anbieter in den Vereinigten Staaten sind: 18 U.S.C. 2258A verlangt von Anbietern, die tatsächliche Kenntnis von einem offenkundigen Verstoß haben, diesen der CyberTipline von NCMEC zu melden und das Gemeldete aufzubewahren.",
    "ground.raa":
      "Nach unserer Überzeugung liegt DNS-Missbrauch vor; diese E-Mail enthält unsere Belege. Abschnitt 3.18 des Registrar Accreditation Agreement von ICANN verlangt von Registraren generischer Top-Level-Domains, auf verwertbare Belege dafür zu handeln.",
    "ground.terms": "Wir bitten darum auf Grundlage Ihrer eigenen Nutzungsbedingungen.",
    "ground.national": "Wir bitten darum im Rahmen Ihres nationalen Auftrags.",
    "ground.site": "Ihre Website wurde offenbar missbraucht; wir bitten um Ihre Hilfe.",
    "ground.copyright":
      "Diese E-Mail enthält keine Erklärung nach 17 U.S.C. 512(c)(3); eine solche kann nur der Rechteinhaber oder sein Beauftragter abgeben.",
    "ground.good-faith":
      "Wir sind in gutem Glauben davon überzeugt, dass die Angaben in dieser Meldung richtig und vollständig sind.",

    "history.reminder": "Unsere früheren Meldungen an Sie:",
    "history.escalation": "Vor Ihnen benachrichtigt:",
    "history.subject": "Betreff",
    "history.acknowledged": "Eingang bestätigt",
    "history.ticket": "Ticketnummer",
    "delivery.delivered": "vom Mailserver des Empfängers angenommen",
    "delivery.sent": "gesendet, Zustellung nicht bestätigt",
    "delivery.returned": "als unzustellbar zurückgekommen",
    "answer.removed": "Antwort: entfernt",
    "answer.not-ours": "Antwort: nicht zuständig",
    "answer.form": "Antwort: Verweis auf ein Formular",
    "answer.refused": "Antwort: es wird nicht gehandelt",
    "answer.question": "Antwort: eine Rückfrage",
    "answer.other": "Antwort, die die Sache nicht erledigt",

    reach:
      "Sie erreichen uns, indem Sie auf diese E-Mail antworten; sie wird von Menschen gelesen. Unsere Nummer ist {{caseId}}{{#ticket}}, Ihre ist {{ticket}}{{/ticket}}. Falls Sie nicht zuständig sind, nennen Sie uns bitte die zuständige Stelle.",
    "reach.several":
      "Ihre Antwort gilt für alle Adressen der Liste, es sei denn, sie nennt die Nummern derjenigen, um die es geht.",
    verify: "So prüfen Sie die Echtheit dieser Meldung: {{verifyBy}}",
    machine:
      "Die angehängte Datei xarf.json enthält dasselbe in maschinenlesbarer Form (XARF 4.2), mit der genauen Adresse.",
    "machine.several":
      "Die angehängte Datei xarf-reports.json enthält dasselbe in maschinenlesbarer Form (XARF 4.2, {{reports}} von {{count}}), mit den genauen Adressen.",
    list: "Adressen",
  },
};
