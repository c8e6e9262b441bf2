import { defangHost } from "../../kernel/defang.ts";
import { categoryWords } from "../../report/category-words.ts";
import type { RowContent, RowKind, SettingsChange, SettingsRow } from "../../settings/row.ts";
import { rowKinds } from "../../settings/row-kinds.ts";
import type { AuditLine } from "../../settings/store.ts";
import type { Touched } from "../../settings/touches.ts";
import { visible } from "../shown.ts";
import { count } from "../words.ts";

/** Each kind's name, what one row of it does, and its form's heading. */
export const kindWords = {
  "opt-out": { many: "Opt-outs", does: "is never written to", add: "Never write to a desk again" },
  protected: {
    many: "Protected domains",
    does: "is written about by two persons’ word alone",
    add: "Protect a domain",
  },
  inhibition: { many: "Inhibitions", does: "has nothing sent for a while", add: "Write nothing for a while" },
  provider: { many: "Providers and desks", does: "takes reports so", add: "Add a provider, or override one" },
  reporter: { many: "Reporters", does: "reports by these limits", add: "Add a reporter, or narrow one" },
  country: { many: "Hotlines, CERTs, police", does: "is told or called", add: "Add a country’s desks" },
  "standing-answer": {
    many: "Answers that hold for later cases",
    does: "is asked about no more: cases wait, or pass it over",
    add: "Let an answer hold for later cases",
  },
  "session-end": {
    many: "Ended sessions",
    does: "has to sign in again, in each browser",
    add: "End somebody’s sessions",
  },
  reason: { many: "Saved reasons", does: "is offered where somebody decides", add: "Save a reason" },
} as const satisfies Record<RowKind, { readonly many: string; readonly does: string; readonly add: string }>;

export const readKind = (kind: string | undefined): RowKind | undefined => rowKinds.find((one) => one === kind);

/** Whom or what a row is about, never as a link. */
export const rowName = ({ kind, value }: RowContent): string => {
  switch (kind) {
    case "opt-out":
      return visible(value.desk);
    case "protected":
      return visible(defangHost(value.domain));
    case "inhibition":
      return "desk" in value ? visible(value.desk) : `all of ${categoryWords[value.category]}`;
    case "provider":
    case "reason":
      return visible(value.name);
    case "reporter":
      return visible(value.id);
    case "session-end":
      return visible(value.person);
    case "country":
      return visible(value.country.toUpperCase());
    case "standing-answer":
      return [
        ...value.desks.map((desk) => visible(desk)),
        ...(value.question === "form-only" ? ["of its form"] : []),
      ].join(", ");
  }
};

export const rowDetails = ({ kind, value }: RowContent): readonly string[] => {
  if (kind === "opt-out" || kind === "protected" || kind === "inhibition" || kind === "standing-answer") return [];
  if (kind === "session-end") return [];
  if (kind === "reason") return [visible(value.text)];
  return Object.entries(value).flatMap(([name, said]) =>
    said === undefined ||
    (Array.isArray(said) && said.length === 0) ||
    name === "name" ||
    name === "id" ||
    (kind === "country" && name === "country")
      ? []
      : [`${fieldWords(name)}: ${visible(saidWords(said))}`],
  );
};

const fieldWords = (name: string): string => name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
const saidWords = (said: unknown): string => {
  if (Array.isArray(said)) return said.join(", ");
  return typeof said === "object" && said !== null ? Object.values(said).join(", ") : String(said);
};

export const changeWords = (change: SettingsChange, rows: readonly SettingsRow[]): string => {
  const named = (id: string): string => {
    const row = rows.find((one) => one.id === id);
    return row ? `${rowName(row)} (${id})` : id;
  };
  switch (change.does) {
    case "add":
      return `Add: ${rowName(change.content)} ${kindWords[change.content.kind].does}`;
    case "change":
      return `Change ${named(change.id)}`;
    case "end":
      return `End ${named(change.id)}`;
    case "import":
      return `Import ${count(change.rows, "row")}`;
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

/** `At least 12 open cases and 3 queued notices`: older ones are not looked at. */
export const touchedWords = ({ openCases, waitingNotices, looked, isCut }: Touched): string =>
  `At least ${count(openCases, "open case")} and ${count(waitingNotices, "queued notice")}, of ` +
  `${count(looked, "open case")} that ${looked === 1 ? "was" : "were"} looked at: ` +
  `${isCut ? "the newest" : "those of the last 14 days"}.`;
