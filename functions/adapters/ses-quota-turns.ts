import type { Lane } from "../report/category.ts";
import { leftToday, type SendQuota } from "../send/day-quota.ts";
import { type Chain, chainsOf, lateMs, type TakeTurn } from "../send/pacing.ts";
import type { Table } from "../store/table/table.ts";

type TurnsGiven = {
  readonly table: Table;
  readonly quota: () => Promise<SendQuota>;
  /** Stopped by a person or the breaker. */
  readonly isStopped: (lane: Lane) => Promise<boolean>;
  /** Real time: SES's second is a real one, whatever the cases' clock. */
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

/** Each lost race means that another instance got its turn. So many in a row mean that there is none. */
const triesAtMost = 12;
/** How long a chain counts as busy or idle after it was found so. */
const recentMs = 1_000;

const chainsIn = (table: Table) => {
  const nextFree = new Map<Chain["name"], number>();
  const foundIdle = new Set<Chain["name"]>();

  /** Moves a chain on and gives its slot. `undefined` where the guess, busy or idle, was wrong. */
  const moveOn = async (
    { name, everyMs, aheadMs }: Chain,
    now: number,
    isSeen: boolean,
  ): Promise<number | undefined> => {
    // Others move on a chain found busy a moment ago: guessed idle, every other write would fail.
    const isIdle = (nextFree.get(name) ?? 0) < now - (isSeen || foundIdle.has(name) ? 0 : recentMs);
    const update = { pk: `PACE#${name}`, sk: "NEXT" };
    const moved = await table.update(
      isIdle
        ? {
            update,
            by: "SET nextMs = :next",
            where: "attribute_not_exists(nextMs) OR nextMs < :now",
            values: { next: rounded(now + everyMs), now },
          }
        : {
            update,
            by: "SET nextMs = nextMs + :step",
            where: "nextMs BETWEEN :now AND :latest",
            values: { step: rounded(everyMs), now, latest: now + aheadMs },
          },
    );
    const next = Number((moved.ok ? moved.value : moved.error)?.nextMs ?? 0);
    nextFree.set(name, next);
    if (!moved.ok) return undefined;
    if (isIdle) foundIdle.add(name);
    else foundIdle.delete(name);
    return isIdle ? now : next - everyMs;
  };

  return { nextFreeOf: ({ name }: Chain) => nextFree.get(name) ?? 0, moveOn };
};

/** Takes turns by the chains in the table (`send/pacing.ts`). One for each instance. */
export const sendingTurns = ({ table, quota, isStopped, nowMs, sleep }: TurnsGiven): TakeTurn => {
  const { nextFreeOf, moveOn } = chainsIn(table);
  /** How long the table took last: a slot before its answer would always be late. */
  let tableTakesMs = 0;

  const takeSlot = async (chain: Chain): Promise<number | undefined> => {
    for (let tries = 0; tries < triesAtMost; tries++) {
      const askedAt = nowMs();
      const now = askedAt + (tableTakesMs > lateMs / 3 ? Math.min(tableTakesMs, 1_000) : 0);
      if (nextFreeOf(chain) > now + chain.aheadMs) return undefined;
      const slot = await moveOn(chain, now, tries > 0);
      tableTakesMs = nowMs() - askedAt;
      if (slot !== undefined) return slot;
    }
    return undefined;
  };

  const waitFor = async (chain: Chain): Promise<boolean> => {
    for (let tries = 0; tries < triesAtMost; tries++) {
      const slot = await takeSlot(chain);
      if (slot === undefined) return false;
      const early = slot - nowMs();
      if (early > 0) await sleep(Math.ceil(early));
      if (nowMs() <= slot + lateMs) return true;
    }
    return false;
  };

  return async (lane) => {
    if (await isStopped(lane)) return { kind: "no-turn", why: "stopped" };
    const allowed = await quota();
    if (leftToday(lane, allowed) < 1) return { kind: "no-turn", why: "day" };
    for (const chain of chainsOf(lane, allowed.perSecond)) if (await waitFor(chain)) return { kind: "go" };
    return { kind: "no-turn", why: "rate" };
  };
};

/** Finer than any clock here, and keeps the number short. */
const rounded = (ms: number): number => Math.max(0.001, Math.round(ms * 1000) / 1000);
