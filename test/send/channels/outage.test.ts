import { expect, test } from "vitest";
import { plusHours, plusMinutes } from "../../../functions/kernel/instant.ts";
import type { HttpAnswer } from "../../../functions/send/channels/http-answer.ts";
import {
  isOut,
  type Outage,
  outageAfter,
  turnOf,
  waitsForIt,
  whyPaused,
} from "../../../functions/send/channels/outage.ts";
import type { ApiWord } from "../../../functions/send/channels/provider.ts";
import { morning as now } from "../../support/a-case.ts";

const error: HttpAnswer = { kind: "answered", status: 500, json: { message: "https://shop.bad.example/" } };
const silent: HttpAnswer = { kind: "silent", detail: "No answer in time." };
const unreached: HttpAnswer = { kind: "unreached", detail: "No connection (ECONNREFUSED)." };
const uncertain: ApiWord = { kind: "uncertain", why: "GoDaddy answered HTTP 500 (https://shop.bad.example/)." };
const failed = (before?: Outage, at = now) => outageAfter(before, { answer: error, told: uncertain, now: at });
const out = { failures: 3, at: now, why: "HTTP 500." };

test.each([
  ["an error of its own", error, uncertain],
  ["nothing", silent, uncertain],
  ["nobody there", unreached, { kind: "later", why: "GoDaddy was not reached." }],
] as const)("three reports in a row that end with %s are an outage", (_, answer, told) => {
  const one = outageAfter(undefined, { answer, told, now });
  const two = outageAfter(one, { answer, told, now });
  expect([isOut(one), isOut(two), isOut(outageAfter(two, { answer, told, now }))]).toEqual([false, false, true]);
});

test.each<[ApiWord["kind"]]>([["accepted"], ["refused"], ["not-let-in"], ["later"]])(
  "an answer that says what became of the report ends it: %s",
  (kind) => {
    const told = kind === "accepted" ? { kind } : { kind, why: "It said so." };
    expect(outageAfter(out, { answer: { kind: "answered", status: 200, json: {} }, told, now })).toBeUndefined();
  },
);

test("keeps no word of the provider's, which may say what was reported", () => {
  expect(JSON.stringify(failed())).not.toContain("bad.example");
});

test("is left alone for longer each time, for two hours at most, and then tried by one report", () => {
  const minutesOf = (failures: number) =>
    [15, 30, 60, 120, 240].find((minutes) => turnOf({ ...out, failures }, plusMinutes(now, minutes)).kind === "try");
  expect([3, 4, 5, 6, 7, 40].map(minutesOf)).toEqual([15, 30, 60, 120, 120, 120]);
  expect(turnOf(out, plusMinutes(now, 14)).kind).toBe("paused");
  expect(turnOf(out, plusMinutes(now, 15))).toEqual({ kind: "try", next: { ...out, at: plusMinutes(now, 15) } });
  expect(turnOf({ ...out, failures: 2 }, now).kind).toBe("go");
});

test("what is not urgent waits six hours for it, once a person has heard of it", () => {
  const told = { ...out, isTold: true } as const;
  const waits = (outage: Outage, lane: "urgent" | "standard", hours: number) =>
    waitsForIt(outage, { lane, dueAt: now, now: plusHours(now, hours) });
  expect([waits(told, "standard", 5), waits(told, "standard", 6)]).toEqual([true, false]);
  expect([waits(told, "urgent", 0), waits(out, "standard", 0)]).toEqual([false, false]);
});

test("says to a person which provider it is, and what it answered", () => {
  expect(whyPaused("godaddy", out)).toMatch(/^GoDaddy's API failed 3 times in a row\. Its last answer: HTTP 500\./);
});
