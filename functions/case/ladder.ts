import { hash } from "node:crypto";
import { ownedDomain } from "../kernel/host.ts";
import { earliest, type Instant, plusMinutes } from "../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import { isOfHost, isOfName, kindMayBeSuspects, runsPage } from "../kernel/scope.ts";
import { type Candidate, type ContactAnswer, type ContactForm, isUnlocated } from "./candidate.ts";
import type { Notice, Step, TargetCase } from "./case.ts";
import { awaitsClearance, isHeldForPolice, waitsForPolice } from "./clearance.ts";
import { isPersons, sourceFacts } from "./contact-source.ts";
import { deskHoursAfter } from "./desk-clock.ts";
import { formRuleIn, formsOf, hasOptedOut, optedOutOf, placeOf } from "./desk-rules.ts";
import type { CaseEvent } from "./event.ts";
import { asksHost, desksFor, hasAsked, isAtDesk, isDead, isMissedAt, isMissedEverywhere } from "./networks.ts";
import type { Policy, Recipient, Rung } from "./policy.ts";
import { notBefore } from "./quiet-hours.ts";
import { replyMeanings } from "./reply-class.ts";
import { wanted } from "./wanted.ts";
import { windowFor } from "./window.ts";

/** Why a candidate is not written to. `suspect` may be lifted by a person, the others may not. */
export type Unusable =
  | "forbidden"
  | "never-for-this-category"
  | "others-name"
  | "guess"
  | "form-only"
  | "suspect"
  | "told-before"
  | "passed-over"
  | "police-first";

/** Names a contact within a case; ten hex digits of its address, so that no address stands in queues or logs. */
const contactKey = (email: string): string => hash("sha256", email.toLowerCase()).slice(0, 10);

export const noticeIdOf = (rung: number, step: Step, email: string): string => `${rung}-${step}-${contactKey(email)}`;

const lower = (text: string): string => text.toLowerCase();

/** A look-up names the mailbox, for whatever scope. */
export const isNamedIn = ({ candidates }: Pick<ContactAnswer, "candidates">, email: string): boolean =>
  candidates.some((candidate) => isSameMailbox(candidate.email, email));

/** Mailboxes to which nothing ever goes, whatever the host: who opted out, and our own. */
export const isForbiddenMailbox = (email: string, { deskRules, ownDomains }: Policy): boolean =>
  hasOptedOut(email, deskRules) || ownDomains.includes(mailDomainOf(email));

/** A desk to which nothing of this case ever goes, whoever names it and whenever it was queued, a withdrawal included. */
export const isForbidden = (state: TargetCase, desk: Candidate, policy: Policy): boolean => {
  const { candidates = [], optedOut = [] } = state.contact ?? {};
  if (isForbiddenMailbox(desk.email, policy) || optedOut.some((email) => isSameMailbox(email, desk.email))) return true;
  // Each mailbox with all that it answers for.
  const itsDesks = [desk, ...candidates.filter(({ email }) => isSameMailbox(email, desk.email))];
  return optedOutOf(itsDesks, policy.deskRules, placeOf(state)).length > 0;
};

/**
 * A mailbox that has a notice of this case, or had one. One that was cancelled before it went out does not count, nor does what a desk
 * was told before the host left it: where it is host again it is asked again, unless it turned the mail away.
 */
const wasTold = (state: TargetCase, email: string): boolean =>
  state.notices.some(
    (notice) => isSameMailbox(notice.to.email, email) && notice.step !== "moved" && notice.state !== "cancelled" && (!notice.ended || isDead(notice)),
  );

