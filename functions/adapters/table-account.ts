import type { Clock } from "../kernel/instant.ts";
import * as z from "../kernel/zod.ts";
import { type Lane, lanes } from "../report/category.ts";
import { type AccountWord, afterRefusal, type Refusal, turnFor } from "../send/refusal.ts";
import type { Table } from "../store/table/table.ts";

const key = (lane: Lane) => ({ pk: "SENDER", sk: `REFUSED#${lane}` });
const stored = z.object({
  since: z.string(),
  code: z.string(),
  tries: z.number(),
  nextTryAt: z.string(),
  over: z.optional(z.boolean()),
  by: z.optional(z.string()),
});
/** How long a refusal is cached. Meanwhile at most one notice for each process tries in vain. */
const believedForMs = 15_000;
type Given = { readonly table: Table; readonly clock: Clock; readonly nowMs: () => number };

/** The refusals in the table, cached. */
const keptRefusals = ({ table, nowMs }: Omit<Given, "clock">) => {
  const known = new Map<Lane, { readonly refusal: Refusal | undefined; readonly atMs: number }>();

  const read = async (lane: Lane): Promise<Refusal | undefined> => {
    const found = stored.safeParse(await table.get(key(lane))).data;
    const refusal =
      found && !found.over
        ? { since: found.since, code: found.code, tries: found.tries, nextTryAt: found.nextTryAt, by: found.by }
        : undefined;
    known.set(lane, { refusal, atMs: nowMs() });
    return refusal;
  };
  const believed = async (lane: Lane): Promise<Refusal | undefined> => {
    const last = known.get(lane);
    return last && nowMs() - last.atMs < believedForMs ? last.refusal : read(lane);
  };

  /** False where somebody else took the turn, or SES takes mail again, since it was read. */
  const setNextTry = async (
    lane: Lane,
    seen: Refusal | undefined,
    next: Pick<Refusal, "nextTryAt" | "by">,
  ): Promise<boolean> => {
    const isSet = await table.write({
      update: key(lane),
      by: "SET nextTryAt = :next, #by = :by",
      where: "nextTryAt = :seen AND attribute_not_exists(#over)",
      values: { next: next.nextTryAt, seen: seen?.nextTryAt, by: next.by },
    });
    if (isSet && seen) known.set(lane, { refusal: { ...seen, ...next }, atMs: nowMs() });
    return isSet;
  };
  const put = async (lane: Lane, refusal: Refusal): Promise<void> => {
    await table.write({ put: { ...key(lane), ...refusal } });
    known.set(lane, { refusal, atMs: nowMs() });
  };
  /** Ends only a refusal known here. */
  const end = async (lane: Lane): Promise<void> => {
    if (!known.get(lane)?.refusal) return;
    await table.write({ update: key(lane), by: "SET #over = :over", values: { over: true } });
    known.set(lane, { refusal: undefined, atMs: nowMs() });
  };
  return { read, believed, setNextTry, put, end };
};

/**
 * SES's refusals of the account in the table. Network: `turn` a read every 15 s, and a write only while SES
 * refuses, `heard` a write on a refusal and on its end. Throws what the table throws.
 */
export const tableAccount = ({ clock, ...given }: Given): AccountWord => {
  const { read, believed, setNextTry, put, end } = keptRefusals(given);
  return {
    refusals: async () => {
      const found = await Promise.all(lanes.map(async (lane) => [lane, await read(lane)] as const));
      return Object.fromEntries(found.filter(([, refusal]) => refusal !== undefined));
    },
    turn: async (lane, caseId) => {
      const before = await believed(lane);
      const turn = turnFor(before, caseId, clock.now());
      if (turn.kind === "may") return undefined;
      if (turn.kind === "waits") return turn.until;
      if (await setNextTry(lane, before, turn.held)) return undefined;
      // Another case has it, or SES takes mail again. A try that is due again is left to the next question.
      const again = turnFor(await read(lane), caseId, clock.now());
      return again.kind === "may" ? undefined : again.kind === "waits" ? again.until : clock.now();
    },
    tryNow: async () => {
      for (const lane of lanes) {
        const refusal = await read(lane);
        if (refusal) await setNextTry(lane, refusal, { nextTryAt: clock.now(), by: "" });
      }
    },
    heard: async (lane, answer) => {
      if (answer.kind === "declined" && answer.of === "account")
        await put(lane, afterRefusal(await read(lane), answer.code, clock.now()));
      else if (answer.kind === "accepted") await end(lane);
    },
  };
};
