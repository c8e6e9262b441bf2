import { agree } from "../../../functions/answers/agree.ts";
import { guessOf } from "../../../functions/answers/model/guess.ts";
import { pointsTo } from "../../../functions/answers/read-mail.ts";
import { type Guess, readGuess } from "../../../functions/answers/reader.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import { type LeftOut, removalOf, sharpened, sharpnessOf } from "./learn.ts";
import type { LabelledLetter } from "./letter-set.ts";

/** A letter as each reader takes it, and both together. */
export type Read = {
  readonly written: LabelledLetter;
  readonly rules: ReplyClass;
  readonly model: ReplyClass;
  readonly pair: ReplyClass;
};

/** Whom a class tells: of these nobody hears. */
const silent: readonly ReplyClass[] = ["auto-reply", "acknowledgement", "passed-on"];

export const readBoth = (written: LabelledLetter, guess: Guess): Read => {
  const { class: rules, ...heard } = written.mail;
  // As the port says it: what can't be is not said.
  const said = readGuess(guess);
  const pair = agree({ ...heard, replyClass: rules }, said).replyClass;
  return { written, rules, model: guess.replyClass, pair };
};

/**
 * Letters read by models that had not seen their batch: how sure "removed" is, too, was learnt from
 * the other batches alone.
 */
export const readLeftOut = (read: readonly LeftOut[], writtenOf: (one: LeftOut) => LabelledLetter): readonly Read[] => {
  const sharp = sharpened(read, sharpnessOf(read)).map((one, at) => ({ one, from: read[at] ?? one }));
  const batches = [...new Set(read.map(({ lesson }) => lesson.batch))];
  return batches.flatMap((batch) => {
    const weights = removalOf(sharp.filter(({ one }) => one.lesson.batch !== batch).map(({ one }) => one));
    return sharp
      .filter(({ one }) => one.lesson.batch === batch)
      .map(({ one, from }) => readBoth(writtenOf(from), guessOf(one.shares, one.lesson.pieces.heard, weights)));
  });
};

/** Wilson's interval of 95 % for so many of so many. */
export const interval = (some: number, all: number): readonly [number, number] => {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = some / all;
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const half = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
};

export type Reader = "rules" | "model" | "pair";

/** What counts of how a reader reads letters. */
export const figuresOf = (read: readonly Read[], by: Reader) => {
  const removed = read.filter(({ written }) => written.wanted === "removed");
  const claims = read.filter((one) => one[by] === "removed");
  const forms = read.filter(({ written }) => written.wanted === "use-our-form");
  return {
    letters: read.length,
    right: read.filter((one) => one[by] === one.written.wanted).length,
    removed: removed.length,
    removedFound: removed.filter((one) => one[by] === "removed").length,
    claims: claims.length,
    claimedWrongly: claims.filter(({ written }) => written.wanted !== "removed").length,
    /** What a person needed to hear of, or was told removed, and nobody heard of. */
    silentErrors: read.filter((one) => silent.includes(one[by]) && !silent.includes(one.written.wanted)).length,
    forms: forms.length,
    formsRead: forms.filter((one) => one[by] === "use-our-form").length,
  };
};

/** Addresses of forms and tickets, as found where the letter names one. */
export const pointersOf = (letters: readonly LabelledLetter[]) => {
  const bare = (url: string | undefined) => url?.replace(/\/$/, "");
  const withForm = letters.filter(({ form }) => form !== undefined);
  const withTicket = letters.filter(({ ticket }) => ticket !== undefined);
  const found = withForm.filter(
    ({ form, letter }) => bare(pointsTo("use-our-form", letter.text, "").form) === bare(form),
  );
  return {
    forms: withForm.length,
    formsFound: found.length,
    tickets: withTicket.length,
    ticketsExact: withTicket.filter(({ ticket, mail }) => mail.ticket === ticket).length,
    without: letters.length - withTicket.length,
    invented: letters.filter(({ ticket, mail }) => ticket === undefined && mail.ticket !== undefined).length,
  };
};
