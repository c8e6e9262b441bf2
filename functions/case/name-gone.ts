import { type Instant, latest, msOf, plusHours, plusMinutes } from "../kernel/instant.ts";
import type { ContactAnswer } from "./candidate.ts";
import type { Case } from "./case.ts";
import { mayBeGone } from "./contact-facts.ts";
import { allWithdrew } from "./path/notified.ts";

/*
 * A suspect's name server may say once that a name is gone: a person is asked after two lookups an hour
 * apart. A registry's hold is sure at once. Lookups go on, and where the name stands again the case goes on
 * by itself.
 */

const goneAfterMinutes = 60;

/** When a second lookup decides whether the name is gone; nothing where DNS knew it. */
export const goneForCertainAt = ({ goneSince }: ContactAnswer): Instant | undefined =>
  goneSince === undefined ? undefined : plusMinutes(goneSince, goneAfterMinutes);

/** Until that second lookup nobody is notified or reminded; a withdrawal needs no place. */
export const isDoubted = (state: Case): boolean => state.contact?.goneSince !== undefined && !allWithdrew(state);

export const standsInDns = (answer: ContactAnswer): boolean =>
  answer.addresses.length > 0 && answer.goneSince === undefined && mayBeGone(answer) === undefined;

export const isHeld = ({ contact, cleared }: Pick<Case, "contact" | "cleared">): boolean =>
  contact?.outOfDns !== undefined && !cleared.includes("name-gone");

/** A second lookup this long after the first says that a registry's hold is no slip. */
const holdsAfterHours = 24;

/** When a second lookup decides whether the hold is for good; nothing where somebody saw the page since. */
export const heldForGoodAt = ({ contact, lastSeenAt, reopened }: Case): Instant | undefined => {
  if (contact?.heldSince === undefined) return undefined;
  const standsAt = latest(lastSeenAt, reopened?.at);
  return standsAt !== undefined && standsAt > contact.heldSince
    ? undefined
    : plusHours(contact.heldSince, holdsAfterHours);
};

/** As often at first, and as rarely at last, a name is looked up about which a person is asked. */
const looksEachMinutes = { atLeast: 60, atMost: 24 * 60 } as const;

/** When to look it up again while a person is asked; nothing where another thing keeps the case, too. */
export const looksForNameAt = ({ reviews, holds, contact }: Case): Instant | undefined => {
  const [asked, ...others] = reviews.filter(({ blocking }) => blocking);
  if (asked?.question !== "name-gone" || others.length > 0 || holds.length > 0 || !contact) return undefined;
  const waitedMinutes = (msOf(contact.askedAt) - msOf(asked.askedAt)) / 60_000;
  return plusMinutes(
    contact.askedAt,
    Math.min(looksEachMinutes.atMost, Math.max(looksEachMinutes.atLeast, Math.round(waitedMinutes / 2))),
  );
};
