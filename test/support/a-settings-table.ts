import type { Settings } from "../../functions/kernel/settings.ts";
import type { Asker } from "../../functions/settings/may.ts";
import { agree, ask, type Decided, type NotChanged } from "../../functions/settings/record.ts";
import type { RowContent } from "../../functions/settings/row.ts";
import { memorySettingsStore } from "./memory-settings-store.ts";

export const jane: Asker = { name: "jane", mayDecide: true, signedIn: true };
export const anna: Asker = { ...jane, name: "anna" };

/** A table of settings that people write in, as a console or a command would. */
export const aSettingsTable = (stage: Settings, now: () => string, store = memorySettingsStore()) => {
  const record = async (
    decided: { readonly ok: true; readonly value: Decided } | { readonly ok: false; readonly error: NotChanged },
  ) => {
    if (!decided.ok) throw new Error(JSON.stringify(decided.error));
    const { written } = decided.value;
    const recorded = await store.record(written, (await store.head()).version);
    if (!recorded.ok) throw new Error(recorded.error.kind);
    return { id: written.rows[0]?.id ?? written.proposals[0]?.id ?? "", comes: decided.value.comes };
  };
  const moment = async () => ({ stage, table: await store.read(), now: now() });
  const asks = async (change: Parameters<typeof ask>[1], by = jane) =>
    record(ask(await moment(), change, { by, why: "it is right" }));
  const agrees = async (id: string, by = anna) => record(agree(await moment(), id, by));
  /** Two persons do it where one is too few. */
  const does = async (change: Parameters<typeof ask>[1]) => {
    const asked = await asks(change);
    return asked.comes === "proposed" ? agrees(asked.id) : asked;
  };
  return {
    store,
    moment,
    asks,
    agrees,
    add: async (content: RowContent, until?: string) =>
      (await does({ does: "add", content, ...(until !== undefined && { until }) })).id,
    end: async (id: string) => void (await does({ does: "end", id })),
  };
};
