import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance } from "../../functions/case/advance.ts";
import type { Case, ReportWords, Status } from "../../functions/case/case.ts";
import { nothingSaid, withWord } from "../../functions/case/said.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { factOf } from "../../functions/intake/later-word.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { aCandidate, aCase, aReport, aSettings, morning } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

const network = aCandidate();
const twoWeeks = { hours: 14 * 24 };
const statuses = ["gone", "still-up", "withdrawn", "hold", "release"] as const;

/** The history's words, so that a message which changed nothing is seen to have left nothing. */
const wordsOf = async (flow: ReturnType<typeof aFlow>) =>
  (await flow.store.history((await flow.theCase()).id)).flatMap(({ events }) =>
    events.flatMap((event) => (event.type === "status" ? [event.message.status] : [])),
  );

describe("the same word brought again tells nothing, however late", () => {
  test.each(statuses)("%s", async (status) => {
    const flow = await aReportedFlow();
    if (status === "still-up") await flow.deskReplies("removed", true);
    if (status === "release") await flow.says("hold");
    await flow.pass({ minutes: 1 });
    const message = await flow.says(status);
    await flow.pass({ minutes: 5 });
    await flow.report(message);
    await flow.pass(twoWeeks);
    const before = [await flow.theCase(), flow.mails.length];
    await flow.report(message);
    expect([await flow.theCase(), flow.mails.length]).toEqual(before);
    expect((await wordsOf(flow)).filter((word) => word === status)).toEqual([status]);
  });
});

describe("a word from the dead letters is as old as when it was said", () => {
  test("a release that is older than the hold lifts nothing", async () => {
    const flow = aFlow();
    await flow.pass({ minutes: 1 });
    const release = statusMessage("release", flow.now());
    await flow.pass({ hours: 11 });
    await flow.report(nativeMessage({ category: "brand", evidence: { explanation: "Copies.", imitates: "Example" } }));
    await flow.says("hold");
    await flow.pass({ hours: 12 * 24 });
    await flow.report(release);
    await flow.pass({ hours: 48 });
    const state = await flow.theCase();
    expect([state.holds.length, flow.mails]).toEqual([1, []]);
  });

  test("a hold that a person lifted does not come back by the same message", async () => {
    const flow = await aReportedFlow();
    const hold = await flow.says("hold");
    await flow.decides({ verdict: { decision: "continue" } });
    await flow.report(hold);
    expect((await flow.theCase()).holds).toEqual([]);
  });

  test("a 'gone' from before somebody saw it moves nothing", async () => {
    const flow = await aReportedFlow();
    const gone = statusMessage("gone", plusMinutes(flow.now(), 5));
    await flow.pass({ hours: 24 });
    await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1", seenAt: flow.now() }));
    const { version: _, ...before } = await flow.theCase();
    for (const _again of [1, 2]) await flow.report(gone);
    const { version: __, ...after } = await flow.theCase();
    expect(after).toEqual(before);
    const events = (await flow.store.history(after.id)).flatMap((line) => line.events);
    expect(events.filter(({ type }) => type === "status")).toMatchObject([
      { message: { status: "gone", at: "2026-11-24T10:05:00.000Z" }, seenSince: true },
    ]);
  });

  test("a 'gone' from before a 'still up' closes nothing, whoever said which", async () => {
    const flow = await aReportedFlow();
    await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1" }));
    const gone = statusMessage("gone", flow.now());
    await flow.pass({ minutes: 5 });
    await flow.says("still-up", { reporter: "cert", reportId: "c-1" });
    await flow.pass(twoWeeks);
    await flow.report(gone);
    expect((await flow.theCase()).closed).toBeUndefined();
  });

  test("a 'still up' from before the end opens nothing", async () => {
    const ends: Record<string, (flow: ReturnType<typeof aFlow>) => Promise<unknown>> = {
      gone: (flow) => flow.says("gone"),
      withdrawn: (flow) => flow.says("withdrawn"),
      removed: (flow) => flow.deskReplies("removed", true),
      decided: async (flow) => {
        await flow.deskReplies("question", true);
        await flow.decides({ verdict: { decision: "close", outcome: "decided" } });
      },
    };
    for (const [outcome, end] of Object.entries(ends)) {
      const flow = await aReportedFlow();
      await flow.pass({ minutes: 5 });
      const stillUp = statusMessage("still-up", flow.now());
      await flow.pass({ minutes: 5 });
      await end(flow);
      await flow.pass({ hours: 24 });
      const mails = flow.mails.length;
      await flow.report(stillUp);
      await flow.pass(twoWeeks);
      expect([outcome, (await flow.theCase()).closed?.outcome, flow.mails.length]).toEqual([outcome, outcome, mails]);
    }
  });

  test("a 'still up' from before the desk's 'removed' does not wake its reminders", async () => {
    const flow = await aReportedFlow({ report: { category: "ncii" } });
    const stillUp = statusMessage("still-up", flow.now());
    await flow.pass({ hours: 1 });
    await flow.deskReplies("removed", true);
    await flow.report(stillUp);
    expect((await flow.theCase()).quiet).toBe(true);
  });

  test("a withdrawal that is said again while its notices wait does not stop them", async () => {
    const flow = await aReportedFlow();
    flow.sesSays(() => ({ kind: "declined", code: "Throttling", final: false }));
    await flow.says("withdrawn");
    await flow.pass({ minutes: 1 });
    await flow.says("withdrawn");
    expect((await flow.theCase()).notices.map(({ step, state }) => `${step} ${state}`)).toEqual([
      "first sent",
      "withdrawal queued",
    ]);
  });
});

