import type { Case } from "../case/case.ts";
import { standstill } from "../case/decide/holds.ts";
import { evolveTarget } from "../case/evolve.ts";
import { wordsIn } from "../case/letter.ts";
import type { Policy } from "../case/policy.ts";
import { letterFacts } from "../case/write-letter.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { letterIsWrong } from "../notice/letter.ts";
import type { CaseWork } from "../store/work.ts";
import { type ByHand, type NotDone, type Refusal, recordByHand, whyNotByHand } from "./by-hand.ts";
import { type AsSeen, notAsSeen, seenCode } from "./seen.ts";

/** What a person writes to a desk of a case: to which of its mailboxes, and the words. */
export type GivenLetter = ByHand & AsSeen & { readonly to: string; readonly text: string };

/** The words as they are kept: line breaks of one kind, and nothing around them. */
export const letterText = (written: string): string => written.replace(/\r\n?/g, "\n").trim();

type Facts = Exclude<ReturnType<typeof letterFacts>, { readonly reason: string }>;

const factsOf = (state: Case, given: GivenLetter, policy: Policy, now: Instant): Facts | Refusal => {
  const text = letterText(given.text);
  const to = given.to.trim();
  const wrong = letterIsWrong(text, to);
  if (wrong !== undefined) return { field: "text", reason: wrong };
  const facts = letterFacts(state, { to, text, by: given.by, why: given.why }, policy, now);
  return "reason" in facts ? { field: "to", reason: facts.reason } : facts;
};

/** A letter that may be written: its number, and the case as it would stand with it in line. */
export type ForeseenLetter = {
  readonly next: Case;
  readonly noticeId: string;
  /** Names the words, the desk, the case as it stands and whether that is kept back. */
  readonly seen: string;
};

const foreseen = (state: Case, queued: Facts[number], now: Instant): ForeseenLetter => {
  const next = evolveTarget(state, queued);
  const { noticeId, letter } = queued;
  const isKept = standstill(next, now) !== undefined;
  return { next, noticeId, seen: seenCode(state, [noticeId, wordsIn(letter) ?? "", isKept]) };
};

/**
 * The letter as it would be in line, for a person to read the mail before it goes; why it can't be,
 * else. One that is in line or out already is refused. Pure.
 */
export const foreseeLetter = (
  state: Case,
  given: GivenLetter,
  policyOf: CaseWork["policyOf"],
  now: Instant,
): Result<ForeseenLetter, Refusal> => {
  const refused = whyNotByHand(state, given.by, given.why);
  if (refused) return fail(refused);
  const facts = factsOf(state, given, policyOf(state), now);
  if ("reason" in facts) return fail(facts);
  const [queued] = facts;
  return queued
    ? ok(foreseen(state, queued, now))
    : fail({ field: "text", reason: "These very words went to this desk already; they stand in the list of notices." });
};

/**
 * Puts a person's letter to a desk in line, by the protocol and the gates of every notice. Writes
 * one change; the same words given twice are one letter.
 */
export const writeLetter = (work: CaseWork, given: GivenLetter): Promise<Result<Case, NotDone>> =>
  recordByHand(work, given, (state, now) => {
    const facts = factsOf(state, given, work.policyOf(state), now);
    if ("reason" in facts) return facts;
    const [queued] = facts;
    return (queued && notAsSeen(given, foreseen(state, queued, now).seen)) ?? facts;
  });
