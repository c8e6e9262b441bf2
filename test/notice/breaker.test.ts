import { describe, expect, test } from "vitest";
import {
  describeTrouble,
  emptyStretch,
  noOutcomes,
  plusEnd,
  plusStretch,
  type Stretch,
  troubleOfStandard,
  troubleOfUrgent,
} from "../../functions/notice/breaker.ts";

const standard = (concluded: number, bounced = 0, complained = 0): Stretch => ({ ...emptyStretch, standard: { concluded, bounced, complained } });
const urgent = (concluded: number, bounced = 0, complained = 0): Stretch => ({ ...emptyStretch, urgent: { concluded, bounced, complained } });

describe("the breaker of the standard lane", () => {
  test.each([
    ["one bounce in ten", [standard(10, 1)], undefined],
    ["4 % of a hundred", [standard(100, 4)], undefined],
    ["5 % of a hundred", [standard(100, 5)], "bounces"],
    ["one complaint in a thousand", [standard(1000, 0, 1)], undefined],
    ["two complaints in a thousand", [standard(1000, 0, 2)], "complaints"],
    ["two complaints in ten thousand, all recent", [standard(2000, 0, 1), standard(8000, 0, 1)], undefined],
    ["old bounces behind two thousand good mails", [standard(2000), standard(500, 400)], undefined],
    ["bounces spread over stretches", [standard(60, 2), standard(60, 3)], "bounces"],
    ["urgent mail that bounces beside little standard mail", [plusStretch(urgent(100, 20), standard(100))], "bounces"],
  ] as const)("%s", (_, stretches, trouble) => {
    expect(troubleOfStandard(stretches)?.what).toBe(trouble);
  });

  test("says what on-call needs", () => {
    expect(describeTrouble({ what: "bounces", rate: 0.05, of: 100 })).toBe("5.0 % permanent bounces among the last 100 mails");
    expect(describeTrouble({ what: "complaints", rate: 0.002, of: 1000 })).toBe("0.20 % complaints among the last 1000 mails");
  });
});

test("the urgent lane's trouble is its own: standard mail that bounces is none of it", () => {
  expect(troubleOfUrgent([plusStretch(urgent(500, 2), standard(500, 400))])).toBeUndefined();
  expect(troubleOfUrgent([urgent(500, 50)])?.what).toBe("bounces");
});

test("a complaint is counted beside the delivery that it is about", () => {
  const after = plusEnd(plusEnd(plusEnd(emptyStretch, "standard", "delivered"), "standard", "complained"), "standard", "bounced");
  expect(after).toEqual({ urgent: noOutcomes, standard: { concluded: 2, bounced: 1, complained: 1 } });
});
