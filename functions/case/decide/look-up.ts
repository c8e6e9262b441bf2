import { type Instant, plusHours, plusMinutes, plusMs } from "../../kernel/instant.ts";
import type { Lane } from "../../report/category.ts";
import { ask, isAsked } from "../ask.ts";
import type { Case } from "../case.ts";
import { isUnlocated } from "../contact-facts.ts";
import { keptBy } from "../desk-clock.ts";
import { hasEscalated } from "../level.ts";
import { goneForCertainAt, isDoubted } from "../name-gone.ts";
import { isMissedEverywhere, looksAgainAt } from "../networks.ts";
import { lower } from "../path/notified.ts";
import { isEndedEntrys } from "../path/who.ts";
import type { Policy } from "../policy.ts";
import { everRarer, hintAgainAfterMinutes, hintAgainAt } from "../wants.ts";
import type { Rule, Want } from "./rule.ts";

/** A question about what happens now waits this long for the lookup, to have its forms. */
export const liveWaitsMinutes = 1;

export const looksAt = (state: Case, at: Instant | undefined, now: Instant): Want | undefined => {
  if (at === undefined) return undefined;
  return at > now ? { wakes: [at] } : { hints: ["find-contact"], wakes: [hintAgainAt(state, at, now)] };
};

/** How long a wanted lookup may go unanswered until a person is asked: a failed one writes nothing down. */
const answersWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 60, standard: 12 * 60 };

export const unansweredSince = (state: Case, since: Instant, now: Instant): Want | undefined => {
  if (isAsked(state, "no-contact") || state.cleared.includes("no-contact")) return undefined;
  const at = plusMs(plusMinutes(since, answersWithinMinutes[state.lane]), keptBy(state, now));
  if (at > now) return { wakes: [at] };
  const reason =
    "No look-up of who answers for this host came to its end; it is tried again and again. The log says why each " +
    "failed. Whom a person names here gets the notice once a look-up answers; the case may be closed, too.";
  // The case goes on by itself as soon as a lookup answers.
  return { record: [ask(state, now, { question: "no-contact", blocking: false, reason })] };
};

/** Nothing else can be decided before this lookup. */
export const looksNow = (state: Case, since: Instant, now: Instant, ...wakes: readonly Instant[]): Want => {
  const unanswered = unansweredSince(state, since, now);
  if (unanswered?.record) return unanswered;
  const again = hintAgainAt(state, state.contact?.askedAt ?? state.openedAt, now);
  return { hints: ["find-contact"], wakes: [again, ...wakes, ...(unanswered?.wakes ?? [])], isLast: true };
};

export const doubtedName = {
  name: "doubted-name",
  why: "Of a name that DNS alone says is gone a second look-up decides, and until then nobody is told or reminded.",
  wants: (state, _, now) => {
    if (!isDoubted(state) || !state.contact || state.lookAgain) return undefined;
    return { ...looksAt(state, goneForCertainAt(state.contact), now), isLast: true };
  },
} as const satisfies Rule;

/** So long a function may still look up by the earlier settings (`settings/in-force.ts`). */
const lagsMinutes = 1;

const looksWithoutEntryAt = ({ contact }: Case, policy: Policy): Instant | undefined => {
  const ended = (contact?.candidates ?? []).flatMap((desk) =>
    isEndedEntrys(desk, policy) ? (policy.endedDesks.get(lower(desk.email)) ?? []) : [],
  );
  const at = ended
    .map((moment) => plusMinutes(moment, lagsMinutes))
    .sort()
    .at(-1);
  return at !== undefined && contact && contact.askedAt < at ? at : undefined;
};

export const lookUpRules = [
  {
    name: "first-look-up",
    why: "Without an answer about the contact nothing else can be decided.",
    wants: (state, _, now) => {
      if (state.contact && !state.lookAgain) return undefined;
      const liveAt = plusMinutes(state.openedAt, liveWaitsMinutes);
      const waits = state.live && !isAsked(state, "live") && liveAt > now;
      return looksNow(state, state.lookAgain ?? state.reopened?.at ?? state.openedAt, now, ...(waits ? [liveAt] : []));
    },
  },
  {
    name: "ended-entry",
    why: "Who was known by an operator's entry that has ended is looked up without it, and not told by it.",
    wants: (state, policy, now) => {
      const at = looksWithoutEntryAt(state, policy);
      if (at === undefined) return undefined;
      return at > now ? { wakes: [at], isLast: true } : looksNow(state, at, now);
    },
  },
  {
    name: "second-look-up",
    why: "That a host has left a desk takes two look-ups, since whoever is reported answers DNS as they like.",
    wants: (state, _, now) => {
      const at = looksAgainAt(state);
      return at !== undefined && at <= now && state.contact && state.contact.askedAt < at
        ? looksNow(state, at, now)
        : undefined;
    },
  },
  {
    name: "silent-sources",
    why: "A source that was silent may still name somebody, and a guess is nobody who may be told.",
    wants: (state, policy, now) => {
      const { contact } = state;
      if (
        !contact ||
        contact.candidates.some(({ confidence }) => confidence !== "guess") ||
        contact.forms.length > 0 ||
        !contact.retry
      )
        return undefined;
      const waitMinutes = policy.lookAgainAfterMinutes[state.silentLookups - 1];
      if (waitMinutes === undefined || (hasEscalated(state) && !isMissedEverywhere(state))) return undefined;
      const again = plusMinutes(contact.askedAt, waitMinutes);
      return again <= now ? looksNow(state, again, now) : { wakes: [again], isLast: true };
    },
  },
] as const satisfies readonly Rule[];

export const laterLookUp = {
  name: "later-look-up",
  why: "The second look-up comes by itself, whatever else the case waits for.",
  wants: (state, _, now) => {
    const at = looksAgainAt(state);
    return { wakes: at !== undefined && at > now ? [at] : [] };
  },
} as const satisfies Rule;

/** Name servers that were silent for hours are asked each hour, in the urgent lane too. */
const seeksWithinMinutes = 60;

const seeksPlace = ({ contact }: Case, _policy: Policy, now: Instant): Want | undefined => {
  if (!contact || !isUnlocated(contact)) return undefined;
  const first = plusMinutes(contact.askedAt, hintAgainAfterMinutes);
  return first > now
    ? { wakes: [first] }
    : { hints: ["find-contact"], wakes: [everRarer(contact.askedAt, now, seeksWithinMinutes)] };
};

export const unlocatedHost = {
  name: "unlocated-host",
  why: "While DNS does not say where the host stands, it is asked again and again: mails are owed still.",
  wants: seeksPlace,
} as const satisfies Rule;

/** Until when notices go by the last lookup; the case's beginning where there was none. */
export const freshUntil = ({ contact, openedAt }: Case, policy: Policy): Instant =>
  contact ? plusHours(contact.askedAt, policy.contactFreshHours) : openedAt;

export const isLookedUp = (state: Case, policy: Policy, at: Instant): boolean =>
  state.contact !== undefined && freshUntil(state, policy) > at;

/** Whether the host is looked up only for what waits to go out. */
export const looksUpToSend = (state: Case, policy: Policy, now: Instant): boolean =>
  lookUpRules.every(({ wants }) => wants(state, policy, now) === undefined) &&
  seeksPlace(state, policy, now)?.hints === undefined;
