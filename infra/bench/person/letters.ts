import { readFileSync } from "node:fs";
import { type Draw, pickAt } from "./draw.ts";
import { type Language, languages } from "./providers.ts";
import type { LetterKind } from "./week.ts";

/*
 * What desks write in the played week. The letters were written for it alone, and are in no set
 * that a reader of replies learnt from or is tested on. Whoever works on a reader leaves them
 * unread, or the week says nothing about letters that nobody has seen.
 */

/** By kind, without greeting. `{ticket}`, `{host}`, `{form}` and `{party}` are filled in. */
type Letters = ReadonlyMap<string, readonly string[]>;

/** A file has a heading for each kind, and below it letters with an empty line between them. */
const readLetters = (text: string): Letters =>
  new Map(
    text
      .split(/^# /m)
      .slice(1)
      .map((part) => {
        const [kind = "", ...letters] = part.trim().split(/\n\s*\n|\n(?=\n)/);
        const [name = "", ...first] = kind.split("\n");
        return [name.trim(), [first.join("\n"), ...letters].map((one) => one.trim()).filter(Boolean)] as const;
      }),
  );

const kept = new Map<Language, Letters>();
const lettersIn = (language: Language): Letters => {
  const known =
    kept.get(language) ?? readLetters(readFileSync(new URL(`letters/${language}.txt`, import.meta.url), "utf8"));
  kept.set(language, known);
  return known;
};

export const lettersOf = (language: Language, kind: LetterKind | "greeting" | "end"): readonly string[] => {
  const letters = lettersIn(language).get(kind) ?? [];
  if (letters.length === 0) throw new Error(`Nothing is written for ${kind} in ${languages.join(", ")}.`);
  return letters;
};

/** What a letter is filled in with. */
export type Filling = Readonly<Record<"ticket" | "host" | "form" | "party", string>>;

/** One letter of a desk, whole. */
export const letterOf = (language: Language, kind: LetterKind, filling: Filling, draw: Draw): string => {
  const body = pickAt(lettersOf(language, kind), draw("letter"));
  const filled = body.replace(/\{(ticket|host|form|party)\}/g, (whole, name: string) => {
    switch (name) {
      case "ticket":
      case "host":
      case "form":
      case "party":
        return filling[name];
      default:
        return whole;
    }
  });
  const [greeting, end] = (["greeting", "end"] as const).map((one) => pickAt(lettersOf(language, one), draw(one)));
  return [greeting, filled, end].join("\n\n");
};
