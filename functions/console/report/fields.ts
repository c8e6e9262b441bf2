import { type Instant, readInstant } from "../../kernel/instant.ts";
import type { Settings } from "../../kernel/settings.ts";
import { categories, channels } from "../../report/category.ts";
import { evidence } from "../../report/native.ts";
import { type Written, type WrittenField, writtenFields } from "../../report/written.ts";
import { categoryWords, channelWords } from "../words.ts";

type Choices = readonly (readonly [value: string, words: string])[];
/** A field of the report's form. */
export type FormField = {
  readonly name: WrittenField;
  readonly label: string;
  readonly as: "line" | "text" | "choice" | "moment" | "tick";
  readonly hint?: string;
  readonly choices?: Choices;
};

const words = (all: readonly string[]): Choices => all.map((one) => [one, one.replaceAll(/[-_]/g, " ")]);
const none = ["", "Not said"] as const;

/** Who may be reported for here: others speak by senders or ways of their own alone. */
export const mayBeReportedFor = ({ reporters }: Pick<Settings, "reporters">): readonly string[] =>
  reporters.filter(({ senders, through }) => senders === undefined && through === undefined).map(({ id }) => id);

/** What is asked of every report. */
export const firstFields = (reporters: readonly string[]): readonly FormField[] => [
  {
    name: "address",
    label: "Where it is",
    as: "line",
    hint: "The address of the page, or a host. Defanged or not: nothing is ever fetched.",
  },
  { name: "category", label: "What it is", as: "choice", choices: [none, ...categories.map(categoryChoice)] },
  { name: "reporter", label: "Who reports it", as: "choice", choices: reporters.map((id) => [id, id]) },
  { name: "seenAt", label: "Last seen there, in UTC", as: "moment" },
  {
    name: "explanation",
    label: "Why it is that",
    as: "text",
    hint: "One or two sentences, printed in the notice. Needed for some categories.",
  },
  {
    name: "detectedBy",
    label: "Found by",
    as: "choice",
    choices: [none, ...words(evidence().shape.detectedBy.unwrap().options)],
    hint: "Needed for child abuse.",
  },
  { name: "live", label: "It happens right now", as: "tick" },
];

const categoryChoice = (one: (typeof categories)[number]) => [one, categoryWords[one]] as const;

/** What some reports need. */
export const furtherFields: readonly FormField[] = [
  { name: "reportId", label: "Your own number for it", as: "line", hint: "The same number counts once." },
  { name: "channel", label: "Seen on", as: "choice", choices: channels.map((one) => [one, channelWords[one]]) },
  { name: "firstSeenAt", label: "First seen there, in UTC", as: "moment" },
  { name: "domainIsMalicious", label: "The domain was registered for the abuse", as: "tick" },
  { name: "reproduce", label: "How to see it where it hides", as: "text" },
  { name: "imitates", label: "The brand or work", as: "line", hint: "Needed for brand and copyright." },
  { name: "legitimateSite", label: "The rightful site", as: "line", hint: "Needed for brand." },
  { name: "rightNumber", label: "Registered as", as: "line" },
  {
    name: "classification",
    label: "Classification",
    as: "choice",
    choices: [none, ...words(evidence().shape.classification.unwrap().options)],
  },
  {
    name: "source",
    label: "Known from",
    as: "choice",
    choices: [none, ...words(evidence().shape.source.unwrap().options)],
  },
  { name: "service", label: "Of an account: the service", as: "line", hint: "Its host, like t.me, or its name." },
  { name: "account", label: "Of an account: its name there", as: "line" },
  { name: "peer", label: "Of a peer: its address", as: "line" },
  { name: "port", label: "Of a peer: its port", as: "line" },
  {
    name: "more",
    label: "Further evidence, as JSON",
    as: "text",
    hint: "By the names of the published form, like hashes or lureType.",
  },
];

const charactersAtMost = 10_000;

/** What stands in the form, as it was written; no field is longer than any report may be. */
export const readFields = (form: URLSearchParams): Written =>
  Object.fromEntries(
    writtenFields.flatMap((name) => {
      const text = (form.get(name) ?? "").slice(0, charactersAtMost).replaceAll("\r\n", "\n");
      return text.trim() === "" ? [] : [[name, text]];
    }),
  );

/** A moment as a form's field holds it: `2026-11-24T10:00`. */
export const inField = (at: string): string => (readInstant(at) ?? at).slice(0, 16);

/** What a new form holds. */
export const freshFields = (now: Instant, reporters: readonly string[]): Written => ({
  seenAt: inField(now),
  channel: "website",
  ...(reporters[0] !== undefined && { reporter: reporters[0] }),
});
