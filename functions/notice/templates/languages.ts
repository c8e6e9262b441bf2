import type { Texts } from "../texts.ts";
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

/** Every language that there are texts in, by its code. */
export const languages: readonly Texts[] = [
  english,
  german,
  french,
  dutch,
  spanish,
  portuguese,
  italian,
  polish,
  russian,
  ukrainian,
  turkish,
  chinese,
  japanese,
  korean,
];

/**
 * The texts that a mail to somebody who reads `language` is made of, in order. English always
 * stands, last.
 */
export const textsFor = (language: string): readonly Texts[] => [
  ...languages.filter((texts) => texts.language === language && texts !== english),
  english,
];
