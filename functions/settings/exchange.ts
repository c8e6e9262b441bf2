import { hash } from "node:crypto";
import * as z from "zod";
import type { Instant } from "../kernel/instant.ts";
import { plusHours } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { sayIssue } from "../kernel/say-issue.ts";
import { type RowProblem, readContent, whyNotRow } from "./check.ts";
import type { Asker, Step } from "./may.ts";
import { type Decided, daysAProposalWaits, type Moment, mayTake, type NotChanged } from "./record.ts";
import { type Proposal, rowSchema, type SettingsChange, type SettingsRow, waits } from "./row.ts";
import { rowsAtMost, type SettingsTable, standingAtMost } from "./store.ts";

/** Raised where an older file would be read wrongly. */
const fileVersion = 1;
const fileBytesAtMost = 5_000_000;
/** Who mends a file wants the first ones; a file of another kind has thousands. */
const problemsAtMost = 50;

/** All rows as a file, also those that ended. What waits for a second person is nobody's decision yet. */
export const exported = ({ rows }: SettingsTable, now: Instant): string =>
  `${JSON.stringify({ settings: fileVersion, exportedAt: now, rows }, null, 1)}\n`;

const file = z.strictObject({
  settings: z.literal(fileVersion),
  exportedAt: z.iso.datetime(),
  rows: z.array(z.unknown()),
});

const wrong = (field: string, says: string): NotChanged => ({
  kind: "not-valid",
  problems: [{ row: "the file", field, says }],
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The one way that JSON has of saying that it is none.
    return undefined;
  }
};

const rowsIn = (text: string): Result<z.infer<typeof file>, NotChanged> => {
  if (Buffer.byteLength(text) > fileBytesAtMost)
    return fail(wrong("size", `is more than ${fileBytesAtMost / 1_000_000} MB; import it in parts`));
  const said = parsed(text);
  if (typeof said !== "object" || said === null)
    return fail(wrong("form", "is no JSON of an export; export again, and change that"));
  if (!("settings" in said) || said.settings !== fileVersion)
    return fail(wrong("settings", `is not version ${fileVersion}; export again with this version of the dispatcher`));
  const read = file.safeParse(said);
  if (!read.success) return fail(wrong(read.error.issues[0]?.path.join(".") || "form", "is not as an export has it"));
  return read.data.rows.length > rowsAtMost
    ? fail(wrong("rows", `are ${read.data.rows.length}, and ${rowsAtMost} at most may be kept; take some out`))
    : ok(read.data);
};

const nameOf = (row: unknown, at: number): string =>
  typeof row === "object" && row !== null && "id" in row && typeof row.id === "string" && row.id !== ""
    ? row.id.slice(0, 60)
    : `row ${at + 1}`;

const anyRow = z.looseObject({ kind: z.string(), value: z.unknown() });

/** A row of the file by its schema; its content's problems first, since those name a fix. */
const readRow = (said: unknown, at: number): Result<SettingsRow, readonly RowProblem[]> => {
  const read = rowSchema.safeParse(said);
  if (read.success) return ok(read.data);
  const row = nameOf(said, at);
  const { data } = anyRow.safeParse(said);
  const { problems } = data ? readContent(row, data.kind, data.value) : { problems: [] };
  return fail(
    problems.length > 0
      ? problems
      : read.error.issues.map((issue) => ({
          row,
          field: issue.path.join(".") || "row",
          says: sayIssue(issue) ?? issue.message,
        })),
  );
};

type Import = {
  readonly hash: string;
  readonly rows: readonly SettingsRow[];
  readonly steps: readonly Pick<Step, "before" | "after">[];
};

const isSame = (one: SettingsRow, other: SettingsRow): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (said: unknown): unknown =>
  Array.isArray(said)
    ? said.map(sorted)
    : typeof said === "object" && said !== null
      ? Object.fromEntries(
          Object.entries(said)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, value]) => [name, sorted(value)]),
        )
      : said;

/** It was over when it was exported: it is history, and is no decision of today. */
const wasOver = ({ ended, until }: SettingsRow, exportedAt: Instant): boolean =>
  ended !== undefined || (until !== undefined && until <= exportedAt);

const problemsWith = (
  row: SettingsRow,
  before: SettingsRow | undefined,
  exportedAt: Instant,
  { stage, now }: Moment,
  others: readonly SettingsRow[],
): readonly RowProblem[] => {
  if (before?.ended && !row.ended)
    return [{ row: row.id, field: "ended", says: "it has ended in the table; give what is to stand a new id" }];
  if (before && before.kind !== row.kind)
    return [{ row: row.id, field: "kind", says: `is ${before.kind} in the table; give this row another id` }];
  if (row.since > now)
    return [{ row: row.id, field: "since", says: `${row.since} is to come; name a moment that was` }];
  return wasOver(row, exportedAt) ? [] : whyNotRow(row.id, row, row.until, { stage, others, now });
};

