import type { Case } from "../case/case.ts";
import type { Notifier } from "../case/event.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import type { Reporter, Settings } from "../kernel/settings.ts";
import { isChildAbuse } from "../report/category.ts";
import { cutNames } from "./name-spellings.ts";

/** Reporters who stand by the case and whom the settings know, in order of arrival. */
export const standingReporters = (state: Case, settings: Pick<Settings, "reporters">): readonly Reporter[] => [
  ...new Set(
    state.reporters
      .filter((id) => !state.withdrawn.includes(id))
      .flatMap((id) => reporterOf(settings.reporters, id) ?? []),
  ),
];

/**
 * DSA Art. 16(2)(c) asks for the notifier's name "except in the case of information considered to involve" child
 * sexual abuse: there only who wants it is named (`namedInChildAbuse`).
 */
const isNamed = ({ category }: Case, { namedInChildAbuse = false }: Reporter): boolean =>
  !isChildAbuse(category) || namedInChildAbuse;

export const namedReporters = (state: Case, settings: Pick<Settings, "reporters">): readonly Reporter[] =>
  standingReporters(state, settings).filter((reporter) => isNamed(state, reporter));

/** All who ever reported it, under today's and former names. */
const everNotifiersOf = ({ notifiers = [], reporters }: Case, known: readonly Reporter[]): readonly Notifier[] => [
  ...notifiers,
  ...reporters.flatMap((id) => reporterOf(known, id) ?? []),
];

/**
 * Organisations and mailboxes of notifiers named to nobody (DSA Art. 16(2)(c)): of all who ever reported it, as
 * other reporters' words may name them. Not the sender's, who signs, nor those of whom the notice names.
 */
export const hiddenNames = (state: Case, settings: Settings): readonly string[] => {
  if (!isChildAbuse(state.category)) return [];
  const named = namedReporters(state, settings);
  return everNotifiersOf(state, settings.reporters)
    .filter(({ organisation }) => organisation !== settings.organisation)
    .filter(
      ({ organisation, contact }) =>
        !named.some((reporter) => reporter.organisation === organisation && reporter.contact === contact),
    )
    .flatMap(({ organisation, contact }) => [organisation, contact]);
};

/** Also the domains of their mailboxes, but for the sender's own. */
export const hiddenNamesAndHosts = (state: Case, settings: Settings): readonly string[] => {
  const names = hiddenNames(state, settings);
  const own = [settings.senderAddress, settings.replyDomain, settings.verifyBy].join(" ").toLowerCase();
  const hosts = names.flatMap((name) => (name.includes("@") ? mailDomainOf(name) : []));
  return [...names, ...hosts.filter((host) => !own.includes(host))];
};

/** Evidence without hidden notifiers: words lose the name, lists (redirects, hashes) the item. */
export const withHiddenNotifier = (state: Case, settings: Settings): Case =>
  withoutNamesIn(state, hiddenNames(state, settings));

/** The same without these names and mailboxes. */
export const withoutNamesIn = (state: Case, hidden: readonly string[]): Case => {
  if (hidden.length === 0) return state;
  const isNameless = (item: unknown) => typeof item !== "string" || withoutNames(item, hidden) === item;
  const nameless = (said: unknown): unknown => {
    if (typeof said === "string") return withoutNames(said, hidden);
    return Array.isArray(said) ? said.filter(isNameless) : said;
  };
  const evidence = Object.entries(state.evidence).map(([name, said]) => [name, nameless(said)]);
  return { ...state, evidence: Object.fromEntries(evidence) };
};

/** Somebody's words without hidden names and their mailboxes' domains, however written. */
export const withoutNames = (text: string, hidden: readonly string[]): string =>
  cutNames(text, [...hidden, ...hidden.flatMap((name) => (name.includes("@") ? (name.split("@").at(-1) ?? []) : []))]);
