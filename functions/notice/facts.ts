import type { Candidate } from "../case/candidate.ts";
import type { Case, WrongReason } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import { noticeStateFacts } from "../case/notice-state.ts";
import type { ReplyClass } from "../case/reply-class.ts";
import { asks } from "../case/step.ts";
import { readAddress } from "../kernel/address.ts";
import { defangHost, defangHosts, defangUrl, defangWords } from "../kernel/defang.ts";
import { domainOf } from "../kernel/domain.ts";
import { namesInClear, standsInClear } from "../kernel/in-clear.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import { readRange } from "../kernel/range.ts";
import { isNational, isNetworks, isOfName } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { isChildAbuse } from "../report/category.ts";
import { linksPrinted } from "../report/evidence-links.ts";
import type { Target } from "../report/report.ts";
import { pageUrlOf, targetFacts } from "../report/target.ts";
import { countryOf, flaggerOf } from "./ground.ts";
import { hiddenNames, namedReporters, standingReporters, withoutNames } from "./notifiers.ts";
import { earlierOf, reminderNumber } from "./outline.ts";
import { plainText } from "./plain-text.ts";
import type { NoticeRequest } from "./request.ts";
import type { Facts } from "./texts.ts";

/** `2026-11-24 10:00:05 UTC`: desks search their logs by it, so always with its zone. */
export const moment = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

/** Cut where it would break the subject; the exact host stands in the body. */
const subjectHost = (host: string): string => {
  const written = defangHost(host);
  return written.length <= 60 ? written : `...${written.slice(-57)}`;
};

/** Never in clear, not even where the page's path or query names its own host. */
export const defangedLocation = (target: Case["target"]): string => {
  const url = pageUrlOf(target);
  return url === undefined ? defangHost(target.host) : linkFree(url, [target.host]);
};

/** None of these hosts in clear. Where one is written in another form, every full stop is bracketed. */
const linkFree = (url: string, hosts: readonly string[]): string => {
  const names = hosts.filter((host) => !readAddress(host));
  const written = defangHosts(defangUrl(url), names);
  return standsInClear(written, names) ? written.replace(/(?<!\[)\.(?!\])/g, "[.]") : written;
};

/** As `defangedLocation`, but a peer-to-peer machine stands as logs have it: it is no link. */
export const locationShown = (target: Case["target"]): string =>
  targetFacts[target.kind].isMachine ? target.host : defangedLocation(target);

/**
 * All that a text may name, neutralised. A text whose fact is absent stops the mail. None of `hosts` (all that
 * this mail reports) stands in clear; addresses and ranges do: they are no links, and desks search logs by them.
 */
export const factsOf = (
  { case: state, notice, settings, doubted }: NoticeRequest,
  hosts: readonly string[] = [state.target.host],
): Facts => {
  const hidden = hiddenNames(state, settings);
  const said = (text: string | undefined) =>
    text === undefined ? undefined : words(withoutNames(text, hidden), hosts);
  const ticket = said(ticketOf(state, notice));
  return {
    gap: " ",
    again: doubted,
    caseId: state.id,
    reminder: String(reminderNumber(state, notice)),
    ...noticedFacts(state, notice),
    live: state.live,
    ...placeFacts(state, notice, said),
    ...sightingFacts(state),
    ...returnFacts(state),
    was: said(wrongReasonTold(state, notice)),
    ...evidenceFacts(state, hosts, said),
    ...linkFacts(linksPrinted(state, settings, hosts)),
    ...senderFacts(state, notice, settings),
    ticket,
    ticketTag:
      ticketTagOf(state, notice, hosts) ?? (ticket && ticket.length <= ticketAtMost ? `[${ticket}]` : undefined),
    earlier: dossier(state, notice, hosts, hidden),
  };
};

const placeFacts = (state: Case, { to }: Notice, said: Format): Facts => {
  const { target, contact } = state;
  const host = readAddress(target.host)?.text;
  const addresses = host === undefined ? (to.serves ?? contact?.addresses ?? []) : [host];
  const country = countryOf(state, to);
  const location = plainText(defangedLocation(target));
  return {
    host: plainText(host ?? defangHost(target.host)),
    subjectHost: plainText(host ?? subjectHost(target.host)),
    subjectAddress: host === undefined && sortsByAddress(to) ? addresses[0] : undefined,
    location,
    colons: location.includes("[:]"),
    address: host,
    // A peer's stands with its port and time; of a name no address is asked.
    addresses:
      targetFacts[target.kind].isMachine || isOfName(to.scope) || addresses.length === 0
        ? undefined
        : addresses.slice(0, 8).join(", "),
    lookedUp: host === undefined && contact ? moment(contact.askedAt) : undefined,
    country: country !== undefined && isNational(to.scope) ? plainText(country) : undefined,
    // An upstream's or a hotline's own range is not where this stands.
    range: to.scope === "network" && to.range && isAddressRange(to.range) ? plainText(to.range) : undefined,
    ...(isOfName(to.scope) && nameFacts(state)),
    ...ofItsKind(target, said),
  };
};

