import type { CaseEvent } from "../case/event.ts";
import { forgotten, noDesk, withoutDesk } from "../case/forget.ts";
import type { Digest } from "./digest.ts";
import type { DigestEvent } from "./event.ts";

/** A closed digest without its desk, and without what anybody wrote about its mail. */
export const forgetfulDigest = (state: Digest, at: string): Digest => ({
  ...state,
  notices: [withoutDesk(state.notices[0])],
  news: [],
  reviews: [],
  mails: [],
  ...(state.closed && { closed: { at: state.closed.at, outcome: state.closed.outcome } }),
  forgottenAt: at,
});

/** What alone happens to digests, without its desk and what anybody wrote. */
export const forgetfulDigestEvent = (event: Exclude<DigestEvent, CaseEvent>): DigestEvent => {
  switch (event.type) {
    case "digest-opened":
      return { ...event, to: noDesk(event.to) };
    case "members-left":
      return { ...event, why: forgotten };
    case "members-planned":
    case "members-told":
      return event;
    default:
      return event satisfies never;
  }
};
