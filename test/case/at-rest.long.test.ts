import { expect, test } from "vitest";
import { advance } from "../../functions/case/advance.ts";
import type { Case, Review } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { leftBy } from "../../functions/case/networks.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { toldDesks } from "../../functions/case/path/notified.ts";
import { noticeIdOf } from "../../functions/case/path/queue.ts";
import { replyClasses } from "../../functions/case/reply-class.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { type Instant, latest, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { type Random, seeded } from "../simulation/random.ts";
import { drawnVerdict } from "../simulation/verdicts.ts";
import { aCandidate, aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";

/* Drawn lives of a case, by the decision alone; the simulation plays what stands around it. */

const networks = ["192.0.2.10", "198.51.100.7", "203.0.113.7"].map((address, at) =>
  aCandidate({ email: `abuse@n${at}.example`, range: `${address} - ${address}`, serves: [address] }),
);
const others = [
  aCandidate({ email: "abuse@carrier.example", scope: "upstream" }),
  aCandidate({ email: "abuse@registrar.example", scope: "registrar", range: "bad.example" }),
  aCandidate({ email: "reports@cert-nl.example", scope: "cert", source: "directory" }),
  aCandidate({ email: "ntd@hotline-nl.example", scope: "hotline", source: "directory" }),
  aCandidate({ email: "abuse@bad.example", scope: "site", confidence: "guess" }),
];
const optedOut = settingsSchema.shape.optedOut.parse(["abuse@n0.example"]);
const policies = [{}, { digests: true }, { optedOut }].map((chosen) => policyOf(aSettings(chosen)));
const categories = ["phishing", "csam", "copyright", "ncii", "malware", "botnet"] as const;

const looked = (random: Random, state: Case, at: Instant): CaseEvent => {
  const named = networks.filter(() => random.chance(0.45));
  const candidates = [...named, ...others.filter(() => random.chance(0.6))];
  const answer = anAnswer({ askedAt: at, addresses: named.flatMap(({ serves = [] }) => serves), candidates });
  const left = state.contact ? leftBy(state, answer).map(({ id }) => id) : [];
  return left.length > 0 ? { type: "host-moved", at, answer, left } : { type: "contact-answered", at, answer };
};

/** What comes next of a mail: it is claimed, sent, taken, turned away, unwanted or answered. */
const ofMail = (random: Random, notice: Notice, now: Instant, nth: number): readonly CaseEvent[] => {
  const { id: noticeId, attemptId = `${notice.id}_1` } = notice;
  const at = latest(now, notice.notBefore) ?? now;
  const sesMessageId = `ses-${nth}`;
  switch (notice.state) {
    case "queued":
      return [
        { type: "send-claimed", at, noticeId, attemptId, subject: "s", renderHash: "h", recipientHash: "r" },
        random.chance(0.8)
          ? { type: "sent", at, noticeId, attemptId, sesMessageId }
          : { type: "send-unknown", at, noticeId },
      ];
    case "unknown":
      return [{ type: "sent", at, noticeId, attemptId, sesMessageId }];
    case "sent":
      return [
        random.chance(0.6)
          ? { type: "delivered", at, noticeId, sesMessageId }
          : { type: "bounced", at, noticeId, permanent: random.chance(0.7), detail: "no such user" },
      ];
    case "delivered":
      if (random.chance(0.25)) return [{ type: "complained", at, noticeId }];
      return [
        {
          type: "replied",
          at,
          noticeId,
          replyClass: random.pick(replyClasses),
          confidence: random.pick([0.5, 0.99]),
          authenticated: random.chance(0.7),
          mailHash: `mail-${nth}`,
        },
      ];
    default:
      return [];
  }
};

const answered = (random: Random, review: Review, at: Instant): readonly CaseEvent[] => {
  const verdict = drawnVerdict(random, review);
  const waits = verdict?.decision === "wait" && { waitUntil: plusHours(at, 24) };
  return verdict ? [{ type: "answered", at, by: "jane", why: "so", reviewId: review.id, verdict, ...waits }] : [];
};

const letterTo = ({ id: about, level, to }: Notice, at: Instant, nth: number): CaseEvent => {
  const noticeId = `${noticeIdOf(level, "letter", to.email)}-${nth}`;
  const letter = { about, by: "jane", text: `words ${nth}` };
  return { type: "notice-queued", at, noticeId, level, step: "letter", to, notBefore: at, letter, why: "so" };
};

const drawn = (random: Random, state: Case, now: Instant, nth: number): readonly CaseEvent[] => {
  const what = random.below(100);
  if (!state.contact || what < 25) return [looked(random, state, now)];
  if (what < 75) return state.notices.length > 0 ? ofMail(random, random.pick(state.notices), now, nth) : [];
  if (what < 90) return state.reviews.length > 0 ? answered(random, random.pick(state.reviews), now) : [];
  if (state.closed) return [{ type: "reopened", at: now, by: "jane", why: "so" }];
  const told = toldDesks(state);
  return told.length > 0 ? [letterTo(random.pick(told), now, nth)] : [];
};

/** What a life breaks, and the last that happened in it; nothing where all is kept. */
const brokenBy = (life: number): string | undefined => {
  const random = seeded(20261202, life);
  const policy = random.pick(policies);
  let state = aCase({ category: random.pick(categories) });
  let now = morning;
  const happened: string[] = [];
  for (let nth = 0; nth < 45; nth++) {
    if (random.chance(0.5))
      now = random.chance(0.6) ? plusMinutes(now, random.below(90)) : plusHours(now, random.below(80));
    const facts = drawn(random, state, now, nth);
    now = latest(now, ...facts.map(({ at }) => at)) ?? now;
    happened.push(...facts.map((fact) => `${fact.type} ${"noticeId" in fact ? fact.noticeId : ""}`));
    const lately = () => `life ${life}: ${happened.slice(-8).join(", ")}`;
    try {
      const { next, wants } = advance(state, facts, policy, now);
      if (!next.closed && wants.wakeAt === undefined && next.reviews.length === 0) return `nobody's, ${lately()}`;
      if (new Set(next.reviews.map(({ id }) => id)).size < next.reviews.length) return `one id twice, ${lately()}`;
      state = next;
    } catch (error) {
      return `${String(error)}, ${lately()}`;
    }
  }
  return undefined;
};

test("whatever happens to a case, its rules come to rest, and it waits for a moment or for a person", {
  timeout: 300_000,
}, () => {
  const lives = Array.from({ length: 1_500 }, (_, life) => brokenBy(life));
  expect(lives.filter((broken) => broken !== undefined)).toEqual([]);
});
