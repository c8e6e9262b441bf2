import type { Clock } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Lane } from "../report/category.ts";
import { type Advanced, advance, type PolicyOf } from "./advance.ts";
import type { Case } from "./case.ts";
import { targetKeyOf } from "./case-id.ts";
import type { CaseEvent } from "./event.ts";
import { statisticAfter } from "./statistic.ts";
import type { CaseStore, Change } from "./store.ts";

/** A queue message that says only: look at this case. It may be lost or come twice; the case itself decides. */
export type Hint = { readonly caseId: string };
/** What becomes of a queue message: it is done with, or kept and read again later. "Already done" is done. */
export type Outcome = "done" | "later";
export type DropHint = (to: "find-contact" | "send-notice", lane: Lane, hint: Hint) => Promise<void>;

export type CaseWork = {
  readonly store: CaseStore;
  readonly policyOf: PolicyOf;
  readonly clock: Clock;
  readonly dropHint: DropHint;
};

/** The same work without hints: for a step that goes on with the case itself. */
export const silently = (work: CaseWork): CaseWork => ({ ...work, dropHint: async () => {} });

export type NotChanged =
  /** There is no such case. */
  | { readonly kind: "no-case" }
  /** The facts do not hold any more for the case as it is now; nothing was written. */
  | { readonly kind: "needless" }
  /** Others changed the case in every one of several tries; keep the message and come back. */
  | { readonly kind: "contended" };

// Ten tries: a case has a handful of writers at most, and each lost race means that another one got through.
const triesAtMost = 10;

/** The change that writes an advanced case down, with its place in the indexes. */
export const changeOf = ({ next, events, wants }: Advanced, at: string, before?: Case): Change => {
  const opens = before === undefined || (before.closed !== undefined && next.closed === undefined);
  const closes = before?.closed === undefined && next.closed !== undefined;
  // Hashed only where it is wanted: most changes neither open nor close.
  const key = next.kind === "case" && (opens || closes) ? targetKeyOf(next.target, next.category) : undefined;
  const statistic = statisticAfter(before, next);
  return {
    next,
    events,
    at,
    ...(wants.wakeAt && { dueAt: wants.wakeAt }),
    ...(statistic && { statistic }),
    ...(key && opens && !next.closed && { targetKey: { key, does: "claim" as const } }),
    ...(key && closes && before !== undefined && { targetKey: { key, does: "release" as const } }),
  };
};

/** Drops the hints that a case wants. Losing one costs time only: the case is due again when it was not acted upon. */
export const dropHints = async ({ dropHint }: Pick<CaseWork, "dropHint">, { next, wants }: Pick<Advanced, "next" | "wants">): Promise<void> => {
  for (const hint of wants.hints) await dropHint(hint, next.lane, { caseId: next.id });
};

/**
 * Reads a case, asks `factsOf` what happened to it, and writes the facts with all consequences in one atomic change;
 * then drops the hints that follow. When somebody was first, reads again and asks again.
 *
 * `factsOf` gives `undefined` when there is nothing to do for the case as it now is. It must be pure: it may be asked
 * several times. Safe to call twice as long as `factsOf` looks at the case.
 */
export const changeCase = async (
  work: CaseWork,
  caseId: string,
  factsOf: (state: Case) => readonly CaseEvent[] | undefined,
  also: (state: Case) => Pick<Change, "reportKeys"> = () => ({}),
): Promise<Result<Advanced, NotChanged>> => {
  for (let tries = 0; tries < triesAtMost; tries++) {
    const state = await work.store.read(caseId);
    if (!state) return fail({ kind: "no-case" });
    const facts = factsOf(state);
    if (!facts) return fail({ kind: "needless" });
    const now = work.clock.now();
    const advanced = advance(state, facts, work.policyOf, now);
    if (advanced.events.length === 0) return fail({ kind: "needless" });
    const written = await work.store.commit({ ...changeOf(advanced, now, state), ...also(state) });
    if (written.ok) {
      await dropHints(work, advanced);
      return ok(advanced);
    }
  }
  return fail({ kind: "contended" });
};
