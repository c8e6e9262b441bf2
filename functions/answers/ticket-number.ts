import { pattern } from "../kernel/pattern.ts";
import { wordsForNumbers } from "./ticket-words.ts";

/**
 * Only signs that make no link: it is printed in later mails, and a stranger's link would lead where they like.
 * Dots only between numbers; may end in a part like `A1B2C3:1`, or in what one large system ends its threads with.
 */
const number = /^(?=[^:]*\d)[A-Z0-9](?:[A-Z0-9_/-]{0,38}[A-Z0-9])?(?:\.\d{1,10}){0,5}(?::(?:\d[A-Z0-9]{0,3}|ref))?$/i;
const threadOfSalesforce = /^_?00D[A-Z0-9]{1,15}(?:(?:\._?500[A-Z0-9!]{1,20})?:ref|:500[A-Z0-9]{1,20})$/i;
/** As `CERT#20261126-2` in a text: letters, the sign, and nothing but numbers. */
const withSign = /^[A-Z][A-Z-]{0,11}#\d[\d-]{1,19}\d$/;
const ourNumber = /\[?T[DM]-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\]?/gi;

/** Numbers of other things: days, hours, addresses, laws, standards, weaknesses, bills, single mails. */
const ofElse = pattern("i", "^", [
  String.raw`(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}(?:T\d{2}.*)?`,
  String.raw`\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d{2}|\d{2})`,
  String.raw`\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?`,
  String.raw`\d{1,3}\.\d{1,3}(?:\.\d{1,3})?`,
  String.raw`\d{1,2}:\d{2}`,
  "24/7(?:/365)?",
  String.raw`\d{1,3}[-/]\d{1,3}-?(?:h|hrs?|hours?|days?|min)`,
  String.raw`\d{2,4}/\d{1,4}/(?:EU|EG|EC|CE|UE|EK)`,
  String.raw`(?:2022/2065|2016/679|2000/31|196/2003|2021/784)`,
  String.raw`[CTF]-\d{1,3}/\d{2}`,
  String.raw`(?:CVE|CWE|RFC|ISO|UTF|SHA|MD|UTC|GMT|TD|AS|HTTP|COVID|TLS|IPV?|WIN|SSL|AES|RSA|BASE` +
    String.raw`|PHP|X|INV|INVOICE|MSG|WINDOWS)-?\d[\d-]*`,
  String.raw`DSA-?\d{1,3}|KB\d{6,7}|MS\d{2}-\d{3}`,
]);
const isWhole = (found: string): boolean => ofElse.exec(found)?.[0].length === found.length;

/** A number of a desk's, whoever's it is and wherever it stands. */
export const isTicketNumber = (found: string): boolean =>
  found.length >= 3 &&
  found.length <= 50 &&
  (number.test(found) || threadOfSalesforce.test(found) || withSign.test(found)) &&
  !isWhole(found) &&
  !/[A-Z]\.\d/i.test(found.replace(/^[A-Z]{1,10}\./i, ""));

const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (form) =>
    form === "\u3000" ? " " : String.fromCharCode(form.charCodeAt(0) - 0xfee0),
  );
/** Each letter keeps its index. */
const small = (text: string): string => text.replace(/\p{Lu}/gu, (letter) => sameLength(letter, letter.toLowerCase()));
const sameLength = (letter: string, lower: string): string => (lower.length === letter.length ? lower : letter);

