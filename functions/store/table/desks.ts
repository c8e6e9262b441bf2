import { deskIdOf } from "../../case/case-id.ts";
import type { DeskOutcome } from "../desk-outcomes.ts";
import { providerFoundBy } from "../finds.ts";
import type { Complaint, DeskMemory, StoppedDesk, StoppedDesks } from "../ports.ts";
import { isEntry } from "../queue-entry.ts";
import { readDeskOutcome } from "../stored.ts";
import type { AnyChange, Footing } from "./case-item.ts";
import { foundBy } from "./finds.ts";
import { cursorIn, listed, readCursorIn } from "./spread-list.ts";
import { expiryOf, type Item, isNew, type Table, type Write } from "./table.ts";

const stopKey = (desk: string) => ({ pk: `STOPPED#${desk}`, sk: "DESK" });
/** Complaining desks in the index `review`, where cases stand under `waiting`. */
const stopped = "stopped";
const stopItem = ({ email, forgetsName, ...complaint }: Complaint): Item => ({
  ...stopKey(deskIdOf(email)),
  ...complaint,
  ...(!forgetsName && { email }),
  reviewShard: stopped,
  reviewRank: `${complaint.at}#${deskIdOf(email)}`,
});
const readStop = ({ pk, email, caseId, noticeId, at, allowedAt, allowedBy, why }: Item): StoppedDesk => ({
  desk: String(pk).slice("STOPPED#".length),
  ...(typeof email === "string" && { email }),
  caseId: String(caseId),
  noticeId: String(noticeId),
  at: String(at),
  ...(allowedAt !== undefined && { allowed: { at: String(allowedAt), by: String(allowedBy), why: String(why) } }),
});

/** Longer than anything of it counts (`escalation/policy.ts`). */
const outcomesKept = { days: 180 };
const deskPartition = (email: string): string => `DESK#${deskIdOf(email)}`;
const outcomeItem = (outcome: DeskOutcome): Item => ({
  pk: deskPartition(outcome.email),
  // One item per notice and outcome: many cases teach about one desk at a time, and none waits for another.
  sk: `${outcome.at}#${outcome.caseId}#${outcome.noticeId}#${outcome.what}`,
  outcome: JSON.stringify(outcome),
  expiresAt: expiryOf(outcome.at, outcomesKept),
});

/** What a change teaches about desks, and asks of them. */
export const deskWrites = (
  { next, deskOutcomes = [], complaints = [], unstopped = [] }: AnyChange,
  footing: Footing,
): readonly Write[] => [
  ...deskOutcomes.map((outcome) => {
    const provider = isEntry(next) ? undefined : providerFoundBy(next, outcome);
    const found = provider === undefined ? {} : foundBy(provider, next, footing);
    return { put: { ...outcomeItem(outcome), ...found } };
  }),
  // Whatever a person said of an earlier complaint is over.
  ...complaints.map((complaint) => ({ put: stopItem(complaint) })),
  ...unstopped.map((email) => ({
    check: stopKey(deskIdOf(email)),
    where: `${isNew} OR attribute_exists(allowedAt)`,
  })),
];

export const desks = (table: Table): StoppedDesks & DeskMemory => ({
  isStopped: async (email) => {
    const stop = await table.get(stopKey(deskIdOf(email)));
    return stop !== undefined && stop.allowedAt === undefined;
  },
  // A desk that complained right now must not be said to have never complained: a lasting conflict is thrown.
  allow: (desk, { at, by, why }) =>
    table.write({
      update: stopKey(desk),
      by: "SET allowedAt = :at, allowedBy = :by, why = :why",
      where: "attribute_exists(pk)",
      values: { at, by, why },
    }),
  stoppedDesks: async (limit, cursor) => {
    const list = { table, index: "review", list: stopped, newestFirst: true } as const;
    const { places, upTo } = await listed(list, limit, readCursorIn(list, cursor));
    const stops = await Promise.all(places.map(({ pk, sk }) => table.get({ pk: String(pk), sk: String(sk) })));
    return { items: stops.filter((stop) => stop !== undefined).map(readStop), ...cursorIn(list, upTo) };
  },
  outcomesAt: async (email, limit, before) => {
    const sk = before && (["<", `${before.at}#${before.caseId}`] as const);
    const { items } = await table.page({ pk: deskPartition(email), sk, newestFirst: true, limit });
    return items.map(({ outcome }) => readDeskOutcome(outcome));
  },
});
