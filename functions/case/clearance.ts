import { isNational } from "../kernel/scope.ts";
import { isChildAbuse } from "../report/category.ts";
import type { Evidence } from "../report/report.ts";
import type { Candidate } from "./candidate.ts";
import type { Case } from "./case.ts";
import { hasTold } from "./networks.ts";
import type { Notice } from "./notice.ts";
import type { Policy } from "./policy.ts";
import { questionFacts } from "./question.ts";
import { tells } from "./step.ts";

/*
 * > Child abuse material: hosting country's hotline and law-enforcement route and the host at once,
 * unless that country's row says law enforcement first. Of nothing else: no country's source says it
 * of intimate images or terrorism. Police first means that they hear before
 * the host, and not that nobody does: the hotline is the way to them (INHOPE), and hears at once.
 * What waits for a person's word is the host's side alone: its desks, those above it, whoever lends
 * out its name, and their forms. Where the police alone are to hear first, the operator leaves
 * `hotline` out of the country's row and gives the number to call as its `police`.
 */

export const needsClearance = (
  { cleared }: Pick<Case, "cleared">,
  { policeFirst }: Pick<Policy, "policeFirst">,
): boolean => policeFirst !== undefined && !cleared.includes("clearance");

/** A user or a program alone says it is: no person at a hotline looked, and its hash is on no such list. */
export const isUnclassified = ({ category, evidence }: Pick<Case, "category" | "evidence">): boolean =>
  isChildAbuse(category) && !isClassified(evidence) && evidence.detectedBy !== undefined;

export const needsClassifying = (
  state: Pick<Case, "cleared" | "category" | "evidence">,
  { policeFirst, isLeftToHotline }: Pick<Policy, "policeFirst" | "isLeftToHotline">,
): boolean =>
  policeFirst === undefined && !isLeftToHotline && isUnclassified(state) && !state.cleared.includes("unclassified");

/** Nothing new is said to the host's side until a person answers. */
export const awaitsClearance = ({ reviews }: Pick<Case, "reviews">): boolean =>
  reviews.some(({ question }) => questionFacts(question).keepsHostsSide);

export const isLetGo = ({ cleared }: Pick<Case, "cleared">): boolean =>
  cleared.some((question) => questionFacts(question).keepsHostsSide);

export const isKeptBack = (state: Case, { scope }: Candidate): boolean => !isNational(scope) && awaitsClearance(state);

/** Waits, whatever put it in line; a notice only to who was notified before does not. */
export const waitsForClearance = (state: Case, notice: Notice): boolean =>
  tells(notice) && isKeptBack(state, notice.to);

export const isHostsSideTold = ({ notices }: Case): boolean =>
  notices.some((notice) => hasTold(notice) && !isNational(notice.to.scope));

/** A person has classified it: this one, or the one by whose list its hash is known. */
export const isClassified = ({ detectedBy }: Pick<Evidence, "detectedBy">): boolean =>
  detectedBy === "manual-review" || detectedBy === "hash-match";
