import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { blank, readVerdict } from "../../functions/console/case/read-verdict.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { correctCase } from "../../functions/review/correct.ts";
import { reopenCase } from "../../functions/review/reopen.ts";
import { type GivenVerdict, recordVerdict } from "../../functions/review/verdict.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, type NewReply, nativeMessage, statusMessage } from "../support/a-flow.ts";

/*
 * What an adversary tried: "still up" by whoever comes to stand by another's open case, words that come late or
 * in one moment, a stranger's mail, a verdict's minute, what came back, settings between hint and claim, and
 * "ask me again in". What held, and what did not and is fixed, is law here.
 */

const urgent = { category: "csam", evidence: { explanation: "x", detectedBy: "manual-review" } };
const hotline = { reporter: "hotline", reportId: "h-1" };
const cert = { reporter: "cert", reportId: "c-1" };
const network = aCandidate();
const allCheck = () => aSettings().reporters.map((one) => ({ ...one, checks: true }));
type Flow = ReturnType<typeof aFlow>;
type Spoilt = Record<string, unknown>;

/** In steps of some hours: weeks of half hours are long. */
const passes = async (flow: Flow, hours: number, step = 3) => {
  const end = plusHours(flow.now(), hours);
  while (flow.now() < end) await flow.leap([plusHours(flow.now(), step), end].sort()[0] ?? end);
};

/** What a queue brings again is brought again. */
const atOnce = async (flow: Flow, texts: readonly string[]) => {
  const outcomes = await Promise.all(texts.map((text) => flow.takeIn(text)));
  for (const [at, outcome] of outcomes.entries()) if (outcome === "later") await flow.takeIn(texts[at] ?? "");
  await flow.run();
  await flow.pass({ minutes: 10 });
};

/** hotline's case ended as gone, and cert reported the page later: another case. */
const twoCases = async ({
  first = {},
  both = {},
  settings = {},
  candidates = [network],
  before = async () => {},
  ends = (flow) => flow.says("gone", hotline),
}: {
  readonly first?: Spoilt;
  readonly both?: Spoilt;
  readonly settings?: Partial<Settings>;
  readonly candidates?: readonly ReturnType<typeof aCandidate>[];
  readonly before?: (flow: Flow) => Promise<unknown>;
  readonly ends?: (flow: Flow) => Promise<unknown>;
} = {}) => {
  const flow = await aReportedFlow({
    settings,
    contacts: { candidates: [...candidates] },
    report: { ...both, ...hotline, ...first },
  });
  const { id: firstId } = await flow.theCase();
  await before(flow);
  await flow.pass({ minutes: 2 });
  await ends(flow);
  await flow.pass({ hours: 1 });
  await flow.report(nativeMessage({ ...both, ...cert, seenAt: flow.now() }));
  const second = (await flow.store.caseOfReport("cert/c-1")) ?? "";
  expect(second).not.toBe(firstId);
  await flow.pass({ minutes: 2 });
  return { ...flow, ...inCases(flow), first: firstId, second };
};
type Two = Awaited<ReturnType<typeof twoCases>>;

const inCases = (flow: Flow) => {
  const { store } = flow;
  const read = async (id: string): Promise<Case> => {
    const state = await store.read(id);
    if (state?.kind !== "case") throw new Error("the story has this case");
    return state;
  };
  const answers = async (caseId: string, question: string, verdict: GivenVerdict["verdict"], by = "on-call") => {
    const reviewId = (await read(caseId)).reviews.find((one) => one.question === question)?.id ?? "none";
    const outcome = await recordVerdict(flow.work, { caseId, reviewId, by, why: "seen", verdict });
    await flow.run();
    return outcome;
  };
  return {
    read,
    answers,
    endOf: async (id: string) => (await read(id)).closed?.outcome,
    questionsOf: async (id: string) => (await read(id)).reviews.map(({ question }) => question),
    sentOf: async (id: string) =>
      (await read(id)).notices.filter(({ sentAt }) => sentAt !== undefined).map(({ step }) => step),
    unmatched: async () => (await store.inReview(50)).items.filter(({ kind }) => kind !== "case").length,
  };
};
const openOf = async ({ first, second, endOf }: Two) => {
  const ends = await Promise.all([first, second].map(async (id) => [id, await endOf(id)] as const));
  return ends.flatMap(([id, end]) => (end === undefined ? [id] : []));
};
const reportersOf = async ({ second, read }: Two) => (await read(second)).reporters;
const sent = async (flow: Flow) =>
  (await flow.theCase()).notices.filter(({ sentAt }) => sentAt !== undefined).map(({ step }) => step);
