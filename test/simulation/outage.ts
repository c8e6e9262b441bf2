import { advance } from "../../functions/case/advance.ts";
import type { Case } from "../../functions/case/case.ts";
import { targetKeyOf } from "../../functions/case/case-id.ts";
import { neverRefused } from "../../functions/contact/account-turn.ts";
import { findContact } from "../../functions/contact/find-contact.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { sweep } from "../../functions/follow-up/sweep.ts";
import { instant, msOf, plusMs } from "../../functions/kernel/instant.ts";
import { noMails } from "../../functions/send/desk-pace.ts";
import { alwaysATurn } from "../../functions/send/pacing.ts";
import { neverRestored } from "../../functions/send/restore-guard.ts";
import { sendHinted } from "../../functions/send/send-notice.ts";
import type { Hint } from "../../functions/store/work.ts";
import { simulatedTable, storeOver } from "../../infra/command/scenarios/table-double.ts";
import { aCase, anAnswer, aSettings, morning } from "../support/a-case.ts";
import { lightCompose, minuteMs, network } from "./cast.ts";
import { type Random, seeded } from "./random.ts";

export type Outage = {
  readonly cases: number;
  /** Reminders that went out, and those that went out again. */
  readonly sent: number;
  readonly twice: number;
  /** The most by which a case was taken up before one that was due earlier, in minutes. */
  readonly outOfOrderMinutes: number;
  readonly sweeps: number;
  readonly looks: number;
  readonly minutes: number;
  readonly stillDue: number;
};

const outageMinutes = 6 * 60;
const sesPerMinute = 50 * 60;
const hintsLost = 0.01;
const hintsDoubled = 0.05;
const minutesAtMost = 12 * 60;

const settings = aSettings();
const policies = policyOf(settings);
const quiet = { info: () => {}, error: () => {} };

/**
 * A case whose first notice was delivered `minutes` after the morning, so that its reminder is due
 * as long after the next.
 */
const remindedAt = (minutes: number): { readonly state: Case; readonly dueAt: string } => {
  const at = plusMs(morning, minutes * minuteMs);
  const opened = aCase({}, [
    { type: "contact-answered", at, answer: anAnswer({ askedAt: at, candidates: [network] }) },
  ]);
  const [notice] = opened.notices;
  if (!notice) throw new Error("a case with a contact has a notice");
  const attemptId = `${opened.id}_${notice.id}_1`;
  const facts = [
    { type: "send-claimed", at, noticeId: notice.id, attemptId, subject: "", renderHash: "", recipientHash: "" },
    { type: "sent", at, noticeId: notice.id, attemptId, sesMessageId: "ses-0" },
    { type: "delivered", at, noticeId: notice.id, sesMessageId: "ses-0" },
  ] as const;
  const { next, wants } = advance(opened, facts, policies, at);
  if (next.kind !== "case" || !wants.wakeAt) throw new Error("a delivered notice waits for its reminder");
  return { state: next, dueAt: wants.wakeAt };
};

const drawn = <T>(list: T[], random: Random): T | undefined => {
  const at = random.below(list.length);
  const last = list.pop();
  if (at >= list.length || last === undefined) return last;
  const taken = list[at];
  list[at] = last;
  return taken;
};

/**
 * Six hours in which nothing ran, with reminders due all through them; then the schedule starts
 * again, each fifth minute twice at once. Queues are unordered, lose hints and double them, and SES
 * takes 50 mails a second.
 */
