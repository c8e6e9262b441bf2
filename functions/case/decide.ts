import { earliest, type Instant, plusHours } from "../kernel/instant.ts";
import type { Case, Digest, Review } from "./case.ts";
import { hintAgainAt, type Wants, wantsFrom } from "./decide/rule.ts";
import { unsettled } from "./decide/settle.ts";
import { decideTarget } from "./decide/target.ts";
import type { CaseEvent } from "./event.ts";
import { isForbiddenMailbox } from "./ladder.ts";
import { type Policy, ringsAgainAfterHours } from "./policy.ts";
import { ask, close } from "./react.ts";
import { worstFirst } from "./review-rank.ts";

const nothing: Wants = { record: [], hints: [], announce: [] };
const record = (...events: readonly CaseEvent[]): Wants => ({ ...nothing, record: events });

/**
 * Decides what is next for a case at a moment. Pure: reads no clock, so weeks of a case's life run in a test in
 * microseconds. An open case always ends up with a time to wake at or a question before a person; when neither
 * follows from a rule, the last rule asks.
 */
export const decide = (state: Case, policy: Policy | undefined, now: Instant): Wants => {
  if (state.closed && !(state.kind === "digest" && state.news.length > 0)) return afterTheEnd(state, state.closed.at, policy, now);
  const wants = wantsOf(state, policy, now);
  if (wants.record.length > 0) return wants;
  const rings = worstFirst(state.reviews).map((review) => ({ id: review.id, at: ringsAt(state, review, wants.wakeAt === undefined) }));
  const announce = rings.flatMap(({ id, at }) => (at !== undefined && at <= now ? id : []));
  const wakeAt = announce.length > 0 ? now : earliest(wants.wakeAt, ...rings.map(({ at }) => at));
  // A digest whose mail is out rests: its cases wait for the answer.
  if (wakeAt === undefined && state.reviews.length === 0 && state.kind !== "digest") {
    return record(ask(state, now, { question: "unanswered", blocking: true, reason: "Nothing is left that the machine could wait for or do." }));
  }
  return { ...wants, announce, ...(wakeAt && { wakeAt }) };
};

/**
 * When on-call hears of a question: at once, and again by its lane's time while it keeps its case and nobody has answered, since it
 * blocks or since the case waits for nothing else.
 */
const ringsAt = ({ lane }: Case, { question, askedAt, announced, announcedAt, blocking }: Review, isAllThatIsLeft: boolean): Instant | undefined => {
  if (!announced) return askedAt;
  return blocking || question === "clearance" || isAllThatIsLeft ? plusHours(announcedAt ?? askedAt, ringsAgainAfterHours[lane]) : undefined;
};

/** A message that nobody could read is of no use once a person has seen it; three months, as for the worst of what it may hold. */
const unreadForgetAfterDays = 90;

/** A closed case waits for its retention to be over. Forgotten, it is due until its history is, too; and again after a late word. */
const afterTheEnd = (state: Case, closedAt: Instant, policy: Policy | undefined, now: Instant): Wants => {
  if (state.forgottenAt !== undefined) return { ...nothing, wakeAt: now };
  const forgetAt = plusHours(closedAt, 24 * (policy?.row.forgetAfterDays ?? unreadForgetAfterDays));
  return forgetAt <= now ? record({ type: "forgotten", at: now }) : { ...nothing, wakeAt: forgetAt };
};

const wantsOf = (state: Case, policy: Policy | undefined, now: Instant): Wants => {
  if (!policy || state.kind === "unread") return nothing;
  return state.kind === "digest" ? decideDigest(state, policy, now) : decideTarget(state, policy, now);
};

/** A digest sends its mail when its window is over, and tells its members what became of it. */
const decideDigest = (state: Digest, policy: Policy, now: Instant): Wants => {
  const act: Wants = { ...nothing, hints: ["send-notice"], wakeAt: hintAgainAt(state, state.notices[0]?.notBefore, policy, now) };
  if (state.closed) return act;
  const settling = wantsFrom(unsettled(state, policy, now));
  const [mail] = state.notices;
  if (settling.record.length > 0 || !mail) return settling;
  if (mail.state === "queued") {
    if (isForbiddenMailbox(mail.to.email, policy)) return record(...close(state, now, "dismissed", "the mailbox must not be written to"));
    return mail.notBefore <= now ? act : { ...nothing, wakeAt: mail.notBefore };
  }
  if (mail.state === "on-wire") return settling;
  if (state.news.length > 0) return act;
  // Its mail is out, and late answers are taken in as long as its cases may be kept.
  const forgetAt = plusHours(state.openedAt, 24 * policy.row.forgetAfterDays);
  if (forgetAt > now || state.reviews.length > 0) return { ...settling, wakeAt: earliest(settling.wakeAt, forgetAt) ?? forgetAt };
  return record(...close(state, now, "dismissed", "its mail is long out"), { type: "forgotten", at: now });
};
