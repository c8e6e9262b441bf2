import { type AccountTurn, asksForTurnAt } from "../case/account-turn.ts";
import type { Case } from "../case/case.ts";
import { readyToSend } from "../case/decide/sendings.ts";
import type { EventOf } from "../case/event.ts";
import type { InMail, Notice } from "../case/notice.ts";
import { fullJitterMs } from "../kernel/full-jitter.ts";
import { earliest, type Instant, msOf, plusMinutes, plusMs } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import type { ReplyKeys } from "../notice/reply-address.ts";
import type { ComposedNotice, ComposeNotice } from "../notice/request.ts";
import type { Lane } from "../report/category.ts";
import { changeCase } from "../store/change-case.ts";
import type { Batches, DueIndex, MailRecords, StoppedDesks } from "../store/ports.ts";
import { withoutATurnUntil } from "../store/without-a-turn.ts";
import type { CaseWork, Outcome } from "../store/work.ts";
import type { DeskMails } from "./desk-pace.ts";
import type { SesAnswer } from "./mail/record.ts";
import { comesBackAfterMs, type NoTurn, type TakeTurn } from "./pacing.ts";
import type { ReadFence } from "./restore-guard.ts";
import type { OutgoingMail, SendAnswer, SendOnce } from "./send-port.ts";

export type SendWork = CaseWork & {
  readonly store: Batches & MailRecords & DueIndex & StoppedDesks;
  readonly settings: Settings;
  /**
   * What is in force at this moment, read consistently: asked in front of each claim. The same as
   * the work's own while nothing has changed. Throws where it can't be read: then nothing goes out.
   */
  readonly inForce: () => Promise<Pick<SendWork, "settings" | "policyOf">>;
  readonly replyKeys: () => Promise<ReplyKeys>;
  readonly messageIdDomain: string;
  readonly compose: ComposeNotice;
  /**
   * Asks for the notice's turn before it is claimed, so that SES is never asked faster than it
   * takes.
   */
  readonly takeTurn: TakeTurn;
  /** Asked before a mail is composed: while SES refuses the account, one notice tries for all. */
  readonly accountTurn: AccountTurn;
  readonly sendOnce: SendOnce;
  /** Whether a person has stopped the lane; read afresh, consistently. */
  readonly isBraked: (lane: Lane) => Promise<boolean>;
  /** What stands in front of the wire since the table was restored. */
  readonly fence: ReadFence;
  readonly deskMails: DeskMails;
  /** A number from 0 up to 1, for the back-off's jitter. */
  readonly jitter: () => number;
  readonly log: Log;
};

/**
 * The work by what is in force now; the same object where that is what it has. What people decided
 * since a mail was composed stops it here, by the gates that every mail passes.
 */
export const byNow = async (work: SendWork): Promise<SendWork> => {
  const { settings, policyOf } = await work.inForce();
  return policyOf === work.policyOf ? work : { ...work, settings, policyOf };
};

/** What the claim freezes of a mail. The last write before the wire. */
export const claimOf = (
  { id: noticeId }: Notice,
  attemptId: string,
  { subject, renderHash, recipientHash, languages, languageLacking }: ComposedNotice,
  at: Instant,
  mail?: InMail,
): EventOf<"send-claimed"> => ({
  type: "send-claimed",
  at,
  noticeId,
  attemptId,
  subject,
  renderHash,
  recipientHash,
  languages,
  ...(languageLacking !== undefined && { languageLacking }),
  ...(mail && { mail }),
});

/**
 * Writes down what stops a notice since it was queued, today's settings or the clock: the history
 * says it, and whoever must be asked is.
 */
export const recordStop = async (work: SendWork, state: Case, noticeId: string): Promise<Outcome> => {
  const changed = await changeCase(work, state.id, () => [], { lastSeen: state });
  work.log.info("notice.stopped", { caseId: state.id, noticeId });
  return !changed.ok && changed.error.kind === "contended" ? "later" : "done";
};

/**
 * Hands a claimed mail to SES, once, where the brake is off. A brake that came after the claim is a
 * definite no.
 */
export const askOnce = ({ isBraked, sendOnce }: SendWork, mail: OutgoingMail): Promise<SendAnswer> =>
  unlessBraked(
    () => isBraked(mail.lane),
    () => sendOnce(mail),
  );

/**
 * Writes down what SES answered: a yes, a definite no, or nothing, which leaves the mail on the
 * wire. `claimed` is as the claim left it, and `before` as it was before that.
 */
