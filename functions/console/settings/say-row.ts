import {
  changedDetails,
  rowDetails as detailsOf,
  rowName as plainly,
  rowSentence as sentenceOf,
} from "../../settings/fields.ts";
import { kinds } from "../../settings/kinds.ts";
import type { NotChanged } from "../../settings/record.ts";
import type { RowChange, RowContent, SettingsChange, SettingsRow } from "../../settings/row.ts";
import type { AuditLine, NotRecorded } from "../../settings/store.ts";
import type { Touched } from "../../settings/touches.ts";
import { shown, visible } from "../shown.ts";
import { count, moment } from "../words.ts";

/** Whom or what a row is about, never as a link. */
export const rowName = (content: RowContent): string => visible(plainly(content));

export const rowDetails = (content: RowContent): readonly string[] => detailsOf(content).map(visible);

/** What it says behind its name, without a full stop. */
export const rowSentence = (content: RowContent): string => visible(sentenceOf(content));

/** One person, or two who agreed. */
export const personsWords = (by: readonly string[]): string => by.map((name) => shown(name)).join(" and ");

export const changeWords = (change: SettingsChange, rows: readonly SettingsRow[]): string => {
  const named = (id: string): string => {
    const row = rows.find((one) => one.id === id);
    return row ? `${rowName(row)} (${id})` : id;
  };
  switch (change.does) {
    case "add":
      return `Add: ${rowName(change.content)} ${kinds[change.content.kind].does}`;
    case "change":
      return `Change ${named(change.id)}`;
    case "end":
      return `End ${named(change.id)}`;
    case "import":
      return `Import ${count(change.rows, "row")}`;
  }
};

/** What changes would do, a line each with all that it says otherwise, and whom it would touch. */
export const previewLines = (changes: readonly RowChange[], rows: readonly SettingsRow[], touched: Touched) => [
  ...changes.map((change) => [changeWords(change, rows), ...changeDetails(change, rows)].join("; ")),
  touchedWords(touched),
];

export const changeDetails = (change: SettingsChange, rows: readonly SettingsRow[]): readonly string[] => {
  if (!("content" in change)) return [];
  const before = "id" in change ? rows.find(({ id }) => id === change.id) : undefined;
  const until =
    change.until === before?.until ? [] : [`Until: ${change.until ? moment(change.until) : "somebody ends it"}`];
  return [...(before ? changedDetails(before, change.content) : detailsOf(change.content)), ...until].map(visible);
};

/** Why nothing was recorded, in sentences, and what to do. */
export const notRecordedWords = (error: NotChanged | NotRecorded): readonly string[] => {
  switch (error.kind) {
    case "not-valid":
      return error.problems.map(({ row, field, says }) => `${row}, ${field}: ${says}.`);
    case "refused":
      return [error.why];
    case "unknown":
      return [`There is no ${error.id}, or it is over.`];
    case "somebody-was-first":
      return ["Others changed settings at the same time, again and again. Send it again."];
    case "went-back":
      return ["The table was restored to an earlier version meanwhile. Check what is in force, then decide."];
    case "full":
      return ["There is no room for more rows. End some that nobody needs."];
  }
};

export const doesWords = {
  add: "Added",
  change: "Changed",
  end: "Ended",
  import: "Imported",
  propose: "Asked for",
  "take-back": "Taken back",
  "went-back": "The table went back",
  lift: "Taken off SES’s suppression list",
} as const satisfies Record<AuditLine["does"], string>;

/** `This affects at least 12 open cases and 3 queued notices`: older ones are not looked at. */
export const touchedWords = ({ openCases, waitingNotices, looked, isCut }: Touched): string =>
  `This affects at least ${count(openCases, "open case")} and ${count(waitingNotices, "queued notice")}, among the ` +
  `${count(looked, "open case")} ${isCut ? "that are newest" : "of the last 14 days"}.`;
