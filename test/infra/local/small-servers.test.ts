import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { CreateTopicCommand, ListTopicsCommand, PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { afterEach, describe, expect, it } from "vitest";
import { startS3 } from "../../../infra/local/servers/s3.ts";
import { startSecretsManager } from "../../../infra/local/servers/secrets-manager.ts";
import { startSns } from "../../../infra/local/servers/sns.ts";
import { local } from "./clients.ts";

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe("S3 on loopback", () => {
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

  it("gives back an object as it was put, from the client and from outside", async () => {
    const { server, client } = await started();
    const bytes = Buffer.from([0, 13, 10, 255, 65]);
    await client.send(new PutObjectCommand({ Bucket, Key: "in/mail one", Body: bytes }));
    expect(
      Buffer.from(
        (await (
          await client.send(new GetObjectCommand({ Bucket, Key: "in/mail one" }))
        ).Body?.transformToByteArray()) ?? [],
      ),
    ).toEqual(bytes);
    server.put(Bucket, "in/two", bytes);
    expect(
      await (await client.send(new GetObjectCommand({ Bucket, Key: "in/two" }))).Body?.transformToByteArray(),
    ).toHaveLength(5);
  });

  it("takes a stream", async () => {
    const { server, client } = await started();
    const parts = [Buffer.alloc(70_000, "a"), Buffer.from("end")];
    await client.send(
      new PutObjectCommand({ Bucket, Key: "stream", Body: Readable.from(parts), ContentLength: 70_003 }),
    );
    expect(server.get(Bucket, "stream")?.equals(Buffer.concat(parts))).toBe(true);
  });

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
});

it("keeps what SNS was told", async () => {
  const server = await startSns({ port: 0 });
  const client = new SNSClient(local(server.url));
  ends.push(server.close, () => client.destroy());
  expect((await client.send(new CreateTopicCommand({ Name: "on-call" }))).TopicArn).toBe(server.topicArn("on-call"));
  await client.send(
    new PublishCommand({ TopicArn: server.topicArn("on-call"), Subject: "2 reviews", Message: "Straße & <b>" }),
  );
  expect(server.published()).toMatchObject([
    { topicArn: server.topicArn("on-call"), subject: "2 reviews", message: "Straße & <b>" },
  ]);
  await expect(client.send(new ListTopicsCommand())).rejects.toMatchObject({ name: "InvalidAction" });
});

it("gives the secrets that it was started with, and says when one is not there", async () => {
  const server = await startSecretsManager({ port: 0, secrets: { "reply-keys": '{"current":"k1"}' } });
  const client = new SecretsManagerClient(local(server.url));
  ends.push(server.close, () => client.destroy());
  expect((await client.send(new GetSecretValueCommand({ SecretId: "reply-keys" }))).SecretString).toBe(
    '{"current":"k1"}',
  );
  await expect(client.send(new GetSecretValueCommand({ SecretId: "toString" }))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});
