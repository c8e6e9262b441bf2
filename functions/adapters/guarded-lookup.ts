import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { mayConnect, readAddress } from "../kernel/address.ts";
import { atReported } from "../kernel/look-up-url.ts";

type Resolved = readonly { readonly address: string; readonly family: number }[];
export type ResolveAll = (host: string) => Promise<Resolved>;

const resolveBySystem: ResolveAll = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/** Thrown before connecting. The caller reports `refused`. */
export class ForbiddenAddress extends Error {
  override name = "ForbiddenAddress";
}

export type Guard = {
  /** For samples and tests. */
  readonly allowLoopback: boolean;
  readonly resolveAll?: ResolveAll | undefined;
  /** Addresses of what is reported, normalized: nothing is asked there. */
  readonly besides?: readonly string[];
};

/**
 * The addresses of a host, all public and none of `besides`. One wrong address condemns the whole
 * name: an honest registry has none. Network: the system's resolver.
 */
export const guardedAddresses = async (
  host: string,
  { allowLoopback, resolveAll = resolveBySystem, besides = [] }: Guard,
): Promise<Resolved> => {
  const addresses = await resolveAll(host);
  if (addresses.some(({ address }) => besides.includes(readAddress(address)?.text ?? address)))
    throw new ForbiddenAddress(atReported);
  if (addresses.length === 0 || !addresses.every(({ address }) => mayConnect(address, allowLoopback)))
    throw new ForbiddenAddress("The server's name leads to an address that is not public.");
  return addresses;
};

/** The socket connects to the very address that was checked here, which defeats DNS rebinding. */
export const guardedLookup =
  (guard: Guard): LookupFunction =>
  (host, options, callback) => {
    guardedAddresses(host, guard).then(
      (addresses) => {
        const first = addresses[0];
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? "", first?.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new ForbiddenAddress("unresolved"), "", 0),
    );
  };
