import { fail, ok } from "../../functions/kernel/result.ts";
import type { Claim, Claims } from "../../functions/review/claims.ts";

/** Who has which case before them, in memory; held to `test/contracts/claims.ts`. */
export const memoryClaims = (): Claims => {
  const kept = new Map<string, Claim>();
  return {
    standing: async (now) => [...kept.values()].filter(({ until }) => until > now),
    take: async (claim, seen) => {
      const stands = kept.get(claim.caseId);
      const isFree =
        !stands ||
        stands.until <= claim.at ||
        stands.by === claim.by ||
        (stands.by === seen?.by && stands.at === seen.at);
      if (!isFree) return fail(stands);
      kept.set(claim.caseId, claim);
      return ok(undefined);
    },
    release: async (caseId, by) => {
      if (kept.get(caseId)?.by === by) kept.delete(caseId);
    },
  };
};
