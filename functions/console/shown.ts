import { defangHost, defangText, defangUrl, defangWords } from "../kernel/defang.ts";
import { visible } from "../kernel/visible.ts";
import { isUrgent } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { type ReviewItem, targetIn } from "../store/queue-entry.ts";

export { visible, visibleInLine } from "../kernel/visible.ts";

/*
 * How anything that others wrote is put before a person. The pages put it into text nodes only;
 * here it is made so that nobody can copy or tap a link out of it, and so that what can't be seen
 * is seen.
 */

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
export const hostsOf = (state: ReviewItem | undefined): readonly string[] => {
  const host = state && targetIn(state)?.target.host;
  return host === undefined ? [] : [host];
};

/** Whether what was written about a case stands folded. */
export const isFolded = (state: ReviewItem): boolean => {
  const target = targetIn(state);
  return target !== undefined && isUrgent(target.category);
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