/** What a file brings beside what stands: rows that are new or otherwise, and what each does. */
const read = (moment: Moment, text: string): Result<Import, NotChanged> => {
  const said = rowsIn(text);
  if (!said.ok) return said;
  const { exportedAt } = said.value;
  const rows: SettingsRow[] = [];
  const problems: RowProblem[] = [];
  for (const [at, one] of said.value.rows.entries()) {
    const row = readRow(one, at);
    if (row.ok) rows.push(row.value);
    else problems.push(...row.error);
    if (problems.length >= problemsAtMost) break;
  }
  const inTable = new Map(moment.table.rows.map((row) => [row.id, row]));
  const brought = new Map(rows.map((row) => [row.id, row]));
  for (const [at, row] of rows.entries())
    if (brought.get(row.id) !== row)
      problems.push({
        row: row.id,
        field: "id",
        says: `stands twice, first as row ${at + 1}; give one of them another`,
      });
  const all = [...new Map([...inTable, ...brought]).values()];
  const tooMany = fullBy(all);
  if (tooMany) problems.push(tooMany);
  const fresh = rows.filter((row) => {
    const before = inTable.get(row.id);
    return !before || !isSame(before, row);
  });
  for (const row of problems.length > 0 ? [] : fresh) {
    const others = all.filter(({ id }) => id !== row.id);
    problems.push(...problemsWith(row, inTable.get(row.id), exportedAt, moment, others));
    if (problems.length >= problemsAtMost) break;
  }
  if (problems.length > 0) return fail({ kind: "not-valid", problems: problems.slice(0, problemsAtMost) });
  const steps = fresh.map((row) => {
    const before = inTable.get(row.id);
    return { ...(before && { before }), ...(!wasOver(row, exportedAt) && { after: row }) };
  });
  return ok({ hash: hash("sha256", text).slice(0, 16), rows: fresh, steps });
};

const fullBy = (all: readonly SettingsRow[]): RowProblem | undefined => {
  const standing = all.filter(({ ended }) => ended === undefined).length;
  if (all.length > rowsAtMost || standing > standingAtMost)
    return {
      row: "the file",
      field: "rows",
      says: `there would be ${all.length}, ${standing} of them not ended; ${rowsAtMost} and ${standingAtMost} may be`,
    };
  return undefined;
};

/**
 * What a file brings: all of it or nothing. It counts as what it contains, so that one row that
 * widens makes it wait for a second person, who brings the same file and names the proposal. Pure.
 */
export const importRows = (
  moment: Moment,
  text: string,
  { by, why, agreesTo }: { readonly by: Asker; readonly why: string; readonly agreesTo?: string | undefined },
): Result<Decided, NotChanged> => {
  const brought = read(moment, text);
  if (!brought.ok) return brought;
  const { table, now } = moment;
  const { rows, steps } = brought.value;
  const proposal = agreesTo === undefined ? undefined : waitingFor(moment, agreesTo, brought.value.hash);
  if (agreesTo !== undefined && !proposal) return fail({ kind: "unknown", id: agreesTo });
  const reason = proposal?.why ?? why.trim();
  if (reason === "") return fail(wrong("why", "is empty; say why, for who reads it in a year"));
  if (rows.length === 0) return fail(wrong("rows", "bring nothing that does not stand so already"));
  const first: Asker = proposal ? { name: proposal.by, mayDecide: true, signedIn: true } : by;
  const allowed = mayTake(steps, proposal ? [first, by] : [first], moment);
  if (allowed.kind === "refused") return fail(allowed);
  const change = { does: "import", hash: brought.value.hash, rows: rows.length } as const;
  const after = JSON.stringify(change);
  if (allowed.kind === "needs-second") {
    if (proposal) return fail({ kind: "refused", why: allowed.why });
    const id = `proposal-${table.head.version + 1}`;
    const lapsesAt = plusHours(now, daysAProposalWaits * 24);
    const asked: Proposal = { id, change, by: by.name, why: reason, at: now, lapsesAt };
    const line = { at: now, by: [by.name], why: reason, does: "propose", ids: [id], after } as const;
    return ok({ comes: "proposed", why: allowed.why, written: { rows: [], proposals: [asked], line } });
  }
  const names = proposal ? [proposal.by, by.name] : [by.name];
  const settled = proposal && { ...proposal, settled: { at: now, by: by.name, as: "agreed" as const } };
  return ok({
    comes: "in-force",
    written: {
      rows,
      proposals: settled ? [settled] : [],
      line: { at: now, by: names, why: reason, does: "import", ids: [], after },
    },
  });
};

type Single = Exclude<SettingsChange, { does: "import" }>;

/** Each row that a file brings as a change of its own, to see what they would touch. */
export const changesIn = (moment: Moment, text: string): Result<readonly Single[], NotChanged> => {
  const brought = read(moment, text);
  if (!brought.ok) return brought;
  const inTable = new Set(moment.table.rows.map(({ id }) => id));
  return ok(
    brought.value.rows.flatMap((row): readonly Single[] => {
      const { id, ended, until } = row;
      if (ended) return inTable.has(id) ? [{ does: "end", id }] : [];
      const said = { content: row, ...(until !== undefined && { until }) };
      return [inTable.has(id) ? { does: "change", id, ...said } : { does: "add", ...said }];
    }),
  );
};

const waitingFor = ({ table, now }: Moment, id: string, ofHash: string): Proposal | undefined =>
  table.proposals.find(
    (proposal) =>
      proposal.id === id &&
      waits(proposal, now) &&
      proposal.change.does === "import" &&
      proposal.change.hash === ofHash,
  );
