import type { Candidate } from "../case/candidate.ts";
import { ownedDomain } from "../kernel/domain.ts";
import { isSharedByStrangers } from "../kernel/mail-providers.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { isOfHost } from "../kernel/scope.ts";
import { byConfidence, type Finding } from "./finding.ts";
import { isSameParty, type Network, neighboursOf, systemContact } from "./network-contact.ts";
import type { Sources } from "./sources.ts";
import { isTransit, placeOf } from "./transit.ts";

/*
 * No registry names who is above a network that announces its blocks itself. Its carrier is one of its BGP
 * neighbours, and no source says which: one that sells transit to the world does. A seller of transit has none
 * above.
 */

/** So many carriers are notified, and so many asked for a desk: one may be of the same party. */
const carriersAtMost = 2;
const askedAtMost = 4;

type Carrier = { readonly system: string; readonly finding: Finding };

/**
 * Adds the carriers' desks to networks that announce themselves: at most two neighbours that sell transit and
 * are not of the same party. Network: one DNS question per such network, IPv4 alone, and one system lookup per
 * carrier.
 */
export const withCarriers = async (
  sources: Sources,
  networks: readonly Network[],
  isWanted: (network: Network) => boolean,
): Promise<readonly Network[]> => {
  const asked = await Promise.all(
    networks.map(async (network) => {
      const [address] = network.addresses;
      if (address?.includes(".") !== true || !isOnItsOwn(network) || !isWanted(network))
        return { network, carriers: [] };
      const { finding } = await neighboursOf(sources, address, placeOf);
      const neighbours = finding.origins.filter((system) => !network.finding.origins.includes(system));
      const found = await Promise.all(
        neighbours
          .filter(isTransit)
          .slice(0, askedAtMost)
          .map(async (system): Promise<Carrier> => ({ system, finding: await systemContact(sources, system) })),
      );
      const failures = [finding, ...found.map((carrier) => carrier.finding)].flatMap((one) => one.failures);
      return {
        network: {
          ...network,
          finding: { ...network.finding, failures: [...network.finding.failures, ...failures] },
          ...(neighbours.length > 0 && { neighbours }),
        },
        carriers: found.filter((carrier) => deskOf(carrier) !== undefined && !isSibling(network, carrier.finding)),
      };
    }),
  );
  // Each network's first before any network's second.
  const inTurn = [0, 1].flatMap((nth) => asked.flatMap(({ carriers }) => carriers[nth]?.system ?? []));
  const chosen = [...new Set(inTurn)].slice(0, carriersAtMost);
  return asked.map(({ network, carriers }) => ({
    ...network,
    finding: {
      ...network.finding,
      candidates: [
        ...network.finding.candidates,
        ...carriers
          .filter(({ system }) => chosen.includes(system))
          .flatMap((carrier) => carriersDesk(network, carrier) ?? []),
      ],
    },
  }));
};

/** It announces its blocks itself, has somebody to notify before a carrier, and sells no transit. */
const isOnItsOwn = ({ finding, announced }: Network): boolean =>
  announced?.own !== undefined &&
  finding.origins.length > 0 &&
  !finding.origins.some(isTransit) &&
  (finding.forms.length > 0 ||
    finding.candidates.some(({ scope, confidence }) => isOfHost(scope) && isSure(confidence)));

const isSure = (confidence: Candidate["confidence"]): boolean => confidence !== "guess";

const deskOf = ({ finding }: Carrier): Candidate | undefined =>
  finding.candidates.filter(({ confidence }) => isSure(confidence)).toSorted(byConfidence)[0];

/** Notified together with the other one: nothing says which of them carries the host. */
const carriersDesk = ({ finding }: Network, carrier: Carrier): Candidate | undefined => {
  const desk = deskOf(carrier);
  return (
    desk && {
      ...desk,
      range: carrier.system,
      confidence: desk.confidence === "high" ? "medium" : desk.confidence,
      beside: true,
      remarks: [`It sells transit and is a neighbour of ${finding.origins.join(", ")} by BGP.`, ...desk.remarks],
    }
  );
};

const domainsOf = (emails: readonly string[]): readonly string[] =>
  emails.map(mailDomainOf).flatMap((domain) => (isSharedByStrangers(domain) ? [] : (ownedDomain(domain) ?? domain)));

/** Of the same party: by a desk, a holder, or the domain of its desks. */
const isSibling = ({ finding, announced }: Network, carrier: Finding): boolean => {
  const own = new Set(domainsOf([...finding.candidates.map(({ email }) => email), ...(announced?.desks ?? [])]));
  return (
    isSameParty(finding, carrier) ||
    (announced?.own !== undefined && isSameParty(announced.own, carrier)) ||
    domainsOf(carrier.candidates.map(({ email }) => email)).some((domain) => own.has(domain))
  );
};