/** Whether one candidate may be told, and if not, why. */
export const whyNot = (state: TargetCase, candidate: Candidate, policy: Policy): Unusable | undefined => {
  if (isForbidden(state, candidate, policy)) return "forbidden";
  if (policy.row.neverTo.includes(candidate.scope)) return "never-for-this-category";
  // A guessed abuse@ may be anybody's mailbox; a person may still choose it.
  if (candidate.confidence === "guess") return "guess";
  if (isOfOthersName(state, candidate)) return "others-name";
  if (formRuleIn(state, candidate, policy)) return "form-only";
  if (wasTold(state, candidate.email)) return "told-before";
  if ((state.passedOver ?? []).includes(lower(candidate.email))) return "passed-over";
  if (isHeldForPolice(state, candidate)) return "police-first";
  return mayBeSuspect(state, candidate) && !state.cleared.includes("contact-may-be-suspect") ? "suspect" : undefined;
};

/**
 * A desk of the customer's own may be the offender's: telling it tips them off. A platform answers for what its users put
 * there, and hotlines and CERTs are no party.
 */
const mayBeSuspect = (state: TargetCase, { email, scope, isCustomers }: Candidate): boolean => {
  if (!kindMayBeSuspects(scope)) return false;
  return (isCustomers === true && state.contact?.namedBy !== "host") || isUnderTarget(state, email);
};

/**
 * The mailbox is under the customer's own name: the domain that was registered, or what they have below a platform's or a hoster's
 * (`contact.namedBy`), whose own desk is then none of theirs.
 */
export const isUnderTarget = ({ target, contact }: TargetCase, email: string): boolean => {
  const at = mailDomainOf(email);
  if (contact?.namedBy !== undefined) return contact.customer !== undefined && (at === contact.customer || at.endsWith(`.${contact.customer}`));
  const reported = ownedDomain(target.host);
  return reported !== undefined && ownedDomain(at) === reported;
};

/**
 * A registrar's desk where the name is none that the customer registered: it sold the platform's or the hoster's. Who lends out names of
 * its own is named by the directory, and by no registry.
 */
const isOfOthersName = ({ contact }: TargetCase, { scope, source }: Candidate): boolean =>
  isOfName(scope) && !isPersons({ source }) && (contact?.namedBy === "host" || (contact?.namedBy === "platform" && !sourceFacts[source].knowsLenders));

const isUsable =
  (state: TargetCase, policy: Policy) =>
  (candidate: Candidate): boolean =>
    whyNot(state, candidate, policy) === undefined;

const isHosts = ({ anyOf }: Recipient): boolean => anyOf.some(isOfHost);

/** Notices that ask for action, on the rung now stood on. One that was cancelled asked nobody. */
export const asksOn = (state: TargetCase): readonly Notice[] =>
  state.notices.filter(
    ({ rung, step, ended, state: sent }) => !ended && sent !== "cancelled" && rung === state.rung && (step === "first" || step === "escalation"),
  );

/** Somebody was asked to act where the host stands now, or may have been: what only waits, was cancelled or failed told nobody. */
export const wasAsked = ({ notices }: TargetCase): boolean => notices.some(hasAsked);

/** The host moved away from the desk of this notice, whichever of its mails is meant: it asks nothing of it any more. */
export const isFormerHost = (state: TargetCase, { to }: Notice): boolean => {
  const asked = state.notices.filter((notice) => (notice.step === "first" || notice.step === "escalation") && isSameMailbox(notice.to.email, to.email));
  return asked.length > 0 && asked.every(({ ended, missedAt }) => ended || missedAt !== undefined) && !isNamedIn(state.contact ?? { candidates: [] }, to.email);
};

/** What would be a desk's first notice, while the look-up before it names others in that desk's place. A registry that stays silent names nobody. */
const isSuperseded = ({ contact }: TargetCase, { to, step }: Notice): boolean =>
  (step === "first" || step === "escalation") &&
  !isPersons(to) &&
  contact !== undefined &&
  !isNamedIn(contact, to.email) &&
  contact.candidates.some(({ scope, confidence }) => scope === to.scope && confidence !== "guess");

/**
 * Answers for where the host stands, and the latest look-up names it for no address that the host has now. The host's own desks are
 * known by their blocks as well (`networks.ts`), but not while DNS says nothing; a registrar answers for the domain.
 */
