import type { Instant } from "../kernel/instant.ts";
import type { EventOf } from "./event.ts";
import type { Notice } from "./notice.ts";

/**
 * In line for the next window, with all others that wait then; by itself where there are no
 * windows.
 */
export const waitAnew = (
  notice: Notice,
  now: Instant,
  window: Instant | undefined,
  why: string,
): ReturnType<typeof lineUp> => ({
  ...lineUp(notice, now, why, window),
  notBefore: window ?? now,
});

/** In line at once: by itself, or with those who still wait for the same window. */
export const lineUp = ({ id }: Notice, now: Instant, why: string, window?: Instant): EventOf<"notice-requeued"> => ({
  type: "notice-requeued",
  at: now,
  noticeId: id,
  notBefore: now,
  ...(window && { window }),
  why,
});
