import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttributeValue, DynamoDBClient, PutItemCommand, paginateScan } from "@aws-sdk/client-dynamodb";
import { instant } from "../../functions/kernel/instant.ts";
import { createTable } from "../local/create-table.ts";
import { type Check, must, report } from "./checks.ts";
import { aws, clientOf, type Environment, inRegion, runCommand } from "./cloud.ts";
import type { Deployed } from "./deployed.ts";
import { ofTheRehearsedStage, operatorsShell, stepsOf, withValue } from "./guide.ts";
import { asks, ours, type Rehearsal } from "./restore.ts";

/*
 * The region is lost after a copy of the table was made. Since then a notice that was in line went out, and a case
 * was opened and notified.
 */

/** The one that the guide moves to. */
const newRegion = "eu-west-1";
/** As step 6 of the guide calls it. */
const restoredTable = "takedown-rehearsal-restored";

const reports = {
  notifiedBefore: ["R-30", "https://lotus-shop.example/region", "abuse@lotus.example"],
  inLine: ["R-31", "https://ticket-draw.example/region", "abuse@orchard.example"],
  openedSince: ["R-32", "https://newsletter.example/region", "abuse@delta.example"],
} as const;
type Name = keyof typeof reports;
const names = ["notifiedBefore", "inLine", "openedSince"] as const satisfies readonly Name[];
const keyOf = (name: Name): string => `hotline/${reports[name][0]}`;
const bodyOf = (name: Name): string => report(reports[name][0], "ncii", reports[name][1]);
/** How many mails went to each of these desks. */
const mailsToEach = (deployed: Deployed): readonly number[] =>
  names.map((name) => ours(deployed).filter(({ recipients }) => recipients.includes(reports[name][2])).length);

type Items = readonly Readonly<Record<string, AttributeValue>>[];

const itemsOf = async ({ environment, table }: Deployed): Promise<Items> => {
  const client = new DynamoDBClient(clientOf(environment));
  const items: Record<string, AttributeValue>[] = [];
  for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    items.push(...(page.Items ?? []));
  client.destroy();
  return items;
};

/** What AWS Backup does in step 6 of the guide. */
const restore = async (environment: Environment, items: Items): Promise<void> => {
  const client = new DynamoDBClient(clientOf(environment));
  await createTable(client, restoredTable);
  for (const Item of items) await client.send(new PutItemCommand({ TableName: restoredTable, Item }));
  client.destroy();
};

/** The copies of keys that an operator has in a safe, made by the guide's command; a folder. */
const filledSafe = async ({ asOnCall }: Deployed): Promise<string> => {
  const safe = mkdtempSync(join(tmpdir(), "takedown-safe-"));
  const copies = stepsOf("deployment.md", "The master keys")(0);
  await runCommand(`STAGE=rehearsal\ncd ${safe}\n${copies}`, asOnCall);
  return safe;
};

/** All that happens before the region is lost; from then on its senders rest, as IAM would have it. */
const untilItIsLost = async (lost: Deployed) => {
  const { put, caseWhere, rests } = lost;
  const isNow = (name: Name, state: string) =>
    caseWhere(keyOf(name), `its notice ${state}`, ({ notices }) => notices[0]?.state === state);
  await put("report-urgent", bodyOf("notifiedBefore"));
  await isNow("notifiedBefore", "sent");
  const goOn = await rests("notice-urgent");
  await put("report-urgent", bodyOf("inLine"));
  await isNow("inLine", "queued");
  const copy = await itemsOf(lost);
  const at = instant(Date.now());
  await goOn();
  await put("report-urgent", bodyOf("openedSince"));
  for (const name of names) await isNow(name, "sent");
  const wake = [await rests("notice-urgent"), await rests("notice-standard")];
  return { copy, at, wake };
};

/** The guide's steps up to the functions' work on the copy. */
const moves = async (lost: Deployed, { on, introduce, rehearsed }: Rehearsal, safe: string) => {
  const { copy, at, wake } = await untilItIsLost(lost);
  const there = inRegion(lost.environment, newRegion);
  const step = stepsOf("runbook/region-lost.md", "What to do");
  const shell = operatorsShell(
    { ...lost.asOnCall, STAGE: "rehearsal" },
    ofTheRehearsedStage(rehearsed, { "backup start-restore-job": ":", "iam get-role-policy": ":" }),
  );
  await shell(withValue(step(1), "MOMENT", at));
  const stopped = await shell(step(2));
  must(stopped.trim().split("\n").length === 2, `Not two roles lose the right to send:\n${stopped}`);
  await shell(step(4));
  await aws(there, "ses", "verify-domain-identity", "--domain", "takedown.example");
  await shell(`( cd ${safe}\n${step(5)})`);
  await restore(there, copy);
  await shell(step(6));
  await shell(step(7));
  const moved = await on(restoredTable, there);
  // Half an hour goes by between the copy and this moment.
  for (const name of ["notifiedBefore", "inLine"] as const) await moved.age((await moved.caseOf(keyOf(name))).id, 0.5);
  await shell(step(8));
  await introduce(there);
  return { moved, wake, follow: (nth: number) => shell(step(nth)) };
};

/** What the guide has an operator do, by its own commands, in a second region of the emulator. */
export const losesItsRegion = (by: Rehearsal): Check => ({
  holds:
    "The region is lost, and the stage moves to another one with a copy of its table, by the guide's own commands " +
    "(region-lost.md): nothing goes out twice",
  sees: async () => {
    const lost = await by.on();
    const atFirst = mailsToEach(lost);
    const safe = await filledSafe(lost);
    try {
      const { moved, wake, follow } = await moves(lost, by, safe);
      const before = ours(lost).length;
      for (const name of names) await moved.put("report-urgent", bodyOf(name));
      const isUnknown = (name: Name) =>
        moved.caseWhere(
          keyOf(name),
          "its notice unknown, and a person asked",
          ({ notices, reviews }) => notices[0]?.state === "unknown" && asks(reviews, "unknown-send"),
        );
      await moved.hurried(Promise.all([isUnknown("inLine"), isUnknown("openedSince")]));
      await follow(10);
      await moved.hurried(new Promise((resolve) => setTimeout(resolve, 8_000)));
      must(ours(lost).length === before, `${ours(lost).length - before} mails went out behind the restore guard.`);
      await follow(11);
      for (const go of wake) await go();
      await lost.put("report-urgent", report("R-33", "ncii", "https://mirror.example/d"));
      await lost.caseWhere("hotline/R-33", "its notice queued", ({ notices }) => notices[0]?.state === "queued");
      await moved.takedown("restored", "--lift", "--why", "All mails of that time are known.");
      // Senders know it for a quarter of a minute (`table-restore-guard.ts`): a report before asks a person.
      await new Promise((resolve) => setTimeout(resolve, 16_000));
      await moved.put("report-urgent", report("R-34", "ncii", "https://board.example/region"));
      await moved.mailTo("abuse@harbour.example", ({ mail }) => (mail.text ?? "").includes("board[.]example/region"));
      const more = mailsToEach(lost).map((mails, nth) => mails - (atFirst[nth] ?? 0));
      must(more.join() === "1,1,1", `${more.join(", ")} mails went to the three desks.`);
      must((await lost.caseOf("hotline/R-33")).notices[0]?.state === "queued", "The lost region sends.");
      return "of 3 notices 2 unknown in front of a person, 0 twice; the lost region wakes up and sends nothing";
    } finally {
      rmSync(safe, { recursive: true, force: true });
    }
  },
});
