import { ownedDomain } from "../kernel/domain.ts";
import { isOfHost } from "../kernel/scope.ts";
import type { ContactForm } from "./candidate.ts";
import type { Case, Review } from "./case.ts";
import { askedDesks, lower, silentDesks } from "./path/notified.ts";
import { type InCommon, type Question, questionFacts } from "./question.ts";

/*
 * > One question for what is one: same question, lane, desk or name or provider, and offered
 * > answers. What may differ from case to case is not gathered.
 */

/** Urgent cases share these alone; all else of them is looked at one by one. */
const sharedByUrgent: readonly Question[] = ["unanswered", "still-up", "form-only", "may-be-back"];

/** Each of the cases in the mail asks the same. */
const aboutMail: readonly Question[] = ["unknown-send", "notice-refused", "reply"];

const mailKey = ({ notices }: Case, { question, noticeId, blocking, reason, mailHash }: Review) => {
  const mail = aboutMail.includes(question) && notices.find(({ id }) => id === noticeId)?.mail;
  return mail ? ["mail", mail.id, question, blocking, mailHash ?? reason].join(" ") : undefined;
};

export const alikeKey = (state: Case, review: Review): string | undefined => {
  const ofMail = mailKey(state, review);
  if (ofMail !== undefined) return ofMail;
  const common = questionFacts(review.question).inCommon;
  const isUrgent = state.lane === "urgent";
  if (common === "never" || (isUrgent && !sharedByUrgent.includes(review.question))) return undefined;
  const about = waysToGather[common](state, review);
  // A form is filled in alike for who waits for it and for who goes on meanwhile.
  const blocks = common === "list" ? [] : [review.blocking];
  return about === undefined ? undefined : [state.lane, review.question, ...blocks, about].join(" ");
};

const nameOf = ({ target }: Case): string => ownedDomain(target.host) ?? target.host;

const contactsOf = ({ target, contact }: Case, { reason }: Review): string => {
  const desks = (contact?.candidates ?? []).filter(({ scope }) => isOfHost(scope)).map(({ email }) => lower(email));
  return [...(desks.length === 0 ? [target.host] : [...new Set(desks)].sort()), reason].join(" ");
};

const listOf = (): string => "all";

const deskOf = (state: Case, review: Review): string | undefined => {
  if (review.question !== "unanswered") return writerOf(state, review);
  return isAskedAgain(state) ? "waited" : silentAtEnd(state, review);
};

/** A person chose to wait and nothing has come of it: of all urgent cases that is one list each morning. */
const isAskedAgain = ({ isWaitedWith }: Case): boolean => isWaitedWith === true;

/** Its cases are of several desks or providers: no one mailbox is for all of them. */
export const isOfSeveralDesks = (state: Case, { question }: Review): boolean =>
  questionFacts(question).inCommon === "list" || (question === "unanswered" && isAskedAgain(state));

const writerOf = (state: Case, { question, noticeId, reason, asRead, toRead }: Review): string | undefined => {
  const about = state.notices.find(({ id }) => id === noticeId);
  if (!about) return undefined;
  // What nobody could read is never the same; a word of an API's list always is.
  const isRead = about.to.channel !== undefined || (asRead !== undefined && asRead.replyClass !== "unclear");
  return question === "reply" && (!isRead || toRead) ? undefined : `${lower(about.to.email)} ${reason}`;
};

const silentAtEnd = (state: Case, { blocking }: Review): string | undefined => {
  const silent = silentDesks(state);
  if (silent.length > 0) return silent.join(" ");
  const desks = askedDesks(state);
  // Where the form alone was filled in, its provider is silent.
  const forms = desks.length === 0 ? formsKey(state.contact?.forms ?? []) : undefined;
  if (forms !== undefined) return forms;
  if (!blocking) return "answered";
  return desks.length === 0 ? undefined : `${desks.join(" ")} answered`;
};

const formsKey = (forms: readonly ContactForm[]): string | undefined =>
  forms.length === 0
    ? undefined
    : forms
        .map(({ url }) => url)
        .sort()
        .join(" ");

const waysToGather = {
  name: nameOf,
  contacts: contactsOf,
  desk: deskOf,
  list: listOf,
} as const satisfies Record<Exclude<InCommon, "never">, (state: Case, review: Review) => string | undefined>;
