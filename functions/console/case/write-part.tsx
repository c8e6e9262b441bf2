import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { letterCharacters } from "../../case/letter.ts";
import { desksToWriteTo } from "../../case/machines-answer.ts";
import type { Notice } from "../../case/notice.ts";
import type { ForeseenLetter } from "../../review/letter.ts";
import { Button, described, Field, MailText, Select, Title } from "../elements.tsx";
import { DecidersOnly, NotAsSeen, Section } from "../parts.tsx";
import { ConfirmForm, PostForm } from "../post-form.tsx";
import { hostsOf, shown, visible } from "../shown.ts";
import { scopeWords } from "../words.ts";
import type { PlainNotice } from "./notice-text.ts";
import type { DeedRefused } from "./read-deed.ts";
import { WhyField } from "./review-form.tsx";
import { replyWords } from "./say-event.ts";

const deskWords = ({ to, answer }: Notice): string =>
  `${visible(to.email)} – ${scopeWords[to.scope]}${answer === undefined ? "" : `; answer: ${replyWords[answer]}`}`;

const letterHint =
  "Plain words, in the desk’s language or in English. Our number, where it is and who we are are added; addresses of " +
  "pages are written so that they are no links. Name no mailbox, and never describe or enclose the content.";

export const WriteToDesk: FC<{ readonly state: Case; readonly refused: DeedRefused | undefined }> = ({
  state,
  refused,
}) => {
  const desks = desksToWriteTo(state);
  const back = refused?.does === "write" ? refused : undefined;
  if (desks.length === 0 && back === undefined) return null;
  return (
    <Section id="write" title="Write to a desk">
      <DecidersOnly others="Only reviewers write to a desk.">
        <details open={back !== undefined}>
          <summary>Answer or ask a desk that has the notice</summary>
          <p class="soft">
            It goes in the thread of the notice, to the mailbox that has it and to nobody else. You see the mail before
            it goes.
          </p>
          <PostForm action={`/cases/${encodeURIComponent(state.id)}/write`} novalidate>
            <Field id="to-write" label="To" problem={back?.problems.to}>
              <Select
                id="to-write"
                name="to"
                now={back?.filled.to}
                all={desks.map((desk) => [desk.to.email, deskWords(desk)])}
                problem={back?.problems.to}
              />
            </Field>
            <Field id="text-write" label="What the desk is to read" problem={back?.problems.text} hint={letterHint}>
              <textarea
                id="text-write"
                name="text"
                rows={8}
                maxlength={letterCharacters}
                required
                {...described("text-write", back?.problems.text)}
              >
                {back?.filled.text ?? ""}
              </textarea>
            </Field>
            <WhyField
              id="why-write"
              asks="Why write it"
              hint="Kept with your name; the desk does not see it."
              value={back?.filled.why ?? ""}
              problem={back?.problems.why}
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
  readonly filled: { readonly to: string; readonly text: string; readonly why: string };
  readonly mail: PlainNotice;
  /** It would not go out at once. */
  readonly waits: boolean;
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
      {waits && <p class="hint">A hold or a question keeps this case back: the letter waits until that is over.</p>}
      <MailText subject={visible(mail.subject)} text={visible(mail.text)} label="Text of the letter" />
      <p class="soft">Your reason: {shown(filled.why, hostsOf(state))}</p>
      <ConfirmForm
        action={`/cases/${encodeURIComponent(state.id)}/write`}
        fields={{ ...filled, seen }}
        back={`/cases/${encodeURIComponent(state.id)}#write`}
      >
        <Button>Send it</Button>
      </ConfirmForm>
    </section>
  </>
);
