import type { ReplyClass } from "../case/reply-class.ts";
import { pattern } from "../kernel/pattern.ts";
import { decodeHeader, decodePart } from "./decode-text.ts";
import { formOf } from "./form-address.ts";
import { fromMailbox } from "./from-mailbox.ts";
import type { MailReading } from "./mail-reading.ts";
import { ownWords } from "./own-words.ts";
import { hostNamedIn, partyNamedIn } from "./party-named.ts";
import type { Letter } from "./prose/pieces.ts";
import type { Prose, ProseReader } from "./prose/read-prose.ts";
import { bounceRule, complaintRule, hasNullSender, readBounce, type SeenMail, seemingFrom } from "./read-bounce.ts";
import { contradicting, removalDoubt, tellingIn } from "./removal-doubts.ts";
import { inAnyLanguage } from "./replies/mail-words.ts";
import { textOfHtml } from "./text-of-html.ts";
import { ticketByForm, ticketSaid } from "./ticket.ts";
import { first, type Headers, type MailParts, type TextPart, walkMail } from "./walk-mail.ts";

/**
 * Reads headers first, then the writer's words. Follows and runs nothing; attachments are known by type, size and
 * hash of their encoded bytes alone. Never fails: what can't be read is `unclear`, for a person. Linear time,
 * capped.
 */
export const readMail = (bytes: Uint8Array, reader: ProseReader): MailReading => readParts(walkMail(bytes), reader);

/** The same for a mail taken apart already. */
export const readParts = (parts: MailParts, reader: ProseReader): MailReading => {
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
  const said = readOwnWords({ subject, text, automatic }, ticket !== undefined, reader);
  const html = plain.trim() === "" ? "" : wordsOfHtml(textOf("text/html"), text);
  const against = contradicting({ aside, standing, html }, said, reader.read);
  const read = against === undefined ? said : contradicted(said);
  const { replyClass, ...how } = read;
  return {
    class: replyClass,
    ...how,
    ...(ticket ?? ticketByForm(subject, text)),
    ...pointsTo(replyClass, text, seeming.address),
    ...common,
    ...(against !== undefined && belowAll === undefined && { below: against.slice(-shownAtMost) }),
  };
};

type ReadProse = Prose & Pick<MailReading, "rule" | "telling">;

/** What the writer's own words say; without words, what the mail is by its form. */
const readOwnWords = (letter: Letter, hasTicket: boolean, reader: ProseReader): ReadProse => {
  const letters = letter.text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || (letter.automatic && letters < lettersAtLeast)) return withoutWords(letter, hasTicket);
  const said = reader.read(letter);
  const rule = `read as ${said.replyClass} (${said.confidence})`;
  if (said.replyClass !== "removed" && !said.isLikelyRemoved) return { ...said, rule };
  const telling = tellingIn(letter.text, reader);
  const doubt = removalDoubt(letter.text, telling);
  return doubt === undefined
    ? { ...said, rule, telling }
    : { replyClass: "unclear", confidence: said.confidence, rule: `says removed, but: ${doubt}` };
};

/** Fewer letters of a machine say nothing. */
const lettersAtLeast = 12;

const withoutWords = ({ subject, automatic }: Letter, hasTicket: boolean): ReadProse => {
  if (hasTicket) return { replyClass: "acknowledgement", confidence: 1, rule: "gives a ticket number" };
  return automatic || automaticSubject.test(subject)
    ? { replyClass: "auto-reply", confidence: 1, rule: "written by a machine (RFC 3834)" }
    : { replyClass: "unclear", confidence: 1, rule: "without words" };
};

const shownAtMost = 2_000;

/** What the HTML part says other than the plain one, which alone is read. */
const wordsOfHtml = (html: string, text: string): string => {
  if (html.trim() === "") return "";
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}☐]/gu, "").toLowerCase();
  const own = ownWords(textOfHtml(html)).text;
  return letters(own) === letters(text) ? "" : own;
};

const contradicted = ({ replyClass, confidence }: ReadProse): ReadProse => ({
  replyClass: "unclear",
  confidence,
  rule: `says ${replyClass}, and otherwise where it was set aside`,
});

/** The form or the party that the reply points to. `writer`: its From. */
const pointsTo = (replyClass: ReplyClass, text: string, writer: string): Pick<MailReading, "form" | "namedParty"> => {
  const form = replyClass === "use-our-form" ? formOf(text) : undefined;
  const isHandedOn = replyClass === "passed-on";
  const party = replyClass === "not-ours" ? partyNamedIn(text, writer) : undefined;
  const namedParty = isHandedOn ? hostNamedIn(text, writer) : party;
  return { ...(form && { form }), ...(namedParty && { namedParty }) };
};

const isDeliveryStatus = ({ type }: TextPart): boolean =>
  type === "message/delivery-status" || type === "message/global-delivery-status";
const unfold = (text: string): string => text.replace(/\r?\n[ \t]+/g, " ");

/** Subjects of out-of-office replies. Not an answer. */
const awaySubject = new RegExp(
  String.raw`^\s*(\[[^\]]{1,40}\]\s*)?((auto(matic|mated|matische|matisch)?)[ -]?` +
    `(reply|response|antwort|respon[sd]er|antwoord)|${inAnyLanguage("away")})`,
  "i",
);

/** The same anywhere in a subject, in whatever brackets. */
const automaticSubject = new RegExp(
  String.raw`(?<!\p{L})(?:auto(?:matic|mated|matische?|matisch|matique|mática|matica)?[ _-]?` +
    String.raw`(?:generated|re(?:ply|sponse|sponder|spuesta)|antwort|antwoord)|${inAnyLanguage("away")})`,
  "iu",
);

/** RFC 3834 §5 and older headers. Not X-Auto-Response-Suppress: people's mails carry it too. */
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