describe("a word that is newer than what is known counts, however late it comes", () => {
  test("a 'still up' of days ago opens its case before a person, and nothing goes out", async () => {
    const flow = await aReportedFlow();
    await flow.deskReplies("removed", true);
    await flow.pass({ hours: 1 });
    const stillUp = statusMessage("still-up", flow.now());
    await flow.pass(twoWeeks);
    await flow.report(stillUp);
    await flow.pass(twoWeeks);
    const { closed, reviews } = await flow.theCase();
    expect([closed, reviews.map(({ question, blocking }) => [question, blocking]), flow.told()]).toEqual([
      undefined,
      [["still-up", true]],
      [network.email],
    ]);
  });

  test("a hold about a case that is closed stands when the case is opened again", async () => {
    const flow = await aReportedFlow();
    await flow.says("gone");
    await flow.pass({ minutes: 1 });
    await flow.says("hold");
    await flow.says("still-up");
    await flow.pass({ hours: 72 });
    const state = await flow.theCase();
    expect([state.reviews.some(({ question }) => question === "held"), flow.mails.length]).toEqual([true, 1]);
  });
});

test("a 'still up' that the open case heard opens none once both are closed", async () => {
  const flow = await aReportedFlow();
  await flow.says("gone");
  await flow.pass({ hours: 1 });
  await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1", seenAt: flow.now() }));
  await flow.pass({ hours: 1 });
  const stillUp = await flow.says("still-up");
  await flow.pass({ hours: 1 });
  await flow.says("gone", { reporter: "cert", reportId: "c-1" });
  await flow.says("gone");
  const mails = flow.mails.length;
  await flow.pass(twoWeeks);
  await flow.report(stillUp);
  await flow.pass(twoWeeks);
  const cases = await Promise.all(
    ["hotline/r-1", "cert/c-1"].map(async (key) => flow.store.read((await flow.store.caseOfReport(key)) ?? "")),
  );
  expect([cases.map((state) => state?.closed?.outcome), flow.mails.length]).toEqual([["gone", "gone"], mails]);
});

test("a moment that has not come yet goes to a person: it would outlast all words", async () => {
  const flow = aFlow();
  await flow.report(statusMessage("release", plusHours(flow.now(), 1)));
  expect(await flow.onlyEntry()).toMatchObject({ field: "at", reason: "This moment has not come yet." });
});

const word = fc.record({
  status: fc.constantFrom("hold", "release", "withdrawn", "still-up"),
  reporter: fc.constantFrom("hotline", "cert"),
  at: fc.integer({ min: 0, max: 6 }).map((minutes) => plusMinutes(morning, minutes)),
}) satisfies fc.Arbitrary<Partial<Status>>;

test("the order in which words come changes nothing about holds and withdrawals", () => {
  const open = aCase({}, [
    { type: "joined", at: morning, report: aReport({ reporter: "cert", reportId: "of cert" }) },
    // Of a third reporter, so that the case stays open whatever the two say.
    { type: "joined", at: morning, report: aReport({ reporter: "brand", reportId: "of brand" }) },
  ]);
  const now = plusMinutes(morning, 10);
  const after = (
    words: readonly { readonly status: Status["status"]; readonly reporter: string; readonly at: string }[],
  ) => {
    const policy = policyOf(aSettings());
    const ofReports = new Map<string, ReportWords>();
    const end = words.reduce<Case>((state, { status, reporter, at }) => {
      const message = {
        kind: "status" as const,
        status,
        reporter,
        reportId: reporter === "hotline" ? "r-1" : "of cert",
        at,
      };
      const known = ofReports.get(reporter) ?? nothingSaid;
      const fact = state.kind === "case" ? factOf(state, known, message, now) : undefined;
      if (!fact) return state;
      ofReports.set(reporter, withWord(known, fact));
      return advance(state, [fact], policy, now).next;
    }, open);
    const takenBack = [...ofReports].flatMap(([reporter, words]) => (words.takenBack ? reporter : [])).sort();
    return end.kind === "case"
      ? { held: end.holds.map(({ by }) => by).sort(), takenBack, withdrawn: [...end.withdrawn].sort() }
      : end;
  };
  fc.assert(
    fc.property(
      fc
        .array(word, { maxLength: 8 })
        .chain((words) =>
          fc.tuple(fc.constant(words), fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 })),
        ),
      ([words, shuffled]) => {
        expect(after(shuffled)).toEqual(after(words));
      },
    ),
    { numRuns: 200 },
  );
});

test("whatever many reports say, a case grows by five moments a reporter", async () => {
  const flow = await aReportedFlow({ report: { category: "ncii" } });
  const lengthAfter = async (reports: number, from: number) => {
    for (let n = from; n < reports; n++) {
      const about = { reporter: "cert", reportId: `${"x".repeat(190)}${n}` };
      await flow.report(nativeMessage({ ...about, category: "ncii" }));
      for (const status of ["hold", "release", "still-up", "withdrawn"])
        await flow.takeIn(statusMessage(status, flow.now(), about));
    }
    const { reviews: _, ...rest } = await flow.theCase();
    return JSON.stringify(rest).length;
  };
  const one = await lengthAfter(10, 0);
  expect((await lengthAfter(60, 10)) - one).toBeLessThan(100);
  await flow.says("hold");
  expect((await flow.theCase()).holds.map(({ by }) => by)).toContain("hotline");
});
