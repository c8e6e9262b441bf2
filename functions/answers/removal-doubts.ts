import { pattern } from "../kernel/pattern.ts";
import type { MailReading } from "./mail-reading.ts";
import { isTakenOutText } from "./replies/gateway-texts.ts";
import { plainWords, sentencesIn, wordsOf } from "./replies/plain-words.ts";
import { isDenied, readWords, type Said, type WordsHeard } from "./replies/read-words.ts";

/*
 * Why a person has to read what the readers of words take for a removal: what stands in its sentence, or in the
 * mail's form, and is no word of any lexicon. When in doubt a person reads it: a wrong closing costs more than a
 * person's minute.
 */

/** The sentences of a text as they were written. */
export const writtenSentences = (text: string): readonly string[] => text.split(/\n\s*\n/).flatMap(sentencesIn);

/** Of the sentences as they were written those that tell of something gone. */
export const tellingIn = (text: string, heard: WordsHeard = readWords(text, false)): readonly string[] => {
  const told = heard.telling.map(asHeard).filter((words) => words.length > 2);
  return writtenSentences(text).filter((sentence) => {
    const words = asHeard(plainWords(sentence));
    return words.length > 2 && told.some((one) => words.includes(one) || one.includes(words));
  });
};

const asHeard = (plain: string): string => wordsOf(plain.replace(inBrackets, " "));

const inBrackets = /[[{【［〔⟦][^\]}】］〕⟧\n]{0,100}[\]}】］〕⟧]/gu;

/** A box without its tick, a cross, a light that is not green. */
const unticked = /[☐□◻◽⬜▢▫◯○✗✘✖❌❎✕×👎⏳⌛🟡🟠🔴🚫⛔]|\[[\s_~-]*\]|\(\s+\)|［\s*］/u;

/** What mail programs, ticket systems and we put in brackets, in whatever case. */
const byMachines = pattern("iu", [
  String.raw`[\d#@/\\]|^[^\p{L}]*$|^\W*(?:cid|image|img|logo|inline|ext|extern|external|caution|spam)\b`,
  String.raw`^[\s.:]*(?:\.|dot|punkt|at|:)[\s.:]*$|^\s*x\s*$`,
]);

