import { advance } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import { mailIdOf } from "../case/case-id.ts";
import { mayGo } from "../case/decide/sendings.ts";
import type { CaseEvent, EventOf } from "../case/event.ts";
import type { Notice } from "../case/notice.ts";
import { requeue } from "../case/quiet-hours.ts";
import { earliest, type Instant, msOf, plusMinutes, plusMs } from "../kernel/instant.ts";
import { recipientHashOf } from "../notice/compose-notice.ts";
import { replyAddress } from "../notice/reply-address.ts";
import { type ComposedNotice, type ComposeProblem, describeProblem, type NoticeMember } from "../notice/request.ts";
import { changeCase } from "../store/change-case.ts";
import type { CaseWork } from "../store/work.ts";
import { type Claim, claimEach, pausedSince } from "./claim.ts";
import { givePlaceBack, hasRoom, type LastMails, mailOf, shares, takePlace } from "./desk-pace.ts";
import { each } from "./each.ts";
import { goesOut } from "./goes-out.ts";
import { attemptIdOf, type MailMember, type MailRecord, type SesAnswer } from "./mail/record.ts";
import { batchIdOf, mailBytesAtMost } from "./mail/waiting.ts";
import { backoffMs, type NoTurn } from "./pacing.ts";
import { keptBack } from "./restore-guard.ts";
import type { SendAnswer, SendWork } from "./send-port.ts";

/** A case's notice that goes alone, or several cases' that wait for the same desk. */
export type Mail = {
  readonly members: readonly [NoticeMember, ...(readonly NoticeMember[])];
  /** The batch they wait in. Absent for a notice that waits for nobody. */
  readonly batch?: string;
};

/** `done`: what stops it is recorded. `again`: read everything anew. `later`: it could not be recorded. */
export type Went = "sent" | "done" | "again" | "later" | NoTurn;

/** Nobody changes settings that often within the seconds that a mail takes. */
const changesAtMost = 3;
/** Each changes the same counts: more at once would keep each other from being written. */
const toldAtOnce = 6;

/**
 * Checks, composes, waits for a turn, claims, asks SES once and records the answer. The claim is one transaction,
 * the last write before the wire: state and history line of every case, guarded by the version read, and the record
 * of a mail about several. So a hold, withdrawal, complaint or second worker in between makes the claim fail, and a
 * crash before it leaves nothing behind. Only SES's own definite no puts a claimed notice back. Safe to repeat at
 * any point: what was claimed is not ready any more. A death after the claim leaves it on the wire, for evidence or
 * a person.
 */
export const sendMail = async (work: SendWork, mail: Mail, changes = changesAtMost): Promise<Went> => {
  const [first] = mail.members;
  const { lane } = first.case;
  const { email } = first.notice.to;
  const guarded = await each(mail.members, (member) => keptBack(work, member.case, member.notice.id));
  if (guarded.some((is) => is !== false)) return "done";
  if (await work.store.isStopped(email))
    return changeEach(work, mail, await waitingWith(work, mail), "notice.stopped", ({ id: noticeId }) => ({
      type: "desk-stopped",
      at: work.clock.now(),
      noticeId,
    }));
  const last = await work.deskMails.last(email);
  if (!hasRoom(last, mailOf(mail.members), work.policyOf(first.case), work.clock.now())) return share(work, mail, last);
  const until = await work.accountTurn(lane, first.case.id);
  if (until !== undefined) return { kind: "no-turn", why: "refused", until };
  const [one, ...others] = await stillGoing(work, mail);
  if (!one) return "again";
  const going = { ...mail, members: [one, ...others] } as const;
  const went = await transmit(work, going, last);
  if (went !== "changed") return went;
  // Whoever opted out or was protected since faces all gates of the mail anew.
  return changes > 0 ? sendMail({ ...work, ...(await work.inForce()) }, going, changes - 1) : "later";
};

/**
 * Those not stopped by what changed since they were queued, as settings. History says what stops one, and whoever
 * must be asked is. All else that time has brought is recorded too, since a shared mail's claim has room for nothing
 * but itself.
 */
const stillGoing = async (work: SendWork, { members }: Mail): Promise<readonly NoticeMember[]> => {
  const now = work.clock.now();
  const still = await each(members, async ({ case: state, notice }) => {
    const goes = goesOut(state, notice, work.policyOf, now);
    if (goes && (members.length === 1 || advance(state, [], work.policyOf, now).events.length === 0))
      return { case: state, notice };
    if (!goes) work.log.info("notice.stopped", { caseId: state.id, noticeId: notice.id });
    const changed = await changeCase(work, state.id, () => [], { lastSeen: state });
    const next = changed.ok ? changed.value.next : undefined;
    const same = next?.notices.find(({ id }) => id === notice.id);
    return next && same && goesOut(next, same, work.policyOf, now) ? { case: next, notice: same } : undefined;
  });
  return still.flatMap((member) => member ?? []);
};

