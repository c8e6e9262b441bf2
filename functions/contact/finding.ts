import type { Candidate, Confidence, SourceFailure } from "../case/candidate.ts";
import type { FailureSource } from "../case/contact-source.ts";
import { earliest } from "../kernel/instant.ts";
import { eachOnce } from "./desks.ts";
import type { RegistryFacts } from "./reading.ts";
import type { Asked } from "./sources.ts";

/** What one part of a lookup found. */
export type Finding = RegistryFacts & {
  readonly failures: readonly SourceFailure[];
  /** The registry's own RDAP says `outOfDns`; a registrar or a WHOIS text may be anybody's word. */
  readonly isHeldByRegistry?: boolean;
};

export const noFinding: Finding = { candidates: [], forms: [], failures: [], origins: [] };

/** The oldest of each. */
export const datesIn = (
  findings: readonly (Finding | undefined)[],
): Pick<Finding, "registeredAt" | "firstRegisteredAt"> => ({
  registeredAt: earliest(...findings.map((finding) => finding?.registeredAt)),
  firstRegisteredAt: earliest(...findings.map((finding) => finding?.firstRegisteredAt)),
});

/** All that they name; of what is one thing the first that says it, as that one names the desk, and so the holder. */
export const joinFindings = (...findings: readonly Finding[]): Finding => {
  const first = <Key extends keyof Finding>(key: Key): Finding[Key] | undefined =>
    findings.find((finding) => finding[key] !== undefined)?.[key];
  const all = (key: "origins" | "seats" | "registrarNames") => [
    ...new Set(findings.flatMap((finding) => finding[key] ?? [])),
  ];
  return {
    candidates: findings.flatMap(({ candidates }) => candidates),
    forms: findings.flatMap(({ forms }) => forms),
    failures: findings.flatMap(({ failures }) => failures),
    origins: all("origins"),
    seats: all("seats"),
    registrarNames: all("registrarNames"),
    country: first("country"),
    outOfDns: first("outOfDns"),
    isHeldByRegistry: first("isHeldByRegistry"),
    holders: first("holders"),
    isAssigned: first("isAssigned"),
    parent: first("parent"),
    ...datesIn(findings),
  };
};

/** Surer first. */
export const confidenceRank = { high: 0, medium: 1, low: 2, guess: 3 } as const satisfies Record<Confidence, number>;
export const byConfidence = (a: Pick<Candidate, "confidence">, b: Pick<Candidate, "confidence">): number =>
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

const isShort = (text: string | undefined): boolean => (text ?? "").length <= charactersAtMost;

/** A finding within those bounds: each mailbox once, the surest first. */
export const bounded = (finding: Finding): Finding => ({
  ...finding,
  candidates: eachOnce(finding.candidates.toSorted(byConfidence))
    .slice(0, mailboxesAtMost)
    .map((candidate) => ({ ...candidate, range: isShort(candidate.range) ? candidate.range : undefined })),
  forms: finding.forms.filter(({ url }) => url.length <= formCharactersAtMost).slice(0, formsAtMost),
  origins: finding.origins.slice(0, originsAtMost),
  registrarNames: finding.registrarNames?.filter(isShort).slice(0, registrarNamesAtMost),
});

/** A source may still answer, so what was found without it is not final. */
export const isSilent = ({ failures }: Pick<Finding, "failures">): boolean =>
  failures.some(({ outcome }) => outcome === "silent");

/** None where the source answered. */
export const failuresOf = (source: FailureSource, asked: Asked<unknown>): readonly SourceFailure[] =>
  asked.kind === "answer" ? [] : [{ source, server: asked.server, outcome: asked.kind, detail: asked.detail }];
