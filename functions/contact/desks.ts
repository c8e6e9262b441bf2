import { mailDomainOf } from "../kernel/mailbox.ts";

/**
 * National registries below APNIC and LACNIC: their own mailboxes' domains, and the WHOIS that may name the operator. They
 * answer for no host. China's, India's, Indonesia's and Mexico's have no WHOIS of networks that says more than the regional one.
 */
const nationalRegistries: readonly { readonly domains: RegExp; readonly whois?: string }[] = [
  { domains: /(^|\.)(nic\.ad\.jp|jprs\.co\.jp|jprs\.jp)$/, whois: "whois.nic.ad.jp" },
  { domains: /(^|\.)(nic\.or\.kr|kisa\.or\.kr|krnic\.(net|or\.kr))$/, whois: "whois.kisa.or.kr" },
  { domains: /(^|\.)twnic\.(net|net\.tw|tw)$/, whois: "whois.twnic.net" },
  { domains: /(^|\.)vnnic\.(vn|net\.vn)$/, whois: "whois.vnnic.vn" },
  { domains: /(^|\.)(registro\.br|nic\.br)$/, whois: "whois.registro.br" },
  { domains: /(^|\.)(cnnic\.(cn|net\.cn)|irinn\.in|apjii\.or\.id|idnic\.(net|id)|nic\.mx)$/ },
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

/** Services that stand in for a registrant: mail to them reaches whoever may be the suspect, or nobody. By whole domain, since networks are named for privacy too. */
const privacyServices =
  /(^|\.)(domainsbyproxy\.com|whoisguard\.com|contactprivacy\.com|privacyprotect\.org|privacyguardian\.org|whoisprivacyprotect\.com|whoisprotectservice\.(com|net)|withheldforprivacy\.(com|email)|o-w-o\.info|domain-contact\.org|privatewho\.is|identity-protect\.org|privacy-link\.com|anonymised\.email|superprivacyservice\.com|proxy\.dreamhost\.com|dnprivacy\.com|domainprivacygroup\.com|whoisproxy\.(com|org)|perfectprivacy\.com)$/;

/** True for a national registry's own mailbox: formally the contact, in truth one that only passes mail on. */
export const isNationalRegistry = (email: string): boolean => nationalRegistries.some(({ domains }) => domains.test(mailDomainOf(email)));

/** The WHOIS of the national registry whose own mailbox this is. */
export const nationalWhoisOf = (email: string): string | undefined => nationalRegistries.find(({ domains }) => domains.test(mailDomainOf(email)))?.whois;

/** True for mailboxes that are never anybody's abuse desk although they stand in answers: footers and privacy services. */
export const isNeverContact = (email: string): boolean => footerTeams.test(email) || privacyServices.test(mailDomainOf(email));

/** These mailboxes with those first whose name says that they are for abuse; otherwise as they were given. */
export const abuseFirst = (emails: readonly string[]): readonly string[] => emails.toSorted((a, b) => Number(namesAbuse(b)) - Number(namesAbuse(a)));

/** True where the name before the @ says what the mailbox is for. */
export const namesAbuse = (email: string): boolean =>
  /abuse|abuso|spam|phish|fraud|csirt|(^|[-_.+])(cert|soc|security|trust|safety|noabuse|irt)([-_.+]|@)/i.test(email.slice(0, email.indexOf("@") + 1));
