import type { Case } from "../../functions/case/case.ts";
import type { Verdict } from "../../functions/case/event.ts";
import { isDecided, undecided } from "../../functions/case/given.ts";
import type { Question } from "../../functions/case/question.ts";
import { outcomesToChoose } from "../../functions/console/case/outcomes.ts";
import { blank, readVerdict } from "../../functions/console/case/read-verdict.ts";
import { caseNamed } from "../../functions/console/cases/case-number.ts";
import { whyNotTaken } from "../../functions/console/list/group-form.tsx";
import { workParts } from "../../functions/console/list/work-list.tsx";
import { caseName } from "../../functions/console/parts.tsx";
import { hostsOf, shown, visible } from "../../functions/console/shown.ts";
import { between, clockTime } from "../../functions/console/words.ts";
import { type Instant, readInstant } from "../../functions/kernel/instant.ts";
import type { Category, Lane } from "../../functions/report/category.ts";
import { plainName } from "../../functions/report/plain.ts";
import {
  type Asking,
  answeredAtOnce,
  type Gathered,
  gather,
  type RowTaken,
  recordForAll,
} from "../../functions/review/for-all.ts";
import { daysAreWrong, isHolding, letHoldForAll, readDays } from "../../functions/review/let-hold.ts";
import { answersTo, questionTexts } from "../../functions/review/questions.ts";
import { type Claims, readClaims } from "../../functions/review/reservations.ts";
import { type NotTakenBack, takeAllBack } from "../../functions/review/take-back.ts";
import { type CasesRead, sayDamaged } from "../../functions/store/damaged-case.ts";
import type { CaseReader, ReviewList } from "../../functions/store/ports.ts";
import { isEntry, type ReviewItem, targetIn } from "../../functions/store/queue-entry.ts";
import { isToRead } from "../../functions/store/review-rank.ts";
import { dynamoReservations } from "../../functions/store/table/reservations.ts";
import { asJson } from "./as-json.ts";
import { askerAt } from "./caller.ts";
import { whatOf } from "./cases.ts";
import { askedBy, caseWorkAt, nowAt, ofStage, reached, storeAt, tableAt, type Where } from "./connection.ts";
import { actionsOn, howToAct } from "./entry.ts";
import { paint } from "./paint.ts";
import { inLines, printErrorLine, printLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { readSeen, type SeenByName } from "./seen.ts";
import { keptAt, sayNot } from "./settings.ts";

type ListOptions = Where & {
  readonly limit: number;
  readonly lane?: Lane;
  readonly category?: Category;
  readonly question?: Question;
  readonly json?: true;
};

/** Prints what waits for a person; what is one question stands once. */
export const listReviews = async (options: ListOptions): Promise<void> => {
  const [{ cases, damaged }, claims] = await reached(
    options,
    Promise.all([waiting(storeAt(options), options), claimsAt(options)]),
  );
  const text = cases.length === 0 && damaged.length > 0 ? "" : reviewsText(cases, claims, options.json);
  if (text !== "") printText(text);
  for (const caseId of damaged) printErrorLine(sayDamaged(caseId));
  if (!process.stdout.isTTY || options.json) return;
  printErrorLine("");
  printErrorLine(
    paint(
      "dim",
      `To answer: takedown answer ANSWER CASE@VERSION … --question QUESTION --why TEXT${ofStage(askedBy(options))}`,
      process.stderr,
    ),
  );
};

/** Who has which case before them. */
const claimsAt = (where: Where): Promise<Claims> => {
  const table = tableAt(where);
  return readClaims(dynamoReservations(table), { now: nowAt(where), person: "" });
};

/** What waits and is asked for, a case with the questions that are. */
export const waiting = async (
  store: Pick<ReviewList, "inReview">,
  { limit, lane, category, question }: Omit<ListOptions, keyof Where>,
): Promise<CasesRead> => {
  const isAskedFor = (state: ReviewItem): boolean =>
    (lane === undefined || state.lane === lane) &&
    (category === undefined || targetIn(state)?.category === category) &&
    undecided(state).length > 0;
  const asked = (state: ReviewItem): ReviewItem =>
    question === undefined
      ? state
      : { ...state, reviews: state.reviews.filter((review) => review.question === question) };
  const found: ReviewItem[] = [];
  const damaged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.inReview(limit - found.length, cursor);
    found.push(...page.items.map(asked).filter(isAskedFor));
    damaged.push(...(page.damaged ?? []));
    ({ cursor } = page);
  } while (cursor !== undefined && found.length < limit);
  return { cases: found, damaged };
};

