import { earliest, type Instant, plusHours, plusMinutes } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { isAboveHost, isOfHost } from "../kernel/scope.ts";
import { ask, isAsked } from "./ask.ts";
import { noticesAtMost } from "./bounds.ts";
import { type Candidate, type ContactForm, isUnlocated, mayBeGone, withoutRepeatedForms } from "./candidate.ts";
import type { Notice, Review, TargetCase } from "./case.ts";
import { awaitsClearance, waitsForPolice, wasHostsSideAsked } from "./clearance.ts";
import { restsUntil } from "./desk-clock.ts";
import type { CaseEvent } from "./event.ts";
import { gates, heldQuestion } from "./gates.ts";
import { isBound } from "./in-line.ts";
import {
  allWithdrew,
  asksOn,
  asksOnCallAt,
  climb,
  climbsAt,
  formsFor,
  formsOnRungs,
  isLeftUntried,
  platformForms,
  reminders,
  replacements,
  replacementsAtMost,
  rungIsDead,
  told,
  unconfirmedDesks,
  untold,
  wasAsked,
  whyNeedless,
  whyNot,
} from "./ladder.ts";
import { afterTheEnd, orAsks, withRings } from "./lasting.ts";
import { goneForCertainAt, isDoubted, looksForNameAt } from "./name-gone.ts";
import { isMissedEverywhere, looksAgainAt } from "./networks.ts";
import type { Policy } from "./policy.ts";
import { questionFacts } from "./question.ts";
import { close } from "./react.ts";
import { replyMeanings } from "./reply-class.ts";
import { everRarer, hintAgainAt, nothing, record, unsettled, type Wants, wake } from "./wants.ts";

/**
 * Decides what is next for a case at a moment. Pure: reads no clock, so weeks of a case's life run in a test in
 * microseconds. An open case always ends up with a time to wake at or a question before a person; when neither
 * follows from a rule, the last rule asks.
 */
export const decideCase = (state: TargetCase, policy: Policy, now: Instant): Wants =>
  state.closed
    ? afterTheEnd(state, state.closed.at, policy.row.forgetAfterDays, now)
    : orAsks(state, withRings(state, decideTarget(state, policy, now), now), now);

const decideTarget = (state: TargetCase, policy: Policy, now: Instant): Wants => {
  const settling = unsettled(state, policy, now);
  if (settling.record.length > 0) return settling;
  if (state.holds.length > 0 && state.holds.every(({ until }) => until !== undefined && until <= now)) {
    return record({ type: "released", at: now, by: "the clock", why: "the hold was until now" });
  }
  const needless = state.notices.flatMap((notice): readonly CaseEvent[] => {
    const why = notice.state === "queued" ? whyNeedless(state, notice, policy) : undefined;
    return why === undefined ? [] : [{ type: "notice-cancelled", at: now, noticeId: notice.id, why }];
  });
  if (needless.length > 0) return record(...needless);
  if (allWithdrew(state)) return afterWithdrawal(state, policy, now, settling);
  const asked = gates(state, policy, now);
  if (asked.length > 0) return record(...asked);
  const stop = standstill(state, now);
  const live = askAboutLive(state, policy, now, stop !== undefined);
  if (live.length > 0) return record(...live);
  const lookFor = stop ? looksForNameAt(state) : isDoubted(state) && state.contact && !state.lookAgain ? goneForCertainAt(state.contact) : undefined;
  const look = lookFor === undefined ? undefined : looksAt(state, lookFor, policy, now);
  if (stop || look) return { ...nothing, ...look, ...wake(settling.wakeAt, stop?.until, look?.wakeAt) };
  const contact = contactFirst(state, policy, now);
  if (contact) return { ...contact, ...wake(settling.wakeAt, contact.wakeAt) };
  const ladder = ladderStep(state, policy, now);
  if (state.notices.length >= noticesAtMost && ladder.record.some(({ type }) => type === "notice-queued")) return fullOfNotices(state, now, settling);
  if (ladder.record.length > 0) return ladder;
  const secondLook = looksAgainAt(state);
  return sendings(state, policy, now, settling.wakeAt, ladder.wakeAt, secondLook !== undefined && secondLook > now ? secondLook : undefined);
};