const isClosed = async (flow: Flow) => (await flow.theCase()).closed !== undefined;

describe("nobody else's 'still up' joins the open case", () => {
  test.each([
    ["under another reporter's id", { reporter: "cert", reportId: "h-1" }],
    ["under an id that was never used", { reporter: "hotline", reportId: "h-9" }],
  ])("%s: it is gathered before a person, whatever case it names", async (_, who) => {
    const flow = await twoCases();
    const { reporters, standing, reports } = await flow.read(flow.second);
    for (let receives = 1; receives < 3; receives++) flow.receivedAgain();
    for (const named of [{}, { caseId: flow.second }, { caseId: flow.first }])
      await flow.report(statusMessage("still-up", flow.now(), { ...who, ...named }));
    expect(await flow.read(flow.second)).toMatchObject({ reporters, standing, reports });
    expect([await flow.endOf(flow.first), await flow.unmatched()]).toEqual(["gone", 1]);
  });

  test("of a report of another page that names the open case: it is not lost", async () => {
    const flow = await twoCases({ first: { target: { url: "https://shop.bad.example/other" } } });
    await flow.report(statusMessage("still-up", flow.now(), { ...hotline, caseId: flow.second }));
    await flow.pass({ minutes: 5 });
    expect([await reportersOf(flow), await flow.unmatched()]).toEqual([["cert"], 1]);
  });
});

describe("whoever joins by 'still up'", () => {
  test("stands there also where they had taken their own report back", async () => {
    const flow = await twoCases({ ends: (one) => one.says("withdrawn", hotline) });
    await flow.says("still-up", hotline);
    await flow.pass({ minutes: 1 });
    await flow.says("withdrawn", cert);
    await flow.pass({ hours: 2 });
    expect(await openOf(flow)).toEqual([flow.second]);
    await flow.says("withdrawn", hotline);
    await flow.pass({ hours: 2 });
    expect([await openOf(flow), await flow.sentOf(flow.first), await flow.sentOf(flow.second)]).toEqual([
      [],
      ["first", "withdrawal"],
      ["first", "withdrawal"],
    ]);
  });

  test("by one of two reports: the other one's 'withdrawn' takes nothing back there", async () => {
    const flow = await twoCases({ before: (one) => one.report(nativeMessage({ ...hotline, reportId: "h-2" })) });
    await flow.says("still-up", hotline);
    await flow.pass({ minutes: 1 });
    await flow.says("withdrawn", { ...hotline, reportId: "h-2" });
    await flow.says("withdrawn", cert);
    await flow.pass({ minutes: 5 });
    expect(await openOf(flow)).toEqual([flow.second]);
    await flow.says("withdrawn", hotline);
    await flow.pass({ minutes: 5 });
    await flow.says("still-up", { ...hotline, reportId: "h-2" });
    await flow.pass({ minutes: 5 });
    expect(await openOf(flow)).toHaveLength(1);
  });

  test("by an id that was used again: they name the closed case, and a hold without one holds all", async () => {
    const flow = await twoCases({
      ends: async (one) => {
        await one.says("gone", hotline);
        await one.report(nativeMessage({ ...hotline, target: { url: "https://other.bad.example/x" } }));
      },
    });
    const about = (caseId: string) => ({ ...hotline, caseId });
    await flow.says("still-up", hotline);
    expect([await reportersOf(flow), await flow.unmatched()]).toEqual([["cert"], 1]);
    await flow.report(statusMessage("still-up", flow.now(), about(flow.first)));
    await flow.pass({ minutes: 2 });
    await flow.says("hold", hotline);
    expect((await flow.read(flow.second)).holds).toMatchObject([{ by: "hotline" }]);
    await flow.pass({ minutes: 2 });
    await flow.report(statusMessage("release", flow.now(), about(flow.second)));
    await flow.report(statusMessage("gone", flow.now(), about(flow.first)));
    await flow.says("gone", cert);
    await flow.pass({ minutes: 2 });
    expect([(await flow.read(flow.second)).holds, await flow.endOf(flow.second)]).toEqual([[], "gone"]);
  });

  test("ends no hold of the other, loses no correction, and an urgent case is still a person's to close", async () => {
    const held = await twoCases();
    await held.says("hold", cert);
    const mails = held.mails.length;
    await held.says("still-up", hotline);
    await passes(held, 50);
    expect([(await held.read(held.second)).holds.length, held.mails.length]).toEqual([1, mails]);
    const put = await twoCases();
    await correctCase(put.work, { caseId: put.second, by: "jane", why: "wrong", explanation: "Another bank's page." });
    await put.says("still-up", hotline);
    await passes(put, 30);
    expect(await put.sentOf(put.second)).toEqual(["first", "correction", "reminder"]);
    expect(Buffer.from(put.mails.at(-1)?.mime ?? "").toString()).toContain("Another bank");
    const grave = await twoCases({ both: urgent });
    await grave.says("still-up", hotline);
    await grave.pass({ minutes: 1 });
    await grave.says("gone", cert);
    await grave.pass({ hours: 3 });
    expect([await grave.endOf(grave.second), await grave.questionsOf(grave.second)]).toEqual([
      undefined,
      ["still-up", "said-gone"],
    ]);
  });

  test("has no say by their people in whether it is cleared, before or after", async () => {
    const reporters = aSettings().reporters.map((one) => (one.id === "hotline" ? { ...one, people: ["ben"] } : one));
    const flow = await twoCases({ settings: { protectedDomains: ["bad.example"], reporters } });
    const clears = (by: string) => flow.answers(flow.second, "protected-target", { decision: "clear" }, by);
    expect((await clears("ben")).ok).toBe(true);
    await flow.says("still-up", hotline);
    await flow.pass({ minutes: 2 });
    expect((await clears("ben")).ok).toBe(false);
    await clears("carl");
    await flow.pass({ minutes: 5 });
    expect([await flow.questionsOf(flow.second), flow.mails]).toEqual([["protected-target"], []]);
  });

  test("whose report was live, and who may say so no more, makes nothing urgent", async () => {
    const flow = await twoCases({ first: { live: true } });
    const liveIn = (id: string) => (id === "hotline" ? { liveIn: [] } : {});
    flow.settingsBecome({ reporters: aSettings().reporters.map((one) => ({ ...one, ...liveIn(one.id) })) });
    await flow.says("still-up", hotline);
    await flow.pass({ minutes: 5 });
    expect((await flow.read(flow.second)).lane).toBe("standard");
  });
});

