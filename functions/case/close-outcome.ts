export const closeOutcomes = ["removed", "gone", "withdrawn", "decided", "dismissed", "returned-to-reporter"] as const;
export type CloseOutcome = (typeof closeOutcomes)[number];
