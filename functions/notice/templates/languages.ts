import type { Texts } from "../texts.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";
import { dutch } from "./nl.ts";

/** Every language that there are texts in, by its code. */
export const languages: readonly Texts[] = [english, german, french, dutch];

/** The texts that a mail to somebody who reads `language` is made of, in order. English always stands, last. */
export const textsFor = (language: string): readonly Texts[] => [...languages.filter((texts) => texts.language === language && texts !== english), english];
