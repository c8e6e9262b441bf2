import { describe, expect, test } from "vitest";
import { agree } from "../../functions/answers/agree.ts";
import { type ReplyClass, wordedClasses } from "../../functions/case/reply-class.ts";

const ofRules = (replyClass: ReplyClass, mayBeRemoved = true) =>
  agree.bind(undefined, { replyClass, rule: "a rule", ...(mayBeRemoved && { mayBeRemoved: true as const }) });
const taken = (rules: ReplyClass, other: ReplyClass, confidence: number, mayBeRemoved = true): ReplyClass =>
  ofRules(rules, mayBeRemoved)({ replyClass: other, confidence }).replyClass;

const silent: readonly ReplyClass[] = ["auto-reply", "acknowledgement", "passed-on"];
const levels = [0, 0.2, 0.4, 0.6, 0.75, 0.9, 0.95, 1];
const pairs = wordedClasses.flatMap((rules) => wordedClasses.map((other) => [rules, other] as const));

describe("what two readings of a reply come to", () => {
  test("is the rules' where the other does not say", () => {
    for (const rules of wordedClasses) expect(ofRules(rules)(undefined).replyClass).toBe(rules);
  });

  test("is what both say where they agree, however unsure, if somebody hears of it", () => {
    for (const both of wordedClasses.filter((one) => one !== "removed" && !silent.includes(one)))
      for (const level of levels) expect(taken(both, both, level)).toBe(both);
  });

  test("is a person's where both would keep silent and the other is unsure", () => {
    for (const both of silent) expect([taken(both, both, 0.5), taken(both, both, 0.7)]).toEqual(["unclear", both]);
  });

  test("is removed by the other's word alone only where it is surer than was proven", () => {
    for (const rules of wordedClasses.filter((one) => one !== "removed")) {
      expect([rules, taken(rules, "removed", 0.8)]).toEqual([rules, "unclear"]);
      expect([rules, taken(rules, "removed", 0.99)]).toEqual([rules, "removed"]);
    }
  });

  test("is never removed by the other's word where the rules heard of none, or what no removal goes with", () => {
    for (const rules of wordedClasses.filter((one) => one !== "removed"))
      expect([rules, taken(rules, "removed", 1, false)]).toEqual([rules, "unclear"]);
  });

  test("is removed only where one of them says so", () => {
    for (const [rules, other] of pairs.filter((pair) => !pair.includes("removed")))
      for (const level of levels) expect([rules, other, taken(rules, other, level)]).not.toContain("removed");
  });

  test("is a person's where the rules alone read a removal, or the other is not rather sure of it", () => {
    for (const other of wordedClasses.filter((one) => one !== "removed"))
      for (const level of levels) expect([other, taken("removed", other, level)]).toEqual([other, "unclear"]);
    expect([taken("removed", "removed", 0.85), taken("removed", "removed", 0.95)]).toEqual(["unclear", "removed"]);
  });

  test("is removed by the rules' word where they understood all that stands in the mail", () => {
    for (const other of wordedClasses)
      expect(
        agree({ replyClass: "removed", rule: "a rule", isWhollyKnown: true }, { replyClass: other, confidence: 0.5 })
          .replyClass,
      ).toBe("removed");
  });

  test("reaches a person where either hears a form, a refusal or that it is not theirs", () => {
    for (const [rules, other] of pairs)
      for (const loud of ["use-our-form", "refused", "not-ours"] as const)
        for (const level of levels)
          if (rules === loud || other === loud) expect(silent).not.toContain(taken(rules, other, level));
  });

  test("is silent by the other's word only where it is rather sure, and surer against the rules", () => {
    for (const other of silent) {
      expect([taken("unclear", other, 0.4), taken("unclear", other, 0.7)]).toEqual(["unclear", other]);
      expect([taken("question", other, 0.7), taken("question", other, 0.9)]).toEqual(["unclear", other]);
    }
  });

  test("is a person's where the other doubts what the rules would keep silent", () => {
    for (const rules of silent) {
      expect(taken(rules, "question", 0.2)).toBe("unclear");
      expect(taken(rules, "question", 0.6)).toBe("question");
    }
  });

  test("says by whom it came to another class", () => {
    expect(ofRules("unclear")({ replyClass: "refused", confidence: 0.9 }).rule).toBe("second reader (0.9)");
    expect(ofRules("unclear")({ replyClass: "removed", confidence: 0.5 }).rule).toBe(
      "a rule; the second reader: removed",
    );
  });
});
