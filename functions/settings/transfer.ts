import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type Instant, plusHours } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { problemsOf, type RowProblem, recipientsOf, subjectOf, whyNotRow } from "./check.ts";
import type { Asker } from "./may.ts";
import { type Decided, type Moment, mayTake, type NotChanged } from "./record.ts";
import { type Proposal, rowSchema, type SettingsChange, type SettingsRow, stands, waits } from "./row.ts";
import { type ImportedRow, importIdOf, rowsAtMost, type SettingsTable, standingAtMost } from "./store.ts";

const format = "takedown-settings";
const formatVersion = 1;
const bytesAtMost = 8_000_000;

const fileSchema = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(formatVersion),
  /** Of the table that was exported. */
  version: z.int().nonnegative(),
  exportedAt: z.iso.datetime(),
  rows: z.array(z.unknown()).max(rowsAtMost),
});

/** What was exported: the rows, and the version of the table that had them. */
export type Exported = { readonly version: number; readonly rows: readonly SettingsRow[]; readonly hash: string };

/** All rows, also those that ended, as a text that `readExport` reads. Proposals are not in it. */
export const exportOf = ({ head, rows }: SettingsTable, now: Instant): string =>
  `${JSON.stringify({ format, formatVersion, version: head.version, exportedAt: now, rows }, undefined, 2)}\n`;

const wrong = (field: string, says: string): NotChanged => ({
  kind: "not-valid",
  problems: [{ row: "the file", field, says }],
});

/** So many are said at once: who wrote a wrong column has the same in each row. */
const problemsAtMost = 50;

/** Reads what was exported; all that is wrong with it, by row and field, and then nothing of it. */
export const readExport = (text: string): Result<Exported, NotChanged> => {
  if (text.length > bytesAtMost) return fail(wrong("rows", `are too many; a table has ${rowsAtMost} at most`));
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return fail(wrong("file", "is not whole JSON; export it anew"));
  }
  const file = fileSchema.safeParse(said);
  if (!file.success) return fail({ kind: "not-valid", problems: problemsOf("the file", file.error) });
  const problems: RowProblem[] = [];
  const rows: SettingsRow[] = [];
  for (const [at, row] of file.data.rows.entries()) {
    const read = rowSchema.safeParse(row);
    if (read.success) rows.push(read.data);
    else problems.push(...problemsOf(nameOf(row, at), read.error));
  }
  if (problems.length > 0) return fail({ kind: "not-valid", problems: problems.slice(0, problemsAtMost) });
  return ok({ version: file.data.version, rows, hash: hash("sha256", text) });
};

const nameOf = (row: unknown, at: number): string =>
  typeof row === "object" && row !== null && "id" in row && typeof row.id === "string" ? row.id : `row ${at + 1}`;

/** Rows that the import adds, and those that it writes over, with what they were. */
const stepsOf = (rows: readonly SettingsRow[], table: SettingsTable) => {
  const known = new Map(table.rows.map((row) => [row.id, row]));
  return rows.flatMap((after) => {
    const before = known.get(after.id);
    return before && isDeepStrictEqual(before, after) ? [] : [{ ...(before && { before }), after }];
  });
};

type Single = Exclude<SettingsChange, { does: "import" }>;

/** Each row that an import brings as a change of its own, to see what they would touch. */
export const changesIn = ({ rows }: Exported, table: SettingsTable): readonly Single[] =>
  stepsOf(rows, table).flatMap(({ before, after }): readonly Single[] => {
    const { id, ended, until } = after;
    if (ended) return before && !before.ended ? [{ does: "end", id }] : [];
    const said = { content: after, ...(until !== undefined && { until }) };
    return [before ? { does: "change", id, ...said } : { does: "add", ...said }];
  });

