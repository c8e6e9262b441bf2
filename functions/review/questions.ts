import type { Verdict } from "../case/event.ts";
import { type Question, questionFacts } from "../case/question.ts";
import type { Lane } from "../report/category.ts";

export type Decision = Verdict["decision"];

/** `answers`: the usual one first. `words`: of answers that mean something more exact here. */
export type QuestionText = {
  readonly asks: string;
  readonly means: string;
  readonly answers: readonly Decision[];
  readonly words?: Partial<Record<Decision, string>>;
};

export const questionTexts: Record<Question, QuestionText> = {
  "no-contact": {
    asks: "No abuse contact found. Who should get the notice?",
    means: "No source names a mailbox that may be written to, or what was written to those that it names came back.",
    answers: ["send-to", "look-again", "close"],
  },
  "name-gone": {
    asks: "The domain no longer resolves. Is the content gone?",
    means:
      "If the name resolves again, the case goes on automatically. A name can come back, or resolve in some " +
      "countries only: ask the reporter, and never open the page to see.",
    answers: ["close", "look-again", "send-to"],
  },
  "form-only": {
    asks: "Please report this on the provider's own form.",
    means: "The provider reads no mail about abuse. The notice's text is ready to paste.",
    answers: ["continue", "send-to", "escalate", "close"],
    words: { continue: "I have filled in the form" },
  },
  "contact-may-be-suspect": {
    asks: "May we write to a mailbox that may be the reported party's own?",
    means:
      "It is under the reported domain, or in a block that is its holder's, and a notice would warn an offender. " +
      "Nothing has gone out to it. Look for who is behind them: the network above, or another desk.",
    answers: ["clear", "send-to", "close"],
    words: { clear: "Yes, write to it" },
  },
  "new-contact": {
    asks: "Is this the right mailbox to write to?",
    means: "If nobody answers, the notice goes out at the time that the reason names.",
    answers: ["clear", "pass-over", "close"],
    words: { clear: "Yes, write to it now" },
  },
  "more-networks": {
    asks: "The host stands in more networks than were told. Should others be told too?",
    means: "A name that points to many may hide its real host among decoys. Notices to those who were told go on.",
    answers: ["continue", "send-to", "close"],
  },
  "unconfirmed-desk": {
    asks: "Is this the right mailbox of the provider that the page is on?",
    means:
      "Nothing has gone out to it. The network was told and may only pass it on. Look the mailbox up on the " +
      "provider's own pages, and send the notice there or to the one that you find.",
    answers: ["send-to", "continue", "close"],
  },
  "protected-target": {
    asks: "Should a notice go out about a protected domain?",
    means: "Nothing is sent automatically about such a domain. Two different persons have to agree.",
    answers: ["close", "clear"],
  },
  "well-known-host": {
    asks: "Is this well-known host what was meant to be reported?",
    means:
      "Mostly what was reported had asked it, or imitates it: the reason says which. Nothing has gone out. Ask the " +
      "reporter; never open the page to see.",
    answers: ["close", "clear"],
  },
  registrar: {
    asks: "Should the registrar be notified, who can only stop the whole name?",
    means:
      "It stops each page, each user's host below the name and its mail. Say yes where the name itself was " +
      "registered or taken over for the abuse. The others are notified meanwhile.",
    answers: ["pass-over", "clear", "close"],
    words: { clear: "Yes, notify the registrar", "pass-over": "No, go on without the registrar" },
  },
  clearance: {
    asks: "Have the police of the hosting country cleared the notice?",
    means: "Nothing goes to the host or to anybody on its side before you say so.",
    answers: ["clear", "close"],
    words: { clear: "Yes, they have cleared it" },
  },
  "unconfirmed-country": {
    asks: "Is the host in this country? Then call its police.",
    means: "No address of the network's holder or abuse desk is there. The police hear of it from you alone.",
    answers: ["continue", "close"],
  },
  unclassified: {
    asks: "Has a person classified this as child sexual abuse?",
    means:
      "Nothing goes to the host or to anybody on its side before you say so. Ask your own analysts or the hotline, " +
      "and never open the address yourself.",
    answers: ["clear", "close"],
    words: { clear: "Yes, notify the host" },
  },
  held: {
    asks: "Can the hold be lifted?",
    means: "Somebody asked that nothing be sent. Nothing goes out while it stands.",
    answers: ["continue", "close"],
    words: { continue: "Lift the hold and go on" },
  },
  live: {
    asks: "Reported as happening live. Call someone?",
    means: "“What happens next” says whether a mail goes out meanwhile.",
    answers: ["continue", "close"],
  },
  "unknown-send": {
    asks: "Did this notice go out?",
    means: "It is not sent again automatically. Sent again, its desk may get it twice.",
    answers: ["treat-as-sent", "send-again", "close"],
  },
  "notice-refused": {
    asks: "What is wrong with this notice?",
    means:
      "Nobody has it. Correct what the reason names, then send again; one that waits for room at its desk needs no " +
      "correction. Policy, reputation or authentication is about us and not about the mailbox.",
    answers: ["send-again", "send-to", "escalate", "close"],
    words: { "send-again": "It is corrected; send it" },
  },
  unanswered: {
    asks: "No confirmation that it was removed. What next?",
    means:
      "Every escalation level that the policy allows was taken, or its time is over. Silent desks " +
      "of the standard lane are still reminded: answer only if something else should be done, or " +
      "to have it off the list.",
    answers: ["wait", "escalate", "send-to", "look-again", "close"],
  },
  reply: {
    asks: "The abuse desk replied. What does the reply mean?",
    means: "A person says what it means for the case. Reminders pause only where the desk is proven to have written.",
    answers: ["continue", "close", "send-to", "escalate"],
    words: { continue: "Not resolved: keep reminding and escalating" },
  },
  "still-up": {
    asks: "The reporter says that it is still up. What next?",
    means: "A desk or a person believed that it was gone.",
    answers: ["escalate", "continue", "send-to", "close"],
    words: { continue: "Not resolved: keep reminding and escalating" },
  },
  "said-gone": {
    asks: "One of several reporters says that it is gone. Is it?",
    means:
      "Notices go on. It closes automatically once all say so; one who says that it is still up ends this question.",
    answers: ["continue", "close"],
    words: { continue: "It is still there; go on", close: "It is gone; close the case" },
  },
  "may-be-back": {
    asks: "It was closed as removed or gone. Is it there again?",
    means:
      "No reporter has something that looks; they are asked, too. Ask them, or whoever may look for your " +
      "organisation, and never open the address yourself. Where nobody answers the case stays closed.",
    answers: ["continue", "reopen"],
    words: { continue: "It is still gone" },
  },
  withdrawal: {
    asks: "Should the desks that were notified hear that the report was taken back?",
    means:
      "A report of this kind may be taken back by mistake, or since somebody was made to: ask the reporter. A desk " +
      "that hears of it may put back what it took down. No mail goes out before you answer.",
    answers: ["pass-over", "clear"],
    words: {
      clear: "Yes, send the withdrawal",
      "pass-over": "No, send nothing and close the case as taken back",
    },
  },
  "beside-dns": {
    asks: "Whom do you pass this on to?",
    means:
      "Nobody was told. Pass the report on by your organisation's own way, to the hotline or police of your country, " +
      "and say in your answer to whom; or have a notice sent to a mailbox. Never open the address to see.",
    answers: ["send-to", "close"],
    words: { close: "It is passed on, or nothing can be done; close the case" },
  },
  // Of an entry of the review queue, which `entry-action.ts` answers.
  "not-taken-in": {
    asks: "This could not be taken in. What should happen?",
    means:
      "No case was opened and the reporter was not notified; a hold in it holds nothing. Fix it or retry it, " +
      "or ask the reporter for what the reason names and discard it. Where a child or a life may be at risk, pass it " +
      "on at once by your organisation's own way, to the hotline or police of your country. More of the kind joins it.",
    answers: [],
  },
};

