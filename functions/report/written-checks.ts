import { categories } from "./category.ts";
import { evidence } from "./native.ts";
import { plain } from "./plain.ts";
import type { Unreadable } from "./report.ts";
import type { Written, WrittenField } from "./written-fields.ts";
import { fieldNames, fixOf, inFieldWords } from "./written-words.ts";

/** Where a person writes: a form has lists to choose from, a file has columns. */
export type WrittenIn = "form" | "file";
type Problem = { readonly field: WrittenField; readonly says: string };

/** What is wrong with an address with white space, also once read by `plain`: it may be two. */
export const oneAddressOnly = (address: string): string | undefined =>
  /\s/.test(plain(address))
    ? "It contains a space: write one address a line. Where a space is part of it, write %20."
    : undefined;

/** In words for people; the queue's schema refuses the same for programs, but for white space. Pure. */
export const problemsAtSight = (written: Written, where: WrittenIn): readonly Problem[] => {
  const says = (name: WrittenField) => (written[name] ?? "").trim() !== "";
  const named = [says("address"), says("service") || says("account"), says("peer") || says("port")];
  const many = named.filter((one) => one).length;
  const category = written.category?.trim().toLowerCase() ?? "";
  const white = oneAddressOnly(written.address ?? "");
  return [
    ...(many === 0 ? [{ field: "address", says: nothingNamed[where] } as const] : []),
    ...(many > 1 ? [{ field: "address", says: severalNamed } as const] : []),
    ...(white === undefined ? [] : [{ field: "address", says: white } as const]),
    ...(categories.some((one) => one === category)
      ? []
      : [{ field: "category", says: noCategory(category === "", where) } as const]),
    // When it was uploaded says nothing of when it was seen.
    ...(says("seenAt") ? [] : [{ field: "seenAt", says: noSeenAt[where] } as const]),
    ...(where === "form" || says("reporter") ? [] : [{ field: "reporter", says: noReporter } as const]),
  ];
};

const orElse =
  `An account or a peer has fields of its own: “${fieldNames.service}” and “${fieldNames.account}”, ` +
  `or “${fieldNames.peer}” and “${fieldNames.port}”.`;
const nothingNamed: Readonly<Record<WrittenIn, string>> = {
  form: `Enter a URL or a host. ${orElse}`,
  file: `The row names none. Fill the column "url" or "host". ${orElse}`,
};
const severalNamed =
  "An address, an account and a peer are each a report of its own: it takes exactly one of them. " +
  "Empty the other fields, and report those separately.";

const noSeenAt: Readonly<Record<WrittenIn, string>> = {
  form: "Write when it was last seen there, in UTC.",
  file: 'Missing. Add it in the column "last seen", like 2026-11-24 10:00 (UTC).',
};

const noReporter = 'Missing. Add it in the column "reporter", or choose one for all rows without it.';

const noCategory = (isEmpty: boolean, where: WrittenIn): string => {
  if (where === "form") return isEmpty ? "Choose from the list." : "There is no such category. Choose from the list.";
  const all = `Write one of ${categories.join(", ")} in the column "category".`;
  return isEmpty ? `Missing. ${all}` : `There is no such category. ${all}`;
};

/** Why the queue's reader refuses it, for who wrote it by hand. */
export const sayRefused = (field: WrittenField, { field: path, reason, fix }: Unreadable): string => {
  const isSchemas = fix.includes("report.schema.json");
  if (field !== "more") return inFieldWords([reason, isSchemas ? fixOf[field] : fix].filter(Boolean).join(" "));
  const name = path.replace(/^evidence\./, "").replace(/\\u(?:\{\w+\}|\w{4})|[^\w.-]/g, "?");
  if (reason === noSuchField)
    return `There is no field “${name}”. Take it out, or correct its name: it may be ${furtherNames().join(", ")}.`;
  return `“${name}” is not right. ${reason}${isSchemas ? "" : ` ${fix}`}`;
};
const noSuchField = "There is no such field.";

const furtherNames = (): readonly string[] => Object.keys(evidence.shape).filter((name) => !(name in fieldNames));