/** What a registrar or registry decides by. */
const nameFacts = ({ contact, domainIsMalicious, target }: Case): Facts => ({
  domain: plainText(defangHost(domainOf(target.host) ?? target.host)),
  registered: contact?.name?.registeredAt?.slice(0, 10),
  malicious: domainIsMalicious,
});

/** Whoever answers for a network sorts by address, for a service or a name by host. */
const sortsByAddress = ({ scope }: Candidate): boolean => isNetworks(scope) || isNational(scope);

/** `192.0.2.0 - 192.0.2.255`, `192.0.2.0/24` or `AS64500` alone: no domain, no registry's note. */
const isAddressRange = (range: string): boolean =>
  /^AS\d+$/i.test(range) || (/^[\da-f:./ –-]{3,100}$/i.test(range) && readRange(range) !== undefined);

const sightingFacts = ({ firstSeenAt, lastSeenAt = firstSeenAt, channel }: Case): Facts => ({
  day: firstSeenAt.slice(0, 10),
  seen: moment(lastSeenAt),
  firstSeen: firstSeenAt < lastSeenAt ? moment(firstSeenAt) : undefined,
  elsewhere: channel !== "website",
});

const returnFacts = ({ cameBack }: Case): Facts =>
  cameBack === undefined ? {} : { removedAt: moment(cameBack.removedAt), seenAgain: moment(cameBack.seenAt) };

/** Hashes and redirects: a desk looks for one of them. */
const listedAtMost = 5;

const evidenceFacts = ({ category, evidence }: Case, hosts: readonly string[], said: Format): Facts => ({
  explanation: said(evidence.explanation),
  // DSA Art. 16(2)(a): a reason, where the material is not to be described.
  isAssessed: isChildAbuse(category) && !said(evidence.explanation),
  imitates: said(evidence.imitates),
  legitimateSite: evidence.legitimateSite && plainText(linkFree(evidence.legitimateSite, hosts)),
  right: said(evidence.rightNumber),
  redirects: (evidence.redirects ?? []).slice(0, listedAtMost).map((url) => plainText(linkFree(url, hosts))),
  reproduce: said(evidence.reproduce),
  isHidden: Boolean(said(evidence.reproduce)),
  screenshot: evidence.screenshot,
  classification: evidence.classification,
  hashes: (evidence.hashes ?? [])
    .slice(0, listedAtMost)
    .map((hash) => words(hash, hosts))
    .filter((hash) => hash !== ""),
});

const linkFacts = (links: readonly string[]): Facts => ({ links, isLinked: links.length > 0 });

const senderFacts = (state: Case, { to }: Notice, settings: Settings): Facts => {
  const flagger = flaggerOf(state, to, settings);
  const organisations = new Set(standingReporters(state, settings).map(({ organisation }) => organisation)).size;
  return {
    organisations: organisations > 1 ? String(organisations) : undefined,
    reporters: namedReporters(state, settings).map(({ organisation, contact, onBehalfOf }) => ({
      organisation: plainText(organisation),
      contact: plainText(contact),
      behalf: onBehalfOf && plainText(onBehalfOf),
    })),
    flagger: flagger && plainText(flagger.organisation),
    sender: plainText(settings.organisation),
    verifyBy: plainText(settings.verifyBy),
    phone: settings.phone && plainText(settings.phone),
  };
};

type Format = (text: string | undefined) => string | undefined;

/** Somebody's words or a desk's name: one line, nothing that a mail program makes a link of. */
const words = (text: string, hosts: readonly string[]): string => plainText(defangWords(plainText(text), hosts));

/** This desk's own number from its last answer, by which it finds its ticket. */
const ticketOf = (state: Case, notice: Notice): string | undefined =>
  notice.ticket ??
  state.notices.findLast((earlier) => earlier.to.email === notice.to.email && earlier.ticket !== undefined)?.ticket;

/**
 * The number as the desk's system writes it. It holds no link but the desk's own domain or a host of it, which
 * some systems write before it, and never a reported host, not even as labels of a name.
 */
const ticketTagOf = (state: Case, notice: Notice, hosts: readonly string[]): string | undefined => {
  const tag =
    notice.ticketTag ??
    state.notices.findLast(({ to, ticketTag }) => to.email === notice.to.email && ticketTag)?.ticketTag;
  if (tag === undefined) return undefined;
  const own = domainOf(notice.to.email.split("@").at(-1) ?? "");
  const betrays = (name: string) => hosts.some((host) => `.${name}.`.includes(`.${host}.`));
  const isOwn = namesInClear(tag).every((name) => domainOf(name) === own && !betrays(name));
  return isOwn && !standsInClear(tag, hosts) ? tag : undefined;
};

/** As long as a desk's number may be (`answers/ticket-number.ts`), and no subject is broken by it. */
const ticketAtMost = 50;

