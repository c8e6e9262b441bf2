import { nameSystemOf } from "../kernel/beside-dns.ts";
import type { Instant } from "../kernel/instant.ts";
import { sharedInfrastructure } from "../kernel/shared-infrastructure.ts";
import type { TargetCase } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { replacements, wasAsked } from "./ladder.ts";
import type { Policy } from "./policy.ts";
import { isProtected } from "./protected.ts";
import { ask, isAsked } from "./react.ts";

/**
 * Questions that must stand as long as what they are about does: asked by the state of the case and not by what happened
 * to it, so that a case which is opened again, or a list that grew since, can't slip past one.
 */
export const gates = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const protectedTarget = isProtected(state.target, policy.protectedDomains) && !state.cleared.includes("protected-target");
  const shared = state.cleared.includes("shared-infrastructure") ? undefined : sharedInfrastructure(state.target.host);
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
    ...(shared !== undefined && !isAsked(state, "shared-infrastructure")
      ? [ask(state, now, { question: "shared-infrastructure", blocking: true, reason: `The reported host is ${shared}.` })]
      : []),
    ...(clearsFirst(state, policy, now) && !isAsked(state, "clearance")
      ? [
          ask(state, now, {
            question: "clearance",
            blocking: true,
            reason: [`In ${policy.policeFirst} the police clear such a notice before the host hears of it.`, ...(policy.toCall ?? [])].join(" "),
          }),
        ]
      : []),
    ...besideDns(state, policy, now),
    ...heldQuestion(state, now),
    ...(live && !isAsked(state, "live")
      ? [ask(state, now, { question: "live", blocking: false, reason: "Reported as happening now; a call may be faster than a mail." })]
      : []),
  ];
};

/** A name that is none of DNS: nobody can be looked up, so a person passes it on. It blocks, and with that no look-up is begun. */
const besideDns = (state: TargetCase, { ownDesks }: Policy, now: Instant): readonly CaseEvent[] => {
  const system = nameSystemOf(state.target.host);
  if (!system || state.cleared.includes("beside-dns") || isAsked(state, "beside-dns")) return [];
  const reason = [system.why, ...(ownDesks === undefined ? [] : [ownDesks]), system.instead].join(" ");
  return [ask(state, now, { question: "beside-dns", blocking: true, reason })];
};

/** The police come first where the country of any network says so, for child abuse, as long as somebody is still to hear of it. */
const clearsFirst = (state: TargetCase, policy: Policy, now: Instant): boolean =>
  policy.policeFirst !== undefined &&
  policy.row.neverTo.includes("site") &&
  !state.cleared.includes("clearance") &&
  (!wasAsked(state) || replacements(state, policy, now).length > 0);

/** A hold without an end is a person's to lift, and with it all that stand beside it: each is named. */
export const heldQuestion = (state: TargetCase, now: Instant): readonly CaseEvent[] => {
  if (isAsked(state, "held") || state.holds.every(({ until }) => until !== undefined)) return [];
  const each = state.holds.map(({ by, why, until }) => `Held by ${by}${until === undefined ? "" : ` until ${until.slice(0, 16)}Z`}: ${why}`);
  return [ask(state, now, { question: "held", blocking: true, reason: each.join(" ") })];
};
