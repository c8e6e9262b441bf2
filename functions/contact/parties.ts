import { registrableDomain } from "../kernel/host.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { readUrl } from "../kernel/read-url.ts";
import type { Settings } from "../kernel/settings.ts";

const domainOfMailbox = (email: string): string | undefined => {
  const domain = mailDomainOf(email);
  // The names of samples and tests have no registry behind them, and are domains as they stand.
  return registrableDomain(domain) ?? domain;
};

/** True for a mailbox of ours or of who reports: a notice to it would go round in a circle. */
export const isOurSide = (settings: Settings): ((email: string) => boolean) => {
  const ours = new Set([...settings.reporters.map(({ contact }) => contact), settings.senderAddress, `@${settings.replyDomain}`].map(domainOfMailbox));
  return (email) => ours.has(domainOfMailbox(email));
};

/** True for a mailbox in the domain of the rightful site that the report names: of who is imitated or infringed, or of who hosts them. */
export const isVictims = (rightfulSite: string | undefined): ((email: string) => boolean) => {
  const url = rightfulSite && (rightfulSite.includes("://") ? rightfulSite : `https://${rightfulSite}`);
  const site = url ? readUrl(url) : undefined;
  const victim = site && domainOfMailbox(`@${site.hostname}`);
  return (email) => victim !== undefined && victim !== "" && domainOfMailbox(email) === victim;
};
