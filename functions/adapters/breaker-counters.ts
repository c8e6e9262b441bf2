import { type Instant, instant, msOf, plusHours } from "../kernel/instant.ts";
import * as z from "../kernel/zod.ts";
import { lanes } from "../report/category.ts";
import {
  emptyStretch,
  noOutcomes,
  type Outcomes,
  plusStretch,
  type Reputation,
  type Stretch,
} from "../send/circuit-breaker.ts";
import { expiryOf, type Table } from "../store/table/table.ts";
import { breakerWord } from "./breaker-word.ts";

/** Bounces of a burst spread over so many items for each stretch and lane. */
const shards = 4;
/** Keeps an item far below DynamoDB's 400 KB. */
const namesAtOnceAtMost = 1_000;
const keptFor = { days: 3 };
const stretchMs = 10 * 60_000;
const organisations = z.pipe(
  z._default(z.set(z.string()), new Set()),
  z.transform((names) => [...names]),
);
const countItem = z.object({
  sk: z.string(),
  concluded: z._default(z.number(), 0),
  bounced: z._default(z.number(), 0),
  complained: z._default(z.number(), 0),
  bouncedAt: organisations,
  complainedAt: organisations,
});
type Count = z.infer<typeof countItem>;

const stretchOf = (at: Instant): Instant => instant(Math.floor(msOf(at) / stretchMs) * stretchMs);

const addOutcomes = async (
  table: Table,
  at: Instant,
  place: string,
  { concluded, bounced, complained, bouncedAt = [], complainedAt = [] }: Outcomes,
): Promise<void> => {
  const named = Object.entries({ bouncedAt, complainedAt }).filter(([, names]) => names.length > 0);
  const adds = {
    concluded,
    bounced,
    complained,
    ...Object.fromEntries(named.map(([name, names]) => [name, new Set(names.slice(0, namesAtOnceAtMost))])),
  };
  const each = Object.keys(adds).map((name) => `${name} :${name}`);
  await table.write({
    update: { pk: `REPUTATION#${stretchOf(at).slice(0, 10)}`, sk: `${stretchOf(at).slice(11, 16)}#${place}` },
    by: `ADD ${each.join(", ")} SET expiresAt = :expires`,
    values: { ...adds, expires: expiryOf(at, keptFor) },
  });
};

const countsOfDay = async (table: Table, of: Instant): Promise<readonly Count[]> =>
  (await table.all({ pk: `REPUTATION#${of.slice(0, 10)}` })).map((item) => countItem.parse(item));

/** The stretches of the last 24 hours, newest first, or those after `since`. */
const stretchesOf = async (table: Table, now: Instant, since: Instant | undefined): Promise<readonly Stretch[]> => {
  const dayBefore = plusHours(now, -24);
  const from = since === undefined ? dayBefore : stretchOf(since);
  const found = new Map<Instant, Stretch>();
  for (const of of [now, dayBefore]) {
    for (const { sk, ...outcomes } of await countsOfDay(table, of)) {
      const [time = "", lane] = sk.split("#");
      const at = `${of.slice(0, 10)}T${time}:00.000Z`;
      // A person saw this stretch when they resumed sending.
      if (at <= from || (lane !== "urgent" && lane !== "standard")) continue;
      found.set(
        at,
        plusStretch(found.get(at) ?? emptyStretch, { ...emptyStretch, [lane]: { ...noOutcomes, ...outcomes } }),
      );
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, stretch]) => stretch);
};

/** One write for each lane and batch. Counters are read on a bounce or a complaint. */
export const breakerCounters = (table: Table, random: () => number): Reputation => ({
  ...breakerWord(table),
  count: async (at, ends) => {
    for (const lane of lanes) {
      const { concluded, bounced, complained } = ends[lane];
      if (concluded + bounced + complained === 0) continue;
      await addOutcomes(table, at, `${lane}#${Math.floor(random() * shards)}`, ends[lane]);
    }
  },
  stretches: (now, since) => stretchesOf(table, now, since),
});
