import { type FC, useContext } from "hono/jsx";
import type { Case, Review } from "../../case/case.ts";
import { hoursToWait } from "../../case/hours-to-wait.ts";
import type { Question } from "../../case/question.ts";
import { wordedClasses } from "../../case/reply-class.ts";
import type { Instant } from "../../kernel/instant.ts";
import { answersTo, answerText, type Decision, questionTexts } from "../../review/questions.ts";
import { Button, described, Field, Problem, Select } from "../elements.tsx";
import { DecidersOnly, Folded, Key, OpenedFrom, SavedReasons } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { PresetReasons } from "../preset-reasons.tsx";
import { hostsOf, isFolded, shown, visible } from "../shown.ts";
import { between, duration, outcomeWords, readingWords, scopeWords } from "../words.ts";
import { outcomesToChoose } from "./outcomes.ts";
import { blank, clearanceAtMost, type FieldProblems, type FilledIn } from "./read-verdict.ts";
import { noticeName, sayHowSure } from "./say-event.ts";

export type Refused = { readonly reviewId: string; readonly filled: FilledIn; readonly problems: FieldProblems };

/** From when it counts, said before it is given. */
export const effectWords = ({ lane }: Case, { question }: Review): string => {
  if (lane === "urgent") return "It takes effect at once.";
  const opens = answersTo(question).includes("reopen") ? " A closed case is opened again at once." : "";
  return `It takes effect after a minute in which it can be taken back. Nothing goes out meanwhile.${opens}`;
};

type ReviewFormProps = {
  readonly state: Case;
  readonly review: Review;
  readonly now: Instant;
  readonly refused?: Refused | undefined;
  readonly wrote?: string | undefined;
  /** The mailbox that the desk names in its place: filled in, but not chosen. */
  readonly named?: string | undefined;
  readonly follows: (decision: Decision) => string | undefined;
};

/** An outsider's words, as text set apart. `isCut`: long letters scroll on a phone, above their question. */
export const Quoted: FC<{ readonly text: string; readonly state: Case; readonly isCut?: true }> = ({
  text,
  state,
  isCut,
}) => (
  <blockquote>
    <Folded when={isFolded(state)} what="The reply’s own words, not trusted">
      {!isFolded(state) && <p class="hint">The reply’s own words, not trusted:</p>}
      {isCut ? (
        <section class="words cut" tabindex={0} aria-label="The reply’s own words">
          {shown(text, hostsOf(state))}
        </section>
      ) : (
        <p class="words">{shown(text, hostsOf(state))}</p>
      )}
    </Folded>
  </blockquote>
);

