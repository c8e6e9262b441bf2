import { describe, expect, test } from "vitest";
import type { StandingAnswer } from "../../functions/kernel/in-force.ts";
import { type Instant, plusHours } from "../../functions/kernel/instant.ts";
import { letHold, letHoldForAll } from "../../functions/review/let-hold.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { memorySettingsStore } from "../support/memory-settings-store.ts";

/*
 * > An exhausted escalation path never closes by silence: there is one question for each silent desk, and a slow
 * > reminder by policy. A case that comes later takes an answer only where it was given as a rule with
 * > an end.
 */

const network = aCandidate({ email: "abuse@network.example" });
const days = (count: number) => ({ hours: 24 * count });

const aSilentFlow = (report: Parameters<typeof nativeMessage>[0] = {}) => {
  const flow = aFlow();
  flow.contacts(() => ({ candidates: [network] }));
  const asked = async () => await flow.questions();
  const reminded = () => flow.mails.filter(({ recipient }) => recipient === network.email).length - 1;
  const history = async () => (await flow.store.history((await flow.theCase()).id)).flatMap(({ events }) => events);
  /** A person lets the answer hold for later cases until then. */
  const holds = (until: Instant, spoilt: Partial<StandingAnswer> = {}) => {
    const answer = {
      question: "unanswered",
      desks: [network.email],
      by: ["Ada"],
      why: "it never answers",
      until,
    } as const;
    flow.settingsBecome({ standingAnswers: [{ row: "standing-answer-1", ...answer, ...spoilt }] });
  };
  /** In steps of three hours: thirty days of half hours are long. */
  const passes = async ({ hours }: { readonly hours: number }) => {
    const to = plusHours(flow.now(), hours);
    while (flow.now() < to) await flow.leap([plusHours(flow.now(), 3), to].sort()[0] ?? to);
  };
  return { passes, flow, asked, reminded, history, holds, begins: () => flow.report(nativeMessage(report)) };
};

describe("where nobody is left to tell and a person said to wait", () => {
  const waits = async () => {
    const silent = aSilentFlow();
    await silent.begins();
    await silent.passes({ hours: 49 });
    expect(await silent.asked()).toEqual(["unanswered"]);
    await silent.flow.decides({ verdict: { decision: "wait" } });
    return silent;
  };

  test("its desk is reminded after a week and two more, and nobody is asked meanwhile", async () => {
    const { passes, asked, reminded } = await waits();
    expect(reminded()).toBe(1);
    await passes({ hours: 7 * 24 - 2 });
    expect([reminded(), await asked()]).toEqual([1, []]);
    await passes({ hours: 2 });
    expect([reminded(), await asked()]).toEqual([2, []]);
    await passes(days(14));
    expect([reminded(), await asked()]).toEqual([3, []]);
  });

  test("a person is asked again after the last reminder, and the case never ends by silence", async () => {
    const { flow, passes, asked, reminded } = await waits();
    await passes({ hours: 35 * 24 + 2 });
    expect([reminded(), await asked()]).toEqual([3, ["unanswered"]]);
    await passes(days(30));
    expect((await flow.theCase()).closed).toBeUndefined();
  });

  test("who says when to be asked again is asked then, and nobody is reminded meanwhile", async () => {
    const { flow, begins, passes, asked, reminded } = aSilentFlow();
    await begins();
    await passes({ hours: 49 });
    await flow.decides({ verdict: { decision: "wait", hours: 72 } });
    await passes({ hours: 70 });
    expect([reminded(), await asked()]).toEqual([1, []]);
    await passes({ hours: 4 });
    expect([reminded(), await asked()]).toEqual([1, ["unanswered"]]);
    await passes({ hours: 7 * 24 });
    expect(reminded()).toBe(2);
  });
});

describe("where nobody is left to tell and no person has answered", () => {
  test("its desks are reminded all the same, by the same one question", async () => {
    const { begins, passes, asked, reminded } = aSilentFlow();
    await begins();
    await passes({ hours: 49 });
    expect([reminded(), await asked()]).toEqual([1, ["unanswered"]]);
    await passes(days(7));
    expect([reminded(), await asked()]).toEqual([2, ["unanswered"]]);
    await passes(days(14));
    expect([reminded(), await asked()]).toEqual([3, ["unanswered"]]);
  });

  test("the word of a person who waits with it puts no reminder off", async () => {
    const { flow, begins, passes, asked, reminded } = aSilentFlow();
    await begins();
    await passes({ hours: 48 + 6 * 24 });
    await flow.decides({ verdict: { decision: "wait" } });
    await passes(days(1.2));
    expect([reminded(), await asked()]).toEqual([2, []]);
  });

  test("and the case becomes urgent, a person is asked by a question that keeps it and rings on", async () => {
    const { flow, begins, passes } = aSilentFlow();
    await begins();
    await passes({ hours: 49 });
    const live = { reporter: "cert", reportId: "c-1", live: true, seenAt: flow.now() };
    await flow.report(nativeMessage(live));
    const asked = (await flow.theCase()).reviews.map(({ question, blocking }) => [question, blocking]);
    expect(asked).toContainEqual(["unanswered", true]);
  });
});

