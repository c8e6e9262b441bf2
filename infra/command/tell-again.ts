import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { eventBridgeNews } from "../../functions/adapters/event-bridge-news.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { tellReporters } from "../../functions/news/tell-reporters.ts";
import { allCases } from "../local/tally.ts";
import { asJson } from "./as-json.ts";
import { nowAt, reached, storeAt, type Where } from "./connection.ts";
import { dayOf } from "./moment.ts";
import { printLine } from "./print.ts";
import { CommandProblem } from "./problem.ts";

/** The longest escalation path is over after two weeks; what is older and still moves waits for a person. */
const openedDaysBefore = 180;

/**
 * Tells reporters again what was written to histories on some days; news that they had before comes
 * with the ids that it had.
 */
export const tellAgain = async (
  options: Where & { readonly from: string; readonly to: string; readonly bus: string; readonly json?: true },
): Promise<void> => {
  const now = nowAt(options);
  const [from, to] = [dayOf("--from", options.from, now), dayOf("--to", options.to, now)];
  if (from > to) throw new CommandProblem(`--from is ${from}, which is after --to. Put the earlier day in --from.`);
  const store = storeAt(options);
  const tell = eventBridgeNews(new EventBridgeClient({}), options.bus);
  const cases = await reached(
    options,
    allCases(store, plusHours(`${from}T00:00:00.000Z`, -24 * openedDaysBefore), `${to}T23:59:59.999Z`),
  );
  let news = 0;
  for (const { state, history } of cases) {
    const lines = history
      .filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to)
      .map((line) => ({ caseId: state.id, line }));
    news += await tellReporters({ furtherReports: store.furtherReports, tell }, lines);
  }
  printLine(
    options.json
      ? asJson({ from, to, news, cases: cases.length })
      : `Told again: ${news} pieces of news of ${cases.length} cases.`,
  );
};
