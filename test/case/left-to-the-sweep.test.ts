import { expect, test } from "vitest";
import { leftToTheSweep } from "../../functions/intake/left-to-the-sweep.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

test("a hint that would come back to who drops it is the next sweep's", async () => {
  const flow = aFlow();
  await flow.takeIn(nativeMessage());
  const { id } = await flow.theCase();
  flow.hints.length = 0;
  const due = async () => (await flow.store.due(morning, 9)).map(({ caseId }) => caseId);
  expect(await due()).toEqual([]);
  await leftToTheSweep(flow.work)("find-contact", "standard", { caseId: id });
  expect([await due(), flow.hints]).toEqual([[id], []]);
  await flow.sweepNow();
  expect([flow.told(), await due()]).toEqual([["abuse@network.example"], []]);
});

test("a case that changed since it was read keeps the time that its change gave it", async () => {
  const flow = aFlow();
  await flow.takeIn(nativeMessage());
  const { id, version } = await flow.theCase();
  await flow.store.postpone(id, version, plusMinutes(morning, 30));
  const asItWas = async () => ({ ...(await flow.theCase()), version: version - 1 });
  await leftToTheSweep({ ...flow.work, store: { ...flow.store, read: asItWas } })("send-notice", "standard", {
    caseId: id,
  });
  expect(await flow.store.due(morning, 9)).toEqual([]);
});

test("a case that is not there is left alone", async () => {
  const flow = aFlow();
  await leftToTheSweep(flow.work)("send-notice", "standard", { caseId: "TD-NONE" });
  expect(await flow.store.due(plusMinutes(morning, 99), 9)).toEqual([]);
});
