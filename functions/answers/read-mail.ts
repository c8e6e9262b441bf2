import type { ReplyClass } from "../case/reply-class.ts";
import { pattern } from "../kernel/pattern.ts";
import { decodeHeader, decodePart } from "./decode-text.ts";
import { formOf } from "./form-address.ts";
import { fromMailbox } from "./from-mailbox.ts";
import type { MailReading } from "./mail-reading.ts";
import { ownWords } from "./own-words.ts";
import { partyNamedIn } from "./party-named.ts";
import { bounceRule, complaintRule, hasNullSender, readBounce, type SeenMail, seemingFrom } from "./read-bounce.ts";
import { contradicting, removalDoubt } from "./removal-doubts.ts";
import { isWorded, readWords, type Said, type Worded, type WordsHeard } from "./replies/read-words.ts";
import { automaticSubject, automaticText, awaySubject } from "./reply-rules.ts";
import { textOfHtml } from "./text-of-html.ts";
import { ticketByForm, ticketSaid } from "./ticket.ts";
import { first, type Headers, type MailParts, type TextPart, walkMail } from "./walk-mail.ts";

/**
 * Reads an inbound mail: headers first, then the words that its writer wrote. Nothing in it is
 * followed or run; attachments are known by type, size and hash of their encoded bytes alone. Never
 * fails: what cannot be read is `unclear` and a person looks at it. Takes time in proportion to the
 * mail's size, with caps on depth, parts and text.
 */
export const readMail = (bytes: Uint8Array): MailReading => readParts(walkMail(bytes));

/** The same of a mail that was taken apart already. */
export const readParts = (parts: MailParts): MailReading => {
  const { headers } = parts;
  const subject = decodeHeader(first(headers, "subject") ?? "")
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, " ")
    .trim()
    .slice(0, 500);
  const seeming = seemingFrom(parts);
  const from = fromMailbox(parts);
  const textOf = (type: string) =>
    parts.texts
      .filter((part) => part.type === type)
      .map(decodePart)
      .join("\n");
  const plain = textOf("text/plain");
  const readable = plain.trim() === "" ? textOfHtml(textOf("text/html")) : plain;
  const machinesOf = (isOne: (part: TextPart) => boolean) =>
    unfold(parts.texts.filter(isOne).map(decodePart).join("\n\n"));
  const status = machinesOf(isDeliveryStatus);
  const feedback = machinesOf(({ type }) => type === "message/feedback-report");
  const seen: SeenMail = {
    parts,
    subject,
    fromAddress: seeming.address,
    fromName: seeming.name,
    text: readable,
    status,
    feedback,
  };
  const { text, below: belowAll, aside, standing } = ownWords(readable);
  const automatic = isAutomatic(headers, subject);
  const common = {
    automatic,
    ...((automatic || mayBeAutomatic(headers, subject, seeming.address)) && { mayBeAutomatic: true as const }),
    ...(from && { from }),
    subject,
    text,
    ...(belowAll !== undefined && { below: belowAll }),
    attachments: parts.attachments,
    cut: parts.cut,
  };
  const complaint = complaintRule(seen);
  if (complaint !== undefined) return { class: "complaint", rule: complaint, ...common };
  const bounce = bounceRule(seen);
  if (bounce !== undefined) return { class: "bounce", rule: bounce, bounce: readBounce(seen), ...common };

  const ticket = ticketSaid(subject, text);
  const words = readWords(text, automatic);
  const said = classOf(words, subject, text, automatic, ticket !== undefined);
  const html = plain.trim() === "" ? "" : wordsOfHtml(textOf("text/html"), text);
  const against = contradicting({ aside, standing, html }, said);
  return {
    ...(against === undefined ? said : contradicted(said)),
    heard: words,
    ...(ticket ?? ticketByForm(subject, text)),
    ...pointsTo(said.class, text, seeming.address),
    ...common,
    ...(against !== undefined && belowAll === undefined && { below: against.slice(-shownAtMost) }),
  };
};

const shownAtMost = 2_000;

/** What the HTML part says otherwise than the plain one, which alone is read. */
const wordsOfHtml = (html: string, text: string): string => {
  if (html.trim() === "") return "";
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}☐]/gu, "").toLowerCase();
  const own = ownWords(textOfHtml(html)).text;
  return letters(own) === letters(text) ? "" : own;
};

const contradicted = ({ class: read }: ReadClass): ReadClass => ({
  class: "unclear",
  rule: `says ${read}, and otherwise where no machine reads`,
  isContradicted: true,
});

/** Where a reply of this class points: to a form's address, or to the party named. `writer`: its From. */
export const pointsTo = (
  replyClass: ReplyClass,
  text: string,
  writer: string,
): Pick<MailReading, "form" | "namedParty"> => {
  const form = replyClass === "use-our-form" ? formOf(text) : undefined;
  const namedParty = replyClass === "not-ours" ? partyNamedIn(text, writer) : undefined;
  return { ...(form && { form }), ...(namedParty && { namedParty }) };
};

const isDeliveryStatus = ({ type }: TextPart): boolean =>
  type === "message/delivery-status" || type === "message/global-delivery-status";
