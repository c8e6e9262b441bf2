import type { Texts } from "../texts.ts";
import { english } from "./en.ts";

/** Every language that there are texts in, by its code. */
export const languages: readonly Texts[] = [english];

/** The texts that a mail to somebody who reads `language` is made of, in order. English always stands, last. */
export const textsFor = (language: string): readonly Texts[] => [...languages.filter((texts) => texts.language === language && texts !== english), english];
