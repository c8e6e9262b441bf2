import type { Case } from "../case/case.ts";
import type { Notifier } from "../case/event.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import type { Reporter, Settings } from "../kernel/settings.ts";
import { isChildAbuse } from "../report/category.ts";
import { cutNames } from "./name-spellings.ts";

/** Reporters who still stand by the case and whom the settings know, in order of arrival. */
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

/** Reporters who stand by the case, and whom a notice names. */
export const namedReporters = (state: Case, settings: Pick<Settings, "reporters">): readonly Reporter[] =>
  standingReporters(state, settings).filter((reporter) => isNamed(state, reporter));

/** All who ever reported it, as they are called today and were called then. */
const everNotifiersOf = ({ notifiers = [], reporters }: Case, known: readonly Reporter[]): readonly Notifier[] => [
  ...notifiers,
  ...reporters.flatMap((id) => reporterOf(known, id) ?? []),
];

/**
 * The organisations and mailboxes of notifiers who are named to nobody (DSA Art. 16(2)(c)): of all who ever reported
 * it, as other reporters' words may name them for as long as they are told. Not the sender's, who signs, nor those of
 * whom the notice names.
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

/** The same, and the names at which their mailboxes are, but for those at which the sender's own are. */
export const hiddenNamesAndHosts = (state: Case, settings: Settings): readonly string[] => {
  const names = hiddenNames(state, settings);
  const own = [settings.senderAddress, settings.replyDomain, settings.verifyBy].join(" ").toLowerCase();
  const hosts = names.flatMap((name) => (name.includes("@") ? mailDomainOf(name) : []));
  return [...names, ...hosts.filter((host) => !own.includes(host))];
};

/**
 * The case with nothing in its evidence that names a hidden notifier: so it is told, in text and for
 * machines. Words go on without the name; of a list (redirects, hashes) what names it is left out.
 */
export const withHiddenNotifier = (state: Case, settings: Settings): Case => {
  const hidden = hiddenNames(state, settings);
  if (hidden.length === 0) return state;
  const isNameless = (item: unknown) => typeof item !== "string" || withoutNames(item, hidden) === item;
  const nameless = (said: unknown): unknown => {
    if (typeof said === "string") return withoutNames(said, hidden);
    return Array.isArray(said) ? said.filter(isNameless) : said;
  };
  const evidence = Object.entries(state.evidence).map(([name, said]) => [name, nameless(said)]);
  return { ...state, evidence: Object.fromEntries(evidence) };
};

/** Somebody's words without the names that stay hidden, and their mailboxes' domains, however they are written. */
export const withoutNames = (text: string, hidden: readonly string[]): string =>
  cutNames(text, [...hidden, ...hidden.flatMap((name) => (name.includes("@") ? (name.split("@").at(-1) ?? []) : []))]);
