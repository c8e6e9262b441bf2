import { expect, test } from "vitest";
import type { ReplyReading } from "../../functions/answers/reply-reading.ts";
import type { Verdict } from "../../functions/case/event.ts";
import { type ReplyClass, wordedClasses } from "../../functions/case/reply-class.ts";
import { aCandidate, morning } from "../support/a-case.ts";
import { aReportedFlow } from "../support/a-flow.ts";

const month = morning.slice(0, 7);

/** A case whose desk wrote what a person has to read. */
const aReply = async (
  replyClass: ReplyClass = "refused",
  sure: Pick<ReplyReading, "confidence" | "isLikelyRemoved"> = { confidence: 0.834 },
) => {
  const flow = await aReportedFlow({
    contacts: { candidates: [aCandidate(), aCandidate({ email: "noc@above.example", scope: "upstream" })] },
  });
  await flow.writesBack({
    replyClass,
    from: "abuse@network.example",
    text: "secret words",
    ...sure,
    ...(replyClass === "use-our-form" && { form: { url: "https://form.example", scope: "platform" } }),
  });
  return { ...flow, judged: () => flow.store.judged(month) };
};

test.each<readonly [string, ReplyClass, Verdict, ReplyClass | undefined]>([
  ["closed as removed: it said removed", "unclear", { decision: "close", outcome: "removed" }, "removed"],
  [
    "closed as gone: not told, since anybody may have said so",
    "unclear",
    { decision: "close", outcome: "gone" },
    undefined,
  ],
  ["closed as dismissed: not told", "refused", { decision: "close", outcome: "dismissed" }, undefined],
  ["gone on waiting: not told", "question", { decision: "continue" }, undefined],
  ["escalated: not told", "refused", { decision: "escalate" }, undefined],
  ["sent to another: not told", "not-ours", { decision: "send-to", email: "abuse@other.example" }, undefined],
  ["the form filled in: it wants its form", "use-our-form", { decision: "continue" }, "use-our-form"],
  [
    "another mailbox in the form's place: not told",
    "use-our-form",
    { decision: "send-to", email: "abuse@other.example" },
    undefined,
  ],
])("%s", async (_, replyClass, verdict, was) => {
  // A form that was not surely read is no question about a form, but a letter to be read.
  const flow = await aReply(replyClass, { confidence: replyClass === "use-our-form" ? 0.99 : 0.834 });
  expect(await flow.decides({ verdict })).toMatchObject({ ok: true });
  expect((await flow.judged()).map((one) => one.was)).toEqual([was]);
});

test.each(wordedClasses)("what they say that it was outweighs what their answer would tell: %s", async (deskSaid) => {
  const flow = await aReply("unclear");
  await flow.decides({ verdict: { decision: "close", outcome: "removed" }, deskSaid });
  expect((await flow.judged()).map(({ was }) => was)).toEqual([deskSaid]);
});

test("with what it likely said", async () => {
  const flow = await aReply("unclear", { confidence: 0.9, isLikelyRemoved: true });
  await flow.decides({ verdict: { decision: "continue" }, deskSaid: "removed" });
  expect(await flow.judged()).toEqual([
    { read: "unclear", tenths: 9, isLikelyRemoved: true, was: "removed", times: 1 },
  ]);
});

test("but not where an answer was refused, nor where the question is about no reply", async () => {
  const flow = await aReply();
  await flow.decides({ verdict: { decision: "treat-as-sent" }, deskSaid: "refused" });
  await flow.decides({ verdict: { decision: "continue" }, why: " ", deskSaid: "refused" });
  expect(await flow.judged()).toEqual([]);
  const other = await aReportedFlow({ contacts: { candidates: [] } });
  await other.decides({ verdict: { decision: "close", outcome: "removed" }, deskSaid: "removed" });
  expect(await other.store.judged(month)).toEqual([]);
  const events = (await other.store.history((await other.theCase()).id)).flatMap((line) => line.events);
  expect(JSON.stringify(events)).not.toContain("deskSaid");
});

test("and not of a complaint, which no words tell", async () => {
  const flow = await aReply("complaint", {});
  await flow.decides({ verdict: { decision: "continue" }, deskSaid: "refused" });
  expect(await flow.judged()).toEqual([]);
});
