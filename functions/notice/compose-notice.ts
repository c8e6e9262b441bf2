import { createHash } from "node:crypto";
import type { Candidate } from "../case/candidate.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import { fail, ok } from "../kernel/result.ts";
import { checkNotice } from "./check-notice.ts";
import { factsOf } from "./facts.ts";
import { languageOf } from "./language-of.ts";
import { buildMail } from "./mime.ts";
import { asks, earlierOf, outlineOf } from "./outline.ts";
import type { ComposeNotice, ComposeProblem, NoticeRequest } from "./request.ts";
import { missingFact } from "./required.ts";
import { joinSections, type Section, sectionOf } from "./section.ts";
import { subjectOf } from "./subject.ts";
import { textsFor } from "./templates/languages.ts";
import type { Fact, Facts, Texts } from "./texts.ts";
import { xarfOf } from "./xarf.ts";

/** SHA-256 in hex of the contact as it was approved: mailbox and what it answers for. The claim refuses another. */
export const recipientHashOf = (candidate: Pick<Candidate, "email" | "scope">): string => sha256(JSON.stringify([candidate.email, candidate.scope]));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Makes the mail of one notice, whole and checked, or says why there can be none (then a person is asked and nothing is sent). It is in
 * the recipient's language and in English; where there are no texts in that language, in English alone, and the answer says so.
 * The same request gives the same bytes. Touches nothing; see `ComposeProblem` for what can fail.
 */
export const composeNotice: ComposeNotice = async (request) => {
  const wanted = languageOf(request.case, request.notice.to, request.settings);
  const texts = textsFor(wanted);
  const composed = await composeIn(texts, request);
  if (!composed.ok || texts.some(({ language }) => language === wanted)) return composed;
  return ok({ ...composed.value, languageLacking: wanted });
};

/** As `composeNotice`, in the given languages' texts, one after the other. */
export const composeIn = async (texts: readonly Texts[], request: NoticeRequest): ReturnType<ComposeNotice> => {
  const { case: state, notice, settings } = request;
  const refusedAddress = firstRefused({ "the recipient": notice.to.email, "the reply address": request.replyAddress, "the sender": settings.senderAddress });
  if (refusedAddress) return fail(refusedAddress);
  const lacking = asks(notice.step) ? missingFact(state) : undefined;
  if (lacking !== undefined) return fail({ kind: "fact-missing", fact: lacking });

  const xarf = asks(notice.step) && notice.to.scope !== "site" && wantsXarf(request) ? xarfOf(request) : ok(undefined);
  if (!xarf.ok) return xarf;
  const outline = outlineOf(request, xarf.value !== undefined);
  const facts = factsOf(request);
  const sections: Section[] = [];
  for (const language of texts) {
    const section = sectionOf(language, outline, facts);
    if (!section.ok) return section;
    sections.push(section.value);
  }
  const rendered = (name: string | undefined) => (name === undefined ? [] : sections.map(({ parts }) => parts[name] ?? ""));
  const subject = subjectOf(rendered(outline.mark), rendered("type"), facts);
  const text = joinSections(sections);
  const languages = sections.map(({ texts: { language } }) => language);

  const frozen = sha256(JSON.stringify([notice.to.email, request.replyAddress, subject, text, xarf.value ?? null]));
  const mime = await buildMail({
    from: { name: settings.organisation, address: settings.senderAddress },
    to: notice.to.email,
    replyTo: request.replyAddress,
    subject,
    text,
    languages,
    ...(xarf.value && { xarf: xarf.value }),
    attemptId: request.attemptId,
    date: request.now,
    references: referencesOf(request),
    seed: frozen.slice(0, 24),
  });
  const failures = checkNotice({
    request,
    recipient: notice.to.email,
    subject,
    text,
    mime,
    outline,
    sections,
    values: stringsIn(facts),
    hasXarf: xarf.value !== undefined,
  });
  if (failures.length > 0) return fail({ kind: "check-failed", failures });
  return ok({ recipient: notice.to.email, subject, text, mime, languages, renderHash: frozen, recipientHash: recipientHashOf(notice.to) });
};

/** A desk that takes no attachment says so to the operator, who keeps it in the directory. */
const wantsXarf = ({ notice, settings }: NoticeRequest): boolean =>
  !settings.directory.some(({ email, xarf }) => xarf === "none" && email?.toLowerCase() === notice.to.email.toLowerCase());

/** Reading an address must give it back as it was: what was approved is what is written to, letter by letter. */
const firstRefused = (addresses: Readonly<Record<string, string>>): ComposeProblem | undefined => {
  for (const [field, address] of Object.entries(addresses)) {
    const read = readMailbox(address);
    if (!read.ok) return { kind: "address-refused", field, reason: read.error.reason.replace(/\.$/, "") };
    if (read.value !== address) return { kind: "address-refused", field, reason: "it is not written in its plain form" };
  }
  return undefined;
};

/** Earlier mails to the same desk, by the Message-ID that SES gave them. */
const referencesOf = ({ case: state, notice, messageIdDomain }: NoticeRequest): readonly string[] =>
  earlierOf(state, notice)
    .filter(({ to }) => to.email === notice.to.email)
    .flatMap(({ sesMessageId }) =>
      sesMessageId !== undefined && /^[A-Za-z0-9._-]{1,120}$/.test(sesMessageId) ? [`<${sesMessageId}@${messageIdDomain}>`] : [],
    );

const stringsIn = (facts: Facts): readonly string[] => Object.values(facts).flatMap(stringsOf);
const stringsOf = (fact: Fact): readonly string[] => {
  if (typeof fact === "string") return [fact];
  if (typeof fact !== "object") return [];
  return fact.flatMap((item) => (typeof item === "string" ? [item] : stringsIn(item)));
};
