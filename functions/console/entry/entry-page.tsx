import { type Child, type FC, useContext } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { questionTexts } from "../../review/questions.ts";
import type { Reservation } from "../../review/reservations.ts";
import { closingOf, describeEntry, type EntryAction, type QueueEntry } from "../../store/queue-entry.ts";
import { ReservationPart } from "../case/reservation-part.tsx";
import { WhyField } from "../case/review-form.tsx";
import { Button, Hidden, Problem, TextField } from "../elements.tsx";
import { CaseTitle, DecidersOnly, Facts, type Flash, FlashBanner, OpenedFrom, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import { between, count, entryActionWords } from "../words.ts";

export type EntryProblem = {
  readonly does: EntryAction["does"];
  readonly why: string;
  readonly text?: string | undefined;
  readonly problems: { readonly why?: string; readonly text?: string };
};

export type EntryPageProps = {
  readonly entry: QueueEntry;
  /** `message` is the one shown, from 1. */
  readonly message: number;
  readonly text: string | undefined;
  readonly now: Instant;
  readonly by: string;
  readonly reservation?: Reservation | undefined;
  readonly said?: Flash | undefined;
  readonly problem?: EntryProblem | undefined;
};

export const EntryPage: FC<EntryPageProps> = (props) => {
  const { entry, now, said, problem, message } = props;
  const [review] = entry.reviews;
  const path = `/cases/${encodeURIComponent(entry.id)}${useContext(OpenedFrom)}`;
  return (
    <>
      <CaseTitle
        state={entry}
        stands={review ? `Waits for a person, for ${between(review.askedAt, now)}` : closedAs(entry)}
        renews={!problem && message === 1 ? path : undefined}
      />
      <FlashBanner said={said} />
      <div class="part" data-part="reservation">
        <ReservationPart state={entry} reservation={props.reservation} person={props.by} now={now} />
      </div>
      <div class="case">
        <div class="asked" data-part="asked">
          {review && (
            <article class={`question ${entry.lane}`} aria-labelledby="question" data-mark={review.id}>
              <p class="meta">
                <span class="tag stops">No case was opened</span>
              </p>
              <h2 id="question">{questionTexts[review.question].asks}</h2>
              <p class="happened">{shown(describeEntry(entry))}</p>
              <p class="soft">{questionTexts[review.question].means}</p>
              <Actions entry={entry} problem={problem} />
            </article>
          )}
          {!review && entry.forgottenAt === undefined && <Reopening entry={entry} problem={problem} />}
        </div>
        <div class="known">
          <Problems entry={entry} />
          <Done entry={entry} now={now} />
        </div>
        <div class="happened-so-far">
          <Message {...props} />
        </div>
      </div>
    </>
  );
};

const closedAs = (entry: QueueEntry): string => {
  const closing = closingOf(entry);
  return closing ? `Closed: ${entryActionWords[closing.does]} by ${shown(closing.by)}` : "Closed";
};

type FormProps = { readonly entry: QueueEntry; readonly problem: EntryProblem | undefined };

const problemOf = (problem: EntryProblem | undefined, does: readonly EntryAction["does"][]) =>
  problem && does.includes(problem.does) ? problem : undefined;

/** `fields` stand above the reason, buttons below. */
const Form: FC<FormProps & { readonly id: string; readonly fields?: unknown; readonly children?: unknown }> = ({
  entry,
  problem,
  id,
  fields,
  children,
}) => (
  <PostForm action={`/cases/${encodeURIComponent(entry.id)}/entry${useContext(OpenedFrom)}`} novalidate>
    <Hidden fields={{ version: String(entry.version) }} />
    {fields}
    <WhyField
      id={`why-${id}`}
      asks="Why?"
      hint="Kept in the history."
      value={problem?.why ?? ""}
      problem={problem?.problems.why}
    />
    {children}
  </PostForm>
);

const Do: FC<{ readonly value: EntryAction["does"]; readonly children?: Child }> = ({ value, children }) => (
  <Button kind="quiet" name="does" value={value}>
    {children}
  </Button>
);

const closingActions = ["retry", "discard", "pass-on"] as const;

const Actions: FC<FormProps> = ({ entry, problem }) => {
  const open = entry.messages - entry.fixed.length;
  const refused = problemOf(problem, closingActions);
  return (
    <DecidersOnly others="Only reviewers answer.">
      <Form entry={entry} problem={refused} id="close">
        <Problem id="retry-problem" says={refused?.problems.text} />
        <div class="do">
          <Do value="retry">{open > 1 ? `Retry all ${open} as they are` : "Retry it as it is"}</Do>
          {entry.noHost && <Do value="pass-on">Passed on; close it</Do>}
          <Do value="discard">{open > 1 ? `Discard all ${open}` : "Discard it"}</Do>
        </div>
        <p class="hint">
          Retry puts {open > 1 ? "them" : "it"} through intake again, for instance after settings were changed. To fix
          {open > 1 ? " one" : " it"}, edit <a href="#message">the message</a>.
        </p>
      </Form>
    </DecidersOnly>
  );
};

const Reopening: FC<FormProps> = ({ entry, problem }) => (
  <Section id="reopen" title="Closed by mistake?">
    <DecidersOnly others="Only reviewers open it again.">
      <Form entry={entry} problem={problemOf(problem, ["reopen"])} id="reopen">
        <Do value="reopen">Open it again</Do>
      </Form>
    </DecidersOnly>
  </Section>
);

const Problems: FC<{ readonly entry: QueueEntry }> = ({ entry }) => {
  const { source, reportIds, toHold } = entry;
  return (
    <Section id="reported" title={entry.noHost ? "Why nobody was notified" : "What is wrong with it"}>
      <Facts
        rows={[
          ["Messages", entry.messages > 1 && String(entry.messages)],
          ["Fixed", entry.fixed.length > 0 && count(entry.fixed.length, "message")],
          ["Reporter", source.reporter !== undefined && shown(source.reporter)],
          ["Sent by", source.sender !== undefined && shown(source.sender)],
          ["By the queue of", source.owner !== undefined && shown(source.owner)],
          ["Reports", shown(reportIds.join(", "))],
          ["To be held", shown(toHold.join(", "))],
          ["Field", shown(entry.field)],
          ["Problem", shown(entry.reason)],
          [entry.noHost ? "What to do" : "To fix it", shown(entry.fix)],
          ["Came", <When at={entry.openedAt} />],
        ]}
      />
    </Section>
  );
};

const Done: FC<{ readonly entry: QueueEntry; readonly now: Instant }> = ({ entry, now }) =>
  entry.actions.length === 0 ? null : (
    <Section id="done" title="What was done">
      <ul class="plain">
        {entry.actions.toReversed().map(({ does, by, why, at, message }) => (
          <li>
            <p>
              {shown(by)}: {message === undefined ? "" : `message ${message} `}
              {entryActionWords[does]}, <When at={at} now={now} />
            </p>
            <p class="soft">Why: {shown(why)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );

const shownCharacters = 100_000;
/** A form takes 64 KB, of which a sign may be three; the command line takes more. */
const fixedCharacters = 20_000;

/** JSON is easier to read and fix in lines. */
const inLines = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    // It may be wrong in just that.
    return text;
  }
};

/** One message as untrusted text, and the same to edit. */
const Message: FC<EntryPageProps> = ({ entry, message, text, problem }) => {
  const refused = problemOf(problem, ["fix"]);
  const isOpen = closingOf(entry) === undefined && !entry.fixed.includes(message);
  const to = (number: number, says: string) =>
    number >= 1 && number <= entry.messages && <a href={`?message=${number}#message`}>{says}</a>;
  return (
    <Section id="message" title={entry.messages > 1 ? `Message ${message} of ${entry.messages}` : "The message"}>
      {entry.messages > 1 && (
        <p class="soft">
          {to(message - 1, "The one before")} {to(message + 1, "The next")}
        </p>
      )}
      <p class="untrusted">
        Untrusted: anybody may have written this. URLs are defanged, invisible characters spelled out, and what may be
        content is left out.
      </p>
      {text === undefined || text === "" ? (
        <p class="empty">It is not kept any more.</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label="Text of the message">
          <pre>{shown(inLines(text.slice(0, shownCharacters)))}</pre>
        </section>
      )}
      {text !== undefined && text.length > shownCharacters && (
        <p class="soft">
          {shownCharacters} of {text.length} characters are shown.
        </p>
      )}
      {text !== undefined && text.length <= fixedCharacters && isOpen && (
        <DecidersOnly>
          <details open={refused !== undefined}>
            <summary>Fix this message</summary>
            <Form
              entry={entry}
              problem={refused}
              id="fix"
              fields={
                <TextField
                  id="text"
                  name="text"
                  label="The message as it should have been"
                  rows={16}
                  value={shown(refused?.text ?? inLines(text))}
                  spellcheck={false}
                  autocapitalize="none"
                  problem={refused?.problems.text}
                  hint="Defanged addresses are read as what they stand for. It is taken in as its reporter’s."
                >
                  <Hidden fields={{ message: String(message) }} />
                </TextField>
              }
            >
              <Do value="fix">Take it in as fixed</Do>
            </Form>
          </details>
        </DecidersOnly>
      )}
    </Section>
  );
};
