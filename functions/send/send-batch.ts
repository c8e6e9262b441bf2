import type { Case } from "../case/case.ts";
import { isLookedUp } from "../case/decide/look-up.ts";
import { mayGo } from "../case/decide/sendings.ts";
import { requeue } from "../case/quiet-hours.ts";
import { type Instant, plusMinutes } from "../kernel/instant.ts";
import type { NoticeMember } from "../notice/request.ts";
import type { Lane } from "../report/category.ts";
import { changeCase } from "../store/change-case.ts";
import { readAll } from "../store/damaged-case.ts";
import type { Outcome } from "../store/work.ts";
import { each } from "./each.ts";
import { batchIdOf, claimBytesAtMost, mailBytesAtMost, membersAtMost, type WaitingNotice } from "./mail/waiting.ts";
import { turnComesAt } from "./pacing.ts";
import { sendMail } from "./send-mail.ts";
import type { SendWork } from "./send-port.ts";

/** SES may take 10 s to answer, the function has 30. */
const mailsAtOnce = 2;
/** Members leave faster than a mail is composed. */
const passesAtMost = 6;
/** How long after its window a mail waits for members whose hosts are being looked up. */
const waitsForLookUpMinutes = 30;

/** When a batch comes again. `all`: nobody in it may go now. Others: it is read anew. */
type Next = { readonly lane: Lane; readonly at: Instant } | "all" | "again" | "sent" | "later";

/**
 * Sends what waits in a batch whose window is over, in as many mails as needed, two at a time. A single one goes
 * alone. Members not updated with SES's answer find it in the mail's record (`send-notice.ts`). Safe to repeat at
 * any point, and at two places at once.
 */
export const sendBatch = async (work: SendWork, batch: string): Promise<Outcome> => {
  // In this order: whoever comes now is among those read, or sets a new timer.
  await work.store.endTimer(batch);
  let next: Next = "again";
  for (let passes = 0, mails = 0; passes < passesAtMost && mails < mailsAtOnce; passes++) {
    next = await sendNext(work, batch);
    if (next === "sent") mails++;
    else if (next !== "again") break;
  }
  if (next === "later") return "later";
  if (next === "sent" || next === "again") next = await comesAgain(work, batch);
  if (typeof next === "object") await work.store.putTimer(batch, next.lane, next.at);
  return "done";
};

/** Others still wait: the next sweep has them sent. */
const comesAgain = async (work: SendWork, batch: string): Promise<Next> => {
  const { ready, awaited, next } = await readyIn(work, batch);
  const [first] = [...ready, ...awaited];
  return first ? { lane: first.case.lane, at: work.clock.now() } : next;
};

const sendNext = async (work: SendWork, batch: string): Promise<Next> => {
  const { ready, awaited, next } = await readyIn(work, batch);
  const [first = awaited[0], ...others] = ready;
  if (!first) return next;
  const { lane } = first.case;
  const refusedUntil = await work.accountTurn(lane);
  if (refusedUntil !== undefined) return sendOneAhead(work, first, refusedUntil);
  if (awaited.some((one) => one === first || ready.includes(one))) return lookUp(work, awaited, ready.length === 0);
  const went = await sendMail(work, { members: [first, ...others], batch });
  if (typeof went === "object") return { lane, at: turnComesAt(work, first.case, went) };
  return went === "done" ? "again" : went;
};

/**
 * While SES refuses the account nothing is looked up or composed. When a try is due, one goes by itself, for all:
 * its host is looked up for it alone.
 */
const sendOneAhead = async (
  work: SendWork,
  { case: ahead, notice }: NoticeMember,
  refusedUntil: Instant,
): Promise<Next> => {
  const { id, lane } = ahead;
  const until = await work.accountTurn(lane, id);
  if (until === undefined)
    await changeCase(work, id, (state) => {
      const waits = state.notices.find((one) => one.id === notice.id && one.window !== undefined);
      return waits && [requeue(waits, work.clock.now(), "SES refuses our mail, and this one tries for all")];
    });
  const turn = { kind: "no-turn", why: "refused", until: until ?? refusedUntil } as const;
  return { lane, at: turnComesAt(work, ahead, turn) };
};

type Ready = Readonly<Record<"ready" | "awaited", readonly NoticeMember[]>> & { readonly next: Next };

/**
 * As many due notices as one mail holds that nothing stops, in a fixed order. `awaited`: their hosts have to be
 * looked up. They are among the others once these wait no longer. `next`: when the first not yet due comes.
 */
const readyIn = async (work: SendWork, batch: string): Promise<Ready> => {
  const waiting = [...(await work.store.waitingFor(batch))].sort(inOrder);
  const now = work.clock.now();
  const [ready, awaited]: [NoticeMember[], NoticeMember[]] = [[], []];
  let next: Next = "all";
  let [mailBytes, claimBytes] = [0, 0];
  for (let from = 0; from < waiting.length; from += membersAtMost) {
    const part = waiting.slice(from, from + membersAtMost);
    const ids = part.map(({ caseId }) => caseId);
    const { cases, damaged } = await readAll(work.store.read, ids);
    // It must not keep others waiting. At its own due time the sweep finds it, and alerts.
    for (const caseId of damaged) work.log.error("unforeseen", { caseId, error: "DamagedCase" });
    for (const { caseId, noticeId, bytes } of part) {
      const state = cases.find(({ id }) => id === caseId);
      const member = memberIn(state, noticeId, batch, now);
      if (!member) continue;
      const { notBefore, window = notBefore } = member.notice;
      if (notBefore > now) {
        if (typeof next !== "object" || notBefore < next.at) next = { lane: member.case.lane, at: notBefore };
        continue;
      }
      if (!isLookedUp(member.case, work.policyOf(member.case), now)) {
        if (awaited.length < membersAtMost) awaited.push(member);
        if (now >= plusMinutes(window, waitsForLookUpMinutes)) continue;
      }
      mailBytes += bytes;
      claimBytes += JSON.stringify(member.case).length;
      const hasRoomLeft = mailBytes <= mailBytesAtMost && claimBytes <= claimBytesAtMost;
      if (ready.length === membersAtMost || (ready.length > 0 && !hasRoomLeft)) return { ready, awaited, next };
      ready.push(member);
    }
  }
  return { ready, awaited, next };
};

const inOrder = (one: WaitingNotice, other: WaitingNotice): number =>
  `${one.caseId} ${one.noticeId}` < `${other.caseId} ${other.noticeId}` ? -1 : 1;

const memberIn = (state: Case | undefined, noticeId: string, batch: string, now: Instant): NoticeMember | undefined => {
  const notice = state?.notices.find(({ id }) => id === noticeId);
  return state && notice && batchIdOf(state, notice) === batch && mayGo(state, notice, now)
    ? { case: state, notice }
    : undefined;
};

/** Looked up as long as the others can wait, otherwise for the next mail. */
const lookUp = async (work: SendWork, awaited: readonly NoticeMember[], isLate: boolean): Promise<Next> => {
  await each(awaited, ({ case: { id: caseId, lane, reporters } }) =>
    work.dropHint("find-contact", lane, { caseId }, reporters[0]),
  );
  const lane = awaited[0]?.case.lane ?? "standard";
  return { lane, at: plusMinutes(work.clock.now(), isLate ? 5 : 1) };
};
