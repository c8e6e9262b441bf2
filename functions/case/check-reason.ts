/*
 * Reporters with `checks` in their settings get the news `check-wanted` and answer *gone* or *still-up*.
 * After the policy's time the machine goes on without an answer. Nothing ends by silence.
 */

export const checkWhys = [
  "desk-says-removed",
  "desk-finds-nothing",
  "another-says-gone",
  "before-reminder",
  "before-next-rung",
  "before-a-person",
  "out-of-dns",
  "after-removal",
] as const;

export type CheckReason = (typeof checkWhys)[number];
