import { hash } from "node:crypto";
import { readAddress } from "../kernel/address.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { noticesWithCorrections } from "./bounds.ts";
import type { TargetCase } from "./case.ts";
import type { EventOf } from "./event.ts";
import { whyNeedless } from "./ladder/needless.ts";
import { noticeIdOf } from "./ladder/queue.ts";
import { allWithdrew, isFormerHost, toldDesks } from "./ladder/told.ts";
import { type AskedThing, isMachines, type Letter, lettersAtMost, lettersWaitingAtMost, wordsIn } from "./letter.ts";
import type { Notice } from "./notice.ts";
import { noticeStateFacts } from "./notice-state.ts";
import type { Policy } from "./policy.ts";
import { tells } from "./step.ts";

/** The notices of a case whose desks may be written to: each desk that was told and is asked still, once. */
export const desksToWriteTo = (state: TargetCase): readonly Notice[] =>
  state.closed || allWithdrew(state)
    ? []
    : toldDesks(state)
        .flatMap(({ to }) => lastAsk(state, to.email) ?? [])
        // Nobody reads words at an API.
        .filter((notice) => notice.to.channel === undefined && !isFormerHost(state, notice));

/**
 * The last notice that asks this desk to act, and asks it still. One of which nobody knows whether it
 * went out is settled first: an answer to the letter would pass for an answer to it.
 */
const lastAsk = ({ notices }: TargetCase, email: string): Notice | undefined =>
  notices.findLast(
    (notice) =>
      tells(notice) && !notice.ended && noticeStateFacts[notice.state].isHeard && isSameMailbox(notice.to.email, email),
  );

/** The words however they are spaced and composed: a browser and a terminal send the same letter otherwise. */
const sameWords = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, " ").trim();
const numberOf = (words: string): string => `-${hash("sha256", words).slice(0, 8)}`;

type Given = { readonly to: string; readonly text: string; readonly by: string; readonly why: string };

/**
 * A person's letter in line: one and the same however often it is sent off, since its number is
 * made of its words. No facts where it is in line or out already, and a sentence where it can't be
 * written. Pure; the words have passed `letterIsWrong`.
 */
export const letterFacts = (
  state: TargetCase,
  { to: email, text, by, why }: Given,
  policy: Policy,
  now: Instant,
): readonly EventOf<"notice-queued">[] | { readonly reason: string } => {
  const about = desksToWriteTo(state).find(({ to }) => isSameMailbox(to.email, email));
  if (!about) return { reason: whyNobody(state) };
  const { rung, to } = about;
  const ofWords = numberOf(sameWords(text));
  // Until now the number was made of the very characters.
  const numbers = [ofWords, numberOf(text)];
  const before = state.notices.find(
    (notice) =>
      notice.step === "letter" &&
      numbers.some((number) => notice.id.endsWith(number)) &&
      isSameMailbox(notice.to.email, to.email),
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
  const queued = {
    type: "notice-queued",
    at: now,
    noticeId,
    rung,
    step: "letter",
    to,
    notBefore: now,
    letter,
    why,
  } as const;
  const needless = whyNeedless(
    state,
    { id: noticeId, rung, step: "letter", to, notBefore: now, letter, state: "queued", attempts: 0 },
    policy,
  );
  return needless === undefined ? [queued] : { reason: `Nothing is written there: ${needless}.` };
};

const whyNobody = (state: TargetCase): string => {
  if (allWithdrew(state)) return "Every reporter took the report back, so nothing more is said about it.";
  const desks = desksToWriteTo(state).map(({ to }) => to.email);
  return desks.length === 0
    ? "No desk of this case may be written to: none has a notice that it did not turn away, or the host has left it."
    : `A letter goes only to a mailbox that has a notice of this case: ${desks.join(", ")}.`;
};

/** What the report holds of each thing that a desk may ask. */
const holds: Readonly<Record<AskedThing, (state: TargetCase) => boolean>> = {
  time: () => true,
  address: ({ target, contact }) => readAddress(target.host) !== undefined || (contact?.addresses ?? []).length > 0,
  page: () => true,
  reproduce: ({ evidence }) => evidence.reproduce !== undefined,
  brand: ({ evidence }) => evidence.imitates !== undefined,
};

/**
 * The machine's answer to what a proven desk asked, in line: where the report holds all of it, the
 * desk may be written to, and the machine has answered it nothing in this case yet. Nothing else.
 * Pure.
 */
export const machinesAnswer = (
  state: TargetCase,
  { noticeId, asked = [] }: Pick<EventOf<"replied">, "noticeId" | "asked">,
  now: Instant,
): EventOf<"notice-queued"> | undefined => {
  const { to, mail } = state.notices.find(({ id }) => id === noticeId) ?? {};
  const about = to && desksToWriteTo(state).find((desk) => isSameMailbox(desk.to.email, to.email));
  if (state.holds.length > 0) return undefined;
  // One mail about many cases asks about which of them?
  if (!about || mail !== undefined || asked.length === 0 || !asked.every((thing) => holds[thing](state)))
    return undefined;
  const hasAnswered = state.notices.some(
    ({ letter, to: { email } }) => isMachines(letter) && isSameMailbox(email, about.to.email),
  );
  if (hasAnswered || state.notices.length >= noticesWithCorrections) return undefined;
  const { rung } = about;
  return {
    type: "notice-queued",
    at: now,
    noticeId: `${noticeIdOf(rung, "letter", about.to.email)}-asked`,
    rung,
    step: "letter",
    to: about.to,
    notBefore: now,
    letter: { about: about.id, asked },
  };
};
