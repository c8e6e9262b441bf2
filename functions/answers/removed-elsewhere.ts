import type { Case } from "../case/case.ts";
import type { Notice } from "../case/notice.ts";
import { domainOf, wwwTwin } from "../kernel/domain.ts";
import { type Instant, msOf } from "../kernel/instant.ts";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { pattern } from "../kernel/pattern.ts";
import { readUrl } from "../kernel/read-url.ts";
import { pageOf } from "../report/same-page.ts";
import { accountOf, pageUrlOf } from "../report/target.ts";
import { writtenSentences } from "./removal-doubts.ts";
import { plainWords } from "./replies/plain-words.ts";
import { timeWords } from "./replies/time-words.ts";
import type { ReplyReading } from "./reply-reading.ts";

/* Whether a removal may be another's: by page, case, time, or as one of several. A person reads it then. */

/**
 * Why "removed" can't be taken for this case; `undefined` where it can. Places apart from the removal (a signature,
 * a ticket's address) don't count. `at`: when it was taken in.
 */
export const elsewhereDoubt = (state: Case, reply: ReplyReading, at: Instant): string | undefined => {
  const telling = reply.telling ?? writtenSentences(reply.text);
  const sentences = saidOfRemoval(reply.text, telling);
  if (!isDated(telling.length > 0 ? telling : sentences, at, state)) return "another time";
  const mail = mailOf(state, reply);
  const several = new Set(reply.about.map(({ caseId }) => caseId)).size > 1;
  if (mail && several && numbersIn(reply.text).length > 0)
    return isOfTheNamed(reply, telling) ? undefined : "another case";
  if (namesAnotherCase(state, reply)) return "another case";
  if (several && !isOfAll(mail?.subject, telling)) return "not plainly of all";
  if (mail) return undefined;
  const ours = oursIn(state, reply.from);
  const subject = state.notices.reduce(
    (left, { subject: sent }) => (sent ? left.replace(sent, " ") : left),
    reply.subject,
  );
  const named = [
    ...sentences.flatMap(placesIn),
    ...placesIn(subject.replace(ticketTag, " ")).filter((place) => !/^\//.test(place)),
  ];
  return named.every(ours) ? undefined : "another place";
};

/** The notice answered, in a mail about several cases. */
const mailOf = ({ id, notices }: Case, { about }: ReplyReading): Notice | undefined =>
  notices.find(({ id: noticeId }) =>
    about.some((one) => "noticeId" in one && one.caseId === id && one.noticeId === noticeId),
  );

/** What stands in a subject's brackets is a ticket's; a name's dot in them is not. */
const ticketTag = /\[[^\].:]{1,80}[^\]]{0,80}\]/g;

/** The sentences about the removal, and place-only lines before them or under their colon. */
const saidOfRemoval = (text: string, told: readonly string[]): readonly string[] => {
  const all = writtenSentences(text);
  const telling = new Set(told);
  if (telling.size === 0) return all;
  const last = all.findLastIndex((sentence) => telling.has(sentence));
  const goesOn = all.findIndex((sentence, at) => at > last && !isBarePlace(sentence));
  const listed = /[:：]\s*$/.test((all[last] ?? "").replaceAll("\0", "")) ? goesOn : last + 1;
  return all
    .slice(0, listed < 0 ? undefined : Math.max(listed, last + 1))
    .filter((sentence) => telling.has(sentence) || isBarePlace(sentence));
};

const isBarePlace = (sentence: string): boolean => {
  const left = placesIn(sentence).reduce((words, place) => words.replace(place, ""), refanged(sentence));
  return left !== refanged(sentence) && (left.match(/\p{L}/gu)?.length ?? 0) < 12;
};

/** Undoes defanging, ours or another's. */
const refanged = (text: string): string =>
  text
    .replace(/\s?[[({]\s?(?:\.|dot|punkt|point)\s?[\])}]\s?/gi, ".")
    .replace(/[[(]\s?:(?:\/\/)?\s?[\])]/g, (found) => (found.includes("/") ? "://" : ":"))
    .replace(/\bh(?:xx|\*\*|tt)p(s?)(?=:\/\/)/gi, "http$1");

