import type { Review } from "../../../functions/case/case.ts";
import type { CloseOutcome } from "../../../functions/case/close-outcome.ts";
import type { CaseEvent } from "../../../functions/case/event.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { msOf } from "../../../functions/kernel/instant.ts";
import { isSameMailbox } from "../../../functions/kernel/mailbox.ts";
import type { HistoryLine } from "../../../functions/news/reporter-steps.ts";
import type { Lane } from "../../../functions/report/category.ts";
import type { SentLetter } from "./desks.ts";
import { isAboutName } from "./played-person.ts";
import type { NameKind } from "./targets.ts";

/*
 * What a question, an answer, a case read, a wrong closing and a missed target are, as the week says:
 *
 * > question: an entry before a person, however many cases it has; a question asked again because
 * nobody answered counts again. answer: one verdict, however many cases it covers. case read: a case
 * that a person had to open to answer. wrong closing: a case closed as removed or gone whose target
 * is up at that moment, but where the reporter or their checker said so, or it is misled. misled:
 * closed on the false word of the proven desk. missed: a target that is up at the end, of which
 * neither desk, person nor escalation path has a next step.
 */

/** What is true of a case's target. */
export type TrueTarget = {
  readonly id: number;
  readonly isUp: (atMs: number) => boolean;
  /** It was gone and came back. */
  readonly hasComeBack: boolean;
  readonly letters: readonly SentLetter[];
};

/** All that is counted of one thing that is kept: a case, a digest, an entry of the review queue. */
export type Counted = {
  readonly id: string;
  readonly lane: Lane;
  readonly openedAtMs: number;
  readonly history: readonly HistoryLine[];
  /** A case is one; a digest has those in its mail. */
  readonly cases: number;
  readonly isClosed: boolean;
  readonly hasQuestion: boolean;
  readonly isDue: boolean;
  /** What an entry asks, which has no history. */
  readonly asks?: string | undefined;
  /** Of a case alone. */
  readonly target?: TrueTarget;
  /** When its desks were told, on the first escalation level and on all. */
  readonly toldAtMs?: { readonly first: readonly number[]; readonly all: readonly number[] };
};

export type Entry = { readonly lane: Lane; readonly cause: string; readonly cases: number };

/** What a question comes from; of a desk's letter also what it was taken for, of a name also what it is. */
export const causeOf = (
  { question, asRead, toRead }: Pick<Review, "question" | "asRead" | "toRead">,
  name?: NameKind,
): string => {
  if (question === "reply" && toRead) return "to-read";
  if (question === "reply") return `reply: ${asRead?.replyClass ?? "by its form"}`;
  return name !== undefined && isAboutName(question) ? `${question}: ${name} name` : question;
};

/** What one event puts before a person, by name; a question that is asked again is another entry. */
const askedBy = (event: CaseEvent, known: Map<string, string>, level: Set<string>): readonly string[] => {
  switch (event.type) {
    case "asked": {
      const cause = causeOf(event);
      known.set(event.reviewId, cause);
      return [cause];
    }
    case "announced":
      return event.reviewIds.flatMap((id) => {
        const cause = known.get(id);
        const isAgain = level.has(id);
        level.add(id);
        return isAgain && cause !== undefined ? [cause] : [];
      });
    default:
      return [];
  }
};

type CountedEntries = Pick<Counted, "lane" | "cases" | "history" | "asks">;

/** Each entry that stood before a person. */
export const entriesOf = ({ lane, cases, history, asks }: CountedEntries): readonly Entry[] => {
  if (asks !== undefined) return [{ lane, cause: asks, cases }];
  const known = new Map<string, string>();
  const level = new Set<string>();
  return history
    .flatMap(({ events }) => events.flatMap((event) => askedBy(event, known, level)))
    .map((cause) => ({ lane, cause, cases }));
};

/** Whether a person had said before a notice went out that its registrar should hear. */
export const wantedRegistrar = (history: readonly HistoryLine[]): ((notice: Notice) => boolean) => {
  const events = history.flatMap((line) => line.events);
  const questions = new Map(events.flatMap((one) => (one.type === "asked" ? [[one.reviewId, one.question]] : [])));
  return ({ to, sentAt = "" }) =>
    events.some((event) => {
      if (event.type !== "answered" || msOf(event.at) > msOf(sentAt)) return false;
      const { verdict, reviewId } = event;
      if (verdict.decision === "send-to") return isSameMailbox(verdict.email, to.email);
      return verdict.decision === "clear" && isAboutName(questions.get(reviewId) ?? "");
    });
};

