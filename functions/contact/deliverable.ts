import type { Candidate, SourceFailure } from "../case/candidate.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import type { Sources } from "./sources.ts";

/**
 * Drops candidates whose domain takes no mail: a null MX (RFC 7505), or neither MX nor address (RFC 5321 §5.1).
 * A silent resolver drops nobody. Network: one or two DNS questions per domain.
 */
export const deliverableOnly = async (
  sources: Sources,
  candidates: readonly Candidate[],
): Promise<{ readonly candidates: readonly Candidate[]; readonly failures: readonly SourceFailure[] }> => {
  const domains = [...new Set(candidates.map(({ email }) => mailDomainOf(email)))];
  const verdicts = new Map(
    await Promise.all(domains.map(async (domain) => [domain, await whyUndeliverable(sources, domain)] as const)),
  );
  const why = ({ email }: Candidate) => verdicts.get(mailDomainOf(email));
  return {
    candidates: candidates.filter((candidate) => why(candidate) === undefined),
    failures: candidates.flatMap((candidate): readonly SourceFailure[] => {
      const reason = why(candidate);
      return reason
        ? [{ source: "dns", outcome: "refused", detail: `${candidate.email} was left out: ${reason}` }]
        : [];
    }),
  };
};

const whyUndeliverable = async (sources: Sources, domain: string): Promise<string | undefined> => {
  const asked = await sources.mailExchangers(domain);
  if (asked.kind === "answer") {
    const only = asked.value.length === 1 ? asked.value[0] : undefined;
    return only && (only.exchange === "" || only.exchange === ".")
      ? "its domain says that it takes no mail (null MX)."
      : undefined;
  }
  if (asked.kind !== "none") return undefined;
  const addresses = await sources.addresses(domain);
  return addresses.kind === "none" ? "its domain has neither a mail exchanger nor an address." : undefined;
};

/** What a domain's owner told abuse.net. Network: one DNS question. */
const listedFor = async (sources: Sources, domain: string): Promise<readonly string[]> => {
  const listed = await sources.texts(`${domain}.contacts.abuse.net`);
  const texts = listed.kind === "answer" ? listed.value.slice(0, 3) : [];
  return texts.flatMap((text) => mailboxesIn(text).map(({ email }) => email));
};

/** True if the domain's owner told abuse.net this mailbox: a second source. Network: one DNS question. */
export const isListed = async (sources: Sources, email: string): Promise<boolean> =>
  (await listedFor(sources, mailDomainOf(email))).some((other) => isSameMailbox(other, email));

/**
 * The reported domain's own desk, for a person to choose: what its owner told abuse.net, and `abuse@` where the
 * domain takes mail. Both are guesses: abuse.net asks that reports which don't follow from an address are shown
 * to a person first. Network: two DNS questions.
 */
export const guessedDesk = async (sources: Sources, domain: string): Promise<readonly Candidate[]> => {
  const [asked, listed] = await Promise.all([sources.mailExchangers(domain), listedFor(sources, domain)]);
  const takesMail = asked.kind === "answer" && asked.value.some(({ exchange }) => exchange !== "" && exchange !== ".");
  const guess = (email: string, server: string, remark: string): Candidate => ({
    email,
    scope: "site",
    source: "dns",
    server,
    range: domain,
    confidence: "guess",
    remarks: [remark],
  });
  const byRfc = "Guessed: RFC 2142 asks domains to have this mailbox; nobody named it.";
  return [
    // For unlisted domains abuse.net answers postmaster@ (HINFO "default", which Node's resolver can't ask for).
    ...listed
      .slice(0, 3)
      .filter((email) => email !== `postmaster@${domain}`)
      .map((email) => guess(email, "abuse.net", "Listed at abuse.net for the domain itself.")),
    ...(takesMail ? [guess(`abuse@${domain}`, asked.server, byRfc)] : []),
  ];
};
