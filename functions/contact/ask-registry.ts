import type { SourceFailure } from "../case/candidate.ts";
import { type Bootstrap, knownNetworkWhois, whoisQuery } from "./bootstrap.ts";
import { type Finding, failureOf, noFinding, withServer } from "./finding.ts";
import { readRdap } from "./read-rdap.ts";
import { readWhois, type WhoisKind } from "./read-whois.ts";
import type { Reading } from "./reading.ts";
import type { RdapQuestion, Sources } from "./sources.ts";

/** A finding with the reading behind it, for whoever has to decide what to ask next. */
export type Told = Finding & { readonly reading?: Reading /** Who answered in the end, after redirects. */; readonly server?: string };

const outcomeDetail: Partial<Record<Reading["outcome"], { readonly outcome: SourceFailure["outcome"]; readonly detail: string }>> = {
  "not-found": { outcome: "none", detail: "The registry has no such object." },
  none: { outcome: "none", detail: "The object names nobody for abuse." },
  retry: { outcome: "silent", detail: "The registry is busy." },
  "retry-later": { outcome: "silent", detail: "The registry's limit is reached, or it cut its answer." },
  refused: { outcome: "refused", detail: "The registry refused the question." },
  "parse-error": { outcome: "unreadable", detail: "The answer could not be read." },
  redirect: { outcome: "refused", detail: "The answer led on to a place that is not followed." },
};

const told = (source: string, server: string, reading: Reading): Told => {
  const failed = outcomeDetail[reading.outcome];
  return {
    candidates: withServer(reading.candidates, server),
    forms: reading.forms,
    failures: failed ? [{ source: `${source} ${server}`, ...failed }] : [],
    origins: reading.origins,
    names: [],
    ...(reading.country ? { country: reading.country } : {}),
    reading,
    server,
  };
};

/** Asks one RDAP service and reads its answer. Network: one question. */
export const askRdap = async (sources: Sources, question: RdapQuestion, role: "abuse" | "technical" = "technical"): Promise<Told> => {
  const asked = await sources.rdap(question);
  const failure = failureOf("rdap", asked);
  if (asked.kind !== "answer") return { ...noFinding, failures: failure ? [failure] : [], server: asked.server };
  return told("rdap", asked.server, readRdap(question.kind, asked.value, role));
};

/** Asks the records that an RDAP answer only named by handle, until one of them has a mailbox; at most three questions, each where the handle's tag says, else at `base`. */
export const askFollowUps = async (sources: Sources, reading: Reading | undefined, base: string, registries: Bootstrap): Promise<Finding> => {
  for (const { handle, abuse } of (reading?.followUps ?? []).slice(0, 3)) {
    if (!/^[A-Za-z0-9][A-Za-z0-9_.:-]{1,80}$/.test(handle)) continue;
    const entity = await askRdap(sources, { kind: "entity", query: handle, base: registries.rdapOfHandle(handle) ?? base }, abuse ? "abuse" : "technical");
    if (entity.candidates.length > 0) {
      const range = reading?.range;
      return { ...entity, candidates: entity.candidates.map((candidate) => ({ ...candidate, ...(range ? { range } : {}) })), failures: [] };
    }
  }
  return noFinding;
};

const referralsAtMost = 2;

/**
 * Asks a WHOIS server and walks its referrals, at most two, each server once. From a network only registries' own servers
 * are followed; from a domain the registrar's. The best answer on the way counts, so that a dead referral loses nothing.
 */
export const askWhois = async (sources: Sources, kind: WhoisKind, server: string, query: string): Promise<Told> => {
  const visited = new Set<string>();
  const failures: SourceFailure[] = [];
  let best: Told | undefined;
  for (let next: string | undefined = server; next && visited.size <= referralsAtMost; ) {
    const at: string = next;
    next = undefined;
    visited.add(at);
    const asked = await sources.whois({ server: at, query: whoisQuery(at, query) });
    const failure = failureOf("whois", asked);
    if (failure) failures.push(failure);
    if (asked.kind !== "answer") continue;
    const answer = told("whois", at, readWhois(kind, query, asked.value));
    if (!best || rank(answer) > rank(best)) best = answer;
    failures.push(...answer.failures);
    const { referral, followUps = [] } = answer.reading ?? {};
    // ARIN's list of networks names the smallest by handle; its record is one more question to the same server.
    const handle = answer.candidates.length === 0 ? followUps.find((followUp) => /^NET6?-[0-9A-Z-]{1,60}$/i.test(followUp.handle))?.handle : undefined;
    if (handle && kind === "ip" && handle !== query) {
      const record = await sources.whois({ server: at, query: whoisQuery(at, handle) });
      if (record.kind === "answer") best = told("whois", at, readWhois(kind, query, record.value));
    }
    const wanted =
      answer.candidates.every(({ confidence }) => confidence === "low" || confidence === "guess") || (kind === "domain" && answer.candidates.length === 0);
    if (referral && wanted && !visited.has(referral) && (kind === "domain" || knownNetworkWhois.has(referral))) next = referral;
  }
  return { ...(best ?? noFinding), failures: best && best.candidates.length > 0 ? [] : failures };
};

const rank = ({ candidates, reading }: Told): number => {
  const best = ["high", "medium", "low", "guess"].indexOf(candidates[0]?.confidence ?? "none");
  return best < 0 ? (reading?.range ? 0.5 : 0) : 4 - best;
};

export const isConfident = ({ candidates }: Finding): boolean => candidates.some(({ confidence }) => confidence === "high" || confidence === "medium");