/** `changed`: by what is in force now the mail may be another one, or none. */
const transmit = async (work: SendWork, mail: Mail, last: LastMails): Promise<Went | "changed"> => {
  const { members } = mail;
  const [first, ...also] = members;
  const { lane, id: caseId } = first.case;
  const at = work.clock.now();
  const record = also.length > 0 ? recordOf(mail, at) : undefined;
  const attemptId = record ? attemptIdOf(record) : `${caseId}_${first.notice.id}_${first.notice.attempts + 1}`;
  const address = { caseId: record?.id ?? caseId, notice: answeredAt(first) };
  const composed = await work.compose({
    ...first,
    ...(record && { also, digestId: record.id }),
    settings: work.settings,
    replyAddress: replyAddress(address, await work.replyKeys(), work.settings.replyDomain),
    attemptId,
    now: at,
    doubted: members.some(({ notice }) => notice.doubtedAttempt !== undefined),
    messageIdDomain: work.messageIdDomain,
  });
  if (!composed.ok) return refuse(work, mail, composed.error);
  const { mime, recipient, recipientHash } = composed.value;
  // The size estimate was too low: the others go in the next mail.
  if (record && mime.length > mailBytesAtMost)
    return transmit(work, { ...mail, members: [first, ...also.slice(0, Math.ceil(also.length / 2) - 1)] }, last);
  if (recipientHashOf(first.notice.to) !== recipientHash) return "again";
  const turn = await work.takeTurn(lane);
  if (turn.kind === "no-turn") return turn;
  if ((await work.inForce()).policyOf !== work.policyOf) return "changed";
  const [place, takenAt] = [mailOf(members), work.clock.now()];
  // Others were faster than composing.
  if (!(await takePlace(work.deskMails, place, work.policyOf(first.case), takenAt, last)))
    return share(work, mail, await work.deskMails.last(first.notice.to.email));
  const claimed = await claim(work, mail, { attemptId, composed: composed.value, record });
  if (!claimed) {
    await givePlaceBack(work.deskMails, place, takenAt);
    return "again";
  }
  const code = await pausedSince(work, lane);
  const answer: SendAnswer = code
    ? { kind: "declined", code, final: false }
    : await work.sendOnce({ mime, recipient, attemptId, lane });
  await recordAnswer(work, { mail, claimed, record, attemptId, answer });
  if (answer.kind === "declined") await givePlaceBack(work.deskMails, place, takenAt);
  return "sent";
};

const recordOf = ({ members, batch }: Mail, at: Instant): MailRecord => {
  const tried = members.map(({ case: { id }, notice }) => `${id} ${notice.id} ${notice.attempts}`);
  return { id: mailIdOf(`${batch} ${tried.join()}`), at, members: members.map(memberOf) };
};

const memberOf = ({ case: { id }, notice }: NoticeMember): MailMember => ({ caseId: id, noticeId: notice.id });

/** Answers to a letter come to the notice in whose thread it goes: they move the case as that one's do. */
const answeredAt = ({ case: { notices }, notice }: NoticeMember): Notice =>
  notices.find(({ id }) => id === notice.letter?.about) ?? notice;

const waitingWith = async (work: SendWork, { members, batch }: Mail): Promise<readonly MailMember[]> =>
  batch === undefined ? members.map(memberOf) : work.store.waitingFor(batch);

/** Writes a fact of each of these, unless it has left the mail. */
const changeEach = async (
  work: SendWork,
  { members, batch }: Mail,
  those: readonly MailMember[],
  code: "notice.stopped" | "notice.shares" | "notice.refused",
  factOf: (notice: Notice, state: Case) => CaseEvent,
  why?: ComposeProblem,
): Promise<Went> => {
  const changed = await each(those, ({ caseId, noticeId }) =>
    changeCase(work, caseId, (state) => {
      const notice = state.notices.find(({ id }) => id === noticeId);
      const waits = notice && (batch ? batchIdOf(state, notice) === batch : mayGo(state, notice, work.clock.now()));
      return waits ? [factOf(notice, state)] : undefined;
    }),
  );
  const [{ case: state, notice }] = members;
  const about = batch === undefined ? { caseId: state.id, noticeId: notice.id } : { caseId: batch };
  work.log.info(code, { ...about, ...(why && { code: why.kind }) });
  return changed.some((one) => !one.ok && one.error.kind === "contended") ? "later" : "done";
};

/** Those waiting go together in the first window with room, so that mails get longer, not more. */
const share = async (work: SendWork, mail: Mail, last: LastMails): Promise<Went> =>
  changeEach(work, mail, await waitingWith(work, mail), "notice.shares", (notice, state) =>
    shares(state, notice, last, work.policyOf(state), work.clock.now()),
  );