const unfold = (text: string): string => text.replace(/\r?\n[ \t]+/g, " ");

/**
 * RFC 3834 §5 and the headers that were there before it. X-Auto-Response-Suppress is not among
 * them: people's mails carry it too.
 */
const isAutomatic = (headers: Headers, subject: string): boolean => {
  const has = (name: string, says: RegExp) => (headers.get(name) ?? []).some((value) => says.test(value));
  return (
    has("auto-submitted", /^(?!\s*no\b)\s*\S/i) ||
    // Our own mail, sent back as it was.
    headers.has("x-case-attempt") ||
    hasNullSender(headers) ||
    headers.has("x-autoreply") ||
    headers.has("x-autorespond") ||
    headers.has("x-autoresponder") ||
    headers.has("x-auto-reply-from") ||
    has("precedence", /auto_reply|bulk|junk/i) ||
    has("x-apple-action", /vacation/i) ||
    headers.has("list-id") ||
    awaySubject.test(subject)
  );
};

/** Headers by which machines know each other, whatever they say. */
const machinesHeader = pattern(
  "",
  "^",
  [
    ...["x-.*loop.*", "x-auto.*", "auto-submitted", "precedence", "x-precedence", "list-.*", "feedback-id"],
    ...["x-campaign.*", "x-failed-recipients", "x-vacation.*"],
  ],
  "$",
);
const nobodysMailbox = /^(?:no-?_?\.?reply|do-?_?not-?_?reply|mailer-?daemon|postmaster|bounces?)(?:[-+._=]|$)/i;

/** Wider than `isAutomatic`: what goes out unasked must answer no machine, and may leave a person to a person. */
const mayBeAutomatic = (headers: Headers, subject: string, from: string): boolean =>
  [...headers].some(
    ([name, values]) =>
      machinesHeader.test(name) && !(name === "auto-submitted" && values.every((value) => /^\s*no\s*$/i.test(value))),
  ) ||
  automaticSubject.test(subject) ||
  nobodysMailbox.test(from.split("@")[0] ?? "");

type ReadClass = Pick<
  MailReading,
  "class" | "rule" | "mayBeRemoved" | "isWhollyKnown" | "tellsRemoval" | "isContradicted"
>;

/**
 * `acknowledgement` says least, and `passed-on` little more: they go with any answer. Who answers
 * two things at once is a person's to weigh, but for pairs of which one is only the reason for the
 * other: "we can't remove it, the host can" is not ours, "we take no mails, here is our form" is the
 * form.
 */
const classOf = (
  words: WordsHeard,
  subject: string,
  text: string,
  automatic: boolean,
  hasTicket: boolean,
): ReadClass => {
  const heard = heardIn(words, text, automatic);
  const read = classHeard(heard, subject, text, automatic, hasTicket);
  const doubt = read.class === "removed" || heard.mayBeRemoved ? removalDoubt(text, words) : undefined;
  if (doubt !== undefined)
    return read.class === "removed" ? { class: "unclear", rule: `says removed, but: ${doubt}` } : read;
  return {
    ...read,
    ...(heard.mayBeRemoved && { mayBeRemoved: true }),
    ...(heard.isWhollyKnown && { isWhollyKnown: true }),
    ...(heard.tellsRemoval && { tellsRemoval: true }),
  };
};

const classHeard = (heard: Heard, subject: string, text: string, automatic: boolean, hasTicket: boolean): ReadClass => {
  const nobody = nobodyAnswered(heard, awaySubject.test(subject), automatic, hasTicket);
  if (nobody) return nobody;
  const answer = answerOf(heard);
  if (answer) return answer;
  if (heard.stands) return { class: "unclear", rule: "says that it is still there" };
  // A desk that may have removed it should not be reminded by a machine.
  if (heard.isHinted && !automatic)
    return { class: "unclear", rule: "may say removed, in words that are not understood" };
  if (heard.passedOn !== undefined) return { class: "passed-on", rule: heard.passedOn };
  if (heard.closed !== undefined) return { class: "unclear", rule: heard.closed };
  if (heard.acknowledged !== undefined) return { class: "acknowledgement", rule: heard.acknowledged };
  return withoutWords(text, automatic, hasTicket);
};

/**
 * Nobody read our mail: it did not arrive, or a machine wrote that nobody is there. A machine that
 * says that this mailbox takes no reports, and where they go, says more.
 */
const nobodyAnswered = (
  { answers, away, absent, unreached, isUnread }: Heard,
  isAwaySubject: boolean,
  automatic: boolean,
  hasTicket: boolean,
): ReadClass | undefined => {
  const says = (...classes: readonly Worded[]) => answers.some(([said]) => classes.includes(said));
  if (unreached !== undefined && !says("removed", "question", "not-found"))
    return { class: "auto-reply", rule: unreached };
  if (hasTicket || (isUnread && says("use-our-form"))) return undefined;
  if (isAwaySubject || (automatic && away)) return { class: "auto-reply", rule: "away" };
  // Who is away names somebody else, and asks for patience.
  return absent !== undefined && !says("removed", "refused", "not-found")
    ? { class: "auto-reply", rule: absent }
    : undefined;
};

