import { expect, test } from "vitest";
import { provenByFingerprint } from "../../functions/adapters/key-fingerprints.ts";
import { fingerprintOf } from "../../functions/store/table/named-keys.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { aTableServer } from "../support/a-table-server.ts";

const aTable = aTableServer();
const k1 = "a key of at least sixteen";
const k2 = "another of at least sixteen";

const inTable = async () => {
  const { client, name } = await aTable();
  return tableOf(client, name);
};

test("a key is known again by its name, and another under that name is not taken", async () => {
  const prove = provenByFingerprint(await inTable());
  await prove({ current: "k1", keys: { k1 } });
  await prove({ current: "k1", keys: { k1 } });
  await expect(prove({ current: "k1", keys: { k1: k2 } })).rejects.toMatchObject({
    name: "KeysUnusable",
    why: "overwritten",
    message: expect.stringContaining("The master key k1 in the secret is not the one that sealed"),
  });
});

test("an old key that was written over is seen though another is current", async () => {
  const prove = provenByFingerprint(await inTable());
  await prove({ current: "k1", keys: { k1 } });
  await expect(prove({ current: "k2", keys: { k1: k2, k2 } })).rejects.toMatchObject({ why: "overwritten" });
});

test("a key that was added is taken beside the old one", async () => {
  const prove = provenByFingerprint(await inTable());
  await prove({ current: "k1", keys: { k1 } });
  await prove({ current: "k2", keys: { k1, k2 } });
});

test("of two that find a new name at once, the first is right", async () => {
  const at = await inTable();
  const both = await Promise.allSettled([
    provenByFingerprint(at)({ current: "k1", keys: { k1 } }),
    provenByFingerprint(at)({ current: "k1", keys: { k1: k2 } }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("the table holds nothing of a key but what tells it from another", async () => {
  const at = await inTable();
  await provenByFingerprint(at)({ current: "k1", keys: { k1 } });
  expect(await at.get({ pk: "KEY#master", sk: "k1" })).toEqual({
    pk: "KEY#master",
    sk: "k1",
    fingerprint: fingerprintOf(k1),
  });
  expect(fingerprintOf(k1)).toMatch(/^[0-9a-f]{16}$/);
});
