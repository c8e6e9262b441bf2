import { pattern } from "../kernel/pattern.ts";
import { codeIn } from "./ticket-code.ts";
import { isTicketNumber, numberIn, withoutOurs } from "./ticket-number.ts";

/** A desk's number, and how its system writes it where it does. */
export type Ticket = { readonly ticket: string; readonly ticketTag?: string };

/** Only this much of a text is searched. */
const charactersAtMost = 4_000;

/** What the desk calls its number, from the subject, else the text. */
export const ticketSaid = (subject: string, text: string): Ticket | undefined => {
  const tags = tagsIn(subject);
  const ticket = numberIn(subject, true) ?? tags[0]?.ticket ?? numberIn(text.slice(0, charactersAtMost), false);
  return ticket === undefined ? undefined : (tags.find((tag) => tag.ticket === ticket) ?? { ticket });
};

/** A number by form, where the desk calls nothing one. Says nothing of what it did; alone no receipt. */
export const ticketByForm = (subject: string, text: string): Ticket | undefined => {
  const ticket = codeIn(withoutOurs(subject), withoutOurs(text.slice(0, charactersAtMost)));
  return ticket === undefined ? undefined : { ticket };
};

/** In any brackets, between double signs, or after one large host's word. */
const written = pattern("gi", [
  "\\[([^[\\](){}]{3,58})\\]",
  "\\(([^[\\](){}]{3,58})\\)",
  "\\{([^[\\](){}]{3,58})\\}",
  "##[A-Z0-9_-]{3,40}##",
  "\\bAbuse-?ID:[A-Z0-9:]{3,40}",
]);

/**
 * The numbers in a subject with what the desk's system puts around them: `[Ticket#2026112410000012]`,
 * `[desk.example #4711]`, `##RE-4711##`. Its next mail is put to the ticket by exactly this.
 */
const tagsIn = (subject: string): readonly Required<Ticket>[] =>
  [...subject.matchAll(written)].flatMap(([tag, square, round, curly]) => {
    const ticketTag = tag.replace(/:+$/, "");
    const ticket = numberOfTag(square ?? round ?? curly ?? ticketTag);
    const isMeant = ticket !== undefined && (round === undefined || isWrittenRound(round));
    return isMeant ? [{ ticket, ticketTag }] : [];
  });

/** Round brackets hold anything, and in our own subject an address. */
const isWrittenRound = (inner: string): boolean =>
  /^#?[A-Z][A-Z0-9]{1,12}-\d{3,12}$/.test(inner) || /^(?:ticket|case|ref|reference|id|abuse ?id)\b[ #:]/i.test(inner);

/** Before a colon, where any other word may open an app: `tel:1234`. */
const wordOfNumbers = /(?:ticket|case|request|incident|abuse|issue|ref|reference|id|no|nr|number):/gi;
/** Said by our own marks, the law, or who wants us to say it; by no ticket system. */
const ourWords =
  /\b(?:withdraw\w*|revoke\w*|correct\w*|reminder|escalat\w*|live|ignore|law\w*|court|order|penalty|perjury)\b/i;

/**
 * The number at the end of a tag, after at most two words, as these are printed in our own subjects. Never prose, a
 * link or a number of ours; whose the names in it are is checked when it is printed.
 */
const numberOfTag = (inner: string): string | undefined => {
  if (!/^[A-Z0-9#:~ ._/-]+$/i.test(inner) || /\/\/|::|T[DM]-[A-Z0-9]{4}-/i.test(inner) || ourWords.test(inner))
    return undefined;
  const [, before = "", number = ""] = /^(|.*?[#:~ ])([^#:~ ]+(?::[^#:~ ]+)?)[#:]*$/.exec(inner) ?? [];
  const words = before.split(/[#:~ ]+/).filter((word) => word !== "");
  const mayOpenApp = /[a-z]:/i.test(before.replace(wordOfNumbers, ""));
  const isOne = isTicketNumber(number);
  return isOne && words.length <= 2 && !mayOpenApp ? number : undefined;
};
