import type { Category, Lane } from "../../../functions/report/category.ts";
import { laneOf } from "../../../functions/report/category.ts";
import { type Draw, deal, pickAt } from "./draw.ts";
import { byRank, type Provider, type Providers } from "./providers.ts";
import { type HostKind, week } from "./week.ts";

/** What a registered name is; `shared` and `well-known` ones are old as well. */
export const nameKinds = ["young", "old", "undated", "shared", "well-known"] as const;
export type NameKind = (typeof nameKinds)[number];

export type RegisteredName = {
  readonly kind: NameKind;
  /** The name that the registry knows: `bad.example`, also of `www.bad.example`. */
  readonly domain: string;
  /** In milliseconds from the beginning of the week; absent where no registry says it. */
  readonly at?: number;
  /** Whoever bought it bought it for what is reported: the young ones', by the truth. */
  readonly isForAbuse: boolean;
};

/** A host as it truly is: where it stands, and who is behind it. */
export type PlayedHost = {
  /** A name, or an address where a peer was seen. */
  readonly name: string;
  readonly kind: HostKind;
  readonly pages: number;
  /** Best known first; of a host in two networks both. */
  readonly providers: readonly Provider[];
  readonly addresses: readonly string[];
  /** Whom its domain was bought from; none below a provider's own name, of an address, and where nobody knows. */
  readonly registrar?: Provider;
  /** The name that was bought, where its registrar is known (`names.ts`). */
  readonly registered?: RegisteredName;
  /** Where it stands once it has moved. */
  readonly elsewhere: { readonly provider: Provider; readonly address: string };
  /** The registry has put the domain on hold, where it is out of DNS. */
  readonly isOnHold: boolean;
  /** Registries are silent about it for its first hours. */
  readonly isUnknownAtFirst: boolean;
};

export type PlayedTarget = {
  readonly id: number;
  readonly host: PlayedHost;
  readonly category: Category;
  readonly lane: Lane;
  readonly live: boolean;
  readonly domainIsMalicious: boolean;
  /** When it is first reported, in milliseconds from the beginning of the week. */
  readonly reportedAt: number;
};

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** Sizes of the hosts with many pages; the smaller ones are more frequent. */
const busySizes = (targets: number, draw: Draw): readonly number[] => {
  const { count, pages, shareOfTargets } = week.busyHosts;
  const [least, most] = pages;
  const wanted = targets * shareOfTargets;
  const sizes: number[] = [];
  for (let at = 0, sum = 0; at < count && sum + least <= wanted; at++) {
    const size = Math.min(Math.round(least + (most - least) * draw("busy", at) ** 1.4), Math.round(wanted - sum));
    sizes.push(size);
    sum += size;
  }
  return sizes;
};

const providersFor = (kind: HostKind, providers: Providers, draw: Draw, at: number): readonly Provider[] => {
  const of = (list: readonly Provider[], nth = 0) => byRank(list, draw("provider", at, nth));
  switch (kind) {
    case "network":
    case "out-of-dns":
    case "peer":
      return [of(providers.network)];
    case "two-networks": {
      const first = of(providers.network);
      return [
        first,
        pickAt(
          providers.network.filter((one) => one !== first),
          draw("second", at),
        ),
      ];
    }
    case "platform":
    case "proxied":
    case "api-alone":
    case "form-alone":
      return [of(providers[kind])];
    case "no-contact":
      return [providers.nameless];
    default:
      return kind satisfies never;
  }
};

const hostAt = (kind: HostKind, pages: number, at: number, providers: Providers, draw: Draw): PlayedHost => {
  const own = providersFor(kind, providers, draw, at);
  const part = (at + 1).toString(16);
  const addresses = own.map(({ prefix }) => `${prefix}:${part}`);
  const suffix = own[0]?.suffix;
  const other = pickAt(
    providers.network.filter((one) => !own.includes(one)),
    draw("elsewhere", at),
  );
  const isBought = suffix === undefined && kind !== "peer" && kind !== "no-contact";
  return {
    name: kind === "peer" ? (addresses[0] ?? "") : suffix === undefined ? `host-${at}.example` : `c${at}.${suffix}`,
    kind,
    pages,
    providers: own,
    addresses,
    ...(isBought && { registrar: byRank(providers.registrars, draw("registrar", at)) }),
    elsewhere: { provider: other, address: `${other.prefix}:e:${part}` },
    isOnHold: kind === "out-of-dns" && draw("hold", at) < onHold,
    isUnknownAtFirst: kind !== "no-contact" && draw("silent", at) < week.registrySilentAtFirst,
  };
};

/** Of names that are out of DNS, how many the registry says so of; of the others DNS alone does. Chosen. */
const onHold = 0.6;

/** The targets of a week with so many reports, each once, in the order in which they are reported. */
export const targetsOf = (count: number, providers: Providers, draw: Draw): readonly PlayedTarget[] => {
  const busy = busySizes(count, draw);
  const alone = count - busy.reduce((sum, size) => sum + size, 0);
  const groups = [...busy, ...Array.from({ length: alone }, () => 1)];
  const kinds = deal(groups, week.hosts, (...what) => draw("kind", ...what), ["peer"]);
  const categories = deal(groups, week.categories, (...what) => draw("category", ...what));
  const hosts = groups.map((pages, at) => hostAt(kinds[at] ?? "network", pages, at, providers, draw));
  const malicious: readonly Category[] = week.domainIsMalicious.of;
  return hosts
    .flatMap((host, at) => Array.from({ length: host.pages }, () => ({ host, category: categories[at] ?? "phishing" })))
    .map((one, id) => ({ ...one, id, reportedAt: Math.floor(draw("at", id) * week.arriveWithinDays * dayMs) }))
    .toSorted((a, b) => a.reportedAt - b.reportedAt)
    .map(({ host, category, id, reportedAt }): PlayedTarget => {
      const live = laneOf(category, false) === "urgent" && draw("live", id) < week.liveOfUrgent;
      return {
        id,
        host,
        category,
        lane: laneOf(category, live),
        live,
        domainIsMalicious: malicious.includes(category) && draw("malicious", id) < week.domainIsMalicious.share,
        reportedAt,
      };
    });
};

/** By the host's name, its pages in the order in which they are reported. */
export const pagesByHost = (targets: readonly PlayedTarget[]): ReadonlyMap<string, readonly PlayedTarget[]> => {
  const pages = new Map<string, PlayedTarget[]>();
  for (const target of targets) {
    const known = pages.get(target.host.name);
    if (known) known.push(target);
    else pages.set(target.host.name, [target]);
  }
  return pages;
};

/** A false report: what it names is everybody's, and nothing bad is there. */
export const isFalseReport = ({ host }: PlayedTarget): boolean => host.registered?.kind === "well-known";