const isUnnamed = ({ contact }: TargetCase, to: Candidate): boolean =>
  !isPersons(to) && !isOfName(to.scope) && contact !== undefined && !isNamedIn(contact, to.email) && (!isOfHost(to.scope) || isUnlocated(contact));

/** Asks its desk to act; the others speak to who was asked. */
const asks = (step: Step): boolean => step === "first" || step === "escalation" || step === "reminder";

/** Goes out only where it is known where the host stands now. */
export const asksForPlace = ({ step, to }: Notice): boolean => asks(step) && !isPersons(to) && !isOfName(to.scope);

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

type Queued = Extract<CaseEvent, { type: "notice-queued" }>;

/** A further notice of a kind to the same mailbox (a second reminder) has an id of its own; one that was cancelled before it went out is put in line again. */
export const queued = (state: TargetCase, rung: number, step: Step, to: Candidate, policy: Policy, now: Instant): Queued => {
  const base = noticeIdOf(rung, step, to.email);
  const before = state.notices.filter(({ id }) => id === base || id.startsWith(`${base}-`));
  const again = before.findLast(({ state: sent }) => sent === "cancelled")?.id;
  const asksUntil =
    to.memory === "new" && (step === "first" || step === "escalation") && policy.approvalWaitMinutes > 0
      ? plusMinutes(now, policy.approvalWaitMinutes)
      : undefined;
  const window = asksUntil ? undefined : windowFor(now, policy, state.lane);
  return {
    type: "notice-queued",
    at: now,
    noticeId: again ?? (before.length === 0 ? base : `${base}-${before.length + 1}`),
    rung,
    step,
    to,
    notBefore: window ?? notBefore(asksUntil ?? now, policy, state.lane),
    ...(window && { window }),
    ...(asksUntil && { asksUntil }),
  };
};

const withoutRepeats = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.filter(({ email }, at) => candidates.findIndex((other) => isSameMailbox(other.email, email)) === at);

/**
 * Climbs to the next rung on which somebody can be told, with the notices that this queues. Gives `undefined` when no
 * rung above has a usable contact: then it is a person's turn.
 */
export const climb = (state: TargetCase, policy: Policy, now: Instant, why: string): readonly CaseEvent[] | undefined => {
  const [first, above] = rungsAbove(state, policy);
  if (!first) return undefined;
  // A host that never answers is told all the same, and the rung above it at once instead of after days of silence.
  const together = state.rung < 0 && above !== undefined && isSilentHost(first.told);
  const next = together ? above : first;
  // Numbers go on from the last one, also where a deployment took rungs out: notices of two rungs must not be taken for one's.
  const rung = Math.max(next.rung, state.rung + 1);
  const told = together ? withoutRepeats([...first.told, ...above.told]) : first.told;
  const reason = together ? `${why}: ${first.name}, who is known not to answer, and at once ${above.name}` : `${why}: ${first.name}`;
  return [
    { type: "climbed", at: now, rung, name: next.name, why: reason },
    ...told.map((candidate) => queued(state, rung, stepFor(state, candidate), candidate, policy, now)),
  ];
};

/** Whoever is told when others were told before is told of them. */
const stepNow = (state: TargetCase): Step =>
  state.notices.some((notice) => !notice.ended && notice.step === "first" && notice.sentAt !== undefined) ? "escalation" : "first";

/** Where the host stands is news to its desk, whoever else was told before. */
const stepFor = (state: TargetCase, { scope }: Candidate): Step => (isOfHost(scope) ? "first" : stepNow(state));

/** The rungs above the one stood on where somebody can be told, with whom. */
const rungsAbove = (state: TargetCase, policy: Policy) =>
  policy.row.ladder
    .map(({ name, to }, rung) => ({
      rung,
      name,
      told: withoutRepeats(
        to.filter((recipient) => wanted(recipient, state) && !isSpent(state, recipient)).flatMap((recipient) => desksOf(state, recipient, policy, []).tell),
      ),
    }))
    .filter(({ rung, told }) => isAbove(rung, state, policy) && told.length > 0);