/*
 * Expected: "as if they had reported it there", as the same tests hold where hotline reports the page anew. Found:
 * the word brings its reporter's name and nothing of the report that stands there from then on.
 */
describe("with whoever joins by 'still up' comes what their report had said", () => {
  // No safety question is skipped: on-call is asked about `live`, as by a report; here nobody hears anything.
  test("that it is live: the open case becomes urgent, and a person is asked", async () => {
    const flow = await twoCases({ first: { live: true } });
    await flow.says("still-up", hotline);
    await flow.pass({ minutes: 5 });
    expect([(await flow.read(flow.second)).lane, await flow.questionsOf(flow.second)]).toEqual([
      "urgent",
      expect.arrayContaining(["live"]),
    ]);
  });

  // As above: a yes that they gave before counts as the first of two.
  test("who typed it in: what they had cleared before counts no more", async () => {
    const flow = await twoCases({ first: { enteredBy: "ada" }, settings: { protectedDomains: ["bad.example"] } });
    await flow.answers(flow.second, "protected-target", { decision: "clear" }, "ada");
    await flow.says("still-up", hotline);
    await flow.pass({ minutes: 2 });
    await flow.answers(flow.second, "protected-target", { decision: "clear" }, "ben");
    await flow.pass({ minutes: 5 });
    expect(flow.mails).toEqual([]);
  });

  // While a hold stands nothing goes out; a hold stands in one case over "gone" and "still up".
  test.each([
    ["before it closed", (flow: Flow) => flow.says("hold", hotline), async () => {}],
    ["once the other was open", async () => {}, (flow: Flow) => flow.says("hold", hotline)],
  ])("their hold that was never released, said %s", async (_, before, later) => {
    const flow = await twoCases({ before });
    await later(flow);
    await flow.pass({ minutes: 1 });
    const mails = flow.mails.length;
    await flow.says("still-up", hotline);
    await passes(flow, 30);
    expect([(await flow.read(flow.second)).holds.length, flow.mails.length]).toEqual([1, mails]);
  });
});

