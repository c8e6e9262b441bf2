import { evolveReviews, withoutAnswered } from "../case/evolve-reviews.ts";
import type { StrayEvent, StrayOpening } from "./event.ts";
import { forgetfulUnread } from "./forget.ts";
import { withStray } from "./strays.ts";
import { withUnread } from "./unread.ts";
import type { UnreadReport } from "./unread-report.ts";

/** The state that a first message makes, at version 0: nothing is written yet. */
export const beginUnread = (event: StrayOpening): UnreadReport => {
  const { caseId: id, lane, at: openedAt, field, reason, fix, unhosted, straysOf: reporter, joinedBy } = event;
  const strays = reporter === undefined ? {} : { strays: { reporter, messages: 0, reportIds: [], toHold: [] } };
  return {
    kind: "unread",
    id,
    version: 0,
    lane,
    openedAt,
    field,
    reason,
    fix,
    ...(unhosted && { unhosted }),
    ...strays,
    ...(joinedBy && { alike: { ...joinedBy, messages: 1 } }),
    reviews: [],
  };
};

/**
 * The state after one more fact; what fits no place for messages changes nothing. What comes late
 * brings nothing back.
 */
export const evolveUnread = (state: UnreadReport, event: StrayEvent): UnreadReport => {
  const next = afterFact(state, event);
  return state.forgottenAt === undefined ? next : forgetfulUnread(next, state.forgottenAt);
};

const afterFact = (state: UnreadReport, event: StrayEvent): UnreadReport => {
  switch (event.type) {
    case "asked":
    case "agreed":
    case "verdict-given":
    case "verdict-taken-back":
    case "verdict-dropped":
      return evolveReviews(state, event);
    case "announced": {
      const { strays, alike } = state;
      const announced = evolveReviews(state, event);
      return {
        ...announced,
        ...(strays && { strays: { ...strays, toldAt: event.at } }),
        ...(alike && { alike: { ...alike, toldAt: event.at } }),
      };
    }
    case "answered":
      return withoutAnswered(state, event.reviewId);
    case "strayed":
      return withStray(state, event.message, event.at);
    case "unread-joined":
      return withUnread(state, event.at);
    case "closed":
      return {
        ...state,
        reviews: [],
        closed: { at: event.at, outcome: event.outcome, ...(event.saidAt && { saidAt: event.saidAt }) },
      };
    case "forgotten":
      return forgetfulUnread(state, event.at);
    case "unreadable":
      return state;
    default:
      return event satisfies never;
  }
};
