import { questionIn } from "../../case/ask.ts";
import type { Case, Given, Review } from "../../case/case.ts";
import { isDecided } from "../../case/given.ts";
import type { Question } from "../../case/question.ts";
import { isSamePerson } from "../../kernel/person.ts";
import { breakDueOf } from "../../review/breaks.ts";
import { answerText, type Decision, isDecision } from "../../review/questions.ts";
import { recordVerdict, type VerdictRefused } from "../../review/verdict.ts";
import type { CaseHistory } from "../../store/ports.ts";
import type { CaseWork } from "../../store/work.ts";
import { type ConsoleDeps, isCaseId } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { clockTime } from "../words.ts";
import {
  type FieldProblems,
  type FilledIn,
  readDeskSaid,
  readFilledIn,
  readVerdict,
  reasonOf,
} from "./read-verdict.ts";
import type { Refused } from "./review-form.tsx";
import { sayEvent, verdictWords } from "./say-event.ts";

type VerdictWork = CaseWork & { readonly store: Pick<CaseHistory, "history"> };

/** The case as it is now, to be shown with the reason. */
type Refusal = {
  readonly kind: "refused";
  readonly state: Case;
  readonly said: Said;
  readonly refused?: Refused;
  readonly status: 403 | 409 | 422 | 503;
};

export type Taken =
  | { readonly kind: "no-case" }
  | { readonly kind: "recorded"; readonly as: RecordedAs; readonly next: Case; readonly decision: Decision }
  | { readonly kind: "confirm"; readonly state: Case; readonly review: Review; readonly filled: FilledIn }
  | Refusal;

type RecordedAs = "agreed" | "given" | "closed" | "decided";

export type Filled = {
  readonly caseId: string;
  readonly reviewId: string;
  readonly by: string;
  readonly form: URLSearchParams;
};

/** Reads and records a form. Writes at most one change: the second time, the question is answered. */
export const takeVerdict = async (work: VerdictWork, { caseId, reviewId, by, form }: Filled): Promise<Taken> => {
  const state = await work.store.read(caseId);
  if (!state) return { kind: "no-case" };
  const review = state.reviews.find(({ id }) => id === reviewId);
  const filled = readFilledIn(form);
  const why = reasonOf(filled);
  if (!review) return somebodyWasFirst(work, state, { reviewId, by, why });
  if (review.given) return decidedAlready(state, review.given, review.question, { by, why });
  const verdict = readVerdict(filled, { question: review.question, lane: state.lane });
  if (!verdict.ok) return refusedAtField(state, review, filled, verdict.error);
  if (verdict.value.decision === "send-again" && review.question === "unknown-send" && !filled.confirmed)
    return { kind: "confirm", state, review, filled };
  const deskSaid = readDeskSaid(filled);
  const given = { caseId, reviewId, verdict: verdict.value, by, why, ...(deskSaid && { deskSaid }) };
  const recorded = await recordVerdict(work, given);
  if (recorded.ok) {
    const as = recordedAs(recorded.value, reviewId);
    return { kind: "recorded", as, next: recorded.value, decision: verdict.value.decision };
  }
  return notRecorded(work, recorded.error, { state, review, filled, by });
};

const recordedAs = (next: Case, reviewId: string): RecordedAs => {
  const review = next.reviews.find(({ id }) => id === reviewId);
  if (review) return review.given ? "given" : "agreed";
  return next.closed ? "closed" : "decided";
};

const notRecorded = async (
  work: VerdictWork,
  error: VerdictRefused,
  of: { readonly state: Case; readonly review: Review; readonly filled: FilledIn; readonly by: string },
): Promise<Taken> => {
  const { review, filled } = of;
  const state = (await work.store.read(of.state.id)) ?? of.state;
  switch (error.kind) {
    case "no-case":
      return { kind: "no-case" };
    case "no-longer-open":
    case "changed-since":
      return somebodyWasFirst(work, state, { reviewId: review.id, by: of.by, why: reasonOf(filled) });
    case "decided-already":
      return decidedAlready(state, error.given, review.question, { by: of.by, why: reasonOf(filled) });
    case "not-an-answer":
      return refusedAtField(state, review, filled, { decision: error.reason });
    case "not-yours":
      return refusedAtField(state, review, filled, { decision: error.reason }, 403);
    case "contended":
      return { ...refusedAtField(state, review, filled, {}, 503), said: contended };
    default:
      return error satisfies never;
  }
};

