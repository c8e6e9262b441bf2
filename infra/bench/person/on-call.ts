import { alikeKey } from "../../../functions/case/asked-alike.ts";
import type { Case, Review } from "../../../functions/case/case.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { heldQuestions } from "../../../functions/kernel/held-questions.ts";
import { instant, msOf } from "../../../functions/kernel/instant.ts";
import type { Lane } from "../../../functions/report/category.ts";
import { answeredAtOnce } from "../../../functions/review/for-all.ts";
import { desksHeld, isHolding, mayHold } from "../../../functions/review/let-hold.ts";
import { answersTo } from "../../../functions/review/questions.ts";
import type { Change } from "../../../functions/store/ports.ts";
import type { QueueEntry } from "../../../functions/store/queue-entry.ts";
import type { flowOver } from "../../command/scenarios/flow.ts";
import type { Table } from "../../command/scenarios/table-double.ts";
import type { Agenda } from "./agenda.ts";
import { causeOf, type GivenAnswer } from "./count.ts";
import type { desksOf } from "./desks.ts";
import type { Draw } from "./draw.ts";
import { entriesBefore, type StandingEntry } from "./entries.ts";
import { type playedChannels, submit } from "./played-channel.ts";
import { type Deed, deedFor } from "./played-person.ts";
import type { standingRules } from "./standing-rules.ts";
import { isFalseReport } from "./targets.ts";
import type { Truth } from "./truth.ts";
import { week } from "./week.ts";
import type { WhoseCase } from "./whose-case.ts";

type Around = {
  readonly agenda: Agenda;
  readonly nowMs: () => number;
  readonly draw: Draw;
  readonly truth: Truth;
  readonly table: Table;
  readonly flow: ReturnType<typeof flowOver>;
  readonly desks: ReturnType<typeof desksOf>;
  readonly cases: WhoseCase;
  readonly channels: ReturnType<typeof playedChannels>;
  /** Where an answer may hold for cases that come later. */
  readonly rules?: ReturnType<typeof standingRules>;
};

const persons = ["on-call", "on-call's colleague"] as const;
const waitMs = (lane: Lane): number => week.personAnswersAfterMinutes[lane] * 60_000;

type Asked = { readonly state: Case; readonly review: Review };

const isStillGone = ({ question }: Review, { verdicts: [first] }: Deed): boolean =>
  question === "may-be-back" && first?.decision === "continue";

type Answering = Pick<Around, "table" | "flow" | "nowMs" | "cases" | "rules"> & {
  readonly answers: GivenAnswer[];
  readonly looksInto: (state: Case, review: Review, unseen?: boolean) => Deed;
  readonly answerOne: (caseId: string, review: Review) => Promise<void>;
};

/** The questions of an entry that still stand, each with its case as it is now. */
const standingIn = (table: Table, { members }: StandingEntry): readonly Asked[] =>
  [...members].flatMap(([caseId, reviewId]) => {
    const state = table.read(caseId);
    const review = state?.reviews.find(({ id }) => id === reviewId);
    return state && review ? [{ state, review }] : [];
  });

