import { defangHost, defangText, defangUrl, defangWords } from "../kernel/defang.ts";
import type { Case } from "../matters/case.ts";
import { targetIn } from "../matters/kinds.ts";
import { foldsWords } from "../report/category.ts";
import type { Target } from "../report/report.ts";

/*
 * How anything that others wrote is put before a person. The pages put it into text nodes only;
 * here it is made so that nobody can copy or tap a link out of it, and so that what can't be seen
 * is seen.
 */

// Controls, marks that turn the reading order, and all that has no width: by them a text reads
// otherwise than it is written.
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const spelled = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
};

/** Spells out what cannot be seen: `\u202e`. Line breaks and tabs stay. */
export const visible = (text: string): string => text.replace(/\r\n/g, "\n").replace(unseen, spelled);

/** The same on one line: line breaks and tabs are spelled out, too. */
export const visibleInLine = (text: string): string => visible(text).replace(/[\n\t]/g, spelled);

// What `defangText` takes for part of a longer word ("xhttp://") still looks like a link to a
// client.
const withoutSchemes = (text: string): string =>
  text.replace(/h(tt)p(?=s?:[/\\])/gi, (scheme) => scheme.replace(/t/g, "x").replace(/T/g, "X"));

/**
 * Somebody's words, with every URL and the given hosts defanged; what they defanged themselves
 * stays as it is.
 */
export const shown = (text: string, hosts: readonly string[] = []): string =>
  withoutSchemes(visible(defangText(text, hosts)));

/** The hosts that must never stand in clear on a case's page. */
export const hostsOf = (state: Case | undefined): readonly string[] => {
  const host = state && targetIn(state)?.target.host;
  return host === undefined ? [] : [host];
};

/** Whether what was written about a case stands folded. */
export const isFolded = (state: Case): boolean => {
  const target = targetIn(state);
  return target !== undefined && foldsWords(target.category);
};

/** Words in which any name may be reported, where no page says which: every name in them is defanged. */
export const shownWords = (text: string): string => withoutSchemes(visible(defangWords(text)));

/**
 * How a reporter wrote a URL, defanged: in whatever letters, scripts and full stops its host stands
 * in it.
 */
export const shownSpelling = (written: string, host: string): string =>
  withoutSchemes(visible(defangWords(written, [host])));

/** What was reported, in full and defanged. */
export const shownTarget = (target: Target): string => {
  switch (target.kind) {
    case "url":
      return withoutSchemes(visible(defangUrl(target.url).replaceAll(target.host, defangHost(target.host))));
    case "host":
      return shown(defangHost(target.host));
    case "peer":
      return shown(`${defangHost(target.host)}, port ${target.port}${target.protocol ? `, ${target.protocol}` : ""}`);
    case "account":
      return shown(`account “${target.account}” at ${defangHost(target.host)}`, [target.host]);
    default:
      return target satisfies never;
  }
};
