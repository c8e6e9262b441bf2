import { formOf } from "../../../functions/answers/form-address.ts";
import { isSilent, type Points, type ProseReader, takenFor } from "../../../functions/answers/prose/read-prose.ts";
import { removalDoubt, tellingIn } from "../../../functions/answers/removal-doubts.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import { type ReadLeftOut, thresholdFor } from "./learn.ts";
import type { LabelledLetter } from "./letter-set.ts";
import { seeded } from "./ridge.ts";

/** A letter as it is read: for what, and whether a removal is likely where it is not sure. */
export type Read = { readonly written: LabelledLetter; readonly as: ReplyClass; readonly isLikelyRemoved: boolean };

/** As a mail is read: what its form leaves in doubt is no removal. `tells`: whether a sentence tells of one. */
export const readAs = (
  written: LabelledLetter,
  { scored }: Pick<ReadLeftOut, "scored">,
  points: Points,
  tells: Pick<ProseReader, "tellsRemoval">,
): Read => {
  const { replyClass, isLikelyRemoved = false } = takenFor(scored, points);
  const { text } = written.letter;
  const isClaimed = replyClass === "removed" || isLikelyRemoved;
  if (isClaimed && removalDoubt(text, tellingIn(text, tells)) !== undefined)
    return { written, as: "unclear", isLikelyRemoved: false };
  return { written, as: replyClass, isLikelyRemoved };
};

/** What counts of how letters are read. */
export const figuresOf = (read: readonly Read[]) => {
  const removed = read.filter(({ written }) => written.wanted === "removed");
  const claims = read.filter(({ as }) => as === "removed");
  const likely = read.filter(({ as, isLikelyRemoved }) => as === "removed" || isLikelyRemoved);
  const isWrong = ({ written }: Read): boolean => written.wanted !== "removed";
  return {
    letters: read.length,
    right: read.filter(({ written, as }) => as === written.wanted).length,
    removed: removed.length,
    found: claims.length - claims.filter(isWrong).length,
    wrong: claims.filter(isWrong).length,
    foundLikely: likely.length - likely.filter(isWrong).length,
    wrongLikely: likely.filter(isWrong).length,
    /** What a person needed to hear of, or was told removed, and nobody heard of. */
    silentErrors: read.filter(({ written, as }) => isSilent(as) && !isSilent(written.wanted)).length,
  };
};

const draws = 300;

/**
 * The 5th, 50th and 95th of a hundred such sets of batches, of how many removals are found where one claim in so
 * many is wrong at most: each set drawn from the batches with replacement, by a fixed seed.
 */
export const bootstrap = (read: readonly ReadLeftOut[], oneIn: number): readonly number[] => {
  const random = seeded(3);
  const batches = [...new Set(read.map(({ batch }) => batch))];
  const byBatch = new Map(batches.map((batch) => [batch, read.filter((one) => one.batch === batch)]));
  const found = Array.from({ length: draws }, () => {
    const drawn = batches.flatMap(() => byBatch.get(batches[Math.floor(random() * batches.length)] ?? "") ?? []);
    const threshold = thresholdFor(drawn, oneIn);
    const removed = drawn.filter(({ wanted }) => wanted === "removed");
    return removed.filter(({ scored }) => scored.removal >= threshold).length / (removed.length || 1);
  }).sort((one, other) => one - other);
  return [0.05, 0.5, 0.95].map((part) => found[Math.floor(part * draws)] ?? 0);
};

/** Addresses of forms and tickets, as found where the letter names one. */
export const pointersOf = (letters: readonly LabelledLetter[]) => {
  const bare = (url: string | undefined) => url?.replace(/\/$/, "");
  const withForm = letters.filter(({ form }) => form !== undefined);
  const withTicket = letters.filter(({ ticket }) => ticket !== undefined);
  return {
    forms: withForm.length,
    formsFound: withForm.filter(({ form, letter }) => bare(formOf(letter.text)) === bare(form)).length,
    tickets: withTicket.length,
    ticketsExact: withTicket.filter(({ ticket, mail }) => mail.ticket === ticket).length,
    without: letters.length - withTicket.length,
    invented: letters.filter(({ ticket, mail }) => ticket === undefined && mail.ticket !== undefined).length,
  };
};
