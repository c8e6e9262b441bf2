import { type AnswerLanguage, answerLanguages } from "./languages.ts";

/**
 * What mail programs, ticket systems and machines write around a desk's own words. Each entry is part of a pattern,
 * with `|` between alternatives; "" where none was ever seen.
 */
type MailWords = {
  /** Head the lines of a quoted mail that say who wrote it ("From:") and when ("Sent:"). */
  readonly sender: string;
  readonly moment: string;
  readonly subject: string;
  /** Begin and end the line above a quoted mail: "On 3 May, X wrote:". */
  readonly on: string;
  readonly wrote: string;
  /** Between dashes above a forwarded mail. */
  readonly passedOn: string;
  /** What a phone sets under a mail. */
  readonly fromPhone: string;
  /** Begins the subject of an out-of-office reply. */
  readonly away: string;
  /** Words whose full stop ends no sentence. */
  readonly abbreviations: string;
};

const mailWords = {
  en: {
    sender: "from",
    moment: "sent|date",
    subject: "subject",
    on: "on|at",
    wrote: "wrote|writes|has written",
    passedOn:
      "original (?:message|appointment|e-?mail)|forwarded (?:message|by)|begin forwarded" +
      " message|reply above this line",
    fromPhone:
      "sent from my .{2,40}|sent from (?:outlook|yahoo|mail|mobile|proton|gmail" +
      "|samsung).{0,40}|get outlook for .{2,20}",
    away:
      String.raw`autoreply|out of (the )?office|ooo\b|away (from|until)|vacation|on (annual )?leave|` +
      String.raw`i am (currently )?(away|out)`,
    abbreviations: "no|n|sec|ref|dr|mr|ms|mrs|st|i|a|p|pp",
  },
  de: {
    sender: "von|absender",
    moment: "gesendet(?: am)?|datum",
    subject: "betreff",
    on: "am",
    wrote: "schrieb|schreibt|geschrieben",
    passedOn:
      "original-?nachricht|ursprüngliche (?:nachricht|mail|e-mail)|weitergeleitete" +
      " (?:nachricht|mail)|anfang der weitergeleiteten",
    fromPhone: "von meinem .{2,40} gesendet|gesendet (?:von|mit) .{2,40}|diese nachricht wurde von meinem .{2,60}",
    away: "abwesenheit(snotiz)?",
    abbreviations: "art|abs|nr|dr|i|a|z|b|ca|bzw|inkl|ggf",
  },
  fr: {
    sender: "de|expéditeur",
    moment: "envoyé(?: le)?|date",
    subject: "objet|sujet",
    on: "le",
    wrote: "a écrit|écrivait",
    passedOn:
      "message d['’]origine|(?:message|mail|courriel) original|message (?:transféré" +
      "|transmis)|courriel d['’]origine|début du message",
    fromPhone: "envoyé (?:de|depuis) (?:mon )?.{2,40}",
    away: "réponse automatique|absence",
    abbreviations: "art",
  },
  es: {
    sender: "de|remitente",
    moment: "enviado(?: el)?|fecha",
    subject: "asunto",
    on: "el",
    wrote: "escribió|ha escrito",
    passedOn: "mensaje (?:original|reenviado)|correo original",
    fromPhone: "enviado desde (?:mi )?.{2,40}",
    away: "respuesta automática",
    abbreviations: "art|sr|sra",
  },
  nl: {
    sender: "van|afzender",
    moment: "verzonden|datum|verstuurd",
    subject: "onderwerp",
    on: "op",
    wrote: "schreef|geschreven",
    passedOn: "(?:oorspronkelijk|origineel|doorgestuurd) bericht",
    fromPhone: "verzonden vanaf mijn .{2,40}|verstuurd vanaf mijn .{2,40}",
    away: "afwezig|automatisch antwoord",
    abbreviations: "art|nr",
  },
  it: {
    sender: "da|mittente",
    moment: "inviato(?: il)?|data",
    subject: "oggetto",
    on: "il|in data",
    wrote: "ha scritto|scrive|scritto",
    passedOn: "messaggio (?:originale|inoltrato)|inizio messaggio inoltrato",
    fromPhone: "inviato da(?:l mio| )?.{2,40}",
    away: "risposta automatica",
    abbreviations: "art",
  },
  pt: {
    sender: "de|remetente",
    moment: "enviad[oa](?: em)?|data",
    subject: "assunto",
    on: "em|no dia|a",
    wrote: "escreveu",
    passedOn: "mensagem (?:original|encaminhada|reencaminhada)",
    fromPhone: "enviado (?:do|a partir do|de) (?:meu )?.{2,40}",
    away: "resposta automática",
    abbreviations: "art|sr|sra",
  },
  pl: {
    sender: "od|nadawca",
    moment: "wysłan[oey]|data",
    subject: "temat",
    on: "w dniu|dnia",
    wrote: String.raw`napisał(?:\(a\)|a)?|pisze|napisan[ae]`,
    passedOn:
      "(?:oryginalna |pierwotna |przekazana )?wiadomość (?:oryginalna|pierwotna|przekazana)" +
      "|oryginalna wiadomość|treść (?:oryginalnej|przekazanej) wiadomości",
    fromPhone: "wysłano z .{2,40}|wysłane z .{2,40}",
    away: "",
    abbreviations: "art|ust|nr|br",
  },
  tr: {
    sender: "kimden|gönderen",
    moment: "gönderildi|gönderilme(?: tarihi)?|gönderme tarihi|tarih",
    subject: "konu",
    on: "",
    wrote: "yazdı|şunları yazdı|yazmış",
    passedOn: "(?:orijinal|özgün|asıl|iletilen|yönlendirilen) (?:mesaj|ileti|e-posta)",
    fromPhone: ".{2,40}(?:ımdan|imden|umdan|ümden|cihazımdan) gönderildi",
    away: "",
    abbreviations: "",
  },
  ja: {
    sender: "差出人|送信者|発信者",
    moment: "送信日時|日時|日付|送信日",
    subject: "件名",
    on: "",
    wrote: "書きました|のメール|は書いた|wrote",
    passedOn: "元の(?:メッセージ|メール)|オリジナル ?メッセージ|転送(?:された)?メッセージ",
    fromPhone: "(?:iphone|ipad|android|スマートフォン).{0,10}から送信",
    away: "",
    abbreviations: "",
  },
  ko: {
    sender: "보낸 ?사람|발신자?",
    moment: "보낸 ?날짜|날짜|보낸 ?시간|일시",
    subject: "제목",
    on: "",
    wrote: "작성|썼습니다|쓴 글|님의 말",
    passedOn: "원본 ?(?:메시지|메일)|전달된 (?:메시지|메일)|원래 ?메시지",
    fromPhone: "(?:나의 |내 )?.{2,20}에서 (?:보냄|보낸.{0,10})",
    away: "",
    abbreviations: "",
  },
  zh: {
    sender: "发件人|寄件者|寄件人|發件人",
    moment: "发送时间|發送時間|寄件日期|日期|时间|傳送時間|发送日期",
    subject: "主题|主旨|主題",
    on: "在|于|於",
    wrote: "写道|寫道|写信",
    passedOn: "原始(?:邮件|郵件|訊息|信件)|原邮件|转发的?邮件|轉寄郵件|轉寄的郵件",
    fromPhone: "(?:发自|發自|從|来自)我的.{2,20}|(?:發自|从).{2,20}(?:发送|傳送)",
    away: "",
    abbreviations: "",
  },
  ru: {
    sender: "от(?: кого)?|отправитель",
    moment: "дата|отправлено|когда",
    subject: "тема",
    on: "",
    wrote: String.raw`пишет|писал[аи]?|написал(?:а|и|\(а\))?`,
    passedOn:
      "(?:исходное|оригинальное|первоначальное|пересылаемое|пересланное|переадресованное)" + " (?:сообщение|письмо)",
    fromPhone: "отправлено (?:с|из|от) .{2,40}",
    away: "",
    abbreviations: "ст|п|г|ул|т",
  },
  uk: {
    sender: "від(?: кого)?|відправник",
    moment: "дата|надіслано|відправлено|коли",
    subject: "тема",
    on: "",
    wrote: String.raw`пише|писа(?:в|ла|ли)|написа(?:в|ла|ли)(?:\(ла\))?`,
    passedOn: "(?:початкове|оригінальне|вихідне|переслане|переадресоване) (?:повідомлення|лист)",
    fromPhone: "(?:надіслано|відправлено) (?:з|із|від) .{2,40}",
    away: "",
    abbreviations: "ст|п",
  },
} as const satisfies Record<AnswerLanguage, MailWords>;

/** The words of all languages, as the inside of a group: mails quote across languages. */
export const inAnyLanguage = (thing: keyof MailWords, ...ofOthers: readonly string[]): string =>
  [...answerLanguages.map((language) => mailWords[language][thing]), ...ofOthers]
    .filter((words) => words !== "")
    .join("|");
