import type { Texts } from "../texts.ts";

/*
 * Terms: notice (this mail), report (what the notifier gave us), notifier (who found it), host (who
 * keeps the content), platform or service (what users put content on), abuse desk, evidence, logs,
 * take offline, defanged (written so that it is no link), hotline, registrar, access records.
 */

/**
 * Every English word that a desk reads from us, and what the other languages are held against. Each
 * text has its name; which texts make up a mail stands in `shape.ts`. `{{name}}` is a fact,
 * `{{>name}}` another text, `{{#name}}…{{/name}}` stands only where the fact is known (Mustache, no
 * logic). A fact is printed as it is and never read as a template. A text that is missing stops the
 * mail.
 */
export const english: Texts = {
  language: "en",
  name: "English",
  parts: {
    // The subject: what kind of mail, and about what. Desks sort by it.
    "mark.live": "LIVE",
    "mark.reminder": "Reminder {{reminder}}",
    "mark.escalation": "Escalation",
    "mark.moved": "No further action",
    "mark.withdrawal": "WITHDRAWN",
    "mark.correction": "CORRECTION",
    "mark.returned": "Seen again",

    // What it is: in the subject and in the first sentence.
    "type.csam": "child sexual abuse material",
    "type.csem": "child sexual exploitation",
    "type.ncii": "non-consensual intimate imagery",
    "type.terrorism": "terrorist content",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "botnet command-and-control server",
    "type.fraud": "fraud",
    "type.brand": "trademark infringement",
    "type.copyright": "copyright infringement",
    "type.exposed-data": "exposed personal or confidential data",
    "type.other": "harmful content",

    // Where it is, as seen by whoever reads this.
    "on.platform": "on your service",
    "on.network": "on your network",
    "on.front": "behind your proxy or delivery service",
    "on.upstream": "on a network that you carry",
    "on.registrar": "under a domain registered through you",
    "on.hotline": "hosted in your country",
    "on.cert": "hosted in your country",
    "on.site": "on your site",
    "on.peer": "shared from your network",
    "place.several": "{{count}} URLs{{#host}} on {{host}}{{/host}}, listed below",

    // The first sentence: what and where, and what is new.
    "lead.first": "We report {{>type}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Reminder {{reminder}}: our notice{{#noticed}} of {{noticed}}{{/noticed}} is not resolved: {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation": "We report {{>type}} {{>on}}: {{>place}}. Notices to others (below) were not enough.",
    "lead.moved.host":
      "No further action is needed: {{>type}} that we reported to you{{#noticed}} on {{noticed}}{{/noticed}} is no longer hosted with you, as far as we can see: {{>place}}. Thank you.",
    "lead.moved.other":
      "No further action is needed: {{>type}} that we reported to you{{#noticed}} on {{noticed}}{{/noticed}} has moved to another provider, and your part in it is done: {{>place}}. Thank you.",
    "lead.withdrawal":
      "We withdraw our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>type}} {{>on}}: {{>place}}. Reason: the notifier has withdrawn the report. Please take no action, and reverse any measure that you took only because of our notice. We apologise.",
    "lead.correction":
      "We correct the reason given in our notice{{#noticed}} of {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. The right one is below; all else stands.",
    "lead.returned":
      "It is back: {{>type}} {{>on}}, {{>place}}. It was removed and seen again{{#seenAgain}} on {{seenAgain}}{{/seenAgain}}.",
    "lead.letter": "Further to our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>type}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "You asked about our notice{{#noticed}} of {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. The report says what stands below.",
    live: "URGENT: reported as happening live, now.",
    reply: "Please reply: what you did, or what you need.",
    "reply.soon": "Please reply within 24 hours: what you did, or what you need.",
    "may-be-second":
      "You may have this mail already: we could not find out whether our earlier attempt reached you. Please treat both as one.",

    // What is asked: by category where it differs, else by kind of recipient. `it` is what the first
    // sentence names.
    "please.host": "Please review it, and remove it where you find it unlawful or against your terms.",
    "please.peer":
      "Please identify the customer by address, port and time as far as your law allows, keep that record, and have the customer stop.",
    "please.front":
      "Please stop serving it where it breaks the law or your terms, pass this notice to the host behind it, and tell us who that is.",
    "please.upstream": "Please have your customer review it and end it under your acceptable use policy.",
    "please.registrar":
      "Please review the use of this domain name under your terms, and inform the registrant without the notifier's details.",
    "please.hotline": "Please assess it, and act by your national procedure.",
    "please.cert": "Please pass this to whoever in your constituency can end it.",
    "please.site":
      "Please remove it from your site, keep a copy of the logs, and fix the weakness through which it was placed there; your hosting company can help you.",
    "please.child-abuse.host":
      "Please take it offline now, keep it and its access records for the police as far as your law allows or requires, and do not warn whoever placed it.",
    "please.child-abuse.peer":
      "Please identify the customer by address, port and time, keep that record for the police as far as your law allows or requires, and do not warn the customer.",
    "please.child-abuse.front": "Please stop serving it now, and tell us who hosts it. Do not warn whoever placed it.",
    "please.child-abuse.upstream":
      "Please have your customer take it offline at once; where that does not happen, stop routing traffic to it. Do not warn whoever placed it.",
    "please.child-abuse.registrar":
      "Please see whether your terms let you suspend the domain name, and keep the registration records for the police. Do not warn the registrant.",
    "please.child-abuse.hotline":
      "Please assess it, alert your police and the host by your national procedure, and tell us if the host must not be told yet.",
    "please.child-abuse.cert":
      "Please alert your police or hotline, and tell us who in your country can have it removed.",
    "please.intimate.host":
      "Please take it offline at once, remove identical copies where you can find them, and keep the records of who placed it.",
    "please.exposed.host":
      "Please make it unreachable at once, keep the access logs, and tell your customer, so that they can warn the people concerned.",
    "please.terrorism.host":
      "Please review it, remove it where it breaks the law or your terms, and keep it and the records of who placed it.",
    "please.crime.host": "Please take it offline, and keep the logs and files as evidence.",
    "please.crime.front": "Please stop serving it, pass this notice to the host behind it, and tell us who that is.",
    "please.crime.upstream":
      "Please have your customer take it offline; where that does not happen, stop routing traffic to it.",
    "please.crime.registrar":
      "Please examine the evidence and, where it shows this abuse, suspend or otherwise disrupt the domain name.",
    "please.crime.cert":
      "Please pass this to the operator responsible in your constituency, and tell us if you need more.",

    // What else, and to whom this notice may go on.
    "more.child-abuse": "Report it to your police or hotline, pass this notice to nobody else, and send us none of it.",
    "more.intimate": "Please do not send us any of the imagery, and do not pass this notice to whoever placed it.",
    "more.terrorism": "Please do not pass this notice to whoever placed it.",
    "more.crime":
      "If your customer's system was broken into, please tell them; you may pass this notice on without the notifier's name.",
    "more.victim": "If the registrant's site was broken into, please tell the registrant instead.",
    "more.customer": "You may pass this notice to your customer without the notifier's name.",

    // Labels: what stands behind them is a fact, printed once for all languages of the mail.
    "label.url": "URL",
    "label.host": "Host, all of it",
    "label.account": "Account",
    "label.address": "IP address",
    "label.port": "port",
    "label.network": "Your network",
    "label.country": "Country",
    "label.seen": "Last seen online",
    "label.first-seen": "First seen",
    "label.channel": "Seen on",
    "label.reason": "Reason (as reported)",
    "label.was": "Wrong reason before",
    "label.removed": "Removed on",
    "label.brand": "Brand or work",
    "label.genuine": "Genuine site",
    "label.right": "Registration number",
    "label.reproduce": "Reproduce",
    "label.redirects": "Redirected from",
    "label.classification": "Classification",
    "label.basis": "Basis of assessment",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Notifier",
    "label.organisations": "Organisations that reported it",
    "label.sender": "Sent by",
    "label.verify": "To verify",
    "label.number": "Our number",
    "label.ticket": "Your number",
    "label.told-before": "Notified before",
    "label.machine": "Machine-readable",
    screenshot: "held by the notifier, sent on request",
    "basis.manual-review": "a person's review",
    "basis.hash-match": "match with a list of known hashes",
    "basis.user-report": "a user's report",
    "basis.automated-scan": "automated scan",
    "basis.unstated": "not stated",
    "channel.message-board": "message board",
    "channel.chat-room": "chat room",
    "channel.peer-to-peer": "peer-to-peer network",
    "channel.instant-messaging": "instant messaging",
    "channel.live-stream": "live stream",
    "channel.file-host": "file host",
    "channel.e-mail": "e-mail",
    "delivery.delivered": "accepted by the mail server",
    "delivery.sent": "sent, delivery not confirmed",
    "delivery.returned": "returned as undeliverable",
    acknowledged: "receipt confirmed",
    "answer.passed-on": "passed on to their customer",
    "answer.removed": "answered: removed",
    "answer.not-ours": "answered: not theirs",
    "answer.form": "answered: use a form",
    "answer.refused": "answered: will not act",
    "answer.not-found": "answered: not found",
    "answer.question": "answered with a question",
    "answer.other": "answered, not resolved",
    list: "URLs",

    // On what ground. Which of them may stand is decided in `ground.ts`, from the law.
    "ground.dsa":
      "Notice under Article 16 of Regulation (EU) 2022/2065 (Digital Services Act); please tell us your decision.",
    "ground.dsa-life": "Its Article 18 (threats to life or safety) applies, too.",
    "ground.trusted-flagger": "A trusted flagger sends this with priority (Article 22).",
    "ground.us-provider":
      "For US providers: 18 U.S.C. 2258A requires a report to NCMEC's CyberTipline, and its preservation.",
    "ground.raa":
      "We believe that this is DNS abuse; section 3.18.2 of the ICANN Registrar Accreditation Agreement requires prompt action on actionable evidence.",
    "ground.terms": "We rely on your terms of service or acceptable use policy.",
    "ground.national": "We address you as the national contact for such reports.",
    "ground.site": "Your site appears to have been abused; we ask for your help.",
    "ground.copyright":
      "This notice makes no declaration under 17 U.S.C. 512(c)(3); only the right holder or their agent can.",
    "ground.good-faith":
      "The notifier and we believe in good faith that this information and these allegations are accurate and complete.",
    desk: "Not the right desk? Tell us who is.",
    several: "Your answer applies to every URL listed, unless it names the numbers that it is about.",
  },
};
