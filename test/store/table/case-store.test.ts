import type { DynamoDBClient, Put, TransactWriteItem, TransactWriteItemsCommandInput } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { advance, open } from "../../../functions/case/advance.ts";
import { forgetfulCaseEvent, forgetfulTarget } from "../../../functions/case/forget.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { KeysUnusable } from "../../../functions/kernel/keys-unusable.ts";
import { changeOf } from "../../../functions/store/change-of.ts";
import { labelsOf } from "../../../functions/store/facets.ts";
import type { Change } from "../../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../../functions/store/table/case-store.ts";
import { type MasterKeys, tagsBy } from "../../../functions/store/table/sealed.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { historyStream } from "../../../infra/local/history-feed.ts";
import { caseStoreContract } from "../../contracts/case-store.ts";
import { anOpening, aReport, aSettings, morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { drainedCounts } from "../../support/drained-counts.ts";
import { masterKeys } from "../../support/master-keys.ts";

const stream = historyStream();
const newTable = aTableServer(stream.put);
let client: DynamoDBClient;
/** All that the tests of this file have the store write, part by part. */
const writes: TransactWriteItem[] = [];
beforeAll(async () => {
  ({ client } = await newTable());
  client.middlewareStack.add(
    (next) => (args) => {
      const { TransactItems = [], ...alone } = args.input as Partial<TransactWriteItemsCommandInput>;
      writes.push(...TransactItems, ...("Item" in alone ? [{ Put: alone as Put }] : []));
      return next(args);
    },
    // Behind the document client, which has made of it what DynamoDB stores.
    { step: "build" },
  );
});
const freshStore = async () => {
  const made = await newTable();
  // Of the tables before.
  stream.take(Number.POSITIVE_INFINITY);
  return drainedCounts(dynamoCaseStore(made.client, made.name, masterKeys), tableOf(made.client, made.name), stream);
};

caseStoreContract("the store in DynamoDB", freshStore);

describe("lists over several partitions", () => {
  const asking = (caseId: string, askedAt: string): Change => {
    const change = changeOf(open({ ...anOpening(), caseId }, policyOf(aSettings())), morning);
    const review = { id: "q", question: "reply", askedAt, blocking: false, reason: "asked", announced: false } as const;
    return { ...change, reportKeys: [caseId], targetKey: undefined, next: { ...change.next, reviews: [review] } };
  };
  const minute = (nth: number) => `2026-11-24T01:${String(nth).padStart(2, "0")}:00.000Z`;
  const numbers = Array.from({ length: 23 }, (_, nth) => `TD-${String(nth).padStart(2, "0")}`);
  const written = async () => {
    const { client: made, name } = await newTable();
    const store = dynamoCaseStore(made, name, masterKeys);
    for (const [nth, caseId] of numbers.entries()) await store.commit(asking(caseId, minute(nth)));
    return { made, name, store };
  };

  test.each([1, 4, 22, 23, 100])("%i at a time, each is listed once and in order", async (limit) => {
    const { store } = await written();
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.inReview(limit, cursor);
      expect(page.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found).toEqual(numbers);
    expect((await store.inLine(limit)).map(({ caseId }) => caseId)).toEqual(numbers.slice(0, limit));
  });

  test("they lie over four partitions", async () => {
    const { made, name } = await written();
    const table = DynamoDBDocumentClient.from(made);
    const lying = await Promise.all(
      ["waiting", "waiting#1", "waiting#2", "waiting#3"].map(async (list) => {
        const { Count } = await table.send(
          new QueryCommand({
            TableName: name,
            IndexName: "review",
            KeyConditionExpression: "reviewShard = :list",
            ExpressionAttributeValues: { ":list": list },
          }),
        );
        return Count ?? 0;
      }),
    );
    expect(lying.every((count) => count > 0)).toBe(true);
    expect(lying.reduce((sum, count) => sum + count)).toBe(numbers.length);
  });

  test.each(["", "none", Buffer.from('{"list":"open","upTo":"9"}').toString("base64url"), "bnVsbA"])(
    "a cursor that is none of this list begins at its beginning (%j)",
    async (cursor) => {
      const { store } = await written();
      expect((await store.inReview(2, cursor)).items.map(({ id }) => id)).toEqual(numbers.slice(0, 2));
    },
  );
});

describe("a case that was damaged", () => {
  const opened = async (store: ReturnType<typeof dynamoCaseStore>, caseId: string) => {
    const change = changeOf(open({ ...anOpening(), caseId }, policyOf(aSettings())), morning);
    const review = {
      id: "q",
      question: "reply",
      askedAt: morning,
      blocking: false,
      reason: "",
      announced: false,
    } as const;
    const next = { ...change.next, reviews: [review] };
    await store.commit({ ...change, reportKeys: [caseId], targetKey: undefined, next });
  };
  const table = async (UpdateExpression: string, value: unknown) => {
    const { client: made, name } = await newTable();
    const store = dynamoCaseStore(made, name, masterKeys);
    for (const caseId of ["TD-A", "TD-B", "TD-C"]) await opened(store, caseId);
    await DynamoDBDocumentClient.from(made).send(
      new UpdateCommand({
        TableName: name,
        Key: { pk: "CASE#TD-B", sk: "STATE" },
        UpdateExpression,
        ...(value !== undefined && { ExpressionAttributeValues: { ":other": value } }),
      }),
    );
    return { store, made, name };
  };
  const anothers = new Uint8Array(200).fill(7);

  test.each([
    ["bytes that nobody sealed", "SET sealed = :other", anothers],
    ["bytes cut short", "SET sealed = :other", anothers.subarray(0, 5)],
    ["nothing", "REMOVE sealed", undefined],
    ["another case's key", "SET caseKey = :other", "AAAA"],
    ["the name of no key", "SET sealedBy = :other", "nobody"],
  ])("has a name in each list and no place, and no other is lost: %s", async (_, expression, value) => {
    const { store } = await table(expression, value);
    for (const page of [await store.inReview(10), await store.openedOn(morning.slice(0, 10), 10)])
      expect([page.items.map(({ id }) => id).sort(), page.damaged]).toEqual([["TD-A", "TD-C"], ["TD-B"]]);
    await expect(store.read("TD-B")).rejects.toMatchObject({ name: "DamagedCase", caseId: "TD-B" });
  });

  test.each([
    ["of a later format", "SET #format = :other", 2],
    ["of none", "REMOVE #format", undefined],
  ])(
    "a state or a line %s is refused, by a word that says so, and is not damaged",
    async (_, UpdateExpression, value) => {
      const { store, made, name } = await table("SET dueAt = :other", morning);
      for (const Key of [
        { pk: "CASE#TD-B", sk: "STATE" },
        { pk: "HISTORY#TD-A", sk: "EVENT#000001" },
      ])
        await DynamoDBDocumentClient.from(made).send(
          new UpdateCommand({
            TableName: name,
            Key,
            UpdateExpression,
            ExpressionAttributeNames: { "#format": "format" },
            ...(value !== undefined && { ExpressionAttributeValues: { ":other": value } }),
          }),
        );
      const said = `An item of format ${value} is not read: this version reads and writes format 1.`;
      await expect(store.read("TD-B")).rejects.toMatchObject({ name: "Error", message: said });
      await expect(store.history("TD-A")).rejects.toThrow(said);
      await expect(store.lineOf("TD-A", 1)).rejects.toThrow(said);
    },
  );

  test("no list says so of a case whose master key is not there, or can't be used", async () => {
    const { made, name } = await table("SET sealed = :other", anothers);
    const refused = new KeysUnusable("refused", "The secret may not be used.");
    const without: readonly [MasterKeys, RegExp][] = [
      [async () => Promise.reject(refused), /may not be used/],
      [async () => ({ current: "k9", keys: { k9: "of another secret altogether" } }), /no master key/],
    ];
    for (const [keys, says] of without) {
      const store = dynamoCaseStore(made, name, keys);
      await expect(store.inReview(10)).rejects.toThrow(says);
      await expect(store.read("TD-B")).rejects.toThrow(says);
    }
  });
});

test("throws when there is no table, so that the message goes back to its queue", async () => {
  const store = dynamoCaseStore(client, "no-such-table", masterKeys);
  await expect(store.read("TD-A")).rejects.toThrow();
});

/** What one report writes is paid for by the item. */
test("an opened case writes three items by which it is found, its page beside its host", async () => {
  const made = await newTable();
  const store = dynamoCaseStore(made.client, made.name, masterKeys);
  const table = DynamoDBDocumentClient.from(made.client);
  await store.commit(changeOf(open({ ...anOpening(), caseId: "TD-PLACES" }, policyOf(aSettings())), morning));
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: made.name,
      KeyConditionExpression: "pk = :case AND begins_with(sk, :find)",
      ExpressionAttributeValues: { ":case": "CASE#TD-PLACES", ":find": "FIND#" },
    }),
  );
  expect(
    Items.map(({ sk, openedDay, reviewShard }) => [sk, openedDay !== undefined, reviewShard !== undefined]),
  ).toEqual([
    ["FIND#domain", true, false],
    ["FIND#host", true, true],
    ["FIND#number", true, true],
  ]);
});

