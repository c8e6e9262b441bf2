import type { Candidate, Confidence, ContactForm, SourceFailure } from "../case/candidate.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import type { OutOfDns } from "./reading.ts";
import type { Asked } from "./sources.ts";

/** What one part of a lookup found. */
export type Finding = {
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  readonly country?: string;
  /** Countries in the postal addresses of the block's holder or abuse contact. */
  readonly seats?: readonly string[];
  readonly origins: readonly string[];
  readonly names: readonly string[];
  /** Who holds the block or domain, in the forms of `holder.ts`. */
  readonly holders?: readonly string[];
  /** Names and tags of a domain's registrar, as its registry wrote them. */
  readonly registrarNames?: readonly string[];
  /** The block was given to an end customer. */
  readonly isAssigned?: boolean;
  /** RDAP of the block around it. */
  readonly parent?: string;
  /** A domain's status by which it is out of DNS. */
  readonly outOfDns?: OutOfDns;
  /** The registry's own RDAP says so; a registrar or a WHOIS text may be anybody's word. */
  readonly isHeldByRegistry?: boolean;
  /** When a domain was registered; the oldest date where answers differ. */
  readonly registeredAt?: Instant;
  /** The first registration, where `registeredAt` is a later one. */
  readonly firstRegisteredAt?: Instant;
};

export const noFinding: Finding = { candidates: [], forms: [], failures: [], origins: [], names: [] };

/** The oldest of each. */
export const datesIn = (
  findings: readonly (Finding | undefined)[],
): Pick<Finding, "registeredAt" | "firstRegisteredAt"> => {
  const registeredAt = earliest(...findings.map((finding) => finding?.registeredAt));
  const firstRegisteredAt = earliest(...findings.map((finding) => finding?.firstRegisteredAt));
  return { ...(registeredAt && { registeredAt }), ...(firstRegisteredAt && { firstRegisteredAt }) };
};

export const joinFindings = (...findings: readonly Finding[]): Finding => {
  const country = findings.find((finding) => finding.country)?.country;
  const seats = [...new Set(findings.flatMap((finding) => finding.seats ?? []))];
  const isHeldByRegistry = findings.some((finding) => finding.isHeldByRegistry);
  const outOfDns = findings.find((finding) => finding.outOfDns)?.outOfDns;
  // The answer that names the desk, and so the holder, comes first.
  const holders = findings.find((finding) => finding.holders)?.holders;
  const parent = findings.find((finding) => finding.parent)?.parent;
  const isAssigned = findings.find((finding) => finding.isAssigned !== undefined)?.isAssigned;
  const registrarNames = [...new Set(findings.flatMap((finding) => finding.registrarNames ?? []))];
  return {
    candidates: findings.flatMap(({ candidates }) => candidates),
    forms: findings.flatMap(({ forms }) => forms),
    failures: findings.flatMap(({ failures }) => failures),
    origins: [...new Set(findings.flatMap(({ origins }) => origins))],
    names: findings.flatMap(({ names }) => names),
    ...(country ? { country } : {}),
    ...(seats.length > 0 ? { seats } : {}),
    ...(outOfDns ? { outOfDns } : {}),
    ...(isHeldByRegistry ? { isHeldByRegistry } : {}),
    ...datesIn(findings),
    ...(holders ? { holders } : {}),
    ...(registrarNames.length > 0 ? { registrarNames } : {}),
    ...(isAssigned !== undefined ? { isAssigned } : {}),
    ...(parent ? { parent } : {}),
  };
};

/** Surer first. */
export const confidenceRank = { high: 0, medium: 1, low: 2, guess: 3 } as const satisfies Record<Confidence, number>;
export const byConfidence = (a: Candidate, b: Candidate): number =>
  confidenceRank[a.confidence] - confidenceRank[b.confidence];

/**
 * The holder of a block or domain writes most of its answer. Each mailbox costs two DNS questions and one to the
 * table, and stays in the case. Six is more than any honest answer names.
 */
const mailboxesAtMost = 6;
const formsAtMost = 5;
const originsAtMost = 8;
const registrarNamesAtMost = 6;
const charactersAtMost = 200;
const formCharactersAtMost = 500;

const isShort = (text: string | undefined): boolean => text === undefined || text.length <= charactersAtMost;

/** A finding within those bounds: each mailbox once, the surest first. */
export const bounded = (finding: Finding): Finding => {
  const emails = new Set<string>();
  const isFirst = ({ email }: Candidate): boolean => emails.size < emails.add(email.toLowerCase()).size;
  return {
    ...finding,
    candidates: finding.candidates
      .toSorted(byConfidence)
      .filter(isFirst)
      .slice(0, mailboxesAtMost)
      .map(({ range, ...candidate }) => ({ ...candidate, ...(range !== undefined && isShort(range) && { range }) })),
    forms: finding.forms.filter(({ url }) => url.length <= formCharactersAtMost).slice(0, formsAtMost),
    origins: finding.origins.slice(0, originsAtMost),
    ...(finding.registrarNames && {
      registrarNames: finding.registrarNames.filter(isShort).slice(0, registrarNamesAtMost),
    }),
  };
};

/** `undefined` where the source answered. */
export const failureOf = (source: string, asked: Asked<unknown>): SourceFailure | undefined =>
  asked.kind === "answer"
    ? undefined
    : { source: `${source} ${asked.server}`, outcome: asked.kind, detail: asked.detail };

export const withServer = (candidates: readonly Candidate[], server: string): readonly Candidate[] =>
  candidates.map((candidate) => ({ ...candidate, server }));
