import type { Case } from "../case/case.ts";
import { isReadyInWindow, readyToSend } from "../case/decide/sendings.ts";
import { goesOut } from "../case/goes-out.ts";
import type { Notice } from "../case/notice.ts";
import { recipientHashOf } from "../notice/compose-notice.ts";
import { replyAddress } from "../notice/reply-address.ts";
import { type ComposedNotice, describeProblem } from "../notice/request.ts";
import { changeCase } from "../store/change-case.ts";
import { type Outcome, silently } from "../store/work.ts";
import { givePlaceBack, hasRoom, type LastMails, mailAlone, shares, takePlace } from "./desk-pace.ts";
import type { NoTurn } from "./pacing.ts";
import { askOnce, byNow, claimOf, comeBack, recordAnswer, recordStop, type SendWork } from "./protocol.ts";
import { keptBack } from "./restore-guard.ts";

/**
 * Sends what a case has ready, one notice after the other, each by the protocol: render and check,
 * wait for its turn, claim, ask SES once, record. The claim is the last write before the wire and
 * is guarded by the version read, so that a hold, a cancel or a second worker in between makes it
 * fail. Nothing puts a claimed notice back but SES's own definite no. Every gate is asked in the
 * claim again, by the settings that are in force at that moment (`byNow`): what they stop since the
 * notice was queued does not go out, and the case says why.
 *
 * A desk that complained about any case gets none: the claim fails with it, up to the wire.
 *
 * Safe to repeat at any point: what was claimed is not ready any more. A death after the claim
 * leaves the notice on the wire, where evidence settles it or a person does.
 */
export const sendReady = async (work: SendWork, state: Case): Promise<Outcome> => {
  const caseId = state.id;
  const ready = readyToSend(state, work.policyOf(state), work.clock.now());
  if (ready.length === 0) {
    work.log.info("hint.needless", { caseId });
    return "done";
  }
  for (const [at, { id }] of ready.slice(0, sendsAtOnce).entries()) {
    // Read afresh where the notice before this one changed the case.
    const current = at === 0 ? state : await work.store.read(caseId);
    const outcome = current ? await sendOne(work, current, id) : "done";
    if (outcome !== "done") return outcome === "later" ? "later" : comeBack(work, state, outcome);
  }
  if (ready.length > sendsAtOnce) await work.dropHint("send-notice", state.lane, { caseId }, state.reporters[0]);
  return "done";
};

/** SES may take 10 s to answer, the function has 30: a third send could be cut off on the wire. */
const sendsAtOnce = 2;

/** Nobody changes settings that often within the seconds that a mail takes. */
const changesAtMost = 3;

