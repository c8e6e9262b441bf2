import { daySpentBy } from "../send/day-quota.ts";
import type { Sending } from "../send/sending.ts";
import type { Table } from "../store/table/table.ts";
import { breakerCounters } from "./breaker-counters.ts";
import { kept } from "./kept.ts";
import { lastQuota } from "./ses-quota.ts";
import { systemClock } from "./system-clock.ts";
import { tableAccount } from "./table-account.ts";
import { tablePause } from "./table-pause.ts";

const linesShown = 20;

/** Network: five reads for the state. Throws what the table throws. */
export const tableSending = (table: Table): Sending => {
  const { senderState, resume } = breakerCounters(table, Math.random);
  const pause = tablePause(table);
  const account = tableAccount({ table, clock: systemClock, nowMs: Date.now });
  const lastWord = lastQuota(table);
  const state = async () => {
    const [lane, stops, refusals, word] = await Promise.all([
      senderState(),
      pause.stops(),
      account.refusals(),
      lastWord(),
    ]);
    const spent = daySpentBy(word, Date.now());
    return {
      lane,
      stops,
      refusals,
      ...(word && spent && { day: { spent, perDay: word.perDay, sentInLastDay: word.sentInLastDay } }),
    };
  };
  const lately = kept(state, { forMs: 15_000, nowMs: Date.now });
  return {
    state: lately.anew,
    lately,
    resume,
    tryNow: account.tryNow,
    pause,
    audit: () => pause.audit(linesShown),
  };
};
