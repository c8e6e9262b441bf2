import { domainOf } from "../kernel/domain.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { ownMailDomains } from "../kernel/own-mail.ts";
import { siteHost } from "../kernel/read-url.ts";
import type { Settings } from "../kernel/settings.ts";

const domainOfMailbox = (email: string): string => domainOf(mailDomainOf(email));

/** True for a mailbox of ours or of a reporter: a notice to it would go in a circle. */
export const isOurSide = (settings: Settings): ((email: string) => boolean) => {
  const ours = new Set(
    [
      ...settings.reporters.map(({ contact }) => contact),
      ...ownMailDomains(settings).map((domain) => `@${domain}`),
    ].map(domainOfMailbox),
  );
  return (email) => ours.has(domainOfMailbox(email));
};

/** True for a mailbox at the rightful site's domain: of the imitated or infringed party, or of its host. */
export const isVictims = (rightfulSite: string | undefined): ((email: string) => boolean) => {
  const host = siteHost(rightfulSite);
  const victim = host === undefined ? undefined : domainOf(host);
  return (email) => victim !== undefined && domainOfMailbox(email) === victim;
};
