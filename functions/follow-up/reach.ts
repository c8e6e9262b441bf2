import { advance } from "../case/advance.ts";
import { type Instant, plusMinutes } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import { each } from "../send/each.ts";
import type { Due, DueIndex } from "../store/ports.ts";
import type { CaseWork } from "../store/work.ts";

/** Under which clocks the due times stand, and how far earlier ones were looked at. */
export type Walk = {
  /** What the due times are computed by (`escalation/clocks.ts`). */
  readonly clocks: string;
  readonly since: Instant;
  /** Where the walk goes on; absent at its beginning. */
  readonly cursor?: string;
  readonly isDone?: true;
  /** How many times it came to the end unsure; absent: none. */
  readonly ended?: number;
  /** Some could not be read, or were brought forward: such a write may have lost to another under way. */
  readonly isUnsure?: true;
};

export type KeptWalk = { readonly read: () => Promise<Walk | undefined>; readonly note: (walk: Walk) => Promise<void> };

type ReachWork = Pick<CaseWork, "clock" | "policyOf"> & {
  readonly store: Pick<CaseWork["store"], "read"> & Pick<DueIndex, "awaited" | "postpone">;
  readonly walk: KeptWalk;
  readonly clocks: string;
  readonly log: Log;
};

/** Functions from before a deployment run on for a minute at most (`topology.ts`), with their old clocks. */
const beginsAfterMinutes = 3;
/** Each is one read; a hundred thousand cases take less than two hours. */
const looksAtMost = 1_000;
/** A read fails now and then; one that always fails rings when its case is due. */
const walksAtMost = 3;
const pageOf = 50;
const atATime = 10;

/**
 * Due times are computed when a case changes, by the policy and settings then. When those change, this walks
 * through all that waits, some each minute, and brings forward what is due sooner now: a shorter retention or
 * clock, a day off. What is due later needs nothing: the sweep looks at its old time, and gives it its own. Writes
 * no case and notifies nobody: the next sweep follows up. Walks again until nothing is left to bring forward, a few
 * times at most. Idempotent; may be cut short.
 */
export const reach = async (work: ReachWork, mayGoOn: () => boolean): Promise<void> => {
  const now = work.clock.now();
  const kept = await work.walk.read();
  if (kept?.clocks !== work.clocks) return work.walk.note({ clocks: work.clocks, since: now });
  if (kept.isDone || plusMinutes(kept.since, beginsAfterMinutes) > now) return;
  const { clocks, since, ended = 0 } = kept;
  let { cursor, isUnsure } = kept;
  let looked = 0;
  let moved = 0;
  while (looked < looksAtMost && mayGoOn()) {
    const page = await work.store.awaited(pageOf, cursor);
    const those = await each(page.items, (due) => bringForward(work, due), atATime);
    moved += those.filter((is) => is === true).length;
    if (those.some((is) => is !== false)) isUnsure = true;
    looked += pageOf;
    cursor = page.cursor;
    const before = ended > 0 ? { ended } : {};
    if (cursor !== undefined) await work.walk.note({ clocks, since, cursor, ...before, ...(isUnsure && { isUnsure }) });
    else if (isUnsure && ended + 1 < walksAtMost) await work.walk.note({ clocks, since, ended: ended + 1 });
    else await work.walk.note({ clocks, since, isDone: true });
    if (cursor === undefined) break;
  }
  work.log.info("follow-up.reached", { count: moved, outcome: cursor === undefined ? "all" : "more" });
};

/** Whether it is due sooner now. One that can never be read is found at its own time, and rings there. */
const bringForward = async (work: ReachWork, { caseId, dueAt }: Due): Promise<boolean | "failed"> => {
  try {
    const state = await work.store.read(caseId);
    const now = work.clock.now();
    if (!state || dueAt <= now || state.forgottenAt !== undefined) return false;
    const { events, wants } = advance(state, [], work.policyOf, now);
    const wanted = events.length > 0 ? now : wants.wakeAt;
    if (wanted === undefined || wanted >= dueAt) return false;
    await work.store.postpone(caseId, state.version, wanted);
    return true;
  } catch (error) {
    work.log.error("unforeseen", { caseId, error: errorName(error) });
    return "failed";
  }
};
