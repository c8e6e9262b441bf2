import { expect, test } from "vitest";
import { DocumentClient, QueryCommand, UpdateCommand } from "../../functions/adapters/document-client.ts";
import { dynamoCaseStore } from "../../functions/adapters/dynamo-case-store.ts";
import type { TargetCase } from "../../functions/case/case.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { changeOf } from "../../functions/matters/change-of.ts";
import { opened } from "../contracts/case-store/changes.ts";
import { anAnswer, morning } from "../support/a-case.ts";
import { aNotice } from "../support/a-notice.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";

const newTable = aTableServer();

const later = (state: TargetCase, spoilt: Partial<TargetCase>): TargetCase => ({
  ...state,
  ...spoilt,
  version: state.version + 1,
});
const written = (before: TargetCase, next: TargetCase) =>
  changeOf({ next, events: [], wants: {} } as unknown as Parameters<typeof changeOf>[0], morning, before);

test("what an older release wrote is counted with its next change, though it was mailed on sixty days", async () => {
  const { client, name } = await newTable();
  const table = DocumentClient.from(client);
  const change = opened("TD-OLD");
  if (change.next.kind !== "case") throw new Error("no case");
  const notices = Array.from({ length: 60 }, (_, day) =>
    aNotice("delivered", { id: `0-first-${day}`, sentAt: plusHours(morning, 24 * day) }),
  );
  const old = { ...change.next, contact: anAnswer({ country: "NL" }), notices };
  const { counting: _, ...uncounted } = change;
  await dynamoCaseStore(client, name, masterKeys).commit({ ...uncounted, next: old });
  await table.send(
    new UpdateCommand({ TableName: name, Key: { pk: "CASE#TD-OLD", sk: "STATE" }, UpdateExpression: "REMOVE n" }),
  );

  const store = dynamoCaseStore(client, name, masterKeys);
  const bounced = later(old, {
    notices: notices.map((one, at) => (at === 0 ? aNotice("bounced", { id: one.id, sentAt: morning }) : one)),
  });
  expect(await store.commit(written(old, bounced))).toMatchObject({ ok: true });
  const closed = later(bounced, { closed: { at: morning, outcome: "gone" } });
  expect(await store.commit(written(bounced, closed))).toMatchObject({ ok: true });
  expect(await store.counts("country", "2026-11")).toEqual(new Map([["NL", { asked: 1, closed: 1, gone: 1, h0: 1 }]]));
  expect((await store.counts("open", "now")).get("all")).toEqual({ standard: 0 });
  const day = (await store.counts("days", "2026-11")).get("24");
  expect(day).toEqual({ "in-standard": 1, "out-standard": 1, "end-gone": 1, delivered: -1, bounced: 1 });
});

test("a case by many changes writes lines of its own shard, a handful for each", async () => {
  const { client, name } = await newTable();
  const table = DocumentClient.from(client);
  const store = dynamoCaseStore(client, name, masterKeys);
  for (let number = 0; number < 40; number++) await store.commit(opened(`TD-S${number}`));
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: name,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": "COUNT#open#now" },
    }),
  );
  expect(Items.length).toBeGreaterThan(8);
  expect(Items.length).toBeLessThanOrEqual(16);
  expect((await store.counts("open", "now")).get("all")).toEqual({ standard: 40 });
  expect(await store.countedSince()).toBe(morning);
});
