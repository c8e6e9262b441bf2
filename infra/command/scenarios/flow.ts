import type { ProseReader } from "../../../functions/answers/prose/read-prose.ts";
import { takeInDelivery } from "../../../functions/answers/take-in-delivery.ts";
import { takeInReplies } from "../../../functions/answers/take-in-reply.ts";
import { caseIdOf } from "../../../functions/case/case-id.ts";
import type { Hinted } from "../../../functions/case/wants.ts";
import { neverRefused } from "../../../functions/contact/account-turn.ts";
import { findContact } from "../../../functions/contact/find-contact.ts";
import { lookUpForCase } from "../../../functions/contact/look-up-for-case.ts";
import type { Sources } from "../../../functions/contact/sources.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { sweep } from "../../../functions/follow-up/sweep.ts";
import { leftToTheSweep } from "../../../functions/intake/left-to-the-sweep.ts";
import { takeInReport } from "../../../functions/intake/take-in-report.ts";
import type { CurrentSettings } from "../../../functions/kernel/in-force.ts";
import type { Clock } from "../../../functions/kernel/instant.ts";
import type { Log } from "../../../functions/kernel/log.ts";
import { oneAtATime } from "../../../functions/kernel/one-at-a-time.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { composeNotice } from "../../../functions/notice/compose-notice.ts";
import type { Lane } from "../../../functions/report/category.ts";
import { actOnEntry } from "../../../functions/review/entry-action.ts";
import { recordForAll } from "../../../functions/review/for-all.ts";
import { type GivenVerdict, recordVerdict } from "../../../functions/review/verdict.ts";
import type { AskChannel } from "../../../functions/send/channels/settle.ts";
import { tellChannel } from "../../../functions/send/channels/tell-channel.ts";
import { noMails } from "../../../functions/send/desk-pace.ts";
import { alwaysATurn } from "../../../functions/send/pacing.ts";
import { neverRestored } from "../../../functions/send/restore-guard.ts";
import { sendHinted } from "../../../functions/send/send-notice.ts";
import type { SendOnce } from "../../../functions/send/send-port.ts";
import { changesTogether } from "../../../functions/store/changes-together.ts";
import type { Allowed, CaseStore } from "../../../functions/store/ports.ts";
import type { CaseWork, Hint } from "../../../functions/store/work.ts";
import { memoryChannelCounts } from "./memory-channel-counts.ts";
import { storeOver, type Table } from "./table-double.ts";

const unsaid: Log = { info: () => {}, error: () => {} };
const caseNumberKey = "a case number key for scenarios";
const replyKeys = { current: "k1", keys: { k1: "a key for scenarios that opens nothing" } };

export type FlowAround = {
  readonly settings: Settings;
  readonly sources: Sources;
  readonly table: Table;
  readonly clock: Clock;
  readonly sendOnce: SendOnce;
  /** Who reads replies. */
  readonly reader: () => ProseReader;
  /** Who answers for providers' APIs; absent: nothing is put to one. */
  readonly askChannel?: AskChannel;
};

type Work = CaseWork & { readonly store: CaseStore; readonly log: Log };

/** What mails go out by. */
const sendingWith = (
  work: Work,
  leaves: ReturnType<typeof leftToTheSweep>,
  settings: Settings,
  sendOnce: SendOnce,
) => ({
  ...work,
  dropHint: leaves,
  settings,
  inForce: async () => ({ settings, policyOf: work.policyOf }),
  replyKeys: async () => replyKeys,
  messageIdDomain: "email.amazonses.com",
  compose: composeNotice,
  takeTurn: alwaysATurn,
  accountTurn: neverRefused,
  isPaused: async () => false,
  guard: neverRestored,
  deskMails: { last: async () => noMails, write: async () => true },
  jitter: () => 0.5,
  sendOnce,
});