export const contended = {
  kind: "bad",
  title: "Not recorded",
  text:
    "Others changed this case in the same moment, again and again. What you wrote is still here: " +
    "send it once more.",
} as const satisfies Said;

const refusedAtField = (
  state: Case,
  review: Review,
  filled: FilledIn,
  problems: FieldProblems,
  status: 403 | 422 | 503 = 422,
): Refusal => ({
  kind: "refused",
  state,
  status,
  said: {
    kind: "bad",
    title: "Not recorded",
    fields: Object.entries(problems).map(([field, says]) => ({
      id: `${field === "decision" ? "decision-problem" : field}-${review.id}`,
      says,
    })),
  },
  refused: { reviewId: review.id, filled, problems },
});

type Second = { readonly by: string; readonly why: string };

/** With the second person's reason, unless it is the first's own, by a button pressed twice. */
const tooLate = (state: Case, { by, why }: Second, first: Second | undefined, title: string, text: string): Refusal => {
  const isTwice = first !== undefined && isSamePerson(first.by, by) && first.why === why;
  const wrote = isTwice ? undefined : shown(why, hostsOf(state));
  return { kind: "refused", state, status: 409, said: { kind: "note", title, text, wrote } };
};

/** The first answer stands. The second person sees it, their own reason and the case as it is now. */
const somebodyWasFirst = async (
  work: VerdictWork,
  state: Case,
  { reviewId, ...second }: Second & { readonly reviewId: string },
): Promise<Taken> => {
  const { by } = second;
  const events = (await work.store.history(state.id)).flatMap((line) => line.events);
  const answer = events.find((event) => event.type === "answered" && event.reviewId === reviewId);
  const first = answer?.type === "answered" ? answer : undefined;
  const refused = (title: string, text: string) => tooLate(state, second, first, title, text);
  if (!first)
    return refused(
      "Nobody asks any more",
      "The case went on without an answer to this question. Yours was not recorded; this is the case as it is now.",
    );
  // A button pressed twice is no second decision.
  if (isSamePerson(first.by, by))
    return refused("You have answered this already", `${sayEvent(first, state)} Nothing was recorded a second time.`);
  return refused(
    "Somebody was first",
    `${sayEvent(first, state)} Your answer was not recorded. This is the case as it is now.`,
  );
};

/** Both the first and the second person can still take it back. */
const decidedAlready = (state: Case, given: Given, question: Question, second: Second): Taken =>
  tooLate(
    state,
    second,
    given,
    isSamePerson(given.by, second.by) ? "You have answered this already" : "Somebody was first",
    `${shown(given.by)} decided: ${verdictWords(given.verdict, question)}. It takes effect at ` +
      `${clockTime(given.takesEffectAt)}, and can be taken back until then. Nothing was recorded beside it.`,
  );

const saidTexts: Readonly<Record<string, Said>> = {
  agreed: {
    kind: "note",
    title: "Recorded: you agreed",
    text:
      "A second, different person has to agree before anything goes out. " +
      "Both count only where they signed in the same way.",
  },
  given: { kind: "good", title: "Recorded", text: "It has taken effect, or was taken back." },
  closed: { kind: "good", title: "Recorded, and the case is closed", text: "It took effect at once." },
  decided: {
    kind: "good",
    title: "Recorded",
    text: "It took effect at once: the case goes on from your decision.",
  },
  "taken-back": {
    kind: "good",
    title: "Taken back",
    text: "Nothing followed from it. The question is asked as before.",
  },
  held: {
    kind: "good",
    title: "Recorded: nothing more goes out",
    text: "What was handed to the mail service before can’t be called back.",
  },
  released: { kind: "good", title: "Recorded: the case goes on", text: "What waited goes out when its time has come." },
  reopened: {
    kind: "good",
    title: "Recorded: the case is open again",
    text: "Its host is looked up anew, and it goes on from where it stood. Who was told is not told again.",
  },
  corrected: {
    kind: "good",
    title: "Recorded: the correction goes out",
    text: "Everyone who had the notice gets it. It waits for holds and for questions that stop the case.",
  },
  written: {
    kind: "good",
    title: "Recorded: the letter goes out",
    text: "It waits for holds, for questions that stop the case and for a fresh look-up, as every notice does.",
  },
} satisfies Record<RecordedAs | "held" | "released" | "reopened" | "corrected" | "written" | "taken-back", Said>;

