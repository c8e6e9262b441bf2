import type { Case } from "../../case/case.ts";
import { isWatched, noteView } from "../../review/views.ts";
import { unprovenIn } from "../../store/unproven-in.ts";
import { filterIn, openedFrom } from "../list/filter.ts";
import type { ConsoleDeps, Here, Pages } from "../pages.tsx";
import { caseName, OpenedFrom, type Said } from "../parts.tsx";
import { CasePage, linesOfQuestions } from "./case-page.tsx";
import type { NoticeText } from "./notice-text.ts";
import type { DeedRefused } from "./read-deed.ts";
import type { Refused } from "./review-form.tsx";
import { linesAtOnce, viewsAtOnce } from "./timeline.tsx";

/** The quarter hour in which the view began that a page continues, by its script (`renewal.ts`). */
export const lookHeader = "Open-Look";

type BesideCase = {
  readonly said?: Said | undefined;
  readonly refused?: Refused | undefined;
  readonly deedRefused?: DeedRefused;
  readonly status?: 200 | 403 | 409 | 422 | 503;
};

/** Shows a case, with what its questions need and the history asked for. Reads the store and records the view. */
export const showsCase =
  ({ work, settings, noticeText, reservations, views, log }: ConsoleDeps, { show }: Pages) =>
  async (context: Here, state: Case, { said, refused, deedRefused, status = 200 }: BesideCase = {}) => {
    const before = readBefore(context);
    const now = work.clock.now();
    const filter = filterIn(context.req.url);
    const by = context.get("signedIn").name;
    const [lines, unproven, asking, formText, unwritten, standing, seen, look] = await Promise.all([
      work.store.latestLines(state.id, linesAtOnce, before),
      unprovenIn(work.store, state),
      linesOfQuestions(work.store, state, refused),
      state.reviews.some(({ question }) => question === "form-only") ? noticeText(state) : undefined,
      unwrittenIn(state, noticeText),
      state.reviews.length > 0 ? reservations.standing(now) : [],
      // Whoever is called at night must see the case, whoever else may have.
      isWatched(state) ? views.of(state.id, viewsAtOnce).catch(() => undefined) : undefined,
      noteView({ views, log }, state, { by, at: now }, context.req.header(lookHeader)),
    ]);
    const content = (
      <OpenedFrom.Provider value={filter ? openedFrom(filter) : ""}>
        <CasePage
          {...{
            state,
            lines,
            unproven,
            before,
            asking,
            policyOf: work.policyOf,
            by,
            seen,
            look,
            settings,
            now,
            reservation: standing.find(({ caseId }) => caseId === state.id),
          }}
          {...{ formText, unwritten, said, refused, deedRefused }}
        />
      </OpenedFrom.Provider>
    );
    return show(context, `${caseName(state)} – ${state.id}`, content, undefined, status);
  };

/** By notice: why a refused notice can't be written as its case is now. */
const unwrittenIn = async (state: Case, noticeText: NoticeText): Promise<ReadonlyMap<string, string>> => {
  const refused = state.reviews.flatMap(({ question, noticeId = "" }) =>
    question === "notice-refused" ? noticeId : [],
  );
  const texts = await Promise.all(refused.map(async (id) => [id, await noticeText(state, id)] as const));
  return new Map(texts.flatMap(([id, text]) => (text.ok ? [] : [[id, text.error] as const])));
};

/** The history before a version of the case. Anything else is the newest. */
const readBefore = (context: Here): number | undefined => {
  const before = context.req.query("before");
  return before !== undefined && /^[1-9]\d{0,5}$/.test(before) ? Number(before) : undefined;
};
