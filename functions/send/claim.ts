import { advance } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import { isLookedUp } from "../case/decide/look-up.ts";
import type { EventOf } from "../case/event.ts";
import type { Instant } from "../kernel/instant.ts";
import type { NoticeMember } from "../notice/request.ts";
import type { Lane } from "../report/category.ts";
import { setTimers } from "../store/change-case.ts";
import { changeOf } from "../store/change-of.ts";
import type { Change } from "../store/ports.ts";
import type { CaseWork } from "../store/work.ts";
import type { SendWork } from "./send-port.ts";

/** What a claim freezes of a notice's mail, or of its report to a provider's API. */
export type Claim = Omit<EventOf<"send-claimed">, "type" | "at" | "noticeId">;

/**
 * Writes all claims and what stands beside them, or nothing: the last write before the wire, only while each case is
 * as read and its host was looked up lately.
 */
export const claimEach = async (
  { store, policyOf }: Pick<CaseWork, "store" | "policyOf">,
  members: readonly NoticeMember[],
  at: Instant,
  claimOf: (nth: number) => Claim,
  beside: Pick<Change, "unstopped" | "mail"> = {},
): Promise<readonly Case[] | undefined> => {
  // By the clock of the claim: since the read a mail was composed, and waited for its turn.
  if (!members.every(({ case: state }) => isLookedUp(state, policyOf(state), at))) return undefined;
  const claims = members.map(({ case: state, notice }, nth) =>
    advance(state, [{ type: "send-claimed", at, noticeId: notice.id, ...claimOf(nth) }], policyOf, at),
  );
  const [change, ...together] = claims.map((claimed, nth) => changeOf(claimed, at, members[nth]?.case));
  if (!change) return undefined;
  // The claim includes what time has brought, as a next step that waits in its own window. First, since nothing may
  // fail between the claim and the wire.
  for (const [nth, { next }] of claims.entries()) await setTimers({ store }, members[nth]?.case ?? next, next);
  const written = await store.commit({ ...change, ...beside, ...(together.length > 0 && { together }) });
  return written.ok ? claims.map(({ next }) => next) : undefined;
};

/** A pause after the claim is a definite no. Unreadable counts as on, as what waits is easier to fix. */
export const pausedSince = ({ isPaused }: Pick<SendWork, "isPaused">, lane: Lane): Promise<string | undefined> =>
  isPaused(lane).then(
    (is) => (is ? "stopped" : undefined),
    // Nobody was asked. The notice comes back when the table does.
    () => "pause-unread",
  );
