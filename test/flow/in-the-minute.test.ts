import { describe, expect, test } from "vitest";
import { isDecided } from "../../functions/case/given.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { recordForAll } from "../../functions/review/for-all.ts";
import { writeLetter } from "../../functions/review/letter.ts";
import { takeAllBack } from "../../functions/review/take-back.ts";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import { numberOf } from "../../infra/local/servers/channels/played.ts";
import { aCandidate, byApi, formOfApi } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { aPlayedApi } from "../support/a-played-api.ts";

/*
 * What was tried against the minute in which a verdict can be taken back, and against the list of what may
 * be back, and held.
 */

const close = { decision: "close", outcome: "decided" } as const;
const there = { by: "jane", why: "It is there.", verdict: { decision: "reopen" } } as const;
type Flow = ReturnType<typeof aFlow>;
const seconds = (flow: Flow, count: number) => flow.leap(plusMinutes(flow.now(), count / 60));
const page = (at: number) => ({ reportId: `r-${at}`, target: { url: `https://h${at}.bad.example/login` } });
const rowsIn = async ({ store }: Flow) =>
  (await store.inReview(10)).items.map(({ id, version, reviews }) => ({
    caseId: id,
    version,
    reviewId: reviews[0]?.id ?? "",
  }));

/** A desk was told, somebody unproven wrote back, and a person closes the case by that letter. */
const closing = async () => {
  const flow = await aReportedFlow();
  await flow.deskReplies("refused", false);
  const give = async () => flow.gives({ verdict: close, reviewId: (await flow.theCase()).reviews[0]?.id ?? "" });
  const isGiven = async () => (await flow.theCase()).reviews.some(isDecided);
  return { ...flow, give, isGiven };
};

describe("in the minute of a verdict", () => {
  test.each([
    ["ends with the case", false, "cancelled", 1],
    ["goes out once it is taken back", true, "sent", 2],
  ] as const)("a letter that somebody else writes waits, and %s", async (_, isTakenBack, state, mails) => {
    const flow = await closing();
    await flow.give();
    await seconds(flow, 5);
    const to = aCandidate().email;
    const { id: caseId } = await flow.theCase();
    expect((await writeLetter(flow.work, { caseId, by: "ann", why: "They ask.", to, text: "By phone." })).ok).toBe(
      true,
    );
    await flow.run();
    expect(flow.mails).toHaveLength(1);
    if (isTakenBack) await flow.takesBack();
    await flow.pass({ minutes: 5 });
    expect([(await flow.theCase()).notices.at(-1)?.state, flow.mails.length]).toEqual([state, mails]);
  });

  test("a page that is taken back goes along in no mail that a person has sent again", async () => {
    const flow = aFlow({ digests: true });
    for (const at of [1, 2, 3]) await flow.report(nativeMessage(page(at)));
    flow.sesSays(() => ({ kind: "uncertain", code: "timeout" }));
    await flow.pass({ minutes: 40 });
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: "ses-again" }));
    const verdict = { decision: "send-again" } as const;
    await recordForAll(flow.work, await rowsIn(flow), { verdict, by: "jane", why: "It did not arrive." });
    await seconds(flow, 5);
    await flow.says("withdrawn", { reportId: "r-2" });
    await flow.pass({ minutes: 20 });
    const texts = flow.mails.map(({ mime }) => Buffer.from(mime).toString());
    expect(texts.map((text) => [1, 2, 3].filter((at) => text.includes(`h${at}[.]bad`)))).toEqual([
      [1, 2, 3],
      [1, 3],
      // It may have arrived: that it is taken back is owed.
      [2],
    ]);
  });
});

test("whoever agreed first is no second person, also where the second one's word was taken back", async () => {
  const flow = await aReportedFlow({ settings: { protectedDomains: ["bad.example"] } });
  const clears = (by: string) => flow.gives({ verdict: { decision: "clear" }, by });
  await clears("anna");
  await clears("ben");
  await flow.takesBack("anna");
  expect(await clears("anna")).toMatchObject({ ok: false, error: { kind: "not-yours" } });
  await flow.pass({ minutes: 5 });
  expect(flow.told()).toEqual([]);
});

test("two who take the same group back at once take each row back once, and none of it takes effect", async () => {
  const flow = aFlow();
  flow.contacts(() => ({ candidates: [] }));
  for (const at of [1, 2, 3]) await flow.report(nativeMessage(page(at)));
  const rows = await rowsIn(flow);
  await recordForAll(flow.work, rows, { verdict: close, by: "jane", why: "seen" });
  const seen = rows.map((row) => ({ ...row, givenAt: flow.now() }));
  const both = await Promise.all(["jane", "joe"].map((by) => takeAllBack(flow.work, seen, by)));
  expect(both.flat().filter(({ taken }) => taken.ok)).toHaveLength(3);
  await flow.pass({ minutes: 3 });
  expect(await rowsIn(flow)).toHaveLength(3);
});

describe("what may be back", () => {
  test("of one page that was closed twice is opened once, and says of the other where it goes on", async () => {
    const flow = await aReportedFlow();
    await flow.says("gone");
    await flow.pass({ hours: 1 });
    await flow.report(nativeMessage({ reportId: "r-2", seenAt: flow.now() }));
    await flow.says("gone", { reportId: "r-2" });
    await flow.pass({ hours: 7 * 24 + 2 });
    const taken = await recordForAll(flow.work, await rowsIn(flow), there);
    expect(taken.map(({ taken: row }) => (row.ok ? "open" : row.error))).toEqual([
      "open",
      { kind: "not-an-answer", reason: expect.stringContaining(`The same is open as ${taken[0]?.caseId}`) },
    ]);
  });

  test("at a provider with an API is put to it once, and its lost answer is not the old report's", async () => {
    const flow = aFlow({ channels: { godaddy: {} } });
    const api = aPlayedApi("godaddy", flow.now);
    const silent: HttpAnswer = { kind: "silent", detail: "No answer in time." };
    flow.apiSays(api.ask);
    flow.contacts(() => ({ candidates: [byApi("godaddy")], forms: [formOfApi("godaddy")] }));
    await flow.report(nativeMessage());
    api.decide("ACTIONED");
    await flow.pass({ hours: 1.5 });
    expect(await flow.outcome()).toBe("removed");
    await flow.pass({ hours: 7 * 24 + 1 });
    flow.apiSays(async (of, request) => (request.method === "POST" ? silent : api.ask(of, request)));
    await flow.decides({ verdict: { decision: "reopen" } });
    await flow.pass({ hours: 9 });
    const { closed, notices, reviews } = await flow.theCase();
    expect([closed, notices.map(({ step, state, ticket }) => [step, state, ticket])]).toEqual([
      undefined,
      [
        ["first", "delivered", numberOf("godaddy", 1)],
        ["returned", "unknown", undefined],
      ],
    ]);
    expect(reviews.map(({ question }) => question)).toEqual(["unknown-send"]);
  });

  test("and is seen there does not end by a 'gone' of before, however late that comes", async () => {
    const flow = await aReportedFlow();
    await flow.deskReplies("removed", true);
    await flow.pass({ hours: 7 * 24 + 1 });
    const before = flow.now();
    await flow.pass({ hours: 2 });
    await flow.decides({ verdict: { decision: "reopen" } });
    await flow.report(statusMessage("gone", before));
    await flow.pass({ hours: 1 });
    expect((await flow.theCase()).closed).toBeUndefined();
  });
});