test("an open case's labels are a few hashed characters in its index entry, none once it is closed", async () => {
  const made = await newTable();
  const store = dynamoCaseStore(made.client, made.name, masterKeys);
  const table = DynamoDBDocumentClient.from(made.client);
  const host = "www.login.account-check.bank.example";
  const opening = { ...anOpening(), caseId: "TD-LABELS", report: aReport({ target: { kind: "host", host } }) };
  const advanced = open(opening, policyOf(aSettings()));
  const rank = async () =>
    (await table.send(new GetCommand({ TableName: made.name, Key: { pk: "CASE#TD-LABELS", sk: "STATE" } }))).Item
      ?.reviewRank;
  await store.commit(changeOf(advanced, morning));
  const { openedAt } = advanced.next;
  const tagOf = tagsBy(await masterKeys());
  const tags = labelsOf(host).map((label) => tagOf(`label ${label}`).slice(0, 3));
  expect(labelsOf(host)).toEqual(["login", "account-check", "bank"]);
  expect(await rank()).toBe(`${openedAt}#1#TD-LABELS#${tags.join("")}`);
  const end = { type: "closed", at: morning, outcome: "gone", why: "x" } as const;
  const closed = advance(advanced.next, [end], policyOf(aSettings()), morning);
  await store.commit(changeOf(closed, morning, advanced.next));
  expect(await rank()).toBeUndefined();
});

