import type { Review } from "../case/case.ts";
import type { EventOf } from "../case/event.ts";
import { afterWord, evolveNotice, withReply } from "../case/evolve-notice.ts";
import { evolveReviews, isOpenAboutMail, withOpenReviews, withoutAnswered } from "../case/evolve-reviews.ts";
import type { Digest, News } from "./digest.ts";
import type { DigestEvent, DigestOpening, Member } from "./event.ts";
import { forgetfulDigest } from "./forget.ts";

export const beginDigest = ({
  caseId: id,
  at: openedAt,
  noticeId,
  lane,
  category,
  key,
  part,
  window,
  rung,
  step,
  to,
}: DigestOpening): Digest => ({
  kind: "digest",
  id,
  version: 0,
  lane,
  category,
  openedAt,
  key,
  part,
  window,
  more: false,
  notices: [{ id: noticeId, rung, step, to, notBefore: window, state: "queued", attempts: 0 }],
  news: [],
  told: 0,
  reviews: [],
  mails: [],
});

/** The number of the last news that there ever was. */
export const lastNews = ({ told, news }: Pick<Digest, "told" | "news">): number => news.at(-1)?.number ?? told;

/** A fact for the members to hear. Nobody need hear of what concerns no member. */
const withNews = (state: Digest, event: DigestEvent, more: Pick<News, "only" | "question"> = {}): Digest =>
  (state.members ?? []).length === 0
    ? state
    : { ...state, news: [...summed(state.news, event), { number: lastNews(state) + 1, event, ...more }] };

/**
 * What was to be heard before this is, without what this says anew: an attempt before this one that
 * SES declined, an earlier reply of the same meaning to all.
 */
const summed = (news: readonly News[], event: DigestEvent): readonly News[] => {
  if (event.type === "replied")
    return news.filter((known) => meaningOf(known) === undefined || meaningOf(known) !== meaningOf({ event }));
  if (event.type !== "send-claimed") return news;
  const declined = new Set(news.flatMap(({ event: known }) => (known.type === "send-declined" ? known.attemptId : [])));
  return news.filter(
    ({ event: known }) =>
      !((known.type === "send-claimed" || known.type === "send-declined") && declined.has(known.attemptId)),
  );
};

/** What all members make of a reply: its words are read at the digest. */
const meaningOf = ({ event, only }: Pick<News, "event" | "only">): string | undefined =>
  event.type === "replied" && only === undefined ? `${event.replyClass} ${event.authenticated}` : undefined;

/**
 * News as they are noted now, of a digest that was written when each reply was noted for itself.
 */
export const newsOf = ({ news }: Pick<Digest, "news">): readonly News[] =>
  news.reduce<readonly News[]>(
    (all, one) => [...(one.event.type === "replied" && one.only === undefined ? summed(all, one.event) : all), one],
    [],
  );

/**
 * Replies to some of its cases, which these alone hear with their words: so many wait for that, in
 * so many characters, or the digest would fill its item (400 KB) before its mail has come to rest.
 * One more is read by a person at the digest.
 */
const namingAtMost = { replies: 40, characters: 60_000 } as const;

const hasRoomFor = ({ news }: Digest, event: DigestEvent, only: readonly string[]): boolean => {
  const naming = news.filter((one) => one.only !== undefined);
  const characters = JSON.stringify([naming, event, only]).length;
  return naming.length < namingAtMost.replies && characters <= namingAtMost.characters;
};

/**
 * Whether the members that a reply names hear of it; where not, or where it names none, a person is
 * asked at the digest.
 */
export const isHeardByNamed = ({ news }: Digest, { mailHash }: EventOf<"replied">): boolean =>
  news.some(({ event, only }) => only !== undefined && event.type === "replied" && event.mailHash === mailHash);

/** Its mail has not gone out, or has come back. */
export const isUnsent = ({ notices: [mail] }: Pick<Digest, "notices">): boolean =>
  mail.state === "queued" || mail.state === "failed";

export const isSame = (one: Member, other: Member): boolean =>
  one.caseId === other.caseId && one.noticeId === other.noticeId;

/**
 * The state of a digest after one more fact; what fits no digest changes nothing. What comes late
 * brings nothing back; only its members hear it.
 */
