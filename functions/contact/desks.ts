import { mailDomainOf } from "../kernel/mailbox.ts";
import { pattern } from "../kernel/pattern.ts";

/**
 * National registries below APNIC and LACNIC: their own mailboxes' domains, how handles of theirs
 * are named (`IRT-KRNIC-KR`, `MAINT-TW-TWNIC`), and the WHOIS that may name the operator. They
 * answer for no host. India's, Indonesia's and Mexico's have no WHOIS of networks that says more
 * than the regional one.
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

/** WHOIS hosts of national registries, with the names that they had before. */
export const nationalWhois: ReadonlySet<string> = new Set([
  ...nationalRegistries.flatMap(({ whois }) => whois ?? []),
  "whois.krnic.net",
  "whois.nic.or.kr",
  "whois.twnic.net.tw",
  "whois.nic.br",
]);

/** National incident teams that a registry names in its footer as a copy address. */
const footerTeams = /^(cert|mail-abuse)@cert\.br$/i;

/**
 * Services that stand in for a registrant: mail to them reaches whoever may be the suspect, or
 * nobody. By whole domain, since networks are named for privacy too.
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

/**
 * True for a national registry's own mailbox: formally the contact, in truth one that only passes
 * mail on.
 */
export const isNationalRegistry = (email: string): boolean =>
  nationalRegistries.some(({ domains }) => domains.test(mailDomainOf(email)));

/**
 * The WHOIS of the national registry that keeps a block, by the mailboxes, handles and names in the
 * regional answer: one of its own mailboxes first, else what its handles are named for.
 */
export const nationalWhoisOf = ({
  emails,
  names,
}: {
  readonly emails: readonly string[];
  readonly names: readonly string[];
}): string | undefined =>
  (
    nationalRegistries.find(({ domains }) => emails.some((email) => domains.test(mailDomainOf(email)))) ??
    nationalRegistries.find(({ named }) =>
      names.some((name) => name.length <= 200 && named.test(name.replaceAll("_", "-"))),
    )
  )?.whois;

/** Said of a national registry's own desk. */
export const passesOn = "This is the national registry's own desk; it passes mail on.";

/**
 * True for mailboxes that are never anybody's abuse desk although they stand in answers: footers
 * and privacy services.
 */
export const isNeverContact = (email: string): boolean =>
  footerTeams.test(email) || privacyServices.test(mailDomainOf(email));

/**
 * These mailboxes with those first whose name says that they are for abuse; otherwise as they were
 * given.
 */
export const abuseFirst = (emails: readonly string[]): readonly string[] =>
  emails.toSorted((a, b) => Number(namesAbuse(b)) - Number(namesAbuse(a)));

/** True where the name before the @ says what the mailbox is for. */
export const namesAbuse = (email: string): boolean =>
  /abuse|abuso|spam|phish|fraud|csirt|(^|[-_.+])(cert|soc|security|trust|safety|noabuse|irt)([-_.+]|@)/i.test(
    email.slice(0, email.indexOf("@") + 1),
  );
