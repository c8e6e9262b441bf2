import { open } from "../../functions/case/advance.ts";
import type { Case } from "../../functions/case/case.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { ok } from "../../functions/kernel/result.ts";
import { recipientHashOf } from "../../functions/notice/compose-notice.ts";
import type { ComposedNotice } from "../../functions/notice/request.ts";
import { neverRestored } from "../../functions/send/restore-guard.ts";
import { sendReady } from "../../functions/send/send-notice.ts";
import type { OutgoingMail, SendAnswer, SendWork } from "../../functions/send/send-port.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import { aCandidate, anAnswer, anOpening, aSettings, morning } from "./a-case.ts";
import { memoryCaseStore } from "./memory-case-store.ts";
import { memoryDeskMails } from "./memory-desk-mails.ts";

export const caseId = "TD-A";
export const desks = [1, 2, 3].map((n) =>
  aCandidate({ email: `abuse@n${n}.example`, range: `192.0.2.${n}`, serves: [`192.0.2.${n}`] }),
);

/** A case with a notice in line to each of so many networks, and a sender whose steps a test may spoil. */
export const aSender = async (networks: number, spoilt: Partial<SendWork> = {}, settings = aSettings()) => {
  const store = memoryCaseStore();
  const asked: OutgoingMail[] = [];
  const hints: string[] = [];
  const said: string[] = [];
  let answer: SendAnswer = { kind: "accepted", sesMessageId: "ses-1" };
  const say = (code: string) => void said.push(code);
  const read = async (): Promise<Case> => {
    const state = await store.read(caseId);
    if (!state) throw new Error("there is a case");
    return state;
  };
  /** What the store held when SES was asked. */
  const onTheWire: (string | undefined)[] = [];
  const work: SendWork = {
    store,
    settings,
    policyOf: policyOf(settings),
    inForce: async () => work,
    clock: { now: () => morning },
    dropHint: async (to) => void hints.push(to),
    log: { info: say, error: say },
    replyKeys: async () => ({ current: "k1", keys: { k1: "a key for tests that opens nothing" } }),
    messageIdDomain: "email.example",
    compose: async ({ notice }) =>
      ok<ComposedNotice>({
        recipient: notice.to.email,
        subject: "subject",
        text: "text",
        mime: new Uint8Array(),
        languages: ["en"],
        renderHash: "hash",
        recipientHash: recipientHashOf(notice.to),
      }),
    takeTurn: async () => ({ kind: "go" }),
    accountTurn: async () => undefined,
    sendOnce: async (mail) => {
      asked.push(mail);
      onTheWire.push((await read()).notices.find(({ to }) => to.email === mail.recipient)?.state);
      return answer;
    },
    isPaused: async () => false,
    guard: neverRestored,
    deskMails: memoryDeskMails(),
    jitter: () => 0.5,
    ...spoilt,
  };
  const opened = open({ ...anOpening(), caseId }, work.policyOf);
  await store.commit(changeOf(opened, morning));
  const candidates = desks.slice(0, networks);
  const addresses = candidates.flatMap(({ serves = [] }) => serves);
  await changeCase(work, caseId, () => [
    { type: "contact-answered", at: morning, answer: anAnswer({ candidates, addresses }) },
  ]);
  hints.length = 0;
  return {
    work,
    store,
    asked,
    hints,
    said,
    onTheWire,
    read,
    answers: (next: SendAnswer) => {
      answer = next;
    },
    send: async (state?: Case) => sendReady(work, state ?? (await read())),
  };
};
export const states = ({ notices }: Case) => notices.map(({ state }) => state);
