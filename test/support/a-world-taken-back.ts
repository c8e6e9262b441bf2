import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { tablePause } from "../../functions/adapters/table-pause.ts";
import { tableRestoreGuard } from "../../functions/adapters/table-restore-guard.ts";
import type { Instant } from "../../functions/kernel/instant.ts";
import { lanes } from "../../functions/report/category.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { putRestoreGuard, restoredText, standBehind } from "../../infra/command/restored.ts";
import { tableName } from "../../infra/local/stand.ts";
import { enqueueEvent } from "../../infra/local/work-queues.ts";
import { aStand } from "./a-stand.ts";

/**
 * A world whose table is taken back to an earlier moment, as by point-in-time recovery or a copy in another
 * region: the real functions on servers on loopback, with all that the world has had since. What SES took
 * stays sent, whatever the table knows of it.
 */
export const aWorldTakenBack = async (options: Parameters<typeof aStand>[0] = {}) => {
  const house = await aStand(options);
  const at = tableOf(new DynamoDBClient({}), tableName);
  const plain = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const items = async () =>
    (await plain.send(new ScanCommand({ TableName: tableName, ConsistentRead: true }))).Items ?? [];
  /** The table is another, with these items and no others, and the functions know of none. */
  const become = async (all: Awaited<ReturnType<typeof items>>) => {
    for (const { pk, sk } of await items()) await at.write({ remove: { pk, sk } });
    for (const put of all) await at.write({ put });
    house.deployAnew();
  };
  const word = { by: "jane", why: "A bad deployment wrote over cases." };
  let restorePoint: { readonly at: Instant; readonly items: Awaited<ReturnType<typeof items>> } | undefined;
  const point = () => {
    if (!restorePoint) throw new Error("nothing was kept");
    return restorePoint;
  };
  /** Minutes pass, and the sweep comes after each step of them. */
  const pass = async (minutes: number, step = Math.min(minutes, 20)) => {
    for (let passed = 0; passed < minutes; passed += step) {
      house.pass(step);
      await house.sweep();
      await house.run();
    }
  };
  const resume = async () => {
    const pause = tablePause(at);
    await pause.resume(lanes, await pause.stops(), { ...word, at: house.clock.now() });
  };
  return {
    ...house,
    at,
    pass,
    resume,
    word,
    /** All that stands in the table now, to be put into its place again by `become`. */
    items,
    become,
    /** The moment to which the table is restored later. */
    remember: async () => {
      restorePoint = { at: house.clock.now(), items: await items() };
    },
    /** The table as it was then, under the functions of now; the restore guard first, as the guide says. */
    restore: async () => {
      await become(point().items);
      await putRestoreGuard(at, { ...word, at: house.clock.now(), restoredTo: point().at });
    },
    /** A report as its producer puts it on a queue. */
    bodyOf: house.report,
    report: async (reportId: string, spoilt: Record<string, unknown> = {}) => {
      await house.put("report-standard", house.report(reportId, spoilt));
      await house.run();
    },
    /** The bus brings again what SES told, of one mail or of all. */
    replay: async (mail?: { readonly messageId: string }) => {
      for (const event of house.events)
        if (!mail || JSON.stringify(event).includes(mail.messageId)) await enqueueEvent(house.stand, event);
      await house.run();
    },
    /** A person has it sent again, by the console's form. */
    sendAgain: async (reportId: string) => {
      const { id, reviews } = await house.theCase(reportId);
      const review = reviews.find(({ question }) => question === "unknown-send");
      const fields = { decision: "send-again", why: "The logs do not have it.", confirmed: "yes" };
      expect((await house.page(`/cases/${id}/reviews/${review?.id}`, fields)).status).toBe(303);
      await pass(60);
    },
    asked: async (reportId: string) => (await house.theCase(reportId)).reviews.map(({ question }) => question),
    notices: async (reportId: string) =>
      (await house.theCase(reportId)).notices.map(({ step, state }) => `${step} ${state}`),
    behind: async () => {
      const guard = await tableRestoreGuard(at).read();
      if (!guard) throw new Error("no restore guard stands");
      const stand = await standBehind(house.stand.store, guard);
      return { ...stand, text: restoredText(guard, await tablePause(at).stops(), stand) };
    },
  };
};
