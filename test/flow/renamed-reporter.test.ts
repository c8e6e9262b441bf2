import { describe, expect, test } from "vitest";
import { policyOf } from "../../functions/escalation/policy.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { aCase, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/* A reporter's id changes: what stands under the one is theirs under the other. */

const renamed: Partial<Settings> = {
  reporters: aSettings().reporters.map((reporter) =>
    reporter.id === "hotline" ? { ...reporter, id: "helpline", formerIds: ["hotline"], reportsAMinute: 2 } : reporter,
  ),
};
const [today, before] = ["helpline", "hotline"];

/** A report came under the id of before, and the settings give its reporter another one since. */
const reportedBefore = async () => {
  const flow = aFlow();
  await flow.takeIn(nativeMessage());
  flow.settingsBecome(renamed);
  return flow;
};
const holdsOf = async (flow: ReturnType<typeof aFlow>) => (await flow.theCase()).holds.map(({ by }) => by);

describe("a hold by a renamed reporter", () => {
  test.each([
    ["today's id", today],
    ["the id of before", before],
  ])("under %s holds what was reported under the id of before, and so is it lifted", async (_, reporter) => {
    const flow = await reportedBefore();
    await flow.takeIn(statusMessage("hold", flow.now(), { reporter }));
    await flow.pass({ hours: 3 });
    expect([await holdsOf(flow), flow.told()]).toEqual([[before], []]);
    const other = reporter === today ? before : today;
    await flow.takeIn(statusMessage("release", flow.now(), { reporter: other }));
    await flow.pass({ minutes: 10 });
    expect([await holdsOf(flow), flow.told()]).toEqual([[], ["abuse@network.example"]]);
  });

  test("under the id of before holds what was reported under today's", async () => {
    const flow = aFlow(renamed);
    await flow.takeIn(nativeMessage({ reporter: today }));
    await flow.takeIn(statusMessage("hold", flow.now(), { reporter: before }));
    await flow.pass({ hours: 3 });
    expect([await holdsOf(flow), flow.told()]).toEqual([[today], []]);
  });

  test("holds all that was reported by this id, under whichever of its reporter's", async () => {
    const flow = await reportedBefore();
    const other = nativeMessage({ reporter: today, target: { url: "https://other.bad.example/" } });
    // Another page under the same report id: a use of it again, and a case of its own.
    await flow.takeIn(other);
    await flow.takeIn(statusMessage("hold", flow.now(), { reporter: today }));
    await flow.pass({ hours: 3 });
    expect(flow.told()).toEqual([]);
  });
});

test("a report that comes again under today's id is the one of before", async () => {
  const flow = await reportedBefore();
  await flow.takeIn(nativeMessage({ reporter: today }));
  expect(await flow.theCase()).toMatchObject({ reports: 1, reporters: [before] });
});

test("what happens to it is told under the id that each of its reports came under, and once", async () => {
  const flow = await reportedBefore();
  await flow.run();
  await flow.takeIn(nativeMessage({ reporter: today, reportId: "r-2" }));
  for (const [reporter, reportId] of [
    [before, "r-2"],
    [today, "r-1"],
  ] as const)
    await flow.says("gone", { reporter, reportId });
  const { id, closed } = await flow.theCase();
  expect(closed?.outcome).toBe("gone");
  const history = await flow.store.history(id);
  const news = newsIn(id, history);
  const told = (what: string) =>
    news.filter(({ happened }) => happened === what).map(({ reporter, reportId }) => `${reporter} ${reportId}`);
  expect([told("taken-in"), told("joined"), told("notice-sent"), told("closed").sort()]).toEqual([
    ["hotline r-1"],
    ["helpline r-2"],
    ["hotline r-1"],
    ["helpline r-2", "hotline r-1"],
  ]);
  expect(new Set(news.map((one) => one.id)).size).toBe(news.length);
});

test("the limit counts what comes under both ids", async () => {
  const flow = aFlow(renamed);
  for (const number of [1, 2, 3])
    await flow.takeIn(
      nativeMessage({
        reporter: number === 2 ? before : today,
        reportId: `r-${number}`,
        target: { url: `https://${number}.bad.example/` },
      }),
    );
  expect(flow.putOffs()).toEqual(["r-3"]);
});

test("another reporter's word under neither id moves nothing of theirs", async () => {
  const flow = await reportedBefore();
  await flow.takeIn(statusMessage("hold", flow.now(), { reporter: "cert" }));
  expect(await holdsOf(flow)).toEqual([]);
});

test("its people clear nothing that was reported under the id of before", () => {
  const reporters = aSettings(renamed).reporters.map((one) => ({ ...one, people: ["anna"] }));
  expect(policyOf(aSettings({ reporters }))(aCase({})).peopleOf.get(before)).toEqual(["anna"]);
});
