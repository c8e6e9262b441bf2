import type { Texts } from "../texts.ts";

/*
 * Terms: notice (this mail), report (what the notifier gave us), notifier (who found it), host (who
 * keeps the content), platform or service (what users put content on), abuse desk, evidence, logs,
 * take offline, defanged (written so that it is no link), hotline, registrar, access records.
 */

/**
 * What the other languages are held against. `shape.ts` has which texts make up a mail. `{{name}}` is a fact,
 * `{{>name}}` another text, `{{#name}}…{{/name}}` stands only where the fact is known (Mustache, no logic). A
 * fact is printed as it is, never read as a template. A missing text stops the mail.
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
    "mark.returned": "Reappeared",

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

    // The same in a sentence, where it is one thing or several, and what the requests call it.
    "page.phishing": "a phishing page",
    "pages.phishing": "phishing pages",
    "page.fraud": "a fraudulent page",
    "pages.fraud": "fraudulent pages",
    "server.botnet": "a botnet command-and-control server",
    "servers.botnet": "botnet command-and-control servers",
    "it.page": "the page",
    "it.pages": "these pages",
    "it.one": "it",
    "it.several": "them",

    // Where it is, as seen by whoever reads this.
    "on.platform": "on your service",
    "on.network": "on your network",
    "on.front": "behind your proxy or CDN",
    "on.upstream": "on a network for which you provide transit",
    "on.registrar": "under a domain name registered through you",
    "on.hotline": "located in your country",
    "on.cert": "located in your country",
    "on.site": "on your site",
    "on.peer": "from your network",
    "place.several": "{{count}} URLs{{#host}} on {{host}}{{/host}}, listed below",

    // How a mail begins, where one without a greeting is rude.
    greeting: "Hello,",

    // The first sentence: what, where, and what is new.
    "lead.first": "We are reporting {{>what}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Reminder {{reminder}}: we have had no answer to our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} {{>on}}: {{>place}}. If this has been resolved, a one-word reply is enough.",
    "lead.reminder.replied":
      "Reminder {{reminder}}: thank you for your reply to our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} {{>on}}: {{>place}}. We do not know whether this has been resolved. If it has, a one-word reply is enough.",
    "seen-since": "It was reported again, last seen on {{seenSince}}.",
    "lead.escalation":
      "We are reporting {{>what}} {{>on}}: {{>place}}. Earlier notices have brought no confirmation of removal.",
    "lead.moved.host":
      "No further action is needed on our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} ({{>place}}): as far as we can see, you no longer host the content. Thank you.",
    "lead.moved.other":
      "No further action is needed on our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} ({{>place}}): another provider now hosts the content. Thank you.",
    "lead.withdrawal":
      "We withdraw our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} {{>on}}: {{>place}}. Reason: the notifier has withdrawn the report. Please take no action, and reverse any measure that you took only because of our notice. We apologise.",
    "lead.withdrawal.sensitive":
      "We withdraw our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} {{>on}}: {{>place}}. Reason: the notifier has withdrawn the report. We ask nothing more of you. Whether to keep any measure you have taken is for you to decide, after your own review and under your law.",
    "lead.correction":
      "We are correcting the reason given in our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} {{>on}}: {{>place}}. The correct reason is below; everything else is unchanged.",
    "lead.returned":
      "This has reappeared: {{>what}} {{>on}}, {{>place}}. It was removed{{#seenAgain}}, but seen again on {{seenAgain}}{{/seenAgain}}.",
    "lead.letter":
      "This follows our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "You asked about our notice{{#noticed}} of {{noticed}}{{/noticed}} about {{>what}} {{>on}}: {{>place}}. This is what the report says.",
    live: "URGENT: reported as happening live, right now.",
    reply: "Please tell us what you have done, or what you need.",
    "reply.soon": "Please tell us within 24 hours what you have done, or what you need.",
    "reply.live": "Please act at once and confirm, by phone if you can{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "You may already have this message: we could not confirm whether our earlier attempt reached you. Please treat both as one.",

    // What is asked: by category where it differs, else by recipient. `it`: what the first sentence names.
    "please.host": "Please review {{>it}}, and remove what is unlawful or against your terms.",
    "please.peer":
      "Please identify the customer from the address, port and time as far as your law allows, retain the records, and have the customer stop.",
    "please.front":
      "Please review {{>it}}, stop serving what is unlawful or against your terms, forward this notice to the host behind your service, and tell us who that is.",
    "please.upstream": "Please have your customer review the content, and enforce your acceptable use policy.",
    "please.registrar":
      "Please review the use of this domain name under your terms, and inform the registrant without passing on the notifier's details.",
    "please.hotline": "Please assess {{>it}}, and act under your national procedure.",
    "please.cert": "Please forward this to whoever in your constituency can act on it.",
    "please.site":
      "Please remove {{>it}} from your site, keep a copy of the logs, and fix the vulnerability that was used; your hosting provider can help you.",
    "please.child-abuse.host":
      "Please take the content offline now, preserve it and the access logs for law enforcement as your law allows, and do not alert the uploader until that is done.",
    "please.child-abuse.peer":
      "Please identify the customer from the address, port and time, preserve the records for law enforcement as far as your law allows or requires, and do not alert the customer.",
    "please.child-abuse.front":
      "Please stop serving it now, and tell us who hosts it. Do not alert the uploader until it is offline and preserved.",
    "please.child-abuse.upstream":
      "Please have your customer take it offline at once; failing that, null-route the IP address. Ask them not to alert the uploader until it is offline and preserved.",
    "please.child-abuse.registrar":
      "Please check whether your terms let you suspend the domain name, preserve the registration records for law enforcement, and do not alert the registrant before then.",
    "please.child-abuse.hotline":
      "Please assess it, alert your police and the host under your national procedure, and tell us if the host must not be notified yet.",
    "please.child-abuse.cert":
      "Please alert your police or national hotline, and tell us who in your country can have it removed.",
    "please.intimate.host":
      "Please take it offline at once, remove identical copies where you can find them, and preserve the records of who uploaded it.",
    "please.exposed.host":
      "Please make the data inaccessible at once, keep the access logs, and notify your customer, so that they can warn the people affected.",
    "please.terrorism.host":
      "Please review it, remove it if it is unlawful or against your terms, and preserve it with the records of who uploaded it.",
    "please.crime.host": "Please take {{>it}} offline, and preserve logs and files as evidence.",
    "please.crime.front":
      "Please stop serving {{>it}}, forward this notice to the host behind your service, and tell us who that is.",
    "please.crime.upstream": "Please have your customer take {{>it}} offline; failing that, null-route the IP address.",
    "please.crime.registrar": "Please examine the evidence and, if it confirms abuse, suspend or disable the domain.",
    "please.crime.cert":
      "Please forward this to the responsible operator in your constituency, and tell us if you need more information.",
    // Where a page is hidden from most visitors.
    hidden: "Content may be visible only as described below.",

    // What else, and to whom this notice may go on.
    "more.child-abuse":
      "Please report it to police or your national hotline, share this notice with nobody else, and send us no content.",
    "more.child-abuse.upstream":
      "Please report it to police or your national hotline, share this notice only with that customer, and send us no content.",
    "more.intimate": "Please do not send us any of the imagery, and do not forward this notice to the uploader.",
    "more.terrorism": "Please do not forward this notice to the uploader.",
    "more.crime":
      "Please look for any kit, similar content and the entry point. If your customer was compromised, please tell them; if you forward this, omit the notifier's name.",
    "more.victim": "If the registrant's site was compromised, please inform them instead.",
    "more.customer": "If you forward this to your customer, omit the notifier's name.",

    // Labels of facts, printed once for all languages of the mail.
    "label.url": "URL",
    "label.host": "Entire host",
    "label.account": "Account",
    "label.address": "IP address",
    "label.port": "port",
    "label.network": "Your network",
    "label.country": "Country",
    "label.registered": "Domain registered",
    "label.domain": "Domain name",
    "label.seen": "Last seen online",
    "label.first-seen": "First seen",
    "label.channel": "Seen on",
    "label.reason": "Reason (as reported)",
    "label.was": "Earlier reason (incorrect)",
    "label.removed": "Removed on",
    "label.brand": "Brand or work",
    "label.genuine": "Genuine site",
    "label.right": "Registration number",
    "label.reproduce": "How it was seen",
    "label.redirects": "Redirected from",
    "label.classification": "Classification",
    "label.basis": "Basis of assessment",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Notifier",
    "label.behalf": "On behalf of",
    "label.organisations": "Organisations that reported it",
    "label.sender": "Sent by",
    "label.verify": "To verify",
    "label.phone": "Phone",
    "label.number": "Our reference",
    "label.ticket": "Your reference",
    "label.told-before": "Previously notified",
    "label.machine": "Machine-readable",
    screenshot: "held by the notifier, available on request",
    "domain.malicious": "apparently registered for this abuse (as reported)",
    "reason.assessment": "classified as illegal by the notifier",
    "basis.manual-review": "manual review",
    "basis.hash-match": "match against known hashes",
    "basis.user-report": "user report",
    "basis.automated-scan": "automated scan",
    "basis.unstated": "not stated",
    "classification.baseline": "baseline (illegal almost everywhere)",
    "classification.A1": "A1 (prepubescent child, sexual act)",
    "classification.A2": "A2 (prepubescent child, sexual posing)",
    "classification.B1": "B1 (pubescent child, sexual act)",
    "classification.B2": "B2 (pubescent child, sexual posing)",
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
    "answer.passed-on": "forwarded to their customer",
    "answer.removed": "replied: removed",
    "answer.not-ours": "replied: not their customer",
    "answer.form": "replied: use a form",
    "answer.refused": "replied: will not act",
    "answer.not-found": "replied: not found",
    "answer.question": "replied with a question",
    "answer.other": "replied, not resolved",
    list: "URLs",

    // On what ground: `ground.ts` decides which may stand, from the law.
    "ground.dsa": "Notice under Article 16 of Regulation (EU) 2022/2065 (DSA); please tell us your decision.",
    "ground.dsa-life": "Its Article 18 (threats to life or safety) applies as well.",
    "ground.trusted-flagger": "Submitted by a trusted flagger ({{flagger}}); please give it priority under Article 22.",
    "ground.us-provider": "18 U.S.C. 2258A requires a CyberTipline report to NCMEC and preservation of its contents.",
    "ground.raa":
      "We believe this is DNS abuse; section 3.18.2 of ICANN's Registrar Accreditation Agreement requires prompt action on actionable evidence.",
    "ground.terms": "We rely on your terms of service or acceptable use policy.",
    "ground.national": "Sent to you as the national contact for such reports.",
    "ground.site": "Your site appears to have been abused; we ask for your help.",
    "ground.good-faith":
      "We and the notifier believe in good faith that the information and allegations are accurate and complete.",
    desk: "Wrong desk? Please tell us the right one.",
    several: "Your reply applies to every URL listed, unless it names particular references.",
  },
};
