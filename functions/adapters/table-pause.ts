import type { Instant } from "../kernel/instant.ts";
import * as z from "../kernel/zod.ts";
import { type Lane, lanes } from "../report/category.ts";
import type { Pause, PauseLine, Word } from "../send/pause.ts";
import type { Table } from "../store/table/table.ts";

const word = z.object({ at: z.string(), by: z.string(), why: z.string() });
const kept = z.extend(word, { isOn: z.boolean() });
const line = z.extend(word, { lane: z.enum(lanes), does: z.enum(["stop", "resume"]) });

const pauseKey = (lane: Lane) => ({ pk: "SENDER", sk: `PAUSE#${lane}` });
const lineKey = ({ at, lane, does }: Pick<PauseLine, "at" | "lane" | "does">) => ({
  pk: "PAUSE",
  sk: `${at}#${lane}#${does}`,
});

/** Writes state and audit line in one transaction. False where somebody was first. */
const say = (
  table: Table,
  does: PauseLine["does"],
  lane: Lane,
  { at, by, why }: Word,
  seen?: Instant,
): Promise<boolean> => {
  const said: PauseLine = { at, by, why, lane, does };
  const isOn = does === "stop";
  return table.write(
    {
      update: pauseKey(lane),
      by: "SET isOn = :isOn, #at = :at, #by = :by, why = :why",
      where: isOn ? "attribute_not_exists(isOn) OR isOn = :not" : "isOn = :not AND #at = :seen",
      values: { isOn, not: !isOn, at, by, why, ...(!isOn && { seen }) },
    },
    { put: { ...lineKey(said), ...said } },
  );
};

/** Adds the reason to the stop and its audit line. False where that stop has one, or is over. */
const explain = (table: Table, lane: Lane, at: Instant, why: string): Promise<boolean> => {
  const reason = { by: "SET why = :why", where: "#at = :at AND why = :none", values: { why, at, none: "" } };
  return table.write({ update: pauseKey(lane), ...reason }, { update: lineKey({ at, lane, does: "stop" }), ...reason });
};

/** Tries each lane before anything is thrown: one that can't be stopped must not keep the other going. */
const each = async (asked: readonly Promise<boolean>[]): Promise<boolean> => {
  const done = await Promise.allSettled(asked);
  for (const one of done) if (one.status === "rejected") throw one.reason;
  return done.some((one) => one.status === "fulfilled" && one.value);
};

/**
 * The pause in the table. Network: `isOn` one consistent read, `stops` one query, `stop`, `explain` and `resume`
 * one transaction for each lane, with the audit line. Throws what the table throws.
 */
export const tablePause = (table: Table): Pause => ({
  stops: async () => {
    const { items } = await table.page({ pk: "SENDER", sk: ["begins", "PAUSE#"], consistent: true });
    const on = items.filter((item) => kept.parse(item).isOn);
    return Object.fromEntries(on.map((item) => [String(item.sk).slice("PAUSE#".length), word.parse(item)]));
  },
  isOn: async (lane) => (await table.get(pauseKey(lane)))?.isOn === true,
  stop: (of, said) => each(of.map((lane) => say(table, "stop", lane, said))),
  explain: (seen, why) => each(lanes.flatMap((lane) => (seen[lane] ? [explain(table, lane, seen[lane].at, why)] : []))),
  resume: (of, seen, said) =>
    each(of.flatMap((lane) => (seen[lane] ? [say(table, "resume", lane, said, seen[lane].at)] : []))),
  audit: async (limit) =>
    (await table.page({ pk: "PAUSE", newestFirst: true, limit })).items.map((item) => line.parse(item)),
});
