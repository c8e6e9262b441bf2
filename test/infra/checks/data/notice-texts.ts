import { readdirSync } from "node:fs";
import Mustache from "mustache";
import * as z from "../../../../functions/kernel/zod.ts";
import { type PartName, partNames } from "../../../../functions/notice/part-names.ts";
import { english } from "../../../../functions/notice/templates/languages.ts";
import { noticeLanguages } from "../../../../functions/notice/texts.ts";
import { type DataFile, filled, here, holds, languageNames, type Wrong } from "./holds.ts";

/** `{{host}}`, `{{#host}}`, `{{>on}}`, as far as a text and its translation must agree on them. */
const placeholdersIn = (tokens: readonly unknown[]): readonly string[] =>
  tokens.flatMap((token) => {
    if (!Array.isArray(token)) return [];
    const [kind, name, , , inner]: readonly unknown[] = token;
    const own = kind === "name" ? `{{${name}}}` : kind === "text" ? undefined : `{{${kind}${name}}}`;
    return [...(own ? [own] : []), ...(Array.isArray(inner) ? placeholdersIn(inner) : [])];
  });

/** A language may name again what a text is about, or leave it out. */
const isFree = (placeholder: string): boolean => placeholder === "{{>it}}";

const readText = (text: string): readonly string[] | { readonly wrong: string } => {
  try {
    return [...new Set(placeholdersIn(Mustache.parse(text)))].filter((placeholder) => !isFree(placeholder));
  } catch (error) {
    return { wrong: `a placeholder is not whole (${String(error)}): compare it with the English text` };
  }
};

const wrongIn = (part: PartName, text: string): readonly Wrong[] => {
  const [own, theirs] = [readText(text), readText(english.parts[part])];
  if ("wrong" in own) return here(own.wrong);
  if ("wrong" in theirs) return [];
  return here(
    ...theirs
      .filter((placeholder) => !own.includes(placeholder))
      .map((lacking) => `lacks ${lacking}, which the English text has: write it, unchanged, where it belongs`),
    ...own
      .filter((placeholder) => !theirs.includes(placeholder))
      .map((own) => `has ${own}, which the English text has not: take it out`),
  );
};

const textOf = (part: PartName) => filled.check(holds((text: string) => wrongIn(part, text)));

const textsIn = (language: string) =>
  z.strictObject({
    name: z.literal(languageNames.of(language) ?? language),
    parts: z.strictObject(Object.fromEntries(partNames.map((part) => [part, textOf(part)]))),
  });

const templates = "functions/notice/templates";
const isLanguage = (code: string): boolean => noticeLanguages.some((language) => language === code);

const unknownLanguage = z
  .unknown()
  .check(holds(() => here("its name is no language's: add the code to noticeLanguages in functions/notice/texts.ts")));

/** Each language has all parts, and in each the placeholders of the English one. */
export const noticeTexts = (): readonly DataFile[] =>
  readdirSync(templates)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ file: `${templates}/${name}`, code: name.replace(/\.json$/, "") }))
    .map(({ file, code }) => ({ file, schema: isLanguage(code) ? textsIn(code) : unknownLanguage }));
