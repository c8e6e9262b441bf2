import type { CloseOutcome, Review } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import type { Question } from "../case/question.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Category, Lane } from "../report/category.ts";
import type { DigestEvent, Member } from "./event.ts";

/**
 * One mail to one desk about many cases: the notices of one step, category and window that go to
 * the same contact. It is kept as a case is, with versions, a history, a due time and questions of
 * its own; its mail is its only notice.
 */
export type Digest = {
  readonly kind: "digest";
  readonly id: string;
  readonly version: number;
  readonly lane: Lane;
  readonly category: Category;
  readonly openedAt: Instant;
  /** What its members have in common, hashed; several parts share one. */
  readonly key: string;
  readonly part: number;
  readonly window: Instant;
  /** Fixed when the window is over, and from then on only fewer; absent before. */
  readonly members?: readonly Member[];
  readonly plannedAt?: Instant;
  /** More waited than one mail holds: the next part takes them. */
  readonly more: boolean;
  readonly notices: readonly Notice[];
  /** What has happened to the mail and not every member knows yet; numbers go on from `told`. */
  readonly news: readonly News[];
  readonly told: number;
  readonly reviews: readonly Review[];
  readonly mails: readonly string[];
  /**
   * `why` in words, until it is forgotten: a digest may end with no mail, and its outcome says
   * nothing of the content.
   */
  readonly closed?: { readonly at: Instant; readonly outcome: CloseOutcome; readonly why?: string };
  readonly forgottenAt?: Instant;
};

/**
 * One thing for a digest's members to hear. `only`: a reply that named these cases and is about no
 * other.
 */
export type News = {
  readonly number: number;
  readonly event: DigestEvent;
  readonly only?: readonly string[];
  readonly question?: Question;
};
