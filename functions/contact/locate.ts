import type { SourceFailure } from "../case/candidate.ts";
import { type Address, isReserved, readAddress } from "../kernel/address.ts";
import { wwwTwin } from "../kernel/host.ts";
import { failureOf } from "./finding.ts";
import type { Asked, Sources } from "./sources.ts";

export type Located = {
  /** Those that are looked into: at most eight, the families in turn, so that neither can hide the other. */
  readonly addresses: readonly string[];
  /** All that DNS gave, public or not, in plain form. */
  readonly all: readonly string[];
  readonly failures: readonly SourceFailure[];
};

const lookedIntoAtMost = 8;

/** The host's public addresses, IPv4 first. Addresses in reserved ranges name nobody and are told as a failure. */
export const locate = async (sources: Sources, host: string, allowReserved: boolean): Promise<Located> => {
  const asked = await sources.addresses(host);
  const failure = failureOf("dns", asked);
  if (asked.kind !== "answer") return { addresses: [], all: [], failures: failure ? [failure] : [] };
  const read = asked.value.map(readAddress).filter((address) => address !== undefined);
  const usable = read.filter((address) => !isReserved(address, allowReserved));
  return {
    addresses: inTurn(usable).slice(0, lookedIntoAtMost),
    all: [...new Set(read.map(({ text }) => text))],
    failures:
      usable.length < read.length
        ? [{ source: `dns ${asked.server}`, outcome: "refused", detail: "The name points to addresses in reserved ranges; they name nobody." }]
        : [],
  };
};

/** One of each family after the other, each address once. */
const inTurn = (addresses: readonly Address[]): readonly string[] => {
  const of = (wanted: Address["version"]) => [...new Set(addresses.flatMap(({ version, text }) => (version === wanted ? [text] : [])))];
  const [four, six] = [of(4), of(6)];
  const turns = Array.from({ length: Math.max(four.length, six.length) }, (_, at) => [four[at], six[at]]);
  return turns.flat().filter((address) => address !== undefined);
};

/** The host's twin with `www.` or without, where DNS gives it the very same addresses; where it is silent they are two. Network: as for one more host. */
export const sameHostOf = async (sources: Sources, host: string, { addresses, all }: Located, allowReserved: boolean): Promise<string | undefined> => {
  const twin = wwwTwin(host);
  if (twin === undefined || addresses.length === 0) return undefined;
  const others = await locate(sources, twin, allowReserved);
  return others.all.length === all.length && others.all.every((address) => all.includes(address)) ? twin : undefined;
};

const aliasesAtMost = 5;

/** The names that a name is an alias of, one after the other; Node's resolver gives one at a time. */
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
