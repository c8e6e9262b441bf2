import { questionIn } from "../../case/ask.ts";
import type { Candidate } from "../../case/candidate.ts";
import type { Case } from "../../case/case.ts";
import type { CheckReason } from "../../case/check-reason.ts";
import type { AsRead, CaseEvent, Verdict } from "../../case/event.ts";
import { type AskedThing, isMachines } from "../../case/letter.ts";
import { rightHoldersAdvice } from "../../case/notice-elements.ts";
import type { Question } from "../../case/question.ts";
import type { ReplyClass } from "../../case/reply-class.ts";
import { channelFacts } from "../../kernel/channels.ts";
import { categoryWords } from "../../report/category-words.ts";
import { answerText, questionTexts } from "../../review/questions.ts";
import { hostsOf, shown, shownTarget, visible } from "../shown.ts";
import {
  clockTime,
  count,
  duration,
  moment,
  outcomeWords,
  readingWords,
  scopeWords,
  sentence,
  stepWords,
} from "../words.ts";

const idBefore = (usedFor: string | undefined): string =>
  usedFor === undefined ? "" : `, an id that its reporter used before for ${usedFor}`;

/** One or two sentences for an event, with no link in them. `state`: the case now, to name its notices. */
export const sayEvent = (event: CaseEvent, state: Case): string => sentence(say(event, state));

const say = (event: CaseEvent, state: Case): string => {
  const words = (text: string): string => sentence(shown(text.trim(), hostsOf(state)));
  switch (event.type) {
    case "opened":
    case "joined":
    case "status":
      return sayReporter(event, state, words);
    case "contact-answered":
      return sayLookedUp(event);
    case "host-moved":
      return movedWords(event);
    case "climbed":
      return cameToRung(event.rung + 1, words(event.why));
    case "asked":
      return `A person is asked: “${questionTexts[event.question].asks}” ${words(event.reason)}`;
    case "announced":
      return `On-call was told of ${count(event.reviewIds.length, "open question")}`;
    case "corrected":
    case "held":
    case "noted":
    case "released":
    case "reopened":
    case "agreed":
    case "verdict-given":
    case "verdict-taken-back":
    case "verdict-dropped":
    case "answered":
      return sayPerson(event, words);
    case "check-wanted":
    case "check-ended":
      return sayCheck(event);
    case "answer-held":
    case "reminded-slowly":
      return sayPatience(event, words);
    case "returned-to-reporter":
      return `It was returned to its reporter. ${rightHoldersAdvice(event.lacks)}`;
    case "forgotten":
      return "The time for which it is kept was over: what was reported, and what was written about it, is forgotten";
    case "closed":
      return sayEnd(event, words);
    case "notice-queued":
    case "notice-requeued":
    case "notice-cancelled":
    case "send-claimed":
    case "send-declined":
    case "refused":
    case "sent":
    case "send-doubted":
    case "channel-failed":
    case "status-asked":
    case "send-unknown":
    case "delivered":
    case "bounced":
    case "complained":
    case "replied":
    case "answer-taken":
    case "desk-stopped":
      return sayMail(event, state, words);
    default:
      return event satisfies never;
  }
};

/** What is done instead of asking a person. */
const sayPatience = (
  event: Extract<CaseEvent, { type: "answer-held" | "reminded-slowly" }>,
  words: (text: string) => string,
): string =>
  event.type === "answer-held"
    ? `No person was asked: ${heldWords(event)}. Why: ${words(event.why)}`
    : `Nobody is left to tell and nobody knows that it is gone, so its silent desks ` +
      (event.nth === 0
        ? `are reminded at ${moment(event.waitUntil)}, whether or not a person answers by then`
        : `were reminded (${event.nth}) and the case waits until ${moment(event.waitUntil)}`);

/** Whose answer stands for a case that asks the same. */
export const heldWords = ({ by, row, until, waitUntil }: Extract<CaseEvent, { type: "answer-held" }>): string =>
  `${by.map((one) => shown(one)).join(" and ")} said for these desks to wait (rule ${visible(row)}, which ends ` +
  `${moment(until)}), and the case waits until ${moment(waitUntil)}`;

