import { isWrittenField, type WrittenField } from "./written-fields.ts";
import { fieldNames } from "./written-words.ts";

/**
 * Headings by field, without signs and in small letters; a field's own name counts too. The explanation has no
 * other: what somebody noted for themselves must not be mailed to a host.
 */
const headings: Partial<Readonly<Record<WrittenField, readonly string[]>>> = {
  address: ["url", "link", "uri", "page", "target", "website", "host", "hostname", "domain", "fqdn", "ip", "ipaddress"],
  service: ["platform"],
  account: ["accountname", "profile", "username", "handle"],
  peer: ["peeraddress", "peerip"],
  port: ["peerport"],
  category: ["type", "abusetype", "reporttype", "kategorie", "categorie"],
  reportId: ["id", "reference", "ref", "filenumber", "casenumber", "number", "ticket", "externalid"],
  seenAt: ["lastseen", "lastseenat", "date", "datetime", "timestamp", "observed", "reportedat"],
  firstSeenAt: ["firstseen"],
  labels: ["label"],
  imitates: ["brand", "targetbrand", "impersonates"],
  legitimateSite: ["officialsite", "realsite"],
  rightNumber: ["trademark", "trademarknumber", "registrationnumber"],
  classification: ["grade", "classificationcode"],
  detectedBy: ["foundby"],
  links: ["evidencelinks"],
};

/** Without signs, in small letters. Words in any script are words ("explanation 内部" is none of ours). */
const bare = (heading: string): string =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
const fieldOfHeading: ReadonlyMap<string, WrittenField> = new Map(
  Object.entries(headings).flatMap(([field, names]) =>
    isWrittenField(field) ? names.map((name) => [name, field] as const) : [],
  ),
);
const ownNames = (name: string): WrittenField | undefined =>
  [
    ...new Set([
      "reporter",
      "explanation",
      "channel",
      "live",
      "domainIsMalicious",
      "reproduce",
      "source",
      "more",
      // A column of links may be what is reported, or anybody's: its heading says "evidence links".
      ...Object.keys(headings).filter((field) => field !== "links"),
    ]),
  ]
    .filter(isWrittenField)
    .find((field) => bare(field) === name);

/** The field of a column's heading or of a name in a message. */
export const fieldOf = (heading: string): WrittenField | undefined =>
  ownNames(bare(heading)) ?? fieldOfHeading.get(bare(heading));

/** Columns of SCART's export that say nothing of what is reported. One alone may be anybody's words. */
const scartsOwn: readonly string[] = ["firstntd", "status", "abuseemail", "country", "hoster", "registrar"];

/** Columns that nobody reads: whoever uploads the table is asked about them. */
export const leftOutOf = (
  heading: readonly string[],
  fields: readonly (WrittenField | undefined)[],
): readonly string[] => {
  const names = heading.map(bare);
  const isScarts = scartsOwn.every((name) => names.includes(name));
  return heading.filter(
    (name, at) => fields[at] === undefined && name.trim() !== "" && !(isScarts && scartsOwn.includes(names[at] ?? "")),
  );
};

/** Two columns of which one would be lost. A host may stand beside its page. */
export const sameColumns = (
  heading: readonly string[],
  fields: readonly (WrittenField | undefined)[],
): string | undefined => {
  const seen = new Map<string, string>();
  for (const [at, written] of heading.entries()) {
    const name = inOneLine(written);
    if (name === "") continue;
    const field = fields[at];
    const isHost = field === "address" && !isPage(name);
    const key = field === undefined || isHost ? `named ${name.toLowerCase()}` : `field ${field}`;
    const other = seen.get(key);
    if (other?.toLowerCase() === name.toLowerCase())
      return `Two columns are named “${name}”, and one would not be read. Take one out, or rename it.`;
    if (other !== undefined && field !== undefined)
      return `The columns “${other}” and “${name}” mean the same (${fieldNames[field]}). Take one out, or rename it.`;
    seen.set(key, name);
  }
  return undefined;
};

/** A page says more than its host or address, which have columns of their own. */
export const isPage = (heading: string): boolean => /^(url|link|uri|page)$/.test(bare(heading));

/** The chosen column alone is the explanation: one of that name is mailed no more. */
export const fieldsWith = (explanation: string, heading: readonly string[]): readonly (WrittenField | undefined)[] =>
  heading.map((name) => {
    if (inOneLine(name) === inOneLine(explanation)) return "explanation";
    const field = fieldOf(name);
    return field === "explanation" ? undefined : field;
  });

// A form changes the line breaks of what it sends again.
const inOneLine = (heading: string): string => heading.trim().replace(/\s+/g, " ");
