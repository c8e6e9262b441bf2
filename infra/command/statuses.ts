/** By what cases can be listed: how far they are. */
export const statuses = ["open", "review", "held", "closed"] as const;
export type Status = (typeof statuses)[number];
