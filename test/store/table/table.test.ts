import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { isNew, type Table, tableOf } from "../../../functions/store/table/table.ts";
import { aTableServer } from "../../support/a-table-server.ts";

const newTable = aTableServer();
const aTable = async () => {
  const { client, name } = await newTable();
  return tableOf(client, name);
};
const key = (sk: string) => ({ pk: "A", sk });
const put = (sk: string, more = {}) => ({ put: { ...key(sk), ...more } });
const names = async (table: Table) => (await table.all({ pk: "A" })).map(({ sk }) => sk);

test("an item is stored as AWS's own client stores it, and what is undefined in it is left out", async () => {
  const { client, name } = await newTable();
  const table = tableOf(client, name);
  const item = {
    one: 1,
    none: null,
    bytes: new Uint8Array([0, 255]),
    list: ["a", [false]],
    map: { deep: { n: -0.25 } },
    texts: new Set(["a", "b"]),
  };
  await table.write(put("1", { ...item, absent: undefined }));
  const { Item } = await DynamoDBDocumentClient.from(client).send(new GetCommand({ TableName: name, Key: key("1") }));
  expect(Item).toEqual({ ...key("1"), ...item });
  expect(await table.get(key("1"))).toEqual(Item);
});

test("a write says whether its condition held; of several all are done or none", async () => {
  const table = await aTable();
  expect(await table.write({ ...put("1", { at: 1 }), where: isNew })).toBe(true);
  expect(await table.write({ ...put("1", { at: 2 }), where: isNew })).toBe(false);
  expect(await table.write(put("2"), { check: key("1"), where: "#at = :seen", values: { seen: 2 } })).toBe(false);
  expect(await names(table)).toEqual(["1"]);
  const seen = { where: "#at = :seen", values: { seen: 1 } };
  expect(await table.write(put("2"), put("3"), { remove: key("1"), ...seen })).toBe(true);
  expect(await names(table)).toEqual(["2", "3"]);
});

test("an update gives what it wrote, or what stands in its way", async () => {
  const table = await aTable();
  const add = { update: key("1"), by: "ADD #count :more", values: { more: 2 } };
  expect(await table.update({ ...add, names: { count: "number of at" } })).toMatchObject({
    value: { "number of at": 2 },
  });
  expect(await table.update({ ...add, where: isNew })).toMatchObject({ error: { ...key("1"), "number of at": 2 } });
  expect(await table.update({ ...add, update: key("2"), where: "attribute_exists(pk)" })).toMatchObject({
    ok: false,
    error: undefined,
  });
});

test("a range is read page by page from either end, up to as many pages as are allowed", async () => {
  const table = await aTable();
  await table.write(...["1", "2", "3", "31", "4"].map((sk) => put(sk)));
  const found = async (range: Parameters<Table["page"]>[0]) => (await table.page(range)).items.map(({ sk }) => sk);
  expect(await found({ pk: "A", sk: ["begins", "3"] })).toEqual(["3", "31"]);
  expect(await found({ pk: "A", sk: ["<=", "3"], newestFirst: true, limit: 2 })).toEqual(["3", "2"]);
  expect((await table.all({ pk: "A", limit: 2 }, 2)).length).toBe(4);
  expect((await table.all({ pk: "A", limit: 2 })).length).toBe(5);
  expect((await table.getAll([key("1"), key("9")])).map(({ sk }) => sk)).toEqual(["1"]);
});
