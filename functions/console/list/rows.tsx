import { type FC, useContext } from "hono/jsx";
import { alikeKey } from "../../case/asked-alike.ts";
import type { Case } from "../../case/case.ts";
import { undecided } from "../../case/given.ts";
import { worstFirst } from "../../case/lasting.ts";
import { hasEscalated } from "../../case/level.ts";
import { questions } from "../../case/question.ts";
import { categoryWords } from "../../report/category-words.ts";
import { type Asking, type Gathered, gather } from "../../review/for-all.ts";
import { answerText, isDecision, questionTexts } from "../../review/questions.ts";
import type { Claims } from "../../review/reservations.ts";
import { facetsOf } from "../../store/facets.ts";
import type { Decided } from "../../store/ports.ts";
import { entryActions, isEntry, type ReviewItem, targetIn } from "../../store/queue-entry.ts";
import { caseName, DamagedCases, MayDecide, OpenedFrom, TakeBack, TellsApart, When } from "../parts.tsx";
import { hostsOf, shown, visible } from "../shown.ts";
import {
  between,
  clockTime,
  count,
  day,
  describeClosing,
  entryActionWords,
  laneWords,
  noticeStateWords,
  outcomeWords,
  stepWords,
} from "../words.ts";
import { OwnReason, rowBox, TogetherForm } from "./group-form.tsx";
import { ReservationTag } from "./reservation-tag.tsx";
import type { ListRow } from "./sources.ts";
import { WorkList } from "./work-list.tsx";

/** The form that takes the rows chosen anywhere in a list. */
export const chosenForm = "chosen";

type CaseRowsProps = {
  readonly rows: readonly ListRow[];
  readonly isByClosing?: boolean;
  readonly damaged?: readonly string[];
  /** Who has what, where that is shown, and what time it is. */
  readonly claims: Pick<Claims, "now"> & Partial<Claims>;
};

/** Rows of any list of cases, and those that can't be opened. */
export const CaseRows: FC<CaseRowsProps> = ({ rows, damaged, claims, isByClosing }) => (
  <>
    <DamagedCases damaged={damaged} />
    <ul class="dense">
      {rows.map((row) => (
        <CaseRow {...{ row, claims, isByClosing }} />
      ))}
    </ul>
  </>
);

/** What needs a person. Cases that ask the same share a form, at the place of the worst. */
export const NeedsYouRows: FC<{
  readonly states: readonly ReviewItem[];
  readonly damaged: readonly string[];
  readonly claims: Claims;
}> = ({ states, damaged, claims }) => {
  const groups = oncePerCases(gather(states.filter((one) => !isEntry(one))).filter((group) => group.length > 1));
  // A grouped case that asks more is listed alone, too.
  const groupOf = (one: ReviewItem) =>
    undecided(one).length === 1 ? groups.find((group) => group.some(({ state }) => state.id === one.id)) : undefined;
  const isFirstOf = (group: Gathered | undefined, one: ReviewItem) => group?.[0].state.id === one.id;
  return (
    <>
      <DamagedCases damaged={damaged} />
      <ul class="dense">
        {states.map((state) => (
          <>
            {groups
              .filter((group) => isFirstOf(group, state))
              .map((group) => (
                <Group group={group} claims={claims} />
              ))}
            {!groupOf(state) && <CaseRow row={{ state }} claims={claims} isToChoose />}
          </>
        ))}
      </ul>
    </>
  );
};

/** Where the same cases ask several things alike, one after the other is listed. */
const oncePerCases = (groups: readonly Gathered[]): readonly Gathered[] => {
  const casesOf = (group: Gathered) => group.map(({ state }) => state.id).join();
  return groups.filter((group, at) => groups.findIndex((other) => casesOf(other) === casesOf(group)) === at);
};

const Group: FC<{ readonly group: Gathered; readonly claims: Claims }> = ({ group, claims }) => {
  const [{ state, review }] = group;
  return (
    <li class={`group ${state.lane}`}>
      <h2>
        {count(group.length, "case")}: {questionTexts[review.question].asks}
      </h2>
      <p class="soft">{shown(review.reason, hostsOf(state))}</p>
      <GroupBody group={group} claims={claims} />
    </li>
  );
};

