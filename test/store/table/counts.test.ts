import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { entryChange } from "../../../functions/store/change-entry.ts";
import type { CaseStore } from "../../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../../functions/store/table/case-store.ts";
import { countsFromStream } from "../../../functions/store/table/counts-from-stream.ts";
import { addRecounted } from "../../../functions/store/table/recount.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { recountOf } from "../../../infra/command/recount.ts";
import { historyStream } from "../../../infra/local/history-feed.ts";
import { opened } from "../../contracts/case-store/changes.ts";
import { morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { anEntry } from "../../support/an-entry.ts";
import { counted } from "../../support/counted.ts";
import { masterKeys } from "../../support/master-keys.ts";

const stream = historyStream();
const newTable = aTableServer(stream.put);
let store: CaseStore;
let client: DynamoDBClient;
let name: string;
beforeEach(async () => {
  ({ client, name } = await newTable());
  store = dynamoCaseStore(client, name, masterKeys);
});

const addUp = (records: readonly DynamoDBRecord[], shard = "shard-1", by = client) =>
  countsFromStream(tableOf(by, name))(shard, records);
const lines = async (count: number): Promise<readonly DynamoDBRecord[]> => {
  for (let number = 0; number < count; number++) await store.commit(opened(`TD-S${number}`));
  return stream.take(count);
};
const open = async () => (await store.counts("open", "now")).get("all")?.standard;

describe("counts from the table's stream", () => {
  test("many cases of a batch are one addition to each count", async () => {
    const all = await lines(40);
    const { client: by, calls } = counted(client);
    await addUp(all, "shard-1", by);
    // What the shard holds, and one transaction.
    expect([calls(), await open()]).toEqual([2, 40]);
    expect([await store.countedSince(), await store.countedUpTo()]).toEqual([morning, morning]);
  });

  test.each([
    [
      "the same batch twice",
      [
        [0, 10],
        [0, 10],
      ],
    ],
    [
      "from the record that failed",
      [
        [0, 4],
        [4, 10],
      ],
    ],
    [
      "halved after it was added up",
      [
        [0, 10],
        [0, 5],
        [5, 10],
      ],
    ],
    [
      "with other ends, as by another poller",
      [
        [0, 6],
        [3, 9],
        [0, 10],
      ],
    ],
    [
      "an older part again, after newer ones",
      [
        [0, 3],
        [3, 10],
        [0, 2],
      ],
    ],
  ])("each line counts once: %s", async (_, parts) => {
    const all = await lines(10);
    for (const [from, to] of parts) await addUp(all.slice(from, to));
    expect(await open()).toBe(10);
  });

  test("each shard has numbers of its own", async () => {
    const all = await lines(10);
    await addUp(all.slice(5), "shard-2");
    await addUp(all.slice(0, 5), "shard-1");
    expect(await open()).toBe(10);
  });

  test("of two runs with the same lines at the same time one adds them up", async () => {
    const all = await lines(10);
    const runs = await Promise.allSettled([addUp(all), addUp(all)]);
    await addUp(all);
    expect([runs.filter(({ status }) => status === "fulfilled").length > 0, await open()]).toEqual([true, 10]);
  });

  test("what is more than one transaction holds goes in several, and on where a run died between them", async () => {
    const countsOf = (number: number) =>
      JSON.stringify(
        Array.from({ length: 60 }, (_, n) => ["provider", "2033-01", `desk-${number}-${n}`, { asked: 1 }]),
      );
    const all = (await lines(4)).map((record, number) => ({
      ...record,
      dynamodb: {
        ...record.dynamodb,
        NewImage: { ...record.dynamodb?.NewImage, counts: { S: countsOf(number) } },
      },
    }));
    let transactions = 0;
    const { client: by } = counted(client);
    by.middlewareStack.add(
      (next) => (args) => {
        if ("TransactItems" in args.input && ++transactions === 3) throw new Error("killed");
        return next(args);
      },
      { step: "build" },
    );
    await expect(addUp(all, "shard-1", by)).rejects.toThrow("killed");
    await addUp(all);
    const providers = await store.counts("provider", "2033-01");
    expect([providers.size, new Set([...providers.values()].map(({ asked }) => asked))]).toEqual([240, new Set([1])]);
  });

  test("a line that can't be read is left out and given back, and its neighbours count", async () => {
    const [first, second, third] = await lines(3);
    if (!first || !second || !third) throw new Error("no lines");
    const image = second.dynamodb?.NewImage;
    const poison = { ...second, dynamodb: { ...second.dynamodb, NewImage: { ...image, counts: { S: "[[1]]" } } } };
    expect(await addUp([first, poison, third])).toEqual([poison]);
    expect(await open()).toBe(2);
  });

  test("a line that counts nothing costs no call", async () => {
    const [line] = await lines(1);
    const { counts: _, ...image } = line?.dynamodb?.NewImage ?? {};
    const { client: by, calls } = counted(client);
    await addUp([{ ...line, dynamodb: { ...line?.dynamodb, NewImage: image } }], "shard-1", by);
    expect(calls()).toBe(0);
  });
});

describe("a recount from the cases' histories", () => {
  const recounted = () => recountOf(store, tableOf(client, name), morning);

  test("agrees once the stream is drained", async () => {
    await addUp(await lines(12));
    expect(await recounted()).toEqual({ cases: 12, unread: [], wrong: [] });
  });

  test("finds what a lost line would have added, and once that is added agrees", async () => {
    const [first, ...others] = await lines(3);
    await addUp(others);
    const { wrong } = await recounted();
    expect(wrong.map(({ book, adds }) => [book, adds])).toEqual([
      ["days", { "in-standard": 1 }],
      ["open", { standard: 1 }],
    ]);
    await addRecounted(tableOf(client, name), wrong, morning);
    expect([first !== undefined, await open(), (await recounted()).wrong]).toEqual([true, 3, []]);
  });

  test("finds what was counted twice", async () => {
    const all = await lines(2);
    await addUp(all, "shard-1");
    await addUp(all, "shard-2");
    await addRecounted(tableOf(client, name), (await recounted()).wrong, morning);
    expect([await open(), (await recounted()).wrong]).toEqual([2, []]);
  });

  test("leaves what entries count, which have no history", async () => {
    await addUp(await lines(1));
    const entry = anEntry("TE-1");
    const counting = {
      before: [],
      after: [],
      once: [{ book: "days", month: "2026-11", name: "24", adds: { "asked-entry": 1 } }],
    } as const;
    await store.writeEntry({ ...entryChange(undefined, entry, morning), counting });
    expect((await store.counts("days", "2026-11")).get("24")).toMatchObject({ "asked-entry": 1 });
    expect((await recounted()).wrong).toEqual([]);
  });
});
