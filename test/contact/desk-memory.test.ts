import { describe, expect, test } from "vitest";
import { takeInDelivery } from "../../functions/answers/take-in-delivery.ts";
import type { Candidate } from "../../functions/case/candidate.ts";
import { remembering } from "../../functions/contact/desk-memory.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { DeskOutcome } from "../../functions/store/desk-outcomes.ts";
import { aCandidate, anAnswer, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

const email = "abuse@network.example";
const outcome = (daysAgo: number, what: DeskOutcome["what"], number = 0): DeskOutcome => ({
  email,
  caseId: `TD-${number}`,
  noticeId: "0-first-1",
  at: plusHours(morning, -24 * daysAgo),
  what,
});
const silences = (count: number, daysAgo = 3): readonly DeskOutcome[] =>
  Array.from({ length: count }, (_, number) => outcome(daysAgo, "unanswered", number));
const known = (...outcomes: readonly DeskOutcome[]) => {
  const [candidate] = remembering(
    anAnswer(),
    new Map([[email, outcomes]]),
    { approvalWaitMinutes: 0 },
    morning,
  ).candidates;
  return [candidate?.memory, ...(candidate?.remarks ?? [])];
};

describe("what is remembered of a mailbox", () => {
  test("is that its mail came back, for a month, unless it answered since", () => {
    expect(known(outcome(2, "bounced"))).toEqual(["bounced", "Mail to it came back on 2026-11-22."]);
    expect(known(outcome(31, "bounced"))).toEqual([undefined]);
    expect(known(outcome(2, "bounced"), outcome(1, "answered"))).toEqual([undefined]);
    expect(known(outcome(2, "answered"), outcome(1, "bounced"))).toEqual([
      "bounced",
      "Mail to it came back on 2026-11-23.",
    ]);
  });

  test("is that it never answers, when it was silent five times in a row within three months", () => {
    expect(known(...silences(5))).toEqual(["silent", "It answered none of the last 5 notices."]);
    expect(known(...silences(4))).toEqual([undefined]);
    expect(known(...silences(4), ...silences(1, 91))).toEqual([undefined]);
    expect(known(...silences(5), outcome(1, "answered"))).toEqual([undefined]);
    expect(known(...silences(5), outcome(1, "acted"))).toEqual([undefined]);
  });

  test("is nothing where nothing was learnt", () => {
    expect(known()).toEqual([undefined]);
  });
});

describe("the record of a mailbox", () => {
  const recordOf = (...outcomes: readonly DeskOutcome[]) =>
    remembering(anAnswer(), new Map([[email, outcomes]]), { approvalWaitMinutes: 0 }, morning).candidates[0]?.record;

  test("counts what came of its notices, with the medians by nearest rank", () => {
    const timed = (what: DeskOutcome["what"], ...minutes: readonly number[]) =>
      minutes.map((afterMinutes, number) => ({ ...outcome(1, what, number), afterMinutes }));
    expect(
      recordOf(
        outcome(1, "delivered"),
        outcome(2, "delivered", 1),
        outcome(3, "bounced"),
        ...silences(1),
        ...timed("answered", 90, 30, 600, 45),
        ...timed("acted", 2000),
        outcome(1, "approved"),
      ),
    ).toEqual({
      delivered: 2,
      bounced: 1,
      answered: 4,
      acted: 1,
      unanswered: 1,
      minutesToAnswer: 45,
      minutesToRemoval: 2000,
    });
  });

  test("is absent where nothing came of anything, and no delivery makes a silent desk one that answers", () => {
    expect(recordOf()).toBeUndefined();
    expect(known(...silences(5), outcome(1, "delivered"))[0]).toBe("silent");
  });
});

describe("a desk that the directory guesses", () => {
  const little = aCandidate({
    confidence: "guess",
    source: "directory",
    scope: "platform",
    isLittleKnown: true,
    remarks: ["It is known from memory alone. No machine writes to it."],
  });
  const recalled = (outcomes: readonly DeskOutcome[], candidate: Candidate = little) =>
    remembering(
      anAnswer({ candidates: [candidate] }),
      new Map([[email, outcomes]]),
      { approvalWaitMinutes: 30 },
      morning,
    ).candidates[0];
  const reached = (count: number, daysAgo = 3) =>
    Array.from({ length: count }, (_, number) => outcome(daysAgo, "delivered", number));

  test("is told alone once it answered by a mail that is proven its own, and says so", () => {
    expect(recalled([...reached(5), outcome(2, "proven", 1), outcome(1, "proven", 3)])).toMatchObject({
      confidence: "medium",
      remarks: ["It is known from memory alone.", "Raised: answered 2 of the last 5 notices of this stage."],
    });
    expect(recalled([outcome(2, "proven")])?.remarks.at(-1)).toBe(
      "Raised: answered 1 of the last 1 notices of this stage.",
    );
  });

  test("is told alone once ten notices reached it and none came back", () => {
    expect(recalled(reached(9))).toMatchObject({ confidence: "guess", remarks: little.remarks });
    expect(recalled(reached(10))).toMatchObject({
      confidence: "medium",
      remarks: ["It is known from memory alone.", "Raised: none of the last 10 notices of this stage came back."],
    });
  });

  test("is a guess again from when a mail to it comes back for good, and counted anew", () => {
    const past = [...reached(12, 9), outcome(8, "proven"), outcome(7, "bounced")];
    expect(recalled(past)?.confidence).toBe("guess");
    expect(recalled([...past, ...reached(9)])?.confidence).toBe("guess");
    expect(recalled([...past, ...reached(10)])?.confidence).toBe("medium");
    expect(recalled([...past, outcome(1, "proven", 1)])?.confidence).toBe("medium");
  });

  test("stays one by unproven words, by what went without a word, and by a person's approval", () => {
    const past = (["answered", "acted", "approved", "unanswered"] as const).flatMap((what) =>
      Array.from({ length: 9 }, (_, number) => outcome(2, what, number)),
    );
    expect(recalled(past)?.confidence).toBe("guess");
  });

  test("counts for no more than what stands in front, and no other guess is raised", () => {
    expect(recalled([outcome(1, "proven")], { ...little, isInFront: true })?.confidence).toBe("low");
    const { isLittleKnown: _, ...other } = little;
    expect(recalled([outcome(1, "proven")], other)?.confidence).toBe("guess");
  });
});

describe("a case teaches about a desk", () => {
  const urgent = nativeMessage({ category: "ncii" });
  const learnt = async (flow: ReturnType<typeof aFlow>) =>
    (await flow.store.outcomesAt(email, 10)).map(({ what }) => what);
  const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });

  test("that its mail came back", async () => {
    const flow = aFlow();
    await flow.report(urgent);
    await flow.sesTells({ kind: "bounced", permanent: true, detail: "5.1.1" });
    await flow.sesTells({ kind: "bounced", permanent: true, detail: "5.1.1" });
    expect(await learnt(flow)).toEqual(["bounced"]);
  });

  test.each(["by-account", "by-ses"] as const)(
    "nothing, where SES tried no mailbox as it suppresses it %s",
    async (suppressed) => {
      const flow = aFlow();
      flow.contacts(() => ({ candidates: [aCandidate({ email }), upstream] }));
      await flow.report(urgent);
      await flow.sesTells({ kind: "bounced", permanent: true, suppressed, detail: "Permanent/Suppressed" });
      expect(await learnt(flow)).toEqual([]);
      // The mail reached nobody all the same.
      expect(flow.told()).toEqual([email, upstream.email]);
    },
  );

  test("that it answered, once, however much it writes", async () => {
    const flow = aFlow();
    await flow.report(urgent);
    await flow.deskReplies("acknowledgement", true);
    await flow.pass({ minutes: 5 });
    await flow.deskReplies("question", true);
    // Who answers has had the mail.
    expect((await learnt(flow)).toSorted()).toEqual(["answered", "delivered", "proven"]);
  });

  test.each([
    ["removed", true, true],
    ["question", true, true],
    ["passed-on", true, true],
    ["removed", false, false],
    ["question", false, false],
    ["acknowledgement", true, false],
    ["auto-reply", true, false],
    ["not-ours", true, false],
    ["use-our-form", true, false],
    ["unclear", true, false],
  ] as const)(
    "by %s, its sender proven: %s, that its mailbox is the right one: %s",
    async (says, authenticated, is) => {
      const flow = aFlow();
      await flow.report(urgent);
      await flow.deskReplies(says, authenticated);
      expect((await learnt(flow)).includes("proven")).toBe(is);
    },
  );

  test("that its mailbox is the right one by what it answers to a reminder, too, and once", async () => {
    const flow = aFlow();
    await flow.report(urgent);
    await flow.pass({ hours: 24 });
    await flow.deskReplies("not-found", true);
    await flow.pass({ minutes: 5 });
    await flow.deskReplies("question", true);
    expect(flow.told()).toEqual([email, email]);
    expect((await learnt(flow)).filter((what) => what === "proven")).toHaveLength(1);
  });

  test("that its mail was delivered, when it answered and the content went, since the notice went out", async () => {
    const flow = aFlow();
    await flow.report(urgent);
    await flow.sesTells({ kind: "delivered" });
    await flow.sesTells({ kind: "delivered" });
    await flow.pass({ minutes: 90 });
    await flow.deskReplies("acknowledgement", true);
    await flow.pass({ hours: 3 });
    await flow.report(
      JSON.stringify({ version: 1, reporter: "hotline", reportId: "r-1", status: "gone", at: flow.now() }),
    );
    const outcomes = await flow.store.outcomesAt(email, 10);
    expect(outcomes.map(({ what, afterMinutes }) => [what, afterMinutes]).toReversed()).toEqual([
      ["delivered", undefined],
      ["answered", 90],
      ["acted", 270],
    ]);
  });

  test("that a digest's one mail was delivered, once, and not for each of its cases", async () => {
    const flow = aFlow({ digests: true });
    for (const page of ["one", "two", "three"])
      await flow.report(nativeMessage({ reportId: page, target: { url: `https://shop.bad.example/${page}` } }));
    await flow.pass({ hours: 1 });
    const attempt = flow.mails.at(-1)?.attemptId;
    const event = {
      eventType: "Delivery",
      mail: { messageId: "ses-1", timestamp: flow.now(), tags: { attempt: [attempt] } },
      delivery: {},
    };
    await takeInDelivery(flow.work, JSON.stringify(event));
    await flow.run();
    expect([flow.mails.length, await learnt(flow)]).toEqual([1, ["delivered"]]);
  });

  test("that it was silent until the next escalation level was told", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [aCandidate(), upstream] }));
    await flow.report(urgent);
    await flow.pass({ hours: 23 });
    expect(await learnt(flow)).toEqual([]);
    await flow.pass({ hours: 30 });
    expect(flow.told()).toContain("abuse@upstream.example");
    expect(await learnt(flow)).toEqual(["unanswered"]);
  });

  test("that it acted without a word", async () => {
    const flow = aFlow();
    await flow.report(urgent);
    await flow.pass({ minutes: 5 });
    await flow.report(
      JSON.stringify({ version: 1, reporter: "hotline", reportId: "r-1", status: "gone", at: flow.now() }),
    );
    expect(await learnt(flow)).toEqual(["acted"]);
  });

  test("nothing about a mailbox of the reported site's own", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [aCandidate({ email: "abuse@shop.bad.example" })] }));
    await flow.report(urgent);
    await flow.decides({ verdict: { decision: "clear" } });
    await flow.pass({ hours: 1 });
    expect(flow.told()).toEqual(["abuse@shop.bad.example"]);
    await flow.deskReplies("acknowledgement", true);
    expect(await flow.store.outcomesAt("abuse@shop.bad.example", 10)).toEqual([]);
  });
});

