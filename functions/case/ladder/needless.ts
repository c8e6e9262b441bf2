import { isSameMailbox } from "../../kernel/mailbox.ts";
import { isOfHost, isOfName } from "../../kernel/scope.ts";
import { type Candidate, isNamedIn, isUnlocated } from "../candidate.ts";
import type { Notice, TargetCase } from "../case.ts";
import { waitsForPolice } from "../clearance.ts";
import { formRuleIn } from "../desk-rules.ts";
import { asksHost, isAtDesk, isMissedAt } from "../networks.ts";
import type { Policy } from "../policy.ts";
import { asks, hasSpoken, told } from "./asked.ts";
import { isForbidden, isOfOthersName } from "./who.ts";

/** What would be a desk's first notice, while the look-up before it names others in that desk's place. A registry that stays silent names nobody. */
const isSuperseded = ({ contact }: TargetCase, { to, step }: Notice): boolean =>
  (step === "first" || step === "escalation") &&
  to.source !== "person" &&
  contact !== undefined &&
  !isNamedIn(contact, to.email) &&
  contact.candidates.some(({ scope, confidence }) => scope === to.scope && confidence !== "guess");

/**
 * Answers for where the host stands, and the latest look-up names it for no address that the host has now. The host's own desks are
 * known by their blocks as well (`networks.ts`), but not while DNS says nothing; a registrar answers for the domain.
 */
export const isUnnamed = ({ contact }: TargetCase, to: Candidate): boolean =>
  to.source !== "person" && !isOfName(to.scope) && contact !== undefined && !isNamedIn(contact, to.email) && (!isOfHost(to.scope) || isUnlocated(contact));

/** Goes out only where it is known where the host stands now. */
export const asksForPlace = ({ step, to }: Notice): boolean => asks(step) && to.source !== "person" && !isOfName(to.scope);

const notFoundThere = "the latest look-up did not find the host there";

/** Why a notice that waits need not go out any more, whatever put it in line (again). */
export const whyNeedless = (state: TargetCase, notice: Notice, policy: Policy): string | undefined => {
  const { to, step } = notice;
  if (isForbidden(state, to, policy)) return "the mailbox must not be written to";
  if (asks(step) && formRuleIn(state, to, policy)) return "its provider takes reports by its form only";
  if (notice.ended && step !== "withdrawal") return "the host moved away from its desk";
  if (isSuperseded(state, notice)) return "the latest look-up names another desk";
  if (asks(step) && isOfOthersName(state, to)) return "the name is the platform's or the hoster's own, and its registrar is none of the customer's";
  if (asks(step) && isUnnamed(state, to)) return "the latest look-up does not name its desk";
  if (waitsForPolice(state, notice)) return "the police of the hosting country clear it first";
  if ((step === "moved" || step === "correction") && !told(state).some((other) => isSameMailbox(other.to.email, to.email)))
    return "its desk never had a notice";
  if (step === "moved" && state.contact && isAtDesk(state.contact, notice)) return "the host is at its desk again";
  // Also where the registries name nobody for the place that DNS gives now: whoever it was named for before is not its host.
  if (asksHost(notice) && notice.missedAt !== undefined) return notFoundThere;
  if (step !== "reminder") return undefined;
  if (isMissedAt(state, to.email)) return notFoundThere;
  return hasSpoken(state, to.email) ? "the desk answered" : undefined;
};
