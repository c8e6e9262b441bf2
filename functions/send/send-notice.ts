import type { Case } from "../case/case.ts";
import { missedWindows, readyToSend } from "../case/decide/sendings.ts";
import { unsettledInMail } from "../case/decide/settle.ts";
import { withoutATurnUntil } from "../store/without-a-turn.ts";
import type { Hint, Outcome } from "../store/work.ts";
import { batchIdOf, isBatchId } from "./mail/waiting.ts";
import { type NoTurn, turnComesAt } from "./pacing.ts";
import { sendBatch } from "./send-batch.ts";
import { answeredBySes, sendMail, tellMember } from "./send-mail.ts";
import type { SendWork } from "./send-port.ts";

/** SES may take 10 s to answer, the function has 30: a third send could be cut off on the wire. */
const sendsAtOnce = 2;

/**
 * The one way in: sends what is ready where a hint points, a case's notices or a batch. Sets the timers of batches
 * that waited too long, and records what the mail's record knows of those too long on the wire. Safe to repeat at
 * any point.
 */
export const sendHinted = async (work: SendWork, { caseId }: Hint): Promise<Outcome> => {
  if (isBatchId(caseId)) return sendBatch(work, caseId);
  const state = await work.store.read(caseId);
  if (!state) {
    work.log.info("wake-up.no-op", { caseId });
    return "done";
  }
  const now = work.clock.now();
  // The next sweep takes all that come free within its minute.
  for (const missed of missedWindows(state, now)) {
    const batch = batchIdOf(state, missed);
    if (batch !== undefined) await work.store.putTimer(batch, state.lane, now);
  }
  return sendReady(work, await settled(work, state));
};

/** A mail without an answer may have gone out: a person is asked, and it never goes again. */
const settled = async (work: SendWork, state: Case): Promise<Case> => {
  let current = state;
  for (const { id: noticeId, attemptId, mail } of unsettledInMail(state, work.clock.now())) {
    const answer = mail && (await work.store.mailRecord(mail.id))?.answer;
    const at = work.clock.now();
    const fact = answer
      ? answeredBySes(answer, { noticeId, attemptId }, at, at)
      : ({ type: "send-unknown", at, noticeId } as const);
    const changed = await tellMember(work, current, fact, attemptId);
    if (changed.ok) current = changed.value.next;
  }
  return current;
};

/** Sends what a case has ready, one notice after the other. */
export const sendReady = async (work: SendWork, state: Case): Promise<Outcome> => {
  const { id: caseId, lane, reporters } = state;
  const readyIn = (current: Case) => readyToSend(current, work.policyOf(current), work.clock.now());
  const ready = readyIn(state);
  if (ready.length === 0) {
    work.log.info("wake-up.no-op", { caseId });
    return "done";
  }
  let comesAgain = ready.length > sendsAtOnce;
  for (const [at, { id }] of ready.slice(0, sendsAtOnce).entries()) {
    // Read afresh where the notice before this one changed the case.
    const current = at === 0 ? state : await work.store.read(caseId);
    const notice = current && readyIn(current).find((one) => one.id === id);
    if (!notice) continue;
    const went = await sendMail(work, { members: [{ case: current, notice }] });
    if (went === "later") return "later";
    if (typeof went === "object") return comeBack(work, state, went);
    // What came in between may change the mail: it is composed anew, or no longer goes out.
    if (went === "again") comesAgain = true;
  }
  if (comesAgain) await work.dropHint("send-notice", lane, { caseId }, reporters[0]);
  return "done";
};

/** Done with the message: five receives without a turn make a dead letter. It comes back by its due time. */
const comeBack = async (work: SendWork, before: Case, turn: NoTurn): Promise<Outcome> => {
  const state = await work.store.read(before.id);
  const now = work.clock.now();
  // Held or closed meanwhile, it waits for nothing: a due time would bring it before every sweep, for ever.
  if (state && readyToSend(state, work.policyOf(state), now).length > 0) {
    const next = turnComesAt(work, state, turn);
    // What else the case waits for can't wait for the day's quota.
    await work.store.postpone(state.id, state.version, withoutATurnUntil(state, work.policyOf, now, next));
  }
  work.log.info("notice.paced", { caseId: before.id, code: turn.why });
  return "done";
};
