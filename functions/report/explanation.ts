/** Characters of an explanation. */
export const explanationAtMost = 2000;
