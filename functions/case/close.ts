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

/** Cancels in the same write what was still to go out, so that a stop is exact. */
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
