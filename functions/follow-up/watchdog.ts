import { listedAt } from "../case/lists.ts";
import { type Clock, earliest, type Instant, msOf, plusHours } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { notifyAfter, type OnCallLog } from "../kernel/notified.ts";
import { lanes } from "../report/category.ts";
import type { CountsTable, Due, DueIndex, ReviewList } from "../store/ports.ts";
import type { InLine } from "../store/review-rank.ts";

export type WatchWork = {
  readonly store: Pick<DueIndex, "due">;
  readonly clock: Clock;
  readonly told: OnCallLog;
  readonly tellOnCall: (oldest: Due) => Promise<void>;
  readonly log: Log;
};

/** The sweep comes each minute: what is later than this was not, or could not be, looked at. */
export const lateAfterMinutes = 5;
/** It may last a night; a message a minute would hide all others. */
const tellsAgainAfterHours = 1;

/**
 * Dead-man switch: logs at every look how late the oldest due case is, and notifies on-call when nothing moves.
 * Writes only that it notified. Depends on the index alone, not on the sweep that it watches.
 */
export const watchTheSweep = async ({
  store,
  clock,
  told,
  tellOnCall,
  log,
}: WatchWork): Promise<{ readonly lateSeconds: number }> => {
  const now = clock.now();
  const [oldest] = await store.due(now, 1);
  const lateSeconds = oldest ? Math.floor((msOf(now) - msOf(oldest.dueAt)) / 1000) : 0;
  log.info("watchdog.looked", { lateSeconds });
  if (oldest && lateSeconds > lateAfterMinutes * 60)
    await notifyAfter(told, "late-sweep", { hours: tellsAgainAfterHours, now }, () => tellOnCall(oldest));
  return { lateSeconds };
};

/** Real milliseconds of the last mail out, SES event and mail in; absent where there was none yet. */
export type SesSilence = () => Promise<{
  readonly sentMs?: number;
  readonly heardMs?: number;
  readonly repliedMs?: number;
}>;

/** Events are noted once in five minutes, and the standard lane's wait a minute for others. */
const hearsWithinMs = 7 * 60_000;

/**
 * Logs at every look whether a mail was given its turn after the last SES event: each mail has one within a minute
 * or two (SES Developer Guide, "Send"). After an hour an alarm rings: bounces and complaints are not heard then
 * either, as a rule, a key or a queue may have lost them without a word.
 */
export const hearSes = async ({ silence, log }: { readonly silence: SesSilence; readonly log: Log }): Promise<void> => {
  const { sentMs, heardMs = 0 } = await silence();
  const isUnheard = sentMs !== undefined && sentMs > heardMs + hearsWithinMs;
  log.info("watchdog.unheard", { count: isUnheard ? 1 : 0 });
};

type ReceiptRule = { readonly set: string; readonly rule: string };

/** The account's active rule set, if any, and its enabled rules. */
export type ActiveRules = () => Promise<{ readonly set: string | undefined; readonly rules: readonly string[] }>;

/** Logs whether SES receives by our rule: activating another rule set ends receiving without any error. */
export const watchRuleSet = async ({
  activeRules,
  ours,
  log,
}: {
  readonly activeRules: ActiveRules;
  readonly ours: ReceiptRule;
  readonly log: Log;
}): Promise<void> => {
  const { set, rules } = await activeRules();
  log.info("watchdog.rule-set", { count: set === ours.set && rules.includes(ours.rule) ? 0 : 1 });
};

/** Fewer mails in a day may all stay without a reply. */
const repliesFrom = 20;

/** Logs if replies stopped: some 20 mails out in a day, none in (even a machine's) by the end of the next. */
export const watchReplies = async ({
  store,
  silence,
  clock,
  log,
}: Pick<WatchWork, "clock" | "log"> & {
  readonly store: Pick<CountsTable, "counts">;
  readonly silence: SesSilence;
}): Promise<void> => {
  const day = plusHours(clock.now(), -48).slice(0, 10);
  const sent = (await store.counts("days", day.slice(0, 7))).get(day.slice(8))?.sent ?? 0;
  const { repliedMs = 0 } = await silence();
  log.info("watchdog.replies", { count: sent >= repliesFrom && repliedMs < Date.parse(day) ? 1 : 0 });
};

/** Logs how many of on-call have confirmed that they are notified. */
export const countOnCall = async ({
  confirmed,
  log,
}: {
  readonly confirmed: () => Promise<number>;
  readonly log: Log;
}): Promise<void> => log.info("watchdog.on-call", { count: await confirmed() });

/** The count stops here; up to there the oldest of each lane is right. */
const countsAtMost = 10_000;

/** When on-call had heard of it at the latest: nobody is late before the morning's list that it came in. */
const heardBy = ({ lane, since, facets }: InLine): Instant => {
  const heard = facets.questions.map((question) => listedAt(lane, question, facets.blocks === true, since) ?? since);
  return earliest(...heard) ?? since;
};

/**
 * Logs what waits for a person in each lane, the oldest's wait and the unknown sends, not what is only to be read,
 * even where there is nothing; metrics are made from it. Reads the index alone, and writes nothing.
 */
export const countInLine = async ({
  store,
  clock,
  log,
}: Pick<WatchWork, "clock" | "log"> & { readonly store: Pick<ReviewList, "inLine"> }): Promise<void> => {
  const now = clock.now();
  const places = await store.inLine(countsAtMost);
  for (const lane of lanes) {
    const own = places.filter((place) => place.lane === lane && !place.toRead);
    const oldest = earliest(...own.map(heardBy));
    const waitsSeconds = oldest ? Math.max(0, Math.floor((msOf(now) - msOf(oldest)) / 1000)) : 0;
    log.info("watchdog.counted", { lane, count: own.length, waitsSeconds });
  }
  log.info("watchdog.unknown", { count: places.filter(({ unknownSend }) => unknownSend).length });
};