const isInWords = (bracket: string): boolean => {
  const inside = bracket.slice(1, -1);
  const isShouted = inside === inside.toUpperCase() && inside !== inside.toLowerCase();
  return !byMachines.test(inside) && !isShouted && !isTakenOutText(plainWords(inside));
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
/** A part of what was reported, in words. */
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
/** It has an end. */
const until = pattern("u", [
  "(?<!\\p{L})(?:until|till|jusqu'(?:au|a|en)|hasta|fino al?|sino al?|ate|totdat|bis|tot|do|" +
    "do dnia|до)(?!\\p{L})[^\\d.;]{0,20}\\d{1,2}[^\\d:hu]",
  "\\d{1,2}[^\\d.;]{0,12}(?:kadar(?!\\p{L})|まで(?!に)|까지)|直到.{0,6}\\d|至\\d",
  `${shut}.{0,30}(?<!\\p{L})(?:for|fur|pendant|pour|durante|por|voor|per|przez|na|` +
    `на)(?: the next)? \\d{1,3} ?(?:h|hours?|days?|weeks?|months?|stunden?|tage?n?|wochen?|` +
    `monate?|heures?|jours?|semaines?|mois|horas?|dias?|semanas?|uur|dagen|weken|ore|giorni|` +
    `settimane|godzin|dni|часов|час|дн|днів)(?!\\p{L})`,
]);
/** Something that can go while what was reported stays. */
const anotherThing = pattern("u", [
  "(?<!\\p{L})(?:cached?|cdn cache|mail ?(?:account|box)(?:es)?|e-?mail (?:account|address)(?:es)?)(?!\\p{L})",
  "(?<!\\p{L})(?:laptops?|notebooks?|computers?|desktops?|pc|devices?|phones?|backups?|" +
    "thumbnails?|previews?|redirects?|redirections?|comments?)(?!\\p{L})",
  "(?<!\\p{L})(?:search (?:results?|index)|blacklists?|blocklists?|mailing list)(?!\\p{L})",
  "(?<!\\p{L})(?:dns|a|aaaa|mx|txt|cname|ptr|rdns|nameserver)[ -]?(?:records?|entr(?:y|ies)|" +
    "eintrag|eintrage|records?|vermelding|kayd[a-z]*)(?!\\p{L})",
  "(?<!\\p{L})(?:verlinkung|zwischenspeichers?|postfach|postfacher|mail-?konto|e-?mail-?konto|" +
    "rechners?|weiterleitung|vorschau|kommentare?)(?!\\p{L})",
  "(?<!\\p{L})(?:boite (?:mail|aux lettres|e-?mail)|compte (?:de messagerie|e-?mail|mail)|" +
    "ordinateurs?|portables?|enregistrements? dns|commentaires?|redirections?)(?!\\p{L})",
  "(?<!\\p{L})(?:buzon|cuenta de correo|ordenador(?:es)?|computadoras?|portatil|registros? dns|" +
    "comentarios?|redireccion)(?!\\p{L})",
  "(?<!\\p{L})(?:postvak|mailadres|e-?mailaccount|dns-?vermelding|doorverwijzing|reactie)(?!\\p{L})",
  "(?<!\\p{L})(?:casella|account di posta|portatile|record dns|commento|reindirizzamento)(?!\\p{L})",
  "(?<!\\p{L})(?:caixa de correio|conta de e-?mail|computador(?:es)?|comentario|redirecionamento)(?!\\p{L})",
  "(?<!\\p{L})(?:skrzynk[a-z]*|konto (?:e-?mail|pocztowe)|komputer[a-z]*|laptop[a-z]*|" +
    "rekord[a-z]* dns|wpis dns|pamie[a-z]* podreczn[a-z]*|przekierowani[a-z]*)(?!\\p{L})",
  "(?<!\\p{L})(?:onbelle[a-z]*|posta (?:kutusu|hesabi)|bilgisayar[a-z]*|dizustu|yonlendirme[a-z]*)(?!\\p{L})",
  "(?<!\\p{L})(?:кеш[а-я]*|кэш[а-я]*|почтов[а-я]* (?:ящик|аккаунт)[а-я]*|компьютер[а-я]*|" +
    "ноутбук[а-я]*|dns-?запис[а-я]*|запис[а-я]* dns|перенаправлени[а-я]*)(?!\\p{L})",
  "(?<!\\p{L})(?:поштов[а-яії]* скриньк[а-яії]*|комп'?ютер[а-яії]*|dns-?запис[а-яії]*|перенаправлення)(?!\\p{L})",
  "キャッシュ|メールアカウント|メールボックス|パソコン|ノートpc|dnsレコード|リダイレクト",
  "캐시|메일 ?(?:계정|함)|컴퓨터|노트북|dns ?레코드|리디렉션",
  "缓存|快取|邮箱|郵箱|信箱|电脑|電腦|dns ?(?:记录|記錄|紀錄)|重定向",
]);

/** What is reported; told of first, it is what is gone. */
const reported = pattern("u", [
  "(?<!\\p{L})(?:pages?|web ?pages?|content|web ?sites?|sites?|webpresence|files?|folders?|" +
    "images?|accounts?|servers?|vps|vm|domains?|hosts?|shops?|profiles?|posts?|videos?|forms?|" +
    "blogs?|urls?|ips?|kit|phishing)(?!\\p{L})",
  "seite|inhalt|datei|ordner|\\bbild|konto|konten|profil|beitrag|formular|kunde[n ]|contenu|" +
    "fichier|dossier|compte|serveur|domaine",
  "pagina|contenid|archivo|carpeta|cuenta|servidor|dominio|sitio|conteudo|arquivo|ficheiro|" +
    "pasta|conta(?!\\p{L})|inhoud|bestand|website",
  "contenut|\\bfile|cartella|account|stron|tresc|plik|serwer|domen|sayfa|icerik|dosya|hesab|sunucu|alan ad",
  "страниц|сайт|контент|файл|папк|аккаунт|сервер|домен|содержим|сторінк|вміст|обліков|ページ|サイト|" +
    "コンテンツ|ファイル|アカウント|サーバ|ドメイン",
  "페이지|사이트|콘텐츠|파일|계정|서버|도메인|页面|頁面|网页|網頁|网站|網站|内容|" +
    "內容|文件|檔案|账号|帳號|服务器|伺服器|域名",
]);
/** What is said of a link that leads nowhere now. */
const leadsNowhere = /404|410|not found|dead|失效|无法|無法|erro?r|erreur|fehler|hata/;
/** "From the cache" is not from where it lies. */
const fromCache = pattern("u", [
  String.raw`(?:from|out of|aus|von|du|de la|del|dal|della|do|uit|z|из|с|з) (?:\p{L}{1,10} ){0,2}(?:\p{L}{2,10}[ -])?` +
    "(?:caches?|zwischenspeicher|кеша|кэша|кешу|keszu)",
  "キャッシュから|캐시에서|缓存中|快取中",
]);

/** A link that leads to it, and not the link that was reported. */
const linkToIt = pattern("u", [
  "(?<!\\p{L})(?:links?|hyperlinks?|url-?shortener|backlinks?) (?:to|on|in|from|at|within|pointing)(?!\\p{L})",
  "(?<!\\p{L})(?:links?|verlinkung|verweise?) (?:auf|zu|zur|zum|in|im|von|naar|op|in|do|w|" +
    "verso|nel|para|no|na)(?!\\p{L})",
  "(?<!\\p{L})(?:liens?|hyperliens?) (?:vers|sur|dans|menant)|(?:enlaces?|vinculos?) (?:a|al|hacia|en)(?!\\p{L})",
  "collegament[oi] (?:a|alla?|verso|nel)|ligac(?:ao|oes) (?:para|a|ao)|(?:lacz[ea]|" +
    "odnosnik[a-z]*) (?:do|na|w)(?!\\p{L})",
  "koppeling(?:en)? (?:naar|op)|(?:giden|yonlendiren|veren) (?:baglanti|link)",
  "ссылк[а-я]* (?:на|в)(?!\\p{L})|посилання (?:на|в)(?!\\p{L})|へのリンク|" +
    "(?:으로|로)의? 링크|(?:指向|通往|跳转).{0,12}(?:链接|鏈接|連結)",
]);
/** Shut out by their own mistakes, and not for what they did. */
const lockedOut = pattern(
  "u",
  "(?<!\\p{L})",
  [
    "locked out|(?:failed|wrong|invalid|incorrect|unsuccessful) (?:log-?ins?|log ?ons?|" +
      "passwords?|sign-?ins?|attempts?)",
    "fehlgeschlagene|falsche[nsr]? (?:kennwort|passwort|anmeld)|tentatives de connexion|" +
      "mots? de passe (?:errones?|incorrects?)",
    "intentos (?:de acceso|fallidos)|tentativ[aoei]s? (?:de login|di accesso|falhad|fallit)|" +
      "mislukte|nieudan|basarisiz|неудачн|невдал",
  ],
  "|ログイン失敗|ログインに失敗|로그인 실패|登录失败|登入失敗",
);

const joints =
  /[,;:()、，；：]|(?<!\p{L})(?:and|und|et|y|e|en|i|и|та|ve|but|aber|mais|pero|ma|mas|maar|ale|но)(?!\p{L})/u;

/** Something else is gone, and no sentence tells that of what is reported. */
const isOfAnotherThing = (sentences: readonly string[]): boolean => {
  const clauses = sentences.flatMap((plain) => plain.split(joints));
  const isOther = (clause: string): boolean => {
    const [at, thing] = [clause.search(anotherThing), clause.search(reported)];
    return at >= 0 && (thing < 0 || at <= thing) && !leadsNowhere.test(clause);
  };
  const isGone = (clause: string): boolean => readWords(clause, false).telling.length > 0;
  const others = clauses.filter(isOther);
  return others.some(isGone) && !clauses.some((one) => reported.test(one) && !others.includes(one) && isGone(one));
};

const isPartial = (sentence: string): boolean =>
  [...sentence.matchAll(share)].some(([, one, other]) => Number((one ?? other ?? "").replace(",", ".")) !== 100) ||
  [...sentence.matchAll(outOf), ...sentence.matchAll(outOfEastern)].some(([, some, all]) => some !== all) ||
  [...sentence.matchAll(fraction)].some(([, some, few, all]) => Number(some) < Number(few ?? all)) ||
  nothing.test(sentence);

/** Looked for in each sentence that tells of something gone, as it was written and in plain words. */
const inSentence: readonly (readonly [string, (written: string, plain: string) => boolean])[] = [
  ["a field says no", (written) => deniedField.test(written)],
  ["not all of it", (written, plain) => isPartial(written) || aPart.test(plain)],
  ["for a time", (_, plain) => until.test(plain)],
  ["of a cache or a link", (_, plain) => fromCache.test(plain) || linkToIt.test(plain)],
];

/**
 * What leaves a removal in doubt that this text tells of, in a few words; nothing where nothing does. It can't judge
 * whether it is ours that was removed (`removed-elsewhere.ts`). Pure.
 */
export const removalDoubt = (text: string, heard: WordsHeard): string | undefined => {
  if (unticked.test(text)) return "a box without its tick";
  if (hasWordsInBrackets(text)) return "words in brackets";
  if (lockedOut.test(heard.plain)) return "locked out by failed logins";
  const telling = tellingIn(text, heard).map((written) => [written.normalize("NFKC"), plainWords(written)] as const);
  if (isOfAnotherThing(telling.map(([, plain]) => plain))) return "another thing";
  return inSentence.find(([, isIn]) => telling.some(([written, plain]) => isIn(written, plain)))?.[0];
};

/** What may be the writer's, and says that nothing is gone or will be. */
const denials: readonly Said[] = ["stands", "refused", "not-ours"];
const otherwise: readonly Said[] = [...denials, "asks", "question", "not-found", "hinted"];

/**
 * The words that were set aside and say otherwise than what a mail is taken for: below a quote or a signature's line,
 * in a standing text, in the HTML part. Of a removal any denial counts; of a mail of which nobody hears, that it is
 * refused, not theirs or still there. Pure.
 */
export const contradicting = (
  { aside, standing, html }: Readonly<Record<"aside" | "standing" | "html", string>>,
  { class: replyClass, mayBeRemoved }: Pick<MailReading, "class" | "mayBeRemoved">,
): string | undefined => {
  if (replyClass === "acknowledgement" || replyClass === "passed-on") return says(aside, denials) ? aside : undefined;
  if (replyClass !== "removed" && !mayBeRemoved) return undefined;
  const found = [aside, html].find(
    (words) => unticked.test(words) || isDenied.test(wordsOf(plainWords(words))) || says(words, otherwise),
  );
  return found ?? (deniesRemoval(standing) ? standing : undefined);
};

const says = (words: string, these: readonly Said[]): boolean => {
  if (words.length < 4) return false;
  const { said } = readWords(words, false);
  return these.some((one) => said.has(one));
};

/** A standing text denies much of itself; what it denies of something that is gone or stays is about the report. */
const deniesRemoval = (standing: string): boolean =>
  writtenSentences(standing)
    .filter((sentence) => reported.test(plainWords(sentence)))
    .some((sentence) => {
      const { said, telling } = readWords(sentence, false);
      return said.has("stands") || telling.some((one) => isDenied.test(wordsOf(one)));
    });
