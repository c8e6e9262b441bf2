import { advance } from "../case/advance.ts";
import type { Candidate, ContactAnswer } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { isUnlocated, mayBeGone } from "../case/contact-facts.ts";
import { looksUpToSend } from "../case/decide/look-up.ts";
import { afterFailedLookUp, sendsAlone, tellsByApi } from "../case/decide/sendings.ts";
import type { CaseEvent } from "../case/event.ts";
import { hasEscalated } from "../case/level.ts";
import { goneForCertainAt } from "../case/name-gone.ts";
import { isHostTold, isMissedEverywhere, leftBy, sighted } from "../case/networks.ts";
import { needsPlace } from "../case/path/not-needed.ts";
import { mayBeSuspect, tellsHolder } from "../case/path/who.ts";
import type { Policy } from "../case/policy.ts";
import { earliest, type Instant, plusMinutes } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { isOfHost } from "../kernel/scope.ts";
import { changeCase } from "../store/change-case.ts";
import type { DeskMemory, DueIndex } from "../store/ports.ts";
import { withoutATurnUntil } from "../store/without-a-turn.ts";
import type { CaseWork, Hint, Outcome } from "../store/work.ts";
import { type AccountTurn, asksForTurnAt } from "./account-turn.ts";
import { boundedAnswer } from "./bounded-answer.ts";
import { outcomesRecalled, remembering } from "./desk-memory.ts";
import { missesIn } from "./misses.ts";
import { ranked } from "./ranked.ts";

export type FindContactWork = CaseWork & {
  readonly store: DeskMemory & DueIndex;
  /** Asks all sources who answers for the case's host. Network: registries and DNS, never the host itself. */
  readonly lookUp: (state: Case, now: Instant) => Promise<ContactAnswer>;
  /** Whether queued mail may be tried: while SES refuses the account, no host is looked up for it. */
  readonly accountTurn: AccountTurn;
  /** From 0 up to 1, so that waiting cases do not come together. */
  readonly jitter: () => number;
  readonly log: Log;
};

/**
 * Looks up who answers for a case's host when the case wants it: first, when a source was silent, and before
 * each notice. Records the whole answer, or that the host moved. Idempotent: a case that wants nothing costs one
 * read.
 */
export const findContact = async (work: FindContactWork, { caseId }: Hint): Promise<Outcome> => {
  const state = await work.store.read(caseId);
  const now = work.clock.now();
  if (!state || !wantsContact(state, work, now)) {
    work.log.info("wake-up.no-op", { caseId });
    return "done";
  }
  const until = await waitsForTurn(work, state, now);
  if (until !== undefined) {
    const next = asksForTurnAt(state, until, now, work.jitter());
    await work.store.postpone(caseId, state.version, withoutATurnUntil(state, work.policyOf, now, next));
    work.log.info("wake-up.no-op", { caseId });
    return "done";
  }
  const found = await lookedUp(work, state, now);
  const looked = withHolders(state, boundedAnswer(found), work.policyOf(state));
  const answer = await recalled(work, state, looked, now);
  const changed = await changeCase(
    work,
    caseId,
    (current) =>
      wantsContact(current, work, now) && !isOfBefore(current, answer)
        ? contactFacts(current, answer, work.policyOf(current))
        : undefined,
    { lastSeen: state },
  );
  for (const { registry, outcome } of missesIn(answer)) work.log.info("contact.missed", { caseId, registry, outcome });
  if (!changed.ok && changed.error.kind === "contended") return "later";
  // The case no longer wants this answer: nothing was written.
  if (!changed.ok) work.log.info("wake-up.no-op", { caseId });
  else
    work.log.info(isSilence(answer) ? "contact.silent" : "contact.answered", {
      caseId,
      count: answer.candidates.length,
    });
  return "done";
};

/** If the lookup fails, a person may be asked, and the hint comes again. */
const lookedUp = async (work: FindContactWork, state: Case, now: Instant): Promise<ContactAnswer> => {
  try {
    return await work.lookUp(state, now);
  } catch (error) {
    const after = (current: Case) => afterFailedLookUp(current, work.policyOf(current), work.clock.now());
    await changeCase(work, state.id, after, { lastSeen: state });
    throw error;
  }
};

