import type { Case } from "../case/case.ts";
import { mayGo } from "../case/decide/sendings.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Notice } from "../case/notice.ts";
import { requeue } from "../case/quiet-hours.ts";
import { earliest, type Instant, plusMinutes } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { changeCase } from "../store/change-case.ts";
import { type CaseWork, silently } from "../store/work.ts";

/*
 * A table restored to an earlier moment has forgotten what was claimed since: it would go out a second time. A
 * person puts the guard between it and the wire, and a person takes it away.
 */

/** `restoredTo`: the moment restored to. `at`: nothing from before can have gone out after it. */
export type RestoreGuard = {
  readonly restoredTo: Instant;
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
};

/** `undefined` where none stands. Throws where it can't be read: then nothing goes out. */
export type ReadRestoreGuard = () => Promise<RestoreGuard | undefined>;

export const neverRestored: ReadRestoreGuard = async () => undefined;

export type RestoreGuards = {
  readonly read: ReadRestoreGuard;
  readonly put: (guard: RestoreGuard) => Promise<void>;
  /** Gives whether there was one. */
  readonly lift: (word: Pick<RestoreGuard, "at" | "by" | "why">) => Promise<boolean>;
};

/** How far a reporter's clock may be ahead of ours. */
const clocksDifferMinutes = 15;

/**
 * Whether a notice may have gone out in the forgotten time. What its case did then depends on what came in,
 * forgotten too. So each counts that may have been open then, also where its report came again and opens the case
 * anew, under whichever number. One asked about, handed to SES, or sent again by a person since is known again.
 */
export const mayHaveGoneOut = (
  guard: Pick<RestoreGuard, "at">,
  { openedAt, firstSeenAt }: Pick<Case, "openedAt" | "firstSeenAt">,
  notice: Pick<Notice, "wireAt" | "doubtedAttempt" | "attempts" | "notBefore" | "dueAt">,
): boolean => {
  const since = earliest(openedAt, firstSeenAt) ?? openedAt;
  return since <= plusMinutes(guard.at, clocksDifferMinutes) && !isKnownSince(guard, notice);
};

const isKnownSince = (
  { at }: Pick<RestoreGuard, "at">,
  { wireAt, doubtedAttempt, attempts, notBefore, dueAt }: Parameters<typeof mayHaveGoneOut>[2],
): boolean => (wireAt !== undefined && wireAt >= at) || (doubtedAttempt === attempts && (dueAt ?? notBefore) >= at);

/** It leaves its window: nobody else's mail waits for a person's answer about it. */
const heldByGuard = ({ id: caseId }: Case, notice: Notice, guard: RestoreGuard, at: Instant): readonly CaseEvent[] => [
  ...(notice.window ? [requeue(notice, at, "the table was restored")] : []),
  {
    type: "send-unknown",
    at,
    noticeId: notice.id,
    // The number under which it would have gone: what SES says of that settles it.
    guarded: { attemptId: `${caseId}_${notice.id}_${notice.attempts + 1}`, restoredTo: guard.restoredTo },
  },
];

/**
 * Keeps back (`true`) a notice that may have gone out before: a person is asked, unless SES's events say it.
 * `contended`: that could not be written, it is still queued and must not go. Safe to repeat.
 */
export const keptBack = async (
  work: CaseWork & { readonly guard: ReadRestoreGuard; readonly log: Log },
  state: Case,
  noticeId: string,
): Promise<boolean | "contended"> => {
  const guard = await work.guard();
  const isBehind = (current: Case): Notice | undefined => {
    const notice = current.notices.find(({ id }) => id === noticeId);
    return guard && notice && mayGo(current, notice, work.clock.now()) && mayHaveGoneOut(guard, current, notice)
      ? notice
      : undefined;
  };
  if (!guard || !isBehind(state)) return false;
  const changed = await changeCase(silently(work), state.id, (current) => {
    const notice = isBehind(current);
    return notice && heldByGuard(current, notice, guard, work.clock.now());
  });
  if (!changed.ok && changed.error.kind === "contended") return "contended";
  work.log.info("notice.guarded", { caseId: state.id, noticeId });
  return true;
};
