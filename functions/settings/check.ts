import { namesMailbox, readDeskMatch } from "../kernel/desk-match.ts";
import { type Instant, plusHours } from "../kernel/instant.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { ownMailDomains } from "../kernel/own-mail.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import { sayIssue } from "../kernel/say-issue.ts";
import type { Settings } from "../kernel/settings.ts";
import type * as z from "../kernel/zod.ts";
import { misspelt, tooBroad } from "./broad.ts";
import { subjectOf, textsIn } from "./fields.ts";
import { kinds } from "./kinds.ts";
import { type RowContent, type RowKind, recipientsOf, type SettingsRow, stands } from "./row.ts";
import { rowKinds } from "./row-kinds.ts";

/** Where a row is wrong, and in a sentence what to write instead. */
export type RowProblem = { readonly row: string; readonly field: string; readonly says: string };

const isOurs = (email: string, settings: Settings): boolean =>
  ownMailDomains(settings).includes(mailDomainOf(email)) ||
  email.toLowerCase() === settings.dryRunMailbox?.toLowerCase();

export const readKind = (kind: string | undefined): RowKind | undefined => rowKinds.find((one) => one === kind);

export const noSuchKind = (row: string): RowProblem => ({
  row,
  field: "kind",
  says: `is none of ${rowKinds.join(", ")}; write one of these`,
});

/** Reads a row's kind and value; all that is wrong with its form at once. */
export const readContent = (
  row: string,
  kind: string,
  value: unknown,
): { readonly content?: RowContent; readonly problems: readonly RowProblem[] } => {
  const known = readKind(kind);
  if (!known) return { problems: [noSuchKind(row)] };
  const read = kinds[known].content.safeParse({ kind, value });
  return read.success ? { content: read.data, problems: [] } : { problems: problemsOf(row, read.error) };
};

export const problemsOf = (row: string, { issues }: z.core.$ZodError): readonly RowProblem[] =>
  issues.map((issue) => ({
    row,
    field: issue.path.join(".").replace(/^value\./, "") || "value",
    says: sayIssue(issue) ?? issue.message,
  }));

// Control characters act on a terminal, bidi controls change how a line reads, and line separators make a line
// that seems somebody else's.
const unprintable = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

/** Why a text can't be kept, with what to write instead; else nothing. */
export const unprintableIn = (text: string): string | undefined => {
  const code = unprintable.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return code === undefined
    ? undefined
    : `has a line break, a control character or a mark that turns the reading order (U+${code}); ` +
        "write it on one line, without it";
};

/** Each text within a row, or a part of one, that can't be kept, by its field. */
export const unprintableFields = (row: string, said: unknown, field = ""): readonly RowProblem[] => {
  if (typeof said === "string") {
    const says = unprintableIn(said);
    return says === undefined ? [] : [{ row, field: field || "value", says }];
  }
  if (typeof said !== "object" || said === null) return [];
  return Object.entries(said).flatMap(([name, inner]) =>
    unprintableFields(row, inner, field === "" || field === "value" ? name : `${field}.${name}`),
  );
};

type Among = {
  readonly stage: Settings;
  /** Without the row itself. */
  readonly others: readonly SettingsRow[];
  readonly now: Instant;
};

const saysTo = (row: string, problems: RowProblem[]) => (field: string, says: string) =>
  void problems.push({ row, field, says });
type Says = ReturnType<typeof saysTo>;

const checkPatterns = (content: RowContent, stage: Settings, wrong: Says): void => {
  for (const [field, pattern] of textsIn(content, "pattern")) {
    const why = misspelt(pattern) ?? tooBroad(pattern);
    if (why !== undefined) wrong(field, why);
    if (pattern.includes("@") && !pattern.startsWith("@") && isOurs(pattern, stage))
      wrong(field, `${pattern} is a mailbox of ours; name the desk's own`);
  }
};

const checkMailboxes = (content: RowContent, stage: Settings, standing: readonly SettingsRow[], wrong: Says): void => {
  for (const [field, email] of recipientsOf(content)) {
    if (isOurs(email, stage)) wrong(field, `${email} is a mailbox of ours; name the desk's own`);
    const against = standing.find(
      (other) => other.kind === "opt-out" && namesMailbox(readDeskMatch(other.value.desk), email),
    );
    if (against) wrong(field, `${email} asked for no mail (row ${against.id}); end that row first, or name another`);
  }
};

const checkReporter = (content: RowContent, stage: Settings, wrong: Says): void => {
  if (content.kind !== "reporter") return;
  const { id, contact } = content.value;
  if (contact !== undefined && isOurs(contact, stage))
    wrong("contact", `${contact} is a mailbox of ours; name the reporter's own`);
  if (reporterOf(stage.reporters, id)) return;
  for (const field of ["organisation", "contact"] as const)
    if (content.value[field] === undefined)
      wrong(field, `is missing; the stage's file has no reporter ${id}, so say all of them`);
};

const checkEnd = ({ kind }: RowContent, until: Instant | undefined, now: Instant, wrong: Says): void => {
  if (until !== undefined && until <= now) wrong("until", `${until} is past; name a moment to come, or none`);
  const { daysAtMost, orElse = "" } = kinds[kind].lasts ?? {};
  if (daysAtMost === undefined) return;
  if (until === undefined) wrong("until", `is missing; this ends within ${daysAtMost} days`);
  else if (until > plusHours(now, daysAtMost * 24))
    wrong("until", `${until} is more than ${daysAtMost} days away; name an earlier end${orElse}`);
};

/** What is wrong with a well-formed row, beside the others and the stage. */
export const whyNotRow = (
  row: string,
  content: RowContent,
  until: Instant | undefined,
  { stage, others, now }: Among,
): readonly RowProblem[] => {
  const problems: RowProblem[] = [];
  const wrong = saysTo(row, problems);
  const standing = others.filter((other) => stands(other, now));
  checkPatterns(content, stage, wrong);
  checkMailboxes(content, stage, standing, wrong);
  const same = kinds[content.kind].repeats
    ? undefined
    : standing.find((other) => other.kind === content.kind && subjectOf(other) === subjectOf(content));
  if (same) wrong("value", `row ${same.id} speaks of the same and stands; change that row, or end it`);
  checkEnd(content, until, now, wrong);
  checkReporter(content, stage, wrong);
  return problems;
};