export const closers = ["desk", "person", "reporter", "machine"] as const;
type Closer = (typeof closers)[number];

export type Closing = {
  readonly lane: Lane;
  readonly by: Closer;
  readonly outcome: CloseOutcome;
  readonly afterMs: number;
  readonly isWrong: boolean;
  readonly isMisled: boolean;
  /** Which case, and why it was closed. */
  readonly says: string;
};

/** A desk's word that was put off until whoever can look had answered, or was silent, closes in a line of its own. */
const isDesksWord = (event: CaseEvent): boolean =>
  event.type === "replied" || (event.type === "check-ended" && event.closes === true);

const closedBy = ({ events }: HistoryLine): Closer => {
  const has = (type: CaseEvent["type"]) => events.some((event) => event.type === type);
  if (has("answered")) return "person";
  if (has("status")) return "reporter";
  return events.some(isDesksWord) ? "desk" : "machine";
};

/** Each time that a case was closed, by whom, and whether it was right. */
export const closingsOf = ({ id, lane, openedAtMs, history, target }: Counted): readonly Closing[] =>
  history.flatMap((line) =>
    line.events.flatMap((event): readonly Closing[] => {
      if (event.type !== "closed" || !target) return [];
      const atMs = msOf(event.at);
      const by = closedBy(line);
      const saysGone = event.outcome === "removed" || event.outcome === "gone";
      const isWhereUp = saysGone && by !== "reporter" && target.isUp(atMs);
      const isMisled =
        isWhereUp && by === "desk" && target.letters.findLast((one) => one.atMs <= atMs)?.isFalse === true;
      const afterMs = atMs - openedAtMs;
      const says = `${id}, at ${event.at}, by ${by}: ${event.why}`;
      return [{ lane, by, outcome: event.outcome, afterMs, isWrong: isWhereUp && !isMisled, isMisled, says }];
    }),
  );

export type Missed = {
  readonly lane: Lane;
  readonly why: "came back" | "misled" | "closed" | "no next step" | "returned to its reporter";
};

/** Targets that are up at the end, and none of whose cases has a next step. */
export const missedOf = (all: readonly Counted[], endsAtMs: number): readonly Missed[] => {
  const byTarget = new Map<number, Counted[]>();
  for (const one of all) if (one.target) byTarget.set(one.target.id, [...(byTarget.get(one.target.id) ?? []), one]);
  return [...byTarget.values()].flatMap((cases): readonly Missed[] => {
    const last = cases.at(-1);
    if (!last?.target?.isUp(endsAtMs)) return [];
    // Of what is closed a question is a person's next step; due it is for being forgotten alone.
    if (cases.some(({ isClosed, hasQuestion, isDue }) => hasQuestion || (!isClosed && isDue))) return [];
    const { lane, target, isClosed } = last;
    if (!isClosed) return [{ lane, why: "no next step" }];
    const closing = closingsOf(last).at(-1);
    if (closing?.outcome === "returned-to-reporter") return [{ lane, why: "returned to its reporter" }];
    if (closing?.isMisled) return [{ lane, why: "misled" }];
    return [{ lane, why: target.hasComeBack ? "came back" : "closed" }];
  });
};

/** Where the case of each report stands; what stands nowhere is lost. */
export const whereabouts = ["closed", "review", "due", "lost"] as const;
type Whereabouts = (typeof whereabouts)[number];

export const whereIs = (counted: Pick<Counted, "isClosed" | "hasQuestion" | "isDue"> | undefined): Whereabouts => {
  if (counted?.isClosed) return "closed";
  if (counted?.hasQuestion) return "review";
  return counted?.isDue ? "due" : "lost";
};

/** One verdict of the person, and the cases that they opened to give it. */
export type GivenAnswer = { readonly lane: Lane; readonly cause: string; readonly opened: readonly string[] };

/** The cases that a person had to open: each once, however often. */
export const casesRead = (answers: readonly GivenAnswer[]): number =>
  new Set(answers.flatMap(({ opened }) => opened)).size;