const urls = /\b(?:https?|ftp):\/\/[^\s<>"'「」）)\]]+/gi;
const mails = /[^\s@<>()]{1,64}@[^\s@<>()]{1,200}/g;
const hosts = /(?<![\w@./-])(?:[\p{L}\p{N}_-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:\/[^\s<>"'）)\]]*)?(?![\w@])/giu;
const addresses =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])/gi;
const paths = /(?<![^\s"'„“(])\/[\w~%-][\w.~%/?=&-]*/g;
/** No name: an abbreviation, or two sentences without a blank between them. */
const isNoName = /^(?:[a-z]\.)+[a-z]{1,2}$|\.[A-Z][a-z]+$|^(?:node|vue|next|asp)\.(?:js|net)$/;
const clocks = /^\d{1,2}(?::\d{2}){1,2}$/;

const withoutEnd = (place: string): string => place.replace(/[.,;:!?…'"]+$/u, "");

/** URLs, names, addresses and paths, refanged. */
const placesIn = (text: string): readonly string[] => {
  const clear = refanged(text).replace(mails, " ");
  const rest = clear.replace(urls, " ");
  const apart = rest.replace(hosts, " ").replace(addresses, " ");
  return [
    ...(clear.match(urls) ?? []).map(withoutEnd),
    ...hostsIn(rest),
    ...(apart.match(paths) ?? []).map(withoutEnd),
  ];
};

const hostsIn = (text: string): readonly string[] => {
  const clear = refanged(text).replace(mails, " ");
  return [
    ...(clear.match(hosts) ?? []).map(withoutEnd).filter((name) => !isNoName.test(name)),
    ...(clear.match(addresses) ?? []).filter((address) => !clocks.test(address)),
  ];
};

/** Whether a place is what was reported, where it lies, or the desk's own name. */
const oursIn = ({ target, contact, spellings = [] }: Case, from: string | undefined) => {
  const { host } = target;
  const desk = from === undefined ? undefined : mailDomainOf(from);
  const names = [host, wwwTwin(host), contact?.sameHost, ...(contact?.addresses ?? []), domainOf(host)];
  const hostNames = new Set(names.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])));
  const page = pageUrlOf(target);
  const account = accountOf(target)?.toLowerCase();
  const pages = page === undefined ? [] : [page, ...spellings].map((url) => same(pageOf(url)));
  return (place: string): boolean => {
    const written = same(place);
    if (place.startsWith("/")) return pages.some((page) => page.endsWith(written));
    const url = readUrl(/^[a-z]+:\/\//i.test(place) ? place : `https://${/:.*:/.test(place) ? `[${place}]` : place}`);
    if (url === undefined) return false;
    const hostname = url.hostname.replace(/^\[|\]$/g, "");
    const isSite = same(url.pathname) === "" && url.search === "";
    if (pages.includes(same(pageOf(url.href)))) return true;
    if (isSite && hostNames.has(hostname)) return true;
    // A file of the reported page: "login.php".
    if (!place.includes("/") && pages.some((page) => page.split(/[/?]/).includes(written))) return true;
    if (account !== undefined && url.href.toLowerCase().includes(account)) return true;
    return isSite && desk !== undefined && domainOf(desk) !== domainOf(host) && domainOf(hostname) === domainOf(desk);
  };
};

/** People repeat a page in capitals, without its last slash, or over http. */
const same = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^http:/, "https:")
    .replace(/\/+$/, "");

const numbersIn = (text: string): readonly string[] => text.toUpperCase().match(/TD(?:-[0-9A-Z]{4}){3}/g) ?? [];

const namesAnotherCase = (state: Case, { subject, text, about }: ReplyReading): boolean => {
  const ours = [state.id, ...about.flatMap((one) => ("noticeId" in one ? one.caseId : []))];
  return numbersIn(`${subject} ${text}`).some((number) => !ours.includes(number));
};

/** The mail names exactly those of its cases that its removals name. */
const isOfTheNamed = ({ about, text }: ReplyReading, telling: readonly string[]): boolean => {
  const known = about.map(({ caseId }) => caseId);
  const removed = telling.map(numbersIn);
  return (
    removed.length > 0 &&
    removed.every((numbers) => numbers.length > 0 && numbers.every((number) => known.includes(number))) &&
    numbersIn(text).every((number) => removed.some((numbers) => numbers.includes(number))) &&
    telling.every((sentence) => placesIn(sentence).length === 0 && !/[,;]\s*(?!td-)\p{L}+\s+\p{L}/iu.test(sentence))
  );
};

const all = pattern(
  "u",
  "(?<!\\p{L})",
  [
    "(?:all|both|every|each)(?: of)?(?: the| these| those| your| \\d+)? |everything|" +
      "alle[sr]?(?!\\p{L})|beide|samtliche",
    "(?:tous|toutes|l'ensemble|les deux)(?!\\p{L})|tod[oa]s|amb[oa]s|alle|allebei|tutt[ie]|entramb[ie]",
    "wszystkie|wszystkich|oba |obie |butun|tum |her iki|hepsi|все |всi |всі |обе |оба |обидв",
  ],
  "|すべて|全て|全部|両方|모든|모두|전부|所有|均已|都已",
);
const except = pattern(
  "u",
  "(?<!\\p{L})",
  [
    "except|excluding|apart from|other than|but|not all|almost|nearly|remaining|rest|first|last|second|one",
    "ausser|bis auf|fast|nicht|ubrigen|sauf|excepte|hormis|presque|reste|salvo|excepto|menos|" +
      "exceto|casi|quase|behalve|tranne|eccetto|quasi",
    "oprocz|z wyjatkiem|prawie|haric|disinda|кроме|почти|крім|окрім|майже",
  ],
  "(?!\\p{L})|以外|除く|除了|제외",
);
/** What holds all pages of a host. */
const whole = pattern(
  "u",
  "(?<!\\p{L})",
  [
    "(?:account|server|vps|web ?site|site|domain|host|hosting|webspace|konto|kundenkonto|" +
      "webseite|domaine?|compte|serveur",
    "cuenta|servidor|sitio|dominio|conta|alojamento|sito|serwer|witryna|domena|" + "hesap|sunucu|alan adi",
    "аккаунт|сервер|сайт|домен|обліковий запис)",
  ],
  "(?!\\p{L})|アカウント|サーバー?|サイト|ドメイン|계정|서버|사이트|도메인|账号|账户|服务器|网站|域名",
);

/** Each removal is plainly of all that the mail is about, or of the one host that all are on. */
const isOfAll = (subject: string | undefined, telling: readonly string[]): boolean => {
  const isOneHost = / URLs on \S/.test(subject ?? "");
  return (
    telling.length > 0 &&
    telling.every((sentence) => {
      const plain = plainWords(sentence);
      const isOfThem = all.test(plain) || (isOneHost && whole.test(plain));
      return isOfThem && !except.test(plain) && placesIn(sentence).length === 0;
    })
  );
};

const hourMs = 3_600_000;
/** Days begin and end by the desk's clock; what was seen may have been seen a day later. */
const leewayMs = 36 * hourMs;

/** One pattern per month, for all languages. */
const months: readonly string[] = Array.from({ length: 12 }, (_, at) =>
  Object.values(timeWords)
    .flatMap(({ months: names }) => names.split(" ").filter((name) => name !== "")[at] ?? [])
    .join("|"),
);
const anyMonth = `(?<name>${months.join("|")})`;
const days = [
  String.raw`(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})`,
  String.raw`(?<y>\d{4})\s?[年년]\s?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})`,
  String.raw`(?<d>\d{1,2})[./-]\s?(?<m>\d{1,2})[./-]\s?(?<y>\d{4})`,
  String.raw`(?<m>\d{1,2})/(?<d>\d{1,2})/(?<y>\d{4})`,
  String.raw`(?<d>\d{1,2})(?:st|nd|rd|th|er|º|o|\.)?\s(?:of |de |` +
    String.raw`d')?(?<!\p{L})${anyMonth}(?!\p{L})\.?(?:,?\s(?:de |del )?(?<y>\d{4}))?`,
  String.raw`(?<!\p{L})${anyMonth}(?!\p{L})\.?\s(?<d>\d{1,2})(?:st|nd|rd|th)?(?!\d|:)(?:,?\s(?<y>\d{4}))?`,
].map((day) => new RegExp(String.raw`(?<!\d)${day}(?!\d)`, "gu"));

/** The days named, each with its readings; without a year, the nearest one. */
const daysIn = (plain: string, at: Instant): ReadonlyMap<number, readonly number[]> => {
  const thisYear = new Date(msOf(at)).getUTCFullYear();
  const read = days.flatMap((day) =>
    [...plain.matchAll(day)].flatMap(({ index, groups = {} }) => {
      const { y, m, d, name } = groups;
      const numbers =
        m === undefined
          ? months.flatMap((names, month) => (new RegExp(`^(?:${names})$`, "u").test(name ?? "") ? [month + 1] : []))
          : [Number(m)];
      const years = y === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [Number(y)];
      return numbers
        .filter((month) => month >= 1 && month <= 12)
        .map((month) => years.map((year) => Date.UTC(year, month - 1, Number(d))).toSorted(nearestTo(msOf(at)))[0] ?? 0)
        .map((ms) => [index, ms] as const);
    }),
  );
  return new Map(read.map(([index]) => [index, read.filter(([other]) => other === index).map(([, ms]) => ms)]));
};
const nearestTo = (at: number) => (one: number, other: number) => Math.abs(one - at) - Math.abs(other - at);

/** No removal is dated after now, nor before anybody saw what is removed. */
const isDated = (telling: readonly string[], at: Instant, { firstSeenAt }: Case): boolean => {
  const seenAt = msOf(firstSeenAt);
  const isAbout = (ms: number): boolean => ms <= msOf(at) + leewayMs && ms >= seenAt - 2 * leewayMs;
  const years = [new Date(seenAt).getUTCFullYear(), new Date(msOf(at)).getUTCFullYear()];
  return telling.every((sentence) => {
    const plain = plainWords(sentence).replaceAll(" URL ", " ");
    const named = (plain.match(/(?<![\d./:#-])(?:19|20)\d\d(?![\d/:#-])/g) ?? []).map(Number);
    const isInLaw = /\b(?:\d{4}\/\d{2,4}|art|regulation|act|gesetz|law|dsa|loi|ley|lei|legge)\b/.test(plain);
    return (
      [...daysIn(plain, at).values()].every((readings) => readings.some(isAbout)) &&
      (isInLaw || named.every((year) => year >= (years[0] ?? 0) && year <= (years[1] ?? 0)))
    );
  });
};
