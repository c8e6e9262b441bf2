import type { Candidate, ContactAnswer } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { whyWholeName } from "../../../functions/case/decide/words.ts";
import { type Unusable, wanted, whyNot } from "../../../functions/case/path/who.ts";
import type { Policy } from "../../../functions/case/policy.ts";
import { isForPerson } from "../../../functions/case/registrar-turn.ts";
import { isSameMailbox } from "../../../functions/kernel/mailbox.ts";
import { isOfHost, isOfName, runsPage, type Scope, scopes } from "../../../functions/kernel/scope.ts";

/**
 * Why a desk is not told by the machine. `in-place`: only where mail to another desk of its kind
 * comes back; `waits`: only after a person has answered; `no-step`: the policy has no step for its
 * kind, or not in a case like this. The others hold for as long as the case does.
 */
export type UntoldRule = Unusable | "no-step" | "in-place" | "waits";

/** Nobody in particular where it has no `email`: whoever is of this kind. */
export type Untold = {
  readonly email?: string;
  readonly scope: Scope;
  readonly rule: UntoldRule;
  readonly why: string;
};

/**
 * A case as its first look-up left it, with the policy that holds for it; `told` are the desks that
 * had a mail since.
 */
export type LookedUp = {
  readonly state: Case;
  readonly contact: ContactAnswer;
  readonly policy: Policy;
  readonly told: readonly Candidate[];
};

/** Not told, and may still be. */
export const mayFollow = ({ rule }: Untold): boolean => rule === "in-place" || rule === "waits";

const ofOthersName = ({ namedBy, platform }: ContactAnswer): string =>
  namedBy === "host"
    ? "the name is the hoster's own, lent to its customer"
    : `the name belongs to ${platform ?? "the platform"}; what a customer put there is not its registrar's matter`;

/** What a registrar could do, and when it hears of such a name. */
const wholeNameOf = (state: Case): string => {
  const turn = !isForPerson(state)
    ? "Its step is skipped"
    : state.domainIsMalicious
      ? "A person decides"
      : "A person is asked at the end of the path";
  return `it can only stop the whole name. ${whyWholeName(state)} ${turn}.`;
};

const whys = ({ state, contact, policy: { row } }: LookedUp, { remarks }: Candidate) =>
  ({
    forbidden: "it asked never to be written to, or is our own",
    "channel-off": "its API is off, or takes no such matter",
    "never-for-this-category": `for ${row.category} it may be the offender's own`,
    "left-to-hotline": "hosts abroad are left to their country's hotline (settings.hostsAbroad)",
    "takes-others": `its entry does not say that it takes ${row.category}`,
    "others-name": ofOthersName(contact),
    "right-holder": "a notice of copyright there is void but from the right holder; the reporter hears so",
    "form-only": "it takes reports by its form alone",
    suspect: "it may be the suspect's own; a person decides",
    guess: remarks.at(-1) ?? "nobody names it for certain; a person may choose it",
    "told-before": "it has the notice",
    "police-first": "the police of the hosting country clear it first",
    "name-held": `the name is out of DNS already (${contact.outOfDns}); its registrar can do no more`,
    unclassified: "a person or the hotline classifies it first",
    "passed-over": "a person said that it is not the one",
    "whole-name": wholeNameOf(state),
  }) as const satisfies Record<Unusable, string>;

const untoldDesk = (looked: LookedUp, candidate: Candidate): Untold => {
  const { state, policy, told } = looked;
  const { email, scope } = candidate;
  const rule = whyNot(state, candidate, policy);
  const isAsked = rule === "whole-name" && isForPerson(state);
  const hasStep = policy.row.path.some(({ to }) =>
    to.some((recipient) => recipient.anyOf.includes(scope) && wanted(recipient, state)),
  );
  if (rule && (hasStep || (rule !== "takes-others" && rule !== "whole-name")))
    return { email, scope, rule: isAsked ? "waits" : rule, why: whys(looked, candidate)[rule] };
  if (!hasStep)
    return { email, scope, rule: "no-step", why: `the policy for ${policy.row.category} has no step for it here` };
  const before =
    told.find((other) => other.scope === scope) ?? told.find((other) => runsPage(other.scope) && isOfHost(scope));
  if (before)
    return { email, scope, rule: "in-place", why: `in the place of ${before.email}, should mail to it come back` };
  return { email, scope, rule: "waits", why: "not before a person has answered" };
};

/** Desks of no name whom a rule keeps out all the same. */
const untoldKinds = ({ contact, policy }: LookedUp): readonly Untold[] => {
  const { row } = policy;
  const ofName = scopes.filter(
    (scope) => isOfName(scope) && row.path.some(({ to }) => to.some(({ anyOf }) => anyOf.includes(scope))),
  );
  return [
    ...(contact.namedBy === undefined
      ? []
      : ofName.map((scope): Untold => ({ scope, rule: "others-name", why: ofOthersName(contact) }))),
    ...row.neverTo.map(
      (scope): Untold => ({
        scope,
        rule: "never-for-this-category",
        why: `for ${row.category} it may be the offender's own`,
      }),
    ),
  ];
};

/** Whom the look-up names and the policy does not tell, each with the rule. Pure. */
export const untoldOf = (looked: LookedUp): readonly Untold[] => {
  const { contact, told } = looked;
  const desks = contact.candidates.filter(
    (candidate) => !told.some((other) => isSameMailbox(other.email, candidate.email)),
  );
  const optedOut = (contact.optedOut ?? []).filter((email) => !desks.some((desk) => isSameMailbox(desk.email, email)));
  const named = desks.map((desk) => untoldDesk(looked, desk));
  const kinds = untoldKinds(looked).filter(
    ({ scope, rule }) => !named.some((one) => one.scope === scope && one.rule === rule),
  );
  return [
    ...named,
    ...optedOut.map(
      (email): Untold => ({ email, scope: "network", rule: "forbidden", why: "it asked never to be written to" }),
    ),
    ...kinds,
  ];
};
