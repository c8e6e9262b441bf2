import type { Instant } from "../../kernel/instant.ts";
import type { Settings } from "../../kernel/settings.ts";
import { categories, channels } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { evidence } from "../../report/native.ts";
import { type Written, type WrittenField, writtenFields } from "../../report/written-fields.ts";
import { channelWords } from "../words.ts";

type Choices = readonly (readonly [value: string, words: string])[];
export type FormField = {
  readonly name: WrittenField;
  readonly as: "line" | "text" | "choice" | "moment" | "tick";
  readonly hint?: string;
  readonly choices?: Choices;
};

const words = (all: readonly string[]): Choices => all.map((one) => [one, one.replaceAll(/[-_]/g, " ")]);
const none = ["", "–"] as const;
const choose = ["", "Choose"] as const;

/** Who may be reported for here. Others speak by senders or ways of their own alone. */
export const mayBeReportedFor = ({ reporters }: Pick<Settings, "reporters">): readonly string[] =>
  reporters.filter(({ senders, through }) => senders === undefined && through === undefined).map(({ id }) => id);

/** Asked of every report, after what is reported. */
export const firstFields = (reporters: readonly string[]): readonly FormField[] => [
  {
    name: "category",
    as: "choice",
    choices: [choose, ...categories.map((one) => [one, categoryWords[one]] as const)],
  },
  {
    name: "reporter",
    as: "choice",
    choices: [...(reporters.length === 1 ? [] : [choose]), ...reporters.map((id) => [id, id] as const)],
  },
  {
    name: "explanation",
    as: "text",
    hint: "One or two sentences, printed in the notice. Required for some categories.",
  },
  {
    name: "detectedBy",
    as: "choice",
    choices: [none, ...words(evidence.shape.detectedBy.def.innerType.options)],
    hint: "Required for child abuse: without it a person is asked, and no notice goes out.",
  },
  { name: "seenAt", as: "moment", hint: "In UTC. Empty: now. Rows of a table without a date need it." },
  { name: "live", as: "tick" },
];

/** Required by some reports. */
export const furtherFields: readonly FormField[] = [
  { name: "reportId", as: "line", hint: "The same reference counts once." },
  { name: "channel", as: "choice", choices: channels.map((one) => [one, channelWords[one]]) },
  { name: "firstSeenAt", as: "moment", hint: "In UTC." },
  { name: "domainIsMalicious", as: "tick" },
  { name: "labels", as: "line", hint: "Client, brand, campaign: three at most, by commas. Internal: in no notice." },
  { name: "reproduce", as: "text" },
  { name: "imitates", as: "line", hint: "Required for brand and copyright." },
  { name: "legitimateSite", as: "line", hint: "Required for brand." },
  { name: "rightNumber", as: "line" },
  {
    name: "classification",
    as: "choice",
    choices: [none, ...words(evidence.shape.classification.def.innerType.options)],
  },
  { name: "source", as: "choice", choices: [none, ...words(evidence.shape.source.def.innerType.options)] },
  {
    name: "links",
    as: "text",
    hint: "At most three captures, like https://urlscan.io/result/UUID/, one a line. Printed in clear in notices.",
  },
  { name: "service", as: "line", hint: "Its host, like t.me, or its name." },
  { name: "account", as: "line" },
  { name: "peer", as: "line" },
  { name: "port", as: "line" },
  { name: "more", as: "text", hint: "By the names of the published form, like hashes or lureType." },
];

/** What was sent: of all reports, what was pasted or in a file, and how to read that. */
export type Sent = {
  readonly filled: Written;
  readonly text: string;
  /** The column chosen as the explanation. */
  readonly explanation: string | undefined;
  /** Why it can't be read at all. */
  readonly problem?: string;
};

const charactersAtMost = 10_000;

/** The form as sent. No field is longer than any report may be. */
export const readSent = async (form: FormData): Promise<Sent> => {
  // A form sends line breaks of its own.
  const textOf = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll(/\r\n?/g, "\n") : "";
  };
  const filled: Written = Object.fromEntries(
    writtenFields.flatMap((name) => {
      const text = name === "address" ? "" : textOf(name).slice(0, charactersAtMost);
      return text.trim() === "" ? [] : [[name, text]];
    }),
  );
  const file = form.get("file");
  const pasted = textOf("address");
  const sent = { filled, explanation: textOf("explanationColumn") || undefined };
  if (typeof file !== "object" || file === null || file.size === 0) return { ...sent, text: pasted };
  if (pasted.trim() !== "")
    return { ...sent, text: pasted, problem: "Paste it or choose a file, not both. The file was not read." };
  return { ...sent, text: (await file.text()).replaceAll(/\r\n?/g, "\n") };
};

/** As a form's field holds it: `2026-11-24T10:00`. */
export const inField = (at: Instant): string => at.slice(0, 16);

/** `remembered`: whom this person reported for last. With several, nobody else is chosen. */
export const freshFields = (reporters: readonly string[], remembered: string | undefined): Written => {
  const reporter = reporters.length === 1 ? reporters[0] : reporters.find((id) => id === remembered);
  return { channel: "website", ...(reporter !== undefined && { reporter }) };
};
