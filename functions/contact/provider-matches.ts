import { type DeskMatch, namesMailbox, nameWithin } from "../kernel/desk-match.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { once } from "../kernel/once.ts";
import { covers, readRange, sizeOf } from "../kernel/range.ts";
import type { Settings } from "../kernel/settings.ts";
import { listedRows, type ProviderRow, rowsOf } from "./provider-rows.ts";

/** How a row was found, surest first: the host's own name, an alias, its addresses' range, their system. */
const nearness = { name: 0, alias: 1, range: 2, system: 3 } as const;

/** What is known of a host. `aliases` are vouched for, `origins` announce its addresses. */
export type SeenHost = {
  readonly host?: string | undefined;
  readonly aliases?: readonly string[];
  readonly addresses?: readonly string[];
  readonly origins?: readonly string[];
};

/** `narrow`: larger the less the line means. `suffix`: the part of the name that it means. */
export type Match = { readonly by: keyof typeof nearness; readonly narrow: number; readonly suffix?: string };
export type Found = { readonly row: ProviderRow; readonly match: Match };

type Line<Kind extends DeskMatch["kind"]> = {
  readonly row: ProviderRow;
  readonly line: Extract<DeskMatch, { kind: Kind }>;
};

/** Rows by what their lines mean, so that a lookup need not read all six hundred. */
type Index = {
  readonly names: ReadonlyMap<string, readonly ProviderRow[]>;
  readonly numbered: readonly Line<"name">[];
  readonly ranges: readonly Line<"range">[];
  readonly systems: ReadonlyMap<string, readonly ProviderRow[]>;
  readonly desks: ReadonlyMap<string, readonly Line<"mailbox" | "mail-domain">[]>;
  readonly registrars: ReadonlyMap<string, readonly ProviderRow[]>;
};

/** To compare registrars' names or tags: `GMO Internet, Inc.` is `GMO INTERNET INC`. */
export const registrarKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const grouped = <T, V>(
  all: readonly T[],
  keyOf: (one: T) => string,
  entryOf: (one: T) => V,
): ReadonlyMap<string, readonly V[]> => {
  const groups = new Map<string, V[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(entryOf(one));
    groups.set(keyOf(one), group);
  }
  return groups;
};

const indexed = (rows: readonly ProviderRow[]): Index => {
  const all = rows.flatMap((row) => row.lines.map((line) => ({ row, line })));
  const names = all.flatMap(({ row, line }) => (line.kind === "name" ? [{ row, line }] : []));
  const systems = all.flatMap(({ row, line }) => (line.kind === "system" ? [{ row, line }] : []));
  const desks = all.flatMap(({ row, line }) =>
    line.kind === "mailbox" || line.kind === "mail-domain" ? [{ row, line }] : [],
  );
  return {
    names: grouped(
      names,
      ({ line }) => line.name,
      ({ row }) => row,
    ),
    numbered: names.filter(({ line }) => line.name.includes("#")),
    ranges: all.flatMap(({ row, line }) => (line.kind === "range" ? [{ row, line }] : [])),
    systems: grouped(
      systems,
      ({ line }) => line.asn,
      ({ row }) => row,
    ),
    desks: grouped(
      desks,
      ({ line }) => (line.kind === "mailbox" ? mailDomainOf(line.email) : line.domain),
      (one) => one,
    ),
    registrars: grouped(
      rows.flatMap((row) => (row.entry.registrarNames ?? []).map((name) => ({ row, name }))),
      ({ name }) => registrarKey(name),
      ({ row }) => row,
    ),
  };
};

const listedIndex = once(() => indexed(listedRows()));

/** Read once per deployment, whose settings are one object as long as it runs. */
const kept = new WeakMap<Settings["directory"], { readonly own: Index; readonly replaced: ReadonlySet<ProviderRow> }>();

const indexOf = (settings: Settings) => {
  const { own, replaced } = rowsOf(settings);
  const index = kept.get(settings.directory) ?? { own: indexed(own), replaced: new Set(replaced) };
  kept.set(settings.directory, index);
  return index;
};

/** `a.b.example` → `a.b.example`, `b.example`, `example`. */
const withParents = (name: string): readonly string[] =>
  name.split(".").map((_, at, labels) => labels.slice(at).join("."));

const byName = (index: Index, name: string, by: "name" | "alias"): readonly Found[] => [
  ...withParents(name).flatMap((suffix) =>
    (index.names.get(suffix) ?? []).map((row): Found => ({ row, match: { by, narrow: suffix.length, suffix } })),
  ),
  ...index.numbered.flatMap(({ row, line }): readonly Found[] => {
    const suffix = nameWithin(name, line.name);
    return suffix === undefined ? [] : [{ row, match: { by, narrow: suffix.length, suffix } }];
  }),
];

const byRange = (index: Index, address: string): readonly Found[] => {
  const at = readRange(address);
  return at === undefined
    ? []
    : index.ranges.flatMap(({ row, line: { range } }): readonly Found[] =>
        covers(range, at) ? [{ row, match: { by: "range", narrow: -Number(sizeOf(range)) } }] : [],
      );
};

const inIndex = (index: Index, { host, aliases = [], addresses = [], origins = [] }: SeenHost): readonly Found[] => [
  ...(host === undefined ? [] : byName(index, host, "name")),
  ...aliases.flatMap((alias) => byName(index, alias, "alias")),
  ...addresses.flatMap((address) => byRange(index, address)),
  ...origins.flatMap((asn) =>
    (index.systems.get(asn) ?? []).map((row): Found => ({ row, match: { by: "system", narrow: 0 } })),
  ),
];

const byNearness = ({ match: one }: Found, { match: other }: Found): number =>
  nearness[one.by] - nearness[other.by] || other.narrow - one.narrow;

/** Rows that mean a host, each once, the nearest first; of two as near the operator's first. */
export const foundFor = (seen: SeenHost, settings: Settings): readonly Found[] => {
  const { own, replaced } = indexOf(settings);
  const all = [...inIndex(own, seen), ...inIndex(listedIndex(), seen).filter(({ row }) => !replaced.has(row))].sort(
    byNearness,
  );
  return all.filter(({ row }, at) => all.findIndex((other) => other.row === row) === at);
};

/** Rows that mean one of these mailboxes, the operator's first. */
export const rowsOfDesks = (emails: readonly string[], settings: Settings): readonly ProviderRow[] => {
  const { own, replaced } = indexOf(settings);
  const within = (index: Index): readonly ProviderRow[] =>
    emails.flatMap((email) =>
      withParents(mailDomainOf(email)).flatMap((domain) =>
        (index.desks.get(domain) ?? []).flatMap(({ row, line }) => (namesMailbox(line, email) ? [row] : [])),
      ),
    );
  return [...new Set([...within(own), ...within(listedIndex()).filter((row) => !replaced.has(row))])];
};

/** Rows of registrars with exactly these names, the operator's first. */
export const rowsOfRegistrar = (names: readonly string[], settings: Settings): readonly ProviderRow[] => {
  const { own, replaced } = indexOf(settings);
  const within = ({ registrars }: Index) => names.flatMap((name) => registrars.get(registrarKey(name)) ?? []);
  return [...new Set([...within(own), ...within(listedIndex()).filter((row) => !replaced.has(row))])];
};