/** A person goes on with it, or ends it; a machine that writes ever more mails about one page is wrong somewhere. */
const fullOfNotices = (state: TargetCase, now: Instant, settling: Wants): Wants => {
  if (state.waitUntil !== undefined && state.waitUntil > now) return { ...nothing, ...wake(settling.wakeAt, state.waitUntil) };
  const reason = `This case has ${state.notices.length} notices, and a machine writes no more about one page.`;
  return record(ask(state, now, { question: "unanswered", blocking: true, reason }));
};

/**
 * Nothing more is asked of anybody: whatever else queues a notice now (a person's verdict, a host that moved, a refusal that came
 * late) is cancelled again, and a desk that turns out never to have had a notice hears of no withdrawal. Questions to a person are moot,
 * but for those about a withdrawal that did not go out, or may not have.
 */
const afterWithdrawal = (state: TargetCase, policy: Policy, now: Instant, settling: Wants): Wants => {
  const isOwed = ({ step, to }: Notice) => step === "withdrawal" && told(state).some((notice) => isSameMailbox(notice.to.email, to.email));
  const needless = state.notices.filter((notice) => notice.state === "queued" && !isOwed(notice));
  if (needless.length > 0)
    return record(...needless.map(({ id }): CaseEvent => ({ type: "notice-cancelled", at: now, noticeId: id, why: "withdrawn by every reporter" })));
  if (state.notices.some((notice) => isWaiting(notice) || notice.state === "on-wire")) {
    const held = heldQuestion(state, now);
    if (held.length > 0) return record(...held);
    const stop = standstill(state, now);
    if (stop) return { ...nothing, ...wake(settling.wakeAt, stop.until) };
    return sendings(state, policy, now, settling.wakeAt);
  }
  // About one in a digest the digest asks.
  const isBeforeAPerson = ({ id }: Notice) => state.reviews.some((review) => isAboutSending(review) && review.noticeId === id);
  if (state.notices.some((notice) => notice.step === "withdrawal" && (isBound(notice) || isBeforeAPerson(notice)))) return settling;
  return record(...close(state, now, "withdrawn", "every reporter took the report back"));
};

const isAboutSending = ({ question }: Review): boolean => questionFacts[question].isAboutSending;

/** A hold or a blocking question: nothing goes out. Withdrawals wait for holds alone. */
const standstill = (state: TargetCase, now: Instant): { readonly until?: Instant } | undefined => {
  const holds = state.holds.filter(({ until }) => until === undefined || until > now);
  if (holds.length > 0) {
    const ends = holds.flatMap(({ until }) => until ?? []).sort();
    return ends.length === holds.length && ends.at(-1) ? { until: ends.at(-1) } : {};
  }
  // What a clearance keeps is the host's side alone (`clearance.ts`).
  return !allWithdrew(state) && state.reviews.some(({ blocking, question }) => blocking && !questionFacts[question].keepsHostsSide) ? {} : undefined;
};

/** So long a question about what happens now waits for the look-up, so that whoever is asked sees the forms of the first rung in it. */
const liveWaitsMinutes = 1;

const askAboutLive = (state: TargetCase, policy: Policy, now: Instant, stands: boolean): readonly CaseEvent[] => {
  if (!state.live || state.cleared.includes("live") || isAsked(state, "live")) return [];
  if (!stands && state.contact === undefined && now < plusMinutes(state.openedAt, liveWaitsMinutes)) return [];
  const forms = withoutRepeatedForms([...platformForms(state, policy), ...formsOnRungs(state, policy, 0, 1)]);
  const byForm = forms.length === 0 ? "" : " Who can take it down takes reports by the form below.";
  const reason = `Reported as happening now; a call may be faster than a mail.${byForm}`;
  return [ask(state, now, { question: "live", blocking: false, reason, ...(forms.length > 0 && { forms }) })];
};

