import { pattern } from "../kernel/pattern.ts";
import { inAnyLanguage } from "./replies/mail-words.ts";

/** No line above a quoted mail is longer, once unwrapped. */
const headAtMost = 400;
/** Mail programs wrap such a line to so many. */
const wrappedAtMost = 3;

const anySubject = String.raw`^\s*>?\s*(?:${inAnyLanguage("subject")})\s*[:：].*\[T[DM]-[A-Z0-9-]+\]\s*$`;
const anyPassedOn = String.raw`^\s*[-=_*‐-―─]{2,}\s*(?:${inAnyLanguage("passedOn")})(?![\p{L}]).*$`;
/** Alone on its line it needs no dashes. */
const barePassedOn = String.raw`^\s*(?:${inAnyLanguage("passedOn")})\s*[:：]?\s*$`;
/** Apple Mail writes it without dashes. */
const begun = "^\\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message)";

/** In lower case: case-insensitive patterns compile to ten times their length. */
const passedOnBegins: readonly RegExp[] = [new RegExp(anyPassedOn, "u"), new RegExp(barePassedOn, "u")];

/** Lines that begin a quote. Everything from there on is set aside. */
const quoteBegins: readonly RegExp[] = [
  new RegExp(begun, "iu"),
  /^\s*(##-|--|==)+\s*(please type your reply above this line|reply above)/i,
  new RegExp(anySubject, "iu"),
  /^\s*We (report|correct our notice about|withdraw our notice about) .+ (at|by|in an account at) /,
];

/** Outlook draws one above a quoted mail; so do people under their own words. */
const rule = /^_{20,}\s*$/;

/** Of Swedish, Danish and Norwegian, Finnish, Czech and Slovak, Hungarian, Romanian, Greek, Hebrew, Vietnamese. */
const othersSender = ["från", "fra", "lähettäjä", "od", "feladó", "expeditor", "de la", "από", "מאת", "từ"];
const othersMoment = [
  ...["skickat", "sendt", "dato", "lähetetty", "päivämäärä", "odesláno", "odoslané", "dátum", "küldve", "elküldve"],
  ...["trimis", "στάλθηκε", "ημερομηνία", "נשלח", "תאריך", "đã gửi", "ngày"],
];

/** The head that mail programs without marks set above a quote: who, and soon under it when. */
const quotedSender = new RegExp(
  String.raw`^[\s>*]*(?:${inAnyLanguage("sender", ...othersSender)})\s*\*{0,2}\s*[:：]`,
  "iu",
);
const quotedMoment = new RegExp(
  String.raw`^[\s>*]*(?:${inAnyLanguage("moment", ...othersMoment)})\s*\*{0,2}\s*[:：]`,
  "iu",
);
const isQuotedHead = (lines: readonly string[], at: number): boolean =>
  quotedSender.test((lines[at] ?? "").slice(0, headAtMost)) &&
  lines.slice(at + 1, at + 5).some((line) => quotedMoment.test(line.slice(0, headAtMost)));

// Scandinavian and Czech mail programs write so in other languages' mails.
const wrote = new RegExp(
  String.raw`(?<!\p{L})(?:${inAnyLanguage("wrote", "skrev", "napsal")})(?!\p{L})` +
    "|写道|寫道|書きました|のメール|작성|님의 말",
  "iu",
);
const on = String.raw`(?:${inAnyLanguage("on", "den", "dne")})`;
const beginsOn = new RegExp(String.raw`^${on}(?!\p{L})`, "iu");
/** "X wrote on 24.11.2026": by the name first, as Notes and Thunderbird have it. */
const namesFirst = new RegExp(
  String.raw`^[\p{L}\p{M} .,'()"/&-]{2,80} (?:${inAnyLanguage("wrote")})[ ,]+(?:${on}[ ,]+)?(?:[\p{L}.]{2,12},? )?\d`,
  "iu",
);
/** "Tue, 24 Nov 2026 10:00", "2026년 11월 24일", "24.11.2026 10:00". */
const beginsWithDate = pattern(
  "u",
  String.raw`^(?:\p{L}{1,12}[.,]{0,2} ){0,2}`,
  [
    String.raw`\d{1,2}[.\/ -]{1,2}(?:\d{1,2}|\p{L}{3,10}\.?)[.\/ ,-]{1,2}(?:de )?\d{2,4}`,
    String.raw`\d{4} ?[.\/年년-]`,
  ],
  "(?!\\d{5})",
);
const moment = /\d{1,2}[:.h時时시]\s?\d{2}|(?:19|20)\d\d/;
const anAddress = /[<([][^\s<>()[\]]{1,80}@[^\s<>()[\]]{1,80}[>)\]]|@[\w.-]{3,80}/;

/** One line like "On 3 May, X wrote:", in many languages. */
const isAttribution = (line: string): boolean => {
  const bare = line.replace(/^[\s*>-]+/, "").trim();
  const isBetweenDashes = /^\s*-{2,}/.test(line) && /-{2,}\s*$/.test(line);
  const ended = bare.replace(/[\s-]+$/, "");
  const isOpen = /[:：]\*{0,2}$/.test(ended) || isBetweenDashes;
  if (!isOpen && !(endsWithVerb.test(ended) && beginsOn.test(ended))) return false;
  const says = wrote.test(ended);
  if (says && (isBetweenDashes || anAddress.test(ended))) return true;
  if (says && moment.test(ended) && (beginsOn.test(ended) || namesFirst.test(ended))) return true;
  return beginsWithDate.test(ended) && (says || anAddress.test(ended));
};
const endsWithVerb = new RegExp(String.raw`(?:${inAnyLanguage("wrote", "skrev", "napsal")})$`, "iu");

/** How many lines from here say who wrote what follows; 0 for none. */
const attributionAt = (lines: readonly string[], at: number): number => {
  let joined = "";
  for (let count = 1; count <= wrappedAtMost; count += 1) {
    const line = lines[at + count - 1];
    if (line === undefined || line.trim() === "" || joined.length + line.length > headAtMost) return 0;
    // A quote mark stands before what is quoted, not before who wrote it.
    if (count > 1 && /^\s*>/.test(line)) return 0;
    joined = joined === "" ? line : `${joined.trimEnd()} ${line.trim()}`;
    // A line with this end ends it, whatever stands below.
    if (/[:：]\s*\*{0,2}\s*$|-{2,}\s*$/.test(line) || count === 1) if (isAttribution(joined)) return count;
  }
  return 0;
};

/** Ticket systems ask for the next answer above this line. */
export const replyAbove = pattern("iu", [
  String.raw`^\W{0,12}(?:please )?(?:type your reply|reply)(?: to this (?:e-?mail|message))? above this line\W{0,12}$`,
  // Zendesk's, in the desk's language.
  String.raw`^[\s>*]{0,12}##- ?.{4,120} ?-##\s*$`,
]);

const isMarked = (lines: readonly string[], from: number): boolean =>
  /^\s*>/.test(lines.slice(from, from + 3).find((line) => line.trim() !== "") ?? "");

/** "X wrote:" in any language above marked lines, which go by themselves; below is the writer's own again. */
export const isMarkedQuote = (lines: readonly string[], at: number): boolean =>
  /:\s*$/.test(lines[at] ?? "") && isMarked(lines.slice(at + 1, at + 3), 0);

/** The same under the writer's words, with hour or year: "Not removed:" above a quoted address is theirs. */
const isDatedQuote = (lines: readonly string[], at: number): boolean =>
  /20\d\d|\d{1,2}[:.h]\d\d/.test(lines[at] ?? "") && isMarkedQuote(lines, at);

/** What begins here: a quote to the end, so many lines above a marked quote, or nothing (0). */
export const quoteAt = (lines: readonly string[], at: number, hasOwnWords: boolean): "to the end" | number => {
  const line = (lines[at] ?? "").slice(0, headAtMost);
  const attribution = attributionAt(lines, at);
  if (attribution > 0) return isMarked(lines, at + attribution) ? attribution : "to the end";
  if (isDatedQuote(lines, at)) return 1;
  const lower = line.toLowerCase();
  if (passedOnBegins.some((begins) => begins.test(lower)) || quoteBegins.some((begins) => begins.test(line)))
    return "to the end";
  // A mail that begins with such a head is a forwarded one, and all there is to read.
  return hasOwnWords && (rule.test(line) || isQuotedHead(lines, at)) ? "to the end" : 0;
};

/** In each notice of ours, in every language, above the place that it names. */
export const ourLegend = /hxxp=http, ?\[\.\]=\./;
export const defangedPlace = /\[[.:]\]|hxxps?:/i;

/** How our notices begin in each language; alone, as all of the texts would be a weight. */
export const ourGreetings: ReadonlySet<string> = new Set([
  ...["Hello,", "Guten Tag!", "Goedendag,", "Bonjour,", "Buongiorno,", "Estimado equipo:", "Prezada equipe,"],
  ...["Szanowni Państwo!", "Добрий день!", "Здравствуйте!", "Sayın Yetkili,", "ご担当者様", "您好！"],
  "담당자님, 안녕하십니까.",
]);

/** Cuts off an unmarked notice of ours, from its first defanged place or the greeting above that. */
export const withoutOurNotice = (text: string): string => {
  const legend = ourLegend.exec(text)?.index;
  if (legend === undefined) return text;
  const place = Math.min(legend, defangedPlace.exec(text)?.index ?? legend);
  const above = text.slice(0, Math.max(0, text.lastIndexOf("\n\n", place)));
  const last = Math.max(0, above.lastIndexOf("\n\n"));
  return ourGreetings.has(above.slice(last).trim()) ? above.slice(0, last) : above;
};
