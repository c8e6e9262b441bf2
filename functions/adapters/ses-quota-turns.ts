import type { Lane } from "../report/category.ts";
import { leftToday, type SendQuota } from "../send/day-quota.ts";
import { type Chain, chainsOf, lateMs, type TakeTurn } from "../send/pacing.ts";
import type { Table } from "../store/table/table.ts";

type TurnsGiven = {
  readonly table: Table;
  readonly quota: () => Promise<SendQuota>;
  /** Whether a person or the breaker stopped the lane. */
  readonly isStopped: (lane: Lane) => Promise<boolean>;
  /** Real time: SES's second is a real one, whatever clock the cases live by. */
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

/**
 * Each lost race means that another instance got its turn; this many in a row mean that there is
 * none to be had.
 */
const triesAtMost = 12;
/**
 * Two slots are taken in one write while mail goes out without a pause: half a write for each
 * notice.
 */
const pauseMs = 1_000;
/** For so long a chain is taken to be as busy or idle as it was found last. */
const recentMs = 1_000;

/** The chains in the table, and what this instance saw of them last. */
const chainsIn = (table: Table) => {
  const nextFree = new Map<Chain["name"], number>();
  const foundIdle = new Set<Chain["name"]>();

  /**
   * Moves a chain on by `count` slots; gives the moment of the first, or what the chain's next free
   * slot is.
   */
  const moveOn = async (
    chain: Chain,
    count: number,
    now: number,
    sure: boolean,
  ): Promise<{ readonly slot: number } | { readonly next: number | undefined }> => {
    const step = count * chain.everyMs;
    const known = nextFree.get(chain.name);
    // A chain that was found busy a moment ago moves on in other hands: guessed idle, every other
    // write would be in vain.
    const isIdle = known === undefined || known < now - (sure || foundIdle.has(chain.name) ? 0 : recentMs);
    const update = { pk: `PACE#${chain.name}`, sk: "NEXT" };
    const moved = await table.update(
      isIdle
        ? {
            update,
            by: "SET nextMs = :next",
            where: "attribute_not_exists(nextMs) OR nextMs < :now",
            values: { next: rounded(now + step), now },
          }
        : {
            update,
            by: "SET nextMs = nextMs + :step",
            where: "nextMs BETWEEN :now AND :latest",
            values: { step: rounded(step), now, latest: now + chain.aheadMs },
          },
    );
    const stands = moved.ok ? moved.value.nextMs : moved.error?.nextMs;
    const next = stands === undefined ? undefined : Number(stands);
    if (next === undefined) nextFree.delete(chain.name);
    else nextFree.set(chain.name, next);
    if (!moved.ok || next === undefined) return { next };
    if (isIdle) foundIdle.add(chain.name);
    else foundIdle.delete(chain.name);
    return { slot: isIdle ? now : next - step };
  };

  return { nextFreeOf: ({ name }: Chain) => nextFree.get(name), moveOn };
};

/**
 * Takes turns by the chains in the table (`send/pacing.ts`). One for each instance; keeps slots
 * that it took in advance.
 */
export const sendingTurns = ({ table, quota, isStopped, nowMs, sleep }: TurnsGiven): TakeTurn => {
  const { nextFreeOf, moveOn } = chainsIn(table);
  const held = new Map<Chain["name"], number[]>();
  /**
   * How long the table took last; a slot earlier than its answer would be late when it comes, again
   * and again.
   */
  let tableTakesMs = 0;
  const lastTaken = new Map<Chain["name"], number>();

  const takeSlot = async (chain: Chain): Promise<number | undefined> => {
    const mine = held.get(chain.name) ?? [];
    held.set(chain.name, mine);
    for (let slot = mine.shift(); slot !== undefined; slot = mine.shift()) if (slot + lateMs > nowMs()) return slot;
    for (let tries = 0; tries < triesAtMost; tries++) {
      const askedAt = nowMs();
      const now = askedAt + (tableTakesMs > lateMs / 3 ? Math.min(tableTakesMs, 1_000) : 0);
      if ((nextFreeOf(chain) ?? 0) > now + chain.aheadMs) return undefined;
      const count = now - (lastTaken.get(chain.name) ?? 0) < pauseMs ? 2 : 1;
      const moved = await moveOn(chain, count, now, tries > 0);
      tableTakesMs = nowMs() - askedAt;
      if (!("slot" in moved)) continue;
      if (count === 2) mine.push(moved.slot + chain.everyMs);
      return moved.slot;
    }
    return undefined;
  };

  const waitFor = async (chain: Chain): Promise<boolean> => {
    for (let tries = 0; tries < triesAtMost; tries++) {
      const slot = await takeSlot(chain);
      if (slot === undefined) return false;
      const early = slot - nowMs();
      if (early > 0) await sleep(Math.ceil(early));
      lastTaken.set(chain.name, nowMs());
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

/** A thousandth of a millisecond is finer than any clock here, and keeps the number short. */
const rounded = (ms: number): number => Math.max(0.001, Math.round(ms * 1000) / 1000);
