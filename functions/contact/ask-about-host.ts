import type { Candidate } from "../case/candidate.ts";
import { readAddress } from "../kernel/address.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, laneOf } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { targetFacts } from "../report/target.ts";
import { guessedDesk } from "./deliverable.ts";
import { registrarContacts } from "./domain-contact.ts";
import { type Finding, noFinding } from "./finding.ts";
import { ofHostersName } from "./for-person.ts";
import { aliasesOf, type Located, locate, type MailHosts, mailHostsOf, type Vouched, vouchedFor } from "./locate.ts";
import { withCarriers } from "./neighbours.ts";
import { type Network, networksAround, withBehind } from "./network-contact.ts";
import { isAllCustomers, isHostersName, withCustomers } from "./party.ts";
import { isPlatformsOwn, providerAt } from "./platforms.ts";
import { boughtName } from "./sold-names.ts";
import type { Sources } from "./sources.ts";

export type ContactQuestion = {
  readonly target: Pick<Target, "kind" | "host">;
  readonly category: Category;
  /** The reporter says that the domain was registered for the abuse. */
  readonly domainIsMalicious?: boolean | undefined;
  /** Where the rightful thing is, if the report names it: who is imitated is never notified automatically. */
  readonly rightfulSite?: string | undefined;
  readonly settings: Settings;
  readonly now: Instant;
};

export type Whereabouts = {
  /** None if an address is reported. */
  readonly name: string | undefined;
  readonly located: Located;
  readonly aliases: readonly string[];
  /** What takes its mail, if the name is for mail only. */
  readonly mail: MailHosts | undefined;
  /** The addresses to ask about. */
  readonly addresses: readonly string[];
};

/** Network: DNS for its addresses and aliases, and for its mail's where it has none. */
export const whereIs = async ({ target, settings }: ContactQuestion, all: Sources): Promise<Whereabouts> => {
  const { host } = target;
  const isAddress = readAddress(host) !== undefined;
  const [located, aliases] = await Promise.all([
    isAddress ? { addresses: [host], all: [host], more: 0, failures: [] } : locate(all, host, settings.allowReserved),
    isAddress ? [] : aliasesOf(all, host),
  ]);
  // A name for mail only is served by whoever takes its mail.
  const isNowhere = located.addresses.length === 0 && located.failures.some(({ outcome }) => outcome === "none");
  const mail =
    targetFacts[target.kind].isWholeHost && isNowhere
      ? await mailHostsOf(all, host, settings.allowReserved)
      : undefined;
  const addresses = mail?.addresses ?? located.addresses;
  return { name: isAddress ? undefined : host, located, aliases, mail, addresses };
};

/** What registries and DNS say of a target's networks and domain. */
export type Heard = {
  /** The aliases where it really stands, or the exchangers of a name for mail only. */
  readonly vouched: Vouched;
  readonly networks: readonly Network[];
  /** Nobody for a service's user or without a bought domain. */
  readonly registrar: Finding;
  readonly guessed: readonly Candidate[];
  /** The bought name. None for an address or below a platform's own name. */
  readonly domain: string | undefined;
  /** Whose the name is, if not its holder's. */
  readonly namedBy: "platform" | "host" | undefined;
};

/** Asks registries about each address and the domain. Network: as said at each part. */
export const askAbout = async (
  { target, category, domainIsMalicious = false, settings }: ContactQuestion,
  { name, located, aliases, mail, addresses }: Whereabouts,
  sources: Sources,
): Promise<Heard> => {
  const { host } = target;
  // A name that only points to a platform still has a registrar, a name below the platform's has not.
  const isShared = isPlatformsOwn(host, settings);
  const domain = name === undefined || isShared ? undefined : boughtName(host);
  // A service's domain was not registered for one of its users.
  const ofService = targetFacts[target.kind].isOneOfMany && !domainIsMalicious;

  const isUrgent = laneOf(category, false) === "urgent";
  const [around, ofDomain, guessed, vouched] = await Promise.all([
    networksAround(sources, addresses),
    domain && !ofService ? registrarContacts(sources, domain) : noFinding,
    domain && !isUrgent ? guessedDesk(sources, domain) : [],
    mail ? { names: mail.exchangers, addresses, failures: [] } : vouchedFor(sources, aliases, located),
  ]);
  // A known provider's carrier can do nothing about one of its customers.
  const isProviders = ({ addresses: at, finding: { origins } }: Network): boolean =>
    providerAt({ host: name, aliases: vouched.names, addresses: at, origins }, settings) !== undefined;
  const marked = around.map((network) => ({
    ...network,
    finding: { ...network.finding, candidates: withCustomers(network.finding, ofDomain) },
  }));
  const behind = await Promise.all(
    marked.map((network) => (!isShared && isAllCustomers(host, network) ? withBehind(sources, network) : network)),
  );
  const networks = await withCarriers(sources, behind, (network) => !isProviders(network));
  const namedBy = isShared
    ? "platform"
    : domain && isHostersName({ host, networks, isSuspicious: domainIsMalicious || isUrgent })
      ? "host"
      : undefined;
  const registrar = namedBy === "host" ? ofHostersName(ofDomain) : ofDomain;
  return { vouched, networks, registrar, guessed, domain, namedBy };
};
