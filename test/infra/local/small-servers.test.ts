import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteObjectCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterEach, expect, it } from "vitest";
import { startS3 } from "../../../infra/local/servers/s3.ts";
import { local } from "./clients.ts";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const started = async () => {
  const folder = mkdtempSync(join(tmpdir(), "s3-"));
  const server = await startS3({ port: 0, folder });
  const client = new S3Client(local(server.url));
  ends.push(
    () => rmSync(folder, { recursive: true }),
    server.close,
    () => client.destroy(),
  );
  return { server, client };
};
const Bucket = "replies";

it("says NoSuchKey for what is not there, or was deleted", async () => {
  const { server, client } = await started();
  server.put(Bucket, "x", Buffer.from("x"));
  await client.send(new DeleteObjectCommand({ Bucket, Key: "x" }));
  await expect(client.send(new GetObjectCommand({ Bucket, Key: "x" }))).rejects.toMatchObject({ name: "NoSuchKey" });
});

it("keeps a key that points upwards inside its bucket", async () => {
  const { server } = await started();
  server.put("a", "../b/x", Buffer.from("x"));
  expect(server.get("b", "x")).toBeUndefined();
  expect(server.get("a", "../b/x")?.toString()).toBe("x");
});
