import type { Candidate, ContactForm, SourceFailure } from "../case/candidate.ts";
import type { Instant } from "../kernel/instant.ts";
import { isOfHost } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { isConfident } from "./ask-registry.ts";
import { isOwnDesk, type Provider } from "./at-platform.ts";
import { type DirectoryFinding, type InFront, readDirectory } from "./directory.ts";
import { byConfidence, type Finding, noFinding } from "./finding.ts";
import type { Vouched } from "./locate.ts";
import type { Network } from "./network-contact.ts";

type Found = {
  /** None where an address is reported. */
  readonly host: string | undefined;
  readonly vouched: Vouched;
  readonly networks: readonly Network[];
  readonly registrar: Finding;
  /** Mailboxes that a source other than a registry names for the platform's desk. */
  readonly listed: readonly string[];
};

/** A network of a host, with the platform and the proxy that the directory finds for its addresses. */
type KnownNetwork = {
  readonly addresses: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Who holds the block, in the forms of `holder.ts`. */
  readonly holders: readonly string[];
  readonly platform: Provider | undefined;
  readonly proxy: string | undefined;
};

export type KnownOfHost = {
  /** The directory's own. */
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  readonly networks: readonly KnownNetwork[];
  /** Where each network is registered, the first that counts before the others, each once. */
  readonly countries: readonly string[];
  /** Those that only a block's own field names. */
  readonly unconfirmedCountries: readonly string[];
  readonly platform: string | undefined;
};

/**
 * What the directory makes of a host and each of its networks. The host's own name speaks for all of its
 * addresses, an alias only for its own, and a range, system or desk for its network: else one record among
 * others would turn all of them into a platform or proxy. Pure.
 */
export const knownOf = (
  settings: Settings,
  { host, vouched, networks, registrar, listed }: Found,
  now: Instant,
): KnownOfHost => {
  const desksIn = ({ candidates }: Finding): readonly string[] => candidates.map(({ email }) => email);
  const named = [...listed, ...networks.flatMap(({ finding }) => desksIn(finding)), ...desksIn(registrar)];
  const byHost = readDirectory(settings, { host, named }, now);
  const byAlias = readDirectory(settings, { aliases: vouched.names, named }, now);
  const byRegistrar = readDirectory(
    settings,
    {
      registrars: desksIn(registrar),
      ...(!isConfident(registrar) && registrar.registrarNames && { registrarNames: registrar.registrarNames }),
      named: desksIn(registrar),
    },
    now,
  );
  const parts = networks
    .flatMap((network) => parted(network, vouched.addresses))
    .map(({ addresses, finding, isAliased }) => {
      const { origins } = finding;
      const own = readDirectory(settings, { addresses, origins, desks: desksIn(finding), named }, now);
      const said = [byHost, ...(isAliased ? [byAlias] : []), own];
      const at = said.find(({ platform }) => platform !== undefined);
      const inFront = said.map(({ proxy }) => proxy).find((proxy) => proxy !== undefined);
      const { country, isConfirmed } = operatedIn(said, finding);
      return {
        own,
        country,
        isConfirmed,
        addresses,
        candidates: bestOfEach(finding.candidates, desksAtMost(networks.length)).map(
          (candidate): Candidate => ({ ...candidate, serves: addresses, origins }),
        ),
        holders: finding.holders ?? [],
        platform: at?.platform,
        proxy: inFront && !isCarriedOnly(inFront, finding) ? inFront.name : undefined,
      };
    });
  const serving = (candidates: readonly Candidate[], addresses: readonly string[]) =>
    candidates.map(
      (candidate): Candidate => (isOfHost(candidate.scope) ? { ...candidate, serves: addresses } : candidate),
    );
  const places = parts.length > 0 ? parts : [operatedIn([byHost, byAlias], noFinding)];
  const countries = [...new Set(places.flatMap(({ country }) => country ?? []))];
  const all = [byHost, byAlias, ...parts.map(({ own }) => own), byRegistrar];
  return {
    candidates: [
      ...byHost.candidates,
      ...serving(byAlias.candidates, vouched.addresses),
      ...parts.flatMap(({ own, addresses }) => serving(own.candidates, addresses)),
      ...byRegistrar.candidates,
    ],
    forms: all.flatMap(({ forms }) => forms),
    failures: all.flatMap(({ failures }) => failures),
    networks: parts,
    countries,
    unconfirmedCountries: countries.filter((one) =>
      places.every(({ country, isConfirmed }) => country !== one || !isConfirmed),
    ),
    platform: (parts.find((part) => part.platform !== undefined)?.platform ?? byHost.platform)?.name,
  };
};

/**
 * Where the host is operated: as the directory says; of several countries the one that the registry names too;
 * without the directory, the registry's word alone. The registry's is confirmed where the block's holder or
 * abuse desk has an address there too, since holders write `country` unchecked. Team Cymru's is the registry's
 * list of allocations and no second witness. A geofeed (RFC 9632) would be one, but answers have only its file's
 * address, and no request goes to the reported side.
 */
const operatedIn = (
  findings: readonly DirectoryFinding[],
  { country: registered, seats = [] }: Pick<Finding, "country" | "seats">,
): { readonly country: string | undefined; readonly isConfirmed: boolean } => {
  const known = findings.map(({ countries }) => countries).find((countries) => countries.length > 0) ?? [];
  const country = known.find((one) => one.toUpperCase() === registered?.toUpperCase()) ?? known[0] ?? registered;
  return { country, isConfirmed: known.length > 0 || (country !== undefined && seats.includes(country)) };
};

/** Its system carries a block whose own desk the registry names: that one hosts, the proxy is on the way. */
const isCarriedOnly = (front: InFront, { candidates, holders = [] }: Finding): boolean => {
  const desks = candidates.filter(
    ({ scope, confidence }) => isOfHost(scope) && confidence !== "guess" && confidence !== "low",
  );
  return front.bySystem && desks.length > 0 && desks.every(({ email }) => !isOwnDesk(front, email, holders));
};

/** A case keeps twenty desks: the more networks, the fewer of each, so that none crowds out another. */
const desksAtMost = (networks: number): number => (networks === 1 ? 6 : networks === 2 ? 3 : 2);

const bestOfEach = (candidates: readonly Candidate[], atMost: number): readonly Candidate[] => {
  const inOrder = candidates.toSorted(byConfidence);
  return inOrder.filter(
    (candidate, at) => inOrder.slice(0, at).filter(({ scope }) => scope === candidate.scope).length < atMost,
  );
};

/** A network whose addresses are partly an alias' counts as two. */
const parted = ({ addresses, finding }: Network, aliased: readonly string[]) =>
  [true, false].flatMap((isAliased) => {
    const part = addresses.filter((address) => aliased.includes(address) === isAliased);
    return part.length > 0 ? [{ addresses: part, finding, isAliased }] : [];
  });
