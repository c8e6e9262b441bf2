import { type Instant, plusHours } from "../../kernel/instant.ts";
import { ask } from "../ask.ts";
import type { Case } from "../case.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import { escalate } from "../path/escalate.ts";
import { silentDesks } from "../path/notified.ts";
import { slowReminders } from "../path/remind.ts";
import type { Policy } from "../policy.ts";

/*
 * A case never ends by silence. A person is asked once for each silent desk, and its desks are reminded
 * slowly meanwhile; then the case waits. A standing answer holds for later cases. In the urgent lane a person
 * is asked, and each morning as long as they say to wait (`lists.ts`).
 */

/** The standing answer for all the desks that this case waits for; of several the longest. */
const heldAnswer = (state: Case, { standingAnswers }: Policy, now: Instant) => {
  if (state.lane === "urgent" || standingAnswers.length === 0) return undefined;
  const standing = standingAnswers.filter(({ question, until }) => question === "unanswered" && until > now);
  const desks = silentDesks(state);
  const isHeld = (desk: string) => standing.some((one) => one.desks.includes(desk));
  if (desks.length === 0 || !desks.every(isHeld)) return undefined;
  return standing.filter((one) => one.desks.some((desk) => desks.includes(desk))).toSorted(byEnd)[0];
};
const byEnd = (one: { readonly until: Instant }, other: { readonly until: Instant }): number =>
  one.until < other.until ? -1 : 1;

const wait = (now: Instant, days: number | undefined, policy: Policy): Instant =>
  plusHours(now, days === undefined ? policy.row.escalatesAfterHours : 24 * days);

/** A slow reminder, a standing answer or a question; nothing where none is left and a person is asked. */
export const remindsOrAsks = (state: Case, policy: Policy, now: Instant, reason: string): readonly CaseEvent[] => {
  const days = escalate(state, policy, now, "") ? [] : policy.slowReminders;
  const nth = state.slowReminders;
  if (nth !== undefined && nth < days.length) {
    const waitUntil = wait(now, days[Math.min(nth + 1, days.length - 1)], policy);
    return [{ type: "reminded-slowly", at: now, nth: nth + 1, waitUntil }, ...slowReminders(state, policy, now)];
  }
  const held = heldAnswer(state, policy, now);
  const [first] = days;
  if (held && first !== undefined) return [takes(held, nth === undefined ? wait(now, first, policy) : held.until, now)];
  if (first === undefined || nth !== undefined)
    return isBeforeAPerson(state) ? [] : [ask(state, now, { question: "unanswered", blocking: true, reason })];
  const waits = { type: "reminded-slowly", at: now, nth: 0, waitUntil: wait(now, first, policy) } as const;
  return isBeforeAPerson(state)
    ? [waits]
    : [ask(state, now, { question: "unanswered", blocking: false, reason }), waits];
};

/** One that keeps nothing was asked in the standard lane: the urgent one asks its own, which rings on. */
const isBeforeAPerson = ({ lane, reviews }: Case): boolean =>
  reviews.some(({ question, blocking }) => question === "unanswered" && (blocking || lane === "standard"));

/** Whoever was reminded as often as the policy says is left alone until the rule ends. */
const takes = (
  { question, row, by, why, until }: Policy["standingAnswers"][number],
  waitUntil: Instant,
  now: Instant,
): EventOf<"answer-held"> => ({ type: "answer-held", at: now, question, row, by, why, until, waitUntil });
