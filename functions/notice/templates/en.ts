import type { Texts } from "../texts.ts";

/**
 * Every English word that a desk reads from us, and the pattern for the other languages. Each text
 * has its name; which texts make up a mail stands in `shape.ts`. `{{name}}` is a fact, `{{>name}}`
 * another text, `{{#name}}…{{/name}}` stands only where the fact is known (Mustache, no logic). A
 * fact is printed as it is and never read as a template. A text that is missing stops the mail.
 */
export const english: Texts = {
  language: "en",
  name: "English",
  parts: {
    // The subject: what kind of mail, and about what. Desks sort by it.
    "mark.reminder": "Reminder {{reminder}}",
    "mark.escalation": "Escalation",
    "mark.moved": "No further action",
    "mark.withdrawal": "WITHDRAWN",
    "mark.correction": "CORRECTION",

    "type.csam": "child sexual abuse material",
    "type.csem": "child sexual exploitation",
    "type.ncii": "non-consensual intimate imagery",
    "type.terrorism": "terrorist content",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "botnet",
    "type.fraud": "fraud",
    "type.brand": "brand infringement",
    "type.copyright": "copyright infringement",
    "type.exposed-data": "exposed data",
    "type.other": "harmful content",

    // What it is, as it stands in a sentence.
    "what.csam": "child sexual abuse material",
    "what.csem": "sexual exploitation of a child",
    "what.ncii": "intimate imagery published without the consent of the person shown",
    "what.terrorism": "content that incites or supports terrorism",
    "what.phishing": "phishing",
    "what.malware": "distribution of malware",
    "what.botnet": "control of a botnet",
    "what.fraud": "fraud",
    "what.brand": "misleading use of a brand",
    "what.copyright": "use of a protected work without permission",
    "what.exposed-data": "data exposed without the right to publish it",
    "what.other": "harmful content",

    // Where it is.
    "place.url": "at {{host}}",
    "place.host": "at {{host}}",
    "place.peer": "by {{host}}, port {{port}}",
    "place.account": "in an account at {{host}}",
    "place.several": "at {{count}} addresses{{#host}} on {{host}}{{/host}}",
    "where.url": "Exact address, defanged (read hxxp as http, [.] as ., [:] as :):",
    "where.host": "Exact location, defanged (read [.] as ., [:] as :), everything at this host:",
    "where.peer": "Exact location, defanged (read [.] as ., [:] as :):",
    "where.account": "Exact location, defanged (read [.] as ., [:] as :):",
    "where.several":
      "The exact addresses stand on the list at the end of this mail, each once, with our number and the time when it was first seen; defanged (read hxxp as http, [.] as ., [:] as :).",
    "where.port": "port",
    "where.account-name": "account",

    // The first sentence: what, where, what is asked.
    "lead.first": "We report {{>what}} {{>place}}, first seen {{seen}}: {{>please}}.",
    "lead.reminder":
      "Reminder {{reminder}}: we reported {{>what}} {{>place}} to you and know of no answer that settles it; {{>please}}.",
    "lead.escalation":
      "We report {{>what}} {{>place}} to you because, as far as we know, those told before you have not ended it: {{>please}}.",
    "lead.moved":
      "The {{>what}} {{>place}} that we reported to you is no longer served from your network: nothing more is asked of you. Thank you.",
    "lead.withdrawal":
      "We withdraw our notice about {{>what}} {{>place}}: please take no action on it, and undo what you did on our word alone. We apologise.",
    "lead.correction":
      "We correct our notice about {{>what}} {{>place}}, first seen {{seen}}: {{>please}}. Please use the facts in this mail in place of those we sent before.",
    "may-be-second":
      "You may have this notice already: we could not find out whether our earlier mail reached you. Please treat both as one.",

    // In the first sentence, by kind of recipient.
    "please.host": "please secure the evidence, then remove it or make it unreachable",
    "please.upstream": "please have your customer remove it, or stop carrying it",
    "please.front": "please stop serving it through your network, and pass this on to the host behind it",
    "please.registrar": "please act against the use of the domain name for it",
    "please.hotline": "please assess it and have it removed by your national procedure",
    "please.cert": "please have the responsible network in your constituency end it",
    "please.site": "please remove it from your site and close the way by which it came there",

    // Why this desk.
    "relation.platform":
      "You receive this as the abuse desk of the service on which it was seen{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "You receive this as the abuse contact of the network from which it is served{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "You receive this as the abuse contact of the service that stands in front of the host{{#range}} ({{range}}){{/range}}; the content itself may be kept elsewhere.",
    "relation.upstream":
      "You receive this as the abuse contact of the network that carries the hosting network{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "You receive this as the abuse contact of the registrar of the domain{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "You receive this as the hotline of the country in which it is hosted{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "You receive this as the computer emergency team of the country in which it is hosted{{#country}} ({{country}}){{/country}}.",
    "relation.site": "You receive this as the contact of the site itself.",

    // Facts and evidence, one a line.
    "label.seen": "First seen:",
    "label.channel": "Seen on:",
    "label.addresses": "Resolved to:",
    "label.looked-up": "looked up",
    "label.explanation": "Why it is what we say:",
    "label.imitates": "Imitated or infringed:",
    "label.legitimate-site": "The rightful place:",
    "label.reproduce": "How to see it:",
    "label.classification": "Classification:",
    "label.assessed": "Assessed by:",
    "label.hash": "Hash:",
    "label.notifier": "Notifier:",
    "label.sender": "Sent by:",
    live: "It was reported as happening live.",
    organisations: "Reported by {{organisations}} organisations.",
    "assessed.manual-review": "a person at the reporting organisation",
    "assessed.hash-match": "match with a list of known hashes",
    "assessed.user-report": "a user's report, passed on by the reporting organisation",
    "assessed.automated-scan": "an automated scan",
    "assessed.unstated": "the reporting organisation, method not stated",
    "channel.website": "a website",
    "channel.message-board": "a message board",
    "channel.chat-room": "a chat room",
    "channel.peer-to-peer": "a peer-to-peer network",
    "channel.instant-messaging": "instant messaging",
    "channel.live-stream": "a live stream",
    "channel.file-host": "a file host",
    "channel.e-mail": "e-mail",

    // What we ask: by category where it differs, else by kind of recipient.
    "ask.child-abuse.host":
      "What we ask of you: 1. Before removal, preserve the material and the records of who placed it and who reached it, as your law requires, where only those entitled to it have access. 2. Remove it or make it unreachable. 3. Report it to your police or hotline. 4. Do not warn whoever placed it. Please do not send us any of the material.",
    "ask.child-abuse.upstream":
      "What we ask of you: have your customer preserve the evidence and remove the material at once; where that does not happen, stop carrying the address. Do not warn whoever placed it. Please do not send us any of the material.",
    "ask.child-abuse.registrar":
      "What we ask of you: see whether your terms let you stop the resolution of the domain name, preserve the registration records for the police, and do not warn the registrant. Please do not send us any of the material.",
    "ask.child-abuse.hotline":
      "What we ask of you: assess the location, alert your police and the host by your national procedure, and tell us if the host must not be told yet.",
    "ask.child-abuse.cert":
      "What we ask of you: alert your police or hotline, and tell us who in your country can have it removed.",
    "ask.intimate.host":
      "What we ask of you: remove the imagery or make it unreachable, remove identical copies where you can find them, and preserve the records of who placed it. Please do not send us any of the imagery.",
    "ask.terrorism.host":
      "What we ask of you: assess the content, preserve it and the records of who placed it, and remove it or make it unreachable where it breaks the law or your terms.",
    "ask.crime.host":
      "What we ask of you: keep the logs and files as evidence, take the page, file or machine offline, and tell your customer if their system was broken into.",
    "ask.crime.registrar":
      "What we ask of you: examine the evidence in this mail and, where you find the domain name is used for this abuse, stop or disrupt that use. If the name belongs to a victim whose site was broken into, please tell the registrant instead.",
    "ask.crime.cert":
      "What we ask of you: pass this to the responsible network in your constituency, and tell us if you need more.",
    "ask.rights.host":
      "What we ask of you: examine the use that is described here, and remove it or make it unreachable where you find it unlawful or against your terms.",
    "ask.rights.registrar":
      "What we ask of you: pass this notice to the registrant, and examine the registration under your terms.",
    "ask.exposed.host":
      "What we ask of you: make the data unreachable at once, keep the access logs, and tell your customer so that they can warn those whose data it is.",
    "ask.host":
      "What we ask of you: preserve the evidence, examine the content, and remove it or make it unreachable where it breaks the law or your terms.",
    "ask.front":
      "What we ask of you: stop serving the address through your network where it breaks the law or your terms, pass this notice on to the hosting provider behind it, and tell us who that is.",
    "ask.upstream":
      "What we ask of you: have your customer end it under your acceptable use policy; where that does not happen, stop carrying the address.",
    "ask.registrar":
      "What we ask of you: pass this notice to the registrant or your reseller, and examine the use of the domain name under your terms.",
    "ask.hotline": "What we ask of you: assess the location and act by your national procedure.",
    "ask.cert": "What we ask of you: pass this to whoever in your constituency can end it.",
    "ask.site":
      "What we ask of you: keep a copy of the logs, remove the page or file, and find how it came there; your hosting company can help you.",

    // On what ground. Which of them may stand is decided in `ground.ts`, from the law.
    "ground.dsa":
      "This is a notice under Article 16 of Regulation (EU) 2022/2065 (Digital Services Act). Please confirm its receipt and tell us your decision.",
    "ground.dsa-life":
      "Article 18 requires hosting services that suspect a crime against life or safety to inform the authorities.",
    "ground.trusted-flagger": "It comes from a trusted flagger under Article 22 of that Regulation and has priority.",
    "ground.us-provider":
      "If you are a provider in the United States: 18 U.S.C. 2258A asks providers with actual knowledge of an apparent violation to report it to NCMEC's CyberTipline and to preserve what they report.",
    "ground.raa":
      "We believe that this is DNS abuse, and this mail holds our evidence; section 3.18 of the ICANN Registrar Accreditation Agreement asks registrars of generic top-level domains to act on actionable evidence of it.",
    "ground.terms": "We ask it under your own terms of use or acceptable use policy.",
    "ground.national": "We ask it within your national mandate.",
    "ground.site": "Your site appears to have been abused; we ask for your help.",
    "ground.copyright":
      "This mail makes no declaration under 17 U.S.C. 512(c)(3); only the holder of the right or their agent can make one.",
    "ground.good-faith": "We believe in good faith that the information in this notice is accurate and complete.",

    // What happened before.
    "history.reminder": "Our earlier notices to you:",
    "history.escalation": "Told before you:",
    "history.subject": "subject",
    "history.acknowledged": "receipt confirmed",
    "history.ticket": "ticket number",
    "delivery.delivered": "accepted by the recipient's mail server",
    "delivery.sent": "sent, delivery not confirmed",
    "delivery.returned": "returned as undeliverable",
    "answer.removed": "answered that it is removed",
    "answer.not-ours": "answered that it is not theirs",
    "answer.form": "answered with a pointer to a form",
    "answer.refused": "answered that they will not act",
    "answer.question": "answered with a question",
    "answer.other": "answered, without settling it",

    // How to reach us, and how to check that we are genuine.
    reach:
      "To reach us, answer this mail: people read it. Our number is {{caseId}}{{#ticket}}; yours is {{ticket}}{{/ticket}}. If you are not the right desk, please tell us who is.",
    "reach.several":
      "Your answer counts for every address on the list, unless it names the numbers of those that it is about.",
    verify: "To check that this notice is genuine: {{verifyBy}}",
    machine: "The attached xarf.json says the same in machine-readable form (XARF 4.2), with the exact address.",
    "machine.several":
      "The attached xarf-reports.json says the same in machine-readable form (XARF 4.2, {{reports}} of {{count}}), with the exact addresses.",
    list: "Addresses",
  },
};
