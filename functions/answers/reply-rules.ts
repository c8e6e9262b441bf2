import { pattern } from "../kernel/pattern.ts";
import { inAnyLanguage } from "./replies/mail-words.ts";

/** Subjects of out-of-office replies. Not an answer. */
export const awaySubject = new RegExp(
  String.raw`^\s*(\[[^\]]{1,40}\]\s*)?((auto(matic|mated|matische|matisch)?)[ -]?` +
    `(reply|response|antwort|respon[sd]er|antwoord)|${inAnyLanguage("away")})`,
  "i",
);

/** The same anywhere in a subject, in whatever brackets. */
export const automaticSubject = new RegExp(
  String.raw`(?<!\p{L})(?:auto(?:matic|mated|matische?|matisch|matique|mática|matica)?[ _-]?` +
    String.raw`(?:generated|re(?:ply|sponse|sponder|spuesta)|antwort|antwoord)|${inAnyLanguage("away")})`,
  "iu",
);

/** The desk's number as ticket systems write it, mostly in brackets. */
export const ticketPatterns: readonly RegExp[] = [
  pattern(
    "i",
    "\\[",
    ["ticket", "case", "request", "incident", "abuse", "issue", "ref(?:erence)?", "id"],
    "?\\s*(?:id|no\\.?|nr\\.?|number)?\\s*[#:~]+\\s*([A-Z0-9][A-Z0-9._/:-]{2,40})\\]",
  ),
  /\[~?([A-Z][A-Z0-9]{1,12}-\d{2,12})\]/,
  /\((?:ticket|case|ref(?:erence)?|id|abuse ?id|abuseid)\s*[#:]?\s*([A-Z0-9][A-Z0-9._/:-]{2,40})\)/i,
  /\babuse-?id\s*[:#]?\s*([A-Z0-9][A-Z0-9._/:-]{2,40})/i,
];
