import { undecided } from "../../case/given.ts";
import { readClaims } from "../../review/reservations.ts";
import { keptTable } from "../../settings/tell-of-ends.ts";
import { standingInhibitions } from "../../settings/tell-of-inhibitions.ts";
import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import { casesAPage, type Here, type Routes, readCursor } from "../pages.tsx";
import { changedSending, lanesIn, stopsSeen } from "../sending/form.ts";
import { allOf, howManyAre, howManyIn } from "../waiting/how-many.ts";
import { placesAtMost } from "../waiting/list.ts";
import { isOfCategory } from "./inhibition-banner.tsx";
import { ReviewsPage } from "./reviews-page.tsx";
import { type SendingProblem, sendsAll } from "./sending-banner.tsx";

export const reviewRoutes: Routes = (app, { work, decided, sending, reservations, log }, { show }) => {
  const tableOfSettings = keptTable(decided.store);
  const showWaiting = async (context: Here, problem?: SendingProblem) => {
    const cursor = readCursor(context);
    const now = work.clock.now();
    const [waiting, state, { rows }, claims] = await Promise.all([
      work.store.inReview(casesAPage, cursor),
      context.req.url.endsWith(changedSending) ? sending.state() : sending.lately(),
      tableOfSettings(),
      readClaims(reservations, { now, person: context.get("signedIn").name }),
    ]);
    const inhibitions = standingInhibitions(rows, now);
    const isAllSent = sendsAll(state) && !inhibitions.some(isOfCategory);
    const isFirst = cursor === undefined;
    // By the index alone, so that the page says how long a long list is.
    const places = isFirst && waiting.cursor ? await work.store.inLine(placesAtMost) : undefined;
    const inAll = places && { ...howManyIn(places), isCut: places.length >= placesAtMost };
    const open = allOf(inAll ?? howManyAre(waiting.items.filter((one) => undecided(one).length > 0)));
    const isMore = inAll?.isCut ?? waiting.cursor !== undefined;
    const nothing = waiting.damaged ? "Damaged" : isAllSent ? "All is well" : "Notices wait";
    const title = open > 0 ? `${open}${isMore ? "+" : ""} waiting` : nothing;
    const content = <ReviewsPage {...{ waiting, sending: state, inhibitions, problem, isFirst, inAll, claims }} />;
    return show(context, title, content, "reviews", problem === undefined ? 200 : 422);
  };
  app.get("/", (context) => showWaiting(context));

  app.post("/sending/reason", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const why = readWhy(form);
    const says = whyIsWrong(why);
    if (says !== undefined) return showWaiting(context, { form: "reason", says, why });
    await sending.pause.explain(stopsSeen(form), why);
    return context.redirect(changedSending, 303);
  });

  app.post("/sending/resume", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const ends = form.get("ends") === "pause" ? "pause" : "breaker";
    const why = readWhy(form);
    const says =
      why === "" && ends === "breaker"
        ? "Say in a sentence what was corrected; it is kept with your name."
        : whyIsWrong(why);
    if (says !== undefined) return showWaiting(context, { form: ends, says, why });
    const by = context.get("signedIn").name;
    if (ends === "pause") {
      if (await sending.pause.resume(lanesIn(form), stopsSeen(form), { at: work.clock.now(), by, why }))
        log.info("sending.unpaused");
      // Sent twice, or somebody was first: it runs already, and their reason stands.
    } else if ((await sending.state()).lane.kind === "stopped") {
      await sending.resume(work.clock.now(), by, why);
      log.info("sending.resumed");
    }
    return context.redirect(changedSending, 303);
  });
};
