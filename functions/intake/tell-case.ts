import type { Case, ReportWords } from "../case/case.ts";
import { reportKeyOf } from "../case/case-id.ts";
import type { CaseEvent } from "../case/event.ts";
import type { StatusMessage } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { type Extra, factOf } from "./later-word.ts";
import type { TakeInWork } from "./work.ts";

/** Notes at a case what was said of a report. `later`: too many others write to it now. Idempotent. */
export const tell = async (
  work: TakeInWork,
  caseId: string,
  status: StatusMessage,
  beside: Extra = {},
): Promise<Outcome> => {
  const changed = await changeBySaid(work, caseId, status, (state, words) => {
    const fact = factOf(state, words, status, work.clock.now(), beside);
    return fact && [fact];
  });
  return !changed.ok && changed.error.kind === "contended" ? "later" : "done";
};

/** In one go with all else said to the case now. `brings`: bytes of its facts beside the word itself. */
export const changeBySaid = async (
  work: TakeInWork,
  caseId: string,
  status: StatusMessage,
  facts: (state: Case, words: ReportWords) => readonly CaseEvent[] | undefined,
  brings = 0,
) => {
  const about = reportKeyOf(status.reporter, status.reportId);
  const changed = await work.changeTogether(caseId, {
    factsOf: (state, reports) => facts(state, reports.wordsOf(about)),
    about,
    bytes: JSON.stringify(status).length + brings,
  });
  if (changed.ok || changed.error.kind !== "contended")
    work.log.info(changed.ok ? "report.status" : "report.status-known", { caseId, outcome: status.status });
  return changed;
};
