import { isMailed, isSameMailbox } from "../../kernel/mailbox.ts";
import { isOfHost, isOfName } from "../../kernel/scope.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { waitsForClearance } from "../clearance.ts";
import { isNamedIn, isUnlocated } from "../contact-facts.ts";
import { isPersons } from "../contact-source.ts";
import { formRuleIn } from "../desk-rules.ts";
import { isMachines, wordsIn } from "../letter.ts";
import { isAtDesk, isMissedAt, tellsHost } from "../networks.ts";
import type { Notice } from "../notice.ts";
import type { Policy } from "../policy.ts";
import { needsPerson } from "../registrar-turn.ts";
import { isRightHoldersAlone } from "../right-holder.ts";
import { isAboutNotice, tells, wantsAction } from "../step.ts";
import { allWithdrew, customersTime, hasSpoken, isTurnedAway, lastAnswer, toldDesks } from "./notified.ts";
import { isEndedEntrys, isForbidden, isNeverTold, isOffChannel, isOfOthersName } from "./who.ts";

/** The lookup before a desk's first notice names others in its place. A silent registry names nobody. */
const isSuperseded = ({ contact }: Case, { to, step }: Notice): boolean =>
  tells({ step }) &&
  !isPersons(to) &&
  contact !== undefined &&
  !isNamedIn(contact, to.email) &&
  contact.candidates.some(({ scope, confidence }) => scope === to.scope && confidence !== "guess");

/** The host's own desks are known by their blocks as well (`networks.ts`), but not while DNS says nothing. */
export const isUnnamed = ({ contact }: Case, to: Candidate): boolean =>
  !isPersons(to) &&
  !isOfName(to.scope) &&
  contact !== undefined &&
  !isNamedIn(contact, to.email) &&
  (!isOfHost(to.scope) || isUnlocated(contact));

export const needsPlace = ({ step, to }: Notice): boolean => wantsAction(step) && !isPersons(to) && !isOfName(to.scope);

const notFoundThere = "the latest look-up did not find the host there";

type Reason = { readonly why: string; readonly holds: (state: Case, notice: Notice, policy: Policy) => boolean };

/** In order: the first that holds is given. */
const reasons: readonly Reason[] = [
  {
    why: "the case has become urgent, where a person answers",
    holds: ({ lane }, { letter }) => lane === "urgent" && isMachines(letter),
  },
  {
    why: "a hold stands, and what waits for its end a person answers",
    holds: ({ holds }, { letter }) => holds.length > 0 && isMachines(letter),
  },
  {
    why: "its desk has written something else since it asked",
    holds: (state, { to, letter }) => isMachines(letter) && lastAnswer(state, to.email) !== "question",
  },
  {
    why: "a mail to its mailbox came back, or was unwanted",
    holds: (state, { to }) => isTurnedAway(state, to),
  },
  {
    why: "reported again",
    holds: (state, { step }) => step === "withdrawal" && !allWithdrew(state),
  },
  { why: "the mailbox must not be written to", holds: (state, { to }, policy) => isForbidden(state, to, policy) },
  {
    why: "the entry that named its mailbox has ended",
    holds: (_, { step, to }, policy) => wantsAction(step) && isEndedEntrys(to, policy),
  },
  {
    why: "its provider's API takes a report, and no further word about it",
    holds: (_, { step, to }) => to.channel !== undefined && !tells({ step }),
  },
  {
    why: "its provider's API is not turned on",
    holds: (_, { to }, policy) => isOffChannel(to, policy) && !isMailed(to.email),
  },
  {
    why: "the policy writes to no such desk about this category",
    holds: (_, { step, to }, policy) => (wantsAction(step) || step === "letter") && isNeverTold(to, policy),
  },
  {
    why: "a notice of copyright there is void but from the right holder",
    holds: (state, { step, to }) => wantsAction(step) && isRightHoldersAlone(state, to),
  },
  {
    why: "its provider takes reports by its form only",
    holds: (state, { step, to }, policy) => wantsAction(step) && formRuleIn(state, to, policy) !== undefined,
  },
  {
    why: "its words are not kept once it went out; write it anew",
    holds: (_, { step, letter }) => step === "letter" && !isMachines(letter) && wordsIn(letter) === undefined,
  },
  { why: "the host moved away from its desk", holds: (_, { ended, step }) => ended === true && step !== "withdrawal" },
  { why: "the latest look-up names another desk", holds: isSuperseded },
  {
    why: "the name is the platform's or the hoster's own, and its registrar is none of the customer's",
    holds: (state, { step, to }) => wantsAction(step) && isOfOthersName(state, to),
  },
  {
    why: "its registrar could only stop the whole name, which is old, undated or on a list: a person decides",
    holds: (state, { step, to }) => wantsAction(step) && needsPerson(state, to),
  },
  {
    why: "the latest look-up does not name its desk",
    holds: (state, { step, to }) => wantsAction(step) && isUnnamed(state, to),
  },
  { why: "its desk hears once the police have cleared it, or a person has classified it", holds: waitsForClearance },
  {
    why: "its desk never had a notice",
    holds: (state, { step, to }) =>
      isAboutNotice(step) && !toldDesks(state).some((other) => isSameMailbox(other.to.email, to.email)),
  },
  {
    why: "the host is at its desk again",
    holds: ({ contact }, notice) => notice.step === "moved" && contact !== undefined && isAtDesk(contact, notice),
  },
  // Also where the registries name nobody for the place that DNS gives now.
  { why: notFoundThere, holds: (_, notice) => tellsHost(notice) && notice.missedAt !== undefined },
  { why: notFoundThere, holds: (state, { step, to }) => step === "reminder" && isMissedAt(state, to.email) },
  {
    why: "the desk gave its customer time",
    holds: (state, { step, to, level, notBefore }, policy) =>
      step === "reminder" &&
      state.lane === "standard" &&
      (customersTime(state, { to, level }, policy) ?? "") > notBefore,
  },
  { why: "the desk answered", holds: (state, { step, to }) => step === "reminder" && hasSpoken(state, to.email) },
];

export const whyNotNeeded = (state: Case, notice: Notice, policy: Policy): string | undefined =>
  reasons.find(({ holds }) => holds(state, notice, policy))?.why;
