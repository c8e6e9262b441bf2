import { isSameMailbox } from "../../kernel/mailbox.ts";
import { isNamedIn } from "../candidate.ts";
import type { Notice, Step, TargetCase } from "../case.ts";
import { hasAsked, isDead } from "../networks.ts";
import { replyMeanings } from "../reply-class.ts";

/** Asks its desk to act; the others speak to who was asked. */
export const asks = (step: Step): boolean => step === "first" || step === "escalation" || step === "reminder";

/** Notices that ask for action, on the rung now stood on. One that was cancelled asked nobody. */
export const asksOn = (state: TargetCase): readonly Notice[] =>
  state.notices.filter(
    ({ rung, step, ended, state: sent }) => !ended && sent !== "cancelled" && rung === state.rung && (step === "first" || step === "escalation"),
  );

/** Somebody was asked to act where the host stands now, or may have been: what only waits, was cancelled or failed told nobody. */
export const wasAsked = ({ notices }: TargetCase): boolean => notices.some(hasAsked);

/** The host moved away from the desk of this notice, whichever of its mails is meant: it asks nothing of it any more. */
export const isFormerHost = (state: TargetCase, { to }: Notice): boolean => {
  const asked = state.notices.filter((notice) => (notice.step === "first" || notice.step === "escalation") && isSameMailbox(notice.to.email, to.email));
  return asked.length > 0 && asked.every(({ ended, missedAt }) => ended || missedAt !== undefined) && !isNamedIn(state.contact ?? { candidates: [] }, to.email);
};

export const isHeard = ({ state }: Notice): boolean => state === "sent" || state === "delivered";

/** The desk answered any mail of the case, or complained about one, be it about a withdrawal that came before the case was opened again. */
export const hasSpoken = (state: TargetCase, email: string): boolean =>
  state.notices.some(
    ({ to, answer, ended, state: came }) =>
      isSameMailbox(to.email, email) && (came === "complained" || (!ended && answer !== undefined && replyMeanings[answer].shows === "answer")),
  );

/** True when nobody on the rung now stood on can act any more: every notice bounced or was unwanted. */
export const rungIsDead = (state: TargetCase): boolean => {
  const asks = asksOn(state);
  return asks.length > 0 && asks.every(isDead);
};

/** Every reporter took back all that they reported. */
export const allWithdrew = (state: TargetCase): boolean => state.reporters.every((reporter) => state.withdrawn.includes(reporter));

/** Everyone who had a notice that asked for action and did not turn it away; they are owed a withdrawal or a "moved". */
export const told = (state: TargetCase): readonly Notice[] => {
  const had = state.notices.filter(
    ({ state: sent, step }) => (step === "first" || step === "escalation") && ["on-wire", "unknown", "sent", "delivered"].includes(sent),
  );
  const turnedAway = (email: string) =>
    state.notices.some(({ to, state: sent }) => isSameMailbox(to.email, email) && (sent === "bounced" || sent === "complained"));
  return had.filter(({ to }, at) => had.findIndex((other) => isSameMailbox(other.to.email, to.email)) === at && !turnedAway(to.email));
};
