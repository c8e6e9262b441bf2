import { type FC, useContext } from "hono/jsx";
import type { Case, Review } from "../../case/case.ts";
import { hoursToWait } from "../../case/hours-to-wait.ts";
import { desksToWriteTo } from "../../case/machines-answer.ts";
import type { Question } from "../../case/question.ts";
import { wordedClasses } from "../../case/reply-class.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Settings } from "../../kernel/settings.ts";
import { answersTo, answerText, type Decision, questionTexts } from "../../review/questions.ts";
import type { Reservation } from "../../review/reservations.ts";
import { Button, Choice, Problem, TextField } from "../elements.tsx";
import { DecidersOnly, Folded, Key, OpenedFrom, SavedReasons } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { PresetReasons } from "../preset-reasons.tsx";
import { hostsOf, isFolded, shown, visible } from "../shown.ts";
import { between, duration, outcomeWords, readingWords, scopeWords } from "../words.ts";
import { Calls } from "./call-part.tsx";
import type { Following } from "./next-steps.ts";
import { outcomesToChoose } from "./outcomes.ts";
import { blank, clearanceAtMost, type FieldProblems, type FilledIn, whyAtMost } from "./read-verdict.ts";
import { AssignedWarning } from "./reservation-part.tsx";
import { noticeName, sayHowSure } from "./say-event.ts";

export type Refused = { readonly reviewId: string; readonly filled: FilledIn; readonly problems: FieldProblems };

/** From when it counts, said before it is given. */
export const effectWords = ({ lane }: Case, { question }: Review): string => {
  if (lane === "urgent") return "It takes effect at once.";
  const opens = answersTo(question).includes("reopen") ? " A closed case is opened again at once." : "";
  return `It takes effect in a minute and can be undone until then. Nothing goes out meanwhile.${opens}`;
};

type ReviewFormProps = {
  readonly state: Case;
  readonly review: Review;
  readonly now: Instant;
  readonly settings: Pick<Settings, "countries" | "directory">;
  readonly refused?: Refused | undefined;
  readonly wrote?: string | undefined;
  /** The mailbox that the desk names in its place: filled in, but not chosen. */
  readonly named?: string | undefined;
  /** Whoever else has the case. */
  readonly assigned?: Reservation | undefined;
  readonly follows: (decision: Decision) => Following | undefined;
};

/** An outsider's words, set apart. `isCut`: long ones scroll on a phone, above their question. */
export const Quoted: FC<{ readonly text: string; readonly state: Case; readonly isCut?: true }> = ({
  text,
  state,
  isCut,
}) => (
  <blockquote>
    <Folded when={isFolded(state)} what="The reply’s own words (untrusted)">
      {!isFolded(state) && <p class="hint">The reply’s own words (untrusted):</p>}
      <section
        class={isCut ? "words cut" : "words"}
        {...(isCut && { tabindex: 0, "aria-label": "The reply’s own words" })}
      >
        {shown(text, hostsOf(state))}
      </section>
    </Folded>
  </blockquote>
);