const looksAt = (state: TargetCase, at: Instant, policy: Policy, now: Instant): Wants =>
  at > now ? { ...nothing, wakeAt: at } : { ...nothing, hints: ["find-contact"], wakeAt: hintAgainAt(state, at, policy, now) };

/** Without an answer about the contact nothing else can be decided. Silent sources are asked again, then a person. */
const contactFirst = (state: TargetCase, policy: Policy, now: Instant): Wants | undefined => {
  const { contact } = state;
  const findNow: Wants = { ...nothing, hints: ["find-contact"], wakeAt: hintAgainAt(state, contact?.askedAt ?? state.openedAt, policy, now) };
  const live = state.live && !isAsked(state, "live") ? plusMinutes(state.openedAt, liveWaitsMinutes) : undefined;
  if (!contact || state.lookAgain) return { ...findNow, ...wake(findNow.wakeAt, live !== undefined && live > now ? live : undefined) };
  const secondLook = looksAgainAt(state);
  if (secondLook !== undefined && secondLook <= now && contact.askedAt < secondLook) return findNow;
  // A guess is nobody who may be told; a source that was silent may still name somebody.
  if (contact.candidates.some(({ confidence }) => confidence !== "guess") || contact.forms.length > 0 || !contact.retry) return undefined;
  const waitMinutes = policy.lookAgainAfterMinutes[state.silentLookups - 1];
  if (waitMinutes === undefined || (state.rung >= 0 && !isMissedEverywhere(state))) return undefined;
  const again = plusMinutes(contact.askedAt, waitMinutes);
  return again <= now ? findNow : { ...nothing, wakeAt: again };
};

/** Climbing, standing in for dead contacts, reminding; and the person when the ladder ends. */
const ladderStep = (state: TargetCase, policy: Policy, now: Instant): Wants => {
  const others = askAboutOthers(state, policy, now);
  if (others.length > 0) return record(...others);
  const rests = restsUntil(state, now);
  if (state.rung < 0) return climbOrAsk(state, policy, now, "nobody was told yet", rests);
  const instead = replacements(state, policy, now);
  if (instead.length > 0) return record(...instead);
  const cleared = afterClearance(state, policy, now);
  if (cleared.length > 0) return record(...cleared);
  if (isLeftUntried(state, policy) && !isAsked(state, "no-contact")) return record(askInstead(state, policy, now));
  // What was queued on this rung was cancelled before it went out, and nobody is left for it here.
  if (asksOn(state).length === 0) return climbOrAsk(state, policy, now, "nobody is left on this rung", rests);
  if (rungIsDead(state)) return climbOrAsk(state, policy, now, "every notice on this rung came back", rests);
  // What is queued goes out before anything further is decided: a reminder must not be stopped by the question that follows its rung.
  if (state.notices.some(isWaiting) || isBeingTold(state)) return nothing;
  const onCallAt = asksOnCallAt(state, policy);
  const isOnCallsTurn = onCallAt <= now && !rests;
  // What follows from its being still there is before a person already, and is one question.
  if (isOnCallsTurn && !isBeforeAPerson(state)) {
    return record(ask(state, now, { question: "unanswered", blocking: true, reason: `${heardSoFar(state)} ${timeIsOver(state, policy)}` }));
  }
  // Before a person already, it is their answer that moves the case: a moment that has passed is nothing to wait for.
  const onCallWake = isOnCallsTurn ? undefined : (rests ?? onCallAt);
  if (state.quiet) return { ...nothing, ...wake(onCallWake) };
  const owed = reminders(state, policy);
  const dueNow = owed.filter(({ at }) => at <= now);
  if (dueNow.length > 0) return record(...dueNow.map(({ event }) => event(now)));
  const climbAt = climbsAt(state, policy);
  if (climbAt && climbAt <= now && !rests) return climbOrAsk(state, policy, now, whyFurther(state), rests);
  const climbWake = climbAt && rests && rests > climbAt ? rests : climbAt;
  return { ...nothing, ...wake(climbWake, onCallWake, ...owed.map(({ at }) => at)) };
};

