import type { Candidate, ContactForm, SourceFailure } from "../case/candidate.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { standsOf } from "../kernel/platform-kinds.ts";
import { nationalScopes } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { domainsOf, type Provider } from "./at-platform.ts";
import { nobodyWrites } from "./desk-memory.ts";
import { type DeskToTell, deskOf, deskToTell, isInFront, nearestOf } from "./platforms.ts";
import { foundFor, type Match, rowsOfDesks, rowsOfRegistrar, type SeenHost } from "./provider-matches.ts";
import { countriesOf, hasExpired, type ProviderRow } from "./provider-rows.ts";

export type DirectoryFinding = {
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  readonly proxy?: InFront;
  /** Where it operates, the first before the others; none if the row says nothing of it. */
  readonly countries: readonly string[];
  /** The platform that one of the names, or the addresses, belong to. */
  readonly platform?: Provider;
};

/** A proxy or CDN in front. `bySystem`: only the system that announces the addresses says so. */
export type InFront = Pick<Provider, "name" | "domains"> & { readonly bySystem: boolean };

/**
 * What is known of a host, and the desks that registries name for its networks or domain: a row may be about
 * them. `registrarNames`: where they name its registrar without a desk. `named` confirm a row's mailbox.
 */
type Seen = SeenHost & {
  readonly desks?: readonly string[];
  readonly registrars?: readonly string[];
  readonly registrarNames?: readonly string[];
  readonly named?: readonly string[];
};

type About = { readonly row: ProviderRow; readonly match?: Match };

const isDeskAlone = ({ kind }: ProviderRow): boolean => kind === undefined || kind === "registrar";

/** Rows of the host or a desk of it; of providers at whose names or addresses it stands only the nearest. */
const rowsAbout = (settings: Settings, seen: Seen): readonly About[] => {
  const found = foundFor(seen, settings);
  const nearest = nearestOf(found);
  const ofHost = found.filter(({ row }) => row === nearest?.row || isDeskAlone(row));
  // Many registrars also host: the desk of a network does not say whose domain it is.
  const ofNetwork = rowsOfDesks(seen.desks ?? [], settings).filter(
    ({ kind, isOperators }) => kind !== "registrar" || isOperators,
  );
  const ofRegistrar = [
    ...rowsOfDesks(seen.registrars ?? [], settings),
    ...rowsOfRegistrar(seen.registrarNames ?? [], settings),
  ];
  const ofDesks = [...new Set([...ofNetwork, ...ofRegistrar])];
  return [...ofHost, ...ofDesks.filter((row) => !ofHost.some((one) => one.row === row)).map((row): About => ({ row }))];
};

const partOf = ({ row, match }: About): "host" | "front" | "name" | "desk" => {
  if (row.kind === undefined || match === undefined) return "desk";
  if (isInFront(row.kind, match.by)) return "front";
  return standsOf(row.kind) === "name" ? "name" : "host";
};

const countriesAt = (found: About): readonly string[] =>
  found.row.isOperators || partOf(found) === "host" ? countriesOf(found.row.entry) : [];

const providerOf = (row: ProviderRow, now: Instant): Provider => ({
  name: row.entry.name,
  domains: domainsOf(row),
  hasDesk: deskOf(row, now)?.countsAlone === true,
  hasForm: row.entry.form !== undefined && row.mail !== "never",
  isOptedOut: row.mail === "never",
  takesNoMail: row.mail === "never" || (row.mail === "unread" && !hasExpired(row, now)),
});

const candidateOf = (found: About, named: readonly string[], now: Instant): Candidate | undefined => {
  const { entry, isOperators, lines } = found.row;
  const desk = deskOf(found.row, now);
  if (!desk) return undefined;
  const told = deskToTell(desk, named);
  const part = partOf(found);
  return {
    email: told.email,
    scope: part === "host" ? "platform" : entry.scope,
    name: entry.name,
    source: "directory",
    range: isOperators
      ? entry.matches.join(", ")
      : (found.match?.suffix ?? (lines.length === 1 ? entry.matches.join(", ") : entry.name)),
    confidence: part === "front" && told.confidence !== "guess" ? "low" : told.confidence,
    isInFront: part === "front" ? true : undefined,
    country: countriesAt(found)[0],
    language: entry.language,
    isLittleKnown: told.confidence === "guess" && !hasExpired(found.row, now) ? true : undefined,
    remarks: remarksOn(found, told, now),
  };
};

