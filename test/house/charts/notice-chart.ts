import { advance } from "../../../functions/case/advance.ts";
import { answerFacts } from "../../../functions/case/answer.ts";
import type { Case } from "../../../functions/case/case.ts";
import { isReadyInWindow, readyToSend } from "../../../functions/case/decide/sendings.ts";
import type { CaseEvent, Verdict } from "../../../functions/case/event.ts";
import { evolveTarget } from "../../../functions/case/evolve.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import type { Question } from "../../../functions/case/question.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { type Instant, plusMinutes } from "../../../functions/kernel/instant.ts";
import { answersTo } from "../../../functions/review/questions.ts";
import { goesOut } from "../../../functions/send/goes-out.ts";
import { aCase, anAnswer, aReport, aSettings, morning } from "../../support/a-case.ts";
import { explore, type Way, wayBook } from "./drawn.ts";

/*
 * The life of one notice, found by living it: from a case with its first notice in line, all that
 * can happen to that notice is done to it by the real functions, then again to what came of it,
 * until nothing new comes. Ours are only the moves: what SES, a desk, a reporter, a person and the
 * clock may do, and when. Whether a notice may be claimed is asked of the functions that the
 * senders ask.
 */

type World = { readonly state: Case; readonly now: Instant };

const aMinuteOn = ({ now }: World): Instant => plusMinutes(now, 1);
const noticeIn = ({ state }: World): Notice => {
  const [notice] = state.notices;
  if (!notice) throw new Error("The case has no notice.");
  return notice;
};

/**
 * What the outside world may say of one attempt; SES's own answer comes only while it is waited
 * for.
 */
const saidOf = (notice: Notice, at: Instant): readonly CaseEvent[] => {
  const { id: noticeId, attemptId, state } = notice;
  if (attemptId === undefined) return [];
  const declined = { type: "send-declined", at, noticeId, attemptId, code: "Throttling", retryAt: at } as const;
  const reply = { type: "replied", at, noticeId, authenticated: true, mailHash: `mail at ${at}` } as const;
  return [
    ...(state === "on-wire"
      ? ([
          { type: "sent", at, noticeId, attemptId, sesMessageId: "ses" },
          { ...declined, final: false },
          { ...declined, final: true },
        ] as const)
      : []),
    { type: "delivered", at, noticeId, sesMessageId: "ses" },
    { type: "bounced", at, noticeId, sesMessageId: "ses", permanent: true, detail: "no such user" },
    { type: "bounced", at, noticeId, sesMessageId: "ses", permanent: false, refusesUs: true, detail: "policy" },
    { type: "complained", at, noticeId, sesMessageId: "ses" },
    { ...reply, replyClass: "acknowledgement" },
    { ...reply, replyClass: "bounce" },
  ];
};

const claimed = (noticeId: string, attempts: number, at: Instant): CaseEvent => ({
  type: "send-claimed",
  at,
  noticeId,
  attemptId: `attempt ${attempts + 1}`,
  subject: "subject",
  renderHash: "hash",
  recipientHash: "hash",
});

const words: readonly Verdict[] = [
  { decision: "send-again" },
  { decision: "treat-as-sent" },
  { decision: "pass-over" },
  { decision: "close", outcome: "decided" },
];
/** What a person may answer, of that which is about a mail. */
const wordsTo = (question: Question): readonly Verdict[] =>
  words.filter(({ decision }) => answersTo(question).includes(decision));

/** What moves a notice, in a word or two more where one event may do two things. */
const nameOf = (event: CaseEvent): string => {
  switch (event.type) {
    case "send-declined":
      return event.final ? "send-declined, for good" : "send-declined";
    case "bounced":
      return event.refusesUs ? "bounced, refuses us" : event.permanent ? "bounced, for good" : "bounced";
    case "replied":
      return event.replyClass === "bounce" ? "replied: bounce" : "replied";
    case "answered":
      return `answered: ${event.verdict.decision}`;
    default:
      return event.type;
  }
};

/** Every way from one state of a notice to another. */
export const noticeWays = (): readonly Way[] => {
  const { saw, ways } = wayBook();

  /** The same world after facts of its case; each change of the notice on the way is seen. */
  const after = (
    world: World,
    facts: readonly CaseEvent[],
    rules: ReturnType<typeof policyOf>,
    at = aMinuteOn(world),
  ): World => {
    const { events, next } = advance(world.state, facts, rules, at);
    let current: Case = world.state;
    for (const event of events) {
      const was = stateOf(current, world);
      current = evolveTarget(current, event);
      const is = stateOf(current, world);
      if (was !== undefined && is !== undefined) saw(was, is, nameOf(event));
    }
    return next.kind === "case" ? { ...world, state: next, now: at } : world;
  };
  const stateOf = (state: Case, world: World): string | undefined =>
    state.kind === "case" ? state.notices.find(({ id }) => id === noticeIn(world).id)?.state : undefined;

  const ofCase = (world: World, rules: ReturnType<typeof policyOf>): readonly World[] => {
    const { state } = world;
    const at = aMinuteOn(world);
    const notice = noticeIn(world);
    const isReady =
      (readyToSend(state, rules(state), at).some(({ id }) => id === notice.id) ||
        isReadyInWindow(state, notice, rules(state), at)) &&
      goesOut(state, notice, rules, at);
    const withdrawn = { kind: "status", reporter: "hotline", reportId: "r-1", status: "withdrawn", at } as const;
    const answers = state.reviews
      .filter(({ noticeId }) => noticeId === notice.id)
      .flatMap((review) =>
        wordsTo(review.question).map((verdict) =>
          answerFacts(state, review, { verdict, by: "jane", why: "she knows" }, rules(state), at),
        ),
      );
    return [
      ...(isReady
        ? [
            [claimed(notice.id, notice.attempts, at)],
            [{ type: "refused", at, noticeId: notice.id, problem: "a fact is missing" } as const],
          ]
        : []),
      ...saidOf(notice, at).map((event) => [event]),
      ...(state.closed
        ? []
        : [
            [{ type: "status", at, message: withdrawn, stood: true } as const],
            [{ type: "joined", at, report: aReport({ reportId: "r-2" }) } as const],
          ]),
      ...answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
      [],
    ].map((facts) => after(world, facts, rules));
  };

  const later = (world: World, rules: ReturnType<typeof policyOf>): World =>
    after(world, [], rules, plusMinutes(world.now, 20));

  const kindOf = ({ state }: World): string => {
    const [notice] = state.notices;
    const attempts = Math.min(notice?.attempts ?? 0, 2);
    return JSON.stringify([
      notice?.state,
      attempts,
      notice?.window !== undefined,
      state.closed?.outcome,
      state.withdrawn,
      state.reviews.map(({ question }) => question).toSorted(),
    ]);
  };

  const inLine = (digests: boolean): World => {
    const settings = aSettings({ digests });
    const state = aCase({}, [{ type: "contact-answered", at: morning, answer: anAnswer() }], settings);
    const world: World = { state, now: plusMinutes(morning, 1) };
    const notice = noticeIn(world);
    saw("[*]", notice.state, "notice-queued");
    return notice.window ? { state, now: notice.notBefore } : world;
  };

  for (const digests of [false, true]) {
    const rules = policyOf(aSettings({ digests }));
    explore(inLine(digests), {
      movesAtMost: 12,
      kindOf,
      movesFrom: (world) => [...ofCase(world, rules), later(world, rules)],
    });
  }
  return ways();
};
