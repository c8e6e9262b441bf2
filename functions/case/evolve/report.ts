import { earlier, type Instant, later } from "../../kernel/instant.ts";
import { type Category, laneOf } from "../../report/category.ts";
import { explanationAtMost } from "../../report/explanation.ts";
import type { Evidence, Report } from "../../report/report.ts";
import { boundedEvidence, clipped } from "../bounds.ts";
import type { Case } from "../case.ts";
import { isClassified } from "../clearance.ts";
import type { EventOf } from "../event.ts";
import { withReport } from "../first-reports.ts";
import { withLabels } from "../labels.ts";
import { noLevel } from "../level.ts";
import type { Notice } from "../notice.ts";
import { asParsed, withSpelling } from "../spellings.ts";
import { openedAgain, unwaited } from "./back.ts";

export const beginTarget = (event: EventOf<"opened">): Case => {
  const { report } = event;
  return {
    kind: "case",
    id: event.caseId,
    version: 0,
    lane: event.lane,
    category: report.category,
    channel: report.channel,
    target: asParsed(report.target),
    ...withSpelling({ target: report.target }, report.target),
    ...boundedEvidence(report.evidence),
    live: report.live,
    domainIsMalicious: report.domainIsMalicious,
    openedAt: event.at,
    firstSeenAt: report.firstSeenAt ?? report.seenAt,
    lastSeenAt: seenBy(event.at, report.seenAt),
    reports: 1,
    reporters: [report.reporter],
    ...withEntering({}, report),
    ...withLabels({}, report),
    ...withNotifiers({}, event),
    withdrawn: [],
    ...withReport({ reports: 0 }, report),
    standing: { [report.reporter]: 1 },
    silentLookups: 0,
    level: noLevel,
    notices: [],
    holds: [],
    reviews: [],
    cleared: [],
    mails: [],
    quiet: false,
  };
};

/** A sighting in the future is a clock that goes wrong; it counts as seen when it was reported. */
export const seenBy = (reportedAt: Instant, seenAt: Instant): Instant => (seenAt < reportedAt ? seenAt : reportedAt);

/** A further report makes a case stricter, never milder: live or urgent stays, the first sighting counts. */
export const joined = (before: Case, category: Category, event: EventOf<"joined">): Case => {
  const { report, seenAgain, at } = event;
  const state = seenAgain ? openedAgain(before, at, seenBy(at, report.seenAt)) : before;
  const live = state.live || report.live;
  const lane = state.lane === "urgent" ? "urgent" : laneOf(category, live);
  // What waits for a person's word waits on, if not as long (`decide/facts.ts`).
  const waitsForAPerson = ({ id }: Notice) =>
    state.reviews.some(({ question, noticeId }) => question === "new-contact" && noticeId === id);
  const hastened = (notice: Notice): Notice => {
    if (notice.state !== "queued" || waitsForAPerson(notice)) return notice;
    const { window: _, ...alone } = notice;
    return { ...alone, notBefore: earlier(notice.notBefore, event.at) };
  };
  return {
    // Whoever said to wait said it of a case that was not urgent.
    ...(lane === state.lane ? state : unwaited(state)),
    live,
    lane,
    notices: lane === state.lane ? state.notices : state.notices.map(hastened),
    domainIsMalicious: state.domainIsMalicious || report.domainIsMalicious,
    ...withSpelling(state, report.target),
    ...withEvidence(state, report),
    firstSeenAt: earlier(report.firstSeenAt ?? report.seenAt, state.firstSeenAt),
    lastSeenAt: later(state.lastSeenAt, seenBy(event.at, report.seenAt)),
    ...onePlus(state, report.reporter),
    ...withReport(state, report),
    ...withEntering(state, report),
    ...withLabels(state, report),
    ...withNotifiers(state, event),
  };
};

const onePlus = (state: Case, reporter: string): Pick<Case, "reports" | "reporters" | "withdrawn" | "standing"> => ({
  reports: state.reports + 1,
  reporters: state.reporters.includes(reporter) ? state.reporters : [...state.reporters, reporter],
  ...standingAgain(state, reporter),
});

/** Nobody types so many in about one target; a queue's message may say any name. */
const enteringAtMost = 20;

const withEntering = (
  { enteredBy = [] }: Pick<Case, "enteredBy">,
  { enteredBy: person }: Report,
): Pick<Case, "enteredBy"> =>
  person === undefined || enteredBy.includes(person) || enteredBy.length >= enteringAtMost
    ? {}
    : { enteredBy: [...enteredBy, person] };

const withNotifiers = (
  { notifiers = [] }: Pick<Case, "notifiers">,
  { notifiers: others }: Pick<EventOf<"joined">, "notifiers">,
): Pick<Case, "notifiers"> => (others === undefined ? {} : { notifiers: [...notifiers, ...others] });

const withEvidence = (state: Case, report: Report): Pick<Case, "evidence" | "hashesLeftOut"> => {
  const { evidence, ...leftOut } = boundedEvidence(report.evidence);
  return {
    ...(state.evidence.hashes === undefined && leftOut),
    evidence: { ...evidence, ...state.evidence, ...classifiedSince(state, report), ...explainedByTwo(state, report) },
  };
};

/** A person's classification holds, whoever reported first: others' is only a suspicion. */
const classifiedSince = (
  { evidence: before }: Case,
  { evidence: { detectedBy, classification } }: Report,
): Pick<Evidence, "detectedBy" | "classification"> =>
  detectedBy === undefined || isClassified(before) || !isClassified({ detectedBy })
    ? {}
    : { detectedBy, ...(classification && { classification }) };

/** Whoever reported first, by mistake or to spoil it, must not decide alone what a desk reads. */
const explainedByTwo = (
  state: Case,
  { reporter, evidence: { explanation } }: Report,
): Pick<Evidence, "explanation"> => {
  const before = state.evidence.explanation;
  const isSecond = state.reporters.length === 1 && !state.reporters.includes(reporter);
  if (!isSecond || before === undefined || explanation === undefined || before.includes(explanation)) return {};
  const both = `${before}\n${explanation}`;
  return {
    explanation:
      both.length <= explanationAtMost
        ? both
        : [before, explanation].map((text) => clipped(text, explanationAtMost / 2 - 1)).join("\n"),
  };
};

export const standingAgain = (state: Case, reporter: string): Pick<Case, "withdrawn" | "standing"> => ({
  withdrawn: state.withdrawn.filter((other) => other !== reporter),
  standing: { ...state.standing, [reporter]: (state.standing[reporter] ?? 0) + 1 },
});
