import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import type { SQSRecord } from "aws-lambda";
import { clientLimits } from "../adapters/client-limits.ts";
import { readSettings } from "../adapters/environment.ts";
import { jsonLog } from "../adapters/json-log.ts";
import { secretText } from "../adapters/secret-text.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { webhookClient } from "../adapters/webhook-client.ts";
import { type Clock, msOf } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import * as z from "../kernel/zod.ts";
import { type TellWork, tellWebhook } from "../webhooks/tell-webhooks.ts";
import { webhookOfQueue } from "../webhooks/webhook.ts";
import { sqsWorker } from "./sqs-worker.ts";
import { required, type Variables } from "./variables.ts";

/** A queue per webhook: one down blocks no other. Calls the operator's systems, so no right on the table. */
export const make = (variables: Variables, clock: Clock = systemClock, log: Log = jsonLog(clock)) => {
  const {
    stage,
    webhooks = [],
    allowReserved,
  } = readSettings(required(variables.SETTINGS_FILE, "SETTINGS_FILE"), variables.SETTINGS_HASH);
  const arns = z
    .record(z.string(), z.string())
    .parse(JSON.parse(required(variables.WEBHOOK_SECRETS, "WEBHOOK_SECRETS")));
  const client = new SecretsManagerClient(clientLimits);
  const nowMs = () => msOf(clock.now());
  const secrets = Object.fromEntries(
    webhooks.map(({ name }) => [name, secretText(client, required(arns[name], `the secret of ${name}`), nowMs)]),
  );
  // On one machine a system is played at an address that no settings may name.
  const played = allowReserved ? variables.PLAYED_WEBHOOKS : undefined;
  const post = webhookClient({ allowLoopback: allowReserved });
  const work: TellWork = {
    stage,
    secretOf: ({ name }: { readonly name: string }) => required(secrets[name], `the secret of ${name}`)(),
    post: (url, headers, body) => post(played ?? url, headers, body),
    nowMs,
    log: {
      told: ({ name }: { readonly name: string }) => log.info("webhook.told", { source: name }),
      notTold: ({ name }: { readonly name: string }, code: string) =>
        log.error("webhook.not-told", { source: name, code }),
    },
  };
  return sqsWorker(async ({ eventSourceARN, body }: SQSRecord) => {
    const webhook = webhookOfQueue(eventSourceARN, stage, webhooks);
    // No longer in the settings: its last messages wait for a person among the dead letters.
    if (!webhook) return "later";
    return tellWebhook(work, webhook, body);
  }, log);
};
