import { channelClient, channelSecrets } from "../adapters/channel-client.ts";
import { holdBack } from "../adapters/hold-back.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { tablePause } from "../adapters/table-pause.ts";
import { restoreGuardOf } from "../adapters/table-restore-guard.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { replyKeyName } from "../notice/reply-address.ts";
import { tellChannel } from "../send/channels/tell-channel.ts";
import { readApiProbe, tellProbe } from "../smoke/tell-probe.ts";
import { dynamoChannelCounts } from "../store/table/channel-counts.ts";
import { namedKeysFrom } from "../store/table/named-keys.ts";
import { dynamoSmoke } from "../store/table/smoke.ts";
import { caseWork, readHint } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { required, type Variables } from "./variables.ts";

/** Fed by the channel queues. The only function that talks to providers' APIs, and to nothing else beyond AWS. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, inForce, environment, table, secrets } = caseWork(variables, clock, log, { drops: [] });
  const { settings } = environment;
  const nowMs = Date.now;
  const played = settings.allowReserved ? environment.PLAYED_CHANNELS : undefined;
  const telling = {
    ...work,
    inForce: inForce.now,
    replyKeys: namedKeysFrom(secrets, required(environment.REPLY_KEYS_SECRET, "REPLY_KEYS_SECRET"), {
      named: replyKeyName,
    }),
    ask: channelClient({
      aws: secrets.config,
      secretOf: channelSecrets(secrets, required(environment.CHANNEL_SECRETS, "CHANNEL_SECRETS"), nowMs),
      ...(played !== undefined && { onlyBase: (provider) => `${played}/${provider}` }),
    }),
    counts: dynamoChannelCounts(table, nowMs),
    isPaused: tablePause(table).isOn,
    guard: restoreGuardOf(table),
    jitter: Math.random,
  };
  const smoke = { ...telling, settings, runs: dynamoSmoke(table) };
  return sqsWorker(
    async ({ body }) => {
      const run = readApiProbe(body);
      if (run !== undefined) return tellProbe(smoke, run);
      const { policyOf } = await inForce.lately();
      return tellChannel({ ...telling, policyOf }, readHint(body));
    },
    work.log,
    { hides: holdBack() },
  );
};
