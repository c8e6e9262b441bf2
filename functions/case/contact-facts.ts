import { isSameMailbox } from "../kernel/mailbox.ts";
import { isNetworks } from "../kernel/scope.ts";
import type { Candidate, ContactAnswer, ContactForm } from "./candidate.ts";

export const withoutRepeatedForms = (forms: readonly ContactForm[]): readonly ContactForm[] =>
  forms.filter(({ url }, at) => forms.findIndex((other) => other.url === url) === at);

export const countriesOf = ({ country, countries }: ContactAnswer): readonly string[] => [
  ...new Set([...(country ? [country] : []), ...(countries ?? [])].map((written) => written.toUpperCase())),
];

export const onlyCountryOf = (contact: ContactAnswer | undefined): string | undefined => {
  const [country, ...others] = contact ? countriesOf(contact) : [];
  return others.length === 0 ? country : undefined;
};

/** For a law that binds it there. A network without a country: where its lookup found the host, if in one. */
export const ownCountryOf = (contact: ContactAnswer | undefined, to: Candidate): string | undefined => {
  if (to.country !== undefined) return to.country.toUpperCase();
  if (!isNetworks(to.scope) || contact === undefined || contact.platform !== undefined) return undefined;
  return isNamedIn(contact, to.email) ? onlyCountryOf(contact) : undefined;
};

/** An answer of DNS, not a resolver's silence. */
const nameIsGone = ({ addresses, mailAt, failures }: ContactAnswer): boolean =>
  addresses.length === 0 &&
  mailAt === undefined &&
  failures.some(({ source, outcome }) => source === "dns" && outcome === "none");

/** DNS was silent, or gave only addresses that are nobody's: it is not known where the host stands. */
export const isUnlocated = (answer: ContactAnswer): boolean =>
  answer.addresses.length === 0 &&
  answer.mailAt === undefined &&
  !nameIsGone(answer) &&
  answer.failures.some(({ source }) => source === "dns");

/** A hint in a sentence for a person, never a reason to look at the page. */
export const mayBeGone = (answer: ContactAnswer): string | undefined => {
  if (nameIsGone(answer)) return "The name does not resolve; what was reported may be gone.";
  return answer.outOfDns === undefined
    ? undefined
    : `The registry has taken the name out of DNS (${answer.outOfDns}); what was reported may be gone.`;
};

export const isNamedIn = ({ candidates }: Pick<ContactAnswer, "candidates">, email: string): boolean =>
  candidates.some((candidate) => isSameMailbox(candidate.email, email));
