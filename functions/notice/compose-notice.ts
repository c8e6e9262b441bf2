import { hash } from "node:crypto";
import type { Candidate } from "../case/candidate.ts";
import { isMachines, wordsIn } from "../case/letter.ts";
import type { Notice } from "../case/notice.ts";
import { asks } from "../case/step.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { isSites } from "../kernel/scope.ts";
import { checkNotice, type FinishedMail } from "./check-notice.ts";
import { listOf } from "./digest.ts";
import { factsOf } from "./facts.ts";
import { attachedAs, filesOf, type Report } from "./files.ts";
import { languageOf } from "./language-of.ts";
import { letterBody } from "./letter.ts";
import { autoSubmittedOf, buildMail } from "./mime.ts";
import { withHiddenNotifier } from "./notifiers.ts";
import { earlierOf, outlineOf } from "./outline.ts";
import {
  type ComposeNotice,
  type ComposeProblem,
  membersOf,
  type NoticeMember,
  type NoticeRequest,
} from "./request.ts";
import { missingFact } from "./required.ts";
import { factBlockOf, joinSections, type Section, sectionOf } from "./section.ts";
import { subjectOf } from "./subject.ts";
import { textsFor } from "./templates/languages.ts";
import { type Facts, stringsIn, type Texts } from "./texts.ts";
import { type Xarf, xarfOf } from "./xarf.ts";

/** SHA-256 in hex of the approved contact's mailbox and scope. The claim refuses another. */
export const recipientHashOf = (candidate: Pick<Candidate, "email" | "scope">): string =>
  sha256(JSON.stringify([candidate.email, candidate.scope]));

const sha256 = (text: string): string => hash("sha256", text);

/**
 * The mail of one notice, checked, or why there is none (then a person is asked and nothing is
 * sent). In the recipient's language and English; without texts in it, English alone, with
 * `languageLacking`. The same request gives the same bytes. Touches nothing.
 */
export const composeNotice: ComposeNotice = async (request) => {
  const wanted = languageOf(request.case, request.notice.to, request.settings);
  const texts = textsFor(wanted);
  const composed = await composeIn(texts, request);
  if (!composed.ok || texts.some(({ language }) => language === wanted)) return composed;
  return ok({ ...composed.value, languageLacking: wanted });
};

/** As `composeNotice`, in the given languages' texts, English last. */
export const composeIn = async (texts: readonly Texts[], given: NoticeRequest): ReturnType<ComposeNotice> => {
  const request = withHiddenNotifiers(given);
  const { notice, settings } = request;
  const recipient = settings.dryRunMailbox ?? notice.to.email;
  const refusedAddress = firstRefused({
    "the recipient": notice.to.email,
    "the dry run's mailbox": recipient,
    "the reply address": request.replyAddress,
    "the sender": settings.senderAddress,
  });
  if (refusedAddress) return fail(refusedAddress);
  const members = membersOf(request);
  const lacking = asks(notice.step) ? lackingIn(members) : undefined;
  if (lacking) return fail(lacking);
  if (notice.step === "letter" && !isMachines(notice.letter) && wordsIn(notice.letter) === undefined)
    return fail({ kind: "text-missing", part: "the letter" });
  const reports = reportsIn(request, members);
  if (!reports.ok) return reports;
  const files = filesOf(request, reports.value);
  const attached = attachedAs(request, files);
  const worded = wordsOf(texts, request, reports.value.length, attached);
  if (!worded.ok) return worded;
  const { subject, text, languages, ...made } = worded.value;
  const frozen = sha256(JSON.stringify([recipient, request.replyAddress, subject, text, files]));
  const mime = await buildMail({
    from: { name: settings.organisation, address: settings.senderAddress },
    to: recipient,
    replyTo: request.replyAddress,
    subject,
    text,
    languages,
    files,
    autoSubmitted: autoSubmittedOf(request),
    attemptId: request.attemptId,
    date: request.now,
    references: referencesOf(request),
    seed: frozen.slice(0, 24),
  });
  const failures = checkNotice({
    request,
    recipient,
    subject,
    text,
    mime,
    ...made,
    hasXarf: files.length > 0,
    machineValues: reports.value.flatMap(({ xarf }) => saidInXarf(xarf)),
  });
  if (failures.length > 0) return fail({ kind: "check-failed", failures });
  return ok({
    recipient,
    subject,
    text,
    mime,
    ...(attached !== undefined && { attached }),
    languages,
    renderHash: frozen,
    recipientHash: recipientHashOf(notice.to),
  });
};

const withHiddenNotifiers = (request: NoticeRequest): NoticeRequest => ({
  ...request,
  case: withHiddenNotifier(request.case, request.settings),
  ...(request.also && {
    also: request.also.map((member) => ({ ...member, case: withHiddenNotifier(member.case, request.settings) })),
  }),
});

/** Every string in a report, and its evidence decoded from base64. */
const saidInXarf = (report: Xarf): readonly string[] => [
  ...valuesIn(report),
  ...(report.evidence ?? []).map(({ payload }) => Buffer.from(payload, "base64").toString()),
];
const valuesIn = (part: unknown): readonly string[] => {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(valuesIn) : [];
};

