import type { Case } from "../case/case.ts";
import { isMailId } from "../case/case-id.ts";
import { evolveTarget } from "../case/evolve.ts";
import { standsForMail } from "../case/notice-progress.ts";
import type { Log } from "../kernel/log.ts";
import type { Lane } from "../report/category.ts";
import type { MailEnd } from "../send/circuit-breaker.ts";
import { onMail } from "../send/on-mail.ts";
import type { ReadRestoreGuard } from "../send/restore-guard.ts";
import { changeCase } from "../store/change-case.ts";
import type { MailRecords } from "../store/ports.ts";
import type { CaseWork, Outcome } from "../store/work.ts";
import { type DeliveryFact, type DeliveryOutcome, eventsOf } from "./delivery-fact.ts";
import { isToCome } from "./lacks-notice.ts";
import { readDelivery } from "./read-delivery.ts";

export type DeliveryWork = CaseWork & {
  readonly store: MailRecords;
  readonly log: Log;
  /** Since a table restore: word of a mail may come before its case is back. */
  readonly guard?: ReadRestoreGuard;
  /** Counts each mail's end once, for our own bounce and complaint rates. */
  readonly noteEnd?: (lane: Lane, end: MailEnd, email: string) => void;
};

/**
 * SES's word about a mail is evidence: it settles an uncertain send and outranks what our own call seemed to say.
 * Late, repeated and out-of-order events change nothing that a stronger one said. What belongs to no notice of ours
 * is done and counted. Each of a mail's several cases learns it, after the mail's own record.
 */
export const takeInDelivery = async (work: DeliveryWork, body: string): Promise<Outcome> => {
  const read = readDelivery(body);
  if (!read.ok) {
    work.log.info("delivery.foreign", { code: read.error.kind });
    return "done";
  }
  const fact = read.value;
  if (!isMailId(fact.caseId)) return tellCase(work, fact);
  const { sesMessageId } = fact;
  await work.store.noteAnswer(fact.caseId, { kind: "accepted", sesMessageId }, work.clock.now());
  const outcome = await onMail(work, fact.caseId, (member) => tellCase(work, { ...fact, ...member }));
  return outcome ?? ((await work.guard?.()) === undefined ? "done" : "later");
};

const tellCase = async (work: DeliveryWork, fact: DeliveryFact): Promise<Outcome> => {
  const has = (state: Pick<Case, "notices">) => state.notices.some(({ id }) => id === fact.noticeId);
  const changed = await changeCase(work, fact.caseId, (state) => {
    if (!has(state)) return undefined;
    // SES's word is about a notice and changes nothing else of the case.
    const known = JSON.stringify(state.notices);
    const news = eventsOf(fact).filter((event) => JSON.stringify(evolveTarget(state, event).notices) !== known);
    return news.length > 0 ? news : undefined;
  });
  const end = endOf(fact.outcome);
  const { lane, notices } = changed.ok ? changed.value.next : { lane: "standard" as const, notices: [] };
  const notice = notices.find(({ id }) => id === fact.noticeId);
  if (end && notice && standsForMail(notice)) work.noteEnd?.(lane, end, notice.to.email);
  if (!changed.ok && (changed.error.kind === "contended" || (await isToCome(work, fact.caseId, has)))) return "later";
  work.log.info("delivery.recorded", { caseId: fact.caseId, noticeId: fact.noticeId, outcome: fact.outcome.kind });
  return "done";
};

const endOf = (outcome: DeliveryOutcome): MailEnd | undefined => {
  switch (outcome.kind) {
    case "bounced":
      // SES sends nothing to the account's list and counts it nowhere; its own list it counts.
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
