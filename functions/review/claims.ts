import { type Instant, plusMinutes } from "../kernel/instant.ts";
import { isSamePerson } from "../kernel/person.ts";
import type { Result } from "../kernel/result.ts";

/** Longer than most answers take, and short enough that a person who went home keeps nobody waiting. */
export const claimMinutes = 15;

/**
 * Somebody has a case before them until then. It keeps nobody from answering: it only says so to
 * others.
 */
export type Claim = {
  readonly caseId: string;
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
  /** From whom it was taken over, and with which word to them. */
  readonly from?: string;
  readonly why?: string;
};

export type Claims = {
  /** Those that stand at that moment, in no order. */
  readonly standing: (now: Instant) => Promise<readonly Claim[]>;
  /**
   * Writes a claim down where nobody else's stands; where one does, only over the one that was seen.
   * Fails with the claim that stands. Safe to repeat: one's own begins anew.
   */
  readonly take: (claim: Claim, seen?: Pick<Claim, "by" | "at">) => Promise<Result<void, Claim>>;
  /** Ends one's own claim; another's stays. Safe to repeat. */
  readonly release: (caseId: string, by: string) => Promise<void>;
};

/** A claim that begins now. */
export const claimOf = (caseId: string, by: string, now: Instant, over?: { from: string; why: string }): Claim => ({
  caseId,
  by,
  at: now,
  until: plusMinutes(now, claimMinutes),
  ...over,
});

/** The claim of somebody else, which the person sees before they answer. */
export const anothers = (claim: Claim | undefined, person: string): Claim | undefined =>
  claim && !isSamePerson(claim.by, person) ? claim : undefined;