const sayLookedUp = ({ answer }: Extract<CaseEvent, { type: "contact-answered" }>): string => {
  const { candidates, forms, failures } = answer;
  const silentOnes = failures.map(({ source, outcome }) => (outcome === "silent" ? shown(source) : ""));
  return `Who answers for the host was looked up: ${found(candidates.length, forms.length)}${silent(silentOnes)}`;
};

const sayEnd = ({ outcome, why }: Extract<CaseEvent, { type: "closed" }>, words: (text: string) => string): string =>
  `The case was closed, ${outcomeWords[outcome]}: ${words(why)}`;

/** What whoever can look was asked, and what came of it. */
const sayCheck = (event: Extract<CaseEvent, { type: "check-wanted" | "check-ended" }>): string => {
  if (event.type === "check-wanted") {
    const who = `${event.reporters.map((one) => shown(one)).join(", ")} ${event.reporters.length > 1 ? "were" : "was"}`;
    return `${who} asked whether it is there still, until ${moment(event.until)}: ${checkReasons[event.why]}`;
  }
  return event.came === "gone"
    ? "Whoever was asked says that it is gone"
    : "Nobody who was asked has said in time whether it is there still";
};

type ReporterEvent = Extract<CaseEvent, { type: "opened" | "joined" | "status" | "strayed" }>;

const sayReporter = (event: ReporterEvent, state: Case, words: (text: string) => string): string => {
  switch (event.type) {
    case "opened": {
      const { reporter, reportId, category, target } = event.report;
      return (
        `${shown(reporter)} reported ${categoryWords[category]}: ${shownTarget(target)} (report ` +
        `${shown(reportId, hostsOf(state))}${idBefore(event.usedFor)}). ` +
        `The case was opened in the ${event.lane} lane`
      );
    }
    case "joined":
      return (
        `${shown(event.report.reporter)} reported the same (report ` +
        `${shown(event.report.reportId, hostsOf(state))}${idBefore(event.usedFor)}); it joined the case` +
        (event.seenAgain ? ", which had been closed as removed: it is back" : "") +
        (event.joinsFrom === undefined ? "" : ` from ${event.joinsFrom}, which is closed, and stands here from now on`)
      );
    case "status": {
      const { reporter, status, note } = event.message;
      const told = event.toldTo === undefined ? "" : `, which was told to ${event.toldTo}`;
      const since = event.seenSince ? ", at a moment before it was seen last, which changes nothing" : "";
      return `${shown(reporter)} ${statusWords[status]}${told}${since}${note ? `: ${words(note)}` : ""}`;
    }
    default:
      return event satisfies never;
  }
};

type PersonEvent = Extract<
  CaseEvent,
  {
    type:
      | "corrected"
      | "held"
      | "noted"
      | "released"
      | "reopened"
      | "agreed"
      | "verdict-given"
      | "verdict-taken-back"
      | "verdict-dropped"
      | "answered";
  }
>;

const sayPerson = (event: PersonEvent, words: (text: string) => string): string => {
  switch (event.type) {
    case "corrected":
      return (
        `${shown(event.by)} corrected the explanation, and who had the notice is told: ` +
        `“${words(event.explanation)}” Why: ${words(event.why)}`
      );
    case "held":
      return (
        `${shown(event.by)} asked that nothing be sent${event.until ? ` until ${moment(event.until)}` : ""}: ` +
        `${words(event.why)}`
      );
    case "noted":
      return `${shown(event.by)} noted: ${words(event.text)}`;
    case "released":
      return `The hold was lifted by ${shown(event.by)}: ${words(event.why)}`;
    case "reopened":
      return `${shown(event.by)} opened it again: ${words(event.why)}`;
    case "agreed":
      return `${shown(event.by)} agreed, as the first of two persons: ${words(event.why)}`;
    case "verdict-given":
      return (
        `${shown(event.by)} decided: ${verdictWords(event.verdict, questionIn(event.reviewId))}. ` +
        "It can be taken back until " +
        `${clockTime(event.takesEffectAt)}. Why: ${words(event.why)}`
      );
    case "verdict-taken-back":
      return `${shown(event.by)} took back what was decided, before it took effect`;
    case "verdict-dropped":
      return `What was decided did not take effect, and the question is asked again: ${words(event.why)}`;
    case "answered":
      return (
        (event.givenAt === undefined
          ? `${shown(event.by)} decided: ${verdictWords(event.verdict, questionIn(event.reviewId))}`
          : `What ${shown(event.by)} decided took effect: ${verdictWords(event.verdict, questionIn(event.reviewId))}`) +
        `. Why: ${words(event.why)}` +
        (event.deskSaid ? ` By their word the desk said: ${readingWords[event.deskSaid]}.` : "")
      );
    default:
      return event satisfies never;
  }
};

