import { fail, ok, type Result } from "../kernel/result.ts";
import type { Outline } from "./outline.ts";
import { wrap } from "./plain-text.ts";
import { type Choices, type Facts, type Named, namedIn, render, type Texts } from "./texts.ts";

/** At the top what is asked, at the foot on what ground. `parts`: texts as rendered, for the check. */
export type Section = {
  readonly texts: Texts;
  readonly parts: Readonly<Record<string, string>>;
  readonly greeting: string;
  readonly top: string;
  readonly foot: string;
};

/** The facts once, under labels in every language of the mail. */
export type FactBlock = { readonly parts: Readonly<Record<string, string>>; readonly text: string };

export type SectionProblem = Extract<ReturnType<typeof render>, { ok: false }>["error"];

/** Fails with the first text or fact that is missing. */
export const renderAll = (
  texts: Named,
  choices: Choices,
  names: readonly string[],
  facts: Facts,
): Result<Readonly<Record<string, string>>, SectionProblem> => {
  const parts: Record<string, string> = {};
  for (const name of names) {
    const rendered = render(texts, choices, name, facts);
    if (!rendered.ok) return fail(rendered.error);
    parts[name] = rendered.value;
  }
  return ok(parts);
};

export const sectionOf = (
  texts: Texts,
  { marks, top, foot, choices }: Outline,
  facts: Facts,
): Result<Section, SectionProblem> => {
  const parts = renderAll(namedIn(texts), choices, [...marks, "type", "greeting", ...top, ...foot], facts);
  if (!parts.ok) return parts;
  const said = (lines: readonly string[]) => inARow(lines.map((line) => parts.value[line] ?? ""));
  return ok({ texts, parts: parts.value, greeting: said(["greeting"]), top: said(top), foot: said(foot) });
};

export const factBlockOf = (
  texts: readonly Texts[],
  { facts: lines, choices }: Outline,
  facts: Facts,
): Result<FactBlock, SectionProblem> => {
  const parts = renderAll(together(texts), choices, lines, facts);
  if (!parts.ok) return parts;
  const written = lines.map((line) => parts.value[line] ?? "").filter((line) => line !== "");
  return ok({ parts: parts.value, text: written.map((line) => wrap(line, { hangs: true })).join("\n") });
};

/** Labels side by side: `Zuletzt gesehen / Last seen`. What one language lacks is lacking. */
export const together = (texts: readonly Texts[]): Named => {
  const each = texts.map(namedIn);
  return {
    language: texts.map(({ language }) => language).join("+"),
    textOf: (name) => {
      const said = each.map(({ textOf }) => textOf(name));
      return said.includes(undefined) ? undefined : [...new Set(said)].join(" / ");
    },
  };
};

/** Chinese and Japanese sentences follow without a space. */
const inARow = (sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => sentence !== "")
    .reduce((text, next) => (text === "" || text.endsWith("。") ? `${text}${next}` : `${text} ${next}`), "");

/** What stands once in a mail, whatever its languages. */
type Once = { readonly letter: string | undefined; readonly block: FactBlock; readonly list: string | undefined };

/** A further language begins with its name, so that its readers see at once where to look. */
export const joinSections = (sections: readonly Section[], { letter, block, list }: Once): string => {
  const inEach = (said: (section: Section) => string): readonly string[] =>
    sections.flatMap((section, at) => {
      const text = said(section);
      return text === "" ? [] : [wrap(at === 0 ? text : `[${section.texts.name}] ${text}`, { hangs: false })];
    });
  return [
    ...sections.slice(0, 1).map(({ greeting }) => greeting),
    ...inEach(({ top }) => top),
    ...(letter === undefined ? [] : [letter]),
    block.text,
    ...(list === undefined ? [] : [list]),
    ...inEach(({ foot }) => foot),
  ].join("\n\n");
};