/** Where the rung stood on is in this policy's ladder, by its name; -1 where a deployment took it out. */
const placeInLadder = ({ rung, rungName }: TargetCase, { row }: Policy): number =>
  rungName === undefined || rung < 0 ? rung : row.ladder.findIndex(({ name }) => name === rungName);

/** A rung that was taken out is no reason to begin anew: those that stood above it stand in its place now. */
const isAbove = (rung: number, state: TargetCase, policy: Policy): boolean => {
  const here = placeInLadder(state, policy);
  return here < 0 && state.rung >= 0 ? rung >= state.rung : rung > here;
};

const isSilentHost = (told: readonly Candidate[]): boolean => {
  const hosts = told.filter(({ scope }) => isOfHost(scope));
  return hosts.length > 0 && hosts.every(({ memory }) => memory === "silent");
};

/** Of a host's networks each has its desk asked; whoever is asked of them stands for it on any rung. Of other kinds one desk is asked on each. */
const desksOf = (state: TargetCase, recipient: Recipient, policy: Policy, standing: readonly Notice[]) =>
  desksFor(state, recipient, isUsable(state, policy), isHosts(recipient) ? state.notices : standing);

/** The recipients of this rung, and the host on whichever rung below it was told. */
const recipientsNow = (state: TargetCase, policy: Policy): readonly Recipient[] => {
  const here = placeInLadder(state, policy);
  const { ladder } = policy.row;
  const rung: Rung | undefined = ladder[here];
  const below = ladder.slice(0, here < 0 ? ladder.length : here).flatMap(({ to }) => to.filter(isHosts));
  return [...below, ...(rung?.to ?? [])].filter((recipient) => wanted(recipient, state));
};

/**
 * Recipients whom nobody stands for: their contact's mail came back, they became recipients since (the domain turned out to
 * be malicious, a look-up found their desk), or the host stands in a network that was not told. The next of the same kind is told,
 * three times at most; then a person says whom to write to (`isLeftUntried`).
 */
export const replacements = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] => {
  if (state.rung < 0) return [];
  const standing = asksOn(state);
  const step = (candidate: Candidate): Step => (isOfHost(candidate.scope) ? "first" : (standing[0]?.step ?? stepNow(state)));
  const missing = recipientsNow(state, policy)
    .filter((recipient) => !isSpent(state, recipient))
    .flatMap((recipient) => desksOf(state, recipient, policy, standing).tell);
  return withoutRepeats(missing).map((candidate) => queued(state, state.rung, step(candidate), candidate, policy, now));
};

/**
 * What of the host no machine tells: desks of networks beyond the first three; and beside desks that are asked, addresses for which
 * nobody may be written to or that were not looked into.
 */
export const untold = (state: TargetCase, policy: Policy): { readonly desks: readonly Candidate[]; readonly addresses: number } => {
  const [host] = policy.row.ladder.flatMap(({ to }) => to.filter(isHosts));
  if (!host) return { desks: [], addresses: 0 };
  const { rest, bare } = desksOf(state, host, policy, []);
  const isAsked = state.notices.some((notice) => isOfHost(notice.to.scope) && !notice.ended && notice.missedAt === undefined && isHeard(notice));
  return { desks: rest, addresses: isAsked ? bare.length + (state.contact?.unlooked ?? 0) : 0 };
};

/**
 * The first and three in its place: whoever holds a block may name hundreds of dead mailboxes for it, and each mail that comes back
 * costs the reputation by which all other notices arrive. Those count that it has left, too: it may move to another dead mailbox each hour.
 */
export const replacementsAtMost = 3;

const isSpent = ({ notices }: TargetCase, { anyOf }: Recipient): boolean =>
  notices.filter((notice) => asks(notice.step) && isDead(notice) && anyOf.includes(notice.to.scope)).length > replacementsAtMost;

