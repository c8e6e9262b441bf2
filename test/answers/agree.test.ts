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

  test("is removed by the other's rather sure word where the rules heard one plainly told and none to come", () => {
    const told = (confidence: number, mayBeRemoved: boolean) =>
      agree(
        { replyClass: "unclear", rule: "a rule", tellsRemoval: true, ...(mayBeRemoved && { mayBeRemoved: true }) },
        { replyClass: "removed", confidence },
      ).replyClass;
    expect([told(0.939, true), told(0.94, true), told(1, false)]).toEqual(["unclear", "removed", "unclear"]);
    expect([taken("unclear", "removed", 0.969), taken("unclear", "removed", 0.97)]).toEqual(["unclear", "removed"]);
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
    expect([taken("removed", "removed", 0.939), taken("removed", "removed", 0.94)]).toEqual(["unclear", "removed"]);
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

/**
 * Each row of the table of `agree`, at the least confidence by which it comes to its class and right
 * below that: who changes a row or a bar changes what becomes of mails.
 */
describe("the table of two readings", () => {
  const below = (bar: number): number => Math.round(bar * 1_000 - 1) / 1_000;
  const others = (...but: readonly ReplyClass[]) => wordedClasses.filter((one) => !but.includes(one));
  const loud = ["use-our-form", "refused", "not-ours"] as const;
  /** What the rules read, what the other reads, from how sure on it is `then`, and what it is below. */
  type Bar = readonly [
    rules: readonly ReplyClass[],
    other: readonly ReplyClass[],
    bar: number,
    then: "rules" | "other",
    below: "rules" | "other" | "unclear",
  ];
  const bars: Readonly<Record<string, Bar>> = {
    "a removal by the other's word": [others("removed"), ["removed"], 0.97, "other", "unclear"],
    "a removal that both read": [["removed"], ["removed"], 0.94, "rules", "unclear"],
    "silence that the other takes for a person's": [silent, others("removed", ...silent), 0.3, "other", "unclear"],
    "a person's class, and another": [
      others("removed", ...silent),
      others("removed", ...silent),
      0.3,
      "other",
      "rules",
    ],
    "what no rule reads, and silence": [["unclear"], silent, 0.6, "other", "unclear"],
    "a question or nothing found, and silence": [["question", "not-found"], silent, 0.8, "other", "unclear"],
    "silence, and another silence": [silent, silent, 0.6, "other", "unclear"],
  };

  test.each(Object.entries(bars))("%s: takes so much, and a thousandth less is not enough", (_, bar) => {
    const [ofRules, ofOther, least, then, less] = bar;
    for (const rules of ofRules)
      for (const other of ofOther) {
        const named = { rules, other, unclear: "unclear" } as const;
        if (rules === other && less === "rules") continue;
        expect([rules, other, taken(rules, other, least)]).toEqual([rules, other, named[then]]);
        expect([rules, other, taken(rules, other, 1)]).toEqual([rules, other, named[then]]);
        expect([rules, other, taken(rules, other, below(least))]).toEqual([rules, other, named[less]]);
      }
  });

  test.each(loud)("%s by the rules stays so, however sure the other is that nobody needs to hear", (rules) => {
    for (const other of silent)
      for (const level of levels) {
        const both = ofRules(rules)({ replyClass: other, confidence: level });
        expect([other, level, both]).toEqual([other, level, { replyClass: rules, rule: "a rule" }]);
      }
  });

  test("has the rules' own rule beside a class that is the rules'", () => {
    expect(ofRules("question")({ replyClass: "question", confidence: 0 }).rule).toBe("a rule");
    expect(ofRules("question")({ replyClass: "refused", confidence: 0.29 }).rule).toBe("a rule");
  });

  test("leaves a removal to a person where the rules read another, whatever may be removed", () => {
    for (const other of others("removed")) expect(taken("removed", other, 1)).toBe("unclear");
  });

  test("does not ask the other about a removal of which the rules understood all, and of nothing else", () => {
    const known = (replyClass: ReplyClass) =>
      agree({ replyClass, rule: "a rule", isWhollyKnown: true }, { replyClass: "refused", confidence: 1 }).replyClass;
    expect(known("removed")).toBe("removed");
    for (const rules of others("removed")) expect([rules, known(rules)]).toEqual([rules, "refused"]);
  });
});
