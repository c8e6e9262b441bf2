import { pattern } from "../kernel/pattern.ts";
import { isConditional } from "./remark-conditions.ts";
import { namedIn } from "./remark-mailboxes.ts";
import { sentencesIn } from "./remark-sentences.ts";

/*
 * What makes a mailbox no contact at all: "complaints will be IGNORED", "not for abuse", "this mailbox is not
 * monitored", in the languages of registries' remarks. A condition is no ban: "reports without evidence will be
 * ignored" says how to write to a right desk, "mail to other addresses is not processed" that it is the right
 * one.
 */

/** The use itself is forbidden, whatever becomes of the mail. */
const forbids = [
  pattern(
    "i",
    "\\b(we|i)( will| shall| do)?( just| simply)?( \\w+ly)? (ignore|discard|delete|drop)( any| all| your)?",
    "( abuse| spam)? ",
    ["complaints?", "reports?", "e-?mails?", "mails?", "messages?", "notices?"],
    "\\b",
  ),
  /\bnot (an?|the|our|your)( \w+)? (abuse|spam|complaints?) (contact|desk|mailbox|address|e-?mail|point|department)\b/i,
  // What is said of a network ("not used for spam") says nothing of its mailbox.
  pattern(
    "i",
    ["^\\W*", "@\\S*", "(?<!\\bip )\\b(mailbox|inbox|address|e-?mail|contact|account|role|handle|poc)\\b"],
    "( \\w+){0,3}? ?not (to be )?used for( any)? (abuse|complaints?|spam)\\b",
  ),
  pattern("i", [
    "\\bnot (for|to be used for|meant for|intended for)( any)? (abuse|complaints?|spam)",
    "\\barin use only\\b",
    "\\b(do not|don'?t|never) (send|report|e-?mail|use|submit)\\b.{0,60}\\b(abuse|complaints?|spam)\\b",
    "\\bno (abuse|spam) (e-?mails?|reports?|complaints?|mails?)\\b",
  ]),
  pattern(
    "i",
    "\\b",
    ["does not", "doesn'?t", "do not", "don'?t", "cannot", "can'?t"],
    " ",
    ["handle", "process", "accept", "take", "read", "deal with", "respond to", "answer"],
    " (any |your )?(abuse|complaints?|spam|reports?)\\b",
  ),
  pattern("i", [
    "\\bne pas (utiliser|employer|envoyer|écrire)\\b.{0,60}\\b(abus|abuse|plaintes?|spam)",
    "\\bpas pour (les )?(abus|abuse|plaintes?|spam)\\b",
  ]),
  /\bnicht (für|bei) (abuse|missbrauch|beschwerden|spam)|\bkeine (abuse|spam|missbrauchs|beschwerde)\S*/i,
  pattern("i", [
    "\\bno (usar|utilizar|use|utilice|enviar|envíe)\\b.{0,60}\\b(abusos?|abuse|quejas|denuncias|spam)",
    "\\bno (es )?para (abusos?|abuse|quejas|denuncias|spam)\\b",
  ]),
  pattern("i", [
    "\\bn[aã]o (usar|utilizar|use|utilize|enviar|envie)\\b.{0,60}\\b(abusos?|abuse|reclamaç|denúncias|spam)",
    "\\bn[aã]o (é )?para (abusos?|abuse|denúncias|spam)\\b",
  ]),
  /\/dev\/null/i,
];

