import type { Routes } from "../pages.tsx";
import { ConfirmPage } from "./confirm-page.tsx";
import { DossierPage } from "./dossier-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import { showsCase } from "./show-case.tsx";
import { saidAfter, takeVerdict } from "./take-verdict.ts";

/** One case, its notices and its dossier, and a verdict on it. */
export const caseRoutes: Routes = (app, deps, pages) => {
  const { work, log, noticeText, messageIdDomain } = deps;
  const { show, sayOnly, noSuchCase } = pages;
  const showCase = showsCase(deps, pages);

  app.get("/cases/:id", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    return state ? showCase(context, state, { said: saidAfter(context.req.query("recorded")) }) : noSuchCase(context);
  });

  app.get("/cases/:id/notices/:noticeId", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (!state || state.kind === "unread") return noSuchCase(context);
    const notice = state.notices.find(({ id }) => id === context.req.param("noticeId"));
    if (!notice) return sayOnly(context, 404, "No such notice", "This case has no such notice.");
    return show(
      context,
      `Notice – ${state.id}`,
      <NoticePage state={state} notice={notice} text={await noticeText(state, notice.id)} />,
    );
  });

  app.get("/cases/:id/dossier", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (state?.kind !== "case") return noSuchCase(context);
    return show(context, `Dossier – ${state.id}`, <DossierPage state={state} messageIdDomain={messageIdDomain} />);
  });

  app.post("/cases/:id/reviews/:reviewId", async (context) => {
    const { id: caseId, reviewId } = context.req.param();
    const taken = await takeVerdict(work, {
      caseId,
      reviewId,
      by: context.get("signedIn").name,
      form: new URLSearchParams(await context.req.text()),
    });
    switch (taken.kind) {
      case "no-case":
        return noSuchCase(context);
      case "recorded":
        log.info("verdict.recorded", { caseId, reviewId, outcome: taken.as });
        return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${taken.as}`, 303);
      case "confirm":
        return show(
          context,
          `Send again? – ${caseId}`,
          <ConfirmPage state={taken.state} review={taken.review} filled={taken.filled} />,
        );
      case "refused":
        return showCase(context, taken.state, taken);
      default:
        return taken satisfies never;
    }
  });
};
