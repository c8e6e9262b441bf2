import type { Case } from "../case/case.ts";
import { reportKeyOf, targetKeyOf } from "../case/case-id.ts";
import { twinOf } from "../case/spellings.ts";
import { type Instant, plusHours, plusMinutes } from "../kernel/instant.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { CaseReader, ReportIndex } from "../store/ports.ts";

/*
 * A reporter who numbers from 1 again, after a reinstallation say, uses an id that names another
 * report already. What is reported then is new, and is taken in as a report of its own; the
 * reporter hears so (`id-used-again`). Only what they say later is in doubt: it has to name the
 * case.
 */

type Asked = CaseReader & Pick<ReportIndex, "caseOfReport">;

/** Whoever uses an id more often than this gives no ids; a person tells them. */
export const usesAtMost = 10;
/** A queue and its dead letters bring a copy within four weeks; what comes after that was sent anew. */
const copiesComeWithinHours = 30 * 24;
/** As far ahead of us as a reporter's clock may be. */
const aheadAtMostMinutes = 10;

/**
 * What a report's id says: it is known; it names nothing yet, or others alone (`usedFor` the last);
 * it was used too often; or what it names is forgotten, and nobody can say whether this is the same.
 */
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

/** No copy comes so late, and what it is about is not known any more: another page, of before, it may be. */
const isTooOldToTell = (state: Case | undefined, now: Instant): boolean =>
  state?.forgottenAt !== undefined && plusHours(state.openedAt, copiesComeWithinHours) < now;

/**
 * Whether the case is about what is reported. Of a forgotten one only the category is known: what is of
 * another, or was seen since then, is another thing for certain.
 */
const isOf = (state: Case, { target, category, seenAt }: Report): boolean => {
  if (state.forgottenAt !== undefined)
    return state.category === category && seenAt <= plusMinutes(state.openedAt, aheadAtMostMinutes);
  const keys = [target, twinOf(target)].flatMap((one) => (one ? [targetKeyOf(one, category)] : []));
  return keys.includes(targetKeyOf(state.target, state.category));
};

/**
 * The cases that reports of this id opened or joined, in the order in which the id was used. Reads
 * one item for each, and one more.
 */
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
