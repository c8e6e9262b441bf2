import { breakerWord } from "../adapters/breaker-word.ts";
import { holdBack } from "../adapters/hold-back.ts";
import { kept } from "../adapters/kept.ts";
import { sesQuota } from "../adapters/ses-quota.ts";
import { sendingTurns } from "../adapters/ses-quota-turns.ts";
import { sesClient, sesSender } from "../adapters/ses-sender.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { tableAccount } from "../adapters/table-account.ts";
import { tablePause } from "../adapters/table-pause.ts";
import { restoreGuardOf } from "../adapters/table-restore-guard.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { composeNotice } from "../notice/compose-notice.ts";
import { messageIdDomain } from "../notice/message-id-domain.ts";
import { replyKeyName } from "../notice/reply-address.ts";
import { stops } from "../send/breaker-state.ts";
import { heardBy } from "../send/refusal.ts";
import { sendHinted } from "../send/send-notice.ts";
import { readProbe } from "../smoke/probe.ts";
import { sendProbe } from "../smoke/send-probe.ts";
import { dynamoDeskMails } from "../store/table/desk-mails.ts";
import { namedKeysFrom } from "../store/table/named-keys.ts";
import { dynamoSmoke } from "../store/table/smoke.ts";
import { caseWork, readHint } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { required, type Variables } from "./variables.ts";

/** Fed by the notice queues. The only function that may call SES. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, inForce, environment, region, table, secrets } = caseWork(variables, clock, log, { drops: [] });
  const { settings } = environment;
  const ses = sesClient();
  const { senderState } = breakerWord(table);
  const pause = tablePause(table);
  const nowMs = Date.now;
  const account = tableAccount({ table, clock, nowMs });
  const breaker = kept(senderState, { forMs: 15_000, nowMs });
  const send = {
    ...work,
    inForce: inForce.now,
    replyKeys: namedKeysFrom(secrets, required(environment.REPLY_KEYS_SECRET, "REPLY_KEYS_SECRET"), {
      named: replyKeyName,
    }),
    messageIdDomain: messageIdDomain(region),
    compose: composeNotice,
    takeTurn: sendingTurns({
      table,
      quota: sesQuota({ ses, table, nowMs }),
      isStopped: async (lane) => (await pause.isOn(lane)) || stops(await breaker(), lane),
      nowMs,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    accountTurn: account.turn,
    sendOnce: heardBy(account, sesSender({ client: ses, settings })),
    isPaused: pause.isOn,
    guard: restoreGuardOf(table),
    deskMails: dynamoDeskMails(table),
    jitter: Math.random,
  };
  const smoke = {
    ...send,
    settings,
    runs: dynamoSmoke(table),
    sendOnce: sesSender({ client: ses, settings }),
  };
  return sqsWorker(
    async ({ body }) => {
      const probe = readProbe(body);
      if (probe) return sendProbe(smoke, probe);
      const { settings: today, policyOf } = await inForce.lately();
      return sendHinted({ ...send, settings: today, policyOf }, readHint(body));
    },
    work.log,
    { hides: holdBack() },
  );
};
