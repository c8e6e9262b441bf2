import type { Candidate, ContactForm, SourceFailure } from "../case/candidate.ts";
import type { DeskRule } from "../case/desk-rules.ts";
import { isBelow, namesMailbox, readDeskMatch } from "../kernel/desk-match.ts";
import type { Instant } from "../kernel/instant.ts";
import { holds } from "../kernel/range.ts";
import type { DirectoryEntry, Settings } from "../kernel/settings.ts";
import { knownProviders } from "./known-providers.ts";

/** A reverse proxy stands in front of hosts that it does not host. Where it takes reports is in `known-providers.ts`. */
export const proxies: readonly { readonly name: string; readonly asns: readonly string[] }[] = [{ name: "Cloudflare", asns: ["AS13335"] }];

/** Names below which strangers publish; the platform answers for them, not whoever holds the address. The operator's directory says where. */
export const platforms: readonly { readonly suffix: string; readonly name: string }[] = [
  { suffix: "github.io", name: "GitHub Pages" },
  { suffix: "web.app", name: "Firebase Hosting" },
  { suffix: "netlify.app", name: "Netlify" },
  { suffix: "workers.dev", name: "Cloudflare Workers" },
  { suffix: "blob.core.windows.net", name: "Azure Blob Storage" },
];

/** The platform that one of these names (the host and its aliases) belongs to. */
export const platformOf = (names: readonly string[]): (typeof platforms)[number] | undefined =>
  platforms.find(({ suffix }) => names.some((name) => isBelow(name, suffix)));

export type DirectoryFinding = {
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  readonly proxy?: string;
  readonly country?: string;
  /** The platform that one of the names belongs to, where the directory says where it takes reports. */
  readonly platform?: string;
};

/** What is known of a host: its names with aliases, its addresses, the systems that announce them, and the desks that registries name. */
type Seen = {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  readonly origins?: readonly string[];
  readonly desks?: readonly string[];
};

const matches = (entry: DirectoryEntry, { names = [], addresses = [], origins = [], desks = [] }: Seen): boolean =>
  entry.matches.map(readDeskMatch).some((match) => {
    switch (match.kind) {
      case "mailbox":
      case "mail-domain":
        return desks.some((email) => namesMailbox(match, email));
      case "system":
        return origins.includes(match.asn);
      case "name":
        return names.some((name) => isBelow(name, match.name));
      case "range":
        return addresses.some((address) => holds(match.range, address));
      default:
        return match satisfies never;
    }
  });

/** The operator's directory, and behind it what is known of providers whom it does not name. */
const entriesOf = ({ directory }: Settings): readonly DirectoryEntry[] => {
  const named = new Set(directory.map(({ name }) => name.toLowerCase()));
  return [...directory, ...knownProviders.filter(({ name }) => !named.has(name.toLowerCase()))];
};

/** Nobody's wish to be left alone runs out. */
const hasExpired = ({ kind, expires }: DirectoryEntry, now: Instant): boolean => kind !== "opted-out" && expires !== undefined && expires < now.slice(0, 10);

export type ExpiredEntry = { readonly name: string; readonly expires: string };

/** Entries that are not used any more until somebody has looked at them again: on-call is told of them. */
export const expiredEntries = (settings: Settings, now: Instant): readonly ExpiredEntry[] =>
  entriesOf(settings).flatMap((entry) => (hasExpired(entry, now) && entry.expires ? [{ name: entry.name, expires: entry.expires }] : []));

/** What the operator, and what is known of providers, says of desks that take no mail: who opted out, and who has a form alone. */
export const deskRulesOf = (settings: Settings): readonly DeskRule[] => [
  { kind: "opted-out", who: settings.optedOut.map(readDeskMatch), scope: "network" },
  ...entriesOf(settings).flatMap(({ kind, matches: lines, email, scope, name, form, expires }): readonly DeskRule[] => {
    const who = [...lines, ...(kind === "opted-out" && email ? [email] : [])].map(readDeskMatch);
    if (kind === "opted-out") return [{ kind, who, scope, name }];
    return kind === "form-only" ? [{ kind, who, scope, name, ...(form && { form }), ...(expires && { expires }) }] : [];
  }),
];

/**
 * What the operator's own directory says of a host, and behind it what is known of providers. An expired entry is not used
 * and shows as a failure: an override that nobody checks becomes a wrong address.
 */
export const readDirectory = (settings: Settings, seen: Seen, now: Instant): DirectoryFinding => {
  const all = entriesOf(settings).filter((entry) => matches(entry, seen));
  const expired = all.filter((entry) => hasExpired(entry, now));
  const entries = all.filter((entry) => !expired.includes(entry));
  const usable = entries.filter(({ kind, email }) => email !== undefined && (kind === "contact" || kind === "proxy"));
  const country = entries.find((entry) => entry.country)?.country;
  const proxy = entries.find(({ kind }) => kind === "proxy")?.name;
  const platform = entries.find(({ scope }) => scope === "platform")?.name;
  return {
    candidates: usable.map(
      (entry): Candidate => ({
        email: entry.email ?? "",
        scope: entry.scope,
        name: entry.name,
        source: "directory",
        range: entry.matches.join(", "),
        confidence: entry.kind === "proxy" ? "low" : "high",
        ...(entry.country ? { country: entry.country } : {}),
        ...(entry.language ? { language: entry.language } : {}),
        remarks: [entry.kind === "proxy" ? "A reverse proxy: it stands in front of the host and does not host." : "From our own directory."],
      }),
    ),
    forms: entries.flatMap((entry): readonly ContactForm[] => (entry.form ? [{ url: entry.form, scope: entry.scope, name: entry.name }] : [])),
    failures: [
      ...expired.map(
        (entry): SourceFailure => ({
          source: "directory",
          outcome: "unreadable",
          detail: `The entry for ${entry.name} expired on ${entry.expires} and was not used.`,
        }),
      ),
      ...entries
        .filter(({ kind }) => kind === "opted-out")
        .map((entry): SourceFailure => ({ source: "directory", outcome: "refused", detail: `${entry.name} asked never to be written to.` })),
    ],
    ...(proxy ? { proxy } : {}),
    ...(country ? { country } : {}),
    ...(platform ? { platform } : {}),
  };
};

/** Hotline and CERT of the hosting country, from the operator's country rows. */
export const nationalDesks = (settings: Settings, country: string | undefined): readonly Candidate[] => {
  const row = settings.countries.find((known) => known.country.toUpperCase() === country?.toUpperCase());
  if (!row) return [];
  const desk = (scope: "hotline" | "cert", entry: { readonly name: string; readonly email: string } | undefined): readonly Candidate[] =>
    entry
      ? [
          {
            email: entry.email,
            scope,
            name: entry.name,
            source: "directory",
            confidence: "high",
            country: row.country.toUpperCase(),
            ...(row.language ? { language: row.language } : {}),
            remarks: [],
          },
        ]
      : [];
  return [...desk("hotline", row.hotline), ...desk("cert", row.cert)];
};
