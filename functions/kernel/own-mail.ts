import { mailDomainOf } from "./mailbox.ts";
import type { Settings } from "./settings.ts";

type Own = Pick<Settings, "replyDomain" | "formerReplyDomains" | "senderAddress" | "formerSenderAddresses">;

/** With former domains: mails that name one are answered for months. */
export const replyDomainsOf = ({ replyDomain, formerReplyDomains }: Own): readonly string[] => [
  replyDomain,
  ...formerReplyDomains,
];

const senderDomainsOf = ({ senderAddress, formerSenderAddresses }: Own): readonly string[] => [
  ...new Set([senderAddress, ...formerSenderAddresses].map(mailDomainOf)),
];

/** A notice to one of them would come back to us. */
export const ownMailDomains = (settings: Own): readonly string[] => [
  ...replyDomainsOf(settings),
  ...senderDomainsOf(settings),
];
