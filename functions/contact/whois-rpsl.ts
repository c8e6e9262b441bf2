import type { Candidate, ContactForm } from "../case/candidate.ts";
import { pattern } from "../kernel/pattern.ts";
import { readRange } from "../kernel/range.ts";
import { isPlaceholderName, nationalWhois, nationalWhoisOf } from "./desks.ts";
import { holderKeys, isAssignment } from "./holder.ts";
import { bySize } from "./prefix.ts";
import { type FollowUp, nothing, type Reading } from "./reading.ts";
import { readRemarks, saysForm, unreadRemark } from "./remarks.ts";
import { addOfBlocks, addOfOthers, type Directory, deskBook, directoryOf, isRoute, technicalOf } from "./rpsl-desks.ts";
import { firstOf, headersIn, type Network, objectsIn, type RpslObject, valuesOf } from "./rpsl-objects.ts";
import { candidatesOf, countryCode, countryOfAddress, referralHost } from "./whois-text.ts";

const networkKinds = ["inetnum", "inet6num", "aut-num"];

const everything = /^(0\.0\.0\.0 - 255\.255\.255\.255|::\/0|0\.0\.0\.0\/0)$/;

/**
 * Reads RPSL text of RIPE, APNIC, AFRINIC, LACNIC, NIC.br and the registries that mirror them. In order: the `%
 * Abuse contact for` line of the smallest block, the path abuse-c → nic-hdl → abuse-mailbox or e-mail,
 * abuse-mailbox of whatever the block names (irt, organisation, roles), remarks on abuse, then the same of wider
 * blocks. A national registry's desk comes after the operator's abuse mailboxes, the operator's technical
 * mailboxes last.
 */
export const readRpsl = (text: string): Reading => {
  const objects = objectsIn(text);
  const refer = objects
    .flatMap((object) => valuesOf(object, "refer", "whois"))
    .map(referralHost)
    .find((host) => host !== undefined);
  const { networks, placeholders } = networksIn(objects);
  if (networks.length === 0 && (placeholders.length > 0 || refer)) {
    const holder = refer ?? regionalReferral(objects);
    return nothing("referral", { referral: holder });
  }
  const [smallest] = networks;
  const headers = headersIn(text)
    .filter(({ key }) => !placeholders.includes(key))
    .sort(bySize);
  const directory = directoryOf(objects);
  const book = deskBook({ objects, headers, networks });
  addOfBlocks(book, directory, networks, headers);
  addOfOthers(book, objects, networks);

  const facts = { range: smallest?.key, country: countryCode(firstOf(smallest?.object, "country")) };
  const desks = candidatesOf(
    [...book.found, ...book.late, ...technicalOf(book, directory, smallest)],
    "network",
    facts,
  );
  const { forms, isUnread } = formsOf(directory, smallest);
  const candidates = isUnread ? desks.map(asUnread) : desks;
  const national = nationalReferral(
    objects,
    book.late.map(({ email }) => email),
  );
  return {
    ...facts,
    outcome: candidates.length > 0 || forms.length > 0 ? "found" : refer ? "referral" : "none",
    candidates,
    forms,
    followUps: book.found.length > 0 || !smallest ? [] : handlesToAsk(directory, smallest),
    origins: originsOf(objects, smallest),
    holders: holdersOf(directory, smallest),
    isAssigned: isAssignment(firstOf(smallest?.object, "status")),
    seats: seatsOf(directory, smallest),
    referral: refer ?? national,
  };
};

/** The blocks of an answer, the smallest first, and the keys of placeholders. */
const networksIn = (
  objects: readonly RpslObject[],
): { readonly networks: readonly Network[]; readonly placeholders: readonly string[] } => {
  const all = objects
    .filter(({ kind }) => networkKinds.includes(kind))
    .map((object): Network => {
      const key = object.attributes[0]?.value ?? "";
      return { object, key, range: readRange(key) };
    });
  const networks = all.filter((network) => !isPlaceholder(network)).sort(bySize);
  return { networks, placeholders: all.filter(isPlaceholder).map(({ key }) => key) };
};

