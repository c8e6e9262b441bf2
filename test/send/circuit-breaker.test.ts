import { describe, expect, test } from "vitest";
import {
  describeTrouble,
  emptyStretch,
  noOutcomes,
  organisationOf,
  plusEnd,
  plusStretch,
  type Stretch,
  troubleOfStandard,
  troubleOfUrgent,
} from "../../functions/send/circuit-breaker.ts";

const organisations = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
/** `each`: every one of the bad ends is another organisation's; else all are one's. */
const ends = (concluded: number, bounced: number, complained: number, each = true, from = "o") => ({
  concluded,
  bounced,
  complained,
  bouncedAt: organisations(each ? bounced : Math.min(1, bounced), `${from}-b`),
  complainedAt: organisations(each ? complained : Math.min(1, complained), `${from}-c`),
});
const standard = (concluded: number, bounced = 0, complained = 0, from = "o"): Stretch => ({
  ...emptyStretch,
  standard: ends(concluded, bounced, complained, true, from),
});
const urgent = (concluded: number, bounced = 0, complained = 0): Stretch => ({
  ...emptyStretch,
  urgent: ends(concluded, bounced, complained),
});

describe("the breaker of the standard lane", () => {
  test.each([
    ["one bounce in ten", [standard(10, 1)], undefined],
    ["4 % of a hundred", [standard(100, 4)], undefined],
    ["5 % of a hundred", [standard(100, 5)], "bounces"],
    ["one complaint in a thousand", [standard(1000, 0, 1)], undefined],
    ["two complaints in two thousand: two desks that say so", [standard(2000, 0, 2)], undefined],
    ["three complaints in a thousand", [standard(1000, 0, 3)], "complaints"],
    ["three complaints in ten thousand, most of them old", [standard(2000, 0, 1), standard(8000, 0, 2)], undefined],
    ["old bounces behind two thousand good mails", [standard(2000), standard(500, 400)], undefined],
    ["bounces spread over stretches", [standard(60, 2, 0, "a"), standard(60, 3, 0, "b")], "bounces"],
    [
      "a hundred bounces of one organisation among two thousand",
      [{ ...emptyStretch, standard: ends(2000, 100, 0, false) }],
      undefined,
    ],
    [
      "a hundred complaints of one organisation that is four desks' worth",
      [{ ...emptyStretch, standard: ends(20_000, 0, 4, false) }],
      undefined,
    ],
    [
      "bounces of one organisation that AWS would count",
      [{ ...emptyStretch, standard: ends(2000, 130, 0, false) }],
      "bounces",
    ],
    ["urgent mail that bounces beside little standard mail", [plusStretch(urgent(100, 20), standard(100))], "bounces"],
  ] as const)("%s", (_, stretches, trouble) => {
    expect(troubleOfStandard(stretches)?.what).toBe(trouble);
  });

  test("says what on-call needs", () => {
    expect(describeTrouble({ what: "bounces", counts: "mails", rate: 0.05, of: 100 })).toBe(
      "5.0 % permanent bounces among the last 100 mails",
    );
    expect(describeTrouble({ what: "complaints", counts: "organisations", rate: 0.002, of: 1000 })).toBe(
      "0.20 % complaints among the last 1000 mails, each organisation counted once",
    );
  });
});

describe("the urgent lane's last line", () => {
  test.each([
    ["standard mail that bounces is none of it", [plusStretch(urgent(500, 2), standard(500, 400))], undefined],
    ["its own bounces near AWS's ten in a hundred", [urgent(500, 45)], "bounces"],
    ["its own complaints near AWS's five in a thousand", [urgent(1500, 0, 7)], "complaints"],
    [
      "its own bounces where the account as a whole is well",
      [plusStretch(urgent(200, 100), standard(2000))],
      undefined,
    ],
    ["a rate at which AWS only looks", [urgent(1000, 70)], undefined],
    ["few mails, which AWS judges nobody by", [urgent(100, 30)], undefined],
  ] as const)("%s", (_, stretches, trouble) => {
    expect(troubleOfUrgent(stretches)?.what).toBe(trouble);
  });

  test("lies behind the standard lane's, which stops first", () => {
    const ill = [plusStretch(urgent(100, 7), standard(1900, 128))];
    expect([troubleOfStandard(ill)?.what, troubleOfUrgent(ill)]).toEqual(["bounces", undefined]);
  });
});

test("a complaint is counted beside the delivery that it is about, and an organisation once", () => {
  const at = (end: "delivered" | "bounced" | "complained", email: string) => (stretch: Stretch) =>
    plusEnd(stretch, "standard", end, email);
  const { urgent: none, standard: after } = [
    at("delivered", "abuse@one.example"),
    at("complained", "abuse@one.example"),
    at("bounced", "abuse@mx1.two.example"),
    at("bounced", "noc@mx2.two.example"),
    at("bounced", "abuse@three.example"),
  ].reduce((stretch, add) => add(stretch), emptyStretch);
  expect([none, after.concluded, after.bounced, after.complained]).toEqual([noOutcomes, 4, 3, 1]);
  expect([
    after.bouncedAt?.length,
    after.complainedAt?.length,
    after.bouncedAt?.some((name) => name.includes("two")),
  ]).toEqual([2, 1, false]);
});

test("customers below a platform's suffix are organisations of their own", () => {
  expect(organisationOf("abuse@a.uk.com")).not.toBe(organisationOf("abuse@b.uk.com"));
  expect(organisationOf("abuse@a.uk.com")).toBe(organisationOf("noc@mail.A.uk.com"));
});