/** If the escalation path notifies the holder, a desk that may be theirs is theirs, the one behind it the host's. */
const withHolders = (state: Case, answer: ContactAnswer, policy: Policy): ContactAnswer => {
  const found = { ...state, contact: answer };
  if (!tellsHolder(found, policy)) return answer;
  const candidates = answer.candidates.map(
    (candidate): Candidate =>
      isOfHost(candidate.scope) && mayBeSuspect(found, candidate) ? { ...candidate, scope: "site" } : candidate,
  );
  return { ...answer, candidates: ranked(candidates) };
};

const isSilence = ({ retry, candidates }: ContactAnswer): boolean =>
  retry && candidates.every(({ confidence }) => confidence === "guess");

/** Reads: one short query for each mailbox. */
const recalled = async (
  { store, policyOf }: FindContactWork,
  state: Case,
  answer: ContactAnswer,
  now: Instant,
): Promise<ContactAnswer> => {
  const mailboxes = [...new Set(answer.candidates.map(({ email }) => email.toLowerCase()))];
  const outcomes = await Promise.all(
    mailboxes.map(async (email) => [email, await store.outcomesAt(email, outcomesRecalled)] as const),
  );
  return remembering(answer, new Map(outcomes), policyOf(state), now);
};

const wantsContact = (state: Case, { policyOf }: FindContactWork, now: Instant): boolean =>
  advance(state, [], policyOf, now).wants.hints.includes("find-contact");

/** Asked before the case was reopened, which asked for its own lookup: the host may be another's by now. */
const isOfBefore = ({ reopened }: Case, { askedAt }: ContactAnswer): boolean =>
  reopened !== undefined && askedAt < reopened.at;

/** Until when no mail of the case can go out, if its host would be looked up for that alone. */
const waitsForTurn = async (
  { accountTurn, policyOf }: FindContactWork,
  state: Case,
  now: Instant,
): Promise<Instant | undefined> => {
  // SES has no say in what goes to an API.
  if (!looksUpToSend(state, policyOf(state), now) || tellsByApi(state, now)) return undefined;
  return accountTurn(state.lane, ...(sendsAlone(state, now) ? [state.id] : []));
};

/** What a lookup means for a case that may already be on an escalation level. Pure. */
const contactFacts = (state: Case, given: ContactAnswer, policy: Policy): readonly CaseEvent[] => {
  const at = given.askedAt;
  const before = state.contact;
  const answer = datedBy(before, heldOn(before, given));
  const doubted = doubting(state, answer);
  if (doubted) return [{ type: "contact-answered", at, answer: doubted }];
  if (state.notices.length > 0 && mayBeGone(answer) !== undefined) {
    // Nobody hosts it now, and the former host may hear of a page that is gone: a person decides whether to write.
    const unnamed = { ...answer, candidates: [], forms: [], retry: false };
    const isNews = before !== undefined && mayBeGone(before) === undefined;
    // On hold before the first notice: the registry's word is sure, so that nobody is reminded. That a name
    // never had an address for us says little, since the notices went out in spite of it.
    const wasToldOnHold =
      answer.outOfDns !== undefined &&
      state.notices.some(({ sentAt }) => sentAt !== undefined) &&
      !state.cleared.includes("name-gone");
    const isAsked = hasEscalated(state) && (isNews || wasToldOnHold);
    return [
      isAsked
        ? { type: "host-moved", at, answer: unnamed, left: [], isGone: true }
        : { type: "contact-answered", at, answer: unnamed },
    ];
  }
  if (!before || !hasEscalated(state)) return [{ type: "contact-answered", at, answer }];
  if (isUnlocated(answer))
    return isPatient(state, before, answer, policy) ? [] : [{ type: "contact-answered", at, answer }];
  // Silence now does not undo what was known an hour ago, unless the host moved. The failures stay visible.
  if (isSilence(answer) && isWhereItWas(state, before, answer)) {
    const { goneSince: _, heldSince: __, ...asBefore } = before;
    const { failures, name = before.name } = answer;
    return [{ type: "contact-answered", at, answer: { ...asBefore, askedAt: at, failures, name } }];
  }
  const known = withSilentSources(before, answer);
  const left = leftBy(state, known).map(({ id }) => id);
  return left.length > 0
    ? [{ type: "host-moved", at, answer: known, left }]
    : [{ type: "contact-answered", at, answer: known }];
};