/** What becomes of what is sent there. */
const leavesUnread = [
  pattern(
    "i",
    "\\b(will|shall|are|is|gets?|being)( be)?( just| simply| always| all)?( \\w+ly)? ",
    "(ignored|discarded|deleted|dropped)\\b",
  ),
  pattern("i", [
    "\\b(not|never|n'?t)( be| being| get)? (read|processed|handled|answered|monitored|accepted|" +
      "reviewed|checked|actioned|acted (up)?on|responded to|replied to)\\b",
    "\\bunmonitored\\b",
    "\\bunattended\\b",
  ]),
  pattern("i", [
    "\\b(seront|sont|sera|est) (tou(te)?s )?(ignoré|supprimé|effacé|rejeté)e?s?\\b",
    "\\bn(e |'|’)(seront|sont|sera|est) pas (traité|lu|pris|surveillé|relevé|consulté|examiné)",
  ]),
  pattern("i", [
    "\\b(werden|wird) (alle )?(ignoriert|gelöscht|verworfen)\\b",
    "\\b(werden|wird) nicht " + "(bearbeitet|beantwortet|gelesen|beachtet|überwacht|berücksichtigt|verarbeitet)\\b",
  ]),
  pattern("i", [
    "\\b(ser[aá]n?|son) (ignorad|descartad|eliminad|borrad)[oa]s?\\b",
    "\\bno (ser[aá]n?|son|est[aá]n?) (atendid|procesad|leíd|respondid|tramitad|monitoread|revisad)[oa]s?\\b",
    "\\bno se (proces|atiend|leen|lee\\b|respond|monitore|revis|tramit)",
  ]),
  pattern("i", [
    "\\b(ser[aã]o|será|são) (ignorad|descartad|apagad|exclu[ií]d)[oa]s?",
    "\\bn[aã]o (ser[aã]o|será|são|é) (processad|lid|respondid|tratad|atendid|monitorad)[oa]s?",
  ]),
  pattern("i", [
    "\\b(saranno|verranno|vengono|sono) (ignorat|cestinat|eliminat|cancellat)[ie]\\b",
    "\\bnon (saranno|verranno|vengono|sono) (lett|elaborat|gestit|process|evas|considerat|monitorat)",
  ]),
  /\bword(en|t) (genegeerd|verwijderd)\b|\bword(en|t) niet (gelezen|behandeld|verwerkt|beantwoord|gecontroleerd)\b/i,
  /(będą|są) (ignorowane|usuwane|kasowane)|nie (będą|są) (rozpatrywane|czytane|przetwarzane|obsługiwane)/i,
  /игнориру|не (обрабатыва|рассматрива|чита|отслежива)/i,
];

/** Said of mail to a desk, not of a route, a record or another kind of request. */
const aboutReports = pattern("i", [
  "@",
  "\\b(complaints?|reports?|abuse|messages?|e-?mails?|mail(box)?|inbox|address|account|notices?|spam)\\b",
  "rapports?\\b",
  "signalement",
  "plainte",
  "réclamation",
  "courriel",
  "adresse",
  "boîte",
  "meldung",
  "beschwerde",
  "nachricht",
  "anfrage",
  "missbrauch",
  "postfach",
  "queja",
  "denuncia",
  "reporte",
  "informe",
  "correo",
  "mensaje",
  "buz[oó]n",
  "reclamaç",
  "mensage",
  "relat[oó]rio",
  "caixa",
  "segnalazion",
  "reclam",
  "messagg",
  "casella",
  "klacht",
  "melding",
  "bericht",
  "postvak",
  "zgłosz",
  "skarg",
  "wiadomo",
  "skrzynk",
  "жалоб",
  "сообщени",
  "письм",
  "писем",
  "обращени",
  "ящик",
]);

const isOne = (patterns: readonly RegExp[], text: string): boolean => patterns.some((words) => words.test(text));

const isForbidding = (sentence: string): boolean =>
  (isOne(forbids, sentence) || (isOne(leavesUnread, sentence) && aboutReports.test(sentence))) &&
  !isConditional(sentence);

/** Of one text no more is read: nobody has more desks. */
const sentencesAtMost = 20;

/** What a text forbids. Mailboxes in lower case. */
export type Forbidding = {
  /** Mailboxes that abuse must not be sent to. */
  readonly forbidden: readonly string[];
  /** It names none: then those that it stands beside, but for those that it sends abuse to. */
  readonly forbidsOwn: boolean;
  readonly sendsTo: readonly string[];
};

/** What makes mailboxes no contact at all. `lines`: each of bounded length. Pure. */
export const readForbidding = (lines: readonly string[]): Forbidding => {
  const sentences = sentencesIn(lines, [...forbids, ...leavesUnread]);
  const forbidding = sentences.filter(isForbidding).slice(0, sentencesAtMost);
  const named = [...forbidding.flatMap((sentence) => namedIn(sentence, true))];
  const elsewhere =
    forbidding.length === 0
      ? []
      : sentences
          .filter((sentence) => sentence.includes("@") && !forbidding.includes(sentence))
          .slice(0, sentencesAtMost);
  return {
    forbidden: named.filter(({ isSentTo }) => !isSentTo).map(({ email }) => email),
    forbidsOwn: forbidding.some((sentence) => !sentence.includes("@")),
    sendsTo: [...named, ...elsewhere.flatMap((sentence) => namedIn(sentence, false))]
      .filter(({ isSentTo }) => isSentTo)
      .map(({ email }) => email),
  };
};