/** Mailboxes are named for a recipient in whose place no further one is tried. */
export const isLeftUntried = (state: TargetCase, policy: Policy): boolean =>
  recipientsNow(state, policy).some((recipient) => isSpent(state, recipient) && desksOf(state, recipient, policy, asksOn(state)).tell.length > 0);

/** True when nobody on the rung now stood on can act any more: every notice bounced or was unwanted. */
export const rungIsDead = (state: TargetCase): boolean => {
  const asks = asksOn(state);
  return asks.length > 0 && asks.every(isDead);
};

/** The desk answered any mail of the case, or complained about one, be it about a withdrawal that came before the case was opened again. */
const hasSpoken = (state: TargetCase, email: string): boolean =>
  state.notices.some(
    ({ to, answer, ended, state: came }) =>
      isSameMailbox(to.email, email) && (came === "complained" || (!ended && answer !== undefined && replyMeanings[answer].shows === "answer")),
  );

/**
 * Reminders that this rung is owed now or later, each with its moment. A desk that answered is not reminded, and the
 * next reminder counts from the last one that went out.
 */
export const reminders = (state: TargetCase, policy: Policy): readonly { readonly at: Instant; readonly event: (now: Instant) => CaseEvent }[] =>
  asksOn(state).flatMap((notice) => {
    const { to, rung } = notice;
    const rests =
      isForbidden(state, to, policy) ||
      formRuleIn(state, to, policy) !== undefined ||
      (state.passedOver ?? []).includes(lower(to.email)) ||
      hasSpoken(state, to.email) ||
      isMissedAt(state, to.email) ||
      isOfOthersName(state, to) ||
      isUnnamed(state, to);
    const before = state.notices.filter(
      (other) => isSameMailbox(other.to.email, to.email) && other.rung === rung && other.step === "reminder" && !other.ended && other.state !== "cancelled",
    );
    const last = before.at(-1) ?? notice;
    if (rests || before.length >= policy.row.remindersAtMost || !isHeard(last) || !last.sentAt) return [];
    return [
      {
        at: deskHoursAfter(state, { at: last.sentAt, keptMs: last.keptMs }, policy.row.reminderAfterHours),
        event: (now: Instant) => queued(state, rung, "reminder", to, policy, now),
      },
    ];
  });

const isHeard = ({ state }: Notice): boolean => state === "sent" || state === "delivered";

/**
 * When this rung has been silent long enough on the desk's clock, counted from its first mail that went out to where the host stands
 * now; from others' where nobody of the host's is asked on it. While no look-up finds the host at any desk that was told, nobody is.
 */
export const climbsAt = (state: TargetCase, policy: Policy): Instant | undefined => {
  if (isMissedEverywhere(state)) return undefined;
  const asked = asksOn(state).filter((notice) => !isDead(notice) && notice.missedAt === undefined);
  const ofHost = asked.filter(({ to }) => isOfHost(to.scope));
  const counted = ofHost.length > 0 ? ofHost : asked;
  return earliest(...counted.map(({ sentAt, keptMs }) => sentAt && deskHoursAfter(state, { at: sentAt, keptMs }, policy.row.climbsAfterHours)));
};

/** When on-call is asked what else to do: counted from the report, without the time for which a person, a hold or a stop of sending kept the case. */
export const asksOnCallAt = (state: TargetCase, policy: Policy): Instant => deskHoursAfter(state, { at: state.openedAt }, policy.row.onCallAfterHours);

/** Every reporter took back all that they reported. */
export const allWithdrew = (state: TargetCase): boolean => state.reporters.every((reporter) => state.withdrawn.includes(reporter));

