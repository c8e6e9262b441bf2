import { untilWritten } from "../kernel/until-written.ts";
import type { Lane } from "../report/category.ts";

/**
 * How often all functions together may ask a registry's server: `perWindow` questions in any `windowMs`. Sources
 * are the registries' own words, beside each; without any, what nobody minds.
 */
type Allowance = { readonly perWindow: number; readonly windowMs: number };

const minute = 60_000;
const day = 24 * 60 * minute;

const allowances: readonly { readonly servers: RegExp; readonly entitiesOnly?: true; readonly allows: Allowance }[] = [
  // > Rate Limit is maxed at 10 queries per 1 minutes (LACNIC's own notice, 2016; a block of about
  // five minutes follows).
  { servers: /(^|\.)lacnic\.net$/, allows: { perWindow: 10, windowMs: minute } },
  // Unpublished. Above it RDAP silently omits the abuse desk, and WHOIS says "You don't have permission".
  { servers: /(^|\.)(registro|nic)\.br$/, allows: { perWindow: 10, windowMs: minute } },
  // > 5,000 queries for personal objects a day and address, then blocked for up to 24 hours.
  { servers: /(^|\.)afrinic\.net$/, allows: { perWindow: 5000, windowMs: day } },
  // Answers about addresses are filtered and do not count; /entity/ answers count like 1,000 personal objects a day.
  { servers: /^rdap\.db\.ripe\.net$/, entitiesOnly: true, allows: { perWindow: 1000, windowMs: day } },
  // > 12 a minute (RIPN).
  { servers: /^whois\.(tcinet|ripn)\./, allows: { perWindow: 12, windowMs: minute } },
  // > 1,800 per 15 minutes (CentralNic).
  { servers: /(^|\.)centralnic\.com$/, allows: { perWindow: 1800, windowMs: 15 * minute } },
];
const anyServer: Allowance = { perWindow: 120, windowMs: minute };

/** `burst` questions at once, then one each `everyMs`. The standard lane leaves part to the urgent one. */
export type Pace = {
  readonly key: string;
  readonly everyMs: number;
  readonly burst: number;
  readonly standardBurst: number;
};

/** Half of a window's budget at once, half over the window, so that no such window ever exceeds the whole. */
export const paceOf = (server: string, isEntity = false): Pace => {
  const row = allowances.find(
    ({ servers, entitiesOnly }) => servers.test(server) && (entitiesOnly === undefined || isEntity),
  );
  const { perWindow, windowMs } = row?.allows ?? anyServer;
  const burst = Math.max(1, Math.floor(perWindow / 2));
  return {
    key: row?.entitiesOnly ? `${server} entity` : server,
    everyMs: windowMs / Math.max(1, perWindow - burst),
    burst,
    standardBurst: Math.max(1, burst - Math.ceil(burst / 3)),
  };
};

/** `nextMs`: when its budget is whole again, less the burst. `restUntilMs`: until then it asked for rest. */
export type PaceState = { readonly nextMs: number; readonly restUntilMs: number };
export const unasked: PaceState = { nextMs: 0, restUntilMs: 0 };

export type Turn =
  | { readonly kind: "go"; readonly after: PaceState }
  | { readonly kind: "wait"; readonly why: "rest" | "budget"; readonly forMs: number };

/** Whether a lane may ask now, and the state after. Pure; the generic cell rate algorithm (ITU-T I.371). */
export const takeTurn = (state: PaceState, pace: Pace, lane: Lane, nowMs: number): Turn => {
  if (state.restUntilMs > nowMs) return { kind: "wait", why: "rest", forMs: state.restUntilMs - nowMs };
  const from = Math.max(state.nextMs, nowMs);
  const burst = lane === "urgent" ? pace.burst : pace.standardBurst;
  const tooEarlyMs = from - nowMs - (burst - 1) * pace.everyMs;
  if (tooEarlyMs > 0) return { kind: "wait", why: "budget", forMs: Math.ceil(tooEarlyMs) };
  return { kind: "go", after: { ...state, nextMs: from + pace.everyMs } };
};

/**
 * A registry that is still asked while it says no blocks us for hours. One that names a day is asked again in an
 * hour: its answer may be needed, and one question does no harm.
 */
const restMsAtMost = 60 * minute;
/** LACNIC's block lasts about five minutes; a 429 without a time is taken to mean as much. */
const restMsByDefault = 5 * minute;

export const restMs = (retryAfterMs: number | undefined): number =>
  Math.min(retryAfterMs ?? restMsByDefault, restMsAtMost);

/** Shared by all functions. */
export type PaceStore = {
  readonly read: (key: string) => Promise<PaceState>;
  /** Writes `after` if the state is still `before`; false where somebody was first. */
  readonly write: (key: string, before: PaceState, after: PaceState) => Promise<boolean>;
};

export type RegistryTurns = {
  /** `undefined`: go on. Otherwise why the server is not asked now, as a whole sentence. */
  readonly take: (
    server: string,
    isEntity?: boolean,
  ) => Promise<{ readonly detail: string; readonly retryAfterMs: number } | undefined>;
  /** The server said that it was asked too often. */
  readonly rest: (server: string, retryAfterMs: number | undefined) => Promise<void>;
};

/** For tests, and for one server that plays all registries. */
export const unpaced: RegistryTurns = { take: () => Promise.resolve(undefined), rest: () => Promise.resolve() };

/** Turns by the shared budget. Too many rivals for one server's turn mean that it is used up. */
export const pacedBy = (store: PaceStore, lane: Lane, nowMs: () => number): RegistryTurns => ({
  take: async (server, isEntity) => {
    const pace = paceOf(server, isEntity);
    const turn = await untilWritten(async () => {
      const before = await store.read(pace.key);
      const taken = takeTurn(before, pace, lane, nowMs());
      return taken.kind === "wait" || (await store.write(pace.key, before, taken.after)) ? taken : undefined;
    });
    if (turn?.kind === "go") return undefined;
    if (turn?.why === "rest")
      return { detail: "Left alone for a while: it said that it was asked too often.", retryAfterMs: turn.forMs };
    const retryAfterMs = Math.ceil(turn?.forMs ?? pace.everyMs);
    return { detail: "Not asked now: our own budget for it is used up.", retryAfterMs };
  },
  rest: async (server, retryAfterMs) => {
    const restUntilMs = nowMs() + restMs(retryAfterMs);
    await untilWritten(async () => {
      const before = await store.read(server);
      const rests = before.restUntilMs >= restUntilMs;
      return rests || (await store.write(server, before, { ...before, restUntilMs })) || undefined;
    });
  },
});
