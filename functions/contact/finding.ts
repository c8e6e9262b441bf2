import type { Candidate, Confidence, ContactForm, SourceFailure } from "../case/candidate.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import type { OutOfDns } from "./reading.ts";
import type { Asked } from "./sources.ts";

/** What one part of a look-up found. */
export type Finding = {
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  readonly country?: string;
  /** Countries of the postal addresses of who holds the block, or answers for its abuse. */
  readonly seats?: readonly string[];
  readonly origins: readonly string[];
  readonly names: readonly string[];
  /** Who holds the block or the domain, in the forms of `holder.ts`. */
  readonly holders?: readonly string[];
  /** Names and tags of a domain's registrar, as its registry wrote them. */
  readonly registrarNames?: readonly string[];
  /** The block was given to an end customer. */
  readonly isAssigned?: boolean;
  /** RDAP of the block around it. */
  readonly parent?: string;
  /** A domain's status by which it is taken out of DNS. */
  readonly outOfDns?: OutOfDns;
  /** The registry itself says so by its RDAP; a registrar, or a text of WHOIS, may be anybody's word. */
  readonly isHeldByRegistry?: boolean;
  /** When a domain was registered; the oldest date, where answers contradict each other. */
  readonly registeredAt?: Instant;
  /** Where that is when it was registered again: when it was registered at first. */
  readonly firstRegisteredAt?: Instant;
};

export const noFinding: Finding = { candidates: [], forms: [], failures: [], origins: [], names: [] };

/** The oldest dates that any of them has. */
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
  // The answer that names the desk comes first, and with it whose block it is.
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
 * How much of what a registry says is kept. Whoever holds a block or a domain writes most of its
 * answer: each mailbox costs two questions to DNS and one to the table, and all of them stand in
 * the case. Six is more than any honest answer names.
 */
const mailboxesAtMost = 6;
const formsAtMost = 5;
const originsAtMost = 8;
const registrarNamesAtMost = 6;
const charactersAtMost = 200;
const formCharactersAtMost = 500;

const isShort = (text: string | undefined): boolean => text === undefined || text.length <= charactersAtMost;

/** A finding within those bounds: its mailboxes each once, the surest first. */
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

/** The failure to record for an asked source, `undefined` where it answered. */
export const failureOf = (source: string, asked: Asked<unknown>): SourceFailure | undefined =>
  asked.kind === "answer"
    ? undefined
    : { source: `${source} ${asked.server}`, outcome: asked.kind, detail: asked.detail };

export const withServer = (candidates: readonly Candidate[], server: string): readonly Candidate[] =>
  candidates.map((candidate) => ({ ...candidate, server }));
