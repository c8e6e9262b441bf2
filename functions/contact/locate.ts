import type { SourceFailure } from "../case/candidate.ts";
import { type Address, isReserved, readAddress } from "../kernel/address.ts";
import { wwwTwin } from "../kernel/domain.ts";
import { failuresOf } from "./finding.ts";
import { areNeighbours, sliceOf } from "./prefix.ts";
import { sharedInfrastructure } from "./shared-infrastructure.ts";
import type { Asked, Sources } from "./sources.ts";

export type Located = {
  /** At most eight to look into, the families in turn so that neither hides the other. */
  readonly addresses: readonly string[];
  /** All that DNS gave, public or not, in plain form. */
  readonly all: readonly string[];
  /** Public ones that are not looked into. */
  readonly more: number;
  readonly failures: readonly SourceFailure[];
};

const lookedIntoAtMost = 8;

/** Public addresses, IPv4 first. Reserved ones, public resolvers and the like are reported as a failure. */
export const locate = async (sources: Sources, host: string, allowReserved: boolean): Promise<Located> => {
  const asked = await sources.addresses(host);
  if (asked.kind !== "answer") return { addresses: [], all: [], more: 0, failures: failuresOf("dns", asked) };
  const read = asked.value.map(readAddress).filter((address) => address !== undefined);
  const shared = [...new Set(read.flatMap(({ text }) => sharedInfrastructure(text) ?? []))];
  const usable = read.filter(
    (address) => !isReserved(address, allowReserved) && sharedInfrastructure(address.text) === undefined,
  );
  const inOrder = inTurn(usable);
  return {
    addresses: inOrder.slice(0, lookedIntoAtMost),
    more: Math.max(0, inOrder.length - lookedIntoAtMost),
    all: [...new Set(read.map(({ text }) => text))],
    failures: [
      ...(read.some((address) => isReserved(address, allowReserved))
        ? ["The name points to addresses in reserved ranges; they name nobody."]
        : []),
      ...shared.map((what) => `The name points to ${what}: nothing is hosted there.`),
    ].map((detail): SourceFailure => ({ source: "dns", server: asked.server, outcome: "refused", detail })),
  };
};

/** The families in turn, each address once, a slice's further ones last, so that no network hides others. */
const inTurn = (addresses: readonly Address[]): readonly string[] => {
  const of = (wanted: Address["version"]) =>
    apart([...new Set(addresses.flatMap(({ version, text }) => (version === wanted ? [text] : [])))]);
  const [four, six] = [of(4), of(6)];
  const turns = Array.from({ length: Math.max(four.length, six.length) }, (_, at) => [four[at], six[at]]);
  return turns.flat().filter((address) => address !== undefined);
};

/** The host's twin with or without `www.`, if DNS gives it the same addresses. Network: one more host. */
export const sameHostOf = async (
  sources: Sources,
  host: string,
  { addresses, all }: Located,
  allowReserved: boolean,
): Promise<string | undefined> => {
  const twin = wwwTwin(host);
  if (twin === undefined || addresses.length === 0) return undefined;
  const others = await locate(sources, twin, allowReserved);
  return others.all.length === all.length && others.all.every((address) => all.includes(address)) ? twin : undefined;
};

export type MailHosts = { readonly exchangers: readonly string[]; readonly addresses: readonly string[] };

const exchangersAtMost = 2;
const mailAddressesAtMost = 4;

/** Where a name's mail goes; nothing where it takes none, or nobody says. Network: three DNS questions. */
export const mailHostsOf = async (
  sources: Sources,
  domain: string,
  allowReserved: boolean,
): Promise<MailHosts | undefined> => {
  const asked = await sources.mailExchangers(domain);
  if (asked.kind !== "answer") return undefined;
  const exchangers = asked.value
    .toSorted((a, b) => a.priority - b.priority)
    .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ""))
    .filter((exchange) => exchange !== "")
    .slice(0, exchangersAtMost);
  if (exchangers.length === 0) return undefined;
  const located = await Promise.all(exchangers.map((exchange) => locate(sources, exchange, allowReserved)));
  return {
    exchangers,
    addresses: [...new Set(located.flatMap(({ addresses }) => addresses))].slice(0, mailAddressesAtMost),
  };
};

const apart = (addresses: readonly string[]): readonly string[] => {
  const isFirst = (address: string, at: number) =>
    addresses.findIndex((other) => sliceOf(other) === sliceOf(address)) === at;
  return [...addresses.filter(isFirst), ...addresses.filter((address, at) => !isFirst(address, at))];
};

export type Vouched = {
  readonly names: readonly string[];
  /** Those of the host's addresses that these names have too. */
  readonly addresses: readonly string[];
  readonly failures: readonly SourceFailure[];
};

/**
 * The aliases where a host really stands: with one of its addresses, or a neighbour of one. The reported side
 * may answer questions for aliases and for addresses differently, and browsers ask for addresses alone. Network:
 * as for one more host each.
 */
export const vouchedFor = async (
  sources: Sources,
  aliases: readonly string[],
  { addresses }: Located,
): Promise<Vouched> => {
  const found = await Promise.all(
    aliases.map(async (name) => {
      const asked = await sources.addresses(name);
      const theirs = asked.kind === "answer" ? asked.value.flatMap((address) => readAddress(address)?.text ?? []) : [];
      const isTheirs = (address: string) => theirs.some((other) => other === address || areNeighbours(other, address));
      return {
        name,
        at: addresses.filter(isTheirs),
        failures: asked.kind === "silent" ? failuresOf("dns", asked) : [],
      };
    }),
  );
  const real = found.filter(({ at }) => at.length > 0);
  return {
    names: real.map(({ name }) => name),
    addresses: addresses.filter((address) => real.some(({ at }) => at.includes(address))),
    failures: found.flatMap(({ failures }) => failures),
  };
};

const aliasesAtMost = 5;

/** The names that a name is an alias of, in order; Node's resolver gives one at a time. */
export const aliasesOf = async (sources: Sources, host: string): Promise<readonly string[]> => {
  const names = [host];
  for (let at: string | undefined = host; at && names.length <= aliasesAtMost; ) {
    const asked: Asked<readonly string[]> = await sources.aliases(at);
    at = asked.kind === "answer" ? asked.value[0]?.toLowerCase().replace(/\.$/, "") : undefined;
    if (at && !names.includes(at)) names.push(at);
    else at = undefined;
  }
  return names.slice(1);
};
