import type { FC } from "hono/jsx";
import type { ContactForm } from "../../case/candidate.ts";
import type { Case } from "../../case/case.ts";
import { deskIdOf } from "../../case/case-id.ts";
import type { Notice } from "../../case/notice.ts";
import { formsFor } from "../../case/path/forms.ts";
import type { PolicyOf } from "../../case/policy.ts";
import { nameSystemOf } from "../../kernel/beside-dns.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Result } from "../../kernel/result.ts";
import type { Settings } from "../../kernel/settings.ts";
import { formFieldsOf } from "../../send/channels/form-fields.ts";
import type { RowKind } from "../../settings/row.ts";
import { Copy, ToCopy } from "../elements.tsx";
import { formWords, lookedUp, type ShownContact } from "../looked-up.ts";
import { DecidersOnly, Facts, Section, When } from "../parts.tsx";
import { hostsOf, shown, visible } from "../shown.ts";
import { capital, count, moment, noticeStateWords, scopeWords, stepWords } from "../words.ts";
import { Calls } from "./call-part.tsx";
import { formOf, type PlainNotice } from "./notice-text.ts";
import { replyWords } from "./say-event.ts";

export const Contacts: FC<{
  readonly state: Case;
  readonly policyOf: PolicyOf;
  readonly settings: Settings;
  readonly now: Instant;
}> = ({ state, policyOf, settings, now }) => {
  const { contact, target } = state;
  if (!contact) {
    return (
      <Section id="contacts" title="Contacts">
        <p class="empty">
          {nameSystemOf(target.host) ? "Nobody is looked up: the name is not in DNS." : "Not looked up yet."}
        </p>
      </Section>
    );
  }
  const hosts = [target.host];
  const text = (theirs: string) => shown(theirs, hosts);
  const { place, contacts, failures } = lookedUp(contact, { text, range: text });
  const forms = formsFor(state, policyOf(state));
  return (
    <Section id="contacts" title="Contacts">
      <p class="soft">
        Looked up <When at={contact.askedAt} now={now} />. {place}
      </p>
      {contact.candidates.length + forms.length === 0 && <p class="empty">No source names a contact.</p>}
      <ul class="plain">
        {contacts.map((one) => (
          <ContactItem contact={one} caseId={state.id} />
        ))}
        {forms.map((form) => (
          <li>
            <FormAddress form={form} hosts={hosts} />
          </li>
        ))}
      </ul>
      {forms.length > 0 && <FormHint />}
      {failures.length > 0 && <h3>Without an answer</h3>}
      {failures.length > 0 && (
        <ul class="plain">
          {failures.map(({ source, says, detail }) => (
            <li>
              <p>
                <strong>{source}</strong> {says}
              </p>
              {detail !== "" && <p class="soft">{detail}</p>}
            </li>
          ))}
        </ul>
      )}
      {!state.closed && <Calls id="all" state={state} settings={settings} />}
    </Section>
  );
};

const ContactItem: FC<{ readonly contact: ShownContact; readonly caseId: string }> = ({
  contact: { email, what, from, remarks },
  caseId,
}) => (
  <li>
    <p class="mailbox">{visible(email)}</p>
    <p>{what}</p>
    <p class="soft">{from}</p>
    {remarks.map((remark) => (
      <p class="soft">{remark}</p>
    ))}
    <DecidersOnly>
      <p class="deeds">
        <a href={settingOf("opt-out", email, caseId)}>Opt this desk out</a>
        <a href={settingOf("inhibition", email, caseId)}>Write nothing for some hours</a>
      </p>
    </DecidersOnly>
  </li>
);

/** From a case to a setting about its desk. The mailbox stands in no address. */
const settingOf = (kind: RowKind, email: string, caseId: string): string =>
  `/settings/new/${kind}?${new URLSearchParams({ case: caseId, desk: deskIdOf(email) })}`;

/** May come from a reply, so it is text to copy and no link. Defanged under the reported host. */
export const FormAddress: FC<{ readonly form: ContactForm; readonly hosts: readonly string[] }> = ({ form, hosts }) => (
  <>
    <p>{formWords(form, { text: (theirs) => shown(theirs, hosts) })}</p>
    <p class="copy">
      {hosts.some((host) => form.url.toLowerCase().includes(host)) ? shown(form.url, hosts) : visible(form.url)}
    </p>
  </>
);

export const FormHint: FC = () => (
  <p class="soft">Copy the address, and see that it is the provider’s before you open it.</p>
);

