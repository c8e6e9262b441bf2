import { answerFacts } from "../case/answer.ts";
import { ask } from "../case/ask.ts";
import type { TargetCase } from "../case/case.ts";
import { closedByWordOf } from "../case/close.ts";
import { mayGo } from "../case/decide/sendings.ts";
import type { CaseEvent, EventOf } from "../case/event.ts";
import { evolveTarget } from "../case/evolve.ts";
import { type Bound, isBound, lineUp, waitAnew } from "../case/in-line.ts";
import { targetCases } from "../case/matter.ts";
import type { InDigest, Notice } from "../case/notice.ts";
import type { PolicyOf } from "../case/policy.ts";
import { windowFor } from "../case/window.ts";
import { advance } from "../engine/advance.ts";
import type { Advanced } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Digest, News } from "./digest.ts";
import type { DigestEvent } from "./event.ts";
import { isSame, isUnsent, newsOf } from "./evolve.ts";
import { digests as digestMatter } from "./matter.ts";
import { digestKeyOf } from "./waiting.ts";

/*
 * What ties a digest to the cases in it. A case whose notice is in a digest hears from it before it
 * changes; and whatever stops that notice takes it out of the digest in the same atomic change, or,
 * with the mail on the wire, lets the change fail where the digest has changed meanwhile. So a stop
 * is exact up to the wire.
 */

/** The digests that a case is in and has to hear from. */
export const digestIdsOf = ({ notices }: TargetCase): readonly string[] => [
  ...new Set(notices.filter(isBound).map(({ digest }) => digest.id)),
];

/** A case as it was read, what it heard from its digests since, and what happened to it now. */
type Known = {
  readonly read: TargetCase;
  readonly heard: readonly CaseEvent[];
  readonly facts: readonly CaseEvent[];
  readonly digests: readonly Digest[];
};

/**
 * The case after the facts, the digests that lose a notice by them, and those that must not have
 * changed meanwhile.
 */
export type Tied = {
  readonly advanced: Advanced<TargetCase, CaseEvent>;
  readonly left: readonly { readonly before: Digest; readonly advanced: Advanced<Digest, DigestEvent> }[];
  readonly unchanged: readonly Digest[];
};

/**
 * What facts mean for a case and for the digests that it is in. `state` is the case after it has
 * heard from them. Pure.
 */
export const withDigests = (
  policyOf: PolicyOf,
  state: TargetCase,
  { read, heard, facts, digests }: Known,
  now: Instant,
): Tied => {
  const cases = targetCases(policyOf);
  const stays = advance(cases, read, [...heard, ...facts], now);
  if (digests.length === 0) return { advanced: stays, left: [], unchanged: [] };
  const bound = state.notices.filter(isBound);
  // As if it were in line still: whatever would stop it there takes it out of its digest.
  const inLine = (notices: readonly Notice[], alone = false) =>
    notices.map((notice) => lineUp(notice, now, "it leaves its digest", alone ? undefined : notice.window));
  const loose = advance(cases, read, [...heard, ...inLine(bound), ...facts], now).next;
  // A mail that may be composed already would say what was said before; what is right goes by
  // itself, as its window is over.
  const isRewritten = JSON.stringify(loose.evidence) !== JSON.stringify(state.evidence);
  const stopped = bound.filter((notice) => isRewritten || !goesOn(loose, notice, digests, now));
  const leaving = stopped.filter((notice) => notice.state === "gathered");
  const left = digests.flatMap((digest) => {
    const members = leaving
      .filter((notice) => notice.digest.id === digest.id)
      .map(({ id }) => ({ caseId: state.id, noticeId: id }));
    if (members.length === 0) return [];
    const leaves: DigestEvent = { type: "members-left", at: now, members, why: "its case stopped it" };
    return { before: digest, advanced: advance(digestMatter(policyOf), digest, [leaves], now) };
  });
  return {
    advanced:
      leaving.length > 0 ? advance(cases, read, [...heard, ...inLine(leaving, isRewritten), ...facts], now) : stays,
    left,
    // SES's no would bring a mail that is on the wire back: then whoever stopped meanwhile must not
    // be in it.
    unchanged: digests.filter(({ id }) =>
      stopped.some(({ digest, state: come }) => digest.id === id && come !== "gathered"),
    ),
  };
};

const goesOn = (loose: TargetCase, before: Bound, digests: readonly Digest[], now: Instant): boolean => {
  const notice = loose.notices.find(({ id }) => id === before.id);
  const key = digests.find(({ id }) => id === before.digest.id)?.key;
  return notice?.state === "queued" && mayGo(loose, notice, now) && digestKeyOf(loose, notice) === key;
};

/**
 * What a case has not heard yet of its digest, as facts of its own: what became of the mail, what
 * the desk wrote, what a person decided about all. Nothing when it knows all, so that it may be
 * told any number of times. A person's verdict comes alone and last, since it is about the case as
 * the news before it have made it: ask again until there is nothing more.
 */
export const hears = (state: TargetCase, digest: Digest, policyOf: PolicyOf, now: Instant): readonly CaseEvent[] =>
  state.notices
    .filter((notice) => isIn(digest, notice))
    .flatMap((notice) => heardBy(state, notice, digest, policyOf, now));

