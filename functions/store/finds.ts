import type { Case } from "../case/case.ts";
import { standsForMail } from "../case/notice-progress.ts";
import { domainOf } from "../kernel/domain.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import { personKey } from "../kernel/person.ts";
import { numberNamedIn } from "../report/number-named.ts";
import { pageOf } from "../report/same-page.ts";
import { pageUrlOf } from "../report/target.ts";
import type { DeskOutcome } from "./desk-outcomes.ts";

/**
 * One thing that a case is found by, open or closed. Hashed under the master key before it is stored, deleted when
 * the case is forgotten. `slot`: its place beside the case, which may also hold a reporter or page (`besideIt`).
 */
export type Find = { readonly slot: string; readonly text: string; readonly besideIt?: string };

/** A case found by a text, sorted by when it was opened. `message`: the number of an entry's message. */
export type FoundPlace = { readonly caseId: string; readonly openedAt: Instant; readonly message?: number };

/** A host or a registered domain, which also finds what is below it. */
export const byName = (name: string): string => `name ${name}`;
const ofPage = "page ";
export const byPage = (url: string): string => `${ofPage}${pageOf(url)}`;
/** A desk's own number for it, ignoring case and spacing. */
export const byTicket = (ticket: string): string => `ticket ${ticket.toLowerCase().replace(/[\s#]/g, "")}`;
/** The first four characters of its number, as read over the phone. */
export const byNumber = (caseId: string): string => `number ${caseId.slice("TD-".length, "TD-".length + 4)}`;
/** Whom a mail went to, by the mailbox's registered domain. */
export const byProvider = (domain: string): string => `provider ${domain}`;

const ofReporter = "reporter ";
export const byReporter = (reporter: string): string => `${ofReporter}${reporter}`;
/** A person who entered one of its reports by hand, whatever their mailbox is now. */
export const byPerson = (person: string): string => `entered ${personKey(person)}`;
const asAsked = (name: string): string => name.trim().toLowerCase();
const ofUnreadBy = "unread by ";
/** The number of an unreadable report, ignoring case. With its reporter, only that reporter's. */
export const byUnread = (reportId: string, reporter?: string): string =>
  reporter === undefined ? `unread ${asAsked(reportId)}` : `${ofUnreadBy}${asAsked(reporter)}/${asAsked(reportId)}`;
/** Whether a text stands in an index of its own, beside what else the slot holds. */
export const standsBeside = (text: string): boolean =>
  [ofReporter, ofUnreadBy, ofPage].some((kind) => text.startsWith(kind));

/**
 * What a change makes its case found by: everything when it opens, then each new ticket, further reporter and
 * person who entered a report. The first reporter takes no place of its own, as each is paid for. Pure.
 */
export const findsOf = (next: Case, before: Case | undefined): readonly Find[] => {
  const { id, target, notices, reporters } = next;
  const known = (before?.notices ?? []).flatMap(({ ticket }) => ticket ?? []);
  const tickets = notices.flatMap(({ id: noticeId, ticket }) =>
    ticket === undefined || known.includes(ticket) ? [] : [{ slot: `ticket-${noticeId}`, text: byTicket(ticket) }],
  );
  const [first, ...others] = reporters;
  const joined = others.flatMap((reporter, at) =>
    before?.reporters.includes(reporter) ? [] : [{ slot: `reporter-${at + 2}`, text: byReporter(reporter) }],
  );
  const entered = (next.enteredBy ?? []).flatMap((person, at) =>
    before?.enteredBy?.includes(person) ? [] : [{ slot: `entered-${at + 1}`, text: byPerson(person) }],
  );
  const lately = [...joined, ...entered, ...tickets];
  if (next.version > 1) return lately;
  const domain = domainOf(target.host);
  const page = pageUrlOf(target);
  return [
    { slot: "number", text: byNumber(id), ...(first !== undefined && { besideIt: byReporter(first) }) },
    { slot: "host", text: byName(target.host), ...(page !== undefined && { besideIt: byPage(page) }) },
    ...(domain === target.host ? [] : [{ slot: "domain", text: byName(domain) }]),
    ...lately,
  ];
};

const ofMessage = "report-";
/** What an entry's message is found by: its report's number, as far as it can be read. Pure. */
export const findsOfEntry = (text: string, message: number): readonly Find[] => {
  const { reportId, reporter } = numberNamedIn(text) ?? {};
  if (reportId === undefined) return [];
  const besideIt = reporter === undefined ? {} : { besideIt: byUnread(reportId, reporter) };
  return [{ slot: `${ofMessage}${message}`, text: byUnread(reportId), ...besideIt }];
};
export const messageIn = (slot: string): Pick<FoundPlace, "message"> =>
  slot.startsWith(ofMessage) ? { message: Number(slot.slice(ofMessage.length)) } : {};

/**
 * The provider that a case is found by, from what came of asking a desk, which is kept in any case. By the first
 * outcome, where that can be told, as each place is paid for. Pure.
 */
export const providerFoundBy = (next: Case, { what, email }: DeskOutcome): string | undefined => {
  if (what === "approved") return undefined;
  const isFirst = what === "delivered" || what === "bounced";
  const hadOne = next.notices.some(
    ({ to, state, mail }) =>
      standsForMail({ mail }) && (state === "delivered" || state === "bounced") && isSameMailbox(to.email, email),
  );
  return isFirst || !hadOne ? byProvider(domainOf(mailDomainOf(email))) : undefined;
};
