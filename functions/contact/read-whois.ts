import { earliest } from "../kernel/instant.ts";
import { pattern } from "../kernel/pattern.ts";
import { nothing, type Reading } from "./reading.ts";
import { readArin } from "./whois-arin.ts";
import { readDomainWhois } from "./whois-domain.ts";
import { readNationalWhois } from "./whois-national.ts";
import { readRpsl } from "./whois-rpsl.ts";

export type WhoisKind = "ip" | "domain";

/** No registry's answer is longer; the client cuts there too. */
const whoisCharactersAtMost = 256 * 1024;

/** How registries word it that they were asked too often. */
const limitsTold: readonly RegExp[] = [
  /%ERROR:?20[1-9]|rate limit exceeded|quer(y|ies) (rate )?(limit|quota) (has been |was )?(exceeded|reached)/i,
  /number of (allowed )?queries (is |was |has been )?exceeded|(limit|quota) (is |has been |was )?(exceeded|reached)/i,
  /exceeded (the|your|its|a|this|allowed|maximum)[^.\n]{0,40}(limit|quota|number|rate|queries|requests)/i,
  /exceeded (the |your )?maximum/i,
  /(queries|requests|connections|lookups|look-ups) per (second|minute|hour|day)[^\n]{0,20}(exceeded|reached)/i,
  /too many (requests|queries|connections)|access (temporarily |has been temporarily )?(denied|blocked)/i,
  /you don'?t have permission|(has|have|been) blacklisted|contained within a list of IP addresses/i,
  /maximum (query|connection|request) (rate|limit)[^\n]{0,20}reached/i,
  /reached (the |your |its )?(rate|query|daily|request)[a-z -]{0,10} ?limit/i,
  /requests of this client are not permitted/i,
  /try again (later|in )/i,
  /try your (query|request) again/i,
  /^% ?permission denied/i,
  /excessive use\b/i,
  /excessive (querying|number of queries) ?(from|detected|,|\.)/i,
  /due to (excessive|query limit)/i,
  /request was throttled/i,
  /quota for [^\n]{2,60} has been exceeded|look-?up (refused|quota)|query limitation is|^query rate of \d/i,
  // .eu counts down seconds; .za is blunter.
  /still in (grace period|quarantine)|\bgo away for \d/i,
  // .nz
  /^query_status:\s*4\d\d\b|\brequest denied\b/i,
  /\b(not|un) ?authori[sz]ed\b[^\n]{0,40}\b(requests?|queries|query|access|service|server|client)\b/i,
  /\b(requests|queries) [^\n]{0,40}\bare (limited|restricted|throttled)\b/i,
];

