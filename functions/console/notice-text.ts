import type { Candidate, ContactForm } from "../case/candidate.ts";
import type { Notice, TargetCase } from "../case/case.ts";
import { noticeIdOf } from "../case/ladder.ts";
import type { Clock } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Settings } from "../kernel/settings.ts";
import { composeNotice } from "../notice/compose-notice.ts";
import { describeProblem, messageIdDomain } from "../notice/request.ts";

export type PlainNotice = { readonly subject: string; readonly text: string };

/** The text of one notice as it would be written now; without a notice's id the text for the provider's form. Fails with one sentence. */
export type NoticeText = (state: TargetCase, noticeId?: string) => Promise<Result<PlainNotice, string>>;

/** Composes texts for the console by the same rules as a notice that is sent. Sends nothing, touches nothing. */
export const noticeTextOf =
  (settings: Settings, clock: Clock, region: string): NoticeText =>
  async (state, noticeId) => {
    const known = noticeId === undefined ? forForm(state, settings) : state.notices.find(({ id }) => id === noticeId);
    if (!known) return fail(noticeId === undefined ? "No provider of this case asks for a form." : "There is no such notice in this case.");
    const composed = await composeNotice({
      case: state,
      notice: known,
      settings,
      // It stands in the header alone, never in the text; the console holds no key to make a real one.
      replyAddress: `preview@${settings.replyDomain}`,
      attemptId: `${state.id}_${known.id}_preview`,
      now: clock.now(),
      messageIdDomain: messageIdDomain(region),
    });
    return composed.ok ? ok({ subject: composed.value.subject, text: composed.value.text }) : fail(describeProblem(composed.error));
  };

/** The form whose provider is to be told: the one that a question names, else the best that the look-up found. */
export const formOf = (state: TargetCase): ContactForm | undefined => state.reviews.flatMap(({ forms }) => forms ?? [])[0] ?? state.contact?.forms[0];

/** A form has no mailbox; our own stands in for it, and nothing is ever sent to it. */
const forForm = (state: TargetCase, settings: Settings): Notice | undefined => {
  const form = formOf(state);
  if (!form) return undefined;
  const to: Candidate = {
    email: settings.senderAddress,
    scope: form.scope,
    source: "directory",
    confidence: "high",
    remarks: [],
    ...(form.name && { name: form.name }),
  };
  const rung = Math.max(state.rung, 0);
  return { id: noticeIdOf(rung, "first", to.email), rung, step: "first", to, state: "queued", notBefore: state.openedAt, attempts: 0 };
};
