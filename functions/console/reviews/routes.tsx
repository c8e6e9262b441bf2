import { questions } from "../../case/question.ts";
import { isToRead } from "../../matters/review-rank.ts";
import { lanesNamed, type Stops } from "../../notice/brake.ts";
import { lanes } from "../../report/category.ts";
import { recordForAll } from "../../review/for-all.ts";
import { daysAreWrong, letHold, readDays } from "../../review/let-hold.ts";
import { keptTable } from "../../settings/tell-of-ends.ts";
import { standingInhibitions } from "../../settings/tell-of-inhibitions.ts";
import { readFilledIn, readVerdict, readWhy, whyIsWrong } from "../case/read-verdict.ts";
import { casesAPage, type Here, type Routes, readCursor } from "../pages.tsx";
import { SentencePage } from "../sentence-page.tsx";
import { readRow, TogetherPage } from "./group-card.tsx";
import { isOfCategory } from "./inhibition-banner.tsx";
import { ReviewsPage } from "./reviews-page.tsx";
import { type SendingProblem, sendsAll } from "./sending-banner.tsx";

/**
 * The stops that stood on the page with the form: a later one is somebody else's reason, and is not
 * ended unread.
 */
const stopsSeen = (form: URLSearchParams): Stops =>
  Object.fromEntries(
    lanes.flatMap((lane) =>
      form.get(`seen-${lane}`) ? [[lane, { at: form.get(`seen-${lane}`) ?? "", by: "", why: "" }]] : [],
    ),
  );

/** What became of an answer that is to hold for later cases. */
const heldSaid = (held: Awaited<ReturnType<typeof letHold>>): string => {
  if (held.ok) return "It holds for cases that come later, too: it stands among the settings, where it can be ended.";
  const { error } = held;
  const why =
    error.kind === "refused"
      ? error.why
      : error.kind === "not-valid"
        ? error.problems.map(({ field, says }) => `${field} ${says}`).join("; ")
        : "the settings could not be written; record it there";
  return `It does not hold for later cases: ${why}`;
};

/**
 * The lanes that a form about sending is for; none where it does not say so in words that we know.
 */
const lanesIn = (form: URLSearchParams) => {
  const named = ([...lanes, "all"] as const).find((lane) => lane === form.get("lane"));
  return named === undefined ? [] : lanesNamed(named);
};

/** One answer for several cases, and where it is a *wait*, for those that come later. */
const togetherRoutes: Routes = (app, { work, decided, log }, { show }) => {
  app.post("/reviews/together", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const rows = form.getAll("row").flatMap((row) => readRow(row) ?? []);
    const question = questions.find((one) => one === form.get("question"));
    const filled = readFilledIn(form);
    const verdict = question && readVerdict(filled, { question });
    if (!verdict?.ok || rows.length === 0) {
      const says = verdict && !verdict.ok ? Object.values(verdict.error).join(" ") : "Choose at least one case.";
      const page = <SentencePage title="Nothing was recorded" says={says} />;
      return show(context, "Nothing was recorded", page, "reviews", 422);
    }
    const by = context.get("signedIn").name;
    const days = readDays((form.get("days") ?? "").trim());
    const holds = verdict.value.decision === "wait" && (form.get("days") ?? "").trim() !== "";
    if (holds && days === undefined) {
      const page = <SentencePage title="Nothing was recorded" says={daysAreWrong} />;
      return show(context, "Nothing was recorded", page, "reviews", 422);
    }
    // Before the cases go on by the answer, and ask no desk any more.
    const first = holds ? await work.store.read(rows[0]?.caseId ?? "") : undefined;
    const taken = await recordForAll(work, rows, { verdict: verdict.value, by, why: filled.why });
    for (const { caseId, reviewId, taken: outcome } of taken)
      if (outcome.ok) log.info("verdict.recorded", { caseId, reviewId, outcome: "together" });
    const held =
      first && days !== undefined
        ? heldSaid(
            await letHold({ ...decided, now: () => work.clock.now() }, first, {
              by: { name: by, mayDecide: context.get("signedIn").mayDecide, signedIn: true },
              why: filled.why,
              days,
            }),
          )
        : undefined;
    return show(context, "One answer for several cases", <TogetherPage rows={taken} held={held} />, "reviews");
  });
};

/** What waits for a person, and whether mail goes out. */
export const reviewRoutes: Routes = (app, deps, pages) => {
  const { work, decided, sending, log } = deps;
  const { show } = pages;
  togetherRoutes(app, deps, pages);
  const tableOfSettings = keptTable(decided.store);
  const showWaiting = async (context: Here, problem?: SendingProblem) => {
    const cursor = readCursor(context);
    const [waiting, state, { rows }] = await Promise.all([
      work.store.inReview(casesAPage, cursor),
      sending.state(),
      tableOfSettings(),
    ]);
    const now = work.clock.now();
    const inhibitions = standingInhibitions(rows, now);
    const isAllSent = sendsAll(state) && !inhibitions.some(isOfCategory);
    const open = waiting.items.filter((state) => state.reviews.length > 0 && !isToRead(state)).length;
    const title = open > 0 ? `${open}${waiting.cursor ? "+" : ""} waiting` : isAllSent ? "All is well" : "Notices wait";
    const content = (
      <ReviewsPage {...{ waiting, sending: state, inhibitions, problem, isFirst: cursor === undefined, now }} />
    );
    return show(context, title, content, "reviews", problem === undefined ? 200 : 422);
  };
  app.get("/", (context) => showWaiting(context));

  app.post("/sending/stop", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const why = readWhy(form);
    const says = whyIsWrong(why);
    if (says !== undefined) return showWaiting(context, { form: "stop", says, why });
    // Where it stood still already, who was first is kept.
    const named = lanesIn(form);
    // A form that does not say well what to stop stops everything: that can be undone, a mail
    // can't.
    const stopped = await sending.brake.stop(named.length > 0 ? named : lanes, {
      at: work.clock.now(),
      by: context.get("signedIn").name,
      why,
    });
    if (stopped) log.info("sending.braked");
    return context.redirect("/", 303);
  });

  app.post("/sending/resume", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const ends = form.get("ends") === "brake" ? "brake" : "breaker";
    const why = readWhy(form);
    const says =
      why === "" && ends === "breaker"
        ? "Say in a sentence what was corrected; it is kept with your name."
        : whyIsWrong(why);
    if (says !== undefined) return showWaiting(context, { form: ends, says, why });
    const by = context.get("signedIn").name;
    if (ends === "brake") {
      if (await sending.brake.resume(lanesIn(form), stopsSeen(form), { at: work.clock.now(), by, why }))
        log.info("sending.unbraked");
      // Sent twice, or somebody else was first: it runs already, and their reason stands.
    } else if ((await sending.state()).lane.kind === "stopped") {
      await sending.resume(work.clock.now(), by, why);
      log.info("sending.resumed");
    }
    return context.redirect("/", 303);
  });
};