/**
 * The deployed steps over a table in memory: taking in, look-up, notices, what providers' APIs are
 * told, what comes back, verdicts and the sweep, with the handlers' wiring of who drops which hint.
 * What is about load alone (bursts, pace, pauses) stands open: one report meets none of it. Each
 * comes to rest before the next begins. Network: none beyond `sources`.
 */
export const flowOver = ({ settings, sources, table, clock, sendOnce, reader, askChannel }: FlowAround) => {
  const hints: { readonly to: Hinted; readonly hint: Hint }[] = [];
  let inForce = policyOf(settings);
  const work: Work = {
    store: storeOver(table, async (_, effect) => effect()),
    policyOf: (state) => inForce(state),
    clock,
    dropHint: async (to, _lane, hint) => void hints.push({ to, hint }),
    rest: async () => {},
    log: unsaid,
  };
  const leaves = leftToTheSweep(work);
  const finding = {
    ...work,
    dropHint: (to: Hinted, lane: Lane, hint: Hint) => (to === "find-contact" ? leaves : work.dropHint)(to, lane, hint),
    lookUp: lookUpForCase(settings, () => sources),
    accountTurn: neverRefused,
    jitter: () => 0.5,
  };
  const sending = sendingWith(work, leaves, settings, sendOnce);
  const telling = askChannel && { ...sending, ask: askChannel, counts: memoryChannelCounts() };
  const workOne = async ({ to, hint }: (typeof hints)[number]): Promise<void> => {
    if (to === "find-contact") await findContact(finding, hint);
    else if (to === "send-notice") await sendHinted(sending, hint);
    else if (telling) await tellChannel(telling, hint);
  };
  const takingIn = {
    ...work,
    rules: settings,
    caseIdOf: async (openedBy: string) => caseIdOf(caseNumberKey, openedBy),
    bursts: { isOver: async () => false },
    putOffs: { keep: async () => {}, reportDueAt: async () => undefined },
    jitter: () => 0.5,
    oneAtATime: oneAtATime(),
    changeTogether: changesTogether(work),
  };
  const workOff = async (): Promise<void> => {
    for (let next = hints.shift(); next; next = hints.shift()) await workOne(next);
  };
  const readBy = (bytes: Uint8Array) => ({
    ...work,
    settings,
    replyKeys: async () => replyKeys,
    readMailBytes: async () => bytes,
    // It reads at once: no clock runs here that could give it up.
    reader,
  });
  /** Does one thing and all that follows from it at once. */
  const toRest = async <T>(one: Promise<T>): Promise<T> => {
    const came = await one;
    await workOff();
    return came;
  };
  return {
    takeIn: (text: string, queueLane: Lane, owner?: string) =>
      toRest(takeInReport(takingIn, { text, queueLane, owner, receives: 1 })),
    sweep: () => toRest(sweep({ ...work, tellOnCall: async () => {} })),
    /** An event of SES, as its queue brings it. */
    takeInDelivery: (body: string) => toRest(takeInDelivery(work, body)),
    /** A mail to reply addresses: SES's receipt, and the mail. */
    takeInReply: (receipt: string, bytes: Uint8Array) => toRest(takeInReplies(readBy(bytes), receipt)),
    decide: (given: GivenVerdict) => toRest(recordVerdict(work, given)),
    /** From now on cases go by these, as persons decided something that no file says. */
    goesBy: (current: CurrentSettings): void => {
      inForce = policyOf(current);
    },
    /** A person discards an entry of the review queue, as it stands. */
    discards: async (id: string, by: string) => {
      const { version: seenVersion = 0 } = (await work.store.readEntry(id)) ?? {};
      return actOnEntry(takingIn, { id, seenVersion, does: "discard", by, why: "Its reporter is asked to fix it." });
    },
    /** One answer for several cases. */
    decideForAll: (rows: Parameters<typeof recordForAll>[1], given: Parameters<typeof recordForAll>[2]) =>
      toRest(recordForAll(work, rows, given)),
    /** A person lets notices go to a desk again that complained. */
    allow: (desk: string, word: Allowed) => toRest(work.store.allow(desk, word)),
  };
};
