import { fail, ok } from "../../functions/kernel/result.ts";
import type { Proposal, SettingsRow } from "../../functions/settings/row.ts";
import {
  type AuditLine,
  type Head,
  type ImportedRow,
  type NotRecorded,
  type SettingsStore,
  versionOfImport,
} from "../../functions/settings/store.ts";

/** The settings' table in memory. `goesBack` restores what stood at an earlier version. */
export const memorySettingsStore = () => {
  type Kept = { head: Head; rows: ReadonlyMap<string, SettingsRow>; proposals: ReadonlyMap<string, Proposal> };
  let kept: Kept = { head: { version: 0 }, rows: new Map(), proposals: new Map() };
  const before: Kept[] = [kept];
  let lines: readonly AuditLine[] = [];
  const imports = new Map<number, readonly ImportedRow[]>();
  const store: SettingsStore = {
    head: async () => kept.head,
    read: async () => ({
      head: kept.head,
      rows: [...kept.rows.values()].sort((a, b) => `${a.since} ${a.id}`.localeCompare(`${b.since} ${b.id}`)),
      proposals: [...kept.proposals.values()],
    }),
    record: async ({ rows, added = [], proposals, imported, line }, seen) => {
      const { version } = kept.head;
      if (version < seen)
        lines = [
          { at: line.at, by: line.by, version, does: "went-back", ids: [], why: `at ${version}, and ${seen} was seen` },
          ...lines,
        ];
      if (version !== seen) return fail<NotRecorded>({ kind: version < seen ? "went-back" : "somebody-was-first" });
      if (added.some((id) => kept.rows.has(id))) return fail<NotRecorded>({ kind: "somebody-was-first" });
      const put = <T extends { readonly id: string }>(into: ReadonlyMap<string, T>, these: readonly T[]) =>
        new Map([...into, ...these.map((one) => [one.id, one] as const)]);
      kept = {
        head: { version: version + 1, changedAt: line.at },
        rows: put(kept.rows, rows),
        proposals: put(kept.proposals, proposals),
      };
      before.push(kept);
      if (imported) imports.set(version + 1, imported);
      lines = [{ ...line, version: version + 1 }, ...lines];
      return ok(kept.head);
    },
    audit: async (limit, older = Number.POSITIVE_INFINITY) =>
      lines.filter(({ version }) => version < older).slice(0, limit),
    imported: async (id) => imports.get(versionOfImport(id) ?? 0) ?? [],
  };
  return {
    ...store,
    goesBack: (version: number) => {
      kept = before[version] ?? kept;
      lines = lines.filter((line) => line.version <= version);
    },
  };
};
