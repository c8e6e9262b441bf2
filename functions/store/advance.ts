import type { Case } from "../case/case.ts";
import type { CaseEvent, EventOf } from "../case/event.ts";
import { beginTarget } from "../case/evolve/report.ts";
import { targetCases } from "../case/matter.ts";
import type { PolicyOf } from "../case/policy.ts";
import * as engine from "../engine/advance.ts";
import type { Advanced as AdvancedIn } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";

export type Advanced = AdvancedIn<Case, CaseEvent>;

/** Adds facts to a case and all consequences that follow at `now` (`engine/advance.ts`). */
export const advance = (state: Case, facts: readonly CaseEvent[], policyOf: PolicyOf, now: Instant): Advanced =>
  engine.advance(targetCases(policyOf), state, facts, now);

/** A case from its first fact, and all that follows at once. Nothing is written yet. */
export const open = (opening: EventOf<"opened">, policyOf: PolicyOf): Advanced =>
  advance(beginTarget(opening), [opening], policyOf, opening.at);
