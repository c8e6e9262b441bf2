import type { Review } from "../case/case.ts";
import type { Verdict } from "../case/event.ts";
import type { ReplyClass } from "../case/reply-class.ts";

/**
 * How a reply was read, and what a person took it for. Of like replies only the number is kept: no text, no case,
 * no mailbox and no moment but the month.
 */
export type Judged = {
  readonly read: ReplyClass;
  /** In tenths, cut: 8 is from 0.8 up to 0.9, and 10 certainty. Absent without words. */
  readonly tenths?: number;
  /** Read as unclear, and likely *removed*. */
  readonly isLikelyRemoved?: true;
  /** By the person's answer; absent where it does not tell. */
  readonly was?: ReplyClass;
};
export type JudgedCount = Judged & { readonly times: number };

type Given = { readonly verdict: Verdict; readonly deskSaid?: ReplyClass };

/** Nothing where the question is about no reply. Pure. */
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
 * What an answer tells of the reply by itself. Most say only what is done next: who waits, notifies the next
 * escalation level or writes to another mailbox may have read anything.
 */
const toldBy = (question: Review["question"], verdict: Verdict): ReplyClass | undefined => {
  if (verdict.decision === "close") return verdict.outcome === "removed" ? "removed" : undefined;
  return question === "form-only" && verdict.decision === "continue" ? "use-our-form" : undefined;
};

export const kindOf = ({ read, tenths, isLikelyRemoved, was }: Judged): string =>
  [read, tenths, isLikelyRemoved && "likely", was].map((part) => part ?? "-").join("#");
