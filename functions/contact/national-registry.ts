import type { Candidate } from "../case/candidate.ts";
import { isNationalRegistry, nationalWhois } from "./desks.ts";
import type { Finding } from "./finding.ts";

const notTheNetworks = "No machine writes to it: it is not the network's, and a person may ask there.";
const keepsRecord =
  "The operator's only mailbox that the registries name, not said to be for abuse; the abuse desk " +
  "there is the national registry's own.";

/**
 * NIC.br's other contacts are often the end customer's. Those below APNIC are whom the operator gave: KRNIC's
 * "IP Manager", TWNIC's "Technical contact".
 */
const namesOperators = ({ source, server = "" }: Candidate): boolean =>
  source === "whois" && nationalWhois.has(server) && !server.endsWith(".br");

/**
 * For a network or system below a national registry: the registry's own desk is a guess for a person, and where
 * it stands in the operator's place, the operator's own mailbox is notified whatever it is listed for. APNIC's
 * header often names the registry's own IRT (irt@nic.or.kr, hostmaster@nic.ad.jp): true, and far from who can
 * act.
 */
export const withoutNationalRegistry = <T extends Finding>(finding: T): T => {
  const { candidates } = finding;
  const ofRegistry = candidates.filter(({ email }) => isNationalRegistry(email));
  const isBelow = ofRegistry.length > 0 || candidates.some(namesOperators);
  if (!isBelow) return finding;
  const operators = candidates.filter((candidate) => !ofRegistry.includes(candidate));
  const isNamed = operators.some(({ confidence }) => confidence !== "guess");
  const raised = operators.map(
    (candidate): Candidate =>
      isNamed || (ofRegistry.length === 0 && !namesOperators(candidate))
        ? candidate
        : { ...candidate, confidence: "low", remarks: [...candidate.remarks, keepsRecord] },
  );
  const lowered = ofRegistry.map(
    (candidate): Candidate => ({ ...candidate, confidence: "guess", remarks: [...candidate.remarks, notTheNetworks] }),
  );
  return { ...finding, candidates: [...raised, ...lowered] };
};