/** An answer in words, with whom or how, if it says so. */
export const verdictWords = (verdict: Verdict, question: Question | undefined): string => {
  const beside = verdict.decision === "send-to" ? ` (${visible(verdict.email)})` : "";
  if (verdict.decision === "clear" && verdict.clearance) {
    const { by, reference } = verdict.clearance;
    return `${answerText(question, verdict.decision)}: cleared by ${shown(by)}, reference ${shown(reference)}`;
  }
  const ended = verdict.decision === "close" ? `: ${outcomeWords[verdict.outcome]}` : "";
  if (verdict.decision === "wait" && verdict.hours !== undefined)
    return `Not yet; ask again in ${duration(verdict.hours * 3_600_000)}`;
  return `${answerText(question, verdict.decision)}${beside}${ended}`;
};

const movedWords = ({ isGone, left, answer }: Extract<CaseEvent, { type: "host-moved" }>): string => {
  if (isGone)
    return (
      "The name was found out of DNS before a notice went out: " +
      "reminders stop, and a person says whether what was reported is gone"
    );
  const contacts = found(answer.candidates.length, answer.forms.length);
  const desks = left.length === 1 ? "a desk that was" : `${left.length} desks that were`;
  return (
    `A second look-up, an hour after the first, did not find the host at ${desks} told: ` +
    `nothing more is asked there. ${contacts}`
  );
};

type MailEvent = Extract<
  CaseEvent,
  {
    type:
      | "notice-queued"
      | "notice-requeued"
      | "notice-cancelled"
      | "send-claimed"
      | "send-declined"
      | "refused"
      | "sent"
      | "send-doubted"
      | "channel-failed"
      | "status-asked"
      | "send-unknown"
      | "delivered"
      | "bounced"
      | "complained"
      | "replied"
      | "answer-taken"
      | "desk-stopped";
  }
>;

const waitsFor = ({ window, notBefore, at }: Extract<MailEvent, { type: "notice-queued" }>): string => {
  if (window) return `, to wait until ${moment(window)} for others to the same desk`;
  return notBefore > at ? `, not to go out before ${moment(notBefore)}` : "";
};

const sayQueued = (event: Extract<MailEvent, { type: "notice-queued" }>, words: (text: string) => string): string => {
  if (isMachines(event.letter))
    return (
      `An answer to ${visible(event.to.email)} was put in line, from what the report says of ` +
      `${event.letter.asked.map((thing) => askedWords[thing]).join(", ")}`
    );
  if (event.letter)
    return (
      `${shown(event.letter.by)} wrote to ${visible(event.to.email)} (${scopeWords[event.to.scope]}): ` +
      words(event.why ?? "")
    );
  return (
    `${event.step === "escalation" ? "An" : "A"} ${stepWords[event.step]} to ${deskName(event.to)} ` +
    `(${scopeWords[event.to.scope]}) was put in line${waitsFor(event)}` +
    (event.asksUntil ? ", so that a person can say whether this mailbox, not written to before, is the right one" : "")
  );
};

