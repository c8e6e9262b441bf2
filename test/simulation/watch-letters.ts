import { advance } from "../../functions/case/advance.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import type { PolicyOf } from "../../functions/case/policy.ts";
import { earliest, type Instant, latest } from "../../functions/kernel/instant.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import type { Change } from "../../functions/store/ports.ts";
import type { Table } from "../../infra/command/scenarios/table-double.ts";
import type { Tells } from "./breach.ts";
import { type Letter, type Proof, proofOf } from "./letters.ts";

/** Five that say something and five that do not, by strangers; and as many by others of the desk's mail domain. */
const linesAtMost = 20;

export type CountedMail = Parameters<Table["countUnproven"]>[0];

type Replied = Extract<CaseEvent, { type: "replied" }>;
const isByMail = (event: CaseEvent): boolean => event.type === "complained" && event.sesMessageId === undefined;

/**
 * What comes from outside or from another case; all else in a change follows from these and from
 * the time.
 */
const facts: readonly CaseEvent["type"][] = [
  "joined",
  "status",
  "contact-answered",
  "host-moved",
  "notice-requeued",
  "send-claimed",
  "send-declined",
  "sent",
  "send-unknown",
  "delivered",
  "bounced",
  "complained",
  "replied",
  "corrected",
  "held",
  "released",
  "reopened",
  "answered",
  "announced",
];

/**
 * Where a case stands, but for questions that stop nothing and for what is only noted. `proof`: a
 * mail of the desk's domain counts as its acknowledgement.
 */
const stand = (state: Case, proof: Proof): Readonly<Record<string, unknown>> => {
  const notices = state.notices.map(({ id, state: come, notBefore, answer, passedOn, acknowledgedAt, ticket }) => [
    `notice ${id}`,
    [come, notBefore, answer, passedOn, ...(proof === "its mail domain" ? [] : [acknowledgedAt, ticket])],
  ]);
  const blocking = state.reviews.filter((review) => review.blocking).map(({ question }) => question);
  const both = { blocking, closed: state.closed?.outcome, ...Object.fromEntries(notices) };
  const { quiet, level, waitUntil, holds, passedOver, cleared, lookAgain, withdrawn } = state;
  return { ...both, quiet, level, waitUntil, holds, passedOver, cleared, lookAgain, withdrawn };
};

const differences = (
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.keys({ ...one, ...other })
    .filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]))
    .map((part) => `${part} ${JSON.stringify(one[part])} instead of ${JSON.stringify(other[part])}`);

/** So often a case is looked at here at most, until it does anything but ask whoever can look. */
const looksAtMost = 24;

const isOfChecks = ({ type }: CaseEvent): boolean =>
  type === "check-wanted" || type === "check-ended" || type === "announced";

const named = (event: CaseEvent): string =>
  [event.type, "question" in event && event.question, "noticeId" in event && event.noticeId].filter(Boolean).join(" ");

/** What a case that is looked at from then on comes to by time alone, but for asking whoever can look: when first. */
const courseOf = (from: Case, policyOf: PolicyOf, lookedAt: Instant | undefined): ReadonlyMap<string, Instant> => {
  const course = new Map<string, Instant>();
  let state: Case = from;
  let at = lookedAt;
  let told: readonly CaseEvent[] = [];
  for (let looks = 0; at !== undefined && looks < looksAtMost; looks++) {
    const { next, events, wants } = advance(state, told, policyOf, at);
    for (const event of events) if (!isOfChecks(event) && !course.has(named(event))) course.set(named(event), at);
    const reviewIds = wants.announce;
    told = reviewIds.length > 0 ? [{ type: "announced", at, reviewIds }] : [];
    state = next;
    if (told.length === 0) at = wants.wakeAt && latest(at, wants.wakeAt);
  }
  return course;
};

/**
 * Whether what it would have done first without the mail comes later with it, or never. That whoever
 * can look was asked for the mail, and is not asked the same again an hour later, puts off nothing.
 */
const isPutOff = (due: ReadonlyMap<string, Instant>, course: ReadonlyMap<string, Instant>): boolean => {
  const first = earliest(...due.values());
  return [...due].some(([what, when]) => when === first && (course.get(what) ?? "never") > when);
};

/**
 * Holds every mail to what its proof allows. The desk itself may move its case; its mail domain may
 * acknowledge and give a ticket; anybody else adds a line and a question. Whether more came of it
 * is seen by taking the mail away: the case has to stand as it would have stood without it, and be
 * looked at no later.
 */
