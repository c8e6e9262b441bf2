import type { WrittenField } from "./written.ts";

/** What each field is called wherever a person writes a report or reads what is wrong with it. */
export const fieldNames: Readonly<Record<WrittenField, string>> = {
  address: "Where it is",
  category: "What it is",
  reporter: "Who reports it",
  seenAt: "Last seen",
  firstSeenAt: "First seen",
  explanation: "Why it is that",
  detectedBy: "Found by",
  live: "It happens right now",
  reportId: "Your own number for it",
  channel: "Seen on",
  domainIsMalicious: "The domain was registered for the abuse",
  reproduce: "How to see it where it hides",
  imitates: "The brand or work",
  legitimateSite: "The rightful site",
  rightNumber: "Registered as",
  classification: "Classification",
  source: "Known from",
  service: "Of an account: the service",
  account: "Of an account: its name there",
  peer: "Of a peer: its address",
  port: "Of a peer: its port",
  more: "Further evidence, as JSON",
};

/** A problem as a sentence that stands apart from its field: `Last seen: this moment has not come yet.` */
export const sayProblem = ({ field, says }: { readonly field: WrittenField; readonly says: string }): string =>
  `${fieldNames[field]}: ${/^[A-Z][a-z]/.test(says) ? says.charAt(0).toLowerCase() + says.slice(1) : says}`;
