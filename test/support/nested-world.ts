import { bundledBootstrap, registryBy } from "../../functions/contact/bootstrap.ts";
import { listingQuery } from "../../functions/contact/children.ts";
import { nothingKnown } from "../../functions/contact/known.ts";
import { cidrOf } from "../../functions/contact/prefix.ts";
import type { Asked, RdapQuestion, Sources } from "../../functions/contact/sources.ts";
import { covers, readRange, sizeOf } from "../../functions/kernel/range.ts";
import { entity } from "./sources.ts";

/**
 * A registered block. `desk`: by its own mailbox, by a handle that has to be asked for, or nobody.
 * `kind` is what the registry says of it, true or not.
 */
export type Block = { readonly range: string; readonly desk: "own" | "handle" | "none"; readonly kind?: string };

/**
 * A registry that holds blocks inside blocks. `lists`: how it answers who is right below a block;
 * `no` also stands for one that does so and says nothing of it. `speaks`: RDAP, or WHOIS alone.
 */
export type NestedWorld = {
  readonly registry: "ripe" | "apnic" | "afrinic" | "arin" | "lacnic";
  readonly speaks: "rdap" | "whois";
  readonly lists: "whole" | "by-link" | "cut" | "silent" | "no";
  readonly blocks: readonly Block[];
  /** What is announced, each by a system of its own. */
  readonly announced: readonly string[];
  /** Addresses that the contact database by DNS knows. */
  readonly databased: readonly string[];
};

const rangeOf = (text: string) => {
  const range = readRange(text);
  if (!range) throw new Error(`no range: ${text}`);
  return range;
};

/** The blocks by size, smallest first, so that the first that holds an address is its own. */
const read = (texts: readonly string[]) =>
  texts.map((text) => ({ text, range: rangeOf(text) })).sort((a, b) => (sizeOf(a.range) < sizeOf(b.range) ? -1 : 1));

/** Works each thing out once: ten thousand sequences ask the same of few worlds. */
const once = <T>(of: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? of(text);
    known.set(text, found);
    return found;
  };
};

const name = (range: string): string => range.replace(/[^0-9a-f]+/gi, "-");

/**
 * Plays the registry, DNS and the systems of such a world. `asked` counts what registries were
 * asked, and DNS.
 */