test.each([
  ["bank.co.uk", ["bank"]],
  ["a.b.c.d.bank.example", ["b", "c", "d", "bank"]],
  ["shop.pages.github.io", ["shop", "pages"]],
  ["github.io", []],
  ["192.0.2.7", []],
  ["2001:db8::1", []],
])("of the host %s the labels %j are found", (host, labels) => expect(labelsOf(host)).toEqual(labels));

describe("a line of history in DynamoDB", () => {
  const opened = (caseId: string): Change =>
    changeOf(
      open(
        {
          ...anOpening({ target: { kind: "url", url: "https://secret.bad.example/page", host: "secret.bad.example" } }),
          caseId,
        },
        policyOf(aSettings()),
      ),
      morning,
    );
  const joined = ({ reportKeys: _, targetKey: __, ...before }: Change, reportId: string): Change => ({
    ...before,
    next: { ...before.next, version: before.next.version + 1 },
    events: [{ type: "joined", at: morning, report: aReport({ reportId }) }],
  });
  const forgotten = (change: Change): Change => {
    const after = joined(change, "r-0");
    return { ...after, next: forgetfulTarget(after.next, morning), events: [{ type: "forgotten", at: morning }] };
  };
  const aTable = async () => {
    const { name: TableName } = await newTable();
    const table = DynamoDBDocumentClient.from(client);
    const lines = async (caseId: string) =>
      (
        await table.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: { ":pk": `HISTORY#${caseId}` },
          }),
        )
      ).Items ?? [];
    const state = async (caseId: string) =>
      (await table.send(new GetCommand({ TableName, Key: { pk: `CASE#${caseId}`, sk: "STATE" } }))).Item;
    return { TableName, table, lines, state, store: dynamoCaseStore(client, TableName, masterKeys) };
  };

  test("holds nothing readable of what was reported, and the store reads it whole", async () => {
    const { store, lines } = await aTable();
    const change = opened("TD-A");
    await store.commit(change);
    expect(JSON.stringify(change.events)).toContain("secret.bad.example");
    expect(JSON.stringify(await lines("TD-A"))).not.toContain("secret.bad.example");
    expect((await store.history("TD-A"))[0]?.events).toEqual(change.events);
  });

  test("is the same, byte for byte, after the case was forgotten: only its key is gone", async () => {
    const { store, lines, state } = await aTable();
    const change = opened("TD-B");
    await store.commit(change);
    await store.commit(forgotten(change));
    const before = await lines("TD-B");
    expect(typeof (await state("TD-B"))?.caseKey).toBe("string");
    await store.forgetHistory("TD-B", 2);
    expect(await lines("TD-B")).toEqual(before);
    expect((await state("TD-B"))?.caseKey).toBeUndefined();
    expect((await store.history("TD-B"))[0]?.events).toEqual(change.events.map(forgetfulCaseEvent));
  });

  test("that is written after the case was forgotten has a new key, which opens nothing of before", async () => {
    const { store } = await aTable();
    const first = opened("TD-C");
    await store.commit(first);
    const end = forgotten(first);
    await store.commit(end);
    await store.forgetHistory("TD-C", 2);
    await store.read("TD-C");
    const late = joined(end, "late-report");
    expect(await store.commit(late)).toEqual({ ok: true, value: undefined });
    expect((await store.history("TD-C")).map(({ events }) => events)).toEqual([
      first.events.map(forgetfulCaseEvent),
      end.events,
      late.events,
    ]);
    await store.forgetHistory("TD-C", 3);
    expect((await store.history("TD-C"))[2]?.events).toEqual(late.events.map(forgetfulCaseEvent));
    expect((await store.read("TD-C"))?.forgottenAt).toBe(morning);
  });

  test("never brings a key back that was thrown away since the case was read", async () => {
    const { TableName, store, state } = await aTable();
    const first = opened("TD-D");
    await store.commit(first);
    const end = forgotten(first);
    await store.commit(end);
    await store.read("TD-D");
    await dynamoCaseStore(client, TableName, masterKeys).forgetHistory("TD-D", 2);
    expect(await store.commit(joined(end, "r-2"))).toEqual({ ok: false, error: { kind: "somebody-was-first" } });
    expect((await state("TD-D"))?.caseKey).toBeUndefined();
  });

  test("that somebody changed or moved is not believed", async () => {
    const { TableName, table, store, lines } = await aTable();
    const first = opened("TD-E");
    await store.commit(first);
    await store.commit(joined(first, "r-2"));
    const [one, two] = await lines("TD-E");
    await table.send(
      new UpdateCommand({
        TableName,
        Key: { pk: two?.pk, sk: two?.sk },
        UpdateExpression: "SET sealed = :other",
        ExpressionAttributeValues: { ":other": one?.sealed },
      }),
    );
    await expect(store.history("TD-E")).rejects.toThrow();
  });
});

// IAM lets who writes cases put a line, and can't ask that it be new.
test("whatever was written above, a line of history was put where there was none, and not touched again", () => {
  const key = ({ Put, Update, Delete }: TransactWriteItem) => (Put?.Item ?? Update?.Key ?? Delete?.Key)?.pk?.S ?? "";
  const lines = writes.filter((part) => key(part).startsWith("HISTORY#"));
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter(({ Put: put }) => put?.ConditionExpression !== "attribute_not_exists(pk)")).toEqual([]);
});
