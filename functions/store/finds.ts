import type { Case } from "../case/case.ts";
import { standsForMail } from "../case/notice-progress.ts";
import { domainOf } from "../kernel/domain.ts";
import type { Instant } from "../kernel/instant.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import { numberNamedIn } from "../report/number-named.ts";
import { pageOf } from "../report/same-page.ts";
import { pageUrlOf } from "../report/target.ts";
import type { DeskOutcome } from "./desk-outcomes.ts";

/**
 * One thing by which a case is found, open or closed. It is hashed under the master key before it
 * stands anywhere, and goes when the case is forgotten. `slot`: its place beside the case, which may
 * hold a reporter or a page (`besideIt`) as well as something else.
 */
export type Find = { readonly slot: string; readonly text: string; readonly besideIt?: string };

/**
 * Where a case stands among those that are found by a text: they are sorted by when they were opened. `message`:
 * which of an entry's messages, by its number.
 */
export type FoundPlace = { readonly caseId: string; readonly openedAt: Instant; readonly message?: number };

/** A host, or a registered domain: what stands below the domain is found by it as well. */
export const byName = (name: string): string => `name ${name}`;
const ofPage = "page ";
export const byPage = (url: string): string => `${ofPage}${pageOf(url)}`;
/** A desk's own number for it, in whatever case and however it is spaced. */
export const byTicket = (ticket: string): string => `ticket ${ticket.toLowerCase().replace(/[\s#]/g, "")}`;
/** The first four signs of its number, as somebody reads it over the phone. */
export const byNumber = (caseId: string): string => `number ${caseId.slice("TD-".length, "TD-".length + 4)}`;
/** Whom a mail went to, by the registered domain of the mailbox. */
export const byProvider = (domain: string): string => `provider ${domain}`;

const ofReporter = "reporter ";
export const byReporter = (reporter: string): string => `${ofReporter}${reporter}`;
const asAsked = (name: string): string => name.trim().toLowerCase();
const ofUnreadBy = "unread by ";
/** The number of a report that could not be read, in whatever case; with its reporter, that reporter's alone. */
export const byUnread = (reportId: string, reporter?: string): string =>
  reporter === undefined ? `unread ${asAsked(reportId)}` : `${ofUnreadBy}${asAsked(reporter)}/${asAsked(reportId)}`;
/** Whether a text stands in an index of its own, beside what the slot holds otherwise. */
export const standsBeside = (text: string): boolean =>
  [ofReporter, ofUnreadBy, ofPage].some((kind) => text.startsWith(kind));

/**
 * By what a change makes its case found: all of it when it opens, and each ticket and further reporter as
 * it comes. The first reporter takes no place of its own, as each is paid for. Pure.
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
  if (next.version > 1) return [...joined, ...tickets];
  const domain = domainOf(target.host);
  const page = pageUrlOf(target);
  return [
    { slot: "number", text: byNumber(id), ...(first !== undefined && { besideIt: byReporter(first) }) },
    { slot: "host", text: byName(target.host), ...(page !== undefined && { besideIt: byPage(page) }) },
    ...(domain === target.host ? [] : [{ slot: "domain", text: byName(domain) }]),
    ...joined,
    ...tickets,
  ];
};

const ofMessage = "report-";
/**
 * By what a message of an entry is found: by its report's number, as far as that can be read. Pure.
 */
export const findsOfEntry = (text: string, message: number): readonly Find[] => {
  const { reportId, reporter } = numberNamedIn(text) ?? {};
  if (reportId === undefined) return [];
  const besideIt = reporter === undefined ? {} : { besideIt: byUnread(reportId, reporter) };
  return [{ slot: `${ofMessage}${message}`, text: byUnread(reportId), ...besideIt }];
};
/** Which message of an entry a slot is about. */
export const messageIn = (slot: string): Pick<FoundPlace, "message"> =>
  slot.startsWith(ofMessage) ? { message: Number(slot.slice(ofMessage.length)) } : {};

/**
 * By which provider a case is found from what came of asking a desk, which is kept in any case: by the
 * first that came, where that can be told, as each place is paid for. Pure.
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