describe("an answer that holds for later cases", () => {
  const until = plusHours("2026-11-24T10:00:00.000Z", 24 * 30);

  test("ends, and then a person is asked", async () => {
    const { flow, passes, asked, holds, begins } = aSilentFlow();
    holds(plusHours(flow.now(), 24 * 3));
    await begins();
    await passes(days(2.5));
    expect(await asked()).toEqual([]);
    // The wait that was begun by it is seen to its end: a week, and what is left of the reminders.
    await passes(days(7 + 14 + 14 + 1));
    expect(await asked()).toEqual(["unanswered"]);
  });

  test.each<[string, Partial<StandingAnswer>]>([
    ["of another desk", { desks: ["abuse@other.example"] }],
    ["that is over", { until: "2026-11-24T11:00:00.000Z" }],
  ])("is none %s", async (_, spoilt) => {
    const { passes, asked, holds, begins } = aSilentFlow();
    holds(until, spoilt);
    await begins();
    await passes({ hours: 50 });
    expect(await asked()).toEqual(["unanswered"]);
  });

  test("of one of two desks that are asked is not enough", async () => {
    const { flow, passes, asked, holds, begins } = aSilentFlow({ domainIsMalicious: true });
    const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
    flow.contacts(() => ({ candidates: [network, registrar] }));
    holds(until);
    await begins();
    await passes({ hours: 50 });
    expect(await asked()).toEqual(["unanswered"]);
  });

  test.each(["refused", "not-ours"] as const)("is of silence, and is none where the desk wrote %s", async (said) => {
    const { flow, passes, asked, holds, begins } = aSilentFlow();
    holds(until);
    await begins();
    await flow.deskReplies(said, true);
    await passes({ hours: 50 });
    expect(await asked()).toContain("unanswered");
  });

  test("is taken where the desk has only said that it has the notice", async () => {
    const { flow, passes, asked, holds, begins } = aSilentFlow();
    holds(until);
    await begins();
    await flow.deskReplies("acknowledgement", true);
    await passes({ hours: 50 });
    expect(await asked()).toEqual([]);
  });

  test("is not given by a case whose desk has answered", async () => {
    const { flow, begins } = aSilentFlow();
    await begins();
    await flow.deskReplies("refused", true);
    const given = { by: { name: "Ada", mayDecide: true, signedIn: true }, why: "it never answers", days: 30 } as const;
    const keeps = { store: memorySettingsStore(), stage: aSettings(), now: () => flow.now() };
    expect(await letHold(keeps, await flow.theCase(), { question: "unanswered" }, given)).toMatchObject({
      ok: false,
      error: { kind: "refused", why: expect.stringContaining("one of them answered") },
    });
  });

  test("given for several cases at once holds for each of their silent desks, and for none that answered", async () => {
    const [one, other, answered] = [aSilentFlow(), aSilentFlow(), aSilentFlow()];
    other.flow.contacts(() => ({ candidates: [aCandidate({ email: "abuse@other.example" })] }));
    for (const { begins } of [one, other, answered]) await begins();
    await answered.flow.deskReplies("refused", true);
    const store = memorySettingsStore();
    const keeps = { store, stage: aSettings(), now: () => one.flow.now() };
    const states = await Promise.all([answered, one, one, other].map(({ flow }) => flow.theCase()));
    const asking = states.map((state) => ({ state, review: { question: "unanswered" } as const }));
    const given = { by: { name: "Ada", mayDecide: true, signedIn: true }, why: "it never answers", days: 30 } as const;
    const held = await letHoldForAll(keeps, asking, given);
    expect(held.map(({ ok }) => ok)).toEqual([true, true]);
    const rows = (await store.read()).rows.flatMap((row) => (row.kind === "standing-answer" ? [row.value.desks] : []));
    expect(rows).toEqual([["abuse@network.example"], ["abuse@other.example"]]);
  });

  test("is none in the urgent lane, where a person is asked each time", async () => {
    const { flow, passes, asked, holds, begins } = aSilentFlow({ category: "ncii" });
    holds(until);
    await begins();
    await passes({ hours: 25 });
    expect(await asked()).toEqual(["unanswered"]);
    await flow.decides({ verdict: { decision: "wait" } });
    await passes({ hours: 25 });
    expect(await asked()).toEqual(["unanswered"]);
  });
});
