/** All that a stage has bears it, with the stage's name; costs are counted by it. */
export const stageTag = "takedown-stage";

/**
 * Settings of the cases' table that DynamoDB does not restore. The stack gives them to its own
 * table (`constructs/case-table.ts`), `takedown restored --prepare` to a restored one.
 */
export const tableSettings = {
  // Retention only, never a timer: DynamoDB takes up to two days to delete.
  timeToLiveAttribute: "expiresAt",
  // For those who hear of what happened: a history line is told as it was written.
  streamViewType: "NEW_IMAGE",
} as const;
