import type { Case } from "../case/case.ts";
import { reportKeyOf, targetKeyOf } from "../case/case-id.ts";
import { twinOf } from "../case/spellings.ts";
import { type Instant, plusHours, plusMinutes } from "../kernel/instant.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { CaseReader, ReportIndex } from "../store/ports.ts";

/*
 * A reporter who numbers from 1 again, say after a reinstallation, reuses ids. Such a report is taken in as a new
 * one, and the reporter hears so (`id-used-again`). Only later words are in doubt: they have to name the case.
 */

type Asked = CaseReader & Pick<ReportIndex, "caseOfReport">;

/** Whoever uses an id more often than this gives no ids; a person says so. */
export const usesAtMost = 10;
/** Queue and dead letters bring a copy within four weeks; what comes later was sent anew. */
const copiesComeWithinHours = 30 * 24;
/** How far a reporter's clock may be ahead of ours. */
const aheadAtMostMinutes = 10;

/** `free`: names nothing yet, or others alone (`usedFor`: the last). `forgotten`: can't be compared. */
export type Use =
  | { readonly kind: "known"; readonly caseId: string }
  | { readonly kind: "free"; readonly key: string; readonly usedFor?: string }
  | { readonly kind: "worn-out" | "forgotten" };

/** Reads two items for each use of the id, and one more. */
export const useOf = async (store: Asked, report: Report, now: Instant): Promise<Use> => {
  let usedFor: string | undefined;
  for (let use = 1; use <= usesAtMost; use++) {
    const key = reportKeyOf(report.reporter, report.reportId, use);
    const caseId = await store.caseOfReport(key);
    if (caseId === undefined) return { kind: "free", key, ...(usedFor !== undefined && { usedFor }) };
    const state = await store.read(caseId);
    if (state === undefined || isOf(state, report))
      return isTooOldToTell(state, now) ? { kind: "forgotten" } : { kind: "known", caseId };
    usedFor = caseId;
  }
  return { kind: "worn-out" };
};

/** No copy comes so late, and what the case is about is forgotten: it may be another page. */
const isTooOldToTell = (state: Case | undefined, now: Instant): boolean =>
  state?.forgottenAt !== undefined && plusHours(state.openedAt, copiesComeWithinHours) < now;

/** Of a forgotten case only the category is known: another, or one seen since, is surely another thing. */
const isOf = (state: Case, { target, category, seenAt }: Report): boolean => {
  if (state.forgottenAt !== undefined)
    return state.category === category && seenAt <= plusMinutes(state.openedAt, aheadAtMostMinutes);
  const keys = [target, twinOf(target)].flatMap((one) => (one ? [targetKeyOf(one, category)] : []));
  return keys.includes(targetKeyOf(state.target, state.category));
};

/** The cases of this id in order of use. Reads one item for each, and one more. */
export const casesOf = async (
  store: Pick<Asked, "caseOfReport">,
  { reporter, reportId }: Pick<StatusMessage, "reporter" | "reportId">,
): Promise<readonly string[]> => {
  const cases: string[] = [];
  for (let use = 1; use <= usesAtMost; use++) {
    const caseId = await store.caseOfReport(reportKeyOf(reporter, reportId, use));
    if (caseId === undefined) break;
    cases.push(caseId);
  }
  return cases;
};
