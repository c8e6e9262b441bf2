import { mailDomainOf } from "../kernel/mailbox.ts";
import { pattern } from "../kernel/pattern.ts";

/**
 * National registries below APNIC and LACNIC: domains of their own mailboxes, names of their handles
 * (`IRT-KRNIC-KR`, `MAINT-TW-TWNIC`), and the WHOIS that may name the operator. They answer for no host.
 * India's, Indonesia's and Mexico's have no network WHOIS that says more than the regional one.
 */
const nationalRegistries: readonly { readonly domains: RegExp; readonly named: RegExp; readonly whois?: string }[] = [
  { domains: /(^|\.)(nic\.ad\.jp|jprs\.co\.jp|jprs\.jp)$/, named: /\bJPNIC\b/i, whois: "whois.nic.ad.jp" },
  {
    domains: /(^|\.)(nic\.or\.kr|kisa\.or\.kr|nida\.or\.kr|krnic\.(net|kr|or\.kr))$/,
    named: /\b(KRNIC|KISA)\b/i,
    whois: "whois.kisa.or.kr",
  },
  { domains: /(^|\.)twnic\.(net|net\.tw|tw)$/, named: /\bTWNIC\b/i, whois: "whois.twnic.net" },
  { domains: /(^|\.)vnnic\.(vn|net\.vn)$/, named: /\bVNNIC\b/i, whois: "whois.vnnic.vn" },
  {
    domains: /(^|\.)(registro\.br|nic\.br)$/,
    named: /\b(NIC\.?BR|REGISTRO\.BR|NIC-BR)\b/i,
    whois: "whois.registro.br",
  },
  { domains: /(^|\.)cnnic\.(cn|net\.cn|com\.cn)$/, named: /\bCNNIC\b/i, whois: "ipwhois.cnnic.net.cn" },
  {
    domains: /(^|\.)(irinn\.in|nixi\.in|apjii\.or\.id|idnic\.(net|id)|nic\.mx|iar\.mx)$/,
    named: /\b(IRINN|IDNIC|APJII)\b/i,
  },
];

/** WHOIS hosts of national registries, former names included. */
export const nationalWhois: ReadonlySet<string> = new Set([
  ...nationalRegistries.flatMap(({ whois }) => whois ?? []),
  "whois.krnic.net",
  "whois.nic.or.kr",
  "whois.twnic.net.tw",
  "whois.nic.br",
]);

/** National incident teams that a registry's footer names as a copy address. */
const footerTeams = /^(cert|mail-abuse)@cert\.br$/i;

/**
 * They stand in for registrants: mail reaches a possible suspect, or nobody. By whole domain, since networks are
 * named for privacy too.
 */
const privacyServices = pattern(
  "",
  "(^|\\.)",
  [
    "domainsbyproxy\\.com",
    "whoisguard\\.com",
    "contactprivacy\\.com",
    "privacyprotect\\.org",
    "privacyguardian\\.org",
    "whoisprivacyprotect\\.com",
    "whoisprotectservice\\.(com|net)",
    "withheldforprivacy\\.(com|email)",
    "o-w-o\\.info",
    "domain-contact\\.org",
    "privatewho\\.is",
    "identity-protect\\.org",
    "privacy-link\\.com",
    "anonymised\\.email",
    "superprivacyservice\\.com",
    "proxy\\.dreamhost\\.com",
    "dnprivacy\\.com",
    "domainprivacygroup\\.com",
    "whoisproxy\\.(com|org)",
    "perfectprivacy\\.com",
  ],
  "$",
);

/** True for a national registry's own mailbox: formally the contact, but it only passes mail on. */
export const isNationalRegistry = (email: string): boolean =>
  nationalRegistries.some(({ domains }) => domains.test(mailDomainOf(email)));

/** WHOIS of a block's national registry: by mailboxes in the regional answer, else by handles and names. */
export const nationalWhoisOf = (emails: readonly string[], names: readonly string[]): string | undefined =>
  (
    nationalRegistries.find(({ domains }) => emails.some((email) => domains.test(mailDomainOf(email)))) ??
    nationalRegistries.find(({ named }) =>
      names.some((name) => name.length <= 200 && named.test(name.replaceAll("_", "-"))),
    )
  )?.whois;

/** Each mailbox once, in its first place. */
export const eachOnce = <Desk extends { readonly email: string }>(desks: readonly Desk[]): readonly Desk[] => {
  const seen = new Set<string>();
  return desks.filter(({ email }) => seen.size < seen.add(email.toLowerCase()).size);
};

export const widerBlock = "The contact of a wider block around the address.";
export const abuseByName = "An abuse mailbox by its name, listed for another role.";

/** Said of the registrar's mailboxes where it names no desk. */
export const registrarsByName = "The registrar's mailbox, an abuse desk by its name.";
export const registrarsGeneral = "The registrar's general mailbox; no abuse desk is given.";

export const passesOn = "This is the national registry's own desk; it passes mail on.";

/** True for mailboxes in answers that are never an abuse desk: footers and privacy services. */
export const isNeverContact = (email: string): boolean =>
  footerTeams.test(email) || privacyServices.test(mailDomainOf(email));

/** Mailboxes named for abuse first, otherwise in the given order. */
export const abuseFirst = (emails: readonly string[]): readonly string[] =>
  emails.toSorted((a, b) => Number(namesAbuse(b)) - Number(namesAbuse(a)));

/** By the name before the @. */
export const namesAbuse = (email: string): boolean =>
  /abuse|abuso|spam|phish|fraud|csirt|(^|[-_.+])(cert|soc|security|trust|safety|noabuse|irt)([-_.+]|@)/i.test(
    email.slice(0, email.indexOf("@") + 1),
  );

const placeholder = pattern("i", [
  "NON-RIPE-NCC-MANAGED",
  "^STUB-",
  "^IANA-",
  "^ERX-NETBLOCK",
  "^APNIC-ERX",
  "^AFRINIC-ERX",
  "^EU-ZZ-",
  "NOT-ALLOCATED",
  "^UNALLOCATED",
  "^(RIPE|APNIC|LACNIC|AFRINIC)-(ERX|CIDR-BLOCK)",
]);

/** Blocks that a registry lists only as somebody else's. */
export const isPlaceholderName = (name: string): boolean => placeholder.test(name);
