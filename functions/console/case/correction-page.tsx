import type { FC } from "hono/jsx";
import { standstill } from "../../case/decide/holds.ts";
import type { Notice } from "../../case/notice.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { ForeseenCorrection } from "../../review/correct.ts";
import { Button, MailText, Title } from "../elements.tsx";
import { NotAsSeen, When } from "../parts.tsx";
import { ConfirmForm } from "../post-form.tsx";
import { hostsOf, shown, visible } from "../shown.ts";
import { scopeWords } from "../words.ts";
import type { PlainNotice } from "./notice-text.ts";

export type ToTell = { readonly notice: Notice; readonly mail: PlainNotice };

type CorrectionPageProps = {
  readonly foreseen: ForeseenCorrection;
  readonly mails: readonly ToTell[];
  readonly filled: { readonly explanation: string; readonly why: string };
  /** Why it was not sent at the first yes. */
  readonly changed: string | undefined;
  readonly now: Instant;
};

const deskOf = ({ to }: Notice): string => `${visible(to.email)} – ${scopeWords[to.scope]}`;

/** Each mail as its desk would read it, before any goes. */
export const CorrectionPage: FC<CorrectionPageProps> = ({ foreseen, mails, filled, changed, now }) => {
  const { next, written, seen } = foreseen;
  return (
    <>
      <Title of={mails.length === 0 ? "Record this correction?" : "Send this correction?"}>
        {mails.length > 0 && <>To {mails.map(({ notice }) => visible(notice.to.email)).join(", ")} · </>}
        <span class="id">{next.id}</span>
      </Title>
      <NotAsSeen says={changed} />
      {mails.length > 0 && standstill(next, now) && (
        <p class="hint">A hold or a question keeps this case back: what is below waits until that is over.</p>
      )}
      {mails.length > 0 && (
        <p class="hint">As it would be written now. Where the host stands is looked up afresh before a mail goes.</p>
      )}
      {mails.map((told) => (
        <Mail told={told} now={now} />
      ))}
      <section class="panel" aria-labelledby="right">
        <h2 id="right">What is right</h2>
        <p class="copy">{shown(filled.explanation, hostsOf(next))}</p>
        {mails.length === 0 && <p>No desk that is told by mail has the notice, so none is written to for this.</p>}
        {written.length > 0 && <p>What waits to go out says so, too: {written.map(deskOf).join(", ")}.</p>}
        <p class="soft">Your reason: {shown(filled.why, hostsOf(next))}</p>
        <ConfirmForm
          action={`/cases/${encodeURIComponent(next.id)}/correct`}
          fields={{ ...filled, seen }}
          back={`/cases/${encodeURIComponent(next.id)}#by-hand`}
        >
          <Button>{["Record it", "Send it"][mails.length] ?? `Send all ${mails.length}`}</Button>
        </ConfirmForm>
      </section>
    </>
  );
};

const Mail: FC<{ readonly told: ToTell; readonly now: Instant }> = ({ told: { notice, mail }, now }) => (
  <section class="panel" aria-labelledby={`text-${notice.id}`}>
    <h2 id={`text-${notice.id}`}>To {deskOf(notice)}</h2>
    {notice.notBefore > now && (
      <p class="hint">
        Not before <When at={notice.notBefore} now={now} />
        {notice.window && ", in one mail with what else this desk is told by then"}.
      </p>
    )}
    <MailText
      subject={visible(mail.subject)}
      text={visible(mail.text)}
      label={`Text of the correction to ${visible(notice.to.email)}`}
    />
  </section>
);
