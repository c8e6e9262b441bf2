import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { parseDocument, stringify } from "yaml";
import { type Instant, plusHours } from "../kernel/instant.ts";
import { isSamePerson } from "../kernel/person.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import { noSuchKind, problemsOf, type RowProblem, readKind, unprintableFields, whyNotRow } from "./check.ts";
import { type ImportStep, isNumberedElsewhere, whyNoRoom, whyNotImported } from "./check-import.ts";
import { subjectOf } from "./fields.ts";
import { kinds } from "./kinds.ts";
import { may } from "./may.ts";
import {
  type Asked,
  askerOf,
  type Decided,
  type Moment,
  mayTake,
  type NotChanged,
  notValid,
  proposed,
  whyNotReason,
} from "./record.ts";
import { type Proposal, type RowChange, recipientsOf, type SettingsRow, stands, waits } from "./row.ts";
import { type ImportedRow, importIdOf, rowsAtMost, type SettingsTable, versionAtMost } from "./store.ts";

const format = "takedown-settings";
const formatVersion = 1;
const bytesAtMost = 8_000_000;

const fileSchema = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(formatVersion),
  /** Of the table that was exported. */
  version: z.int().check(z.nonnegative(), z.maximum(versionAtMost)),
  exportedAt: z.iso.datetime(),
  rows: z.array(z.unknown()).check(z.maxLength(rowsAtMost)),
});

export type Exported = { readonly version: number; readonly rows: readonly SettingsRow[]; readonly hash: string };

/** Each text in quotes, so that what can't be seen may be spelled out in it, and `NO` is a country everywhere. */
const asWritten = {
  aliasDuplicateObjects: false,
  defaultKeyType: "PLAIN",
  defaultStringType: "QUOTE_DOUBLE",
  doubleQuotedAsJSON: true,
  lineWidth: 0,
} as const;

/** All rows, also those that ended, for `readExport`; without proposals. */
export const exportOf = ({ head, rows }: SettingsTable, now: Instant): string =>
  stringify({ format, formatVersion, version: head.version, exportedAt: now, rows }, asWritten);

const wrong = (field: string, says: string): NotChanged => notValid("the file", field, says);

/** A wrong column is wrong in each row. */
const problemsAtMost = 50;

/** JSON is YAML, too. An alias of aliases could come to gigabytes, so none is read; nor is a tag that says a type. */
const readYaml = (text: string): Result<unknown, string> => {
  const said = (error: unknown): string =>
    (error instanceof Error ? error.message : String(error)).split(":\n")[0] ?? "";
  try {
    const document = parseDocument(text);
    const [problem] = [...document.errors, ...document.warnings];
    return problem ? fail(said(problem)) : ok(document.toJS({ maxAliasCount: 0 }));
  } catch (error) {
    return fail(said(error));
  }
};

/** Gives all that is wrong with an export, by row and field, and then no rows. */
export const readExport = (text: string): Result<Exported, NotChanged> => {
  if (text.length > bytesAtMost) return fail(wrong("rows", `are too many; a table has ${rowsAtMost} at most`));
  const said = readYaml(text);
  if (!said.ok) return fail(wrong("file", `is no YAML: ${said.error}; fix it there, or export it again`));
  const file = fileSchema.safeParse(said.value);
  if (!file.success) return fail({ kind: "not-valid", problems: problemsOf("the file", file.error) });
  const problems: RowProblem[] = [];
  const rows: SettingsRow[] = [];
  for (const [at, row] of file.data.rows.entries()) {
    const { kind: named = "" } = z.looseObject({ kind: z.string() }).safeParse(row).data ?? {};
    const kind = readKind(named);
    const read = kind && kinds[kind].row.safeParse(row);
    if (read?.success) rows.push(read.data);
    else problems.push(...(read ? problemsOf(nameOf(row, at), read.error) : [noSuchKind(nameOf(row, at))]));
  }
  if (problems.length > 0) return fail({ kind: "not-valid", problems: problems.slice(0, problemsAtMost) });
  return ok({ version: file.data.version, rows, hash: hash("sha256", text.replaceAll("\r\n", "\n")) });
};

const nameOf = (row: unknown, at: number): string =>
  typeof row === "object" && row !== null && "id" in row && typeof row.id === "string" ? row.id : `row ${at + 1}`;

