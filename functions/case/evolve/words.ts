import { later } from "../../kernel/instant.ts";
import { isSameMailbox } from "../../kernel/mailbox.ts";
import { withHold } from "../bounds.ts";
import type { Case } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import { allWithdrew, isHeard, toldDesks } from "../ladder/told.ts";
import type { Notice } from "../notice.ts";
import { isSent } from "../notice-progress.ts";
import { openedAgain } from "./back.ts";
import { seenBy, standingAgain } from "./report.ts";

type LaterWord = Extract<CaseEvent, { type: "status" }>;

/** A reporter has withdrawn when none of their reports on this target stands. */
const takenBack = (state: Case, event: LaterWord): Case => {
  const { reporter } = event.message;
  if (!event.stood) return state;
  const left = Math.max(0, (state.standing[reporter] ?? 0) - 1);
  return {
    ...state,
    standing: { ...state.standing, [reporter]: left },
    withdrawn: left > 0 || state.withdrawn.includes(reporter) ? state.withdrawn : [...state.withdrawn, reporter],
  };
};

/**
 * Who was told of what every reporter took back may have taken something down: they are owed the
 * word, also after the end.
 */
const openForWithdrawals = (state: Case): Case => {
  const { closed, ...open } = state;
  return closed && closed.outcome !== "withdrawn" && allWithdrew(state) && toldDesks(state).length > 0 ? open : state;
};

/** Who says that it is still up has seen it there, at the latest when the message came. */
const seenAgain = ({ lastSeenAt }: Case, { at, message }: LaterWord): Pick<Case, "lastSeenAt"> => ({
  lastSeenAt: later(lastSeenAt, seenBy(at, message.at)),
});

/** Whether the page is there again is asked of the case in which it stands by now, and once. */
const askedElsewhere = (state: Case): Case =>
  state.closed
    ? {
        ...state,
        reviews: state.reviews.filter(({ question }) => question !== "may-be-back"),
        closed: { ...state.closed, askedAgain: true },
      }
    : state;

export const afterStatus = (state: Case, event: LaterWord): Case => {
  const { message, at, toldTo } = event;
  if (toldTo !== undefined) return message.status === "still-up" ? askedElsewhere(state) : state;
  switch (message.status) {
    case "withdrawn":
      return openForWithdrawals(takenBack(state, event));
    case "hold":
      if (state.holds.some(({ by }) => by === message.reporter)) return state;
      return {
        ...state,
        holds: withHold(
          state.holds,
          { by: message.reporter, why: message.note ?? "asked by the reporter", since: at, version: state.version + 1 },
          state.reporters,
        ),
      };
    case "release":
      return unheld({ ...state, holds: state.holds.filter((hold) => hold.by !== message.reporter) });
    case "still-up": {
      const open = openedAgain(state, at, seenBy(at, message.at));
      const stands = event.stood && !state.withdrawn.includes(message.reporter);
      const again = stands ? {} : standingAgain(state, message.reporter);
      return {
        ...open,
        ...again,
        ...seenAgain(state, event),
        quiet: false,
      };
    }
    case "gone":
      return state;
    default:
      return message.status satisfies never;
  }
};

/** With the last hold goes the question about it. */
export const unheld = (state: Case): Case =>
  state.holds.length > 0 ? state : { ...state, reviews: state.reviews.filter(({ question }) => question !== "held") };

/**
 * What all had taken back and somebody stands by again: who heard that it was taken back is asked
 * nothing by what they had before, and is owed a first notice.
 */
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
