import type { Case } from "../case/case.ts";
import { type Instant, plusMinutes, plusMs } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";

/**
 * Until when a case's notice waits, or nothing if it may be tried. While SES refuses the account
 * (`send/refusal.ts`), one case per lane has the turn for as long as its lookup takes. Without a case no turn is
 * taken.
 */
export type AccountTurn = (lane: Lane, caseId?: string) => Promise<Instant | undefined>;

/** For stories in which SES refuses nothing. */
export const neverRefused: AccountTurn = async () => undefined;

/** A waiting case asks again within so many minutes, which writes no history. */
const asksAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 30 };
/** A case that has tried waits a minute more for each try, so that the tries go round. */
const triedCountsAtMost = 10;

/** When a case without a turn is looked at again. Pure. */
export const asksForTurnAt = (
  { lane, notices }: Pick<Case, "lane" | "notices">,
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
