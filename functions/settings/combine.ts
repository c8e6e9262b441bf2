import { hash } from "node:crypto";
import { listedRows } from "../contact/provider-rows.ts";
import { readDeskMatch } from "../kernel/desk-match.ts";
import type { CurrentSettings, Inhibition } from "../kernel/in-force.ts";
import { earlier, type Instant, plusHours } from "../kernel/instant.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import type { CountryRow, DirectoryEntry, Reporter, Settings } from "../kernel/settings.ts";
import { type ContentOf, type RowContent, type RowKind, recipientsOf, type SettingsRow, stands } from "./row.ts";

/** Where the table and the stage's file differ, or a row says nothing any more. */
export type Contradiction = { readonly row: string; readonly subject: string; readonly says: string };

/** Both hold, and where they differ the stricter. Contradictions: of one provider, reporter or country. */
export type Combined = { readonly settings: CurrentSettings; readonly contradictions: readonly Contradiction[] };

/** As long as an inhibition or a slow escalation path lasts at most: clocks that rested by it. */
const remembersDays = 60;

type RowOf<Kind extends RowKind> = Extract<SettingsRow, { readonly kind: Kind }>;
const of = <Kind extends RowKind>(rows: readonly SettingsRow[], kind: Kind): readonly RowOf<Kind>[] =>
  rows.filter((row): row is RowOf<Kind> => row.kind === kind);

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const fileEntry = ({ directory }: Settings, name: string): DirectoryEntry | undefined =>
  directory.find((entry) => sameName(entry.name, name));
const fileCountry = ({ countries }: Settings, country: string): CountryRow | undefined =>
  countries.find((row) => sameName(row.country, country));

const hashed = (said: unknown): string => (said === undefined ? "" : hash("sha256", JSON.stringify(said)).slice(0, 16));

/** A hash of what the stage's file says of the same, noted when a row is recorded. */
export const overOf = (content: RowContent, stage: Settings): string | undefined => {
  if (content.kind === "provider") return hashed(fileEntry(stage, content.value.name));
  return content.kind === "country" ? hashed(fileCountry(stage, content.value.country)) : undefined;
};

const saysElse =
  "the stage's file says something else of it since the row was recorded, and holds; " +
  "record the row anew, or end it";

/** How little mail an entry lets through, the least first. */
const mailRank = ({ kind, mail, email }: DirectoryEntry): number =>
  kind === "opted-out" ? 0 : kind === "form-only" || mail === "unread" ? 1 : email === undefined ? 2 : 3;

/** The one that lets less mail through; of two alike the table's, unless the file has changed since. */
const ofTwo = (
  row: RowOf<"provider">,
  inFile: DirectoryEntry,
): { readonly entry: DirectoryEntry; readonly says?: string } => {
  const [ours, files] = [mailRank(row.value), mailRank(inFile)];
  // An opt-out holds for all that either of the two names.
  const matches = [...new Set([...row.value.matches, ...inFile.matches])];
  if (ours < files || (ours === 0 && files === 0)) return { entry: { ...row.value, matches } };
  const changedSince = hashed(inFile) !== (row.over ?? "");
  if (files < ours)
    return {
      entry: { ...inFile, matches },
      says: "the stage's file lets less mail go to it, and holds; end the row, or change the file",
    };
  return changedSince
    ? {
        entry: inFile,
        says: saysElse,
      }
    : { entry: row.value };
};

const directoryOf = (stage: Settings, rows: readonly RowOf<"provider">[]) => {
  const contradictions: Contradiction[] = [];
  const taken = rows.map((row) => {
    const inFile = fileEntry(stage, row.value.name);
    if (!inFile) return row.value;
    const { entry, says } = ofTwo(row, inFile);
    if (says !== undefined) contradictions.push({ row: row.id, subject: row.value.name, says });
    return entry;
  });
  const others = stage.directory.filter(({ name }) => !taken.some((entry) => sameName(entry.name, name)));
  return { directory: rows.length === 0 ? stage.directory : [...taken, ...others], contradictions };
};

const both = (one: readonly string[], other: readonly string[] | undefined): string[] =>
  other === undefined ? [...one] : one.filter((entry) => other.includes(entry));

/** Limits and rights: the lower. People, who may not clear what their side reported: all. */
const narrowed = (reporter: Reporter, said: ContentOf<"reporter">): Reporter => ({
  ...reporter,
  ...(said.organisation !== undefined && { organisation: said.organisation }),
  ...(said.contact !== undefined && { contact: said.contact }),
  reportsAMinute: Math.min(reporter.reportsAMinute, said.reportsAMinute ?? reporter.reportsAMinute),
  liveIn: both(reporter.liveIn, said.liveIn),
  trustedFlagger: both(reporter.trustedFlagger, said.trustedFlagger),
  ...(said.checks !== undefined && { checks: said.checks }),
  people: [...new Set([...reporter.people, ...(said.people ?? [])])],
  ...(said.senders !== undefined &&
    reporter.through === undefined && {
      senders: reporter.senders ? both(reporter.senders, said.senders) : said.senders,
    }),
});

