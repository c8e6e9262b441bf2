import type { Matter } from "../engine/matter.ts";
import type { Case } from "./case.ts";
import { decideCase } from "./decide.ts";
import type { CaseEvent } from "./event.ts";
import { evolveTarget } from "./evolve.ts";
import type { PolicyOf } from "./policy.ts";

/** Cases of one target in one category, as the engine moves them. */
export const targetCases = (policyOf: PolicyOf): Matter<Case, CaseEvent> => ({
  evolve: evolveTarget,
  decide: (state, now, fact) => decideCase(state, policyOf(state), now, fact),
});