/** The rows of one question, and the form that answers it for those chosen. Readers see rows. */
export const GroupBody: FC<{ readonly group: Gathered; readonly claims: Claims }> = ({ group, claims }) => {
  const rows = (
    <ul class="dense">
      {group.map((one) => (
        <CaseRow row={{ state: one.state }} claims={claims} asking={one} group={group} />
      ))}
    </ul>
  );
  if (!useContext(MayDecide)) return rows;
  return (
    <>
      <WorkList group={group} />
      <TogetherForm group={group} from={useContext(OpenedFrom)}>
        {rows}
      </TogetherForm>
    </>
  );
};

type CaseRowProps = {
  readonly row: ListRow;
  readonly claims: CaseRowsProps["claims"];
  /** The question that its group answers, and the group. */
  readonly asking?: Asking;
  readonly group?: Gathered;
  /** In the list of what needs a person, where it may be chosen for one answer with others. */
  readonly isToChoose?: boolean;
  /** The list is by the day of closing, and its rows say that. */
  readonly isByClosing?: boolean;
};

const CaseRow: FC<CaseRowProps> = ({ row, claims, asking, group, isToChoose = false, isByClosing = false }) => {
  const { state, decided } = row;
  const closedAt = targetIn(state)?.closed?.at;
  // How long it waits is said where that is the order.
  const waits = asking?.review ?? (isToChoose ? worstFirst(undecided(state))[0] : undefined);
  const mayDecide = useContext(MayDecide);
  const chosen = isToChoose && mayDecide && oneToChoose(state);
  const reservation = claims.reservations?.get(state.id);
  const label = `Choose ${state.id}, ${caseName(state)}`;
  const href = `/cases/${encodeURIComponent(state.id)}${decided ? "" : useContext(OpenedFrom)}`;
  return (
    <li class={state.lane} data-row={decided ? `${decided.at} ${state.id}` : state.id}>
      {asking && mayDecide && <input {...rowBox(asking, claims)} aria-label={label} />}
      {chosen && <input {...rowBox(chosen, claims)} checked={false} form={chosenForm} aria-label={label} />}
      <div class="of">
        <p>
          <a href={href}>{caseName(state)}</a> <Tags state={state} />
          {reservation && <ReservationTag reservation={reservation} now={claims.now} person={claims.person ?? ""} />}
        </p>
        {asking && group ? <OwnReason of={asking} group={group} /> : <Says row={row} />}
        <p class="soft">{factsOf(state).join(" · ")}</p>
        <TellsApart state={state} />
      </div>
      <span class="waits">
        {decided ? (
          <When at={decided.at} />
        ) : waits ? (
          `waits ${between(waits.askedAt, claims.now)}`
        ) : isByClosing && closedAt !== undefined ? (
          `closed ${day(closedAt)}`
        ) : (
          `opened ${day(state.openedAt)}`
        )}
      </span>
    </li>
  );
};

/** A case’s only question, if one answer may cover it with others. Urgent: one by one. */
const oneToChoose = (state: ReviewItem): Asking | undefined => {
  const target = targetIn(state);
  const [review, ...others] = undecided(state);
  if (!target || !review || others.length > 0 || target.lane === "urgent") return undefined;
  return alikeKey(target, review) === undefined ? undefined : { state: target, review };
};

const Tags: FC<{ readonly state: ReviewItem }> = ({ state }) => (
  <>
    {state.lane === "urgent" && <span class="tag urgent">{laneWords.urgent}</span>}{" "}
    {targetIn(state)?.live && <span class="tag live">Live</span>}{" "}
  </>
);

const factsOf = (state: ReviewItem): readonly string[] => {
  const { category, country, provider, reporters } = facetsOf(state);
  return [
    category ? categoryWords[category] : isEntry(state) ? count(state.messages, "message") : undefined,
    country && visible(country),
    provider && shown(provider),
    reporters
      .slice(0, 2)
      .map((reporter) => shown(reporter))
      .join(", "),
    state.id,
  ].flatMap((part) => part || []);
};