const sayMail = (event: MailEvent, state: Case, words: (text: string) => string): string => {
  const notice = noticeName(event.noticeId, state);
  const service = serviceOf(event.noticeId, state);
  switch (event.type) {
    case "notice-queued":
      return sayQueued(event, words);
    case "notice-requeued":
      return (
        `The ${notice} is in line again` +
        (event.window && event.window > event.at ? `, for the window that ends ${moment(event.window)}` : "") +
        `: ${words(event.why)}`
      );
    case "notice-cancelled":
      return `The ${notice} was cancelled: ${words(event.why)}`;
    case "send-claimed":
      return (
        `The ${notice} was handed to ${service}${event.mail ? ` with others in one mail, ${event.mail.id}` : ""}: ` +
        `“${shown(event.subject, hostsOf(state))}”${inLanguages(event)}`
      );
    case "send-declined":
      return (
        `${capital(service)} did not take the ${notice} (${shown(event.code).replace(/\.$/, "")}); ` +
        (event.final
          ? "it would refuse it again, so a person is asked"
          : `it is tried again after ${moment(event.retryAt)}`)
      );
    case "refused":
      return `The ${notice} could not be written: ${words(event.problem)}`;
    case "sent":
      return (
        `${capital(service)} accepted the ${notice}` +
        (event.ticket === undefined ? "" : `; its number there is ${shown(event.ticket)}`)
      );
    case "send-doubted":
      return `Whether the ${notice} was taken is not known: ${words(event.why)}`;
    case "channel-failed":
      return `The ${notice} is left to the provider's form: ${words(event.why)}`;
    case "status-asked":
      return event.why === undefined
        ? `${capital(service)} was asked what became of the ${notice}`
        : `Nothing is known of what became of the ${notice}: ${words(event.why)}`;
    case "send-unknown":
      return event.guarded
        ? `The table was restored to ${moment(event.guarded.restoredTo)}: the ${notice} may have gone out since; ` +
            "it is not sent by itself"
        : `Nobody can say whether the ${notice} went out; it is not sent again by itself`;
    case "delivered":
      return `The ${notice} was delivered`;
    case "bounced":
      if (event.refusesUs) return `The ${notice} was turned away, and the mailbox is not dead: ${words(event.detail)}`;
      if (event.untried)
        return `The ${notice} reached nobody, as SES suppresses the address and did not try it: ${words(event.detail)}`;
      return event.permanent
        ? `The ${notice} came back: ${words(event.detail)}`
        : `The ${notice} is delayed: ${words(event.detail)}`;
    case "complained":
      return `The recipient marked the ${notice} as unwanted`;
    case "replied":
      return (
        `An answer to the ${notice} came: ${replyWords[event.replyClass]}${replyDetails(event, words)}` +
        (event.confidence === undefined ? "" : `. ${sayHowSure(event)}`)
      );
    case "answer-taken":
      return (
        (event.held ? heldFormWords(event.held, notice) : `Policy took the answer to the ${notice}: `) +
        wayWords[event.way]
      );
    case "desk-stopped":
      return (
        `The ${notice} does not go out: its desk complained about a notice of another case, ` +
        "and gets none until a person allows it"
      );
    default:
      return event satisfies never;
  }
};

/** Who said that nobody fills in this desk's form. */
const heldFormWords = (
  { by, row, until }: NonNullable<Extract<MailEvent, { type: "answer-taken" }>["held"]>,
  notice: string,
): string =>
  `No person was asked about the answer to the ${notice}: ${by.map((one) => shown(one)).join(" and ")} said that ` +
  `nobody fills in this desk’s form (rule ${visible(row)}, which ends ${moment(until)}), so `;

const askedWords: Readonly<Record<AskedThing, string>> = {
  time: "when it was seen",
  address: "its address",
  page: "the page",
  reproduce: "how to see it",
  brand: "whom it copies",
};

