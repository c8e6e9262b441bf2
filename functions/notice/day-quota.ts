import { instant } from "../kernel/instant.ts";
import { type Told, tellAgainAfter } from "../kernel/told.ts";
import { leftToday, type SendQuota } from "./pacing.ts";

/**
 * Who has to wait for the day to pass: the standard lane, to leave its reserve to urgent mail, or
 * everybody.
 */
export type DaySpent = "standard" | "all";

/**
 * A notice that waits for the day comes back within an hour (`comesBackAfterMs`) and has SES asked
 * again. A word older than this means that nothing waits any more.
 */
const wordHoldsMs = 65 * 60_000;

/**
 * Whether the day's quota is spent, by SES's last word, and for whom. Pure; `nowMs` is real time,
 * as SES's day is.
 */
export const daySpentBy = (lastWord: SendQuota | undefined, nowMs: number): DaySpent | undefined => {
  if (lastWord === undefined || nowMs - lastWord.askedAtMs > wordHoldsMs) return undefined;
  if (leftToday("urgent", lastWord) < 1) return "all";
  return leftToday("standard", lastWord) < 1 ? "standard" : undefined;
};

const tellsAgainAfterHours = 24;

/**
 * Tells on-call once a day that the quota is spent, and again when it is spent for the urgent lane,
 * too.
 */
export const tellOfDaySpent = async (
  given: { readonly lastWord: () => Promise<SendQuota | undefined>; readonly told: Told; readonly nowMs: () => number },
  tell: (spent: DaySpent, quota: SendQuota) => Promise<void>,
): Promise<void> => {
  const nowMs = given.nowMs();
  const lastWord = await given.lastWord();
  const spent = daySpentBy(lastWord, nowMs);
  if (lastWord && spent)
    await tellAgainAfter(given.told, `day-spent-${spent}`, { hours: tellsAgainAfterHours, now: instant(nowMs) }, () =>
      tell(spent, lastWord),
    );
};
