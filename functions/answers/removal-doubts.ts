import { replyMeanings } from "../case/reply-class.ts";
import { pattern } from "../kernel/pattern.ts";
import type { Prose, ProseReader } from "./prose/read-prose.ts";
import { vetoKinds, vetoSigns } from "./prose/veto-words.ts";
import { plainWords, sentencesIn } from "./replies/plain-words.ts";

/* Why a person has to read an apparent removal: a wrong closing costs more than a person's minute. */

export const writtenSentences = (text: string): readonly string[] => text.split(/\n\s*\n/).flatMap(sentencesIn);

/** The sentences, as written, that say that something is gone; all where none does by itself. */
export const tellingIn = (text: string, reader: Pick<ProseReader, "tellsRemoval">): readonly string[] => {
  const all = writtenSentences(text.slice(0, charactersAtMost));
  const telling = all.filter(reader.tellsRemoval);
  return telling.length > 0 ? telling : all;
};

/** As much as is read of a letter. */
const charactersAtMost = 6_000;

const inBrackets = /[[{【［〔⟦][^\]}】］〕⟧\n]{0,100}[\]}】］〕⟧]/gu;

/** An unticked box, a cross, a light that is not green. */
const unticked = /[☐□◻◽⬜▢▫◯○✗✘✖❌❎✕×👎⏳⌛🟡🟠🔴🚫⛔]|\[[\s_~-]*\]|\(\s+\)|［\s*］/u;

/** What mail programs, gateways, ticket systems and we put in brackets, in whatever case. */
const byMachines = pattern("iu", [
  String.raw`[\d#@/\\]|^[^\p{L}]*$|^\W*(?:cid|image|img|logo|inline|ext|extern|external|caution|spam|links?|urls?)\b`,
  "^(?:attachments?|anhang|anlage|pi[eè]ces?|liens?|enlaces?|adjuntos?|collegament[oi]|allegat[oi]|bijlagen?|anexos?)",
  "^(?:załącznik|ссылк[аи]|вложени[ея]|посилання|вкладення|bağlantı|リンク|添付|链接|附件|링크|첨부)",
  String.raw`^[\s.:]*(?:\.|dot|punkt|at|:)[\s.:]*$|^\s*x\s*$`,
]);

const isInWords = (bracket: string): boolean => {
  const inside = bracket.slice(1, -1);
  const isShouted = inside === inside.toUpperCase() && inside !== inside.toLowerCase();
  return !byMachines.test(inside) && !isShouted;
};
const hasWordsInBrackets = (text: string): boolean => (text.match(inBrackets) ?? []).some(isInWords);

/** `Removed: no`, at the end of a line. */
const deniedField = pattern(
  "iu",
  String.raw`[:：=?]\s*(?:`,
  [
    "no|n|none|not yet|false|pending|open|in progress|partly|partially|unknown|n/a|0|-+|–|—",
    "nein|offen|ausstehend|teilweise|non|en cours|pendiente|nee|não|nao|nie|hayır|hayir|нет",
    "ні|いいえ|未|否|无|無|아니오|아니요",
  ],
  String.raw`)[\s.!]*$`,
);

const percent =
  String.raw`%|percent|per cent|prozent|pour ?cent|por ?ciento|por cento|per ?cento|procent|yüzde|` +
  String.raw`процент|відсот|퍼센트|パーセント`;
const share = new RegExp(
  String.raw`(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:${percent})|(?:%|yüzde)\s?(\d{1,3})(?![\d.,])`,
  "giu",
);
/** `1 of 3`, `3件中1件`. */
const outOf = pattern(
  "giu",
  String.raw`(?<![\d.,:/-])(\d{1,3})\s?(?:\p{L}{1,12}\s)?`,
  ["of", "out of", "von", "aus", "sur", "de", "van", "di", "su", "z", "ze", "spośród", "из", "з", "із"],
  String.raw`\s(?:\p{L}{1,9}\s){0,2}(\d{1,3})(?![\d./:-])`,
);
const outOfEastern = /(\d{1,4})\s?\p{L}{0,6}?\s?(?:中|のうち|중)の?\s?\p{L}{0,6}?(\d{1,4})/giu;
/** `2/5`, and no day of the year: at a line's end, or of few. */
const fraction = /(?<![\d./:-])(\d{1,3})\s?\/\s?(?:(\d)|(\d{1,3})(?=\W*$))(?![\d./:-])/gu;
const nothing = pattern("iu", [
  String.raw`(?:^|[:：(])\s*0(?![\d.,:/%-])`,
  String.raw`(?<![\d.,:/+-])0\s?(?:urls?|links?|pages?|seiten|files?|dateien|items?|inhalte|p[aá]ginas?` +
    String.raw`|pagin[ae]|stron|fichiers?|archivos|sayfa|bilder|images?|страниц|сторінок|件|` +
    String.raw`개|건|个|個|条|ページ)`,
  String.raw`(?<!(?:from|de|desde|da|do|von) )(?<!\p{L})(?:zero|zéro|cero|sıfır|ноль|нуль)(?!\p{L})` +
    "|ゼロ件|零(?:件|个|個)",
]);
const aPart = pattern(
  "u",
  "(?<!\\p{L})",
  [
    "partly|partially|in part|(?:one|two|three|some|most|many|half|several) of (?:the|them|those|" +
      "these|your|its)|(?:almost|nearly|not) all|all (?:but|except)",
    "teilweise|zum teil|eine[rs]? (?:der|von)|(?:fast|nicht) alle|einige|mehrere der|alle (?:bis auf|ausser)",
    "partiellement|en partie|(?:l'un|l'une|une?|deux|certaine?s|quelques|la plupart) de[s ]|" +
      "presque tou|tou(?:te)?s sauf",
    "parcialmente|en parte|em parte|una? de (?:los|las)|um[a]? d[ao]s|algun[oa]s|algum[a]?s|" +
      "casi tod|quase tod|tod[oa]s (?:menos|salvo|exceto|excepto)",
    "gedeeltelijk|deels|een van de|enkele|bijna alle|allemaal behalve|parzialmente|in parte|" +
      "un[oa] (?:dei|degli|delle)|alcun[ei]|quasi tutt",
    "czesciowo|jed(?:en|na|no) z|niektore|prawie wszystk|kismen|bazi|частично|один из|одна из|" +
      "некоторые|почти все|частково|один з|одна з|деякі|майже всі",
  ],
  "|一部|일부|部分|其中",
);
const shut =
  "(?:suspend|block|lock|disabl|offline|sperr|deaktiv|desactiv|bloqu|blocc|sospe|geschorst|" +
  "zablok|zawiesz|заблок|приостан|призупин|askiya|engel|停止|정지|차단|封)";
