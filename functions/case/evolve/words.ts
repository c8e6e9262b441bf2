import { later } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import { withHold } from "../bounds.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";
import type { Notice } from "../notice.ts";
import { isSent } from "../notice-progress.ts";
import { allWithdrew, isHeard, toldDesks } from "../path/notified.ts";
import { openedAgain } from "./back.ts";
import { seenBy, standingAgain } from "./report.ts";

const takenBack = (state: Case, event: EventOf<"status">): Case => {
  const { reporter } = event.message;
  if (!event.stood) return state;
  const left = Math.max(0, (state.standing[reporter] ?? 0) - 1);
  return {
    ...state,
    standing: { ...state.standing, [reporter]: left },
    withdrawn: left > 0 || state.withdrawn.includes(reporter) ? state.withdrawn : [...state.withdrawn, reporter],
  };
};

/** Who was notified may have taken something down: they are owed the word, also after the end. */
const openForWithdrawals = (state: Case): Case => {
  const { closed, ...open } = state;
  return closed && closed.outcome !== "withdrawn" && allWithdrew(state) && toldDesks(state).length > 0 ? open : state;
};

/** Whether the page is back is asked once, of the case in which it stands by now. */
const askedElsewhere = (state: Case): Case =>
  state.closed
    ? {
        ...state,
        reviews: state.reviews.filter(({ question }) => question !== "may-be-back"),
        closed: { ...state.closed, askedAgain: true },
      }
    : state;

export const afterStatus = (state: Case, event: EventOf<"status">): Case => {
  const { message, at, toldTo } = event;
  if (toldTo !== undefined) return message.status === "still-up" ? askedElsewhere(state) : state;
  switch (message.status) {
    case "withdrawn":
      return openForWithdrawals(takenBack(state, event));
    case "hold":
      return state.holds.some(({ by }) => by === message.reporter)
        ? state
        : withHold(state, { by: message.reporter, why: message.note ?? "asked by the reporter", at });
    case "release":
      return unheld({ ...state, holds: state.holds.filter((hold) => hold.by !== message.reporter) });
    case "still-up": {
      // Who says so has seen it there, at the latest when the message came.
      const seenAt = seenBy(at, message.at);
      const stands = event.stood && !state.withdrawn.includes(message.reporter);
      return {
        ...openedAgain(state, at, seenAt),
        ...(!stands && standingAgain(state, message.reporter)),
        lastSeenAt: later(state.lastSeenAt, seenAt),
        quiet: false,
      };
    }
    case "gone":
      return state;
    default:
      return message.status satisfies never;
  }
};

export const unheld = (state: Case): Case =>
  state.holds.length > 0 ? state : { ...state, reviews: state.reviews.filter(({ question }) => question !== "held") };

/** What all took back and somebody reports again: who heard of that is owed a first notice. */
export const askedAnew = (state: Case): Case => {
  const words = state.notices
    .filter(isSent)
    .filter((notice) => notice.step === "withdrawal" && !notice.ended && isHeard(notice));
  if (words.length === 0 || allWithdrew(state)) return state;
  const isTakenBack = (notice: Notice) =>
    words.some(
      ({ to, sentAt }) => isSameMailbox(to.email, notice.to.email) && isSent(notice) && notice.sentAt <= sentAt,
    );
  return {
    ...state,
    notices: state.notices.map((notice) => (isTakenBack(notice) ? { ...notice, ended: true } : notice)),
  };
};
