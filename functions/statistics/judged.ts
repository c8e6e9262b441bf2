import type { Review } from "../case/case.ts";
import type { Verdict } from "../case/event.ts";
import type { ReplyClass } from "../case/reply-class.ts";

/**
 * A kind of reply that a person judged: what each reader read, and what the person took it for. Of
 * replies that are alike in all of this only their number is kept: no text, no case, no mailbox and
 * no moment but the month.
 */
export type Judged = {
  readonly rules: ReplyClass;
  /** What the second reader read; absent where it did not say or was not asked. */
  readonly other?: ReplyClass;
  /** How sure it was, in tenths, cut: 8 is from 0.8 up to 0.9, and 10 certainty. */
  readonly tenths?: number;
  /** The second reader's name, where one was asked. */
  readonly reader?: string;
  /** The second reader decided nothing: `together` is what both would have come to. */
  readonly isShadow?: true;
  /** What both came to; the rules' reading where they read alone. */
  readonly together: ReplyClass;
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
  const { replyClass, readings } = asRead;
  const was = given.deskSaid ?? toldBy(question, given.verdict);
  if (!readings) return { rules: replyClass, together: replyClass, ...(was && { was }) };
  const { rules, other, confidence, reader, wouldBe } = readings;
  return {
    rules,
    ...(other && { other }),
    ...(confidence !== undefined && { tenths: Math.floor(confidence * 10) }),
    ...(reader && { reader }),
    ...(wouldBe && { isShadow: true }),
    together: wouldBe ?? replyClass,
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
export const kindOf = ({ rules, other, tenths, reader, isShadow, together, was }: Judged): string =>
  [rules, other, tenths, isShadow && "shadow", together, was, reader].map((part) => part ?? "-").join("#");
