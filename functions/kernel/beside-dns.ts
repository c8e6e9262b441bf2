/*
 * Names of systems other than DNS. No registry, registrar or network answers for one, and nobody may ask DNS:
 * > RFC 7686 §2: applications that do not implement the Tor protocol SHOULD generate an error upon the use of
 * > .onion and SHOULD NOT perform a DNS lookup.
 * So a person passes a report of one on, without a lookup.
 */

/** `why` and `instead` are whole sentences for the person who is asked. */
export type NameSystem = {
  readonly name: string;
  readonly lastLabels: readonly string[];
  readonly why: string;
  readonly instead: string;
};

const hidden = (name: string, label: string): NameSystem => ({
  name,
  lastLabels: [label],
  why: `${name} hides where a .${label} name stands: no registry, network or registrar can be looked up for it.`,
  instead: "If the same is seen at a clear address or through a web gateway, have that reported as well.",
});

const chain = (name: string, ...lastLabels: readonly string[]): NameSystem => ({
  name,
  lastLabels,
  why: `${name} keeps this name in a blockchain: no registry or registrar answers for it or can take it back.`,
  instead: "Browsers show it through a gateway or at a host: have the https address reported at which it was seen.",
});

/** No last label is in the root zone (`test/kernel/beside-dns.test.ts`, by the public suffix list). */
export const nameSystems: readonly NameSystem[] = [
  hidden("Tor", "onion"),
  hidden("I2P", "i2p"),
  hidden("Lokinet", "loki"),
  chain("ENS", "eth"),
  chain("Namecoin", "bit"),
  chain("Emercoin", "bazar", "coin", "emc", "lib"),
  chain("Unstoppable Domains", "bitcoin", "blockchain", "crypto", "dao", "nft", "polygon", "wallet", "x", "zil"),
  chain("Solana Name Service", "sol"),
  chain("SPACE ID", "arb", "bnb"),
];

/** `undefined` for names of DNS and for addresses. */
export const nameSystemOf = (host: string): NameSystem | undefined => {
  const [, last] = /\.([^.]+)$/.exec(host) ?? [];
  return last === undefined ? undefined : nameSystems.find(({ lastLabels }) => lastLabels.includes(last));
};
