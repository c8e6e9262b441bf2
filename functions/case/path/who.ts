import { ownedDomain, registrableDomain, wwwTwin } from "../../kernel/domain.ts";
import { isMailed, isSameMailbox, mailDomainOf } from "../../kernel/mailbox.ts";
import { siteHost } from "../../kernel/read-url.ts";
import { isNational, isOfHost, isOfName, isSites, kindMayBeSuspects, runsPage } from "../../kernel/scope.ts";
import { isAsked } from "../ask.ts";
import type { Candidate } from "../candidate.ts";
import type { Case } from "../case.ts";
import { isKeptBack } from "../clearance.ts";
import { isPersons, sourceFacts } from "../contact-source.ts";
import { formRuleIn, hasOptedOut, optedOutOf, placeOf } from "../desk-rules.ts";
import { hasEscalated, standsOn } from "../level.ts";
import { isHeld } from "../name-gone.ts";
import { desksFor, isDead } from "../networks.ts";
import type { Notice } from "../notice.ts";
import type { Policy, Recipient } from "../policy.ts";
import { needsPerson } from "../registrar-turn.ts";
import { isRightHoldersAlone } from "../right-holder.ts";
import { wantsAction } from "../step.ts";
import { hasStoodAside, isHeard, lower, tellingOnLevel } from "./notified.ts";

type RuleAgainst = {
  readonly why: string;
  readonly holds: (state: Case, candidate: Candidate, policy: Policy) => boolean;
};

/** In order: the first that holds is given as the reason. */
const rulesAgainst = [
  {
    why: "forbidden",
    holds: (state, candidate, policy) => isForbidden(state, candidate, policy) || isEndedEntrys(candidate, policy),
  },
  { why: "channel-off", holds: (_, desk, policy) => isOffChannel(desk, policy) && !isMailed(desk.email) },
  { why: "never-for-this-category", holds: (_, { scope }, { row }) => row.neverTo.includes(scope) },
  { why: "left-to-hotline", holds: (_, candidate, policy) => isLeftToHotline(candidate, policy) },
  { why: "right-holder", holds: (state, candidate) => isRightHoldersAlone(state, candidate) },
  { why: "takes-others", holds: (_, candidate, policy) => takesOthers(candidate, policy) },
  // A guessed abuse@ may be anybody's mailbox; a person may still choose it.
  { why: "guess", holds: (_, { confidence }) => confidence === "guess" },
  { why: "others-name", holds: (state, candidate) => isOfOthersName(state, candidate) },
  { why: "form-only", holds: (state, candidate, policy) => formRuleIn(state, candidate, policy) !== undefined },
  { why: "told-before", holds: (state, { email }) => wasTold(state, email) },
  { why: "passed-over", holds: (state, candidate) => isPassedOver(state, candidate) },
  { why: "name-held", holds: (state, candidate) => isOfHeldName(state, candidate) },
  { why: "police-first", holds: (state, candidate) => isKeptBack(state, candidate) && isAsked(state, "clearance") },
  { why: "unclassified", holds: (state, candidate) => isKeptBack(state, candidate) },
  {
    why: "suspect",
    holds: (state, candidate, policy) =>
      mayBeSuspect(state, candidate) &&
      !(isSites(candidate.scope) && tellsHolder(state, policy)) &&
      !state.cleared.includes("contact-may-be-suspect"),
  },
  { why: "whole-name", holds: (state, candidate) => needsPerson(state, candidate) },
] as const satisfies readonly RuleAgainst[];

/** Why a candidate is not written to. A person may lift `suspect` and `whole-name`, no other. */
export type Unusable = (typeof rulesAgainst)[number]["why"];

export const whyNot = (state: Case, candidate: Candidate, policy: Policy): Unusable | undefined =>
  rulesAgainst.find(({ holds }) => holds(state, candidate, policy))?.why;

/** A person said no to this mailbox, or to the registrar's. */
export const isPassedOver = ({ passedOver = [], noRegistrar }: Case, { email, scope, source }: Candidate) =>
  passedOver.includes(lower(email)) || (noRegistrar === true && isOfName(scope) && !isPersons({ source }));

/** Never written to, whatever the host: who opted out, our own, and `noMailBesides`. */
export const isForbiddenMailbox = (email: string, { deskRules, ownDomains, noMailBesides }: Policy): boolean =>
  hasOptedOut(email, deskRules) || ownDomains.includes(mailDomainOf(email)) || noMailBesides.includes(lower(email));

export const isOffChannel = ({ channel }: Candidate, { channels }: Policy): boolean =>
  channel !== undefined && !channels.has(channel);

/** An operator's entry that named this mailbox has ended, and nothing else names it today. */
export const isEndedEntrys = ({ source, email }: Candidate, { endedDesks }: Policy): boolean =>
  source === "directory" && endedDesks.has(lower(email));

