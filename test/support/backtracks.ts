import { setFlagsFromString } from "node:v8";

/** V8's own limit: a search that goes back more often finds nothing. */
type Limited = (source: string, flags: string, backtracksAtMost: number) => RegExp;
setFlagsFromString("--allow-natives-syntax");
const limited = new Function(
  "source",
  "flags",
  "most",
  "return %NewRegExpWithBacktrackLimit(source, flags, most)",
) as Limited;

/**
 * Whether a pattern goes back more often than that while it is looked for at each place of a text.
 * Counted and not timed, so that a busy machine changes nothing; a thousand times are some
 * microseconds.
 */
export const goesBackMoreThan = (most: number, { source, flags }: RegExp, text: string): boolean => {
  // Takes each place by the pattern or, where that fails, by itself, and so ends at every text. The
  // last group says nothing; V8 keeps what it compiled by its source, limit and all.
  const everywhere = `(?:(?:${source})|[^])*(?:|${most})`;
  // V8 leaves out what it can foresee to fail, unless it has compiled much already: always or never,
  // and here never.
  setFlagsFromString("--no-regexp-optimization");
  try {
    return limited(everywhere, flags.replace(/[gy]/g, ""), most).exec(text) === null;
  } finally {
    setFlagsFromString("--regexp-optimization");
  }
};

export type Search = { readonly pattern: RegExp; readonly text: string };

/** What was searched, and in what, while `work` ran; a search for all places counts as one. */
export const searchesOf = (work: () => void): readonly Search[] => {
  const searches: Search[] = [];
  const methods = ["exec", "test", Symbol.replace, Symbol.split, Symbol.match, Symbol.matchAll, Symbol.search] as const;
  const before = methods.map((name) => [name, Object.getOwnPropertyDescriptor(RegExp.prototype, name)] as const);
  let isWithin = false;
  for (const [name, descriptor] of before) {
    const method: (this: RegExp, text: string, ...more: unknown[]) => unknown = descriptor?.value;
    Object.defineProperty(RegExp.prototype, name, {
      ...descriptor,
      value(this: RegExp, text: string, ...more: unknown[]) {
        if (isWithin) return method.call(this, text, ...more);
        searches.push({ pattern: this, text });
        isWithin = true;
        try {
          return method.call(this, text, ...more);
        } finally {
          isWithin = false;
        }
      },
    });
  }
  try {
    work();
  } finally {
    for (const [name, descriptor] of before) if (descriptor) Object.defineProperty(RegExp.prototype, name, descriptor);
  }
  return searches;
};