const isPlaceholder = ({ key, object }: Network): boolean =>
  everything.test(key) ||
  isPlaceholderName(firstOf(object, "netname") ?? "") ||
  /^(not allocated|unallocated)/i.test(firstOf(object, "status") ?? "");

/** Forms of the block or of who answers for it, and whether they say that mail is not read. */
const formsOf = (
  { named }: Directory,
  smallest: Network | undefined,
): { readonly forms: readonly ContactForm[]; readonly isUnread: boolean } => {
  const block = [smallest?.object];
  const beside = [...block, ...named(block, "abuse-c", "mnt-irt", "org", "tech-c", "admin-c")];
  const told = readRemarks(beside.flatMap((object) => valuesOf(object, "remarks", "descr")));
  return { forms: told.forms.map((url): ContactForm => ({ url, scope: "network" })), isUnread: saysForm(told) };
};

const asUnread = (candidate: Candidate): Candidate => ({
  ...candidate,
  confidence: candidate.confidence === "guess" ? "guess" : "low",
  remarks: [...candidate.remarks, unreadRemark],
});

const holdersOf = ({ named }: Directory, smallest: Network | undefined): Reading["holders"] =>
  holderKeys([
    ...valuesOf(smallest?.object, "owner", "ownerid"),
    ...named([smallest?.object], "org").flatMap((object) => valuesOf(object, "organisation", "org-name")),
  ]);

const seatsOf = ({ named }: Directory, smallest: Network | undefined): readonly string[] => {
  const seats = named([smallest?.object], "org", "abuse-c", "mnt-irt").flatMap(
    (object) =>
      countryCode(firstOf(object, "country")) ?? countryOfAddress(valuesOf(object, "address").at(-1) ?? "") ?? [],
  );
  return [...new Set(seats)];
};

const originsOf = (objects: readonly RpslObject[], smallest: Network | undefined): readonly string[] => {
  const written = [
    ...objects.filter(isRoute).flatMap((object) => valuesOf(object, "origin")),
    ...valuesOf(smallest?.object, "aut-num", "origin"),
  ];
  return [...new Set(written.filter((origin) => /^AS\d{1,10}$/i.test(origin)))];
};

/** Handles that the block names but the answer lacks. */
const handlesToAsk = ({ has }: Directory, { object }: Network): readonly FollowUp[] => {
  const abuse = valuesOf(object, "abuse-c", "mnt-irt");
  const handles = [...new Set(valuesOf(object, "abuse-c", "mnt-irt", "tech-c", "admin-c"))].filter(
    (handle) => !has(handle),
  );
  return handles.slice(0, 3).map((handle) => ({ handle, abuse: abuse.includes(handle) }));
};

const referrals = pattern("gi", [
  "transferred to the (arin|ripe|apnic|lacnic|afrinic)( ncc)? region",
  "\\bwhois\\.(arin|ripe|apnic|lacnic|afrinic)\\.net\\b",
]);

/** The one regional registry in a placeholder: `Transferred to the RIPE region`, `whois.arin.net`. */
const regionalReferral = (objects: readonly RpslObject[]): string | undefined => {
  const text = objects.flatMap((object) => valuesOf(object, "remarks", "descr")).join(" ");
  const named = [...text.matchAll(referrals)];
  const [only, ...others] = new Set(named.map((match) => (match[1] ?? match[3] ?? "").toLowerCase()));
  return only && others.length === 0 ? `whois.${only}.net` : undefined;
};

/** Which national registry knows more: the one that APNIC's objects name, or whose own mailbox is given. */
const nationalReferral = (objects: readonly RpslObject[], desks: readonly string[]): string | undefined => {
  const text = objects.flatMap((object) => valuesOf(object, "remarks", "descr")).join(" ");
  const named = [...nationalWhois].find((host) => new RegExp(`\\b${host.replaceAll(".", "\\.")}\\b`, "i").test(text));
  const names = objects.flatMap((object) =>
    valuesOf(object, "netname", "mnt-by", "mnt-irt", "mnt-lower", "irt", "source", "changed"),
  );
  return named ?? nationalWhoisOf(desks, names);
};
