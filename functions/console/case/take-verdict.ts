import { questionIn } from "../../case/ask.ts";
import type { Case, Given, Review } from "../../case/case.ts";
import type { EventOf } from "../../case/event.ts";
import { isDecided } from "../../case/given.ts";
import type { Question } from "../../case/question.ts";
import { isSamePerson } from "../../kernel/person.ts";
import { breakDueOf } from "../../review/breaks.ts";
import { answerText, type Decision, isDecision } from "../../review/questions.ts";
import { recordVerdict, type VerdictRefused } from "../../review/verdict.ts";
import type { CaseHistory } from "../../store/ports.ts";
import type { CaseWork } from "../../store/work.ts";
import { type ConsoleDeps, isCaseId } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
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
  readonly said: Flash;
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
  /** What to say instead where somebody else has the case and the form's giver has not seen it. */
  readonly unseen?: Flash | undefined;
};

/** Reads and records a form. Writes one change at most: the second time it is answered. */
export const takeVerdict = async (work: VerdictWork, given: Filled): Promise<Taken> => {
  const { caseId, reviewId, by, form, unseen } = given;
  const state = await work.store.read(caseId);
  if (!state) return { kind: "no-case" };
  const review = state.reviews.find(({ id }) => id === reviewId);
  const filled = readFilledIn(form);
  const why = reasonOf(filled);
  if (!review || review.given) return tooLate(work, state, { reviewId, by, why });
  const verdict = readVerdict(filled, { question: review.question, lane: state.lane });
  if (!verdict.ok) return refusedAtField(state, review, filled, verdict.error);
  if (unseen && !filled.confirmed) return { ...refusedAtField(state, review, filled, {}, 409), said: unseen };
  const { decision } = verdict.value;
  if (decision === "send-again" && review.question === "unknown-send" && !filled.confirmed)
    return { kind: "confirm", state, review, filled };
  const deskSaid = readDeskSaid(filled);
  const recorded = await recordVerdict(work, {
    ...{ caseId, reviewId, verdict: verdict.value, by, why },
    ...(deskSaid && { deskSaid }),
  });
  if (recorded.ok)
    return { kind: "recorded", as: recordedAs(recorded.value, reviewId), next: recorded.value, decision };
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
    case "decided-already":
      return tooLate(work, state, { reviewId: review.id, by: of.by, why: reasonOf(filled) });
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
} as const satisfies Flash;

const refusedAtField = (
  state: Case,
  review: Review,
  filled: FilledIn,
  problems: FieldProblems,
  status: Refusal["status"] = 422,
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

/**
 * The first answer counts. The second person sees it and the case as it is now, with their own reason, unless that is
 * the first's own, by a button pressed twice.
 */
const tooLate = async (
  work: VerdictWork,
  state: Case,
  { reviewId, by, why }: { readonly reviewId: string; readonly by: string; readonly why: string },
): Promise<Refusal> => {
  const review = state.reviews.find(({ id }) => id === reviewId);
  const first = review?.given ?? (await answerIn(work, state, reviewId));
  const isOwn = first !== undefined && isSamePerson(first.by, by);
  const wrote = isOwn && first.why === why ? undefined : shown(why, hostsOf(state));
  const said = (title: string, text: string): Refusal => ({
    kind: "refused",
    state,
    status: 409,
    said: { kind: "note", title, text, wrote },
  });
  if (!first)
    return said(
      "Nobody asks any more",
      "The case went on without an answer to this question. Yours was not recorded; this is the case as it is now.",
    );
  const says = "type" in first ? sayEvent(first, state) : givenText(first, review?.question);
  return isOwn
    ? said("You have answered this already", `${says} Nothing was recorded a second time.`)
    : said("Somebody was first", `${says} Your answer was not recorded. This is the case as it is now.`);
};

const answerIn = async (work: VerdictWork, state: Case, reviewId: string) =>
  (await work.store.history(state.id))
    .flatMap(({ events }) => events)
    .find((event): event is EventOf<"answered"> => event.type === "answered" && event.reviewId === reviewId);

/** A decision that both the first and the second person can still undo. */
const givenText = ({ by, verdict, takesEffectAt }: Given, question: Question | undefined): string =>
  `${shown(by)} decided: ${verdictWords(verdict, question)}. It takes effect at ${clockTime(takesEffectAt)}, and can ` +
  "be undone until then.";

const good = (title: string, text: string): Flash => ({ kind: "good", title, text });

const saidTexts: Readonly<Record<string, Flash>> = {
  agreed: {
    kind: "note",
    title: "Recorded: you agreed",
    text:
      "A second, different person has to agree before anything goes out. " +
      "Both count only where they signed in the same way.",
  },
  given: good("Recorded", "It has taken effect, or was undone."),
  closed: good("Done. The case is closed.", "It took effect at once."),
  decided: good("Done. The decision is in effect.", "It took effect at once."),
  "taken-back": good("Undone.", "Nothing was sent; the question is open again."),
  held: good("On hold: nothing more goes out", "What was handed to the mail service before can’t be called back."),
  released: good("The hold is lifted", "What waited goes out when its time has come."),
  reopened: good(
    "The case is open again",
    "Its host is looked up again, and it goes on from where it was. Nobody is notified twice.",
  ),
  corrected: good(
    "The correction goes out",
    "Everyone who had the notice gets it. It waits for holds and for questions that block the case.",
  ),
  written: good(
    "The message goes out",
    "It waits for holds, for questions that block the case and for a fresh lookup, as every notice does.",
  ),
  noted: good("Note kept", "It stays inside: no desk and no reporter reads it."),
} satisfies Record<
  RecordedAs | "held" | "released" | "reopened" | "corrected" | "written" | "noted" | "taken-back",
  Flash
>;

/** What to say above the case after a redirect, if the text is ours. */
export const saidAfter = (recorded: string | undefined, state: Case): Flash | undefined => {
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

/** What was decided in place of a verdict that was undone. */
export const anotherStandsText = (given: Given, question: Question | undefined): string =>
  `What you saw was undone, and there is another decision since. ${givenText(given, question)} Look at the case ` +
  "before you undo it.";

const effectText = ({ takesEffectAt }: Given): string =>
  `It takes effect at ${clockTime(takesEffectAt)}. Nothing goes out for the case until then, and it can be undone.`;

/**
 * What to say above the next case, or the list if there is none: what was decided of the last one, and that
 * it can be undone, if so. By an address that `decidedOf` wrote, nothing for others. Reads that case.
 */
export const saidOfAnother = async (
  { work }: Pick<ConsoleDeps, "work">,
  query: URLSearchParams,
): Promise<Flash | undefined> => {
  const [of, decided, reviewId] = [query.get("of") ?? "", query.get("decided") ?? "", query.get("review")];
  if (!isCaseId(of) || !isDecision(decided)) return undefined;
  const state = await work.store.read(of);
  if (!state) return undefined;
  const said: Flash = {
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
    return { ...said, kind: "note", title: `${of} asks again`, text: review.dropped?.why ?? "It was undone." };
  return {
    ...said,
    text: state.lane === "urgent" ? "It took effect at once, as in the urgent lane." : "It has taken effect.",
  };
};

/** For an address: what was decided, and when, if it can be undone. */
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
  said: Flash | undefined,
): Promise<Flash | undefined> => {
  const minutes = said && (await breakDueOf(work.store, person, work.clock.now()));
  if (!said || minutes === undefined) return said;
  return {
    ...said,
    beside:
      `You have answered for ${minutes} minutes without a break. Step away for ten: nothing is lost meanwhile, and ` +
      "what is urgent rings.",
  };
};
