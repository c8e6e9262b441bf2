import { earliest, type Instant, latest, plusHours, plusMinutes } from "../../kernel/instant.ts";
import { isOfHost, isOfName } from "../../kernel/scope.ts";
import { checkerId } from "../../report/own-queue.ts";
import { ask, isAsked } from "../ask.ts";
import type { ContactAnswer } from "../candidate.ts";
import type { Case } from "../case.ts";
import { awaited, checkersOf, checkersToAsk, settledAt, wantCheck } from "../check.ts";
import { awaitsClearance } from "../clearance.ts";
import { close } from "../close.ts";
import { mayBeGone } from "../contact-facts.ts";
import { restsUntil } from "../desk-clock.ts";
import type { Check, EventOf } from "../event.ts";
import { undecided } from "../given.ts";
import { listedAt } from "../lists.ts";
import { heldForGoodAt } from "../name-gone.ts";
import { escalate, escalatesAt, movesByItself, onCallsTurnAt } from "../path/escalate.ts";
import { allWithdrew } from "../path/notified.ts";
import { reminders } from "../path/remind.ts";
import type { Policy } from "../policy.ts";
import { lastSaid, notSayingGone, saysGone } from "../said.ts";
import { looksAt } from "./look-up.ts";
import type { Rule, Want } from "./rule.ts";
import { askWhetherGone, putOffFor, whereOthersAreSilent } from "./said-gone.ts";

/** `gone`: all who were asked and stand by their report say so. */
const endOf = (
  state: Case,
  { askedAt: _, until: __, reporters, ...rest }: Check,
  now: Instant,
): EventOf<"check-ended"> => {
  const standing = reporters.filter((reporter) => !state.withdrawn.includes(reporter));
  const allSaySo = standing.length > 0 && standing.every(saysGone(state));
  return { type: "check-ended", at: now, came: allSaySo ? "gone" : "silence", ...rest };
};

/** Before whatever stops a case: a word that it is gone counts under a hold, too. */
export const checkRules = [
  {
    name: "check-over",
    why: "A check is over once all who were asked have answered, or its time is over; nobody waits for it longer.",
    wants: (state, _, now) => {
      const open = state.checks?.open;
      if (!open) return undefined;
      const settles = settledAt(state);
      const answeredAt = awaited(state, open).length > 0 ? undefined : (settles ?? now);
      // Of two words within a minute the later one counts, also where the time is over meanwhile.
      const until = answeredAt ?? (settles !== undefined && settles > now ? latest(open.until, settles) : open.until);
      if (until === undefined || until > now) return { wakes: [until] };
      const ended = endOf(state, open, now);
      // While a person decides whether desks hear of a withdrawal, no *gone* ends the case before them.
      return { record: [ended, ...(isAsked(state, "withdrawal") ? [] : putOffFor(state, ended, now))] };
    },
  },
  {
    name: "said-gone",
    why: "Nobody ends what others reported by one word: they are asked where they can look, or a person is.",
    wants: (state, policy, now) =>
      state.goneHeardAt === undefined || notSayingGone(state).length === 0
        ? undefined
        : { record: whereOthersAreSilent(state, policy, now) },
  },
  {
    name: "settled-gone",
    why: "Where every reporter says that it is gone it ends; where one has a checker, after a minute, or by a person.",
    wants: (state, policy, now) => {
      const canLook = checkersOf(state, policy).length > 0;
      const at = canLook ? settledAt(state) : state.goneHeardAt;
      if (at === undefined || allWithdrew(state) || notSayingGone(state).length > 0) return undefined;
      if (at > now) return { wakes: [at] };
      if (canLook && policy.allSayGone === "asks-a-person") return { record: askWhetherGone(state, now) };
      const why = lastSaid(state, "gone", checkerId)
        ? "the checker found it gone"
        : "every reporter who stands by it says that it is gone";
      return { record: close(state, now, "gone", why, { saidAt: lastSaid(state, "gone") }) };
    },
  },
  {
    name: "check-before-list",
    why: "Before a list puts a question before a person, whoever can look says whether there is anything left to ask.",
    wants: (state, policy, now) => {
      const at = nextListAt(state);
      const asksAt = at && asksBefore(state, policy, at.listedAt);
      if (!at || asksAt === undefined) return undefined;
      if (asksAt > now) return { wakes: [asksAt] };
      const check = { why: "before-a-person", cause: at.id, dueAt: at.listedAt } as const;
      return { record: wantCheck(state, check, policy, now) };
    },
  },
] as const satisfies readonly Rule[];

