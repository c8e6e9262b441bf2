import type { Step } from "../case/step.ts";
import type { TargetKind } from "../report/target.ts";

/**
 * The same in every language. `{{name}}` is a fact, `{{>name}}` a text, `{{#name}}…{{/name}}` stands only where
 * the fact is known (Mustache, no logic). `{{gap}}` is a space: Mustache drops one among texts alone.
 */
export const shape = {
  "place.one": "{{host}}",

  // Every desk reads hxxp and [.]; the key is the same in each language.
  "location.url": "{{>label.url}} (hxxp=http, [.]=.{{#colons}}, [:]=:{{/colons}}):\n  {{location}}",
  "location.host": "{{>label.host}} ([.]=.{{#colons}}, [:]=:{{/colons}}): {{location}}",
  // In a list, which says the key once.
  "location.listed": "  {{location}}",
  "list.heading": "{{>list}} (hxxp=http, [.]=.)",
  // No link: it stands as logs have it.
  "location.peer":
    "{{>label.address}}: {{address}}, {{>label.port}} {{port}}{{#protocol}}, {{protocol}}{{/protocol}}, {{peerSeen}}",
  "location.account": '{{>label.account}} ([.]=.): "{{account}}", {{location}}',

  again: "{{#again}}{{>may-be-second}}{{/again}}",
  "lead.seen-since": "{{#seenSince}}{{>seen-since}}{{/seenSince}}",
  "please.hidden": "{{#isHidden}}{{>hidden}}{{/isHidden}}",
  "lead.live": "{{#live}}{{>live}}{{/live}}",

  "fact.addresses":
    "{{#addresses}}{{>label.address}}: {{addresses}}{{#lookedUp}} (DNS, {{lookedUp}}){{/lookedUp}}{{/addresses}}",
  "fact.network": "{{#range}}{{>label.network}}: {{range}}{{/range}}",
  "fact.domain":
    "{{#domain}}{{>label.domain}}: {{domain}}{{#registered}}; {{>label.registered}}: {{registered}}{{/registered}}" +
    "{{#malicious}};{{gap}}{{>domain.malicious}}{{/malicious}}{{/domain}}",
  "fact.country": "{{#country}}{{>label.country}}: {{country}}{{/country}}",
  "fact.seen": "{{>label.seen}}: {{seen}}",
  "fact.first-seen": "{{#firstSeen}}{{>label.first-seen}}: {{firstSeen}}{{/firstSeen}}",
  "fact.channel": "{{#elsewhere}}{{>label.channel}}:{{gap}}{{>channel}}{{/elsewhere}}",

  "fact.removed": "{{>label.removed}}: {{removedAt}}",

  "evidence.was": "{{#was}}{{>label.was}}: {{was}}{{/was}}",
  "evidence.reason":
    "{{#explanation}}{{>label.reason}}: {{explanation}}{{/explanation}}" +
    "{{#isAssessed}}{{>label.reason}}:{{gap}}{{>reason.assessment}}{{/isAssessed}}",
  "evidence.brand": "{{#imitates}}{{>label.brand}}: {{imitates}}{{/imitates}}",
  "evidence.right": "{{#right}}{{>label.right}}: {{right}}{{/right}}",
  "evidence.genuine": "{{#legitimateSite}}{{>label.genuine}}: {{legitimateSite}}{{/legitimateSite}}",
  "evidence.redirects": "{{#redirects}}{{>label.redirects}}: {{.}}\n{{/redirects}}",
  "evidence.reproduce": "{{#reproduce}}{{>label.reproduce}}: {{reproduce}}{{/reproduce}}",
  "evidence.classification": "{{#classification}}{{>label.classification}}:{{gap}}{{>graded}}{{/classification}}",
  "evidence.basis": "{{>label.basis}}:{{gap}}{{>basis}}",
  "evidence.hashes": "{{#hashes}}{{>label.hash}}: {{.}}\n{{/hashes}}",
  "evidence.screenshot": "{{#screenshot}}{{>label.screenshot}}:{{gap}}{{>screenshot}}{{/screenshot}}",
  // In clear, each on a line of its own.
  "evidence.links": "{{#isLinked}}{{>label.links}}:{{#links}}\n  {{.}}{{/links}}{{/isLinked}}",

  earlier: `{{#earlier}}
{{>label.told-before}}: {{when}}, {{desk}}, {{>delivery}}{{>answer}}
{{/earlier}}`,
  delivery:
    "{{#isAcknowledged}}{{>acknowledged}}{{/isAcknowledged}}" +
    "{{#isDelivered}}{{>delivery.delivered}}{{/isDelivered}}{{#isSent}}{{>delivery.sent}}{{/isSent}}" +
    "{{#isReturned}}{{>delivery.returned}}{{/isReturned}}",
  answer:
    "{{#isPassedOn}}, {{>answer.passed-on}}{{/isPassedOn}}{{#isNotFound}}, {{>answer.not-found}}{{/isNotFound}}" +
    "{{#isRemoved}}, {{>answer.removed}}{{/isRemoved}}{{#isNotOurs}}, {{>answer.not-ours}}{{/isNotOurs}}" +
    "{{#isForm}}, {{>answer.form}}{{/isForm}}{{#isRefused}}, {{>answer.refused}}{{/isRefused}}" +
    "{{#isQuestion}}, {{>answer.question}}{{/isQuestion}}{{#isOther}}, {{>answer.other}}{{/isOther}}",

  "notifier.reporters":
    "{{#reporters}}{{>label.notifier}}: {{organisation}}, {{contact}}\n" +
    "{{#behalf}}{{>label.behalf}}: {{behalf}}\n{{/behalf}}{{/reporters}}",
  "notifier.organisations": "{{#organisations}}{{>label.organisations}}: {{organisations}}{{/organisations}}",
  "notifier.sender": "{{>label.sender}}: {{sender}}",
  verify: "{{>label.verify}}: {{verifyBy}}",
  phone: "{{#phone}}{{>label.phone}}: {{phone}}{{/phone}}",
  number: "{{>label.number}}: {{caseId}}{{#ticket}}; {{>label.ticket}}: {{ticket}}{{/ticket}}",
  machine:
    "{{#attached}}{{>label.machine}}: {{attached}} (XARF 4.2{{#count}}, {{reports}}/{{count}}{{/count}}){{/attached}}",

  "several.all": "{{#count}}{{>several}}{{/count}}",

  "member.head": "{{caseId}}",
  "member.ticket": "{{#ticket}}{{>label.ticket}}: {{ticket}}{{/ticket}}",
} as const satisfies Record<`location.${TargetKind}`, string> & Readonly<Record<string, string>>;

