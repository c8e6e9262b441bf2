import type { Candidate, ContactForm } from "../../case/candidate.ts";
import type { TargetCase } from "../../case/case.ts";
import { formsFor } from "../../case/ladder/forms.ts";
import { noticeIdOf } from "../../case/ladder/queue.ts";
import type { Notice } from "../../case/notice.ts";
import { apiFieldsOf, apiSubjectOf, type FormFields } from "../../channel/form-fields.ts";
import type { Digest } from "../../digest/digest.ts";
import { partOf } from "../../digest/waiting.ts";
import { policyOf } from "../../escalation/policy.ts";
import type { ApiProvider } from "../../kernel/channels.ts";
import type { Clock } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Settings } from "../../kernel/settings.ts";
import { asKind, type Mailer, targetIn } from "../../matters/kinds.ts";
import type { CaseReader, DigestWaiting } from "../../matters/store.ts";
import { composeNotice } from "../../notice/compose-notice.ts";
import { messageIdDomain } from "../../notice/message-id-domain.ts";
import { describeProblem, type NoticeMember } from "../../notice/request.ts";
import { hostsOf, shown } from "../shown.ts";

/** `byApi`: it goes by a provider's API, field by field; `text` has the same in lines. All of it defanged. */
export type PlainNotice = { readonly subject: string; readonly text: string; readonly byApi?: FormFields };

/**
 * The text of one notice, or of a digest's mail with all who are in it, as it would be written now;
 * without a notice's id the text for the provider's form. Fails with one sentence.
 */
export type NoticeText = (state: Mailer, noticeId?: string) => Promise<Result<PlainNotice, string>>;

/**
 * Composes texts for the console by the same rules as a notice that is sent. Reads a digest's
 * members, sends nothing, writes nothing.
 */
export const noticeTextOf =
  (settings: Settings, clock: Clock, region: string, store: CaseReader & DigestWaiting): NoticeText =>
  async (state, noticeId) => {
    const { target, digest } = asKind(state);
    const [first, ...also] = digest
      ? await membersIn(digest, store)
      : target
        ? alone(target, noticeOrForm(target, noticeId, settings))
        : [];
    if (!first) return fail(whyNone(state, noticeId));
    const known = first.notice;
    if (known.to.channel !== undefined) return byApi(first.case, known.to.channel, settings);
    const composed = await composeNotice({
      ...first,
      ...(also.length > 0 && { also }),
      // One that waits alone goes by itself, under its case's number.
      ...(digest && (digest.members || also.length > 0) && { digestId: digest.id }),
      settings,
      // It stands in the header alone, never in the text; the console holds no key to make a real
      // one.
      replyAddress: `preview@${settings.replyDomain}`,
      attemptId: `${state.id}_${known.id}_preview`,
      now: clock.now(),
      messageIdDomain: messageIdDomain(region),
    });
    return composed.ok
      ? ok({ subject: composed.value.subject, text: composed.value.text })
      : fail(describeProblem(composed.error));
  };

const byApi = (state: TargetCase, provider: ApiProvider, settings: Settings): Result<PlainNotice, string> => {
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

const alone = (state: TargetCase, notice: Notice | undefined): readonly NoticeMember[] =>
  notice ? [{ case: state, notice }] : [];
const noticeIn = ({ notices }: TargetCase, noticeId: string): Notice | undefined =>
  notices.find(({ id }) => id === noticeId);

const noticeOrForm = (state: TargetCase, noticeId: string | undefined, settings: Settings): Notice | undefined =>
  noticeId === undefined ? forForm(state, settings) : noticeIn(state, noticeId);

/** Those in its mail; before its window is over, those who wait for it so far. */
const membersIn = async (digest: Digest, store: CaseReader & DigestWaiting): Promise<readonly NoticeMember[]> => {
  const members = digest.members ?? (digest.closed ? [] : partOf(await store.waitingFor(digest.key)).members);
  const read = await Promise.all(
    members.map(async ({ caseId, noticeId }) => ({ state: targetIn(await store.read(caseId)), noticeId })),
  );
  return read.flatMap(({ state, noticeId }) =>
    state && !state.forgottenAt ? alone(state, noticeIn(state, noticeId)) : [],
  );
};

const whyNone = (state: Mailer, noticeId: string | undefined): string => {
  if (asKind(state).digest) return "There is nobody in its mail.";
  return noticeId === undefined ? "No provider of this case asks for a form." : "There is no such notice in this case.";
};

/**
 * The form whose provider is to be told: the one that a question names, else the best that the
 * look-up found of whom the ladder would tell.
 */
export const formOf = (state: TargetCase, settings: Settings): ContactForm | undefined =>
  state.reviews.flatMap(({ forms }) => forms ?? [])[0] ?? formsFor(state, policyOf(settings)(state))[0];

/** A form has no mailbox; our own stands in for it, and nothing is ever sent to it. */
const forForm = (state: TargetCase, settings: Settings): Notice | undefined => {
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
  const rung = Math.max(state.rung, 0);
  return {
    id: noticeIdOf(rung, "first", to.email),
    rung,
    step: "first",
    to,
    state: "queued",
    notBefore: state.openedAt,
    attempts: 0,
  };
};
