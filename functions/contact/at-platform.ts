import type { Candidate } from "../case/candidate.ts";
import { domainOf } from "../kernel/domain.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { pattern } from "../kernel/pattern.ts";
import { readUrl } from "../kernel/read-url.ts";
import { isNetworks, isOfHost } from "../kernel/scope.ts";
import { namesAbuse } from "./desks.ts";
import { plainHolder } from "./holder.ts";
import type { ProviderRow } from "./provider-rows.ts";

/** What is needed to tell a provider's own desks from those of the networks below it. */
export type Provider = {
  readonly name: string;
  /** Its own registered domains: of its desk, form and names. */
  readonly domains: readonly string[];
  /** Its desk is known well enough to be notified alone. */
  readonly hasDesk: boolean;
  /** It has a form for what its desk can't be notified of. */
  readonly hasForm: boolean;
  /** Mail to it is not read, or must not be sent. */
  readonly takesNoMail: boolean;
  /** It asked to be left alone: what the network below hears is a person's decision. */
  readonly isOptedOut: boolean;
};

/** Form hosts of others: the address doesn't say whose page it is. */
const formServices = pattern(
  "",
  "(^|\\.)",
  [
    "docs\\.google\\.com",
    "forms\\.gle",
    "zendesk\\.com",
    "typeform\\.com",
    "jotform\\.com",
    "hsforms\\.com",
    "airtable\\.com",
    "forms\\.office\\.com",
  ],
  "$",
);

export const domainsOf = ({ entry: { email, form }, lines }: ProviderRow): readonly string[] => {
  const formHost = form === undefined ? undefined : readUrl(form)?.hostname;
  const named = lines.flatMap((line) => {
    if (line.kind === "mailbox") return [mailDomainOf(line.email)];
    if (line.kind === "mail-domain") return [line.domain];
    return line.kind === "name" && !line.name.includes("#") ? [line.name] : [];
  });
  const own = [
    ...(email ? [mailDomainOf(email)] : []),
    ...(formHost && !formServices.test(formHost) ? [formHost] : []),
    ...named,
  ];
  return [...new Set(own.map(domainOf))];
};

/** True for a desk at one of the provider's domains, or of a block held in its name. */
export const isOwnDesk = (
  { name, domains }: Pick<Provider, "name" | "domains">,
  email: string,
  holders: readonly string[],
): boolean => {
  const short = plainHolder(name.split(/[(/,]/)[0] ?? "");
  return (
    domains.includes(domainOf(mailDomainOf(email))) ||
    (short.length > 3 && holders.some((holder) => holder.startsWith(short)))
  );
};

/**
 * A registry's desk for a network, where the page is at a platform.
 * - The platform's own, by its domain or holder: notified as the platform's, after a desk that the directory is
 *   sure of. For a person only where the platform reads no mail, or has a form and this is no abuse mailbox but
 *   one for routing (`noc@`).
 * - Of the network below: after the platform's. An alias to a platform (github.io, netlify.app) leads to its
 *   desk, and RDAP names the cloud below it. Where the platform's desk is unknown it is notified as if no
 *   platform were: knowing one must never make us notify fewer.
 */
export const atPlatform = (candidate: Candidate, platform: Provider, holders: readonly string[]): Candidate => {
  const { name, hasDesk, hasForm, takesNoMail } = platform;
  const { email, confidence, scope, remarks } = candidate;
  if (!isNetworks(scope)) return candidate;
  const lowered = hasDesk && confidence === "high" ? "medium" : confidence;
  if (isOwnDesk(platform, email, isOfHost(scope) ? holders : [])) {
    const isForPerson = takesNoMail || (hasForm && !namesAbuse(email));
    const remark = isForPerson
      ? `${name} takes reports by its form; this mailbox of its network is not for them.`
      : `The registry names this desk of ${name}.`;
    return {
      ...candidate,
      scope: "platform",
      confidence: isForPerson ? "guess" : lowered,
      remarks: [...remarks, remark],
    };
  }
  return {
    ...candidate,
    confidence: platform.isOptedOut ? "guess" : lowered,
    remarks: [
      ...remarks,
      `The page is on ${name}; this is the contact of the network below it, which is not who can take the page down.`,
    ],
  };
};
