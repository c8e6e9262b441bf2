import type { Candidate, SourceFailure } from "../case/candidate.ts";
import { readHost } from "../kernel/host.ts";
import { earliest } from "../kernel/instant.ts";
import { type Bootstrap, knownNetworkWhois, type Registry, whoisQuery } from "./bootstrap.ts";
import { isNationalRegistry } from "./desks.ts";
import { confidenceRank, type Finding, failuresOf, joinFindings, noFinding } from "./finding.ts";
import { objectOf } from "./jcard.ts";
import { readAbuseFinder } from "./read-abuse-finder.ts";
import { type RdapAnswer, readRdap } from "./read-rdap.ts";
import { readWhois, type WhoisKind } from "./read-whois.ts";
import type { Reading } from "./reading.ts";
import type { RdapQuestion, Sources } from "./sources.ts";

/** What a registry's server answered, with what decides whom to ask next; of no answer the failure alone. */
export type RegistryAnswer = Finding &
  Partial<Reading> & {
    /** Who answered in the end, after redirects. */
    readonly server?: string;
    /** A referral led to somebody else's server, so the finding holds by two registries' word. */
    readonly isReferred?: true;
  };

const outcomeDetail: Partial<
  Record<Reading["outcome"], { readonly outcome: SourceFailure["outcome"]; readonly detail: string }>
> = {
  "not-found": { outcome: "none", detail: "The registry has no such object." },
  none: { outcome: "none", detail: "The object names nobody for abuse." },
  retry: { outcome: "silent", detail: "The registry is busy." },
  "retry-later": { outcome: "silent", detail: "The registry's limit is reached, or it cut its answer." },
  refused: { outcome: "refused", detail: "The registry refused the question." },
  "parse-error": { outcome: "unreadable", detail: "The answer could not be read." },
  redirect: { outcome: "refused", detail: "The answer led on to a place that is not followed." },
};

const answerOf = (source: "rdap" | "whois", server: string, reading: Reading): RegistryAnswer => {
  const failed = outcomeDetail[reading.outcome];
  return {
    ...reading,
    candidates: reading.candidates.map((candidate) => ({ ...candidate, server })),
    failures: failed ? [{ source, server, ...failed }] : [],
    server,
  };
};

/** An answer about another object names somebody uninvolved. */
export const aboutAnother = (what: "block" | "domain" | "system", { server }: RegistryAnswer): RegistryAnswer => ({
  ...noFinding,
  failures: [
    {
      source: "registry",
      server,
      outcome: "unreadable",
      detail: `The answer is about another ${what} than the one that was asked for.`,
    },
  ],
  server,
});

const aboutDomain = (domain: string, answer: RegistryAnswer): RegistryAnswer => {
  const { range } = answer;
  // Some registries give a number instead of the name.
  const named = range?.includes(".") ? readHost(range, { allowReserved: true }) : undefined;
  return !named?.ok || named.value.text === domain ? answer : aboutAnother("domain", answer);
};

/** An autnum has its first and last number (RFC 9083 §5.5). */
const isAboutSystem = (asn: string, { body }: RdapAnswer): boolean => {
  const { startAutnum: first, endAutnum: last } = objectOf(body);
  return typeof first !== "number" || typeof last !== "number" || (first <= Number(asn) && Number(asn) <= last);
};

/** Network: one question. */
export const askRdap = async (
  sources: Sources,
  question: RdapQuestion & { readonly kind: Exclude<RdapQuestion["kind"], "children"> },
  role: "abuse" | "technical" = "technical",
): Promise<RegistryAnswer> => {
  const asked = await sources.rdap(question);
  if (asked.kind !== "answer") return { ...noFinding, failures: failuresOf("rdap", asked), server: asked.server };
  const answer = answerOf(
    "rdap",
    asked.server,
    question.kind === "abuse-contact" ? readAbuseFinder(asked.value) : readRdap(question.kind, asked.value, role),
  );
  if (question.kind === "autnum" && !isAboutSystem(question.query, asked.value)) return aboutAnother("system", answer);
  return question.kind === "domain" ? aboutDomain(question.query, answer) : answer;
};

/** RIPE's finders: the database for RIPE's space, else RIPEstat (all regions). Network: one question. */
export const askAbuseFinder = (sources: Sources, registry: Registry, address: string): Promise<RegistryAnswer> =>
  askRdap(
    sources,
    registry.name === "ripe"
      ? { kind: "abuse-contact", query: `${address}.json`, base: "https://rest.db.ripe.net/" }
      : {
          kind: "abuse-contact",
          query: `${address}.json`,
          url: `https://stat.ripe.net/data/abuse-contact-finder/data.json?resource=${address}`,
        },
  );

/** It may still answer, so what was found without it is not final. */
const isSilent = ({ outcome }: SourceFailure): boolean => outcome === "silent";

/**
 * Asks the records that an RDAP answer only named by handle until one has a mailbox, else says who was silent.
 * Network: at most three questions, where the handle's tag says, else at `base`.
 */
