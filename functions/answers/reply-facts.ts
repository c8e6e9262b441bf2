import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Notice } from "../case/notice.ts";
import { replyMeanings } from "../case/reply-class.ts";
import { isOnlyCounted } from "../case/unproven.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { noticeOfToken } from "../notice/reply-address.ts";
import { thingsAsked } from "./asked/asked-things.ts";
import { setAside } from "./own-words.ts";
import { refusalGround } from "./refusal-ground.ts";
import { elsewhereDoubt } from "./removed-elsewhere.ts";
import type { RepliedTo, ReplyReading } from "./reply-reading.ts";
import { type Sender, senderOf } from "./sender.ts";
import { timeNamed } from "./time-named.ts";

const wordsKept = 4000;

/** The notice that only counts a mail, as it is unproven and not the first (`case/unproven.ts`). Pure. */
export const onlyCountedAt = (state: Case, reply: ReplyReading): string | undefined => {
  const answered = answeredIn(state, reply);
  if (!answered || answered.sender === "desk") return undefined;
  const { sender, notice } = answered;
  return isOnlyCounted(notice, { sender, replyClass: reply.replyClass }) ? notice.id : undefined;
};

/** The notice answered, and what the sender is to the desk; none if taken in before. */
const answeredIn = (state: Case, reply: ReplyReading): Answered | undefined => {
  const [addressed] = addressedIn(state, reply);
  if (!addressed || state.mails.includes(reply.mailHash)) return undefined;
  return { ...addressed, notice: answeredBy(state, reply, addressed.notice) };
};

/** A removal that may be another case's is unclear. */
const withoutAnothers = (state: Case, read: ReplyReading, at: Instant): ReplyReading => {
  const { isLikelyRemoved, ...certain } = read;
  const saysRemoved = replyMeanings[read.replyClass].saysRemoved || isLikelyRemoved;
  return saysRemoved && elsewhereDoubt(state, read, at) !== undefined ? { ...certain, replyClass: "unclear" } : read;
};

/** A reply's events; none for tokens of other cases alone, repeats, or mails that are only counted. Pure. */
export const replyFacts = (state: Case, read: ReplyReading, at: Instant): readonly CaseEvent[] | undefined => {
  const reply = withoutAnothers(state, read, at);
  const answered = answeredIn(state, reply);
  if (!answered || onlyCountedAt(state, reply) !== undefined) return undefined;
  const { sender, notice } = answered;
  const customerHasUntil = replyMeanings[reply.replyClass].shows === "handover" ? timeNamed(reply.text, at) : undefined;
  const asked = sender === "desk" ? askedByAPerson(reply) : undefined;
  const refusal = reply.replyClass === "refused" ? refusalGround(reply.text) : undefined;
  return [
    {
      type: "replied",
      at,
      noticeId: notice.id,
      replyClass: reply.replyClass,
      ...(reply.confidence !== undefined && { confidence: reply.confidence }),
      ...(reply.isLikelyRemoved && { isLikelyRemoved: reply.isLikelyRemoved }),
      authenticated: sender === "desk",
      ...(sender === "its-domain" && { isFromItsDomain: true }),
      mailHash: reply.mailHash,
      ...(reply.messageId && sender === "desk" && { messageId: reply.messageId }),
      said: displayedWords(reply),
      ...(reply.ticket && { ticket: reply.ticket }),
      ...(reply.ticketTag && { ticketTag: reply.ticketTag }),
      ...(reply.form && { form: reply.form }),
      ...(reply.namedParty && { namedParty: reply.namedParty }),
      ...(refusal && { refusal }),
      ...(asked && { asked }),
      ...(customerHasUntil && { customerHasUntil }),
    },
  ];
};

/** What a person reads. Below a bounce's own words is the mail that it returns. */
const displayedWords = ({ bounce, subject, text, below }: ReplyReading): string => {
  if (bounce) return `${bounce.detail}: ${subject}`.slice(0, wordsKept);
  const apart = below === undefined ? "" : `\n\n${text === "" ? "" : `${setAside}\n\n`}${below}`;
  return `${`${subject}\n\n${text}`.trimEnd().slice(0, wordsKept - apart.length)}${apart}`;
};

const askedByAPerson = ({ replyClass, automatic, mayBeAutomatic, text }: ReplyReading) =>
  replyClass === "question" && !automatic && !mayBeAutomatic ? thingsAsked(text) : undefined;

/** Once a case came back, mail may come to the other period's address: then the mail that it names counts. */
const answeredBy = ({ notices }: Case, { answers = [] }: ReplyReading, addressed: Notice): Notice => {
  const named = notices.filter(
    ({ sesMessageId, to }) =>
      sesMessageId !== undefined && answers.includes(sesMessageId) && isSameMailbox(to.email, addressed.to.email),
  );
  const ofNow = named.findLast(({ wasRemoved }) => !wasRemoved);
  if (addressed.wasRemoved) return ofNow ?? addressed;
  return ofNow ? addressed : (named.at(-1) ?? addressed);
};

type Answered = { readonly notice: Notice; readonly sender: Sender };

/** A mail about several cases named its notice when it was sent. */
export const noticeAbout = (state: Pick<Case, "notices">, about: RepliedTo): Notice | undefined =>
  "noticeId" in about ? state.notices.find(({ id }) => id === about.noticeId) : noticeOfToken(state, about.noticeToken);

/** Strongest proof first. */
const proofRank = { desk: 0, "its-domain": 1, anybody: 2 } as const satisfies Record<Sender, number>;

/** This case's notices that were addressed, with what the sender is to each one's desk; best proven first. */
const addressedIn = (state: Case, reply: ReplyReading): readonly Answered[] =>
  reply.about
    .filter(({ caseId }) => caseId === state.id)
    .flatMap((about) => noticeAbout(state, about) ?? [])
    .map((notice) => ({ notice, sender: senderOf(reply, notice.to, state) }))
    .toSorted((one, other) => proofRank[one.sender] - proofRank[other.sender]);
