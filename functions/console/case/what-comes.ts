import { advance } from "../../case/advance.ts";
import type { Case } from "../../case/case.ts";
import { looksUpToSend } from "../../case/decide/look-up.ts";
import { isReadyInWindow, mayGo, readyToSend } from "../../case/decide/sendings.ts";
import type { CaseEvent } from "../../case/event.ts";
import type { Notice } from "../../case/notice.ts";
import type { PolicyOf } from "../../case/policy.ts";
import type { Wants } from "../../case/wants.ts";
import { earliest, type Instant, plusHours } from "../../kernel/instant.ts";

/** One moment of a case's future: what the machine records, sends and looks up. */
export type Coming = {
  readonly at: Instant;
  readonly events: readonly CaseEvent[];
  readonly sends: readonly Notice[];
  /** What follows depends on the lookup, so this is the last moment. */
  readonly looksUp: boolean;
  readonly before: Case;
  readonly after: Case;
};

/** Nobody plans further ahead at three in the morning. */
const horizonHours = 21 * 24;
/** More than any escalation path has. */
const lookedAtMost = 60;

/**
 * What the machine does from `facts` on, if nothing else comes in: `advance` itself, whenever the case is
 * due. Assumes that the mail service takes each mail, a lookup before a mail finds what the last one found,
 * and nobody answers. Lazy, so the next moment alone costs no others. Pure.
 */
export function* whatComes(
  state: Case,
  facts: readonly CaseEvent[],
  policyOf: PolicyOf,
  now: Instant,
  hoursAhead: number = horizonHours,
): Generator<Coming> {
  const horizon = plusHours(now, hoursAhead);
  let current = state;
  let at = now;
  let pending = [...facts];
  for (let looked = 0; looked < lookedAtMost; looked++) {
    const { next, events, wants } = advance(current, pending, policyOf, at);
    const sends = mailsAt(next, wants, policyOf, at);
    const seeks = wants.hints.includes("find-contact");
    const finds = seeks ? sameAnswer(next, policyOf, at) : [];
    const looksUp = seeks && finds.length === 0;
    yield { at, events, sends, looksUp, before: current, after: next };
    if (looksUp) return;
    current = next;
    pending = [...announced(wants.announce, horizon), ...finds, ...sends.flatMap((notice) => sent(notice, at))];
    if (pending.length > 0) continue;
    const then = earliest(
      ...[wants.wakeAt, ...windowsOf(next)].filter((moment) => moment !== undefined && moment > at),
    );
    if (then === undefined || then > horizon) return;
    at = then;
  }
}

/** Notifying on-call again moves no case: notified as late as this, it rings no more. */
const announced = (reviewIds: readonly string[], at: Instant): readonly CaseEvent[] =>
  reviewIds.length > 0 ? [{ type: "announced", at, reviewIds }] : [];

/** A lookup made only because a mail is to go out finds the host where it was. */
const sameAnswer = (state: Case, policyOf: PolicyOf, at: Instant): readonly CaseEvent[] => {
  if (!state.contact || !looksUpToSend(state, policyOf(state), at)) return [];
  const isForMail = state.notices.some((notice) => mayGo(state, notice, at));
  return isForMail ? [{ type: "contact-answered", at, answer: { ...state.contact, askedAt: at } }] : [];
};

/** The mail service takes it. */
const sent = ({ id: noticeId, attempts }: Notice, at: Instant): readonly CaseEvent[] => {
  const attemptId = `${noticeId}_${attempts + 1}`;
  return [
    { type: "send-claimed", at, noticeId, attemptId, subject: "", renderHash: "", recipientHash: "" },
    { type: "sent", at, noticeId, attemptId },
  ];
};

const mailsAt = (state: Case, { hints }: Pick<Wants, "hints">, policyOf: PolicyOf, at: Instant): readonly Notice[] => {
  const isHinted = hints.includes("send-notice");
  return [...(isHinted ? readyToSend(state, policyOf(state), at) : []), ...withTheirBatch(state, policyOf, at)];
};

/** Their window is over: their batch sends them, and has their hosts looked up. */
const withTheirBatch = (state: Case, policyOf: PolicyOf, at: Instant): readonly Notice[] =>
  state.notices.filter((notice) => isReadyInWindow(state, notice, policyOf(state), at));

const windowsOf = (state: Case): readonly Instant[] =>
  state.notices.flatMap(({ state: come, window, notBefore }) => (come === "queued" && window ? [notBefore] : []));