/** What a person reads and what it was made of, for the check. */
type Worded = Pick<
  FinishedMail,
  "subject" | "text" | "outline" | "sections" | "block" | "values" | "list" | "letter"
> & {
  readonly languages: readonly string[];
};

/** Fails with the first text or fact that is missing. */
const wordsOf = (
  texts: readonly Texts[],
  request: NoticeRequest,
  reports: number,
  attached: string | undefined,
): Result<Worded, ComposeProblem> => {
  const list = membersOf(request).length > 1 ? listOf(texts, request) : undefined;
  if (list && !list.ok) return list;
  const outline = outlineOf(request, list?.value.apart);
  const own = list ? { ...list.value.shared, reports: String(reports) } : factsOf(request);
  const facts: Facts = { ...own, attached };
  const sections: Section[] = [];
  for (const language of texts) {
    const section = sectionOf(language, outline, facts);
    if (!section.ok) return section;
    sections.push(section.value);
  }
  const block = factBlockOf(texts, outline, facts);
  if (!block.ok) return block;
  const inEach = (name: string) => sections.map(({ parts }) => parts[name] ?? "");
  const { notice } = request;
  const written = wordsIn(notice.letter);
  const letter = written === undefined ? undefined : letterBody(written, request.case);
  const body = joinSections(sections, { letter, block: block.value, list: list?.value.text });
  return ok({
    subject: `${notice.step === "letter" ? "Re: " : ""}${subjectOf(outline.marks.map(inEach), inEach("type"), facts)}`,
    text: [...dryRunLine(request), body].join("\n\n"),
    languages: sections.map(({ texts: { language } }) => language),
    outline,
    sections,
    block: block.value,
    values: stringsIn(facts),
    list: list?.value,
    letter,
  });
};

const lackingIn = (members: readonly NoticeMember[]): ComposeProblem | undefined => {
  for (const { case: state } of members) {
    const fact = missingFact(state);
    if (fact !== undefined) return { kind: "fact-missing", fact, ...(members.length > 1 && { caseId: state.id }) };
  }
  return undefined;
};

const reportsIn = (
  request: NoticeRequest,
  members: readonly NoticeMember[],
): Result<readonly Report[], ComposeProblem> => {
  const { notice } = request;
  if (!asks(notice.step) || isSites(notice.to.scope) || !wantsXarf(request)) return ok([]);
  const hosts = members.map(({ case: { target } }) => target.host);
  const reports: Report[] = [];
  for (const member of members) {
    const xarf = xarfOf({ ...request, ...member, hosts });
    if (!xarf.ok) return members.length > 1 ? fail({ ...xarf.error, caseId: member.case.id }) : xarf;
    if (xarf.value) reports.push({ caseId: member.case.id, xarf: xarf.value });
  }
  return ok(reports);
};

const dryRunLine = ({ notice, settings }: NoticeRequest): readonly string[] =>
  settings.dryRunMailbox === undefined
    ? []
    : [`DRY RUN. Nobody else has this mail; it would have gone to ${notice.to.email}.`];

/** The operator's directory names the desks that take no attachment. */
const wantsXarf = ({ notice, settings }: NoticeRequest): boolean =>
  !settings.directory.some(
    ({ email, xarf }) => xarf === "none" && email?.toLowerCase() === notice.to.email.toLowerCase(),
  );

/** An address must read back letter by letter: what was approved is what is written to. */
const firstRefused = (addresses: Readonly<Record<string, string>>): ComposeProblem | undefined => {
  for (const [field, address] of Object.entries(addresses)) {
    const read = readMailbox(address);
    if (!read.ok) return { kind: "address-refused", field, reason: read.error.reason.replace(/\.$/, "") };
    if (read.value !== address)
      return { kind: "address-refused", field, reason: "it is not written in its plain form" };
  }
  return undefined;
};

/** SES's Message-IDs of earlier mails to the same desk, oldest first, of a digest once. */
const referencesOf = (request: NoticeRequest): readonly string[] => {
  const before = membersOf(request).flatMap((member) =>
    earlierOf(member.case, member.notice).filter(({ to }) => to.email === request.notice.to.email),
  );
  const sentAt = ({ sentAt: at = "" }: Notice) => at;
  const ids = before
    .toSorted((a, b) => sentAt(a).localeCompare(sentAt(b)))
    .flatMap(({ sesMessageId }) =>
      sesMessageId !== undefined && /^[A-Za-z0-9._-]{1,120}$/.test(sesMessageId)
        ? [`<${sesMessageId}@${request.messageIdDomain}>`]
        : [],
    );
  // A letter also answers what its desk wrote last.
  const wrote = request.notice.step === "letter" ? lastWritten(request) : undefined;
  return [...new Set([...ids, ...(wrote === undefined ? [] : [wrote])])];
};

const lastWritten = ({ case: state, notice: { to } }: NoticeRequest): string | undefined =>
  state.notices.findLast(({ to: { email }, wrote }) => email === to.email && wrote !== undefined)?.wrote;
