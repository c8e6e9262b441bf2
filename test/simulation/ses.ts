import type { SendAnswer, SendOnce } from "../../functions/send/send-port.ts";
import type { Fault } from "./faults.ts";
import type { Held, Written } from "./hostile-desk.ts";
import { type Letter, noteOf } from "./letters.ts";
import type { simulatedQueues } from "./queues.ts";
import type { Watch } from "./watch.ts";
import type { Task, World } from "./world.ts";

/** How the desk behind a mailbox behaves towards one mail. */
export type Desk = {
  readonly outcome: "delivered" | "bounced" | "delayed" | "complained";
  readonly replies?: { readonly afterMs: number; readonly words: string; readonly proven: boolean };
};

type Around = {
  readonly world: World;
  readonly watch: Watch;
  readonly queues: ReturnType<typeof simulatedQueues>;
  readonly mails: Map<string, Letter>;
  readonly deskOf: (recipient: string, nth: number) => Desk;
  /** What anybody writes who holds these mails of ours, the last of which has just gone out. */
  readonly lettersOn: (held: readonly Held[], newKey: () => string) => readonly Written[];
};

const second = 1000;
const afterUnknownMs = 25 * 60 * second;

/**
 * SES with its events, and the desks behind it. It takes a mail once for each time that it is
 * asked.
 */
export const aSes = ({ world, watch, queues, mails, deskOf, lettersOn }: Around) => {
  let count = 0;
  let letters = 0;
  const held: Held[] = [];

  const event = (type: string, sesMessageId: string, attemptId: string, more: object = {}) =>
    JSON.stringify({
      eventType: type,
      mail: { messageId: sesMessageId, timestamp: world.now(), tags: { attempt: [attemptId] } },
      ...more,
    });

  const tell = (body: string, inMs: number, fault: Fault | undefined) => {
    const lateMs = fault === "late" ? afterUnknownMs : 0;
    for (let copies = fault === "twice" ? 2 : 1; copies > 0; copies--) {
      // Doubled events come out of order, too.
      const atMs = world.nowMs() + inMs + lateMs + (copies === 2 ? 9 * second : 0);
      world.at(atMs, "SES tells what became of a mail", () => queues.put("delivery", body));
    }
  };

  const newKey = (): string => `mail-${++letters}`;
  const send = ({ letter, afterMs }: Written) => {
    mails.set(letter.key, letter);
    world.at(world.nowMs() + afterMs, "somebody writes to a reply address", () => queues.put("reply", noteOf(letter)));
  };

  const answer = ({ replies }: Desk, recipient: string, attemptId: string, mime: Uint8Array) => {
    const address = /^Reply-To:\s+<?([^>\s]+)>?\r$/im.exec(Buffer.from(mime).toString("latin1"))?.[1];
    if (address === undefined) throw new Error("A mail of ours has no address for its answer.");
    watch.addressed(address, attemptId);
    held.push({ address, recipient });
    if (replies) {
      const { afterMs, words: body, proven } = replies;
      const from = proven ? recipient : "canary-somebody@elsewhere.example";
      const saysRemoved = body.includes("has been removed");
      send({
        letter: { key: newKey(), to: [address], from, writer: from, envelope: from, headers: {}, body, saysRemoved },
        afterMs,
      });
    }
    for (const written of lettersOn(held, newKey)) send(written);
  };

  const take = (task: Task, mail: Parameters<SendOnce>[0], fault: Fault | undefined): SendAnswer => {
    if (fault === "throttled") return { kind: "declined", code: "Throttling", final: false };
    if (fault === "rejected") return { kind: "declined", code: "MessageRejected", final: true };
    const { attemptId, recipient, mime } = mail;
    const sesMessageId = `ses-${++count}`;
    watch.wired(mail, task);
    const desk = deskOf(recipient, count);
    if (fault !== "silent") {
      tell(event("Send", sesMessageId, attemptId), 2 * second, fault);
      if (desk.outcome === "delivered" || desk.outcome === "complained")
        tell(event("Delivery", sesMessageId, attemptId, { delivery: { timestamp: world.now() } }), 4 * second, fault);
      if (desk.outcome === "bounced") {
        tell(
          event("Bounce", sesMessageId, attemptId, {
            bounce: { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [{ status: "5.1.1" }] },
          }),
          4 * second,
          fault,
        );
      }
      if (desk.outcome === "delayed")
        tell(
          event("DeliveryDelay", sesMessageId, attemptId, { deliveryDelay: { delayType: "MailboxFull" } }),
          60 * second,
          fault,
        );
      if (desk.outcome === "complained")
        tell(event("Complaint", sesMessageId, attemptId, { complaint: {} }), 30 * 60 * second, fault);
      answer(desk, recipient, attemptId, mime);
    }
    return fault === "silent" || fault === "late"
      ? { kind: "uncertain", code: "TimeoutError" }
      : { kind: "accepted", sesMessageId };
  };

  return {
    sendOnce:
      (task: Task): SendOnce =>
      (mail) =>
        world.call(
          task,
          "ask SES",
          (fault) => take(task, mail, fault),
          () => ({ kind: "uncertain", code: "TimeoutError" }),
        ),
  };
};
