import type { FC } from "hono/jsx";
import { questions } from "../../case/question.ts";
import { answerText, isDecision, questionTexts } from "../../review/questions.ts";
import type { Decided } from "../../store/ports.ts";
import { entryActions } from "../../store/queue-entry.ts";
import { DayPage, readDay } from "../cases/cases-page.tsx";
import { LinkButton, Title } from "../elements.tsx";
import { type Looked, readPlaceIn } from "../look-through.ts";
import { type Routes, readCursor } from "../pages.tsx";
import { TakeBack, When } from "../parts.tsx";
import { shown, visible } from "../shown.ts";
import { clockTime, count, day, entryActionWords } from "../words.ts";
import { type AnswersAsked, type AnswersIn, answersAddress, answersIn, readAnswersIn } from "./answers.ts";

const answersAPage = 100;

export const decidedRoutes: Routes = (app, { work }, { show }) => {
  app.get("/decided", async (context) => {
    const asked = (name: string) => context.req.query(name);
    const answers = readAnswersIn(asked, work.clock.now());
    if (answers !== undefined) {
      const looked = await answersIn(work.store, answers, readPlaceIn(asked));
      return show(context, titleOf(answers), <AnswersPage {...{ answers, looked }} />, "waiting");
    }
    const onDay = readDay(context.req.query("day")) ?? work.clock.now().slice(0, 10);
    const cursor = readCursor(context);
    const decided = await work.store.decidedOn(onDay, answersAPage, cursor);
    const page = (
      <DayPage
        path="/decided"
        title={`Decided on ${day(onDay)}`}
        says="By persons, the newest first; of the last three months. Days are UTC."
        onDay={onDay}
        isFirst={cursor === undefined}
        cursor={decided.cursor}
      >
        <AnswersList items={decided.items} none="Nobody decided anything on this day." />
      </DayPage>
    );
    return show(context, `Decided on ${onDay}`, page, "waiting");
  });
};

const titleOf = ({ by, question }: AnswersAsked): string =>
  by === undefined ? `Answered: ${wordsIn(askedTexts, question ?? "")}` : `Answers of ${visible(by)}`;

const AnswersPage: FC<{ readonly answers: AnswersIn; readonly looked: Looked<Decided> }> = ({
  answers,
  looked: { found, looked, next },
}) => (
  <>
    <Title of={titleOf(answers)}>
      From {day(answers.from)} to {day(answers.to)} (UTC), the newest first, as they are counted: what was taken back is
      not among them. Kept for 90 days.
    </Title>
    <AnswersList
      items={found}
      none={
        next ? `None among ${count(looked, "answer")} that were looked through; there are more.` : "There are none."
      }
    />
    <p class="more">
      {next && <LinkButton href={answersAddress(answers, next)}>Earlier ones</LinkButton>}
      <LinkButton href={`/decided?day=${answers.to}`}>All of {day(answers.to)}</LinkButton>
    </p>
  </>
);

const AnswersList: FC<{ readonly items: readonly Decided[]; readonly none: string }> = ({ items, none }) => (
  <>
    {items.length === 0 && <p class="panel empty">{none}</p>}
    <ul class="dense">
      {runsOf(items).map((run) => (
        <Run run={run} />
      ))}
    </ul>
  </>
);

/** What became of an answer that could be taken back, or until when it can. */
const standOf = ({ takesEffectAt, tookEffectAt, cameToNothing }: Decided): string => {
  if (cameToNothing?.by !== undefined) return `taken back by ${shown(cameToNothing.by)}`;
  if (cameToNothing) return "did not take effect; the case says why";
  return isPending({ takesEffectAt, tookEffectAt }) ? `takes effect at ${clockTime(takesEffectAt ?? "")}` : "";
};

const isPending = ({ takesEffectAt, tookEffectAt, cameToNothing }: Partial<Decided>): boolean =>
  takesEffectAt !== undefined && tookEffectAt === undefined && !cameToNothing;

type Answers = readonly [Decided, ...(readonly Decided[])];

/** One row for answers that one person gave at once. Pure. */
const runsOf = (items: readonly Decided[]): readonly Answers[] => {
  const runs: [Decided, ...Decided[]][] = [];
  for (const one of items) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const isSame =
      one.together === true &&
      first?.together === true &&
      first.by === one.by &&
      first.question === one.question &&
      first.decision === one.decision &&
      standOf(first) === standOf(one);
    if (run && isSame) run.push(one);
    else runs.push([one]);
  }
  return runs;
};

/** A closed list's words, or what a later version wrote. */
const wordsIn = (texts: Readonly<Record<string, unknown>>, name: string): string => {
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  return typeof text === "string" ? text : name;
};
const askedTexts = {
  ...Object.fromEntries(Object.entries(questionTexts).map(([name, { asks }]) => [name, asks])),
  closed: "Unasked, of a case that was closed",
};
/** In the question's words, if both are still known. */
const decidedText = (question: string, decision: string): string => {
  const asked = questions.find((one) => one === question);
  // A person's own act, which no question asked.
  if (decision === "reopen" && asked === undefined) return "Opened again";
  const action = entryActions.find((one) => one === decision);
  if (action) return entryActionWords[action];
  return isDecision(decision) ? answerText(asked, decision) : visible(decision);
};

const Run: FC<{ readonly run: Answers }> = ({ run }) => {
  const [{ at, caseId: first, by, question, decision, together }] = run;
  return (
    <li data-row={`${at} ${first}`}>
      <span>{decidedText(question, decision)}</span>
      <span class="soft">{wordsIn(askedTexts, question)}</span>
      <span class="soft">
        {shown(by)}, {together ? `${count(run.length, "case")} at once` : "by itself"}
      </span>
      {standOf(run[0]) !== "" && <span class="soft">{standOf(run[0])}</span>}
      <span class="waits">
        <When at={at} />
      </span>
      {run.map(({ caseId }) => (
        <a class="id" href={`/cases/${encodeURIComponent(caseId)}`}>
          {caseId}
        </a>
      ))}
      {isPending(run[0]) && <TakeBack rows={run.map((one) => ({ ...one, givenAt: one.at }))} />}
    </li>
  );
};