export const nestedSources = (
  world: NestedWorld,
): Sources & { readonly asked: { registries: number; dns: number } } => {
  const registry = registryBy(world.registry);
  const server = new URL(registry.rdap).hostname;
  const blocks = read(world.blocks.map(({ range }) => range));
  const announced = read(world.announced);
  const byRange = new Map(world.blocks.map((block) => [block.range, block]));
  const numberOf = new Map(world.announced.map((text, at) => [text, 64_512 + at]));
  const asked = { registries: 0, dns: 0 };
  const blockAt = once((address) =>
    byRange.get(blocks.find(({ range }) => covers(range, rangeOf(address)))?.text ?? ""),
  );
  const childrenOf = once((block): readonly string[] => {
    const whole = rangeOf(block);
    const inside = blocks.filter(({ range }) => covers(whole, range) && sizeOf(range) < sizeOf(whole));
    return inside
      .filter(({ range }) => !inside.some((other) => other.range !== range && covers(other.range, range)))
      .map(({ text }) => text);
  });
  const none = <T>(): Promise<Asked<T>> => Promise.resolve({ kind: "none", server, detail: "No such thing." });
  const silent = <T>(): Promise<Asked<T>> => Promise.resolve({ kind: "silent", server, detail: "No answer in time." });
  const answer = <T>(value: T): Promise<Asked<T>> => Promise.resolve({ kind: "answer", server, value });
  const json = (body: unknown) => answer({ status: 200, headers: {}, body });
  const ends = (range: string) => {
    const [startAddress, endAddress] = range.split(" - ");
    return { startAddress, endAddress };
  };

  const network = ({ range, desk, kind }: Block) => ({
    objectClassName: "ip network",
    ...ends(range),
    ...(kind && { type: kind }),
    country: ["NL", "DE", "FR"][range.length % 3],
    ...(world.lists !== "no" &&
      world.lists !== "by-link" && { rdapConformance: ["rdap_level_0", "rirSearch1", "ips"] }),
    ...(world.lists === "by-link" && {
      links: [{ rel: "rdap-down", href: `https://${server}/ips/rirSearch1/rdap-down/${encodeURIComponent(range)}` }],
    }),
    entities:
      desk === "own"
        ? [entity(["abuse"], `abuse@of-${name(range)}.example`)]
        : desk === "handle"
          ? [{ handle: `H${name(range)}-TEST`, roles: ["abuse"] }]
          : [],
  });

  const search = (block: string) => {
    if (world.lists === "silent") return silent<{ status: number; headers: Record<string, string>; body: unknown }>();
    const listed = childrenOf(block);
    const some = world.lists === "cut" ? listed.slice(0, 1) : listed;
    if (listed.length === 0) return none<{ status: number; headers: Record<string, string>; body: unknown }>();
    const notices =
      world.lists === "cut" ? [{ title: "Search Policy", type: "result set truncated due to excessive load" }] : [];
    return json({ ipSearchResults: some.map((range) => ({ objectClassName: "ip network", ...ends(range) })), notices });
  };

  const rdap = (question: RdapQuestion) => {
    asked.registries++;
    if (question.kind === "children") return search(question.query);
    if (question.kind === "autnum")
      return json({
        objectClassName: "autnum",
        handle: `AS${question.query}`,
        entities: [entity(["abuse"], `abuse@as${question.query}.example`)],
      });
    if (question.kind === "entity")
      return json({ ...entity([], `abuse@by-handle${question.query.slice(1, -5)}.example`), handle: question.query });
    const block = world.speaks === "rdap" && question.kind === "ip" ? blockAt(question.query) : undefined;
    return block ? json(network(block)) : none<{ status: number; headers: Record<string, string>; body: unknown }>();
  };

  const rpsl = ({ range, desk, kind }: Block): string =>
    [
      ...(desk === "none" ? [] : [`% Abuse contact for '${range}' is 'abuse@of-${name(range)}.example'`, ""]),
      `${range.includes(":") ? "inet6num" : "inetnum"}: ${range.includes(":") ? cidrOf(rangeOf(range)) : range}`,
      "netname: EXAMPLE-NET",
      `country: ${["NL", "DE", "FR"][range.length % 3]}`,
      ...(kind ? [`status: ${kind}`] : []),
      "source: TEST",
      "",
    ].join("\n");

  const listing = (block: string): string => {
    const listed = childrenOf(block).map(
      (range) =>
        `${range.includes(":") ? "inet6num" : "inetnum"}: ${range.includes(":") ? cidrOf(rangeOf(range)) : range}\n`,
    );
    if (world.lists === "cut") return `% a database\n\n${listed.slice(0, 1).join("\n")}`;
    return (
      "% a database\n\n" +
      `${listed.join("\n") || "%ERROR:101: no entries found\n%\n% No entries found in source TEST.\n"}\n` +
      "% This query was served by the Database Query Service version 1 (TEST)\n"
    );
  };

  const listingOf = once((range) => listingQuery(rangeOf(range), range));
  const whois = (question: { readonly server: string; readonly query: string }) => {
    asked.registries++;
    if (question.query.includes(" -m ")) {
      const block = world.blocks.find(({ range }) => question.query === listingOf(range));
      if (world.lists === "silent") return silent<string>();
      return answer(world.lists === "no" || !block ? "%ERROR:115: invalid search key\n" : listing(block.range));
    }
    const own =
      world.speaks === "whois" && question.server === registry.whois
        ? blockAt(question.query.split(" ").at(-1) ?? "")
        : undefined;
    return own ? answer(rpsl(own)) : none<string>();
  };

  const texts = (asks: string) => {
    asked.dns++;
    const [labels = "", zone = ""] = asks.split(/\.(?=origin|abuse-contacts)/);
    const parts = labels.split(".").reverse();
    const address = parts.length === 4 ? parts.join(".") : (parts.join("").match(/.{4}/g) ?? []).join(":");
    const one = rangeOf(address);
    if (zone.startsWith("abuse"))
      return world.databased.some((text) => covers(rangeOf(text), one))
        ? answer([`abuse@database-of-${name(address)}.example`])
        : none<readonly string[]>();
    const prefix = announced.find(({ range }) => covers(range, one))?.text;
    return prefix
      ? answer([`${numberOf.get(prefix)} | ${cidrOf(rangeOf(prefix))} | US | test | 2001-01-01`])
      : none<readonly string[]>();
  };

  return {
    asked,
    rdap,
    whois,
    texts,
    addresses: () => none(),
    aliases: () => none(),
    mailExchangers: () => none(),
    registries: () => Promise.resolve({ ...bundledBootstrap(), registryOfAddress: () => registry }),
    known: nothingKnown,
  };
};