const until = pattern("u", [
  "(?<!\\p{L})(?:until|till|jusqu'(?:au|a|en)|hasta|fino al?|sino al?|ate|totdat|bis|tot|do|" +
    "do dnia|до)(?!\\p{L})[^\\d.;]{0,20}\\d{1,2}[^\\d:hu]",
  "\\d{1,2}[^\\d.;]{0,12}(?:kadar(?!\\p{L})|まで(?!に)|까지)|直到.{0,6}\\d|至\\d",
  `${shut}.{0,30}(?<!\\p{L})(?:for|fur|pendant|pour|durante|por|voor|per|przez|na|` +
    `на)(?: the next)? \\d{1,3} ?(?:h|hours?|days?|weeks?|months?|stunden?|tage?n?|wochen?|` +
    `monate?|heures?|jours?|semaines?|mois|horas?|dias?|semanas?|uur|dagen|weken|ore|giorni|` +
    `settimane|godzin|dni|часов|час|дн|днів)(?!\\p{L})`,
]);
const isPartial = (sentence: string): boolean =>
  [...sentence.matchAll(share)].some(([, one, other]) => Number((one ?? other ?? "").replace(",", ".")) !== 100) ||
  [...sentence.matchAll(outOf), ...sentence.matchAll(outOfEastern)].some(([, some, all]) => some !== all) ||
  [...sentence.matchAll(fraction)].some(([, some, few, all]) => Number(some) < Number(few ?? all)) ||
  nothing.test(sentence);

/** Why the removal told in `telling` is in doubt. Whether it is ours: see `removed-elsewhere.ts`. Pure. */
export const removalDoubt = (text: string, telling: readonly string[]): string | undefined => {
  if (unticked.test(text)) return "a box without its tick";
  if (hasWordsInBrackets(text)) return "words in brackets";
  const written = telling.map((sentence) => sentence.normalize("NFKC"));
  const plain = telling.map(plainWords);
  if (written.some((sentence) => deniedField.test(sentence))) return "a field says no";
  if (written.some(isPartial) || plain.some((sentence) => aPart.test(sentence))) return "not all of it";
  return plain.some((sentence) => until.test(sentence)) ? "for a time" : undefined;
};

const againstFrom = 0.5;
/** About the mail itself, as in a legal text. */
const ofThisMail = pattern("u", [
  "\\b(?:e-?mails?|mails?|messages?|nachricht|courriel|mensaje|correo|bericht|messaggio|mensagem|wiadomosc|mesaj)\\b",
  "\\b(?:recipient|addressee|empfanger|destinatari|confiden|vertraulich)|письм|сообщени|повідомлен|メール|메일|邮件",
]);

/** A sentence not about the mail itself denies a removal, takes it back, or says that it is still there. */
const denies = (words: string): boolean =>
  writtenSentences(words)
    .map(plainWords)
    .some((sentence) => {
      const signs = vetoSigns(sentence);
      const isSaid = (["returned", "still", "denied"] as const).some((kind) => signs[vetoKinds.indexOf(kind)] === 1);
      return isSaid && !ofThisMail.test(sentence);
    });

/** Words below a quote or signature, in a standing text or in the HTML that contradict the reading. Pure. */
export const contradicting = (
  { aside, standing, html }: Readonly<Record<"aside" | "standing" | "html", string>>,
  { replyClass, isLikelyRemoved }: Prose,
  read: ProseReader["read"],
): string | undefined => {
  const speaksAgainst = (words: string, what: "receipt" | "removal"): boolean => {
    if (words.length < 4) return false;
    const said = read({ subject: "", text: words, automatic: false });
    const { speaksAgainst: against } = replyMeanings[said.replyClass];
    return (against === what || against === "receipt") && said.confidence >= againstFrom;
  };
  if (replyClass === "acknowledgement" || replyClass === "passed-on")
    return speaksAgainst(aside, "receipt") ? aside : undefined;
  if (replyClass !== "removed" && !isLikelyRemoved) return undefined;
  const found = [aside, html].find((words) => unticked.test(words) || denies(words) || speaksAgainst(words, "removal"));
  return found ?? (denies(standing) ? standing : undefined);
};