/** The hotline of the host's country decides whether it hears (`settings.hostsAbroad`). */
export const isLeftToHotline = (
  { scope }: Pick<Candidate, "scope">,
  policy: Pick<Policy, "isLeftToHotline">,
): boolean => policy.isLeftToHotline === true && !isNational(scope);

/** The policy forbids its kind for the category; a person may have named it all the same. */
export const isNeverTold = (desk: Candidate, policy: Policy): boolean =>
  !isPersons(desk) &&
  (policy.row.neverTo.includes(desk.scope) || isLeftToHotline(desk, policy) || takesOthers(desk, policy));

const takesOthers = ({ scope, country }: Candidate, { hotlineTakes }: Policy): boolean =>
  scope === "hotline" && !hotlineTakes(country);

/** Nothing of this case ever goes to this desk, whoever names it, a withdrawal included. */
export const isForbidden = (state: Case, desk: Candidate, policy: Policy): boolean => {
  const { candidates = [], optedOut = [] } = state.contact ?? {};
  if (isForbiddenMailbox(desk.email, policy) || optedOut.some((email) => isSameMailbox(email, desk.email))) return true;
  // Each mailbox with all that it answers for.
  const itsDesks = [desk, ...candidates.filter(({ email }) => isSameMailbox(email, desk.email))];
  return optedOutOf(itsDesks, policy.deskRules, placeOf(state)).length > 0;
};

/** Cancelled notices don't count, nor those before or when the host left, unless a mail was turned away. */
const wasTold = (state: Case, email: string): boolean =>
  state.notices.some(
    (notice) =>
      isSameMailbox(notice.to.email, email) &&
      (isDead(notice) || (notice.step !== "moved" && notice.state !== "cancelled" && !notice.ended)),
  );

/** A customer's own desk may be the offender's. A platform's is not; hotlines and CERTs are no party. */
export const mayBeSuspect = (state: Case, { email, scope, isCustomers }: Candidate): boolean => {
  if (!kindMayBeSuspects(scope)) return false;
  return (isCustomers === true && state.contact?.namedBy !== "host") || isUnderTarget(state, email);
};

/** The site's holder is notified: it is their mishap, unless the name was registered for it. */
export const tellsHolder = ({ domainIsMalicious }: Case, { row }: Policy): boolean =>
  !domainIsMalicious && row.path.some(({ to }) => to.some(({ anyOf }) => anyOf.some(isSites)));

/** Under the registered domain, or what the customer has below a provider's name (`contact.namedBy`). */
export const isUnderTarget = ({ target, contact }: Case, email: string): boolean => {
  const at = mailDomainOf(email);
  if (contact?.namedBy !== undefined)
    return contact.customer !== undefined && (at === contact.customer || at.endsWith(`.${contact.customer}`));
  const reported = ownedDomain(target.host);
  return reported !== undefined && ownedDomain(at) === reported;
};

/** A registrar's desk of a name that is not the customer's. The directory alone names who lends out names. */
export const isOfOthersName = ({ contact }: Case, { scope, source }: Candidate): boolean =>
  isOfName(scope) &&
  !isPersons({ source }) &&
  (contact?.namedBy === "host" || (contact?.namedBy === "platform" && !sourceFacts[source].knowsLenders));

/** Its name is out of DNS already. A person who says that it is not gone has it asked. */
const isOfHeldName = (state: Case, { scope, source }: Candidate): boolean =>
  isOfName(scope) && !isPersons({ source }) && isHeld(state);

const isUsable =
  (state: Case, policy: Policy) =>
  (candidate: Candidate): boolean =>
    whyNot(state, candidate, policy) === undefined;

export const isTellable = (state: Case, candidate: Candidate, policy: Policy): boolean => {
  const why = whyNot(state, candidate, policy);
  return why === undefined || why === "told-before";
};

const isHosts = ({ anyOf }: Recipient): boolean => anyOf.some(isOfHost);

export const withoutRepeats = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ email }, at) => candidates.findIndex((other) => isSameMailbox(other.email, email)) === at);

/** A network's desk is asked once for all steps; of other kinds one desk is asked on each. */
export const desksOf = (state: Case, recipient: Recipient, policy: Policy, standing: readonly Notice[]) =>
  desksFor(state, recipient, isUsable(state, policy), isHosts(recipient) ? state.notices : standing);

/** Recipients of this step, and the host of whichever step below was notified; not what came below since. */
export const recipientsNow = (state: Case, policy: Policy): readonly Recipient[] => {
  if (!hasEscalated(state)) return [];
  const { id: here, below } = standsOn(state);
  return policy.row.path
    .flatMap(({ id, to }) => (id === here ? to : below.includes(id) ? to.filter(isHosts) : []))
    .filter((recipient) => wanted(recipient, state));
};

