import { pattern } from "../kernel/pattern.ts";
import { namesAbuse } from "./desks.ts";
import { isForm } from "./form-url.ts";
import { mailboxesIn, spelled } from "./mailbox-text.ts";
import { wordsFor } from "./remark-words.ts";
import { type Forbidding, readForbidding } from "./remarks-forbid.ts";
import { mentionsUnread, saysUnread } from "./remarks-unread.ts";

const aboutAbuse = pattern("i", wordsFor("aboutAbuse"));
const aboutElse = pattern("i", wordsFor("aboutElse"));
const notThis = pattern("i", "\\b", wordsFor("notThis"), "\\b[^.!?]{0,30}$");

/** APNIC's notes on whether a mailbox works say nothing on what it is for. */
const validityNote = /(was|is|has been) (validated on|invalid|not valid|unverified)|failed validation/i;

/** ARIN's note on a desk that did not answer its yearly question; such desks mostly work all the same. */
const unansweredNote = /attempted to validate the data for this POC, but has received no response/i;
/**
 * `… to desk@host.example ONLY.`, `… only to desk@host.example`; not `only for spam`, `for abuse
 * only: …` or `only accepts ARF`.
 */
const onlyAfter = pattern("i", "^[\\s\"'<>)\\].,*]{0,5}\\b", wordsFor("only"), "\\b[\\s*]*([.!,;)]|$)");
const onlyBefore = pattern("i", wordsFor("onlyTo"), "[\\s\"'<*:]{0,5}$");
/** `desk@host.example for abuse issues, …`: what the mailbox before it is for. */
const purposeAfter = pattern("i", "^[\\s\"')>\\]]*", wordsFor("purpose"), "\\b(?<words>[^,;.]{0,80})");

/** Of one text no more is read: nobody has more desks, and who reads them keeps fewer. */
const mailboxesAtMost = 20;

export const unansweredRemark = "The registry asked this desk whether its record is right, and had no answer.";

export const unreadRemark = "The registry's remarks say that mail is not read there; a form is given.";

export const insteadRemark = "The desk's remark sends abuse here, and says that its own mailbox is not for it.";

/** Said of both mailboxes where the holder's text beside a block silences the desk in a registry's field. */
export const disputedRemark =
  "The text beside the block says to write to another mailbox than the registry's own field names; a person decides.";

/**
 * The mailboxes of such a dispute, in lower case: `own` is the text beside the block, `desks` the registry's
 * field. Else a customer who may write beside their block could have the hoster's desk passed over and every
 * notice sent to themselves.
 */
export const disputedIn = (own: Remarks, desks: readonly string[]): ReadonlySet<string> => {
  const registered = new Set(desks.map((email) => email.toLowerCase()));
  const silenced = own.forbidden.filter((email) => registered.has(email));
  const others = own.sendsTo.filter((email) => !registered.has(email));
  return new Set(silenced.length > 0 && others.length > 0 ? [...silenced, ...others] : []);
};

/** The registry found that it does not work, or that nobody answers there. */
export const invalidRemark = "The registry found that this mailbox does not work.";

/** Each of the two hears of it. */
export const namedBeside =
  "The text beside the block names it as the only mailbox for abuse; the registry's own field names another.";

/**
 * What the free text beside an object says on abuse. `only`: those of `emails` named as the only ones. `unread`:
 * mail is not read, or a page is to be used. `invalid`: mailboxes that the registry found not to work, in lower
 * case. `unanswered`: the registry asked and had no answer.
 */
export type Remarks = {
  readonly emails: readonly string[];
  readonly only: readonly string[];
  readonly forms: readonly string[];
  readonly unread: boolean;
  readonly invalid: readonly string[];
  readonly unanswered: boolean;
  /** Those of `emails` named for abuse only by the sentence that forbids another mailbox. */
  readonly instead: readonly string[];
} & Forbidding;

/**
 * Reads remarks, comments and trouble lines. A mailbox counts if its line, or the lines since the mailbox before
 * it, speak of abuse and of nothing else nearer, or if its name says so; never one that is not to be used.
 */
