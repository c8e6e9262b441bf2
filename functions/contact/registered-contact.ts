import type { Candidate } from "../case/candidate.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { covers, readRange, sizeOf } from "../kernel/range.ts";
import {
  aboutAnother,
  askAbuseFinder,
  askFollowUps,
  askRdap,
  askWhois,
  isConfident,
  type RegistryAnswer,
} from "./ask-registry.ts";
import { type Registry, registryOfServer } from "./bootstrap.ts";
import { childrenOf } from "./children.ts";
import { isNationalRegistry, nationalWhois, widerBlock } from "./desks.ts";
import { byConfidence, type Finding, isSilent, joinFindings, noFinding } from "./finding.ts";
import type { Registered } from "./known-finding.ts";
import { holdsAddress } from "./prefix.ts";
import { invalidRemark, unansweredRemark } from "./remarks.ts";
import type { Sources } from "./sources.ts";

/** Redirects whoever asks to the registry that has it. */
export const anyRegistry: Registry = { name: "arin", rdap: "https://rdap.arin.net/registry/", whois: "whois.arin.net" };

const aboutIt = (address: string, answer: RegistryAnswer): RegistryAnswer => {
  const { range } = answer;
  const isIt = range === undefined || readRange(range) === undefined || holdsAddress(range, address);
  return isIt ? answer : aboutAnother("block", answer);
};

const blockOf = ({ range: text = "" }: RegistryAnswer) => {
  const range = readRange(text);
  return range && { text, size: sizeOf(range) };
};

/**
 * The smallest of these answers' blocks: what was found holds for it and nothing around it. None where an answer
 * names somebody and no block, as it may be about the address alone. A referral's block says only that it is
 * somebody else's.
 */
const smallestOf = (...answers: readonly RegistryAnswer[]): string | undefined => {
  if (answers.some((answer) => answer.candidates.length > 0 && !blockOf(answer))) return undefined;
  const blocks = answers.filter(({ outcome }) => outcome !== "referral").flatMap((answer) => blockOf(answer) ?? []);
  return blocks.toSorted((a, b) => (a.size < b.size ? -1 : 1))[0]?.text;
};

/**
 * Whom the registries name for the block around an address, and how far it is known to be theirs. Network: one
 * RDAP question and its follow-ups, then WHOIS, then a finder if one of them was silent. `children` is one more.
 */
export const registeredContact = async (sources: Sources, address: string): Promise<Registered> => {
  const registries = await sources.registries();
  const first = registries.registryOfAddress(address) ?? anyRegistry;
  const rdap = aboutIt(address, await askRdap(sources, { kind: "ip", query: address, base: first.rdap }));
  // Redirects led to the registry that really holds the block, which is asked the rest.
  const registry = registryOfServer(rdap.server) ?? first;
  const held = (read: Finding, whois?: RegistryAnswer, finder?: RegistryAnswer): Registered => {
    const finding = withoutNationalRegistry(read);
    const answers = [rdap, ...(whois ? [whois] : []), ...(finder ? [finder] : [])];
    const range = smallestOf(...answers);
    if (range === undefined) return { finding };
    // Finders answer for addresses, and two registries' blocks need not be the same.
    const isOneBlock = !finder && !whois?.isReferred && answers.every((answer) => isOf(registry, answer, range));
    return { finding, range, ...(isOneBlock && { children: () => childrenOf(sources, registry, range, rdap) }) };
  };
  if (isConfident(rdap) && !isInDoubt(rdap)) return held(joinFindings(rdap));
  const more = await askFollowUps(sources, rdap, registry.rdap, registries);
  if (isConfident(more)) return held(joinFindings(more, { ...rdap, failures: [] }));
  const parent = await askParent(sources, rdap, address);
  if (isInDoubt(rdap) && (isConfident(parent) || isConfident(rdap))) return held(together(rdap, parent));
  if (isConfident(parent)) return held(joinFindings(parent, { ...rdap, failures: [] }));
  const whois = aboutIt(address, await askWhois(sources, "ip", registry.whois, address, rdap.national));
  if (isConfident(whois)) return held(joinFindings(whois, rdap), whois);
  const found = joinFindings(rdap, more, parent, whois);
  // A registry that said no twice says no a third time.
  const finder = isSilent(found) ? aboutIt(address, await askAbuseFinder(sources, registry, address)) : undefined;
  if (finder && finder.candidates.length > 0) return held(joinFindings(finder, found), whois, finder);
  return held(found, whois);
};

/** All desks left the registry's check unanswered, or failed it. */
const isInDoubt = ({ candidates }: Finding): boolean => {
  const named = candidates.filter(({ confidence }) => confidence !== "guess");
  return (
    named.length > 0 &&
    named.every(({ remarks }) => remarks.some((remark) => remark === unansweredRemark || remark === invalidRemark))
  );
};

/** A block's desk that may not be read, with the desk of the block around it. */
const together = (block: Finding, parent: Finding): Finding => {
  const others = parent.candidates.filter(
    ({ email, confidence }) =>
      confidence !== "guess" && !block.candidates.some((one) => isSameMailbox(one.email, email)),
  );
  const [first, ...more] = [...others, ...block.candidates.filter(({ confidence }) => confidence !== "guess")].toSorted(
    byConfidence,
  );
  if (others.length === 0 || first === undefined) return joinFindings(block);
  return joinFindings({ ...block, candidates: [first, ...more.map((one): Candidate => ({ ...one, beside: true }))] });
};

/** True for an answer of this registry about this very block, or about none. */
const isOf = (registry: Registry, { server, range }: RegistryAnswer, block: string): boolean => {
  if (range === undefined) return true;
  const [own, other] = [readRange(block), readRange(range)];
  const isSame = own !== undefined && other !== undefined && covers(own, other) && covers(other, own);
  return isSame && (server === registry.whois || server === new URL(registry.rdap).hostname);
};

/** The block around one that names nobody, if the registry links to it (RFC 9083 §4.2, `up`). */
export const askParent = async (sources: Sources, { parent: url }: Finding, address: string): Promise<Finding> => {
  if (url === undefined) return noFinding;
  const parent = aboutIt(address, await askRdap(sources, { kind: "ip", query: address, url }));
  return {
    ...parent,
    candidates: parent.candidates.map((candidate) => ({
      ...candidate,
      confidence: candidate.confidence === "high" ? "medium" : candidate.confidence,
      remarks: [...candidate.remarks, widerBlock],
    })),
  };
};

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
