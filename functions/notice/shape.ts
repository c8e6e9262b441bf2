import type { Step } from "../case/step.ts";
import type { Category } from "../report/category.ts";
import type { TargetKind } from "../report/target.ts";

export type CategoryText = `type.${Category}` | `what.${Category}`;

/**
 * What is the same in every language: which value stands behind which words. `{{name}}` is a fact,
 * `{{>name}}` a text, and `{{#name}}…{{/name}}` stands only where the fact is known (Mustache, no
 * logic). `{{gap}}` is a space: Mustache drops one that stands on a line of nothing but texts.
 */
export const shape = {
  "location.url": "  {{location}}",
  "location.host": "  {{location}}",
  "location.peer": "  {{location}}, {{>where.port}} {{port}}{{#protocol}}, {{protocol}}{{/protocol}}, {{peerSeen}}",
  "location.account": '  {{location}}, {{>where.account-name}} "{{account}}"',

  again: "{{#again}}{{>may-be-second}}{{/again}}",

  "fact.seen": "{{>label.seen}} {{seen}}",
  "fact.channel": "{{>label.channel}}{{gap}}{{>channel}}",
  "fact.addresses":
    "{{#addresses}}{{>label.addresses}} {{addresses}} ({{>label.looked-up}} {{lookedUp}}){{/addresses}}",
  "fact.live": "{{#live}}{{>live}}{{/live}}",
  "fact.organisations": "{{#organisations}}{{>organisations}}{{/organisations}}",

  "evidence.explanation": "{{#explanation}}{{>label.explanation}} {{explanation}}{{/explanation}}",
  "evidence.imitates": "{{#imitates}}{{>label.imitates}} {{imitates}}{{/imitates}}",
  "evidence.legitimate-site": "{{#legitimateSite}}{{>label.legitimate-site}} {{legitimateSite}}{{/legitimateSite}}",
  "evidence.reproduce": "{{#reproduce}}{{>label.reproduce}} {{reproduce}}{{/reproduce}}",
  "evidence.classification": "{{#classification}}{{>label.classification}} {{classification}}{{/classification}}",
  "evidence.assessed": "{{>label.assessed}}{{gap}}{{>assessed}}",
  "evidence.hashes": "{{#hashes}}{{>label.hash}} {{.}}\n{{/hashes}}",

  "earlier.reminder": `{{#earlier}}
- {{when}}: {{>history.subject}} "{{subject}}"; {{>delivery}}{{#messageId}}; Message-ID {{messageId}}{{/messageId}}{{#acknowledged}}; {{>history.acknowledged}} {{acknowledged}}{{/acknowledged}}{{>answer}}{{#ticket}}; {{>history.ticket}} {{ticket}}{{/ticket}}
{{/earlier}}`,
  "earlier.escalation": `{{#earlier}}
- {{when}}: {{desk}}; {{>history.subject}} "{{subject}}"; {{>delivery}}{{#messageId}}; Message-ID {{messageId}}{{/messageId}}{{#acknowledged}}; {{>history.acknowledged}} {{acknowledged}}{{/acknowledged}}{{>answer}}{{#ticket}}; {{>history.ticket}} {{ticket}}{{/ticket}}
{{/earlier}}`,
  delivery:
    "{{#isDelivered}}{{>delivery.delivered}}{{#deliveredAt}} {{deliveredAt}}{{/deliveredAt}}{{/isDelivered}}{{#isSent}}{{>delivery.sent}}{{/isSent}}{{#isReturned}}{{>delivery.returned}}{{/isReturned}}",
  answer:
    "{{#isRemoved}}; {{>answer.removed}}{{/isRemoved}}{{#isNotOurs}}; {{>answer.not-ours}}{{/isNotOurs}}{{#isForm}}; {{>answer.form}}{{/isForm}}{{#isRefused}}; {{>answer.refused}}{{/isRefused}}{{#isQuestion}}; {{>answer.question}}{{/isQuestion}}{{#isOther}}; {{>answer.other}}{{/isOther}}",

  "notifier.reporters": "{{#reporters}}{{>label.notifier}} {{organisation}}, {{contact}}\n{{/reporters}}",
  "notifier.sender": "{{>label.sender}} {{sender}}",
  "reach.digest": "{{#count}}{{>reach.several}}{{/count}}",

  "member.head": "{{caseId}} – {{>label.seen}} {{seen}}",
  "member.ticket": "{{#ticket}}{{>history.ticket}}: {{ticket}}{{/ticket}}",
} as const satisfies Record<`location.${TargetKind}`, string> & Readonly<Record<string, string>>;

const exact = ["where", "location"] as const;
/** A person had it sent again without knowing whether it had arrived. */
const again = ["again"] as const;
const facts = ["fact.seen", "fact.channel", "fact.addresses", "fact.live", "fact.organisations"] as const;
const evidence = [
  "evidence.explanation",
  "evidence.imitates",
  "evidence.legitimate-site",
  "evidence.reproduce",
  "evidence.classification",
  "evidence.assessed",
  "evidence.hashes",
] as const;
const ask = ["ask"] as const;
const relation = ["relation"] as const;
/** Stands for the grounds that the law gives in this mail. */
export const groundsHere = "grounds";
const grounds = [groundsHere] as const;
const notifier = ["notifier.reporters", "notifier.sender"] as const;
const reach = ["reach"] as const;
const ofAll = ["reach.digest"] as const;
const verify = ["verify"] as const;
const machine = ["machine"] as const;

/** Lines that every case of a digest has of its own. */
export const alwaysApart: readonly string[] = ["location", "fact.seen"];
/**
 * Lines that stand once where all cases of a digest have the same, and with each case where they
 * differ.
 */
export const apartWhereTheyDiffer: readonly string[] = [
  ...facts.filter((line) => line !== "fact.seen"),
  ...evidence,
  "notifier.reporters",
];

/**
 * The paragraphs of each kind of mail in order, and the lines of each; a line that is empty in this
 * case is left out.
 */
export const paragraphs: Record<Step, readonly (readonly string[])[]> = {
  first: [
    ["lead.first"],
    again,
    exact,
    facts,
    evidence,
    ask,
    relation,
    grounds,
    notifier,
    reach,
    ofAll,
    verify,
    machine,
  ],
  reminder: [
    ["lead.reminder"],
    again,
    exact,
    ["history.reminder", "earlier.reminder"],
    facts,
    evidence,
    ask,
    relation,
    grounds,
    notifier,
    reach,
    ofAll,
    verify,
    machine,
  ],
  escalation: [
    ["lead.escalation"],
    again,
    exact,
    facts,
    evidence,
    ask,
    relation,
    ["history.escalation", "earlier.escalation"],
    grounds,
    notifier,
    reach,
    ofAll,
    verify,
    machine,
  ],
  moved: [["lead.moved"], again, exact, notifier, reach, ofAll, verify],
  withdrawal: [["lead.withdrawal"], again, exact, notifier, reach, ofAll, verify],
  correction: [
    ["lead.correction"],
    again,
    exact,
    facts,
    evidence,
    ask,
    relation,
    grounds,
    notifier,
    reach,
    ofAll,
    verify,
    machine,
  ],
};