/** What `reviews` prints of these cases. */
export const reviewsText = (cases: readonly ReviewItem[], claims: Standing = nobodysClaims, json?: true): string => {
  const groups = gather(cases);
  if (json) return groups.map((group) => asJson(toldOf(group, claims))).join("\n");
  return groups.length === 0 ? "Nothing waits for a person." : groups.map((group) => said(group, claims)).join("\n\n");
};

type Standing = Pick<Claims, "reservations" | "now">;
const nobodysClaims: Standing = { reservations: new Map(), now: "" };

const seen = ({ id, version }: ReviewItem): string => `${id}@${version}`;

const toldOf = (group: Gathered<ReviewItem>, { reservations }: Standing) => {
  const [{ state, review }] = group;
  const lines = workParts(group).flatMap((part) => part.lines);
  const reserved = group.flatMap((one) => reservations.get(one.state.id) ?? []);
  return {
    question: review.question,
    lane: state.lane,
    answers: isEntry(state) ? actionsOn(state) : answersTo(review.question),
    reason: shown(review.reason),
    cases: group.map((one) => seen(one.state)),
    about: group.map((one) => whatOf(one.state)),
    ...(reserved.length > 0 && { reserved: reserved.map(({ caseId, by, until }) => ({ caseId, by, until })) }),
    ...(review.question === "form-only" && { forms: workParts(group).flatMap(({ forms }) => forms) }),
    ...(lines.length > 0 && { lines }),
  };
};

const said = (group: Gathered<ReviewItem>, claims: Standing): string => {
  const [{ state, review }] = group;
  const toRead = isToRead(state) ? `${paint(["red", "bold"], "TO BE READ")}  ` : "";
  const count = group.length > 1 ? `  (${group.length} cases)` : "";
  return inLines([
    `${toRead}${state.lane === "urgent" ? `${paint(["red", "bold"], "URGENT")}  ` : ""}${review.question}: ` +
      `${questionTexts[review.question].asks}${count}`,
    `  ${shown(review.reason)}`,
    isEntry(state) ? `  ${howToAct(state)}` : `  answers: ${answersTo(review.question).join(", ")}`,
    ...group.map(
      (one) => `  ${seen(one.state)}  ${whatOf(one.state)}${hasIt(one, claims)}${ownReason(one, review.reason)}`,
    ),
    ...workParts(group).flatMap(({ forms, desk, lines }) => [
      ...forms.map(({ url }) => `  form: ${shown(url, hostsOf(state))}`),
      ...(desk === undefined ? [] : [`  form of ${shown(desk)}, whose letter names none`]),
      ...lines.map((line) => `  ${line}`),
    ]),
  ]);
};

const hasIt = ({ state }: Asking<ReviewItem>, { reservations, now }: Standing): string => {
  const standing = reservations.get(state.id);
  return standing ? `  ${shown(standing.by)} has it, ${between(now, standing.until)} left` : "";
};

/** Of a list that has cases of different reasons. */
const ownReason = ({ state, review: { reason } }: Asking<ReviewItem>, first: string): string =>
  reason === first ? "" : `  ${shown(reason, hostsOf(state))}`;

type AnswerOptions = Where & {
  readonly question: Question;
  readonly why: string;
  readonly email?: string;
  readonly outcome?: string;
  readonly days?: string;
  readonly againIn?: string;
  readonly clearedBy?: string;
  readonly reference?: string;
  readonly json?: true;
};