const quotes = String.raw`["'“”„«»<(\[{【「『*_\u0060]`;
/** What stands between the word and the number: "is", "no.", ": #", "(". */
const between = pattern(
  "y",
  String.raw`\.?(?:[\s-]{0,2}(?:`,
  [
    "has been|have been|was|were|is now|is|are|wurde|ist|lautet|a été|est(?: le| la)?|es(?:" +
      " el| la)?|ha sido|è(?: stato)?|é(?: o| a)?|foi",
    "to|jest|brzmi|created|opened|registered|logged|assigned|raised|received|erstellt" +
      "|angelegt|eröffnet|créé|ouvert|creado|aperto",
    "aberto|aangemaakt|geregistreerd|utworzono|with|under|mit|unter|sous|con|com|onder|pod" +
      "|как|под|для вашего обращения|als|interno|interne|intern",
    "(?:[oa]|as)(?!\\d)|for (?:this|your|the)(?: (?:case|report|matter|complaint|notice))?",
    "the|der|die|le|la|el|il|het|de|number|nummer|numéro|numero|número|numer" + "|номер|номером|reference|id|ref",
    "は|が|为|為|是|은|는|이|가",
    String.raw`no\.?|nr\.?|n°|nº|n\.º|n\.|№|num\.?|í`,
  ],
  String.raw`)(?![a-zß-ÿа-яёіїєґ])){0,5}["']?\s{0,2}[:=]?\s{0,2}(?:(?:no|nr)(?:\.|(?![a-z])) ?|n° ?|nº ?|№` +
    String.raw` ?|第)?${quotes}{0,4}\s?#{0,3}\s?${quotes}{0,2}`,
);
const token = /[A-Z0-9_](?:[A-Z0-9._/:!-]{0,60}[A-Z0-9])?/iy;
/** Makes a number one of hours, money, pages. */
const unit = pattern(
  "i",
  "^ ?(?:%|€|\\$|£|¥|[.,]\\d|",
  [
    "(?:h|hrs?|hours?|days?|min|minutes?|weeks?|stunden|tagen?|minuten|heures?|jours?|horas?|días|ore)(?![a-zа-я])",
    "(?:giorni|uur|dagen|godzin|dni|saat|gün|euros?|usd|eur|urls?|domains?|reports?|часов|дней|годин)(?![a-zа-я])",
    "時間|日|시간|일|小时|天|分",
  ],
  ")",
);

/** The number after a word for one, if any; `isSure`: no sign need stand between. */
const numberAfter = (text: string, lower: string, at: number, isSure: boolean): string | undefined => {
  between.lastIndex = at;
  const gap = between.exec(lower)?.[0] ?? "";
  token.lastIndex = at + gap.length;
  const found = token.exec(text)?.[0];
  if (found === undefined || unit.test(text.slice(token.lastIndex, token.lastIndex + 14))) return undefined;
  // A word that goes on in other letters, as an accented name, is no number.
  if (/^[A-Za-zÀ-ɏА-я@]/.test(text.slice(token.lastIndex))) return undefined;
  if (gap === "" && /[A-Z]/i.test(text[at - 1] ?? "")) return undefined;
  return isTicketNumber(found) && (isSure ? isMeantSurely(found, gap) : isMeant(found, gap)) ? found : undefined;
};