/** What to say above the case after a redirect, if the text is ours. */
export const saidAfter = (recorded: string | undefined, state: Case): Said | undefined => {
  const [given, ...others] = state.reviews.filter(isDecided);
  if (recorded === "given" && given)
    return {
      kind: "good",
      title: "Recorded",
      text: effectText(given.given),
      takeBack: [given, ...others].map(({ id: reviewId, given: { at: givenAt } }) => ({
        caseId: state.id,
        reviewId,
        givenAt,
      })),
    };
  return recorded !== undefined && Object.hasOwn(saidTexts, recorded) ? saidTexts[recorded] : undefined;
};

/** What was decided in place of a verdict that was taken back. */
export const anotherStandsText = ({ by, verdict, takesEffectAt }: Given, question: Question | undefined): string =>
  `What you saw was taken back, and ${shown(by)} has decided since: ${verdictWords(verdict, question)}. ` +
  `That stands, and takes effect at ${clockTime(takesEffectAt)}; look at the case before you take it back.`;

const effectText = ({ takesEffectAt }: Given): string =>
  `It takes effect at ${clockTime(takesEffectAt)}. Nothing goes out for the case until then, and it can be taken back.`;

/**
 * What to say above the next case, or the list if there is none: what was decided of the last one, and that
 * it can be taken back, if so. By an address that `decidedOf` wrote, nothing for others. Reads that case.
 */
export const saidOfAnother = async (
  { work }: Pick<ConsoleDeps, "work">,
  query: URLSearchParams,
): Promise<Said | undefined> => {
  const [of, decided, reviewId] = [query.get("of") ?? "", query.get("decided") ?? "", query.get("review")];
  if (!isCaseId(of) || !isDecision(decided)) return undefined;
  const state = await work.store.read(of);
  if (!state) return undefined;
  const said: Said = {
    kind: "good",
    title: `Recorded for ${of}: ${answerText(questionIn(reviewId ?? ""), decided)}`,
    link: { href: `/cases/${encodeURIComponent(of)}`, says: "Look at it again" },
  };
  const review = state.reviews.find(({ id }) => id === reviewId);
  const givenAt = query.get("given");
  if (review?.given && review.given.at === givenAt)
    return { ...said, text: effectText(review.given), takeBack: [{ caseId: of, reviewId: review.id, givenAt }] };
  if (review?.given)
    return {
      ...said,
      kind: "note",
      title: `Of ${of} something else was decided since`,
      text: anotherStandsText(review.given, review.question),
    };
  if (review)
    return { ...said, kind: "note", title: `${of} asks again`, text: review.dropped?.why ?? "It was taken back." };
  return {
    ...said,
    text: state.lane === "urgent" ? "It took effect at once, as in the urgent lane." : "It has taken effect.",
  };
};

/** For an address: what was decided, and when, if it can be taken back. */
export const decidedOf = ({ id, reviews }: Case, reviewId: string, decision: Decision): string => {
  const given = reviews.find((review) => review.id === reviewId)?.given;
  return new URLSearchParams({
    of: id,
    review: reviewId,
    decided: decision,
    ...(given && { given: given.at }),
  }).toString();
};

/** Adds a word to whoever has answered for long without a break. Reads the list of the day. */
export const withBreak = async (
  { work }: Pick<ConsoleDeps, "work">,
  person: string,
  said: Said | undefined,
): Promise<Said | undefined> => {
  const minutes = said && (await breakDueOf(work.store, person, work.clock.now()));
  if (!said || minutes === undefined) return said;
  return {
    ...said,
    beside:
      `You have answered for ${minutes} minutes without a break. Step away for ten: nothing is lost meanwhile, and ` +
      "what is urgent rings.",
  };
};
