import type { Confidence } from "../case/candidate.ts";
import { readAddress } from "../kernel/address.ts";
import { domainOf, sharedPlatformSuffix } from "../kernel/domain.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import { type PlatformKind, standsOf } from "../kernel/platform-kinds.ts";
import type { DirectoryEntry, Settings } from "../kernel/settings.ts";
import { type Found, foundFor, type Match, type SeenHost } from "./provider-matches.ts";
import { hasExpired, type ProviderRow } from "./provider-rows.ts";
import { boughtName, soldDomain } from "./sold-names.ts";

/*
 * Where a platform ends and its customer begins, and where it takes reports. The border holds for every row for
 * ever; certainty and expiry are the desk's alone. A little known or expired desk is notified where a registry
 * names the same mail domain, a little known one also where this stage's notices prove it
 * (`contact/desk-memory.ts`).
 */

export type PlatformDesk = {
  readonly email: string;
  readonly certainty: NonNullable<DirectoryEntry["certainty"]>;
  /** Of high or medium certainty and not expired: notified alone. */
  readonly countsAlone: boolean;
};

/** The nearest provider at whose names, addresses or system a host stands. Registrar rows mean desks only. */
export const nearestOf = (found: readonly Found[]): Found | undefined =>
  found.find(({ row }) => row.kind !== undefined && row.kind !== "registrar");

/** The provider of a host's name, addresses or system. Pure. */
export const providerAt = (seen: SeenHost, settings: Settings): Found | undefined =>
  nearestOf(foundFor(seen, settings));

/** The mailbox of a row, if mail to it is read. */
export const deskOf = (row: ProviderRow, now: Instant): PlatformDesk | undefined => {
  const { email, certainty = "high" } = row.entry;
  if (email === undefined || row.mail !== "read") return undefined;
  return { email, certainty, countsAlone: certainty !== "low" && !hasExpired(row, now) };
};

const registeredFor = (email: string): string => domainOf(mailDomainOf(email));

/** The mailbox of another source that confirms a desk: the same, or one at the same registered domain. */
export const confirmation = ({ email }: Pick<PlatformDesk, "email">, named: readonly string[]): string | undefined =>
  named.find((other) => isSameMailbox(other, email)) ??
  named.find((other) => registeredFor(other) === registeredFor(email));

export type DeskToTell = {
  readonly email: string;
  readonly confidence: Confidence;
  readonly confirmedBy: string | undefined;
};

/** With what confidence a desk may be notified; a guess if it is little known or expired, and unconfirmed. */
export const deskToTell = (desk: PlatformDesk, named: readonly string[]): DeskToTell => {
  const { email, certainty, countsAlone } = desk;
  const confirmedBy = confirmation(desk, named);
  return { email, confidence: countsAlone ? certainty : confirmedBy ? "medium" : "guess", confirmedBy };
};

/** A proxy, or a CDN before names of others. A page under a CDN's own name is one at a platform. */
export const isInFront = (kind: PlatformKind, by: Match["by"]): boolean =>
  standsOf(kind) === "front" && (kind === "proxy" || by !== "name");

/** The platform's own part of a host's name: the longest in a row or the suffix list's private part. */
const platformsPart = (host: string, settings: Settings): string | undefined => {
  if (readAddress(host) !== undefined) return undefined;
  const nearest = providerAt({ host }, settings);
  // Sellers of names below their own are their registry: the buyers' pages are not theirs.
  if (nearest === undefined && soldDomain(host) !== undefined) return undefined;
  // An operator's proxy rows name what it stands before, not its own.
  const isOwn = nearest !== undefined && !(nearest.row.kind === "proxy" && nearest.row.isOperators);
  const [known, shared] = [isOwn ? nearest.match.suffix : undefined, sharedPlatformSuffix(host)];
  return (known?.length ?? 0) >= (shared?.length ?? 0) ? known : shared;
};

/**
 * True for a platform's own name and all names below it: a customer's, or the platform's for its customers. The
 * registrar of its domain is never notified of it, and a mailbox under that domain is not the suspect's.
 */
export const isPlatformsOwn = (host: string, settings: Settings): boolean =>
  platformsPart(host, settings) !== undefined;

/**
 * The customer's own name: `bad.github.io` at a platform, `evil.example` for `a.evil.example`. None for an
 * address, or for a name that customers share by their paths, like `sites.google.com` or `www.dropbox.com`.
 */
export const customerOf = (host: string, settings: Settings): string | undefined => {
  if (readAddress(host) !== undefined) return undefined;
  const part = platformsPart(host, settings);
  if (part === undefined) return boughtName(host);
  const label =
    host === part
      ? ""
      : (host
          .slice(0, -part.length - 1)
          .split(".")
          .at(-1) ?? "");
  return label === "" || label === "www" ? undefined : `${label}.${part}`;
};
