import { forgotten } from "../case/forget.ts";
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
