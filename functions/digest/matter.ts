import type { PolicyOf } from "../case/policy.ts";
import { record } from "../case/wants.ts";
import type { Matter } from "../engine/matter.ts";
import { decideDigest } from "./decide.ts";
import type { Digest } from "./digest.ts";
import { type DigestEvent, isDigestEvent } from "./event.ts";
import { evolveDigest } from "./evolve.ts";
import { reactDigest } from "./react.ts";

/** Digests, as the engine moves them. */
export const digests = (policyOf: PolicyOf): Matter<Digest, DigestEvent> => ({
  takes: isDigestEvent,
  evolve: evolveDigest,
  decide: (state, now, fact) =>
    fact ? record(...reactDigest(state, fact, policyOf(state), now)) : decideDigest(state, policyOf(state), now),
});