/** The member that prevents a shared mail goes by itself. Otherwise each case asks a person. */
const refuse = (work: SendWork, mail: Mail, why: ComposeProblem): Promise<Went> => {
  const [at, all] = [work.clock.now(), mail.members.map(memberOf)];
  const guilty = all.length > 1 && "caseId" in why ? all.filter(({ caseId }) => caseId === why.caseId) : [];
  const factOf = (notice: Notice): CaseEvent =>
    guilty.length > 0
      ? requeue(notice, at, "the mail can't be written with it")
      : { type: "refused", at, noticeId: notice.id, problem: describeProblem(why) };
  return changeEach(work, mail, guilty.length > 0 ? guilty : all, "notice.refused", factOf, why);
};

/** Claims all members, with the record of a shared mail. Not where the desk has complained. */
const claim = (
  work: SendWork,
  { members }: Mail,
  { attemptId, composed, record }: Pick<Answered, "attemptId" | "record"> & { readonly composed: ComposedNotice },
): Promise<readonly Case[] | undefined> => {
  const at = work.clock.now();
  const { subject, renderHash, recipientHash, languages, languageLacking } = composed;
  const claimOf = (nth: number): Claim => ({
    attemptId,
    subject,
    renderHash,
    recipientHash,
    languages,
    ...(languageLacking !== undefined && { languageLacking }),
    ...(record && { mail: { id: record.id, ...(nth === 0 && { first: true as const }) } }),
  });
  const unstopped = [members[0].notice.to.email];
  return claimEach(work, members, at, claimOf, { unstopped, ...(record && { mail: { ...record, at } }) });
};

type Answered = {
  readonly attemptId: string;
  readonly record: MailRecord | undefined;
  readonly mail: Mail;
  readonly claimed: readonly Case[];
  readonly answer: SendAnswer;
};

/** A shared mail's record comes first: members that were not updated find the answer there. */
const recordAnswer = async (
  work: SendWork,
  { mail: { members }, claimed, record, attemptId, answer }: Answered,
): Promise<void> => {
  const [{ case: before, notice }] = members;
  logAnswer(work, { caseId: record?.id ?? before.id, noticeId: notice.id, lane: before.lane }, answer, members);
  if (answer.kind === "uncertain") return;
  const now = work.clock.now();
  const retryAt =
    answer.kind === "declined" && answer.of === "account"
      ? plusMinutes(now, 1)
      : plusMs(now, backoffMs(notice.attempts, work.jitter()));
  const told = claimed.flatMap((state, nth) => {
    const noticeId = members[nth]?.notice.id;
    return noticeId === undefined ? [] : { state, attempt: { noticeId, attemptId } };
  });
  try {
    if (record) await work.store.noteAnswer(record.id, answer, now);
  } finally {
    // Where other workers' claims lock the record, at least the members have what SES said.
    await each(
      told,
      ({ state, attempt }) => tellMember(work, state, answeredBySes(answer, attempt, work.clock.now(), retryAt)),
      toldAtOnce,
    );
  }
};

/** No-op where the case knows. A sent mail also settles what a person is asked about. Safe to repeat. */
export const tellMember = (
  work: CaseWork,
  lastSeen: Case,
  fact: EventOf<"sent" | "send-declined" | "send-unknown">,
  attemptId = "attemptId" in fact ? fact.attemptId : undefined,
) =>
  changeCase(
    work,
    lastSeen.id,
    ({ notices }) => {
      const notice = notices.find(({ id }) => id === fact.noticeId);
      const isOpen = notice?.state === "on-wire" || (notice?.state === "unknown" && fact.type === "sent");
      return isOpen && notice.attemptId === attemptId ? [fact] : undefined;
    },
    { lastSeen },
  );

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

const logAnswer = (
  { log, clock }: SendWork,
  of: { readonly caseId: string; readonly noticeId: string; readonly lane: Case["lane"] },
  answer: SendAnswer,
  members: readonly NoticeMember[],
): void => {
  const code = { accepted: "notice.sent", declined: "notice.declined", uncertain: "notice.uncertain" } as const;
  const since = answer.kind === "accepted" ? untoldSince(members) : undefined;
  log.info(code[answer.kind], {
    ...of,
    ...(answer.kind !== "accepted" && { code: answer.code }),
    ...(since !== undefined && { latencySeconds: Math.floor((msOf(clock.now()) - msOf(since)) / 1000) }),
  });
};

/**
 * Since when the oldest case has waited for its first notice. None where somebody was notified, or a person's word
 * or a hold was waited for: then the time says nothing of the machine.
 */
const untoldSince = (members: readonly NoticeMember[]): Instant | undefined =>
  earliest(
    ...members
      .map((member) => member.case)
      .filter(
        ({ kept, notices }) =>
          kept === undefined && notices.every(({ sentAt, to }) => sentAt === undefined && to.memory !== "new"),
      )
      .map(({ openedAt }) => openedAt),
  );
