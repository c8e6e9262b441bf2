import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { isMachines, wordsIn } from "../../case/letter.ts";
import type { Notice } from "../../case/notice.ts";
import type { Result } from "../../kernel/result.ts";
import type { FormFields } from "../../send/channels/form-fields.ts";
import { MailText, Title } from "../elements.tsx";
import { Facts } from "../parts.tsx";
import { visible } from "../shown.ts";
import { noticeStateWords } from "../words.ts";
import type { PlainNotice } from "./notice-text.ts";
import { noticeName } from "./say-event.ts";

/** What a provider's API gets instead of a mail. */
const ByApi: FC<{ readonly notice: Notice; readonly subject: string; readonly told: FormFields }> = ({
  notice: { ticket },
  subject,
  told: { name, fields, says },
}) => (
  <>
    <p class="soft">
      {name} is told by its API, and by no mail. This is how it would be asked now, defanged for this page. Where it
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
    <Title of={noticeName(notice.id, state)} back={[`/cases/${encodeURIComponent(state.id)}`, "Back to the case"]}>
      {noticeStateWords[notice.state]} · <span class="id">{state.id}</span>
    </Title>
    <section class="panel" aria-labelledby="text">
      <h2 id="text">Its text</h2>
      {notice.step === "letter" && !isMachines(notice.letter) && wordsIn(notice.letter) === undefined ? (
        <p>Its words stand in the timeline of the case; what goes out is kept nowhere else.</p>
      ) : text.ok && text.value.byApi ? (
        <ByApi notice={notice} subject={text.value.subject} told={text.value.byApi} />
      ) : text.ok ? (
        <>
          <p class="soft">
            As it would be written now{notice.mail && ", for this case alone"}. The exact address stands in the
            machine-readable part only.
          </p>
          <MailText subject={visible(text.value.subject)} text={visible(text.value.text)} label="Text of the notice" />
        </>
      ) : (
        <p class="problem">The text could not be written. {text.error}</p>
      )}
    </section>
  </>
);
