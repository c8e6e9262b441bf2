import { withoutDesk } from "../case/forget.ts";
import type { Digest } from "./digest.ts";

/** A closed digest without its desk, and without what anybody wrote about its mail. */
export const forgetfulDigest = (state: Digest, at: string): Digest => ({
  ...state,
  notices: state.notices.map(withoutDesk),
  news: [],
  reviews: [],
  mails: [],
  ...(state.closed && { closed: { at: state.closed.at, outcome: state.closed.outcome } }),
  forgottenAt: at,
});
