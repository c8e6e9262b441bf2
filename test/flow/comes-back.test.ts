import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { aCandidate } from "../support/a-case.ts";
import { aReportedFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * What was closed as removed and is seen again goes on as the same case: whoever hosts it now is told,
 * and the desk that had removed it hears that it is back, where it still hosts it.
 */

const removed = async (what: Record<string, unknown> = {}, settings: Partial<Settings> = {}) => {
  const flow = await aReportedFlow({ settings, report: what });
  await flow.deskReplies("removed", true);
  if ((await flow.theCase()).closed === undefined)
    await flow.decides({ verdict: { decision: "close", outcome: "removed" } });
  await flow.pass({ hours: 30 });
  return flow;
};
type Flow = Awaited<ReturnType<typeof removed>>;

const steps = async (flow: Flow) =>
  (await flow.theCase()).notices
    .filter(({ sentAt }) => sentAt !== undefined)
    .map(({ step, to }) => `${step} ${to.email}`);
const otherHost = () => ({
  addresses: ["198.51.100.9"],
  candidates: [aCandidate({ email: "abuse@other.example", range: "198.51.100.0/24" })],
});
const lastText = ({ mails }: Flow) =>
  Buffer.from(mails.at(-1)?.mime ?? "")
    .toString()
    .replace(/=\r\n/g, "")
    .replace(/\s+/g, " ");
const day = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
const again = (flow: Flow, spoilt: Record<string, unknown> = {}) =>
  nativeMessage({ reportId: "r-2", seenAt: flow.now(), ...spoilt });

describe("a case that was closed as removed, and is said to be still up", () => {
  test("goes on as itself, and the desk that had removed it hears once that it is back, without a person", async () => {
    const flow = await removed();
    const closedAt = (await flow.theCase()).closed?.at ?? "";
    await flow.says("still-up");
    expect(await steps(flow)).toEqual(["first abuse@network.example", "returned abuse@network.example"]);
    expect([(await flow.theCase()).closed, await flow.questions(), flow.news]).toEqual([undefined, [], []]);
    expect(lastText(flow)).toContain(`It was removed, but seen again on ${day(flow.now())}.`);
    expect(lastText(flow)).toContain(`Removed on: ${day(closedAt)}`);
  });

  test("tells both where both host it, each by what it has to hear", async () => {
    const flow = await removed();
    const network = aCandidate();
    flow.contacts(() => ({
      addresses: ["192.0.2.7", "198.51.100.9"],
      candidates: [
        { ...network, serves: ["192.0.2.7"] },
        ...otherHost().candidates.map((one) => ({ ...one, serves: ["198.51.100.9"] })),
      ],
    }));
    await flow.says("still-up");
    expect((await steps(flow)).slice(1).sort()).toEqual([
      "first abuse@other.example",
      "returned abuse@network.example",
    ]);
  });

  test("is a person's from the third return on: no desk is believed for ever", async () => {
    const flow = await removed();
    for (let times = 1; times <= 3; times++) {
      await flow.says("still-up");
      await flow.pass({ hours: 5 });
      await flow.deskReplies("removed", true);
      await flow.pass({ hours: 5 });
      if (times < 3) expect(await flow.outcome()).toBe("removed");
    }
    const { closed, reviews } = await flow.theCase();
    expect([closed, reviews.map(({ question, reason }) => `${question}: ${reason}`)]).toEqual([
      undefined,
      ["reply: The desk says that it is removed, and it came back 3 times after such words; please confirm."],
    ]);
  });

  test("asks nothing about a second word of the same hour, and mails nobody twice", async () => {
    const flow = await removed();
    await flow.report(again(flow, { reporter: "cert", reportId: "c-1" }));
    await flow.pass({ minutes: 20 });
    await flow.says("still-up");
    await flow.says("still-up", { reporter: "cert", reportId: "c-1" });
    await flow.pass({ minutes: 20 });
    expect([(await steps(flow)).length, await flow.questions()]).toEqual([2, []]);
  });

  test("is not closed by what its desk wrote of the time before, however late that comes", async () => {
    const flow = await removed();
    flow.pause("standard");
    await flow.says("still-up");
    await flow.deskReplies("removed", true);
    expect((await flow.theCase()).closed).toBeUndefined();
  });

  test("is not closed by a ticket that is solved late: a person confirms it", async () => {
    const flow = await removed();
    const [first] = (await flow.theCase()).notices;
    await flow.says("still-up");
    await flow.deskReplies("removed", true, { about: first?.id ?? "" });
    const { closed, quiet, reviews } = await flow.theCase();
    expect([closed, quiet, reviews.map(({ question, reason }) => `${question}: ${reason}`)]).toEqual([
      undefined,
      false,
      ["reply: The desk says that it is removed, but it answers a mail from before it came back; please confirm."],
    ]);
  });

  test("is not closed by a mail to today's address that names the mail of before alone", async () => {
    const flow = await removed();
    await flow.says("still-up");
    await flow.deskReplies("removed", true, { answers: ["ses-1"] });
    expect((await flow.theCase()).closed).toBeUndefined();
  });

  test("tells at once in the urgent lane, too, and a person sees it beside that", async () => {
    const flow = await removed({ category: "ncii" });
    await flow.says("still-up");
    expect([(await steps(flow)).at(-1), await flow.questions()]).toEqual([
      "returned abuse@network.example",
      ["still-up"],
    ]);
  });

  test("goes on where it stood when it was closed as gone, and nobody is asked", async () => {
    const flow = await aReportedFlow();
    await flow.says("gone");
    await flow.pass({ hours: 1 });
    await flow.says("still-up");
    expect([await flow.questions(), (await flow.theCase()).cameBack]).toEqual([[], undefined]);
  });
});

describe("a report of what was closed as removed", () => {
  test("that saw it before that is a case of its own, as ever", async () => {
    const flow = await removed();
    await flow.report(again(flow, { seenAt: plusMinutes(flow.now(), -60 * 31) }));
    await expect(flow.theCase()).rejects.toThrow("2 cases");
  });

  test("by a clock that is ahead, minutes after the removal, is a case of its own", async () => {
    const flow = await aReportedFlow();
    await flow.deskReplies("removed", true);
    await flow.pass({ minutes: 2 });
    await flow.report(again(flow, { seenAt: plusMinutes(flow.now(), 5) }));
    await expect(flow.theCase()).rejects.toThrow("2 cases");
  });

  test("by a clock that is ahead, long after the removal, is its case's", async () => {
    const flow = await removed();
    await flow.report(again(flow, { seenAt: plusMinutes(flow.now(), 5) }));
    expect((await flow.theCase()).cameBack?.seenAt).toBe(flow.now());
  });
});
