import { namesMailbox, nameWithin } from "../kernel/desk-match.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { type AddressRange, covers, holds, readRange } from "../kernel/range.ts";
import { isAboveHost, isNetworks } from "../kernel/scope.ts";
import type { Candidate, ContactAnswer, ContactForm } from "./candidate.ts";
import type { Case } from "./case.ts";
import { withoutRepeatedForms } from "./contact-facts.ts";
import { isPersons } from "./contact-source.ts";
import type { DeskRule, Policy } from "./policy.ts";

export type Place = Pick<ContactAnswer, "addresses" | "origins"> & { readonly names: readonly string[] };

export const placeOf = ({ target, contact }: Pick<Case, "target" | "contact">): Place => ({
  names: [target.host],
  addresses: contact?.addresses ?? [],
  ...(contact?.origins && { origins: contact.origins }),
});

/** A desk answers for its own block alone; without a known block, for any address. */
const answersFor = ({ range }: Candidate, address: string): boolean => {
  const block = range === undefined ? undefined : readRange(range);
  return block === undefined || holds(block, address);
};

const liesIn = ({ range }: Candidate, outer: AddressRange): boolean => {
  const block = range === undefined ? undefined : readRange(range);
  return block !== undefined && covers(outer, block);
};

/** A system's own desk is above the networks that it announces; each is known by the system's number. */
const isOfSystem = (rule: DeskRule, asn: string, { scope, range }: Candidate, origins: readonly string[]): boolean => {
  if (isAboveHost(scope) && range !== undefined && /^AS\d+$/.test(range))
    return range === asn && isNetworks(rule.scope);
  return scope === rule.scope && origins.includes(asn);
};

/** A person's mailbox answers for no block. A system means its networks' desks; if unknown, all. */
const means = (rule: DeskRule, desk: Candidate, { names, addresses, origins = [] }: Place): boolean =>
  rule.who.some((match) => {
    if (namesMailbox(match, desk.email)) return true;
    if (isPersons(desk)) return false;
    // Whoever's block a system carries has a desk of their own, unlike those known by their domain.
    if (
      match.kind === "system" &&
      rule.kind === "form-only" &&
      rule.who.some(({ kind }) => kind === "mail-domain" || kind === "mailbox")
    )
      return false;
    if (match.kind === "system") return isOfSystem(rule, match.asn, desk, desk.origins ?? origins);
    if (desk.scope !== rule.scope) return false;
    if (match.kind === "name") return names.some((name) => nameWithin(name, match.name) !== undefined);
    return (
      match.kind === "range" &&
      (liesIn(desk, match.range) ||
        addresses.some((address) => holds(match.range, address) && answersFor(desk, address)))
    );
  });

const optOuts = (rules: readonly DeskRule[]): readonly DeskRule[] => rules.filter(({ kind }) => kind === "opted-out");

export const hasOptedOut = (email: string, rules: readonly DeskRule[]): boolean =>
  optOuts(rules).some(({ who }) => who.some((match) => namesMailbox(match, email)));

export const optedOutOf = (
  desks: readonly Candidate[],
  rules: readonly DeskRule[],
  place: Place,
): readonly Candidate[] => {
  const unwilling = optOuts(rules);
  const meant = desks.filter((desk) => unwilling.some((rule) => means(rule, desk, place)));
  return desks.filter(({ email }) => meant.some((other) => isSameMailbox(other.email, email)));
};

export const formOf = ({ form, name, api }: DeskRule, { scope }: Candidate): readonly ContactForm[] =>
  form === undefined ? [] : [{ url: form, scope, ...(name && { name }), ...(api && { api }) }];

export const formRuleOf = (
  desk: Candidate,
  rules: readonly DeskRule[],
  place: Place,
  day: string,
): DeskRule | undefined =>
  rules.find(
    (rule) =>
      rule.kind === "form-only" && (rule.expires === undefined || rule.expires >= day) && means(rule, desk, place),
  );

/** The rule by which mail to this desk is not read, as of the lookup. */
export const formRuleIn = (state: Case, desk: Candidate, { deskRules }: Policy): DeskRule | undefined =>
  isPersons(desk) || desk.channel !== undefined || !state.contact
    ? undefined
    : formRuleOf(desk, deskRules, placeOf(state), state.contact.askedAt.slice(0, 10));

/** Forms that the lookup found, and those of desks that take nothing else since. */
export const formsOf = (state: Case, policy: Policy): readonly ContactForm[] => {
  const { candidates = [], forms = [] } = state.contact ?? {};
  const since = candidates.flatMap((desk): readonly ContactForm[] => {
    const rule = formRuleIn(state, desk, policy);
    return rule === undefined ? [] : formOf(rule, desk);
  });
  return withoutRepeatedForms([...forms, ...since]);
};
