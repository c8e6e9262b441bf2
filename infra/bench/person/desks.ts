import type { Notice } from "../../../functions/case/notice.ts";
import { wantsAction } from "../../../functions/case/step.ts";
import { instant } from "../../../functions/kernel/instant.ts";
import { mailDomainOf } from "../../../functions/kernel/mailbox.ts";
import type { OutgoingMail, SendAnswer } from "../../../functions/send/send-port.ts";
import type { Agenda } from "./agenda.ts";
import { type Draw, shareAt } from "./draw.ts";
import { type Filling, letterOf } from "./letters.ts";
import { saysRemoved } from "./played-person.ts";
import type { Mailbox } from "./providers.ts";
import { hourMs, type PlayedTarget } from "./targets.ts";
import type { Truth } from "./truth.ts";
import { type LetterKind, week } from "./week.ts";

/** One letter that came in, as it truly is. */
export type SentLetter = { readonly atMs: number; readonly kind: LetterKind; readonly isFalse: boolean };

/** One mail that SES was asked to send. */
export type SentMail = {
  readonly atMs: number;
  readonly attemptId: string;
  readonly isUrgent: boolean;
  readonly wentOut: boolean;
};

/** What a mail of ours is about: the notice, and the targets of the cases in it. */
export type About = {
  readonly holderId: string;
  readonly caseIds: readonly string[];
  readonly notice: Notice;
  readonly targets: readonly PlayedTarget[];
};

type Around = {
  readonly agenda: Agenda;
  readonly nowMs: () => number;
  readonly draw: Draw;
  readonly truth: Truth;
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
  readonly aboutMail: (mail: OutgoingMail) => About;
  readonly bringsEvent: (body: string) => Promise<unknown>;
  readonly bringsMail: (receipt: string, bytes: Uint8Array) => Promise<unknown>;
};

/** Hours until a desk writes, by what it writes: chosen. */
const hoursUntil: Readonly<Record<LetterKind, readonly [number, number]>> = {
  acknowledged: [0.02, 0.5],
  "passed-on": [2, 24],
  removed: [1, 36],
  "removed-unsure": [1, 36],
  "not-ours-named": [1, 24],
  "not-ours": [1, 24],
  form: [0.02, 4],
  refused: [4, 48],
  "asks-known": [2, 36],
  "asks-unknown": [2, 36],
  other: [2, 48],
};

/** A machine's acknowledgement says so in its head as often as not: chosen. */
const saysAutomatic = 0.5;

const lettersHead = (email: string, address: string, subject: string, key: string, isAutomatic: boolean) => [
  `Return-Path: <${email}>`,
  `Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass header.from=${mailDomainOf(email)};`,
  `From: Abuse <${email}>`,
  `To: <${address}>`,
  `Message-ID: <${key}@${mailDomainOf(email)}>`,
  `Subject: ${subject}`,
  ...(isAutomatic ? ["Auto-Submitted: auto-replied"] : []),
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: 8bit",
];

const receiptOf = (key: string, address: string): string => {
  const receipt = {
    recipients: [address],
    dmarcVerdict: { status: "PASS" },
    action: { type: "S3", bucketName: "replies", objectKey: key },
  };
  return JSON.stringify({ Type: "Notification", Message: JSON.stringify({ notificationType: "Received", receipt }) });
};

const headOf = (mime: Uint8Array, name: string): string | undefined =>
  new RegExp(`^${name}:\\s+<?([^>\\r]+)>?\\r$`, "im").exec(
    Buffer.from(mime.subarray(0, 8_000)).toString("latin1"),
  )?.[1];

type Writing = Pick<Around, "agenda" | "nowMs" | "draw" | "truth" | "bringsMail">;

/**
 * What desks write. What one says it did has happened when its letter comes, but for false words.
 */
