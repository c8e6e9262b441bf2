import { mailDomainOf } from "./mailbox.ts";
import type { Settings } from "./settings.ts";

type Own = Pick<Settings, "replyDomain" | "formerReplyDomains" | "senderAddress" | "formerSenderAddresses">;

/** Where desks answer, and where they did: mails that name a former domain are answered for months. */
export const replyDomainsOf = ({ replyDomain, formerReplyDomains }: Own): readonly string[] => [
  replyDomain,
  ...formerReplyDomains,
];

/** The domains from which mails go out, or did. */
const senderDomainsOf = ({ senderAddress, formerSenderAddresses }: Own): readonly string[] => [
  ...new Set([senderAddress, ...formerSenderAddresses].map(mailDomainOf)),
];

/** All mail domains of our own: a notice to one of them would come back to us. */
export const ownMailDomains = (settings: Own): readonly string[] => [
  ...replyDomainsOf(settings),
  ...senderDomainsOf(settings),
];
