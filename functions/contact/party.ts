import type { Candidate } from "../case/candidate.ts";
import { ownedDomain } from "../kernel/domain.ts";
import { isSharedByStrangers } from "../kernel/mail-providers.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { pattern } from "../kernel/pattern.ts";
import { readRange, sizeOf } from "../kernel/range.ts";
import { isOfHost } from "../kernel/scope.ts";
import type { Finding } from "./finding.ts";
import type { Network } from "./network-contact.ts";

/*
 * Is a desk the host's or the customer's? A mailbox under the reported name's own domain may be either, and
 * notifying the customer tips them off. The registries know: whoever hosts others has more addresses than
 * anybody gets for the asking, or gives its machines names that say so.
 */

/**
 * As much as a newcomer gets: RIPE a /24 from the waiting list and until 2019 one /22 (ripe-733 §5.1), ARIN's
 * waiting list a /22 at most (NRPM 4.1.8), APNIC a /23, LACNIC and AFRINIC a /22; in IPv6 a /29 for no more than
 * a word (ripe-738 §5.1.2). A network, desk and site in one with no more may have got it for the abuse.
 */
const newcomersGet = { 4: 1n << 10n, 6: 1n << 99n } as const;

const isBeyondNewcomers = (written: string | undefined): boolean => isLarger(written, newcomersGet) === true;

/** `vps-1.vps`, `customer17`, `kunde17`, `static-12`: how a hoster numbers its customers' machines. */
const numbered = pattern(
  "",
  "(^|[.-])",
  [
    "vps",
    "vds",
    "vm",
    "kvm",
    "srv",
    "server",
    "node",
    "static",
    "dyn",
    "dynamic",
    "pool",
    "client",
    "clients",
    "customer",
    "cust",
    "kunde",
    "kunden",
    "user",
    "web",
    "ip",
    "cloud",
    "dedi",
    "dedicated",
    "member",
    "members",
    "instance",
    "host",
  ],
  "[-_]?\\d{1,10}([.-]|$)",
);

/** The name spells one of its addresses: `ec2-192-0-2-7`, `7.2.0.192.static`, `c0000207`. */
const spells = (label: string, address: string): boolean => {
  const parts = address.split(".");
  if (parts.length !== 4) return false;
  const hex = parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("");
  const written = `-${label.replaceAll(/[^0-9a-z]+/g, "-")}-`;
  return (
    [parts, parts.toReversed()].some((order) => written.includes(`-${order.join("-")}-`)) ||
    written.includes(`-${hex}-`)
  );
};

const namesMachine = (host: string, domain: string, addresses: readonly string[]): boolean => {
  const label = host.slice(0, -domain.length).replace(/\.$/, "");
  return numbered.test(label) || addresses.some((address) => spells(label, address));
};

const isUnder = (domain: string, email: string): boolean => ownedDomain(mailDomainOf(email)) === domain;

/** The desk's block, or the prefix of a system with a desk at the domain, is more than a newcomer gets. */
const hostsMany = ({ finding, announced }: Network, domain: string): boolean => {
  const own = finding.candidates.filter(({ email, confidence }) => confidence !== "guess" && isUnder(domain, email));
  const isAnnouncedByOwn = announced?.desks.some((email) => isUnder(domain, email)) === true;
  return (
    own.some(({ scope, range }) => isOfHost(scope) && isBeyondNewcomers(range)) ||
    (own.length > 0 && isAnnouncedByOwn && isBeyondNewcomers(announced?.range))
  );
};

type Named = {
  readonly host: string;
  readonly networks: readonly Network[];
  /** The reporter or the category suspects the name: then looking like a machine's proves nothing. */
  readonly isSuspicious: boolean;
};

/**
 * True where the reported name is the hoster's own, given to what a customer has there
 * (`customer17.hoster.example`): its desk is the host's and no suspect, and the hoster's registrar has nothing
 * to do with the page. Pure.
 */
export const isHostersName = ({ host, networks, isSuspicious }: Named): boolean => {
  const domain = ownedDomain(host);
  if (domain === undefined) return false;
  const ofDomain = networks.filter(({ finding }) =>
    finding.candidates.some(({ email, confidence }) => confidence !== "guess" && isUnder(domain, email)),
  );
  if (ofDomain.some((network) => hostsMany(network, domain))) return true;
  return !isSuspicious && ofDomain.some(({ addresses }) => namesMachine(host, domain, addresses));
};

/** Every desk of the network may be the customer's own, as far as a domain and the registries say. */
export const isAllCustomers = (host: string, { finding }: Network): boolean => {
  const domain = ownedDomain(host);
  const desks = finding.candidates.filter(({ scope, confidence }) => isOfHost(scope) && confidence !== "guess");
  return (
    desks.length > 0 &&
    desks.every(({ email, isCustomers }) => isCustomers === true || (domain !== undefined && isUnder(domain, email)))
  );
};

/** An end customer's block: no more than a /24 or a /48. */
const customersGet = { 4: 1n << 8n, 6: 1n << 80n } as const;

/** `undefined` for no range. */
const isLarger = (written = "", than: Readonly<Record<4 | 6, bigint>>): boolean | undefined => {
  const range = readRange(written);
  return range && sizeOf(range) > than[range.version];
};

/**
 * A network's desks, with those marked that may be the customer's whatever their domain: the holder of the
 * reported domain also holds the block, by handle or name, and no more than a newcomer gets; or the mailbox is a
 * free one in a block assigned to an end customer.
 */
export const withCustomers = (finding: Finding, domain: Finding): readonly Candidate[] => {
  const holders = new Set(domain.holders ?? []);
  const isHoldersBlock = (finding.holders ?? []).some((holder) => holders.has(holder));
  const isCustomers = ({ scope, email, range }: Candidate): boolean =>
    isOfHost(scope) &&
    ((isHoldersBlock && !isBeyondNewcomers(range)) ||
      (finding.isAssigned === true &&
        isLarger(range, customersGet) === false &&
        isSharedByStrangers(mailDomainOf(email))));
  return finding.candidates.map((candidate) =>
    isCustomers(candidate) ? { ...candidate, isCustomers: true as const } : candidate,
  );
};
