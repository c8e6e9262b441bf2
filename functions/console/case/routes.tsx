import type { Case } from "../../case/case.ts";
import { undecided } from "../../case/given.ts";
import { noteView } from "../../review/views.ts";
import { reviewItem } from "../../store/damaged-case.ts";
import { isEntry } from "../../store/queue-entry.ts";
import { saidOfEntry, showsEntry } from "../entry/routes.tsx";
import { type Filter, filterIn, openedFrom, writeFilter } from "../list/filter.ts";
import { nextIn, readWaiting, type Waiting } from "../list/needs-you.ts";
import { casesAPage, type Here, isCaseId, type Routes, readCursor } from "../pages.tsx";
import { OpenedFrom } from "../parts.tsx";
import { ConfirmPage } from "./confirm-page.tsx";
import { DossierPage } from "./dossier-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import { showsCase } from "./show-case.tsx";
import { decidedOf, saidAfter, saidOfAnother, type Taken, takeVerdict, withBreak } from "./take-verdict.ts";
import { ViewsPage } from "./views-part.tsx";

type Recorded = Extract<Taken, { kind: "recorded" }>;

const noticeRoutes: Routes = (app, deps, { show, sayOnly, noSuchCase }) => {
  const { work, noticeText, messageIdDomain, views } = deps;
  const looksAt = (context: Here, state: Case) =>
    noteView(deps, state, { by: context.get("signedIn").name, at: work.clock.now() });

  app.get("/cases/:id/notices/:noticeId", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (!state) return noSuchCase(context);
    const notice = state.notices.find(({ id }) => id === context.req.param("noticeId"));
    if (!notice) return sayOnly(context, 404, "No such notice", "This case has no such notice.");
    const [text] = await Promise.all([noticeText(state, notice.id), looksAt(context, state)]);
    return show(context, `Notice – ${state.id}`, <NoticePage state={state} notice={notice} text={text} />);
  });

  app.get("/cases/:id/dossier", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (state?.kind !== "case") return noSuchCase(context);
    const [history] = await Promise.all([work.store.history(state.id), looksAt(context, state)]);
    return show(context, `Dossier – ${state.id}`, <DossierPage {...{ state, messageIdDomain, history }} />);
  });

  app.get("/cases/:id/views", async (context) => {
    const id = context.req.param("id");
    const state = isCaseId(id) ? await work.store.read(id) : undefined;
    if (!state) return noSuchCase(context);
    const now = work.clock.now();
    const seen = await views.of(state.id, casesAPage, readCursor(context));
    return show(context, `Who looked at ${state.id}`, <ViewsPage state={state} views={seen} now={now} />);
  });
};

export const caseRoutes: Routes = (app, deps, pages) => {
  const { work, log, reservations } = deps;
  const { show, noSuchCase } = pages;
  noticeRoutes(app, deps, pages);
  const showCase = showsCase(deps, pages);
  /** The case itself while it asks more, else the next of the list. */
  const nextAddress = async (
    { as, next, decision }: Recorded,
    reviewId: string,
    waiting: Waiting,
    filter: Filter,
  ): Promise<string> => {
    if (undecided(next).length > 0 || filter.stay)
      return `/cases/${encodeURIComponent(next.id)}${openedFrom(filter)}&recorded=${as}`;
    const following = await nextIn(work, waiting, filter, next.id);
    const decided = decidedOf(next, reviewId, decision);
    return following
      ? `/cases/${encodeURIComponent(following.id)}${openedFrom(filter)}&${decided}`
      : `/?${[writeFilter(filter), decided].filter(Boolean).join("&")}`;
  };

  const showEntry = showsEntry(deps, pages);
  app.get("/cases/:id", async (context) => {
    const state = await reviewItem(work.store)(context.req.param("id"));
    if (!state) return noSuchCase(context);
    if (isEntry(state)) return showEntry(context, state, { said: saidOfEntry(context.req.query("done")) });
    const query = new URL(context.req.url).searchParams;
    const recorded = saidAfter(query.get("recorded") ?? undefined, state);
    const onward = recorded &&
      undecided(state).length === 0 && {
        link: { href: `/next?after=${encodeURIComponent(state.id)}`, says: "Next case" },
      };
    const said = recorded ? { ...recorded, ...onward } : await saidOfAnother(deps, query);
    return showCase(context, state, { said: await withBreak(deps, context.get("signedIn").name, said) });
  });

  app.post("/cases/:id/reviews/:reviewId", async (context) => {
    const { id: caseId, reviewId } = context.req.param();
    const by = context.get("signedIn").name;
    const filter = filterIn(context.req.url);
    // Read before the answer: afterwards the case has no place in the list to go on from.
    const waiting =
      filter && (await readWaiting({ store: work.store, reservations }, { now: work.clock.now(), person: by }));
    const taken = await takeVerdict(work, {
      caseId,
      reviewId,
      by,
      form: new URLSearchParams(await context.req.text()),
    });
    switch (taken.kind) {
      case "no-case":
        return noSuchCase(context);
      case "recorded":
        log.info("verdict.recorded", { caseId, reviewId, outcome: taken.as });
        // One that can be taken back keeps whoever has it: they have it again then.
        if (undecided(taken.next).length === 0 && taken.as !== "given") await reservations.release(caseId, by);
        if (!waiting) return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${taken.as}`, 303);
        return context.redirect(await nextAddress(taken, reviewId, waiting, filter), 303);
      case "confirm":
        return show(
          context,
          `Send again? – ${caseId}`,
          <OpenedFrom.Provider value={filter ? openedFrom(filter) : ""}>
            <ConfirmPage state={taken.state} review={taken.review} filled={taken.filled} />
          </OpenedFrom.Provider>,
        );
      case "refused":
        return showCase(context, taken.state, taken);
      default:
        return taken satisfies never;
    }
  });
};
