import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { takeInReport } from "../../functions/intake/take-in-report.ts";
import { takeUp } from "../../functions/intake/take-up.ts";
import type { PutOff } from "../../functions/report/put-off.ts";
import type { PutReports } from "../../functions/report/put-reports.ts";
import { aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { aStand } from "../support/a-stand.ts";
import { caseIdOf } from "../support/case-ids.ts";

const atMost = (reportsAMinute: number) => aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute }));
const about = (number: number) =>
  nativeMessage({ reportId: `r-${number}`, target: { url: `https://h${number}.bad.example/` } });
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

test("twice the reports that a minute allows, soon taken back, are all withdrawn and tell nobody twice", async () => {
  const flow = aFlow({ reporters: atMost(300) });
  flow.contacts(() => ({ candidates: [] }));
  for (const number of numbers(600)) await flow.report(about(number));
  expect(flow.putOffs()).toHaveLength(300);
  await flow.pass({ minutes: 2 });
  const outcomes = new Set<string>();
  for (const number of numbers(600))
    outcomes.add(await flow.takeIn(statusMessage("withdrawn", flow.now(), { reportId: `r-${number}` })));
  expect(outcomes).toEqual(new Set(["done"]));
  await flow.pass({ minutes: 30 });
  const states = await Promise.all(
    numbers(600).map((number) => flow.store.read(caseIdOf(`report hotline/r-${number}`))),
  );
  expect(new Set(states.map((state) => state?.closed?.outcome))).toEqual(new Set(["withdrawn"]));
  expect([flow.putOffs(), flow.mails]).toEqual([[], []]);
}, 60_000);

describe("a hold of a report that waits", () => {
  const oneAMinute = () => aFlow({ reporters: atMost(1) });

  test("is taken up right behind its report, so that nothing of it goes out", async () => {
    const flow = oneAMinute();
    await flow.report(about(1));
    await flow.report(about(2));
    await flow.says("hold", { reportId: "r-2" });
    expect(flow.putOffs()).toEqual(["r-2", "r-2"]);
    await flow.pass({ hours: 72 });
    expect([flow.putOffs(), flow.mails.some(({ mime }) => Buffer.from(mime).toString().includes("h2[.]bad"))]).toEqual([
      [],
      false,
    ]);
  });

  test("counts at once where its report was taken in while it was put off", async () => {
    const flow = oneAMinute();
    await flow.report(about(1));
    await flow.report(about(2));
    const { keep } = flow.work.putOffs;
    const meanwhile = async (putOff: PutOff, dueAt: string) => {
      await keep(putOff, dueAt);
      const alone = { ...flow.work, rules: aSettings(), bursts: { isOver: async () => false } };
      if ("said" in putOff && putOff.said.kind === "status")
        await takeInReport(alone, { text: about(2), queueLane: "standard", receives: 1 });
    };
    const work = { ...flow.work, rules: aSettings(), putOffs: { ...flow.work.putOffs, keep: meanwhile } };
    await takeInReport(work, {
      text: statusMessage("hold", flow.now(), { reportId: "r-2" }),
      queueLane: "standard",
      receives: 1,
    });
    const held = await flow.store.read(caseIdOf("report hotline/r-2"));
    expect(held?.kind === "case" && held.holds.length).toBe(1);
  });
});

describe("the sweep", () => {
  test("puts back what it can where a queue does not take one, says so at the end, and keeps that one", async () => {
    const done: string[] = [];
    const due = ["r-1", "r-2", "r-3"].map((message) => ({
      queueLane: "standard" as const,
      message,
      done: async () => void done.push(message),
    }));
    const putReports: PutReports = async (reports) =>
      reports[0]?.body === "r-2" ? { left: reports, error: "InternalError" } : { left: [] };
    await expect(takeUp({ ...aFlow().work, duePutOffs: async () => due, putReports }, () => true)).rejects.toThrow(
      "SQS did not take 1 of what was put off: InternalError",
    );
    expect(done).toEqual(["r-1", "r-3"]);
  });

  test("leaves what it has no time for to the next one", async () => {
    const flow = aFlow({ reporters: atMost(1) });
    for (const number of numbers(3)) await flow.report(about(number));
    let asked = 0;
    const duePutOffs = async () => {
      asked++;
      return [];
    };
    expect(await takeUp({ ...flow.work, duePutOffs, putReports: async () => ({ left: [] }) }, () => false)).toBe(0);
    expect([asked, flow.putOffs().length]).toEqual([0, 2]);
  });
});

describe("on the deployed functions", () => {
  let stand: Awaited<ReturnType<typeof aStand>>;
  beforeAll(async () => {
    stand = await aStand({ reportsAMinute: 2 });
  });
  afterAll(() => stand.close());

  test("what is over a limit leaves its queue until the sweep puts it there again; a hold holds it", async () => {
    for (const messages of [
      ["one", "two"].map((id) => stand.report(id)),
      ["three", "four"].map((id) => stand.report(id)),
    ]) {
      for (const message of messages) await stand.put("report-standard", message);
      await stand.run();
    }
    await stand.put("report-standard", statusMessage("hold", stand.clock.now(), { reportId: "four" }));
    await stand.run();
    const opened = async () =>
      (
        await Promise.all(["one", "two", "three", "four"].map((id) => stand.stand.store.read(stand.caseIdOf(id))))
      ).filter(Boolean);
    expect(await opened()).toHaveLength(2);
    for (let minute = 0; minute < 40; minute++) {
      stand.pass(1);
      await stand.sweep();
      await stand.run();
    }
    expect(await opened()).toHaveLength(4);
    expect([(await stand.theCase("four")).holds.length, stand.mails().length]).toEqual([1, 3]);
  }, 60_000);
});
