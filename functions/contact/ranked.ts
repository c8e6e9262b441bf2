import type { Candidate } from "../case/candidate.ts";
import { sourceFacts } from "../case/contact-source.ts";
import { byScope } from "../kernel/scope.ts";
import { byConfidence } from "./finding.ts";

/** By scope, then confidence, then source; otherwise as the readers gave them. */
export const ranked = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates].sort(
    (a, b) =>
      byScope(a.scope, b.scope) || byConfidence(a, b) || sourceFacts[a.source].rank - sourceFacts[b.source].rank,
  );

/** Each mailbox once per kind of desk, for all the addresses that it is named for. */
export const withoutRepeats = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const isSame = (one: Candidate, other: Candidate) =>
    other.email.toLowerCase() === one.email.toLowerCase() && other.scope === one.scope;
  return ranked(candidates)
    .filter((candidate, index, all) => all.findIndex((other) => isSame(candidate, other)) === index)
    .map((candidate) => {
      const all = candidates.filter((other) => isSame(candidate, other));
      return {
        ...candidate,
        serves: unionOf(all.map(({ serves }) => serves)),
        origins: unionOf(all.map(({ origins }) => origins)),
      };
    });
};

/** Without a list, it is for all. */
const unionOf = (lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined =>
  lists.every((list) => list !== undefined) ? [...new Set(lists.flat())] : undefined;
