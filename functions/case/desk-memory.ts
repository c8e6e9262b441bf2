import { type Instant, msOf, plusHours } from "../kernel/instant.ts";
import { runsPage } from "../kernel/scope.ts";
import type { Candidate, ContactAnswer } from "./candidate.ts";
import type { TargetCase } from "./case.ts";
import { sourceFacts } from "./contact-source.ts";
import { isHeard } from "./ladder/told.ts";
import { isUnderTarget } from "./ladder/who.ts";
import { isOut, type Notice, standsForMail } from "./notice.ts";
import type { Policy } from "./policy.ts";
import { replyMeanings } from "./reply-class.ts";
import { tells } from "./step.ts";

/**
 * What came of asking one mailbox about one case: its mail was delivered or came back for good, it
 * said something, what was reported went while it had the notice, or nothing came before the next
 * rung was told. `proven`: a mail that is proven to be its own says what only who deals with such
 * notices says. `approved`: by a person, as it was new. A mail about several cases is delivered once, and
 * not for each.
 */
export type DeskOutcome = {
  readonly email: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly at: Instant;
  readonly what: "delivered" | "bounced" | "answered" | "proven" | "acted" | "unanswered" | "approved";
  /** From when its notice went out; where that is known, and something came of it. */
  readonly afterMinutes?: number;
};

/** As many as are looked at; the newest say how a desk is now. */
export const outcomesRecalled = 40;

const hasSpoken = ({ acknowledgedAt, answer }: Notice): boolean => acknowledgedAt !== undefined || answer !== undefined;
/** A word of the desk's is kept as its answer or its handover only where its sender is proven (`evolve-notice.ts`). */
const isProven = ({ answer, passedOn }: Notice): boolean =>
  passedOn !== undefined || (answer !== undefined && replyMeanings[answer].isDesks);
const isRemoved = ({ closed }: TargetCase): boolean => closed?.outcome === "removed" || closed?.outcome === "gone";

/**
 * What a change teaches about desks. A reminder's answer is its desk's, so it is looked at mailbox
 * by mailbox.
 */
export const outcomesOf = (before: TargetCase, next: TargetCase, at: Instant): readonly DeskOutcome[] => {
  if (next.forgottenAt !== undefined) return [];
  return next.notices.filter(tells).flatMap((notice): readonly DeskOutcome[] => {
    const was = before.notices.find(({ id }) => id === notice.id);
    if (!was || isSitesOwn(next, notice)) return [];
    return learntOf(before, next, was, notice).map((what) => outcomeOf(next, notice, what, at));
  });
};

const outcomeOf = (
  { id: caseId }: Pick<TargetCase, "id">,
  notice: Notice,
  what: DeskOutcome["what"],
  at: Instant,
): DeskOutcome => ({
  email: notice.to.email.toLowerCase(),
  caseId,
  noticeId: notice.id,
  at,
  what,
  ...((what === "answered" || what === "acted") &&
    notice.sentAt && { afterMinutes: Math.round((msOf(at) - msOf(notice.sentAt)) / 60_000) }),
});

/**
 * A site's own mailbox is asked once in its life, and its name would keep where the content was.
 */
export const isSitesOwn = (state: TargetCase, { to }: Pick<Notice, "to">): boolean =>
  !runsPage(to.scope) && isUnderTarget(state, to.email);

const became = (was: Notice, notice: Notice, state: Notice["state"]): boolean =>
  notice.state === state && was.state !== state;
const isUntried = (notice: Notice): boolean => isOut(notice) && notice.untried === true;
const isDelivered = (was: Notice, notice: Notice): boolean => became(was, notice, "delivered") && standsForMail(notice);

const learntOf = (
  before: TargetCase,
  next: TargetCase,
  was: Notice,
  notice: Notice,
): readonly DeskOutcome["what"][] => {
  // Of a mailbox that nobody was asked at, nothing is learnt: once it is off the list, it is written to again.
  if (became(was, notice, "bounced")) return isUntried(notice) ? [] : ["bounced"];
  return [
    ...(notice.to.memory === "new" && notice.approved === true && was.approved !== true ? (["approved"] as const) : []),
    ...(isDelivered(was, notice) ? (["delivered"] as const) : []),
    ...ofItsWord(before, next, notice),
  ];
};

const ofItsWord = (before: TargetCase, next: TargetCase, notice: Notice): readonly DeskOutcome["what"][] => {
  const ofDesk = ({ to }: Notice): boolean => to.email === notice.to.email;
  const speaks = ({ notices }: TargetCase) => notices.some((other) => ofDesk(other) && hasSpoken(other));
  const proves = ({ notices }: TargetCase) => notices.some((other) => ofDesk(other) && isProven(other));
  const answered = [
    ...(speaks(next) && !speaks(before) ? (["answered"] as const) : []),
    ...(proves(next) && !proves(before) ? (["proven"] as const) : []),
  ];
  if (!isHeard(notice) || notice.ended) return answered;
  if (next.closed && !before.closed) return isRemoved(next) ? [...answered, "acted"] : answered;
  if (speaks(next)) return answered;
  const asksOnCall = next.reviews.some(
    ({ id, question }) => question === "unanswered" && !before.reviews.some((other) => other.id === id),
  );
  return notice.rung === before.rung && (next.rung > before.rung || asksOnCall) ? ["unanswered"] : [];
};

