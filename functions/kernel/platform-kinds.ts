import type { DirectoryScope } from "./scope.ts";
export const platformKinds = [
  "platform",
  "site-builder",
  "cloud",
  "file-host",
  "shortener",
  "social",
  "messaging",
  "form-service",
  "dynamic-dns",
  "tunnel",
  "gateway",
  "proxy",
  "cdn",
  "parking",
  "registrar",
] as const;
export type PlatformKind = (typeof platformKinds)[number];

/**
 * `stands`: a provider is the `host` of what its customers publish, in `front` of hosts not its own, or holds the
 * `name` alone, which points to another network. `scope`: what its desk answers for.
 */
const kinds = {
  platform: { stands: "host", scope: "platform" },
  "site-builder": { stands: "host", scope: "platform" },
  cloud: { stands: "host", scope: "platform" },
  "file-host": { stands: "host", scope: "platform" },
  shortener: { stands: "host", scope: "platform" },
  social: { stands: "host", scope: "platform" },
  messaging: { stands: "host", scope: "platform" },
  "form-service": { stands: "host", scope: "platform" },
  /** Also own registries below a domain, like eu.org. */
  "dynamic-dns": { stands: "name", scope: "registrar" },
  tunnel: { stands: "host", scope: "platform" },
  /** Shows content of IPFS or Tor, and can stop showing it. */
  gateway: { stands: "host", scope: "platform" },
  proxy: { stands: "front", scope: "network" },
  cdn: { stands: "front", scope: "network" },
  parking: { stands: "host", scope: "platform" },
  registrar: { stands: "name", scope: "registrar" },
} as const satisfies Record<
  PlatformKind,
  { readonly stands: "host" | "front" | "name"; readonly scope: DirectoryScope }
>;

export const isPlatformKind = (kind: string): kind is PlatformKind => Object.hasOwn(kinds, kind);
export const standsOf = (kind: PlatformKind): "host" | "front" | "name" => kinds[kind].stands;
export const scopeOf = (kind: PlatformKind): DirectoryScope => kinds[kind].scope;