/** What follows from silence is before a person by another question already. */
const isBeforeAPerson = (state: TargetCase): boolean => isAsked(state, "still-up") || isAsked(state, "clearance");

/** The first mail of all is on the wire. Where SES declines it, it waits on, and nobody was silent who heard nothing; a question would keep it for good. */
const isBeingTold = ({ notices }: TargetCase): boolean =>
  notices.some(({ state }) => state === "on-wire") && notices.every(({ sentAt }) => sentAt === undefined);

/** Once for a case: whoever answers sees all that is known of where it stands. */
const askAboutOthers = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] => {
  if (awaitsClearance(state) || isAsked(state, "more-networks") || state.cleared.includes("more-networks")) return [];
  const { desks, addresses } = untold(state, policy);
  if (desks.length === 0 && addresses === 0) return [];
  const named = desks.length === 0 ? [] : [`Three networks are told by the machine; not told: ${desks.map(({ email }) => email).join(", ")}.`];
  const bare = addresses === 0 ? [] : [`Nobody was told for ${addresses} more of its addresses.`];
  return [ask(state, now, { question: "more-networks", blocking: false, reason: [...named, ...bare].join(" ") })];
};

const inWords = (hours: number): string => {
  const [count, unit] = hours % 24 === 0 ? [hours / 24, "day"] : [hours, "hour"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
};

/** What has come from desks since somebody was told, in a sentence that is true to it. */
const heardSoFar = ({ notices }: TargetCase): string => {
  const spoken = notices.filter(({ answer }) => answer !== undefined).toSorted((a, b) => ((a.answeredAt ?? "") < (b.answeredAt ?? "") ? 1 : -1))[0];
  if (spoken?.answer) return `${spoken.to.email} answered ${replyMeanings[spoken.answer].words}; it is not known to be gone.`;
  const noted = notices.find(({ acknowledgedAt }) => acknowledgedAt !== undefined);
  if (noted) return `${noted.to.email} acknowledged the notice and has said nothing more.`;
  return "No desk has answered.";
};

const whyFurther = ({ notices }: TargetCase): string => {
  if (notices.some(({ answer }) => answer !== undefined)) return "a desk answered, and it is not known to be gone";
  return notices.some(({ acknowledgedAt }) => acknowledgedAt !== undefined) ? "acknowledged, and no answer" : "no answer";
};

const hourMs = 3_600_000;
const timeIsOver = ({ kept }: TargetCase, { row }: Policy): string => {
  const keptHours = Math.round((kept?.ms ?? 0) / hourMs);
  const less = keptHours === 0 ? "" : `, and ${inWords(keptHours)} for which a hold, a question or a stop of sending kept the case do not count`;
  return `The ${inWords(row.onCallAfterHours)} that the policy gives from the report are over${less}.`;
};

/** Mailboxes that nothing confirms, in a sentence for the person who may know better. */
const namedUnconfirmed = (desks: readonly Candidate[]): string =>
  desks.map(({ email, name }) => ` ${name ? `${name}'s` : "Its"} mailbox ${email} is not confirmed by any registry, and was not told.`).join("");

/** Others are told, and the platform or who lends out the name is not: its mailbox is not sure enough for a machine, and it has no form. */
const askAboutUnconfirmed = (state: TargetCase, desks: readonly Candidate[], now: Instant): readonly CaseEvent[] =>
  desks.length === 0 || isAsked(state, "unconfirmed-desk")
    ? []
    : [ask(state, now, { question: "unconfirmed-desk", blocking: false, reason: `Others are told.${namedUnconfirmed(desks)}` })];

const askForForms = (state: TargetCase, policy: Policy, now: Instant, forms: readonly ContactForm[], blocking: boolean): CaseEvent => {
  const taken = blocking ? "This provider takes reports by its form only." : "A provider beside those who are told takes reports by its form only.";
  const apis = [...new Set(forms.flatMap(({ api }) => api ?? []))];
  const programs = apis.length === 0 ? "" : ` It also takes them from programs: ${apis.join(", ")}.`;
  return ask(state, now, { question: "form-only", blocking, reason: `${taken}${programs}${namedUnconfirmed(unconfirmedDesks(state, policy))}`, forms });
};

/** Whom to write to in the place of mailboxes that all came back. The rest of the case goes on, where anything is left of it. */
const askInstead = (state: TargetCase, policy: Policy, now: Instant): CaseEvent => {
  const blocking = rungIsDead(state) && climb(state, policy, now, "") === undefined;
  const reason = `Mail to ${replacementsAtMost + 1} mailboxes of this host's desk came back or was unwanted. Others are named, and no machine tries them.`;
  return ask(state, now, { question: "no-contact", blocking, reason });
};

/** `rests`: a person said to wait until then, so the next question waits as well. */
const climbOrAsk = (state: TargetCase, policy: Policy, now: Instant, why: string, rests: Instant | undefined): Wants => {
  const events = climb(state, policy, now, why);
  const climbed = events?.find((event) => event.type === "climbed");
  if (events && climbed) {
    // Who has a form in the place of a mailbox is asked there before anybody further up, and has as long to answer as by mail.
    const first = wasAsked(state) ? [] : formsOnRungs(state, policy, 0, climbed.rung);
    if (first.length > 0 && !state.cleared.includes("form-only")) return record(askForForms(state, policy, now, first, true));
    if (first.length > 0 && rests) return { ...nothing, wakeAt: rests };
    const beside = formsOnRungs(state, policy, asksOn(state).length > 0 ? state.rung + 1 : Math.max(state.rung, 0), climbed.rung + 1);
    const asked = state.reviews.flatMap(({ question, forms = [] }) => (question === "form-only" ? forms : []));
    const all = withoutRepeatedForms([...(state.rung < 0 ? platformForms(state, policy) : []), ...beside]);
    const unasked = state.cleared.includes("form-only") ? [] : all.filter(({ url }) => !asked.some((other) => other.url === url));
    const unsure = state.rung < 0 ? unconfirmedDesks(state, policy) : [];
    const besides = unasked.length === 0 ? askAboutUnconfirmed(state, unsure, now) : [askForForms(state, policy, now, unasked, false)];
    return record(...events, ...besides, ...askAboutSuspect(state, events, policy, now));
  }
  if (rests) return { ...nothing, wakeAt: rests };
  // The same is before a person already. Whom to write to, where nobody was told, is another matter.
  if (isAsked(state, "clearance") || (wasAsked(state) && isAsked(state, "still-up"))) return nothing;
  if (wasAsked(state)) return record(ask(state, now, { question: "unanswered", blocking: true, reason: `The ladder has no further rung: ${why}.` }));
  const forms = formsFor(state, policy);
  if (forms.length > 0 && state.cleared.includes("form-only"))
    return record(ask(state, now, { question: "unanswered", blocking: true, reason: "The provider's form was filled in by a person; nothing more is known." }));
  if (forms.length > 0) return record(askForForms(state, policy, now, forms, true));
  const reasons = (state.contact?.candidates ?? []).map((candidate) => whyNot(state, candidate, policy));
  if (reasons.includes("suspect")) {
    return record(
      ask(state, now, {
        question: "contact-may-be-suspect",
        blocking: true,
        reason: "The only contact is under the reported domain itself, or is its holder's; writing to it may warn the offender.",
      }),
    );
  }
  const gone = reasons.length === 0 && state.contact ? mayBeGone(state.contact) : undefined;
  if (gone !== undefined) return record(ask(state, now, { question: "name-gone", blocking: true, reason: gone }));
  return record(
    ask(state, now, {
      question: "no-contact",
      blocking: true,
      reason: `${whyNoContact(state, reasons.length)}${namedUnconfirmed(unconfirmedDesks(state, policy))}`,
    }),
  );
};

const speaksForHost = ({ scope }: Candidate): boolean => isOfHost(scope) || isAboveHost(scope);

/** Others are told, and nobody who could take it down: the host's own desk may be the suspect, and a person looks for who is behind it. */
const askAboutSuspect = (state: TargetCase, events: readonly CaseEvent[], policy: Policy, now: Instant): readonly CaseEvent[] => {
  const isHostTold = wasHostsSideAsked(state) || events.some((event) => event.type === "notice-queued" && speaksForHost(event.to));
  const suspects = (state.contact?.candidates ?? []).filter((candidate) => isOfHost(candidate.scope) && whyNot(state, candidate, policy) === "suspect");
  if (isHostTold || suspects.length === 0 || isAsked(state, "contact-may-be-suspect")) return [];
  const reason = `Others are told; the host's only desk, ${suspects[0]?.email}, may be the suspect's own.`;
  return [ask(state, now, { question: "contact-may-be-suspect", blocking: false, reason })];
};

/** The hotline was told before the police cleared it: what keeps a mail from the host's side is asked now, as it is of a first notice. */
const afterClearance = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] => {
  if (!state.cleared.includes("clearance") || wasHostsSideAsked(state) || state.notices.some(isWaiting)) return [];
  const forms = isAsked(state, "form-only") || state.cleared.includes("form-only") ? [] : formsFor(state, policy);
  return forms.length > 0 ? [askForForms(state, policy, now, forms, false)] : askAboutSuspect(state, [], policy, now);
};

const whyNoContact = (state: TargetCase, unusable: number): string => {
  const silent = (state.contact?.failures ?? []).filter(({ outcome }) => outcome === "silent" || outcome === "refused").map(({ source }) => source);
  const nowhere = (state.contact?.failures ?? []).filter(({ source, outcome }) => source.startsWith("dns") && outcome === "refused");
  if (unusable === 0 && nowhere.length > 0) return nowhere.map(({ detail }) => detail).join(" ");
  if (unusable > 0) return `${unusable} contact${unusable > 1 ? "s were" : " was"} found, none of which may be written to.`;
  return silent.length > 0
    ? `No contact was found; these sources stayed silent: ${[...new Set(silent)].join(", ")}.`
    : "No source names a contact for this host.";
};

const isWaiting = ({ state }: Notice): boolean => state === "queued" || state === "gathered";
const isReady = (state: TargetCase, notice: Notice, now: Instant): boolean =>
  notice.state === "queued" && !notice.window && notice.notBefore <= now && !waitsForTheWire(state, notice) && !waitsForPolice(state, notice);

/** A word about a notice that its desk may not have: it waits until SES has said whether it has. */
const waitsForTheWire = (state: TargetCase, { step, to }: Notice): boolean =>
  (step === "withdrawal" || step === "correction" || step === "moved") &&
  state.notices.some((notice) => notice.state === "on-wire" && isSameMailbox(notice.to.email, to.email));

/** Not taken along by then, a notice may have been forgotten by its digest, or held meanwhile: `send-notice` looks. Nobody asks it to for an hour, since a digest may be late for good reasons. */
const missedAfterMinutes = 20;
const looksForDigestAfterMinutes = 60;
/** Before a window ends, the hosts in it are looked up again where that was long ago. */
const looksUpAheadMinutes = 10;
/** A digest waits so long, from when its members were fixed, for those whose hosts are being looked up. */
export const gathersForMinutes = 30;

/** Whether the host was looked up so lately that a notice about it may go out. */
export const isLookedUp = ({ contact }: TargetCase, policy: Policy, at: Instant): boolean =>
  contact !== undefined && plusHours(contact.askedAt, policy.contactFreshHours) > at;

/** Name servers that were silent for hours are asked each hour, in the urgent lane too: what they say is nobody's haste. */
const seeksWithinMinutes = 60;

/** While DNS does not say where the host stands, it is asked again and again: those who may not be told meanwhile are owed their mails still. */
const seeksPlace = (state: TargetCase, policy: Policy, now: Instant): { readonly isDue: boolean; readonly wakeAt?: Instant } => {
  const { contact } = state;
  if (!contact || !isUnlocated(contact)) return { isDue: false };
  const first = plusMinutes(contact.askedAt, policy.hintAgainAfterMinutes);
  return first > now ? { isDue: false, wakeAt: first } : { isDue: true, wakeAt: everRarer(contact.askedAt, policy, now, seeksWithinMinutes) };
};

/** Queued notices whose time has come, after the host was looked up afresh: a moved host must not get another's mail. */
const sendings = (state: TargetCase, policy: Policy, now: Instant, ...wakes: readonly (Instant | undefined)[]): Wants => {
  const queued = state.notices.filter((notice) => notice.state === "queued");
  const waiting = queued.filter(({ window }) => window !== undefined);
  const isStale = waiting.some(({ window = now }) => !isLookedUp(state, policy, plusMinutes(window > now ? window : now, looksUpAheadMinutes)));
  const looksUp = isStale ? waiting.map(({ window = now }) => plusMinutes(window, -looksUpAheadMinutes)) : [];
  const looksForDigest = waiting.map(({ notBefore }) => plusMinutes(notBefore, looksForDigestAfterMinutes));
  const later = queued.flatMap(({ window, notBefore }) => (!window && notBefore > now ? [notBefore] : []));
  const isDue = queued.some((notice) => isReady(state, notice, now));
  const isFresh = isLookedUp(state, policy, now);
  const seeks = seeksPlace(state, policy, now);
  const looksNow = looksUp.some((at) => at <= now);
  const hints = [
    ...((isDue && isFresh) || missedWindows(state, now).length > 0 ? (["send-notice"] as const) : []),
    ...((isDue && !isFresh) || looksNow || seeks.isDue ? (["find-contact"] as const) : []),
  ];
  const again =
    isDue || looksNow
      ? [hintAgainAt(state, earliest(...queued.filter((notice) => isReady(state, notice, now)).map(({ notBefore }) => notBefore)), policy, now)]
      : [];
  return {
    ...nothing,
    hints,
    ...wake(
      ...wakes,
      seeks.wakeAt,
      ...again,
      ...later,
      ...[...looksUp, ...looksForDigest].map((at) => (at > now ? at : plusMinutes(now, looksForDigestAfterMinutes))),
    ),
  };
};

/** Whether the case's host is looked up only for what waits to go out, and not since something is to be known of the case itself. */
export const looksUpToSend = (state: TargetCase, policy: Policy, now: Instant): boolean =>
  contactFirst(state, policy, now) === undefined && !seeksPlace(state, policy, now).isDue;

/** Whether a notice waits to go out by itself, and not with a digest. */
export const sendsAlone = (state: TargetCase, now: Instant): boolean => state.notices.some((notice) => isReady(state, notice, now));

/** Notices whose window is over and that no digest has taken along, though nothing stops them. */
export const missedWindows = (state: TargetCase, now: Instant): readonly Notice[] =>
  state.notices.filter(
    (notice) => notice.state === "queued" && notice.window && plusMinutes(notice.notBefore, missedAfterMinutes) <= now && mayGo(state, notice, now),
  );

/** Notices that `send-notice` may send now by themselves, in the order in which they were queued. */
export const readyToSend = (state: TargetCase, policy: Policy, now: Instant): readonly Notice[] => {
  if (state.closed || standstill(state, now) || isDoubted(state) || !isLookedUp(state, policy, now)) return [];
  return state.notices.filter((notice) => isReady(state, notice, now));
};

/** Nothing holds this notice back, but that it may wait for its window's end and for a look-up. */
export const mayGo = (state: TargetCase, notice: Notice, now: Instant): boolean =>
  !state.closed && isWaiting(notice) && !standstill(state, now) && !isDoubted(state) && !waitsForTheWire(state, notice) && !waitsForPolice(state, notice);
