import type { Instant } from "../kernel/instant.ts";
import type { Case } from "./case.ts";
import type { CloseOutcome } from "./close-outcome.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import type { Notice } from "./notice.ts";

export const cancelQueued = (
  state: Case,
  now: Instant,
  why: string,
  which: (notice: Notice) => boolean = () => true,
): readonly CaseEvent[] =>
  state.notices
    .filter((notice) => notice.state === "queued" && which(notice))
    .map(({ id }) => ({ type: "notice-cancelled", at: now, noticeId: id, why }));

/**
 * Closing says why and cancels in the same write what was still to go out, so that a stop is exact.
 * By whose word, and when: `saidAt` a reporter's, `wordAt` a desk's or a person's.
 */
export const close = (
  state: Case,
  now: Instant,
  outcome: CloseOutcome,
  why: string,
  { saidAt, wordAt }: Pick<EventOf<"closed">, "saidAt" | "wordAt"> = {},
): readonly CaseEvent[] => [
  ...cancelQueued(state, now, why),
  { type: "closed", at: now, outcome, why, ...(saidAt && { saidAt }), ...(wordAt && { wordAt }) },
];

/** A fact that follows from a verdict of then: who decided so had not heard what was said since. */
export const closedByWordOf = <Fact extends { readonly type: string }>(
  fact: Fact,
  wordAt: Instant | undefined,
): Fact => (fact.type === "closed" && wordAt ? { ...fact, wordAt } : fact);
