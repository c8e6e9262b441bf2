import { instant } from "../kernel/instant.ts";
import { notifyAfter, type OnCallLog } from "../kernel/notified.ts";
import type { Lane } from "../report/category.ts";

/** Who waits for the day to pass: the standard lane, to leave its reserve to urgent mail, or everybody. */
export type DaySpent = "standard" | "all";

/** Older means that nothing waits: what waits asks SES again within an hour (`comesBackAfterMs`). */
const wordHoldsMs = 65 * 60_000;

/** For whom the day's quota is spent, by SES's last word. Pure. `nowMs` is real time, as SES's day is. */
export const daySpentBy = (lastWord: SendQuota | undefined, nowMs: number): DaySpent | undefined => {
  if (lastWord === undefined || nowMs - lastWord.askedAtMs > wordHoldsMs) return undefined;
  if (leftToday("urgent", lastWord) < 1) return "all";
  return leftToday("standard", lastWord) < 1 ? "standard" : undefined;
};

const tellsAgainAfterHours = 24;

/** Notifies on-call once a day that the quota is spent, and again when it is for the urgent lane too. */
export const tellOfDaySpent = async (
  given: { lastWord: () => Promise<SendQuota | undefined>; told: OnCallLog; nowMs: () => number },
  tell: (spent: DaySpent, quota: SendQuota) => Promise<void>,
): Promise<void> => {
  const nowMs = given.nowMs();
  const lastWord = await given.lastWord();
  const spent = daySpentBy(lastWord, nowMs);
  if (!lastWord || !spent) return;
  const due = { hours: tellsAgainAfterHours, now: instant(nowMs) };
  await notifyAfter(given.told, `day-spent-${spent}`, due, () => tell(spent, lastWord));
};

/*
 * SES drops what comes faster than MaxSendRate (SES Developer Guide, "Errors related to sending quotas") with a
 * Throttling answer, so all senders take turns. Each turn ("slot") is one mail, slots of one chain lie a fixed time
 * apart, and a chain is one number in the table, the moment of its next free slot.
 */

/** SES's GetSendQuota, and when it was asked. Numbers are recipients. */
export type SendQuota = {
  readonly perSecond: number;
  readonly perDay: number;
  readonly sentInLastDay: number;
  readonly askedAtMs: number;
};

/** Part of a day's quota kept for the urgent lane: 20 of a sandbox's 200 mails a day, a bad night's worth. */
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
 * A minute, less near the day's end, down to the one second between two questions that SES asks for. What is sent
 * meanwhile is never more than a quarter of what is left.
 */
export const quotaHoldsMsFor = (quota: SendQuota): number => {
  const left = Math.max(0, Math.min(leftToday("standard", quota), leftToday("urgent", quota)));
  const spentInMs = quota.perSecond > 0 ? (left / quota.perSecond / 4) * 1000 : quotaHoldsMs.longest;
  return Math.min(quotaHoldsMs.longest, Math.max(quotaHoldsMs.shortest, spentInMs));
};

/** Before SES answers: the rate of every account, the sandbox's (SES Developer Guide, "Service quotas"). */
export const quotaOfSandbox = (askedAtMs: number): SendQuota => ({
  perSecond: 1,
  perDay: 200,
  sentInLastDay: 0,
  askedAtMs,
});
