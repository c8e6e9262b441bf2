import { nameSystemOf } from "../kernel/beside-dns.ts";
import type { Instant } from "../kernel/instant.ts";
import { isNational, isOfHost } from "../kernel/scope.ts";
import { sharedInfrastructure } from "../kernel/shared-infrastructure.ts";
import { ask, isAsked } from "./ask.ts";
import type { Candidate } from "./candidate.ts";
import type { TargetCase } from "./case.ts";
import { needsClearance, wasHostsSideAsked } from "./clearance.ts";
import type { CaseEvent } from "./event.ts";
import { replacements, whyNot } from "./ladder.ts";
import type { Policy } from "./policy.ts";
import { isProtected } from "./protected.ts";

/**
 * Questions that must stand as long as what they are about does: asked by the state of the case and not by what happened
 * to it, so that a case which is opened again, or a list that grew since, can't slip past one.
 */
export const gates = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const protectedTarget = isProtected(state.target, policy.protectedDomains) && !state.cleared.includes("protected-target");
  const shared = state.cleared.includes("shared-infrastructure") ? undefined : sharedInfrastructure(state.target.host);
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
    ...clearanceQuestion(state, policy, now),
    ...besideDns(state, policy, now),
    ...heldQuestion(state, now),
  ];
};

/** A name that is none of DNS: nobody can be looked up, so a person passes it on. It blocks, and with that no look-up is begun. */
const besideDns = (state: TargetCase, { ownDesks }: Policy, now: Instant): readonly CaseEvent[] => {
  const system = nameSystemOf(state.target.host);
  if (!system || state.cleared.includes("beside-dns") || isAsked(state, "beside-dns")) return [];
  const reason = [system.why, ...(ownDesks === undefined ? [] : [ownDesks]), system.instead].join(" ");
  return [ask(state, now, { question: "beside-dns", blocking: true, reason })];
};

/**
 * The police come first where the country of any network says so, for child abuse, as long as somebody of the host's side is still to hear of
 * it. The hotline hears meanwhile; where there is none that may be told, nobody does, and the reason says so.
 */
const clearanceQuestion = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] => {
  const isHostsSideLeft = !wasHostsSideAsked(state) || replacements(state, policy, now).length > 0;
  if (!needsClearance(state, policy) || isAsked(state, "clearance") || !isHostsSideLeft) return [];
  const candidates = state.contact?.candidates ?? [];
  const isOnLadder = ({ scope }: Candidate) => policy.row.ladder.some(({ to }) => to.some(({ anyOf }) => anyOf.includes(scope)));
  const national = candidates.filter((one) => isNational(one.scope) && isOnLadder(one) && [undefined, "told-before"].includes(whyNot(state, one, policy)));
  const ofHost = candidates.filter(({ scope }) => isOfHost(scope));
  const isOptedOut = ofHost.every((one) => whyNot(state, one, policy) === "forbidden") && (state.contact?.optedOut ?? ofHost).length > 0;
  const reason = [
    `In ${policy.policeFirst} the police clear such a notice before the host hears of it.`,
    national.length > 0 ? "The hotline hears at once." : "No hotline's mailbox is in the settings: nobody hears of it until you say so.",
    ...(isOptedOut ? ["The host's own desk asked for no mail: nothing goes to it afterwards either."] : []),
    ...(policy.toCall ?? []),
  ];
  return [ask(state, now, { question: "clearance", blocking: national.length === 0, reason: reason.join(" ") })];
};

/** A hold without an end is a person's to lift, and with it all that stand beside it: each is named. */
export const heldQuestion = (state: TargetCase, now: Instant): readonly CaseEvent[] => {
  if (isAsked(state, "held") || state.holds.every(({ until }) => until !== undefined)) return [];
  const each = state.holds.map(({ by, why, until }) => `Held by ${by}${until === undefined ? "" : ` until ${until.slice(0, 16)}Z`}: ${why}`);
  return [ask(state, now, { question: "held", blocking: true, reason: each.join(" ") })];
};
