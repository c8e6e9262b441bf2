import { channelFacts } from "../../kernel/channels.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type AnswerWay, type AnswerWays, takenAnswerOf } from "../answer-ways.ts";
import { ask } from "../ask.ts";
import type { Case } from "../case.ts";
import type { Ask, AsRead, CaseEvent, EventOf } from "../event.ts";
import { replyMeanings } from "../reply-class.ts";

export const afterMail = (state: Case, event: CaseEvent, now: Instant): readonly EventOf<"asked">[] => {
  switch (event.type) {
    case "send-unknown": {
      const { noticeId, guarded } = event;
      const reason = guarded ? whyGuarded(guarded.restoredTo) : whyUnknown(state, noticeId);
      return [ask(state, now, { question: "unknown-send", blocking: false, reason, noticeId })];
    }
    case "refused":
      return [neverSent(state, event.noticeId, event.problem, now)];
    case "send-declined":
      return afterDeclined(state, event, now);
    case "bounced": {
      if (!event.refusesUs) return [];
      const reason =
        `Our mail was turned away, and the mailbox is not dead: ${event.detail}. ` +
        "Nobody else is told in its place until you say so.";
      return askOnce(state, now, { question: "notice-refused", blocking: false, reason }, event.noticeId);
    }
    default:
      return [];
  }
};

const neverSent = (state: Case, noticeId: string, reason: string, now: Instant): EventOf<"asked"> => {
  const blocking = !state.notices.some(({ id, step }) => id === noticeId && step === "letter");
  return ask(state, now, { question: "notice-refused", blocking, reason, noticeId });
};

const whyGuarded = (restoredTo: Instant): string =>
  `The table was restored to ${restoredTo}. This notice may have gone out after that moment, and the table has ` +
  "forgotten it. The logs of that time, the desk or SES may know.";

const whyUnknown = ({ notices }: Case, noticeId: string): string => {
  const notice = notices.find(({ id }) => id === noticeId);
  if (notice?.to.channel === undefined)
    return "The answer of SES was lost, and no event said for 15 minutes what became of the mail.";
  const { name } = channelFacts[notice.to.channel];
  return (
    `${notice.problem ?? `The answer of ${name} was lost.`} Whether ${name} has the report is not known, ` +
    "and it is not put again by itself."
  );
};

/** After this many declines in a row, an hour or so, retrying alone does not help. */
const declinesBeforeAsking = { urgent: 4, standard: 8 } as const;

const afterDeclined = (
  state: Case,
  { noticeId, code, final, of }: EventOf<"send-declined">,
  now: Instant,
): readonly EventOf<"asked">[] => {
  if (final) return [neverSent(state, noticeId, `SES refused the notice: ${code}`, now)];
  if (of === "account") return [];
  const attempts = state.notices.find(({ id }) => id === noticeId)?.attempts ?? 0;
  const isOpen = state.reviews.some((review) => review.question === "notice-refused" && review.noticeId === noticeId);
  if (attempts < declinesBeforeAsking[state.lane] || isOpen) return [];
  const reason = `SES has declined the notice ${attempts} times (${code}). It goes on being tried.`;
  return [ask(state, now, { question: "notice-refused", blocking: false, reason, noticeId })];
};

/** Open at a time, about one notice's answers; what is beyond them stands in the timeline. */
const questionsAboutOneAtMost = 4;
const domainsQuestionsAtMost = 2;
const strangersQuestionsAtMost = 3;

/** However often the desk writes, the same is asked once at a time. */
export const askOnce = (
  state: Case,
  now: Instant,
  asked: Ask,
  noticeId: string,
  most: number = questionsAboutOneAtMost,
): readonly EventOf<"asked">[] => {
  const about = state.reviews.filter(
    ({ question, toRead, ...review }) =>
      question === asked.question && toRead === asked.toRead && review.noticeId === noticeId,
  );
  const isKnown = about.some(({ reason }) => reason === asked.reason) || about.length >= most;
  return isKnown ? [] : [ask(state, now, { ...asked, noticeId })];
};

export type Replied = EventOf<"replied">;
/** Strangers' questions take no room from the desk's domain, nor these from the desk itself. */
export const roomFor = ({
  authenticated,
  isFromItsDomain,
}: Pick<Replied, "authenticated" | "isFromItsDomain">): number => {
  if (authenticated) return strangersQuestionsAtMost + domainsQuestionsAtMost + questionsAboutOneAtMost;
  return isFromItsDomain ? strangersQuestionsAtMost + domainsQuestionsAtMost : strangersQuestionsAtMost;
};
/** `ways`: by the lane of what is asked about. */
export type Circumstances = {
  readonly isHostNow: boolean;
  /** It answers a notice of what was removed since, and says nothing of what came back. */
  readonly isOfBefore?: boolean;
  /** It answers a notice whose case was closed as removed, and opened again by a person. */
  readonly isDisputed?: boolean;
  readonly isUrgent: boolean;
  readonly returns?: number;
  readonly ways: AnswerWays;
  readonly heldForm?: EventOf<"answer-taken">["held"];
  readonly mayAnswer?: boolean;
};

