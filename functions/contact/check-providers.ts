import { type DeskMatch, nameWithin } from "../kernel/desk-match.ts";
import { registrableDomain, sharedPlatformSuffix } from "../kernel/domain.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox, mailDomainOf, readMailbox } from "../kernel/mailbox.ts";
import { covers } from "../kernel/range.ts";
import type { Settings } from "../kernel/settings.ts";
import { isForm } from "./form-url.ts";
import { deskOf } from "./platforms.ts";
import { registrarKey } from "./provider-matches.ts";
import { type ProviderRow, providerRows, sourceCodes } from "./provider-rows.ts";
import { expiredEntries } from "./tell-of-expired.ts";

/** `problem`: a sentence without the row's name. */
export type ProviderProblem = { readonly name: string; readonly problem: string };

export type ProvidersCheck = {
  readonly rows: number;
  readonly problems: readonly ProviderProblem[];
  /** Rows that notify only the network below; each says why. */
  readonly withoutAnyWay: readonly string[];
  /** Rows whose mailbox is notified only if a registry confirms it. */
  readonly unsure: readonly string[];
};

/** `inner` means no more than `outer`. */
const isWithin = (inner: DeskMatch, outer: DeskMatch): boolean => {
  if (inner.kind === "name" && outer.kind === "name")
    return inner.name === outer.name || nameWithin(inner.name, outer.name) !== undefined;
  if (inner.kind === "range" && outer.kind === "range") return covers(outer.range, inner.range);
  if (inner.kind === "system" && outer.kind === "system") return inner.asn === outer.asn;
  if (inner.kind === "mailbox" && outer.kind === "mailbox") return isSameMailbox(inner.email, outer.email);
  const domain =
    inner.kind === "mailbox" ? mailDomainOf(inner.email) : inner.kind === "mail-domain" ? inner.domain : undefined;
  return domain !== undefined && outer.kind === "mail-domain" && nameWithin(domain, outer.domain) !== undefined;
};

const written = (line: DeskMatch): string => {
  switch (line.kind) {
    case "name":
      return line.name;
    case "system":
      return line.asn;
    case "mailbox":
      return line.email;
    case "mail-domain":
      return `@${line.domain}`;
    case "range":
      return "a range";
    default:
      return line satisfies never;
  }
};

/** Two providers may share a name or range if a note of one names the other: the narrower wins. */
const overlaps = (row: ProviderRow, rows: readonly ProviderRow[]): readonly string[] =>
  rows
    .filter(
      (other) =>
        other !== row &&
        row.entry.note?.includes(other.entry.name) !== true &&
        other.entry.note?.includes(row.entry.name) !== true,
    )
    .flatMap((other) =>
      row.lines
        .filter((line) => other.lines.some((outer) => isWithin(line, outer)))
        .map(
          (line) =>
            `${written(line)} is ${other.entry.name}'s as well; ` +
            "say in the note of one why, with the other's name, or take it out of one",
        ),
    );

/** Neither of two registrars with one name would be known by it. */
const sameNames = (row: ProviderRow, rows: readonly ProviderRow[]): readonly string[] =>
  (row.entry.registrarNames ?? []).flatMap((name) => {
    const key = registrarKey(name);
    if (key === "") return [`registrar's name ${name} has neither letter nor number`];
    const other = rows.find(
      (one) => one !== row && one.entry.registrarNames?.some((theirs) => registrarKey(theirs) === key),
    );
    return other ? [`registrar's name ${name} is ${other.entry.name}'s as well`] : [];
  });

const takesAll = ({ lines }: ProviderRow): readonly string[] =>
  lines.flatMap((line) =>
    line.kind === "name" &&
    registrableDomain(line.name.replaceAll("#", "0")) === undefined &&
    sharedPlatformSuffix(line.name) === undefined
      ? [`${line.name} is no provider's: everybody registers names below it`]
      : [],
  );

const problemsOf = (row: ProviderRow, rows: readonly ProviderRow[]): readonly string[] => {
  const { email, form, note, source, name } = row.entry;
  const mailbox = email === undefined ? undefined : readMailbox(email);
  const unknown = row.isOperators ? [] : (source ?? "").split(" ").filter((code) => !sourceCodes.includes(code));
  return [
    ...overlaps(row, rows),
    ...takesAll(row),
    ...sameNames(row, rows),
    ...(mailbox && !mailbox.ok ? [`email ${email}: ${mailbox.error.reason}`] : []),
    ...(form && (!form.startsWith("https://") || !isForm(form))
      ? [`form ${form}: this is no page on https where an abuse form may be`]
      : []),
    ...(row.mail !== "never" && !email && !form && !note
      ? ["it can't be told: give it email or form, or say in note why it has none"]
      : []),
    ...(email && row.mail === "unread" ? ["it has an email that its mail: unread says is not read"] : []),
    ...(unknown.length > 0 ? [`source ${unknown.join(", ")} is not among the sources`] : []),
    ...(rows.some((other) => other !== row && other.entry.name.toLowerCase() === name.toLowerCase())
      ? ["another row has the same name"]
      : []),
  ];
};

/** Problems in the list of providers and the operator's entries, and whom a registry must confirm. Pure. */
export const checkProviders = (settings: Settings, now: Instant): ProvidersCheck => {
  const rows = providerRows(settings);
  return {
    rows: rows.length,
    problems: [
      ...rows.flatMap((row) => problemsOf(row, rows).map((problem) => ({ name: row.entry.name, problem }))),
      ...expiredEntries(settings, now).map(({ name, expires }) => ({ name, problem: `it expired on ${expires}` })),
    ],
    withoutAnyWay: rows
      .filter(({ entry, mail }) => mail !== "never" && !entry.email && !entry.form)
      .map(({ entry }) => entry.name),
    unsure: rows.filter((row) => deskOf(row, now)?.countsAlone === false).map(({ entry }) => entry.name),
  };
};
