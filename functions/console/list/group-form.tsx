import type { Child, FC } from "hono/jsx";
import type { Case, Review } from "../../case/case.ts";
import type { Question } from "../../case/question.ts";
import type { HeldQuestion } from "../../kernel/in-force.ts";
import type { Result } from "../../kernel/result.ts";
import type { Asking, Gathered, RowTaken, SeenCase } from "../../review/for-all.ts";
import { daysOffered, mayHold } from "../../review/let-hold.ts";
import { answerText, type Decision } from "../../review/questions.ts";
import { anothers, type Claims } from "../../review/reservations.ts";
import { answersForAll, type VerdictRefused } from "../../review/verdict.ts";
import { standingAnswerDaysAtMost } from "../../settings/row.ts";
import { outcomesToChoose } from "../case/outcomes.ts";
import { effectWords, WhyField } from "../case/review-form.tsx";
import { Button, Choice, TextField } from "../elements.tsx";
import { Banner, caseName, TakeBack, Wrote } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { PresetReasons } from "../preset-reasons.tsx";
import { hostsOf, shown } from "../shown.ts";
import { clockTime, count, outcomeWords } from "../words.ts";

/** A case as it was seen, read back by `readRow`. */
const rowOf = ({ caseId, reviewId, version }: SeenCase): string => [caseId, version, reviewId].join("@");

/** The case that a form names, if the text is ours. */
export const readRow = (text: string): SeenCase | undefined => {
  const [, caseId = "", version, reviewId = ""] = /^(TD-[0-9A-Z-]{1,20})@(\d{1,9})@([\w.-]{1,120})$/.exec(text) ?? [];
  return version === undefined ? undefined : { caseId, reviewId, version: Number(version) };
};

const holdWords = {
  unanswered: {
    label: "Where you wait: for cases that come later, too, for so many days",
    hint: "Nobody is asked about a case that waits for these desks alone, and they are reminded slowly.",
  },
  "form-only": {
    label: "Where you go on or close: fill in this desk’s form no more, for so many days",
    hint: "When it asks for its form about a later case, nobody is asked: it is passed over, and the next is told.",
  },
} as const satisfies Record<HeldQuestion, { readonly label: string; readonly hint: string }>;

/** How a case ended is chosen with the answer that closes it. */
const choicesOf = (question: Question, decision: Decision): readonly (readonly [string, string])[] => {
  const says = answerText(question, decision);
  if (decision !== "close") return [[decision, says]];
  return outcomesToChoose.map((outcome) => [`close:${outcome}`, `${says}: ${outcomeWords[outcome]}`]);
};

const AnswerFields: FC<{ readonly id: string; readonly state: Case; readonly review: Review }> = ({
  id,
  state,
  review,
}) => {
  const answers = answersForAll(state, review);
  const hold = holdWords[review.question === "form-only" ? "form-only" : "unanswered"];
  return (
    <>
      <Choice
        id={`${id}-decision`}
        name="decision"
        label="Your answer"
        all={[["", "Choose"], ...answers.flatMap((one) => choicesOf(review.question, one))]}
        required
      />
      {answers.includes("send-to") && (
        <TextField id={`${id}-email`} type="email" name="email" label="The mailbox, where you name one" value="" />
      )}
      {mayHold(state, review) && (
        <TextField
          id={`${id}-days`}
          type="number"
          name="days"
          label={hold.label}
          hint={`${hold.hint} Left empty, each case asks. It stands among the settings, with your name.`}
          value=""
          min="1"
          max={standingAnswerDaysAtMost}
          placeholder={String(daysOffered)}
        />
      )}
    </>
  );
};

/** Why this one is asked about, if a list has several reasons. */
export const OwnReason: FC<{ readonly of: Asking; readonly group: Gathered }> = ({ of, group }) =>
  of.review.reason === group[0].review.reason ? null : (
    <span class="soft"> {shown(of.review.reason, hostsOf(of.state))}</span>
  );

/** The answer is for the cases whose box is checked. What others have is unchecked at first. */
export const rowBox = ({ state, review }: Asking, { reservations, person = "" }: Partial<Claims>) => ({
  type: "checkbox",
  name: "row",
  value: rowOf({ caseId: state.id, reviewId: review.id, version: state.version }),
  checked: anothers(reservations?.get(state.id), person) === undefined,
});

