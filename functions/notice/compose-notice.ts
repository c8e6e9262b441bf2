import { createHash } from "node:crypto";
import type { Candidate } from "../case/candidate.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import { fail, ok } from "../kernel/result.ts";
import { checkNotice } from "./check-notice.ts";
import { factsOf } from "./facts.ts";
import { buildMail } from "./mime.ts";
import { asks, earlierOf, outlineOf } from "./outline.ts";
import { wrap } from "./plain-text.ts";
import type { ComposeNotice, ComposeProblem, NoticeRequest } from "./request.ts";
import { missingFact } from "./required.ts";
import { english } from "./templates/en.ts";
import { type Fact, type Facts, render, type Texts } from "./texts.ts";
import { xarfOf } from "./xarf.ts";

/** SHA-256 in hex of the contact as it was approved: mailbox and what it answers for. The claim refuses another. */
export const recipientHashOf = (candidate: Pick<Candidate, "email" | "scope">): string => sha256(JSON.stringify([candidate.email, candidate.scope]));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/**
 * Makes the mail of one notice, whole and checked, or says why there can be none (then a person is asked and nothing is sent).
 * The same request gives the same bytes. Touches nothing; see `ComposeProblem` for what can fail.
 */
export const composeNotice: ComposeNotice = (request) => composeIn(english, request);

/** As `composeNotice`, in a given language's texts. */
export const composeIn = async (texts: Texts, request: NoticeRequest): ReturnType<ComposeNotice> => {
  const { case: state, notice, settings } = request;
  const refusedAddress = firstRefused({ "the recipient": notice.to.email, "the reply address": request.replyAddress, "the sender": settings.senderAddress });
  if (refusedAddress) return fail(refusedAddress);
  const lacking = asks(notice.step) ? missingFact(state) : undefined;
  if (lacking !== undefined) return fail({ kind: "fact-missing", fact: lacking });

  const xarf = asks(notice.step) && notice.to.scope !== "site" ? xarfOf(request) : ok(undefined);
  if (!xarf.ok) return xarf;
  const outline = outlineOf(request, texts, xarf.value !== undefined);
  const facts = factsOf(request);
  const partOf = (name: string) => render(texts, outline.choices, name, facts);

  const subject = partOf(outline.subject);
  if (!subject.ok) return subject;
  const paragraphs: string[] = [];
  for (const name of outline.body) {
    const rendered = name === "grounds" ? joined(outline.grounds.map(partOf)) : partOf(name);
    if (!rendered.ok) return rendered;
    if (rendered.value !== "") paragraphs.push(wrap(rendered.value));
  }
  const text = paragraphs.join("\n\n");
  const goodFaith = partOf("ground.good-faith");
  if (!goodFaith.ok) return goodFaith;

  const frozen = sha256(JSON.stringify([notice.to.email, request.replyAddress, subject.value, text, xarf.value ?? null]));
  const mime = await buildMail({
    from: { name: settings.organisation, address: settings.senderAddress },
    to: notice.to.email,
    replyTo: request.replyAddress,
    subject: subject.value,
    text,
    ...(xarf.value && { xarf: xarf.value }),
    attemptId: request.attemptId,
    date: request.now,
    references: referencesOf(request),
    seed: frozen.slice(0, 24),
  });
  const failures = checkNotice({
    request,
    recipient: notice.to.email,
    subject: subject.value,
    text,
    mime,
    grounds: outline.grounds,
    values: stringsIn(facts),
    goodFaith: goodFaith.value,
  });
  if (failures.length > 0) return fail({ kind: "check-failed", failures });
  return ok({ recipient: notice.to.email, subject: subject.value, text, mime, renderHash: frozen, recipientHash: recipientHashOf(notice.to) });
};

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

const joined = (results: readonly ReturnType<typeof render>[]): ReturnType<typeof render> => {
  const lines: string[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    lines.push(result.value);
  }
  return ok(lines.join(" "));
};

const stringsIn = (facts: Facts): readonly string[] => Object.values(facts).flatMap(stringsOf);
const stringsOf = (fact: Fact): readonly string[] => {
  if (typeof fact === "string") return [fact];
  if (typeof fact !== "object") return [];
  return fact.flatMap((item) => (typeof item === "string" ? [item] : stringsIn(item)));
};
