import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { provenByFingerprint } from "../../../functions/adapters/key-fingerprints.ts";
import { dynamoCaseStore } from "../../../functions/store/table/case-store.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { storeAt } from "../../../infra/command/connection.ts";
import type { Running } from "../../../infra/local/servers/loopback.ts";
import { startSecretsManager } from "../../../infra/local/servers/secrets-manager.ts";
import { sdkEnvironment } from "../../../infra/local/stand.ts";
import { aConsole } from "../../console/a-console.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { masterKeys } from "../../support/master-keys.ts";

const newTable = aTableServer();
let secrets: Running;
beforeAll(async () => {
  const { current, keys } = await masterKeys();
  const anothers = { k1: "a master key of another stage, under the same name" };
  secrets = await startSecretsManager({
    port: 0,
    secrets: { own: JSON.stringify({ current, ...keys }), anothers: JSON.stringify({ current, ...anothers }) },
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await secrets.close();
});

test("another stage's keys are said to be the wrong ones, and no case of it to be damaged", async () => {
  const { client, name } = await newTable();
  await provenByFingerprint(tableOf(client, name))(await masterKeys());
  const caseId = await aConsole({ store: dynamoCaseStore(client, name, masterKeys) }).unreadable("a message");
  const { protocol, hostname, port } = (await client.config.endpoint?.()) ?? {};
  const dynamo = { url: `${protocol}//${hostname}:${port}` };
  for (const [variable, value] of Object.entries(sdkEnvironment({ DYNAMODB: dynamo, SECRETS_MANAGER: secrets })))
    vi.stubEnv(variable, value);
  const store = (keys: string) => storeAt({ folder: "nowhere", table: name, keys });
  expect((await store("own").inReview(10)).items.map(({ id }) => id)).toEqual([caseId]);
  await expect(store("anothers").inReview(10)).rejects.toMatchObject({ name: "KeysUnusable", why: "overwritten" });
});
