import { advance } from "../case/advance.ts";
import { noticesWithCorrections } from "../case/bounds.ts";
import type { Case } from "../case/case.ts";
import { standstill } from "../case/decide/holds.ts";
import { isWaiting } from "../case/decide/sendings.ts";
import type { EventOf } from "../case/event.ts";
import type { Notice } from "../case/notice.ts";
import { tells } from "../case/step.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { explanationAtMost } from "../report/explanation.ts";
import type { CaseWork } from "../store/work.ts";
import { type ByHand, type NotDone, type Refusal, recordByHand, whyNotByHand } from "./by-hand.ts";
import { type AsSeen, notAsSeen, seenCode } from "./seen.ts";

export type GivenCorrection = ByHand & AsSeen & { readonly explanation: string };

export const explanationIsWrong = (text: string): string | undefined => {
  if (text.trim() === "") return "Write what is right; it is printed in the notice.";
  return text.length > explanationAtMost ? `Keep it to ${explanationAtMost} characters.` : undefined;
};

/** The case as it would stand, with the mails that tell the correction in line. */
export type ForeseenCorrection = {
  readonly next: Case;
  readonly mails: readonly Notice[];
  /** Others that wait to go to a desk, and are written from what is right when they go out. */
  readonly written: readonly Notice[];
  /** Names these mails, what they say, the case as it stands and whether that is kept back. */
  readonly seen: string;
};

const foreseen = (
  state: Case,
  correction: EventOf<"corrected">,
  policyOf: CaseWork["policyOf"],
): ForeseenCorrection => {
  const { next } = advance(state, [correction], policyOf, correction.at);
  const waiting = next.notices.filter(isWaiting);
  const mails = waiting.filter(({ step }) => step === "correction");
  const isKept = standstill(next, correction.at) !== undefined;
  return {
    next,
    mails,
    written: waiting.filter(tells),
    seen: seenCode(state, [correction.explanation, isKept, ...mails.map(({ id }) => id)]),
  };
};

const factOf = (state: Case, given: GivenCorrection, now: Instant): EventOf<"corrected"> | Refusal => {
  const { by, why, explanation } = given;
  const reason = explanationIsWrong(explanation);
  if (reason !== undefined) return { field: "explanation", reason };
  if (state.notices.length >= noticesWithCorrections)
    return {
      reason:
        `This case has ${state.notices.length} notices already. Have the report withdrawn and made anew, so ` +
        "that every desk hears once what is right.",
    };
  return { type: "corrected", at: now, by, why, explanation };
};

const saysSo = (state: Case, { explanation }: GivenCorrection): boolean => state.evidence.explanation === explanation;

/** A correction's mails, to be read first; else why not. What the case says already is refused. Pure. */
export const foreseeCorrection = (
  state: Case,
  given: GivenCorrection,
  policyOf: CaseWork["policyOf"],
  now: Instant,
): Result<ForeseenCorrection, Refusal> => {
  const refused = whyNotByHand(state, given.by, given.why);
  if (refused) return fail(refused);
  const fact = factOf(state, given, now);
  if ("reason" in fact) return fail(fact);
  return saysSo(state, given)
    ? fail({ field: "explanation", reason: "The case says these very words already; nothing more goes out." })
    : ok(foreseen(state, fact, policyOf));
};

/**
 * Replaces the report's explanation, and corrects it to all who had the notice. A wrong target or category is
 * withdrawn and reported anew instead. One change; the same correction goes out once.
 */
export const correctCase = (work: CaseWork, given: GivenCorrection): Promise<Result<Case, NotDone>> =>
  recordByHand(work, given, (state, now) => {
    const fact = factOf(state, given, now);
    if ("reason" in fact) return fact;
    if (saysSo(state, given)) return [];
    return notAsSeen(given, foreseen(state, fact, work.policyOf).seen) ?? [fact];
  });
