import { randomBytes } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, QueryCommand, ScanCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { forgetfulCaseEvent } from "../../../functions/case/forget.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { sweep } from "../../../functions/follow-up/sweep.ts";
import { changeCase } from "../../../functions/store/change-case.ts";
import type { CaseStore } from "../../../functions/store/ports.ts";
import { isEntry } from "../../../functions/store/queue-entry.ts";
import { dynamoCaseStore } from "../../../functions/store/table/case-store.ts";
import type { NamedKeys } from "../../../functions/store/table/named-keys.ts";
import { type MasterKeys, openPutOff, sealPutOff } from "../../../functions/store/table/sealed.ts";
import { sealedDictionary } from "../../../functions/store/table/sealed-dictionary.ts";
import { storeAt } from "../../../infra/command/connection.ts";
import { masterKeysSecret, tableName } from "../../../infra/local/stand.ts";
import { aCase, aReport, aSettings, morning } from "../../support/a-case.ts";
import { statusMessage } from "../../support/a-flow.ts";
import { aStand } from "../../support/a-stand.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { anEntry, opensEntry } from "../../support/an-entry.ts";
import { masterKeys } from "../../support/master-keys.ts";

type Item = Record<string, unknown>;

const everyItem = async (client: DynamoDBClient, TableName: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const answer = await DynamoDBDocumentClient.from(client).send(
      new ScanCommand({ TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    );
    items.push(...(answer.Items ?? []));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
};

/**
 * All that can be read in an item without a key: its texts, and its bytes as they are and unpacked,
 * with and without what a seal puts before them.
 */
const legible = (item: Item): string =>
  Object.entries(item)
    .flatMap(([name, value]) => {
      if (!(value instanceof Uint8Array)) return [name, typeof value === "string" ? value : JSON.stringify(value)];
      const unpacked = [0, 12].map((from) => {
        try {
          return inflateRawSync(value.subarray(from), { dictionary: sealedDictionary }).toString("latin1");
        } catch {
          // No deflated bytes, which is what is hoped for.
          return "";
        }
      });
      return [name, Buffer.from(value).toString("latin1"), ...unpacked];
    })
    .join("\n");

describe("the table, after a whole story", () => {
  let house: Awaited<ReturnType<typeof aStand>>;
  beforeAll(async () => {
    house = await aStand();
  });
  afterAll(() => house.close());

  test("holds nothing readable of what was reported, told or answered, and the store reads it all", async () => {
    const { put, run, pass, sweep: sweepOnce, stand, mails } = house;
    const url = "https://shop.bad.example/secret-path/login?who=secret-query";
    await put(
      "report-standard",
      house.report("secret-report-id", {
        target: { url },
        evidence: { explanation: "secret-explanation of a copy", reproduce: "secret-reproduce" },
      }),
    );
    await run();
    await put(
      "report-standard",
      house.report("second", { target: { url }, reporter: "cert", evidence: { explanation: "secret-of-the-second" } }),
    );
    await run();
    const [mail] = mails();
    if (!mail) throw new Error("no notice went out");
    await house.sesTells(mail, { kind: "Delivery" });
    await put(
      "reply",
      house.reply(
        mail,
        `Please send us the full headers, secret-answer, first. Ticket SECRET-4711. Which page is it, ${url}?`,
      ),
    );
    await put(
      "report-standard",
      statusMessage("hold", house.clock.now(), { reportId: "secret-report-id", note: "secret-note of the police" }),
    );
    await put("report-standard", `{"nonsense":"secret-nonsense about ${url}"`);
    await run();
    pass(60);
    await sweepOnce();
    await run();

    const words = /secret-|SECRET-4711|shop\.bad\.example|login\?who/;
    const id = house.caseIdOf("secret-report-id");
    const state = await stand.store.read(id);
    const read = JSON.stringify([state, await stand.store.history(id)]);
    for (const word of [
      "secret-path",
      "secret-explanation",
      "secret-reproduce",
      "secret-of-the-second",
      "secret-answer",
      "SECRET-4711",
      "secret-note",
      "secret-report-id",
    ])
      expect(read, word).toContain(word);
    const { items } = await stand.store.inReview(100);
    expect(await stand.store.messageOf(items.find(isEntry)?.id ?? "", 1)).toContain("secret-nonsense");

    const all = await everyItem(new DynamoDBClient({}), tableName);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((item) => words.test(legible(item))).map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
  });

  test("is written by the kilobyte: no state and no line of a case takes two", async () => {
    const all = await everyItem(new DynamoDBClient({}), tableName);
    const ofCases = all.filter(
      ({ pk, sk }) => /^(CASE|HISTORY)#/.test(String(pk)) && /^(STATE|EVENT#)/.test(String(sk)),
    );
    const bytesOf = (item: (typeof ofCases)[number]): number =>
      Object.entries(item).reduce(
        (sum, [name, value]) =>
          sum + name.length + (value instanceof Uint8Array ? value.length : Buffer.byteLength(String(value))),
        0,
      );
    expect(ofCases.length).toBeGreaterThan(8);
    expect(Math.max(...ofCases.map(bytesOf))).toBeLessThanOrEqual(1024);
  });

  test("is read by the command line with the master keys' secret and not without", async () => {
    const caseId = house.caseIdOf("secret-report-id");
    const aws = { folder: house.stand.folder, table: tableName };
    await expect(storeAt(aws).read(caseId)).rejects.toThrow("Give --keys as well");
    expect(await storeAt({ ...aws, keys: masterKeysSecret }).read(caseId)).toMatchObject({ id: caseId });
    expect(await storeAt(aws).statistics("2026-11")).not.toEqual([]);
  });
});

test("a key that was derived a moment ago opens nothing once its master key is another, or is gone", async () => {
  const before: NamedKeys = { current: "k1", keys: { k1: "the master key of before" } };
  const sealed = sealPutOff("what was put off", before, "here");
  const openBy = (keys: NamedKeys["keys"]) => openPutOff(sealed, async () => ({ current: "k1", keys }), "here");
  expect(await openPutOff(sealed, async () => before, "here")).toBe("what was put off");
  expect(await openBy(before.keys)).toBe("what was put off");
  await expect(openBy({ k1: "another under the same name" })).rejects.toThrow();
  await expect(openBy({ k2: "the master key of before" })).rejects.toThrow("There is no master key k1");
});

describe("in a table of its own,", () => {
  const newTable = aTableServer();
  const settings = aSettings();
  const clock = { now: () => morning };
  const work = (store: CaseStore) => ({
    store,
    policyOf: policyOf(settings),
    clock,
    dropHint: async () => {},
    log: { info: () => {}, error: () => {} },
  });
  const aTable = async () => {
    const { client, name } = await newTable();
    const table = DynamoDBDocumentClient.from(client);
    const stateItem = async (caseId: string): Promise<Item> =>
      (await everyItem(client, name)).find(({ pk, sk }) => pk === `CASE#${caseId}` && sk === "STATE") ?? {};
    return {
      client,
      name,
      table,
      stateItem,
      storeBy: (keys: MasterKeys) => dynamoCaseStore(client, name, keys),
      store: dynamoCaseStore(client, name, masterKeys),
    };
  };
  const opens = async (store: CaseStore, caseId: string): Promise<Case> => {
    const next = { ...aCase({}), id: caseId, version: 1 };
    await store.commit({
      next,
      events: [{ type: "opened", at: morning, caseId, lane: next.lane, report: aReport() }],
      at: morning,
    });
    return next;
  };
  const joins = (store: CaseStore, caseId: string, reportId: string) =>
    changeCase(work(store), caseId, () => [{ type: "joined", at: morning, report: aReport({ reportId }) }]);

  test("what retention sealed away cannot be opened by the master key at hand: it lacks the case's own", async () => {
    const { store, table, name, stateItem } = await aTable();
    await opens(store, "TD-A");
    await changeCase(work(store), "TD-A", () => [
      { type: "closed", at: morning, outcome: "removed", why: "secret-why" },
    ]);
    const { caseKey } = await stateItem("TD-A");
    const whole = await store.history("TD-A");
    expect(JSON.stringify(whole)).toContain("secret-why");
    await sweep({ ...work(store), clock: { now: () => "2028-01-01T00:00:00.000Z" }, tellOnCall: async () => {} });

    expect((await stateItem("TD-A")).caseKey).toBeUndefined();
    expect((await store.read("TD-A"))?.forgottenAt).toBe("2028-01-01T00:00:00.000Z");
    const left = await store.history("TD-A");
    expect(left.slice(0, 2).map(({ events }) => events)).toEqual(
      whole.map(({ events }) => events.map(forgetfulCaseEvent)),
    );
    // It is the key alone that lacks: with it, as a backup may still hold it, the same lines open.
    await table.send(
      new UpdateCommand({
        TableName: name,
        Key: { pk: "CASE#TD-A", sk: "STATE" },
        UpdateExpression: "SET caseKey = :key",
        ExpressionAttributeValues: { ":key": caseKey },
      }),
    );
    expect((await store.history("TD-A")).slice(0, 2)).toEqual(whole);
  });

  test("a case that was not forgotten keeps its key, whoever asks for its history to forget", async () => {
    const { store } = await aTable();
    const state = await opens(store, "TD-B");
    await store.forgetHistory("TD-B", 1);
    expect(await store.read("TD-B")).toEqual(state);
  });

  test("the case's own key, which lies in the table, opens nothing without the master key", async () => {
    const { store, storeBy } = await aTable();
    await opens(store, "TD-C");
    const other = async (): Promise<NamedKeys> => ({
      current: "k1",
      keys: { k1: "another master key that is not the right one" },
    });
    await expect(storeBy(other).read("TD-C")).rejects.toThrow();
    await expect(storeBy(other).history("TD-C")).rejects.toThrow();
  });

  test("a case sealed before a rotation opens after it, and its next change is sealed by the new key", async () => {
    const { store, storeBy, stateItem } = await aTable();
    const before = await opens(store, "TD-D");
    await store.writeEntry(opensEntry(anEntry("TD-D2"), "what nobody could read"));
    const { k1 } = (await masterKeys()).keys;
    const rotated = storeBy(async () => ({
      current: "k2",
      keys: { k1, k2: "the master key that came after the first" },
    }));
    expect(await rotated.read("TD-D")).toEqual(before);
    expect(await rotated.messageOf("TD-D2", 1)).toBe("what nobody could read");
    await joins(rotated, "TD-D", "r-2");
    expect((await stateItem("TD-D")).sealedBy).toMatch(/^k2\//);
    expect((await rotated.history("TD-D")).map(({ events }) => events.map(({ type }) => type))).toEqual([
      ["opened"],
      expect.arrayContaining(["joined"]),
    ]);
    await expect(store.read("TD-D")).rejects.toThrow("There is no master key k2");
  });

  test("a case of another, and an earlier version of the same, cannot be put in a case's place", async () => {
    const { store, table, name, stateItem } = await aTable();
    await opens(store, "TD-E");
    const first = await stateItem("TD-E");
    await joins(store, "TD-E", "r-2");
    const put = (Item: Item) => table.send(new PutCommand({ TableName: name, Item }));
    await put({ ...first, version: 2 });
    await expect(store.read("TD-E")).rejects.toThrow();
    await put({ ...first, pk: "CASE#TD-E2" });
    await expect(store.read("TD-E2")).rejects.toThrow();
  });

  test("a message of a mebibyte that could not be read comes back whole, in pieces that an item can hold", async () => {
    const { client, name, store, table } = await aTable();
    // Nothing that could be packed smaller, and characters that a cut would break.
    const text = `${randomBytes(390_000).toString("hex")}${"é€😀".repeat(20_000)}`;
    await store.writeEntry(opensEntry(anEntry("TD-G"), text));
    expect(await store.messageOf("TD-G", 1)).toBe(text);
    const pieces = await table.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :text)",
        ExpressionAttributeValues: { ":pk": "CASE#TD-G", ":text": "MESSAGE#" },
      }),
    );
    expect(pieces.Items?.length).toBeGreaterThan(1);
    for (const item of await everyItem(client, name)) expect(legible(item)).not.toContain(text.slice(0, 40));
  });
});
