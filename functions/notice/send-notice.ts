import type { Notice, TargetCase } from "../case/case.ts";
import { type CaseWork, changeCase, type Hint, type Outcome, silently } from "../case/change-case.ts";
import { readyToSend } from "../case/decide.ts";
import type { CaseEvent } from "../case/event.ts";
import { earliest, plusMinutes, plusMs } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import { recipientHashOf } from "./compose-notice.ts";
import { comesBackAfterMs, type NoTurn, type TakeTurn } from "./pacing.ts";
import { type ReplyKeys, replyAddress } from "./reply-address.ts";
import { type ComposedNotice, type ComposeNotice, describeProblem } from "./request.ts";
import type { SendAnswer, SendOnce } from "./send-port.ts";

export type SendWork = CaseWork & {
  readonly settings: Settings;
  readonly replyKeys: () => Promise<ReplyKeys>;
  readonly messageIdDomain: string;
  readonly compose: ComposeNotice;
  /** Asks for the notice's turn before it is claimed, so that SES is never asked faster than it takes. */
  readonly takeTurn: TakeTurn;
  readonly sendOnce: SendOnce;
  /** A number from 0 up to 1, for the back-off's jitter. */
  readonly jitter: () => number;
  readonly log: Log;
};

/**
 * Sends what a case has ready, one notice after the other, each by the protocol: render and check, wait for its turn,
 * claim, ask SES once, record. The claim is the last write before the wire and is guarded by the version read, so that a hold, a cancel or a
 * second worker in between makes it fail. Nothing puts a claimed notice back but SES's own definite no.
 *
 * Safe to repeat at any point: what was claimed is not ready any more. A death after the claim leaves the notice on the
 * wire, where evidence settles it or a person does.
 */
export const sendNotice = async (work: SendWork, { caseId }: Hint): Promise<Outcome> => {
  const state = await work.store.read(caseId);
  const ready = state?.kind === "case" ? readyToSend(state, work.policyOf(state), work.clock.now()) : [];
  if (state?.kind !== "case" || ready.length === 0) {
    work.log.info("hint.needless", { caseId });
    return "done";
  }
  for (const { id } of ready.slice(0, sendsAtOnce)) {
    const outcome = await sendOne(work, caseId, id);
    if (outcome !== "done") return outcome === "later" ? "later" : comeBack(work, caseId, outcome);
  }
  if (ready.length > sendsAtOnce) await work.dropHint("send-notice", state.lane, { caseId });
  return "done";
};

/** SES may take 10 s to answer, the function has 30: a third send could be cut off on the wire. */
const sendsAtOnce = 2;

const sendOne = async (work: SendWork, caseId: string, noticeId: string): Promise<Outcome | NoTurn> => {
  // Read afresh: the notice before this one changed the case.
  const state = await work.store.read(caseId);
  const notice = state?.kind === "case" ? readyNotice(work, state, noticeId) : undefined;
  if (state?.kind !== "case" || !notice) return "done";
  const attemptId = `${caseId}_${noticeId}_${notice.attempts + 1}`;
  const keys = await work.replyKeys();
  const composed = await work.compose({
    case: state,
    notice,
    settings: work.settings,
    replyAddress: replyAddress({ caseId, notice }, keys, work.settings.replyDomain),
    attemptId,
    now: work.clock.now(),
    messageIdDomain: work.messageIdDomain,
  });
  if (!composed.ok) {
    const problem = describeProblem(composed.error);
    const changed = await changeCase(work, caseId, (current) =>
      current.kind === "case" && readyNotice(work, current, noticeId) ? [{ type: "refused", at: work.clock.now(), noticeId, problem }] : undefined,
    );
    work.log.info("notice.refused", { caseId, noticeId, code: composed.error.kind });
    return !changed.ok && changed.error.kind === "contended" ? "later" : "done";
  }
  const turn = await work.takeTurn(state.lane);
  if (turn.kind === "no-turn") return turn;
  const claimed = await claim(work, caseId, notice, attemptId, composed.value);
  if (!claimed) return "done";
  const answer = await work.sendOnce({ mime: composed.value.mime, recipient: composed.value.recipient, attemptId, lane: state.lane });
  await record(work, caseId, notice, attemptId, answer);
  return "done";
};