/** SES, or its provider's API. */
const serviceOf = (noticeId: string, state: Case): string => {
  const channel = state.notices.find(({ id }) => id === noticeId)?.to.channel;
  return channel === undefined ? "the mail service" : `the API of ${channelFacts[channel].name}`;
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const wayWords = {
  climbs: "others have to act, so the next rung is told once nobody on this one is left",
  "right-party":
    "the host is looked up again; whom the desk names is told where the registries name them, and else the next rung",
  reporter: "the reporter is asked, and the next rung is told when they say that it is still up",
  clock: "the reporter is asked, and the ladder goes on in its time",
  answers: "the machine answers it from the report, once",
} as const satisfies Record<Extract<MailEvent, { type: "answer-taken" }>["way"], string>;

/** Kept as `no answer: the network above the host`; whom the step notifies is said first. */
const cameToRung = (rung: number, why: string): string => {
  const at = why.lastIndexOf(": ");
  return at < 0
    ? `The case came to rung ${rung}: ${why}`
    : `The case came to rung ${rung}, ${why.slice(at + 2).replace(/\.$/, "")}: ${why.slice(0, at)}`;
};

const languageName = (code: string): string => new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;

/** Desks act faster in their own language, so a person may want to write a missing text. */
const inLanguages = ({ languages, languageLacking }: Extract<CaseEvent, { type: "send-claimed" }>): string => {
  if (languageLacking !== undefined)
    return `, in English alone: there are no texts in ${languageName(languageLacking)}`;
  return languages === undefined ? "" : `, in ${languages.map(languageName).join(" and ")}`;
};

/** By its mailbox, or by its provider if that is notified by API. */
const deskName = ({ channel, email }: Pick<Candidate, "channel" | "email">): string =>
  channel === undefined ? visible(email) : `${channelFacts[channel].name} by its API`;

/** `first notice to abuse@host.example`. */
export const noticeName = (noticeId: string, state: Case): string => {
  const notice = state.notices.find(({ id }) => id === noticeId);
  return notice ? `${stepWords[notice.step]} to ${deskName(notice.to)}` : `notice ${shown(noticeId)}`;
};

const statusWords = {
  gone: "says that it is gone",
  "still-up": "says that it is still up",
  withdrawn: "took the report back",
  hold: "asked that nothing be sent",
  release: "lifted the hold",
} as const;

export const replyWords: Record<ReplyClass, string> = {
  bounce: "it could not be delivered",
  complaint: "the desk complains about the notice",
  "auto-reply": "an automatic reply",
  acknowledgement: "the desk has it",
  "passed-on": "the desk passed it on to its customer",
  removed: "the desk says that it is removed",
  "not-ours": "the desk says that the host is not theirs",
  "use-our-form": "the desk wants its form filled in",
  refused: "the desk refuses to act",
  "not-found": "the desk looked and does not find it",
  question: "the desk asks something",
  unclear: "it is not read for certain",
};

/** How sure the reader was. Empty if it read no words. */
export const sayHowSure = ({ confidence, isLikelyRemoved }: AsRead): string => {
  if (confidence === undefined) return "";
  const sure = confidence.toFixed(2);
  return isLikelyRemoved ? `It likely says that it is removed (${sure}).` : `Read so with a sureness of ${sure}.`;
};

/** Mails beyond those in the timeline (`case/unproven.ts`), if there are any. */
export const describeUnproven = (times: number): string | undefined =>
  times === 0
    ? undefined
    : `And ${count(times, "more mail", "more mails")} from senders that are not proven: counted, and not kept.`;

const replyDetails = (event: Extract<CaseEvent, { type: "replied" }>, words: (text: string) => string): string =>
  [
    event.byApi && `; by its API: ${words(event.byApi.says).replace(/\.$/, "")}`,
    event.ticket && `; their number is ${shown(event.ticket)}`,
    event.namedParty && `; they name ${words(event.namedParty).replace(/\.$/, "")}`,
    event.customerHasUntil && `; the customer has until ${moment(event.customerHasUntil)}`,
    event.authenticated
      ? ""
      : event.isFromItsDomain
        ? "; its sender is proven to be of the desk's mail domain alone"
        : "; its sender is not proven",
  ]
    .filter(Boolean)
    .join("");

const found = (mailboxes: number, forms: number): string =>
  mailboxes + forms === 0
    ? "nothing was found"
    : [mailboxes > 0 && count(mailboxes, "mailbox", "mailboxes"), forms > 0 && count(forms, "form")]
        .filter(Boolean)
        .join(" and ");

const silent = (sources: readonly string[]): string => {
  const named = [...new Set(sources.filter((source) => source !== ""))];
  return named.length === 0 ? "" : `; no answer from ${named.join(", ")}`;
};

const checkReasons = {
  "desk-says-removed": "a desk says that it removed it",
  "desk-finds-nothing": "a desk looked and does not find it",
  "another-says-gone": "another reporter says that it is gone",
  "before-reminder": "a desk is about to be reminded",
  "before-next-rung": "the next rung is about to be told",
  "before-a-person": "a person is about to be asked",
  "out-of-dns": "its name is out of DNS",
  "after-removal": "it was removed a while ago, and may be back",
} as const satisfies Record<CheckReason, string>;
