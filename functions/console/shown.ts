import { defangHost, defangText, defangUrl, defangWords } from "../kernel/defang.ts";
import { visible } from "../kernel/visible.ts";
import { isUrgent } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { type ReviewItem, targetIn } from "../store/queue-entry.ts";

export { visible, visibleInLine } from "../kernel/visible.ts";

/* Makes others' words safe to show: no links, nothing invisible. They go into text nodes only. */

// `defangText` leaves "xhttp://" as part of a longer word, but clients take it for a link.
const withoutSchemes = (text: string): string =>
  text.replace(/h(tt)p(?=s?:[/\\])/gi, (scheme) => scheme.replace(/t/g, "x").replace(/T/g, "X"));

/** Defangs every URL and the given hosts. What is defanged already stays as it is. */
export const shown = (text: string, hosts: readonly string[] = []): string =>
  withoutSchemes(visible(defangText(text, hosts)));

/** The hosts that must never stand in clear on a case's page. */
export const hostsOf = (state: ReviewItem | undefined): readonly string[] => {
  const host = state && targetIn(state)?.target.host;
  return host === undefined ? [] : [host];
};

export const isFolded = (state: ReviewItem): boolean => {
  const target = targetIn(state);
  return target !== undefined && isUrgent(target.category);
};

/** Defangs every name, since any may be the reported one and no page says which. */
export const shownWords = (text: string): string => withoutSchemes(visible(defangWords(text)));

/** A URL as its reporter wrote it, its host defanged in whatever letters, scripts and full stops. */
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