/** What a mail says; `answers` each with the words that say it. */
type Heard = {
  readonly away: boolean;
  readonly stands: boolean;
  readonly mayBeRemoved: boolean;
  readonly isWhollyKnown: boolean;
  readonly tellsRemoval: boolean;
  readonly isDoubted: boolean;
  readonly isHinted: boolean;
  /** That this mailbox takes no reports. */
  readonly isUnread: boolean;
  readonly absent: string | undefined;
  readonly unreached: string | undefined;
  readonly closed: string | undefined;
  readonly passedOn: string | undefined;
  readonly acknowledged: string | undefined;
  readonly answers: readonly (readonly [Worded, string])[];
};

/** No removal goes with these. */
const againstRemoved = ["stands", "asks"] as const satisfies Said[];
/** With these one may go, but only one that is plainly told: their customer has it, or another thing was not found. */
const besideRemovedAtMost = ["passed-on", "not-found"] as const satisfies Said[];
/** What is said of a removal that is to come. */
const toCome = ["acknowledgement", "passed-on"] as const satisfies Said[];
/** Words of a removal, understood or not. */
const ofRemoval = ["removed", "hinted"] as const satisfies Said[];

/** Where the rules heard these alone, another reader may understand what they did not. */
const saysNoAnswer: readonly Said[] = ["besides", "doubted"];
/** Of a word or two that the rules do not know, nobody can be sure. */
const saysSomething = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= 12;

const heardIn = ({ said }: WordsHeard, text: string, automatic: boolean): Heard => {
  const found = new Map(said);
  const hears = (sayings: readonly Said[]): boolean => sayings.some((said) => found.has(said));
  const isOpen = [...found.keys()].every((said) => saysNoAnswer.includes(said)) && saysSomething(text);
  const isAnotherNews = hears(besideRemovedAtMost) && !found.has("removed");
  const mayBeRemoved = !hears(againstRemoved) && !isAnotherNews && (hears(ofRemoval) || isOpen);
  const tellsRemoval = mayBeRemoved && found.has("removed") && !hears(toCome);
  // Who asks us whether it is gone does not tell us so, whatever they saw of it.
  const asks = found.get("asks");
  if (asks !== undefined && !automatic) {
    found.delete("removed");
    found.set("question", asks);
  }
  const stands = found.has("stands");
  const acknowledged = found.get("acknowledgement");
  found.delete("acknowledgement");
  const passedOn = found.get("passed-on");
  found.delete("passed-on");
  // A machine's standing text asks and explains for everybody who writes; only what it says about
  // this mail counts.
  if (automatic) found.delete("question");
  if (automatic && acknowledged !== undefined) found.delete("refused");
  for (const answer of [...found.keys()].filter(isWorded))
    for (const reason of found.has(answer) ? explainedBy[answer] : []) found.delete(reason);
  if (stands) found.delete("question");
  return {
    away: found.has("away"),
    stands,
    mayBeRemoved,
    tellsRemoval,
    isWhollyKnown: hears(ofRemoval) && !hears(["besides"]),
    isDoubted: found.has("doubted"),
    isHinted: found.has("hinted"),
    isUnread: found.has("unread"),
    absent: found.get("absent"),
    unreached: found.get("unreached"),
    closed: found.get("closed"),
    passedOn,
    acknowledged,
    answers: [...found].flatMap(([said, rule]) => (isWorded(said) ? [[said, rule] as const] : [])),
  };
};

const answerOf = ({ answers, stands, isDoubted }: Heard): ReadClass | undefined => {
  const [only, ...others] = answers;
  if (!only) return undefined;
  const [said, rule] = only;
  if (stands && answers.some(([one]) => one === "removed"))
    return { class: "unclear", rule: "says removed and still there" };
  if (others.length === 0)
    return said === "removed" && isDoubted
      ? { class: "unclear", rule: "says removed, and more that is not understood" }
      : { class: said, rule };
  const all = answers.map(([one]) => one).sort();
  return { class: "unclear", rule: `says ${all.join(" and ")}` };
};

/** What a mail is by its form, where no words of it are known. */
const withoutWords = (text: string, automatic: boolean, hasTicket: boolean): ReadClass => {
  if (hasTicket && (automatic || text.length < 1_500))
    return { class: "acknowledgement", rule: "gives a ticket number" };
  if (automatic) return { class: "auto-reply", rule: "written by a machine (RFC 3834)" };
  if (automaticText.test(text)) return { class: "auto-reply", rule: "calls itself automatic" };
  if (text.length < 3_000 && /[?？]\W*$/u.test(text)) return { class: "question", rule: "asks" };
  return { class: "unclear", rule: "no rule fits" };
};

/** Of each answer what is said beside it only to explain it. */
const explainedBy = {
  removed: [],
  "not-ours": ["refused", "question", "not-found"],
  "use-our-form": ["refused", "question", "not-found"],
  refused: ["question", "not-found"],
  question: ["not-found"],
  "not-found": [],
  "passed-on": [],
  acknowledgement: [],
} as const satisfies Record<Worded, readonly Worded[]>;
