import { instant } from "../../../functions/kernel/instant.ts";
import { newsOf } from "../../../functions/news/tell-reporters.ts";
import type { Change } from "../../../functions/store/ports.ts";
import type { flowOver } from "../../command/scenarios/flow.ts";
import type { Table } from "../../command/scenarios/table-double.ts";
import type { Agenda } from "./agenda.ts";
import type { Draw } from "./draw.ts";
import { asksChecker, checksAtMs } from "./played-checker.ts";
import type { PlayedReport } from "./reports.ts";
import type { Truth } from "./truth.ts";

type Around = {
  readonly agenda: Agenda;
  readonly nowMs: () => number;
  readonly draw: Draw;
  readonly truth: Truth;
  readonly table: Table;
  readonly flow: ReturnType<typeof flowOver>;
  readonly messages: readonly PlayedReport[];
  readonly isCheckerOn: boolean;
};

/** What reporters say after their reports: some unasked, and checkers where the news ask them. */
export const speakingReporters = ({ agenda, nowMs, draw, truth, table, flow, messages, isCheckerOn }: Around) => {
  const byName = new Map(messages.map((one) => [`${one.reporter} ${one.reportId}`, one]));
  const asks = new Map<PlayedReport, number>();
  /** Says whether it is there at this moment. */
  const says = async ({ reporter, reportId, lane, target }: PlayedReport): Promise<void> => {
    if (!target) return;
    const status = truth.isUp(target, nowMs()) ? "still-up" : "gone";
    await flow.takeIn(JSON.stringify({ version: 1, reporter, reportId, status, at: instant(nowMs()) }), lane);
  };
  return {
    says,
    /** Tells reporters of a change that was written. */
    hear: ({ next, events, at, reporterSteps }: Change): void => {
      if (!isCheckerOn) return;
      const line = { version: next.version, at, events, ...(reporterSteps && { reporterSteps }) };
      for (const news of newsOf(next.id, line, table.furtherReports(next.id, next.version))) {
        const report = byName.get(`${news.reporter} ${news.reportId}`);
        if (!report || !asksChecker(news)) continue;
        const nth = (asks.get(report) ?? 0) + 1;
        asks.set(report, nth);
        const atMs = checksAtMs(news, nth, draw);
        if (atMs !== undefined) agenda.plan(atMs, () => says(report));
      }
    },
  };
};