const reportersOf = (stage: Settings, rows: readonly RowOf<"reporter">[]) => {
  const contradictions: Contradiction[] = [];
  const known = stage.reporters.map((reporter) =>
    rows
      .filter(({ value }) => reporterOf([reporter], value.id) !== undefined)
      .reduce((current, row) => {
        const raises = (row.value.reportsAMinute ?? 0) > reporter.reportsAMinute;
        if (raises)
          contradictions.push({
            row: row.id,
            subject: reporter.id,
            says: `the stage's file lets in ${reporter.reportsAMinute} reports a minute, which is less, and holds`,
          });
        return narrowed(current, row.value);
      }, reporter),
  );
  const added = rows.flatMap(({ id: row, value }): readonly Reporter[] => {
    if (reporterOf(stage.reporters, value.id)) return [];
    const { id, organisation, contact, senders, through } = value;
    if (organisation === undefined || contact === undefined) {
      contradictions.push({ row, subject: id, says: "the stage's file has no such reporter any more; end the row" });
      return [];
    }
    const { trustedFlagger = [], people = [], liveIn = [], reportsAMinute = 300, checks } = value;
    const speaks = { ...(senders && { senders }), ...(through !== undefined && { through }) };
    const looks = checks === undefined ? {} : { checks };
    return [{ id, organisation, contact, trustedFlagger, people, liveIn, reportsAMinute, ...speaks, ...looks }];
  });
  return { reporters: rows.length === 0 ? stage.reporters : [...known, ...added], contradictions };
};

const countriesOf = (stage: Settings, rows: readonly RowOf<"country">[]) => {
  const contradictions: Contradiction[] = [];
  const others = stage.countries.filter(({ country }) => !rows.some((row) => sameName(row.value.country, country)));
  const taken = rows.map((row): CountryRow => {
    const inFile = fileCountry(stage, row.value.country);
    if (!inFile || hashed(inFile) === (row.over ?? "")) return { ...inFile, ...row.value };
    contradictions.push({
      row: row.id,
      subject: row.value.country,
      says: saysElse,
    });
    // What the file says nothing of is no contradiction.
    return { ...row.value, ...inFile };
  });
  return { countries: rows.length === 0 ? stage.countries : [...taken, ...others], contradictions };
};

const inhibitionsOf = (rows: readonly RowOf<"inhibition">[], now: Instant): readonly Inhibition[] =>
  rows.flatMap(({ value, since, until = since, ended }) => {
    const over = ended ? earlier(ended.at, until) : until;
    if (over <= since || over < plusHours(now, -24 * remembersDays)) return [];
    const about = "desk" in value ? { desk: readDeskMatch(value.desk) } : { category: value.category };
    return [{ about, since, until: over, planned: until }];
  });

const overAt = ({ ended, until }: SettingsRow, now: Instant): Instant | undefined =>
  ended?.at ?? (until !== undefined && until <= now ? until : undefined);

/** Mailboxes of rows that are over, where nothing names them today. */
const endedDesksOf = (rows: readonly SettingsRow[], today: Settings, now: Instant): ReadonlyMap<string, Instant> => {
  const over = new Map<string, Instant>();
  for (const row of rows) {
    const at = overAt(row, now);
    if (at !== undefined) for (const [, email] of recipientsOf(row)) over.set(email.toLowerCase(), at);
  }
  if (over.size === 0) return over;
  const named = [
    ...today.directory.map(({ email }) => email),
    ...listedRows().map(({ entry: { email } }) => email),
    ...today.countries.flatMap(({ hotline, cert }) => [hotline?.email, cert?.email]),
  ];
  for (const email of named) if (email !== undefined) over.delete(email.toLowerCase());
  return over;
};

/**
 * The settings in force: the stage's file and the rows that stand. Lets more through than the file only by rows
 * that two persons recorded. Pure; the same object where there are no rows.
 */
export const combine = (stage: Settings, rows: readonly SettingsRow[], now: Instant): Combined => {
  if (rows.length === 0) return { settings: stage, contradictions: [] };
  const standing = rows.filter((row) => stands(row, now));
  const { directory, contradictions: ofProviders } = directoryOf(stage, of(standing, "provider"));
  const { reporters, contradictions: ofReporters } = reportersOf(stage, of(standing, "reporter"));
  const { countries, contradictions: ofCountries } = countriesOf(stage, of(standing, "country"));
  const together: Settings = {
    ...stage,
    optedOut: [...new Set([...stage.optedOut, ...of(standing, "opt-out").map(({ value }) => value.desk)])],
    protectedDomains: [
      ...new Set([...stage.protectedDomains, ...of(standing, "protected").map(({ value }) => value.domain)]),
    ],
    directory,
    reporters,
    countries,
  };
  return {
    settings: {
      ...together,
      inhibitions: inhibitionsOf(of(rows, "inhibition"), now),
      endedDesks: endedDesksOf(rows, together, now),
      reasons: savedReasons(rows, now),
      standingAnswers: of(standing, "standing-answer").flatMap(({ id, value, by, why, until }) =>
        until === undefined ? [] : [{ row: id, ...value, by, why, until }],
      ),
      sessionEnds: of(standing, "session-end").map(({ value, since }) => ({ person: value.person, upTo: since })),
    },
    contradictions: [...ofProviders, ...ofReporters, ...ofCountries],
  };
};

export const savedReasons = (rows: readonly SettingsRow[], now: Instant): readonly ContentOf<"reason">[] =>
  of(rows, "reason")
    .filter((row) => stands(row, now))
    .map(({ value }) => value)
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