/** What this desk was asked, as far as we know, since the last withdrawal to it. */
const askedBefore = (state: Case, notice: Notice): readonly Notice[] => {
  const before = earlierOf(state, notice).filter(({ to }) => to.email === notice.to.email);
  const takenBackAt = before.findLastIndex(
    ({ step, state: come }) => step === "withdrawal" && !noticeStateFacts[come].isDead,
  );
  return before.slice(takenBackAt + 1).filter(({ step }) => asks(step));
};

/**
 * When the notice was that this one speaks of: the first, or for a correction the last, which said what is wrong.
 * And whether it was seen since; a notice that it reappeared says that by itself.
 */
const noticedFacts = (state: Case, notice: Notice): Facts => {
  const before = askedBefore(state, notice);
  const about = notice.step === "correction" ? before.at(-1) : before[0];
  const at = about && (about.sentAt ?? about.wireAt);
  const { lastSeenAt } = state;
  const isSeenSince = at !== undefined && lastSeenAt !== undefined && lastSeenAt > at && notice.step !== "returned";
  return { noticed: about && momentOf(about), seenSince: isSeenSince ? moment(lastSeenAt) : undefined };
};

/** The reason that this desk was given last, where another has replaced it since. */
const wrongReasonTold = (state: Case, notice: Notice): string | undefined => {
  const last = askedBefore(state, notice).at(-1);
  const at = last && (last.wireAt ?? last.sentAt);
  if (at === undefined) return undefined;
  // A correction goes out after what it corrects, even within the same millisecond.
  const stoodThen = ({ until }: WrongReason) => (last?.step === "correction" ? until > at : until >= at);
  return state.wrongReasons?.find(stoodThen)?.text;
};

/** The first and the last ones are named: a desk acts on none of them. */
const earlierAtMost = 4;

/** A recipient is named by desk or domain, never by mailbox. Delivered means that SES said so. */
const dossier = (
  state: Case,
  notice: Notice,
  hosts: readonly string[],
  hidden: readonly string[],
): readonly Facts[] => {
  const names = ({ to }: Notice) => `${to.name ?? ""} ${to.email}`;
  const before = earlierOf(state, notice)
    .filter(({ step, to }) => asks(step) && !isSameDesk(to, notice.to))
    // A hidden notifier that was notified as a hotline is not named by it.
    .filter((earlier) => withoutNames(names(earlier), hidden) === names(earlier));
  const shown = before.length <= earlierAtMost ? before : [...before.slice(0, 1), ...before.slice(1 - earlierAtMost)];
  return shown.map((earlier) => ({
    when: momentOf(earlier),
    desk: words(earlier.to.name ?? earlier.to.email.split("@").at(-1) ?? "", hosts),
    ...deliveryFacts(earlier),
    ...answerFacts(earlier),
  }));
};

/** By its mailbox, or as the same desk's other one: it knows what it was notified of. */
const isSameDesk = (one: Candidate, other: Candidate): boolean =>
  isSameMailbox(one.email, other.email) ||
  (one.name !== undefined && one.name === other.name && mailDomainOf(one.email) === mailDomainOf(other.email));

/** It stands between double quotes: those inside are single, so that its end shows. */
const withinQuotes = (text: string): string => text.replace(/["“”„‟″＂]/g, "'");

/** What `shape.location.…` names beside the host. */
const ofItsKind = (target: Target, said: Format): Facts => {
  switch (target.kind) {
    case "url":
    case "host":
      return {};
    case "peer":
      return { port: String(target.port), peerSeen: moment(target.seenAt), protocol: said(target.protocol) };
    case "account":
      return { account: said(withinQuotes(target.account)) };
    default:
      return target satisfies never;
  }
};

/** The surest of what is known of its arrival. */
const deliveryFacts = ({ state, acknowledgedAt }: Notice): Facts =>
  acknowledgedAt === undefined
    ? {
        isDelivered: state === "delivered" || state === "complained",
        isReturned: state === "bounced" || state === "rejected",
        isSent: state === "sent",
      }
    : { isAcknowledged: true };

/** The desk's answer in our own words: its text may hold what must not be passed on. */
const answerFacts = ({ answer, passedOn }: Notice): Facts => {
  const said = answer ?? (passedOn && "passed-on");
  const told = said && answersTold[said];
  return told === undefined ? {} : { [told]: true };
};

/** Facts of `shape.answer`. What a machine wrote is no answer; a complaint is nobody else's to read. */
const answersTold = {
  bounce: undefined,
  complaint: undefined,
  "auto-reply": undefined,
  acknowledgement: undefined,
  "passed-on": "isPassedOn",
  removed: "isRemoved",
  "not-ours": "isNotOurs",
  "use-our-form": "isForm",
  refused: "isRefused",
  "not-found": "isNotFound",
  question: "isQuestion",
  unclear: "isOther",
} as const satisfies Record<ReplyClass, string | undefined>;

/** A notice that a person declared as sent has only the moment of its attempt. */
const momentOf = ({ sentAt, wireAt }: Notice): string | undefined => {
  const at = sentAt ?? wireAt;
  return at === undefined ? undefined : moment(at);
};
