import type { FC } from "hono/jsx";
import type { Review } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Case } from "../../matters/case.ts";
import type { Gathered, RowTaken, SeenCase } from "../../review/for-all.ts";
import { daysOffered } from "../../review/let-hold.ts";
import { answersTo, decisionTexts, questionTexts } from "../../review/questions.ts";
import type { VerdictRefused } from "../../review/verdict.ts";
import { standingAnswerDaysAtMost } from "../../settings/row.ts";
import { outcomesToChoose } from "../case/outcomes.ts";
import { WhyField } from "../case/review-form.tsx";
import { caseName, DecidersOnly, LaneTag } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { between, count, outcomeWords } from "../words.ts";

/** A case in a form about several, as it was seen; read back by `readRow`. */
const rowOf = ({ caseId, reviewId, version }: SeenCase): string => [caseId, version, reviewId].join("@");

/** The case that a form names; nothing for a text that is none of ours. */
export const readRow = (text: string): SeenCase | undefined => {
  const [, caseId = "", version, reviewId = ""] = /^(TD-[0-9A-Z-]{1,20})@(\d{1,9})@([\w.-]{1,120})$/.exec(text) ?? [];
  return version === undefined ? undefined : { caseId, reviewId, version: Number(version) };
};

const mayHold = ({ lane }: Case, { question }: Review): boolean => lane === "standard" && question === "unanswered";

/** The answer, and what some answers want beside it. */
const AnswerFields: FC<{ readonly id: string; readonly state: Case; readonly review: Review }> = ({
  id,
  state,
  review,
}) => (
  <>
    <div class="field">
      <label for={`${id}-decision`}>Your answer</label>
      <select id={`${id}-decision`} name="decision" required>
        <option value="">Choose</option>
        {answersTo(review.question, state.kind).map((decision) => (
          <option value={decision}>{decisionTexts[decision]}</option>
        ))}
      </select>
    </div>
    {answersTo(review.question, state.kind).includes("send-to") && (
      <div class="field">
        <label for={`${id}-email`}>The mailbox, where you name one</label>
        <input id={`${id}-email`} type="email" name="email" autocomplete="off" />
      </div>
    )}
    <div class="field">
      <label for={`${id}-outcome`}>How it ended, where you close</label>
      <select id={`${id}-outcome`} name="outcome">
        <option value="">Choose</option>
        {outcomesToChoose.map((outcome) => (
          <option value={outcome}>{outcomeWords[outcome]}</option>
        ))}
      </select>
    </div>
    {mayHold(state, review) && (
      <div class="field">
        <label for={`${id}-days`}>Where you wait: for cases that come later, too, for so many days</label>
        <input
          id={`${id}-days`}
          type="number"
          name="days"
          min="1"
          max={standingAnswerDaysAtMost}
          placeholder={String(daysOffered)}
        />
        <p class="hint">
          Nobody is asked about a case that waits for these desks alone, and they are reminded slowly. Left empty, each
          case asks. It stands among the settings, with your name.
        </p>
      </div>
    )}
  </>
);

/** One question of several cases: one answer for all of them, or for those that stay chosen. */
export const GroupCard: FC<{ readonly group: Gathered; readonly now: Instant }> = ({ group, now }) => {
  const [{ state, review }] = group;
  const id = `together-${review.id}-${state.id}`;
  return (
    <li class={`card ${state.lane}`}>
      <p class="meta">
        <LaneTag lane={state.lane} />
        <span class="what">{count(group.length, "case")} ask the same</span>
      </p>
      <h2>{questionTexts[review.question].asks}</h2>
      <p class="reason">{shown(review.reason, hostsOf(state))}</p>
      <p class="foot">
        Waits <strong>{between(review.askedAt, now)}</strong>
      </p>
      <DecidersOnly others="Only reviewers answer.">
        <form method="post" action="/reviews/together">
          <fieldset>
            <legend>One answer for these cases, each as you see it here</legend>
            <ul class="plain">
              {group.map((one) => (
                <li>
                  <label>
                    <input
                      type="checkbox"
                      name="row"
                      value={rowOf({ caseId: one.state.id, reviewId: one.review.id, version: one.state.version })}
                      checked
                    />{" "}
                    {caseName(one.state)} (<a href={`/cases/${encodeURIComponent(one.state.id)}`}>{one.state.id}</a>)
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <input type="hidden" name="question" value={review.question} />
          <AnswerFields id={id} state={state} review={review} />
          <WhyField
            id={`${id}-why`}
            asks="Why"
            hint="A sentence for whoever reads the history."
            value=""
            problem={undefined}
          />
          <button class="button" type="submit">
            Record it for those chosen
          </button>
        </form>
      </DecidersOnly>
    </li>
  );
};

/** Why a case took no answer, in a sentence without its end. */
export const whyNotTaken = (error: VerdictRefused): string => {
  switch (error.kind) {
    case "no-case":
      return "there is no such case";
    case "no-longer-open":
      return "nobody asks this any more; somebody was first, or the case went on";
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

/** What became of each case's row. */
export const TogetherPage: FC<{ readonly rows: readonly RowTaken[]; readonly held?: string | undefined }> = ({
  rows,
  held,
}) => (
  <>
    <h1>{count(rows.filter(({ taken }) => taken.ok).length, "case")} took your answer</h1>
    <ul class="plain">
      {rows.map(({ caseId, taken }) => (
        <li>
          <a href={`/cases/${encodeURIComponent(caseId)}`}>{caseId}</a>
          {": "}
          {taken.ok
            ? taken.value.closed
              ? "recorded, and closed"
              : "recorded"
            : `not recorded: ${whyNotTaken(taken.error)}`}
        </li>
      ))}
    </ul>
    {held !== undefined && <p>{held}</p>}
    <p>
      <a class="button quiet" href="/">
        What waits
      </a>
    </p>
  </>
);
