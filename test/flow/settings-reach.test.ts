import { describe, expect, test } from "vitest";
import type { PolicyOf } from "../../functions/case/policy.ts";
import { clocksOf } from "../../functions/escalation/clocks.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { reach } from "../../functions/follow-up/reach.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { holdCase } from "../../functions/review/hold.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { type aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";
import { memoryWalk } from "../support/memory-walk.ts";

/* What a change of settings does to cases that stand already, and when. */

const days = (count: number) => count * 24;

/** What a sweep needs to see that settings are others, and then to have walked through what waits. */
const minutesToReach = 6;

test("retention that is shortened takes nothing from a case that is held, or before a person", async () => {
  const isForgotten = async (flow: ReturnType<typeof aFlow>) => (await flow.theCase()).forgottenAt !== undefined;
  const flow = await aReportedFlow();
  await holdCase(flow.work, { caseId: (await flow.theCase()).id, by: "anna", why: "The police asked." });
  flow.settingsBecome({ forgetAfterDays: { phishing: 1 } });
  await flow.leap(plusHours(flow.now(), days(60)));
  await flow.pass({ minutes: minutesToReach });
  expect(await isForgotten(flow)).toBe(false);
});

describe("a policy whose clocks are shorter", () => {
  const shorter: PolicyOf = (of) => {
    const policy = policyOf(aSettings())(of);
    return { ...policy, row: { ...policy.row, reminderAfterHours: 3, escalatesAfterHours: 6 } };
  };
  const dueAts = async (flow: ReturnType<typeof aFlow>) =>
    (await flow.store.due("9999-01-01T00:00:00.000Z", 10)).map(({ dueAt }) => dueAt);
  const told = async () => {
    const flow = await aReportedFlow();
    await flow.pass({ minutes: minutesToReach });
    const [due] = await dueAts(flow);
    expect(due).toBe(plusHours(morning, 24));
    return flow;
  };
  const walking = (flow: ReturnType<typeof aFlow>, walk = memoryWalk()) => {
    let minutes = 0;
    return async (mayGoOn: () => boolean = () => true) => {
      const clock = { now: () => plusMinutes(flow.now(), minutes) };
      await reach({ ...flow.work, clock, policyOf: shorter, clocks: "shorter", walk }, mayGoOn);
      minutes += 1;
    };
  };

  test("brings what waits forward to its own time, and tells nobody by that", async () => {
    const flow = await told();
    const walk = walking(flow);
    for (let minute = 0; minute < 5; minute++) await walk();
    expect([await dueAts(flow), flow.told()]).toEqual([[plusHours(morning, 3)], ["abuse@network.example"]]);
  });

  test("looks again at what could not be read, and brings it forward then", async () => {
    const flow = await told();
    let fails = 1;
    const store: typeof flow.store = {
      ...flow.store,
      read: (caseId) => (fails-- > 0 ? Promise.reject(new Error("throttled")) : flow.store.read(caseId)),
    };
    const walk = walking({ ...flow, work: { ...flow.work, store } });
    for (let minute = 0; minute < 5; minute++) await walk();
    expect(await dueAts(flow)).toEqual([plusHours(morning, 3)]);
  });

  test("lets one that can never be read wait for its own time, and reaches the others", async () => {
    const flow = await told();
    await flow.takeIn(nativeMessage({ reportId: "r-2", target: { url: "https://other.bad.example/" } }));
    await flow.run();
    const [broken] = await flow.store.due("9999-01-01T00:00:00.000Z", 1);
    const store: typeof flow.store = {
      ...flow.store,
      read: (caseId) =>
        caseId === broken?.caseId ? Promise.reject(new Error("sealed by no key")) : flow.store.read(caseId),
    };
    const walk = walking({ ...flow, work: { ...flow.work, store } });
    for (let minute = 0; minute < 12; minute++) await walk();
    expect((await dueAts(flow)).some((dueAt) => dueAt < plusHours(morning, 4))).toBe(true);
    expect(flow.said.filter(({ code }) => code === "unforeseen")).toHaveLength(3);
  });
});

test("the clocks are others where retention, a wait, digests or a day off are, not where whom to write to is", () => {
  const of = (spoilt: Partial<Settings>) => clocksOf(aSettings(spoilt));
  const countries = settingsSchema.shape.countries.parse([{ country: "NL", holidays: ["2026-11-25"] }]);
  const [forgetAfterDays, approveNewContacts] = [{ phishing: 30 }, { phishing: 30 }];
  const others: Partial<Settings>[] = [{ forgetAfterDays }, { approveNewContacts }, { digests: true }, { countries }];
  expect(new Set([{}, ...others].map(of)).size).toBe(5);
  expect(of({ optedOut: ["@network.example"], protectedDomains: ["bank.example"] })).toBe(of({}));
});
