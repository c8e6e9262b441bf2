import { asWrittenTo } from "../bounds.ts";
import type { Case } from "../case.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import { withNotice } from "../evolve-notice.ts";
import { isMachines } from "../letter.ts";
import { tellsHost, whereabouts } from "../networks.ts";
import type { Notice } from "../notice.ts";

/** A notice is put in line, alone or with others. */
export type LineEvent = Extract<CaseEvent, { type: "notice-queued" | "notice-requeued" }>;

/**
 * It takes the place of one that was cancelled (`ladder/queue.ts`), whose attempts keep their
 * numbers.
 */
const queued = (state: Case, event: Extract<CaseEvent, { type: "notice-queued" }>): Case => {
  const { noticeId: id, rung, step, to, notBefore, window, letter } = event;
  const before = state.notices.find((notice) => notice.id === id);
  const notice: Notice = {
    id,
    rung,
    step,
    to: asWrittenTo(to),
    notBefore,
    ...(window && { window }),
    ...(tellsHost({ step, to }) && state.contact && { where: whereabouts(state.contact) }),
    state: "queued",
    attempts: before?.attempts ?? 0,
    ...(before?.doubtedAttempt !== undefined && { doubtedAttempt: before.doubtedAttempt }),
    ...(letter && { letter }),
  };
  return { ...state, notices: [...state.notices.filter((other) => other.id !== id), notice] };
};

/** In line for another window, or by itself; what has left the line is not. */
const requeued = (notice: Notice, event: Extract<CaseEvent, { type: "notice-requeued" }>): Notice => {
  const { window: _, ...rest } = notice;
  if (notice.state !== "queued") return notice;
  return {
    ...rest,
    state: "queued",
    notBefore: event.notBefore,
    dueAt: notice.dueAt ?? notice.notBefore,
    ...(event.window && { window: event.window }),
    ...(event.paced && { paced: true }),
  };
};

/** The case after something that happened to the line in which a notice waits. */
export const afterLine = (state: Case, event: LineEvent): Case => {
  switch (event.type) {
    case "notice-queued":
      return queued(state, event);
    case "notice-requeued":
      return withNotice(state, event.noticeId, (notice) => requeued(notice, event));
    default:
      return event satisfies never;
  }
};

/** A person was asked what the desk of this notice wants to know, in place of the machine's answers to it. */
export const leftToAPerson = (state: Case, { question, noticeId }: EventOf<"asked">): Case => {
  if (question !== "reply" && question !== "to-read") return state;
  const isLeft = ({ state: reached, letter }: Notice): boolean =>
    (reached === "cancelled" || reached === "failed") && isMachines(letter) && letter.about === noticeId;
  const left = (notice: Notice): Notice =>
    isMachines(notice.letter) && isLeft(notice) ? { ...notice, letter: { ...notice.letter, left: true } } : notice;
  return state.notices.some(isLeft) ? { ...state, notices: state.notices.map(left) } : state;
};
