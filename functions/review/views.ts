import { type Instant, instant, msOf } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Case } from "../matters/case.ts";
import type { Page } from "../matters/store.ts";

/** That somebody had a case on their screen. */
export type CaseView = { readonly caseId: string; readonly by: string; readonly at: Instant };

/** A person who turns pages of one case looks at it once in so many minutes. */
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
  /** Views of a case, the newest quarter of an hour first. */
  readonly of: (caseId: string, limit: number, cursor?: string) => Promise<Page<CaseView>>;
};

/** Which cases' views are kept: those of what nobody should look at without a reason. */
export const isWatched = ({ lane }: Pick<Case, "lane">): boolean => lane === "urgent";

/**
 * Notes that somebody looks at a case whose views are kept. Never fails: who is called at night must
 * see the case whatever the table says; that it is missing is logged, and rings.
 */
export const noteView = async (
  { views, log }: { readonly views: CaseViews; readonly log: Log },
  state: Pick<Case, "id" | "lane">,
  { by, at }: Pick<CaseView, "by" | "at">,
): Promise<void> => {
  if (!isWatched(state)) return;
  try {
    await views.note({ caseId: state.id, by, at });
  } catch (error) {
    log.error("view.not-kept", { caseId: state.id, error: errorName(error) });
  }
};
