import { type Instant, instant } from "../../kernel/instant.ts";
import * as z from "../../kernel/zod.ts";
import { noAnswers } from "../../send/channels/standing.ts";
import type { ChannelCounts } from "../../send/channels/work.ts";
import { expiryOf, hashed, type Key, type Table } from "./table.ts";

const counted = z.object({ reports: z.number() });
const answered = z.partial(z.object({ fair: z.number(), mistaken: z.number(), duplicate: z.number() }));
const failing = z.object({
  failures: z.number(),
  at: z.string(),
  why: z.string(),
  isTold: z.nullish(z.literal(true)),
});
const none = { failures: 0, at: "", why: "" };
/** Longer than a domain is usually abused. Whoever has it then may be someone else. */
const kept = { days: 365 };

/** Hashed: the domain's name in a key would say what was reported. */
const keyOf = (provider: string, domain: string) => ({ pk: `CHANNEL#${provider}`, sk: hashed(domain) });

/** Hashed, too. */
const putsOf = (provider: string, page: string) => ({ pk: `CHANNEL#${provider}`, sk: `PUT#${hashed(page)}` });
/** A little longer than a provider is asked about a report (`case/decide/channels.ts`). */
const putKept = { days: 32 };
const put = z.pipe(
  z.string(),
  z.transform((line) => ({ at: line.slice(0, line.indexOf(" ")), notice: line.slice(line.indexOf(" ") + 1) })),
);
const puts = z.pipe(
  z.set(put),
  z.transform((all) => [...all]),
);

const monthOf = (provider: string, now: Instant) => ({
  pk: `CHANNEL#${provider}`,
  sk: `ANSWERS#${now.slice(0, "2026-11".length)}`,
});

const outageOf = (provider: string) => ({ pk: `CHANNEL#${provider}`, sk: "OUTAGE" });

/**
 * Counts by domain, answers by month, failures in a row, and what was put when, by page. Network: one read, or one
 * write. Throws what the table throws.
 */
export const dynamoChannelCounts = (table: Table, nowMs: () => number): ChannelCounts => {
  const add = async (update: Key, by: string, value: unknown, keep: typeof kept): Promise<void> => {
    const values = { value, expires: expiryOf(instant(nowMs()), keep) };
    await table.write({ update, by: `ADD ${by} :value SET expiresAt = :expires`, values });
  };
  return {
    answers: async (provider, now) => {
      const found = await table.get(monthOf(provider, now), { lax: true });
      return { ...noAnswers, ...answered.parse(found ?? {}) };
    },
    noteAnswer: (provider, kind, now) => add(monthOf(provider, now), `#${kind}`, 1, kept),
    of: async (provider, domain) => {
      const found = await table.get(keyOf(provider, domain));
      return found === undefined ? 0 : counted.parse(found).reports;
    },
    note: (provider, domain) => add(keyOf(provider, domain), "reports", 1, kept),
    puts: async (provider, page) => {
      const found = await table.get(putsOf(provider, page));
      return found === undefined ? [] : puts.parse(found.puts);
    },
    notePut: (provider, page, { notice, at }) =>
      add(putsOf(provider, page), "puts", new Set([`${at} ${notice}`]), putKept),
    outage: async (provider) => {
      const { failures, at, why, isTold } = failing.parse((await table.get(outageOf(provider))) ?? none);
      return failures === 0 ? undefined : { failures, at, why, ...(isTold && { isTold }) };
    },
    // Another worker that was first knows more.
    keepOutage: (provider, next, seen) =>
      table.write({
        update: outageOf(provider),
        // Nobody can remove it: what is over stands there as no failure.
        by: "SET failures = :failures, #at = :at, why = :why, isTold = :told, expiresAt = :expires",
        where: seen ? "failures = :seen AND #at = :seenAt" : "attribute_not_exists(failures) OR failures = :seen",
        values: {
          ...(next ?? none),
          isTold: undefined,
          told: next?.isTold ?? null,
          expires: expiryOf(instant(nowMs()), kept),
          seen: seen?.failures ?? 0,
          seenAt: seen?.at,
        },
      }),
  };
};