/** The first list that a question waits for. Of a name out of DNS whoever can look was asked already. */
const nextListAt = (state: Case): { readonly id: string; readonly listedAt: Instant } | undefined => {
  const waiting = undecided(state).flatMap(({ id, question, blocking, askedAt, announced, toRead }) => {
    if (announced || toRead || question === "name-gone") return [];
    const at = listedAt(state.lane, question, blocking, askedAt);
    return at === undefined ? [] : [{ id, listedAt: at }];
  });
  return waiting.toSorted((one, other) => (one.listedAt < other.listedAt ? -1 : 1))[0];
};

export const isBeforeAPerson = (state: Case): boolean => isAsked(state, "still-up") || awaitsClearance(state);

type Next = { readonly at: Instant; readonly why: "before-reminder" | "before-next-rung" | "before-a-person" };

const nextOnPath = (state: Case, policy: Policy, now: Instant): Next | undefined => {
  const rests = restsUntil(state, now);
  const reminder = state.quiet ? undefined : earliest(...reminders(state, policy).map(({ at }) => at));
  const silent = state.quiet ? undefined : escalatesAt(state, policy);
  const escalating = silent && latest(silent, rests);
  const isNobodys = isBeforeAPerson(state) || movesByItself(state, policy);
  const person = isNobodys ? undefined : latest(onCallsTurnAt(state, policy), rests);
  const at = earliest(reminder, escalating, person);
  if (at === undefined) return undefined;
  if (at === person) return { at, why: "before-a-person" };
  if (at === reminder) return { at, why: "before-reminder" };
  return { at, why: escalate(state, policy, now, "") ? "before-next-rung" : "before-a-person" };
};

const causeOf = (state: Case, { why }: Next): string => {
  if (why === "before-next-rung") return String(state.level);
  if (why === "before-a-person") return state.waitUntil ?? "first";
  const sent = state.notices.filter(({ step, level }) => step === "reminder" && level === state.level);
  return `${state.level}.${sent.length}`;
};

export const asksBefore = (state: Case, policy: Policy, dueAt: Instant): Instant | undefined => {
  const { open, lastAskedAt } = state.checks ?? {};
  // An answer of an hour ago counts: a reminder and the next step are often due together.
  const within = policy.checkWithinMinutes;
  if (lastAskedAt !== undefined && lastAskedAt >= plusMinutes(dueAt, -2 * within)) return undefined;
  return open || checkersToAsk(state, policy).length === 0 ? undefined : plusMinutes(dueAt, -within);
};

/** Checkers are asked so early that nothing is late; where that is past, what is due waits for the answer. */
export const checkFirst = {
  name: "check-first",
  why: "Before a desk is reminded, another is told or a person is asked, whoever can look says whether it is there.",
  wants: (state, policy, now): Want | undefined => {
    if (checkersOf(state, policy).length === 0) return undefined;
    const next = nextOnPath(state, policy, now);
    if (!next) return undefined;
    const open = state.checks?.open;
    if (open) return next.at <= now && !open.unproven ? { isLast: true } : undefined;
    const asksAt = asksBefore(state, policy, next.at);
    if (asksAt === undefined) return undefined;
    if (asksAt > now) return { wakes: [asksAt] };
    const { why, at: dueAt } = next;
    return { record: wantCheck(state, { why, cause: causeOf(state, next), dueAt }, policy, now) };
  },
} as const satisfies Rule;

/**
 * Nobody is named who could take it down: a guess is nobody, nor who sold an honest holder's name. In the
 * urgent lane a person is asked as soon as anybody else is named.
 */
const isNobodysNow = ({ lane }: Pick<Case, "lane">, { candidates, addresses, outOfDns }: ContactAnswer): boolean =>
  candidates.every(({ scope }) => outOfDns !== undefined && isOfName(scope)) ||
  (lane === "standard" &&
    addresses.length === 0 &&
    !candidates.some(({ scope, confidence }) => isOfHost(scope) && confidence !== "guess"));

/** Why it may be gone with its name, where nobody is named whom a machine could ask. */
export const goneWithItsName = (state: Pick<Case, "lane" | "contact">): string | undefined =>
  state.contact && isNobodysNow(state, state.contact) ? mayBeGone(state.contact) : undefined;