export const askFollowUps = async (
  sources: Sources,
  { followUps = [], range }: RegistryAnswer,
  base: string,
  registries: Bootstrap,
): Promise<Finding> => {
  const silent: SourceFailure[] = [];
  for (const { handle, abuse } of followUps) {
    if (!/^[A-Za-z0-9][A-Za-z0-9_.:-]{1,80}$/.test(handle)) continue;
    const entity = await askRdap(
      sources,
      { kind: "entity", query: handle, base: registries.rdapOfHandle(handle) ?? base },
      abuse ? "abuse" : "technical",
    );
    if (entity.candidates.length > 0)
      return {
        ...joinFindings(entity),
        candidates: entity.candidates.map((candidate) => ({ ...candidate, range: range ?? candidate.range })),
        failures: [],
      };
    silent.push(...entity.failures.filter(isSilent));
  }
  return { ...noFinding, failures: silent };
};

const referralsAtMost = 2;

/**
 * Asks a WHOIS server and follows at most two referrals, each server once: from a network only to registries'
 * own servers, from a domain to the registrar's. The best answer on the way counts, so that a dead referral
 * loses nothing. Where it is a national registry's desk, the operator's mailboxes in that registry's own WHOIS
 * come first. `national`: the registry that keeps the block, as another source named it, asked if no referral
 * led there.
 */
export const askWhois = async (
  sources: Sources,
  kind: WhoisKind,
  server: string,
  query: string,
  national?: string,
): Promise<RegistryAnswer> => {
  const visited = new Set<string>();
  const failures: SourceFailure[] = [];
  const answers: RegistryAnswer[] = [];
  for (let next: string | undefined = server; next && visited.size <= referralsAtMost; ) {
    const at: string = next;
    next = undefined;
    visited.add(at);
    const further = national !== undefined && !visited.has(national) && national !== server ? national : undefined;
    const asked = await sources.whois({ server: at, query: whoisQuery(at, query) });
    failures.push(...failuresOf("whois", asked));
    if (asked.kind !== "answer") {
      next = further;
      continue;
    }
    const read = answerOf("whois", at, readWhois(kind, asked.value));
    const answer = kind === "domain" ? aboutDomain(query, read) : read;
    const records =
      kind === "ip" && !isOperatorsNamed(answer) ? await askRecords(sources, at, query, answer) : undefined;
    answers.push(records?.record ?? answer);
    failures.push(...answer.failures, ...(records?.failures ?? []));
    if (answer.candidates.every(isDoubtful)) next = referralOf(kind, answer, visited) ?? further;
  }
  return bestOf(answers, failures, visited.size > 1);
};

const isDoubtful = ({ confidence }: Candidate): boolean => confidence === "low" || confidence === "guess";

/** The server to ask next, if it may be followed and was not asked yet. */
const referralOf = (kind: WhoisKind, { referral }: RegistryAnswer, visited: ReadonlySet<string>): string | undefined =>
  referral && !visited.has(referral) && (kind === "domain" || knownNetworkWhois.has(referral)) ? referral : undefined;

const bestOf = (
  answers: readonly RegistryAnswer[],
  failures: readonly SourceFailure[],
  wasReferred: boolean,
): RegistryAnswer => {
  const [best, ...others] = answers.toSorted((a, b) => rank(b) - rank(a));
  const registeredAt = earliest(...answers.map((answer) => answer.registeredAt));
  const all = { ...(wasReferred && ({ isReferred: true } as const)), registeredAt };
  if (!best || isConfident(best)) return { ...(best ?? noFinding), failures: best ? [] : failures, ...all };
  const candidates = [best, ...others].flatMap((answer) => answer.candidates);
  return { ...best, candidates, failures: candidates.length > 0 ? failures.filter(isSilent) : failures, ...all };
};

/** The operator is named, in whatever role. */
const isOperatorsNamed = ({ candidates }: Finding): boolean =>
  candidates.some(({ email }) => !isNationalRegistry(email));

/**
 * Asks the records that an answer only named by handle (ARIN's smallest network of a list, JPNIC's contacts, an
 * omitted abuse-c), else says who was silent. Network: at most two more questions to the same server.
 */
const askRecords = async (
  sources: Sources,
  server: string,
  query: string,
  { followUps = [], range: asked }: RegistryAnswer,
): Promise<{ readonly record?: RegistryAnswer; readonly failures: readonly SourceFailure[] }> => {
  const failures: SourceFailure[] = [];
  for (const { handle, abuse } of followUps.slice(0, 2)) {
    if (!/^[A-Z0-9][A-Z0-9_-]{2,80}$/i.test(handle) || handle === query) continue;
    const answered = await sources.whois({ server, query: whoisQuery(server, handle) });
    failures.push(...failuresOf("whois", answered).filter(isSilent));
    if (answered.kind !== "answer") continue;
    const record = answerOf("whois", server, readWhois("ip", answered.value));
    failures.push(...record.failures.filter(isSilent));
    if (record.candidates.length === 0) continue;
    const range = record.range ?? asked;
    const candidates = record.candidates.map(
      (candidate): Candidate => ({
        ...candidate,
        range: candidate.range ?? range,
        // Named by its handle as the block's abuse contact.
        confidence: abuse && candidate.confidence === "guess" ? "medium" : candidate.confidence,
      }),
    );
    return { record: { ...record, candidates, range }, failures: [] };
  }
  return { failures };
};

const rank = ({ candidates, range }: RegistryAnswer): number => {
  const [best] = candidates;
  return best ? 4 - confidenceRank[best.confidence] : range ? 0.5 : 0;
};

export const isConfident = ({ candidates }: Finding): boolean =>
  candidates.some(({ confidence }) => confidence === "high" || confidence === "medium");
