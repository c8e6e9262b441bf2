import * as z from "zod";
import { sqsHints } from "../../functions/adapters/sqs-hints.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import { writeLetter } from "../../functions/review/letter.ts";
import type { Deliveries, Delivery } from "./deliveries.ts";
import { headerOf } from "./mime-headers.ts";
import { answersOf } from "./sample/desks.ts";
import { receiptOf } from "./sample/inbound-mail.ts";
import { deskOf } from "./sample/world.ts";
import type { KeptMail } from "./servers/ses-events.ts";
import { replyBucket, type Stand } from "./stand.ts";
import { enqueue } from "./work-queues.ts";

/**
 * What SES and the desks will do with a mail that was just taken, put into the schedule. A mailbox
 * nobody knows takes mail and is silent. `writes`: a person of the samples answers a desk that asks.
 */
export const planAnswers = (
  deliveries: Deliveries,
  mail: KeptMail,
  raw: Buffer,
  { writes = false }: { readonly writes?: boolean } = {},
): void => {
  const desk = deskOf(mail.destinations[0] ?? "") ?? {
    email: mail.destinations[0] ?? "",
    name: "",
    temper: "silent" as const,
  };
  deliveries.plan(answersOf(desk, mail, raw).filter(({ does }) => writes || does.kind !== "letter"));
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

const hintUrls = z.record(z.string(), z.string());

/** As by the console: the words go to whom the mail of that number went. */
const personWrites = async (
  { store, settings, clock, queues, variables, ses }: Stand,
  { mailNumber, text, why }: Extract<Delivery["does"], { kind: "letter" }>,
): Promise<void> => {
  const mail = ses.mails().find(({ number }) => number === mailNumber);
  const [caseId] = headerOf(mail?.headers ?? [], "x-case-attempt")?.split("_") ?? [];
  if (!mail || caseId === undefined) return;
  const urls = hintUrls.parse(JSON.parse(variables.HINT_QUEUE_URLS ?? "{}"));
  const dropHint = sqsHints(queues, urls);
  const work = { store, policyOf: policyOf(settings), clock, dropHint };
  await writeLetter(work, { caseId, by: "the person on call", why, to: mail.destinations[0] ?? "", text });
};

const happen = async (stand: Stand, { id, does }: Delivery, now: Instant): Promise<void> => {
  switch (does.kind) {
    case "report":
      return enqueue(stand, does.queue, does.body);
    case "event": {
      const mail = stand.ses.mails().find(({ number }) => number === does.mailNumber);
      return mail && stand.ses.tell(mail, does.outcome);
    }
    case "letter":
      return personWrites(stand, does);
    case "mail": {
      stand.s3.put(replyBucket, id, Buffer.from(does.mime));
      return enqueue(stand, "reply", receiptOf(replyBucket, id, does.mime, now));
    }
    default:
      return does satisfies never;
  }
};
