import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { usesAtMost } from "../../functions/intake/report-uses.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/*
 * A hotline's system is set up anew and numbers its reports from 1 again. What it reports then is
 * new, and is not to vanish.
 */

type Flow = ReturnType<typeof aFlow>;

const first = nativeMessage({ reportId: "1", target: { url: "https://one.bad.example/" } });
const second = nativeMessage({
  reportId: "1",
  target: { url: "https://another.evil.example/" },
  category: "csam",
  evidence: { detectedBy: "manual-review" },
});
const caseAt = async (flow: Flow, host: string): Promise<Case & { readonly kind: "case" }> => {
  const days = [...new Set([flow.now(), "2026-11-24T00:00:00.000Z"].map((at) => at.slice(0, 10)))];
  const all = (await Promise.all(days.map((day) => flow.store.openedOn(day, 1_000)))).flatMap(({ items }) => items);
  const [found, ...others] = all.flatMap((state) =>
    state.kind === "case" && state.target.host === host ? [state] : [],
  );
  if (!found || others.length > 0) throw new Error(`${host} has ${others.length + (found ? 1 : 0)} cases`);
  return found;
};
const newsAbout = async (flow: Flow, { id }: Case) => {
  const history = await flow.store.history(id);
  return newsIn(id, history);
};
const unread = async (flow: Flow) =>
  (await flow.store.inReview(100)).items.flatMap((state) => (state.kind === "entry" ? [state] : []));

describe("a report id that is used again for another target", () => {
  test("is a report of its own: its desk is told at once, its reporter hears that the id was used before", async () => {
    const flow = aFlow();
    await flow.report(first);
    await flow.report(second);
    const [one, other] = [await caseAt(flow, "one.bad.example"), await caseAt(flow, "another.evil.example")];
    expect([flow.mails.length, other.lane]).toEqual([2, "urgent"]);
    const told = (await newsAbout(flow, other)).flatMap((news) =>
      news.happened === "id-used-again" ? [[news.reportId, news.caseId, news.usedFor]] : [],
    );
    expect(told).toEqual([["1", other.id, one.id]]);
    expect((await newsAbout(flow, one)).map(({ happened }) => happened)).not.toContain("id-used-again");
  });

  test("counts once for each target, however often each is brought", async () => {
    const flow = aFlow();
    for (const text of [
      first,
      second,
      first,
      second,
      nativeMessage({ reportId: "1", target: { url: "http://one.bad.example/?" } }),
    ])
      await flow.report(text);
    expect([
      (await caseAt(flow, "one.bad.example")).reports,
      (await caseAt(flow, "another.evil.example")).reports,
      flow.mails.length,
    ]).toEqual([1, 1, 2]);
  });

  test("joins a case that others opened on that target", async () => {
    const flow = aFlow();
    await flow.report(first);
    await flow.report(
      nativeMessage({
        reporter: "cert",
        reportId: "c-1",
        target: { url: "https://another.evil.example/" },
        category: "csam",
      }),
    );
    await flow.report(second);
    expect((await caseAt(flow, "another.evil.example")).reporters).toEqual(["cert", "hotline"]);
  });

  test("is the same report where only the host's www. differs, which a case joined by", async () => {
    const flow = await aReportedFlow({
      contacts: { sameHost: "www.bad.example" },
      report: { reportId: "0", target: { url: "https://bad.example/a" } },
    });
    const www = nativeMessage({ reportId: "1", target: { url: "https://www.bad.example/a" } });
    await flow.report(www);
    await flow.report(www);
    expect((await flow.theCase()).reports).toBe(2);
  });

  test("goes before a person where it was used so often that it names nothing", async () => {
    const flow = aFlow();
    for (let use = 0; use <= usesAtMost; use++)
      await flow.report(nativeMessage({ reportId: "1", target: { url: `https://h${use}.bad.example/` } }));
    const opened = (await flow.store.openedOn("2026-11-24", 100)).items.filter(({ kind }) => kind === "case");
    expect([opened.length, (await unread(flow)).map(({ reason }) => reason)]).toEqual([
      usesAtMost,
      [`This report id was used for ${usesAtMost} targets already.`],
    ]);
  });

  test("of what is forgotten stands before a person where it was seen before: it may be another page", async () => {
    const flow = aFlow();
    await flow.report(first);
    await flow.says("gone", { reportId: "1" });
    await flow.leap(plusHours(flow.now(), 24 * 192));
    for (const text of [
      first,
      nativeMessage({ reportId: "1", target: { url: "https://another.bad.example/" } }),
      first,
    ])
      expect(await flow.report(text)).toBe("done");
    expect(flow.mails).toHaveLength(1);
    expect((await unread(flow)).map(({ field, messages }) => [field, messages])).toEqual([["reportId", 2]]);
  });

  test("of what was forgotten while a queue may still bring it again is known, and nobody is asked", async () => {
    const flow = aFlow({ forgetAfterDays: { phishing: 1 } });
    await flow.report(first);
    await flow.says("gone", { reportId: "1" });
    await flow.leap(plusHours(flow.now(), 24 * 4));
    await flow.report(first);
    expect([flow.mails.length, await unread(flow)]).toEqual([1, []]);
  });

  test("of another category is no copy of what was forgotten: it is taken in", async () => {
    const flow = aFlow({ forgetAfterDays: { phishing: 1 } });
    const seenAt = flow.now();
    await flow.report(first);
    await flow.says("gone", { reportId: "1" });
    await flow.leap(plusHours(flow.now(), 24 * 4));
    await flow.report(nativeMessage({ reportId: "1", category: "malware", seenAt }));
    expect([flow.mails.length, await unread(flow)]).toEqual([2, []]);
  });

  test("counts anew once what it named is forgotten, where it was seen since", async () => {
    const flow = aFlow();
    await flow.report(first);
    await flow.says("gone", { reportId: "1" });
    await flow.leap(plusHours(flow.now(), 24 * 192));
    await flow.report(
      nativeMessage({ reportId: "1", target: { url: "https://one.bad.example/" }, seenAt: plusHours(flow.now(), -1) }),
    );
    expect(flow.mails).toHaveLength(2);
    await flow.says("gone", { reportId: "1" });
    expect((await flow.store.read((await flow.store.caseOfReport("use 2 of hotline/1")) ?? ""))?.closed?.outcome).toBe(
      "gone",
    );
  });
});