const problemsWith = (rows: readonly SettingsRow[], { stage, table, now }: Moment): readonly RowProblem[] => {
  const ids = new Set(rows.map(({ id }) => id));
  const problems: RowProblem[] = [];
  if (ids.size !== rows.length) problems.push({ row: "the file", field: "rows", says: "has two rows of one id" });
  // Beside one another and beside what stays: by subject, so that thousands take no minute.
  const subjects = new Map<string, string>();
  const standing = [...table.rows.filter(({ id }) => !ids.has(id)), ...rows].filter((row) => stands(row, now));
  for (const row of standing) {
    const subject = `${row.kind} ${subjectOf(row)}`;
    const other = subjects.get(subject);
    if (other !== undefined)
      problems.push({
        row: row.id,
        field: "value",
        says: `contradicts row ${other}, which speaks of the same; end one`,
      });
    subjects.set(subject, row.id);
  }
  const optOuts = standing.filter(({ kind }) => kind === "opt-out");
  for (const row of rows.filter((one) => stands(one, now))) {
    const others = recipientsOf(row).length > 0 ? optOuts : [];
    problems.push(...whyNotRow(row.id, row, row.until, { stage, others, now }));
  }
  if (standing.length > standingAtMost)
    problems.push({ row: "the file", field: "rows", says: `more than ${standingAtMost} rows would stand; end some` });
  return problems;
};

/**
 * What an import comes to. It counts as what it contains: who may do each of its steps may do all.
 * What waits for a second person is noted by the file's hash, and the second brings the same file.
 * All of it is written, or nothing. Pure.
 */
export const importInto = (
  moment: Moment,
  exported: Exported,
  { by, why }: { readonly by: Asker; readonly why: string },
): Result<Decided, NotChanged> => {
  const { table, now } = moment;
  if (why.trim() === "") return fail(wrong("why", "is empty; say why, for who reads it in a year"));
  const waiting = table.proposals.find(
    (one) => waits(one, now) && one.change.does === "import" && one.change.hash === exported.hash,
  );
  // That the first person asked has moved the table on by one; nothing else may have.
  const asOf = waiting ? Math.max(exported.version, versionOf(waiting)) : exported.version;
  if (asOf < table.head.version)
    return fail(
      wrong(
        "version",
        `is ${exported.version}, and the table is at ${table.head.version}; export it anew and change that`,
      ),
    );
  const problems = problemsWith(exported.rows, moment);
  if (problems.length > 0) return fail({ kind: "not-valid", problems: problems.slice(0, problemsAtMost) });
  const steps = stepsOf(exported.rows, table);
  const first: Asker = waiting ? { name: waiting.by, mayDecide: true, signedIn: true } : by;
  const persons: readonly [Asker, Asker?] = waiting ? [first, by] : [by];
  // A row that comes as ended forbids nothing, and one that ended with it is a step of its own.
  const allowed = mayTake(
    steps.map(({ after, ...step }) => (after.ended ? step : { ...step, after })),
    persons,
    moment,
  );
  if (allowed.kind === "refused") return fail(allowed);
  if (allowed.kind === "needs-second")
    return waiting
      ? fail({ kind: "refused", why: allowed.why })
      : ok(proposed(moment, exported, by.name, why, allowed.why));
  const names = persons.flatMap((person) => (person ? [person.name] : []));
  const settled: readonly Proposal[] = waiting ? [{ ...waiting, settled: { at: now, by: by.name, as: "agreed" } }] : [];
  const ids = [importIdOf(table.head.version + 1)];
  return ok({
    comes: "in-force",
    written: {
      rows: steps.map(({ after }) => after),
      proposals: settled,
      imported: steps.map(({ before, after }) => ({ id: after.id, version: after.version, as: cameAs(before, after) })),
      line: { at: now, by: names, why, does: "import", ids, after: `${steps.length} rows, ${exported.hash}` },
    },
  });
};

const cameAs = (before: SettingsRow | undefined, after: SettingsRow): ImportedRow["as"] =>
  before === undefined ? "added" : after.ended && !before.ended ? "ended" : "changed";

/** The version of the table that noted it. */
const versionOf = ({ id }: Proposal): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

const daysAProposalWaits = 7;

const proposed = ({ table, now }: Moment, exported: Exported, by: string, why: string, needs: string): Decided => {
  const id = `proposal-${table.head.version + 1}`;
  const change = { does: "import", hash: exported.hash, rows: exported.rows.length } as const;
  return {
    comes: "proposed",
    why: needs,
    written: {
      rows: [],
      proposals: [{ id, change, by, why, at: now, lapsesAt: plusHours(now, daysAProposalWaits * 24) }],
      line: { at: now, by: [by], why, does: "propose", ids: [id], after: `import of ${exported.rows.length} rows` },
    },
  };
};
