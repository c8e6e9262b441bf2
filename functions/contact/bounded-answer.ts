import { answerAtMost, boundedCandidate, boundedForm, clipped } from "../case/bounds.ts";
import type { Candidate, ContactAnswer, SourceFailure } from "../case/candidate.ts";

/** The best few per block and scope, so that three hundred desks of one network hide nobody else. */
const bestOfEach = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const isLike = (one: Candidate) => (other: Candidate) => one.scope === other.scope && one.range === other.range;
  const best = candidates.filter(
    (one, at) => candidates.slice(0, at).filter(isLike(one)).length < answerAtMost.candidatesOfOneBlock,
  );
  return best.slice(0, answerAtMost.candidates);
};

/** The answer as it is kept: the best contacts, and whether a registry names more. */
export const boundedAnswer = (answer: ContactAnswer): ContactAnswer => {
  const candidates = bestOfEach(answer.candidates);
  const forms = answer.forms.filter(({ url }) => url.length <= answerAtMost.url).slice(0, answerAtMost.forms);
  const leftOut = answer.candidates.length - candidates.length + answer.forms.length - forms.length;
  const failures = answer.failures.slice(0, answerAtMost.failures).map(boundedFailure);
  return {
    ...answer,
    addresses: answer.addresses.slice(0, answerAtMost.addresses),
    candidates: candidates.map(boundedCandidate),
    forms: forms.map(boundedForm),
    origins: answer.origins?.slice(0, answerAtMost.origins),
    neighbours: answer.neighbours && {
      of: answer.neighbours.of.slice(0, answerAtMost.origins),
      systems: answer.neighbours.systems.slice(0, answerAtMost.origins),
    },
    optedOut: answer.optedOut?.slice(0, answerAtMost.optedOut),
    failures: leftOut > 0 ? [...failures, more(leftOut)] : failures,
  };
};

const more = (leftOut: number): SourceFailure => ({
  source: "registries",
  outcome: "none",
  detail: `${leftOut} more contacts were named than are kept.`,
});

const boundedFailure = (failure: SourceFailure): SourceFailure => ({
  ...failure,
  ...(failure.server !== undefined && { server: clipped(failure.server, answerAtMost.name) }),
  detail: clipped(failure.detail, answerAtMost.detail),
});