const isIn = ({ id }: Digest, notice: Notice): notice is InDigest => notice.digest?.id === id;

/**
 * More than a digest of now ever holds (`evolve.ts`); one of before may, and its cases hear the
 * rest the next time.
 */
const heardAtOnce = 100;

const heardBy = (
  state: TargetCase,
  notice: InDigest,
  digest: Digest,
  policyOf: PolicyOf,
  now: Instant,
): readonly CaseEvent[] => {
  const member = { caseId: state.id, noticeId: notice.id };
  // The mail went, or goes, without this notice.
  const window = windowFor(now, policyOf(state), state.lane);
  if (!(digest.members ?? []).some((other) => isSame(other, member)))
    return isBound(notice) ? [waitAnew(notice, now, window, "the digest goes without it")] : [];
  const { heard } = notice.digest;
  const unheard = newsOf(digest)
    .filter(({ number }) => number > heard)
    .slice(0, heardAtOnce);
  const verdictAt = unheard.findIndex(isVerdict);
  const [first] = unheard;
  if (!first) return [];
  if (verdictAt === 0) {
    const before = ended(digest, notice, now, window);
    return [
      ...before,
      ...answered(after(state, before), notice, first, policyOf, now),
      heardUpTo(notice, first.number, now),
    ];
  }
  const before = verdictAt < 0 ? unheard : unheard.slice(0, verdictAt);
  return [
    ...before.flatMap(({ event, only }) =>
      told(state, notice, event, only, digest, ended(digest, notice, now, window)),
    ),
    heardUpTo(notice, before.at(-1)?.number ?? heard, now),
  ];
};

const after = (state: TargetCase, events: readonly CaseEvent[]): TargetCase => events.reduce(evolveTarget, state);

const heardUpTo = ({ id }: Notice, upTo: number, now: Instant): CaseEvent => ({
  type: "digest-heard",
  at: now,
  noticeId: id,
  upTo,
});

/** A digest that ended before its mail went out leaves its notices in line. */
const ended = (digest: Digest, notice: Notice, now: Instant, window: Instant | undefined): readonly CaseEvent[] =>
  digest.closed && isBound(notice) && isUnsent(digest) ? [waitAnew(notice, now, window, "its digest ended")] : [];

const isVerdict = ({ event }: News): boolean =>
  event.type === "answered" && event.verdict.decision !== "treat-as-sent" && event.verdict.decision !== "send-again";

const told = (
  state: TargetCase,
  notice: InDigest,
  event: DigestEvent,
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
      // What SES will never take is a question on the digest; its notices stay with it until that
      // is answered.
      return [{ ...event, noticeId, final: false }];
    case "replied": {
      if ((only && !only.includes(state.id)) || state.mails.includes(event.mailHash)) return [];
      if (only) return [{ ...event, noticeId }];
      const { said: _, ...word } = event;
      return [{ ...word, noticeId, digestId: digest.id, ...(digest.lane === "urgent" && { digestIsUrgent: true }) }];
    }
    case "answered": {
      const { at, verdict } = event;
      if (verdict.decision !== "treat-as-sent")
        return [{ type: "notice-gathered", at, noticeId, digestId: digest.id, heard: notice.digest.heard }];
      const [{ attemptId }] = digest.notices;
      // Of a mail that nobody has tried to send no one is asked whether it went out.
      return attemptId === undefined ? [] : [{ type: "sent", at, noticeId, attemptId }];
    }
    case "closed":
      return atItsEnd;
    default:
      return [];
  }
};

/** Whoever closes all cases of a digest may not have seen what came to one of them in the verdict's minute. */
const hasNewsSince = ({ newsAt }: TargetCase, { verdict, givenAt }: EventOf<"answered">): boolean =>
  verdict.decision === "close" && givenAt !== undefined && newsAt !== undefined && newsAt >= givenAt;

/**
 * A person's answer about the digest, as if each case had asked; one that can't follow it, or of which there
 * is news since, asks for itself.
 */
const answered = (
  state: TargetCase,
  { id: noticeId }: Notice,
  { event, question }: News,
  policyOf: PolicyOf,
  now: Instant,
): readonly CaseEvent[] => {
  if (event.type !== "answered" || !question || state.closed) return [];
  const open = state.reviews.find((review) => review.question === question && review.noticeId === noticeId);
  const hasNews = hasNewsSince(state, event);
  const why = hasNews ? "there is news of this case since then" : "this case can't follow";
  const reason = `Asked about the digest: ${event.by} answered for all in it, and ${why}.`;
  const asked = open ? [] : [ask(state, now, { question, blocking: hasNews, reason, noticeId })];
  if (hasNews) return asked;
  const asking = after(state, asked);
  const review = open ?? asking.reviews.at(-1);
  if (!review) return [];
  const facts = answerFacts(asking, review, event, policyOf(asking), now);
  const followed = facts.ok ? facts.value : [];
  return [...asked, ...followed.map((fact) => closedByWordOf(fact, event.givenAt))];
};