const remarksOn = (found: About, told: DeskToTell, now: Instant): readonly string[] => {
  const { entry, isOperators, kind } = found.row;
  const part = partOf(found);
  return [
    part === "front"
      ? standsBefore
      : isOperators
        ? "From our own directory."
        : `From our list of providers, read on ${entry.read}.`,
    ...(told.confirmedBy && !isSameMailbox(told.confirmedBy, told.email)
      ? [`${told.confirmedBy} is named by another source.`]
      : []),
    ...(part === "name" && kind === "dynamic-dns"
      ? ["It lends out the name, and can take that back wherever the host stands."]
      : []),
    ...(told.confidence === "guess" ? [`${unconfirmed(found, now)} ${nobodyWrites}`] : []),
  ];
};

const standsBefore = "A reverse proxy: it stands in front of the host and does not host.";

const failure = (outcome: SourceFailure["outcome"], detail: string): SourceFailure => ({
  source: "directory",
  outcome,
  detail,
});

const unconfirmed = ({ row }: About, now: Instant): string => {
  const { name, email, expires } = row.entry;
  return hasExpired(row, now)
    ? `The entry for ${name} expired on ${expires} and was not used.`
    : `${email} of ${name} is known from one table or from memory alone, and no registry confirms it.`;
};

/**
 * What the operator's own directory says of a host, then what is known of providers. An expired or little known
 * mailbox is notified where a registry names the same mail domain, else it is a guess for a person: one that
 * nobody checks becomes a wrong one.
 */
export const readDirectory = (settings: Settings, seen: Seen, now: Instant): DirectoryFinding => {
  const found = rowsAbout(settings, seen);
  const told = found.map((one) => ({ one, candidate: candidateOf(one, seen.named ?? [], now) }));
  const ofHost = found.find((one) => partOf(one) === "host");
  const front = found.find((one) => partOf(one) === "front");
  return {
    candidates: told.flatMap(({ candidate }) => (candidate ? [candidate] : [])),
    forms: found.flatMap((one): readonly ContactForm[] => {
      const { form, name, scope, api } = one.row.entry;
      if (!form || one.row.mail === "never") return [];
      return [{ url: form, scope: partOf(one) === "host" ? "platform" : scope, name, api }];
    }),
    failures: [
      ...told
        .filter(({ one, candidate }) => (candidate ? candidate.confidence === "guess" : hasExpired(one.row, now)))
        .map(({ one }) => failure(hasExpired(one.row, now) ? "unreadable" : "none", unconfirmed(one, now))),
      ...found
        .filter(({ row }) => row.mail === "never")
        .map(({ row }) => failure("refused", `${row.entry.name} asked never to be written to.`)),
    ],
    countries: found.map(countriesAt).find((countries) => countries.length > 0) ?? [],
    proxy: front && {
      name: front.row.entry.name,
      domains: domainsOf(front.row),
      bySystem: front.match?.by === "system",
    },
    platform: ofHost && providerOf(ofHost.row, now),
  };
};

/** Hotline and CERT from the operator's country rows. */
export const nationalDesks = (settings: Settings, country: string | undefined): readonly Candidate[] => {
  const row = settings.countries.find((known) => known.country.toUpperCase() === country?.toUpperCase());
  if (!row) return [];
  return nationalScopes.flatMap((scope): readonly Candidate[] => {
    const desk = row[scope];
    if (!desk) return [];
    const { email, name } = desk;
    const country = row.country.toUpperCase();
    return [
      { email, scope, name, source: "directory", confidence: "high", country, language: row.language, remarks: [] },
    ];
  });
};
