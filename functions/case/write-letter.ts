import { hash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { noticesWithCorrections } from "./bounds.ts";
import type { Case } from "./case.ts";
import type { EventOf } from "./event.ts";
import { whyNeedless } from "./ladder/needless.ts";
import { noticeIdOf } from "./ladder/queue.ts";
import { allWithdrew } from "./ladder/told.ts";
import { isMachines, type Letter, lettersAtMost, lettersWaitingAtMost, wordsIn } from "./letter.ts";
import { desksToWriteTo } from "./machines-answer.ts";
import type { Policy } from "./policy.ts";

/** The words however they are spaced and composed: a browser and a terminal send the same letter otherwise. */
const sameWords = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();
const numberOf = (words: string): string => `-${hash("sha256", words).slice(0, 8)}`;

type Given = { readonly to: string; readonly text: string; readonly by: string; readonly why: string };

/**
 * A person's letter in line: the same however often it is sent off, as its number is made of its words. No facts where
 * it is in line or out already; why not, where it can't be written. Pure.
 */
export const letterFacts = (
  state: Case,
  { to: email, text, by, why }: Given,
  policy: Policy,
  now: Instant,
): readonly EventOf<"notice-queued">[] | { readonly reason: string } => {
  const about = desksToWriteTo(state).find(({ to }) => isSameMailbox(to.email, email));
  if (!about) return { reason: whyNobody(state) };
  const { rung, to } = about;
  const ofWords = numberOf(sameWords(text));
  const before = state.notices.find(
    (notice) => notice.step === "letter" && notice.id.endsWith(ofWords) && isSameMailbox(notice.to.email, to.email),
  );
  const noticeId = before?.id ?? `${noticeIdOf(rung, "letter", to.email)}${ofWords}`;
  if (before && before.state !== "cancelled") return [];
  if (
    state.notices.filter(({ letter }) => letter && !isMachines(letter)).length >= lettersAtMost ||
    state.notices.length >= noticesWithCorrections
  )
    return { reason: "This case has as many mails as it can hold; write to the desk by your own mail from here on." };
  if (state.notices.filter(({ letter }) => wordsIn(letter) !== undefined).length >= lettersWaitingAtMost)
    return { reason: `${lettersWaitingAtMost} letters of this case wait to go out; the next can be written then.` };
  const letter: Letter = { about: about.id, by, text };
  const place = { rung, step: "letter", to, notBefore: now } as const;
  const queued = { type: "notice-queued", at: now, noticeId, ...place, letter, why } as const;
  const needless = whyNeedless(state, { ...queued, id: noticeId, state: "queued", attempts: 0 }, policy);
  return needless === undefined ? [queued] : { reason: `Nothing is written there: ${needless}.` };
};

const whyNobody = (state: Case): string => {
  if (allWithdrew(state)) return "Every reporter took the report back, so nothing more is said about it.";
  const desks = desksToWriteTo(state).map(({ to }) => to.email);
  return desks.length === 0
    ? "No desk of this case may be written to: none has a notice that it did not turn away, or the host has left it."
    : `A letter goes only to a mailbox that has a notice of this case: ${desks.join(", ")}.`;
};
