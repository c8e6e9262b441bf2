import { pattern } from "../kernel/pattern.ts";
import { inAnyLanguage } from "./replies/mail-words.ts";

/** Subjects that a machine writes when nobody is there. Not an answer. */
export const awaySubject = new RegExp(
  String.raw`^\s*(\[[^\]]{1,40}\]\s*)?((auto(matic|mated|matische|matisch)?)[ -]?` +
    `(reply|response|antwort|respon[sd]er|antwoord)|${inAnyLanguage("away")})`,
  "i",
);

/**
 * A machine's own word for itself; where headers say nothing, it counts only if the mail says
 * nothing else.
 */
export const automaticText = new RegExp(inAnyLanguage("automatic"), "iu");

/**
 * The desk's number: what stands after a word for it, or in the brackets in which ticket systems
 * put it. It needs a digit; years, dates and our own case numbers are not one.
 */
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
  pattern(
    "i",
    "\\b",
    [
      "ticket",
      "case",
      "incident",
      "request",
      "reference",
      "report",
      "tracking",
      "vorgangs?",
      "ticket-?",
      "support ?id",
      "dossier",
      "zaak",
      "caso",
    ],
    "[ -]?",
    ["id", "no\\.?", "nr\\.?", "number", "nummer", "code", "ref(?:erence)?", "numéro", "número"],
    "?\\s*(?:is|are|lautet|est|es|:|#|=|of)*\\s*[:#]?\\s*[\"'<[(]?#?([A-Z]{0,10}[-_]?\\d[A-Z0-9._/:-]{2,40})",
  ),
  /(?:^|\s)#(\d{3,20})\b/,
];