/** How they word it that the service or its database is down. */
const outagesTold: readonly RegExp[] = [
  /temporarily (denied|blocked|unable|unavailable|down|suspended|offline|out of)/i,
  /temporary unable to query/i,
  /server (is )?(too )?busy/i,
  /^[%\s]*(error:? ?\d* ?)?internal (server )?error/i,
  /connection (attempt )?(failed|timed out)/i,
  /(request|query) timed out/i,
  pattern(
    "i",
    "(service|server|database|whois|system) (is )?(currently |presently )?",
    ["down", "unavailable", "not available", "offline", "under maintenance", "out of service"],
    "\\b",
  ),
  /\btemporary (failure|error|fault|problem|outage)\b/i,
  /(scheduled|planned|system|ongoing|for|under) maintenance\b/i,
  /(unable|failed) to (process|complete|perform|answer|connect|reach|open)\b/i,
  /(cannot|can't|could not|can not) (be )?(process|complet|perform|connect|answer)/i,
];
const notFoundTold = pattern("im", [
  "%ERROR:?101",
  "no (match|matching|entries|entry|data|objects?|records?|such domain|information)( was| were)?( found)?\\b",
  "not found\\b",
  "(domain|object|query)[^\\n]{0,80} (is |was |does )?(not found|not registered|not exist|available|free)\\b",
  "nothing found",
  "(is|has) (available for|free for|not registered|not been registered)",
  "^% ?not registered\\b",
  "^(query_)?status:\\s*(\\d+ )?(available|free|not registered)\\b",
  "do not have an entry",
  ": no existe\\b",
  "^no_se_encontro",
  "no se encuentra",
  "^(domain )?status:\\s*No Object Found",
  "this query returned 0 objects",
]);

const freeTold = /^[ \t]*(query_)?status:[ \t]*(\d+ )?(available|free|not registered)\b/i;

/** Terms of use say "limit", and a holder may write anything: neither is the registry's word here. */
const notItsWord = pattern("i", [
  "by submitting",
  "terms",
  "you agree",
  "may be",
  "in order to",
  "will be",
  "if you",
  "^[ \\t]{2,}",
  "^[ \\t]*(remarks?|descr|comment|trouble|notes?|address|street|owner|person|role|org[a-z-]*|" +
    "[a-z -]*name)[ \\t]*:",
]);

const tells = (text: string, told: readonly RegExp[]): boolean =>
  text
    .split(/\r?\n/, 80)
    .some((line) => line.length < 240 && told.some((words) => words.test(line)) && !notItsWord.test(line));

/** True if the registry says that it was asked too often. Only what it writes instead of data counts. */
export const saysTooOften = (text: string): boolean => tells(text, limitsTold);

/** It will not answer now, for a limit or a fault of its own. */
const saysLater = (text: string): boolean => tells(text, limitsTold) || tells(text, outagesTold);

/** A word before a colon that is no key of an object: `ERROR: backend gone`. */
const isFault = pattern(
  "i",
  "^\\W*",
  [
    "error",
    "warning",
    "notice",
    "failure",
    "fault",
    "fatal",
    "exception",
    "sorry",
    "refused",
    "denied",
    "forbidden",
    "(not |un)authori[sz]ed",
  ],
  "\\b[^:]{0,40}:",
);

/** True for a text with nothing but comments, sentences and faults. */
const namesNoObject = (text: string): boolean =>
  !text.split("\n", 400).some((line) => !/^[ \t]*[%#;>]/.test(line) && /[:\]\t]/.test(line) && !isFault.test(line));

/**
 * Reads a WHOIS answer by the keys it uses, whoever sent it. Answers joined by a client ("Found a referral to
 * …") are read apart, the last and most exact first. Linear in the text; more than 256 Ki characters are cut.
 */
export const readWhois = (kind: WhoisKind, raw: string): Reading => {
  const joined = raw
    .slice(0, whoisCharactersAtMost)
    .replace(/(?<!\r)\r+\n/g, "\n")
    .replace(/\u0000/g, "");
  // A carriage return ends a line only if nothing else does: else a value could pose as a registry's line.
  const text = joined.replace(/\r/g, joined.includes("\n") ? " " : "\n");
  if (text.trim() === "") return nothing("parse-error");
  const parts = answersIn(text).toReversed();
  const readings = parts.map((part) => (kind === "domain" ? readDomainWhois(part) : readNetworkWhois(part)));
  const best = bestOf(readings);
  if (best && best.candidates.length > 0) return best;
  if (saysLater(text)) return nothing("retry-later", { range: best?.range, country: best?.country });
  if (best && (best.outcome === "found" || best.outcome === "referral" || best.followUps.length > 0)) return best;
  // Several registries repeat the queried name above their "free".
  const lines = text.split("\n", 80).filter((line) => line.length < 200);
  if (lines.some((line) => (best?.range === undefined ? notFoundTold : freeTold).test(line)))
    return nothing("not-found");
  // An object that names nobody is an answer. An unknown sentence is a fault or a limit not met before.
  return best?.range === undefined && namesNoObject(text) ? nothing("retry-later") : (best ?? nothing("none"));
};

/** The one that names somebody, else one about an object, with the oldest date of all. */
const bestOf = (readings: readonly Reading[]): Reading | undefined => {
  const best =
    readings.find(({ candidates }) => candidates.length > 0) ??
    readings.find(({ range }) => range !== undefined) ??
    readings[0];
  return best && { ...best, registeredAt: earliest(...readings.map(({ registeredAt }) => registeredAt)) };
};

const readNetworkWhois = (text: string): Reading => {
  if (/^(NetRange|ASNumber|NetHandle|CustName):/im.test(text) || /\((NET6?-[0-9A-Za-z-]+|AS\d+)\)/.test(text)) {
    const arin = readArin(text);
    // Some clients append the answer that ARIN referred to.
    const other =
      arin.outcome === "referral" && /^(inetnum|inet6num|aut-num):/im.test(text) ? readRpsl(text) : undefined;
    return other && other.candidates.length > 0 ? other : arin;
  }
  const national = readNationalWhois(text);
  if (national) return national;
  return readRpsl(text);
};

/** What a WHOIS client writes on its own line between two answers that it joins. */
const between = /^Found a referral to /i;
const referralTo = /^Found a referral to ([a-z0-9.-]{1,253}?)(?::\d{1,5})?\.?[ \t]*$/i;

/** The fields that name the next server: ARIN's, IANA's and those of domain registries. */
const namesServer =
  /^[ \t]*(?:ReferralServer|refer|whois|[a-z ]{0,40}whois server):[ \t]*(?:[a-z]{1,8}:\/\/)?([a-z0-9.-]{1,253})/i;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

/**
 * The answers of a joined text, in order. One begins only behind a line that stands alone between blank lines
 * and names the server that a field above refers to. Any other such line is free text: it begins nothing, and
 * the rest of its paragraph is dropped, since it means to pass for an answer.
 */
const answersIn = (text: string): readonly string[] => {
  const lines = text.split("\n");
  const referred = new Set<string>();
  const answers: string[][] = [[]];
  let isDropped = false;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) isDropped = false;
    const server = namesServer.exec(line)?.[1];
    if (server !== undefined && !isDropped) referred.add(server.toLowerCase());
    if (between.test(line)) {
      const host = referralTo.exec(line)?.[1]?.toLowerCase();
      const isFramed = isBlank(lines[at - 1]) && isBlank(lines[at + 1]) && host !== undefined && referred.has(host);
      if (isFramed) answers.push([]);
      else isDropped = true;
    } else if (!isDropped) answers.at(-1)?.push(line);
  }
  return answers.map((answer) => answer.join("\n"));
};
