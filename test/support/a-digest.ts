import type { TargetCase } from "../../functions/case/case.ts";
import { evolveTarget } from "../../functions/case/evolve.ts";
import type { Digest } from "../../functions/digest/digest.ts";
import type { DigestEvent, Member } from "../../functions/digest/event.ts";
import { beginDigest, evolveDigest } from "../../functions/digest/evolve.ts";
import { digestKeyOf, isInWindow, openingFor } from "../../functions/digest/waiting.ts";
import { aCase, anAnswer, aSettings, morning } from "./a-case.ts";

/** Notices wait for their window, and go out with a digest's mail. */
export const withWindows = aSettings({ digests: true });

/** A case whose desk's notice waits for its window. */
export const waiting = aCase({}, [{ type: "contact-answered", at: morning, answer: anAnswer() }], withWindows);

/** Another case whose notice to the same desk goes with it. */
export const otherId = "TD-0000-0000-0002";

/** A digest for a case's first notice, or a later one, and for another case's, and then these facts. */
export const aDigest = (facts: readonly DigestEvent[] = [], of: TargetCase = waiting, nth = 0): Digest => {
  const notice = of.notices[nth];
  const key = notice && digestKeyOf(of, notice);
  if (!notice || !key || !isInWindow(notice)) throw new Error("its notice waits for its window");
  const members: readonly Member[] = [of.id, otherId].map((caseId) => ({ caseId, noticeId: notice.id }));
  const planned: DigestEvent = { type: "members-planned", at: morning, members, more: false };
  return [planned, ...facts].reduce(evolveDigest, beginDigest(openingFor(of, notice, key, morning)));
};

/** Its mail may be on the wire. */
export const claimedOf = ({ notices: [{ id: noticeId }] }: Digest): DigestEvent => ({
  type: "send-claimed",
  at: morning,
  noticeId,
  attemptId: "d-1",
  subject: "ABUSE",
  renderHash: "hash",
  recipientHash: "hash",
});

/** The case whose notice this digest has taken along, and which has heard so much of its news. */
export const gatheredIn = (digest: Digest, state: TargetCase = waiting, heard = 0): TargetCase =>
  evolveTarget(state, {
    type: "notice-gathered",
    at: morning,
    noticeId: digest.notices[0].id,
    digestId: digest.id,
    heard,
  });
