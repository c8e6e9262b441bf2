import { mailDomainOf } from "../../functions/kernel/mailbox.ts";
import { minuteMs } from "./cast.ts";
import type { Letter } from "./letters.ts";
import type { Random } from "./random.ts";

/** One mail of ours, as somebody holds it to whom its desk forwarded it. */
export type Held = { readonly address: string; readonly recipient: string };

type Words = Pick<Letter, "headers" | "body" | "saysRemoved">;
const words = (body: string, headers: Letter["headers"] = {}, saysRemoved = false): Words => ({
  body,
  headers,
  saysRemoved,
});
const inParts = (type: string, parts: readonly string[], subject: string): Words =>
  words(`${parts.map((part) => `--b-1\n${part}`).join("\n")}\n--b-1--`, {
    "Content-Type": `${type}; boundary="b-1"`,
    Subject: subject,
  });
const trackingLink = `https://click.network.example/u/${"QmFzZTY0bG9va3NMaWtlVGhpcw".repeat(10)}`;

/** What may be written, by what it passes for. */
export const letterWords = {
  removed: words("The page has been removed.", {}, true),
  nothing: words("hm"),
  acknowledgement: words("We have received your report and will look into it. Ticket: #4711", {
    Subject: "[Ticket #4711] Re: notice",
    "Auto-Submitted": "auto-replied",
  }),
  "a link in an acknowledgement": words(
    `We have received your report.\nSee its state: ${trackingLink}\nTicket: #4712`,
    { "Auto-Submitted": "auto-replied" },
  ),
  "passed on": words("We passed your notice on to our customer."),
  "passed on, with a day": words("We passed your notice on to our customer, who has 24 hours."),
  "passed on, with a month": words("We passed your notice on to our customer, who has 30 days."),
  "not found": words("We could not find the reported page."),
  "not ours": words("This IP address is not ours. Please write to canary-other@elsewhere.example."),
  "use our form": words("Please use our web form to report abuse: https://forms.elsewhere.example/abuse"),
  refused: words("We will not remove this page."),
  question: words("Which page do you mean?"),
  unsubscribe: words("x", { Subject: "unsubscribe" }),
  "a complaint": inParts(
    "multipart/report; report-type=feedback-report",
    [
      "Content-Type: text/plain\n\nSpam.\n",
      "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\n",
    ],
    "Complaint",
  ),
  "our own report": inParts(
    "multipart/mixed",
    [
      "Content-Type: text/plain\n\nWe are looking into it.\n",
      "Content-Type: message/feedback-report\n\nFeedback-Type: xarf\nUser-Agent: x/1\nVersion: 1\n",
    ],
    "Re: notice",
  ),
  "a bounce": inParts(
    "multipart/report; report-type=delivery-status",
    [
      "Content-Type: text/plain\n\nNo such user.\n",
      "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.network.example\n\n" +
        "Final-Recipient: rfc822; canary-abuse@network.example\nAction: failed\nStatus: 5.1.1\n",
    ],
    "Undelivered Mail Returned to Sender",
  ),
} as const satisfies Readonly<Record<string, Words>>;

/**
 * Who may write it. The first sends what is not theirs to send, the second spells From so that it may be taken for the
 * desk's; the last is a customer of an
 * access network, whose mailbox is in its desk's domain.
 */
export const letterWriters = {
  "in the desk's name": ({ recipient }) => ({
    from: recipient,
    writer: "canary-somebody@evil.example",
    envelope: "dmarc=pass@evil.example",
  }),
  "with the desk's mailbox beside their own": ({ recipient }) => ({
    ...own("canary-somebody@evil.example"),
    spelled: `(${recipient} ") <canary-somebody@evil.example> (")`,
  }),
  "from below the desk's domain": ({ recipient }) => own(`canary-root@vps-17.${mailDomainOf(recipient)}`),
  "in their own name": () => own("canary-somebody@evil.example"),
  "from the desk's mail domain": ({ recipient }) => own(`canary-customer@${mailDomainOf(recipient)}`),
  "as the desk": ({ recipient }) => own(recipient),
} as const satisfies Readonly<Record<string, (held: Held) => Pick<Letter, "from" | "spelled" | "writer" | "envelope">>>;
const own = (mailbox: string) => ({ from: mailbox, writer: mailbox, envelope: mailbox });

export type LetterWriter = keyof typeof letterWriters;
export type LetterWords = keyof typeof letterWords;

/** A letter about one mail of ours, or about several at once, as who merges tickets writes. */
export const aLetter = (
  key: string,
  by: LetterWriter,
  what: LetterWords,
  about: readonly [Held, ...Held[]],
): Letter => ({
  key,
  to: about.map(({ address }) => address),
  ...letterWriters[by](about[0]),
  ...letterWords[what],
});

export type Written = { readonly letter: Letter; readonly afterMs: number };

/**
 * What comes back for one mail: nothing mostly; else up to three letters, also about other cases
 * whose mails the writer holds.
 */
export const drawnLetters = (random: Random, held: readonly Held[], newKey: () => string): readonly Written[] => {
  const last = held.at(-1);
  if (!last || random.chance(0.3)) return [];
  return Array.from({ length: 1 + random.below(3) }, (): Written => {
    const one = random.chance(0.7) ? last : random.pick(held);
    const other = random.chance(0.15) ? random.pick(held) : undefined;
    const about: readonly [Held, ...Held[]] = other && other !== one ? [one, other] : [one];
    const by = random.pick(Object.keys(letterWriters) as LetterWriter[]);
    const what = random.pick(Object.keys(letterWords) as LetterWords[]);
    const letter = aLetter(newKey(), by, what, about);
    return { letter, afterMs: random.below(20) * random.pick([1_000, minuteMs, 60 * minuteMs]) };
  });
};
