import { closedRules } from "../../../functions/case/decide/checks.ts";
import { factRules } from "../../../functions/case/decide/facts.ts";
import { gateRules } from "../../../functions/case/decide/gates.ts";
import { pathRules } from "../../../functions/case/decide/path.ts";
import type { Rule } from "../../../functions/case/decide/rule.ts";
import { targetRules } from "../../../functions/case/decide/target.ts";
import { withdrawalRules } from "../../../functions/case/decide/withdrawal.ts";
import { noticeStates } from "../../../functions/case/notice-state.ts";
import { phases } from "./case-chart.ts";
import { atFrame, type Frame, mermaidOf, tableOf, type Way, withoutShortcuts } from "./drawn.ts";

/** Where the page stands, from the project's own folder. */
export const statesPagePath = "infra/guides/states.md";

const out: Frame = { name: "it went out", states: ["sent", "delivered", "rejected", "bounced", "complained"] };
const open: Frame = {
  name: "open",
  states: ["looked up", "in line", "on the wire", "asking", "quiet", "before a person"],
};

const evidence = ["delivered", "bounced, for good", "bounced, refuses us", "complained", "replied", "replied: bounce"];
const isEvidence = (event: string): boolean => evidence.includes(event);

/** What SES's events and replies prove is one word in the picture, where it is not one step of it. */
const inAWord = ({ from, to, by }: Way): Way =>
  out.states.includes(to)
    ? { from, to, by }
    : { from, to, by: new Set([...by].map((event) => (isEvidence(event) ? "evidence" : event))) };

/**
 * Of what a person, SES or a look-up says, the picture tells that they said it; the table tells
 * what.
 */
const byWhom = ({ from, to, by }: Way): Way => ({
  from,
  to,
  by: new Set([...by].map((event) => event.replace(/^(person|SES|look-up|desk): .*/, "$1"))),
});

const picture = (states: readonly string[], ways: readonly Way[], frame: Frame): string =>
  mermaidOf(states, atFrame(ways, frame).map(inAWord).map(byWhom), frame);

const said = (...sentences: readonly string[]): string => sentences.join(" ");

const folded = (text: string): string => `<details><summary>Every way</summary>\n\n${text}\n\n</details>`;

/** The rules in their order, those of a group below it. */
const ruleList = (rules: readonly Rule[], depth = 0): readonly string[] =>
  rules.flatMap(({ name, why }) => [
    `${"   ".repeat(depth)}1. **${name}**: ${why}`,
    ...ruleList(groups[name] ?? [], depth + 1),
  ]);

const groups: Readonly<Record<string, readonly Rule[]>> = {
  withdrawn: withdrawalRules,
  gates: gateRules,
  path: pathRules,
};

/** The page of state charts, of all the ways that were found. */
export const statesPage = (notices: readonly Way[], cases: readonly Way[]): string =>
  [
    "# States, and how a case decides",
    said(
      "Drawn from the code by `npm run generate -- charts`, and kept true by `test/house/charts.test.ts`.",
      "The real functions are driven from a first report on: `advance`, " + "what senders ask.",
      "Every change of state is written down. Do not edit this page.",
    ),
    "## A notice",
    said(
      "What `evolve` makes of one notice, going by itself or with others.",
      `*Evidence* is what SES's events and replies prove: ${evidence.join("; ")}.`,
      "It may come late, twice and out of order, and the stronger word stands.",
      "In the frame only the next stronger one is drawn.",
      "Nothing leads back from the wire but SES's own no, and nothing from *unknown* but evidence or a person's word.",
    ),
    picture(noticeStates, withoutShortcuts(notices, out), out),
    folded(tableOf(notices)),
    "## A case",
    said(
      "A case has no field that names its state. Where it stands is read from it, in the order in which `decide` asks;",
      `the first that is true: ${phases.join(", ")}.`,
      "Ways are those that a standard and an urgent case take within seven steps.",
      "*Person* is a verdict, *reporter* a later word, *desk* a proven reply, *SES* its answer to an attempt,",
      "*time* that the moment came at which the case wanted to be looked at.",
    ),
    picture(phases, cases, open),
    [
      "- **looked up**: nobody is known yet, or the look-up is done again.",
      "- **asking**: desks have the notice, and the answer is waited for.",
      "- **quiet**: a desk says that it acted, in the urgent lane.",
      "- **taken back**: every report was withdrawn, and who was told has to hear so.",
      "- **held**, **before a person**: nothing goes out. A question that does not block is no state.",
    ].join("\n"),
    folded(tableOf(cases)),
    "## How an open case decides",
    said(
      "Its rules, in the order in which they are asked (`functions/case/decide/`).",
      "The first that has something to write down wins, and then all are asked again.",
      "Else what they want adds up, until one of them is the last to be asked.",
    ),
    ruleList(targetRules).join("\n"),
    "## What a fact brings with it",
    "Before these, once after each fact; of a closed case the first of them alone:",
    ruleList(factRules).join("\n"),
    "## What a closed case wants still",
    ruleList(closedRules).join("\n"),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
