import { questionIn } from "../../case/ask.ts";
import type { Candidate } from "../../case/candidate.ts";
import type { Case } from "../../case/case.ts";
import type { CheckReason } from "../../case/check-reason.ts";
import { sourceName } from "../../case/contact-source.ts";
import type { AsRead, CaseEvent, EventOf, Verdict } from "../../case/event.ts";
import { type AskedThing, isMachines } from "../../case/letter.ts";
import { rightHoldersAdvice } from "../../case/notice-elements.ts";
import type { Question } from "../../case/question.ts";
import type { ReplyClass } from "../../case/reply-class.ts";
import { channelFacts } from "../../kernel/channels.ts";
import { categoryWords } from "../../report/category-words.ts";
import { answerText, questionTexts } from "../../review/questions.ts";
import { hostsOf, shown, shownTarget, visible } from "../shown.ts";
import {
  capital,
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

/** One or two sentences for an event, without links. `state`: the case now, to name notices. */
export const sayEvent = (event: CaseEvent, state: Case): string => sentence(sayAs(event.type, event, state));

type Events = { readonly [Event in CaseEvent as Event["type"]]: Event };

const sayAs = <Type extends keyof Events>(type: Type, event: Events[Type], state: Case): string => {
  const noticeId = ("noticeId" in event && event.noticeId) || "";
  return sayings[type](event, {
    words: (text) => sentence(shown(text.trim(), hostsOf(state))),
    shownIn: (text) => shown(text, hostsOf(state)),
    notice: noticeName(noticeId, state),
    service: serviceOf(noticeId, state),
  });
};

/** What a case has to say of the things that its events name. */
type Wording = {
  /** Somebody's words, as a sentence. */
  readonly words: (text: string) => string;
  readonly shownIn: (text: string) => string;
  /** The event's notice, and who takes it to its desk. */
  readonly notice: string;
  readonly service: string;
};

const sayings: { readonly [Type in keyof Events]: (event: Events[Type], told: Wording) => string } = {
  opened: ({ report: { reporter, reportId, category, target }, usedFor, lane }, { shownIn }) =>
    `${shown(reporter)} reported ${categoryWords[category]}: ${shownTarget(target)} (report ` +
    `${shownIn(reportId)}${idBefore(usedFor)}). The case was opened in the ${lane} lane`,
  joined: ({ report, usedFor, seenAgain, joinsFrom }, { shownIn }) =>
    `${shown(report.reporter)} reported the same (report ${shownIn(report.reportId)}${idBefore(usedFor)}); ` +
    `it joined the case${seenAgain ? ", which had been closed as removed: it is back" : ""}` +
    (joinsFrom === undefined ? "" : ` from ${joinsFrom}, which is closed, and stands here from now on`),
  status: ({ message: { reporter, status, note }, toldTo, seenSince }, { words }) =>
    `${shown(reporter)} ${statusWords[status]}${toldTo === undefined ? "" : `, which was said of ${toldTo}`}` +
    (seenSince ? ", at a moment before it was seen last, which changes nothing" : "") +
    (note ? `: ${words(note)}` : ""),
  "contact-answered": ({ answer: { candidates, forms, failures } }) => {
    const silentOnes = failures.map((one) => (one.outcome === "silent" ? shown(sourceName(one)) : ""));
    return `The host’s abuse contacts were looked up: ${found(candidates.length, forms.length)}${silent(silentOnes)}`;
  },
  "host-moved": ({ isGone, left, answer }) => {
    if (isGone)
      return (
        "The name was found out of DNS before a notice went out: " +
        "reminders stop, and a person says whether what was reported is gone"
      );
    const desks = left.length === 1 ? "a desk that was" : `${left.length} desks that were`;
    return (
      `A second look-up, an hour after the first, did not find the host at ${desks} told: ` +
      `nothing more is asked there. ${found(answer.candidates.length, answer.forms.length)}`
    );
  },
  escalated: ({ level, why }, { words }) => cameToLevel(level + 1, words(why)),
  asked: ({ question, reason }, { words }) => `A person is asked: “${questionTexts[question].asks}” ${words(reason)}`,
  announced: ({ reviewIds }) => `On-call was notified of ${count(reviewIds.length, "open question")}`,
  corrected: ({ by, explanation, why }, { words }) =>
    `${shown(by)} corrected the explanation, and who had the notice is told: ` +
    `“${words(explanation)}” Why: ${words(why)}`,
  held: ({ by, until, why }, { words }) =>
    `${shown(by)} asked that nothing be sent${until ? ` until ${moment(until)}` : ""}: ${words(why)}`,
  noted: ({ by, text }, { words }) => `${shown(by)} noted: ${words(text)}`,
  released: ({ by, why }, { words }) => `The hold was lifted by ${shown(by)}: ${words(why)}`,
  reopened: ({ by, why }, { words }) => `${shown(by)} opened it again: ${words(why)}`,
  agreed: ({ by, why }, { words }) => `${shown(by)} agreed, as the first of two persons: ${words(why)}`,
  "verdict-given": ({ by, verdict, reviewId, takesEffectAt, why }, { words }) =>
    `${shown(by)} decided: ${verdictWords(verdict, questionIn(reviewId))}. ` +
    `It can be undone until ${clockTime(takesEffectAt)}. Why: ${words(why)}`,
  "verdict-taken-back": ({ by }) => `${shown(by)} undid what was decided, before it took effect`,
  "verdict-dropped": ({ why }, { words }) =>
    `What was decided did not take effect, and the question is asked again: ${words(why)}`,
  answered: ({ by, givenAt, verdict, reviewId, why, deskSaid }, { words }) =>
    (givenAt === undefined ? `${shown(by)} decided: ` : `What ${shown(by)} decided took effect: `) +
    `${verdictWords(verdict, questionIn(reviewId))}. Why: ${words(why)}` +
    (deskSaid ? ` By their word the desk said: ${readingWords[deskSaid]}.` : ""),
  "check-wanted": ({ reporters, until, why }) => {
    const who = `${reporters.map((one) => shown(one)).join(", ")} ${reporters.length > 1 ? "were" : "was"}`;
    return `${who} asked whether it is there still, until ${moment(until)}: ${checkReasons[why]}`;
  },
  "check-ended": ({ came }) =>
    came === "gone"
      ? "Whoever was asked says that it is gone"
      : "Nobody who was asked has said in time whether it is there still",
  "answer-held": (event, { words }) => `No person was asked: ${heldWords(event)}. Why: ${words(event.why)}`,
  "reminded-slowly": ({ nth, waitUntil }) =>
    "Nobody is left to tell and nobody knows that it is gone, so its silent desks " +
    (nth === 0
      ? `are reminded at ${moment(waitUntil)}, whether or not a person answers by then`
      : `were reminded (${nth}) and the case waits until ${moment(waitUntil)}`),
  "returned-to-reporter": ({ lacks }) => `It was returned to its reporter. ${rightHoldersAdvice(lacks)}`,
  forgotten: () =>
    "The time for which it is kept was over: what was reported, and what was written about it, is forgotten",
  closed: ({ outcome, why }, { words }) => `The case was closed, ${outcomeWords[outcome]}: ${words(why)}`,
  "notice-queued": sayQueued,
  "notice-requeued": ({ window, at, why }, { notice, words }) =>
    `The ${notice} is queued again` +
    `${window && window > at ? `, for the window that ends ${moment(window)}` : ""}: ${words(why)}`,
  "notice-cancelled": ({ why }, { notice, words }) => `The ${notice} was cancelled: ${words(why)}`,
  "send-claimed": (event, { notice, service, shownIn }) =>
    `The ${notice} was handed to ${service}` +
    `${event.mail ? ` with others in one mail, ${event.mail.id}` : ""}: ` +
    `“${shownIn(event.subject)}”${inLanguages(event)}`,
  "send-declined": ({ code, final, retryAt }, { notice, service }) =>
    `${capital(service)} did not take the ${notice} (${shown(code).replace(/\.$/, "")}); ` +
    (final ? "it would refuse it again, so a person is asked" : `it is tried again after ${moment(retryAt)}`),
  refused: ({ problem }, { notice, words }) => `The ${notice} could not be written: ${words(problem)}`,
  sent: ({ ticket }, { notice, service }) =>
    `${capital(service)} accepted the ${notice}` +
    (ticket === undefined ? "" : `; its number there is ${shown(ticket)}`),
  "send-doubted": ({ why }, { notice, words }) => `Whether the ${notice} was taken is not known: ${words(why)}`,
  "channel-failed": ({ why }, { notice, words }) => `The ${notice} did not go by the provider's API: ${words(why)}`,
  "protector-claimed": () =>
    "Netcraft, which blocks pages in browsers, is notified alongside, once; without an answer here it may not know",
  "protector-answered": ({ ticket, why = "it did not say" }, { words }) =>
    ticket !== undefined
      ? `Netcraft accepted the report; its number there is ${shown(ticket)}`
      : `Netcraft is not known to have the report, and is not notified again: ${words(why)}`,
  "status-asked": ({ why }, { notice, service, words }) =>
    why === undefined
      ? `${capital(service)} was asked what became of the ${notice}`
      : `Nothing is known of what became of the ${notice}: ${words(why)}`,
  "send-unknown": ({ guarded }, { notice }) =>
    guarded
      ? `The table was restored to ${moment(guarded.restoredTo)}: the ${notice} may have gone out ` +
        "since; it is not sent automatically"
      : `Nobody can say whether the ${notice} went out; it is not sent again automatically`,
  delivered: (_, { notice }) => `The ${notice} was delivered`,
  bounced: ({ refusesUs, untried, permanent, detail }, { notice, words }) => {
    const happened = refusesUs
      ? "was turned away, and the mailbox is not dead"
      : untried
        ? "reached nobody, as SES suppresses the address and did not try it"
        : permanent
          ? "came back"
          : "is delayed";
    return `The ${notice} ${happened}: ${words(detail)}`;
  },
  complained: (_, { notice }) => `The recipient marked the ${notice} as unwanted`,
  replied: (event, { notice, words }) =>
    `An answer to the ${notice} came: ${replyWords[event.replyClass]}` +
    `${replyDetails(event, words)}${event.confidence === undefined ? "" : `. ${sayHowSure(event)}`}`,
  "answer-taken": ({ held, way }, { notice }) =>
    (held ? heldFormWords(held, notice) : `Policy took the answer to the ${notice}: `) + wayWords[way],
  "desk-stopped": (_, { notice }) =>
    `The ${notice} does not go out: its desk complained about a notice of another case, ` +
    "and gets none until a person allows it",
};

const idBefore = (usedFor: string | undefined): string =>
  usedFor === undefined ? "" : `, an id that its reporter used before for ${usedFor}`;

/** Whose answer stands for a case that asks the same. */
export const heldWords = ({ by, row, until, waitUntil }: EventOf<"answer-held">): string =>
  `${by.map((one) => shown(one)).join(" and ")} said for these desks to wait (rule ${visible(row)}, which ends ` +
  `${moment(until)}), and the case waits until ${moment(waitUntil)}`;

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

const waitsFor = ({ window, notBefore, at }: EventOf<"notice-queued">): string => {
  if (window) return ` until ${moment(window)}, to be batched with others for this desk`;
  return notBefore > at ? `, not to go out before ${moment(notBefore)}` : "";
};

function sayQueued(event: EventOf<"notice-queued">, { words }: Wording): string {
  if (isMachines(event.letter))
    return (
      `An answer to ${visible(event.to.email)} was queued, from what the report says of ` +
      `${event.letter.asked.map((thing) => askedWords[thing]).join(", ")}`
    );
  if (event.letter)
    return (
      `${shown(event.letter.by)} wrote to ${visible(event.to.email)} (${scopeWords[event.to.scope]}): ` +
      words(event.why ?? "")
    );
  return (
    `${event.step === "escalation" ? "An" : "A"} ${stepWords[event.step]} to ${deskName(event.to)} ` +
    `(${scopeWords[event.to.scope]}) was queued${waitsFor(event)}` +
    (event.asksUntil ? ", so that a person can say whether this mailbox, not written to before, is the right one" : "")
  );
}

/** Who said that nobody fills in this desk's form. */
const heldFormWords = ({ by, row, until }: NonNullable<EventOf<"answer-taken">["held"]>, notice: string): string =>
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

const wayWords = {
  escalates: "others have to act, so the case is escalated once nobody of this step is left",
  "right-party":
    "the host is looked up again; whom the desk names is notified if registries name them, else the case is escalated",
  reporter: "the reporter is asked, and the case is escalated when they say that it is still up",
  clock: "the reporter is asked, and escalation goes on in its time",
  answers: "it is answered automatically from the report, once",
} as const satisfies Record<EventOf<"answer-taken">["way"], string>;

/** Kept as `no answer: the network above the host`; whom the step notifies is said first. */
const cameToLevel = (level: number, why: string): string => {
  const at = why.lastIndexOf(": ");
  return at < 0
    ? `Escalated to level ${level}: ${why}`
    : `Escalated to level ${level} (${why.slice(at + 2).replace(/\.$/, "")}): ${why.slice(0, at)}`;
};

const languageName = (code: string): string => new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;

/** Desks act faster in their own language, so a person may want to write a missing text. */
const inLanguages = ({ languages, languageLacking }: EventOf<"send-claimed">): string => {
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
  withdrawn: "withdrew the report",
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

const replyDetails = (event: EventOf<"replied">, words: (text: string) => string): string =>
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
  "before-next-rung": "the case is about to be escalated",
  "before-a-person": "a person is about to be asked",
  "out-of-dns": "its domain no longer resolves",
  "after-removal": "it was removed a while ago, and may be back",
} as const satisfies Record<CheckReason, string>;