/** Said of a mailbox of the directory's that is not sure enough. */
export const nobodyWrites = "No machine writes to it.";

/** So many notices that reached a mailbox, and none that came back, are as good as a word of its desk. */
const reachedAtLeast = 10;

/** Why a little known mailbox is sure enough by what came of notices to it since one last came back for good. */
const whyRaised = (outcomes: readonly DeskOutcome[]): string | undefined => {
  const newest = outcomes.toSorted((a, b) => msOf(b.at) - msOf(a.at));
  const cameBack = newest.findIndex(({ what }) => what === "bounced");
  const since = cameBack < 0 ? newest : newest.slice(0, cameBack);
  const notices = (...of: readonly DeskOutcome["what"][]) =>
    new Set(since.filter(({ what }) => of.includes(what)).map(({ caseId, noticeId }) => `${caseId} ${noticeId}`)).size;
  const [answered, reached] = [notices("proven"), notices("delivered", "proven")];
  if (answered > 0) return `Raised: answered ${answered} of the last ${reached} notices of this stage.`;
  return reached < reachedAtLeast ? undefined : `Raised: none of the last ${reached} notices of this stage came back.`;
};

/** The directory's guess as a desk that may be told, where this stage's own notices say so. */
const raised = (candidate: Candidate, outcomes: readonly DeskOutcome[]): Candidate => {
  const { isLittleKnown, ...known } = candidate;
  const why = isLittleKnown && whyRaised(outcomes);
  if (!why) return candidate;
  return {
    ...known,
    confidence: candidate.isInFront ? "low" : "medium",
    remarks: [...candidate.remarks.map((remark) => remark.replace(` ${nobodyWrites}`, "")), why],
  };
};

/**
 * The candidates of a look-up with what is remembered of their mailboxes: whose mail came back
 * lately, who never answers, and who is surer by it than the directory alone.
 */
export const remembering = (
  answer: ContactAnswer,
  outcomes: ReadonlyMap<string, readonly DeskOutcome[]>,
  { memory, approvalWaitMinutes }: Pick<Policy, "memory" | "approvalWaitMinutes">,
  now: Instant,
): ContactAnswer => ({
  ...answer,
  candidates: answer.candidates.map((named) => {
    const ofDesk = outcomes.get(named.email.toLowerCase()) ?? [];
    const candidate = raised(named, ofDesk);
    const known = memoryOf(ofDesk, memory, now);
    // What the operator's own directory names has been looked at by a person.
    const isNew = !sourceFacts[candidate.source].isLookedAt && ofDesk.every(({ what }) => what === "bounced");
    if (!known && isNew && approvalWaitMinutes > 0) return { ...candidate, memory: "new", ...recordOf(ofDesk) };
    return {
      ...candidate,
      ...(known && { memory: known.memory, remarks: [...candidate.remarks, known.remark] }),
      ...recordOf(ofDesk),
    };
  }),
});

const recordOf = (outcomes: readonly DeskOutcome[]): Pick<Candidate, "record"> => {
  if (outcomes.length === 0) return {};
  const of = (what: DeskOutcome["what"]) => outcomes.filter((outcome) => outcome.what === what);
  const minutesToAnswer = median(of("answered"));
  const minutesToRemoval = median(of("acted"));
  return {
    record: {
      delivered: of("delivered").length,
      bounced: of("bounced").length,
      answered: of("answered").length,
      acted: of("acted").length,
      unanswered: of("unanswered").length,
      ...(minutesToAnswer !== undefined && { minutesToAnswer }),
      ...(minutesToRemoval !== undefined && { minutesToRemoval }),
    },
  };
};

/** By nearest rank. */
const median = (outcomes: readonly DeskOutcome[]): number | undefined => {
  const sorted = outcomes.flatMap(({ afterMinutes }) => afterMinutes ?? []).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1];
};

/** `outcomes` of one mailbox, in any order. */
const memoryOf = (
  outcomes: readonly DeskOutcome[],
  { bouncedWithinDays, silentAfter, silentWithinDays }: Policy["memory"],
  now: Instant,
): { readonly memory: NonNullable<Candidate["memory"]>; readonly remark: string } | undefined => {
  const since = (days: number) => plusHours(now, -24 * days);
  const newest = outcomes.toSorted((a, b) => msOf(b.at) - msOf(a.at));
  const [last] = newest.filter(({ what }) => what === "bounced" || what === "answered");
  if (last?.what === "bounced" && last.at >= since(bouncedWithinDays))
    return { memory: "bounced", remark: `Mail to it came back on ${last.at.slice(0, 10)}.` };
  const asked = newest
    .filter(
      ({ what, at }) =>
        what !== "bounced" &&
        what !== "delivered" &&
        what !== "proven" &&
        what !== "approved" &&
        at >= since(silentWithinDays),
    )
    .slice(0, silentAfter);
  return asked.length === silentAfter && asked.every(({ what }) => what === "unanswered")
    ? { memory: "silent", remark: `It answered none of the last ${silentAfter} notices.` }
    : undefined;
};
