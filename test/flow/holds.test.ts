import { expect, test } from "vitest";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { holdCase } from "../../functions/review/hold.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

const network = aCandidate();
const police = { by: "jane", why: "The police of the host's country asked for a week." };

const aHeldStory = async () => {
  const flow = await aReportedFlow();
  const { id: caseId } = await flow.theCase();
  return {
    ...flow,
    caseId,
    hold: (until?: string) => holdCase(flow.work, { caseId, ...police, ...(until && { until }) }),
  };
};

test("stops everything until its moment; then the case goes on; history says who, why, until when", async () => {
  const story = await aHeldStory();
  expect((await story.hold("2026-11-27T10:00:00.000Z")).ok).toBe(true);
  await story.pass({ hours: 71, minutes: 30 });
  expect(story.told()).toEqual([network.email]);
  expect((await story.theCase()).reviews).toEqual([]);
  await story.pass({ hours: 1 });
  expect(story.told()).toEqual([network.email]);
  // Its desk had as long to answer as it would have had without the hold.
  await story.pass({ hours: 24 });
  expect(story.told()).toEqual([network.email, network.email]);
  const events = (await story.store.history(story.caseId))
    .flatMap((line) => line.events)
    .filter(({ type }) => type === "held" || type === "released");
  expect(events).toEqual([
    { type: "held", at: "2026-11-24T10:00:00.000Z", ...police, until: "2026-11-27T10:00:00.000Z" },
    { type: "released", at: "2026-11-27T10:00:00.000Z", by: "the clock", why: "the hold was until now" },
  ]);
});

test("set while a notice is being written keeps it from the wire", async () => {
  const flow = aFlow();
  flow.work.dropHint = async () => {};
  await flow.report(nativeMessage());
  const { id: caseId } = await flow.onlyCase();
  await flow.lookUp(caseId);
  const compose: typeof composeNotice = async (...asked) => {
    await holdCase(flow.work, { caseId, ...police });
    return composeNotice(...asked);
  };
  await sendHinted({ ...flow.sending, compose }, { caseId });
  expect(flow.mails).toEqual([]);
  expect((await flow.theCase()).notices.map(({ state }) => state)).toEqual(["queued"]);
});

test("given twice stands once; one by another person stands beside it", async () => {
  const story = await aHeldStory();
  await story.hold("2026-11-27T10:00:00.000Z");
  expect((await story.hold("2026-11-27T10:00:00.000Z")).ok).toBe(true);
  await holdCase(story.work, { caseId: story.caseId, by: "ben", why: "The reporter is unsure." });
  expect((await story.theCase()).holds.map(({ by }) => by)).toEqual(["jane", "ben"]);
});

test("beside another is named in the question; one that comes after it is asked about anew", async () => {
  const story = await aHeldStory();
  await story.hold("2026-12-24T10:00:00.000Z");
  await story.says("hold");
  expect((await story.theCase()).reviews).toMatchObject([
    { reason: `Held by jane until 2026-12-24T10:00Z: ${police.why} Held by hotline: asked by the reporter` },
  ]);
  await story.pass({ minutes: 1 });
  await holdCase(story.work, { caseId: story.caseId, by: "ben", why: "Another police asked, too." });
  await story.decides({ verdict: { decision: "continue" } });
  const { holds, reviews } = await story.theCase();
  expect([holds.map(({ by }) => by), reviews.map(({ reason }) => reason)]).toEqual([
    ["ben"],
    ["Held by ben: Another police asked, too."],
  ]);
  await story.pass({ hours: 26 });
  expect(story.told()).toEqual([network.email]);
});

test.each([
  ["nobody", { by: " " }, { kind: "refused", field: "by", reason: "Say who decides." }],
  [
    "no reason",
    { why: "" },
    { kind: "refused", field: "why", reason: "Say why in a sentence; it is kept with your name." },
  ],
  [
    "an end that is over",
    { until: "2026-11-24T10:00:00.000Z" },
    { kind: "refused", field: "until", reason: "This moment is over already; name a later one, or none." },
  ],
  ["a case that is not there", { caseId: "TD-0000-0000-0000" }, { kind: "no-case" }],
])("with %s is refused in a sentence", async (_, spoilt, error) => {
  const story = await aHeldStory();
  expect(await holdCase(story.work, { caseId: story.caseId, ...police, ...spoilt })).toEqual({ ok: false, error });
  expect((await story.theCase()).holds).toEqual([]);
});
