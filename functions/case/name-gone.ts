import { type Instant, latest, msOf, plusHours, plusMinutes } from "../kernel/instant.ts";
import type { ContactAnswer } from "./candidate.ts";
import type { Case } from "./case.ts";
import { mayBeGone } from "./contact-facts.ts";
import { allWithdrew } from "./ladder/told.ts";

/*
 * A suspect's name server may say once that a name is gone. It takes two look-ups an hour apart before a person is
 * asked; a registry's hold is sure at once. Meanwhile the name is looked up on, and where it stands again the case goes
 * on by itself.
 */

const goneAfterMinutes = 60;

/** When a second look-up decides whether a name that DNS did not know last is gone; nothing where DNS knew it. */
export const goneForCertainAt = ({ goneSince }: ContactAnswer): Instant | undefined =>
  goneSince === undefined ? undefined : plusMinutes(goneSince, goneAfterMinutes);

/** Until that second look-up nobody is told or reminded of anything; a withdrawal needs no place. */
export const isDoubted = (state: Case): boolean => state.contact?.goneSince !== undefined && !allWithdrew(state);

/** DNS gave an address at the last look-up, and no registry takes the name out of DNS. */
export const standsInDns = (answer: ContactAnswer): boolean =>
  answer.addresses.length > 0 && answer.goneSince === undefined && mayBeGone(answer) === undefined;

/** The name is out of DNS by its registry or registrar, and no person said that it is not gone. */
export const isHeld = ({ contact, cleared }: Pick<Case, "contact" | "cleared">): boolean =>
  contact?.outOfDns !== undefined && !cleared.includes("name-gone");

/** A second look this long after the first one says that a registry's hold is no slip. */
const holdsAfterHours = 24;

/** When a second look-up decides whether the registry holds it for good, if nobody has seen the page since. */
export const heldForGoodAt = ({ contact, lastSeenAt, reopened }: Case): Instant | undefined => {
  if (contact?.heldSince === undefined) return undefined;
  const standsAt = latest(lastSeenAt, reopened?.at);
  return standsAt !== undefined && standsAt > contact.heldSince
    ? undefined
    : plusHours(contact.heldSince, holdsAfterHours);
};

/** At first as often, and at last as rarely, a name is looked up about which a person is asked. */
const looksEachMinutes = { atLeast: 60, atMost: 24 * 60 } as const;

/** When a name is looked up again of which a person is asked; nothing where another thing keeps the case, too. */
export const looksForNameAt = ({ reviews, holds, contact }: Case): Instant | undefined => {
  const [asked, ...others] = reviews.filter(({ blocking }) => blocking);
  if (asked?.question !== "name-gone" || others.length > 0 || holds.length > 0 || !contact) return undefined;
  const waitedMinutes = (msOf(contact.askedAt) - msOf(asked.askedAt)) / 60_000;
  return plusMinutes(
    contact.askedAt,
    Math.min(looksEachMinutes.atMost, Math.max(looksEachMinutes.atLeast, Math.round(waitedMinutes / 2))),
  );
};
