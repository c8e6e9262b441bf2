import type { SQSRecord } from "aws-lambda";
import { holdBack } from "../adapters/hold-back.ts";
import { registrySources } from "../adapters/registries.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { tableAccount } from "../adapters/table-account.ts";
import { answerAsked, isAskedLookUp } from "../contact/asked-look-ups.ts";
import { findContact } from "../contact/find-contact.ts";
import { lookUpForCase } from "../contact/look-up-for-case.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { dynamoKnown } from "../store/table/known.ts";
import { dynamoRegistryPace } from "../store/table/registry-pace.ts";
import { caseWork, readHint } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";
import type { Variables } from "./variables.ts";

/** Fed by the contact queues, by cases and by persons. The only function that queries registries. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const base = caseWork(variables, clock, log, { drops: ["send-notice", "tell-channel"] });
  const { work, today, environment, table, masterKeys } = base;
  const shared = { known: dynamoKnown(table, masterKeys), pace: dynamoRegistryPace(table) };
  const sourcesOf = registrySources(environment.REGISTRIES, environment.settings.allowReserved, shared);
  const sources = { urgent: sourcesOf("urgent"), standard: sourcesOf("standard") };
  const account = tableAccount({ table, clock, nowMs: Date.now });
  const finding = { ...work, accountTurn: account.turn, jitter: Math.random };
  const step = async ({ body }: SQSRecord) => {
    const lookUp = lookUpForCase((await today()).settings, (lane) => sources[lane]);
    const hint = readHint(body);
    if (!isAskedLookUp(hint.caseId)) return findContact({ ...finding, lookUp }, hint);
    return answerAsked({ store: shared.known, nowMs: Date.now, lookUp }, hint.caseId, clock.now());
  };
  return sqsWorker(step, work.log, { hides: holdBack() });
};