/** One open question. Nothing is preselected: at three in the morning a default is a decision. */
export const ReviewForm: FC<ReviewFormProps> = (props) => {
  const { state, review, now, refused, wrote, named, assigned, settings } = props;
  const text = questionTexts[review.question];
  const filled = refused?.filled ?? { ...blank, email: named ?? "" };
  const problems = refused?.problems ?? {};
  const field = (name: string) => `${name}-${review.id}`;
  const about = state.notices.find(({ id }) => id === review.noticeId);
  return (
    <article class={`question ${state.lane}`} aria-labelledby={field("question")} data-mark={review.id}>
      <p class="meta">
        <span class={`tag ${review.blocking ? "stops" : "goes-on"}`}>
          {review.blocking ? "Blocked until you decide" : "Continues without you"}
        </span>
        <span class="soft">asked {between(review.askedAt, now)} ago</span>
        {about && state.reviews.length > 1 && <span class="soft">desk {visible(about.to.email)}</span>}
      </p>
      <h3 id={field("question")}>{text.asks}</h3>
      {wrote && <Quoted text={wrote} state={state} isCut />}
      <p class="happened">{shown(review.reason, hostsOf(state))}</p>
      {whereSomebodyIsCalled.includes(review.question) && <Calls id={review.id} saysNone {...{ state, settings }} />}
      <Folded when={wrote !== undefined} what="What is asked here, and how the reply was read">
        {review.asRead?.confidence !== undefined && <p class="soft">{sayHowSure(review.asRead)}</p>}
        <p class="soft">{text.means}</p>
        {review.noticeId && (
          <p class="soft">
            It is about the {noticeName(review.noticeId, state)} (
            <a href={`/cases/${encodeURIComponent(state.id)}/notices/${encodeURIComponent(review.noticeId)}`}>
              read its text
            </a>
            ).
          </p>
        )}
      </Folded>
      <SaidBefore state={state} review={review} />
      <DecidersOnly others="Only reviewers answer.">
        <PostForm action={actionOf(state, review) + useContext(OpenedFrom)} novalidate>
          <AssignedWarning assigned={assigned} now={now} />
          <fieldset
            class="answers"
            {...(problems.decision !== undefined && { "aria-describedby": field("decision-problem") })}
          >
            <legend>Your answer</legend>
            {review.question === "reply" && desksToWriteTo(state).length > 0 && (
              <p class="hint">
                To answer the desk in your own words, <a href="#text-write">write to it</a> as well.
              </p>
            )}
            <Problem id={field("decision-problem")} says={problems.decision} />
            {answersTo(review.question).map((decision, at) => (
              <Answer {...{ ...props, decision, filled, problems, field, named }} digit={at + 1} />
            ))}
          </fieldset>
          <WhyField
            id={field("why")}
            asks="Why"
            hint="Kept in the case history."
            value={filled.why}
            problem={problems.why}
          />
          <Button>{assigned ? "Answer anyway" : "Record this decision"}</Button>
          <PresetReasons question={review.question} lane={state.lane} />
          <p class="hint">{effectWords(state, review)}</p>
          {review.asRead && <DeskSaidField id={field("said")} value={filled.said} />}
        </PostForm>
      </DecidersOnly>
    </article>
  );
};

/** Their answers are found out by telephone. */
const whereSomebodyIsCalled: readonly Question[] = ["live", "unconfirmed-country", "clearance", "unclassified"];

type AnswerProps = Pick<ReviewFormProps, "state" | "review" | "follows"> & {
  readonly decision: Decision;
  readonly digit: number;
  readonly filled: FilledIn;
  readonly problems: FieldProblems;
  readonly field: (name: string) => string;
  readonly named: string | undefined;
};

/** An answer and what follows from it. One that can't be given now can't be chosen. */
const Answer: FC<AnswerProps> = (props) => {
  const { review, decision, digit, filled, follows } = props;
  const following = follows(decision);
  return (
    <div class={`answer ${decision}`}>
      <label>
        <input
          type="radio"
          name="decision"
          value={decision}
          required
          disabled={following?.isRefused}
          checked={filled.decision === decision && !following?.isRefused}
        />
        <span>
          {answerText(review.question, decision)}
          {following && <span class="follows">{following.says}</span>}
        </span>
        <Key of={String(digit)} />
      </label>
      <MoreToSay {...props} />
    </div>
  );
};

/** Earlier answers that did not settle it. */
const SaidBefore: FC<Pick<ReviewFormProps, "state" | "review">> = ({
  state,
  review: { question, agreedBy, dropped },
}) => (
  <>
    {agreedBy && (
      <p class="agreed">
        <strong>{shown(agreedBy)}</strong> has agreed. A second, different person has to agree before anything goes out.
        Both count only where they signed in the same way.
      </p>
    )}
    {dropped && (
      <p class="agreed">
        <strong>{shown(dropped.by)}</strong> had decided “{answerText(question, dropped.decision)}”. It did not take
        effect. Why: {shown(dropped.why, hostsOf(state))}
      </p>
    )}
  </>
);

