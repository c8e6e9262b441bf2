import type { Case } from "../case/case.ts";
import { asksForTurnAt } from "../contact/account-turn.ts";
import { fullJitterMs } from "../kernel/full-jitter.ts";
import { type Clock, type Instant, plusMs } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";

/** Slots `everyMs` apart. A lane may take one at most `aheadMs` before its time, and waits that long. */
export type Chain = {
  readonly name: "urgent" | "standard" | "both";
  readonly everyMs: number;
  readonly aheadMs: number;
};

/** Allowed from a slot's moment until its request reaches SES: clocks, claims and connections differ. */
export const slackMs = 300;
/** A slot whose taker is later than this is dropped: used late, it would coincide with others' slots. */
export const lateMs = 150;

/**
 * A sleeping function is paid for: more notices ahead belong on their queue or in the due index. The urgent lane
 * waits longer rather than leave its place.
 */
const waitAtMostMs: Readonly<Record<Lane, number>> = { urgent: 6_000, standard: 2_000 };

/** The share of slots that standard mail can never take, however much waits. */
const urgentShare = 1 / 3;
/** Below this rate two chains would have no room beside each other. */
const smallestRateForTwo = 5;

/**
 * The chains that a lane may take a slot from, in order. The urgent lane has its own, and the standard lane's when
 * its own is taken, never the other way round. In any second of SES's clock at most `everyMs`-many slots of that
 * second and its slack fall, and one more for each chain, which together is at most `perSecond`. A sandbox's one a
 * second has room for one chain only: there urgent mail takes its turn far ahead.
 */
export const chainsOf = (lane: Lane, perSecond: number): readonly Chain[] => {
  if (perSecond <= 0) return [];
  const widened = 1000 + slackMs;
  if (perSecond < smallestRateForTwo) {
    // One slot of the chain may fall on each edge of a second.
    const everyMs = perSecond <= 1 ? widened / perSecond : widened / (perSecond - 1);
    return [
      { name: "both", everyMs, aheadMs: lane === "urgent" ? Math.max(waitAtMostMs.urgent, 3 * everyMs) : everyMs },
    ];
  }
  const everyMs = widened / (perSecond - 2);
  const urgent: Chain = { name: "urgent", everyMs: everyMs / urgentShare, aheadMs: waitAtMostMs.urgent / 3 };
  const standard: Chain = { name: "standard", everyMs: everyMs / (1 - urgentShare), aheadMs: waitAtMostMs[lane] };
  return lane === "urgent" ? [urgent, standard] : [standard];
};

/** When a notice without a turn is looked at again: soon for a burst, late where only the day's end helps. */
export const comesBackAfterMs = (why: Exclude<NoTurn["why"], "refused">, lane: Lane, random: number): number => {
  const base = {
    rate: { urgent: 15_000, standard: 60_000 },
    day: { urgent: 60_000, standard: 30 * 60_000 },
    stopped: { urgent: 60_000, standard: 10 * 60_000 },
  }[why][lane];
  return Math.round(base * (1 + random));
};

/** When what found no turn asks for one again. */
export const turnComesAt = (
  { clock, jitter }: { readonly clock: Clock; readonly jitter: () => number },
  state: Case,
  turn: NoTurn,
): Instant => {
  const now = clock.now();
  const random = jitter();
  return turn.why === "refused"
    ? asksForTurnAt(state, turn.until, now, random)
    : plusMs(now, comesBackAfterMs(turn.why, state.lane, random));
};

/** How long a notice waits after SES's definite no to it. A no to the account all wait for together. */
export const backoffMs = (attemptsBefore: number, random: number): number =>
  fullJitterMs({ firstMs: 30_000, longestMs: 3_600_000 }, attemptsBefore, random);

export type NoTurn = { readonly kind: "no-turn" } & (
  | { readonly why: "rate" | "day" | "stopped" }
  /** SES refuses the account, and another notice tries, or none before then. */
  | { readonly why: "refused"; readonly until: Instant }
);

/**
 * Waits for one notice's turn, seconds at most. `go`: good for one request made at once. `no-turn`: do not claim,
 * the notice stays as it is and is looked at again later. Network: the table, at most one write per turn, and
 * GetSendQuota once a minute for all senders together. Throws what the table throws.
 */
export type TakeTurn = (lane: Lane) => Promise<{ readonly kind: "go" } | NoTurn>;

/** Every notice goes at once: for stories in which nothing is measured. */
export const alwaysATurn: TakeTurn = async () => ({ kind: "go" });
