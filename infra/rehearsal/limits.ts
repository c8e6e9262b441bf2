import * as z from "zod";
import { ownQueueOf } from "../../functions/report/own-queue.ts";
import { webhookQueueOf } from "../../functions/webhooks/webhook.ts";
import { playedSecret, startWebhookReceiver } from "../local/webhooks.ts";
import { type Check, checks, must, report } from "./checks.ts";
import { aws, changeVariables, type Environment } from "./cloud.ts";
import { type Deployed, until } from "./deployed.ts";
import { asRehearsed, rehearsalRow } from "./stage.ts";

const { dns, settings } = rehearsalRow({ ...asRehearsed, atLimits: "Z0" });
const { reporters, webhooks = [] } = settings;
const speakers = reporters.flatMap(({ id, through }) => (through === undefined ? [] : [id]));

/** Each reporter with a queue of its own reports the same page by it, and nobody else's queue. */
const takesFromEachQueue = async ({ put, caseWhere }: Deployed): Promise<void> => {
  const body = (id: string) => report(`R-40-${id}`, "ncii", "https://videos-six.example/limits", id);
  for (const id of speakers) await put(ownQueueOf(id), body(id));
  const ids = [];
  for (const id of speakers)
    ids.push((await caseWhere(`${id}/R-40-${id}`, "its report taken in", ({ notices }) => notices.length > 0)).id);
  must(new Set(ids).size === 1, `The same page has the cases ${ids.join(", ")}.`);
};

/** The systems that the webhooks notify: each by the secret that the operator enters. */
const playsWebhooks = async (environment: Environment) => {
  let heard = 0;
  const receiver = await startWebhookReceiver(({ isOurs }) => {
    if (isOurs) heard++;
  });
  for (const { name } of webhooks)
    await aws(
      environment,
      ...["secretsmanager", "put-secret-value"],
      ...["--secret-id", `takedown-rehearsal-${webhookQueueOf(name)}`, "--secret-string", playedSecret],
    );
  await changeVariables(environment, "tell-webhooks", { PLAYED_WEBHOOKS: receiver.url });
  const eachHeard = () =>
    until("what on-call hears at each webhook", async () => (heard >= webhooks.length ? true : undefined));
  return { eachHeard, close: receiver.close };
};

const made = z.object({ HostedZone: z.object({ Id: z.templateLiteral(["/hostedzone/", z.string()]) }) });

/** Makes the zone that an owner has already; gives its id. */
export const hostedZone = async (environment: Environment): Promise<string> => {
  const named = ["--name", dns?.zone ?? "", "--caller-reference", "limits"];
  const { HostedZone } = made.parse(await aws(environment, "route53", "create-hosted-zone", ...named));
  return HostedZone.Id.slice("/hostedzone/".length);
};

/** `deploys` gives such a stage, fresh, in a region in which there is no other. */
export const holdsAtItsLimits = (deploys: () => Promise<Deployed>): Check => ({
  holds: "A stage at its limits, all on that the emulator can make: every row of the standard one holds of it",
  sees: async () => {
    const stage = await deploys();
    const { eachHeard, close } = await playsWebhooks(stage.environment);
    try {
      for (const { holds, sees } of checks)
        await sees(stage).catch((error: unknown) => {
          throw new Error(`${holds}:\n${error instanceof Error ? error.message : error}`);
        });
      await takesFromEachQueue(stage);
      await eachHeard();
    } finally {
      await close();
    }
    return `${checks.length} rows; ${speakers.length} reporters by queues of their own, ${webhooks.length} webhooks`;
  },
});
