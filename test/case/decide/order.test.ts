import { expect, test } from "vitest";
import { closedRules } from "../../../functions/case/decide/checks.ts";
import { endRules } from "../../../functions/case/decide/escalate.ts";
import { factRules } from "../../../functions/case/decide/facts.ts";
import { gateRules } from "../../../functions/case/decide/gates.ts";
import { pathRules } from "../../../functions/case/decide/path.ts";
import { inOrder, type Rule, together, type Want, wantsFrom } from "../../../functions/case/decide/rule.ts";
import { targetRules } from "../../../functions/case/decide/target.ts";
import { withdrawalRules } from "../../../functions/case/decide/withdrawal.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aSettings, morning } from "../../support/a-case.ts";
import { later, opened } from "../../support/laws.ts";

const rule = (name: string, want: Want | undefined): Rule => ({ name, why: "A test.", wants: () => want });
const fact: CaseEvent = { type: "forgotten", at: morning };
const wantsOf = (...rules: readonly Rule[]) =>
  wantsFrom(inOrder(rules)(opened, policyOf(aSettings())(opened), morning) ?? {});
const nothing = { record: [], hints: [], announce: [] };

test("the first rule that has something to record wins, and nothing else counts", () => {
  const rules = [
    rule("wakes", { wakes: [later(1)] }),
    rule("records", { record: [fact] }),
    rule("too late", { record: [fact, fact] }),
  ];
  expect(wantsOf(...rules)).toEqual({ ...nothing, record: [fact] });
});

test("wakes become the first of their moments, and hints are said once", () => {
  const rules = [
    rule("a", { wakes: [later(3), undefined], hints: ["send-notice"] }),
    rule("b", undefined),
    rule("c", { wakes: [later(2)], hints: ["send-notice"] }),
  ];
  expect(wantsOf(...rules)).toEqual({ ...nothing, hints: ["send-notice"], wakeAt: later(2) });
});

test("after the last word no rule is asked", () => {
  expect(
    wantsOf(rule("last", { wakes: [later(3)], isLast: true }), rule("unasked", { record: [fact], wakes: [later(1)] })),
  ).toEqual({ ...nothing, wakeAt: later(3) });
});

test("what stands together is recorded together", () => {
  const both = together([rule("a", { record: [fact] }), rule("b", undefined), rule("c", { record: [fact] })]);
  expect(both(opened, policyOf(aSettings())(opened), morning)).toEqual({ record: [fact, fact] });
});

test("no two rules have one name, and each says why in a sentence", () => {
  const all: readonly Rule[] = [
    ...factRules,
    ...targetRules,
    ...withdrawalRules,
    ...gateRules,
    ...pathRules,
    ...endRules(""),
    ...closedRules,
  ];
  const [names, ends] = [all.map(({ name }) => name), endRules("").map(({ name }) => name)];
  expect(new Set(names).size).toBe(names.length);
  expect(ends).toEqual([...new Set(ends)]);
  expect(all.filter(({ why }) => !/^[A-Z].*[^.]\.$/.test(why))).toEqual([]);
});
