import type { TargetCase } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import type { ReplyClass } from "../case/reply-class.ts";
import { defangHost, defangUrl, defangWords } from "../kernel/defang.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Reporter, Settings } from "../kernel/settings.ts";
import { isChildAbuse } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { pageUrlOf } from "../report/target.ts";
import { countryOf } from "./ground.ts";
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
  return written.length <= 60 ? written : `…${written.slice(-59)}`;
};

/** The location as the text shows it: never in clear. */
export const defangedLocation = (target: TargetCase["target"]): string => {
  const url = pageUrlOf(target);
  return url === undefined ? defangHost(target.host) : defangUrl(url);
};

/** Reporters who still stand by the case and whom the settings know, in order of arrival. */
export const standingReporters = (state: TargetCase, settings: Settings): readonly Reporter[] =>
  state.reporters
    .filter((id) => !state.withdrawn.includes(id))
    .flatMap((id) => settings.reporters.find((reporter) => reporter.id === id) ?? []);

/** DSA Art. 16(2)(c): who notified child sexual abuse is named to nobody. */
export const namedReporters = (state: TargetCase, settings: Settings): readonly Reporter[] =>
  isChildAbuse(state.category) ? [] : standingReporters(state, settings);

/**
 * Everything that a text may name, neutralised. A fact that the case lacks is absent, and a text
 * that needs it stops the mail. `hosts` are all that were reported in this mail; none of them
 * stands in clear in anybody's words.
 */
export const factsOf = (
  { case: state, notice, settings, messageIdDomain, doubted }: NoticeRequest,
  hosts: readonly string[] = [state.target.host],
): Facts => {
  const { target, evidence } = state;
  const said = (text: string | undefined) => (text === undefined ? undefined : words(text, hosts));
  const addresses =
    state.contact?.addresses.map(defangHost).filter((address) => address !== defangHost(target.host)) ?? [];
  const country = countryOf(state, notice.to);
  const organisations = new Set(standingReporters(state, settings).map(({ organisation }) => organisation)).size;
  return {
    gap: " ",
    again: doubted,
    caseId: state.id,
    host: plainText(defangHost(target.host)),
    subjectHost: plainText(subjectHost(target.host)),
    location: plainText(defangedLocation(target)),
    day: state.firstSeenAt.slice(0, 10),
    seen: moment(state.firstSeenAt),
    reminder: String(reminderNumber(state, notice)),
    live: state.live,
    organisations: organisations > 1 ? String(organisations) : undefined,
    addresses: addresses.length > 0 ? plainText(addresses.slice(0, 8).join(", ")) : undefined,
    lookedUp: state.contact && moment(state.contact.askedAt),
    country: country && plainText(country),
    range: notice.to.range === undefined ? undefined : plainText(defangRange(notice.to.range)),
    ...ofItsKind(target, said),
    explanation: said(evidence.explanation),
    imitates: said(evidence.imitates),
    legitimateSite: evidence.legitimateSite === undefined ? undefined : plainText(defangUrl(evidence.legitimateSite)),
    reproduce: said(evidence.reproduce),
    classification: evidence.classification,
    hashes: evidence.hashes?.map((hash) => words(hash, hosts)).filter((hash) => hash !== "") ?? [],
    reporters: namedReporters(state, settings).map(({ organisation, contact }) => ({
      organisation: plainText(organisation),
      contact: plainText(contact),
    })),
    sender: plainText(settings.organisation),
    verifyBy: plainText(settings.verifyBy),
    ticket: said(ticketOf(state, notice)),
    earlier: dossier(state, notice, messageIdDomain, hosts),
  };
};

/**
 * Somebody's words: one line, no links and nothing that a mail program makes one of, not even as
 * the name of a desk.
 */
const words = (text: string, hosts: readonly string[]): string => {
  const line = plainText(text);
  const lower = line.toLowerCase();
  // Looked for first: a digest has up to a thousand hosts, and few words name one.
  return plainText(
    defangWords(
      line,
      hosts.filter((host) => lower.includes(host)),
    ),
  );
};

/** Registries write `192.0.2.0 - 192.0.2.255`, `192.0.2.0/24`, `AS64500` or a domain. */
const defangRange = (range: string): string =>
  range
    .split(/( - |\/)/)
    .map((piece) => (/^[^\s]*[.:]/.test(piece) ? defangHost(piece) : piece))
    .join("");

/** This desk's own number from its last answer; desks find their ticket by it. */
const ticketOf = (state: TargetCase, notice: Notice): string | undefined =>
  notice.ticket ??
  state.notices.findLast((earlier) => earlier.to.email === notice.to.email && earlier.ticket !== undefined)?.ticket;

/**
 * What was sent before: to this desk for a reminder, to everybody for an escalation. A recipient is
 * named by its desk or domain, never by its mailbox, and delivered means that SES said so.
 */
const dossier = (
  state: TargetCase,
  notice: Notice,
  messageIdDomain: string,
  hosts: readonly string[],
): readonly Facts[] =>
  earlierOf(state, notice)
    .filter((earlier) =>
      notice.step === "reminder"
        ? earlier.to.email === notice.to.email
        : earlier.step !== "moved" && earlier.step !== "withdrawal",
    )
    .map((earlier) => ({
      when: momentOf(earlier),
      desk: `${words(earlier.to.name ?? earlier.to.email.split("@").at(-1) ?? "", hosts)} (${earlier.to.scope})`,
      subject: earlier.subject === undefined ? undefined : plainText(earlier.subject),
      deliveredAt: earlier.deliveredAt === undefined ? undefined : moment(earlier.deliveredAt),
      isDelivered: earlier.state === "delivered" || earlier.state === "complained",
      isReturned: earlier.state === "bounced" || earlier.state === "rejected",
      isSent: earlier.state === "sent",
      messageId:
        earlier.sesMessageId === undefined ? undefined : `<${plainText(earlier.sesMessageId)}@${messageIdDomain}>`,
      ...answerFacts(earlier),
      acknowledged: earlier.acknowledgedAt === undefined ? undefined : moment(earlier.acknowledgedAt),
      ticket: earlier.ticket === undefined ? undefined : words(earlier.ticket, hosts),
    }));

/** What `shape.location.…` and `where.…` name beside the host. */
const ofItsKind = (target: Target, said: (text: string | undefined) => string | undefined): Facts => {
  switch (target.kind) {
    case "url":
    case "host":
      return {};
    case "peer":
      return { port: String(target.port), peerSeen: moment(target.seenAt), protocol: said(target.protocol) };
    case "account":
      return { account: said(target.account) };
    default:
      return target satisfies never;
  }
};

/** What the desk wrote back, in our own words: its text may hold what must not be passed on. */
const answerFacts = ({ answer }: Notice): Facts => {
  const told = answer && answersTold[answer];
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
  removed: "isRemoved",
  "not-ours": "isNotOurs",
  "use-our-form": "isForm",
  refused: "isRefused",
  question: "isQuestion",
  unclear: "isOther",
} as const satisfies Record<ReplyClass, string | undefined>;

/** A notice that a person declared as sent has only the moment of its attempt. */
const momentOf = ({ sentAt, wireAt }: Notice): string | undefined => {
  const at = sentAt ?? wireAt;
  return at === undefined ? undefined : moment(at);
};
