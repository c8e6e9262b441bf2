/*
 * Names of which a machine never asks the registrar: shared ones, where strangers have pages, and well-known ones.
 */

/** Whether strangers have pages below this name or behind it: shorteners, link pages, dynamic DNS, page hosts. */
export const isSharedName = (domain: string): boolean => shared.has(domain);

/** Whether this host is the apex, or the www., of a name that everybody knows. */
export const isWellKnownName = (host: string): boolean => wellKnown.has(host.replace(/^www\./, ""));

const shared: ReadonlySet<string> = new Set(["bit.ly", "linktr.ee", "duckdns.org"]);
const wellKnown: ReadonlySet<string> = new Set(["paypal.com", "wikipedia.org"]);
