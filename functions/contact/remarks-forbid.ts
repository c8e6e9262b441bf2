import { pattern } from "../kernel/pattern.ts";
import { mailboxesIn } from "./mailbox-text.ts";

/*
 * What makes a mailbox no contact at all: "complaints will be IGNORED", "not for abuse", "this
 * mailbox is not monitored", in the languages that registries' remarks are written in. A condition
 * is no ban: "reports without evidence will be ignored" says how to write to a right desk, and
 * "mail to other addresses is not processed" that it is the right one.
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

/** Said of mail to a desk, and not of a route, a record or a request of another kind. */
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

/**
 * Said of mail that lacks something, goes elsewhere or is of another kind; or only that nobody
 * writes back, or not by night.
 */
const conditions = [
  pattern(
    "i",
    "\\b",
    [
      "other",
      "others",
      "elsewhere",
      "else",
      "another",
      "not (be )?(sent|addressed|directed|reported|made)",
      "without",
      "unless",
      "if",
      "when",
      "lacking",
      "missing",
      "incomplete",
      "anonymous",
      "before",
      "twice",
      "again",
      "unsigned",
      "duplicates?",
      "invalid",
      "contain(ing|s)?",
      "include",
      "including",
    ],
    "\\b",
  ),
  pattern(
    "i",
    "\\b",
    [
      "unsolicited",
      "commercial",
      "advertis",
      "marketing",
      "newsletters?",
      "solicitations?",
      "sales",
      "unrelated",
      "irrelevant",
      "non-?abuse",
      "off-?topic",
      "not (related|concerning|about|regarding|abuse)",
      "other than",
      "html",
      "attachments?",
      "by (phone|telephone|fax|post)",
      "telephone",
      "tech-?c",
      "admin-?c",
      "hostmaster",
      "personal",
    ],
    "\\b",
  ),
  pattern(
    "i",
    "\\b",
    [
      "individually",
      "personally",
      "each",
      "every",
      "necessarily",
      "always",
      "immediately",
      "24",
      "hours?",
      "weekends?",
      "holidays?",
      "around the clock",
      "real.?time",
      "directly",
    ],
    "\\b",
  ),
  pattern(
    "i",
    "\\b(are|is|will be|gets?) (?!not\\b|never\\b)(\\w+ )?",
    ["read", "processed", "handled", "investigated", "reviewed", "forwarded", "taken seriously", "looked into"],
    "\\b",
  ),
  /\b(sans|à moins|incompl[eè]te?s?|autres?|hors|anonymes?|non lié|individuellement|publicit)|\bsi\b/i,
  pattern(
    "i",
    "\\b",
    [
      "ohne",
      "wenn",
      "falls",
      "sofern",
      "unvollständig\\S*",
      "andere[nrsm]?",
      "anonyme?\\S*",
      "außer",
      "nicht an",
      "telefon\\S*",
      "werbe\\S*",
      "werbung",
      "einzeln",
      "individuell",
      "persönlich",
    ],
    "(?![a-zäöüß])",
  ),
  /\b(sin|a menos|incomplet[oa]s?|otr[oa]s?|anónim[oa]s?|no relacionad[oa]s?|salvo|publicidad|individualmente)\b/i,
  /\b(sem|a menos|caso|outr[oa]s?|anônim[oa]s?|exceto|publicidade)\b|\bse n[aã]o\b/i,
  /\b(senza|altr[ioae]|anonim[ie]|salvo)\b|\bse non\b/i,
  /\b(zonder|indien|als|andere|onvolledige?|anonieme?)\b/i,
  /(^|\s)(bez|jeśli|jeżeli|inne|niekompletne|anonimowe)\s/i,
  /(^|\s)(без|если|кроме|друг|анонимн)/i,
];

const isOne = (patterns: readonly RegExp[], text: string): boolean => patterns.some((words) => words.test(text));

const isForbidding = (sentence: string): boolean =>
  (isOne(forbids, sentence) || (isOne(leavesUnread, sentence) && aboutReports.test(sentence))) &&
  // What a mailbox is called says nothing of a condition.
  !isOne(conditions, sentence.replace(/\S{1,64}@\S{1,255}/g, "@"));

/**
 * `…, use abuse@lir.example`, `… but to abuse@lir.example`: where to send it instead, which is the
 * opposite of forbidden.
 */
