import { type Instant, plusMinutes, plusMs } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Mailing } from "./decide/mail.ts";

/**
 * Asks whether a case's notice may be tried: until when it waits, or nothing where it may. While
 * SES refuses the account (`send/refusal.ts`), one case of a lane at a time has the turn to try,
 * and keeps it for the minutes that its look-up takes, so that it is the only one whose host is
 * looked up for it. Without a case the turn is not taken: nothing is refused, or until when.
 */
export type AccountTurn = (lane: Lane, caseId?: string) => Promise<Instant | undefined>;

/** SES takes all mail: for stories in which nothing is refused. */
export const neverRefused: AccountTurn = async () => undefined;

/**
 * Who waits asks again within so many minutes, which writes no history: the mail may have begun to
 * go out meanwhile.
 */
const asksAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 30 };
/**
 * Who has tried comes behind those who have not, a minute for each try, so that the tries go round.
 */
const triedCountsAtMost = 10;

/** When a case that has no turn is looked at again. Pure. */
export const asksForTurnAt = (
  { lane, notices }: Pick<Mailing, "lane" | "notices">,
  until: Instant,
  now: Instant,
  random: number,
): Instant => {
  const tried = Math.min(
    triedCountsAtMost,
    Math.max(0, ...notices.map(({ state, attempts }) => (state === "queued" ? attempts : 0))),
  );
  const soon = plusMinutes(now, asksAgainWithinMinutes[lane]);
  return soon < until ? soon : plusMs(plusMinutes(until, tried), Math.round(30_000 * random));
};
