import type { Case } from "../case/case.ts";
import { missedWindows } from "../case/decide/sendings.ts";
import { unsettledInMail } from "../case/decide/settle.ts";
import type { Hint, Outcome } from "../store/work.ts";
import { batchIdOf, isBatchId } from "./mail/waiting.ts";
import { answeredBySes, type SendWork } from "./protocol.ts";
import { sendBatch } from "./send-batch.ts";
import { sendReady } from "./send-notice.ts";
import { tellMember } from "./tell-member.ts";

/**
 * Sends what is ready where a hint points: a case's notices, or a batch of waiting ones. Of a case whose
 * notices have waited for too long it sets the timers of their batches, and of those that are on the wire
 * in a mail for too long it writes down what the mail's record knows. Safe to repeat at any point.
 */
export const sendHinted = async (work: SendWork, { caseId }: Hint): Promise<Outcome> => {
  if (isBatchId(caseId)) return sendBatch(work, caseId);
  const state = await work.store.read(caseId);
  if (!state) {
    work.log.info("hint.needless", { caseId });
    return "done";
  }
  const now = work.clock.now();
  // The next sweep takes all along that come free within its minute.
  for (const missed of missedWindows(state, now)) {
    const batch = batchIdOf(state, missed);
    if (batch !== undefined) await work.store.putTimer(batch, state.lane, now);
  }
  const current = await settled(work, state);
  return sendReady(work, current);
};

/** Nobody knows of a mail without an answer whether it went out: a person is asked, and it never goes again. */
const settled = async (work: SendWork, state: Case): Promise<Case> => {
  let current = state;
  for (const { id: noticeId, attemptId, mail } of unsettledInMail(state, work.policyOf(state), work.clock.now())) {
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
