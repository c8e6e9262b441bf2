/*
 * What can be known of a pattern without running it. A letter is read by hundreds of patterns of which hardly any
 * matches; which of them can't is told from the letters that each needs. All here may say "perhaps" and never a wrong
 * "no": what it does not understand of a pattern it leaves open.
 */

/**
 * One after the other: a text as it stands, a letter of these (`undefined`: of any), one of several ways. What stands
 * between letters (`^`, `\b`, `(?=…)`) is left out. `times`: exactly once, once or more, or perhaps not at all.
 */
type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "letter"; readonly of: readonly string[] | undefined; readonly times: Times }
  | { readonly kind: "ways"; readonly ways: readonly Way[]; readonly times: Times };
type Way = readonly Part[];
type Times = "once" | "more" | "perhaps";

/** Letters that stand for themselves. */
const plainText = /[^()[\]{}|?*+.^$\\]+/y;
const opening = /\((?:\?(?::|([=!]|<[=!])|<\w+>))?/y;
const quantifier = /(?:([?*])|\+|\{(\d+)(?:,\d*)?\})\??/y;
const classOf = /\[(\^?)((?:\\.|[^\]\\])*)\]/y;
const escaped = /\\(?:([bB])|u\w{4}|[pP]\{[^}]*\}|([^\w\s])|[dDsSwW\d])/y;
/** Of a larger class each letter says too little. */
const lettersAtMost = 8;

/** A pattern's source, read from left to right. */
type Reading = { readonly source: string; at: number; isUnderstood: boolean };

const take = (reading: Reading, pattern: RegExp): RegExpExecArray | undefined => {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.source) ?? undefined;
  if (found) reading.at = pattern.lastIndex;
  return found;
};

const notUnderstood = (reading: Reading): undefined => {
  reading.isUnderstood = false;
};

const timesOf = (reading: Reading): Times => {
  const sign = reading.source[reading.at];
  if (sign !== "?" && sign !== "*" && sign !== "+" && sign !== "{") return "once";
  const repeated = take(reading, quantifier);
  if (!repeated) return "once";
  return repeated[1] !== undefined || Number(repeated[2] ?? 1) === 0 ? "perhaps" : "more";
};

/** What stands between letters may be repeated, too. */
const place = (reading: Reading): undefined => {
  timesOf(reading);
};

const letter = (reading: Reading, of: readonly string[] | undefined): Part => {
  const times = timesOf(reading);
  const [only, ...others] = of ?? [];
  if (times === "once" && only !== undefined && others.length === 0) return { kind: "text", text: only };
  return { kind: "letter", of, times };
};

const group = (reading: Reading): Part | undefined => {
  const isPlace = take(reading, opening)?.[1] !== undefined;
  const ways = waysIn(reading);
  reading.at += 1;
  return isPlace ? place(reading) : { kind: "ways", ways, times: timesOf(reading) };
};

/** What begins with a sign; nothing where it stands for no letter. */
const partIn = (reading: Reading, sign: string | undefined): Part | undefined => {
  if (sign === "(") return group(reading);
  if (sign === "[") {
    const ofClass = take(reading, classOf);
    if (!ofClass) return notUnderstood(reading);
    const [, not, letters = ""] = ofClass;
    const isPlain = not === "" && !/[\\-]/.test(letters) && letters.length <= lettersAtMost;
    return letter(reading, isPlain ? [...letters] : undefined);
  }
  if (sign === "\\") {
    const found = take(reading, escaped);
    if (!found) return notUnderstood(reading);
    return found[1] ? place(reading) : letter(reading, found[2] ? [found[2]] : undefined);
  }
  reading.at += 1;
  if (sign === "^" || sign === "$") return place(reading);
  if (sign === ".") return letter(reading, undefined);
  return sign === "{" || sign === "}" ? letter(reading, [sign]) : notUnderstood(reading);
};

