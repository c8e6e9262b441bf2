import { pattern } from "../kernel/pattern.ts";
import { mailboxesIn } from "./mailbox-text.ts";

/** `…, use abuse@lir.example`, `… but to abuse@lir.example`: the opposite of forbidden. */
const sendsTo = pattern(
  "i",
  "\\b",
  [
    "use",
    "contact",
    "but",
    "instead",
    "rather",
    "utilise[rz]",
    "contacte[rz]",
    "écri(re|vez)",
    "mais",
    "plutôt",
    "nutzen",
    "verwenden",
    "sondern",
    "stattdessen",
    "bitte",
    "utilice",
    "escrib[ai]r?",
    "contacte",
    "envíe",
    "sino",
    "utilize",
    "contate",
    "envie",
    "usare",
    "utilizzare",
    "contattare",
    "scrivere",
    "gebruik",
    "maar",
  ],
  "\\b",
);
const negated = pattern("i", [
  "\\b(not|don'?t|never|no longer) (use|contact)\\b",
  "\\bne pas (utiliser|contacter)\\b",
  "\\b(bitte|mails?) (nicht|keine)\\b",
  "\\bno (use|utilice|usar|utilizar|contacte|envíe)\\b",
  "\\bn[aã]o (use|utilize|usar|utilizar|contate|envie)\\b",
  "\\bnon (usare|utilizzare|contattare|scrivere)\\b",
]);
/** `abuse@lir.example is for abuse, …`, `… an abuse@lir.example senden`. */
const isMeant = pattern("i", [
  "^[\\s>)\"']*((is|are|handles?|reads?|takes?|only|for)\\s){1,3}(?!not\\b).{0,30}\\b(abuse|complaints?|" +
    "spam|reports?)\\b",
  "^[\\s>)\"']*(verwenden|nutzen|benutzen|kontaktieren|senden|instead)\\b",
]);

/** `Please report abuse to abuse@lir.example`: in a sentence that forbids nothing. */
const reportsTo = /\b(send|report|complaints?|abuse|notices?|abus|missbrauch|abusos?)\b.{0,40}[\s:]$/i;
const refuses = /\b(not|never|no|nicht|keine|ne|pas|non|n[aã]o)\b|n'?t\b/i;

type Named = { readonly email: string; readonly isSentTo: boolean };

/** The mailboxes of a sentence, in lower case, and whether it sends abuse to them. */
export const namedIn = (sentence: string, forbidding: boolean): readonly Named[] => {
  const named = mailboxesIn(sentence);
  return named.map(({ email, index, end }, position) => {
    const before = sentence.slice(named[position - 1]?.end ?? 0, index);
    const after = sentence.slice(end, named[position + 1]?.index);
    const isInstead =
      (sendsTo.test(before) && !negated.test(before)) ||
      (isMeant.test(after) && named.length > 1 && !negated.test(before));
    return {
      email: email.toLowerCase(),
      isSentTo: isInstead || (!forbidding && reportsTo.test(before) && !refuses.test(before)),
    };
  });
};
