import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { policyTable } from "../escalation/policy.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import type { Case } from "../matters/case.ts";
import type { StoppedDesk } from "../matters/store.ts";
import type { CaseWork } from "../matters/work.ts";
import { lanesNamed, type Stops } from "../notice/brake.ts";
import { previewOf } from "../notice/preview.ts";
import type { Sending } from "../notice/sending.ts";
import { lanes } from "../report/category.ts";
import { correctCase, type GivenCorrection } from "../review/correct.ts";
import type { DeadLetters } from "../review/dead-letters.ts";
import { type GivenHold, holdCase, releaseCase } from "../review/hold.ts";
import { type Deed, type DeedRefused, deeds, readDeed } from "./case/by-hand-part.tsx";
import { CasePage, linesOfQuestions } from "./case/case-page.tsx";
import { DossierPage } from "./case/dossier-page.tsx";
import type { NoticeText } from "./case/notice-text.ts";
import { readWhy, whyIsWrong } from "./case/read-verdict.ts";
import type { Refused } from "./case/review-form.tsx";
import { saidAfter, takeVerdict } from "./case/take-verdict.ts";
import { linesAtOnce } from "./case/timeline.tsx";
import { CasesPage, readDay } from "./cases-page.tsx";
import { DeadLettersPage, type NotSent } from "./dead-letters-page.tsx";
import { findCases } from "./find-cases.ts";
import { decidersOnly, ownFormsOnly, type Person, signedIn, type Vars } from "./gate.tsx";
import { type Place, page } from "./layout.tsx";
import { caseName, type Said } from "./parts.tsx";
import { PolicyPage } from "./policy/policy-page.tsx";
import { PreviewPage, readPreview } from "./policy/preview-page.tsx";
import { ReviewsPage } from "./reviews/reviews-page.tsx";
import { type SendingProblem, sendsAll } from "./reviews/sending-banner.tsx";
import { securityHeaders } from "./security.ts";
import { shown } from "./shown.ts";
import { ConfirmPage, NoticePage, SearchPage, SentencePage } from "./small-pages.tsx";
import { figuresOf, readPeriod, StatisticsPage } from "./statistics-page.tsx";
import { type NotAllowed, StoppedDesksPage } from "./stopped-desks-page.tsx";
import { stylesheet } from "./style.ts";

export type ConsoleDeps = {
  readonly work: CaseWork;
  readonly settings: Settings;
  readonly log: Log;
  readonly person: Person;
  readonly noticeText: NoticeText;
  readonly sending: Sending;
  /** From `messageIdDomain(region)`: by it a mail of ours is found again. */
  readonly messageIdDomain: string;
  readonly deadLetters: DeadLetters;
};

type Here = Context<Vars>;

const casesAPage = 25;

/** The stops that stood on the page with the form: a later one is somebody else's reason, and is not ended unread. */
const stopsSeen = (form: URLSearchParams): Stops =>
  Object.fromEntries(lanes.flatMap((lane) => (form.get(`seen-${lane}`) ? [[lane, { at: form.get(`seen-${lane}`) ?? "", by: "", why: "" }]] : [])));

/** The lanes that a form about sending is for; none where it does not say so in words that we know. */
const lanesIn = (form: URLSearchParams) => {
  const named = ([...lanes, "all"] as const).find((lane) => lane === form.get("lane"));
  return named === undefined ? [] : lanesNamed(named);
};

/**
 * The console of the person on call. Server-rendered, runs no script, loads nothing from elsewhere; what others wrote
 * stands in text nodes only. Writes nothing but verdicts, by `recordVerdict`, holds and corrections, that standard notices may go out again,
 * that a desk may have notices again, and that dead letters were sent back.
 */
