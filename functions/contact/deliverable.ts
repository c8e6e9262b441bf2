import type { Candidate, SourceFailure } from "../case/candidate.ts";
import type { Sources } from "./sources.ts";

/**
 * Drops candidates whose domain takes no mail: a null MX (RFC 7505), or neither MX nor address (RFC 5321 §5.1). A silent
 * resolver drops nobody. Network: one or two DNS questions for each domain.
 */
export const deliverableOnly = async (
  sources: Sources,
  candidates: readonly Candidate[],
): Promise<{ readonly candidates: readonly Candidate[]; readonly failures: readonly SourceFailure[] }> => {
  const domains = [...new Set(candidates.map(({ email }) => email.slice(email.lastIndexOf("@") + 1)))];
  const verdicts = new Map(await Promise.all(domains.map(async (domain) => [domain, await whyUndeliverable(sources, domain)] as const)));
  const why = ({ email }: Candidate) => verdicts.get(email.slice(email.lastIndexOf("@") + 1));
  return {
    candidates: candidates.filter((candidate) => why(candidate) === undefined),
    failures: candidates.flatMap((candidate): readonly SourceFailure[] => {
      const reason = why(candidate);
      return reason ? [{ source: "dns", outcome: "refused", detail: `${candidate.email} was left out: ${reason}` }] : [];
    }),
  };
};

const whyUndeliverable = async (sources: Sources, domain: string): Promise<string | undefined> => {
  const asked = await sources.mailExchangers(domain);
  if (asked.kind === "answer") {
    const only = asked.value.length === 1 ? asked.value[0] : undefined;
    return only && (only.exchange === "" || only.exchange === ".") ? "its domain says that it takes no mail (null MX)." : undefined;
  }
  if (asked.kind !== "none") return undefined;
  const addresses = await sources.addresses(domain);
  return addresses.kind === "none" ? "its domain has neither a mail exchanger nor an address." : undefined;
};

/** `abuse@` of the reported domain, where it takes mail: a guess, which only a person may choose. */
export const guessedDesk = async (sources: Sources, domain: string): Promise<readonly Candidate[]> => {
  const asked = await sources.mailExchangers(domain);
  const takesMail = asked.kind === "answer" && asked.value.some(({ exchange }) => exchange !== "" && exchange !== ".");
  return takesMail
    ? [
        {
          email: `abuse@${domain}`,
          scope: "site",
          source: "dns",
          server: asked.server,
          range: domain,
          confidence: "guess",
          remarks: ["Guessed: RFC 2142 asks domains to have this mailbox; nobody named it."],
        },
      ]
    : [];
};
