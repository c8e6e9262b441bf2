import type { OneAtATime } from "../kernel/one-at-a-time.ts";
import type { ReportIndex } from "../matters/store.ts";

type GatherWork = { readonly store: Pick<ReportIndex, "openCaseOfTarget">; readonly oneAtATime: OneAtATime };

/**
 * How one message comes to its place; each gives the case that has it, or nothing where somebody
 * else was first.
 */
type Ways = {
  readonly known: () => Promise<string | undefined>;
  readonly open: () => Promise<string | undefined>;
  readonly join: (caseId: string) => Promise<string | undefined>;
};

/** The case that has the message, and whether it had it before. */
export type Gathered = { readonly caseId: string; readonly wasKnown: boolean };

// Each is a good dozen tries at the place itself. Who has not come through by then only keeps
// others from it.
const triesAtMost = 3;

/**
 * Puts a message into the one place that takes its kind (`strays.ts`, `unread.ts`), or opens that
 * place. Nothing where too many others write to the same place at this moment; nothing was written
 * then. Safe to repeat, as long as `known` finds what was written.
 *
 * A batch of a flood is written one by one: all at once, each would fail as often as it has
 * neighbours.
 */
export const gather = (
  { store, oneAtATime }: GatherWork,
  place: string,
  { known, open, join }: Ways,
): Promise<Gathered | undefined> =>
  oneAtATime(place, async () => {
    for (let tries = 0; tries < triesAtMost; tries++) {
      const before = await known();
      if (before !== undefined) return { caseId: before, wasKnown: true };
      const placed = await store.openCaseOfTarget(place);
      const caseId = placed === undefined ? await open() : await join(placed);
      if (caseId !== undefined) return { caseId, wasKnown: false };
    }
    return undefined;
  });
