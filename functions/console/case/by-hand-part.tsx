import type { FC } from "hono/jsx";
import type { Case, Hold } from "../../case/case.ts";
import type { Instant } from "../../kernel/instant.ts";
import { explanationAtMost } from "../../report/explanation.ts";
import { Button, described, Field } from "../elements.tsx";
import { DecidersOnly, Folded, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { hostsOf, isFolded, shown } from "../shown.ts";
import type { Deed, DeedRefused } from "./read-deed.ts";
import { WhyField } from "./review-form.tsx";

type ByHandProps = { readonly state: Case; readonly now: Instant; readonly refused?: DeedRefused | undefined };

/** Who has nothing sent about the case, why and until when, with the forms to hold, release and correct. */
export const ByHand: FC<ByHandProps> = ({ state, now, refused }) => {
  if (state.closed) return <Reopen state={state} refused={refused} />;
  const isHeld = state.holds.length > 0;
  return (
    <Section id="by-hand" title={isHeld ? "Held" : "By hand"}>
      {isHeld && (
        <>
          <ul class="plain">
            {state.holds.map((hold) => (
              <Standing hold={hold} now={now} hosts={hostsOf(state)} />
            ))}
          </ul>
          <DecidersOnly>
            <Form does="release" id={state.id} refused={refused} button="Lift every hold" />
          </DecidersOnly>
        </>
      )}
      <DecidersOnly others="Only reviewers hold a case or correct what was told.">
        <details open={refused?.does === "hold"}>
          <summary>{isHeld ? "Hold it for another reason, too" : "Hold this case"}</summary>
          <p class="soft">Stops all that has not gone out yet: for law enforcement, or while something is unclear.</p>
          <Form does="hold" id={state.id} refused={refused} button="Send nothing from now on">
            <UntilField refused={refused} />
          </Form>
        </details>
        <details open={refused?.does === "correct"}>
          <summary>Correct what was told</summary>
          <p class="soft">
            Everyone who had the notice gets a correction with the new explanation. If the address or the category is
            wrong, have the report withdrawn. You see each mail before it goes.
          </p>
          <Form does="correct" id={state.id} refused={refused} button="See the mails">
            <ExplanationField
              refused={refused}
              now={shown(state.evidence.explanation ?? "nothing", hostsOf(state))}
              folds={isFolded(state)}
            />
          </Form>
        </details>
      </DecidersOnly>
    </Section>
  );
};

/** For a wrong closing. For what went and came back there is a reporter's word. */
const Reopen: FC<Pick<ByHandProps, "state" | "refused">> = ({ state, refused }) => {
  if (state.forgottenAt !== undefined) return null;
  return (
    <Section id="by-hand" title="If it should not have ended">
      <DecidersOnly others="Only reviewers open a case again.">
        <details open={refused?.does === "reopen"}>
          <summary>Open this case again</summary>
          <p class="soft">
            For a desk’s word that was not true, or an answer that was a slip. Its host is looked up anew, and the case
            goes on from where it stood: who was told is not told again, and its reporters hear that it goes on. What
            was gone and is back is reported again, or “still up”: then its desks are told anew.
          </p>
          <Form does="reopen" id={state.id} refused={refused} button="Open it again" />
        </details>
      </DecidersOnly>
    </Section>
  );
};

const Standing: FC<{ readonly hold: Hold; readonly now: Instant; readonly hosts: readonly string[] }> = ({
  hold,
  now,
  hosts,
}) => (
  <li>
    <strong>{shown(hold.by)}</strong>
    <p>{shown(hold.why, hosts)}</p>
    <p class="soft">
      since <When at={hold.since} now={now} />,{" "}
      {hold.until ? <>until {<When at={hold.until} now={now} />}</> : "until somebody lifts it"}
    </p>
  </li>
);

const of = (refused: DeedRefused | undefined, does: Deed): DeedRefused | undefined =>
  refused?.does === does ? refused : undefined;
// Each its own: whoever hears the page hears the label alone.
const whyWords: Record<Exclude<Deed, "write">, string> = {
  hold: "Why hold it",
  release: "Why lift it",
  correct: "Why correct it",
  reopen: "Why open it again",
};

type FormProps = {
  readonly does: keyof typeof whyWords;
  readonly id: string;
  readonly refused: DeedRefused | undefined;
  readonly button: string;
  readonly children?: unknown;
};

const Form: FC<FormProps> = ({ does, id, refused, button, children }) => {
  const back = of(refused, does);
  return (
    <PostForm action={`/cases/${encodeURIComponent(id)}/${does}`} novalidate>
      {children}
      <WhyField
        id={`why-${does}`}
        asks={whyWords[does]}
        hint="Kept with your name."
        value={back?.filled.why ?? ""}
        problem={back?.problems.why}
      />
      <Button kind="quiet">{button}</Button>
    </PostForm>
  );
};

const UntilField: FC<{ readonly refused: DeedRefused | undefined }> = ({ refused }) => {
  const back = of(refused, "hold");
  return (
    <Field
      id="until-hold"
      label="Until, in UTC"
      problem={back?.problems.until}
      hint="Then it goes on by itself. Left empty, it stands until somebody lifts it."
    >
      <input
        id="until-hold"
        type="datetime-local"
        name="until"
        value={back?.filled.until ?? ""}
        {...described("until-hold", back?.problems.until)}
      />
    </Field>
  );
};

const ExplanationField: FC<{
  readonly refused: DeedRefused | undefined;
  readonly now: string;
  readonly folds: boolean;
}> = ({ refused, now, folds }) => {
  const back = of(refused, "correct");
  return (
    <Field
      id="explanation-correct"
      label="What is right"
      problem={back?.problems.explanation}
      hint="Printed in the mail as it stands."
    >
      <Folded when={folds} what="What it says now">
        <p class="hint">Now it says: {now}</p>
      </Folded>
      <textarea
        id="explanation-correct"
        name="explanation"
        rows={3}
        maxlength={explanationAtMost}
        required
        {...described("explanation-correct", back?.problems.explanation)}
      >
        {back?.filled.explanation ?? ""}
      </textarea>
    </Field>
  );
};
