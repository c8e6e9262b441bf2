import type { Context } from "hono";
import type { Case } from "../../matters/case.ts";
import type { CaseWork } from "../../matters/work.ts";
import { correctCase, type GivenCorrection } from "../../review/correct.ts";
import { type GivenHold, holdCase, releaseCase } from "../../review/hold.ts";
import type { Vars } from "../gate.tsx";
import type { Here, Routes } from "../pages.tsx";
import { caseName, type Said } from "../parts.tsx";
import { type Deed, type DeedRefused, deeds, readDeed } from "./by-hand-part.tsx";
import { CasePage, linesOfQuestions } from "./case-page.tsx";
import { ConfirmPage } from "./confirm-page.tsx";
import { DossierPage } from "./dossier-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import type { Refused } from "./review-form.tsx";
import { saidAfter, takeVerdict } from "./take-verdict.ts";
import { linesAtOnce } from "./timeline.tsx";

/** One case, its notices and its dossier; a verdict, a hold and a correction. */
export const caseRoutes: Routes = (app, { work, settings, log, noticeText, messageIdDomain }, { show, sayOnly, noSuchCase }) => {
  const showCase = async (
    context: Here,
    state: Case,
    {
      said,
      refused,
      deedRefused,
      status = 200,
    }: {
      readonly said?: Said | undefined;
      readonly refused?: Refused | undefined;
      readonly deedRefused?: DeedRefused;
      readonly status?: 200 | 403 | 409 | 422 | 503;
    } = {},
  ) => {
    const before = readBefore(context);
    const message = readMessage(context);
    const [lines, asking, untouchedText, formText] = await Promise.all([
      work.store.latestLines(state.id, linesAtOnce, before),
      linesOfQuestions(work.store, state, refused),
      state.kind === "unread" ? work.store.untouchedText(state.id, message) : undefined,
      state.kind === "case" && state.reviews.some(({ question }) => question === "form-only") ? noticeText(state) : undefined,
    ]);
    const content = (
      <CasePage
        {...{ state, lines, before, asking, policyOf: work.policyOf, by: context.get("signedIn").name, settings, now: work.clock.now() }}
        {...{ untouchedText, message, formText, said, refused, deedRefused }}
      />
    );
    return show(context, `${refused || deedRefused ? "Not recorded: " : ""}${caseName(state)} – ${state.id}`, content, undefined, status);
  };

  app.get("/cases/:id", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    return state ? showCase(context, state, { said: saidAfter(context.req.query("recorded")) }) : noSuchCase(context);
  });

  app.get("/cases/:id/notices/:noticeId", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (!state || state.kind === "unread") return noSuchCase(context);
    const notice = state.notices.find(({ id }) => id === context.req.param("noticeId"));
    if (!notice) return sayOnly(context, 404, "No such notice", "This case has no such notice.");
    return show(context, `Notice – ${state.id}`, <NoticePage state={state} notice={notice} text={await noticeText(state, notice.id)} />);
  });

  app.get("/cases/:id/dossier", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (state?.kind !== "case") return noSuchCase(context);
    return show(context, `Dossier – ${state.id}`, <DossierPage state={state} messageIdDomain={messageIdDomain} />);
  });

  app.post("/cases/:id/reviews/:reviewId", async (context) => {
    const { id: caseId, reviewId } = context.req.param();
    const taken = await takeVerdict(work, { caseId, reviewId, by: context.get("signedIn").name, form: new URLSearchParams(await context.req.text()) });
    switch (taken.kind) {
      case "no-case":
        return noSuchCase(context);
      case "recorded":
        log.info("verdict.recorded", { caseId, reviewId, outcome: taken.as });
        return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${taken.as}`, 303);
      case "confirm":
        return show(context, `Send again? – ${caseId}`, <ConfirmPage state={taken.state} review={taken.review} filled={taken.filled} />);
      case "refused":
        return showCase(context, taken.state, taken);
      default:
        return taken satisfies never;
    }
  });

  const takeDeed = (does: Deed) => async (context: Context<Vars, "/cases/:id/hold">) => {
    const caseId = context.req.param("id");
    const by = context.get("signedIn").name;
    const read = readDeed(does, new URLSearchParams(await context.req.text()));
    const done = read.ok ? await deedOf[does].record(work, { caseId, by, ...read.value }) : undefined;
    if (done?.ok) {
      log.info(deedOf[does].code, { caseId });
      return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${deedOf[does].recorded}`, 303);
    }
    const state = await work.store.read(caseId);
    if (!state) return noSuchCase(context);
    if (!read.ok) return showCase(context, state, { said: notRecorded(read.error.problems, does), deedRefused: { does, ...read.error }, status: 422 });
    const { why, until = "", explanation } = read.value;
    const filled = { why, until: until.slice(0, 16), explanation };
    if (done?.error.kind !== "refused") {
      const text = "Others changed this case in the same moment, again and again. What you wrote is still here: send it once more.";
      return showCase(context, state, { said: { kind: "bad", title: "Not recorded", text }, deedRefused: { does, filled, problems: {} }, status: 503 });
    }
    const { field, reason } = done.error;
    const problems = field === "until" || field === "explanation" ? { [field]: reason } : {};
    const said: Said = field === undefined ? { kind: "bad", title: "Not recorded", text: reason } : notRecorded(problems, does);
    return showCase(context, state, { said, deedRefused: { does, filled, problems }, status: 422 });
  };
  for (const does of deeds) app.post(`/cases/:id/${does}`, takeDeed(does));
};

const deedOf = {
  hold: {
    record: (work: CaseWork, { caseId, by, why, until }: GivenDeed) => holdCase(work, { caseId, by, why, ...(until && { until }) }),
    code: "case.held",
    recorded: "held",
  },
  release: { record: (work: CaseWork, { caseId, by, why }: GivenDeed) => releaseCase(work, { caseId, by, why }), code: "case.released", recorded: "released" },
  correct: {
    record: (work: CaseWork, { caseId, by, why, explanation }: GivenDeed) => correctCase(work, { caseId, by, why, explanation }),
    code: "case.corrected",
    recorded: "corrected",
  },
} as const;
type GivenDeed = GivenHold & GivenCorrection;

const notRecorded = (problems: DeedRefused["problems"], does: Deed): Said => ({
  kind: "bad",
  title: "Not recorded",
  fields: Object.entries(problems).map(([field, says]) => ({ id: `${field}-${does}`, says })),
});

/** A version of the case that is shown: its history before that; anything else is the newest. */
const readBefore = (context: Here): number | undefined => {
  const before = context.req.query("before");
  return before !== undefined && /^[1-9]\d{0,5}$/.test(before) ? Number(before) : undefined;
};

/** Which of the messages in a place is looked at, by the version that it came with: the first, unless another is named. */
const readMessage = (context: Here): number => {
  const version = context.req.query("message") ?? "";
  return /^[1-9]\d{0,5}$/.test(version) ? Number(version) : 1;
};
