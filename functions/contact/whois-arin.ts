import { readRange, sizeOf } from "../kernel/range.ts";
import { abuseFirst, namesAbuse } from "./desks.ts";
import { holderKeys, isAssignment } from "./holder.ts";
import { plainName } from "./jcard.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { nothing, type Reading } from "./reading.ts";
import { namedBeside, readRemarks, unansweredRemark } from "./remarks.ts";
import { candidatesOf, countryCode, type FoundInText, keyedLines, referralHost } from "./whois-text.ts";

type Block = ReturnType<typeof readBlock>;

const readBlock = (text: string) => {
  const written = keyedLines(text);
  // An indented line continues the value above, which is the holder's: a comment, a name, a street.
  const indent = written.find(({ key }) => key === "netrange" || key === "asnumber")?.indent ?? 0;
  const lines = written.filter((line) => line.indent <= indent);
  const all = (key: string) =>
    lines
      .filter((line) => line.key === key.toLowerCase())
      .map(({ value }) => value)
      .filter((value) => value !== "");
  const mails = (...keys: readonly string[]) =>
    keys.flatMap((key) => all(key)).flatMap((value) => mailboxesIn(value).map(({ email }) => email));
  const rangeText = all("NetRange")[0] ?? all("ASNumber").map((asn) => `AS${asn.replace(/^AS/i, "")}`)[0];
  return {
    rangeText,
    range: rangeText ? readRange(rangeText) : undefined,
    netType: all("NetType")[0] ?? "",
    organisation: all("OrgId")[0]?.toUpperCase() ?? "",
    name: plainName(all("OrgName")[0] ?? all("CustName")[0] ?? ""),
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
    .sort((a, b) =>
      a.range && b.range ? (sizeOf(a.range) < sizeOf(b.range) ? -1 : sizeOf(a.range) > sizeOf(b.range) ? 1 : 0) : 0,
    );
};

const referralIn = (sorted: readonly Block[]): string | undefined =>
  sorted
    .map((block) => (block.referral ? referralHost(block.referral) : undefined))
    .find((host) => host !== undefined) ?? registryHost(sorted[0]?.organisation);

type Said = {
  readonly isSmallest: boolean;
  readonly isWider: boolean;
  readonly isUnanswered: (email: string) => boolean;
};

/** Whom a block's fields name for abuse, and beside them its comment. */
const namedIn = (block: Block, { isSmallest, isWider, isUnanswered }: Said): readonly FoundInText[] => {
  const more = {
    ...(isWider && { remark: "The contact of a wider block around the address." }),
    ...(block.name && { name: block.name }),
  };
  const confidence = isSmallest ? "high" : "medium";
  const fields = [
    ...block.own.map((email): FoundInText => ({ email, confidence, ...more })),
    ...block.organisations.map(
      (email): FoundInText => ({
        email,
        confidence: isSmallest && block.own.length === 0 ? "high" : "medium",
        ...more,
      }),
    ),
  ]
    .filter(({ email }) => !block.remarks.forbidden.includes(email.toLowerCase()))
    .map(
      (field): FoundInText =>
        isUnanswered(field.email) ? { ...field, confidence: "medium", remark: unansweredRemark } : field,
    );
  // A network's comment may contradict the field ("abuse issues to X ONLY"): it stands beside it, never in its place.
  const isNamed = (email: string) => fields.some((field) => field.email.toLowerCase() === email.toLowerCase());
  return [
    ...fields,
    ...block.remarks.only
      .filter((email) => !isNamed(email))
      .map(
        (email): FoundInText =>
          fields.length === 0
            ? { email, ...more, confidence }
            : { email, ...more, confidence: "medium", remark: namedBeside, beside: true },
      ),
  ];
};

/** Hints of a block whose fields name nobody for abuse. */
const hintedIn = ({ remarks, technical, name }: Block): readonly FoundInText[] => {
  const hinted =
    (remark: string) =>
    (email: string): FoundInText => ({
      email,
      confidence: "medium",
      remark,
      ...(name && { name }),
    });
  return [
    ...remarks.emails.map(hinted("Named for abuse in the registry's comments.")),
    ...technical.filter(namesAbuse).map(hinted("An abuse mailbox by its name, listed for another role.")),
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
  const facts = {
    ...(smallest.rangeText ? { range: smallest.rangeText } : {}),
    ...(smallest.country ? { country: smallest.country } : {}),
  };
  const home = blocks.filter((block) => !isForeign(block));
  if (home.length === 0) {
    const referral = referralIn(blocks);
    return nothing("referral", { ...facts, ...(referral ? { referral } : {}) });
  }
  const isUnanswered = unansweredIn(text);
  const found = home.flatMap((block, position) => {
    const isSmallest = block === smallest;
    const named = namedIn(block, { isSmallest, isWider: position > 0 && !isSmallest, isUnanswered });
    return named.length > 0 ? named : hintedIn(block);
  });
  const candidates = candidatesOf(found.length > 0 ? found : home.flatMap(technicalIn), "network", facts);
  const holders = holderKeys([smallest.name]);
  const forms = [...new Set(home.flatMap((block) => block.remarks.forms))].map(
    (url) => ({ url, scope: "network" }) as const,
  );
  return {
    outcome: candidates.length > 0 || forms.length > 0 ? "found" : "none",
    candidates,
    forms,
    followUps: [],
    origins: [...new Set(home.flatMap((block) => block.origins))],
    ...facts,
    ...(holders.length > 0 ? { holders } : {}),
    // ARIN has a country for a block's holder, none for the block.
    ...(smallest.country ? { seats: [smallest.country] } : {}),
    ...(smallest.netType ? { isAssigned: isAssignment(smallest.netType) } : {}),
  };
};

const registryHost = (organisation: string | undefined): string | undefined =>
  organisation && registries.includes(organisation) ? `whois.${organisation.toLowerCase()}.net` : undefined;

/** `Some Org NAME (NET-50-212-128-0-1) 50.212.128.0 - 50.212.191.255`, one a line, without contacts. */
const readList = (text: string): Reading => {
  const rows = [
    ...text.matchAll(/\((NET6?-[0-9A-Za-z-]{1,60})\)[ \t]+([0-9A-Fa-f.:]{2,45} - [0-9A-Fa-f.:]{2,45})/g),
  ].flatMap((row) => {
    const range = readRange(row[2] ?? "");
    return range && row[1] ? [{ handle: row[1], text: row[2] ?? "", range }] : [];
  });
  const smallest = rows.sort((a, b) => (sizeOf(a.range) < sizeOf(b.range) ? -1 : 1))[0];
  return smallest
    ? nothing("none", { followUps: [{ handle: smallest.handle, abuse: false }], range: smallest.text })
    : nothing(/^No match found/im.test(text) ? "not-found" : "none");
};