describe("'still up' in one moment with what ends the open case", () => {
  const both = async (saidBefore: number, word: string, turned: boolean) => {
    const flow = await twoCases();
    await flow.pass({ minutes: 10 });
    const at = plusMinutes(flow.now(), -3);
    const words = [statusMessage("still-up", plusMinutes(at, -saidBefore), hotline), statusMessage(word, at, cert)];
    await atOnce(flow, turned ? words.toReversed() : words);
    return flow;
  };

  test.each([
    [0, "gone"],
    [-1, "gone"],
    [1, "withdrawn"],
    [0, "withdrawn"],
    [-1, "withdrawn"],
  ])("said %s minutes before the other's '%s': one case is open, and hotline stands in it", async (minutes, word) => {
    for (const turned of [false, true]) {
      const flow = await both(minutes, word, turned);
      expect([turned, await openOf(flow), await reportersOf(flow)]).toEqual([
        turned,
        [flow.second],
        ["cert", "hotline"],
      ]);
    }
  });

  // As one after the other, in either order: a case is open.
  test.each([false, true])("said before the other's 'gone', taken in together (turned: %s)", async (turned) => {
    expect(await openOf(await both(1, "gone", turned))).toHaveLength(1);
  });

  test("and with the report that opens the other: one case is open, and both stand in it", async () => {
    for (const turned of [false, true]) {
      const flow = await aReportedFlow({ report: hotline });
      const { id } = await flow.theCase();
      await flow.says("gone", hotline);
      await flow.pass({ hours: 1 });
      const words = [statusMessage("still-up", flow.now(), hotline), nativeMessage({ ...cert, seenAt: flow.now() })];
      await atOnce(flow, turned ? words.toReversed() : words);
      const second = (await flow.store.caseOfReport("cert/c-1")) ?? "";
      const cases = await Promise.all([...new Set([id, second])].map((one) => inCases(flow).read(one)));
      expect(cases.filter(({ closed }) => !closed).map(({ reporters }) => [...reporters].sort())).toEqual([
        ["cert", "hotline"],
      ]);
    }
  });

  test("in a checker's minute, and in a verdict's: it is not closed", async () => {
    const checked = await twoCases({ settings: { reporters: allCheck() } });
    await checked.pass({ hours: 22 });
    await checked.says("gone", cert);
    await checked.says("still-up", hotline);
    await checked.pass({ minutes: 5 });
    expect(await openOf(checked)).toEqual([checked.second]);
    const decided = await twoCases();
    await passes(decided, 49, 1);
    await decided.answers(decided.second, "unanswered", { decision: "close", outcome: "decided" });
    await decided.says("still-up", hotline);
    await decided.pass({ minutes: 3 });
    expect([await openOf(decided), await decided.questionsOf(decided.second)]).toEqual([
      [decided.second],
      ["unanswered"],
    ]);
  });

  /** The verdict that closes the second case takes effect as the word is taken in. */
  const asItTakesEffect = async (turned: boolean) => {
    const flow = await twoCases();
    await passes(flow, 49, 1);
    await flow.answers(flow.second, "unanswered", { decision: "close", outcome: "decided" });
    flow.clockTo(plusMinutes(flow.now(), 1));
    const said = statusMessage("still-up", plusMinutes(flow.now(), -0.5), hotline);
    const todo = [() => flow.sweepNow(), () => flow.takeIn(said)];
    const outcomes = await Promise.all((turned ? todo.toReversed() : todo).map((one) => one()));
    if (outcomes.includes("later")) await flow.takeIn(said);
    await flow.run();
    await flow.pass({ minutes: 10 });
    return flow;
  };

  // The same words, the same case: one is open, or a person is asked.
  test("as a verdict that closes the other takes effect, read before that", async () => {
    expect(await openOf(await asItTakesEffect(true))).toHaveLength(1);
  });

  test("to and fro between two cases: never two are open, and no desk is told again", async () => {
    const flow = await twoCases();
    const goes = async (open: number, ...words: readonly (readonly [string, typeof hotline])[]) => {
      for (const [word, who] of words) await flow.says(word, who);
      await flow.pass({ minutes: 20 });
      expect(await openOf(flow)).toHaveLength(open);
    };
    await goes(1, ["still-up", hotline]);
    await goes(0, ["gone", cert], ["gone", hotline]);
    await reopenCase(flow.work, { caseId: flow.first, by: "jane", why: "It is there." });
    await goes(1, ["still-up", cert]);
    await goes(1, ["gone", hotline]);
    await goes(0, ["gone", cert]);
    await goes(1, ["still-up", cert]);
    await goes(1, ["still-up", hotline]);
    await goes(0, ["gone", hotline], ["gone", cert]);
    await atOnce(
      flow,
      [hotline, cert].map((who) => statusMessage("still-up", flow.now(), who)),
    );
    await goes(1);
    expect([await flow.sentOf(flow.first), await flow.sentOf(flow.second)]).toEqual([["first"], ["first"]]);
  });
});

