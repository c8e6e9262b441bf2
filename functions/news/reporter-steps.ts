import type { Case, FirstReports } from "../case/case.ts";
import { type Look, lookFor } from "../case/check.ts";
import type { CaseEvent, EventOf } from "../case/event.ts";
import { beginTarget } from "../case/evolve/report.ts";
import { evolveTarget } from "../case/evolve.ts";
import { firstReportsAtMost } from "../case/first-reports.ts";
import { isMachines } from "../case/letter.ts";
import { rightHoldersAdvice } from "../case/notice-elements.ts";
import { questionFacts } from "../case/question.ts";
import { saysGone } from "../case/said.ts";
import type { Instant } from "../kernel/instant.ts";
import { checkerId } from "../report/own-queue.ts";
import type { ReporterNews, StepNews } from "./reporter-news.ts";

/* A change's news, noted on its line of history: whoever hands the line on reads nothing else. */

export type ReporterStep = {
  /** Which event of the line it happened with, from 0. */
  readonly index: number;
  readonly news: StepNews;
  /** These reporters are asked, once each; absent: every earlier report is notified. */
  readonly asks?: readonly string[];
  /** What the operator's checker is asked. */
  readonly look?: Look;
  /** Not notified, since they said it themselves. */
  readonly exceptFor?: readonly string[];
};

export type ReporterSteps = {
  readonly steps: readonly ReporterStep[];
  readonly category: ReporterNews["category"];
  /** The case's first reports before the line (`first-reports.ts`); absent where it opens the case. */
  readonly reports?: FirstReports;
  /** More reports came before the line; they are kept beside the case. */
  readonly hasFurther?: true;
};

/** What one change wrote. Versions run 1, 2, 3 … without a gap. */
export type HistoryLine = {
  readonly version: number;
  readonly at: Instant;
  readonly events: readonly CaseEvent[];
  readonly reporterSteps?: ReporterSteps;
};

/** A report of what was removed: its case goes on, and all its reporters hear so. */
const opensAgain = (event: CaseEvent): boolean => event.type === "joined" && event.seenAgain === true;

/** `before`: the case as it was; absent where the events open it. Pure. */
export const reporterStepsOf = (before: Case | undefined, events: readonly CaseEvent[]): ReporterSteps | undefined => {
  const closes = events.some(({ type }) => type === "closed");
  const isAnswered = events.some((event) => event.type === "answer-taken" && event.way === "answers");
  let state = before;
  const steps = events.flatMap((event, index): readonly ReporterStep[] => {
    const was = state;
    state = after(state, event);
    return was && state ? stepsBy(was, event, state, { closes, isAnswered }).map((step) => ({ index, ...step })) : [];
  });
  if (!state || steps.length === 0) return undefined;
  return {
    steps,
    category: state.category,
    ...(before?.firstReports && { reports: before.firstReports }),
    ...(before && before.reports > firstReportsAtMost && { hasFurther: true }),
  };
};

/** What is no case of a target has no reporters who hear of it. */
const after = (state: Case | undefined, event: CaseEvent): Case | undefined => {
  if (state) return evolveTarget(state, event);
  return event.type === "opened" ? beginTarget(event) : undefined;
};

const stepsBy = (was: Case, event: CaseEvent, is: Case, beside: Context): readonly Omit<ReporterStep, "index">[] => {
  if (event.type === "check-wanted") {
    const { why, until: answerBy, reporters: asks } = event;
    const look = asks.includes(checkerId) ? lookFor(is, event) : undefined;
    return [{ news: { happened: event.type, why, answerBy }, asks, ...(look && { look }) }];
  }
  if (event.type === "joined") return opensAgain(event) ? [{ news: { happened: "reopened" } }] : [];
  // Who said that it is gone need not be asked whether it is.
  const exceptFor = event.type === "asked" && event.question === "said-gone" ? is.reporters.filter(saysGone(is)) : [];
  return newsBy(was, event, is, beside).map((news) => ({ news, ...(exceptFor.length > 0 && { exceptFor }) }));
};