/** A block's holder may name hundreds of dead mailboxes; bounces cost reputation. Left ones count, too. */
export const replacementsAtMost = 3;

export const isSpent = ({ notices }: Case, { anyOf }: Recipient): boolean =>
  notices.filter((notice) => wantsAction(notice.step) && isDead(notice) && anyOf.includes(notice.to.scope)).length >
  replacementsAtMost;

export const isLeftUntried = (state: Case, policy: Policy): boolean =>
  recipientsNow(state, policy).some(
    (recipient) =>
      isSpent(state, recipient) && desksOf(state, recipient, policy, tellingOnLevel(state)).tell.length > 0,
  );

/** What of the host no machine notifies: desks beyond the first three, and addresses without a desk. */
export const untold = (
  state: Case,
  policy: Policy,
): { readonly desks: readonly Candidate[]; readonly addresses: number } => {
  const [host] = policy.row.path.flatMap(({ to }) => to.filter(isHosts));
  if (!host) return { desks: [], addresses: 0 };
  const { rest, bare } = desksOf(state, host, policy, []);
  const isAsked = state.notices.some(
    (notice) =>
      isOfHost(notice.to.scope) &&
      !notice.ended &&
      !hasStoodAside(notice) &&
      notice.missedAt === undefined &&
      isHeard(notice),
  );
  return { desks: rest, addresses: isAsked && !state.returned ? bare.length + (state.contact?.unlooked ?? 0) : 0 };
};

export const scopesOf = (state: Case, { row }: Policy): readonly Candidate["scope"][] =>
  row.path.flatMap(({ to }) => to.filter((recipient) => wanted(recipient, state)).flatMap(({ anyOf }) => anyOf));

/** Unconfirmed mailboxes of a platform or name lender with no other desk: a person says whether to write. */
export const unconfirmedDesks = (state: Case, policy: Policy): readonly Candidate[] => {
  const { candidates = [] } = state.contact ?? {};
  const scopes = scopesOf(state, policy);
  const isHeardThere = ({ scope }: Candidate) =>
    candidates.some((other) => other.scope === scope && isTellable(state, other, policy));
  return candidates.filter(
    (candidate) =>
      sourceFacts[candidate.source].mayBeUnconfirmed &&
      (runsPage(candidate.scope) || (isOfName(candidate.scope) && state.contact?.namedBy === "platform")) &&
      scopes.includes(candidate.scope) &&
      whyNot(state, candidate, policy) === "guess" &&
      !isHeardThere(candidate),
  );
};

const registrar: Recipient = { anyOf: ["registrar"] };

const registrarFor = (state: Case, policy: Policy, why: Unusable | undefined): readonly Candidate[] =>
  scopesOf(state, policy).includes("registrar")
    ? desksFor(state, registrar, (desk) => whyNot(state, desk, policy) === why, state.notices).tell
    : [];

/** The path's registrar that no machine notifies, as it could only stop the whole name. */
export const registrarBehindPerson = (state: Case, policy: Policy): readonly Candidate[] =>
  registrarFor(state, policy, "whole-name");

/** The registrar whose step was passed without a notice to it, and that may be notified now. */
export const registrarSince = (state: Case, policy: Policy): readonly Candidate[] => {
  const { id: here, below } = standsOn(state);
  const isPassed = policy.row.path.some(
    ({ id, to }) =>
      (id === here || below.includes(id)) &&
      to.some((recipient) => recipient.anyOf.includes("registrar") && wanted(recipient, state)),
  );
  const isInLine = state.notices.some(({ to, state: reached }) => to.scope === "registrar" && reached !== "cancelled");
  const isOwed = hasEscalated(state) && (state.cleared.includes("registrar") || isPassed) && !isInLine;
  return isOwed ? registrarFor(state, policy, undefined) : [];
};

export const wanted = ({ onlyIf }: Recipient, state: Case): boolean =>
  onlyIf === undefined || conditions[onlyIf](state);

/** The registrar desk of a lent name is its provider's: no other is notified (`isOfOthersName`). */
const conditions = {
  "domain-is-malicious": ({ domainIsMalicious }) => domainIsMalicious,
  "name-is-lent": ({ contact }) => contact?.namedBy === "platform",
  "name-itself-is-reported": (state) =>
    state.domainIsMalicious || (wwwTwin(state.target.host) !== undefined && !isRightful(state)),
} as const satisfies Record<NonNullable<Recipient["onlyIf"]>, (state: Case) => boolean>;

/** The report names this domain as the rightful site: a page in it is its holder's misfortune. */
const isRightful = ({ target, evidence }: Case): boolean => {
  const rightful = siteHost(evidence.legitimateSite);
  return rightful !== undefined && registrableDomain(rightful) === registrableDomain(target.host);
};
