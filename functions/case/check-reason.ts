/*
 * Whether it is gone is a question to whoever can look: a reporter whose settings say `checks` is asked by the news
 * `check-wanted`, and answers with *gone* or *still-up*. After the policy's time the machine goes on without an answer.
 * Nothing ends by silence.
 */

/** Why a reporter's checker is asked. */
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
