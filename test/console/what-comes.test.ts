import { expect, test } from "vitest";
import type { Candidate, ContactAnswer, ContactForm } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent, Verdict } from "../../functions/case/event.ts";
import { takesEffectAt } from "../../functions/case/given.ts";
import { replyClasses } from "../../functions/case/reply-class.ts";
import { sayComing } from "../../functions/console/case/next-steps.ts";
import { type Coming, whatComes } from "../../functions/console/case/what-comes.ts";
import { earliest, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { categories } from "../../functions/report/category.ts";
import { answersTo, type Decision } from "../../functions/review/questions.ts";
import { verdictFacts } from "../../functions/review/verdict.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { type Random, randomOf } from "../support/random.ts";

/*
 * What the page says comes next is held against the machine itself: the same story is told again,
 * the verdict is given, and the real steps (look-up, sending, sweep) play on over the moments that
 * the page names, in a world as still as the page assumes. They do then what the page says, nothing
 * else, and nothing in between.
 */

const desks: readonly Candidate[] = [
  aCandidate(),
  aCandidate({ email: "abuse@second.example", range: "192.0.2.0/25", confidence: "medium" }),
  aCandidate({ email: "noc@upstream.example", scope: "upstream" }),
  aCandidate({ email: "abuse@registrar.example", scope: "registrar", range: "bad.example" }),
  aCandidate({ email: "incidents@cert.example", scope: "cert", source: "directory" }),
  aCandidate({ email: "notices@hotline.example", scope: "hotline", source: "directory" }),
  aCandidate({ email: "abuse@platform.example", scope: "platform", source: "directory" }),
  aCandidate({ email: "abuse@shop.bad.example", scope: "site" }),
  aCandidate({ email: "abuse@guess.example", confidence: "guess" }),
];
const form: ContactForm = { url: "https://network.example/abuse", scope: "network", name: "Example Network" };

const anyAnswer = (random: Random): Partial<ContactAnswer> => ({
  candidates: desks.filter(() => random.isTrue(2)),
  forms: random.isTrue(5) ? [form] : [],
  country: random.oneOf(["NL", "DE", "US"]),
  retry: random.isTrue(6),
});

type Flow = ReturnType<typeof aFlow>;

const later = async (flow: Flow, hours: number): Promise<void> => {
  const until = plusHours(flow.now(), hours);
  while (flow.now() < until) await flow.leap(earliest(plusHours(flow.now(), 9), until) ?? until);
};

/** One thing that comes in, or time that passes. */
const acts: readonly ((flow: Flow, random: Random) => Promise<unknown>)[] = [
  (flow, random) => later(flow, 1 + random.below(40)),
  (flow, random) => later(flow, 1 + random.below(40)),
  (flow, random) => later(flow, 100 + random.below(60)),
  async (flow, random) =>
    flow.mails.length > 0 ? flow.deskReplies(random.oneOf(replyClasses), random.isTrue(2)) : undefined,
  async (flow) =>
    flow.mails.length > 0 ? flow.sesTells({ kind: "bounced", permanent: true, detail: "no such mailbox" }) : undefined,
  async (flow) => (flow.mails.length > 0 ? flow.sesTells({ kind: "complained" }) : undefined),
  (flow) => flow.says("still-up"),
  (flow) => flow.says("hold"),
  (flow) => flow.says("release"),
  async (flow, random) =>
    flow.report(messageOf(await flow.theCase(), { reporter: "cert", reportId: `c-${random.below(1000)}` })),
  // What is decided meanwhile waits in line, until somebody lets the lanes go again.
  async (flow, random) => {
    flow.pause("urgent", "standard");
    await later(flow, random.below(60));
    if (random.isTrue(2)) await answersOne(flow, random);
    await later(flow, random.below(60));
    flow.pause();
    const { id, version } = await flow.theCase();
    await flow.store.postpone(id, version, flow.now());
  },
  async (flow) => {
    flow.sesSays(() => ({ kind: "declined", code: "Throttling", final: false }));
    await later(flow, 2);
    flow.sesSays(() => ({ kind: "accepted", sesMessageId: `ses-${flow.mails.length}` }));
  },
  (flow, random) => answersOne(flow, random),
];

const answersOne = async (flow: Flow, random: Random): Promise<void> => {
  const state = await flow.theCase();
  const review = state.reviews.length > 0 ? random.oneOf(state.reviews) : undefined;
  const decision = review && random.oneOf(answersTo(review.question));
  if (review && decision && decision !== "close")
    await flow.decides({ reviewId: review.id, verdict: verdictOf(decision) });
};

const messageOf = ({ category, target }: Case, spoilt: Record<string, unknown> = {}): string =>
  nativeMessage({
    category,
    target: target.kind === "url" ? { url: target.url } : { host: target.host },
    evidence,
    ...spoilt,
  });

/** All that a notice of any category needs. */
const evidence = {
  explanation: "A page that asks for what it should not.",
  classification: "baseline",
  detectedBy: "manual-review",
  imitates: "Example Bank",
  legitimateSite: "https://bank.example/",
};

const named = "somebody@named.example";
const verdictOf = (decision: Decision): Verdict => {
  if (decision === "send-to") return { decision, email: named };
  return decision === "close" ? { decision, outcome: "decided" } : { decision };
};

/** A case with a life behind it, always the same for a seed. */
const aLife = async (seed: number): Promise<{ readonly flow: Flow; readonly lookUps: () => number }> => {
  const random = randomOf(seed);
  const flow = aFlow({ digests: false });
  const answer = anyAnswer(random);
  let lookUps = 0;
  flow.contacts(() => {
    lookUps++;
    return answer;
  });
  const category = random.oneOf(categories);
  const live = random.isTrue(8);
  const host = random.isTrue(15) ? "parliament.example" : undefined;
  await flow.report(
    nativeMessage({
      category,
      live,
      ...(host && { target: { host } }),
      ...(random.isTrue(3) && { domainIsMalicious: true }),
      evidence,
    }),
  );
  for (let left = random.below(6); left > 0; left--) await random.oneOf(acts)(flow, random);
  return { flow, lookUps: () => lookUps };
};

/** What the machine did since a version, as the page would say it. */
const didSince = async (flow: Flow, before: Case, mailsBefore: number): Promise<readonly string[]> => {
  const after = await flow.onlyCase();
  const lines = (await flow.store.history(after.id)).filter(({ version }) => version > before.version);
  const events: readonly CaseEvent[] = lines.flatMap((line) => line.events);
  const mailed = flow.mails.length - mailsBefore;
  const sends = events.flatMap((event) =>
    event.type === "send-claimed" ? after.notices.filter(({ id }) => id === event.noticeId) : [],
  );
  expect(sends).toHaveLength(mailed);
  // What one change brings and what the next one does have no order that a person would see.
  return sayComing({ at: flow.now(), events, sends, looksUp: false, before, after }).toSorted();
};

/** Those of one moment together, as long as the moments can be named. */
const momentsOf = (
  coming: Iterable<Coming>,
  most: number,
): readonly { readonly at: string; readonly says: readonly string[]; readonly looksUp: boolean }[] => {
  const moments: { at: string; says: readonly string[]; looksUp: boolean }[] = [];
  for (const one of coming) {
    const says = sayComing({ ...one, looksUp: false });
    const last = moments.at(-1);
    if (last?.at === one.at)
      Object.assign(last, { says: [...last.says, ...says], looksUp: last.looksUp || one.looksUp });
    else if (moments.filter((moment) => moment.says.length > 0).length >= most) break;
    else moments.push({ at: one.at, says, looksUp: one.looksUp });
  }
  return moments;
};

const seeds = Array.from({ length: 25 }, (_, n) => n + 1);

test.each(seeds)("with nobody doing anything, and for each verdict of each question (seed %i)", async (seed) => {
  const { flow: first } = await aLife(seed);
  const start = await first.onlyCase();
  if (start.closed) return;
  const decisions = start.reviews.flatMap((review) =>
    answersTo(review.question).map((decision) => ({ review, decision })),
  );
  for (const given of [undefined, ...decisions]) {
    const { flow, lookUps } = await aLife(seed);
    const state = await flow.theCase();
    expect(state).toEqual(start);
    const by = "on-call";
    // A verdict of the standard lane takes effect when its minute is over.
    const effectAt = (given && takesEffectAt(state.lane, flow.now())) ?? flow.now();
    const facts = given
      ? verdictFacts(
          state,
          { reviewId: given.review.id, verdict: verdictOf(given.decision), by, why: "it is right" },
          flow.work.policyOf,
          effectAt,
        )
      : { ok: true as const, value: [] };
    const label = given ? `${given.review.question}: ${given.decision}` : "nothing";
    if (!facts.ok) {
      expect(
        (await flow.decides({ reviewId: given?.review.id ?? "", verdict: verdictOf(given?.decision ?? "close") })).ok,
        label,
      ).toBe(false);
      continue;
    }
    const moments = momentsOf(whatComes(state, facts.value, flow.work.policyOf, effectAt), 4);
    let before: Case = state;
    let mailsBefore = flow.mails.length;
    for (const [index, { at, says, looksUp }] of moments.entries()) {
      if (index > 0) {
        const justBefore = plusMinutes(at, -1);
        if (justBefore > flow.now()) await flow.leap(justBefore);
        expect(await didSince(flow, before, mailsBefore), `${label}, before ${at}`).toEqual([]);
      }
      const lookedBefore = lookUps();
      if (index === 0 && given) await flow.gives({ reviewId: given.review.id, verdict: verdictOf(given.decision) });
      // What sending brings (a escalate that waited for a mail) goes out with the sweep after it.
      for (let sweeps = 0; sweeps < 3; sweeps++) await flow.leap(at);
      const did = await didSince(flow, before, mailsBefore);
      if (looksUp) {
        expect(lookUps() > lookedBefore, `${label}, looks up at ${at}`).toBe(true);
        expect(did, `${label} at ${at}, and then looks up`).toEqual(expect.arrayContaining([...says]));
        break;
      }
      expect(did, `${label} at ${at}`).toEqual(says.toSorted());
      before = await flow.onlyCase();
      mailsBefore = flow.mails.length;
    }
  }
});
