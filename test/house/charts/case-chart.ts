import { advance } from "../../../functions/case/advance.ts";
import { answerFacts } from "../../../functions/case/answer.ts";
import type { Case } from "../../../functions/case/case.ts";
import { readyToSend } from "../../../functions/case/decide/sendings.ts";
import type { CaseEvent, Verdict } from "../../../functions/case/event.ts";
import { beginTarget } from "../../../functions/case/evolve/report.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import { allWithdrew } from "../../../functions/case/path/notified.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { type Instant, latest, plusMinutes } from "../../../functions/kernel/instant.ts";
import type { StatusMessage } from "../../../functions/report/report.ts";
import { answersTo } from "../../../functions/review/questions.ts";
import { aCandidate, anAnswer, anOpening, aSettings } from "../../support/a-case.ts";
import { explore, type Way, wayBook } from "./drawn.ts";

/*
 * The life of a case, found by living it as the notice's is (`notice-chart.ts`). A case has no
 * field that names its state: what stands here as one is read from it by `phaseOf`, in the order in
 * which `decide` asks.
 */

/** Where a case stands, the first that is true of it. */
export const phases = [
  "forgotten",
  "closed",
  "taken back",
  "held",
  "before a person",
  "looked up",
  "on the wire",
  "in line",
  "quiet",
  "asking",
] as const;
type Phase = (typeof phases)[number];

const isIn =
  (...states: readonly Notice["state"][]) =>
  (notice: Notice): boolean =>
    states.includes(notice.state);

const phaseOf = (state: Case): Phase => {
  if (state.forgottenAt !== undefined) return "forgotten";
  if (state.closed) return "closed";
  if (allWithdrew(state)) return "taken back";
  if (state.holds.length > 0) return "held";
  if (state.reviews.some(({ blocking }) => blocking)) return "before a person";
  if (!state.contact || state.lookAgain || state.contact.goneSince !== undefined) return "looked up";
  if (state.notices.some(isIn("on-wire"))) return "on the wire";
  if (state.notices.some(isIn("queued"))) return "in line";
  if (state.quiet) return "quiet";
  return state.level < 0 ? "looked up" : "asking";
};

type World = { readonly state: Case; readonly now: Instant; readonly wakeAt?: Instant };

const upstream = aCandidate({ email: "abuse@upstream.example", scope: "upstream", range: "AS64500" });
const found = (askedAt: Instant) => anAnswer({ askedAt, candidates: [aCandidate(), upstream] });
const nobody = (askedAt: Instant) => anAnswer({ askedAt, candidates: [] });

const attempt = ({ id: noticeId, attempts }: Notice, at: Instant): CaseEvent => ({
  type: "send-claimed",
  at,
  noticeId,
  attemptId: `attempt ${attempts + 1}`,
  subject: "subject",
  renderHash: "hash",
  recipientHash: "hash",
});

const verdicts = (at: Instant): readonly Verdict[] => [
  { decision: "send-to", email: "desk@other.example" },
  { decision: "send-again" },
  { decision: "treat-as-sent" },
  { decision: "clear" },
  { decision: "continue" },
  { decision: "wait" },
  { decision: "escalate" },
  { decision: "look-again" },
  { decision: "reopen" },
  { decision: "close", outcome: at === "" ? "gone" : "decided" },
];

type Move = { readonly by: string; readonly facts: readonly CaseEvent[]; readonly at?: Instant };

const ofReporters = ({ state }: World, at: Instant): readonly Move[] => {
  const said = (status: StatusMessage["status"]): Move => ({
    by: `reporter: ${status}`,
    facts: [
      {
        type: "status",
        at,
        message: { kind: "status", reporter: "hotline", reportId: "r-1", status, at },
        stood: !state.withdrawn.includes("hotline"),
      },
    ],
  });
  const isHeldBy = state.holds.some(({ by }) => by === "hotline");
  return [
    said("gone"),
    said("withdrawn"),
    said("still-up"),
    ...(isHeldBy ? [said("release")] : state.closed ? [] : [said("hold")]),
  ];
};

