import type { Instant } from "../kernel/instant.ts";
import { notifyAfter, type OnCallLog } from "../kernel/notified.ts";
import type { Lane } from "./category.ts";

/*
 * Reports are limited, since each may open a case: registry lookups, mails, perhaps a person. What a reporter
 * says later is not: a hold must never wait, and "gone" and "withdrawn" stop mails. It needs no limit: it
 * concerns only cases taken in within the limit; heard again by its moment it does nothing; heard anew it costs
 * one change of one case, asks one question of a kind at a time, and sends at most one withdrawal to each desk.
 * What fits no report is gathered before a person (`store/queue-entry.ts`). SQS is fair between reporters on
 * that queue too.
 */

/** A reporter who reported more within a minute than the settings' `reportsAMinute`. `at`: when last seen. */
export type Burst = { readonly reporter: string; readonly lane: Lane; readonly at: Instant };

/** In the table (`store/table/bursts.ts`). */
export type Bursts = {
  /**
   * Counts one report, and says whether its reporter is over this minute's limit: then the burst is noted for
   * on-call. A message that comes twice counts twice: the limit is about load, and needs no exact number.
   */
  readonly isOver: (reporter: string, lane: Lane, now: Instant) => Promise<boolean>;
};

const tellsAgainAfterHours = 1;

/** Notifies on-call once an hour of each reporter whose burst goes on, or began since. */
export const tellOfBursts = async (
  given: { readonly bursts: readonly Burst[]; readonly told: OnCallLog; readonly now: Instant },
  tell: (reporter: string, bursts: readonly Burst[]) => Promise<void>,
): Promise<void> => {
  for (const reporter of new Set(given.bursts.map((burst) => burst.reporter))) {
    const last = await given.told.lastAt(`burst-${reporter}`);
    const news = given.bursts.filter((burst) => burst.reporter === reporter && (last === undefined || burst.at > last));
    if (news.length > 0)
      await notifyAfter(given.told, `burst-${reporter}`, { hours: tellsAgainAfterHours, now: given.now }, () =>
        tell(reporter, news),
      );
  }
};
