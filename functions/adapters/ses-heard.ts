import type { SesSilence } from "../follow-up/watchdog.ts";
import type { Table } from "../store/table/table.ts";

const heardKey = { pk: "PACE#heard", sk: "NEXT" };
const repliedKey = { pk: "PACE#replied", sk: "NEXT" };
/** The next free moment of a chain of turns (`send/pacing.ts`) is at or after its last mail. */
const chainKeys = (["urgent", "standard", "both"] as const).map((name) => ({ pk: `PACE#${name}`, sk: "NEXT" }));

/** More often would cost a write for each batch of events. */
const notesAgainAfterMs = 5 * 60_000;

type Placed = { readonly table: Table; readonly nowMs: () => number };

/** At most one write in five minutes and instance. Throws what the table throws. */
const noteAt =
  (key: typeof heardKey) =>
  ({ table, nowMs }: Placed): (() => Promise<void>) => {
    let notedMs: number | undefined;
    return async () => {
      const now = nowMs();
      if (notedMs !== undefined && now < notedMs + notesAgainAfterMs) return;
      await table.write({ put: { ...key, atMs: now } });
      notedMs = now;
    };
  };

/** For an event of SES of any kind. */
export const noteHeardOfSes = noteAt(heardKey);
/** For a mail from anybody. */
export const noteReply = noteAt(repliedKey);

/**
 * When a mail last got a turn, an event of SES last came in, and a mail did, in real milliseconds. Network: one
 * read of five items. Throws what the table throws.
 */
export const sesSilence =
  (table: Table): SesSilence =>
  async () => {
    const found = await table.getAll([heardKey, repliedKey, ...chainKeys], { lax: true });
    const notedAt = (key: typeof heardKey) => found.find(({ pk }) => pk === key.pk)?.atMs;
    const [heard, replied] = [notedAt(heardKey), notedAt(repliedKey)];
    const turns = found.flatMap(({ nextMs }) => (typeof nextMs === "number" ? [nextMs] : []));
    return {
      ...(turns.length > 0 && { sentMs: Math.max(...turns) }),
      ...(typeof heard === "number" && { heardMs: heard }),
      ...(typeof replied === "number" && { repliedMs: replied }),
    };
  };