export const aWatchOverLetters = (
  table: Table,
  breach: Tells,
  areNamedTogether: (one: string, other: string) => boolean,
) => {
  /** By the hash under which a mail was first written down. */
  const letters = new Map<string, Letter>();
  const countedKeys = new Set<string>();
  /** How many mails of whom nobody proves are lines of each notice. */
  const lines = new Map<string, number>();
  const oneMoreLine = (notice: string) => {
    const count = (lines.get(notice) ?? 0) + 1;
    lines.set(notice, count);
    if (count === linesAtMost + 1) breach("without a bound", `${notice} has ${count} lines of whom nobody proves`);
  };

  /** Its end was due by then, whoever wrote: what a desk said before was waiting for a check. */
  const endsByItself = (before: Case, policyOf: PolicyOf, at: Change["at"]): boolean =>
    advance(before, [], policyOf, at).next.closed !== undefined;

  const contactedBy = (state: Case, noticeId: string): string =>
    state.notices.find(({ id }) => id === noticeId)?.to.email ?? "";

  const withoutIt = (
    before: Case,
    change: Change,
    policyOf: PolicyOf,
    replied: readonly Replied[],
    proof: Proof,
    whose: string,
  ) => {
    const { next, at } = change;
    // Whoever answers a mail may prove that it went out or arrived, if nothing else.
    const arrived = replied.flatMap(({ noticeId }): readonly CaseEvent[] => {
      const [was, is] = [before, next].map(({ notices }) => notices.find(({ id }) => id === noticeId));
      if (is?.state === was?.state) return [];
      if (is?.state === "sent") return [{ type: "sent", at, noticeId, attemptId: is.attemptId ?? "" }];
      return is?.state === "delivered"
        ? [{ type: "delivered", at, noticeId, sesMessageId: is.sesMessageId ?? "" }]
        : [];
    });
    // A verdict whose minute is over follows from the time, with all that it comes to.
    const isOfTime = (event: CaseEvent): boolean =>
      event.type === "answered" && before.reviews.some(({ id, given }) => id === event.reviewId && given !== undefined);
    const isTakenAway = (event: CaseEvent): boolean =>
      replied.some((one) => one === event) || isByMail(event) || isOfTime(event);
    const told = change.events.filter((event) => facts.includes(event.type) && !isTakenAway(event));
    const rest = [...told, ...arrived];
    const without = advance(before, rest, policyOf, at);
    const as = without.next;
    const moved = differences(stand(next, proof), stand(as, proof));
    if (moved.length > 0)
      breach("moved by a stranger", `${next.id} stands otherwise for a mail of ${whose}: ${moved.join("; ")}`);
    const due = without.wants.wakeAt;
    const isLater = due !== undefined && !next.closed && (change.dueAt === undefined || change.dueAt > due);
    if (isLater && isPutOff(courseOf(as, policyOf, due), courseOf(next, policyOf, change.dueAt)))
      breach(
        "moved by a stranger",
        `${next.id} is looked at ${change.dueAt ?? "never"} instead of ${due} for a mail of ${whose}`,
      );
    const learnt = (change.deskOutcomes ?? [])
      .map(({ what }) => what)
      .filter((what) => proof === "nothing" || what !== "answered");
    const known = (changeOf(without, at, before).deskOutcomes ?? []).map(({ what }) => what);
    if (learnt.some((what) => !known.includes(what)))
      breach("moved by a stranger", `${next.id} remembers of its desk for a mail of ${whose}: ${learnt.join(", ")}`);
  };

  const committed = (before: Case | undefined, change: Change, policyOf: PolicyOf, letter: Letter | undefined) => {
    const { next, events } = change;
    const isSaidBySes = events.some((event) => event.type === "complained" && event.sesMessageId !== undefined);
    if ((change.complaints ?? []).length > 0 && !isSaidBySes && !events.some(({ type }) => type === "answered"))
      breach("moved by a stranger", `${next.id} stops its desk for all cases by a mail`);
    if (events.some((event) => event.type === "bounced" && event.sesMessageId === undefined))
      breach("moved by a stranger", `${next.id} takes a mail's word for a bounce`);
    const replied = events.filter((event) => event.type === "replied");
    if (letter) for (const { mailHash } of replied) letters.set(mailHash, letter);
    if (!before) return;
    // That the last word of a withdrawal arrived closes it, whatever the mail says; and a
    // reporter's "gone" in the same write is theirs.
    const closes = events.some(
      (event) => event.type === "closed" && event.outcome !== "withdrawn" && event.outcome !== "gone",
    );
    const isSaidRemoved = replied.some(({ mailHash, noticeId }) => {
      const from = letters.get(mailHash);
      return from?.saysRemoved && proofOf(from, contactedBy(next, noticeId), areNamedTogether) === "the desk";
    });
    for (const event of replied) {
      const from = letters.get(event.mailHash);
      if (!from) continue;
      const proof = proofOf(from, contactedBy(next, event.noticeId), areNamedTogether);
      if (proof !== "the desk") oneMoreLine(`${next.id} ${event.noticeId}`);
      if (proof !== "the desk")
        withoutIt(
          before,
          change,
          policyOf,
          [event],
          proof,
          proof === "nothing" ? "nobody that is proven" : "another of its mail domain",
        );
      else if (closes && !isSaidRemoved && !endsByItself(before, policyOf, change.at))
        breach("moved by a stranger", `${next.id} is closed by a mail of its desk that does not say so`);
      else if (closes && next.lane === "urgent")
        breach("moved by a stranger", `${next.id} is urgent, and is closed by a mail`);
    }
  };

  /** A mail that is only counted (`case/unproven.ts`) is none of the desk's own. */
  const counted = ({ caseId, noticeId }: CountedMail, letter: Letter | undefined) => {
    const state = table.read(caseId);
    if (!letter || !state) return;
    countedKeys.add(letter.key);
    if (proofOf(letter, contactedBy(state, noticeId), areNamedTogether) === "the desk")
      breach("lost", `${caseId} only counts a mail of its desk`);
  };

  /** A mail that has left its queue stands in the history of a case that it was written about, or was counted. */
  const taken = (letter: Letter, about: readonly string[]) => {
    if (about.length === 0 || countedKeys.has(letter.key)) return;
    const isIn = (caseId: string) =>
      table
        .history(caseId)
        .some(({ events }) =>
          events.some((event) => event.type === "replied" && letters.get(event.mailHash)?.key === letter.key),
        );
    const isOld = about.every(
      (caseId) => table.read(caseId) === undefined || table.read(caseId)?.forgottenAt !== undefined,
    );
    if (!isOld && !about.some(isIn))
      breach("lost", `a mail about ${about.join(", ")} left its queue, and stands in no history`);
  };

  return { committed, counted, taken };
};
