import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { letterCharacters } from "../../case/letter.ts";
import { desksToWriteTo } from "../../case/machines-answer.ts";
import type { Notice } from "../../case/notice.ts";
import { type ForeseenLetter, letterText } from "../../review/letter.ts";
import { Button, described, Field, Hidden, LinkButton, MailText, Select, Title } from "../elements.tsx";
import { DecidersOnly, NotAsSeen, Section } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { hostsOf, shown, visible } from "../shown.ts";
import { scopeWords } from "../words.ts";
import type { PlainNotice } from "./notice-text.ts";
import { readWhy, whyIsWrong } from "./read-verdict.ts";
import { WhyField } from "./review-form.tsx";
import { replyWords } from "./say-event.ts";

export type FilledLetter = { readonly to: string; readonly text: string; readonly why: string };
export type LetterProblems = Partial<Record<keyof FilledLetter, string>>;
export type LetterRefused = { readonly filled: FilledLetter; readonly problems: LetterProblems };

/** As typed, one character too long at most. */
export const readLetter = (form: URLSearchParams): FilledLetter => ({
  to: (form.get("to") ?? "").slice(0, 254).trim(),
  text: letterText(form.get("text") ?? "").slice(0, letterCharacters + 1),
  why: readWhy(form),
});

/** Checks the reason alone. The case weighs the words and the desk. */
export const whyProblemOf = ({ why }: FilledLetter): LetterProblems => {
  const problem = whyIsWrong(why);
  return problem === undefined ? {} : { why: problem };
};

const deskWords = ({ to, answer }: Notice): string =>
  `${visible(to.email)} – ${scopeWords[to.scope]}${answer === undefined ? "" : `; answer: ${replyWords[answer]}`}`;

const letterHint =
  "Plain words, in the desk’s language or in English. Our number, where it is and who we are are added; addresses of " +
  "pages are written so that they are no links. Name no mailbox, and never describe or enclose the content.";

export const WriteToDesk: FC<{ readonly state: Case; readonly refused: LetterRefused | undefined }> = ({
  state,
  refused,
}) => {
  const desks = desksToWriteTo(state);
  if (desks.length === 0 && refused === undefined) return null;
  const { filled, problems } = refused ?? { filled: { to: "", text: "", why: "" }, problems: {} as LetterProblems };
  return (
    <Section id="write" title="Write to a desk">
      <DecidersOnly others="Only reviewers write to a desk.">
        <details open={refused !== undefined}>
          <summary>Answer or ask a desk that has the notice</summary>
          <p class="soft">
            It goes in the thread of the notice, to the mailbox that has it and to nobody else. You see the mail before
            it goes.
          </p>
          <PostForm action={`/cases/${encodeURIComponent(state.id)}/write`} novalidate>
            <Field id="to-write" label="To" problem={problems.to}>
              <Select
                id="to-write"
                name="to"
                now={filled.to}
                all={desks.map((desk) => [desk.to.email, deskWords(desk)])}
                problem={problems.to}
              />
            </Field>
            <Field id="text-write" label="What the desk is to read" problem={problems.text} hint={letterHint}>
              <textarea
                id="text-write"
                name="text"
                rows={8}
                maxlength={letterCharacters}
                required
                {...described("text-write", problems.text)}
              >
                {filled.text}
              </textarea>
            </Field>
            <WhyField
              id="why-write"
              asks="Why write it"
              hint="Kept with your name; the desk does not see it."
              value={filled.why}
              problem={problems.why}
            />
            <Button kind="quiet">See the mail</Button>
          </PostForm>
        </details>
      </DecidersOnly>
    </Section>
  );
};

type LetterPageProps = {
  readonly foreseen: ForeseenLetter;
  readonly filled: FilledLetter;
  readonly mail: PlainNotice;
  /** Why it would not go out at once. */
  readonly waits: string | undefined;
  /** Why it was not sent at the first yes. */
  readonly changed: string | undefined;
};

export const LetterPage: FC<LetterPageProps> = ({ foreseen: { next: state, seen }, filled, mail, waits, changed }) => (
  <>
    <Title of="Send this letter?">
      To {visible(filled.to)} · <span class="id">{state.id}</span>
    </Title>
    <NotAsSeen says={changed} />
    <section class="panel" aria-labelledby="text">
      <h2 id="text">The mail</h2>
      {waits !== undefined && <p class="hint">{waits}</p>}
      <MailText subject={visible(mail.subject)} text={visible(mail.text)} label="Text of the letter" />
      <p class="soft">Your reason: {shown(filled.why, hostsOf(state))}</p>
      <PostForm action={`/cases/${encodeURIComponent(state.id)}/write`}>
        <Hidden fields={{ ...filled, seen, confirmed: "yes" }} />
        <Button>Send it</Button>
        <LinkButton href={`/cases/${encodeURIComponent(state.id)}#write`}>No, back to the case</LinkButton>
      </PostForm>
    </section>
  </>
);
