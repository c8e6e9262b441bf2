import { readFileSync } from "node:fs";
import { caseNamed } from "../../functions/console/cases/case-number.ts";
import { hoursOffered, readRow } from "../../functions/console/settings/fields.ts";
import {
  changeWords,
  doesWords,
  notRecordedWords,
  previewLines,
  rowDetails,
  rowName,
} from "../../functions/console/settings/say-row.ts";
import { visible, visibleInLine } from "../../functions/console/shown.ts";
import { moment } from "../../functions/console/words.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import type { CurrentSettings } from "../../functions/kernel/in-force.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import type { Result } from "../../functions/kernel/result.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { countAtOnce } from "../../functions/review/correct-contact.ts";
import { type RowProblem, readKind } from "../../functions/settings/check.ts";
import { combine } from "../../functions/settings/combine.ts";
import { contradictionsIn } from "../../functions/settings/contradictions.ts";
import { exampleOf, type Filled, fieldsOf } from "../../functions/settings/fields.ts";
import { agree, ask, type Decided, type Moment, type NotChanged, writeDown } from "../../functions/settings/record.ts";
import { type ContentOf, type RowChange, type RowKind, stands, waits } from "../../functions/settings/row.ts";
import { rowKinds } from "../../functions/settings/row-kinds.ts";
import type { ImportedRow, NotRecorded, SettingsStore } from "../../functions/settings/store.ts";
import { openLately, rowsWith, touches } from "../../functions/settings/touches.ts";
import { changesIn, type Exported, exportOf, importInto, readExport } from "../../functions/settings/transfer.ts";
import { dynamoSettings } from "../../functions/store/table/settings.ts";
import { asJson, escaped } from "./as-json.ts";
import { askerAt, signedBy } from "./caller.ts";
import { caseWorkAt, nowAt, reached, storeAt, tableAt, type Where } from "./connection.ts";
import { stageSettingsAt } from "./in-force.ts";
import { lined } from "./lined.ts";
import { momentOf } from "./moment.ts";
import { inLines, print, printLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";

type Deciding = Where & { readonly why: string; readonly dryRun?: true; readonly json?: true };

/** One line for a person; what can't be seen in what others wrote is spelled out. */
const say = (line: string): void => printLine(visibleInLine(line));

/** The stage's file, the table of what people decided, and the clock. Throws `CommandProblem`. */
export const keptAt = (
  where: Where,
): { readonly stage: Settings; readonly store: SettingsStore; readonly now: () => Instant } => {
  if ((where.stage === undefined) !== (where.table === undefined))
    throw new CommandProblem("Give --stage beside --table: its file counts, and what was decided beside it.");
  const table = tableAt(where);
  return { stage: stageSettingsAt(where), store: dynamoSettings(table), now: () => nowAt(where) };
};

const momentAt = async (where: Where): Promise<Moment> => {
  const { stage, store, now } = keptAt(where);
  return { stage, table: await reached(where, store.read()), now: now() };
};

/**
 * The settings that would be in force if a second person agreed to what waits now. Throws `CommandProblem` where there
 * is no such proposal.
 */
export const settingsWith = async (proposalId: string, where: Where): Promise<CurrentSettings> => {
  const { stage, table, now } = await momentAt(where);
  const proposal = table.proposals.find(({ id }) => id === proposalId);
  if (!proposal || !waits(proposal, now)) throw new CommandProblem(sayNot({ kind: "unknown", id: proposalId }));
  const { change } = proposal;
  if (change.does === "import")
    throw new CommandProblem(
      `${proposalId} is an import, and only its file says what is in it: settings import FILE --dry-run.`,
    );
  return combine(stage, rowsWith(table.rows, [change], now), now).settings;
};

/** Prints what people decided and what waits for a second person; contradictions stand on top. */
export const listSettings = async (
  options: Where & { readonly kind?: RowKind; readonly all?: true; readonly json?: true },
): Promise<void> => {
  const { stage, table, now } = await momentAt(options);
  const rows = table.rows.filter(
    (row) => (options.kind === undefined || row.kind === options.kind) && (options.all || stands(row, now)),
  );
  const waiting = table.proposals.filter((proposal) => waits(proposal, now));
  const contradictions = contradictionsIn(stage, table.rows, now);
  if (options.json) {
    printLine(asJson({ version: table.head.version, rows, waiting, contradictions }));
    return;
  }
  for (const { row, subject, says } of contradictions) say(`CONTRADICTS  ${row}  ${subject}: ${says}`);
  for (const { id, change, by, why } of waiting) say(`WAITS  ${id}  ${changeWords(change, table.rows)}; ${by}: ${why}`);
  if (rows.length === 0) {
    printLine("Nobody has decided anything beside the stage's file.");
    return;
  }
  const until = (row: (typeof rows)[number]): string =>
    row.ended ? `ended ${moment(row.ended.at)}` : row.until ? `until ${moment(row.until)}` : "";
  const columns = lined([
    ["id", "what", "by", "since", "until", "why"],
    ...rows.map((row) => [
      row.id,
      [rowName(row), ...rowDetails(row)].join("; "),
      row.by.join(" and "),
      moment(row.since),
      until(row),
      row.why,
    ]),
  ]);
  printText(columns);
};

/** `desk=abuse@network.example`; a field that is a list is given again for each entry. */
const filledBy = (kind: RowKind, words: readonly string[]): Filled => {
  const fields = fieldsOf(kind);
  const filled: Record<string, string> = {};
  for (const word of words) {
    const [, name = "", said = ""] = /^([A-Za-z.]+)=(.*)$/s.exec(word) ?? [];
    const field = fields.find((one) => one.name === name);
    if (!field)
      throw new CommandProblem(
        `"${word}" is no field of ${kind}. Write ${fields.map((one) => `${one.name}=…`).join(", ")}. ` +
          `Like: ${exampleOf(kind).join(" ")}`,
      );
    if (field.as !== "lines" && filled[name] !== undefined)
      throw new CommandProblem(`${name} is given twice, and takes one. Record the other by an add of its own.`);
    filled[name] = field.as === "lines" && filled[name] !== undefined ? `${filled[name]}\n${said}` : said;
  }
  return filled;
};

/** Adds a row, or asks a second person to agree to it. */
export const addSetting = async (
  kind: string,
  words: readonly string[],
  options: Deciding & { readonly until?: string; readonly hours?: string; readonly for?: string },
): Promise<void> => {
  const known = readKind(kind);
  if (!known) throw new CommandProblem(`There is no kind ${kind}. It is one of ${rowKinds.join(", ")}.`);
  const until = options.until === undefined ? undefined : momentOf("--until", options.until, nowAt(options));
  const offered = hoursOffered(known);
  if (options.hours !== undefined && offered === undefined)
    throw new CommandProblem(`--hours is how long an inhibition lasts; for ${known} say --until.`);
  if (options.hours !== undefined && until)
    throw new CommandProblem("--hours and --until both say when it ends; say one of the two.");
  const filled = {
    ...filledBy(known, words),
    hours: options.hours ?? (until ? "" : String(offered ?? "")),
    until: until?.slice(0, 23) ?? "",
    why: options.why,
  };
  const read = readRow(known, filled, nowAt(options));
  if (!read.content || read.problems.length > 0) throw new CommandProblem(sayProblems(read.problems));
  const { content } = read;
  if (options.for !== undefined && content.kind !== "provider")
    throw new CommandProblem(`--for is about a corrected contact, and a row of ${known} is none.`);
  const comes = await decides(options, {
    does: "add",
    content,
    ...(read.until !== undefined && { until: read.until }),
  });
  if (options.for !== undefined && content.kind === "provider" && comes === "proposed")
    await countsInCase(options.for, content.value, options);
};

/** Where it waits for a second person, the urgent case that it was corrected for has it at once. */
const countsInCase = async (id: string, entry: ContentOf<"provider">, options: Deciding): Promise<void> => {
  const caseId = caseNamed(id);
  const signed = await signedBy(options);
  const work = await reached(options, caseWorkAt(options));
  const counted = await reached(options, countAtOnce(work, { caseId, entry, ...signed }));
  if (options.json) printLine(asJson({ caseId, ...(counted.ok ? { sendsTo: counted.value.email } : counted.error) }));
  else
    say(
      counted.ok
        ? `${caseId} is urgent: its notice goes to ${counted.value.email} at once, by your answer.`
        : `In ${caseId} it counts no sooner: ${counted.error.reason}`,
    );
};

/** Ends a row, or asks a second person to agree to its end. */
export const endSetting = async (id: string, options: Deciding): Promise<void> => {
  await decides(options, { does: "end", id });
};

/** What came of it; nothing where nothing was to be recorded. */
const decides = async (options: Deciding, change: RowChange | Exported): Promise<Decided["comes"] | undefined> => {
  const by = await askerAt(options);
  const why = options.why.trim();
  const asks = (at: Moment) => ("does" in change ? ask(at, change, { by, why }) : importInto(at, change, { by, why }));
  if (!options.dryRun) {
    const done = await reached(options, writeDown(keptAt(options), asks));
    sayDone(done, options);
    return done.ok ? done.value.comes : undefined;
  }
  const at = await momentAt(options);
  const asked = asks(at);
  if (!asked.ok) throw new CommandProblem(sayNot(asked.error));
  const { comes, why: needs = "You may record it alone." } = asked.value;
  const changes = "does" in change ? [change] : changesIn(change, at.table);
  const touched = touches(at, changes, await reached(options, openLately(storeAt(options), at.now)), policyOf);
  if (options.json) printLine(asJson({ comes, touched }));
  else if (comes === "unchanged") printLine(saysNoMore);
  else printText(inLines([...previewLines(changes, at.table.rows, touched), `${needs} Nothing was recorded.`]));
  return undefined;
};

/** Agrees, as the second person, to what another asked for. */
export const agreeToSetting = async (id: string, options: Where & { readonly json?: true }): Promise<void> => {
  const by = await askerAt(options);
  sayDone(
    await reached(
      options,
      writeDown(keptAt(options), (at) => agree(at, id, by)),
    ),
    options,
  );
};

const importedWords = ({ id, version, as, fileSays }: ImportedRow): string =>
  `${id}  version ${version}  ${as}` +
  (fileSays ? `  the file says ${fileSays.by.join(" and ")}, since ${moment(fileSays.since)}` : "");

const showImport = async (id: string, options: Where & { readonly json?: true }): Promise<void> => {
  const imported = await reached(options, keptAt(options).store.imported(id));
  if (imported.length === 0) throw new CommandProblem(`No import ${id} wrote a row. Audit lists the imports.`);
  for (const row of imported)
    if (options.json) printLine(asJson(row));
    else say(importedWords(row));
};

/** Prints who changed what, the newest first, or each row that one import wrote. */
export const showSettingsAudit = async (
  options: Where & { readonly limit: number; readonly json?: true; readonly import?: string },
): Promise<void> => {
  if (options.import !== undefined) return showImport(options.import, options);
  const lines = await reached(options, keptAt(options).store.audit(options.limit));
  for (const line of lines)
    if (options.json) printLine(asJson(line));
    else
      say(
        `${line.version}  ${moment(line.at)}  ${doesWords[line.does]} ` +
          `${line.does === "lift" ? line.before : line.ids.join(", ")}  ` +
          `${line.by.join(" and ")}: ${line.why}`,
      );
  if (lines.length === 0 && !options.json) printLine("Nobody has changed anything yet.");
};

/** Writes all rows to standard output as a file that import takes. */
export const exportSettings = async (options: Where): Promise<void> => {
  const { table, now } = await momentAt(options);
  print(escaped(exportOf(table, now)));
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // A wrong path or a folder is a slip at the keyboard, and needs no stack.
    const says = error instanceof Error ? error.message : String(error);
    throw new CommandProblem(`${visible(path)} can't be read: ${visible(says)}. Name a file that export wrote.`);
  }
};

