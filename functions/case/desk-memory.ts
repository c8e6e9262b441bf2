import { type Instant, msOf, plusHours } from "../kernel/instant.ts";
import type { Candidate, ContactAnswer } from "./candidate.ts";
import type { Case, Notice, TargetCase } from "./case.ts";
import { isUnderTarget } from "./ladder.ts";
import type { Policy } from "./policy.ts";

/**
 * What came of asking one mailbox about one case: its mail came back for good, it said something, what was reported went without
 * a word, or nothing came before the next rung was told. `reached`: one that was new was approved by a person, or took its mail.
 */
export type DeskOutcome = {
  readonly email: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly at: Instant;
  readonly what: "bounced" | "answered" | "acted" | "unanswered" | "reached";
};

/** As many as are looked at; the newest say how a desk is now. */
export const outcomesRecalled = 20;

const asks = ({ step }: Notice): boolean => step === "first" || step === "escalation";
const isHeard = ({ state }: Notice): boolean => state === "sent" || state === "delivered";
const hasSpoken = ({ acknowledgedAt, answer }: Notice): boolean => acknowledgedAt !== undefined || answer !== undefined;

const isReached = ({ approved, state }: Notice): boolean => approved === true || state === "delivered";

/** What a change teaches about desks. A reminder's answer is its desk's, so it is looked at mailbox by mailbox. */
export const outcomesOf = (before: Case | undefined, next: Case, at: Instant): readonly DeskOutcome[] => {
  if (before?.kind !== "case" || next.kind !== "case" || next.forgottenAt !== undefined) return [];
  // A site's own mailbox is asked once in its life, and its name would keep where the content was.
  return next.notices
    .filter((notice) => asks(notice) && (notice.to.scope === "platform" || !isUnderTarget(next, notice.to.email)))
    .flatMap((notice): readonly DeskOutcome[] => {
      const what = outcomeOf(before, next, notice);
      return what ? [{ email: notice.to.email.toLowerCase(), caseId: next.id, noticeId: notice.id, at, what }] : [];
    });
};

const outcomeOf = (before: TargetCase, next: TargetCase, notice: Notice): DeskOutcome["what"] | undefined => {
  const was = before.notices.find(({ id }) => id === notice.id);
  if (!was) return undefined;
  if (notice.state === "bounced" && was.state !== "bounced") return "bounced";
  const ofDesk = ({ to }: Notice): boolean => to.email === notice.to.email;
  if (notice.to.memory === "new" && isReached(notice) && !isReached(was)) return "reached";
  const spoke = next.notices.some((other) => ofDesk(other) && hasSpoken(other));
  if (spoke) return before.notices.some((other) => ofDesk(other) && hasSpoken(other)) ? undefined : "answered";
  if (!isHeard(notice) || notice.ended) return undefined;
  if (next.closed && !before.closed) return next.closed.outcome === "removed" || next.closed.outcome === "gone" ? "acted" : undefined;
  const asksOnCall = next.reviews.some(({ id, question }) => question === "unanswered" && !before.reviews.some((other) => other.id === id));
  return notice.rung === before.rung && (next.rung > before.rung || asksOnCall) ? "unanswered" : undefined;
};

/** The candidates of a look-up with what is remembered of their mailboxes: whose mail came back lately, and who never answers. */
export const remembering = (
  answer: ContactAnswer,
  outcomes: ReadonlyMap<string, readonly DeskOutcome[]>,
  { memory, approvalWaitMinutes }: Pick<Policy, "memory" | "approvalWaitMinutes">,
  now: Instant,
): ContactAnswer => ({
  ...answer,
  candidates: answer.candidates.map((candidate) => {
    const ofDesk = outcomes.get(candidate.email.toLowerCase()) ?? [];
    const known = memoryOf(ofDesk, memory, now);
    // What the operator's own directory names has been looked at by a person.
    const isNew = candidate.source !== "directory" && candidate.source !== "person" && ofDesk.every(({ what }) => what === "bounced");
    if (!known && isNew && approvalWaitMinutes > 0) return { ...candidate, memory: "new" };
    return known ? { ...candidate, memory: known.memory, remarks: [...candidate.remarks, known.remark] } : candidate;
  }),
});

/** `outcomes` of one mailbox, in any order. */
const memoryOf = (
  outcomes: readonly DeskOutcome[],
  { bouncedWithinDays, silentAfter, silentWithinDays }: Policy["memory"],
  now: Instant,
): { readonly memory: NonNullable<Candidate["memory"]>; readonly remark: string } | undefined => {
  const since = (days: number) => plusHours(now, -24 * days);
  const newest = outcomes.toSorted((a, b) => msOf(b.at) - msOf(a.at));
  const [last] = newest.filter(({ what }) => what === "bounced" || what === "answered");
  if (last?.what === "bounced" && last.at >= since(bouncedWithinDays)) return { memory: "bounced", remark: `Mail to it came back on ${last.at.slice(0, 10)}.` };
  const asked = newest.filter(({ what, at }) => what !== "bounced" && what !== "reached" && at >= since(silentWithinDays)).slice(0, silentAfter);
  return asked.length === silentAfter && asked.every(({ what }) => what === "unanswered")
    ? { memory: "silent", remark: `It answered none of the last ${silentAfter} notices.` }
    : undefined;
};