/** The rows are inside. `from`: `?in=…` of the list that is shown again with the results. */
export const TogetherForm: FC<{ readonly group: Gathered; readonly from: string; readonly children?: Child }> = ({
  group: [{ state, review }],
  from,
  children,
}) => {
  const id = `together-${review.id}-${state.id}`;
  return (
    <PostForm action={`/reviews/together${from}`}>
      {children}
      <input type="hidden" name="question" value={review.question} />
      <AnswerFields id={id} state={state} review={review} />
      <WhyField id={`${id}-why`} asks="Why" hint="Kept in the case history." />
      <Button>Record for those chosen</Button>
      <p class="hint">{effectWords(state, review)}</p>
      <PresetReasons question={review.question} lane={state.lane} />
    </PostForm>
  );
};

/** Why a case took no answer, without a full stop. */
export const whyNotTaken = (error: VerdictRefused): string => {
  switch (error.kind) {
    case "no-case":
      return "there is no such case";
    case "no-longer-open":
      return "nobody asks this any more; somebody was first, or the case went on";
    case "decided-already":
      return `${shown(error.given.by)} has decided it; that takes effect at ${clockTime(error.given.takesEffectAt)}`;
    case "changed-since":
      return "it has changed since you saw it; look at it again";
    case "contended":
      return "others changed it in the same moment, again and again; try once more";
    case "not-an-answer":
    case "not-yours":
      return error.reason;
    default:
      return error satisfies never;
  }
};

const takenWords = (state: Case, reviewId: string): string => {
  const given = state.reviews.find(({ id }) => id === reviewId)?.given;
  if (given) return `recorded; it takes effect at ${clockTime(given.takesEffectAt)}`;
  return state.closed ? "recorded, and it is closed" : "recorded";
};

const TakeBackAll: FC<{ readonly rows: readonly RowTaken[] }> = ({ rows }) => {
  const given = rows.flatMap(({ caseId, reviewId, taken }) => {
    const verdict = taken.ok ? taken.value.reviews.find(({ id }) => id === reviewId)?.given : undefined;
    return verdict ? [{ caseId, reviewId, givenAt: verdict.at }] : [];
  });
  return given.length === 0 ? null : <TakeBack rows={given} />;
};

/** `held`: what became of the answer for later cases. `why`: the typed reason. */
export type Taken = {
  readonly rows: readonly RowTaken[];
  readonly held?: string | undefined;
  readonly why: string;
};

type Outcome = Pick<RowTaken, "caseId" | "state"> & { readonly taken: Result<Case, unknown> };

const stateOf = ({ taken, state }: Outcome): Case | undefined => (taken.ok ? taken.value : state);

const nameAfter = (state: Case | undefined): string => (state ? ` ${caseName(state)}` : "");

type OutcomesProps<T extends Outcome> = {
  readonly title: string;
  readonly rows: readonly T[];
  readonly says: (row: T) => string;
  readonly children?: Child;
};

/** What became of an order for several cases, a line for each. */
export const Outcomes = <T extends Outcome>({ title, rows, says, children }: OutcomesProps<T>) => (
  <Banner kind={rows.every(({ taken }) => taken.ok) ? "good" : "note"} title={title}>
    <ul>
      {rows.map((row) => (
        <li>
          <a href={`/cases/${encodeURIComponent(row.caseId)}`}>{row.caseId}</a>
          {nameAfter(stateOf(row))}: {says(row)}
        </li>
      ))}
    </ul>
    {children}
  </Banner>
);

/** `1 case`, of those that took it. */
export const countTaken = (rows: readonly Outcome[]): string =>
  count(rows.filter(({ taken }) => taken.ok).length, "case");

const rowWords = ({ taken, reviewId, had }: RowTaken): string => {
  const says = taken.ok ? takenWords(taken.value, reviewId) : `not recorded: ${whyNotTaken(taken.error)}`;
  return had === undefined ? says : `${says}; ${shown(had)} had it`;
};

export const RowsTaken: FC<Taken> = ({ rows, held, why }) => (
  <Outcomes title={`${countTaken(rows)} took your answer`} rows={rows} says={rowWords}>
    {rows.some(({ taken }) => !taken.ok) && (
      <Wrote
        text={shown(
          why,
          rows.flatMap((row) => hostsOf(stateOf(row))),
        )}
      />
    )}
    <TakeBackAll rows={rows} />
    {held !== undefined && <p>{held}</p>}
  </Outcomes>
);