/** One open question. Nothing is preselected: at three in the morning a default is a decision. */
export const ReviewForm: FC<ReviewFormProps> = ({ state, review, now, refused, wrote, named, follows }) => {
  const text = questionTexts[review.question];
  const filled = refused?.filled ?? { ...blank, email: named ?? "" };
  const problems = refused?.problems ?? {};
  const field = (name: string) => `${name}-${review.id}`;
  return (
    <article class={`question ${state.lane}`} aria-labelledby={field("question")} data-mark={review.id}>
      <p class="meta">
        <span class={`tag ${review.blocking ? "stops" : "goes-on"}`}>
          {review.blocking ? "Nothing goes out until you answer" : "The case goes on meanwhile"}
        </span>
        <span class="soft">asked {between(review.askedAt, now)} ago</span>
        <About state={state} review={review} />
      </p>
      <h3 id={field("question")}>{text.asks}</h3>
      {wrote && <Quoted text={wrote} state={state} isCut />}
      <p class="happened">{shown(review.reason, hostsOf(state))}</p>
      <Folded when={wrote !== undefined} what="What is asked here, and how the machine read it">
        {review.asRead?.confidence !== undefined && <p class="soft">{sayHowSure(review.asRead)}</p>}
        <p class="soft">{text.means}</p>
        {review.noticeId && <OfNotice state={state} noticeId={review.noticeId} />}
      </Folded>
      <SaidBefore state={state} review={review} />
      <DecidersOnly others="Only reviewers answer.">
        <PostForm action={actionOf(state, review) + useContext(OpenedFrom)} novalidate>
          <fieldset
            class="answers"
            {...(problems.decision !== undefined && { "aria-describedby": field("decision-problem") })}
          >
            <legend>Your answer</legend>
            <Problem id={field("decision-problem")} says={problems.decision} />
            {answersTo(review.question).map((decision, at) => (
              <div class={`answer ${decision}`}>
                <label>
                  <input
                    type="radio"
                    name="decision"
                    value={decision}
                    required
                    checked={filled.decision === decision}
                  />
                  <span>
                    {answerText(review.question, decision)}
                    <Follows says={follows(decision)} />
                  </span>
                  <Key of={String(at + 1)} />
                </label>
                <MoreToSay {...{ state, question: review.question, decision, filled, problems, field, named }} />
              </div>
            ))}
          </fieldset>
          <WhyField
            id={field("why")}
            asks="Why"
            hint="A sentence for whoever reads the history."
            value={filled.why}
            problem={problems.why}
          />
          <Button>Record this decision</Button>
          <PresetReasons question={review.question} lane={state.lane} />
          <p class="hint">{effectWords(state, review)}</p>
          {review.asRead && <DeskSaidField id={field("said")} value={filled.said} />}
        </PostForm>
      </DecidersOnly>
    </article>
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

/** The desk, if there are several questions. */
const About: FC<{ readonly state: Case; readonly review: Review }> = ({ state, review: { noticeId } }) => {
  const to = state.notices.find(({ id }) => id === noticeId)?.to.email;
  return to === undefined || state.reviews.length < 2 ? null : <span class="soft">desk {visible(to)}</span>;
};

/** The notice that the question is about, and a link to its text. */
const OfNotice: FC<{ readonly state: Case; readonly noticeId: string }> = ({ state, noticeId }) => (
  <p class="soft">
    It is about the {noticeName(noticeId, state)}
    {" ("}
    <a href={`/cases/${encodeURIComponent(state.id)}/notices/${encodeURIComponent(noticeId)}`}>read its text</a>) .
  </p>
);

type MoreToSayProps = {
  readonly state: Case;
  readonly question: Question;
  readonly decision: Decision;
  readonly filled: FilledIn;
  readonly problems: FieldProblems;
  readonly field: (name: string) => string;
  readonly named: string | undefined;
};

/** What an answer needs besides a reason. */
const MoreToSay: FC<MoreToSayProps> = ({ state, question, decision, filled, problems, field, named }) =>
  decision === "send-to" ? (
    <>
      <ContactChoice id={field("contact")} state={state} value={filled.contact} />
      {named !== undefined && <input type="hidden" name="named" value={named} />}
      <MailboxField id={field("email")} value={filled.email} problem={problems.email} isNamed={named !== undefined} />
    </>
  ) : decision === "close" ? (
    <OutcomeField id={field("outcome")} value={filled.outcome} problem={problems.outcome} />
  ) : decision === "clear" && question === "clearance" ? (
    <ClearanceFields {...{ filled, problems, field }} />
  ) : decision === "wait" ? (
    <AgainField id={field("again")} state={state} value={filled.again} />
  ) : null;

const Follows: FC<{ readonly says: string | undefined }> = ({ says }) =>
  says === undefined ? null : <span class="follows">{says}</span>;

export const actionOf = (state: Case, review: Review): string =>
  `/cases/${encodeURIComponent(state.id)}/reviews/${encodeURIComponent(review.id)}`;

type FieldProps = { readonly id: string; readonly value: string; readonly problem: string | undefined };

type WhyProps = Pick<FieldProps, "id"> &
  Partial<FieldProps> & { readonly asks: string; readonly hint: string; readonly isOptional?: boolean };

/** Asked wherever a person decides, and kept in the history. */
export const WhyField: FC<WhyProps> = ({ id, asks, hint, value = "", problem, isOptional = false }) => (
  <Field id={id} label={asks} problem={problem}>
    <textarea id={id} name="why" rows={2} maxlength={1000} required={!isOptional} {...described(id, problem)}>
      {value}
    </textarea>
    <p class="hint">{hint} Write no reported address here.</p>
    <ReasonsToCopy />
  </Field>
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

/** Mailboxes on the page are chosen, not typed. */
const ContactChoice: FC<{ readonly id: string; readonly state: Case; readonly value: string }> = ({
  id,
  state,
  value,
}) => {
  const candidates = state.contact?.candidates ?? [];
  if (candidates.length === 0) return null;
  return (
    <Field id={id} label="Whom" isExtra>
      <Select
        id={id}
        name="contact"
        now={value || undefined}
        all={[
          ["", "the mailbox that I type below"],
          ...candidates.map(({ email, scope }) => [email, `${visible(email)}, ${scopeWords[scope]}`] as const),
        ]}
      />
    </Field>
  );
};

const MailboxField: FC<FieldProps & { readonly isNamed: boolean }> = ({ id, value, problem, isNamed }) => (
  <Field id={id} label={<>Mailbox{isNamed && ", as the desk’s answer names it"}</>} problem={problem} isExtra>
    <input
      id={id}
      type="email"
      name="email"
      value={visible(value)}
      maxlength={254}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      inputmode="email"
      {...described(id, problem)}
    />
  </Field>
);

const ClearanceFields: FC<Pick<MoreToSayProps, "filled" | "problems" | "field">> = ({ filled, problems, field }) => (
  <>
    {clearanceFields.map(([name, label]) => (
      <Field id={field(name)} label={label} problem={problems[name]} isExtra>
        <input
          id={field(name)}
          name={name}
          value={filled[name]}
          maxlength={clearanceAtMost}
          autocomplete="off"
          {...described(field(name), problems[name])}
        />
      </Field>
    ))}
  </>
);

const clearanceFields = [
  ["clearedBy", "Who cleared it"],
  ["reference", "Under which reference"],
] as const;

/** Measures the readers and decides nothing. Nothing is preselected, or people would agree with it. */
const DeskSaidField: FC<Omit<FieldProps, "problem">> = ({ id, value }) => (
  <details open={value !== ""}>
    <summary>What the desk said, if you like</summary>
    <Field id={id} label="The desk said" hint="Only counts how well replies are read; nothing follows from it.">
      <Select
        id={id}
        name="said"
        now={value || undefined}
        all={[["", "I don’t say"], ...wordedClasses.map((one) => [one, readingWords[one]] as const)]}
      />
    </Field>
  </details>
);

const AgainField: FC<{ readonly id: string; readonly state: Case; readonly value: string }> = ({
  id,
  state: { lane },
  value,
}) => (
  <Field id={id} label="Ask me again" hint="Where you choose a time, nobody is reminded until then." isExtra>
    <Select
      id={id}
      name="again"
      now={value || undefined}
      all={[
        ["", lane === "urgent" ? "in the next morning's list, at 7:00 UTC" : "as the policy says"],
        ...hoursToWait[lane].map((hours) => [String(hours), `in ${duration(hours * 3_600_000)}`] as const),
      ]}
    />
  </Field>
);

const OutcomeField: FC<FieldProps> = ({ id, value, problem }) => (
  <Field id={id} label="How it ended" problem={problem} isExtra>
    <Select
      id={id}
      name="outcome"
      now={value || undefined}
      all={[["", "Choose …"], ...outcomesToChoose.map((outcome) => [outcome, outcomeWords[outcome]] as const)]}
      problem={problem}
    />
  </Field>
);