/** A name that the registry keeps out of DNS is so since the first lookup that said it. */
const heldOn = (before: ContactAnswer | undefined, answer: ContactAnswer): ContactAnswer =>
  answer.heldSince !== undefined && before?.heldSince !== undefined
    ? { ...answer, heldSince: before.heldSince }
    : answer;

/** The oldest registration date of any lookup: a silent source undoes none. */
const datedBy = (before: ContactAnswer | undefined, answer: ContactAnswer): ContactAnswer => {
  const registeredAt = earliest(before?.name?.registeredAt, answer.name?.registeredAt);
  return registeredAt === undefined ? answer : { ...answer, name: { ...answer.name, registeredAt } };
};

/**
 * What was known before, and since when DNS gives no such name: once somebody was notified, one lookup alone is
 * not certain. The registry's own word is sure at once.
 */
const doubting = ({ notices, level, contact: before }: Case, answer: ContactAnswer): ContactAnswer | undefined => {
  if (!before || !hasEscalated({ level }) || notices.length === 0 || mayBeGone(before) !== undefined) return undefined;
  if (mayBeGone(answer) === undefined || answer.outOfDns !== undefined) return undefined;
  const certainAt = goneForCertainAt(before);
  if (certainAt !== undefined && certainAt <= answer.askedAt) return undefined;
  return {
    ...before,
    askedAt: answer.askedAt,
    failures: answer.failures,
    goneSince: before.goneSince ?? answer.askedAt,
  };
};

/**
 * Whether a lookup in which DNS was silent counts as none: what waits for it waits on, as long as for a first
 * lookup. Then, or where something waits that needs no place, it counts, and nobody is notified for an address
 * until DNS answers (`decide`).
 */
const isPatient = (
  state: Case,
  before: ContactAnswer,
  { askedAt: at }: ContactAnswer,
  { lookAgainAfterMinutes }: Policy,
): boolean => {
  const waiting = state.notices.filter((notice) => notice.state === "queued");
  const since = earliest(...waiting.map(({ notBefore }) => notBefore));
  if (state.lookAgain || !waiting.every(needsPlace)) return false;
  // Where nothing waits, continued silence of DNS is no news.
  if (since === undefined || isUnlocated(before)) return isUnlocated(before);
  const patienceMinutes = lookAgainAfterMinutes.reduce((sum, minutes) => sum + minutes, 0);
  return at < plusMinutes(since, patienceMinutes);
};

/** A silent source still counts as before while the addresses are the same and nobody else is named. */
const withSilentSources = (before: ContactAnswer, answer: ContactAnswer): ContactAnswer => {
  const isSilent = answer.failures.some(({ outcome }) => outcome === "silent");
  const isAtTheSame =
    answer.addresses.length === before.addresses.length &&
    answer.addresses.every((address) => before.addresses.includes(address));
  if (!isSilent || answer.addresses.length === 0 || !isAtTheSame) return answer;
  const isNamed = (scope: Candidate["scope"]) =>
    answer.candidates.some((candidate) => candidate.scope === scope && candidate.confidence !== "guess");
  const still = before.candidates.filter(({ scope, confidence }) => confidence !== "guess" && !isNamed(scope));
  return still.length > 0 ? boundedAnswer({ ...answer, candidates: [...answer.candidates, ...still] }) : answer;
};

/** DNS gives an address that it gave before, or a notified desk answers for one that it gives now. */
const isWhereItWas = (state: Case, before: ContactAnswer, answer: ContactAnswer): boolean =>
  answer.addresses.some((address) => before.addresses.includes(address)) ||
  (isHostTold(state) && !isMissedEverywhere({ notices: sighted(state, answer) }));
