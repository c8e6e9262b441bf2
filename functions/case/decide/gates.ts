import { nameSystemOf } from "../../kernel/beside-dns.ts";
import { wwwTwin } from "../../kernel/domain.ts";
import type { Instant } from "../../kernel/instant.ts";
import { isNational, isOfHost } from "../../kernel/scope.ts";
import { ask, isAsked } from "../ask.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { awaitsClearance, isHostsSideTold, needsClassifying, needsClearance } from "../clearance.ts";
import type { CaseEvent } from "../event.ts";
import { replacements } from "../ladder/climb.ts";
import { isAnyoneTold } from "../ladder/told.ts";
import { whyNot } from "../ladder/who.ts";
import type { Policy } from "../policy.ts";
import { isProtected } from "../protected.ts";
import type { Question } from "../question.ts";
import { type Rule, together } from "./rule.ts";

/** Neither before a person nor answered by one. */
const isOpen = (state: Case, question: Question): boolean =>
  !state.cleared.includes(question) && !isAsked(state, question);

/** The apex of a name that everybody knows, or its www.; one where strangers have pages is another matter. */
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

/**
 * What the question about the clearance says beside it: who hears meanwhile, and whom a person
 * calls.
 */
const aboutClearance = (state: Case, policy: Policy, isHeardMeanwhile: boolean): string => {
  const ofHost = (state.contact?.candidates ?? []).filter(({ scope }) => isOfHost(scope));
  const isOptedOut =
    ofHost.every((one) => whyNot(state, one, policy) === "forbidden") && (state.contact?.optedOut ?? ofHost).length > 0;
  return [
    `In ${policy.policeFirst} the police clear such a notice before the host hears of it.`,
    heardMeanwhile(isHeardMeanwhile),
    ...(isOptedOut ? ["The host's own desk asked for no mail: nothing goes to it afterwards either."] : []),
    ...(policy.toCall ?? []),
  ].join(" ");
};

const heardMeanwhile = (isHeardMeanwhile: boolean): string =>
  isHeardMeanwhile
    ? "The hotline hears at once."
    : "No hotline's mailbox is in the settings: nobody hears of it until you say so.";

const whoReported = ({ evidence }: Case): string =>
  evidence.detectedBy === "automated-scan" ? "A program reported it." : "A user reported it.";

/** Somebody of the host's side is still to hear of it. */
const isHostsSideLeft = (state: Case, policy: Policy, now: Instant): boolean =>
  !isHostsSideTold(state) || replacements(state, policy, now).length > 0;

/** A person classifies it before the host's side hears. */
const isToClassify = (state: Case, policy: Policy, now: Instant): boolean =>
  state.contact !== undefined && needsClassifying(state, policy) && isHostsSideLeft(state, policy, now);

/** A hotline hears of it, or has, whatever keeps the host's side. */
const isHotlineHeard = (state: Case, policy: Policy): boolean => {
  const isOnLadder = ({ scope }: Candidate) =>
    policy.row.ladder.some(({ to }) => to.some(({ anyOf }) => anyOf.includes(scope)));
  return (state.contact?.candidates ?? []).some(
    (one) =>
      isNational(one.scope) && isOnLadder(one) && [undefined, "told-before"].includes(whyNot(state, one, policy)),
  );
};

/**
 * A hold without an end is a person's to lift, and with it all that stand beside it: each is named.
 */
export const heldQuestion = (state: Case, now: Instant): readonly CaseEvent[] => {
  if (isAsked(state, "held") || state.holds.every(({ until }) => until !== undefined)) return [];
  const each = state.holds.map(
    ({ by, why, until }) => `Held by ${by}${until === undefined ? "" : ` until ${until.slice(0, 16)}Z`}: ${why}`,
  );
  return [ask(state, now, { question: "held", blocking: true, reason: each.join(" ") })];
};

/**
 * Questions that must stand as long as what they are about does: asked by the state of the case and
 * not by what happened to it, so that a case which is opened again, or a list that grew since,
 * can't slip past one.
 */
export const gateRules = [
  {
    name: "protected-target",
    why: "A notice about a protected domain, or a whole public suffix, would be a mistake more often than not.",
    wants: (state, policy, now) => {
      if (!isOpen(state, "protected-target") || !isProtected(state.target, policy.protectedDomains)) return undefined;
      const reason = "The reported host is on the list of protected domains, or is a whole public suffix.";
      return { record: [ask(state, now, { question: "protected-target", blocking: true, reason })] };
    },
  },
  {
    name: "well-known-host",
    why: "Who reports what everybody uses or knows mostly means what asked or imitates it, so a person looks first.",
    wants: (state, policy, now) => {
      const reason = isOpen(state, "well-known-host") ? whyWellKnown(state, policy) : undefined;
      if (reason === undefined) return undefined;
      return { record: [ask(state, now, { question: "well-known-host", blocking: true, reason })] };
    },
  },
  {
    name: "clearance",
    why: "Where a serving country says so its police clear child abuse first; the hotline hears meanwhile.",
    wants: (state, policy, now) => {
      if (!needsClearance(state, policy) || isAsked(state, "clearance") || !isHostsSideLeft(state, policy, now))
        return undefined;
      const isHeardMeanwhile = isHotlineHeard(state, policy);
      const reason = aboutClearance(state, policy, isHeardMeanwhile);
      return { record: [ask(state, now, { question: "clearance", blocking: !isHeardMeanwhile, reason })] };
    },
  },
  {
    name: "unclassified",
    why: "Child abuse that a user or a program alone reports is classified by a person or the hotline before the host.",
    wants: (state, policy, now) => {
      if (!isToClassify(state, policy, now) || isAsked(state, "unclassified")) return undefined;
      const isHeardMeanwhile = isHotlineHeard(state, policy);
      const reason = `${whoReported(state)} No person has classified it. ${heardMeanwhile(isHeardMeanwhile)}`;
      return { record: [ask(state, now, { question: "unclassified", blocking: !isHeardMeanwhile, reason })] };
    },
  },
  {
    name: "unconfirmed-country",
    why: "A country that a block's own field alone names keeps no notice for its police; a person hears of it.",
    wants: (state, policy, now) => {
      const { policeUnconfirmed: country, toCall = [] } = policy;
      if (country === undefined || !isOpen(state, "unconfirmed-country")) return undefined;
      // Whatever keeps the host's side is answered first: until then it does not go out.
      if (awaitsClearance(state) || isToClassify(state, policy, now)) return undefined;
      const reason = [
        `Only the network's own record names ${country}, where the police clear such a notice first. It goes out ` +
          "without them.",
        ...toCall,
      ].join(" ");
      return { record: [ask(state, now, { question: "unconfirmed-country", blocking: false, reason })] };
    },
  },
  {
    name: "beside-dns",
    why: "Of a name that is none of DNS nobody can be looked up, so a person passes it on.",
    wants: (state, { ownDesks }, now) => {
      const system = isOpen(state, "beside-dns") ? nameSystemOf(state.target.host) : undefined;
      if (!system) return undefined;
      const reason = [system.why, ...(ownDesks === undefined ? [] : [ownDesks]), system.instead].join(" ");
      return { record: [ask(state, now, { question: "beside-dns", blocking: true, reason })] };
    },
  },
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
