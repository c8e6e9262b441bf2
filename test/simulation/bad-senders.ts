import type { Case } from "../../functions/case/case.ts";
import { readyToSend } from "../../functions/case/decide/sendings.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { replyAddress } from "../../functions/notice/reply-address.ts";
import type { ComposedNotice } from "../../functions/notice/request.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import type { SendAnswer, SendWork } from "../../functions/send/send-port.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import type { Hint } from "../../functions/store/work.ts";
import { type Leaning, realSender, type Sender } from "./senders.ts";

/*
 * How others send (domain facts, "the window between accepted and written down"). Each stands where
 * the send step stands and is otherwise as careful as its kind can be; the harness has to find what
 * is wrong with every one of them.
 */

type Ready = {
  readonly state: Case;
  readonly notice: Notice;
  readonly attemptId: string;
  readonly composed: ComposedNotice;
};

const ready = async (work: SendWork, { caseId }: Hint): Promise<Ready | undefined> => {
  const state = await work.store.read(caseId);
  if (state?.kind !== "case") return undefined;
  const [notice] = readyToSend(state, work.policyOf(state), work.clock.now());
  if (!notice) return undefined;
  const attemptId = `${caseId}_${notice.id}_${notice.attempts + 1}`;
  const keys = await work.replyKeys();
  const address = replyAddress({ caseId, notice }, keys, work.settings.replyDomain);
  const request = {
    case: state,
    notice,
    settings: work.settings,
    replyAddress: address,
    attemptId,
    now: work.clock.now(),
    messageIdDomain: work.messageIdDomain,
  };
  const composed = await work.compose(request);
  return composed.ok ? { state, notice, attemptId, composed: composed.value } : undefined;
};

const ask = (work: SendWork, { state, attemptId, composed }: Ready): Promise<SendAnswer> =>
  work.sendOnce({ mime: composed.mime, recipient: composed.recipient, attemptId, lane: state.lane });

/** Writes the send down as done, if the notice still waits. */
const save = (work: SendWork, { state, notice, attemptId, composed }: Ready, sesMessageId: string) =>
  changeCase(work, state.id, (current) => {
    if (
      current.kind !== "case" ||
      !current.notices.some(({ id, state: sent }) => id === notice.id && sent === "queued")
    )
      return undefined;
    const { subject, renderHash, recipientHash } = composed;
    const at = work.clock.now();
    return [
      { type: "send-claimed", at, noticeId: notice.id, attemptId, subject, renderHash, recipientHash },
      { type: "sent", at, noticeId: notice.id, attemptId, sesMessageId },
    ];
  });

const attemptsOfTheSdk = 3;

/**
 * Our own protocol over a client that asks again when an answer is lost, as the AWS SDK does unless
 * it is told not to.
 */
const sdkDefault: Sender = (work, hint) => {
  const sendOnce: SendWork["sendOnce"] = async (mail) => {
    let answer = await work.sendOnce(mail);
    for (let attempts = 1; attempts < attemptsOfTheSdk && answer.kind === "uncertain"; attempts++)
      answer = await work.sendOnce(mail);
    return answer;
  };
  return sendHinted({ ...work, sendOnce }, hint);
};

const leaseMs = 30_000;
const recordKeptMs = 3_600_000;

/**
 * A record "in progress" until the function's deadline, taken away when something is thrown, kept
 * for an hour when it is done.
 */
const idempotencyLease: Sender = async (work, hint, { changeRecord, nowMs }) => {
  const next = await ready(work, hint);
  if (!next) return "done";
  const key = `${hint.caseId} ${next.notice.id}`;
  const before = await changeRecord(key, (row) =>
    row && row.until > nowMs() ? row : { state: "in-progress", until: nowMs() + leaseMs },
  );
  if (before && before.until > nowMs()) return before.state === "done" ? "done" : "later";
  try {
    const answer = await ask(work, next);
    if (answer.kind !== "accepted") throw new Error(answer.code);
    await save(work, next, answer.sesMessageId);
    await changeRecord(key, () => ({ state: "done", until: nowMs() + recordKeptMs }));
    return "done";
  } catch {
    // As the library does: the record goes, so that the next delivery may try again.
    await changeRecord(key, () => undefined);
    return "later";
  }
};

/** Sends, then saves; what was not saved is sent again. */
const saveAfterSend: Sender = async (work, hint) => {
  const next = await ready(work, hint);
  if (!next) return "done";
  const answer = await ask(work, next);
  if (answer.kind !== "accepted") return "later";
  await save(work, next, answer.sesMessageId);
  return "done";
};

/** Counts as sent what it only means to send, and sends it when its own loop comes round. */
const queuedThenLater: Sender = async (work, hint, { laterInThisWorker }: Leaning) => {
  const next = await ready(work, hint);
  if (!next) return "done";
  const saved = await save(work, next, "queued");
  if (saved.ok) laterInThisWorker(async () => void (await ask(work, next)));
  return "done";
};

/** By the name that `npm run simulate -- --sender NAME` takes. */
export const senders: Readonly<Record<string, Sender>> = {
  real: realSender,
  "sdk-default": sdkDefault,
  "idempotency-lease": idempotencyLease,
  "save-after-send": saveAfterSend,
  "queued-then-later": queuedThenLater,
};
