import type { Candidate, ContactForm } from "../../case/candidate.ts";
import type { Case } from "../../case/case.ts";
import type { Notice } from "../../case/notice.ts";
import { formsFor } from "../../case/path/forms.ts";
import { noticeIdOf } from "../../case/path/queue.ts";
import { policyOf } from "../../escalation/policy.ts";
import type { ApiProvider } from "../../kernel/channels.ts";
import type { Clock } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Settings } from "../../kernel/settings.ts";
import { composeNotice } from "../../notice/compose-notice.ts";
import { messageIdDomain } from "../../notice/message-id-domain.ts";
import { describeProblem } from "../../notice/request.ts";
import { apiFieldsOf, apiSubjectOf, type FormFields } from "../../send/channels/form-fields.ts";
import { hostsOf, shown } from "../shown.ts";

/** Defanged. `byApi`: what goes by a provider's API, field by field; `text` has the same in lines. */
export type PlainNotice = { readonly subject: string; readonly text: string; readonly byApi?: FormFields };

/** A notice as written now for its case alone. Without an id: the form's text. Fails with one sentence. */
export type NoticeText = (state: Case, noticeId?: string) => Promise<Result<PlainNotice, string>>;

/** By the same rules as a notice that is sent. Sends nothing, writes nothing. */
export const noticeTextOf =
  (settings: Settings, clock: Clock, region: string): NoticeText =>
  async (state, noticeId) => {
    const notice = noticeId === undefined ? forForm(state, settings) : state.notices.find(({ id }) => id === noticeId);
    if (!notice)
      return fail(
        noticeId === undefined ? "No provider of this case asks for a form." : "There is no such notice in this case.",
      );
    if (notice.to.channel !== undefined) return byApi(state, notice.to.channel, settings);
    const composed = await composeNotice({
      case: state,
      notice,
      settings,
      // Only in the header, never in the text. The console holds no key to make a real one.
      replyAddress: `preview@${settings.replyDomain}`,
      attemptId: `${state.id}_${notice.id}_preview`,
      now: clock.now(),
      messageIdDomain: messageIdDomain(region),
    });
    return composed.ok
      ? ok({ subject: composed.value.subject, text: composed.value.text })
      : fail(describeProblem(composed.error));
  };

const byApi = (state: Case, provider: ApiProvider, settings: Settings): Result<PlainNotice, string> => {
  const made = apiFieldsOf(state, provider, settings);
  if (!made.ok) return fail(made.error.why);
  const { fields, ...more } = made.value;
  const hidden = fields.map(({ name, value }) => ({ name, value: shown(value, hostsOf(state)) }));
  return ok({
    subject: apiSubjectOf(provider, state),
    text: hidden.map(({ name, value }) => `${name}: ${value}`).join("\n"),
    byApi: { ...more, fields: hidden },
  });
};

/** The form that a question names, else the best that the lookup found among those to notify. */
export const formOf = (state: Case, settings: Settings): ContactForm | undefined =>
  state.reviews.flatMap(({ forms }) => forms ?? [])[0] ?? formsFor(state, policyOf(settings)(state))[0];

/** A form has no mailbox: our own stands in, and nothing is ever sent to it. */
const forForm = (state: Case, settings: Settings): Notice | undefined => {
  const form = formOf(state, settings);
  if (!form) return undefined;
  const to: Candidate = {
    email: settings.senderAddress,
    scope: form.scope,
    source: "directory",
    confidence: "high",
    remarks: [],
    ...(form.name && { name: form.name }),
  };
  const level = Math.max(state.level, 0);
  return {
    id: noticeIdOf(level, "first", to.email),
    level,
    step: "first",
    to,
    state: "queued",
    notBefore: state.openedAt,
    attempts: 0,
  };
};
