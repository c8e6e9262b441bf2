import type { Digest, Member, News } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { evolveNotice, withReply } from "./evolve-notice.ts";

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
}: Extract<CaseEvent, { type: "digest-opened" }>): Digest => ({
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
export const withNews = (state: Digest, event: CaseEvent, more: Pick<News, "only" | "question"> = {}): Digest =>
  (state.members ?? []).length === 0 ? state : { ...state, news: [...state.news, { number: lastNews(state) + 1, event, ...more }] };

/** Its mail has not gone out, or has come back. */
export const isUnsent = ({ notices }: Pick<Digest, "notices">): boolean => notices.every(({ state }) => state === "queued" || state === "failed");

export const isSame = (one: Member, other: Member): boolean => one.caseId === other.caseId && one.noticeId === other.noticeId;

/** The state of a digest after one more fact; what fits no digest changes nothing. */
export const evolveDigest = (state: Digest, event: CaseEvent): Digest => {
  switch (event.type) {
    case "members-planned":
      return { ...state, members: event.members, more: event.more, plannedAt: event.at };
    case "members-left": {
      const left = new Set(event.members.map(({ caseId, noticeId }) => `${caseId} ${noticeId}`));
      return { ...state, members: (state.members ?? []).filter(({ caseId, noticeId }) => !left.has(`${caseId} ${noticeId}`)) };
    }
    case "members-told":
      return { ...state, news: state.news.filter(({ number }) => number > event.upTo), told: Math.max(state.told, event.upTo) };
    case "replied": {
      const named = namedIn(state, event.said);
      return withNews(withReply(state, event), event, named.length > 0 ? { only: named } : {});
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

/** The members that a desk's own words name by their numbers; none when it names no case, or all of them. */
export const namedIn = ({ members = [] }: Pick<Digest, "members">, said: string | undefined): readonly string[] => {
  const numbers = new Set((said ?? "").toUpperCase().match(/TD(-[0-9A-Z]{4}){3}/g) ?? []);
  const named = [...new Set(members.map(({ caseId }) => caseId).filter((caseId) => numbers.has(caseId)))];
  return named.length === members.length ? [] : named;
};
