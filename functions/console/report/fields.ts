import { type Instant, readInstant } from "../../kernel/instant.ts";
import type { Settings } from "../../kernel/settings.ts";
import { categories, channels } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { evidence } from "../../report/native.ts";
import { type Written, type WrittenField, writtenFields } from "../../report/written-fields.ts";
import { fieldNames } from "../../report/written-words.ts";
import { channelWords } from "../words.ts";

type Choices = readonly (readonly [value: string, words: string])[];
export type FormField = {
  readonly name: WrittenField;
  readonly label: string;
  readonly as: "line" | "text" | "choice" | "moment" | "tick";
  readonly hint?: string;
  readonly choices?: Choices;
};

const words = (all: readonly string[]): Choices => all.map((one) => [one, one.replaceAll(/[-_]/g, " ")]);
const none = ["", "Not said"] as const;

/** Who may be reported for here. Others speak by senders or ways of their own alone. */
export const mayBeReportedFor = ({ reporters }: Pick<Settings, "reporters">): readonly string[] =>
  reporters.filter(({ senders, through }) => senders === undefined && through === undefined).map(({ id }) => id);

/** Asked of every report. */
export const firstFields = (reporters: readonly string[]): readonly FormField[] => [
  {
    name: "address",
    label: fieldNames.address,
    as: "line",
    hint: "The address of the page, or a host. Defanged or not: nothing is ever fetched.",
  },
  { name: "category", label: fieldNames.category, as: "choice", choices: [none, ...categories.map(categoryChoice)] },
  { name: "reporter", label: fieldNames.reporter, as: "choice", choices: reporterChoices(reporters) },
  { name: "seenAt", label: `${fieldNames.seenAt} there, in UTC`, as: "moment" },
  {
    name: "explanation",
    label: fieldNames.explanation,
    as: "text",
    hint: "One or two sentences, printed in the notice. Needed for some categories.",
  },
  {
    name: "detectedBy",
    label: fieldNames.detectedBy,
    as: "choice",
    choices: [none, ...words(evidence.shape.detectedBy.def.innerType.options)],
    hint: "Needed for child abuse: without it a person is asked, and no notice goes out.",
  },
  { name: "live", label: fieldNames.live, as: "tick" },
];

const reporterChoices = (reporters: readonly string[]): Choices => [
  ...(reporters.length === 1 ? [] : [["", "Choose"] as const]),
  ...reporters.map((id) => [id, id] as const),
];

const categoryChoice = (one: (typeof categories)[number]) => [one, categoryWords[one]] as const;

/** Needed by some reports. */
export const furtherFields: readonly FormField[] = [
  { name: "reportId", label: fieldNames.reportId, as: "line", hint: "The same number counts once." },
  {
    name: "channel",
    label: fieldNames.channel,
    as: "choice",
    choices: channels.map((one) => [one, channelWords[one]]),
  },
  { name: "firstSeenAt", label: `${fieldNames.firstSeenAt} there, in UTC`, as: "moment" },
  { name: "domainIsMalicious", label: fieldNames.domainIsMalicious, as: "tick" },
  { name: "reproduce", label: fieldNames.reproduce, as: "text" },
  { name: "imitates", label: fieldNames.imitates, as: "line", hint: "Needed for brand and copyright." },
  { name: "legitimateSite", label: fieldNames.legitimateSite, as: "line", hint: "Needed for brand." },
  { name: "rightNumber", label: fieldNames.rightNumber, as: "line" },
  {
    name: "classification",
    label: fieldNames.classification,
    as: "choice",
    choices: [none, ...words(evidence.shape.classification.def.innerType.options)],
  },
  {
    name: "source",
    label: fieldNames.source,
    as: "choice",
    choices: [none, ...words(evidence.shape.source.def.innerType.options)],
  },
  { name: "service", label: fieldNames.service, as: "line", hint: "Its host, like t.me, or its name." },
  { name: "account", label: fieldNames.account, as: "line" },
  { name: "peer", label: fieldNames.peer, as: "line" },
  { name: "port", label: fieldNames.port, as: "line" },
  {
    name: "more",
    label: fieldNames.more,
    as: "text",
    hint: "By the names of the published form, like hashes or lureType.",
  },
];

const charactersAtMost = 10_000;

/** The form as written. No field is longer than any report may be. */
export const readFields = (form: URLSearchParams): Written =>
  Object.fromEntries(
    writtenFields.flatMap((name) => {
      const text = (form.get(name) ?? "").slice(0, charactersAtMost).replaceAll("\r\n", "\n");
      return text.trim() === "" ? [] : [[name, text]];
    }),
  );

/** For rows of a file that do not say it. */
export const rowDefaults: readonly WrittenField[] = ["reporter", "category", "seenAt", "detectedBy"];

/** As a form's field holds it: `2026-11-24T10:00`. */
const inField = (at: string): string => (readInstant(at) ?? at).slice(0, 16);

/** `now`: if somebody reports what they look at this moment, and not what others saw. */
export const freshFields = (reporters: readonly string[], now?: Instant): Written => ({
  ...(now !== undefined && { seenAt: inField(now) }),
  channel: "website",
  // With several, the reporter must be chosen.
  ...(reporters.length === 1 && { reporter: reporters[0] }),
});