/** `isAnswered`: the machine answers the desk, so that its reporter need not. */
type Context = { readonly closes: boolean; readonly isAnswered: boolean };
const newsBy = (was: Case, event: CaseEvent, is: Case, { closes, isAnswered }: Context): readonly StepNews[] => {
  const sent = is.notices.filter(
    ({ id, sentAt }) => sentAt !== undefined && was.notices.find((notice) => notice.id === id)?.sentAt === undefined,
  );
  return [
    ...sent.map((notice): StepNews => ({ happened: "notice-sent", purpose: notice.step, desk: notice.to.scope })),
    ...(event.type === "host-moved" && !event.isGone ? [{ happened: "moved" } as const] : []),
    ...(event.type === "replied"
      ? afterReply(was, is, event, { closes: closes || is.closed !== undefined, isAnswered })
      : []),
    ...(event.type === "answer-taken" ? afterTaken(is, event) : []),
    ...(event.type === "asked" ? afterQuestion(event) : []),
    ...(event.type === "returned-to-reporter" ? [returned(event)] : []),
    ...(isLeft(is) && !isLeft(was) ? [needsYou("more-information")] : []),
    ...(event.type === "answer-held" ? afterQuestion({ question: event.question, blocking: true }) : []),
    ...(is.closed && !was.closed ? [{ happened: "closed", outcome: is.closed.outcome } as const] : []),
    ...(was.closed && !is.closed ? [{ happened: "reopened" } as const] : []),
  ];
};

const returned = ({ lacks }: EventOf<"returned-to-reporter">): StepNews => ({
  happened: "needs-you",
  asks: "right-holder",
  lacks: [...lacks],
  advice: rightHoldersAdvice(lacks),
});

/** The machine was to answer a desk, and does not: its reporter hears what it asks. */
const isLeft = ({ notices }: Case): boolean => notices.some(({ letter }) => isMachines(letter) && letter.left === true);

const afterReply = (
  was: Case,
  is: Case,
  { noticeId, replyClass, authenticated, customerHasUntil }: EventOf<"replied">,
  { closes: ends, isAnswered }: Context,
): readonly StepNews[] => {
  const about = is.notices.find(({ id }) => id === noticeId);
  if (!about) return [];
  const { scope } = about.to;
  if (!authenticated) {
    // By a mail of the desk's own domain the case believes once that the notice was received.
    const isNew = was.notices.find(({ id }) => id === noticeId)?.acknowledgedAt === undefined;
    return about.acknowledgedAt !== undefined && isNew ? [{ happened: "acknowledged", desk: scope }] : [];
  }
  const answered = { happened: "answered", desk: scope, answer: replyClass } as const;
  switch (replyClass) {
    case "bounce":
    case "complaint":
      return [];
    case "passed-on":
      return [{ happened: "acknowledged", desk: scope, passedOn: true, ...(customerHasUntil && { customerHasUntil }) }];
    case "acknowledgement":
    case "auto-reply":
      return [{ happened: "acknowledged", desk: scope }];
    case "question":
      return isAnswered ? [answered] : [answered, needsYou("more-information")];
    case "removed":
      return ends ? [answered] : [answered, needsYou("is-it-gone")];
    case "not-found":
      // Whoever saw it can say best whether it is there.
      return [answered, needsYou("is-it-still-there")];
    case "not-ours":
    case "use-our-form":
    case "refused":
    case "unclear":
      return [answered];
    default:
      return replyClass satisfies never;
  }
};

type Asks = Extract<StepNews, { happened: "needs-you" }>["asks"];
const needsYou = (asks: Asks): StepNews => ({ happened: "needs-you", asks });

/** A desk refuses: the reporter is asked, not a person; of "not found" they were by the reply. */
const afterTaken = ({ notices }: Case, { noticeId, way }: EventOf<"answer-taken">) => {
  const isRefused = notices.find(({ id }) => id === noticeId)?.answer === "refused";
  return isRefused && (way === "reporter" || way === "clock") ? [needsYou("is-it-still-there")] : [];
};

type AskedOf = Pick<EventOf<"asked">, "question" | "noticeId" | "blocking">;

const afterQuestion = ({ question, noticeId, blocking }: AskedOf): readonly StepNews[] => {
  const hear = questionFacts(question).reportersHear;
  switch (hear) {
    case "no-contact":
      // One beside notices that go out is about one desk of several.
      return blocking ? [{ happened: "contact-unknown", why: hear }] : [];
    case "form-only":
      // About a notice: the desk's answer. Context notices that go out: a person's work alone.
      return noticeId === undefined && blocking ? [{ happened: "contact-unknown", why: hear }] : [];
    case "is-it-gone":
    case "is-it-still-there":
      return [needsYou(hear)];
    case "nothing":
      return [];
    default:
      return hear satisfies never;
  }
};
