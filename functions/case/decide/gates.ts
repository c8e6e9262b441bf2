import { nameSystemOf } from "../../kernel/beside-dns.ts";
import { wwwTwin } from "../../kernel/domain.ts";
import { type Instant, plusMinutes } from "../../kernel/instant.ts";
import { isNational, isOfHost } from "../../kernel/scope.ts";
import { ask, isAsked } from "../ask.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { awaitsClearance, isHostsSideTold, needsClassifying, needsClearance } from "../clearance.ts";
import { withoutRepeatedForms } from "../contact-facts.ts";
import type { CaseEvent } from "../event.ts";
import { replacements } from "../path/escalate.ts";
import { formsOnLevels, platformForms } from "../path/forms.ts";
import { isAnyoneTold } from "../path/notified.ts";
import { whyNot } from "../path/who.ts";
import type { Policy } from "../policy.ts";
import { isProtected } from "../protected.ts";
import type { Question } from "../question.ts";
import { standstill } from "./holds.ts";
import { liveWaitsMinutes } from "./look-up.ts";
import { type Rule, together } from "./rule.ts";

const isOpen = (state: Case, question: Question): boolean =>
  !state.cleared.includes(question) && !isAsked(state, question);

/** The apex of a name that everybody knows, or its www.; shared names don't count. */
const isWellKnown = ({ target, contact }: Case): boolean =>
  contact?.name?.isWellKnown === true &&
  !contact.name.isShared &&
  contact.namedBy !== "platform" &&
  wwwTwin(target.host) !== undefined;

/** What everybody's mail or names go through is no hosting; a well-known name is mostly the one imitated. */
const whyWellKnown = (state: Case, { protectedDomains }: Policy): string | undefined => {
  const everybodys = state.contact?.everybodys;
  if (everybodys !== undefined) return `The reported host is ${everybodys}.`;
  return !isWellKnown(state) || isAnyoneTold(state) || isProtected(state.target, protectedDomains)
    ? undefined
    : "The reported host is on the list of well-known names, and so most likely the one imitated.";
};

const aboutClearance = (state: Case, policy: Policy): string => {
  const ofHost = (state.contact?.candidates ?? []).filter(({ scope }) => isOfHost(scope));
  const isOptedOut =
    ofHost.every((one) => whyNot(state, one, policy) === "forbidden") && (state.contact?.optedOut ?? ofHost).length > 0;
  return [
    `In ${policy.policeFirst} the police clear such a notice before the host hears of it.`,
    heardMeanwhile(state, policy),
    ...(isOptedOut ? ["The host's own desk asked for no mail: nothing goes to it afterwards either."] : []),
    ...(policy.toCall ?? []),
  ].join(" ");
};

const isHotlineHeard = (state: Case, policy: Policy): boolean => {
  const isOnPath = ({ scope }: Candidate) =>
    policy.row.path.some(({ to }) => to.some(({ anyOf }) => anyOf.includes(scope)));
  return (state.contact?.candidates ?? []).some(
    (one) => isNational(one.scope) && isOnPath(one) && [undefined, "told-before"].includes(whyNot(state, one, policy)),
  );
};

const heardMeanwhile = (state: Case, policy: Policy): string =>
  isHotlineHeard(state, policy)
    ? "The hotline hears at once."
    : "No hotline's mailbox is in the settings: nobody hears of it until you say so.";

const whoReported = ({ evidence }: Case): string =>
  evidence.detectedBy === "automated-scan" ? "A program reported it." : "A user reported it.";

const isHostsSideLeft = (state: Case, policy: Policy, now: Instant): boolean =>
  !isHostsSideTold(state) || replacements(state, policy, now).length > 0;

const isToClassify = (state: Case, policy: Policy, now: Instant): boolean =>
  state.contact !== undefined && needsClassifying(state, policy) && isHostsSideLeft(state, policy, now);

/** A hold without an end is a person's to lift, and with it all that stand beside it: each is named. */
export const heldQuestion = (state: Case, now: Instant): readonly CaseEvent[] => {
  if (isAsked(state, "held") || state.holds.every(({ until }) => until !== undefined)) return [];
  const each = state.holds.map(
    ({ by, why, until }) => `Held by ${by}${until === undefined ? "" : ` until ${until.slice(0, 16)}Z`}: ${why}`,
  );
  return [ask(state, now, { question: "held", blocking: true, reason: each.join(" ") })];
};