const location = ["location", "fact.addresses", "fact.network", "fact.domain", "fact.country"] as const;
const sightings = ["fact.seen", "fact.first-seen", "fact.channel"] as const;
const evidence = [
  "evidence.reason",
  "evidence.brand",
  "evidence.genuine",
  "evidence.right",
  "evidence.redirects",
  "evidence.reproduce",
  "evidence.classification",
  "evidence.basis",
  "evidence.hashes",
  "evidence.screenshot",
  "evidence.links",
] as const;
const us = [
  "notifier.reporters",
  "notifier.organisations",
  "notifier.sender",
  "verify",
  "phone",
  "number",
  "machine",
] as const;

/** Stands for the grounds that the law gives. */
export const groundsHere = "grounds";

/** Lines that every case of a digest has of its own. */
export const alwaysApart: readonly string[] = ["location", "fact.seen"];
/** Lines that stand once where all cases have the same, else with each case. */
export const apartWhereTheyDiffer: readonly string[] = [
  "fact.addresses",
  "fact.domain",
  "fact.first-seen",
  "fact.channel",
  "fact.removed",
  "evidence.was",
  ...evidence,
  "notifier.reporters",
  "notifier.organisations",
];

/** `top` and `foot` stand in each language, `facts` once under labels in all. Empty lines are left out. */
export type Layout = {
  readonly top: readonly string[];
  readonly facts: readonly string[];
  readonly foot: readonly string[];
};

/** `again`: a person had it sent again without knowing whether it had arrived. */
const asked = ["lead.live", "lead", "lead.seen-since", "please", "please.hidden", "reply", "again"] as const;
/** The first notice said that not everybody sees it. */
const askedAgain = asked.filter((line) => line !== "please.hidden");
const foot = ["more", groundsHere, "desk", "several.all"] as const;
const told = ["location", "notifier.reporters", "notifier.sender", "verify", "phone", "number"] as const;

export const layouts: Record<Step, Layout> = {
  first: { top: asked, facts: [...location, ...sightings, ...evidence, ...us], foot },
  // Its desk is known to be the right one.
  reminder: {
    top: askedAgain,
    facts: [...location, ...sightings, ...evidence, ...us],
    foot: [groundsHere, "several.all"],
  },
  escalation: {
    top: asked,
    facts: [...location, ...sightings, ...evidence, "earlier", ...us],
    foot,
  },
  correction: {
    top: askedAgain,
    facts: [...location, ...sightings, "evidence.was", ...evidence, ...us],
    foot: [groundsHere, "several.all"],
  },
  // Its desk had the notice and acted on it.
  returned: {
    top: askedAgain,
    facts: [...location, ...sightings, "fact.removed", ...evidence, ...us],
    foot: ["more", groundsHere, "several.all"],
  },
  moved: { top: ["lead", "again"], facts: told, foot: ["several.all"] },
  withdrawal: { top: ["lead", "again"], facts: told, foot: ["several.all"] },
  // Its words stand between the top and the facts.
  letter: { top: ["lead", "again"], facts: told, foot: ["reply"] },
};