/** The same of several entries; what stands in two of them is asked in the first. */
const standingInAny = (table: Table, entries: readonly StandingEntry[]): readonly (readonly Asked[])[] => {
  const seen = new Set<string>();
  const isNew = ({ state, review }: Asked) => {
    const name = `${state.id} ${review.id}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  };
  return entries.map((entry) => standingIn(table, entry).filter(isNew));
};

/** What is no other's question is answered alone, as the console has it. */
const mayBeListed = ({ state, review }: Asked): boolean => alikeKey(state, review) !== undefined;

/** An urgent case is closed by itself. */
const mayShare = ({ state }: Asked, { verdicts: [first] }: Deed): boolean =>
  state.lane !== "urgent" || first?.decision !== "close";

const byRightAnswer = <T extends { readonly deed: Deed }>(all: readonly T[]): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const right = JSON.stringify(one.deed.verdicts);
    groups.set(right, [...(groups.get(right) ?? []), one]);
  }
  return [...groups.values()];
};

/** How the person answers what several cases ask alike. */
const answersTogether = ({ table, flow, nowMs, cases, rules, answers, looksInto, answerOne }: Answering) => {
  const isHeldForLater = ({ state, review }: Asked): boolean => rules !== undefined && mayHold(state, review);

  /** What may hold for later cases is said for them too, as long as is offered. */
  const letsHold = (one: Asked): void => {
    const question = heldQuestions.find((held) => held === one.review.question);
    if (question && isHeldForLater(one)) rules?.hold(question, desksHeld(one.state, one.review), instant(nowMs()));
  };

  /** One verdict for all of these, which is one answer; gives those that did not take it. */
  const givesAll = async (all: readonly Asked[], verdict: Deed["verdicts"][number], opened: readonly Asked[]) => {
    const left: Asked[] = [];
    for (let from = 0; from < all.length; from += answeredAtOnce) {
      const some = all.slice(from, from + answeredAtOnce);
      const rows = some.map(({ state, review }) => ({
        caseId: state.id,
        reviewId: review.id,
        version: table.read(state.id)?.version ?? 0,
      }));
      const taken = await flow.decideForAll(rows, { verdict, by: persons[0], why: "looked into it" });
      const refused = some.filter((_, at) => {
        const one = taken[at]?.taken;
        return one !== undefined && !one.ok && one.error.kind === "not-an-answer";
      });
      left.push(...refused);
      const [first] = some;
      if (!first || refused.length === some.length) continue;
      const looked = opened.filter((one) => some.includes(one)).map(({ state }) => state.id);
      answers.push({ lane: first.state.lane, cause: cases.causeIn(first.state, first.review), opened: looked });
    }
    return left;
  };

  /**
   * Several cases that are asked the same question: those with the same right answer get it
   * together, from the console's list by question. A letter is read of each; of the silence of a
   * desk with several cases one tells all, and a form's list has all that it asks for. The list of
   * what may be back has each address: what is there again is opened, and nothing else.
   */
  const answerTogether = async (entries: readonly (readonly Asked[])[]): Promise<void> => {
    const question = entries[0]?.[0]?.review.question;
    const isUrgent = entries[0]?.[0]?.state.lane === "urgent";
    const isSilence = question === "unanswered" && !isUrgent;
    const tellsAll = isSilence || question === "form-only";
    const deeds = entries.flatMap((asked) =>
      asked.map((one) => ({ one, asked, deed: looksInto(one.state, one.review, isSilence && asked.length > 1) })),
    );
    const shared = deeds.filter(({ one, deed }) => mayShare(one, deed));
    for (const { one } of deeds.filter((each) => !shared.includes(each))) await answerOne(one.state.id, one.review);
    for (const some of byRightAnswer(shared)) {
      const [first] = some;
      if (!first) continue;
      const firstOfEach = [...new Map(some.toReversed().map(({ one, asked }) => [asked, one])).values()];
      const looked = tellsAll ? firstOfEach : some.map(({ one }) => one);
      const opened = isStillGone(first.one.review, first.deed) ? [] : looked;
      const offered = answersTo(first.one.review.question);
      let left: readonly Asked[] = some.map(({ one }) => one);
      for (const verdict of first.deed.verdicts) {
        if (left.length === 0 || !offered.includes(verdict.decision)) continue;
        if (isHolding(first.one.review.question, verdict.decision))
          for (const one of firstOfEach) if (left.includes(one)) letsHold(one);
        left = await givesAll(left, verdict, opened);
      }
      if (left.length > 0) throw new Error(`${left[0]?.state.id} admits no answer to ${first.one.review.question}.`);
    }
  };

  /** What was put before them in one list, of one question. */
  const answerEntries = async (entries: readonly StandingEntry[]): Promise<void> => {
    const asked = standingInAny(table, entries);
    const listed = asked.map((all) => all.filter(mayBeListed)).filter((all) => all.length > 0);
    const [only, ...others] = listed.flat();
    const isAlone = only !== undefined && others.length === 0 && !isHeldForLater(only);
    if (only && !isAlone) await answerTogether(listed);
    const alone = asked.flat().filter((one) => isAlone || !mayBeListed(one));
    for (const { state, review } of alone) await answerOne(state.id, review);
  };
  return { answerEntries };
};

/** What comes before the person in the same minute is one list by question, and answered in one sitting. */
const sittings = (
  { agenda, nowMs }: Pick<Around, "agenda" | "nowMs">,
  answerEntries: (entries: readonly StandingEntry[]) => Promise<void>,
) => {
  const lists = new Map<string, StandingEntry[]>();
  return (entry: StandingEntry): void => {
    const { lane, first } = entry;
    const name = `${Math.floor(nowMs() / 60_000)} ${lane} ${lane === "urgent" ? first.id : causeOf(first)}`;
    const list = lists.get(name);
    if (list && lane === "standard") {
      list.push(entry);
      return;
    }
    const begun = [entry];
    lists.set(name, begun);
    agenda.plan(nowMs() + waitMs(lane), () => answerEntries(begun));
  };
};

/** How the person looks. `unseen`: they go by what the question says, and look at nothing. */
const looking = ({
  nowMs,
  draw,
  truth,
  desks,
  cases,
  channels,
}: Pick<Around, "nowMs" | "draw" | "truth" | "desks" | "cases" | "channels">) => {
  /** What a question is about: an API's answer, or the last letter that had come when it was asked. */
  const letterFor = ({ id }: Case, { askedAt, question }: Review, about: Notice | undefined) => {
    if (question !== "reply" && question !== "form-only") return undefined;
    if (question === "reply" && about?.to.channel) return channels.saysOf(about.to.channel, about.ticket);
    return desks.lettersTo(id).findLast(({ atMs }) => atMs <= msOf(askedAt))?.kind;
  };

  return (state: Case, review: Review, unseen = false): Deed => {
    const about = cases.targetsIn(state);
    const notice = state.notices.find(({ id }) => id === review.noticeId);
    const letter = letterFor(state, review, notice);
    const hostsDesk = about[0]?.host.elsewhere.provider.desk?.email;
    const deed = deedFor({
      question: review.question,
      isUp: unseen || about.length === 0 || about.some((target) => truth.isUp(target, nowMs())),
      wentOut: desks.mails.find((mail) => mail.attemptId === notice?.attemptId)?.wentOut ?? false,
      ...(letter && { letter }),
      ...(hostsDesk !== undefined && { hostsDesk }),
      isFalse: about.length > 0 && about.every(isFalseReport),
      isForAbuse: about.length > 0 && about.every(({ host }) => host.registered?.isForAbuse),
    });
    if (deed.fillsForm) for (const target of about) submit(target, nowMs(), truth, draw);
    return deed;
  };
};

/**
 * The person on call at work: each question that is asked is answered as long after it as the week
 * says, where it still stands then.
 */
export const onCallOf = (around: Around) => {
  const { agenda, nowMs, table, flow, cases } = around;
  const answers: GivenAnswer[] = [];
  const stops: Lane[] = [];
  const before = entriesBefore(cases.causeIn);
  const planned = new Set<string>();

  const looksInto = looking(around);

  /** Gives one verdict; two persons do where two have to agree. */
  const gives = async (state: Case, review: Review, { deskSaid }: Deed, verdict: Deed["verdicts"][number]) => {
    for (const by of persons) {
      const told = deskSaid && review.asRead ? { deskSaid } : {};
      const given = { caseId: state.id, reviewId: review.id, verdict, by, why: "looked into it", ...told };
      const outcome = await flow.decide(given);
      if (!outcome.ok) return outcome.error.kind !== "not-an-answer";
      answers.push({ lane: state.lane, cause: cases.causeIn(state, review), opened: [state.id] });
      if (!outcome.value.reviews.some(({ id, agreedBy }) => id === review.id && agreedBy !== undefined)) return true;
    }
    return true;
  };

  const answer = async (caseId: string, asked: Review): Promise<void> => {
    const state = table.read(caseId);
    const review = state?.reviews.find(({ id }) => id === asked.id);
    if (!state || !review) return;
    const deed = looksInto(state, review);
    const offered = answersTo(review.question);
    for (const verdict of deed.verdicts)
      if (offered.includes(verdict.decision) && (await gives(state, review, deed, verdict))) return;
    throw new Error(`${caseId} admits no answer to ${review.question}.`);
  };

  const { answerEntries } = answersTogether({ ...around, answers, looksInto, answerOne: answer });

  const listed = sittings({ agenda, nowMs }, answerEntries);

  const letsGoOn = async (email: string, lane: Lane): Promise<void> => {
    for (const stop of table.stops.values()) {
      if (stop.email !== email || stop.allowed) continue;
      await flow.allow(stop.desk, { at: instant(nowMs()), by: persons[0], why: "the desk was asked" });
      stops.push(lane);
    }
  };

  return {
    answers: answers as readonly GivenAnswer[],
    /** Desks that complained and that the person lets have notices again: a question and an answer each. */
    stops: stops as readonly Lane[],
    entries: before.entries,
    toRead: before.toRead,
    /** Plans what is done with an entry of the review queue. */
    seesEntry: (entry: QueueEntry): void => {
      if (planned.has(entry.id)) return;
      planned.add(entry.id);
      agenda.plan(nowMs() + waitMs(entry.lane), async () => {
        const done = await flow.discards(entry.id, persons[0]);
        if (done.ok) answers.push({ lane: entry.lane, cause: "not-taken-in", opened: [entry.id] });
      });
    },
    /** Plans an answer to each entry that a change puts before the person. */
    sees: ({ next, events, complaints = [] }: Change): void => {
      for (const entry of before.sees(next, events)) listed(entry);
      // What happened in a verdict's minute gives its question back to the person.
      for (const event of events) {
        const back = event.type === "verdict-dropped" && next.reviews.find(({ id }) => id === event.reviewId);
        if (back) agenda.plan(nowMs() + waitMs(next.lane), () => answer(next.id, back));
      }
      for (const { email } of complaints) agenda.plan(nowMs() + waitMs(next.lane), () => letsGoOn(email, next.lane));
    },
  };
};