const digitsOf = (found: string): number => found.replace(/\D/g, "").length;
const hasSign = (gap: string): boolean => /[#:=№]|(?:n[or]\.?|n°|nº|id|number|num[mé]r?er?o?)\s*$/i.test(gap);
/** "C2-Server" is no number, whatever stands before it. */
const isThing = (found: string): boolean => /[a-z]/i.test(found) && digitsOf(found) < 2;

const isMeantSurely = (found: string, gap: string): boolean =>
  !isThing(found) && (hasSign(gap) || !/[a-z]/.test(found) || digitsOf(found) >= 3);

/** After a word with other meanings, such as "report". */
const isMeant = (found: string, gap: string): boolean => {
  const digits = digitsOf(found);
  if (digits < 3 && (/[a-z]/.test(found) || digits < 2 || !/[-/]/.test(found))) return false;
  if (hasSign(gap) || /[a-z]/.test(found)) return true;
  // A phone number without country code begins with one zero.
  if (/^0[1-9][\d/-]{8,}$/.test(found)) return false;
  return digits >= 5 || (/[A-Z]/.test(found) && isInParts(found)) || (/^\d{4}$/.test(found) && /^\s$/.test(gap));
};
const isInParts = (found: string): boolean => /[-/_]/.test(found) || /^[A-Z]{2,10}\d{3,}/.test(found);

const numberOf = (text: string, lower: string, kind: "certain" | "loose"): string | undefined => {
  for (const end of wordsForNumbers(lower, kind)) {
    const found = numberAfter(text, lower, end, kind === "certain");
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The desk's number as ticket systems write it, mostly in brackets. */
export const ticketPatterns: readonly RegExp[] = [
  pattern(
    "i",
    "\\[",
    ["ticket", "case", "request", "incident", "abuse", "issue", "ref(?:erence)?", "id"],
    "?\\s*(?:id|no\\.?|nr\\.?|number)?\\s*[#:~]+\\s*([A-Z0-9][A-Z0-9._/:-]{2,40})\\]",
  ),
  /\[~?([A-Z][A-Z0-9]{1,12}-\d{2,12})\]/,
  /\((?:ticket|case|ref(?:erence)?|id|abuse ?id|abuseid)\s*[#:]?\s*([A-Z0-9][A-Z0-9._/:-]{2,40})\)/i,
  /\babuse-?id\s*[:#]?\s*([A-Z0-9][A-Z0-9._/:-]{2,40})/i,
];

/** Without a word before it: by form alone, or by the word behind it. */
const bare: readonly RegExp[] = [
  // Turkish, Korean and Chinese put the word behind the number.
  pattern(
    "i",
    String.raw`(?<![\w.+-])#?([A-Z0-9][A-Z0-9/_-]{2,40}) ?`,
    ["numaralı", "numarası (?:ile|altında)", "nolu", "no['’]lu", "sayılı"],
    " (?!telefon|hat|madde|kanun)",
  ),
  /(?<![\w.+-])#?([A-Z0-9][A-Z0-9/_-]{2,40}) ?(?:번 ?(?:으로 접수|티켓|문의|접수)|号工单|號工單|号案件)/i,
  /(?<![\w./-])((?:INC|RITM|REQ|SCTASK|TASK|CHG|PRB|CS|SR|CAS|TKT|HD)-?\d{5,12}(?:-[A-Z0-9]{2,8}){0,2})(?![\w-]|\.\w)/,
  /(?:^|[\s([（【*_])#(\d{3,20}(?:-\d{1,10})?)(?![\w-])/m,
  /\[\s?ref:(_?00D[\w.!]{1,60}:ref)\s?\]/i,
  /(?<![\w.])ref:(_?00D[\w.!]{1,60}:ref)/i,
];
/** An issue tracker's key, at a line's start or in a subject. */
const keyInText = /^[\s*[(]*([A-Z][A-Z0-9]{1,9}-\d{1,12})(?![\w-]|\.\w|\[\.)/m;
const keyInSubject = /(?<![\w.[\]-])([A-Z][A-Z0-9]{1,9}-\d{2,12})(?![\w-]|\.\w|\[\.)/;

const firstOf = (text: string, patterns: readonly RegExp[]): string | undefined => {
  for (const saying of patterns) {
    const found = saying.exec(text)?.[1]?.replace(/[.:/_-]+$/, "");
    if (found !== undefined && isTicketNumber(found)) return found.replace(/^_(?=00D)/i, "");
  }
  return undefined;
};

/** In half width, and without our own number, which in any form is not theirs. */
export const withoutOurs = (where: string): string =>
  halfWidth(where).replace(ourNumber, (ours) => " ".repeat(ours.length));

/** The desk's number: by the word before it, or by its form. */
export const numberIn = (where: string, isSubject: boolean): string | undefined => {
  const theirs = withoutOurs(where);
  const lower = small(theirs);
  return (
    firstOf(theirs, ticketPatterns) ??
    numberOf(theirs, lower, "certain") ??
    numberOf(theirs, lower, "loose") ??
    firstOf(theirs, [...bare, isSubject ? keyInSubject : keyInText])
  );
};
