import type { DeskRule } from "../case/policy.ts";
import { type DeskMatch, readDeskMatch, readDeskMatches } from "../kernel/desk-match.ts";
import type { Instant } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import { isPlatformKind, type PlatformKind, scopeOf } from "../kernel/platform-kinds.ts";
import type { DirectoryEntry, Settings } from "../kernel/settings.ts";
import table from "./platforms.json" with { type: "json" };

/** A known provider or desk, from the list or the operator. */
export type ProviderRow = {
  readonly entry: DirectoryEntry;
  readonly lines: readonly DeskMatch[];
  /** None for an operator's entry about a desk alone. */
  readonly kind: PlatformKind | undefined;
  readonly mail: "read" | "unread" | "never";
  readonly isOperators: boolean;
};

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

const certainties = ["high", "medium", "low"] as const;
const mails = ["read", "unread"] as const;
const oneOf = <Word extends string>(known: readonly Word[], word: string | undefined): Word | undefined =>
  known.find((one) => one === word);

/**
 * Reads a row of the list: `GitHub | github.io github.com | abuse@github.com | support.github.com/abuse | US |
 * medium R C | note: …`. How well its mailbox is known decides how long it counts. The file is ours, as built: a
 * test checks each row against the schema of an operator's entry, a start does not.
 */
const entryIn = (kind: PlatformKind, line: string): DirectoryEntry => {
  const [name = "", matches = "", email, form, countries = "", known = "", ...more] = line
    .split("|")
    .map((column) => column.trim());
  const [certainty, ...sources] = words(known);
  const said = new Map(more.map((field) => field.split(/: (.*)/, 2)).map(([key = "", value = ""]) => [key, value]));
  const [api, note, mail] = [said.get("api"), said.get("note"), oneOf(mails, said.get("mail"))];
  const registrarNames = said.get("registrars")?.split(/\s*;\s*/);
  return {
    kind,
    scope: scopeOf(kind),
    name,
    matches: [...words(matches)],
    xarf: "single",
    ...(email && { email }),
    ...(form && { form: `https://${form}` }),
    ...(countries && { countries: [...words(countries)] }),
    certainty: oneOf(certainties, certainty),
    source: sources.join(" "),
    read: table.read,
    expires: Object.entries(table.expires).find(([of]) => of === certainty)?.[1],
    ...(registrarNames && { registrarNames }),
    ...(api && { api }),
    ...(note && { note }),
    ...(mail && { mail }),
  };
};

/** The rows as in the file; a test reads them all by the schema. */
export const listedLines = (): readonly { readonly kind: PlatformKind; readonly line: string }[] =>
  Object.entries(table.providers).flatMap(([kind, lines]) =>
    isPlatformKind(kind) ? lines.map((line) => ({ kind, line })) : [],
  );

/** The provider's kind, or what its desk answers for where the operator says only that. */
const kindOf = ({ kind, scope }: DirectoryEntry): PlatformKind | undefined => {
  if (isPlatformKind(kind)) return kind;
  return scope === "platform" || scope === "registrar" ? scope : undefined;
};

const rowOf = (entry: DirectoryEntry, isOperators: boolean): ProviderRow => ({
  entry,
  lines: readDeskMatches(entry.matches),
  kind: kindOf(entry),
  mail: entry.kind === "opted-out" ? "never" : entry.kind === "form-only" ? "unread" : (entry.mail ?? "read"),
  isOperators,
});

/** Providers known without the operator, read on first use. */
export const listedRows = once((): readonly ProviderRow[] =>
  listedLines().map(({ kind, line }) => rowOf(entryIn(kind, line), false)),
);

/** The operator's desk replaces the row's as a whole, as a mix is nobody's; the provider's own adds up. */
const overridden = (own: ProviderRow, row: ProviderRow): ProviderRow => {
  const said = countriesOf(own.entry);
  const countries = said.length > 0 ? said : countriesOf(row.entry);
  const language = own.entry.language ?? row.entry.language;
  const registrarNames = [...new Set([...(own.entry.registrarNames ?? []), ...(row.entry.registrarNames ?? [])])];
  return {
    ...own,
    entry: {
      ...own.entry,
      matches: [...new Set([...own.entry.matches, ...row.entry.matches])],
      countries: [...countries],
      ...(language && { language }),
      ...(registrarNames.length > 0 && { registrarNames }),
    },
    lines: [...own.lines, ...row.lines],
    kind: isPlatformKind(own.entry.kind) ? own.kind : (row.kind ?? own.kind),
  };
};

/** Where a provider is operated from, as far as said. */
export const countriesOf = ({ country, countries = [] }: DirectoryEntry): readonly string[] => [
  ...new Set([...(country ? [country] : []), ...countries].map((code) => code.toUpperCase())),
];

const isNamed = (one: ProviderRow, other: ProviderRow): boolean =>
  one.entry.name.toLowerCase() === other.entry.name.toLowerCase();

/** The operator's entries, with what is known of the providers they name, then the known ones that they don't. */
export const providerRows = ({ directory }: Settings): readonly ProviderRow[] => {
  const own = directory.map((entry) => rowOf(entry, true));
  return [
    ...own.map((row) => {
      const known = listedRows().find((other) => isNamed(row, other));
      return known ? overridden(row, known) : row;
    }),
    ...listedRows().filter((row) => !own.some((other) => isNamed(row, other))),
  ];
};

/** A wish to be left alone never expires. */
export const hasExpired = ({ entry, mail }: ProviderRow, now: Instant): boolean =>
  mail !== "never" && entry.expires !== undefined && entry.expires < now.slice(0, 10);

/** The source codes of the list's rows; the file says what each means. */
export const sourceCodes: readonly string[] = Object.keys(table.sources);

/** The sources of a row in words; the list has a letter for each that many rows share. */
export const sourcesOf = ({ entry: { source }, isOperators }: ProviderRow): readonly string[] => {
  if (source === undefined) return [isOperators ? "the operator's own directory" : "no source"];
  const codes = new Map(Object.entries(table.sources));
  const named = source.split(" ").flatMap((code) => codes.get(code) ?? []);
  return named.length === source.split(" ").length ? named : [source];
};

/** Rules of the operator and known providers for desks that take no mail: opt-outs and form-only desks. */
export const deskRulesOf = (settings: Settings): readonly DeskRule[] => [
  { kind: "opted-out", who: settings.optedOut.map(readDeskMatch), scope: "network" },
  ...providerRows(settings).flatMap(
    ({ entry: { email, scope, name, form, api, expires }, lines, mail }): readonly DeskRule[] => {
      if (mail === "never")
        return [{ kind: "opted-out", who: [...lines, ...(email ? [readDeskMatch(email)] : [])], scope, name }];
      return mail === "unread" ? [{ kind: "form-only", who: lines, scope, name, form, api, expires }] : [];
    },
  ),
];
