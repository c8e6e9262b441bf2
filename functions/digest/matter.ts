import type { CaseEvent } from "../case/event.ts";
import type { PolicyOf } from "../case/policy.ts";
import type { Matter } from "../engine/matter.ts";
import { decideDigest } from "./decide.ts";
import type { Digest } from "./digest.ts";
import { evolveDigest } from "./evolve.ts";
import { reactDigest } from "./react.ts";

/** Digests, as the engine moves them. */
export const digests = (policyOf: PolicyOf): Matter<Digest, CaseEvent> => ({
  evolve: evolveDigest,
  react: reactDigest,
  decide: (state, now) => decideDigest(state, policyOf(state), now),
});
