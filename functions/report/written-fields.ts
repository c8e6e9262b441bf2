/** Evidence with a field of its own. */
export const evidenceFields = [
  "explanation",
  "reproduce",
  "imitates",
  "legitimateSite",
  "rightNumber",
  "classification",
  "detectedBy",
  "source",
  "links",
] as const;

/** `more`: further evidence, as JSON by the queue's form. */
export const writtenFields = [
  "reporter",
  "reportId",
  "category",
  "channel",
  "address",
  "service",
  "account",
  "peer",
  "port",
  "seenAt",
  "firstSeenAt",
  "live",
  "domainIsMalicious",
  "labels",
  ...evidenceFields,
  "more",
] as const;
export type WrittenField = (typeof writtenFields)[number];
export type Written = Partial<Readonly<Record<WrittenField, string>>>;

export const isWrittenField = (name: string): name is WrittenField => writtenFields.some((one) => one === name);