/** Brings a file's rows in, all or none; the second person agrees by bringing the same file. */
export const importSettings = async (path: string, options: Deciding): Promise<void> => {
  const file = readExport(textOf(path));
  if (!file.ok) throw new CommandProblem(sayNot(file.error));
  await decides(options, file.value);
};

const saysNoMore = "The table says all of it already. Nothing was recorded.";

const sayDone = (done: Result<Decided, NotChanged | NotRecorded>, { json }: { readonly json?: true }): void => {
  if (!done.ok) throw new CommandProblem(sayNot(done.error));
  const { comes, written, why } = done.value;
  if (json) {
    printLine(asJson({ comes, ids: written.line.ids }));
    return;
  }
  if (comes === "unchanged") {
    printLine(saysNoMore);
    return;
  }
  const ids = written.line.ids.join(", ");
  printLine(
    comes === "proposed"
      ? `${why} ${ids} waits for a week: another person runs npx takedown settings agree ${ids}, or agrees in ` +
          "the console."
      : `${doesWords[written.line.does]}: ${ids}. It is in force for what is sent from now on.`,
  );
};

const sayProblems = (problems: readonly RowProblem[]): string =>
  ["Nothing was recorded.", ...problems.map(({ row, field, says }) => visibleInLine(`${row}, ${field}: ${says}`))].join(
    "\n",
  );

export const sayNot = (error: NotChanged | NotRecorded): string => {
  if (error.kind === "not-valid") return sayProblems(error.problems);
  const words = notRecordedWords(error).map(visibleInLine).join(" ");
  if (error.kind === "refused") return words;
  return error.kind === "unknown"
    ? `${words} All are listed by: npx takedown settings list`
    : `${words} Nothing was recorded.`;
};
