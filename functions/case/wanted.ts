import { registrableDomain, wwwTwin } from "../kernel/domain.ts";
import { siteHost } from "../kernel/read-url.ts";
import type { Case } from "./case.ts";
import type { Recipient } from "./policy.ts";

/** A recipient whose condition, if it has one, this case meets. */
export const wanted = ({ onlyIf }: Recipient, state: Case): boolean =>
  onlyIf === undefined || conditions[onlyIf](state);

/**
 * A registrar desk of a name that is a provider's own is that provider's, who lends such names out:
 * no other is told (`isOfOthersName`).
 */
const conditions = {
  "domain-is-malicious": ({ domainIsMalicious }) => domainIsMalicious,
  "name-is-lent": ({ contact }) => contact?.namedBy === "platform",
  "name-itself-is-reported": (state) =>
    state.domainIsMalicious || (wwwTwin(state.target.host) !== undefined && !isRightful(state)),
} as const satisfies Record<NonNullable<Recipient["onlyIf"]>, (state: Case) => boolean>;

/**
 * The report names this very domain as where the rightful thing is: a page in it is its holder's
 * misfortune.
 */
const isRightful = ({ target, evidence }: Case): boolean => {
  const rightful = siteHost(evidence.legitimateSite);
  return rightful !== undefined && registrableDomain(rightful) === registrableDomain(target.host);
};
