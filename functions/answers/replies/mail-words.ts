import { type AnswerLanguage, answerLanguages } from "./lexicon.ts";

/**
 * What mail programs, ticket systems and machines of a language write around a desk's own words.
 * Every entry is a piece of a pattern, with `|` between alternatives; "" where a language has none
 * that was ever seen.
 */
type MailWords = {
  /**
   * Heads the line of a quoted mail that says who wrote it ("From:"), and the one that says when
   * ("Sent:").
   */
  readonly sender: string;
  readonly moment: string;
  /** Heads its subject. */
  readonly subject: string;
  /** Begins and ends the line above a quoted mail: "On 3 May, X wrote:". */
  readonly on: string;
  readonly wrote: string;
  /** Stands between dashes above a mail that was passed on. */
  readonly passedOn: string;
  /** What a phone sets under a mail. */
  readonly fromPhone: string;
  /** A machine's own word for its mail. */
  readonly automatic: string;
  /** Begins a subject that a machine writes when nobody is there. */
  readonly away: string;
  /** Words before a full stop that ends no sentence. */
  readonly abbreviations: string;
  /** How a question ends that may do without its mark. */
  readonly asks: string;
};

const mailWords = {
  en: {
    sender: "from",
    moment: "sent|date",
    subject: "subject",
    on: "on",
    wrote: "wrote|writes",
    passedOn: "original message|forwarded message|reply above this line",
    fromPhone: "sent from my .{2,40}",
    automatic: "automat(?:ed|ic|ically generated) (?:message|response|reply|e-?mail|notification)",
    away:
      String.raw`autoreply|out of (the )?office|ooo\b|away (from|until)|vacation|on (annual )?leave|` +
      String.raw`i am (currently )?(away|out)`,
    abbreviations: "no|n|sec|ref|dr|mr|ms|mrs|st|i|a|p|pp",
    asks: "",
  },
  de: {
    sender: "von",
    moment: "gesendet|datum",
    subject: "betreff",
    on: "am",
    wrote: "schrieb",
    passedOn: "original-?nachricht|ursprüngliche nachricht|weitergeleitete nachricht",
    fromPhone: "von meinem .{2,40} gesendet",
    automatic: "automatische (?:nachricht|antwort)|automatisch (?:generiert|erstellt)",
    away: "abwesenheit(snotiz)?",
    abbreviations: "art|abs|nr|dr|i|a|z|b|ca|bzw|inkl|ggf",
    asks: "",
  },
  fr: {
    sender: "de",
    moment: "envoyé|date",
    subject: "objet",
    on: "le",
    wrote: "a écrit",
    passedOn: "message d'origine",
    fromPhone: "envoyé de mon .{2,40}",
    automatic: "message automatique",
    away: "réponse automatique|absence",
    abbreviations: "art",
    asks: "",
  },
  es: {
    sender: "de",
    moment: "enviado|fecha",
    subject: "asunto",
    on: "el",
    wrote: "escribió",
    passedOn: "mensaje original",
    fromPhone: "",
    automatic: "(?:mensaje|respuesta) autom[aá]tic",
    away: "respuesta automática",
    abbreviations: "art|sr|sra",
    asks: "",
  },
  nl: {
    sender: "van",
    moment: "verzonden|datum",
    subject: "onderwerp",
    on: "op",
    wrote: "schreef",
    passedOn: "oorspronkelijk bericht",
    fromPhone: "",
    automatic: "automatisch (?:bericht|antwoord)",
    away: "afwezig|automatisch antwoord",
    abbreviations: "art|nr",
    asks: "",
  },
  it: {
    sender: "da",
    moment: "inviato|data",
    subject: "oggetto",
    on: "il",
    wrote: "ha scritto",
    passedOn: "messaggio originale",
    fromPhone: "",
    automatic: "messaggio automatico",
    away: "risposta automatica",
    abbreviations: "art",
    asks: "",
  },
  pt: {
    sender: "de",
    moment: "enviado|enviada|data",
    subject: "assunto",
    on: "em",
    wrote: "escreveu",
    passedOn: "mensagem original",
    fromPhone: "",
    automatic: "(?:mensagem|resposta) autom[aá]tic",
    away: "resposta automática",
    abbreviations: "art|sr|sra",
    asks: "",
  },
  pl: {
    sender: "od",
    moment: "wysłano|data",
    subject: "",
    on: "w dniu",
    wrote: String.raw`napisał\(a\)`,
    passedOn: "",
    fromPhone: "",
    automatic: "automatyczna (?:wiadomo|odpowied)",
    away: "",
    abbreviations: "art|ust|nr|br",
    asks: "",
  },
  tr: {
    sender: "kimden|gönderen",
    moment: "gönderildi|tarih",
    subject: "",
    on: "",
    wrote: "",
    passedOn: "",
    fromPhone: "",
    automatic: "otomatik (?:olarak g[oö]nder|mesaj|yan[ıi]t)",
    away: "",
    abbreviations: "",
    asks: "",
  },
  ja: {
    sender: "差出人",
    moment: "送信日時|日時|日付",
    subject: "",
    on: "",
    wrote: "",
    passedOn: "",
    fromPhone: "",
    automatic: "自動(?:送信|返信|応答)",
    away: "",
    abbreviations: "",
    asks: "(?:です|ます|ました|でしょう)か",
  },
  ko: {
    sender: "보낸 ?사람",
    moment: "보낸 ?날짜|날짜",
    subject: "",
    on: "",
    wrote: "",
    passedOn: "",
    fromPhone: "",
    automatic: "자동(?:으로)? ?(?:발송|응답|회신)",
    away: "",
    abbreviations: "",
    asks: "",
  },
  zh: {
    sender: "发件人|寄件者|寄件人",
    moment: "发送时间|發送時間|寄件日期|日期|时间",
    subject: "",
    on: "",
    wrote: "",
    passedOn: "",
    fromPhone: "",
    automatic: "自动(?:回复|发送|答复)",
    away: "",
    abbreviations: "",
    asks: "",
  },
  ru: {
    sender: "от",
    moment: "дата|отправлено",
    subject: "",
    on: "",
    wrote: "",
    passedOn: "",
    fromPhone: "",
    automatic: "автоматическ[а-я]+ (?:сообщени|ответ|письм)",
    away: "",
    abbreviations: "ст|п|г|ул|т",
    asks: "",
  },
  uk: {
    sender: "від",
    moment: "дата|надіслано",
    subject: "",
    on: "",
    wrote: "",
    passedOn: "",
    fromPhone: "",
    automatic: "автоматичн[а-яіїє]+ (?:повідомленн|відповід)",
    away: "",
    abbreviations: "ст|п",
    asks: "",
  },
} as const satisfies Record<AnswerLanguage, MailWords>;

/**
 * The words of all languages for one thing, as the inside of a group. Mails quote each other across
 * languages.
 */
export const inAnyLanguage = (thing: keyof MailWords, ...ofOthers: readonly string[]): string =>
  [...answerLanguages.map((language) => mailWords[language][thing]), ...ofOthers]
    .filter((words) => words !== "")
    .join("|");
