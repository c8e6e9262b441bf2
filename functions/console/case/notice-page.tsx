import { type FC, useContext } from "hono/jsx";
import type { Case, Review } from "../../case/case.ts";
import { isMachines, wordsIn } from "../../case/letter.ts";
import type { Notice } from "../../case/notice.ts";
import type { Result } from "../../kernel/result.ts";
import type { HistoryLine } from "../../news/reporter-steps.ts";
import { caseDossier, icannDossier } from "../../notice/dossier.ts";
import type { FormFields } from "../../send/channels/form-fields.ts";
import { Button, MailText, Title, ToCopy } from "../elements.tsx";
import { caseName, Facts, OpenedFrom, Section } from "../parts.tsx";
import { ConfirmForm } from "../post-form.tsx";
import { shown, visible } from "../shown.ts";
import { noticeStateWords } from "../words.ts";
import type { PlainNotice } from "./notice-text.ts";
import type { FilledIn } from "./read-verdict.ts";
import { actionOf } from "./review-form.tsx";
import { noticeName } from "./say-event.ts";

const caseAt = ({ id }: Case): string => `/cases/${encodeURIComponent(id)}`;

/** What a provider's API gets instead of a mail. */
const ByApi: FC<{ readonly notice: Notice; readonly subject: string; readonly told: FormFields }> = ({
  notice: { ticket },
  subject,
  told: { name, fields, says },
}) => (
  <>
    <p class="soft">
      {name} is notified by its API, and by no mail. This is how it would be asked now, defanged for this page. Where it
      asks for a mailbox it gets the notice’s own reply address. {says.join(" ")}
    </p>
    <p class="subject">{visible(subject)}</p>
    <Facts
      rows={[
        ...fields.map(({ name: field, value }) => [field, value] as const),
        ...(ticket === undefined ? [] : [[`Its number at ${name}`, visible(ticket)] as const]),
      ]}
    />
  </>
);

export const NoticePage: FC<{
  readonly state: Case;
  readonly notice: Notice;
  readonly text: Result<PlainNotice, string>;
}> = ({ state, notice, text }) => (
  <>
    <Title of={noticeName(notice.id, state)} back={[caseAt(state), "Back to the case"]}>
      {noticeStateWords[notice.state]} · <span class="id">{state.id}</span>
    </Title>
    <Section id="text" title="Its text">
      {notice.step === "letter" && !isMachines(notice.letter) && wordsIn(notice.letter) === undefined ? (
        <p>Its words are in the timeline of the case; what goes out is kept nowhere else.</p>
      ) : text.ok && text.value.byApi ? (
        <ByApi notice={notice} subject={text.value.subject} told={text.value.byApi} />
      ) : text.ok ? (
        <>
          <p class="soft">
            {notice.sentAt === undefined
              ? "As it would be written now"
              : "Written anew from the case: what has changed since it went out, like a look-up, is as it is now"}
            {notice.mail && ", for this case alone"}. The exact address is in the machine-readable part only.
          </p>
          <MailText
            id="notice-text"
            subject={visible(text.value.subject)}
            text={visible(text.value.text)}
            label="Text of the notice"
          />
        </>
      ) : (
        <p class="problem">The text could not be written. {text.error}</p>
      )}
    </Section>
  </>
);

/** What the desks were notified of and what came of it, to copy into a form. Sends nothing. */
export const DossierPage: FC<{
  readonly state: Case;
  readonly messageIdDomain: string;
  readonly history: readonly HistoryLine[];
}> = ({ state, messageIdDomain, history }) => (
  <>
    <Title of="Dossier" back={[caseAt(state), "Back to the case"]}>
      To copy into a complaint. It is sent to nobody by us. <span class="id">{state.id}</span>
    </Title>
    {(
      [
        ["all", "Who was notified", caseDossier(state, messageIdDomain, history)],
        ["icann", "For ICANN, about the registrar", icannDossier(state, messageIdDomain)],
      ] as const
    ).map(([id, title, dossier]) => (
      <Section id={id} title={title}>
        {dossier.ok ? (
          <ToCopy id={`${id}-text`} label="Text to copy" text={visible(dossier.value)} rows={14} />
        ) : (
          <p class="empty">{dossier.error}</p>
        )}
      </Section>
    ))}
  </>
);

/** Asked twice, since sending twice is the one thing that cannot be undone. */
export const ConfirmPage: FC<{ readonly state: Case; readonly review: Review; readonly filled: FilledIn }> = ({
  state,
  review,
  filled,
}) => (
  <>
    <Title of="Send it again?">
      {caseName(state)} · <span class="id">{state.id}</span>
    </Title>
    <article class="question urgent">
      <p class="happened">
        Nobody can say whether the {noticeName(review.noticeId ?? "", state)} went out. If it did, the desk gets it a
        second time.
      </p>
      <p class="soft">Your reason: {shown(filled.why)}</p>
      <ConfirmForm
        action={actionOf(state, review) + useContext(OpenedFrom)}
        fields={{ decision: "send-again", why: filled.why }}
        back={`${caseAt(state)}${useContext(OpenedFrom)}`}
      >
        <Button kind="danger">Send again, perhaps twice</Button>
      </ConfirmForm>
    </article>
  </>
);