/** Gives one answer for several cases, and prints of each what became of it. */
export const answerAll = async (decision: string, named: readonly string[], options: AnswerOptions): Promise<void> => {
  if (named.length > answeredAtOnce) throw new CommandProblem(`Name ${answeredAtOnce} cases at most at once.`);
  const cases = named.map(readSeen);
  const verdict = verdictOf(decision, options);
  const days = options.days === undefined ? undefined : readDays(options.days);
  if (options.days !== undefined && (days === undefined || !isHolding(options.question, decision)))
    throw new CommandProblem(
      "--days is for wait where desks are silent, and for continue or close where a desk wants its form. " +
        daysAreWrong,
    );
  const asker = await askerAt(options);
  const { name: by } = asker;
  const work = await reached(options, caseWorkAt(options));
  const why = options.why.trim();
  const { reservations } = await reached(options, claimsAt(options));
  const asked = await reached(options, Promise.all(cases.map((one) => askedIn(work.store, one, options.question))));
  const asking = asked.flatMap(({ review, state }) => (state && review ? [{ state, review }] : []));
  if (days !== undefined)
    for (const held of await reached(options, letHoldForAll(keptAt(options), asking, { by: asker, why, days })))
      printErrorLine(
        held.ok ? `It holds for later cases, for ${days} days.` : `It does not hold: ${sayNot(held.error)}`,
      );
  for (const { seen: one, review } of asked) {
    const row = { ...one, reviewId: review?.id ?? "" };
    const given = { verdict, by, why, ...(asked.length > 1 && ({ together: true } as const)) };
    for (const taken of await reached(options, recordForAll(work, [row], given, reservations))) {
      if (!taken.taken.ok) process.exitCode = 1;
      printLine(options.json ? asJson(withoutState(taken)) : rowText(taken));
    }
  }
};

/** What a case that was named asks, as it stands. */
const askedIn = async (store: CaseReader, one: SeenByName, question: Question) => {
  const state = await store.read(one.caseId);
  return { seen: one, state, review: state?.reviews.find((review) => review.question === question) };
};

const verdictOf = (decision: string, options: AnswerOptions): Verdict => {
  const { question, why, email = "", outcome = "", againIn, clearedBy = "", reference = "" } = options;
  const { answers } = questionTexts[question];
  if (!answers.some((answer) => answer === decision))
    throw new CommandProblem(`${visible(decision)} is no answer to ${question}. It takes ${answers.join(", ")}.`);
  if (againIn !== undefined && decision !== "wait") throw new CommandProblem("--again-in is for wait.");
  const isCleared = decision === "clear" && question === "clearance";
  if (!isCleared && (clearedBy !== "" || reference !== ""))
    throw new CommandProblem("--cleared-by and --reference are for clear, where the question is clearance.");
  const filled = {
    ...blank,
    decision,
    email: plainName(email),
    outcome,
    again: againIn ?? "",
    why: why.trim(),
    clearedBy: clearedBy.trim(),
    reference: reference.trim(),
  };
  const read = readVerdict(filled, { question });
  if (read.ok) return read.value;
  const { outcome: ended, clearedBy: whose, reference: which, ...others } = read.error;
  throw new CommandProblem(
    [
      ...Object.values(others),
      ...(ended === undefined ? [] : [`${ended} --outcome is one of ${outcomesToChoose.join(", ")}.`]),
      ...(whose === undefined ? [] : [`--cleared-by: ${whose}`]),
      ...(which === undefined ? [] : [`--reference: ${which}`]),
    ].join(" "),
  );
};

/** One line of what became of a case. */
export const rowText = ({ caseId, reviewId, taken, state, had }: RowTaken): string => {
  const became = taken.ok
    ? `recorded${whenOf(taken.value, reviewId)}${taken.value.closed ? ", and it is closed" : ""}`
    : `not recorded: ${whyNotTaken(taken.error)}`;
  const others = had === undefined ? "" : `; ${shown(had)} had it`;
  return `${nameOf(caseId, taken.ok ? taken.value : state)}  ${became}${others}`;
};

