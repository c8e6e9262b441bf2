import { expect, test } from "vitest";
import { sendHinted } from "../../functions/send/send-notice.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

test("while a person has stopped sending nothing goes out, reports are taken in; all goes when they say", async () => {
  const flow = aFlow();
  flow.pause("urgent", "standard");
  await flow.report(nativeMessage());
  await flow.pass({ hours: 2 });
  expect(flow.mails).toEqual([]);
  expect((await flow.theCase()).notices.map(({ state }) => state)).toEqual(expect.arrayContaining(["queued"]));
  flow.pause();
  await flow.pass({ minutes: 21 });
  expect(flow.told()).toHaveLength((await flow.theCase()).notices.length);
  expect((await flow.theCase()).notices.every(({ state }) => state === "sent")).toBe(true);
});

test("a stop of one lane leaves the other alone", async () => {
  const flow = aFlow();
  flow.pause("urgent");
  await flow.report(nativeMessage());
  expect(flow.told().length).toBeGreaterThan(0);
});

test("no reminder, no withdrawal and no correction goes out either", async () => {
  const flow = await aReportedFlow();
  const before = flow.mails.length;
  flow.pause("urgent", "standard");
  await flow.pass({ hours: 30 });
  await flow.says("withdrawn");
  await flow.pass({ hours: 1 });
  expect(flow.mails).toHaveLength(before);
  flow.pause();
  await flow.pass({ minutes: 21 });
  expect(
    (await flow.theCase()).notices.filter(({ step, state }) => step === "withdrawal" && state === "sent"),
  ).toHaveLength(before);
});

test("a pause that can't be read counts as on", async () => {
  const flow = aFlow();
  await flow.takeIn(nativeMessage());
  const id = (await flow.theCase()).id;
  await flow.lookUp(id);
  await sendHinted({ ...flow.sending, isPaused: () => Promise.reject(new Error("the table is away")) }, { caseId: id });
  expect(flow.mails).toEqual([]);
  expect((await flow.theCase()).notices.map(({ problem }) => problem)).toEqual(
    (await flow.theCase()).notices.map(() => "pause-unread"),
  );
});
