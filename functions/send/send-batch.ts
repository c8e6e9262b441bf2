import { advance } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import { mailIdOf } from "../case/case-id.ts";
import { isLookedUp } from "../case/decide/look-up.ts";
import { mayGo } from "../case/decide/sendings.ts";
import type { CaseEvent } from "../case/event.ts";
import { goesOut } from "../case/goes-out.ts";
import { lineUp } from "../case/in-line.ts";
import type { Notice } from "../case/notice.ts";
import { earliest, type Instant, plusMinutes } from "../kernel/instant.ts";
import { replyAddress } from "../notice/reply-address.ts";
import { type ComposedNotice, type ComposeProblem, describeProblem, type NoticeMember } from "../notice/request.ts";
import type { Lane } from "../report/category.ts";
import { changeCase } from "../store/change-case.ts";
import { changeOf } from "../store/change-of.ts";
import type { Outcome } from "../store/work.ts";
import { type DeskMail, givePlaceBack, hasRoom, type LastMails, mailAlone, shares, takePlace } from "./desk-pace.ts";
import { each } from "./each.ts";
import { attemptIdOf, type MailMember, type MailRecord } from "./mail/record.ts";
import { batchIdOf, claimBytesAtMost, mailBytesAtMost, membersAtMost, type WaitingNotice } from "./mail/waiting.ts";
import {
  answeredBySes,
  askOnce,
  byNow,
  claimOf,
  logAnswer,
  recordStop,
  retryAtAfter,
  type SendWork,
  turnComesAt,
} from "./protocol.ts";
import { keptBack } from "./restore-guard.ts";
import { sendOne } from "./send-notice.ts";
import { tellMember } from "./tell-member.ts";

/** SES may take 10 s to answer, the function has 30. */
const mailsAtOnce = 2;
/** Members leave, or settings change, faster than a mail is composed. */
const triesAtMost = 3;
/** Each changes the same counts: more at once would keep each other from being written. */
const toldAtOnce = 6;
/** So long after its window a mail waits for those whose hosts are being looked up. */
const waitsForLookUpMinutes = 30;

/** When a batch comes again; `all`: nobody in it may go now; `again`: it is read anew; `sent`: or got rid of some. */
type Next = { readonly lane: Lane; readonly at: Instant } | "all" | "again" | "sent";

/**
 * Sends what waits in a batch whose window is over: one mail about several cases, by the same protocol as
 * a single one, or several of them; who is alone goes alone. A mail is composed and checked first, and then
 * claimed by one transaction: its record, and the state and the line of history of every case in it, each
 * guarded by the version that was read. So whatever stops a case in between stops the claim: a stop is exact
 * up to the wire, and a crash before it leaves nothing behind.
 *
 * SES is asked once. Its answer is noted in the record first; members that were not told of it find it
 * there (`send-hinted.ts`). Safe to repeat at any point, and at two places at once.
 */
export const sendBatch = async (work: SendWork, batch: string): Promise<Outcome> => {
  // In this order: whoever comes now is among those who are read, or sets a timer anew.
  await work.store.endTimer(batch);
  let next: Next = "again";
  for (let mails = 0; mails < mailsAtOnce && (next === "again" || next === "sent"); mails++) {
    let current = work;
    for (let tries = 0; tries < triesAtMost && (tries === 0 || next === "again"); tries++) {
      if (tries > 0) current = await byNow(work);
      next = await sendNext(current, batch);
    }
  }
  if (next === "sent" || next === "again") next = await comesAgain(work, batch);
  if (typeof next === "object") await work.store.putTimer(batch, next.lane, next.at);
  return "done";
};

/** Others wait still: the next sweep has them sent. */
const comesAgain = async (work: SendWork, batch: string): Promise<Next> => {
  const { ready, next } = await readyIn(work, batch);
  return ready[0] ? { lane: ready[0].case.lane, at: work.clock.now() } : next;
};

