import { nothing, type Reading } from "./reading.ts";
import { readArin } from "./whois-arin.ts";
import { readDomainWhois } from "./whois-domain.ts";
import { readNationalWhois } from "./whois-national.ts";
import { readRpsl } from "./whois-rpsl.ts";

export type WhoisKind = "ip" | "domain";

/** More of an answer than this is no registry's; the client cuts there too. */
const whoisCharactersAtMost = 256 * 1024;

const limitTold =
  /%ERROR:?20[1-9]|rate limit exceeded|quer(y|ies) (rate )?(limit|quota) (has been |was )?(exceeded|reached)|number of (allowed )?queries (is |was |has been )?exceeded|(limit|quota) (is |has been |was )?exceeded|exceeded (the|your|its|a|allowed|maximum)[^.\n]{0,40}(limit|quota|number|rate|queries|requests)|too many (requests|queries|connections)|access (temporarily |has been temporarily )?(denied|blocked)|temporarily (denied|blocked|unable|unavailable)|temporary unable to query|you don'?t have permission|(has|have|been) blacklisted|maximum (query|connection|request) (rate|limit)[^\n]{0,20}reached|reached (the |your |its )?(rate|query|daily|request)[a-z -]{0,10} ?limit|requests of this client are not permitted|try again (later|in )|try your (query|request) again|server (is )?busy|excessive (querying|number of queries) ?(from|detected|,|\.)|quota for [^\n]{2,60} has been exceeded|^% ?permission denied|request was throttled/i;
const notFoundTold =
  /%ERROR:?101|no (match|matching|entries|entry|data|objects?|records?|such domain|information)( was| were)?( found)?\b|not found\b|(domain|object|query)[^\n]{0,80} (is |was |does )?(not found|not registered|not exist|available|free)\b|nothing found|(is|has) (available for|free for|not registered|not been registered)|^% ?not registered\b|^(query_)?status:\s*(\d+ )?(available|free|not registered)\b|do not have an entry|: no existe\b|^no_se_encontro|no se encuentra|^(domain )?status:\s*No Object Found|this query returned 0 objects/im;

const freeTold = /^[ \t]*(query_)?status:[ \t]*(\d+ )?(available|free|not registered)\b/i;

/** Did the registry say that it will not answer now? Whole answers hold the word "limit" in their terms, so only what a registry writes instead of data counts. */
export const saysLater = (text: string): boolean =>
  text
    .split(/\r?\n/, 60)
    .some((line) => line.length < 240 && limitTold.test(line) && !/by submitting|terms|you agree|may be|in order to|will be|if you/i.test(line));

/**
 * Reads one WHOIS answer, whatever registry it came from: the text is recognised by the keys it uses, not by who sent it.
 * Answers glued together by a client ("Found a referral to …") are read apart, the last first, for it is the most exact.
 * Linear in the text; more than 256 Ki characters are cut.
 */
export const readWhois = (kind: WhoisKind, query: string, raw: string): Reading => {
  const joined = raw
    .slice(0, whoisCharactersAtMost)
    .replace(/(?<!\r)\r+\n/g, "\n")
    .replace(/\u0000/g, "");
  // A carriage return ends a line only where nothing else does; else it stands inside a value, such as a holder's name that means to pass for a line of the registry's.
  const text = joined.replace(/\r/g, joined.includes("\n") ? " " : "\n");
  if (text.trim() === "") return nothing("parse-error");
  const parts = text.split(/^Found a referral to [^\n]*$/im).reverse();
  const readings = parts.map((part) => (kind === "domain" ? readDomainWhois(part) : readNetworkWhois(query, part)));
  const best = readings.find((reading) => reading.candidates.length > 0) ?? readings.find((reading) => reading.range !== undefined) ?? readings[0];
  if (best && best.candidates.length > 0) return best;
  if (saysLater(text))
    return nothing("retry-later", best ? { ...(best.range ? { range: best.range } : {}), ...(best.country ? { country: best.country } : {}) } : {});
  if (best && (best.outcome === "found" || best.outcome === "referral" || best.followUps.length > 0)) return best;
  // Several registries repeat the name that was asked for above their "free".
  const lines = text.split("\n", 80).filter((line) => line.length < 200);
  if (lines.some((line) => (best?.range === undefined ? notFoundTold : freeTold).test(line))) return nothing("not-found");
  return best ?? nothing("none");
};

const readNetworkWhois = (query: string, text: string): Reading => {
  if (/^(NetRange|ASNumber|NetHandle|CustName):/im.test(text) || /\((NET6?-[0-9A-Za-z-]+|AS\d+)\)/.test(text)) {
    const arin = readArin(text);
    // Some clients append the answer that ARIN referred to.
    const other = arin.outcome === "referral" && /^(inetnum|inet6num|aut-num):/im.test(text) ? readRpsl(query, text) : undefined;
    return other && other.candidates.length > 0 ? other : arin;
  }
  const national = readNationalWhois(text);
  if (national) return national;
  return readRpsl(query, text);
};
