import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import { clientLimits } from "../adapters/client-limits.ts";
import { type Environment, readEnvironment } from "../adapters/environment.ts";
import { jsonLog } from "../adapters/json-log.ts";
import { provenByFingerprint } from "../adapters/key-fingerprints.ts";
import { sqsHints } from "../adapters/sqs-hints.ts";
import { policyOf } from "../escalation/policy.ts";
import { leftToTheSweep } from "../intake/left-to-the-sweep.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { type InForce, type ReadsInForce, readsInForce } from "../settings/in-force.ts";
import type { CaseStore } from "../store/ports.ts";
import { dynamoCaseStore } from "../store/table/case-store.ts";
import { restBetweenTries } from "../store/table/conflicts.ts";
import { namedKeysFrom } from "../store/table/named-keys.ts";
import type { MasterKeys } from "../store/table/sealed.ts";
import { dynamoSettingsReader } from "../store/table/settings-reader.ts";
import { type Table, tableOf } from "../store/table/table.ts";
import type { CaseWork, DropHint, Hint } from "../store/work.ts";
import { required, type Variables } from "./variables.ts";

export type Base = {
  /** Its policy is of what `today` read last. */
  readonly work: CaseWork & { readonly store: CaseStore; readonly log: Log };
  /** The stage's file, and what people decided since. */
  readonly inForce: ReadsInForce;
  /** At most half a minute old. Asked before each step: throws where unreadable, and the step is retried. */
  readonly today: () => Promise<InForce>;
  readonly environment: Environment;
  readonly region: string;
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly secrets: SecretsManagerClient;
  readonly masterKeys: MasterKeys;
};

type Dropped = Parameters<DropHint>[0];
const everyHint: readonly Dropped[] = ["find-contact", "send-notice", "tell-channel"];

/**
 * Throws when the environment is not whole. `drops`: the hints it drops on a queue, all unless it is fed by such
 * a queue; the others are left to the sweep (`left-to-the-sweep.ts`).
 */
export const caseWork = (
  variables: Variables,
  clock: Clock,
  log: Log = jsonLog(clock),
  { drops = everyHint }: { readonly drops?: readonly Dropped[] } = {},
): Base => {
  const environment = readEnvironment(variables);
  const client = new DynamoDBClient(clientLimits);
  const secrets = new SecretsManagerClient(clientLimits);
  const table = tableOf(client, environment.TABLE_NAME);
  const masterKeys = namedKeysFrom(secrets, environment.MASTER_KEYS_SECRET, {
    prove: provenByFingerprint(table),
  });
  const sqs = new SQSClient(clientLimits);
  if (drops.length > 0) required(environment.HINT_QUEUE_URLS, "HINT_QUEUE_URLS");
  const dropHint = sqsHints(sqs, environment.HINT_QUEUE_URLS ?? {});
  const store = dynamoCaseStore(client, environment.TABLE_NAME, masterKeys);
  const leaves = leftToTheSweep({ store, clock });
  const inForce = readsInForce({
    stage: environment.settings,
    store: dynamoSettingsReader(table),
    policyOf,
    clock,
    log,
  });
  let read: InForce | undefined;
  return {
    inForce,
    today: async () => {
      read = await inForce.lately();
      return read;
    },
    environment,
    region: variables.AWS_REGION ?? "us-east-1",
    table,
    sqs,
    secrets,
    masterKeys,
    work: {
      store,
      policyOf: (state) => required(read, "what is in force").policyOf(state),
      clock,
      dropHint: (to, ...hint) => (drops.includes(to) ? dropHint : leaves)(to, ...hint),
      rest: restBetweenTries,
      log,
    },
  };
};

/** Throws on what is no hint: back to its queue, then a dead letter, where on-call sees it. */
export const readHint = (body: string): Hint => {
  const read: unknown = JSON.parse(body);
  if (typeof read !== "object" || read === null || !("caseId" in read) || typeof read.caseId !== "string")
    throw new TypeError("not a hint");
  return { caseId: read.caseId };
};