/** What it takes to fill in the form of the first provider that a question names. */
export const FormHelp: FC<{
  readonly state: Case;
  readonly text: Result<PlainNotice, string> | undefined;
  readonly settings: Settings;
}> = ({ state, text, settings }) => {
  const form = formOf(state, settings);
  const hosts = hostsOf(state);
  const byApi = form && formFieldsOf(state, form, settings);
  return (
    <div class="panel">
      <h3>For the provider’s form</h3>
      {form && <FormAddress form={form} hosts={hosts} />}
      {form && <FormHint />}
      {text?.ok && (
        <ToCopy id="form-text" label="Text to paste" text={`${text.value.subject}\n\n${text.value.text}`} rows={12} />
      )}
      {text && !text.ok && <p class="problem">The text could not be written. {text.error}</p>}
      {byApi && !byApi.ok && <p class="soft">{byApi.error.why}</p>}
      {byApi?.ok && (
        <details>
          <summary>What {byApi.value.name} asks for, field by field</summary>
          <p class="soft">Nothing of this is sent. Addresses are defanged. {byApi.value.says.join(" ")}</p>
          <Facts rows={byApi.value.fields.map(({ name, value }) => [name, shown(value, hosts)] as const)} />
        </details>
      )}
    </div>
  );
};

export const Notices: FC<{ readonly state: Case }> = ({ state }) => (
  <Section id="notices" title="Who was notified">
    {state.notices.length === 0 && (
      <p class="empty">
        {isFormFilled(state) ? "Nobody by mail; a person filled in the provider’s form." : "Nobody yet."}
      </p>
    )}
    {state.notices.some(({ sentAt }) => sentAt !== undefined) && (
      <p>
        <a href={`/cases/${encodeURIComponent(state.id)}/dossier`}>Dossier to copy into a complaint</a>
      </p>
    )}
    {state.notices.length > listedAtOnce && (
      <details>
        <summary>{count(state.notices.length - listedAtOnce, "earlier notice")}</summary>
        <NoticeList state={state} notices={state.notices.slice(0, -listedAtOnce)} />
      </details>
    )}
    <NoticeList state={state} notices={state.notices.slice(-listedAtOnce)} />
  </Section>
);

const isFormFilled = ({ cleared }: Case): boolean => cleared.includes("form-only");

const listedAtOnce = 20;

const NoticeList: FC<{ readonly state: Case; readonly notices: readonly Notice[] }> = ({ state, notices }) => (
  <ul class="plain notices">
    {notices.map((notice) => (
      <li>
        <p class="notice-head">
          <span class={`tag notice-${notice.state}`}>{noticeStateWords[notice.state]}</span>
          <strong>{capital(stepWords[notice.step])}</strong>
          <span class="soft">level {notice.level + 1}</span>
        </p>
        <p class="mailbox">
          <span id={`to-${notice.id}`}>{visible(notice.to.email)}</span>{" "}
          <Copy of={`to-${notice.id}`} what="the mailbox" />
        </p>
        <p class="soft">{noticeDetails(notice, hostsOf(state)).join(" ")}</p>
        <p>
          <a href={`/cases/${encodeURIComponent(state.id)}/notices/${encodeURIComponent(notice.id)}`}>Read its text</a>
          {notice.mail && (
            <span class="soft">
              {" "}
              In one mail with others: <a href={`/search?q=${notice.mail.id}`}>{notice.mail.id}</a>
            </span>
          )}
        </p>
      </li>
    ))}
  </ul>
);

const noticeDetails = (notice: Notice, hosts: readonly string[]): readonly string[] =>
  [
    `To the ${scopeWords[notice.to.scope]}.`,
    notice.state === "queued" && `Not before ${moment(notice.notBefore)}.`,
    notice.sentAt ? `Sent ${moment(notice.sentAt)}.` : notice.wireAt && `Tried ${moment(notice.wireAt)}.`,
    notice.attempts > 1 && `Tried ${notice.attempts} times.`,
    notice.doubtedAttempt !== undefined &&
      notice.attempts > notice.doubtedAttempt &&
      "It may have reached the desk twice: a person had it sent again.",
    notice.acknowledgedAt && `Acknowledged ${moment(notice.acknowledgedAt)}.`,
    notice.passedOn && `Passed on to its customer ${moment(notice.passedOn.at)}.`,
    notice.passedOn?.until && `The customer has until ${moment(notice.passedOn.until)}.`,
    notice.ticket && `Their number: ${shown(notice.ticket)}.`,
    notice.answer && `Answer: ${replyWords[notice.answer]}.`,
    notice.problem && `Problem: ${shown(notice.problem, hosts)}.`,
  ].filter((text): text is string => typeof text === "string" && text !== "");
