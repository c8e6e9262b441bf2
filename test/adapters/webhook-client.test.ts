import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { webhookClient } from "../../functions/adapters/webhook-client.ts";
import { listenOnLoopback } from "../../infra/local/servers/loopback.ts";

type Heard = {
  readonly method: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};
const heard: Heard[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const bytes of request) body += bytes;
  heard.push({ method: request.method, headers: request.headers, body });
  if (request.url === "/hangs") return;
  if (request.url === "/moved") response.writeHead(302, { location: "/elsewhere" }).end();
  else response.writeHead(request.url === "/no" ? 403 : 202).end("x".repeat(1_000_000));
});
let base = "";
beforeAll(async () => {
  base = `http://127.0.0.1:${await listenOnLoopback(server, 0)}`;
});
afterAll(() => server.closeAllConnections());

const client = webhookClient({ allowLoopback: true, deadlineMs: 500 });

test("posts the body as it is, with the headers that sign it", async () => {
  expect(await client(`${base}/`, { "webhook-id": "msg_1" }, '{"a":1}')).toEqual({ status: 202 });
  expect(heard.at(-1)).toMatchObject({
    method: "POST",
    headers: { "webhook-id": "msg_1", "content-type": "application/json" },
    body: '{"a":1}',
  });
});

test("follows nobody elsewhere, and says what was answered", async () => {
  const before = heard.length;
  expect(await client(`${base}/moved`, {}, "{}")).toEqual({ status: 302 });
  expect(await client(`${base}/no`, {}, "{}")).toEqual({ status: 403 });
  expect(heard.length - before).toBe(2);
});

test("waits for nobody beyond its deadline", async () => {
  expect(await client(`${base}/hangs`, {}, "{}")).toEqual({ silent: "too-late" });
});

test("connects to no address that is not public, and speaks https alone", async () => {
  const before = heard.length;
  const deployed = webhookClient({ resolveAll: async () => [{ address: "127.0.0.1", family: 4 }] });
  expect(await deployed("https://rtir.hotline.example/", {}, "{}")).toEqual({ silent: "forbidden-address" });
  for (const address of ["10.0.0.1", "169.254.169.254", "[::1]"])
    expect(await deployed(`https://${address}/`, {}, "{}")).toEqual({ silent: "forbidden-address" });
  expect(await deployed(base, {}, "{}")).toEqual({ silent: "not-https" });
  expect(heard.length).toBe(before);
});
