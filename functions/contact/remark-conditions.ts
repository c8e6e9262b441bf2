import { pattern } from "../kernel/pattern.ts";

/**
 * Said of mail that lacks something, goes elsewhere or is of another kind; or only that nobody
 * writes back, or not by night.
 */
const conditions = [
  pattern(
    "i",
    "\\b",
    [
      "other",
      "others",
      "elsewhere",
      "else",
      "another",
      "different",
      "not (be )?(sent|addressed|directed|reported|made)",
      "without",
      "unless",
      "if",
      "when",
      "lacking",
      "missing",
      "incomplete",
      "anonymous",
      "before",
      "twice",
      "again",
      "unsigned",
      "duplicates?",
      "invalid",
      "contain(ing|s)?",
      "include",
      "including",
    ],
    "\\b",
  ),
  pattern(
    "i",
    "\\b",
    [
      "unsolicited",
      "commercial",
      "advertis",
      "marketing",
      "newsletters?",
      "solicitations?",
      "sales",
      "unrelated",
      "irrelevant",
      "non-?abuse",
      "off-?topic",
      "not (related|concerning|about|regarding|abuse)",
      "other than",
      "html",
      "attachments?",
      "by (phone|telephone|fax|post)",
      "telephone",
      "tech-?c",
      "admin-?c",
      "hostmaster",
      "personal",
    ],
    "\\b",
  ),
  pattern(
    "i",
    "\\b",
    [
      "individually",
      "personally",
      "each",
      "every",
      "necessarily",
      "always",
      "immediately",
      "24",
      "hours?",
      "weekends?",
      "holidays?",
      "around the clock",
      "real.?time",
      "directly",
    ],
    "\\b",
  ),
  pattern(
    "i",
    "\\b(are|is|will be|gets?) (?!not\\b|never\\b)(\\w+ )?",
    ["read", "processed", "handled", "investigated", "reviewed", "forwarded", "taken seriously", "looked into"],
    "\\b",
  ),
  /\b(sans|à moins|incompl[eè]te?s?|autres?|hors|anonymes?|non lié|individuellement|publicit)|\bsi\b/i,
  pattern(
    "i",
    "\\b",
    [
      "ohne",
      "wenn",
      "falls",
      "sofern",
      "unvollständig\\S*",
      "andere[nrsm]?",
      "anonyme?\\S*",
      "außer",
      "nicht an",
      "telefon\\S*",
      "werbe\\S*",
      "werbung",
      "einzeln",
      "individuell",
      "persönlich",
    ],
    "(?![a-zäöüß])",
  ),
  /\b(sin|a menos|incomplet[oa]s?|otr[oa]s?|anónim[oa]s?|no relacionad[oa]s?|salvo|publicidad|individualmente)\b/i,
  /\b(sem|a menos|caso|outr[oa]s?|anônim[oa]s?|exceto|publicidade)\b|\bse n[aã]o\b/i,
  /\b(senza|altr[ioae]|anonim[ie]|salvo)\b|\bse non\b/i,
  /\b(zonder|indien|als|andere|onvolledige?|anonieme?)\b/i,
  /(^|\s)(bez|jeśli|jeżeli|inne|niekompletne|anonimowe)\s/i,
  /(^|\s)(без|если|кроме|друг|анонимн)/i,
];

/** What a mailbox is called states no condition. */
const withoutMailboxes = (sentence: string): string => sentence.replace(/\S{1,64}@\S{1,255}/g, "@");

/** Whether a remark's sentence is about some mail only: what it says of that, it says of no desk. */
export const isConditional = (sentence: string): boolean => {
  const words = withoutMailboxes(sentence);
  return conditions.some((condition) => condition.test(words));
};