/* Expected of each: the same words give the same case in whatever order they come; what is said later counts. */
describe("'still up' that was said before a case was closed by no reporter's word, and comes after", () => {
  // In time by `answerBy`, and after the desk's word.
  test("by a checker, who was asked and had until then", async () => {
    const flow = await aReportedFlow({ settings: { reporters: allCheck() } });
    await flow.deskReplies("removed", true);
    await flow.pass({ hours: 1 });
    const saidAt = flow.now();
    await flow.pass({ hours: 2 });
    await flow.report(statusMessage("still-up", saidAt));
    await flow.pass({ minutes: 10 });
    expect((await isClosed(flow)) && (await flow.questions()).length === 0).toBe(false);
  });
});

/** Its only desk said nothing, and a person is asked. */
const silent = async (what: Spoilt = {}, settings: Partial<Settings> = {}) => {
  const flow = await aReportedFlow({ settings, contacts: { candidates: [network] }, report: what });
  for (let hours = 0; hours < 100 && !(await flow.questions()).includes("unanswered"); hours++)
    await flow.leap(plusHours(flow.now(), 1));
  expect(await flow.questions()).toContain("unanswered");
  return flow;
};

/* A checker may be asked sooner by such a mail, and then not again before the step: only what went out is compared. */
describe("a mail of somebody who holds a reply address puts nothing off", () => {
  /** What went out, was asked, rang and ended, and when; what is asked about replies apart. */
  const played = async (what: Spoilt, checks: boolean, at: readonly number[], reply: NewReply) => {
    const flow = await aReportedFlow({
      settings: checks ? { reporters: allCheck() } : {},
      contacts: {
        candidates: [network, aCandidate({ email: "abuse@carrier.example", scope: "upstream", name: "Carrier" })],
      },
      report: what,
    });
    const begun = flow.now();
    const rang: string[] = [];
    for (let half = 1; half <= 2 * 24 * 10; half++) {
      const before = flow.news.length;
      await flow.leap(plusHours(begun, half / 2));
      const cases = flow.news.slice(before).flatMap((one) => one.cases);
      rang.push(...cases.flatMap(({ question }) => (question === "reply" ? [] : [`${flow.now()} rings ${question}`])));
      if (at.includes(half / 2)) await flow.writesBack({ text: `words ${half}`, ...reply });
    }
    const history = await flow.store.history((await flow.theCase()).id);
    const events = history
      .flatMap((line) => line.events)
      .flatMap((event) => {
        if (event.type === "notice-queued") return [`${event.at} ${event.step} to ${event.to.email}`];
        if (event.type === "asked") return event.question === "reply" ? [] : [`${event.at} asks ${event.question}`];
        return event.type === "escalated" || event.type === "closed" ? [`${event.at} ${event.type}`] : [];
      });
    return [...events, ...rang].sort();
  };

  test.each([
    ["standard", {}, false],
    ["standard", {}, true],
    ["urgent", urgent, true],
  ] as const)(
    "in the %s lane",
    async (_, what, checks) => {
      const stranger = { replyClass: "unclear", from: "x@evil.example" } as const;
      const plain = await played(what, checks, [], stranger);
      expect(plain.length).toBeGreaterThan(3);
      const { from } = stranger;
      const customer = "customer4711@network.example";
      for (const writes of [
        { replyClass: "removed", from: customer },
        { replyClass: "not-found", from },
        { replyClass: "passed-on", from: customer },
        { replyClass: "question", from },
      ] as const) {
        const other = await played(what, checks, [1, 21, 23.5, 47], writes);
        expect([writes, plain.filter((line) => !other.includes(line))]).toEqual([writes, []]);
      }
    },
    120_000,
  );
});

