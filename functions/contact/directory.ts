import type { Candidate, ContactForm, SourceFailure } from "../case/candidate.ts";
import type { Instant } from "../kernel/instant.ts";
import type { DirectoryEntry, Settings } from "../kernel/settings.ts";
import { covers, readRange } from "./range.ts";

/** A reverse proxy stands in front of hosts that it does not host. Checked 2026-07; `mail`: whether its abuse mailbox acts on mail. */
export type Proxy = { readonly name: string; readonly asns: readonly string[]; readonly form: string };

/** Cloudflare: mail to it is generally not acted on; its form reaches the host and the site's owner. */
export const proxies: readonly Proxy[] = [{ name: "Cloudflare", asns: ["AS13335"], form: "https://www.cloudflare.com/trust-hub/reporting-abuse/" }];

/** Names below which strangers publish; the platform answers for them, not whoever holds the address. The operator's directory says where. */
export const platforms: readonly { readonly suffix: string; readonly name: string }[] = [
  { suffix: "github.io", name: "GitHub Pages" },
  { suffix: "web.app", name: "Firebase Hosting" },
  { suffix: "netlify.app", name: "Netlify" },
  { suffix: "workers.dev", name: "Cloudflare Workers" },
  { suffix: "blob.core.windows.net", name: "Azure Blob Storage" },
];

const below = (host: string, suffix: string): boolean => host === suffix || host.endsWith(`.${suffix}`);

/** The platform that one of these names (the host and its aliases) belongs to. */
export const platformOf = (names: readonly string[]): (typeof platforms)[number] | undefined =>
  platforms.find(({ suffix }) => names.some((name) => below(name, suffix)));

export type DirectoryFinding = {
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  readonly proxy?: string;
  readonly country?: string;
  readonly namesPlatform: boolean;
};

/** What is known of a host: its names with aliases, its addresses, the systems that announce them. */
type Seen = { readonly names?: readonly string[]; readonly addresses?: readonly string[]; readonly origins?: readonly string[] };

const matches = (entry: DirectoryEntry, { names = [], addresses = [], origins = [] }: Seen): boolean =>
  entry.matches.some((written) => {
    if (/^AS\d+$/i.test(written)) return origins.includes(written.toUpperCase());
    const range = /^[0-9a-f:.]+(\/\d+)?$/i.test(written) ? readRange(written) : undefined;
    if (!range) return names.some((name) => below(name, written.toLowerCase()));
    return addresses.some((address) => {
      const one = readRange(address);
      return one !== undefined && covers(range, one);
    });
  });

/**
 * What the operator's own directory says of a host, by its names (with aliases), addresses and the systems that announce them. An expired entry is not
 * used and shows as a failure: an override that nobody checks becomes a wrong address.
 */
export const readDirectory = (settings: Settings, seen: Seen, now: Instant): DirectoryFinding => {
  const all = settings.directory.filter((entry) => matches(entry, seen));
  const expired = all.filter(({ expires }) => expires !== undefined && expires < now.slice(0, 10));
  const entries = all.filter((entry) => !expired.includes(entry));
  const usable = entries.filter(({ kind, email }) => email !== undefined && (kind === "contact" || kind === "proxy"));
  const country = entries.find((entry) => entry.country)?.country;
  const proxy = entries.find(({ kind }) => kind === "proxy")?.name;
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
    namesPlatform: entries.some(({ scope }) => scope === "platform"),
  };
};

/** Mailboxes that must not be written to: the settings' own list, and the directory's opted-out entries. */
export const optedOut = (settings: Settings): ReadonlySet<string> =>
  new Set(
    [...settings.optedOut, ...settings.directory.flatMap(({ kind, email }) => (kind === "opted-out" && email ? [email] : []))].map((email) =>
      email.toLowerCase(),
    ),
  );

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
