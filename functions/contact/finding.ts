import type { Candidate, ContactForm, SourceFailure } from "../case/candidate.ts";
import type { OutOfDns } from "./reading.ts";
import type { Asked } from "./sources.ts";

/** What one part of a look-up found. */
export type Finding = {
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  readonly country?: string;
  readonly origins: readonly string[];
  readonly names: readonly string[];
  /** A domain's status by which it is taken out of DNS. */
  readonly outOfDns?: OutOfDns;
};

export const noFinding: Finding = { candidates: [], forms: [], failures: [], origins: [], names: [] };

export const joinFindings = (...findings: readonly Finding[]): Finding => {
  const country = findings.find((finding) => finding.country)?.country;
  const outOfDns = findings.find((finding) => finding.outOfDns)?.outOfDns;
  return {
    candidates: findings.flatMap(({ candidates }) => candidates),
    forms: findings.flatMap(({ forms }) => forms),
    failures: findings.flatMap(({ failures }) => failures),
    origins: [...new Set(findings.flatMap(({ origins }) => origins))],
    names: findings.flatMap(({ names }) => names),
    ...(country ? { country } : {}),
    ...(outOfDns ? { outOfDns } : {}),
  };
};

/** The failure to record for an asked source, `undefined` where it answered. */
export const failureOf = (source: string, asked: Asked<unknown>): SourceFailure | undefined =>
  asked.kind === "answer" ? undefined : { source: `${source} ${asked.server}`, outcome: asked.kind, detail: asked.detail };

export const withServer = (candidates: readonly Candidate[], server: string): readonly Candidate[] => candidates.map((candidate) => ({ ...candidate, server }));
