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
import type { Target } from "../report/report.ts";
import { pageUrlOf, targetFacts } from "../report/target.ts";
import { countryOf, flaggerOf } from "./ground.ts";
import { hiddenNames, namedReporters, standingReporters, withoutNames } from "./notifiers.ts";
import { earlierOf, reminderNumber } from "./outline.ts";
import { plainText } from "./plain-text.ts";
import type { NoticeRequest } from "./request.ts";
import type { Facts } from "./texts.ts";

/** `2026-11-24 10:00:05 UTC`: desks search their logs by it, so the zone is never left out. */
export const moment = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

/**
 * A host so long that it would break the subject is cut there; the exact one stands in the body.
 */
const subjectHost = (host: string): string => {
  const written = defangHost(host);
  return written.length <= 60 ? written : `...${written.slice(-57)}`;
};

/** The location as the text shows it: never in clear, not even where the page's path or query names its own host. */
export const defangedLocation = (target: Case["target"]): string => {
  const url = pageUrlOf(target);
  return url === undefined ? defangHost(target.host) : linkFree(url, [target.host]);
};

/**
 * A URL with none of these hosts in clear in it. Where a host is written in another form than its
 * own, every full stop is bracketed.
 */
const linkFree = (url: string, hosts: readonly string[]): string => {
  const names = hosts.filter((host) => !readAddress(host));
  const written = defangHosts(defangUrl(url), names);
  return standsInClear(written, names) ? written.replace(/(?<!\[)\.(?!\])/g, "[.]") : written;
};

/** As `defangedLocation`, but a machine in a peer-to-peer network stands as logs have it: it is no link. */
export const locationShown = (target: Case["target"]): string =>
  targetFacts[target.kind].isMachine ? target.host : defangedLocation(target);

