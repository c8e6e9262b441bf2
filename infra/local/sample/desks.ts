import { type Instant, plusMinutes } from "../../../functions/kernel/instant.ts";
import { mailDomainOf } from "../../../functions/kernel/mailbox.ts";
import type { Delivery } from "../deliveries.ts";
import { addressIn, headerOf } from "../mime-headers.ts";
import type { KeptMail, SesOutcome } from "../servers/ses-events.ts";
import { inboundMail } from "./inbound-mail.ts";
import { quotedText, subjectText } from "./read-notice.ts";
import type { Desk } from "./world.ts";

type Move = {
  readonly afterMinutes: number;
  readonly does:
    | { readonly kind: "event"; readonly outcome: SesOutcome }
    | { readonly kind: "letter"; readonly text: string; readonly why: string }
    | ({ readonly kind: "reply" } & Reply);
};
export type Reply = { readonly text: string; readonly automatic?: boolean; readonly ticket?: boolean };

/** What SES puts after the @ of a Message-ID in us-east-1. */
const sesDomain = "email.amazonses.com";

/**
 * What SES and a desk do with a mail, as deliveries at simulated moments: events, and answers as
 * SES would lay them into the bucket. Pure: the same mail always gets the same. Their ids hold the
 * mail's number, so that planning twice changes nothing. `messageIdDomain` is what SES puts after
 * the @ of a Message-ID (`email.amazonses.com` in us-east-1).
 */
export const answersOf = (desk: Desk, mail: KeptMail, raw: Buffer, messageIdDomain = sesDomain): readonly Delivery[] =>
  movesOf(desk, subjectText(mail.headers)).map(({ afterMinutes, does }, at): Delivery => {
    const moment = plusMinutes(mail.acceptedAt, afterMinutes);
    const id = `mail-${mail.number}-${at}`;
    if (does.kind === "event")
      return { id, at: moment, does: { kind: "event", mailNumber: mail.number, outcome: does.outcome } };
    if (does.kind === "letter") return { id, at: moment, does: { ...does, mailNumber: mail.number } };
    return {
      id,
      at: moment,
      does: { kind: "mail", mime: replyMail(desk, mail, raw, does, moment, id, messageIdDomain) },
    };
  });

const delivered: Move = { afterMinutes: 1, does: { kind: "event", outcome: { kind: "Delivery" } } };
const reply = (afterMinutes: number, text: string, more: Omit<Reply, "text"> = {}): Move => ({
  afterMinutes,
  does: { kind: "reply", text, ...more },
});
const acknowledgement = (minutes: number) =>
  reply(
    minutes,
    "Thank you for your report.\n\nThis is an automatic confirmation that we have received it. A member " +
      "of our abuse team will look at it. Please keep the ticket number in the subject of all further mail.",
    { automatic: true, ticket: true },
  );
const removed = (hours: number, more: Omit<Reply, "text"> = {}) =>
  reply(
    hours * 60,
    "Hello,\n\nthank you for letting us know. We have removed the content and suspended the customer's " +
      "account.\n\nRegards\nAbuse desk",
    more,
  );

type Asked = { readonly email: string; readonly isReminder: boolean; readonly isLetter: boolean };

