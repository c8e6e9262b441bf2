import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { beforeEach, expect, test } from "vitest";
import { numbersCases } from "../../functions/adapters/case-numbers.ts";
import { provenByFingerprint } from "../../functions/adapters/key-fingerprints.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { rotated } from "../../infra/command/rotate.ts";
import { aTableServer } from "../support/a-table-server.ts";

const aTable = aTableServer();
const safe = JSON.stringify({ current: "k1", k1: "the key of the copy in the safe" });
const message = "report hotline/2026-0048213";

/** A stage's secrets and its table, each by what stands in it; as its functions find them when they start anew. */
const aStage = ({ client, name }: Awaited<ReturnType<typeof aTable>>, secrets: Record<string, string>) => {
  const send = async ({ input }: { readonly input: { readonly SecretId: string } }) => ({
    SecretString: secrets[input.SecretId],
  });
  const prove = provenByFingerprint(tableOf(client, name), { of: "case-number" });
  return (openedBy: string) =>
    numbersCases({ send } as unknown as SecretsManagerClient, "case-number-key", prove)(openedBy);
};

let table: Awaited<ReturnType<typeof aTable>>;
let number: string;
beforeEach(async () => {
  table = await aTable();
  number = await aStage(table, { "case-number-key": safe })(message);
});

test("a number is an id that can be read over the phone", () => {
  expect(number).toMatch(/^TD(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
});

test("the same message gives the same number after all keys that rotate were rotated", async () => {
  const secrets = { "case-number-key": safe, "master-keys": safe, "reply-keys": safe };
  for (const [what, secret] of [
    ["master", "master-keys"],
    ["reply", "reply-keys"],
  ] as const)
    await rotated(what, {
      read: async () => secrets[secret],
      write: async (text) => {
        secrets[secret] = text;
      },
    });
  expect(secrets["master-keys"]).toContain('"current":"k2"');
  expect(await aStage(table, secrets)(message)).toBe(number);
});

test("the same message gives the same number over a restored table, and no other key numbers there", async () => {
  expect(await aStage(table, { "case-number-key": safe })(message)).toBe(number);
  const anew = JSON.stringify({ current: "k1", k1: "another that CloudFormation made anew" });
  await expect(aStage(table, { "case-number-key": anew })(message)).rejects.toMatchObject({
    name: "KeysUnusable",
    why: "overwritten",
    message: expect.stringContaining("The case number key k1 in the secret is not the one that numbered"),
  });
});

test("the same message gives the same number in a second region, by the copy of the key", async () => {
  expect(await aStage(await aTable(), { "case-number-key": safe })(message)).toBe(number);
});

test("another stage's key gives another number", async () => {
  const others = JSON.stringify({ current: "k1", k1: "the key of another stage altogether" });
  expect(await aStage(await aTable(), { "case-number-key": others })(message)).not.toBe(number);
});

test("a key that was added by hand is refused, and numbers nothing", async () => {
  const added = JSON.stringify({ current: "k2", k1: "the key of the copy in the safe", k2: "somebody's second key" });
  await expect(aStage(table, { "case-number-key": added })(message)).rejects.toMatchObject({ why: "wrong-name" });
});