export const consoleApp = (deps: ConsoleDeps): Hono<Vars> => {
  const app = new Hono<Vars>();
  const { work, settings, log } = deps;
  const frameOf = (context: Here) => ({ settings, signedIn: context.get("signedIn") });

  const show = (context: Here, title: string, content: Child, place?: Place, status: 200 | 403 | 404 | 409 | 422 | 503 = 200) =>
    context.html(page({ title, frame: frameOf(context), children: content, ...(place && { place }) }), status);
  const sayOnly = (context: Here, status: 404, title: string, says: string) =>
    show(context, title, <SentencePage title={title} says={says} />, undefined, status);

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
      state.kind === "case" && state.reviews.some(({ question }) => question === "form-only") ? deps.noticeText(state) : undefined,
    ]);
    const content = (
      <CasePage
        {...{ state, lines, before, asking, policyOf: work.policyOf, by: context.get("signedIn").name, settings, now: work.clock.now() }}
        {...{ untouchedText, message, formText, said, refused, deedRefused }}
      />
    );
    return show(context, `${refused || deedRefused ? "Not recorded: " : ""}${caseName(state)} – ${state.id}`, content, undefined, status);
  };
  const noSuchCase = (context: Here) => sayOnly(context, 404, "No such case", "There is no case with this number. Check it letter by letter, or search.");

  app.use(securityHeaders);
  app.get("/style.css", (context) => context.body(stylesheet, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.use(signedIn(deps.person, settings.signIn));
  app.use(ownFormsOnly);
  app.use(decidersOnly);

  const showWaiting = async (context: Here, problem?: SendingProblem) => {
    const cursor = readCursor(context);
    const [waiting, sending] = await Promise.all([work.store.inReview(casesAPage, cursor), deps.sending.state()]);
    const open = waiting.items.filter(({ reviews }) => reviews.length > 0).length;
    const title = open > 0 ? `${open}${waiting.cursor ? "+" : ""} waiting` : sendsAll(sending) ? "All is well" : "Notices wait";
    const content = <ReviewsPage {...{ waiting, sending, problem, isFirst: cursor === undefined, now: work.clock.now() }} />;
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
    // A form that does not say well what to stop stops everything: that can be undone, a mail can't.
    const stopped = await deps.sending.brake.stop(named.length > 0 ? named : lanes, { at: work.clock.now(), by: context.get("signedIn").name, why });
    if (stopped) log.info("sending.braked");
    return context.redirect("/", 303);
  });

  app.post("/sending/resume", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const ends = form.get("ends") === "brake" ? "brake" : "breaker";
    const why = readWhy(form);
    const says = why === "" && ends === "breaker" ? "Say in a sentence what was corrected; it is kept with your name." : whyIsWrong(why);
    if (says !== undefined) return showWaiting(context, { form: ends, says, why });
    const by = context.get("signedIn").name;
    if (ends === "brake") {
      if (await deps.sending.brake.resume(lanesIn(form), stopsSeen(form), { at: work.clock.now(), by, why })) log.info("sending.unbraked");
      // Sent twice, or somebody else was first: it runs already, and their reason stands.
    } else if ((await deps.sending.state()).lane.kind === "stopped") {
      await deps.sending.resume(work.clock.now(), by, why);
      log.info("sending.resumed");
    }
    return context.redirect("/", 303);
  });

  app.get("/cases", async (context) => {
    const now = work.clock.now();
    const onDay = readDay(context.req.query("day")) ?? now.slice(0, 10);
    const cursor = readCursor(context);
    const opened = await work.store.openedOn(onDay, casesAPage, cursor);
    return show(context, `Cases of ${onDay}`, <CasesPage {...{ opened, onDay, isFirst: cursor === undefined, now }} />, "cases");
  });

  app.get("/cases/:id", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    return state ? showCase(context, state, { said: saidAfter(context.req.query("recorded")) }) : noSuchCase(context);
  });

  app.get("/cases/:id/notices/:noticeId", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (!state || state.kind === "unread") return noSuchCase(context);
    const notice = state.notices.find(({ id }) => id === context.req.param("noticeId"));
    if (!notice) return sayOnly(context, 404, "No such notice", "This case has no such notice.");
    return show(context, `Notice – ${state.id}`, <NoticePage state={state} notice={notice} text={await deps.noticeText(state, notice.id)} />);
  });

  app.get("/cases/:id/dossier", async (context) => {
    const state = await work.store.read(context.req.param("id"));
    if (state?.kind !== "case") return noSuchCase(context);
    return show(context, `Dossier – ${state.id}`, <DossierPage state={state} messageIdDomain={deps.messageIdDomain} />);
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

  const search = async (context: Here, query: string) => {
    const ids = await findCases(work.store, settings, query);
    if (ids.length === 1 && ids[0]) return context.redirect(`/cases/${encodeURIComponent(ids[0])}`, 303);
    const found = (await Promise.all(ids.map((id) => work.store.read(id)))).filter((state) => state !== undefined);
    return show(context, "Search", <SearchPage query={query} found={found} />, "search");
  };
  app.get("/search", async (context) => {
    const query = context.req.query("q");
    return query === undefined ? show(context, "Search", <SearchPage query="" />, "search") : search(context, query);
  });
  app.post("/search", async (context) => search(context, new URLSearchParams(await context.req.text()).get("q") ?? ""));

  app.get("/statistics", async (context) => {
    const now = work.clock.now();
    const period = readPeriod({ by: context.req.query("by"), from: context.req.query("from"), to: context.req.query("to") }, now);
    return show(context, "Statistics", <StatisticsPage period={period} {...(await figuresOf(work.store.statistics, period))} now={now} />, "statistics");
  });

  app.get("/policy", (context) =>
    show(context, "Policy", <PolicyPage rows={[...policyTable.values()]} settings={settings} now={work.clock.now()} />, "policy"),
  );

  app.get("/policy/notices", async (context) => {
    const chosen = readPreview((name) => context.req.query(name));
    return show(context, "Every notice", <PreviewPage chosen={chosen} composed={await previewOf(chosen, settings)} />, "policy");
  });

  const showDeadLetters = async (context: Here, also: { readonly said?: Said; readonly notSent?: NotSent } = {}, status: 200 | 409 | 422 = 200) => {
    const queues = await deps.deadLetters.look();
    return show(context, "Dead letters", <DeadLettersPage queues={queues} now={work.clock.now()} {...also} />, undefined, status);
  };
  app.get("/dead-letters", (context) => {
    const queue = context.req.query("sent-back");
    if (queue === undefined || !/^[a-z-]{1,40}$/.test(queue)) return showDeadLetters(context);
    const text = "A few a second go back to their queue. What fails again lies here again within minutes; the counts lag by as much.";
    return showDeadLetters(context, { said: { kind: "good", title: `On their way back to ${queue}`, text } });
  });
  app.post("/dead-letters/:queue", async (context) => {
    const queue = context.req.param("queue");
    const form = new URLSearchParams(await context.req.text());
    const why = readWhy(form);
    const problem = whyIsWrong(why);
    if (problem !== undefined)
      return showDeadLetters(context, { said: { kind: "bad", title: "Not sent back", text: problem }, notSent: { queue, why, problem } }, 422);
    const sent = await deps.deadLetters.sendBack(
      queue,
      { at: work.clock.now(), by: context.get("signedIn").name, why },
      form.get("how") === "one" ? 1 : undefined,
    );
    if (!sent.ok && sent.error.kind === "no-such-queue") return sayOnly(context, 404, "No such queue", "There are no dead letters of that name.");
    if (!sent.ok && sent.error.kind === "gave-up") {
      const text = `SQS took the order and gave it up: ${shown(sent.error.reason)}. What was not moved lies where it lay, and its fourteen days go on. Send one back, to try: that goes another way.`;
      return showDeadLetters(context, { said: { kind: "bad", title: "Not sent back", text } }, 409);
    }
    if (!sent.ok) {
      const text = "They are being sent back already, a few a second. Look again in a minute.";
      return showDeadLetters(context, { said: { kind: "note", title: "Somebody was first", text } }, 409);
    }
    log.info("dead-letters.sent-back", { queue, count: sent.value.messages });
    return context.redirect(`/dead-letters?sent-back=${queue}`, 303);
  });

  const showStoppedDesks = async (context: Here, also: { readonly said?: Said; readonly notAllowed?: NotAllowed } = {}, status: 200 | 422 = 200) => {
    const { items, ...rest } = await work.store.stoppedDesks(casesAPage, readCursor(context));
    const desks = { items: await Promise.all(items.map(withName)), ...rest };
    return show(context, "Desks that complained", <StoppedDesksPage desks={desks} now={work.clock.now()} {...also} />, undefined, status);
  };
  /** A name that is not kept stands in its case as long as that does. */
  const withName = async (stop: StoppedDesk): Promise<StoppedDesk> => {
    const state = stop.email === undefined ? await work.store.read(stop.caseId) : undefined;
    const notice = state?.kind === "case" && !state.forgottenAt ? state.notices.find(({ id }) => id === stop.noticeId) : undefined;
    return notice ? { ...stop, email: notice.to.email } : stop;
  };
  app.get("/stopped-desks", (context) =>
    context.req.query("allowed") === undefined
      ? showStoppedDesks(context)
      : showStoppedDesks(context, {
          said: { kind: "good", title: "Recorded", text: "Notices go to that desk again. Cases that passed it over stay with whom they told instead." },
        }),
  );
  app.post("/stopped-desks/:desk", async (context) => {
    const desk = context.req.param("desk");
    const why = readWhy(new URLSearchParams(await context.req.text()));
    const problem = whyIsWrong(why);
    if (problem !== undefined)
      return showStoppedDesks(context, { said: { kind: "bad", title: "Not recorded", text: problem }, notAllowed: { desk, why, problem } }, 422);
    const isKnown = await work.store.allow(desk, { at: work.clock.now(), by: context.get("signedIn").name, why });
    if (!isKnown) return sayOnly(context, 404, "No such desk", "No desk of that number has complained.");
    log.info("desk.allowed");
    return context.redirect("/stopped-desks?allowed", 303);
  });

  app.notFound((context) => sayOnly(context, 404, "No such page", "There is nothing at this address."));
  app.onError((error, context) => {
    // The console's edge: a message may hold what was reported, so only its class is kept.
    log.error("unforeseen", { error: error.name, source: "console" });
    return context.html(
      page({
        title: "Something failed",
        children: (
          <SentencePage
            title="Something failed"
            says="Nobody foresaw this, and it is in the log. Whether a decision was recorded stands in the case’s timeline; look there before you decide again."
          />
        ),
      }),
      500,
    );
  });
  return app;
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

/** A place in a list, as the store wrote it; anything else begins at the top. */
const readCursor = (context: Here): string | undefined => {
  const cursor = context.req.query("cursor");
  return cursor !== undefined && /^[A-Za-z0-9_-]{1,2000}$/.test(cursor) ? cursor : undefined;
};
