import { neverRefused } from "../../../functions/case/account-turn.ts";
import { findContact } from "../../../functions/contact/find-contact.ts";
import { lookUpForCase } from "../../../functions/contact/look-up-for-case.ts";
import type { Sources } from "../../../functions/contact/sources.ts";
import { sendHinted } from "../../../functions/digest/sending/send-hinted.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { sweep } from "../../../functions/follow-up/sweep.ts";
import { leftToTheSweep } from "../../../functions/intake/left-to-the-sweep.ts";
import { takeInReport } from "../../../functions/intake/take-in-report.ts";
import type { Clock } from "../../../functions/kernel/instant.ts";
import type { Log } from "../../../functions/kernel/log.ts";
import { oneAtATime } from "../../../functions/kernel/one-at-a-time.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { changesTogether } from "../../../functions/matters/changes-together.ts";
import type { CaseStore } from "../../../functions/matters/store.ts";
import type { CaseWork, Hint } from "../../../functions/matters/work.ts";
import { composeNotice } from "../../../functions/notice/compose-notice.ts";
import { alwaysATurn } from "../../../functions/notice/pacing.ts";
import type { OutgoingMail } from "../../../functions/notice/send-port.ts";
import type { Lane } from "../../../functions/report/category.ts";
import { storeOver, type Table } from "./table-double.ts";

const unsaid: Log = { info: () => {}, error: () => {} };
const replyKeys = { current: "k1", keys: { k1: "a key for scenarios that opens nothing" } };

export type FlowAround = {
  readonly settings: Settings;
  readonly sources: Sources;
  readonly table: Table;
  readonly clock: Clock;
  /** SES takes every mail. */
  readonly onMail: (mail: OutgoingMail) => void;
};

/**
 * The deployed steps over a table in memory: taking in, look-up, notices and the sweep, with the
 * handlers' wiring of who drops which hint. What is about load alone (bursts, pace, brakes) stands
 * open: one report meets none of it. Network: none beyond `sources`.
 */
export const flowOver = ({ settings, sources, table, clock, onMail }: FlowAround) => {
  const hints: { readonly to: "find-contact" | "send-notice"; readonly hint: Hint }[] = [];
  const work: CaseWork & { readonly store: CaseStore; readonly log: Log } = {
    store: storeOver(table, async (_, effect) => effect()),
    policyOf: policyOf(settings),
    clock,
    dropHint: async (to, _lane, hint) => void hints.push({ to, hint }),
    rest: async () => {},
    log: unsaid,
  };
  const leaves = leftToTheSweep(work);
  const finding = {
    ...work,
    dropHint: (to: "find-contact" | "send-notice", lane: Lane, hint: Hint) =>
      (to === "send-notice" ? work.dropHint : leaves)(to, lane, hint),
    lookUp: lookUpForCase(settings, () => sources),
    accountTurn: neverRefused,
    jitter: () => 0.5,
  };
  const sending = {
    ...work,
    dropHint: leaves,
    settings,
    inForce: async () => ({ settings, policyOf: work.policyOf }),
    replyKeys: async () => replyKeys,
    messageIdDomain: "email.amazonses.com",
    compose: composeNotice,
    takeTurn: alwaysATurn,
    accountTurn: neverRefused,
    isBraked: async () => false,
    deskMails: { countIn: async () => 0, note: async () => {} },
    jitter: () => 0.5,
    sendOnce: async (mail: OutgoingMail) => {
      onMail(mail);
      return { kind: "accepted" as const, sesMessageId: mail.attemptId };
    },
  };
  const takingIn = {
    ...work,
    rules: settings,
    bursts: { isOver: async () => false },
    putOffs: { keep: async () => {}, reportDueAt: async () => undefined },
    jitter: () => 0.5,
    oneAtATime: oneAtATime(),
    changeTogether: changesTogether(work),
  };
  const workOff = async (): Promise<void> => {
    for (let next = hints.shift(); next; next = hints.shift())
      await (next.to === "find-contact" ? findContact(finding, next.hint) : sendHinted(sending, next.hint));
  };
  return {
    takeIn: async (text: string, queueLane: Lane): Promise<void> => {
      await takeInReport(takingIn, { text, queueLane, receives: 1 });
      await workOff();
    },
    sweep: async (): Promise<void> => {
      await sweep({ ...work, tellOnCall: async () => {} });
      await workOff();
    },
  };
};
