import type { Case } from "../case/case.ts";
import { type Instant, instant, msOf, plusHours } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Page } from "../store/ports.ts";

/** That somebody had a case on their screen. `until`: as late as their page renewed itself. */
export type CaseView = { readonly caseId: string; readonly by: string; readonly at: Instant; readonly until?: Instant };

/**
 * A person who turns pages of one case looks at it once in so many minutes; a page that was renewed by itself
 * within as many is still the same look.
 */
export const viewMinutes = 15;

/** The quarter of an hour in which a moment lies, by its beginning. */
export const viewWindow = (at: Instant): Instant => {
  const ms = viewMinutes * 60_000;
  return instant(Math.floor(msOf(at) / ms) * ms);
};

/** Who looked at which case. A view names no content; it goes a year after it was. */
export type CaseViews = {
  /** Writes a view down where the person has none of the case in this quarter of an hour. Safe to repeat. */
  readonly note: (view: CaseView) => Promise<void>;
  /**
   * Says that the look which a person began in a quarter of an hour goes on until now. Gives whether: not where
   * they began none then, nor after a pause of more than `viewMinutes`. Writes no new view. Safe to repeat.
   */
  readonly goOn: (view: CaseView, begunIn: Instant) => Promise<boolean>;
  /** Views of a case, the newest quarter of an hour first. */
  readonly of: (caseId: string, limit: number, cursor?: string) => Promise<Page<CaseView>>;
};

/** Which cases' views are kept: those of what nobody should look at without a reason. */
export const isWatched = ({ lane }: Pick<Case, "lane">): boolean => lane === "urgent";

/** Whoever has a case open for longer looks at it anew. */
const lookHoursAtMost = 12;
const mayGoOn = (begunIn: Instant, at: Instant): boolean =>
  !Number.isNaN(msOf(begunIn)) &&
  viewWindow(begunIn) === begunIn &&
  begunIn <= at &&
  at <= plusHours(begunIn, lookHoursAtMost);

/**
 * Notes that somebody looks at a case whose views are kept, or that a look goes on: `begunIn` is what a page says
 * that renews itself. Whatever it says, a view of that person and case is written or moved on. Gives in which
 * quarter of an hour the look began, for the page to say. Never fails: who is called at night must
 * see the case whatever the table says; that it is missing is logged, and rings.
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