const sendNext = async (work: SendWork, batch: string): Promise<Next> => {
  const { ready, next } = await readyIn(work, batch);
  const [first, second] = ready;
  if (!first) return next;
  const { lane } = first.case;
  const refusedUntil = await work.accountTurn(lane);
  if (refusedUntil !== undefined) return sendOneAhead(work, batch, first, refusedUntil);
  const { email } = first.notice.to;
  if (await work.store.isStopped(email)) return stopAll(work, batch);
  const policy = work.policyOf(first.case);
  const last = await work.deskMails.last(email);
  if (second && !hasRoom(last, mailOf(first), policy, work.clock.now())) return share(work, batch, last);
  const isLate = work.clock.now() >= plusMinutes(first.notice.window ?? first.notice.notBefore, waitsForLookUpMinutes);
  const awaited = ready.filter((one) => !isLookedUp(one.case, policy, work.clock.now()));
  if (awaited.length === ready.length || (awaited.length > 0 && !isLate)) return lookUp(work, awaited, isLate);
  const [one, two, ...others] = await stillGoing(
    work,
    batch,
    ready.filter((member) => !awaited.includes(member)),
  );
  if (!one) return "again";
  return two ? sendTogether(work, batch, [one, two, ...others]) : sendLone(work, one);
};

/** Two at least. */
type Members = readonly [NoticeMember, NoticeMember, ...(readonly NoticeMember[])];
type Ready = { readonly ready: readonly NoticeMember[]; readonly next: Next };

/**
 * As many as one mail holds of those whose time has come and whom nothing stops, in a fixed order; a case whose
 * host has to be looked up is among them. `next`: when the first of the others comes.
 */
const readyIn = async (work: SendWork, batch: string): Promise<Ready> => {
  const waiting = [...(await work.store.waitingFor(batch))].sort(inOrder);
  const isFenced = (await work.fence()) !== undefined;
  const ready: NoticeMember[] = [];
  let next: Next = "all";
  let [mailBytes, claimBytes] = [0, 0];
  for (let from = 0; from < waiting.length; from += membersAtMost) {
    const part = waiting.slice(from, from + membersAtMost);
    const states = await each(part, ({ caseId }) => work.store.read(caseId));
    for (const [at, { noticeId, bytes }] of part.entries()) {
      const member = memberIn(states[at], noticeId, batch, work.clock.now());
      if (!member || (isFenced && (await keptBack(work, member.case, noticeId)))) continue;
      const { notBefore } = member.notice;
      if (notBefore > work.clock.now()) {
        const known: Instant | undefined = typeof next === "object" ? next.at : undefined;
        next = { lane: member.case.lane, at: earliest(known, notBefore) ?? notBefore };
        continue;
      }
      mailBytes += bytes;
      claimBytes += JSON.stringify(member.case).length;
      const hasRoomLeft = mailBytes <= mailBytesAtMost && claimBytes <= claimBytesAtMost;
      if (ready.length === membersAtMost || (ready.length > 0 && !hasRoomLeft)) return { ready, next };
      ready.push(member);
    }
  }
  return { ready, next };
};

const inOrder = (one: WaitingNotice, other: WaitingNotice): number =>
  `${one.caseId} ${one.noticeId}` < `${other.caseId} ${other.noticeId}` ? -1 : 1;

const memberIn = (state: Case | undefined, noticeId: string, batch: string, now: Instant): NoticeMember | undefined => {
  const notice = state?.notices.find(({ id }) => id === noticeId);
  return state && notice && batchIdOf(state, notice) === batch && mayGo(state, notice, now)
    ? { case: state, notice }
    : undefined;
};

/**
 * Those whom nothing stops that has changed since they were queued, as settings do, with all that time has brought
 * to their cases: what else there is to write down is written first, since a claim has room for nothing but itself.
 */
const stillGoing = async (
  work: SendWork,
  batch: string,
  members: readonly NoticeMember[],
): Promise<readonly NoticeMember[]> => {
  const now = work.clock.now();
  const states = await each(members, async ({ case: state, notice }) => {
    if (!goesOut(state, notice, work.policyOf, now)) return void (await recordStop(work, state, notice.id));
    if (advance(state, [], work.policyOf, now).events.length === 0) return state;
    const changed = await changeCase(work, state.id, () => [], { lastSeen: state });
    return changed.ok ? changed.value.next : undefined;
  });
  return members.flatMap(({ notice }, at) => memberIn(states[at], notice.id, batch, now) ?? []);
};