describe("what was removed and may be back", () => {
  const removed = async (what: Spoilt = {}, candidates = [network], settings: Partial<Settings> = {}) => {
    const flow = await aReportedFlow({ settings, contacts: { candidates }, report: what });
    await flow.deskReplies("removed", true, { about: (await flow.theCase()).notices[0]?.id ?? "" });
    if (!(await isClosed(flow))) await flow.decides({ verdict: { decision: "close", outcome: "removed" } });
    return flow;
  };
  const asked = async () => {
    const flow = await removed();
    await passes(flow, 24 * 7 + 3);
    expect(await flow.questions()).toEqual(["may-be-back"]);
    return flow;
  };
  const again = (flow: Flow) => nativeMessage({ ...cert, seenAt: flow.now() });

  test("'there again', 'still up' and a report in one moment, twice: one mail", async () => {
    const flow = await asked();
    const { id: caseId, reviews } = await flow.theCase();
    const given = { caseId, reviewId: reviews[0]?.id ?? "", by: "ann", why: "seen" };
    const all = [
      () => recordVerdict(flow.work, { ...given, verdict: { decision: "reopen" } }),
      () => flow.takeIn(statusMessage("still-up", flow.now())),
      () => flow.takeIn(again(flow)),
    ];
    for (const order of [all, all.toReversed()]) await Promise.all(order.map((one) => one()));
    await flow.run();
    await flow.pass({ hours: 2 });
    expect([await sent(flow), await flow.questions()]).toEqual([["first", "returned"], []]);
  });
});

describe("'ask me again in'", () => {
  test.each([0, 1])("two weeks, and %s minutes later the case becomes urgent: a person is asked", async (minutes) => {
    const flow = await silent();
    await flow.gives({ verdict: { decision: "wait", hours: 336 } });
    await flow.pass({ minutes });
    await flow.report(nativeMessage({ ...cert, live: true, seenAt: flow.now() }));
    await flow.pass({ minutes: 3 });
    expect(await flow.questions()).toContain("unanswered");
  });

  // In the urgent lane 1 to 24 hours.
  test("two weeks is no answer in the urgent lane, whatever a form says", async () => {
    const flow = await silent(urgent);
    const filled = { ...blank, decision: "wait", why: "The desk is slow.", again: "336" };
    const read = readVerdict(filled, { question: "unanswered" });
    if (read.ok) await flow.gives({ verdict: read.value });
    await passes(flow, 25, 1);
    expect(await flow.questions()).toContain("unanswered");
  });

  test("is no answer to a question of safety", async () => {
    const [held, cleared, nobody, guarded] = [
      aFlow(),
      aFlow({ countries: [{ country: "NL", lawEnforcementFirst: true }] as Settings["countries"] }),
      aFlow(),
      aFlow({ protectedDomains: ["bad.example"] }),
    ];
    nobody.contacts(() => ({ candidates: [] }));
    for (const flow of [held, nobody, guarded]) await flow.report(nativeMessage());
    await cleared.report(nativeMessage(urgent));
    await held.says("hold");
    for (const flow of [held, cleared, nobody, guarded]) {
      const open = await flow.questions();
      expect(open).toHaveLength(1);
      expect((await flow.gives({ verdict: { decision: "wait", hours: 24 } })).ok).toBe(false);
      await passes(flow, 48);
      expect(await flow.questions()).toEqual(open);
    }
  });

  test("ends with what every reporter takes back; and what is removed and back begins its path anew", async () => {
    const [takenBack, back] = [await silent(), await silent()];
    for (const flow of [takenBack, back]) await flow.decides({ verdict: { decision: "wait", hours: 336 } });
    await takenBack.says("withdrawn");
    await takenBack.pass({ hours: 2 });
    expect(await takenBack.outcome()).toBe("withdrawn");
    await back.deskReplies("removed", true);
    await passes(back, 5);
    await back.says("still-up");
    await passes(back, 24 * 4);
    expect([await back.questions(), await sent(back)]).toEqual([
      ["unanswered"],
      ["first", "reminder", "returned", "reminder"],
    ]);
  });

  // "An answer for silence is none where a desk answered": within the policy's days somebody is told or asked.
  test.each([
    ["two weeks", { hours: 336 }],
    ["the policy's days", {}],
  ])("%s, and then its desk refuses, and its reporter says still up", async (_, hours) => {
    const flow = await silent();
    await flow.decides({ verdict: { decision: "wait", ...hours } });
    await passes(flow, 2);
    await flow.deskReplies("refused", true);
    await passes(flow, 2);
    await flow.says("still-up");
    const mails = flow.mails.length;
    await passes(flow, 24 * 7);
    expect((await flow.questions()).length + flow.mails.length - mails).toBeGreaterThan(0);
  });
});
