import type { Review } from "../case/case.ts";
import type { CloseOutcome } from "../case/close-outcome.ts";
import type { Notice } from "../case/notice.ts";
import type { Question } from "../case/question.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Category, Lane } from "../report/category.ts";
import type { DigestEvent, Member } from "./event.ts";

/** What a digest is, planned or not. */
type AtAnyStage = {
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
  /** More waited than one mail holds: the next part takes them. */
  readonly more: boolean;
  readonly notices: readonly [Notice];
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

/** Its window is not over: whoever waits until then goes with it. */
type Unplanned = { readonly members?: undefined; readonly plannedAt?: undefined };
/** It is fixed since when who goes in it, and from then on only fewer do. */
type Planned = { readonly members: readonly Member[]; readonly plannedAt: Instant };

export type PlannedDigest = AtAnyStage & Planned;

/**
 * One mail to one desk about many cases: the notices of one step, category and window that go to
 * the same contact. It is kept as a case is, with versions, a history, a due time and questions of
 * its own; its mail is its only notice.
 */
export type Digest = (AtAnyStage & Unplanned) | PlannedDigest;

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
