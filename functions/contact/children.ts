import { type AddressRange, covers, readRange } from "../kernel/range.ts";
import type { RegistryAnswer } from "./ask-registry.ts";
import type { Registry } from "./bootstrap.ts";
import { type Json, listOf, objectOf, textOf, textsOf } from "./jcard.ts";
import { cidrOf } from "./prefix.ts";
import type { RdapAnswer } from "./read-rdap.ts";
import type { Sources } from "./sources.ts";

/** Registries whose WHOIS lists the blocks right below one (`-m`). */
const listsByWhois: readonly string[] = ["ripe", "apnic", "afrinic"];

/**
 * The blocks right below one, as its registry lists them: empty where it has none, `undefined` where nobody can
 * know. A registry's kinds (`ASSIGNED PA`, `Reassigned`) promise as much but are not believed: RIPE asks its
 * members to remove nested assignments, and APNIC's software does not check.
 *
 * RIPE, APNIC and AFRINIC: by WHOIS, keys alone, which names no person and counts towards no limit. ARIN and
 * others whose answer says that it can be searched (RFC 9910, `rirSearch1`): by RDAP. LACNIC and national
 * registries: nobody can know. Network: at most one question.
 */
export const childrenOf = async (
  sources: Sources,
  registry: Registry,
  text: string,
  rdap: RegistryAnswer,
): Promise<readonly string[] | undefined> => {
  const block = readRange(text);
  if (!block || block.start === block.end) return undefined;
  if (listsByWhois.includes(registry.name)) {
    const asked = await sources.whois({ server: registry.whois, query: listingQuery(block, text) });
    return asked.kind === "answer" ? childrenIn(readListing(asked.value), block) : undefined;
  }
  const url = searchUrl(registry, rdap, block);
  if (url === undefined) return undefined;
  const asked = await sources.rdap({ kind: "children", query: text, url });
  // > If a server wishes to respond that it has an empty result set, it MUST reply with a 404 (RFC 7480 §5.3).
  if (asked.kind === "none") return [];
  return asked.kind === "answer" ? childrenIn(readSearch(asked.value), block) : undefined;
};

/** The smaller blocks of a listing; `undefined` if one lies outside, as then it lists something else. */
const childrenIn = (listed: readonly string[] | undefined, block: AddressRange): readonly string[] | undefined => {
  const ranges = listed?.map((text) => ({ text, range: readRange(text) }));
  const isBlock = (range: AddressRange) => range.start === block.start && range.end === block.end;
  const others = ranges?.filter(({ range }) => !range || !isBlock(range));
  return others?.every(({ range }) => range && covers(block, range)) ? others.map(({ text }) => text) : undefined;
};

/** `-K` keys, `-r` no persons, `-m` one level more specific: RIPE's query reference, as for the other two. */
export const listingQuery = (block: AddressRange, text: string): string =>
  `-K -r -T ${block.version === 4 ? "inetnum" : "inet6num"} -m ${cidrOf(block) ?? text.trim()}`;

/**
 * The keys of a listing: `inetnum: 192.0.2.0 - 192.0.2.31`, one a line, or `%ERROR:101: no entries found`. Only
 * an answer with its last line is whole: a reset in the middle looks like an end.
 */
const readListing = (text: string): readonly string[] | undefined => {
  if (!/^% ?This query was served by /m.test(text.slice(-1000))) return undefined;
  const keys = [...text.matchAll(/^inet6?num:[ \t]*([0-9A-Fa-f.:/ -]{2,95})\r?$/gim)].map((line) =>
    (line[1] ?? "").trim(),
  );
  return keys.length > 0 || /^%ERROR:101:/m.test(text) ? keys : undefined;
};

/** An answer's search URL: its own `rdap-down` link or below its base, only at the server that gave it. */
const searchUrl = (
  registry: Registry,
  { server, down, isSearchable }: RegistryAnswer,
  block: AddressRange,
): string | undefined => {
  const cidr = cidrOf(block);
  const url = down ?? (isSearchable && cidr !== undefined ? `${registry.rdap}ips/rirSearch1/rdap-down/${cidr}` : "");
  return URL.canParse(url) && new URL(url).hostname === server ? url : undefined;
};

/** Networks of a search result (RFC 9910 §3); `undefined` for others and cut ones (RFC 9083 §10.2.1). */
const readSearch = ({ status, body }: RdapAnswer): readonly string[] | undefined => {
  const top = objectOf(body);
  const results = top["ipSearchResults"];
  const isCut = listOf(top["notices"])
    .map(objectOf)
    .some(({ type, title, description }) =>
      /truncated|limited search results/i.test([type, title, ...textsOf(description)].join(" ")),
    );
  if (status !== 200 || !Array.isArray(results) || isCut || top["paging_metadata"] !== undefined) return undefined;
  return results.map((result: Json) => {
    const { startAddress, endAddress } = objectOf(result);
    return `${textOf(startAddress) ?? ""} - ${textOf(endAddress) ?? ""}`;
  });
};
