import { readRange } from "../kernel/range.ts";
import { abuseByName, abuseFirst, namesAbuse, widerBlock } from "./desks.ts";
import { holderKeys, isAssignment } from "./holder.ts";
import { plainName } from "./jcard.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { bySize } from "./prefix.ts";
import { nothing, type Reading } from "./reading.ts";
import { namedBeside, readRemarks, unansweredRemark } from "./remarks.ts";
import { candidatesOf, countryCode, type FoundInText, referralHost } from "./whois-text.ts";

type Block = ReturnType<typeof readBlock>;

/** Keys in lower case without closing colon, with their values. Comment lines are left out. */
const keyedLines = (text: string) =>
  text.split("\n").flatMap((line) => {
    if (line.length > 4000 || /^[%#;]/.test(line)) return [];
    const indent = line.length - line.trimStart().length;
    const [key = "", ...value] = line.split(":");
    return [{ key: key.trim().toLowerCase(), value: value.join(":").trim(), indent }];
  });

const readBlock = (text: string) => {
  const written = keyedLines(text);
  // An indented line continues the value above, which is the holder's: a comment, a name, a street.
  const indent = written.find(({ key }) => key === "netrange" || key === "asnumber")?.indent ?? 0;
  const lines = written.filter((line) => line.indent <= indent && line.value !== "");
  const all = (key: string) => lines.filter((line) => line.key === key.toLowerCase()).map(({ value }) => value);
  const mails = (...keys: readonly string[]) =>
    keys.flatMap((key) => all(key)).flatMap((value) => mailboxesIn(value).map(({ email }) => email));
  const [asn] = all("ASNumber");
  const rangeText = all("NetRange")[0] ?? (asn && `AS${asn.replace(/^AS/i, "")}`);
  return {
    rangeText,
    range: rangeText ? readRange(rangeText) : undefined,
    netType: all("NetType")[0] ?? "",
    organisation: all("OrgId")[0]?.toUpperCase() ?? "",
    name: plainName(all("OrgName")[0] ?? all("CustName")[0] ?? "") || undefined,
    country: countryCode(all("Country")[0]),
    own: abuseFirst(mails("RAbuseEmail")),
    organisations: abuseFirst(mails("OrgAbuseEmail")),
    remarks: readRemarks(all("Comment")),
    technical: mails("RNOCEmail", "OrgNOCEmail", "RTechEmail", "OrgTechEmail"),
    referral: all("ReferralServer")[0],
    origins: all("OriginAS")
      .flatMap((value) => value.split(/[,\s]+/))
      .filter((asn) => /^AS\d+$/i.test(asn)),
  };
};

/** Desks noted for not answering ARIN's yearly question; a note by no mailbox is about all of the text. */
const unansweredIn = (text: string): ((email: string) => boolean) => {
  const noted = text.split(/\n[ \t]*\r?\n/).filter((paragraph) => readRemarks(paragraph.split("\n")).unanswered);
  const named = noted.map((paragraph) =>
    paragraph.split("\n").flatMap((line) => mailboxesIn(line).map(({ email }) => email.toLowerCase())),
  );
  const isAboutAll = named.some((emails) => emails.length === 0);
  const emails = new Set(named.flat());
  return (email) => isAboutAll || emails.has(email.toLowerCase());
};

const registries = ["RIPE", "APNIC", "LACNIC", "AFRINIC"];
const registryWhois = /^whois:\/\/whois\.(ripe|apnic|lacnic|afrinic)\.net/i;
/**
 * `Allocated to RIPE NCC`, `Transferred to AfriNIC`, `Early Registrations, Maintained by APNIC`:
 * ARIN's desk entries there are the other registry's.
 */
const isForeign = (block: Block): boolean =>
  /^(Allocated|Transferred|Early Registrations,? (Transferred|Maintained)) (to|by)/i.test(block.netType) ||
  registries.includes(block.organisation) ||
  (block.referral !== undefined && registryWhois.test(block.referral));

/** The smallest first. */
const blocksIn = (text: string): readonly Block[] => {
  const parts = /^# start/im.test(text)
    ? text.split(/^# start[^\n]*$/im).slice(1)
    : text.split(/^(?=(?:NetRange|ASNumber):)/im);
  return parts
    .map(readBlock)
    .filter((block) => block.rangeText !== undefined)
    .sort(bySize);
};

const referralIn = (sorted: readonly Block[]): string | undefined => {
  const [named] = sorted.flatMap(({ referral = "" }) => referralHost(referral) ?? []);
  const registry = registries.find((name) => name === sorted[0]?.organisation);
  return named ?? (registry && `whois.${registry.toLowerCase()}.net`);
};

/** Whom a block's fields name for abuse, and beside them its comment. */
const namedIn = (
  block: Block,
  isSmallest: boolean,
  isWider: boolean,
  isUnanswered: (email: string) => boolean,
): readonly FoundInText[] => {
  const { own, organisations, remarks, name } = block;
  const remark = isWider ? widerBlock : undefined;
  const confidence = isSmallest ? "high" : "medium";
  const ofOrganisation = own.length === 0 ? confidence : "medium";
  const fields = [
    ...own.map((email) => ({ email, confidence, remark, name }) as const),
    ...organisations.map((email) => ({ email, confidence: ofOrganisation, remark, name }) as const),
  ]
    .filter(({ email }) => !remarks.forbidden.includes(email.toLowerCase()))
    .map(
      (field): FoundInText =>
        isUnanswered(field.email) ? { ...field, confidence: "medium", remark: unansweredRemark } : field,
    );
  // A network's comment may contradict the field ("abuse issues to X ONLY"): it stands beside it, never in its place.
  const isNamed = (email: string) => fields.some((field) => field.email.toLowerCase() === email.toLowerCase());
  const only = remarks.only
    .filter((email) => !isNamed(email))
    .map(
      (email): FoundInText =>
        fields.length === 0
          ? { email, confidence, remark, name }
          : { email, confidence: "medium", remark: namedBeside, name, beside: true },
    );
  return [...fields, ...only];
};

/** Hints of a block whose fields name nobody for abuse. */
const hintedIn = ({ remarks, technical, name }: Block): readonly FoundInText[] => {
  const hinted = (emails: readonly string[], remark: string) =>
    emails.map((email): FoundInText => ({ email, confidence: "medium", remark, name }));
  return [
    ...hinted(remarks.emails, "Named for abuse in the registry's comments."),
    ...hinted(technical.filter(namesAbuse), abuseByName),
  ];
};

const technicalIn = ({ technical }: Block): readonly FoundInText[] =>
  technical.map((email) => ({
    email,
    confidence: "guess",
    remark: "Not an abuse desk: the block's technical contact.",
  }));

/**
 * Reads ARIN's text: the smallest block's RAbuse before its OrgAbuse, then a block around it; comments and
 * technical mailboxes only where nobody is named for abuse. Another registry's space is a referral and names
 * nobody. A list of networks without contacts gives the smallest one's handle to ask for.
 */
export const readArin = (text: string): Reading => {
  const blocks = blocksIn(text);
  const [smallest] = blocks;
  if (smallest === undefined) return readList(text);
  const facts = { range: smallest.rangeText, country: smallest.country };
  const home = blocks.filter((block) => !isForeign(block));
  if (home.length === 0) return nothing("referral", { ...facts, referral: referralIn(blocks) });
  const isUnanswered = unansweredIn(text);
  const found = home.flatMap((block, position) => {
    const isSmallest = block === smallest;
    const named = namedIn(block, isSmallest, position > 0 && !isSmallest, isUnanswered);
    return named.length > 0 ? named : hintedIn(block);
  });
  const candidates = candidatesOf(found.length > 0 ? found : home.flatMap(technicalIn), "network", facts);
  const forms = [...new Set(home.flatMap((block) => block.remarks.forms))].map(
    (url) => ({ url, scope: "network" }) as const,
  );
  return {
    ...facts,
    outcome: candidates.length > 0 || forms.length > 0 ? "found" : "none",
    candidates,
    forms,
    followUps: [],
    origins: [...new Set(home.flatMap((block) => block.origins))],
    holders: holderKeys([smallest.name]),
    // ARIN has a country for a block's holder, none for the block.
    seats: smallest.country ? [smallest.country] : [],
    isAssigned: isAssignment(smallest.netType),
  };
};

/** `Some Org NAME (NET-50-212-128-0-1) 50.212.128.0 - 50.212.191.255`, one a line, without contacts. */
const readList = (text: string): Reading => {
  const [smallest] = [
    ...text.matchAll(/\((NET6?-[0-9A-Za-z-]{1,60})\)[ \t]+([0-9A-Fa-f.:]{2,45} - [0-9A-Fa-f.:]{2,45})/g),
  ]
    .map(([, handle = "", written = ""]) => ({ handle, written, range: readRange(written) }))
    .filter(({ range }) => range !== undefined)
    .sort(bySize);
  return smallest
    ? nothing("none", { followUps: [{ handle: smallest.handle, abuse: false }], range: smallest.written })
    : nothing(/^No match found/im.test(text) ? "not-found" : "none");
};
