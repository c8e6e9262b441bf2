import type { CaseEvent } from "../case/event.ts";
import { beginTarget } from "../case/evolve/report.ts";
import { evolveTarget } from "../case/evolve.ts";
import { targetCases } from "../case/matter.ts";
import type { PolicyOf } from "../case/policy.ts";
import { beginDigest, evolveDigest } from "../digest/evolve.ts";
import { digests } from "../digest/matter.ts";
import * as engine from "../engine/advance.ts";
import type { Advanced as AdvancedIn } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";
import { beginUnread, evolveUnread } from "../strays/evolve.ts";
import { unreadReports } from "../strays/matter.ts";
import type { Case } from "./case.ts";

/*
 * Which kind is moved by which matter. Who knows the kind asks the engine; this is for who does not: a hint, a sweep, a person's
 * answer, a line of history.
 */

export type Advanced = AdvancedIn<Case, CaseEvent>;
export type Opening = Extract<CaseEvent, { type: "opened" | "unreadable" | "digest-opened" }>;

/** The state that a first event makes, at version 0: nothing is written yet. */
export const begin = (opening: Opening): Case => {
  switch (opening.type) {
    case "opened":
      return beginTarget(opening);
    case "unreadable":
      return beginUnread(opening);
    case "digest-opened":
      return beginDigest(opening);
    default:
      return opening satisfies never;
  }
};

/** The state after one more fact. Total: an event that fits nothing changes nothing. */
export const evolve = (state: Case, event: CaseEvent): Case => {
  switch (state.kind) {
    case "case":
      return evolveTarget(state, event);
    case "unread":
      return evolveUnread(state, event);
    case "digest":
      return evolveDigest(state, event);
    default:
      return state satisfies never;
  }
};

/** Adds facts to whatever is kept and all consequences that follow at `now` (`engine/advance.ts`). */
export const advance = (state: Case, facts: readonly CaseEvent[], policyOf: PolicyOf, now: Instant): Advanced => {
  switch (state.kind) {
    case "case":
      return engine.advance(targetCases(policyOf), state, facts, now);
    case "unread":
      return engine.advance(unreadReports, state, facts, now);
    case "digest":
      return engine.advance(digests(policyOf), state, facts, now);
    default:
      return state satisfies never;
  }
};

/** Adds facts and what each brings with it at once, and decides nothing. */
export const follow = (state: Case, facts: readonly CaseEvent[], policyOf: PolicyOf, now: Instant): { readonly current: Case } => {
  switch (state.kind) {
    case "case":
      return engine.follow(targetCases(policyOf), state, facts, now);
    case "unread":
      return engine.follow(unreadReports, state, facts, now);
    case "digest":
      return engine.follow(digests(policyOf), state, facts, now);
    default:
      return state satisfies never;
  }
};

/** Something new from its first fact, and all that follows at once. */
export const open = (opening: Opening, policyOf: PolicyOf): Advanced => advance(begin(opening), [opening], policyOf, opening.at);
