import { type EventOf, isCaseEvent } from "../case/event.ts";
import { beginTarget } from "../case/evolve/report.ts";
import { evolveTarget } from "../case/evolve.ts";
import { targetCases } from "../case/matter.ts";
import type { PolicyOf } from "../case/policy.ts";
import * as engine from "../engine/advance.ts";
import type { Advanced as AdvancedIn } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";
import { isStrayEvent, type StrayOpening } from "../strays/event.ts";
import { beginUnread, evolveUnread } from "../strays/evolve.ts";
import { unreadReports } from "../strays/matter.ts";
import type { Case } from "./case.ts";
import type { AnyEvent } from "./event.ts";
import { perKind } from "./kinds.ts";

/*
 * Which kind is moved by which matter. Who knows the kind asks the engine; this is for who does
 * not: a hint, a sweep, a person's answer, a line of history.
 */

export type Advanced = AdvancedIn<Case, AnyEvent>;
export type Opening = EventOf<"opened"> | StrayOpening;

/** The state that a first event makes, at version 0: nothing is written yet. */
export const begin = (opening: Opening): Case => {
  switch (opening.type) {
    case "opened":
      return beginTarget(opening);
    case "unreadable":
      return beginUnread(opening);
    default:
      return opening satisfies never;
  }
};

/** The state after one more fact. Total: an event that fits nothing changes nothing. */
export const evolve = (state: Case, event: AnyEvent): Case =>
  perKind<Case>(state, {
    case: (target) => (isCaseEvent(event) ? evolveTarget(target, event) : target),
    unread: (unread) => (isStrayEvent(event) ? evolveUnread(unread, event) : unread),
  });

/**
 * Adds facts to whatever is kept and all consequences that follow at `now` (`engine/advance.ts`).
 * Another kind's facts are none.
 */
export const advance = (state: Case, facts: readonly AnyEvent[], policyOf: PolicyOf, now: Instant): Advanced =>
  perKind<Advanced>(state, {
    case: (target) => engine.advance(targetCases(policyOf), target, facts.filter(isCaseEvent), now),
    unread: (unread) => engine.advance(unreadReports, unread, facts.filter(isStrayEvent), now),
  });

/** Adds facts and what each brings with it at once, and decides nothing. */
export const follow = (
  state: Case,
  facts: readonly AnyEvent[],
  policyOf: PolicyOf,
  now: Instant,
): { readonly current: Case } =>
  perKind<{ readonly current: Case }>(state, {
    case: (target) => engine.follow(targetCases(policyOf), target, facts.filter(isCaseEvent), now),
    unread: (unread) => engine.follow(unreadReports, unread, facts.filter(isStrayEvent), now),
  });

/** Something new from its first fact, and all that follows at once. */
export const open = (opening: Opening, policyOf: PolicyOf): Advanced =>
  advance(begin(opening), [opening], policyOf, opening.at);
