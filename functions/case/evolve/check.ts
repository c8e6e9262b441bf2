import type { Case, Checks } from "../case.ts";
import { answers } from "../check.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import { standsInDns } from "../name-gone.ts";
import { allWithdrew } from "../path/notified.ts";
import { notSayingGone } from "../said.ts";

type CheckEvent = EventOf<"check-wanted" | "check-ended">;

const withoutOpen = (state: Case): Case => {
  if (state.checks?.open === undefined) return state;
  const { open: _, ...checks } = state.checks;
  return { ...state, checks };
};

export const withoutCheck = (state: Case): Case => {
  const { goneHeardAt: _, ...rest } = withoutOpen(state);
  return rest;
};

export const afterCheck = (state: Case, event: CheckEvent): Case => {
  if (event.type === "check-ended") return withoutOpen(state);
  const { type: _, at, cause, ...open } = event;
  const { causes = [], stillUpAt, stillUpTo }: Partial<Checks> = state.checks ?? {};
  return {
    ...state,
    checks: {
      causes: [...causes, cause],
      lastAskedAt: at,
      open: { ...open, askedAt: at },
      ...(stillUpAt !== undefined && { stillUpAt }),
      ...(stillUpTo !== undefined && { stillUpTo }),
    },
  };
};

export const withCheck = (state: Case, event: CaseEvent): Case => {
  if (event.type === "status" && event.toldTo === undefined && !event.seenSince) return afterWord(state, event);
  // Where the name stands again nobody need say that it is gone.
  const isMoot =
    state.checks?.open?.why === "out-of-dns" &&
    (event.type === "contact-answered" || event.type === "host-moved") &&
    standsInDns(event.answer);
  return isMoot ? withoutOpen(state) : state;
};

const afterWord = (state: Case, { at, message }: EventOf<"status">): Case => {
  switch (message.status) {
    case "gone":
      return state.closed ? state : { ...state, goneHeardAt: at };
    case "still-up": {
      const { checks } = state;
      // What is back is a person's, who says which desk is notified of it.
      const isAnswer =
        checks?.open !== undefined &&
        checks.open.why !== "after-removal" &&
        answers(checks.open, message.reporter, message.at);
      const next = withoutCheck(state);
      return isAnswer && next.checks
        ? { ...next, checks: { ...next.checks, stillUpAt: at, stillUpTo: checks.open.why } }
        : next;
    }
    case "withdrawn": {
      // Who is left may have said that it is gone already.
      const isLastWord = !state.closed && !allWithdrew(state) && notSayingGone(state).length === 0;
      return isLastWord ? { ...state, goneHeardAt: state.goneHeardAt ?? at } : state;
    }
    case "hold":
    case "release":
      return state;
    default:
      return message.status satisfies never;
  }
};
