import { asAnswer, givenWants } from "../case/decide/given.ts";
import { wantsFrom } from "../case/decide/rule.ts";
import { unsettled } from "../case/decide/settle.ts";
import { givenUntil } from "../case/given.ts";
import { isForbiddenMailbox } from "../case/ladder/who.ts";
import { afterTheEnd, withRings } from "../case/lasting.ts";
import type { Notice } from "../case/notice.ts";
import type { Policy } from "../case/policy.ts";
import { hintAgainAt, nothing, record, wake } from "../case/wants.ts";
import type { Wants } from "../engine/matter.ts";
import { type Instant, latest, plusHours } from "../kernel/instant.ts";
import { ok } from "../kernel/result.ts";
import type { Digest } from "./digest.ts";
import type { DigestEvent } from "./event.ts";
import { digestAnswered, endDigest } from "./react.ts";

/**
 * Decides what is next for a digest. Once its mail is out it rests, and asks nobody: its cases wait
 * for the answer.
 */
export const decideDigest = (state: Digest, policy: Policy, now: Instant): Wants<DigestEvent> =>
  state.closed && state.news.length === 0
    ? afterTheEnd(state, state.closed.at, policy.row.forgetAfterDays, now)
    : withRings(state, verdictsAndMail(state, policy, now), now);

/** What a person decided comes first, and keeps its mail back while it can be taken back. */
const verdictsAndMail = (state: Digest, policy: Policy, now: Instant): Wants<DigestEvent> => {
  const verdicts = wantsFrom(
    givenWants<DigestEvent>(state, now, (review) => ok(digestAnswered(review, asAnswer(review), now))),
  );
  if (verdicts.record.length > 0) return verdicts;
  const others = mailAndNews(state, policy, now);
  return { ...others, ...wake(others.wakeAt, verdicts.wakeAt) };
};

/** A digest sends its mail when its window is over, and tells its members what became of it. */
const mailAndNews = (state: Digest, policy: Policy, now: Instant): Wants<DigestEvent> => {
  const act: Wants<DigestEvent> = {
    ...nothing,
    hints: ["send-notice"],
    wakeAt: hintAgainAt(state, state.notices[0].notBefore, policy, now),
  };
  if (state.closed) return act;
  const settling = wantsFrom(unsettled(state, policy, now));
  if (settling.record.length > 0) return settling;
  const [mail] = state.notices;
  if (mail.state === "queued") {
    if (isForbiddenMailbox(mail.to.email, policy))
      return record(endDigest(now, "dismissed", "the mailbox must not be written to"));
    const goesAt = latest(mail.notBefore, givenUntil(state)) ?? mail.notBefore;
    return goesAt <= now ? act : { ...nothing, wakeAt: goesAt };
  }
  if (mail.state === "on-wire") return settling;
  if (state.news.length > 0) return act;
  // Its mail is out, and late answers are taken in as long as its cases may be kept.
  const forgetAt = plusHours(state.openedAt, 24 * policy.row.forgetAfterDays);
  if (forgetAt > now) return { ...settling, ...wake(settling.wakeAt, forgetAt) };
  // Who is asked about it is waited for, and no past time: it is forgotten once they have answered.
  if (state.reviews.length > 0) return settling;
  return record<DigestEvent>(endDigest(now, "dismissed", "its mail is long out"), { type: "forgotten", at: now });
};

/** A digest's own mail, when its time has come. */
export const mailToSend = (state: Digest, now: Instant): Notice | undefined => {
  const { closed, notices } = state;
  const [mail] = notices;
  const isKept = closed !== undefined || givenUntil(state) !== undefined;
  return !isKept && mail.state === "queued" && mail.notBefore <= now ? mail : undefined;
};
