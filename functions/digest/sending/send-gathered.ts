import { waitAnew } from "../../case/in-line.ts";
import { windowFor } from "../../case/window.ts";
import { plusMinutes } from "../../kernel/instant.ts";
import { changeTarget } from "../../matters/change-case.ts";
import { type Outcome, silently } from "../../matters/work.ts";
import { recipientHashOf } from "../../notice/compose-notice.ts";
import { givePlaceBack, takePlace } from "../../notice/desk-pace.ts";
import { askOnce, byNow, claimOf, comeBack, recordAnswer, type SendWork } from "../../notice/protocol.ts";
import { replyAddress } from "../../notice/reply-address.ts";
import { type ComposeProblem, describeProblem, type NoticeMember } from "../../notice/request.ts";
import type { Digest, PlannedDigest } from "../digest.ts";
import type { DigestEvent } from "../event.ts";
import { isSame } from "../evolve.ts";
import { mailBytesAtMost } from "../waiting.ts";
import { each } from "./each.ts";
import { changed, end } from "./if-unchanged.ts";
import { sendAlone } from "./send-alone.ts";
import { tellOne } from "./tell-members.ts";

/**
 * Composes the mail of those that were gathered, claims it and asks SES once. `again` where members
 * left meanwhile, or had to.
 */
export const sendGathered = async (
  work: SendWork,
  digest: PlannedDigest,
  members: readonly NoticeMember[],
): Promise<Outcome | "again"> => {
  const [mail] = digest.notices;
  const [first, ...also] = members;
  if (!first) return (await end(work, digest, "none of its notices goes out with it")) ?? "done";
  if (also.length === 0) return (await sendAlone(work, first, "the others in its digest do not go out")) ?? "again";
  const attemptId = `${digest.id}_${mail.id}_${mail.attempts + 1}`;
  const composed = await work.compose({
    ...first,
    also,
    digestId: digest.id,
    settings: work.settings,
    replyAddress: replyAddress({ caseId: digest.id, notice: mail }, await work.replyKeys(), work.settings.replyDomain),
    attemptId,
    now: work.clock.now(),
    doubted: [mail, ...members.map(({ notice }) => notice)].some(({ doubtedAttempt }) => doubtedAttempt !== undefined),
    messageIdDomain: work.messageIdDomain,
  });
  if (!composed.ok) return refused(work, digest, members, composed.error);
  if (composed.value.mime.length > mailBytesAtMost && also.length > 0) return makeRoom(work, digest, members);
  if (composed.value.recipientHash !== recipientHashOf(mail.to))
    throw new Error("A digest's members are another desk's.");
  const turn = await work.takeTurn(digest.lane);
  if (turn.kind === "no-turn") return comeBack(work, digest, turn);
  // Its members are gathered anew by what is in force now.
  if ((await byNow(work)) !== work) return "again";
  const policy = work.policyOf(digest);
  const takenAt = work.clock.now();
  const deskMail = { ...digest, ...mail, isShared: true };
  if (!(await takePlace(work.deskMails, deskMail, policy, takenAt))) {
    // Others were faster than it was composed; who is in it stays in it.
    await work.store.postpone(digest.id, digest.version, plusMinutes(work.clock.now(), policy.urgentSharesMinutes));
    return "done";
  }
  const stays = digest.members.filter(
    (member) => !members.some(({ case: { id }, notice }) => isSame(member, { caseId: id, noticeId: notice.id })),
  );
  const claims: readonly DigestEvent[] = [
    ...(stays.length > 0
      ? [{ type: "members-left" as const, at: work.clock.now(), members: stays, why: "they could not go out with it" }]
      : []),
    claimOf(mail, attemptId, composed.value, work.clock.now()),
  ];
  const claimed = await changed(silently(work), digest, claims, { unstopped: [mail.to.email] });
  if (!claimed) return "again";
  const answer = await askOnce(work, {
    mime: composed.value.mime,
    recipient: composed.value.recipient,
    attemptId,
    lane: digest.lane,
  });
  await recordAnswer(work, claimed, { notice: mail, attemptId, answer, about: members.map((member) => member.case) });
  if (answer.kind === "declined") await givePlaceBack(work.deskMails, deskMail, takenAt);
  // Who was left behind would find out within the hour.
  await each(stays, (member) => tellOne(work, claimed, member));
  return "done";
};

/** The member that no mail can be written for goes by itself; of the digest a person is asked. */
const refused = async (
  work: SendWork,
  digest: PlannedDigest,
  members: readonly NoticeMember[],
  problem: ComposeProblem,
): Promise<Outcome | "again"> => {
  const guilty =
    "caseId" in problem && problem.caseId !== undefined
      ? members.find((member) => member.case.id === problem.caseId)
      : undefined;
  if (guilty) return (await sendAlone(work, guilty, "the digest can't be written with it")) ?? "again";
  const [{ id: noticeId }] = digest.notices;
  await changed(work, digest, [{ type: "refused", at: work.clock.now(), noticeId, problem: describeProblem(problem) }]);
  work.log.info("notice.refused", { caseId: digest.id, noticeId, code: problem.kind });
  return "done";
};

/**
 * What was reckoned of one in line was too little (`digest/waiting.ts`): half of them go in the
 * next window's mail, where it is reckoned anew.
 */
const makeRoom = async (work: SendWork, digest: Digest, members: readonly NoticeMember[]): Promise<"again"> => {
  await each(members.slice(Math.ceil(members.length / 2)), ({ case: { id }, notice }) =>
    changeTarget(work, id, (state) => {
      const current = state.notices.find((one) => one.id === notice.id);
      if (current?.state !== "gathered" || current.digest?.id !== digest.id) return undefined;
      const now = work.clock.now();
      return [
        waitAnew(
          current,
          now,
          windowFor(now, work.policyOf(state), state.lane),
          "the digest's mail would be too large with it",
        ),
      ];
    }),
  );
  return "again";
};
