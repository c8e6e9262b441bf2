import { type NoticeLanguage, noticeLanguages, type Texts } from "../texts.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";
import { korean } from "./ko.ts";
import { dutch } from "./nl.ts";
import { polish } from "./pl.ts";
import { portuguese } from "./pt.ts";
import { russian } from "./ru.ts";
import { turkish } from "./tr.ts";
import { ukrainian } from "./uk.ts";
import { chinese } from "./zh.ts";

const textsIn: Readonly<Record<NoticeLanguage, Texts>> = {
  en: english,
  de: german,
  fr: french,
  nl: dutch,
  es: spanish,
  pt: portuguese,
  it: italian,
  pl: polish,
  ru: russian,
  uk: ukrainian,
  tr: turkish,
  zh: chinese,
  ja: japanese,
  ko: korean,
};

export const languages: readonly Texts[] = noticeLanguages.map((language) => textsIn[language]);

/** The texts of a mail to a reader of `language`, in order. English always stands, last. */
export const textsFor = (language: string): readonly Texts[] => [
  ...languages.filter((texts) => texts.language === language && texts !== english),
  english,
];