export const readRemarks = (written: readonly string[]): Remarks => {
  const lines = written
    .slice(0, 200)
    .flatMap((line) => line.split(/\r?\n/))
    .slice(0, 400)
    .map((line) => spelled(line.slice(0, 1000)));
  const { emails, only, invalid } = mailboxesOf(lines);
  const whole = lines.join(" ");
  const forbidding = readForbidding(lines);
  const isAllowed = (email: string): boolean => !forbidding.forbidden.includes(email.toLowerCase());
  // A sentence that forbids one mailbox and sends abuse to another names the other for abuse, whatever it is called.
  const isNamed = (email: string): boolean => emails.some((other) => other.toLowerCase() === email);
  const instead =
    forbidding.forbidden.length > 0 ? forbidding.sendsTo.filter((email) => isAllowed(email) && !isNamed(email)) : [];
  return {
    emails: [...new Set([...emails, ...instead])].filter(isAllowed),
    instead,
    only: [...new Set(only)].filter(isAllowed),
    forms: [...new Set(formsIn(whole))].slice(0, 5),
    unread: forbidding.forbidsOwn || saysUnread(lines, forbidding.sendsTo),
    invalid,
    unanswered: unansweredNote.test(whole),
    ...forbidding,
  };
};

type Named = { readonly emails: string[]; readonly only: string[]; readonly invalid: string[] };

const mailboxesOf = (lines: readonly string[]): Named => {
  const named: Named = { emails: [], only: [], invalid: [] };
  let since = "";
  for (const line of lines) {
    if (named.emails.length >= mailboxesAtMost) break;
    if (validityNote.test(line)) {
      if (!/validated on/i.test(line)) named.invalid.push(...mailboxesIn(line).map(({ email }) => email.toLowerCase()));
    } else since = /^[\s*=+#_.-]*$/.test(line) ? "" : afterLine(line, since, named);
  }
  return named;
};

/** Adds a line's mailboxes named for abuse. Returns the words since the last mailbox, for the next line. */
const afterLine = (line: string, sinceBefore: string, { emails, only }: Named): string => {
  let since = sinceBefore;
  let at = 0;
  const here = mailboxesIn(line);
  for (const [position, mailbox] of here.entries()) {
    const before = `${since} ${line.slice(at, mailbox.index)}`.slice(-400);
    const rest = line.slice(mailbox.end, here[position + 1]?.index);
    const purpose = purposeAfter.exec(rest);
    const words = purpose?.groups?.words ?? "";
    const isStated = aboutAbuse.test(words) !== aboutElse.test(words);
    const after = position === here.length - 1 ? rest : "";
    if (!notThis.test(before) && (isStated ? aboutAbuse.test(words) : speaksOfAbuse(before, after, mailbox.email))) {
      emails.push(mailbox.email);
      if (onlyAfter.test(rest) || onlyBefore.test(before)) only.push(mailbox.email);
    }
    since = "";
    at = mailbox.end + (isStated ? (purpose?.[0].length ?? 0) : 0);
  }
  return `${since} ${line.slice(at)}`.slice(-400);
};

/** What a network says of routes and places says nothing of an abuse desk. */
const aboutNetwork = pattern("i", wordsFor("aboutNetwork"));

/** Pages for reports, by the words before them or their own. */
const formsIn = (whole: string): readonly string[] =>
  [...whole.slice(0, 20_000).matchAll(/https?:\/\/[^\s<>"')\]]{4,300}/gi)].flatMap((url) => {
    const above = whole.slice(Math.max(0, url.index - 160), url.index);
    const before = above.slice(lastIndex(aboutNetwork, above) + 1);
    const written = url[0].replace(/[.,;*]+$/, "");
    const isForReports = aboutAbuse.test(before) || mentionsUnread(before) || /abuse|report|complain/i.test(written);
    const isOfElse = /terms|polic|whois|rdap|\bdb\b|copyright\.pdf|inaccuracy|wicf|epp/i.test(written);
    return isForReports && !isOfElse && isForm(written) ? [written] : [];
  });

const lastIndex = (pattern: RegExp, text: string): number => {
  let last = -1;
  for (const match of text.matchAll(new RegExp(pattern.source, "gi"))) last = match.index;
  return last;
};

const speaksOfAbuse = (before: string, after: string, email: string): boolean => {
  const abuse = lastIndex(aboutAbuse, before);
  const other = lastIndex(aboutElse, before);
  if (abuse >= 0 || other >= 0) return abuse > other || (namesAbuse(email) && abuse >= 0);
  return namesAbuse(email) || aboutAbuse.test(after.slice(0, 80));
};

/** Mail is not read, and a form is given. */
export const saysForm = ({ unread, forms }: Pick<Remarks, "unread" | "forms">): boolean => unread && forms.length > 0;

/** Whether the remarks beside a mailbox forbid it without naming one, and send no abuse to it. */
export const forbidsOwn = (remarks: Remarks, email: string): boolean =>
  // With a form in its place, a person still reaches the desk there.
  remarks.forbidsOwn && !saysForm(remarks) && !remarks.sendsTo.includes(email.toLowerCase());