describe("who is told by what is remembered", () => {
  const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream" });
  const hotline = aCandidate({ email: "ntd@hotline-abroad.example", scope: "hotline", source: "directory" });
  const afterPast = async (past: readonly DeskOutcome[], candidates: readonly Candidate[], category = "ncii") => {
    const flow = aFlow();
    const { store } = flow;
    Object.assign(store, { outcomesAt: async (of: string) => past.filter((one) => one.email === of) });
    flow.contacts(() => ({ candidates }));
    await flow.report(
      nativeMessage({
        category,
        evidence: { explanation: "Seen by a person.", classification: "baseline", detectedBy: "manual-review" },
      }),
    );
    await flow.pass({ hours: 2 });
    return flow;
  };

  test("the alternative to a mailbox whose mail came back lately", async () => {
    const flow = await afterPast(
      [outcome(2, "bounced")],
      [aCandidate(), aCandidate({ email: "noc@network.example", confidence: "medium" })],
    );
    expect(flow.told()).toEqual(["noc@network.example"]);
  });

  test("that mailbox all the same where there is no other", async () => {
    const flow = await afterPast([outcome(2, "bounced")], [aCandidate()]);
    expect(flow.told()).toEqual([email]);
  });

  test.each(["ncii", "phishing"])(
    "a host that never answers, and the network above it at once (%s)",
    async (category) => {
      const flow = await afterPast(silences(5), [aCandidate(), upstream], category);
      expect(flow.told()).toEqual([email, "abuse@upstream.example"]);
      const events = (await flow.store.history((await flow.theCase()).id)).flatMap((line) => line.events);
      expect(events.find(({ type }) => type === "escalated")).toMatchObject({
        level: 1,
        why: "nobody was told yet: the host, who is known not to answer, and at once the network above the host",
      });
    },
  );

  test.each([
    ["a guess of the directory's is asked about", [], ["abuse@below.example"], ["unconfirmed-desk"]],
    ["one that answered of its own is told, and nobody is asked", [outcome(2, "proven")], [email], []],
  ] as const)("%s", async (_, past, told, asked) => {
    const little = aCandidate({ confidence: "guess", source: "directory", scope: "platform", isLittleKnown: true });
    const flow = await afterPast(past, [little, aCandidate({ email: "abuse@below.example" })]);
    expect([flow.told(), (await flow.theCase()).reviews.map(({ question }) => question)]).toEqual([told, asked]);
  });

  test("a host that never answers alone, where nobody stands above it", async () => {
    const flow = await afterPast(silences(5), [aCandidate()]);
    expect(flow.told()).toEqual([email]);
  });

  test("the host and its country's hotline of child abuse, and the network above once the host is silent", async () => {
    const flow = await afterPast(silences(5), [aCandidate(), hotline, upstream], "csam");
    expect(flow.told()).toEqual([email, "ntd@hotline-abroad.example", "abuse@upstream.example"]);
  });
});
