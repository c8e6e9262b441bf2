import type { FC } from "hono/jsx";
import { standstill } from "../../case/decide/holds.ts";
import type { Notice } from "../../case/notice.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { ForeseenCorrection } from "../../review/correct.ts";
import { Button, MailText, Title } from "../elements.tsx";
import { NotAsSeen, Section, When } from "../parts.tsx";
import { ConfirmForm } from "../post-form.tsx";
import { hostsOf, shown, visible } from "../shown.ts";
import { scopeWords } from "../words.ts";
import type { PlainNotice } from "./notice-text.ts";
import type { Deed, DeedRefused } from "./read-deed.ts";

export type ToTell = { readonly notice: Notice; readonly mail: PlainNotice };

type DeedPageProps = {
  readonly does: Deed;
  readonly foreseen: ForeseenCorrection;
  readonly mails: readonly ToTell[];
  readonly filled: DeedRefused["filled"];
  /** Why it was not sent at the first yes. */
  readonly changed: string | undefined;
  readonly now: Instant;
};

const deskOf = ({ to }: Notice): string => `${visible(to.email)} – ${scopeWords[to.scope]}`;

/** Each mail as its desk would read it, before any goes. */
export const DeedPage: FC<DeedPageProps> = ({
  does,
  foreseen: { next, written, seen },
  mails,
  filled,
  changed,
  now,
}) => {
  const what = does === "write" ? "message" : "correction";
  return (
    <>
      <Title of={`${mails.length === 0 ? "Record" : "Send"} this ${what}?`}>
        {mails.length > 0 && <>To {mails.map(({ notice }) => visible(notice.to.email)).join(", ")} · </>}
        <span class="id">{next.id}</span>
      </Title>
      <NotAsSeen says={changed} />
      {mails.length > 0 && standstill(next, now) && (
        <p class="hint">A hold or a question keeps this case back: what is below waits until that is over.</p>
      )}
      {mails.length > 0 && (
        <p class="hint">As it would be written now. The host is looked up again before a mail goes.</p>
      )}
      {mails.map(({ notice, mail }) => (
        <Section id={`to-${notice.id}`} title={`To ${deskOf(notice)}`}>
          {notice.notBefore > now && (
            <p class="hint">
              Not before <When at={notice.notBefore} now={now} />
              {notice.window && ", in one mail with what else this desk gets by then"}.
            </p>
          )}
          <MailText
            id={`text-${notice.id}`}
            subject={visible(mail.subject)}
            text={visible(mail.text)}
            label={`Text of the ${what} to ${visible(notice.to.email)}`}
          />
        </Section>
      ))}
      <Section id="sure" title={does === "correct" ? "What is right" : "Send it as it is shown?"}>
        {does === "correct" && <p class="copy">{shown(filled.explanation, hostsOf(next))}</p>}
        {mails.length === 0 && <p>No desk that is notified by mail has the notice, so none is written to for this.</p>}
        {written.length > 0 && <p>What waits to go out says so, too: {written.map(deskOf).join(", ")}.</p>}
        <p class="soft">Your reason: {shown(filled.why, hostsOf(next))}</p>
        <ConfirmForm
          action={`/cases/${encodeURIComponent(next.id)}/${does}`}
          fields={{ ...filled, seen }}
          back={`/cases/${encodeURIComponent(next.id)}#by-hand`}
        >
          <Button>{["Record it", "Send it"][mails.length] ?? `Send all ${mails.length}`}</Button>
        </ConfirmForm>
      </Section>
    </>
  );
};