/** Rows of a file that the table does not have word for word. */
const stepsOf = (rows: readonly SettingsRow[], table: SettingsTable): readonly ImportStep[] => {
  const known = new Map(table.rows.map((row) => [row.id, row]));
  return rows.flatMap((after) => {
    const before = known.get(after.id);
    return isDeepStrictEqual(before, after) ? [] : [{ before, after }];
  });
};

/** Each row of an import as a change of its own, to see what it would touch. */
export const changesIn = ({ rows }: Exported, table: SettingsTable): readonly RowChange[] =>
  stepsOf(rows, table).flatMap(({ before, after }): readonly RowChange[] => {
    const { id, ended, until } = after;
    if (ended) return before && !before.ended ? [{ does: "end", id }] : [];
    const said = { content: after, ...(until !== undefined && { until }) };
    return [before ? { does: "change", id, ...said } : { does: "add", ...said }];
  });

const problemsWith = (
  rows: readonly SettingsRow[],
  steps: readonly ImportStep[],
  { stage, table, now }: Moment,
): readonly RowProblem[] => {
  const ids = new Set(rows.map(({ id }) => id));
  const problems: RowProblem[] = [];
  if (ids.size !== rows.length) problems.push({ row: "the file", field: "rows", says: "has two rows of one id" });
  // Against one another and what stays: by subject, so that thousands take no minute.
  const subjects = new Map<string, string>();
  const standing = [...table.rows.filter(({ id }) => !ids.has(id)), ...rows].filter((row) => stands(row, now));
  for (const row of standing.filter(({ kind }) => !kinds[kind].repeats)) {
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
  const stood = table.rows.filter((row) => stands(row, now)).length;
  problems.push(...whyNoRoom(steps, table, { before: stood, after: standing.length }));
  // What the table already has stays, however it is written, or no export could be imported again.
  problems.push(...steps.flatMap(({ after }) => unprintableFields(after.id, after)));
  return problems;
};

/** No more than a person reads. With more, one account could fill the table, and nobody could stop mail. */
const rowsOfOnePerson = 100;

/** The file does not say who decided a row, and when. */
const recordedBy = (name: string, { before, after }: ImportStep, { table, now }: Moment): SettingsRow => {
  const { ended, ...row } = after;
  return {
    ...row,
    by: [name],
    // Like any change of a row: it stands since it was added, unless it had ended.
    since: before && !before.ended ? before.since : now,
    version: table.head.version + 1,
    ...(ended && { ended: before?.ended ?? { at: now, by: [name], why: ended.why } }),
  };
};

/** Whether a file says more of a row than who decided it and when. */
const saysMore = ({ before, after }: ImportStep): boolean => {
  const said = (row: SettingsRow) => ({ ...row, by: [], since: "", version: 0, ended: row.ended?.why });
  return before === undefined || !isDeepStrictEqual(said(before), said(after));
};

type Recorded = ImportStep & { readonly row: SettingsRow };

/** Two persons vouch for all that the file says; one does for what its rows mean. */
const recorded = (steps: readonly ImportStep[], names: readonly string[], moment: Moment): readonly Recorded[] =>
  names.length > 1
    ? steps.map((step) => ({ ...step, row: step.after }))
    : steps.filter(saysMore).map((step) => ({ ...step, row: recordedBy(names[0] ?? "", step, moment) }));

const importedOf = ({ before, after, row }: Recorded): ImportedRow => {
  const { id, version, by, since } = after;
  const isOtherwise = row.since !== since || !isDeepStrictEqual(row.by, by);
  return { id, version, as: cameAs(before, after), ...(isOtherwise && { fileSays: { by, since } }) };
};

const inForce = (
  { table, now }: Moment,
  { hash }: Exported,
  steps: readonly Recorded[],
  { names, why, settled }: { names: readonly string[]; why: string; settled: readonly Proposal[] },
): Decided => {
  const imported = steps.map(importedOf);
  const ids = steps.length > 0 ? [importIdOf(table.head.version + 1)] : [];
  const otherwise = imported.filter(({ fileSays }) => fileSays !== undefined).length;
  const after =
    `${steps.length} rows, ${hash}` +
    (otherwise > 0 ? `; of ${otherwise} the file says others, or another time: see the import` : "");
  return {
    comes: steps.length > 0 ? "in-force" : "unchanged",
    written: {
      rows: steps.map(({ row }) => row),
      added: steps.flatMap(({ before, row }) => (before ? [] : [row.id])),
      proposals: settled,
      imported,
      line: { at: now, by: names, why, does: "import", ids, after },
    },
  };
};

const isAlone = ({ by }: SettingsRow, name: string): boolean =>
  by.length === 1 && by.every((one) => isSamePerson(one, name));

/** Why an import takes two persons whatever its rows mean; else nothing. */
const whyTwo = (
  steps: readonly ImportStep[],
  { version }: Exported,
  { table, now }: Moment,
  name: string,
): string | undefined => {
  // A file of a version that this table has not reached can't know what was ended here.
  if (version > table.head.version && steps.some(({ before, after }) => before?.ended && !after.ended))
    return "It brings back rows that were ended in this table; a second person has to agree.";
  if (steps.length > rowsOfOnePerson)
    return `It brings ${steps.length} rows; for more than ${rowsOfOnePerson} a second person has to agree.`;
  // One file after the other fills the table as one large file does.
  const lately = table.rows.filter((row) => isAlone(row, name) && row.since > plusHours(now, -24)).length;
  const brings = steps.filter(saysMore).length;
  if (brings > 0 && lately + brings > rowsOfOnePerson)
    return (
      `It brings ${brings} rows, and ${lately} were recorded in your name within a day; for more than ` +
      `${rowsOfOnePerson} a second person has to agree.`
    );
  return isNumberedElsewhere(steps, table)
    ? "It brings rows with numbers of another table; a second person has to agree."
    : undefined;
};

/**
 * An import counts as what it contains: who may do each of its steps may do all, but many rows take two persons. A
 * proposal is noted by the file's hash, and the second person brings the same file. A row recorded by one is that
 * person's, from now on; by two, whoever's the file says. All of it is written, or nothing, and nothing where the
 * table has it all. Pure.
 */
export const importInto = (moment: Moment, exported: Exported, { by, why }: Asked): Result<Decided, NotChanged> => {
  const { table, now } = moment;
  const whyNot = whyNotReason("the file", why);
  if (whyNot) return fail(whyNot);
  const waiting = table.proposals.find(
    (one) => waits(one, now) && one.change.does === "import" && one.change.hash === exported.hash,
  );
  // The first person's request moved the table on by one; nothing else may have.
  const asOf = waiting ? Math.max(exported.version, versionOf(waiting)) : exported.version;
  if (asOf < table.head.version)
    return fail(
      wrong(
        "version",
        `is ${exported.version}, and the table is at ${table.head.version}; export it anew and change that`,
      ),
    );
  const steps = stepsOf(exported.rows, table);
  const problems = [
    ...problemsWith(exported.rows, steps, moment),
    ...whyNotImported(steps, { table, fileVersion: exported.version, now }),
  ];
  if (problems.length > 0) return fail({ kind: "not-valid", problems: problems.slice(0, problemsAtMost) });
  const persons = waiting ? ([askerOf(waiting), by] as const) : ([by] as const);
  const two = whyTwo(steps, exported, moment, by.name);
  // A row that comes as ended forbids nothing, and one that ended with it is a step of its own.
  const allowed = mayTake(
    steps.map(({ after, ...step }) => (after.ended ? step : { ...step, after })),
    persons,
    moment,
    two === undefined ? "words" : "widens",
  );
  if (allowed.kind === "refused") return fail(allowed);
  if (allowed.kind === "needs-second") {
    if (waiting) return fail({ kind: "refused", why: allowed.why });
    const change = { does: "import", hash: exported.hash, rows: exported.rows.length } as const;
    return ok(proposed(moment, change, { by, why }, two ?? allowed.why, `import of ${change.rows} rows`));
  }
  // Where one is enough, the first person may bring the file again; that makes no two persons.
  const agreed = waiting !== undefined && may("widens", persons).kind === "allowed" ? waiting : undefined;
  const names = agreed ? [agreed.by, by.name] : [by.name];
  const settled: readonly Proposal[] = agreed ? [{ ...agreed, settled: { at: now, by: by.name, as: "agreed" } }] : [];
  return ok(inForce(moment, exported, recorded(steps, names, moment), { names, why, settled }));
};

const cameAs = (before: SettingsRow | undefined, after: SettingsRow): ImportedRow["as"] =>
  before === undefined ? "added" : after.ended && !before.ended ? "ended" : "changed";

const versionOf = ({ id }: Proposal): number => Number(/\d+$/.exec(id)?.[0] ?? 0);
