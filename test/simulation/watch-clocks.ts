import { advance } from "../../functions/case/advance.ts";
import type { Case } from "../../functions/case/case.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import type { PolicyOf } from "../../functions/case/policy.ts";
import { type Instant, plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Change } from "../../functions/store/ports.ts";
import type { Table } from "../../infra/command/scenarios/table-double.ts";
import type { Tells } from "./breach.ts";
import { type InForce, withWhomOf } from "./in-force.ts";

/** Nothing but time brings these. */
const isOfTime = (event: CaseEvent): boolean =>
  event.type === "forgotten" || (event.type === "notice-queued" && event.step === "reminder");

/**
 * When a case is to be looked at by this policy; at once, where time has brought something already.
 * What follows from whom settings forbid waits for whatever happens to the case next.
 */
const wantedAt = (state: Case, policyOf: PolicyOf, at: Instant): Instant | undefined => {
  const { events, wants } = advance(state, [], policyOf, at);
  return events.length === 0 ? wants.wakeAt : events.some(isOfTime) ? at : undefined;
};

/**
 * Holds what is done with time to the clocks of whoever does it, which may have changed since: no
 * desk is reminded early, nothing goes out before its moment, nothing is forgotten early; and once
 * all that waits was walked through, nothing waits for longer than today's clocks say.
 */
export const aWatchOverClocks = (table: Pick<Table, "states" | "dueOf">, now: () => Instant, breach: Tells) => {
  const isEarly = (before: Case, event: CaseEvent, policyOf: PolicyOf): string | undefined => {
    if (before.kind !== "case") return undefined;
    const { row } = policyOf(before);
    if (event.type === "forgotten")
      return before.closed && plusHours(before.closed.at, 24 * row.forgetAfterDays) > event.at
        ? "is forgotten early"
        : undefined;
    if (event.type === "notice-queued" && event.step === "reminder") {
      // Who heard nothing by a mail, as it came back, is asked by the one before it still.
      const told = before.notices.filter(
        ({ to, level, state }) =>
          to.email === event.to.email && level === event.level && state !== "bounced" && state !== "rejected",
      );
      const last = told
        .flatMap((one) => ("sentAt" in one && one.sentAt !== undefined ? [one.sentAt] : []))
        .sort()
        .at(-1);
      return last !== undefined && plusHours(last, row.reminderAfterHours) > event.at
        ? `reminds ${event.noticeId} early`
        : undefined;
    }
    if (event.type !== "send-claimed") return undefined;
    const notice = before.notices.find(({ id }) => id === event.noticeId);
    return notice?.state === "queued" && notice.notBefore > event.at ? `sends ${notice.id} early` : undefined;
  };
  const committed = (before: Case | undefined, { next, events }: Change, inForce: InForce) => {
    lookedAt.set(next.id, inForce);
    for (const event of before ? events : []) {
      const what = before && isEarly(before, event, inForce.policyOf);
      if (what !== undefined) breach("out of time", `${next.id} ${what}, at ${event.at}`);
    }
  };
  /** By what a case was looked at last: when it was written, or when it is due. */
  const lookedAt = new Map<string, InForce>();
  /**
   * Whether it was owed by now when the case was looked at last, too. Whom settings had not asked then, and have asked
   * since, is asked when the case is next looked at, as the page of what settings reach says; what is due from now on
   * has its moment.
   */
  const isOwed = (state: Case, wanted: Instant, today: InForce): boolean => {
    const then = lookedAt.get(state.id);
    if (wanted > now() || then === undefined) return true;
    const byThen = wantedAt(state, withWhomOf(today, then), now());
    return byThen !== undefined && byThen <= now();
  };
  /** `today`: what is in force, where all that waits was walked through by it. */
  const ended = (today: InForce | undefined) => {
    if (!today) return breach("out of time", "what waits was not walked through by today's clocks");
    for (const [caseId, dueAt] of table.dueOf) {
      const state = table.states.get(caseId);
      if (!state || dueAt <= now()) continue;
      const wanted = wantedAt(state, today.policyOf, now());
      // Whoever only looks again in so many minutes wants another moment each time.
      const isMoment = wanted === wantedAt(state, today.policyOf, plusMinutes(now(), -1));
      if (wanted === undefined || wanted >= dueAt || (!isMoment && wanted > now())) continue;
      if (isOwed(state, wanted, today))
        breach("out of time", `${caseId} waits until ${dueAt}, and by today's clocks it is due at ${wanted}`);
    }
  };
  return { committed, lookedAt: (caseId: string, by: InForce) => void lookedAt.set(caseId, by), ended };
};