/** Looked up as long as the others can wait for it; then in the next mail. */
const lookUp = async (work: SendWork, awaited: readonly NoticeMember[], isLate: boolean): Promise<Next> => {
  await each(awaited, ({ case: { id: caseId, lane, reporters } }) =>
    work.dropHint("find-contact", lane, { caseId }, reporters[0]),
  );
  const lane = awaited[0]?.case.lane ?? "standard";
  return { lane, at: plusMinutes(work.clock.now(), isLate ? 5 : 1) };
};

/**
 * While SES refuses the account nothing is composed. When a try is due, one goes by itself, for all: its host is
 * looked up for it alone.
 */
const sendOneAhead = async (
  work: SendWork,
  batch: string,
  ahead: NoticeMember,
  refusedUntil: Instant,
): Promise<Next> => {
  const { lane, id } = ahead.case;
  const until = await work.accountTurn(lane, id);
  if (until === undefined) await sendAlone(work, batch, ahead, "SES refuses our mail, and this one tries for all");
  const turn = { kind: "no-turn", why: "refused", until: until ?? refusedUntil } as const;
  return { lane, at: turnComesAt(work, ahead.case, turn) };
};

/** A fact of a notice, unless it has left its batch. */
const changeWaiting = (
  work: SendWork,
  batch: string,
  { caseId, noticeId }: MailMember,
  factOf: (notice: Notice, state: Case) => CaseEvent,
) =>
  changeCase(work, caseId, (state) => {
    const notice = state.notices.find(({ id }) => id === noticeId);
    return notice && batchIdOf(state, notice) === batch ? [factOf(notice, state)] : undefined;
  });

/** One for which no mail can be written must not stop the others: its own attempt asks a person. */
const sendAlone = (work: SendWork, batch: string, member: NoticeMember, why: string) =>
  changeWaiting(work, batch, memberOf(member), (notice) => lineUp(notice, work.clock.now(), why));

const memberOf = ({ case: { id }, notice }: NoticeMember): MailMember => ({ caseId: id, noticeId: notice.id });

/** Their desk complained: each case that waits for it goes on without that desk. */
const stopAll = async (work: SendWork, batch: string): Promise<Next> => {
  await each(await work.store.waitingFor(batch), (waiting) =>
    changeWaiting(work, batch, waiting, ({ id: noticeId }) => ({
      type: "desk-stopped",
      at: work.clock.now(),
      noticeId,
    })),
  );
  work.log.info("notice.stopped", { caseId: batch });
  return "all";
};

/**
 * Their desk has had all mails of an hour: those who wait go with others in the first window after it, so that what
 * a desk has no room for becomes longer mails and not more of them.
 */
const share = async (work: SendWork, batch: string, last: LastMails): Promise<Next> => {
  await each(await work.store.waitingFor(batch), (waiting) =>
    changeWaiting(work, batch, waiting, (notice, state) =>
      shares(state, notice, last, work.policyOf(state), work.clock.now()),
    ),
  );
  work.log.info("notice.shares", { caseId: batch });
  return "all";
};

/** The one who is left goes by itself, straight from its window. */
const sendLone = async (work: SendWork, { case: state, notice }: NoticeMember): Promise<Next> => {
  const outcome = await sendOne(work, state, notice.id);
  return typeof outcome === "object" ? { lane: state.lane, at: turnComesAt(work, state, outcome) } : "sent";
};

/** The mail of all in a batch, which counts for their desk as one. */
const mailOf = ({ case: state, notice }: NoticeMember): DeskMail => ({ ...mailAlone(state, notice), isShared: true });

