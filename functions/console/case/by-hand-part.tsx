import { type FC, useContext } from "hono/jsx";
import { noteCharacters } from "../../case/bounds.ts";
import type { Case } from "../../case/case.ts";
import { letterCharacters } from "../../case/letter.ts";
import { desksToWriteTo } from "../../case/machines-answer.ts";
import type { Notice } from "../../case/notice.ts";
import type { Instant } from "../../kernel/instant.ts";
import { explanationAtMost } from "../../report/explanation.ts";
import { Button, Choice, TextField } from "../elements.tsx";
import { DecidersOnly, Folded, OpenedFrom, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { hostsOf, isFolded, shown, visible } from "../shown.ts";
import { scopeWords } from "../words.ts";
import type { Deed, DeedField, DeedRefused } from "./read-deed.ts";
import { WhyField } from "./review-form.tsx";
import { replyWords } from "./say-event.ts";

type ByHandProps = { readonly state: Case; readonly now: Instant; readonly refused?: DeedRefused | undefined };

/** Who holds the case, why and until when, with the forms for what a person does unasked. */
export const ByHand: FC<ByHandProps> = ({ state, now, refused }) => {
  if (state.forgottenAt !== undefined) return null;
  if (state.closed) return <Reopen state={state} refused={refused} />;
  const isHeld = state.holds.length > 0;
  const form = (does: Deed) => ({ does, state, refused });
  const field = fieldsOf(refused, "correct");
  return (
    <Section id="by-hand" title={isHeld ? "On hold" : "Manual actions"}>
      {isHeld && (
        <>
          <ul class="plain">
            {state.holds.map(({ by, why, since, until }) => (
              <li>
                <strong>{shown(by)}</strong>
                <p>{shown(why, hostsOf(state))}</p>
                <p class="soft">
                  since <When at={since} now={now} />,{" "}
                  {until ? <>until {<When at={until} now={now} />}</> : "until somebody lifts it"}
                </p>
              </li>
            ))}
          </ul>
          <DecidersOnly>
            <DeedForm
              {...form("release")}
              why="Why lift it"
              button={state.holds.length > 1 ? "Lift all holds of this case" : "Lift this hold"}
            />
          </DecidersOnly>
        </>
      )}
      <DecidersOnly others="Only reviewers hold a case, correct a notice or write to a desk.">
        <DeedForm
          {...form("hold")}
          opens={isHeld ? "Hold it for another reason, too" : "Hold this case"}
          says="Stops all that has not gone out yet: for law enforcement, or while something is unclear."
          why="Why hold it"
          button="Hold"
        >
          <TextField
            {...fieldsOf(refused, "hold")("until")}
            label="Until, in UTC"
            type="datetime-local"
            hint="Then it goes on automatically. Left empty, it lasts until somebody lifts it."
          />
        </DeedForm>
        <DeedForm
          {...form("correct")}
          opens="Correct the notice"
          says={
            "Everyone who had the notice gets a correction with the new explanation. If the address or the category " +
            "is wrong, have the report withdrawn. You see each mail before it goes."
          }
          why="Why correct it"
          button="Preview"
        >
          <TextField
            {...field("explanation")}
            label="What is right"
            rows={3}
            maxlength={explanationAtMost}
            required
            hint="Printed in the mail word for word."
          >
            <Folded when={isFolded(state)} what="What it says now">
              <p class="hint">Now it says: {shown(state.evidence.explanation ?? "nothing", hostsOf(state))}</p>
            </Folded>
          </TextField>
        </DeedForm>
        <WriteForm {...form("write")} />
      </DecidersOnly>
    </Section>
  );
};

/** For a wrong closing. For what went and came back there is a reporter's word. */
const Reopen: FC<Omit<ByHandProps, "now">> = ({ state, refused }) => (
  <Section id="by-hand" title="Closed by mistake?">
    <DecidersOnly others="Only reviewers reopen a case.">
      <DeedForm
        {...{ does: "reopen", state, refused }}
        opens="Open this case again"
        says={
          "For a desk’s reply that was not true, or a decision that was a slip. Its host is looked up again, and the " +
          "case continues: nobody is notified twice, and its reporters hear of it. What was gone and is back is " +
          "reported again, or “still up”: then its desks are notified again."
        }
        why="Why open it again"
        button="Open it again"
      />
    </DecidersOnly>
  </Section>
);

type FormProps = { readonly does: Deed; readonly state: Case; readonly refused: DeedRefused | undefined };

/** A field of such a form: its id, what was typed, and what is wrong with it. */
const fieldsOf =
  (refused: DeedRefused | undefined, does: Deed) =>
  (name: DeedField): { id: string; name: DeedField; value: string; problem: string | undefined } => {
    const back = refused?.does === does ? refused : undefined;
    return { id: `${name}-${does}`, name, value: back?.filled[name] ?? "", problem: back?.problems[name] };
  };

type DeedFormProps = FormProps & {
  /** What unfolds the form, if it is folded until wanted. */
  readonly opens?: string;
  readonly says?: string;
  /** Each its own: whoever hears the page hears the label alone. */
  readonly why: string;
  readonly button: string;
  readonly children?: unknown;
};

const DeedForm: FC<DeedFormProps> = ({ does, state, refused, opens, says, why, button, children }) => {
  const { id, value, problem } = fieldsOf(refused, does)("why");
  const form = (
    <>
      {says && <p class="soft">{says}</p>}
      <PostForm action={actionOf(state, does)} novalidate>
        {children}
        <WhyField {...{ id, value, problem }} asks={why} hint="Kept in the case history." />
        <Button kind="quiet">{button}</Button>
      </PostForm>
    </>
  );
  if (opens === undefined) return form;
  return (
    <details open={refused?.does === does}>
      <summary>{opens}</summary>
      {form}
    </details>
  );
};

const actionOf = (state: Case, does: Deed): string =>
  `/cases/${encodeURIComponent(state.id)}/${does}${useContext(OpenedFrom)}`;

const deskWords = ({ to, answer }: Notice): string =>
  `${visible(to.email)} – ${scopeWords[to.scope]}${answer === undefined ? "" : `; answer: ${replyWords[answer]}`}`;

const messageHint =
  "Plain words, in the desk’s language or in English. Our number, where it is and who we are are added; addresses of " +
  "pages are written so that they are no links. Name no mailbox, and never describe or enclose the content.";

const WriteForm: FC<FormProps> = (props) => {
  const desks = desksToWriteTo(props.state);
  const field = fieldsOf(props.refused, "write");
  if (desks.length === 0 && props.refused?.does !== "write") return null;
  const { value, ...to } = field("to");
  return (
    <DeedForm
      {...props}
      opens="Write to a desk"
      says={
        "Answer or ask a desk that has the notice. It goes in the thread of the notice, to the mailbox that has it " +
        "and to nobody else. You see the mail before it goes."
      }
      why="Why write it"
      button="Preview"
    >
      <Choice {...to} label="To" now={value} all={desks.map((desk) => [desk.to.email, deskWords(desk)])} />
      <TextField
        {...field("text")}
        label="What the desk is to read"
        rows={8}
        maxlength={letterCharacters}
        required
        hint={messageHint}
      />
    </DeedForm>
  );
};

export const Notes: FC<ByHandProps> = ({ state, now, refused }) => {
  const { notes = [], forgottenAt } = state;
  if (forgottenAt !== undefined) return null;
  return (
    <Section id="notes" title="Notes">
      {notes.length > 0 && (
        <ul class="plain">
          {notes.toReversed().map(({ by, at, text }) => (
            <li data-mark={`line note ${at}`}>
              <p class="words">{shown(text, hostsOf(state))}</p>
              <p class="hint">
                {shown(by)}, <When at={at} now={now} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <DecidersOnly>
        <PostForm action={actionOf(state, "note")} data-decides="no">
          <TextField
            {...fieldsOf(refused, "note")("note")}
            label="For whoever looks next"
            rows={2}
            maxlength={noteCharacters}
            required
            hint="Stays inside: no desk and no reporter reads it. Don’t include the reported URL."
          />
          <Button kind="quiet">Keep this note</Button>
        </PostForm>
      </DecidersOnly>
    </Section>
  );
};
