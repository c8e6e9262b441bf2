/*
 * What can be known of a pattern without running it. A letter is read by hundreds of patterns of which hardly any
 * matches; which of them can't is told from the letters that each needs. All here may say "perhaps" and never a wrong
 * "no": what it does not understand of a pattern it leaves open.
 */

/** One after the other; `times`: exactly once, once or more, or perhaps not at all. */
type Way = readonly { readonly shape: Shape; readonly times: "once" | "more" | "perhaps" }[];
/** A letter of these (`undefined`: of any), one of several ways, or a place between letters. */
type Shape =
  | { readonly kind: "letter"; readonly of: readonly string[] | undefined }
  | { readonly kind: "ways"; readonly ways: readonly Way[] }
  | { readonly kind: "place" };

const anyLetter: Shape = { kind: "letter", of: undefined };
const place: Shape = { kind: "place" };

const opening = /\((?:\?(?::|([=!]|<[=!])|<\w+>))?/y;
const quantifier = /(?:([?*])|\+|\{(\d+)(?:,\d*)?\})\??/y;
const classOf = /\[(\^?)((?:\\.|[^\]\\])*)\]/y;
const escaped = /\\(?:([bB])|u\w{4}|[pP]\{[^}]*\}|([^\w\s])|[dDsSwW\d])/y;
/** What a letter by itself can't be: then this reading of the pattern is wrong. */
const notALetter = /[?*+\\[\]]/;
/** Of a larger class each letter says too little. */
const lettersAtMost = 8;

/** Reads a pattern's source; `undefined` where it is written in a way that is not understood here. */
const waysOf = (source: string): readonly Way[] | undefined => {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source) ?? undefined;
    if (found) at = pattern.lastIndex;
    return found;
  };
  let isUnderstood = !/[\ud800-\udfff]/.test(source);
  const shape = (): Shape => {
    const group = take(opening);
    if (group) {
      const ways = allWays();
      at += 1;
      return group[1] === undefined ? { kind: "ways", ways } : place;
    }
    const ofClass = take(classOf);
    if (ofClass) {
      const [, not, letters = ""] = ofClass;
      const isPlain = not === "" && !/[\\-]/.test(letters) && letters.length <= lettersAtMost;
      return isPlain ? { kind: "letter", of: [...letters] } : anyLetter;
    }
    const sign = take(escaped);
    if (sign) return sign[1] ? place : sign[2] ? { kind: "letter", of: [sign[2]] } : anyLetter;
    const letter = source[at++] ?? "";
    isUnderstood &&= !notALetter.test(letter);
    if (letter === "^" || letter === "$") return place;
    return letter === "." ? anyLetter : { kind: "letter", of: [letter] };
  };
  const way = (): Way => {
    const parts: Way[number][] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const one = shape();
      const repeated = take(quantifier);
      const mayMiss = repeated?.[1] !== undefined || Number(repeated?.[2] ?? 1) === 0;
      parts.push({ shape: one, times: !repeated ? "once" : mayMiss ? "perhaps" : "more" });
    }
    return parts;
  };
  const allWays = (): readonly Way[] => {
    const ways = [way()];
    while (source[at] === "|") {
      at += 1;
      ways.push(way());
    }
    return ways;
  };
  const ways = allWays();
  return isUnderstood && at === source.length ? ways : undefined;
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
  for (const { shape, times } of way) {
    if (shape.kind === "place") continue;
    const first = shape.kind === "ways" ? firstOfWays(shape.ways) : { letters: shape.of, mayBeEmpty: false };
    letters = joined(letters, first.letters && new Set(first.letters));
    if (times !== "perhaps" && !first.mayBeEmpty) return { letters, mayBeEmpty: false };
  }
  return { letters, mayBeEmpty: true };
};

/** Texts of which one stands in whatever the ways match; `undefined`: none is known. */
const neededOf = (ways: readonly Way[]): readonly string[] | undefined => {
  const all = ways.map(neededOfWay);
  return all.some((each) => each === undefined) ? undefined : all.flatMap((each) => each ?? []);
};

const neededOfWay = (way: Way): readonly string[] | undefined => {
  let best: readonly string[] | undefined;
  const offer = (texts: readonly string[] | undefined): void => {
    if (texts?.every((text) => text.trim() !== "") && worth(texts) > worth(best ?? [])) best = texts;
  };
  let run = "";
  const endRun = (): void => {
    offer([run]);
    run = "";
  };
  for (const { shape, times } of way) {
    if (shape.kind === "place") continue;
    const [only, ...others] = shape.kind === "letter" ? (shape.of ?? []) : [];
    const isOne = only !== undefined && others.length === 0;
    if (isOne && times !== "perhaps") run += only;
    if (isOne && times === "once") continue;
    endRun();
    if (times !== "perhaps" && !isOne) offer(shape.kind === "ways" ? neededOf(shape.ways) : shape.of);
  }
  endRun();
  return best;
};

/** Long texts stand in few sentences; of two that are as long, fewer. */
const worth = (texts: readonly string[]): number =>
  texts.length === 0 ? 0 : Math.min(12, ...texts.map(({ length }) => length)) - texts.length / 1_000;

/** Every one, two and three letters in a row that stand in a text, each by a number that others may share. */
export type Grams = Uint8Array;
const gramsAtMost = 2_048;
const gramOf = (one: number, two: number, three: number): number =>
  (Math.imul(one, 0x9e3779b1) ^ Math.imul(two, 0x85ebca6b) ^ Math.imul(three, 0xc2b2ae35)) >>> 21;

export const gramsOf = (text: string): Grams => {
  const grams = new Uint8Array(gramsAtMost);
  let [before, last] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    grams[gramOf(0, 0, unit)] = 1;
    grams[gramOf(0, last, unit)] = 1;
    grams[gramOf(before, last, unit)] = 1;
    [before, last] = [last, unit];
  }
  return grams;
};

/** Of several texts one has to stand there, by all of its grams; `undefined`: nothing is known to be needed. */
export type Needs = readonly (readonly number[])[] | undefined;

/** What a pattern needs to match anywhere in a text. */
export const needsOf = ({ source, flags }: RegExp): Needs => {
  const ways = flags.includes("i") ? undefined : waysOf(source);
  return ways && neededOf(ways)?.map(gramsNeeded);
};

const gramsNeeded = (text: string): readonly number[] => {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  if (units.length < 3) return [gramOf(0, units.at(-2) ?? 0, units.at(-1) ?? 0)];
  return units.slice(2).map((unit, at) => gramOf(units[at] ?? 0, units[at + 1] ?? 0, unit));
};

/** Whether a pattern that needs this may match in a text with these grams. */
export const mayMatch = (needs: Needs, grams: Grams): boolean => {
  if (needs === undefined) return true;
  for (const text of needs) {
    let isThere = true;
    for (const gram of text)
      if (grams[gram] === 0) {
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
