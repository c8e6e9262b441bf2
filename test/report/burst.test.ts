import { describe, expect, test } from "vitest";
import { putOffSeconds } from "../../functions/intake/put-off.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { type Burst, tellOfBursts } from "../../functions/report/burst.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

const oneAMinute = () => {
  const [hotline, cert] = aSettings().reporters;
  if (!hotline || !cert) throw new Error("the settings have two reporters");
  return aFlow({ reporters: [{ ...hotline, reportsAMinute: 1 }, cert] });
};
const about = (number: number, more: Record<string, unknown> = {}) =>
  nativeMessage({ reportId: `r-${number}`, target: { url: `https://h${number}.bad.example/` }, ...more });
/** How many cases; the fifth notice of an hour to one desk may have made a digest, too. */
const opened = async (flow: ReturnType<typeof aFlow>) =>
  (await flow.store.openedOn("2026-11-24", 100)).items.filter(({ kind }) => kind === "case").length;

describe("what was put off and does not fit when it comes again", () => {
  test("is its sender's still, so that a person can have it fixed", async () => {
    const [first, ...others] = aSettings().reporters;
    const sender = "AROAOWN";
    const flow = aFlow({ reporters: first ? [{ ...first, senders: [sender], reportsAMinute: 1 }, ...others] : [] });
    for (const number of [1, 2]) await flow.report(about(number), { sender });
    const hold = (more = {}) => statusMessage("hold", flow.now(), { reportId: "r-2", ...more });
    await flow.report(hold({ caseId: "TD-AAAA-AAAA-AAAA" }), { sender });
    await flow.pass({ minutes: 30 });
    const fixed = await flow.acts(await flow.onlyEntry(), "fix", { text: hold() });
    expect(fixed.ok || fixed.error).toBe(true);
  });
});

describe("a report that is put off twice, as two readers have it", () => {
  test.each(["withdrawn", "hold"])(
    "keeps nothing waiting that is said of it once it is taken in: %s",
    async (status) => {
      const flow = oneAMinute();
      flow.contacts(() => ({ candidates: [] }));
      await flow.report(about(1));
      for (const jitter of [0.1, 1]) {
        Object.assign(flow.work, { jitter: () => jitter });
        await flow.report(about(2));
      }
      await flow.pass({ minutes: 5 });
      const counted = async () =>
        (await flow.store.openedOn("2026-11-24", 10)).items
          .filter((one) => one.kind === "case" && one.target.host === "h2.bad.example")
          .map((one) => one.kind === "case" && (one.closed?.outcome ?? one.holds.length));
      expect(await counted()).toEqual([0]);
      await flow.takeIn(statusMessage(status, flow.now(), { reportId: "r-2" }));
      expect([await counted(), flow.putOffs()]).toEqual([[status === "hold" ? 1 : "withdrawn"], ["r-2"]]);
    },
  );
});

test("a hold of a report that waited and is gone, as a dead letter, is before a person after a day", async () => {
  const flow = oneAMinute();
  await flow.report(about(1));
  const { putOffs } = flow.work;
  // It is noted as one that waits, and never comes.
  Object.assign(flow.work, { putOffs: { ...putOffs, reportDueAt: async () => morning } });
  await flow.report(statusMessage("hold", flow.now(), { reportId: "r-2" }));
  await flow.pass({ hours: 23 });
  expect([flow.putOffs(), await flow.entries()]).toEqual([["r-2"], []]);
  await flow.pass({ hours: 2 });
  expect([flow.putOffs(), (await flow.entries()).map(({ toHold }) => toHold)]).toEqual([[], [["r-2"]]]);
});