/**
 * Everything that a text may name, neutralised. A fact that the case lacks is absent, and a text
 * that needs it stops the mail. `hosts` are all that were reported in this mail; none of them
 * stands in clear in anybody's words. An address and a range stand in clear, as they are no links
 * and a desk searches its logs by them.
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
    ...senderFacts(state, notice, settings),
    ticket,
    ticketTag:
      ticketTagOf(state, notice, hosts) ?? (ticket && ticket.length <= ticketAtMost ? `[${ticket}]` : undefined),
    earlier: dossier(state, notice, hosts, hidden),
  };
};

/** Where it is: the host defanged, addresses in clear. */
const placeFacts = (state: Case, { to }: Notice, said: Said): Facts => {
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
    // A peer's stands with its port and time, and of a name no address is asked.
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

/** Of the name alone: what its registrar or registry decides by. */
const nameFacts = ({ contact, domainIsMalicious, target }: Case): Facts => ({
  domain: plainText(defangHost(domainOf(target.host) ?? target.host)),
  registered: contact?.name?.registeredAt?.slice(0, 10),
  malicious: domainIsMalicious,
});

/** Whoever answers for a network sorts by the address, who answers for a service or a name by the host. */
const sortsByAddress = ({ scope }: Candidate): boolean => isNetworks(scope) || isNational(scope);

/** `192.0.2.0 - 192.0.2.255`, `192.0.2.0/24`, `AS64500` and nothing beside it: no domain, no registry's note. */
const isAddressRange = (range: string): boolean =>
  /^AS\d+$/i.test(range) || (/^[\da-f:./ –-]{3,100}$/i.test(range) && readRange(range) !== undefined);

const sightingFacts = ({ firstSeenAt, lastSeenAt = firstSeenAt, channel }: Case): Facts => ({
  day: firstSeenAt.slice(0, 10),
  seen: moment(lastSeenAt),
  firstSeen: firstSeenAt < lastSeenAt ? moment(firstSeenAt) : undefined,
  elsewhere: channel !== "website",
});

/** That it was removed, and is there again. */
const returnFacts = ({ cameBack }: Case): Facts =>
  cameBack === undefined ? {} : { removedAt: moment(cameBack.removedAt), seenAgain: moment(cameBack.seenAt) };

/** Of hashes and of redirects: a desk looks for one of them. */
const listedAtMost = 5;

const evidenceFacts = ({ category, evidence }: Case, hosts: readonly string[], said: Said): Facts => ({
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

type Said = (text: string | undefined) => string | undefined;

/**
 * Somebody's words: one line, no links and nothing that a mail program makes one of, not even as
 * the name of a desk.
 */
const words = (text: string, hosts: readonly string[]): string => plainText(defangWords(plainText(text), hosts));

/** This desk's own number from its last answer; desks find their ticket by it. */
const ticketOf = (state: Case, notice: Notice): string | undefined =>
  notice.ticket ??
  state.notices.findLast((earlier) => earlier.to.email === notice.to.email && earlier.ticket !== undefined)?.ticket;

/**
 * The number as the desk's system writes it. It holds no link but the desk's own domain or a host of
 * it, which some systems write before the number, and never a reported host, not even as labels of
 * such a name.
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

/** As long as a desk's number may be (`answers/read-mail.ts`), and no subject is broken by it. */
const ticketAtMost = 50;

/** What this desk was asked before, as far as we know, since anything was last taken back from it. */
const askedBefore = (state: Case, notice: Notice): readonly Notice[] => {
  const before = earlierOf(state, notice).filter(({ to }) => to.email === notice.to.email);
  const takenBackAt = before.findLastIndex(
    ({ step, state: come }) => step === "withdrawal" && !noticeStateFacts[come].isDead,
  );
  return before.slice(takenBackAt + 1).filter(({ step }) => asks(step));
};

/**
 * Of which moment the notice is that this one speaks of: the first, or where it is corrected the
 * last, as that one said what is wrong. And whether it was seen since; whoever is told that it
 * reappeared is told that by itself.
 */
const noticedFacts = (state: Case, notice: Notice): Facts => {
  const before = askedBefore(state, notice);
  const about = notice.step === "correction" ? before.at(-1) : before[0];
  const at = about && (about.sentAt ?? about.wireAt);
  const { lastSeenAt } = state;
  const isSeenSince = at !== undefined && lastSeenAt !== undefined && lastSeenAt > at && notice.step !== "returned";
  return { noticed: about && momentOf(about), seenSince: isSeenSince ? moment(lastSeenAt) : undefined };
};

/** The reason that this desk was given last, where another has taken its place since. */
const wrongReasonTold = (state: Case, notice: Notice): string | undefined => {
  const last = askedBefore(state, notice).at(-1);
  const at = last && (last.wireAt ?? last.sentAt);
  if (at === undefined) return undefined;
  // A correction goes out after what it corrects, be it in the same millisecond.
  const stoodThen = ({ until }: WrongReason) => (last?.step === "correction" ? until > at : until >= at);
  return state.wrongReasons?.find(stoodThen)?.text;
};

/** So many of those before are named, the first and the last ones: a desk acts on none of them. */
const earlierAtMost = 4;

/**
 * What was sent before, for whoever is told next. A recipient is named by its desk or domain, never
 * by its mailbox, and delivered means that SES said so.
 */
const dossier = (
  state: Case,
  notice: Notice,
  hosts: readonly string[],
  hidden: readonly string[],
): readonly Facts[] => {
  const names = ({ to }: Notice) => `${to.name ?? ""} ${to.email}`;
  const before = earlierOf(state, notice)
    .filter(({ step, to }) => asks(step) && !isSameDesk(to, notice.to))
    // A notifier that is hidden, and was told as a hotline, is not named by that.
    .filter((earlier) => withoutNames(names(earlier), hidden) === names(earlier));
  const shown = before.length <= earlierAtMost ? before : [...before.slice(0, 1), ...before.slice(1 - earlierAtMost)];
  return shown.map((earlier) => ({
    when: momentOf(earlier),
    desk: words(earlier.to.name ?? earlier.to.email.split("@").at(-1) ?? "", hosts),
    ...deliveryFacts(earlier),
    ...answerFacts(earlier),
  }));
};

/** By its mailbox, or as the same desk's other one: it knows what it was told itself. */
const isSameDesk = (one: Candidate, other: Candidate): boolean =>
  isSameMailbox(one.email, other.email) ||
  (one.name !== undefined && one.name === other.name && mailDomainOf(one.email) === mailDomainOf(other.email));

/** Stands between double quotes, and a reader must see where they end: those inside are single. */
const withinQuotes = (text: string): string => text.replace(/["“”„‟″＂]/g, "'");

/** What `shape.location.…` and `where.…` name beside the host. */
const ofItsKind = (target: Target, said: Said): Facts => {
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

/** What is known of its arrival, the surest alone. */
const deliveryFacts = ({ state, acknowledgedAt }: Notice): Facts =>
  acknowledgedAt === undefined
    ? {
        isDelivered: state === "delivered" || state === "complained",
        isReturned: state === "bounced" || state === "rejected",
        isSent: state === "sent",
      }
    : { isAcknowledged: true };

/** What the desk wrote back, in our own words: its text may hold what must not be passed on. */
const answerFacts = ({ answer, passedOn }: Notice): Facts => {
  const said = answer ?? (passedOn && "passed-on");
  const told = said && answersTold[said];
  return told === undefined ? {} : { [told]: true };
};

/**
 * Each the name of a fact in `shape.answer`. What a mail server or a machine wrote is no answer,
 * and a complaint is nobody else's to read.
 */
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
