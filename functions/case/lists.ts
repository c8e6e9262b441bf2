import { type Instant, plusHours } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import { type Question, questionFacts } from "./question.ts";

/* When a person is asked: on-call hears at once, in a morning's list, in Monday's, or in the round of urgent cases. */

/** 7:00 UTC, when a day begins in Europe: one list a day. */
const inMorning = (at: Instant): Instant => {
  const today = `${at.slice(0, 10)}T07:00:00.000Z`;
  return at <= today ? today : plusHours(today, 24);
};

const onMonday = (at: Instant): Instant => {
  const morning = inMorning(at);
  const daysAfterMonday = (new Date(morning).getUTCDay() + 6) % 7;
  return daysAfterMonday === 0 ? morning : plusHours(morning, 24 * (7 - daysAfterMonday));
};

/**
 * The list that has it first; `undefined` where on-call hears of it at once, as of all that is urgent but what was
 * closed a week ago, for which nobody is woken.
 */
export const listedAt = (lane: Lane, question: Question, blocks: boolean, askedAt: Instant): Instant | undefined => {
  const { listed } = questionFacts(question);
  if (!listed) return undefined;
  if (lane === "urgent") return question === "may-be-back" ? inMorning(askedAt) : undefined;
  const { afterHours, weekly } = blocks ? listed.blocking : listed.beside;
  const from = plusHours(askedAt, afterHours);
  return weekly ? onMonday(from) : inMorning(from);
};

const restsAtLeastHours = 4;

/**
 * When urgent cases that somebody waits with are asked about again, all together: in the morning. Not at once after
 * they were answered, as long as that is within a day.
 */
export const nextRound = (now: Instant): Instant => {
  const round = inMorning(plusHours(now, restsAtLeastHours));
  return round <= plusHours(now, 24) ? round : inMorning(now);
};