/** What an answer needs besides a reason. */
const MoreToSay: FC<AnswerProps> = ({ state, review: { question }, decision, filled, problems, field, named }) => {
  if (decision === "send-to")
    return (
      <>
        <ContactChoice id={field("contact")} state={state} value={filled.contact} />
        {named !== undefined && <input type="hidden" name="named" value={named} />}
        <TextField
          id={field("email")}
          name="email"
          type="email"
          label={<>Mailbox{named !== undefined && ", as the desk’s answer names it"}</>}
          value={visible(filled.email)}
          maxlength={254}
          autocapitalize="none"
          spellcheck={false}
          inputmode="email"
          problem={problems.email}
          isExtra
        />
      </>
    );
  if (decision === "close")
    return (
      <Choice
        id={field("outcome")}
        name="outcome"
        isExtra
        label="How it ended"
        now={filled.outcome || undefined}
        all={[["", "Choose …"], ...outcomesToChoose.map((outcome) => [outcome, outcomeWords[outcome]] as const)]}
        problem={problems.outcome}
      />
    );
  if (decision === "clear" && question === "clearance")
    return (
      <>
        {clearanceFields.map(([name, label]) => (
          <TextField
            id={field(name)}
            name={name}
            label={label}
            value={filled[name]}
            maxlength={clearanceAtMost}
            problem={problems[name]}
            isExtra
          />
        ))}
      </>
    );
  if (decision !== "wait") return null;
  const { lane } = state;
  return (
    <Choice
      id={field("again")}
      name="again"
      isExtra
      label="Ask me again"
      hint="Where you choose a time, nobody is reminded until then."
      now={filled.again || undefined}
      all={[
        ["", lane === "urgent" ? "in the next morning's list, at 7:00 UTC" : "as the policy says"],
        ...hoursToWait[lane].map((hours) => [String(hours), `in ${duration(hours * 3_600_000)}`] as const),
      ]}
    />
  );
};

const clearanceFields = [
  ["clearedBy", "Who cleared it"],
  ["reference", "Under which reference"],
] as const;

/** Mailboxes on the page are chosen, not typed. */
const ContactChoice: FC<{ readonly id: string; readonly state: Case; readonly value: string }> = ({
  id,
  state,
  value,
}) => {
  const candidates = state.contact?.candidates ?? [];
  const named = candidates.map(({ email, scope }) => [email, `${visible(email)}, ${scopeWords[scope]}`] as const);
  if (candidates.length === 0) return null;
  return (
    <Choice
      id={id}
      name="contact"
      isExtra
      label="Whom"
      now={value || undefined}
      all={[["", "the mailbox that I type below"], ...named]}
    />
  );
};

export const actionOf = (state: Case, review: Review): string =>
  `/cases/${encodeURIComponent(state.id)}/reviews/${encodeURIComponent(review.id)}`;

type WhyProps = {
  readonly id: string;
  readonly asks: string;
  readonly hint: string;
  readonly value?: string;
  readonly problem?: string | undefined;
  readonly isOptional?: boolean;
};

/** Asked wherever a person decides, and kept in the history. */
export const WhyField: FC<WhyProps> = ({ id, asks, hint, value = "", problem, isOptional = false }) => (
  <>
    <TextField
      id={id}
      name="why"
      label={asks}
      value={value}
      rows={2}
      maxlength={whyAtMost}
      required={!isOptional}
      hint={`${hint} Don’t include the reported URL.`}
      problem={problem}
    />
    <ReasonsToCopy />
  </>
);

const ReasonsToCopy: FC = () => {
  const reasons = useContext(SavedReasons);
  if (reasons.length === 0) return null;
  return (
    <details>
      <summary>Saved reasons, to copy</summary>
      <ul class="plain">
        {reasons.map(({ name, text }) => (
          <li>
            <p>{visible(name)}</p>
            <p class="copy">{visible(text)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Measures the readers and decides nothing. Nothing is preselected: people would agree. */
const DeskSaidField: FC<{ readonly id: string; readonly value: string }> = ({ id, value }) => (
  <details open={value !== ""}>
    <summary>What the desk said, if you like</summary>
    <Choice
      id={id}
      name="said"
      label="The desk said"
      hint="Only counts how well replies are read; nothing follows from it."
      now={value || undefined}
      all={[["", "I don’t say"], ...wordedClasses.map((one) => [one, readingWords[one]] as const)]}
    />
  </details>
);