/** What is asked, decided, became of the mail, or how the case is. */
const Says: FC<{ readonly row: ListRow }> = ({ row: { state, mail, decided } }) => {
  if (decided) return <DecidedWords decided={decided} />;
  if (mail?.sentAt !== undefined)
    return (
      <p>
        <a href={`/cases/${encodeURIComponent(state.id)}/notices/${encodeURIComponent(mail.id)}`}>
          {stepWords[mail.step]}
        </a>
        , <When at={mail.sentAt} />: {noticeStateWords[mail.state]}
      </p>
    );
  const [worst, ...others] = worstFirst(undecided(state));
  if (!worst) return <p>{standOf(state)}</p>;
  const more = others.length > 0 ? ` and ${count(others.length, "further question")}` : "";
  return (
    <>
      <p>
        <span class="asks">{questionTexts[worst.question].asks}</span>
        <span class="soft">
          {more} · {worst.toRead && "To read. "}
          {[worst, ...others].some(({ blocking }) => blocking) ? "Blocked until you decide" : "Continues without you"}
        </span>
      </p>
      <p class="soft">{shown(worst.reason, hostsOf(state))}</p>
    </>
  );
};

const DecidedWords: FC<{ readonly decided: Decided }> = ({ decided }) => {
  const { caseId, reviewId, by, together, at } = decided;
  const stands = decidedStand(decided);
  return (
    <div>
      <p>
        {decidedText(decided)} <span class="soft">{askedText(decided.question)}</span>
      </p>
      <p class="soft">{[shown(by), together && "with others", stands].filter(Boolean).join(" · ")}</p>
      {isPending(decided) && <TakeBack rows={[{ caseId, reviewId, givenAt: at }]} />}
    </div>
  );
};

const isPending = ({ takesEffectAt, tookEffectAt, cameToNothing }: Decided): boolean =>
  takesEffectAt !== undefined && tookEffectAt === undefined && !cameToNothing;

/** What became of an answer that could be undone, or until when it can. */
const decidedStand = (decided: Decided): string => {
  const { cameToNothing, takesEffectAt = "" } = decided;
  if (cameToNothing?.by !== undefined) return `undone by ${shown(cameToNothing.by)}`;
  if (cameToNothing) return "did not take effect; the case says why";
  return isPending(decided) ? `takes effect at ${clockTime(takesEffectAt)}` : "";
};

const questionOf = (written: string) => questions.find((one) => one === written);

/** The question's words, or what a later version wrote. */
const askedText = (question: string): string => {
  const known = questionOf(question);
  if (known) return questionTexts[known].asks;
  return question === "closed" ? "Nobody asked: the case was closed" : visible(question);
};
const decidedText = ({ question, decision }: Decided): string => {
  const asked = questionOf(question);
  // A person's own act, which no question asked.
  if (decision === "reopen" && asked === undefined) return "Opened again";
  const action = entryActions.find((one) => one === decision);
  if (action) return entryActionWords[action];
  return isDecision(decision) ? answerText(asked, decision) : visible(decision);
};

export const endOf = ({ closed }: Case): string | undefined => closed && `Closed: ${outcomeWords[closed.outcome]}`;

export const standOf = (state: ReviewItem): string => {
  if (isEntry(state)) return state.reviews.length > 0 ? "Needs a person" : describeClosing(state);
  const end = endOf(state);
  if (end !== undefined) return end;
  const asked = undecided(state).length;
  if (asked > 0) return `Needs a person (${count(asked, "question")})`;
  if (state.reviews.length > 0) return "Decided; it takes effect within a minute";
  if (state.holds.length > 0) return "Held";
  const sent = state.notices.filter(({ sentAt }) => sentAt !== undefined).length;
  if (!hasEscalated(state)) return state.contact ? "Open" : "Contact is being looked up";
  return `Escalation level ${state.level + 1}, ${count(sent, "notice")} sent`;
};