describe("what is said later of such an id", () => {
  const both = async () => {
    const flow = aFlow();
    await flow.report(first);
    await flow.report(second);
    return flow;
  };

  test("'hold' holds both at once", async () => {
    const flow = await both();
    await flow.says("hold", { reportId: "1" });
    const held = [await caseAt(flow, "one.bad.example"), await caseAt(flow, "another.evil.example")].map(
      ({ holds }) => holds.length,
    );
    expect([held, await unread(flow)]).toEqual([[1, 1], []]);
  });

  test.each(["gone", "hold"])(
    "'%s' waits for a report of the same id that waits, but for what a hold holds already",
    async (status) => {
      const flow = aFlow({ reporters: aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 1 })) });
      await flow.report(first);
      await flow.report(nativeMessage({ reportId: "1", target: { url: "https://another.evil.example/" } }));
      await flow.says(status, { reportId: "1" });
      const one = await caseAt(flow, "one.bad.example");
      expect([one.closed, one.holds.length, (await unread(flow)).length]).toEqual([
        undefined,
        status === "hold" ? 1 : 0,
        0,
      ]);
      await flow.pass({ minutes: 30 });
      const both = [await caseAt(flow, "one.bad.example"), await caseAt(flow, "another.evil.example")];
      expect([
        both.map(({ closed, holds }) => [closed, holds.length]),
        (await unread(flow)).map(({ field }) => field),
      ]).toEqual(
        status === "hold"
          ? [
              [
                [undefined, 1],
                [undefined, 1],
              ],
              [],
            ]
          : [
              [
                [undefined, 0],
                [undefined, 0],
              ],
              ["caseId"],
            ],
      );
    },
  );

  test("counts for the case that it names", async () => {
    const flow = await both();
    const { id: caseId } = await caseAt(flow, "one.bad.example");
    await flow.report(statusMessage("gone", flow.now(), { reportId: "1", caseId }));
    const ends = [await caseAt(flow, "one.bad.example"), await caseAt(flow, "another.evil.example")].map(
      ({ closed }) => closed?.outcome,
    );
    expect(ends).toEqual(["gone", undefined]);
  });
});
