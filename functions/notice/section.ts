import { ok, type Result } from "../kernel/result.ts";
import type { Outline } from "./outline.ts";
import { wrap } from "./plain-text.ts";
import { groundsHere } from "./shape.ts";
import { type Facts, render, type Texts } from "./texts.ts";

/**
 * The whole notice in one language. `parts` are its texts as rendered, by name, for the check on
 * the finished mail.
 */
export type Section = {
  readonly texts: Texts;
  readonly parts: Readonly<Record<string, string>>;
  readonly text: string;
};

type SectionProblem = Extract<ReturnType<typeof render>, { ok: false }>["error"];

/** Renders one language's section; the first text or fact that is missing is the answer. */
export const sectionOf = (
  texts: Texts,
  { mark, body, grounds, choices }: Outline,
  facts: Facts,
): Result<Section, SectionProblem> => {
  const parts: Record<string, string> = {};
  for (const name of [
    ...(mark === undefined ? [] : [mark]),
    "type",
    ...body.flat().filter((line) => line !== groundsHere),
    ...grounds,
  ]) {
    const rendered = render(texts, choices, name, facts);
    if (!rendered.ok) return rendered;
    parts[name] = rendered.value;
  }
  const textOf = (line: string) =>
    line === groundsHere ? inARow(grounds.map((ground) => parts[ground] ?? "")) : (parts[line] ?? "");
  const paragraphs = body.map((lines) =>
    lines
      .map(textOf)
      .filter((line) => line !== "")
      .map((line) => wrap(line, { hangs: lines.length > 1 }))
      .join("\n"),
  );
  return ok({ texts, parts, text: paragraphs.filter((paragraph) => paragraph !== "").join("\n\n") });
};

/** Sentences one after the other; Chinese and Japanese ones without a space. */
const inARow = (sentences: readonly string[]): string =>
  sentences.reduce((text, next) => (text === "" || text.endsWith("。") ? `${text}${next}` : `${text} ${next}`), "");

/**
 * The sections one below the other. Whoever does not read the first is told at once where to look.
 */
export const joinSections = (sections: readonly Section[]): string => {
  const [first, ...rest] = sections;
  if (!first) return "";
  if (rest.length === 0) return first.text;
  return [
    `[${rest.map(({ texts }) => texts.name).join(", ")} text below]`,
    first.text,
    ...rest.flatMap(({ texts, text }) => [`---------- ${texts.name} ----------`, text]),
  ].join("\n\n");
};
