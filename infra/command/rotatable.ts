/** Whose keys `takedown rotate` gives anew; apart from what does it, so that the program starts at once. */
export const rotatable = ["master", "reply", "session"] as const;
export type Rotatable = (typeof rotatable)[number];
