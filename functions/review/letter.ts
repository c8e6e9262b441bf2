import { hash } from "node:crypto";
import { noticesWithCorrections } from "../case/bounds.ts";
import type { Case } from "../case/case.ts";
import { standstill } from "../case/decide/holds.ts";
import type { EventOf } from "../case/event.ts";
import { evolveTarget } from "../case/evolve.ts";
import { isMachines, type Letter, lettersAtMost, lettersWaitingAtMost, wordsIn } from "../case/letter.ts";
import { desksToWriteTo } from "../case/machines-answer.ts";
import { whyNotNeeded } from "../case/path/not-needed.ts";
import { allWithdrew } from "../case/path/notified.ts";
import { noticeIdOf } from "../case/path/queue.ts";
import type { Policy } from "../case/policy.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { letterIsWrong } from "../notice/letter.ts";
import type { CaseWork } from "../store/work.ts";
import { type ByHand, type NotDone, type Refusal, recordByHand, whyNotByHand } from "./by-hand.ts";
import { type AsSeen, notAsSeen, seenCode } from "./seen.ts";

/** However spaced and composed: a browser and a terminal send the same letter differently. */
const sameWords = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();
const numberOf = (words: string): string => `-${hash("sha256", words).slice(0, 8)}`;

type Given = { readonly to: string; readonly text: string; readonly by: string; readonly why: string };

/** Numbered by its words, so the same however often sent. No facts if it is in line or out already. Pure. */
const letterFacts = (
  state: Case,
  { to: email, text, by, why }: Given,
  policy: Policy,
  now: Instant,
): readonly EventOf<"notice-queued">[] | { readonly reason: string } => {
  const about = desksToWriteTo(state).find(({ to }) => isSameMailbox(to.email, email));
  if (!about) return { reason: whyNobody(state) };
  const { level, to } = about;
  const ofWords = numberOf(sameWords(text));
  const before = state.notices.find(
    (notice) => notice.step === "letter" && notice.id.endsWith(ofWords) && isSameMailbox(notice.to.email, to.email),
  );
  const noticeId = before?.id ?? `${noticeIdOf(level, "letter", to.email)}${ofWords}`;
  if (before && before.state !== "cancelled") return [];
  if (
    state.notices.filter(({ letter }) => letter && !isMachines(letter)).length >= lettersAtMost ||
    state.notices.length >= noticesWithCorrections
  )
    return { reason: "This case has as many mails as it can hold; write to the desk by your own mail from here on." };
  if (state.notices.filter(({ letter }) => wordsIn(letter) !== undefined).length >= lettersWaitingAtMost)
    return { reason: `${lettersWaitingAtMost} letters of this case wait to go out; the next can be written then.` };
  const letter: Letter = { about: about.id, by, text };
  const place = { level, step: "letter", to, notBefore: now } as const;
  const queued = { type: "notice-queued", at: now, noticeId, ...place, letter, why } as const;
  const unneeded = whyNotNeeded(state, { ...queued, id: noticeId, state: "queued", attempts: 0 }, policy);
  return unneeded === undefined ? [queued] : { reason: `Nothing is written there: ${unneeded}.` };
};

const whyNobody = (state: Case): string => {
  if (allWithdrew(state)) return "Every reporter took the report back, so nothing more is said about it.";
  const desks = desksToWriteTo(state).map(({ to }) => to.email);
  return desks.length === 0
    ? "No desk of this case may be written to: none has a notice that it did not turn away, or the host has left it."
    : `A letter goes only to a mailbox that has a notice of this case: ${desks.join(", ")}.`;
};

/** To which of the case's mailboxes, and the words. */
export type GivenLetter = ByHand & AsSeen & { readonly to: string; readonly text: string };

/** As kept: line breaks of one kind, and nothing around the words. */
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

/** A letter's number, and the case as it would stand with it in line. */
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

/** The letter, to be read before it goes; else why not. One in line or out already is refused. Pure. */
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

/** By the protocol and gates of every notice. Writes one change; the same words twice are one letter. */
export const writeLetter = (work: CaseWork, given: GivenLetter): Promise<Result<Case, NotDone>> =>
  recordByHand(work, given, (state, now) => {
    const facts = factsOf(state, given, work.policyOf(state), now);
    if ("reason" in facts) return facts;
    const [queued] = facts;
    return (queued && notAsSeen(given, foreseen(state, queued, now).seen)) ?? facts;
  });
