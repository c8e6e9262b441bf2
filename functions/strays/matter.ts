import { ask } from "../case/ask.ts";
import { afterTheEnd, orAsks, withRings } from "../case/lasting.ts";
import { nothing } from "../case/wants.ts";
import type { Matter, Wants } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";
import { isStrayEvent, type StrayEvent } from "./event.ts";
import { evolveUnread } from "./evolve.ts";
import { saysOf } from "./strays.ts";
import { saysOfUnread } from "./unread.ts";
import type { UnreadReport } from "./unread-report.ts";

/**
 * One question about a message that nobody could read, or about all that are gathered in its place.
 */
const reactUnread = (state: UnreadReport, { type }: StrayEvent, now: Instant): readonly StrayEvent[] => {
  if (type !== (state.strays ? "strayed" : "unreadable") || state.closed || state.reviews.length > 0) return [];
  const asked = state.strays
    ? { question: "stray-words" as const, reason: saysOf(state) }
    : {
        question: state.unhosted ? ("unhosted-target" as const) : ("unreadable-report" as const),
        reason: saysOfUnread(state),
      };
  return [ask(state, now, { ...asked, blocking: true })];
};

/**
 * A message that nobody could read is of no use once a person has seen it; three months, as for the
 * worst of what it may hold.
 */
const forgetAfterDays = 90;

/** It waits for a person, and is forgotten. */
const decideUnread = (state: UnreadReport, now: Instant): Wants<StrayEvent> =>
  state.closed
    ? afterTheEnd(state, state.closed.at, forgetAfterDays, now)
    : orAsks(state, withRings(state, nothing, now), now);

/** Messages that could not be read or fit no report, as the engine moves them. */
export const unreadReports: Matter<UnreadReport, StrayEvent> = {
  takes: isStrayEvent,
  evolve: evolveUnread,
  react: reactUnread,
  decide: decideUnread,
};
