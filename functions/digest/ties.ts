import type { Instant } from "../kernel/instant.ts";
import type { PolicyOf } from "./advance.ts";
import { answerFacts } from "./answer.ts";
import type { Digest, News, Notice, TargetCase } from "./case.ts";
import { isBound, waitAnew } from "./digest.ts";
import type { CaseEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { isSame, isUnsent, newsOf } from "./evolve-digest.ts";
import { ask } from "./react.ts";
import { windowFor } from "./window.ts";

/**
 * What a case has not heard yet of its digest, as facts of its own: what became of the mail, what the desk wrote, what a
 * person decided about all. Nothing when it knows all, so that it may be told any number of times. A person's verdict comes
 * alone and last, since it is about the case as the news before it have made it: ask again until there is nothing more.
 */
export const hears = (state: TargetCase, digest: Digest, policyOf: PolicyOf, now: Instant): readonly CaseEvent[] =>
  state.notices.flatMap((notice) => (notice.digest?.id === digest.id ? heardBy(state, notice, notice.digest.heard, digest, policyOf, now) : []));

/** More than a digest of now ever holds (`evolve-digest.ts`); one of before may, and its cases hear the rest the next time. */
const heardAtOnce = 100;

const heardBy = (state: TargetCase, notice: Notice, heard: number, digest: Digest, policyOf: PolicyOf, now: Instant): readonly CaseEvent[] => {
  const member = { caseId: state.id, noticeId: notice.id };
  // The mail went, or goes, without this notice.
  const window = windowFor(now, policyOf(state), state.lane);
  if (!(digest.members ?? []).some((other) => isSame(other, member)))
    return isBound(notice) ? [waitAnew(notice, now, window, "the digest goes without it")] : [];
  const unheard = newsOf(digest)
    .filter(({ number }) => number > heard)
    .slice(0, heardAtOnce);
  const verdictAt = unheard.findIndex(isVerdict);
  const [first] = unheard;
  if (!first) return [];
  if (verdictAt === 0) {
    const before = ended(digest, notice, now, window);
    return [...before, ...answered(after(state, before), notice, first, policyOf, now), heardUpTo(notice, first.number, now)];
  }
  const before = verdictAt < 0 ? unheard : unheard.slice(0, verdictAt);
  return [
    ...before.flatMap(({ event, only }) => told(state, notice, event, only, digest, ended(digest, notice, now, window))),
    heardUpTo(notice, before.at(-1)?.number ?? heard, now),
  ];
};

const after = (state: TargetCase, events: readonly CaseEvent[]): TargetCase =>
  events.reduce((current, event) => {
    const next = evolve(current, event);
    return next.kind === "case" ? next : current;
  }, state);

const heardUpTo = ({ id }: Notice, upTo: number, now: Instant): CaseEvent => ({ type: "digest-heard", at: now, noticeId: id, upTo });

/** A digest that ended before its mail went out leaves its notices in line. */
const ended = (digest: Digest, notice: Notice, now: Instant, window: Instant | undefined): readonly CaseEvent[] =>
  digest.closed && isBound(notice) && isUnsent(digest) ? [waitAnew(notice, now, window, "its digest ended")] : [];

const isVerdict = ({ event }: News): boolean =>
  event.type === "answered" && event.verdict.decision !== "treat-as-sent" && event.verdict.decision !== "send-again";

const told = (
  state: TargetCase,
  notice: Notice,
  event: CaseEvent,
  only: readonly string[] | undefined,
  digest: Digest,
  atItsEnd: readonly CaseEvent[],
): readonly CaseEvent[] => {
  const noticeId = notice.id;
  switch (event.type) {
    case "send-claimed":
    case "sent":
    case "send-unknown":
    case "delivered":
    case "bounced":
    case "complained":
      return [{ ...event, noticeId }];
    case "send-declined":
      // What SES will never take is a question on the digest; its notices stay with it until that is answered.
      return [{ ...event, noticeId, final: false }];
    case "replied": {
      if ((only && !only.includes(state.id)) || state.mails.includes(event.mailHash)) return [];
      if (only) return [{ ...event, noticeId }];
      const { said: _, ...word } = event;
      return [{ ...word, noticeId, digestId: digest.id }];
    }
    case "answered":
      return event.verdict.decision === "treat-as-sent"
        ? [{ type: "sent", at: event.at, noticeId, attemptId: digest.notices[0]?.attemptId ?? "" }]
        : [{ type: "notice-gathered", at: event.at, noticeId, digestId: digest.id, heard: notice.digest?.heard ?? 0 }];
    case "closed":
      return atItsEnd;
    default:
      return [];
  }
};

/** A person's answer about the digest, as if each case had asked; one that can't follow it asks for itself. */
const answered = (state: TargetCase, { id: noticeId }: Notice, { event, question }: News, policyOf: PolicyOf, now: Instant): readonly CaseEvent[] => {
  if (event.type !== "answered" || !question || state.closed) return [];
  const open = state.reviews.find((review) => review.question === question && review.noticeId === noticeId);
  const asked = open
    ? []
    : [
        ask(state, now, {
          question,
          blocking: false,
          reason: `Asked about the digest: ${event.by} answered for all in it, and this case can't follow.`,
          noticeId,
        }),
      ];
  const asking = after(state, asked);
  const review = open ?? asking.reviews.at(-1);
  if (!review) return [];
  const facts = answerFacts(asking, review, event, policyOf(asking), now);
  return [...asked, ...(facts.ok ? facts.value : [])];
};
