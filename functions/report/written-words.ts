import type { WrittenField } from "./written-fields.ts";

/** Field names wherever a person writes a report or reads what is wrong with it. */
export const fieldNames: Readonly<Record<WrittenField, string>> = {
  address: "URL or host",
  category: "Category",
  reporter: "Reporter",
  seenAt: "Last seen",
  firstSeenAt: "First seen",
  explanation: "Explanation",
  detectedBy: "Source of detection",
  live: "Happening live",
  reportId: "Your reference",
  channel: "Seen on",
  domainIsMalicious: "Domain registered for the abuse",
  labels: "Labels",
  reproduce: "How to reproduce",
  imitates: "Brand or work",
  legitimateSite: "Legitimate site",
  rightNumber: "Registration number",
  classification: "Classification",
  source: "Evidence source",
  links: "Evidence links",
  service: "Service of the account",
  account: "Account name",
  peer: "Peer address",
  port: "Peer port",
  more: "Further evidence, as JSON",
};

/** A problem as a sentence apart from its field: `Last seen: this moment has not come yet.` */
export const sayProblem = ({ field, says }: { readonly field: WrittenField; readonly says: string }): string =>
  `${fieldNames[field]}: ${/^[A-Z][a-z]/.test(says) ? says.charAt(0).toLowerCase() + says.slice(1) : says}`;

const namesOfTargets: Readonly<Record<string, string>> = { "target.account": "an account", "target.peer": "a peer" };

/** The queue's words, with fields called as a person knows them. Pure. */
export const inFieldWords = (text: string): string =>
  text
    .replace(/\btarget\.(?:account|peer)\b(?!\.)/g, (path) => namesOfTargets[path] ?? path)
    .replace(
      /`(service|account)`|\bevidence\.([A-Za-z]+)|\b([a-z]+[A-Z][A-Za-z]*)\b/g,
      (all, ofAccount?: string, ofEvidence?: string, other?: string) => {
        const name = ofAccount ?? ofEvidence ?? other ?? "";
        const called = Object.entries(fieldNames).find(([field]) => field === name)?.[1];
        if (called !== undefined) return `“${called}”`;
        return ofEvidence === undefined ? all : `“${fieldNames.more}” (${name})`;
      },
    );

/** What to write where a schema alone refused it. */
export const fixOf: Partial<Readonly<Record<WrittenField, string>>> = {
  reporter: "Name who reports it.",
  seenAt: "Without a zone it is UTC, like 2026-11-24 10:00.",
  firstSeenAt: "Without a zone it is UTC, like 2026-11-24 10:00.",
  service: "Write its host, like t.me, or its name.",
  account: "Write its name there, like @name.",
  peer: "Write the IPv4 or IPv6 address that was seen.",
  port: "Write the number that was seen, from 1 to 65535.",
};
