import type { Candidate, ContactAnswer } from "../case/candidate.ts";
import { sourceFacts } from "../case/contact-source.ts";
import type { Policy } from "../case/policy.ts";
import { type Instant, msOf, plusHours } from "../kernel/instant.ts";
import type { DeskOutcome } from "../store/desk-outcomes.ts";

/** Only the newest say how a desk is now. */
export const outcomesRecalled = 40;

/** Said of a directory mailbox that is not sure enough. */
export const nobodyWrites = "No machine writes to it.";

/** So many notices that reached a mailbox, and none that came back, are as good as its desk's word. */
const reachedAtLeast = 10;

const newestFirst = (outcomes: readonly DeskOutcome[]): readonly DeskOutcome[] =>
  outcomes.toSorted((a, b) => msOf(b.at) - msOf(a.at));

/** Why a little known mailbox is sure enough, by the notices since its last permanent bounce. */
const whyRaised = (outcomes: readonly DeskOutcome[]): string | undefined => {
  const newest = newestFirst(outcomes);
  const cameBack = newest.findIndex(({ what }) => what === "bounced");
  const since = cameBack < 0 ? newest : newest.slice(0, cameBack);
  const notices = (...of: readonly DeskOutcome["what"][]) =>
    new Set(since.filter(({ what }) => of.includes(what)).map(({ caseId, noticeId }) => `${caseId} ${noticeId}`)).size;
  const [answered, reached] = [notices("proven"), notices("delivered", "proven")];
  if (answered > 0) return `Raised: answered ${answered} of the last ${reached} notices of this stage.`;
  return reached < reachedAtLeast ? undefined : `Raised: none of the last ${reached} notices of this stage came back.`;
};

/** A directory guess becomes a desk to notify where this stage's own notices say so. */
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

/** The answer with what is remembered of its candidates' mailboxes. */
export const remembering = (
  answer: ContactAnswer,
  outcomes: ReadonlyMap<string, readonly DeskOutcome[]>,
  { approvalWaitMinutes }: Pick<Policy, "approvalWaitMinutes">,
  now: Instant,
): ContactAnswer => ({
  ...answer,
  candidates: answer.candidates.map((named) => {
    const ofDesk = outcomes.get(named.email.toLowerCase()) ?? [];
    const candidate = raised(named, ofDesk);
    const known = memoryOf(ofDesk, now);
    // A person has looked at what the operator's own directory names.
    const isNew = !sourceFacts[candidate.source].isLookedAt && ofDesk.every(({ what }) => what === "bounced");
    const memory = known?.memory ?? (isNew && approvalWaitMinutes > 0 ? "new" : candidate.memory);
    const remarks = known ? [...candidate.remarks, known.remark] : candidate.remarks;
    return { ...candidate, memory, remarks, ...recordOf(ofDesk) };
  }),
});

const recordOf = (outcomes: readonly DeskOutcome[]): Pick<Candidate, "record"> => {
  if (outcomes.length === 0) return {};
  const of = (what: DeskOutcome["what"]) => outcomes.filter((outcome) => outcome.what === what);
  return {
    record: {
      delivered: of("delivered").length,
      bounced: of("bounced").length,
      answered: of("answered").length,
      acted: of("acted").length,
      unanswered: of("unanswered").length,
      minutesToAnswer: median(of("answered")),
      minutesToRemoval: median(of("acted")),
    },
  };
};

/** By nearest rank. */
const median = (outcomes: readonly DeskOutcome[]): number | undefined => {
  const sorted = outcomes.flatMap(({ afterMinutes }) => afterMinutes ?? []).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1];
};

/** A full or closed mailbox is fixed within weeks if at all, and RIPE has its own checked once a year. */
const bouncedWithinDays = 30;
/** A desk that answers every second notice is mistaken for a silent one three times in a hundred. */
const silentAfter = 5;
/** Longer ago somebody else may have sat there. */
const silentWithinDays = 90;

/** Bounced: behind alternatives. Silent: notified with the escalation level above. `outcomes` in any order. */
const memoryOf = (
  outcomes: readonly DeskOutcome[],
  now: Instant,
): { readonly memory: NonNullable<Candidate["memory"]>; readonly remark: string } | undefined => {
  const since = (days: number) => plusHours(now, -24 * days);
  const newest = newestFirst(outcomes);
  const [last] = newest.filter(({ what }) => what === "bounced" || what === "answered");
  if (last?.what === "bounced" && last.at >= since(bouncedWithinDays))
    return { memory: "bounced", remark: `Mail to it came back on ${last.at.slice(0, 10)}.` };
  const asked = newest
    .filter(({ what, at }) => ["answered", "acted", "unanswered"].includes(what) && at >= since(silentWithinDays))
    .slice(0, silentAfter);
  return asked.length === silentAfter && asked.every(({ what }) => what === "unanswered")
    ? { memory: "silent", remark: `It answered none of the last ${silentAfter} notices.` }
    : undefined;
};
