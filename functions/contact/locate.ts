import type { SourceFailure } from "../case/candidate.ts";
import { isReserved, readAddress } from "../kernel/address.ts";
import { wwwTwin } from "../kernel/host.ts";
import { failureOf } from "./finding.ts";
import type { Asked, Sources } from "./sources.ts";

/** The host's public addresses, IPv4 first, at most eight. Addresses in reserved ranges name nobody and are told as a failure. */
export const locate = async (
  sources: Sources,
  host: string,
  allowReserved: boolean,
): Promise<{ readonly addresses: readonly string[]; readonly failures: readonly SourceFailure[] }> => {
  const asked = await sources.addresses(host);
  const failure = failureOf("dns", asked);
  if (asked.kind !== "answer") return { addresses: [], failures: failure ? [failure] : [] };
  const read = asked.value.map(readAddress).filter((address) => address !== undefined);
  const usable = read.filter((address) => !isReserved(address, allowReserved)).map(({ text }) => text);
  const left = read.length - usable.length;
  return {
    addresses: [...new Set(usable)].sort((a, b) => Number(a.includes(":")) - Number(b.includes(":"))).slice(0, 8),
    failures:
      left > 0 ? [{ source: `dns ${asked.server}`, outcome: "refused", detail: "The name points to addresses in reserved ranges; they name nobody." }] : [],
  };
};

/** The host's twin with `www.` or without, where DNS gives it the very same addresses; where it is silent they are two. Network: as for one more host. */
export const sameHostOf = async (sources: Sources, host: string, addresses: readonly string[], allowReserved: boolean): Promise<string | undefined> => {
  const twin = wwwTwin(host);
  if (twin === undefined || addresses.length === 0) return undefined;
  const located = await locate(sources, twin, allowReserved);
  return located.addresses.length === addresses.length && located.addresses.every((address) => addresses.includes(address)) ? twin : undefined;
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
