import Mustache from "mustache";
import { oncePer } from "../kernel/once-per.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { PartName } from "./part-names.ts";
import type { ComposeProblem } from "./request.ts";
import { shape } from "./shape.ts";

/** ISO 639-1, in the order in which they are listed. */
export const noticeLanguages = [
  "en",
  "de",
  "fr",
  "nl",
  "es",
  "pt",
  "it",
  "pl",
  "ru",
  "uk",
  "tr",
  "zh",
  "ja",
  "ko",
] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];

/** `name`: the language's English name, for the person on call. */
export type Texts = {
  readonly language: NoticeLanguage;
  readonly name: string;
  readonly parts: Readonly<Record<PartName, string>>;
};

/** The texts of one language, or of several put together. */
export type Named = { readonly language: string; readonly textOf: (name: string) => string | undefined };

export const namedIn = ({ language, parts }: Texts): Named => {
  const named: Readonly<Record<string, string>> = parts;
  return { language, textOf: (name) => (Object.hasOwn(named, name) ? named[name] : undefined) };
};

/** Every string has passed `plainText`; none is ever read as a template. */
export type Fact = string | boolean | readonly string[] | readonly Facts[] | undefined;
export type Facts = { readonly [name: string]: Fact };

export const stringsIn = (facts: Facts): readonly string[] => Object.values(facts).flatMap(stringsOf);
const stringsOf = (fact: Fact): readonly string[] => {
  if (typeof fact === "string") return [fact];
  if (typeof fact !== "object") return [];
  return fact.flatMap((item) => (typeof item === "string" ? [item] : stringsIn(item)));
};

/** Short names in texts (`{{>please}}`) and this mail's texts for them (`please.host`). */
export type Choices = Readonly<Record<string, string>>;

type TextProblem = Extract<ComposeProblem, { kind: "text-missing" | "fact-missing" }>;
type Token = readonly unknown[];

/** Mustache builds its cache key from the whole text each time. Texts are few: the text is the key here. */
class TextWriter extends Mustache.Writer {
  override readonly parse = oncePer((text: string) => Mustache.parse(text));
}
const writer = new TextWriter();

const isKnown = (fact: Fact): boolean =>
  fact !== undefined && fact !== "" && fact !== false && !(Array.isArray(fact) && fact.length === 0);
const isFacts = (item: unknown): item is Facts => typeof item === "object" && item !== null && !Array.isArray(item);
const look = (name: string, scopes: readonly Facts[]): Fact =>
  scopes.findLast((scope) => Object.hasOwn(scope, name))?.[name];

/**
 * Renders one named text. Mustache prints nothing for a missing fact or text, so a mail could go out without its
 * address (that happened elsewhere). Here each is looked for first, and its absence is the answer.
 */
export const render = (texts: Named, choices: Choices, name: string, facts: Facts): Result<string, TextProblem> => {
  const shaped: Readonly<Record<string, string>> = shape;
  const textOf = (wanted: string): string | undefined => {
    const chosen = (Object.hasOwn(choices, wanted) ? choices[wanted] : undefined) ?? wanted;
    if (Object.hasOwn(shaped, chosen)) return shaped[chosen];
    return texts.textOf(chosen);
  };
  const missing = firstMissing(name, [facts], textOf, 0);
  if (missing)
    return fail(
      missing.kind === "text-missing"
        ? { kind: "text-missing", part: `${choices[missing.part] ?? missing.part} (${texts.language})` }
        : missing,
    );
  return ok(writer.render(textOf(name) ?? "", facts, textOf, { escape: String }).trimEnd());
};

const firstMissing = (
  name: string,
  scopes: readonly Facts[],
  textOf: (name: string) => string | undefined,
  depth: number,
): TextProblem | undefined => {
  const text = textOf(name);
  // Texts name texts two or three deep; twenty is a circle.
  if (text === undefined || depth > 20) return { kind: "text-missing", part: name };
  return missingIn(writer.parse(text), scopes, textOf, depth);
};

const missingIn = (
  tokens: readonly unknown[],
  scopes: readonly Facts[],
  textOf: (name: string) => string | undefined,
  depth: number,
): TextProblem | undefined => {
  for (const token of tokens) {
    const found = Array.isArray(token) ? missingAt(token, scopes, textOf, depth) : undefined;
    if (found) return found;
  }
  return undefined;
};

const missingAt = (
  [kind, name, , , inner]: Token,
  scopes: readonly Facts[],
  textOf: (name: string) => string | undefined,
  depth: number,
): TextProblem | undefined => {
  if (typeof name !== "string") return undefined;
  if (kind === ">") return firstMissing(name, scopes, textOf, depth + 1);
  if (kind === "name" || kind === "&" || kind === "{")
    return name === "." || isKnown(look(name, scopes)) ? undefined : { kind: "fact-missing", fact: name };
  if (kind !== "#" || !Array.isArray(inner)) return undefined;
  const fact = look(name, scopes);
  if (!isKnown(fact)) return undefined;
  const items: readonly Facts[] = Array.isArray(fact) ? fact.filter(isFacts) : [];
  if (items.length === 0) return missingIn(inner, scopes, textOf, depth);
  return items.map((item) => missingIn(inner, [...scopes, item], textOf, depth)).find((found) => found !== undefined);
};