const sendTogether = async (work: SendWork, batch: string, members: Members): Promise<Next> => {
  const [first, ...also] = members;
  const { lane } = first.case;
  const tried = members.map(({ case: { id }, notice }) => `${id} ${notice.id} ${notice.attempts}`);
  const record: MailRecord = {
    id: mailIdOf(`${batch} ${tried.join()}`),
    at: work.clock.now(),
    members: members.map(memberOf),
  };
  const attemptId = attemptIdOf(record);
  const address = { caseId: record.id, notice: first.notice };
  const composed = await work.compose({
    ...first,
    also,
    digestId: record.id,
    settings: work.settings,
    replyAddress: replyAddress(address, await work.replyKeys(), work.settings.replyDomain),
    attemptId,
    now: record.at,
    doubted: members.some(({ notice }) => notice.doubtedAttempt !== undefined),
    messageIdDomain: work.messageIdDomain,
  });
  if (!composed.ok) return refuse(work, batch, members, composed.error);
  // What was reckoned of one that waits was too little: the others go in the next mail.
  if (composed.value.mime.length > mailBytesAtMost) return sendHalf(work, batch, members);
  const turn = await work.takeTurn(lane);
  if (turn.kind === "no-turn") return { lane, at: turnComesAt(work, first.case, turn) };
  // All are read anew by what is in force now.
  if ((await byNow(work)) !== work) return "again";
  const [mail, policy, takenAt] = [mailOf(first), work.policyOf(first.case), work.clock.now()];
  // Others were faster than it was composed.
  if (!(await takePlace(work.deskMails, mail, policy, takenAt))) return "again";
  const claimed = await claim(work, record, members, composed.value);
  if (!claimed) {
    await givePlaceBack(work.deskMails, mail, takenAt);
    return "again";
  }
  const answer = await askOnce(work, {
    mime: composed.value.mime,
    recipient: composed.value.recipient,
    attemptId,
    lane,
  });
  logAnswer(
    work,
    { caseId: record.id, noticeId: first.notice.id, lane },
    answer,
    members.map((member) => member.case),
  );
  if (answer.kind === "uncertain") return "sent";
  await work.store.noteAnswer(record.id, answer, work.clock.now());
  if (answer.kind === "declined") await givePlaceBack(work.deskMails, mail, takenAt);
  const retryAt = retryAtAfter(work, answer, first.notice.attempts);
  const attempts = claimed.flatMap((state, at) => {
    const noticeId = members[at]?.notice.id;
    return noticeId === undefined ? [] : { state, noticeId, attemptId };
  });
  await each(
    attempts,
    ({ state, ...attempt }) => tellMember(work, state, answeredBySes(answer, attempt, work.clock.now(), retryAt)),
    toldAtOnce,
  );
  return answer.kind === "accepted" ? "sent" : { lane, at: retryAt };
};

const sendHalf = (work: SendWork, batch: string, [first, ...also]: Members): Promise<Next> => {
  const [second, ...others] = also.slice(0, Math.floor(also.length / 2));
  return second ? sendTogether(work, batch, [first, second, ...others]) : sendLone(work, first);
};

/** The member for which no mail can be written goes by itself; else each case asks a person. */
const refuse = async (work: SendWork, batch: string, members: Members, problem: ComposeProblem): Promise<Next> => {
  const guilty = "caseId" in problem ? members.find((member) => member.case.id === problem.caseId) : undefined;
  if (guilty) await sendAlone(work, batch, guilty, "the mail can't be written with it");
  else
    await each(members, (member) =>
      changeWaiting(work, batch, memberOf(member), ({ id: noticeId }) => ({
        type: "refused",
        at: work.clock.now(),
        noticeId,
        problem: describeProblem(problem),
      })),
    );
  work.log.info("notice.refused", { caseId: batch, code: problem.kind });
  return "again";
};

/**
 * Writes the record and every claim, or nothing: only while each case is as it was composed, and the desk has not
 * complained. Gives the cases with their claims.
 */
const claim = async (
  work: SendWork,
  record: MailRecord,
  members: Members,
  composed: ComposedNotice,
): Promise<readonly Case[] | undefined> => {
  const now = work.clock.now();
  const claims = members.map(({ case: state, notice }, at) => {
    const mail = { id: record.id, ...(at === 0 && { first: true as const }) };
    const claimed = claimOf(notice, attemptIdOf(record), composed, now, mail);
    return advance(state, [claimed], work.policyOf, now);
  });
  const [change, ...together] = claims.map((claimed, at) => changeOf(claimed, now, members[at]?.case));
  if (!change) return undefined;
  const [{ notice }] = members;
  const written = await work.store.commit({
    ...change,
    together,
    unstopped: [notice.to.email],
    mail: { ...record, at: now },
  });
  return written.ok ? claims.map(({ next }) => next) : undefined;
};