const sendsTo = pattern(
  "i",
  "\\b",
  [
    "use",
    "contact",
    "but",
    "instead",
    "rather",
    "utilise[rz]",
    "contacte[rz]",
    "écri(re|vez)",
    "mais",
    "plutôt",
    "nutzen",
    "verwenden",
    "sondern",
    "stattdessen",
    "bitte",
    "utilice",
    "escrib[ai]r?",
    "contacte",
    "envíe",
    "sino",
    "utilize",
    "contate",
    "envie",
    "usare",
    "utilizzare",
    "contattare",
    "scrivere",
    "gebruik",
    "maar",
  ],
  "\\b",
);
const negated = pattern("i", [
  "\\b(not|don'?t|never|no longer) (use|contact)\\b",
  "\\bne pas (utiliser|contacter)\\b",
  "\\b(bitte|mails?) (nicht|keine)\\b",
  "\\bno (use|utilice|usar|utilizar|contacte|envíe)\\b",
  "\\bn[aã]o (use|utilize|usar|utilizar|contate|envie)\\b",
  "\\bnon (usare|utilizzare|contattare|scrivere)\\b",
]);
/** `abuse@lir.example is for abuse, …`, `… an abuse@lir.example senden`. */
const isMeant = pattern("i", [
  "^[\\s>)\"']*((is|are|handles?|reads?|takes?|only|for)\\s){1,3}(?!not\\b).{0,30}\\b(abuse|complaints?|" +
    "spam|reports?)\\b",
  "^[\\s>)\"']*(verwenden|nutzen|benutzen|kontaktieren|senden|instead)\\b",
]);

/** `Please report abuse to abuse@lir.example`: in a sentence that forbids nothing. */
const reportsTo = /\b(send|report|complaints?|abuse|notices?|abus|missbrauch|abusos?)\b.{0,40}[\s:]$/i;
const refuses = /\b(not|never|no|nicht|keine|ne|pas|non|n[aã]o)\b|n'?t\b/i;

type Named = { readonly email: string; readonly isSentTo: boolean };

/** The mailboxes of a sentence, in lower case, and whether it sends abuse to them. */
const namedIn = (sentence: string, forbidding: boolean): readonly Named[] => {
  const named = mailboxesIn(sentence);
  return named.map(({ email, index, end }, position) => {
    const before = sentence.slice(named[position - 1]?.end ?? 0, index);
    const after = sentence.slice(end, named[position + 1]?.index);
    const isInstead =
      (sendsTo.test(before) && !negated.test(before)) ||
      (isMeant.test(after) && named.length > 1 && !negated.test(before));
    return {
      email: email.toLowerCase(),
      isSentTo: isInstead || (!forbidding && reportsTo.test(before) && !refuses.test(before)),
    };
  });
};

/** A line that begins with its verb goes on with the line before it. */
const goesOn =
  /^\s*(will|shall|are|is|not|be|gets?|seront|sont|werden|wird|ser[aá]n|ser[aã]o|saranno|verranno|worden)\b/i;

/** Tags and spaces of HTML, which some holders write; a mailbox between signs is none. */
const withoutHtml = (line: string): string =>
  line
    .replace(/<br\s*\/?>|&nbsp;|&#160;|&#xa0;|\u00a0/gi, " ")
    .replace(/<\/?[a-z][a-z0-9]{0,10}(\s[^<>@]{0,200})?\/?>/gi, "")
    .replace(/[ \t]+/g, " ");

/** A line that a registry or a holder ended for its width, and no sentence. */
const isOpenEnded = (line: string): boolean => /[^\s.!?;:=#*_-]\s*$/.test(line);

/** Whether words that forbid begin in one line and end in the next. */
const spans = (line: string, next: string): boolean => {
  if (!isOpenEnded(line) || next.trim() === "" || /^\s*[a-z-]{2,20}:\s/i.test(next)) return false;
  const end = line.trimEnd();
  const joined = `${end} ${next.trim()}`;
  return [...forbids, ...leavesUnread].some((words) => {
    const found = words.exec(joined);
    return found !== null && found.index < end.length && found.index + found[0].length > end.length + 1;
  });
};

const sentencesIn = (written: readonly string[]): readonly string[] => {
  const wrapped: string[] = [];
  const lines = written.map(withoutHtml);
  for (const line of lines) {
    const before = wrapped.at(-1);
    if (before !== undefined && before.length < 1000 && (goesOn.test(line) || spans(before, line)))
      wrapped.push(`${wrapped.pop() ?? ""} ${line.trim()}`.slice(0, 1000));
    else wrapped.push(line);
  }
  return wrapped.flatMap((line) => line.split(/[.!?;](?:\s|$)/));
};

/** Of what one text names no more is looked at: nobody has more desks. */
const sentencesAtMost = 20;

/** What a text forbids. Mailboxes in lower case. */
export type Forbidding = {
  /** Mailboxes of which it says that abuse is not to be sent there. */
  readonly forbidden: readonly string[];
  /**
   * It says so and names none: of whose mailboxes it stands beside, but for those that it sends
   * abuse to.
   */
  readonly forbidsOwn: boolean;
  readonly sendsTo: readonly string[];
};

/** What makes mailboxes no contact at all. `lines` as they stand, each of bounded length. Pure. */
export const readForbidding = (lines: readonly string[]): Forbidding => {
  const sentences = sentencesIn(lines);
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