const lettersOfDesks = ({ agenda, nowMs, draw, truth, bringsMail }: Writing) => {
  const letters = new Map<string, SentLetter[]>();
  const note = (ids: readonly string[], letter: SentLetter) => {
    for (const id of ids) letters.set(id, [...(letters.get(id) ?? []), letter]);
  };

  /** What a desk says it did has happened. */
  const act = (kind: LetterKind, targets: readonly PlayedTarget[], isFalse: boolean, atMs: number) => {
    for (const target of targets) {
      // What became of it by now has happened: a removal is of what stands there, back again or not.
      truth.isUp(target, atMs);
      if (kind === "passed-on") truth.isPassedOn(target, atMs);
      if (saysRemoved(kind) && !isFalse) truth.isTakenDown(target, atMs);
    }
  };

  const write = (
    kind: LetterKind,
    { language, email }: Mailbox,
    { mime }: OutgoingMail,
    { targets, caseIds, holderId }: About,
    nth: number,
  ) => {
    const [target] = targets;
    const address = headOf(mime, "Reply-To");
    if (!target || address === undefined) return;
    const own: Draw = (...what) => draw("letter", target.id, email, nth, ...what);
    const [soonest, latest] = hoursUntil[kind];
    const atMs = nowMs() + Math.round((soonest + own("after") * (latest - soonest)) * hourMs);
    const isFalse = saysRemoved(kind) && own("false") < week.truth.saidRemovedAndWasNot;
    const filling: Filling = {
      ticket: `ABU-${100_000 + Math.floor(own("ticket") * 900_000)}`,
      host: target.host.name.replaceAll(".", "[.]"),
      form: `https://report.${mailDomainOf(email)}/abuse`,
      party: target.host.elsewhere.provider.desk?.email ?? "",
    };
    const key = `letter-${target.id}-${nth}-${email.replace(/\W/g, "-")}`;
    const isAutomatic = kind === "acknowledged" && own("automatic") < saysAutomatic;
    const subject = `Re: ${headOf(mime, "Subject") ?? "your notice"}`;
    const body = letterOf(language, kind, filling, own).split("\n");
    const text = [...lettersHead(email, address, subject, key, isAutomatic), "", ...body, ""].join("\r\n");
    agenda.plan(atMs, async () => {
      act(kind, targets, isFalse, atMs);
      note([...new Set([...caseIds, holderId])], { atMs, kind, isFalse });
      await bringsMail(receiptOf(key, address), new TextEncoder().encode(text));
    });
  };
  return { write, lettersTo: (id: string): readonly SentLetter[] => letters.get(id) ?? [] };
};

/**
 * SES and the desks behind it. What a desk answers is drawn for the first target of a mail, its
 * mailbox and how often it was asked about it, and holds for all cases in the mail.
 */
export const desksOf = ({ agenda, nowMs, draw, truth, mailboxes, aboutMail, bringsEvent, bringsMail }: Around) => {
  const mails: SentMail[] = [];
  const asked = new Map<string, number>();
  const { write, lettersTo } = lettersOfDesks({ agenda, nowMs, draw, truth, bringsMail });

  const tell = (type: string, sesMessageId: string, attemptId: string, inMs: number, more: object = {}) => {
    const atMs = nowMs() + inMs;
    const mail = { messageId: sesMessageId, timestamp: instant(atMs), tags: { attempt: [attemptId] } };
    agenda.plan(atMs, () => bringsEvent(JSON.stringify({ eventType: type, mail, ...more })));
  };

  const arrives = (mail: OutgoingMail, about: About, sesMessageId: string) => {
    const { attemptId, recipient } = mail;
    const desk = mailboxes.get(recipient.toLowerCase());
    tell("Send", sesMessageId, attemptId, 2_000);
    if (!desk || desk.isBad) {
      const bounce = { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [{ status: "5.1.1" }] };
      return tell("Bounce", sesMessageId, attemptId, 5_000, { bounce });
    }
    const isLate = draw("late", attemptId) < week.mails.softBounceThenDelivered;
    if (isLate) tell("DeliveryDelay", sesMessageId, attemptId, 60_000, { deliveryDelay: { delayType: "MailboxFull" } });
    tell("Delivery", sesMessageId, attemptId, isLate ? 2 * hourMs : 5_000, { delivery: {} });
    if (draw("complains", attemptId) < week.mails.complaint)
      tell("Complaint", sesMessageId, attemptId, hourMs / 2, { complaint: {} });
    const [first] = about.targets;
    if (!first || !wantsAction(about.notice.step)) return;
    const name = `${first.id} ${desk.email}`;
    const nth = (asked.get(name) ?? 0) + 1;
    asked.set(name, nth);
    const kind = shareAt(week.answersByMail, draw("answer", name, nth));
    if (kind !== "nothing") write(kind, desk, mail, about, nth);
  };

  return {
    mails: mails as readonly SentMail[],
    /** Letters about a case, or to a digest, in the order in which they came. */
    lettersTo,
    sendOnce: async (mail: OutgoingMail): Promise<SendAnswer> => {
      const { attemptId, lane } = mail;
      const isLost = draw("lost", attemptId) < week.mails.sesAnswerLost;
      const wentOut = !isLost || draw("lost and out", attemptId) < 0.5;
      mails.push({ atMs: nowMs(), attemptId, isUrgent: lane === "urgent", wentOut });
      const sesMessageId = `ses-${mails.length}`;
      if (wentOut) arrives(mail, aboutMail(mail), sesMessageId);
      return isLost ? { kind: "uncertain", code: "TimeoutError" } : { kind: "accepted", sesMessageId };
    },
  };
};