/** What a desk does when it is asked for something. */
const movesBy = {
  "answers-removed": () => [delivered, removed(5)],
  "acknowledges-then-removes": () => [delivered, acknowledgement(3), removed(20, { ticket: true })],
  "removes-when-reminded": ({ isReminder }) => (isReminder ? [delivered, removed(4)] : [delivered]),
  acknowledges: () => [delivered, acknowledgement(3)],
  "passes-on": () => [
    delivered,
    reply(
      3 * 60,
      "Hello,\n\nwe have forwarded your report to our customer and set a deadline of 24 hours.\n\nRegards\nAbuse desk",
    ),
  ],
  bounces: ({ email }) => [
    {
      afterMinutes: 2,
      does: {
        kind: "event",
        outcome: {
          kind: "Bounce",
          bounceType: "Permanent",
          bounceSubType: "General",
          status: "5.1.1",
          diagnosticCode: `smtp; 550 5.1.1 <${email}>: Recipient address rejected: User unknown`,
        },
      },
    },
  ],
  silent: () => [delivered],
  "not-ours": () => [
    delivered,
    reply(
      3 * 60,
      "Hello,\n\nthis address is not ours any more. We are not the hosting provider for this IP address: " +
        "the range is leased to another company. Please contact abuse@leaseholder.example.\n\nRegards",
    ),
  ],
  "wants-form": () => [
    delivered,
    reply(
      10,
      "Reports by e-mail are not processed. Please use our online form to submit your report:\n" +
        "https://lotus.example/report-abuse\n",
      {
        automatic: true,
      },
    ),
  ],
  refuses: () => [
    delivered,
    reply(
      8 * 60,
      "Hello,\n\nwe have reviewed your report and will not take action: we do not see a violation of our " +
        "terms. Please obtain a court order.\n\nRegards\nAbuse desk",
    ),
  ],
  "does-not-find": () => [
    delivered,
    reply(4 * 60, "Hello,\n\nwe could not find the reported content on this server.\n\nRegards\nAbuse desk"),
  ],
  asks: ({ isLetter }) =>
    isLetter
      ? [delivered, removed(3)]
      : [
          delivered,
          reply(
            2 * 60,
            "Hello,\n\nwe could not reproduce this. Could you please send us a screenshot or the exact time with " +
              "time zone at which you saw it?\n\nRegards\nAbuse desk",
          ),
          {
            afterMinutes: 5 * 60,
            does: {
              kind: "letter",
              text:
                "We saw the file on three tries, from two networks.\n\nNo picture is kept of it: it holds names of " +
                "people. The first lines are enough to know it by.",
              why: "The desk asks for what shows it.",
            },
          },
        ],
  "asks-the-time": ({ isLetter }) =>
    isLetter
      ? [delivered, removed(3)]
      : [
          delivered,
          reply(2 * 60, "Hello,\n\ncould you please send us the exact time with time zone?\n\nRegards\nAbuse desk"),
        ],
  "auto-replies": () => [
    delivered,
    reply(1, "I am out of the office until Monday and will read your mail when I am back.", { automatic: true }),
  ],
  complains: () => [
    delivered,
    { afterMinutes: 6 * 60, does: { kind: "event", outcome: { kind: "Complaint", feedbackType: "abuse" } } },
  ],
} satisfies Record<Desk["temper"], (mail: Asked) => readonly Move[]>;

const movesOf = ({ temper, email }: Desk, subject: string): readonly Move[] => {
  // What asks for nothing is read and not answered.
  const asksNothing = /^(no further action|withdrawn|correction)\b/i.test(subject);
  if (asksNothing && temper !== "bounces") return [delivered];
  const isLetter = /^re: /i.test(subject);
  if (isLetter && temper !== "asks" && temper !== "asks-the-time") return [delivered];
  return movesBy[temper]({ email, isReminder: /^reminder\b/i.test(subject), isLetter });
};

/** What a desk of this temper first writes when it is asked for something. */
export const exampleOf = (temper: Desk["temper"]): Reply | undefined =>
  movesBy[temper]({ email: "", isReminder: false, isLetter: false })
    .map(({ does }) => does)
    .find((does) => does.kind === "reply");

/** A desk's reply to a mail, as SES lays it into the bucket. `id` makes its Message-ID. */
export const replyMail = (
  desk: Desk,
  mail: KeptMail,
  raw: Buffer,
  { text, automatic = false, ticket = false }: Reply,
  at: Instant,
  id: string,
  messageIdDomain = sesDomain,
): string => {
  const original = headerOf(mail.headers, "subject") ?? "";
  const shortName = mailDomainOf(desk.email).split(".")[0]?.toUpperCase();
  const number = `${shortName}-${mail.acceptedAt.slice(0, 4)}${String(mail.number).padStart(5, "0")}`;
  const vacation = desk.temper === "auto-replies";
  return inboundMail({
    id,
    at,
    from: { name: desk.name, email: desk.email },
    to: addressIn(headerOf(mail.headers, "reply-to") ?? mail.source),
    subject: vacation
      ? `Out of office: ${original}`
      : ticket
        ? `[Ticket#${number}] Re: ${original}`
        : `Re: ${original}`,
    inReplyTo: `<${mail.messageId}@${messageIdDomain}>`,
    automatic,
    text:
      `${text}${ticket ? `\n\nTicket number: ${number}` : ""}\n\nOn ${mail.acceptedAt.slice(0, 10)} ` +
      `${addressIn(mail.source)} wrote:\n${quotedText(raw)}\n`,
  });
};