export const isDecision = (text: string): text is Decision => Object.hasOwn(decisionTexts, text);

export const answersTo = (question: Question): readonly Decision[] => questionTexts[question].answers;

/** Whether this answer releases mail that is held back. */
const releasesMail = (question: Question, decision: Decision): boolean =>
  decision === "clear" ||
  decision === "send-again" ||
  (decision === "continue" && questionFacts(question).onYes === "holds-end");

/**
 * Whether one press may record an answer with a preset reason. Not if an answer releases mail, and not in the
 * urgent lane, where nothing can be undone. `lane` is absent for one answer to several cases, which are never
 * urgent.
 */
export const takesPresets = (question: Question, lane: Lane | undefined): boolean =>
  lane !== "urgent" && !questionTexts[question].answers.some((decision) => releasesMail(question, decision));

const decisionTexts: Record<Decision, string> = {
  "send-to": "Send the notice to another address",
  "send-again": "Send again, accepting that it may arrive twice",
  "treat-as-sent": "It went out",
  clear: "Yes, it may go out",
  "pass-over": "No, tell the next contact",
  continue: "Noted, continue",
  wait: "Not yet: wait, and ask me again",
  escalate: "Escalate now",
  "look-again": "Look up the host again now",
  reopen: "It is there again; open the case and tell whoever hosts it",
  close: "Close the case",
};

/** As this question means it; in general words where the question is not known. */
export const answerText = (question: Question | undefined, decision: Decision): string =>
  (question && questionTexts[question].words?.[decision]) ?? decisionTexts[decision];