/** Everyone who had a notice that asked for action and did not turn it away; they are owed a withdrawal or a "moved". */
export const told = (state: TargetCase): readonly Notice[] => {
  const had = state.notices.filter(
    ({ state: sent, step }) => (step === "first" || step === "escalation") && ["on-wire", "unknown", "sent", "delivered"].includes(sent),
  );
  const turnedAway = (email: string) =>
    state.notices.some(({ to, state: sent }) => isSameMailbox(to.email, email) && (sent === "bounced" || sent === "complained"));
  return had.filter(({ to }, at) => had.findIndex((other) => isSameMailbox(other.to.email, to.email)) === at && !turnedAway(to.email));
};

/** Takes back or says "moved" to who had `notice`. */
export const queueTo = (state: TargetCase, notice: Notice, step: Step, policy: Policy, now: Instant): CaseEvent =>
  queued(state, notice.rung, step, notice.to, policy, now);

const hasDesk = (state: TargetCase, { anyOf }: Recipient, policy: Policy): boolean =>
  (state.contact?.candidates ?? []).some((candidate) => anyOf.includes(candidate.scope) && whyNot(state, candidate, policy) === undefined);

/** None while the host's side waits for the police: a form is a notice to it. */
const formsNow = (state: TargetCase, policy: Policy): readonly ContactForm[] => (awaitsClearance(state) ? [] : formsOf(state, policy));

/** Forms of recipients on the rungs from `from` up to and without `to` whom no mail reaches. */
export const formsOnRungs = (state: TargetCase, policy: Policy, from: number, to: number): readonly ContactForm[] => {
  const unheard = policy.row.ladder
    .slice(from, to)
    .flatMap((rung) => rung.to)
    .filter((recipient) => wanted(recipient, state) && !hasDesk(state, recipient, policy));
  return formsNow(state, policy).filter(({ scope }) => unheard.some(({ anyOf }) => anyOf.includes(scope)));
};

/**
 * Forms of the platform that a host recipient's page is on, where no desk of the platform's own is told and the network below it is: who can
 * take the page down reads there.
 */
export const platformForms = (state: TargetCase, policy: Policy): readonly ContactForm[] => {
  const isTold = (state.contact?.candidates ?? []).some((candidate) => runsPage(candidate.scope) && isTellable(state, candidate, policy));
  const isWanted = policy.row.ladder.some(({ to }) => to.some(({ anyOf }) => anyOf.some(runsPage)));
  return isTold || !isWanted ? [] : formsNow(state, policy).filter(({ scope }) => runsPage(scope));
};

/** Whom the ladder would tell about this case, on any rung. */
const scopesOf = (state: TargetCase, { row }: Policy): readonly Candidate["scope"][] =>
  row.ladder.flatMap(({ to }) => to.filter((recipient) => wanted(recipient, state)).flatMap(({ anyOf }) => anyOf));

/**
 * Mailboxes that the directory knows for the platform, or for who lends out the name, and that nothing confirms, where no other desk of
 * theirs may be told: a person says whether they are right.
 */
export const unconfirmedDesks = (state: TargetCase, policy: Policy): readonly Candidate[] => {
  const { candidates = [] } = state.contact ?? {};
  const scopes = scopesOf(state, policy);
  const isHeardThere = ({ scope }: Candidate) => candidates.some((other) => other.scope === scope && isTellable(state, other, policy));
  return candidates.filter(
    (candidate) =>
      sourceFacts[candidate.source].mayBeUnconfirmed &&
      (runsPage(candidate.scope) || (isOfName(candidate.scope) && state.contact?.namedBy === "platform")) &&
      scopes.includes(candidate.scope) &&
      whyNot(state, candidate, policy) === "guess" &&
      !isHeardThere(candidate),
  );
};

/** It may be told, or was. */
const isTellable = (state: TargetCase, candidate: Candidate, policy: Policy): boolean => {
  const why = whyNot(state, candidate, policy);
  return why === undefined || why === "told-before";
};

/** Forms of providers that take no mail, for the scopes that this rung would tell. */
export const formsFor = (state: TargetCase, policy: Policy): readonly ContactForm[] => {
  const scopes = scopesOf(state, policy);
  return formsNow(state, policy).filter(({ scope }) => scopes.includes(scope));
};