/** Sends one notice that is ready, also straight from its window where it is alone in it. */
export const sendOne = async (
  work: SendWork,
  state: Case,
  noticeId: string,
  changes = changesAtMost,
): Promise<Outcome | NoTurn> => {
  const caseId = state.id;
  const notice = readyNotice(work, state, noticeId);
  if (!notice) return "done";
  if (!goesOut(state, notice, work.policyOf, work.clock.now())) return recordStop(work, state, noticeId);
  if (await keptBack(work, state, noticeId)) return "done";
  if (await work.store.isStopped(notice.to.email)) {
    const at = work.clock.now();
    const changed = await changeCase(work, caseId, (current) =>
      readyNotice(work, current, noticeId) ? [{ type: "desk-stopped", at, noticeId }] : undefined,
    );
    work.log.info("notice.stopped", { caseId, noticeId });
    return !changed.ok && changed.error.kind === "contended" ? "later" : "done";
  }
  const seen = await work.deskMails.last(notice.to.email);
  const policy = work.policyOf(state);
  const mail = mailAlone(state, notice);
  if (!hasRoom(seen, mail, policy, work.clock.now())) return shareMail(work, state, noticeId, seen);
  const until = await work.accountTurn(state.lane, caseId);
  if (until !== undefined) return { kind: "no-turn", why: "refused", until };
  const attemptId = `${caseId}_${noticeId}_${notice.attempts + 1}`;
  const keys = await work.replyKeys();
  const composed = await work.compose({
    case: state,
    notice,
    settings: work.settings,
    replyAddress: replyAddress({ caseId, notice: answeredAt(state, notice) }, keys, work.settings.replyDomain),
    attemptId,
    now: work.clock.now(),
    doubted: notice.doubtedAttempt !== undefined,
    messageIdDomain: work.messageIdDomain,
  });
  if (!composed.ok) {
    const problem = describeProblem(composed.error);
    const changed = await changeCase(work, caseId, (current) =>
      readyNotice(work, current, noticeId) ? [{ type: "refused", at: work.clock.now(), noticeId, problem }] : undefined,
    );
    work.log.info("notice.refused", { caseId, noticeId, code: composed.error.kind });
    return !changed.ok && changed.error.kind === "contended" ? "later" : "done";
  }
  const turn = await work.takeTurn(state.lane);
  if (turn.kind === "no-turn") return turn;
  const today = await byNow(work);
  // Whoever opted out since, or was protected, stands in front of all gates of the mail anew.
  if (today !== work) return changes > 0 ? sendOne(today, state, noticeId, changes - 1) : "later";
  const takenAt = work.clock.now();
  if (!(await takePlace(work.deskMails, mail, policy, takenAt, seen)))
    return shareMail(work, state, noticeId, await work.deskMails.last(notice.to.email));
  const claimed = await claim(work, state, notice, attemptId, composed.value);
  if (!claimed) {
    // Whatever came in between may stand in the mail: it is written anew, or is not to go out any
    // more, which the hint finds.
    await work.dropHint("send-notice", state.lane, { caseId }, state.reporters[0]);
    return "done";
  }
  const answer = await askOnce(work, {
    mime: composed.value.mime,
    recipient: composed.value.recipient,
    attemptId,
    lane: state.lane,
  });
  await recordAnswer(work, claimed, { notice, attemptId, answer, before: state });
  if (answer.kind === "declined") await givePlaceBack(work.deskMails, mail, takenAt);
  return "done";
};

/** Answers to a letter come to the notice in whose thread it goes: they move the case as that one's do. */
const answeredAt = ({ notices }: Case, notice: Notice): Notice =>
  notices.find(({ id }) => id === notice.letter?.about) ?? notice;

const shareMail = async (work: SendWork, { id }: Case, noticeId: string, last: LastMails): Promise<Outcome> => {
  const changed = await changeCase(work, id, (state) => {
    const notice = readyNotice(work, state, noticeId);
    return notice && [shares(state, notice, last, work.policyOf(state), work.clock.now())];
  });
  work.log.info("notice.shares", { caseId: id, noticeId });
  return !changed.ok && changed.error.kind === "contended" ? "later" : "done";
};

const readyNotice = (work: SendWork, state: Case, noticeId: string): Notice | undefined => {
  const [policy, now] = [work.policyOf(state), work.clock.now()];
  const inWindow = state.notices.filter((notice) => isReadyInWindow(state, notice, policy, now));
  return [...readyToSend(state, policy, now), ...inWindow].find(({ id }) => id === noticeId);
};

/**
 * One writer at most gets through, and only while the case is as it was rendered. Gives the case
 * with its claim.
 */
const claim = async (
  work: SendWork,
  state: Case,
  rendered: Notice,
  attemptId: string,
  composed: ComposedNotice,
): Promise<Case | undefined> => {
  const claimed = await changeCase(
    silently(work),
    state.id,
    (current) => {
      const notice = readyNotice(work, current, rendered.id);
      if (!notice || current.version !== state.version || recipientHashOf(notice.to) !== composed.recipientHash)
        return undefined;
      const now = work.clock.now();
      return goesOut(current, notice, work.policyOf, now) ? [claimOf(notice, attemptId, composed, now)] : undefined;
    },
    { also: () => ({ unstopped: [rendered.to.email] }), lastSeen: state },
  );
  return claimed.ok ? claimed.value.next : undefined;
};
