import { registrySources } from "../adapters/registries.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { findContact } from "../contact/find-contact-of.ts";
import { seekContact } from "../contact/seek-contact.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { caseWork, readHint, type Variables } from "./case-work.ts";
import { sqsWorker } from "./sqs-worker.ts";

/** Fed by the contact queues. The only function that talks to anything beyond AWS. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, environment } = caseWork(variables, clock, log);
  const { settings } = environment;
  const sources = registrySources(environment.REGISTRIES, settings.allowReserved);
  const find: Parameters<typeof seekContact>[0]["find"] = ({ target, category }, now) => findContact({ target, category, settings, now }, sources);
  return sqsWorker(({ body }) => seekContact({ ...work, find }, readHint(body)), work.log);
};
