import type { TargetCase } from "../../case/case.ts";
import { missedWindows } from "../../case/decide/sendings.ts";
import { waitAnew } from "../../case/in-line.ts";
import type { Notice } from "../../case/notice.ts";
import { windowFor } from "../../case/window.ts";
import { changeTarget } from "../../matters/change-case.ts";
import { asKind } from "../../matters/kinds.ts";
import type { SendWork } from "../../notice/protocol.ts";
import type { Member } from "../event.ts";
import { isSame } from "../evolve.ts";
import { digestIdOf, digestKeyOf } from "../waiting.ts";

/**
 * What becomes of a notice whose window is over and that no digest has taken along: a digest that
 * is late still does, however late; where there is none, or it went without it, the notice waits
 * for the next window.
 */
export const seekDigest = async (work: SendWork, state: TargetCase, { id: noticeId }: Notice): Promise<void> => {
  const key = state.notices.flatMap((notice) => (notice.id === noticeId ? (digestKeyOf(state, notice) ?? []) : []))[0];
  if (key === undefined || (await willBeTaken(work, key, { caseId: state.id, noticeId }))) return;
  await changeTarget(work, state.id, (current) => {
    const now = work.clock.now();
    const notice = missedWindows(current, now).find(({ id }) => id === noticeId);
    return notice && digestKeyOf(current, notice) === key
      ? [waitAnew(notice, now, windowFor(now, work.policyOf(current), current.lane), "no digest took it along")]
      : undefined;
  });
};

const willBeTaken = async (work: SendWork, key: string, member: Member): Promise<boolean> => {
  for (let part = 1; ; part++) {
    const { digest } = asKind(await work.store.read(digestIdOf(key, part)));
    if (!digest) return false;
    const isToCome = !digest.closed && digest.notices[0].state === "queued";
    if (isToCome && (!digest.members || digest.more || digest.members.some((other) => isSame(other, member))))
      return true;
    if (!digest.more) return false;
  }
};
