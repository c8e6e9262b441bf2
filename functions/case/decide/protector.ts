import { earliest, type Instant, plusHours } from "../../kernel/instant.ts";
import { targetFacts } from "../../report/target.ts";
import type { Case } from "../case.ts";
import { isSent } from "../notice-progress.ts";
import { allWithdrew } from "../path/notified.ts";
import type { Policy } from "../policy.ts";
import { tells } from "../step.ts";
import { hintAgainAt } from "../wants.ts";
import type { Rule } from "./rule.ts";
import { isStopped } from "./sendings.ts";

/** Later a page is gone or blocked; and who turns the setting on does not report all open cases. */
const withinHours = 24;

/** Since when Netcraft is owed this case's one notice. `undefined` where it is owed none. */
export const protectorOwedSince = (state: Case, { protects }: Policy, now: Instant): Instant | undefined => {
  const { protector, reopened, target, notices } = state;
  if (!protects || protector || reopened || isStopped(state, now) || allWithdrew(state)) return undefined;
  const { isMachine, isOneOfMany } = targetFacts[target.kind];
  // It takes the address of a page or a site.
  if (isMachine || isOneOfMany) return undefined;
  const since = earliest(...notices.filter(tells).flatMap((notice) => (isSent(notice) ? [notice.sentAt] : [])));
  return since !== undefined && now < plusHours(since, withinHours) ? since : undefined;
};

export const notifyProtector = {
  name: "notify-protector",
  why: "Netcraft can keep people off a page while its host decides; it hears once, after the host.",
  wants: (state, policy, now) => {
    const since = protectorOwedSince(state, policy, now);
    return since === undefined ? undefined : { hints: ["tell-channel"], wakes: [hintAgainAt(state, since, now)] };
  },
} as const satisfies Rule;
