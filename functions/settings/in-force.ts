import type { PolicyOf } from "../case/policy.ts";
import type { CurrentSettings } from "../kernel/in-force.ts";
import { type Clock, earliest, type Instant, msOf } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import { combine } from "./combine.ts";
import { type SettingsRow, stands } from "./row.ts";
import type { SettingsReader } from "./store.ts";

/** The same object while nothing changes. */
export type InForce = {
  /** Of the table of settings; 0 where nobody wrote anything in it. */
  readonly version: number;
  readonly settings: CurrentSettings;
  readonly policyOf: PolicyOf;
};

export type ReadsInForce = {
  /** At most half a minute old: for all but the claim. */
  readonly lately: () => Promise<InForce>;
  /** By one consistent read of the head, and of the rows where that has moved. */
  readonly now: () => Promise<InForce>;
};

const keptForMs = 30_000;

/** When a row ends by itself next. */
const nextTurn = (rows: readonly SettingsRow[], now: Instant): Instant | undefined =>
  earliest(...rows.flatMap((row) => (stands(row, now) ? (row.until ?? []) : [])));

/** Caches. Throws what the table throws: nobody goes on without knowing what people decided. */
export const readsInForce = ({
  stage,
  store,
  policyOf,
  clock,
  log,
}: {
  readonly stage: Settings;
  readonly store: SettingsReader;
  readonly policyOf: (settings: CurrentSettings) => PolicyOf;
  readonly clock: Clock;
  readonly log: Pick<Log, "error">;
}): ReadsInForce => {
  type Kept = { readonly inForce: InForce; readonly readAt: Instant; readonly turnsAt?: Instant };
  let kept: Kept | undefined;
  const isStill = ({ turnsAt }: Kept, now: Instant): boolean => turnsAt === undefined || turnsAt > now;
  const read = async (now: Instant): Promise<InForce> => {
    const { head, rows } = await store.read();
    if (kept && head.version < kept.inForce.version) log.error("settings.went-back", { count: head.version });
    const { settings } = combine(stage, rows, now);
    const inForce = { version: head.version, settings, policyOf: policyOf(settings) };
    const turnsAt = nextTurn(rows, now);
    kept = { inForce, readAt: now, ...(turnsAt !== undefined && { turnsAt }) };
    return inForce;
  };
  const byHead = async (now: Instant): Promise<InForce> => {
    const before = kept;
    if (!before || !isStill(before, now)) return read(now);
    const { version } = await store.head();
    if (version !== before.inForce.version) return read(now);
    if (kept === before) kept = { ...before, readAt: now };
    return before.inForce;
  };
  return {
    now: () => byHead(clock.now()),
    lately: async () => {
      const now = clock.now();
      return kept && isStill(kept, now) && msOf(now) - msOf(kept.readAt) < keptForMs ? kept.inForce : byHead(now);
    },
  };
};
