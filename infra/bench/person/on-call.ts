import type { Review } from "../../../functions/case/case.ts";
import { instant, msOf } from "../../../functions/kernel/instant.ts";
import type { Case } from "../../../functions/matters/case.ts";
import { mailerIn } from "../../../functions/matters/kinds.ts";
import type { Change } from "../../../functions/matters/store.ts";
import type { Lane } from "../../../functions/report/category.ts";
import { answersTo } from "../../../functions/review/questions.ts";
import type { flowOver } from "../../command/scenarios/flow.ts";
import type { Table } from "../../command/scenarios/table-double.ts";
import type { Agenda } from "./agenda.ts";
import { causeOf, type GivenAnswer } from "./count.ts";
import type { desksOf } from "./desks.ts";
import type { Draw } from "./draw.ts";
import { submit } from "./played-channel.ts";
import { type Deed, deedFor } from "./played-person.ts";
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
};

const persons = ["on-call", "on-call's colleague"] as const;
const waitMs = (lane: Lane): number => week.personAnswersAfterMinutes[lane] * 60_000;

/** What is gathered in one place becomes another question with each thing that joins it. */
const isGathered = (state: Case): boolean => mailerIn(state) === undefined;

/**
 * The person on call at work: each question that is asked is answered as long after it as the week
 * says, where it still stands then.
 */
export const onCallOf = ({ agenda, nowMs, draw, truth, table, flow, desks, cases }: Around) => {
  const answers: GivenAnswer[] = [];
  const stops: Lane[] = [];
  const planned = new Set<string>();

  /** The letter that a question is about: the last that had come when it was asked. */
  const letterFor = (caseId: string, { askedAt, question }: Review) =>
    question === "reply" || question === "form-only"
      ? desks.lettersTo(caseId).findLast(({ atMs }) => atMs <= msOf(askedAt))?.kind
      : undefined;

  const looksInto = (state: Case, review: Review): Deed => {
    const about = cases.targetsIn(state);
    const attemptId = mailerIn(state)?.notices.find(({ id }) => id === review.noticeId)?.attemptId;
    const letter = letterFor(state.id, review);
    const hostsDesk = about[0]?.host.elsewhere.provider.desk?.email;
    const deed = deedFor({
      question: review.question,
      isUp: about.length === 0 || about.some((target) => truth.isUp(target, nowMs())),
      wentOut: desks.mails.find((mail) => mail.attemptId === attemptId)?.wentOut ?? false,
      ...(letter && { letter }),
      ...(hostsDesk !== undefined && { hostsDesk }),
    });
    if (deed.fillsForm) for (const target of about) submit(target, nowMs(), truth, draw);
    return deed;
  };

  /** Gives one verdict; two persons do where two have to agree. */
  const gives = async (state: Case, review: Review, { deskSaid }: Deed, verdict: Deed["verdicts"][number]) => {
    for (const by of persons) {
      const told = deskSaid && review.asRead ? { deskSaid } : {};
      const given = { caseId: state.id, reviewId: review.id, verdict, by, why: "looked into it", ...told };
      const outcome = await flow.decide(given);
      if (!outcome.ok) return outcome.error.kind !== "not-an-answer";
      answers.push({ lane: state.lane, cause: causeOf(review), opened: [state.id] });
      if (!outcome.value.reviews.some(({ id, agreedBy }) => id === review.id && agreedBy !== undefined)) return true;
    }
    return true;
  };

  const answer = async (caseId: string, asked: Review): Promise<void> => {
    const state = table.read(caseId);
    const review = state?.reviews.find(
      ({ id, question }) => id === asked.id || (isGathered(state) && question === asked.question),
    );
    if (!state || !review) return;
    const deed = looksInto(state, review);
    const offered = answersTo(review.question, state.kind);
    for (const verdict of deed.verdicts)
      if (offered.includes(verdict.decision) && (await gives(state, review, deed, verdict))) return;
    throw new Error(`${caseId} admits no answer to ${review.question}.`);
  };

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
    /** Plans an answer to each question that a change brings. */
    sees: ({ next, complaints = [] }: Change): void => {
      for (const review of next.reviews) {
        const name = `${next.id} ${isGathered(next) ? review.question : review.id}`;
        if (planned.has(name)) continue;
        planned.add(name);
        agenda.plan(nowMs() + waitMs(next.lane), () => answer(next.id, review));
      }
      for (const { email } of complaints) agenda.plan(nowMs() + waitMs(next.lane), () => letsGoOn(email, next.lane));
    },
  };
};