export const afterOutage = async (
  cases: number,
  seed: number,
  progress: (sent: number) => void = () => {},
): Promise<Outage> => {
  const random = seeded(seed, 0);
  let nowMs = 0;
  const table = simulatedTable(() => nowMs);
  const templates = Array.from({ length: outageMinutes }, (_, minutes) => remindedAt(minutes));
  for (let number = 0; number < cases; number++) {
    const { state, dueAt } = templates[(number * 7919) % outageMinutes] as (typeof templates)[number];
    const id = `TD-${number}`;
    const target = { kind: "url", url: `https://shop.bad.example/${number}`, host: "shop.bad.example" } as const;
    table.commit({
      next: { ...state, id, target, version: 1 },
      events: [],
      at: morning,
      dueAt,
      targetKey: { key: targetKeyOf(target, "phishing"), does: "claim" },
    });
  }

  const contactHints: Hint[] = [];
  const noticeHints: Hint[] = [];
  const dueAtFirst = new Map(table.dueOf);
  const reminded = new Set<string>();
  let [twice, looks, sweeps, latest, outOfOrderMs] = [0, 0, 0, 0, 0];
  const store = storeOver(
    {
      ...table,
      commit: (change) => {
        const written = table.commit(change);
        if (written.ok && change.events.some((event) => event.type === "notice-queued" && event.step === "reminder")) {
          const due = msOf(dueAtFirst.get(change.next.id) ?? morning);
          outOfOrderMs = Math.max(outOfOrderMs, latest - due);
          latest = Math.max(latest, due);
        }
        return written;
      },
    },
    async (_port, effect) => effect(),
  );
  let nowText = "";
  const work = {
    store,
    policyOf: policies,
    clock: { now: () => nowText },
    log: quiet,
    dropHint: async (to: string, _lane: string, hint: Hint) => {
      if (random.chance(hintsLost)) return;
      const queue = to === "find-contact" ? contactHints : noticeHints;
      queue.push(hint);
      if (random.chance(hintsDoubled)) queue.push(hint);
    },
  };
  let taken = 0;
  const sending = {
    ...work,
    settings,
    inForce: async () => ({ settings, policyOf: policies }),
    replyKeys: async () => ({ current: "k1", keys: { k1: "a key for tests that opens nothing" } }),
    messageIdDomain: "email.amazonses.com",
    compose: lightCompose,
    takeTurn: alwaysATurn,
    accountTurn: neverRefused,
    isPaused: async () => false,
    guard: neverRestored,
    // All of them are one desk's, and what is tried here is their order.
    deskMails: { last: async () => noMails, write: async () => true },
    jitter: () => 0.5,
    sendOnce: async ({ attemptId }: { readonly attemptId: string }) => {
      const [caseId = "", noticeId = ""] = attemptId.split("_");
      if (reminded.has(`${caseId} ${noticeId}`)) twice++;
      reminded.add(`${caseId} ${noticeId}`);
      taken++;
      return { kind: "accepted", sesMessageId: `ses-${taken}` } as const;
    },
  };

  const startMs = msOf(morning) + 24 * 60 * minuteMs + outageMinutes * minuteMs;
  let minutes = 0;
  const overdue = () => (table.due(instant(startMs), 1)[0] !== undefined ? 1 : 0);
  for (
    ;
    minutes < minutesAtMost && (reminded.size < cases || contactHints.length + noticeHints.length > 0);
    minutes++
  ) {
    nowMs = startMs + minutes * minuteMs;
    nowText = instant(nowMs);
    const one = () => sweep({ ...work, tellOnCall: async () => {} });
    const swept = await Promise.all(minutes % 5 === 0 ? [one(), one()] : [one()]);
    sweeps += swept.length;
    looks += swept.reduce((sum, { looked }) => sum + looked, 0);
    for (let hint = drawn(contactHints, random); hint; hint = drawn(contactHints, random)) {
      await findContact(
        {
          ...work,
          accountTurn: neverRefused,
          jitter: () => 0.5,
          lookUp: async (_, at) => anAnswer({ askedAt: at, candidates: [network] }),
        },
        hint,
      );
    }
    const upTo = taken + sesPerMinute;
    for (let hint = drawn(noticeHints, random); hint; hint = taken < upTo ? drawn(noticeHints, random) : undefined)
      await sendHinted(sending, hint);
    progress(taken);
  }
  const outOfOrderMinutes = outOfOrderMs / minuteMs;
  return {
    cases,
    sent: reminded.size,
    twice,
    outOfOrderMinutes,
    sweeps,
    looks,
    minutes,
    stillDue: reminded.size < cases ? cases - reminded.size : overdue(),
  };
};
