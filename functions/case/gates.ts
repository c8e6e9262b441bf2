import type { Instant } from "../kernel/instant.ts";
import type { TargetCase } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { wasAsked } from "./ladder.ts";
import type { Policy } from "./policy.ts";
import { isProtected } from "./protected.ts";
import { ask, isAsked } from "./react.ts";

/**
 * Questions that must stand as long as what they are about does: asked by the state of the case and not by what happened
 * to it, so that a case which is opened again, or a list that grew since, can't slip past one.
 */
export const gates = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const protectedTarget = isProtected(state.target.host, policy.protectedDomains) && !state.cleared.includes("protected-target");
  const live = state.live && !state.cleared.includes("live");
  return [
    ...(protectedTarget && !isAsked(state, "protected-target")
      ? [
          ask(state, now, {
            question: "protected-target",
            blocking: true,
            reason: "The reported host is on the list of protected domains, or is a whole public suffix.",
          }),
        ]
      : []),
    ...(clearsFirst(state, policy) && !isAsked(state, "clearance")
      ? [
          ask(state, now, {
            question: "clearance",
            blocking: true,
            reason: `In ${policy.country?.country} the police clear such a notice before the host hears of it.`,
          }),
        ]
      : []),
    ...heldQuestion(state, now),
    ...(live && !isAsked(state, "live")
      ? [ask(state, now, { question: "live", blocking: false, reason: "Reported as happening now; a call may be faster than a mail." })]
      : []),
  ];
};

/** The police come first where the hosting country says so, for child abuse, as long as nobody there has heard of it. */
const clearsFirst = (state: TargetCase, { country, row }: Policy): boolean =>
  country?.lawEnforcementFirst === true && row.neverTo.includes("site") && !wasAsked(state) && !state.cleared.includes("clearance");

/** A hold without an end is a person's to lift, and with it all that stand beside it: each is named. */
export const heldQuestion = (state: TargetCase, now: Instant): readonly CaseEvent[] => {
  if (isAsked(state, "held") || state.holds.every(({ until }) => until !== undefined)) return [];
  const each = state.holds.map(({ by, why, until }) => `Held by ${by}${until === undefined ? "" : ` until ${until.slice(0, 16)}Z`}: ${why}`);
  return [ask(state, now, { question: "held", blocking: true, reason: each.join(" ") })];
};
