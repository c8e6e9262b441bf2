import { type DeskMatch, namesMailbox, nameWithin } from "../kernel/desk-match.ts";
import { holds, sizeOf } from "../kernel/range.ts";
import type { Settings } from "../kernel/settings.ts";
import { type ProviderRow, providerRows } from "./provider-rows.ts";

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

type MatchOf = (line: DeskMatch) => Match | undefined;

const byName =
  (name: string, by: "name" | "alias"): MatchOf =>
  (line) => {
    const suffix = line.kind === "name" ? nameWithin(name, line.name) : undefined;
    return suffix === undefined ? undefined : { by, narrow: suffix.length, suffix };
  };

const byRange =
  (address: string): MatchOf =>
  (line) =>
    line.kind === "range" && holds(line.range, address)
      ? { by: "range", narrow: -Number(sizeOf(line.range)) }
      : undefined;

const bySystem =
  (asn: string): MatchOf =>
  (line) =>
    line.kind === "system" && line.asn === asn ? { by: "system", narrow: 0 } : undefined;

const byNearness = ({ row, match: one }: Found, { row: otherRow, match: other }: Found): number =>
  nearness[one.by] - nearness[other.by] || other.narrow - one.narrow || operatorsFirst(row, otherRow);

const operatorsFirst = (one: ProviderRow, other: ProviderRow): number =>
  Number(other.isOperators) - Number(one.isOperators);

/** Rows that mean a host, each once, the nearest first; of two as near the operator's first. */
export const foundFor = (
  { host, aliases = [], addresses = [], origins = [] }: SeenHost,
  settings: Settings,
): readonly Found[] => {
  const rows = providerRows(settings);
  const matchers = [
    ...(host === undefined ? [] : [byName(host, "name")]),
    ...aliases.map((alias) => byName(alias, "alias")),
    ...addresses.map(byRange),
    ...origins.map(bySystem),
  ];
  const all = matchers
    .flatMap((matchOf) =>
      rows.flatMap((row) => row.lines.flatMap((line) => matchOf(line) ?? []).map((match) => ({ row, match }))),
    )
    .sort(byNearness);
  return all.filter(({ row }, at) => all.findIndex((other) => other.row === row) === at);
};

/** Rows that mean one of these mailboxes, the operator's first. */
export const rowsOfDesks = (emails: readonly string[], settings: Settings): readonly ProviderRow[] => {
  const rows = providerRows(settings);
  const named = emails.flatMap((email) => rows.filter(({ lines }) => lines.some((line) => namesMailbox(line, email))));
  return [...new Set(named)].sort(operatorsFirst);
};

/** To compare registrars' names or tags: `GMO Internet, Inc.` is `GMO INTERNET INC`. */
export const registrarKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** Rows of registrars with exactly these names, the operator's first. */
export const rowsOfRegistrar = (names: readonly string[], settings: Settings): readonly ProviderRow[] => {
  const rows = providerRows(settings);
  const isNamed = ({ entry }: ProviderRow, key: string) =>
    entry.registrarNames?.some((name) => registrarKey(name) === key) === true;
  return [...new Set(names.flatMap((name) => rows.filter((row) => isNamed(row, registrarKey(name)))))].sort(
    operatorsFirst,
  );
};