/** `person` where the reply is not proven to be of the desk of where the host stands. */
export const wayOf = (event: Replied, { isHostNow, ways, mayAnswer }: Circumstances): AnswerWay => {
  // Who only passes it on and names the host counts as one whose host it is not.
  const passesBy = event.replyClass === "passed-on" && event.namedParty !== undefined && isReadSurely(event);
  const answer = passesBy ? "not-ours" : takenAnswerOf(event);
  if (answer === undefined || !event.authenticated || !isHostNow) return "person";
  // An API's word that our report is wrong, or that nobody knows, is no prose to be read later.
  if (event.byApi && answer === "unclear") return "person";
  const way = ways[isReadSurely(event) ? answer : "unclear"];
  if (way !== "answers") return way;
  return mayAnswer && !event.byApi ? way : "to-read";
};

/** A machine acts on no guess: of letters read so surely one in fifty was another thing. */
const actsFrom = 0.9;
const isReadSurely = ({ confidence = 1 }: Replied): boolean => confidence >= actsFrom;

/** > A token proves possession, not authorship; a reply never closes a case in the urgent lane. */
export const closes = (
  { replyClass, authenticated }: Replied,
  { isHostNow, isDisputed, isUrgent, returns = 0 }: Circumstances,
): boolean =>
  replyMeanings[replyClass].saysRemoved &&
  authenticated &&
  isHostNow &&
  !isDisputed &&
  !isUrgent &&
  returns < believedReturns;

/** From the third return on a person confirms: two machines would write to each other for ever. */
const believedReturns = 3;

const ifNotFound =
  "it may be gone, hidden from them or overlooked. Close only where somebody has seen that it is gone; else " +
  "write to them what shows it and go on waiting, or tell the next.";

export const questionAbout = (event: Replied, circumstances: Circumstances): Ask | undefined => {
  const way = wayOf(event, circumstances);
  if (way !== "person" && way !== "to-read") return undefined;
  const reason = reasonToAsk(event, circumstances);
  const asked = reason && way === "to-read" ? ({ ...reason, question: "reply", toRead: true } as const) : reason;
  if (!asked || event.byApi || replyMeanings[event.replyClass].toldBy === "structure") return asked;
  return { ...asked, asRead: asReadIn(event) };
};

const asReadIn = ({ replyClass, confidence, isLikelyRemoved }: Replied): AsRead => ({
  replyClass,
  ...(confidence !== undefined && { confidence }),
  ...(isLikelyRemoved && { isLikelyRemoved }),
});

const askAboutWord = ({ replyClass }: Replied, { word, says }: NonNullable<Replied["byApi"]>): Ask | undefined =>
  replyMeanings[replyClass].shows === "answer"
    ? { question: "reply", blocking: false, reason: `${says}${word === undefined ? "" : ` (${word})`}` }
    : undefined;

const reasonToAsk = (event: Replied, circumstances: Circumstances): Ask | undefined => {
  const isUnproven = event.authenticated ? "" : ", but the sender is not proven";
  const about = (reason: string): Ask => ({ question: "reply", blocking: false, reason: `${reason}${isUnproven}.` });
  const form = event.form && { forms: [event.form] };
  if (event.byApi) return closes(event, circumstances) ? undefined : askAboutWord(event, event.byApi);
  switch (event.replyClass) {
    case "bounce":
    case "auto-reply":
    case "acknowledgement":
    case "passed-on":
      return undefined;
    case "complaint":
      // Only SES's own complaint stops a desk for all cases: a token may be leaked.
      return about("The desk complains about the notice by mail");
    case "removed": {
      if (closes(event, circumstances)) return undefined;
      const isOld = circumstances.isOfBefore
        ? ", but it answers a mail from before it came back"
        : ", but the host has moved away from it since";
      const hasMoved = event.authenticated && !circumstances.isHostNow ? isOld : "";
      const { returns = 0, isDisputed } = circumstances;
      const disputed = isDisputed && hasMoved === "" ? ", and the case was opened again after it was closed so" : "";
      const again = returns < believedReturns ? "" : `, and it came back ${returns} times after such words`;
      const reason = `The desk says that it is removed${isUnproven}${hasMoved}${disputed}${again}; please confirm.`;
      return { question: "reply", blocking: false, reason };
    }
    case "use-our-form":
      // A stranger's form is no provider's: it may be made to catch what is filled in.
      if (!event.authenticated) return about("The desk says that it takes reports by its form only");
      return { ...about("The desk takes reports by its form only"), question: "form-only", ...form };
    case "not-ours":
      return about(`The desk says that the host is not theirs${event.namedParty ? ` but ${event.namedParty}'s` : ""}`);
    case "refused":
      return about("The desk refuses to act");
    case "not-found":
      return { ...about(""), reason: `The desk looked and does not find it${isUnproven}: ${ifNotFound}` };
    case "question":
      return about("The desk asks something");
    case "unclear":
      return about("The desk wrote something that no rule reads for certain");
    default:
      return event.replyClass satisfies never;
  }
};
