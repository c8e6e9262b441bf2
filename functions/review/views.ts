import type { Case } from "../case/case.ts";
import { type Instant, instant, msOf, plusHours } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Page } from "../store/ports.ts";

/** Somebody had a case on their screen. `until`: as late as their page renewed itself. */
export type CaseView = { readonly caseId: string; readonly by: string; readonly at: Instant; readonly until?: Instant };

/** Pages turned within so many minutes are one look; so is a page that renewed itself within as many. */
export const viewMinutes = 15;

/** The beginning of a moment's quarter of an hour. */
export const viewWindow = (at: Instant): Instant => {
  const ms = viewMinutes * 60_000;
  return instant(Math.floor(msOf(at) / ms) * ms);
};

/** A view names no content, and goes after a year. */
export type CaseViews = {
  /** Writes a view if the person has none of the case in this quarter of an hour. Idempotent. */
  readonly note: (view: CaseView) => Promise<void>;
  /** Extends a look. Gives whether: not if none began then, or it paused over `viewMinutes`. Idempotent. */
  readonly goOn: (view: CaseView, begunIn: Instant) => Promise<boolean>;
  /** The newest quarter of an hour first. */
  readonly of: (caseId: string, limit: number, cursor?: string) => Promise<Page<CaseView>>;
};

/** Views are kept of what nobody should look at without a reason. */
export const isWatched = ({ lane }: Pick<Case, "lane">): boolean => lane === "urgent";

/** Whoever has a case open for longer looks at it anew. */
const lookHoursAtMost = 12;
const mayGoOn = (begunIn: Instant, at: Instant): boolean =>
  !Number.isNaN(msOf(begunIn)) &&
  viewWindow(begunIn) === begunIn &&
  begunIn <= at &&
  at <= plusHours(begunIn, lookHoursAtMost);

/**
 * Notes a look, or that one goes on: `begunIn` is what a page that renews itself says; whatever it says, a view of
 * that person and case is written or moved on. Gives the quarter of an hour in which the look began. Never fails:
 * who is called at night must see the case; a missing view is logged, and rings.
 */
export const noteView = async (
  { views, log }: { readonly views: CaseViews; readonly log: Log },
  state: Pick<Case, "id" | "lane">,
  { by, at }: Pick<CaseView, "by" | "at">,
  begunIn?: Instant,
): Promise<Instant | undefined> => {
  if (!isWatched(state)) return undefined;
  const view = { caseId: state.id, by, at };
  try {
    if (begunIn !== undefined && mayGoOn(begunIn, at) && (await views.goOn(view, begunIn))) return begunIn;
    await views.note(view);
    return viewWindow(at);
  } catch (error) {
    log.error("view.not-kept", { caseId: state.id, error: errorName(error) });
    return undefined;
  }
};
