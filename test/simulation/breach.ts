/** What went wrong: one of the promises, and a sentence. */
export const promises = [
  "duplicate",
  "lost",
  "wrong recipient",
  "mail after a stop",
  "moved by a stranger",
  "without a bound",
  "acted twice",
  "out of time",
  "resent",
  "history",
  "leak",
  "unforeseen",
] as const;
export type Breach = { readonly promise: (typeof promises)[number]; readonly what: string };

/** Writes a breach down. */
export type Tells = (promise: Breach["promise"], what: string) => void;
