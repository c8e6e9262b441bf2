import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";

/*
 * How fast we may send. SES drops what comes faster than MaxSendRate (SES Developer Guide, "Errors
 * related to sending quotas") and tells it by a Throttling answer, so all senders together take
 * turns: each turn ("slot") is one mail, slots of one chain lie a fixed time apart, and a chain is
 * one number in the table, the moment of its next free slot.
 */

/** SES's GetSendQuota, and when it was asked. Numbers are recipients. */
export type SendQuota = {
  readonly perSecond: number;
  readonly perDay: number;
  readonly sentInLastDay: number;
  readonly askedAtMs: number;
};

/**
 * A row of slots, `everyMs` apart. A lane may take a slot at most `aheadMs` before its time, and
 * waits for it that long.
 */
export type Chain = {
  readonly name: "urgent" | "standard" | "both";
  readonly everyMs: number;
  readonly aheadMs: number;
};

/**
 * From taking a slot's moment until its request reaches SES: what we allow for clocks, claims and
 * connections that differ.
 */
export const slackMs = 300;
/**
 * A slot that its taker is later than this for is let go: used late, it would come together with
 * others' slots.
 */
export const lateMs = 150;

/**
 * What may wait in a function. More notices than this ahead belong on their queue or in the due
 * index: a function that sleeps is paid for. The urgent lane waits longer rather than leave its
 * place.
 */
const waitAtMostMs: Readonly<Record<Lane, number>> = { urgent: 6_000, standard: 2_000 };

/** The share of all slots that standard mail can never take, however much of it waits. */
const urgentShare = 1 / 3;
/** Below this rate two chains would have no room beside each other. */
const smallestRateForTwo = 5;

/**
 * The chains that a lane may take a slot from, in the order in which it tries them. The urgent lane
 * has its own, and the standard lane's when its own is taken; never the other way round. In any
 * second of SES's clock at most `everyMs`-many slots of that second and its slack fall, and one
 * more for each chain, which together is at most `perSecond`. A sandbox's one a second has room for
 * one chain only: there urgent mail takes its turn far ahead.
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

/**
 * The part of a day's quota that is kept for the urgent lane alone: of a sandbox's 200 mails a day
 * 20, which is a bad night's worth.
 */
const dayReserve = 0.1;

/** What a lane may still send within the day, by SES's last word. */
export const leftToday = (lane: Lane, { perDay, perSecond, sentInLastDay }: SendQuota): number => {
  // SES's -1 means no limit (API reference, GetSendQuota).
  if (perDay < 0) return Number.POSITIVE_INFINITY;
  const left = perDay - sentInLastDay;
  return lane === "urgent" ? left : left - Math.max(perDay * dayReserve, Math.min(2 * perSecond, perDay / 4));
};

const quotaHoldsMs = { longest: 60_000, shortest: 1_000 } as const;

/**
 * How long SES's word on the quota is believed: a minute, and less where the day's end is near,
 * down to the one second between two questions that SES asks for. What is sent meanwhile is never
 * more than a quarter of what is left.
 */
export const quotaHoldsMsFor = (quota: SendQuota): number => {
  const left = Math.max(0, Math.min(leftToday("standard", quota), leftToday("urgent", quota)));
  const spentInMs = quota.perSecond > 0 ? (left / quota.perSecond / 4) * 1000 : quotaHoldsMs.longest;
  return Math.min(quotaHoldsMs.longest, Math.max(quotaHoldsMs.shortest, spentInMs));
};

/**
 * Before SES has ever answered: the sandbox's rate, which every account has (SES Developer Guide,
 * "Service quotas").
 */
export const quotaOfSandbox = (askedAtMs: number): SendQuota => ({
  perSecond: 1,
  perDay: 200,
  sentInLastDay: 0,
  askedAtMs,
});

/**
 * When a notice that found no turn is looked at again. Near for a burst, far where only the day's
 * passing helps.
 */
export const comesBackAfterMs = (why: Exclude<NoTurn["why"], "refused">, lane: Lane, random: number): number => {
  const base = {
    rate: { urgent: 15_000, standard: 60_000 },
    day: { urgent: 60_000, standard: 30 * 60_000 },
    stopped: { urgent: 60_000, standard: 10 * 60_000 },
  }[why][lane];
  return Math.round(base * (1 + random));
};

export type NoTurn = { readonly kind: "no-turn" } & (
  | { readonly why: "rate" | "day" | "stopped" }
  /** SES refuses the account, and another notice tries, or none before then. */
  | { readonly why: "refused"; readonly until: Instant }
);

/**
 * Asks for one notice's turn and waits for it, seconds at most. `go` is good for one request made
 * at once. `no-turn`: do not claim; the notice stays as it is and is looked at again later.
 * Network: the table, at most one write for each turn, and GetSendQuota once a minute for all
 * senders together. Throws what the table throws.
 */
export type TakeTurn = (lane: Lane) => Promise<{ readonly kind: "go" } | NoTurn>;

/** Every notice goes at once: for stories in which nothing is measured. */
export const alwaysATurn: TakeTurn = async () => ({ kind: "go" });
