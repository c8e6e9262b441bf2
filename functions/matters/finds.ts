import type { TargetCase } from "../case/case.ts";
import { domainOf } from "../kernel/host.ts";
import { pageOf } from "../report/same-page.ts";

/**
 * One thing by which a case is found, open or closed. It is hashed under the master key before it
 * stands anywhere, and goes when the case is forgotten. `slot`: its place beside the case.
 */
export type Find = { readonly slot: string; readonly text: string };

/** A host, or a registered domain: what stands below the domain is found by it as well. */
export const byName = (name: string): string => `name ${name}`;
export const byPage = (url: string): string => `page ${pageOf(url)}`;
/** A desk's own number for it, in whatever case and however it is spaced. */
export const byTicket = (ticket: string): string => `ticket ${ticket.toLowerCase().replace(/[\s#]/g, "")}`;
/** The first four signs of its number, as somebody reads it over the phone. */
export const byNumber = (caseId: string): string => `number ${caseId.slice("TD-".length, "TD-".length + 4)}`;

/** By what a change makes its case found: all of it when it opens, and each ticket as it comes. Pure. */
export const findsOf = (next: TargetCase, before: TargetCase | undefined): readonly Find[] => {
  const { id, target, notices } = next;
  const known = (before?.notices ?? []).flatMap(({ ticket }) => ticket ?? []);
  const tickets = notices.flatMap(({ id: noticeId, ticket }) =>
    ticket === undefined || known.includes(ticket) ? [] : [{ slot: `ticket-${noticeId}`, text: byTicket(ticket) }],
  );
  if (next.version > 1) return tickets;
  const domain = domainOf(target.host);
  return [
    { slot: "number", text: byNumber(id) },
    { slot: "host", text: byName(target.host) },
    ...(domain === target.host ? [] : [{ slot: "domain", text: byName(domain) }]),
    ...(target.kind === "url" ? [{ slot: "page", text: byPage(target.url) }] : []),
    ...tickets,
  ];
};