const checkOutOfDns = {
  name: "check-out-of-dns",
  why: "Whoever can look says whether it is there still, before a person is asked about a name that is out of DNS.",
  wants: (state, policy, now) => {
    if (goneWithItsName(state) === undefined) return undefined;
    if (state.checks?.open?.why === "out-of-dns") return { isLast: true };
    const record = wantCheck(state, { why: "out-of-dns", cause: String(state.notices.length) }, policy, now);
    return record.length > 0 ? { record } : undefined;
  },
} as const satisfies Rule;

const heldByRegistry = {
  name: "held-by-registry",
  why: "A name that its registry holds for a day is nobody's to take down, and where policy says so it ends there.",
  wants: (state, policy, now) => {
    const at = heldForGoodAt(state);
    const { contact } = state;
    // What still has an address may be up, whatever its registry says.
    const isReached = contact && (!isNobodysNow(state, contact) || contact.addresses.length > 0);
    if (at === undefined || !contact || isReached || policy.registryHolds !== "closes") return undefined;
    if (contact.askedAt < at) return { ...looksAt(state, at, now), isLast: true };
    const why = `its registry has the name out of DNS (${contact.outOfDns}), found twice, a day apart`;
    return { record: close(state, now, "gone", why) };
  },
} as const satisfies Rule;

export const outOfDnsRules = [checkOutOfDns, heldByRegistry] as const satisfies readonly Rule[];

/** Nothing waits for the answer, so one of a program that stood still for a night counts, too. */
const waitsAfterRemovalHours = 12;

/** Later than this after its day it is not asked: nobody asks for months. */
const asksWithinHours = 24;

const checkAfterRemoval = (state: Case, policy: Policy, now: Instant): Want | undefined => {
  const { closed, checks } = state;
  if ((closed?.outcome !== "removed" && closed?.outcome !== "gone") || checkersOf(state, policy).length === 0)
    return undefined;
  const open = checks?.open;
  if (open) {
    const isOver = open.until <= now || awaited(state, open).length === 0;
    return isOver ? { record: [endOf(state, open, now)] } : { wakes: [open.until] };
  }
  for (const day of policy.row.checks.againAfterDays) {
    const at = plusHours(closed.at, 24 * day);
    if (at > now) return { wakes: [at] };
    const cause = `${closed.at}.${day}`;
    const wanted = { why: "after-removal", cause, dueAt: plusHours(now, waitsAfterRemovalHours) } as const;
    const record = now < plusHours(at, asksWithinHours) ? wantCheck(state, wanted, policy, now) : [];
    if (record.length > 0) return { record };
  }
  return undefined;
};

/* What was closed as removed or gone may be back. It is looked at again, and nothing opens by silence. */

const looksCountForHours = 24;

/** Later than this after its day nobody is asked: the sweep may have stood still for days. */
const personWithinHours = 7 * 24;

const hasLookedSince = (state: Case, since: Instant): boolean =>
  [...state.reporters, checkerId].some((reporter) => {
    const gone = state.withdrawn.includes(reporter) ? undefined : lastSaid(state, "gone", reporter);
    return gone !== undefined && gone >= since;
  });

const mayBeBack = {
  name: "may-be-back",
  why: "Where no reporter has looked again by the policy's day, a person is asked once whether it is back.",
  wants: (state, policy, now) => {
    const { closed, checks } = state;
    const [day] = policy.row.checks.personAgainAfterDays;
    const mayReturn = closed?.outcome === "removed" || closed?.outcome === "gone";
    if (!closed || !mayReturn || day === undefined || closed.askedAgain || allWithdrew(state)) return undefined;
    const at = plusHours(closed.at, 24 * day);
    if (at > now) return { wakes: [at] };
    // Whoever is asked that day answers first.
    if (checks?.open || now >= plusHours(at, personWithinHours)) return undefined;
    if (hasLookedSince(state, plusHours(at, -looksCountForHours))) return undefined;
    const reason = `It was closed as ${closed.outcome} on ${closed.at.slice(0, 10)}, and nobody has looked since.`;
    return { record: [ask(state, now, { question: "may-be-back", blocking: false, reason })] };
  },
} as const satisfies Rule;

export const closedRules = [
  {
    name: "check-after-removal",
    why: "What was removed may be back: whoever can look is asked on the policy's days.",
    wants: checkAfterRemoval,
  },
  mayBeBack,
] as const satisfies readonly Rule[];
