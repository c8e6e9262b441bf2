import { holdsAddress } from "../../functions/contact/prefix.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import type { QueueEntry } from "../../functions/store/queue-entry.ts";
import type { Delivery } from "./deliveries.ts";
import type { CapturedHost } from "./sample/captured.ts";
import type { Story } from "./tally.ts";

/**
 * One report for each host of a captured set. Domains are reported as registered for the abuse,
 * since the captured answer about a domain names its registrar's desk.
 */
export const reportsOn = (hosts: readonly CapturedHost[], at: Instant): readonly Delivery[] =>
  hosts.map(({ host, kind }, number) => ({
    id: `captured-${number}`,
    at,
    does: {
      kind: "report",
      queue: "report-standard",
      body: JSON.stringify({
        version: 1,
        reporter: "cert",
        reportId: `captured-${number}`,
        category: "phishing",
        target: { host },
        seenAt: at,
        domainIsMalicious: kind === "domain",
        evidence: { explanation: "A report made to try the look-up against a captured answer." },
      }),
    },
  }));

export type CapturedOutcome = {
  readonly hosts: number;
  readonly withRightContact: number;
  readonly atExpected: number;
  readonly atAcceptable: number;
  /**
   * At the mailbox that another row of the set calls right for a block which holds this host too.
   * Rows about made-up addresses contradict each other; what a registry said about a block holds
   * for all of it, and is asked once.
   */
  readonly atBlock: number;
  /** No mail, and a person has the reason. */
  readonly beforePerson: number;
  /** A mail went to a mailbox that the set does not call right for this host. */
  readonly elsewhere: readonly string[];
  readonly forbidden: readonly string[];
  /** Neither a mail nor a person. */
  readonly nowhere: readonly string[];
};

/**
 * Compares whom the mails went to with what the set calls right. Hosts without a right contact
 * count only as forbidden or elsewhere.
 */
export const compare = (
  hosts: readonly CapturedHost[],
  told: readonly Story[],
  refused: readonly QueueEntry[],
): CapturedOutcome => {
  const mailsAbout = new Map<string, string[]>();
  const blockSays = new Set<string>();
  const asked = new Set<string>();
  for (const { state, history } of told) {
    const mails = state.notices.filter(({ sentAt }) => sentAt !== undefined).map(({ to }) => to.email.toLowerCase());
    mailsAbout.set(state.target.host, mails);
    const isNamedBy = ({ host, expected }: CapturedHost) =>
      state.notices.some(
        ({ to }) =>
          expected.includes(to.email.toLowerCase()) &&
          [host, state.target.host].every((address) => holdsAddress(to.range ?? "", address)),
      );
    if (hosts.some(isNamedBy)) blockSays.add(state.target.host);
    if (history.some(({ events }) => events.some(({ type }) => type === "asked"))) asked.add(state.target.host);
  }
  const mailsOf = ({ host }: CapturedHost) => mailsAbout.get(host) ?? [];
  const right = hosts.filter(({ hasRightContact }) => hasRightContact);
  const at = (of: (host: CapturedHost) => readonly string[]) => (host: CapturedHost) =>
    mailsOf(host).some((mail) => of(host).includes(mail));
  const atExpected = right.filter(at(({ expected }) => expected));
  const atAcceptable = right.filter((host) => !atExpected.includes(host) && at(({ acceptable }) => acceptable)(host));
  const isPlaced = (host: CapturedHost) => atExpected.includes(host) || atAcceptable.includes(host);
  const atBlock = right.filter((host) => !isPlaced(host) && blockSays.has(host.host));
  const unmailed = right.filter((host) => mailsOf(host).length === 0);
  const beforePerson = unmailed.filter(({ host }) => asked.has(host) || (!mailsAbout.has(host) && refused.length > 0));
  return {
    hosts: hosts.length,
    withRightContact: right.length,
    atExpected: atExpected.length,
    atAcceptable: atAcceptable.length,
    beforePerson: beforePerson.length,
    atBlock: atBlock.length,
    elsewhere: right
      .filter((host) => mailsOf(host).length > 0 && !isPlaced(host) && !atBlock.includes(host))
      .map((host) => `${host.host} (${mailsOf(host).join(", ")})`),
    forbidden: hosts.filter(at(({ forbidden }) => forbidden)).map(({ host }) => host),
    nowhere: unmailed.filter((host) => !beforePerson.includes(host)).map(({ host }) => host),
  };
};