const wayIn = (reading: Reading): Way => {
  const parts: Part[] = [];
  const add = (part: Part | undefined): void => {
    const last = parts.at(-1);
    if (part?.kind === "text" && last?.kind === "text")
      parts[parts.length - 1] = { kind: "text", text: last.text + part.text };
    else if (part) parts.push(part);
  };
  while (reading.at < reading.source.length && reading.isUnderstood) {
    const sign = reading.source[reading.at];
    if (sign === "|" || sign === ")") break;
    const text = take(reading, plainText)?.[0];
    if (text === undefined) {
      add(partIn(reading, sign));
      continue;
    }
    const times = timesOf(reading);
    if (times === "once") add({ kind: "text", text });
    else {
      if (text.length > 1) add({ kind: "text", text: text.slice(0, -1) });
      add({ kind: "letter", of: [text.slice(-1)], times });
    }
  }
  return parts;
};

const waysIn = (reading: Reading): readonly Way[] => {
  const ways = [wayIn(reading)];
  while (reading.source[reading.at] === "|") {
    reading.at += 1;
    ways.push(wayIn(reading));
  }
  return ways;
};

/** Reads a pattern's source; `undefined` where it is written in a way that is not understood here. */
const waysOf = (source: string): readonly Way[] | undefined => {
  if (/[\ud800-\udfff]/.test(source)) return undefined;
  const reading: Reading = { source, at: 0, isUnderstood: true };
  const ways = waysIn(reading);
  return reading.isUnderstood && reading.at === source.length ? ways : undefined;
};

/** Letters that a match may begin with; `undefined`: any. */
export type FirstLetters = ReadonlySet<string> | undefined;

/** With which letters a match of this source may begin. */
export const firstLettersOf = (source: string): FirstLetters => {
  const ways = waysOf(source);
  const { letters, mayBeEmpty } = ways ? firstOfWays(ways) : { letters: undefined, mayBeEmpty: true };
  return mayBeEmpty ? undefined : letters;
};

type First = { readonly letters: FirstLetters; readonly mayBeEmpty: boolean };
const joined = (one: FirstLetters, other: FirstLetters): FirstLetters => one && other && new Set([...one, ...other]);

const firstOfWays = (ways: readonly Way[]): First =>
  ways.map(firstOfWay).reduce((one, other) => ({
    letters: joined(one.letters, other.letters),
    mayBeEmpty: one.mayBeEmpty || other.mayBeEmpty,
  }));

const firstOfWay = (way: Way): First => {
  let letters: FirstLetters = new Set<string>();
  for (const part of way) {
    if (part.kind === "text")
      return { letters: joined(letters, new Set([...part.text].slice(0, 1))), mayBeEmpty: false };
    const first = part.kind === "ways" ? firstOfWays(part.ways) : { letters: part.of, mayBeEmpty: false };
    letters = joined(letters, first.letters && new Set(first.letters));
    if (part.times !== "perhaps" && !first.mayBeEmpty) return { letters, mayBeEmpty: false };
  }
  return { letters, mayBeEmpty: true };
};

/** Texts of which one stands in whatever the ways match; `undefined`: none is known. */
const neededOf = (ways: readonly Way[]): readonly string[] | undefined => {
  const all: string[] = [];
  for (const way of ways) {
    const needed = neededOfWay(way);
    if (!needed) return undefined;
    all.push(...needed);
  }
  return all;
};

const neededOfWay = (way: Way): readonly string[] | undefined => {
  let best: readonly string[] | undefined;
  let most = 0;
  const offer = (texts: readonly string[] | undefined): void => {
    const worth = texts ? worthOf(texts) : 0;
    if (worth <= most) return;
    best = texts;
    most = worth;
  };
  let run = "";
  for (const part of way) {
    if (part.kind === "text") {
      run += part.text;
      continue;
    }
    const [only, ...others] = part.kind === "letter" ? (part.of ?? []) : [];
    const isOne = only !== undefined && others.length === 0;
    if (isOne && part.times !== "perhaps") run += only;
    if (run !== "") offer([run]);
    run = "";
    if (part.times !== "perhaps" && !isOne) offer(part.kind === "ways" ? neededOf(part.ways) : part.of);
  }
  if (run !== "") offer([run]);
  return best;
};