/**
 * No turn: nothing was claimed. The message is done with, or five receives without a turn would make it a dead letter, and
 * the case comes back by its due time, where the sweep drops the hint again.
 */
const comeBack = async (work: SendWork, caseId: string, { why }: NoTurn): Promise<Outcome> => {
  const state = await work.store.read(caseId);
  const now = work.clock.now();
  // Held or closed meanwhile, it waits for nothing: a due time would bring it before every sweep, for ever.
  if (state?.kind === "case" && readyToSend(state, work.policyOf(state), now).length > 0) {
    const { unknownAfterMinutes } = work.policyOf(state);
    // Another notice of the case may be on the wire; its question to a person can't wait for the day's quota.
    const asks = state.notices.filter((notice) => notice.state === "on-wire").map(({ wireAt }) => plusMinutes(wireAt ?? now, unknownAfterMinutes));
    const back = earliest(plusMs(now, comesBackAfterMs(why, state.lane, work.jitter())), ...asks);
    if (back) await work.store.postpone(caseId, state.version, back);
  }
  work.log.info("notice.paced", { caseId, code: why });
  return "done";
};

const readyNotice = (work: SendWork, state: TargetCase, noticeId: string): Notice | undefined =>
  readyToSend(state, work.policyOf(state), work.clock.now()).find(({ id }) => id === noticeId);

/** One writer at most gets through, and only while the notice is as it was rendered. */
const claim = async (
  work: SendWork,
  caseId: string,
  rendered: Notice,
  attemptId: string,
  { subject, renderHash, recipientHash, languages, languageLacking }: ComposedNotice,
): Promise<boolean> => {
  const claimed = await changeCase(silently(work), caseId, (state) => {
    const notice = state.kind === "case" ? readyNotice(work, state, rendered.id) : undefined;
    if (!notice || notice.attempts !== rendered.attempts || recipientHashOf(notice.to) !== recipientHash) return undefined;
    return [
      {
        type: "send-claimed",
        at: work.clock.now(),
        noticeId: rendered.id,
        attemptId,
        subject,
        renderHash,
        recipientHash,
        languages,
        ...(languageLacking !== undefined && { languageLacking }),
      },
    ];
  });
  return claimed.ok;
};

const record = async (work: SendWork, caseId: string, notice: Notice, attemptId: string, answer: SendAnswer): Promise<void> => {
  const at = work.clock.now();
  const noticeId = notice.id;
  const facts: readonly CaseEvent[] =
    answer.kind === "accepted"
      ? [{ type: "sent", at, noticeId, attemptId, sesMessageId: answer.sesMessageId }]
      : answer.kind === "declined"
        ? [
            {
              type: "send-declined",
              at,
              noticeId,
              attemptId,
              code: answer.code,
              final: answer.final,
              retryAt: plusMs(at, backoffMs(notice.attempts, work.jitter())),
            },
          ]
        : [];
  if (facts.length > 0) await changeCase(work, caseId, () => facts);
  const code = { accepted: "notice.sent", declined: "notice.declined", uncertain: "notice.uncertain" } as const;
  work.log.info(code[answer.kind], { caseId, noticeId, ...(answer.kind !== "accepted" && { code: answer.code }) });
};

const firstBackoffMs = 30_000;
const longestBackoffMs = 3_600_000;

/** Full jitter: anywhere up to the doubled wait, so that many senders told "too fast" together do not come back together. */
export const backoffMs = (attemptsBefore: number, random: number): number =>
  Math.round(random * Math.min(longestBackoffMs, firstBackoffMs * 2 ** Math.min(attemptsBefore, 10)));
