import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { S3Client } from "@aws-sdk/client-s3";
import { afterEach, expect, test } from "vitest";
import { replyStore } from "../../functions/adapters/reply-store.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const anS3 = async (status: number, body: string, headers: Record<string, string> = {}) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(status, headers).end(body);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const client = new S3Client({
    region: "eu-west-1",
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  return { asked, read: replyStore(client, "replies") };
};

test("gives a mail's bytes", async () => {
  const { read, asked } = await anS3(200, "Subject: x\r\n\r\nx");
  expect(Buffer.from((await read({ key: "in/abc" })) ?? []).toString()).toBe("Subject: x\r\n\r\nx");
  expect(asked.map((path) => path.split("?")[0])).toEqual(["/replies/in/abc"]);
});

test("reads no other bucket, whatever a message names", async () => {
  const { read, asked } = await anS3(200, "secret");
  expect(await read({ bucket: "elsewhere", key: "in/abc" })).toBeUndefined();
  expect(asked).toEqual([]);
});

test("says that an expired mail is not there", async () => {
  const { read } = await anS3(404, "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>", {
    "content-type": "application/xml",
  });
  expect(await read({ key: "in/abc" })).toBeUndefined();
});

test("fails when S3 does, so that the message comes again", async () => {
  const { read } = await anS3(500, "<Error><Code>InternalError</Code></Error>", {
    "content-type": "application/xml",
  });
  await expect(read({ key: "in/abc" })).rejects.toThrow();
});