const gate = <Name extends Question>(
  name: Name,
  why: string,
  reasonOf: (state: Case, policy: Policy, now: Instant) => string | undefined,
  keepsNothing: (state: Case, policy: Policy) => boolean = () => false,
): Rule & { readonly name: Name } => ({
  name,
  why,
  wants: (state, policy, now) => {
    const reason = isOpen(state, name) ? reasonOf(state, policy, now) : undefined;
    if (reason === undefined) return undefined;
    return { record: [ask(state, now, { question: name, blocking: !keepsNothing(state, policy), reason })] };
  },
});

/** Asked by the state, not by what happened, so that a reopened case can't slip past one. */
export const gateRules = [
  gate(
    "protected-target",
    "A notice about a protected domain, or a whole public suffix, would be a mistake more often than not.",
    ({ target }, { protectedDomains }) =>
      isProtected(target, protectedDomains)
        ? "The reported host is on the list of protected domains, or is a whole public suffix."
        : undefined,
  ),
  gate(
    "well-known-host",
    "Who reports what everybody uses or knows mostly means what asked or imitates it, so a person looks first.",
    whyWellKnown,
  ),
  gate(
    "clearance",
    "Where a serving country says so its police clear child abuse first; the hotline hears meanwhile.",
    (state, policy, now) =>
      needsClearance(state, policy) && isHostsSideLeft(state, policy, now) ? aboutClearance(state, policy) : undefined,
    isHotlineHeard,
  ),
  gate(
    "unclassified",
    "Child abuse that a user or a program alone reports is classified by a person or the hotline before the host.",
    (state, policy, now) =>
      isToClassify(state, policy, now)
        ? `${whoReported(state)} No person has classified it. ${heardMeanwhile(state, policy)}`
        : undefined,
    isHotlineHeard,
  ),
  gate(
    "unconfirmed-country",
    "A country that a block's own field alone names keeps no notice for its police; a person hears of it.",
    (state, policy, now) => {
      const { policeUnconfirmed: country, toCall = [] } = policy;
      // Whatever keeps the host's side is answered first: until then it does not go out.
      if (country === undefined || awaitsClearance(state) || isToClassify(state, policy, now)) return undefined;
      const only = `Only the network's own record names ${country}, where the police clear such a notice first.`;
      return [only, "It goes out without them.", ...toCall].join(" ");
    },
    () => true,
  ),
  gate(
    "beside-dns",
    "Of a name that is none of DNS nobody can be looked up, so a person passes it on.",
    ({ target }, { ownDesks }) => {
      const system = nameSystemOf(target.host);
      return system && [system.why, ...(ownDesks === undefined ? [] : [ownDesks]), system.instead].join(" ");
    },
  ),
  {
    name: "held",
    why: "A hold without an end is a person's to lift.",
    wants: (state, _, now) => ({ record: heldQuestion(state, now) }),
  },
] as const satisfies readonly Rule[];

export const gates = {
  name: "gates",
  why: "What must not go out without a person's word is before them, all of it at once, before anything does.",
  wants: together(gateRules),
} as const satisfies Rule;

export const live = {
  name: "live",
  why: "Of what happens now a person is asked at once, since a call may be faster than a mail.",
  wants: (state, policy, now) => {
    if (!state.live || state.cleared.includes("live") || isAsked(state, "live")) return undefined;
    const isLookedInto = state.contact !== undefined || now >= plusMinutes(state.openedAt, liveWaitsMinutes);
    if (!isLookedInto && !standstill(state, now)) return undefined;
    const forms = withoutRepeatedForms([...platformForms(state, policy), ...formsOnLevels(state, policy, 0, 1)]);
    const byForm = forms.length === 0 ? "" : " Who can take it down takes reports by the form below.";
    const reason = `Reported as happening now; a call may be faster than a mail.${byForm}`;
    return {
      record: [ask(state, now, { question: "live", blocking: false, reason, ...(forms.length > 0 && { forms }) })],
    };
  },
} as const satisfies Rule;