export const recordAnswer = async (
  work: SendWork,
  claimed: Case,
  {
    notice,
    attemptId,
    answer,
    before,
  }: {
    readonly notice: Notice;
    readonly attemptId: string;
    readonly answer: SendAnswer;
    readonly before: Case;
  },
): Promise<void> => {
  const at = work.clock.now();
  const { id: caseId, lane } = claimed;
  const noticeId = notice.id;
  if (answer.kind !== "uncertain") {
    const fact = answeredBySes(answer, { noticeId, attemptId }, at, retryAtAfter(work, answer, notice.attempts));
    await changeCase(work, caseId, () => [fact], { lastSeen: claimed });
  }
  logAnswer(work, { caseId, noticeId, lane }, answer, [before]);
};

/** When what SES declined is tried again. */
export const retryAtAfter = (
  { clock, jitter }: Pick<SendWork, "clock" | "jitter">,
  answer: SesAnswer,
  attemptsBefore: number,
): Instant =>
  answer.kind === "declined" && answer.of === "account"
    ? plusMinutes(clock.now(), 1)
    : plusMs(clock.now(), backoffMs(attemptsBefore, jitter()));

/** What SES said of an attempt, as a fact of its case. */
export const answeredBySes = (
  answer: SesAnswer,
  attempt: { readonly noticeId: string; readonly attemptId: string },
  at: Instant,
  retryAt: Instant,
): EventOf<"sent" | "send-declined"> => {
  if (answer.kind === "accepted") return { type: "sent", at, ...attempt, sesMessageId: answer.sesMessageId };
  const { code, final, of } = answer;
  return { type: "send-declined", at, ...attempt, code, final, ...(of && { of }), retryAt };
};

/** `about`: the cases that the mail is about, as they were before it. */
export const logAnswer = (
  { log, clock }: Pick<SendWork, "log" | "clock">,
  of: { readonly caseId: string; readonly noticeId: string; readonly lane: Lane },
  answer: SendAnswer,
  about: readonly Case[],
): void => {
  const code = { accepted: "notice.sent", declined: "notice.declined", uncertain: "notice.uncertain" } as const;
  const since = answer.kind === "accepted" ? untoldSince(about) : undefined;
  log.info(code[answer.kind], {
    ...of,
    ...(answer.kind !== "accepted" && { code: answer.code }),
    ...(since !== undefined && { latencySeconds: Math.floor((msOf(clock.now()) - msOf(since)) / 1000) }),
  });
};

/**
 * Since when the oldest of these cases has waited for anybody to be told of it. None where somebody
 * was, or where a person's word or a hold was waited for: then the time that it took says nothing
 * of the machine.
 */
const untoldSince = (about: readonly Case[]): Instant | undefined =>
  earliest(
    ...about
      .filter(
        ({ kept, notices }) =>
          kept === undefined && notices.every(({ sentAt, to }) => sentAt === undefined && to.memory !== "new"),
      )
      .map(({ openedAt }) => openedAt),
  );

/**
 * How long a notice waits after SES's definite no to it; one to the account is waited for by all
 * together.
 */
export const backoffMs = (attemptsBefore: number, random: number): number =>
  fullJitterMs({ firstMs: 30_000, longestMs: 3_600_000 }, attemptsBefore, random);

/**
 * No turn: nothing was claimed. The message is done with, or five receives without a turn would
 * make it a dead letter, and what is to be sent comes back by its due time, where the sweep drops
 * the hint again.
 */
export const comeBack = async (work: SendWork, before: Case, turn: NoTurn): Promise<Outcome> => {
  const state = await work.store.read(before.id);
  const now = work.clock.now();
  // Held or closed meanwhile, it waits for nothing: a due time would bring it before every sweep,
  // for ever.
  if (state && readyToSend(state, work.policyOf(state), now).length > 0) {
    const next = turnComesAt(work, state, turn);
    // What else the case waits for can't wait for the day's quota.
    await work.store.postpone(state.id, state.version, withoutATurnUntil(state, work.policyOf, now, next));
  }
  work.log.info("notice.paced", { caseId: before.id, code: turn.why });
  return "done";
};

/**
 * The last look before the wire: the mail is claimed, and SES is asked only where the brake is off.
 * A brake that can't be read counts as on, since a mail that waits is mended more easily than one
 * that went out.
 */
const unlessBraked = async (isOn: () => Promise<boolean>, ask: () => Promise<SendAnswer>): Promise<SendAnswer> => {
  try {
    if (await isOn()) return notAsked("stopped");
  } catch {
    // SES was not asked, so this is a definite no; the notice comes back when the table does.
    return notAsked("brake-unread");
  }
  return ask();
};

const notAsked = (code: string): SendAnswer => ({ kind: "declined", code, final: false });
/** When what found no turn asks for one again. */
export const turnComesAt = ({ clock, jitter }: SendWork, state: Case, turn: NoTurn): Instant => {
  const now = clock.now();
  const random = jitter();
  return turn.why === "refused"
    ? asksForTurnAt(state, turn.until, now, random)
    : plusMs(now, comesBackAfterMs(turn.why, state.lane, random));
};
