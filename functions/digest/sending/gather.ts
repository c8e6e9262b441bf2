import type { TargetCase } from "../../case/case.ts";
import { isLookedUp } from "../../case/decide/look-up.ts";
import { mayGo } from "../../case/decide/sendings.ts";
import { goesOut } from "../../case/goes-out.ts";
import { changeTarget } from "../../matters/change-case.ts";
import { targetIn } from "../../matters/kinds.ts";
import { silently } from "../../matters/work.ts";
import { recordStop, type SendWork } from "../../notice/protocol.ts";
import type { NoticeMember } from "../../notice/request.ts";
import type { Digest, PlannedDigest } from "../digest.ts";
import type { Member } from "../event.ts";
import { lastNews } from "../evolve.ts";
import { digestKeyOf } from "../waiting.ts";
import { each } from "./each.ts";

type Gathered = {
  readonly members: readonly NoticeMember[];
  /** Their host has to be looked up first, which is under way. */
  readonly awaited: readonly Member[];
};

/** Takes along every member that may go, each by a change of its own case, and says which did. */
export const gather = async (work: SendWork, digest: PlannedDigest): Promise<Gathered> => {
  const planned = digest.members;
  const found = await each(planned, (member) => gatherOne(work, digest, member));
  return {
    members: found.filter((one) => typeof one === "object"),
    awaited: planned.filter((_, at) => found[at] === "awaited"),
  };
};

const gatherOne = async (
  work: SendWork,
  digest: Digest,
  member: Member,
): Promise<NoticeMember | "awaited" | "stays"> => {
  const state = targetIn(await work.store.read(member.caseId));
  const stand = standOf(work, digest, member, state);
  if (stand.kind === "goes") return stand.with;
  if (stand.kind === "stopped") await recordStop(work, stand.state, member.noticeId);
  if (stand.kind === "stays" || stand.kind === "stopped") return "stays";
  if (stand.kind === "awaited") return stand.kind;
  const written = await changeTarget(
    silently(work),
    member.caseId,
    (current) => {
      const again = standOf(work, digest, member, current);
      if (again.kind !== "joins") return again.kind === "goes" || again.kind === "hears" ? [] : undefined;
      return [
        {
          type: "notice-gathered",
          at: work.clock.now(),
          noticeId: member.noticeId,
          digestId: digest.id,
          heard: lastNews(digest),
        },
      ];
    },
    { ...(state && { lastSeen: state }) },
  );
  const next = written.ok ? written.value.next : targetIn(await work.store.read(member.caseId));
  const after = standOf(work, digest, member, next);
  return after.kind === "goes" ? after.with : "stays";
};

type Stand =
  | { readonly kind: "goes"; readonly with: NoticeMember }
  | { readonly kind: "stopped"; readonly state: TargetCase }
  | { readonly kind: "joins" | "hears" | "awaited" | "stays" };

/**
 * How a member stands to its digest: it goes in the mail, joins now, has to hear of an attempt that
 * is over, waits for its look-up, stays behind, or is stopped by what has changed since it was
 * queued, as settings do, which its case has to write down.
 */
const standOf = (work: SendWork, digest: Digest, { noticeId }: Member, state: TargetCase | undefined): Stand => {
  const notice = state?.notices.find(({ id }) => id === noticeId);
  if (!state || !notice) return { kind: "stays" };
  const now = work.clock.now();
  // What it believes of a mail that did not go out it has to unlearn first, from the digest as it
  // is and not as it was read here.
  if (notice.digest?.id === digest.id && (notice.state === "on-wire" || notice.state === "unknown"))
    return { kind: "hears" };
  if (!mayGo(state, notice, now) || digestKeyOf(state, notice) !== digest.key) return { kind: "stays" };
  if (!isLookedUp(state, work.policyOf(state), now)) return { kind: "awaited" };
  if (!goesOut(state, notice, work.policyOf, now)) return { kind: "stopped", state };
  if (notice.state === "gathered")
    return notice.digest?.id === digest.id ? { kind: "goes", with: { case: state, notice } } : { kind: "stays" };
  return { kind: "joins" };
};