/** Long texts stand in few sentences; of two that are as long, fewer. None is worth anything with a blank alone. */
const worthOf = (texts: readonly string[]): number => {
  let shortest = texts.length === 0 ? 0 : 12;
  for (const text of texts) shortest = text.trim() === "" ? 0 : Math.min(shortest, text.length);
  return shortest === 0 ? 0 : shortest - texts.length / 1_000;
};

/** Every one, two and three letters in a row that stand in a text, each by a number that others may share: a bit. */
export type Grams = Uint32Array;
/** As few bytes as may be: a mail may have a hundred thousand sentences of a letter each. */
const gramsAtMost = 2_048;
const add = (grams: Grams, gram: number): void => {
  grams[gram >>> 5] = (grams[gram >>> 5] ?? 0) | (1 << (gram & 31));
};
const multipliers = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] as const;
const gramOf = (one: number, two: number, three: number): number =>
  (Math.imul(one, multipliers[0]) ^ Math.imul(two, multipliers[1]) ^ Math.imul(three, multipliers[2])) >>> 21;

/** Of the letter by itself, of it and the one before, and of these and the one before them. */
export const gramsOf = (text: string): Grams => {
  const grams = new Uint32Array(gramsAtMost / 32);
  let [before, last] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // As `gramOf`, whose parts are found once for all three.
    const one = Math.imul(unit, multipliers[2]);
    const two = one ^ Math.imul(last, multipliers[1]);
    add(grams, one >>> 21);
    add(grams, two >>> 21);
    add(grams, (two ^ Math.imul(before, multipliers[0])) >>> 21);
    before = last;
    last = unit;
  }
  return grams;
};

/** Of several texts one has to stand there, by all of its grams; `undefined`: nothing is known to be needed. */
export type Needs = readonly (readonly number[])[] | undefined;

/** What a pattern needs to match anywhere in a text. */
export const needsOf = ({ source, flags }: Pick<RegExp, "source" | "flags">): Needs => {
  const ways = flags.includes("i") ? undefined : waysOf(source);
  return ways && neededOf(ways)?.map(gramsNeeded);
};

const gramsNeeded = (text: string): readonly number[] => {
  if (text.length < 3) return [gramOf(0, text.length < 2 ? 0 : text.charCodeAt(0), text.charCodeAt(text.length - 1))];
  const grams: number[] = [];
  for (let at = 2; at < text.length; at++)
    grams.push(gramOf(text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)));
  return grams;
};

/** Whether a pattern that needs this may match in a text with these grams. */
export const mayMatch = (needs: Needs, grams: Grams): boolean => {
  if (needs === undefined) return true;
  for (const text of needs) {
    let isThere = true;
    for (const gram of text)
      if ((((grams[gram >>> 5] ?? 0) >>> (gram & 31)) & 1) === 0) {
        isThere = false;
        break;
      }
    if (isThere) return true;
  }
  return false;
};

/** Whether one of these patterns matches a text; `grams`: the text's own, where they are known. */
export const anyOf = (patterns: readonly RegExp[]): ((text: string, grams?: Grams) => boolean) => {
  const all = patterns.map((pattern) => ({ pattern, needs: needsOf(pattern) }));
  return (text, grams = gramsOf(text)) =>
    all.some(({ pattern, needs }) => mayMatch(needs, grams) && pattern.test(text));
};

/** Takes out of a text whatever these patterns match, one after the other; a blank stays. */
export const takenOut = (patterns: readonly RegExp[]): ((text: string, grams?: Grams) => string) => {
  const all = patterns.map((pattern) => ({ pattern, needs: needsOf(pattern) }));
  return (text, known) => {
    let left = text;
    let grams = known ?? gramsOf(text);
    for (const { pattern, needs } of all) {
      if (!mayMatch(needs, grams)) continue;
      const without = left.replace(pattern, " ");
      if (without === left) continue;
      left = without;
      grams = gramsOf(without);
    }
    return left;
  };
};
