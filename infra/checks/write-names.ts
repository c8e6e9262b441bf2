import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listedRows } from "../../functions/contact/provider-rows.ts";
import { soldWhois } from "../../functions/contact/sold-names.ts";
import { nameSystemOf } from "../../functions/kernel/beside-dns.ts";
import { isPublicSuffix, registrableDomain, sharedPlatformSuffix } from "../../functions/kernel/domain.ts";
import { readHost } from "../../functions/kernel/host.ts";
import { hasKnownTld } from "../../functions/kernel/target-url.ts";

/**
 * The warning lists of which shared names are made: who registered the name offers it, or pages behind it, to
 * strangers. Left out are mail domains, name servers of parked names, and the public suffix list, which tldts has.
 */
const sharedLists = ["dynamic-dns", "link-in-bio", "lots-project", "public-ipfs-gateways", "url-shortener"] as const;
/**
 * Those of which well-known names are made. Tranco's 10,000 are by DNS, among them malware's and machines' names, so
 * that Chrome's visitors or Majestic's links have to agree. Left out are universities, whose pages are broken into
 * more often than they are reported in error, and lists of one company's names, whose sites Tranco has.
 */
const wellKnownLists = ["bank-website", "google-chrome-crux-1million", "majestic_million", "tranco10k"] as const;

const governments =
  /(^|\.)(gov|mil|europa\.eu|admin\.ch|bund\.de|gouv\.fr)$|(^|\.)(gov|gob|gouv|govt|go|gc|gub|mil)\.[a-z]{2}$/;

type WarningList = { readonly version: number; readonly list: readonly string[] };

const parentOf = (name: string): string => name.slice(name.indexOf(".") + 1);

/** A name of DNS as the look-up writes it, `.Bank.example` or `www.bank.example` as `bank.example`. */
const nameIn = (line: string): string | undefined => {
  const host = readHost(line.replace(/^\./, ""), { allowReserved: false });
  if (!host.ok || host.value.kind !== "name") return undefined;
  const name = host.value.text.replace(/^www\./, "");
  return hasKnownTld(name) && nameSystemOf(name) === undefined ? name : undefined;
};

const namesIn = ({ list }: WarningList): ReadonlySet<string> => new Set(list.flatMap((line) => nameIn(line) ?? []));

const isWithin = (name: string, names: ReadonlySet<string>): boolean =>
  names.has(name) || (name.includes(".") && isWithin(parentOf(name), names));

/** By what follows the first label, which many names share: `{ "co.uk": "one two" }`. */
const grouped = (names: readonly string[]): Readonly<Record<string, string>> => {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(parentOf(name)) ?? [];
    group.push(name.slice(0, name.indexOf(".")));
    groups.set(parentOf(name), group);
  }
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([parent, of]) => [parent, of.sort().join(" ")]),
  );
};

/**
 * What `functions/contact/listed-names.json` holds, from the unpacked Python package `pymispwarninglists`, which has
 * MISP's warning lists; whose they are is in `functions/contact/data-of-others.md`. Reads the folder.
 */
export const namesFile = (folder: string): string => {
  const [, version = "unknown"] =
    readdirSync(folder)
      .map((name) => /^pymispwarninglists-([\d.]+)\.dist-info$/.exec(name))
      .find((found) => found !== null) ?? [];
  const listOf = (name: string): WarningList =>
    JSON.parse(
      readFileSync(path.join(folder, "pymispwarninglists/data/misp-warninglists/lists", name, "list.json"), "utf8"),
    );
  const lists = [...sharedLists, ...wellKnownLists].toSorted().map((name) => [name, listOf(name)] as const);
  const namesOf = (name: string): ReadonlySet<string> => namesIn(Object.fromEntries(lists)[name] ?? listOf(name));

  const offered = new Set(
    sharedLists
      .flatMap((name) => [...namesOf(name)])
      // Below a suffix where names are sold each has a registrar, or a registry, of its own.
      .filter((name) => registrableDomain(name) !== undefined && !soldWhois().has(name)),
  );
  const shared = [...offered].filter((name) => !isWithin(parentOf(name), offered));

  const platforms = new Set(
    listedRows().flatMap(({ lines }) => lines.flatMap((line) => (line.kind === "name" ? [line.name] : []))),
  );
  const [tranco, linked, visited] = [
    namesOf("tranco10k"),
    namesOf("majestic_million"),
    namesOf("google-chrome-crux-1million"),
  ];
  const known = [
    ...namesOf("bank-website"),
    ...[...tranco].filter((name) => linked.has(name) || visited.has(name)),
    ...[...tranco, ...linked].filter((name) => governments.test(name)),
  ];
  const wellKnown = [...new Set(known)].filter(
    (name) =>
      (registrableDomain(name) === name || isPublicSuffix(name)) &&
      !isWithin(name, offered) &&
      !isWithin(name, platforms) &&
      sharedPlatformSuffix(name) === undefined,
  );
  const written = {
    about: "Made by npm run generate -- names; see data-of-others.md. Names, by what follows their first label.",
    source: `pymispwarninglists ${version}`,
    lists: Object.fromEntries(lists.map(([name, { version: of }]) => [name, of])),
    shared: grouped(shared),
    wellKnown: grouped(wellKnown),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
};

/** `npm run generate -- names FOLDER`: writes the lists of shared and of well-known names, of an unpacked package. */
if (process.argv[1] === new URL(import.meta.url).pathname) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    process.stderr.write("Name the folder into which the Python package pymispwarninglists was unpacked.\n");
    process.exit(2);
  }
  writeFileSync("functions/contact/listed-names.json", namesFile(folder));
}
