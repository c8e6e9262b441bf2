import type { AnswerLanguage } from "./languages.ts";

/**
 * How desks say who has their notice now and how long. Each entry is part of a pattern on plain words
 * (`plainWords`), with `|` between alternatives; "" where a language has none.
 */
export type TimeWords = {
  /** No blanks between words. */
  readonly unspaced?: true;
  /** Who may have it now: customer, reseller, owner. */
  readonly holder: string;
  /** Begins a sentence that goes on about them: "they have", "the deadline". */
  readonly they: string;
  /** Behind a number. Longer ones are tried first: "working days" is no "days". */
  readonly hours: string;
  readonly days: string;
  readonly workingDays: string;
  readonly weeks: string;
  readonly numbers: readonly string[];
  /** A time in one word, with its hours. */
  readonly alone: Readonly<Record<string, number>>;
  /** Before or behind it: the time is over, an age, a time of day or recurring. */
  readonly notBehind: string;
  readonly notBefore: string;
  readonly until: string;
  readonly untilBehind: string;
  /** January to December, each a pattern, between blanks; "" where months are counted. */
  readonly months: string;
};

const east = { until: "", months: "" } as const;

export const timeWords = {
  en: {
    holder:
      "customers?|clients?|resellers?|owners?|users?|registrants?|tenants?|subscribers?|downstream|lessees?|" +
      "webmasters?|operators?|administrators?|account holders?|him|them",
    they: "they|he|she|(?:the|their|his) (?:deadline|time)|deadline|this gives",
    hours: "h|hrs?|hours?",
    days: "days?",
    workingDays: "(?:business|working|work|office) days?",
    weeks: "weeks?",
    numbers: ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    alone: {},
    notBehind: "last|past|previous|since|for|every|at|tomorrow",
    notBefore: "ago|old|earlier|before|a day",
    until: "until|till|by|before|no later than|deadline",
    untilBehind: "",
    months:
      "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sep(?:t|tember)? " +
      "oct(?:ober)? nov(?:ember)? dec(?:ember)?",
  },
  de: {
    holder:
      "kunden?|kundin|endkunden?|reseller|wiederverkaufer|inhabers?|inhaberin|domaininhabers?|betreibers?|" +
      "seitenbetreibers?|nutzers?|mieters?|webmasters?|vertragspartners?|anschlussinhabers?|ihm|ihn",
    they: "er|sie hat|dieser|diese hat|ihm|ihr|die frist|frist|dafur|hierfur",
    hours: "h|std|stunden?",
    days: "tage?n?",
    workingDays: "(?:werk|arbeits|geschafts|bank)tage?n?",
    weeks: "wochen?",
    numbers: ["eine?n?r?m?", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn"],
    alone: {},
    notBehind: "letzten|vergangenen|seit|vor|bis|um|gegen|morgen|alle",
    notBefore: "alt|zuvor|her",
    until: "bis|spatestens|frist",
    untilBehind: "",
    months:
      "jan(?:uar)? feb(?:ruar)? marz apr(?:il)? mai juni? juli? aug(?:ust)? sept?(?:ember)? okt(?:ober)? " +
      "nov(?:ember)? dez(?:ember)?",
  },
  fr: {
    holder:
      "clients?|clientes?|revendeurs?|titulaires?|proprietaires?|utilisateurs?|editeurs?|locataires?|abonnes?|" +
      "heberges?|exploitants?|webmestres?",
    they: "(?:il|elle) (?:a|dispose)|ils (?:ont|disposent)|celui-ci|ce dernier|le delai|un delai|delai",
    hours: "h|heures?(?! ouvr)",
    days: "j|jours?",
    workingDays: "jours? ouvr(?:es?|ables?)",
    weeks: "semaines?",
    numbers: ["une?", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"],
    alone: {},
    notBehind: "dernieres|derniers|depuis|(?:jusqu'|y |d'ici |demain )a|vers|avant|entre|demain|matin|midi|soir|chaque",
    notBefore: "auparavant|plus tot|dernieres|derniers",
    until: "jusqu'au|d'ici|avant le|au plus tard|delai",
    untilBehind: "",
    months:
      "janv(?:ier)? fevr?(?:ier)? mars avr(?:il)? mai juin juil(?:let)? aout sept(?:embre)? oct(?:obre)? " +
      "nov(?:embre)? dec(?:embre)?",
  },
  es: {
    holder:
      "clientes?|clienta|revendedor(?:es)?|distribuidor|titular(?:es)?|propietari[oa]s?|usuari[oa]s?|duen[oa]s?|" +
      "arrendatari[oa]s?|administrador(?:es)?|responsables?",
    they: "tiene|tienen|dispone|disponen|cuenta con|el plazo|plazo|le dimos",
    hours: "h|hs|hrs|horas?",
    days: "dias?",
    workingDays: "dias? (?:habil(?:es)?|laborables?)",
    weeks: "semanas?",
    numbers: ["un[oa]?", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"],
    alone: {},
    notBehind: "ultim[oa]s|hace|desde|las|cada|manana",
    notBefore: "atras|antes",
    until: "hasta|antes del|a mas tardar|plazo",
    untilBehind: "",
    months:
      "ene(?:ro)? feb(?:rero)? mar(?:zo)? abr(?:il)? may(?:o)? jun(?:io)? jul(?:io)? ago(?:sto)? sept?(?:iembre)? " +
      "oct(?:ubre)? nov(?:iembre)? dic(?:iembre)?",
  },
  nl: {
    holder:
      "klant(?:en)?|eindklant(?:en)?|resellers?|wederverkopers?|eigenaars?|eigenaren|huurders?|gebruikers?|houders?|" +
      "domeinhouders?|afnemers?|beheerders?",
    they: "hij|zij|ze|deze|die|de termijn|de deadline|termijn|deadline",
    hours: "u|uur|uren",
    days: "dag(?:en)?",
    workingDays: "werkdag(?:en)?",
    weeks: "week|weken",
    numbers: ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"],
    alone: {},
    notBehind:
      "laatste|afgelopen|sinds|al|tot|om|voor|vanaf|rond|elke|(?:[a-z]{1,9})?(?:morgen|ochtend|middag|avond|dag)",
    notBefore: "geleden|eerder|oud",
    until: "tot|uiterlijk|voor|termijn",
    untilBehind: "",
    months:
      "jan(?:uari)? feb(?:ruari)? maart apr(?:il)? mei juni? juli? aug(?:ustus)? sept?(?:ember)? okt(?:ober)? " +
      "nov(?:ember)? dec(?:ember)?",
  },
  it: {
    holder:
      "client[ei]|rivenditor[ei]|titolar[ei]|proprietari[oa]?|utent[ei]|gestor[ei]|intestatari[oa]?|locatari[oa]?|" +
      "amministrator[ei]|webmaster",
    they: "ha|hanno|dispone|dispongono|il termine|termine|la scadenza|scadenza|questi|lo stesso",
    hours: "h|or[ae]",
    days: "giorn[oi]",
    workingDays: "giorn[oi] (?:lavorativ[oi]|feriali|feriale)",
    weeks: "settiman[ae]",
    numbers: ["un[oa']?", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"],
    alone: {},
    notBehind: "ultim[ei]|da|dalle|alle|le|ogni|domani",
    notBefore: "fa|prima",
    until: "entro|fino al|termine",
    untilBehind: "",
    months:
      "gen(?:naio)? feb(?:braio)? mar(?:zo)? apr(?:ile)? mag(?:gio)? giu(?:gno)? lug(?:lio)? ago(?:sto)? " +
      "sett?(?:embre)? ott(?:obre)? nov(?:embre)? dic(?:embre)?",
  },
  pt: {
    holder:
      "clientes?|revendas?|revendedor(?:es)?|titular(?:es)?|proprietari[oa]s?|usuari[oa]s?|utilizador(?:es)?|" +
      "don[oa]s?|responsave(?:l|is)|locatari[oa]s?|assinantes?|administrador(?:es)?",
    they: "ele|ela|eles|tem|dispoe|o prazo|prazo",
    hours: "h|hs|horas?",
    days: "dias?",
    workingDays: "dias? ute?is|dias? util",
    weeks: "semanas?",
    numbers: ["uma?", "dois|duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez"],
    alone: {},
    notBehind: "ultim[oa]s|ha|desde|as|entre|cada|amanha",
    notBefore: "atras|antes",
    until: "ate|antes de|prazo",
    untilBehind: "",
    months:
      "jan(?:eiro)? fev(?:ereiro)? mar(?:co)? abr(?:il)? maio? jun(?:ho)? jul(?:ho)? ago(?:sto)? set(?:embro)? " +
      "out(?:ubro)? nov(?:embro)? dez(?:embro)?",
  },
  pl: {
    holder:
      "klient\\p{L}{0,4}|resell?er\\p{L}{0,4}|wlascici\\p{L}{1,6}|uzytkowni\\p{L}{1,5}|abonen\\p{L}{1,4}|" +
      "najemc\\p{L}{1,4}|administrator\\p{L}{0,4}|odsprzedaw\\p{L}{1,5}",
    they: "ma|maja|termin|na odpowiedz ma|on|ona",
    hours: "h|godz\\p{L}{0,5}",
    days: "dni|dzien|dnia|dob[aey]|dob",
    workingDays: "dni robocz\\p{L}{1,4}|dzien roboczy",
    weeks: "tydzien|tygodni[ea]?",
    numbers: [
      "jed\\p{L}{1,4}",
      "dw\\p{L}{1,3}",
      "trz\\p{L}{1,3}",
      "czter\\p{L}{1,3}",
      "pi[ea]c\\p{L}{0,2}",
      "szes\\p{L}{1,3}",
      "sied\\p{L}{1,4}",
      "osm\\p{L}{1,3}|osiem",
      "dziewi\\p{L}{1,4}",
      "dziesi\\p{L}{1,4}",
    ],
    alone: { "(?:ma|max|maja|w ciagu|przez|ponad) (?:jedna )?dob[aey]": 24 },
    notBehind: "ostatni\\p{L}{1,3}|od|przed|co|do|o",
    notBefore: "temu|wczesniej",
    until: "do|najpozniej|termin",
    untilBehind: "",
    months:
      "sty(?:cznia)? lut(?:ego)? mar(?:ca)? kwi(?:etnia)? maja cze(?:rwca)? lip(?:ca)? sie(?:rpnia)? wrz(?:esnia)? " +
      "paz(?:dziernika)? lis(?:topada)? gru(?:dnia)?",
  },
  tr: {
    holder:
      "musteri\\p{L}{0,9}|bayi\\p{L}{0,8}|sahib\\p{L}{1,8}|kullanici\\p{L}{0,8}|kiraci\\p{L}{0,8}|abone\\p{L}{0,8}|" +
      "yonetici\\p{L}{0,8}",
    they: "kendisi\\p{L}{0,5}|kendileri\\p{L}{0,5}|sure|verilen sure|onlara",
    hours: "saat\\p{L}{0,5}",
    days: "gun\\p{L}{0,5}",
    workingDays: "is gunu?\\p{L}{0,4}",
    weeks: "hafta\\p{L}{0,4}",
    numbers: ["bir", "iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz", "on"],
    alone: {},
    notBehind: "son|her|gecen",
    notBefore: "once|evvel|boyunca|suren",
    until: "son tarih|en gec",
    untilBehind: "kadar|tarihine",
    months: "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
  },
  ja: {
    ...east,
    unspaced: true,
    holder: "お客様|お客さま|顧客|契約者|利用者|再販|リセラー|所有者|運営者|管理者|ユーザー?|発信者|代理店",
    they: "期限|対応期限|回答期限|猶予|\\d{1,3}(?:日|時間)以内",
    hours: "時間",
    days: "日間|日(?=以内|の猶予)",
    workingDays: "営業日",
    weeks: "週間",
    numbers: ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"],
    alone: {},
    notBehind: "過去|直近|この",
    notBefore: "前|体制|営業|\\d",
    untilBehind: "まで|が期限|を期限",
  },
  ko: {
    ...east,
    unspaced: true,
    holder: "고객|리셀러|소유자|운영자|이용자|사용자|임차인|가입자|등록자|관리자|대리점",
    they: "기한|조치 ?기한|답변 ?기한|유예",
    hours: "시간",
    days: "일(?= ?(?:이내|내|안|간))",
    workingDays: "영업일",
    weeks: "주(?:일|간)?(?= ?(?:이내|내|안|의))",
    numbers: [],
    alone: { "하루(?= ?(?:이내|내|안|의|동안))": 24, 이틀: 48, 사흘: 72, 일주일: 168 },
    notBehind: "지난|최근",
    notBefore: " ?전|운영|체제",
    untilBehind: "까지",
  },
  zh: {
    ...east,
    unspaced: true,
    holder:
      "客户|客戶|用户|用戶|经销商|經銷商|代理商|使用者|使用人|站长|站長|所有者|租户|租戶|" +
      "持有人|注册人|註冊人|下游|机主",
    they: "期限|限期|他们|他們|对方|對方|其",
    hours: "个?小时|個?小時|个?钟头",
    days: "天|日(?=内|內|之内|之內|以内|以內)",
    workingDays: "个?工作日|個?工作日|个?工作天|個?工作天",
    weeks: "周|週|个?星期|個?星期",
    numbers: ["一", "二|两|兩", "三", "四", "五", "六", "七", "八", "九", "十"],
    alone: {},
    notBehind: "过去|過去|最近|每|第",
    notBefore: "前|制|服务|服務|在线|線上",
    untilBehind: "前|之前|截止|为止|為止",
  },
  ru: {
    holder:
      "клиент\\p{L}{0,4}|ре[сc]елл?ер\\p{L}{0,4}|владел\\p{L}{1,5}|пользовател\\p{L}{1,4}|арендатор\\p{L}{0,4}|" +
      "администратор\\p{L}{0,4}|абонент\\p{L}{0,4}|партнер\\p{L}{0,4}",
    they: "у него|у нее|у них|срок|ему|ей|им|он|она|они",
    hours: "ч|час\\p{L}{0,4}",
    days: "день|дн\\p{L}{1,3}|сут\\p{L}{1,4}",
    workingDays: "рабоч\\p{L}{1,3} (?:день|дн\\p{L}{1,3})",
    weeks: "недел\\p{L}{1,3}",
    numbers: [
      "од\\p{L}{2,4}",
      "дв\\p{L}{1,4}",
      "тр\\p{L}{1,3}",
      "четыр\\p{L}{1,3}",
      "пят\\p{L}{1,2}",
      "шест\\p{L}{1,2}",
      "сем\\p{L}{1,2}",
      "восьм?е?м?\\p{L}{1,2}",
      "девят\\p{L}{1,2}",
      "десят\\p{L}{1,2}",
    ],
    alone: {
      "(?:течение|есть|дан\\p{L}{0,2}|дали) сут(?:ок|ки)": 24,
      "(?:течение|есть|дан\\p{L}{0,2}|дали) недел[июя]": 168,
    },
    notBehind: "последни\\p{L}{1,2}|уже|до|в|к|с|каждые",
    notBefore: "назад",
    until: "до|не позднее|срок",
    untilBehind: "",
    months:
      "янв(?:аря)? фев(?:раля)? мар(?:та)? апр(?:еля)? мая июн[ья] июл[ья] авг(?:уста)? сен(?:тября)? окт(?:ября)? " +
      "ноя(?:бря)? дек(?:абря)?",
  },
  uk: {
    holder:
      "клієнт\\p{L}{0,4}|реселл?ер\\p{L}{0,4}|власни\\p{L}{1,5}|користувач\\p{L}{0,4}|орендар\\p{L}{0,4}|" +
      "адміністратор\\p{L}{0,4}|абонент\\p{L}{0,4}|партнер\\p{L}{0,4}",
    they: "у нього|у неї|у них|термін|строк|йому|їй|їм|він|вона|вони",
    hours: "год\\p{L}{0,4}",
    days: "день|дн\\p{L}{1,3}|доб\\p{L}{1,2}|діб",
    workingDays: "робоч\\p{L}{1,3} (?:день|дн\\p{L}{1,3})",
    weeks: "тиж\\p{L}{1,4}",
    numbers: [
      "од\\p{L}{2,4}",
      "дв\\p{L}{1,4}",
      "тр\\p{L}{1,3}",
      "чотир\\p{L}{1,3}",
      "п'?ят\\p{L}{1,2}",
      "ш[іе]ст\\p{L}{1,2}",
      "с[іе]м\\p{L}{0,2}",
      "в[іо]с[іь]?м\\p{L}{0,2}",
      "дев'?ят\\p{L}{1,2}",
      "десят\\p{L}{1,2}",
    ],
    alone: {
      "(?:протягом|є|має|дано|дали|впродовж) доб[аиу]": 24,
      "(?:протягом|є|має|дано|дали|впродовж) тижд?е?н[яь]": 168,
    },
    notBehind: "останн\\p{L}{1,2}|вже|до|о|об|з|кожні",
    notBefore: "тому",
    until: "до|не пізніше|термін|строк",
    untilBehind: "",
    months:
      "січ(?:ня)? лют(?:ого)? бер(?:езня)? кві(?:тня)? трав(?:ня)? черв(?:ня)? лип(?:ня)? серп(?:ня)? вер(?:есня)? " +
      "жовт(?:ня)? лист(?:опада)? груд(?:ня)?",
  },
} as const satisfies Record<AnswerLanguage, TimeWords>;
