import { countries } from "./countries.ts";
import type { DataFile } from "./holds.ts";
import { noticeTexts } from "./notice-texts.ts";
import { remarkWords } from "./remark-words.ts";

/**
 * Data that translators and editors write, each file with its schema. What a schema says is read by somebody who
 * knows the language or the registry and not this code: what is wrong, and what to do. `contact/platforms.json` has
 * `takedown check-platforms`.
 */
export const dataFiles = (): readonly DataFile[] => [
  ...noticeTexts(),
  { file: "functions/contact/remark-words.json", schema: remarkWords },
  { file: "functions/kernel/countries.json", schema: countries },
];