describe("a reporter's burst", () => {
  test("waits past the minute, and comes back within a quarter of an hour", () => {
    expect([0, 0.5, 0.999, 1].map(putOffSeconds)).toEqual([60, 480, 899, 900]);
  });

  test("never slows an urgent report, and on-call hears of it all the same", async () => {
    const flow = oneAMinute();
    for (const number of [1, 2, 3]) await flow.report(about(number, { category: "ncii" }));
    expect([await opened(flow), flow.putOffs(), flow.work.bursts.noted]).toEqual([
      3,
      [],
      [
        { reporter: "hotline", lane: "urgent", at: morning },
        { reporter: "hotline", lane: "urgent", at: morning },
      ],
    ]);
  });

  test("of urgent reports takes no room from the standard lane, nor one reporter's from another's", async () => {
    const flow = oneAMinute();
    for (const number of [1, 2]) await flow.report(about(number, { category: "ncii" }));
    await flow.report(about(3));
    for (const number of [4, 5]) await flow.report(about(number, { reporter: "cert" }));
    expect([await opened(flow), flow.putOffs()]).toEqual([5, []]);
  });

  test("does not put off a report that was taken in before", async () => {
    const flow = oneAMinute();
    await flow.report(about(1));
    for (let again = 0; again < 3; again++) await flow.report(about(1));
    expect([await opened(flow), flow.putOffs()]).toEqual([1, []]);
  });

  test("that comes twice, as after a death between putting off and being done, opens its case once", async () => {
    const flow = oneAMinute();
    await flow.report(about(1));
    await flow.report(about(2));
    await flow.report(about(2));
    expect(flow.putOffs()).toHaveLength(2);
    await flow.pass({ minutes: 30 });
    expect([await opened(flow), flow.putOffs()]).toEqual([2, []]);
  });

  test("keeps a hold beside its report: it is no unknown report's, and holds it when it comes", async () => {
    const flow = oneAMinute();
    await flow.report(about(1, { reporter: "hotline" }));
    await flow.report(about(2));
    for (let receives = 1; receives < 4; receives++) flow.receivedAgain();
    await flow.says("hold", { reportId: "r-2" });
    await flow.pass({ minutes: 30 });
    const cases = (await flow.store.openedOn("2026-11-24", 100)).items.flatMap((state) =>
      state.kind === "case" ? [state] : [],
    );
    expect(cases.map(({ target, holds }) => [target.host, holds.length]).sort()).toEqual([
      ["h1.bad.example", 0],
      ["h2.bad.example", 1],
    ]);
  });
});

describe("what a reporter says later", () => {
  /** One report that has gone out, of a reporter whose limit is one report a minute. */
  const told = async () => {
    const flow = oneAMinute();
    await flow.report(about(1));
    expect(flow.mails).toHaveLength(1);
    return flow;
  };
  const theCase = async (flow: Awaited<ReturnType<typeof told>>) => {
    const [state] = (await flow.store.openedOn("2026-11-24", 10)).items;
    if (state?.kind !== "case") throw new Error("the report has a case");
    return state;
  };

  test("waits for nothing, however much of it comes: a hold counts at once", async () => {
    const flow = await told();
    for (let again = 0; again < 20; again++) await flow.says("still-up");
    await flow.says("hold");
    expect([flow.putOffs(), (await theCase(flow)).holds.length]).toEqual([[], 1]);
  });

  test("takes no room from reports", async () => {
    const flow = oneAMinute();
    await flow.report(about(1));
    await flow.pass({ minutes: 1 });
    for (let again = 0; again < 5; again++) await flow.says("still-up");
    await flow.report(about(2));
    expect([await opened(flow), flow.putOffs()]).toEqual([2, []]);
  });

  test("a hundred times to and fro sends no mail, has one open question of a kind and one word of each", async () => {
    const flow = await told();
    for (let again = 0; again < 25; again++)
      for (const status of ["gone", "still-up", "hold", "release"]) {
        await flow.pass({ minutes: 1 });
        await flow.says(status);
        const asked = (await theCase(flow)).reviews.map(({ question }) => question);
        expect(asked).toEqual([...new Set(asked)]);
      }
    const { lastSaid, holds } = await theCase(flow);
    expect([flow.mails.length, Object.keys(lastSaid?.["hotline"] ?? {}).length, holds.length]).toEqual([1, 4, 0]);
  });
});

describe("on-call", () => {
  test("hears of each reporter's burst once an hour while it goes on, and not again when it is over", async () => {
    const said: string[] = [];
    const memory = new Map<string, string>();
    const told = {
      lastAt: async (of: string) => memory.get(of),
      note: async (of: string, at: string) => void memory.set(of, at),
    };
    const at = (minutes: number) => plusMinutes(morning, minutes);
    const look = (minutes: number, ...bursts: readonly Burst[]) =>
      tellOfBursts(
        { bursts, told, now: at(minutes) },
        async (reporter, news) => void said.push(`${minutes} ${reporter} ${news.map(({ lane }) => lane)}`),
      );
    const hotline = (minutes: number): Burst => ({ reporter: "hotline", lane: "standard", at: at(minutes) });
    await look(1, hotline(0));
    await look(2, hotline(1), { reporter: "cert", lane: "urgent", at: at(1) });
    await look(30, hotline(29));
    await look(61, hotline(60));
    await look(125, hotline(60));
    expect(said).toEqual(["1 hotline standard", "2 cert urgent", "61 hotline standard"]);
  });

  test("is told anew when telling failed", async () => {
    const told = {
      lastAt: async () => undefined,
      note: async () => Promise.reject(new Error("noted though nobody was told")),
    };
    const burst: Burst = { reporter: "hotline", lane: "standard", at: morning };
    const fails = async () => Promise.reject(new Error("SNS is away"));
    await expect(tellOfBursts({ bursts: [burst], told, now: plusHours(morning, 1) }, fails)).rejects.toThrow(
      "SNS is away",
    );
  });
});
