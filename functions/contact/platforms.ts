import type { Confidence } from "../case/candidate.ts";
import { readAddress } from "../kernel/address.ts";
import { domainOf, sharedPlatformSuffix } from "../kernel/domain.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import { type PlatformKind, standsOf } from "../kernel/platform-kinds.ts";
import type { DirectoryEntry, Settings } from "../kernel/settings.ts";
import { type Found, foundFor, type Match, type SeenHost } from "./provider-matches.ts";
import { countriesOf, hasExpired, type ProviderRow } from "./provider-rows.ts";
import { boughtName, soldDomain } from "./sold-names.ts";

/*
 * Where a platform ends and its customer begins, and where it takes reports. The border holds for every row for
 * ever; certainty and expiry are the desk's alone. A little known or expired desk is notified where a registry
 * names the same mail domain, a little known one also where this stage's notices prove it
 * (`contact/desk-memory.ts`).
 */

type Certainty = NonNullable<DirectoryEntry["certainty"]>;

export type PlatformDesk = {
  readonly email: string;
  readonly certainty: Certainty;
  /** The last day on which it counts by itself, like `2027-05-25`. */
  readonly expires?: string;
  readonly isExpired: boolean;
  /** Of high or medium certainty and not expired: notified alone. */
  readonly countsAlone: boolean;
};

export type Platform = {
  readonly name: string;
  readonly kind: PlatformKind;
  readonly matchedBy: Match["by"];
  /** The platform's part of a matched name. */
  readonly suffix?: string;
  readonly desk?: PlatformDesk;
  readonly form?: string;
  /** The interface by which it takes reports from programs. */
  readonly api?: string;
  /** Mail to its desks is not read, as far as is known and not expired. */
  readonly isFormOnly: boolean;
  readonly countries: readonly string[];
  readonly language?: string;
  /** What is said of its desk and form has expired. */
  readonly isExpired: boolean;
  readonly isOperators: boolean;
};

/** The nearest provider at whose names, addresses or system a host stands. Registrar rows mean desks only. */
export const nearestOf = (found: readonly Found[]): Found | undefined =>
  found.find(({ row }) => row.kind !== undefined && row.kind !== "registrar");

/** The provider of a host's name, addresses or system. Pure. */
export const platformOf = (seen: SeenHost, settings: Settings, now: Instant): Platform | undefined => {
  const found = nearestOf(foundFor(seen, settings));
  const kind = found?.row.kind;
  if (!found || !kind) return undefined;
  const { row, match } = found;
  const { name, form, api, language } = row.entry;
  const desk = deskOf(row, now);
  const isExpired = hasExpired(row, now);
  return {
    name,
    kind,
    matchedBy: match.by,
    ...(match.suffix && { suffix: match.suffix }),
    ...(desk && { desk }),
    ...(form && { form }),
    ...(api && { api }),
    isFormOnly: row.mail === "unread" && !isExpired,
    countries: countriesOf(row.entry),
    ...(language && { language }),
    isExpired,
    isOperators: row.isOperators,
  };
};

/** The mailbox of a row, if mail to it is read. */
export const deskOf = (row: ProviderRow, now: Instant): PlatformDesk | undefined => {
  const { email, certainty = "high", expires } = row.entry;
  if (email === undefined || row.mail !== "read") return undefined;
  const isExpired = hasExpired(row, now);
  return { email, certainty, ...(expires && { expires }), isExpired, countsAlone: certainty !== "low" && !isExpired };
};

const registeredFor = (email: string): string => domainOf(mailDomainOf(email));

/** The mailbox of another source that confirms a desk: the same, or one at the same registered domain. */
export const confirmation = ({ email }: Pick<PlatformDesk, "email">, named: readonly string[]): string | undefined =>
  named.find((other) => isSameMailbox(other, email)) ??
  named.find((other) => registeredFor(other) === registeredFor(email));

/** With what confidence a desk may be notified; nothing if it is little known or expired, and unconfirmed. */
export const deskToTell = (
  desk: PlatformDesk | undefined,
  named: readonly string[],
): { readonly email: string; readonly confidence: Confidence; readonly confirmedBy?: string } | undefined => {
  if (desk === undefined) return undefined;
  const { email, certainty, countsAlone } = desk;
  const confirmedBy = confirmation(desk, named);
  if (countsAlone) return { email, confidence: certainty, ...(confirmedBy && { confirmedBy }) };
  return confirmedBy === undefined ? undefined : { email, confidence: "medium", confirmedBy };
};

/** A proxy, or a CDN before names of others. A page under a CDN's own name is one at a platform. */
export const isInFront = (kind: PlatformKind, by: Platform["matchedBy"]): boolean =>
  standsOf(kind) === "front" && (kind === "proxy" || by !== "name");

/** The platform's own part of a host's name: the longest in a row or the suffix list's private part. */
const platformsPart = (host: string, settings: Settings): string | undefined => {
  if (readAddress(host) !== undefined) return undefined;
  const nearest = nearestOf(foundFor({ host }, settings));
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
