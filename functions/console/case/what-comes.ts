import { advance } from "../../case/advance.ts";
import type { Case } from "../../case/case.ts";
import { looksUpToSend } from "../../case/decide/look-up.ts";
import { isReadyInWindow, mayGo, readyToSend } from "../../case/decide/sendings.ts";
import type { CaseEvent } from "../../case/event.ts";
import type { Notice } from "../../case/notice.ts";
import type { PolicyOf } from "../../case/policy.ts";
import type { Wants } from "../../case/wants.ts";
import { earliest, type Instant, plusHours } from "../../kernel/instant.ts";

/**
 * One moment of a case's future: what the machine writes down then, the mails that it sends, and
 * whether it looks up the contact.
 */
export type Coming = {
  readonly at: Instant;
  readonly events: readonly CaseEvent[];
  readonly sends: readonly Notice[];
  /** What follows depends on what the look-up finds, so that it is the last moment. */
  readonly looksUp: boolean;
  /** The case before and after. */
  readonly before: Case;
  readonly after: Case;
};

/** Further ahead nobody plans at three in the morning. */
const horizonHours = 21 * 24;
/** More moments than any ladder has. */
const lookedAtMost = 60;

/**
 * What the machine does with a case from `facts` on, if nothing else comes in: `advance` itself, at
 * each moment at which the case wants to be looked at. The outside is assumed to be still: the mail
 * service takes each mail, a look-up before a mail finds what the last one found, and nobody
 * answers. Lazy, so that who wants the next moment alone pays for no other. Pure.
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

/**
 * That on-call is told of a question again and again moves no case: told as late as this, it rings
 * no more.
 */
const announced = (reviewIds: readonly string[], at: Instant): readonly CaseEvent[] =>
  reviewIds.length > 0 ? [{ type: "announced", at, reviewIds }] : [];

/** A look-up that is made only since a mail is to go out finds the host where it was. */
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

/** Those whose window is over: their batch takes them along, and has their hosts looked up. */
const withTheirBatch = (state: Case, policyOf: PolicyOf, at: Instant): readonly Notice[] =>
  state.notices.filter((notice) => isReadyInWindow(state, notice, policyOf(state), at));

const windowsOf = (state: Case): readonly Instant[] =>
  state.notices.flatMap(({ state: come, window, notBefore }) => (come === "queued" && window ? [notBefore] : []));
