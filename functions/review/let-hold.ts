import type { Case, Review } from "../case/case.ts";
import { silentDesks } from "../case/path/notified.ts";
import type { Question } from "../case/question.ts";
import { heldQuestions } from "../kernel/held-questions.ts";
import type { HeldQuestion } from "../kernel/in-force.ts";
import { plusHours } from "../kernel/instant.ts";
import { fail, type Result } from "../kernel/result.ts";
import type { Asker } from "../settings/may.ts";
import { ask, type Decided, type Keeps, type NotChanged, writeDown } from "../settings/record.ts";
import { standingAnswerDaysAtMost } from "../settings/row.ts";
import type { NotRecorded } from "../settings/store.ts";
import type { Decision } from "./questions.ts";

/** Offered first: what a desk did not read in a month is looked at by a person again. */
export const daysOffered = 30;

/** The days that somebody wrote, if an answer may hold so long. */
export const readDays = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= standingAnswerDaysAtMost ? Number(text) : undefined;

export const daysAreWrong = `Say for how many days it holds, from 1 to ${standingAnswerDaysAtMost}, or leave it empty.`;

/** Which answers may hold for later cases: of a desk's form also where its case is over. */
const holdingDecisions: Readonly<Record<HeldQuestion, readonly Decision[]>> = {
  unanswered: ["wait"],
  "form-only": ["continue", "close"],
};
const heldQuestionOf = (question: Question): HeldQuestion | undefined =>
  heldQuestions.find((held) => held === question);

export const isHolding = (question: Question, decision: string): boolean => {
  const held = heldQuestionOf(question);
  return held !== undefined && holdingDecisions[held].some((one) => one === decision);
};

export type Held = Result<Decided, NotChanged | NotRecorded>;

type AboutDesk = Pick<Review, "question" | "noticeId">;

/** The silent desks; for a form, whoever wrote that they want it filled in. */
export const desksHeld = (state: Case, { question, noticeId }: AboutDesk): readonly string[] => {
  if (state.lane !== "standard") return [];
  if (question === "unanswered") return silentDesks(state);
  const about = state.notices.find(({ id }) => id === noticeId);
  return about ? [about.to.email.toLowerCase()] : [];
};

/** Whether an answer to this question may hold for later cases. */
export const mayHold = (state: Case, review: AboutDesk): boolean =>
  heldQuestionOf(review.question) !== undefined && desksHeld(state, review).length > 0;

/**
 * Lets a person's answer hold for later cases: a *wait* where they wait for this case's desks alone, and where a
 * desk wants its form filled in, that it is passed over. Writes one row of the settings; the same row stands, with
 * the later end.
 */
export const letHold = async (
  keeps: Keeps,
  state: Case,
  review: AboutDesk,
  { by, why, days }: { readonly by: Asker; readonly why: string; readonly days: number },
): Promise<Held> => {
  const question = heldQuestionOf(review.question);
  const desks = desksHeld(state, review);
  if (question === undefined || desks.length === 0)
    return fail({
      kind: "refused",
      why:
        "An answer holds for silence alone, and no desk that this case of the standard lane waits for is silent: " +
        "one of them answered, or turned the notice away. Answer cases like it one by one.",
    });
  return writeDown(keeps, (moment) => {
    const content = { kind: "standing-answer" as const, value: { question, desks: [...desks] } };
    const until = plusHours(moment.now, 24 * days);
    const same = moment.table.rows.find(
      (row) =>
        row.kind === "standing-answer" &&
        row.ended === undefined &&
        row.value.question === question &&
        saysSame(row.value.desks, desks),
    );
    const ends = same?.until !== undefined && same.until > until ? same.until : until;
    const change = same ? ({ does: "change", id: same.id } as const) : ({ does: "add" } as const);
    return ask(moment, { ...change, content, until: ends }, { by, why });
  });
};

/** For several cases, with a row for each desk. Gives what became of each, the first of a desk alone. */
export const letHoldForAll = async (
  keeps: Keeps,
  asking: readonly { readonly state: Case; readonly review: AboutDesk }[],
  given: { readonly by: Asker; readonly why: string; readonly days: number },
): Promise<readonly Held[]> => {
  const held: Held[] = [];
  const known = new Set<string>();
  const holding = asking.filter(({ state, review }) => mayHold(state, review));
  // Where none may hold, one of them says why.
  for (const { state, review } of holding.length > 0 ? holding : asking.slice(0, 1)) {
    const desks = desksHeld(state, review).join(" ");
    if (known.has(desks)) continue;
    known.add(desks);
    held.push(await letHold(keeps, state, review, given));
  }
  return held;
};

const saysSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join(" ") === [...other].sort().join(" ");
