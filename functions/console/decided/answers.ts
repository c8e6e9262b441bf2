import { type Instant, isDay } from "../../kernel/instant.ts";
import { isInEffect } from "../../statistics/counts.ts";
import type { Decided, DecidedList } from "../../store/ports.ts";
import { daysBack, type Looked, lookThrough, type Place, writePlace } from "../look-through.ts";

export type AnswersAsked = { readonly by?: string; readonly question?: string };
/** `to` is included. */
export type AnswersIn = AnswersAsked & { readonly from: string; readonly to: string };

/** So long answers are kept. */
const daysAtMost = 92;

/** The answers that an address asks for, if it names days. */
export const readAnswersIn = (asked: (name: string) => string | undefined, now: Instant): AnswersIn | undefined => {
  const [by, question, from = "", to = ""] = ["by", "question", "from", "to"].map(asked);
  if (by === undefined && question === undefined) return undefined;
  if (!isDay(from) || !isDay(to) || from > to || to > now.slice(0, 10)) return undefined;
  return { from, to, ...(by !== undefined && { by }), ...(question !== undefined && { question }) };
};

export const answersAddress = (answers: AnswersIn, next?: Place): string =>
  `/decided?${new URLSearchParams([...Object.entries(answers), ...writePlace(next)])}`;

const answersAtOnce = 200;

/** A page of the answers in effect, as counted, from a bounded number of days. */
export const answersIn = (
  { decidedOn }: DecidedList,
  answers: AnswersIn,
  from: Place | undefined,
): Promise<Looked<Decided>> =>
  lookThrough<Decided>(
    {
      names: daysBack(answers.from, answers.to, daysAtMost),
      partsAtMost: daysAtMost,
      read: (day, cursor) => decidedOn(day, answersAtOnce, cursor),
      isWanted: (one) =>
        isInEffect(one) &&
        (answers.by === undefined || one.by.slice(0, 200) === answers.by) &&
        (answers.question === undefined || one.question === answers.question),
    },
    from,
  );