export const evolveDigest = (state: Digest, event: DigestEvent): Digest => {
  const next = afterFact(state, event);
  return state.forgottenAt === undefined ? next : { ...forgetfulDigest(next, state.forgottenAt), news: next.news };
};

const afterFact = (state: Digest, event: DigestEvent): Digest => {
  switch (event.type) {
    case "asked":
    case "announced":
    case "agreed":
    case "verdict-given":
    case "verdict-taken-back":
    case "verdict-dropped":
      return evolveReviews(state, event);
    case "forgotten":
      return forgetfulDigest(state, event.at);
    case "closed": {
      const { at, outcome, why } = event;
      const ended = { ...state, reviews: [], closed: { at, outcome, why } };
      return isUnsent(ended) ? withNews(ended, event) : ended;
    }
    case "answered": {
      const review = state.reviews.find(({ id }) => id === event.reviewId);
      const answered = withoutAnswered(state, event.reviewId);
      return review ? afterVerdict(answered, review, event) : answered;
    }
    default: {
      const next = afterEvent(state, event);
      return withOpenReviews(next, (review) => isOpenAboutMail(next.notices, review));
    }
  }
};

/**
 * Its cases put themselves in line again only where the mail is: for one that is on the wire, or
 * came back for good, they would wait in vain.
 */
const afterVerdict = (state: Digest, { noticeId, question }: Review, event: EventOf<"answered">): Digest => {
  const next = afterWord(state, noticeId, event.verdict.decision, event.at);
  const isInLine = next.notices[0].state === "queued";
  return event.verdict.decision === "send-again" && !isInLine ? next : withNews(next, event, { question });
};

const afterEvent = (state: Digest, event: DigestEvent): Digest => {
  switch (event.type) {
    case "members-planned":
      return { ...state, members: event.members, more: event.more, plannedAt: event.at };
    case "members-left": {
      if (!state.members) return state;
      const left = new Set(event.members.map(({ caseId, noticeId }) => `${caseId} ${noticeId}`));
      return {
        ...state,
        members: state.members.filter(({ caseId, noticeId }) => !left.has(`${caseId} ${noticeId}`)),
      };
    }
    case "members-told":
      return {
        ...state,
        news: state.news.filter(({ number }) => number > event.upTo),
        told: Math.max(state.told, event.upTo),
      };
    case "replied": {
      const named = namedIn(state, event.said);
      const replied = withReply(state, event);
      if (named.length > 0)
        return hasRoomFor(state, event, named) ? withNews(replied, event, { only: named }) : replied;
      const { said: _, ...word } = event;
      const before = state.news.find((known) => meaningOf(known) === meaningOf({ event }))?.event;
      // The number that was given last stands, and its tag with it.
      const { ticket, ticketTag } = event.ticket === undefined && before?.type === "replied" ? before : event;
      return withNews(replied, {
        ...word,
        ...(ticket && { ticket }),
        ...(ticketTag && { ticketTag }),
        // Nor does a later word put off for whoever hears of it late what the first one has put off.
        ...(before?.type === "replied" &&
          before.customerHasUntil && {
            at: before.at,
            customerHasUntil: before.customerHasUntil,
          }),
      });
    }
    case "send-claimed":
    case "send-declined":
    case "sent":
    case "send-unknown":
    case "delivered":
    case "bounced":
    case "complained": {
      const after = evolveNotice(state, event);
      return JSON.stringify(after.notices) === JSON.stringify(state.notices) ? state : withNews(after, event);
    }
    case "refused":
      return evolveNotice(state, event);
    default:
      return state;
  }
};

/**
 * The members that a desk's own words name by their numbers; none when it names no case, or all of
 * them.
 */
export const namedIn = ({ members = [] }: Pick<Digest, "members">, said: string | undefined): readonly string[] => {
  const numbers = new Set((said ?? "").toUpperCase().match(/TD(-[0-9A-Z]{4}){3}/g) ?? []);
  const named = [...new Set(members.map(({ caseId }) => caseId).filter((caseId) => numbers.has(caseId)))];
  return named.length === members.length ? [] : named;
};