/** A case in a line: its number, and what it is about. */
const nameOf = (caseId: string, state: Case | undefined): string => (state ? `${caseId}  ${caseName(state)}` : caseId);

/** JSON says what became of it; the case as it stands is `takedown case`. */
const withoutState = <T extends { readonly state?: Case }>({ state, ...row }: T) => ({
  ...row,
  ...(state && { about: whatOf(state) }),
});

/** From when it counts; nothing where it does already. */
const whenOf = ({ id, reviews }: Case, reviewId: string): string => {
  const given = reviews.find((review) => review.id === reviewId)?.given;
  return given
    ? `; it takes effect at ${clockTime(given.takesEffectAt)}, until then: takedown take-back ${id}@${given.at}`
    : ", with effect at once";
};

type TakeBackOptions = Where & { readonly question?: Question; readonly json?: true };

/**
 * Takes back what was decided about these cases and has not taken effect, and prints of each what became of it.
 * A case alone names what the same person decided of it; what another did is named by its moment, too, so that
 * nobody takes back what they have not seen.
 */
export const takeBackAll = async (named: readonly string[], options: TakeBackOptions): Promise<void> => {
  if (named.length > answeredAtOnce) throw new CommandProblem(`Name ${answeredAtOnce} cases at most at once.`);
  const decidedNamed = named.map(readDecided);
  const { name: by } = await askerAt(options);
  const work = await reached(options, caseWorkAt(options));
  let failed = false;
  for (const [caseId, givenAt] of decidedNamed) {
    const state = await reached(options, work.store.read(caseId));
    const decided = (state?.reviews ?? [])
      .filter(isDecided)
      .filter(({ question }) => options.question === undefined || question === options.question);
    // One that was given at no moment is none that stands: what stands in its place is said.
    const rows = (decided.length > 0 ? decided : [{ id: "", given: { by, at: never } }]).map(({ id, given }) => ({
      caseId,
      reviewId: id,
      givenAt: givenAt ?? (given.by === by ? given.at : never),
    }));
    for (const row of await reached(options, takeAllBack(work, rows, by))) {
      failed ||= !row.taken.ok;
      const says = row.taken.ok
        ? "taken back; the question is asked as before"
        : notTakenBackText(caseId, row.taken.error);
      const { taken, state: now } = row;
      printLine(options.json ? asJson(withoutState(row)) : `${nameOf(caseId, taken.ok ? taken.value : now)}  ${says}`);
    }
  }
  if (failed) process.exitCode = 1;
};

/** A case, and the moment of what was decided where it is named. */
const readDecided = (text: string): readonly [caseId: string, givenAt: Instant | undefined] => {
  const [caseId = "", ...moments] = text.toUpperCase().split("@");
  const givenAt = readInstant(moments.join("@"));
  if (moments.length > 0 && givenAt === undefined)
    throw new CommandProblem(
      `"${visible(text)}": what stands behind the @ is no moment. Write the case alone, or as \`answer\` printed it, ` +
        "like TD-7K3M-9QXZ-4B2N@2026-11-24T10:00:00.000Z. Nothing was taken back.",
    );
  return [caseNamed(caseId), givenAt];
};

const never: Instant = "";

const notTakenBackText = (caseId: string, error: NotTakenBack): string => {
  if (error.kind !== "another-stands") return notTakenBack[error.kind];
  const { by, verdict, at, takesEffectAt } = error.given;
  return (
    `not taken back: ${shown(by)} decided it (${verdict.decision}), with effect at ${clockTime(takesEffectAt)}. ` +
    `To take that back: takedown take-back ${caseId}@${at}`
  );
};

const notTakenBack = {
  "no-case": "not taken back: there is no such case",
  "nothing-to-take-back":
    "not taken back: nothing of it waits to take effect. A closed case is opened again by: takedown reopen",
  contended: "not taken back: others changed it in the same moment, again and again; try once more",
} as const;