const ofMail = ({ state }: World, rules: ReturnType<typeof policyOf>, at: Instant): readonly Move[] => {
  const ready = readyToSend(state, rules(state), at).slice(0, 1);
  const onWire = state.notices.filter(isIn("on-wire")).slice(0, 1);
  const out = state.notices.filter(isIn("sent", "delivered")).slice(0, 1);
  return [
    ...ready.map((notice) => ({ by: "claimed", facts: [attempt(notice, at)] })),
    ...ready.map(({ id: noticeId }) => ({
      by: "can't be written",
      facts: [{ type: "refused", at, noticeId, problem: "a fact is missing" } as const],
    })),
    ...onWire.flatMap(({ id: noticeId, attemptId = "" }): readonly Move[] => [
      { by: "SES: yes", facts: [{ type: "sent", at, noticeId, attemptId, sesMessageId: "ses" }] },
      {
        by: "SES: no",
        facts: [{ type: "send-declined", at, noticeId, attemptId, code: "Throttling", final: false, retryAt: at }],
      },
      {
        by: "SES: never",
        facts: [{ type: "send-declined", at, noticeId, attemptId, code: "MessageRejected", final: true, retryAt: at }],
      },
    ]),
    ...out.flatMap(({ id: noticeId }): readonly Move[] => [
      { by: "bounce", facts: [{ type: "bounced", at, noticeId, permanent: true, detail: "no such user" }] },
      ...(["acknowledgement", "removed", "not-ours"] as const).map(
        (replyClass): Move => ({
          by: `desk: ${replyClass}`,
          facts: [{ type: "replied", at, noticeId, replyClass, authenticated: true, mailHash: replyClass }],
        }),
      ),
    ]),
  ];
};

const ofPerson = ({ state }: World, rules: ReturnType<typeof policyOf>, at: Instant): readonly Move[] => [
  ...(state.closed && !allWithdrew(state)
    ? [{ by: "person: reopen", facts: [{ type: "reopened", at, by: "jane", why: "she knows" } as const] }]
    : []),
  ...state.reviews.flatMap((review) =>
    verdicts(at)
      .filter(({ decision }) => answersTo(review.question).includes(decision))
      .flatMap((verdict): readonly Move[] => {
        const answer = answerFacts(state, review, { verdict, by: "jane", why: "she knows" }, rules(state), at);
        return answer.ok ? [{ by: `person: ${verdict.decision}`, facts: answer.value }] : [];
      }),
  ),
];

const movesAtMost = 7;

/**
 * Every way from one place of a case to another, that a standard and an urgent case take within so
 * many moves.
 */
export const caseWays = (): readonly Way[] => {
  const rules = policyOf(aSettings());
  const { saw, ways } = wayBook();
  const after = (world: World, { by, facts, at = plusMinutes(world.now, 1) }: Move): World => {
    const { next, wants } = advance(world.state, facts, rules, at);
    if (next.kind !== "case") return world;
    saw(phaseOf(world.state), phaseOf(next), by);
    return { state: next, now: at, ...(wants.wakeAt && { wakeAt: wants.wakeAt }) };
  };
  const movesFrom = (world: World): readonly World[] => {
    // What is said of a forgotten case is gathered as a unmatched, and comes to it no more.
    if (world.state.forgottenAt !== undefined) return [];
    const at = plusMinutes(world.now, 1);
    const { wakeAt } = world;
    const looksUp =
      !world.state.closed &&
      (world.state.contact === undefined ||
        world.state.lookAgain !== undefined ||
        world.state.contact.candidates.length === 0);
    const moves: readonly Move[] = [
      ...ofReporters(world, at),
      ...ofMail(world, rules, at),
      ...ofPerson(world, rules, at),
      ...(looksUp
        ? [found, nobody].map((answer) => ({
            by: `look-up: ${answer.name}`,
            facts: [{ type: "contact-answered", at, answer: answer(at) } as const],
          }))
        : []),
      ...(wakeAt !== undefined ? [{ by: "time", facts: [], at: latest(wakeAt, at) }] : []),
    ];
    return moves.map((move) => after(world, move));
  };
  const kindOf = ({ state }: World): string =>
    JSON.stringify([
      phaseOf(state),
      state.closed?.outcome,
      Math.min(state.level, 0),
      [
        ...new Set(
          state.notices.map(({ state: sent }) =>
            sent === "delivered" ? "sent" : sent === "failed" ? "cancelled" : sent,
          ),
        ),
      ].toSorted(),
      [...new Set(state.reviews.map(({ question, blocking }) => `${question} ${blocking}`))].toSorted(),
      state.quiet,
      state.contact?.candidates.length,
    ]);
  const opened = (["phishing", "ncii"] as const).map((category): World => {
    const opening = anOpening({ category });
    const { next, wants } = advance(beginTarget(opening), [opening], rules, opening.at);
    if (next.kind !== "case") throw new Error("a report opens a case");
    saw("[*]", phaseOf(next), "report");
    return { state: next, now: opening.at, ...(wants.wakeAt && { wakeAt: wants.wakeAt }) };
  });
  for (const world of opened) explore(world, { kindOf, movesFrom, movesAtMost });
  return ways();
};
