import type { Log } from "../kernel/log.ts";
import { evolve } from "../matters/advance.ts";
import { changeCase } from "../matters/change-case.ts";
import { mailerIn } from "../matters/kinds.ts";
import type { CaseWork, Outcome } from "../matters/work.ts";
import type { MailEnd } from "../notice/breaker.ts";
import type { ReadFence } from "../notice/fence.ts";
import type { Lane } from "../report/category.ts";
import { type DeliveryFact, type DeliveryOutcome, eventsOf } from "./delivery-fact.ts";
import { lacks } from "./lacks-notice.ts";
import { readDelivery } from "./read-delivery.ts";

export type DeliveryWork = CaseWork & {
  readonly log: Log;
  /** What stands since the table was restored: then word of a mail may come before its case is back; absent: none. */
  readonly fence?: ReadFence;
  /** Counts how a mail ended, once each: for our own bounce and complaint rates. */
  readonly noteEnd?: (lane: Lane, end: MailEnd, email: string) => void;
};

/**
 * Takes in what SES says about a mail. It is evidence: it settles an uncertain send, and outranks
 * whatever our own call seemed to say. Late, doubled and out-of-order events change nothing that a
 * stronger one said. What belongs to no notice of ours is done with and counted.
 */
export const takeInDelivery = async (work: DeliveryWork, body: string): Promise<Outcome> => {
  const read = readDelivery(body);
  if (!read.ok) {
    work.log.info("delivery.foreign", { code: read.error.kind });
    return "done";
  }
  const fact = read.value;
  const changed = await changeCase(work, fact.caseId, (state) => {
    const notices = mailerIn(state)?.notices ?? [];
    if (!notices.some(({ id }) => id === fact.noticeId)) return undefined;
    // What SES tells is about a notice and changes nothing else of the case.
    const known = JSON.stringify(notices);
    const news = eventsOf(fact).filter((event) => JSON.stringify(mailerIn(evolve(state, event))?.notices) !== known);
    return news.length > 0 ? news : undefined;
  });
  const end = endOf(fact.outcome);
  const mailer = changed.ok ? mailerIn(changed.value.next) : undefined;
  if (end && mailer) {
    const { lane, notices } = mailer;
    const email = notices.find(({ id }) => id === fact.noticeId)?.to.email;
    if (email !== undefined) work.noteEnd?.(lane, end, email);
  }
  if (!changed.ok && (changed.error.kind === "contended" || (await isToCome(work, fact)))) return "later";
  work.log.info("delivery.recorded", { caseId: fact.caseId, noticeId: fact.noticeId, outcome: fact.outcome.kind });
  return "done";
};

/** The table was restored, and what comes again brings the notice that this is about. */
const isToCome = async ({ store, fence }: DeliveryWork, { caseId, noticeId }: DeliveryFact): Promise<boolean> =>
  (await fence?.()) !== undefined &&
  lacks(await store.read(caseId), ({ notices }) => notices.some(({ id }) => id === noticeId));

const endOf = (outcome: DeliveryOutcome): MailEnd | undefined => {
  switch (outcome.kind) {
    case "bounced":
      // SES sent nothing to whom it had put on the account's list before, and counts it nowhere; one on its own
      // list it counts.
      return (outcome.permanent || outcome.refusesUs) && outcome.suppressed !== "by-account" ? "bounced" : undefined;
    case "delivered":
    case "complained":
      return outcome.kind;
    case "sent":
    case "delayed":
      return undefined;
    default:
      return outcome satisfies never;
  }
};
