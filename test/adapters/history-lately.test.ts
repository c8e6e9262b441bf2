import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { historyLately } from "../../functions/adapters/history-lately.ts";
import { newsOf, type ReporterNews } from "../../functions/case/reporter-news.ts";
import { tellReporters } from "../../functions/case/tell-reporters.ts";
import type { HistoryLine } from "../../functions/matters/event.ts";
import { aReport, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

const caseId = "TD-A";
/** A case's whole life: two reports, a notice, what the desk said, and the end. */
const aLife = async (): Promise<readonly HistoryLine[]> => {
  const flow = aFlow();
  await flow.report(nativeMessage({ category: "ncii" }));
  await flow.report(nativeMessage({ category: "ncii", reporter: "cert", reportId: "c-1" }));
  await flow.sesTells({ kind: "delivered" });
  await flow.deskReplies("refused", true);
  await flow.says("gone");
  return flow.store.history((await flow.onlyCase()).id);
};
const newsIn = (history: readonly HistoryLine[]) =>
  history.flatMap((line, at) => newsOf(caseId, line, history.slice(0, at)));

/** A process that is handed lines of one case, and how often it read that case's history. */
const aProcess = (history: readonly HistoryLine[]) => {
  let reads = 0;
  const lately = historyLately(async () => {
    reads++;
    return history;
  });
  const told: ReporterNews[] = [];
  const hand = async (batch: readonly HistoryLine[]) => {
    const lines = batch.map((line) => ({ caseId, line }));
    lately.note(lines);
    await tellReporters({ history: lately.history, tell: async (news) => void told.push(...news) }, lines);
  };
  return { hand, told, reads: () => reads };
};

describe("a history as far as the stream handed it over", () => {
  test("is not read by a process that was there from the case's first line, however lines are batched", async () => {
    const history = await aLife();
    expect(history.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: history.length, maxLength: history.length }),
        async (cuts) => {
          const process = aProcess(history);
          const batch: HistoryLine[] = [];
          for (const [at, line] of history.entries()) {
            batch.push(line);
            if (cuts[at] || at === history.length - 1) await process.hand(batch.splice(0));
          }
          expect([process.told, process.reads()]).toEqual([newsIn(history), 0]);
        },
      ),
      { seed: 20261124, numRuns: 50 },
    );
  });

  test("is read once by a process that is younger than the case, and tells the same", async () => {
    const history = await aLife();
    const process = aProcess(history);
    for (const line of history.slice(3)) await process.hand([line]);
    const before = newsIn(history.slice(0, 3)).length;
    expect([process.told, process.reads()]).toEqual([newsIn(history).slice(before), 1]);
  });

  test("lacks no line before the version that is asked for, and is read where one was not handed over", async () => {
    const history = await aLife();
    for (const handed of history.keys())
      for (const { version } of history.slice(1)) {
        let reads = 0;
        const lately = historyLately(async () => {
          reads++;
          return history;
        });
        lately.note(history.slice(0, handed).map((line) => ({ caseId, line })));
        const lines = await lately.history(caseId, version);
        expect(lines.filter((line) => line.version < version)).toEqual(history.slice(0, version - 1));
        expect([handed, version, reads]).toEqual([handed, version, handed < version - 1 ? 1 : 0]);
      }
  });

  test("tells the same with the same ids where a batch is handed over again", async () => {
    const history = await aLife();
    const process = aProcess(history);
    await process.hand(history);
    await process.hand(history.slice(2, 4));
    await process.hand(history.slice(2, 4));
    const again = newsIn(history.slice(0, 4)).slice(newsIn(history.slice(0, 2)).length);
    expect(process.told.slice(newsIn(history).length)).toEqual([...again, ...again]);
    expect(process.reads()).toBe(0);
  });

  test("is read where it has grown beyond what is kept", async () => {
    const opened = (await aLife()).slice(0, 1);
    const joined = Array.from(
      { length: 120 },
      (_, at): HistoryLine => ({
        version: at + 2,
        at: morning,
        events: [{ type: "joined", at: morning, report: aReport({ reportId: `r-${at}` }) }],
      }),
    );
    const history: readonly HistoryLine[] = [
      ...opened,
      ...joined,
      { version: 122, at: morning, events: [{ type: "closed", at: morning, outcome: "gone", why: "gone" }] },
    ];
    const process = aProcess(history);
    await process.hand(history);
    expect([process.told, process.reads()]).toEqual([newsIn(history), 1]);
  });
});
