import { once } from "../../kernel/once.ts";

/** Languages that desks answer in (ISO 639-1). The compiler demands each one's words in the tables beside. */
export const answerLanguages = [
  "en",
  "de",
  "fr",
  "es",
  "nl",
  "it",
  "pt",
  "pl",
  "tr",
  "ja",
  "ko",
  "zh",
  "ru",
  "uk",
] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/**
 * Told by little words that no neighbouring language has, or by its own letters, tried in this order: Han without
 * kana or Hangul is Chinese. `shared`: the script of languages whose own letters a short text may lack; any of them
 * may be meant then. `unspaced`: no blanks between words.
 */
type ToldBy =
  | { readonly littleWords: string }
  | { readonly letters: RegExp; readonly shared?: RegExp; readonly unspaced?: true };

const cyrillic = /\p{Script=Cyrillic}/u;

const toldBy = {
  en: {
    littleWords: `
      the and of to is are was were has have been this that with your our we you for not will it from
      on by please any be if as they do does an or at can them their
    `,
  },
  de: {
    littleWords: `
      der die das und ist sind wurde wurden wird werden wir sie nicht ein eine einen ihre ihren ihr
      haben hat bei von mit fur auf zu uns unser unsere unseren unserem bitte im den dem des sich
      konnen kann oder auch als noch danke guten sehr geehrte vielen dank inzwischen
    `,
  },
  fr: {
    littleWords: `
      le la les un une des et est sont a ete ont avons nous vous votre notre vos nos pas ne ce cette
      ces du au aux par pour que qui dans sur avec bonjour merci madame monsieur depuis il je plus c d
      l n en cordialement chez si deja
    `,
  },
  es: {
    littleWords: `
      el la los las un una de del y es ha han hemos fue sido esta estan nuestro nuestra nuestros su
      sus no por para que en con se lo le les ya hola gracias usted nosotros este esa ese al nos hoy
      muy pero senores estimado estimados saludo
    `,
  },
  nl: {
    littleWords: `
      de het een en is zijn van niet wij we u uw je onze ons hebben heeft werd wordt worden door op
      bij voor met dit deze dat ook naar zal graag bedankt geachte inmiddels aan er hem als
    `,
  },
  it: {
    littleWords: `
      il lo gli un una di del della dei ed sono stato stata stati abbiamo ha hanno nostro nostra
      nostri vostra sua suo non per che con si ci la le questo questa al alla dal nel nella grazie
      buongiorno gentile piu da su tramite cordiali saluti
    `,
  },
  pt: {
    littleWords: `
      o os as um uma de do da dos das foi foram esta estao nosso nossa nossos sua seu seus nao por
      para que em no na com se ja ao prezados obrigado voce nos este esta pela pelo dia ate mais
      atenciosamente somos ele
    `,
  },
  pl: {
    littleWords: `
      i w z na nie jest zostala zostalo zostal zostaly sie do dla ze to przez juz panstwa panstwo nasz
      naszego naszej naszych naszym naszemu prosimy prosze dziekujemy szanowni witam od o jako te ten
      ta czy ma tylko pod po mamy powazaniem strona konto tresc jestem dzien dobry lub oraz
    `,
  },
  tr: {
    littleWords: `
      ve bir bu icin ile sayin merhaba lutfen olarak tarafindan tarafimiza tarafimizca ilgili sizin
      bize size bizim biz degil degildir olan oldugu var yok icerik site hesap sunucu musteri
      musterimiz musterimize sikayetiniz talebiniz tesekkurler tesekkur ederiz saygilarimizla artik en
      sonra kadar da de olmadan sadece alan adi henuz uzerinden musteriye edilmistir edilmektedir
      edilecektir alindi
    `,
  },
  ja: { letters: /[\u3040-\u30ff]/, unspaced: true },
  ko: { letters: /\p{Script=Hangul}/u, unspaced: true },
  zh: { letters: /\p{Script=Han}/u, unspaced: true },
  uk: { letters: /[іїєґ]/, shared: cyrillic },
  ru: { letters: /[ыэъ]/, shared: cyrillic },
} as const satisfies Record<AnswerLanguage, ToldBy>;

const all = (Object.entries(toldBy) as readonly (readonly [AnswerLanguage, ToldBy])[]).map(([language, by]) => ({
  language,
  ...by,
}));
const byLetters = all.flatMap((one) => ("letters" in one ? one : []));
const byWords = all.flatMap((one) => ("littleWords" in one ? one : []));

/** Told apart by little words; where nothing tells, any of them may be meant. */
export const latin: readonly AnswerLanguage[] = byWords.map(({ language }) => language);

export const unspaced: readonly AnswerLanguage[] = byLetters.flatMap(({ language, unspaced: is }) =>
  is ? language : [],
);

/** The languages that a text's letters may be of; none for Latin ones. */
const ofItsLetters = (text: string): readonly AnswerLanguage[] => {
  const own = byLetters.find(({ letters }) => letters.test(text));
  return own ? [own.language] : byLetters.flatMap(({ language, shared }) => (shared?.test(text) ? language : []));
};

/** For each little word, its languages by their places in `latin`. */
const votes = once(() => {
  const votesOf = new Map<string, readonly number[]>();
  for (const [at, { littleWords }] of byWords.entries())
    for (const word of new Set(littleWords.trim().split(/\s+/))) votesOf.set(word, [...(votesOf.get(word) ?? []), at]);
  return votesOf;
});

/** So many little words beside another script are sentences of their own. */
const wordsThatTell = 4;

/**
 * The languages that plain words may be in, by script and then by little words: all of the most likely, or none.
 * Asked of each paragraph, as English often stands under a greeting in the desk's language. Own and small:
 * libraries that guess languages want a page of text, and desks write five words.
 */
export const languagesOf = (text: string): readonly AnswerLanguage[] => {
  const script = ofItsLetters(text);
  const words = text.split(/[^\p{L}]+/u).slice(0, 400);
  const counts = latin.map(() => 0);
  for (const word of words) for (const at of votes().get(word) ?? []) counts[at] = (counts[at] ?? 0) + 1;
  const most = Math.max(...counts);
  const likely = most === 0 ? [] : latin.filter((_, at) => counts[at] === most);
  // English under a Russian greeting is read in both; a name or two in Latin letters is no English.
  return script.length > 0 ? [...script, ...(most >= wordsThatTell ? likely : [])] : likely;
};

/** A paragraph's languages, else the whole text's, else any in Latin letters. */
export const languagesIn = (paragraph: string, text: string): readonly AnswerLanguage[] =>
  [languagesOf(paragraph), languagesOf(text)].find((told) => told.length > 0) ?? latin;
