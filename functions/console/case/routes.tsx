import type { Case } from "../../case/case.ts";
import { undecided } from "../../case/given.ts";
import { type Reservation, reservationOf } from "../../review/reservations.ts";
import { noteView } from "../../review/views.ts";
import { reviewItem } from "../../store/damaged-case.ts";
import { isEntry } from "../../store/queue-entry.ts";
import { saidOfEntry, showsEntry } from "../entry/routes.tsx";
import { type Filter, filterIn, openedFrom, writeFilter } from "../list/filter.ts";
import { nextIn, readWaiting, type Waiting } from "../list/needs-you.ts";
import { type Here, isCaseId, type Routes } from "../pages.tsx";
import { type Flash, OpenedFrom } from "../parts.tsx";
import { shown } from "../shown.ts";
import { moment } from "../words.ts";
import { showsCase } from "./case-page.tsx";
import { ConfirmPage, DossierPage, NoticePage } from "./notice-page.tsx";
import { assignedUnseen } from "./reservation-part.tsx";
import { decidedOf, saidAfter, saidOfAnother, type Taken, takeVerdict, withBreak } from "./take-verdict.ts";

type Recorded = Extract<Taken, { kind: "recorded" }>;

const noticeRoutes: Routes = (app, deps, { show, sayOnly, noSuchCase }) => {
  const { work, noticeText, messageIdDomain } = deps;
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
    if (!state) return noSuchCase(context);
    const [history] = await Promise.all([work.store.history(state.id), looksAt(context, state)]);
    return show(context, `Dossier – ${state.id}`, <DossierPage {...{ state, messageIdDomain, history }} />);
  });
};

const wordAtMost = 200;

/** Assigns a case, takes it over with a word, or gives it back. */
const reservationRoutes: Routes = (app, deps, pages) => {
  const { work, reservations, log } = deps;
  const showCase = showsCase(deps, pages);
  const backTo = (context: Here, caseId: string) => {
    const filter = filterIn(context.req.url);
    return context.redirect(`/cases/${encodeURIComponent(caseId)}${filter ? openedFrom(filter) : ""}`, 303);
  };

  app.post("/cases/:id/reserve", async (context) => {
    const caseId = context.req.param("id");
    const state = isCaseId(caseId) ? await work.store.read(caseId) : undefined;
    if (!state) return pages.noSuchCase(context);
    const form = new URLSearchParams(await context.req.text());
    const by = context.get("signedIn").name;
    const [seenBy, seenAt] = [form.get("seen-by"), form.get("seen-at")];
    const seen = seenBy && seenAt ? { by: seenBy, at: seenAt } : undefined;
    const why = (form.get("why") ?? "").trim().slice(0, wordAtMost);
    if (seen && why === "") return showCase(context, state, { said: wordMissing(seen.by), status: 422 });
    const over = seen && { from: seen.by, why };
    const taken = await reservations.take(reservationOf(caseId, by, work.clock.now(), over), seen);
    if (!taken.ok) return showCase(context, state, { said: somebodyHasIt(taken.error), status: 409 });
    log.info("case.reserved", { caseId });
    return backTo(context, caseId);
  });

  app.post("/cases/:id/give-back", async (context) => {
    const caseId = context.req.param("id");
    if (!isCaseId(caseId)) return pages.noSuchCase(context);
    await reservations.release(caseId, context.get("signedIn").name);
    return backTo(context, caseId);
  });
};

const somebodyHasIt = ({ by, until }: Reservation): Flash => ({
  kind: "note",
  title: `${shown(by)} has it`,
  text: `They were first, until ${moment(until)}. You can take it over with a word, or answer anyway.`,
});

const wordMissing = (by: string): Flash => ({
  kind: "bad",
  title: "Not taken over",
  fields: [{ id: "reserve-why", says: `Write a word to ${shown(by)}: why you take it over.` }],
});

export const caseRoutes: Routes = (app, deps, pages) => {
  const { work, log, reservations } = deps;
  const { show, noSuchCase } = pages;
  noticeRoutes(app, deps, pages);
  reservationRoutes(app, deps, pages);
  const showCase = showsCase(deps, pages);
  const showEntry = showsEntry(deps, pages);
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
    const now = work.clock.now();
    const filter = filterIn(context.req.url);
    const form = new URLSearchParams(await context.req.text());
    // Read before the answer: afterwards the case has no place in the list to go on from.
    const [waiting, standing] = await Promise.all([
      filter && readWaiting({ store: work.store, reservations }, { now, person: by }),
      reservations.standing(now),
    ]);
    const assigned = standing.find((one) => one.caseId === caseId);
    const unseen = assignedUnseen(assigned, by, form, now);
    const taken = await takeVerdict(work, { caseId, reviewId, by, form, unseen });
    switch (taken.kind) {
      case "no-case":
        return noSuchCase(context);
      case "recorded":
        log.info("verdict.recorded", { caseId, reviewId, outcome: taken.as });
        // One that can be undone keeps whoever has it: they have it again then.
        if (undecided(taken.next).length === 0 && taken.as !== "given") await reservations.release(caseId, by);
        if (!waiting || !filter)
          return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${taken.as}`, 303);
        return context.redirect(await nextAddress(taken, reviewId, waiting, filter), 303);
      case "confirm":
        return show(
          context,
          `Send again? – ${caseId}`,
          <OpenedFrom.Provider value={filter ? openedFrom(filter) : ""}>
            <ConfirmPage {...taken} />
          </OpenedFrom.Provider>,
        );
      case "refused":
        return showCase(context, taken.state, taken);
      default:
        return taken satisfies never;
    }
  });
};
