import type { Instant } from "../../functions/kernel/instant.ts";
import type { Deliveries, Delivery } from "./deliveries.ts";
import { answersOf } from "./sample/desks.ts";
import { receiptOf } from "./sample/inbound-mail.ts";
import { deskOf } from "./sample/world.ts";
import type { KeptMail } from "./servers/ses-events.ts";
import { replyBucket, type Stand } from "./stand.ts";
import { enqueue } from "./work-queues.ts";

/**
 * What SES and the desks will do with a mail that was just taken, put into the schedule. A mailbox
 * nobody knows takes mail and is silent.
 */
export const planAnswers = (deliveries: Deliveries, mail: KeptMail, raw: Buffer): void => {
  const desk = deskOf(mail.destinations[0] ?? "") ?? {
    email: mail.destinations[0] ?? "",
    name: "",
    temper: "silent" as const,
  };
  deliveries.plan(answersOf(desk, mail, raw));
};

/**
 * Carries out all that is due: reporters report, SES tells, desks write. Gives how many things
 * happened.
 */
export const letHappen = async (stand: Stand, deliveries: Deliveries, now: Instant): Promise<number> => {
  const due = deliveries.takeDue(now);
  for (const delivery of due) await happen(stand, delivery, now);
  return due.length;
};

const happen = async (stand: Stand, { id, does }: Delivery, now: Instant): Promise<void> => {
  switch (does.kind) {
    case "report":
      return enqueue(stand, does.queue, does.body);
    case "event": {
      const mail = stand.ses.mails().find(({ number }) => number === does.mailNumber);
      return mail && stand.ses.tell(mail, does.outcome);
    }
    case "mail": {
      stand.s3.put(replyBucket, id, Buffer.from(does.mime));
      return enqueue(stand, "reply", receiptOf(replyBucket, id, does.mime, now));
    }
    default:
      return does satisfies never;
  }
};
