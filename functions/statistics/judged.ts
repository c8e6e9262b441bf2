import type { Review } from "../case/case.ts";
import type { Verdict } from "../case/event.ts";
import type { ReplyClass } from "../case/reply-class.ts";

/**
 * A kind of reply that a person judged: what it was read as, and what the person took it for. Of
 * replies that are alike in all of this only their number is kept: no text, no case, no mailbox and
 * no moment but the month.
 */
export type Judged = {
  readonly read: ReplyClass;
  /** How sure the reader was, in tenths, cut: 8 is from 0.8 up to 0.9, and 10 certainty. Absent where no words were. */
  readonly tenths?: number;
  /** Read as unclear, and likely *removed*. */
  readonly isLikelyRemoved?: true;
  /** What the reply was by the person's answer; absent where the answer does not tell. */
  readonly was?: ReplyClass;
};
export type JudgedCount = Judged & { readonly times: number };

/** A person's answer to a question about a reply. */
type Given = { readonly verdict: Verdict; readonly deskSaid?: ReplyClass };

/**
 * How a reply was read and what it was by a person's answer; nothing where the question is about no
 * reply. Pure.
 */
export const judgedBy = (
  { question, asRead }: Pick<Review, "question" | "asRead">,
  given: Given,
): Judged | undefined => {
  if (!asRead) return undefined;
  const { replyClass, confidence, isLikelyRemoved } = asRead;
  const was = given.deskSaid ?? toldBy(question, given.verdict);
  return {
    read: replyClass,
    ...(confidence !== undefined && { tenths: Math.floor(confidence * 10) }),
    ...(isLikelyRemoved && { isLikelyRemoved }),
    ...(was && { was }),
  };
};

/**
 * What an answer tells of the reply by itself. Most tell what is done next and not what the desk
 * wrote: who goes on waiting, tells the next rung or writes to another mailbox may have read
 * anything.
 */
const toldBy = (question: Review["question"], verdict: Verdict): ReplyClass | undefined => {
  if (verdict.decision === "close") return verdict.outcome === "removed" ? "removed" : undefined;
  return question === "form-only" && verdict.decision === "continue" ? "use-our-form" : undefined;
};

/** The same of the same kind, for who keeps them by it. */
export const kindOf = ({ read, tenths, isLikelyRemoved, was }: Judged): string =>
  [read, tenths, isLikelyRemoved && "likely", was].map((part) => part ?? "-").join("#");
