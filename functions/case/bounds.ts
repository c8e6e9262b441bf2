import { latest } from "../kernel/instant.ts";
import type { Evidence } from "../report/report.ts";
import type { Candidate, ContactForm } from "./candidate.ts";
import type { Case, Hold } from "./case.ts";
import type { EventOf } from "./event.ts";

/*
 * A case is one item of DynamoDB, 400 KB at most. Whatever others can make more of is bounded here; what is
 * left out stands in the history. `test/case/full-case.long.test.ts` fills every list.
 */

export const clipped = (text: string, charactersAtMost: number): string =>
  text.length <= charactersAtMost ? text : `${text.slice(0, charactersAtMost - 1)}…`;

/** As many as a machine queues about one case, far more than paths have steps; a person may go on. */
export const noticesAtMost = 40;
/** A person's corrections go to each desk that was notified, so these end, too. */
export const noticesWithCorrections = 120;
/** A desk has each correction within an hour or two. */
export const wrongReasonsAtMost = 3;
/** By its beginning a desk knows again what it was notified of. */
export const wrongReasonCharacters = 500;

export const reasonCharacters = 400;
export const droppedCharacters = { why: 100, by: 60 } as const;
/** Verdicts that wait for their minute; nobody gives more of one case by hand. */
export const givenAtMost = 3;
export const problemCharacters = 120;
/** A sentence with the provider's own words in it, for the person who takes its form instead. */
export const apiProblemCharacters = 300;

/** Fifty hashes of the longest kind in use (PhotoDNA, 144 bytes) are 10,000 characters. */
const hashCharacters = 20_000;
/** Ten addresses of four hundred bytes; most have half of that. */
const redirectBytes = 4_000;

const firstThatFit = (texts: readonly string[], most: number, sizeOf: (text: string) => number): readonly string[] => {
  let size = 0;
  return texts.filter((text) => {
    size += sizeOf(text);
    return size <= most;
  });
};

export const boundedEvidence = (
  evidence: Evidence,
): { readonly evidence: Evidence; readonly hashesLeftOut?: number } => {
  const { hashes = [], redirects = [] } = evidence;
  const keptHashes = firstThatFit(hashes, hashCharacters, ({ length }) => length);
  const keptRedirects = firstThatFit(redirects, redirectBytes, (url) => Buffer.byteLength(url));
  const hashesLeftOut = hashes.length - keptHashes.length;
  return {
    evidence: {
      ...evidence,
      ...(hashesLeftOut > 0 && { hashes: keptHashes }),
      ...(keptRedirects.length < redirects.length && { redirects: keptRedirects }),
    },
    ...(hashesLeftOut > 0 && { hashesLeftOut }),
  };
};

export const boundedForm = (form: ContactForm): ContactForm => ({
  ...form,
  ...(form.name !== undefined && { name: clipped(form.name, answerAtMost.name) }),
});

export const boundedForms = (forms: readonly ContactForm[]): readonly ContactForm[] =>
  forms
    .filter(({ url }) => url.length <= answerAtMost.url)
    .slice(0, answerAtMost.formsOfQuestion)
    .map(boundedForm);

/** A registry's remarks stand with the lookup. */
export const asWrittenTo = ({ record: _, server: __, ...to }: Candidate): Candidate => ({
  ...boundedCandidate(to),
  remarks: [],
});

const holdsAtMost = 40;
const holdsWithReason = 10;
const whyCharacters = 300;

/** None of a reporter's is lost; beyond forty, persons' oldest become one that ends as late as any. */
export const withHold = (state: Case, { by, why: said, at: since, until }: Omit<EventOf<"held">, "type">): Case => {
  const { holds, reporters, version } = state;
  const why = holds.length < holdsWithReason ? clipped(said, whyCharacters) : "The reason stands in the timeline.";
  const all = [...holds, { by, why, since, ...(until && { until }), version: version + 1 }];
  const [first, second] = all.filter((hold) => !reporters.includes(hold.by));
  if (all.length <= holdsAtMost || !first || !second) return { ...state, holds: all };
  const { until: _, ...either } = second;
  const ends = first.until && second.until && latest(first.until, second.until);
  const one: Hold = { ...either, ...(ends && { until: ends }) };
  return { ...state, holds: all.flatMap((hold) => (hold === first ? [] : hold === second ? one : hold)) };
};

export const notesAtMost = 5;
export const noteCharacters = 1_000;

export const answerAtMost = {
  addresses: 32,
  origins: 10,
  optedOut: 20,
  candidates: 20,
  candidatesOfOneBlock: 5,
  remarks: 3,
  forms: 6,
  formsOfQuestion: 3,
  failures: 20,
  name: 80,
  range: 100,
  remark: 200,
  url: 400,
  detail: 120,
} as const;

export const boundedCandidate = (candidate: Candidate): Candidate => ({
  ...candidate,
  ...(candidate.name !== undefined && { name: clipped(candidate.name, answerAtMost.name) }),
  ...(candidate.range !== undefined && { range: clipped(candidate.range, answerAtMost.range) }),
  remarks: candidate.remarks.slice(0, answerAtMost.remarks).map((remark) => clipped(remark, answerAtMost.remark)),
});
