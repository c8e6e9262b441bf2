export const rowKinds = [
  "opt-out",
  "protected",
  "inhibition",
  "provider",
  "reporter",
  "country",
  "reason",
  "standing-answer",
  "session-end",
] as const;
export type RowKind = (typeof rowKinds)[number];

export const standingAnswerDaysAtMost = 60;
