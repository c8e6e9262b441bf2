import type { CaseEvent } from "../case/event.ts";
import { forgotten } from "../case/forget.ts";
import type { StrayEvent } from "./event.ts";
import type { UnreadReport } from "./unread-report.ts";

/** A closed place for messages without anything of them. */
export const forgetfulUnread = (state: UnreadReport, at: string): UnreadReport => ({
  ...state,
  field: forgotten,
  reason: forgotten,
  fix: forgotten,
  ...(state.strays && { strays: { ...state.strays, reportIds: [], toHold: [] } }),
  reviews: [],
  forgottenAt: at,
});

/** What alone happens to messages, without anything of them. */
export const forgetfulStrayEvent = (event: Exclude<StrayEvent, CaseEvent>): StrayEvent => {
  switch (event.type) {
    case "unreadable":
      return { ...event, field: forgotten, reason: forgotten, fix: forgotten };
    case "unread-joined":
      return { ...event, field: forgotten, reason: forgotten };
    case "strayed": {
      const { note: _, ...message } = event.message;
      return { ...event, message: { ...message, reportId: forgotten } };
    }
    default:
      return event satisfies never;
  }
};
