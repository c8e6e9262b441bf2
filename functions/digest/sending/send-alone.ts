import type { TargetCase } from "../../case/case.ts";
import { mayGo } from "../../case/decide/sendings.ts";
import { lineUp } from "../../case/in-line.ts";
import type { Notice } from "../../case/notice.ts";
import type { Instant } from "../../kernel/instant.ts";
import { changeTarget } from "../../matters/change-case.ts";
import { targetIn } from "../../matters/kinds.ts";
import { comeBack, type SendWork } from "../../notice/protocol.ts";
import type { NoticeMember } from "../../notice/request.ts";
import type { Digest } from "../digest.ts";
import { digestKeyOf } from "../waiting.ts";

/**
 * While SES refuses the account no digest is gathered: hosts would be looked up, notices gathered
 * and put in line anew for each try. When a try is due, one of its notices goes by itself, for all;
 * the others wait with it. False where nobody is left.
 */
export const sendsOneAhead = async (work: SendWork, digest: Digest, refused: Instant): Promise<boolean> => {
  const ahead = await firstWaiting(work, digest);
  if (!ahead) return false;
  const until = await work.accountTurn(digest.lane, ahead.case.id);
  if (until === undefined) await sendAlone(work, ahead, "SES refuses our mail, and this one tries for all");
  await comeBack(work, digest, { kind: "no-turn", why: "refused", until: until ?? refused });
  return true;
};

const firstWaiting = async (work: SendWork, digest: Digest): Promise<NoticeMember | undefined> => {
  for (const { caseId, noticeId } of digest.members ?? (await work.store.waitingFor(digest.key))) {
    const state = targetIn(await work.store.read(caseId));
    const notice = state?.notices.find(({ id }) => id === noticeId);
    if (state && notice && waitsWith(digest, state, notice) && mayGo(state, notice, work.clock.now()))
      return { case: state, notice };
  }
  return undefined;
};

const waitsWith = (digest: Digest, state: TargetCase, notice: Notice): boolean =>
  digestKeyOf(state, notice) === digest.key && (notice.state === "queued" || notice.digest?.id === digest.id);

/**
 * It leaves its digest and goes by itself. One for which no mail can be written must not stop the
 * others: its own attempt asks a person.
 */
export const sendAlone = async (
  work: SendWork,
  { case: { id }, notice }: NoticeMember,
  why: string,
): Promise<undefined> => {
  await changeTarget(work, id, (state) => {
    const current: Notice | undefined = state.notices.find((one) => one.id === notice.id);
    const isAsItWas = current?.state === notice.state && current.digest?.id === notice.digest?.id;
    return current && isAsItWas && (notice.state === "gathered" || notice.state === "queued")
      ? [lineUp(current, work.clock.now(), why)]
      : undefined;
  });
};
