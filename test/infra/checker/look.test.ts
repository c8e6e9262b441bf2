import { once } from "node:events";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import dns2 from "dns2";
import { afterEach, describe, expect, test } from "vitest";
import type { Guard, ResolveAll } from "../../../functions/adapters/guarded-lookup.ts";
import { look } from "../../../infra/checker/look.ts";
import { httpServer, tcpServer } from "../../adapters/loopback.ts";

/* Whoever put it there owns the server that is asked: it may answer anything, or never. */

const running: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});
const started = <T extends { close: () => unknown }>(one: T): T => {
  running.push(one);
  return one;
};
const host = async (play: Parameters<typeof httpServer>[0]) => started(await httpServer(play));
const raw = async (play: Parameters<typeof tcpServer>[0]) => started(await tcpServer(play));

/** All names of the story resolve to loopback, which samples and tests allow. */
const toLoopback: ResolveAll = async () => [{ address: "127.0.0.1", family: 4 }];
const guard: Guard = { allowLoopback: true, resolveAll: toLoopback };
const deadlineMs = 400;

/** Name servers that answer with this code, and nothing else: 3 is NXDOMAIN, 2 a server's failure. */
const nameServer = async (rcode: number): Promise<string> => {
  const server = dns2.createUDPServer((request, send) => {
    const answer = dns2.Packet.createResponseFromRequest(request);
    Object.assign(answer.header, { rcode });
    send(answer);
  });
  await server.listen(0, "127.0.0.1");
  started(server);
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const lookAt = (address: string, more: { readonly marker?: string; readonly guard?: Guard } = {}) =>
  look(address, more.marker ?? "Example Bank", {
    guard: more.guard ?? guard,
    deadlineMs,
    servers: [["127.0.0.1:1"], ["127.0.0.1:1"]],
  });

describe("a host that answers", () => {
  test.each([
    ["without an end", "up", () => "Example Bank "],
    ["without an end, and says nothing", "silent", () => "x"],
  ])("%s is read for its first 256 KiB", async (_, verdict, text) => {
    let sent = 0;
    const server = await host((_request, response) => {
      const chunk = text().repeat(1000);
      const pour = () => {
        while (response.writable && response.write(chunk)) sent += chunk.length;
        if (response.writable) response.once("drain", pour);
      };
      pour();
    });
    const { status } = await lookAt(server.base);
    expect(status).toBe(verdict === "up" ? "still-up" : "silent");
    expect(sent).toBeLessThan(3 * 16 * 1024 * 1024);
  });

  test("drop by drop, in its head or its body, is left at the deadline", async () => {
    const drips = await raw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nx: ");
      const drop = setInterval(() => socket.write("a"), 20);
      socket.on("close", () => clearInterval(drop));
    });
    const body = await host((_, response) => {
      response.flushHeaders();
      const drop = setInterval(() => response.write("a"), 20);
      response.on("close", () => clearInterval(drop));
    });
    for (const address of [`http://127.0.0.1:${drips.port}/`, body.base])
      expect(await lookAt(address)).toEqual({ status: "silent", reason: "no answer" });
  });

  test("never is left at the deadline, and so is a name that the system's resolver seeks without an end", async () => {
    const mute = await raw(() => {});
    const began = performance.now();
    expect((await lookAt(`http://127.0.0.1:${mute.port}/`)).status).toBe("silent");
    const seeks: Guard = { allowLoopback: true, resolveAll: () => new Promise(() => {}) };
    expect((await lookAt("http://seeks.example/", { guard: seeks })).status).toBe("silent");
    expect(performance.now() - began).toBeLessThan(6 * deadlineMs + 3000);
  });

  test.each([
    [
      "with heads by the megabyte",
      (write: (text: string) => void) => write(`HTTP/1.1 404 x\r\n${"a: b\r\n".repeat(200_000)}\r\n`),
    ],
    ["with garbage", (write: (text: string) => void) => write("\u0000\u0001 not HTTP\r\n\r\n")],
    ["with another protocol", (write: (text: string) => void) => write("SSH-2.0-OpenSSH_9.9\r\n")],
    [
      "with two lengths",
      (write: (text: string) => void) => write("HTTP/1.1 404 x\r\ncontent-length: 1\r\ncontent-length: 9\r\n\r\nab"),
    ],
    ["with nothing, and hangs up", () => {}],
  ])("%s has said nothing", async (_, says) => {
    const server = await raw((socket) => {
      says((text) => void socket.write(text));
      socket.end();
    });
    expect(await lookAt(`http://127.0.0.1:${server.port}/`)).toEqual({ status: "silent", reason: "no answer" });
  });

  test("with garbage for TLS, or a certificate of nobody, has said nothing", async () => {
    const garbage = await raw((socket) => void socket.write("\u0016\u0003\u0001 nothing"));
    const nobody = createTlsServer({}, (_, response) => response.writeHead(404).end()).listen(0, "127.0.0.1");
    await once(nobody, "listening");
    started({ close: () => nobody.close() });
    for (const port of [garbage.port, (nobody.address() as AddressInfo).port])
      expect(await lookAt(`https://127.0.0.1:${port}/`)).toEqual({ status: "silent", reason: "no answer" });
  });

  test("packed though it was not asked for is not unpacked, so that nothing bursts", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const server = await host((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bomb));
    expect(await lookAt(server.base)).toEqual({ status: "silent", reason: "the page comes packed" });
  });
});

describe("a way on that leads", () => {
  test.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:10.0.0.1]/",
    "http://[fd00:ec2::254]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://2852039166/",
    "http://0xa9fea9fe/",
    "http://0251.0376.0251.0376/",
    "http://169.254.43518/",
    "http://０１２.0.0.1/",
    "http://0/",
    "//10.0.0.1/x",
    "http://user@169.254.169.254/",
  ])("to %s ends before any connection", async (location) => {
    const server = await host((_, response) =>
      response.writeHead(302, { location: location.replace(/[^ -~]/g, encodeURIComponent) }).end(),
    );
    const plain: Guard = { allowLoopback: true };
    expect(await lookAt(server.base, { guard: plain })).toEqual({ status: "silent", reason: "not a public address" });
  });

  test.each([
    ["file:///etc/passwd", "it leads to what is not visited"],
    ["ftp://host.example/", "it leads to what is not visited"],
    ["gopher://127.0.0.1:25/_HELO", "it leads to what is not visited"],
    ["javascript:alert(1)", "it leads to what is not visited"],
    ["http://127.0.0.1:22/", "it leads to what is not visited"],
    ["http://[", "no answer"],
  ])("to %s is not taken", async (location, reason) => {
    const server = await host((_, response) => response.writeHead(302, { location }).end());
    expect(await lookAt(server.base)).toEqual({ status: "silent", reason });
  });

  test("round and round, or ever deeper, is left after five", async () => {
    let hops = 0;
    const server = await host((_, response) => response.writeHead(301, { location: `/deeper/${hops++}` }).end());
    expect(await lookAt(server.base)).toEqual({ status: "silent", reason: "it redirects without end" });
    expect(hops).toBe(3 * 6);
  });
});

describe("a name", () => {
  const page = () => host((_, response) => response.writeHead(404).end());
  const portOf = ({ base }: { readonly base: string }) => new URL(base).port;

  test("that resolves anew for each question is connected to at the address that was looked at", async () => {
    let questions = 0;
    // Public at first, so to say, and inside at the next question: what is connected to is asked once more.
    const rebinds: ResolveAll = async () => [{ address: questions++ % 2 === 0 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    const server = await page();
    const found = await lookAt(`http://rebinds.example:${portOf(server)}/`, {
      guard: { ...guard, resolveAll: rebinds },
    });
    expect(found).toEqual({ status: "silent", reason: "not a public address" });
  });

  test("of which one address of many is inside is not visited at all", async () => {
    const mixed: ResolveAll = async () => [
      { address: "127.0.0.1", family: 4 },
      { address: "fd00::1", family: 6 },
    ];
    const server = await page();
    const found = await lookAt(`http://mixed.example:${portOf(server)}/`, { guard: { ...guard, resolveAll: mixed } });
    expect(found).toEqual({ status: "silent", reason: "not a public address" });
  });

  test("that both resolvers deny is gone; one that a single one denies, or fails about, is visited", async () => {
    const [denies, fails, alsoDenies] = [await nameServer(3), await nameServer(2), await nameServer(3)];
    const server = await host((_, response) => response.end("Example Bank"));
    const address = `http://taken-off.example:${portOf(server)}/`;
    const by = async (...servers: readonly [string, string]) =>
      (await look(address, "Example Bank", { guard, deadlineMs, servers: [[servers[0]], [servers[1]]] })).status;
    expect([await by(denies, alsoDenies), await by(denies, fails), await by(fails, denies)]).toEqual([
      "gone",
      "still-up",
      "still-up",
    ]);
  });
});

test("asks as three programs, without cookies, referrer or the name in the address", async () => {
  const heads: Record<string, unknown>[] = [];
  const server = await host(({ headers, url }, response) => {
    heads.push({
      url,
      agent: headers["user-agent"]?.slice(0, 24),
      more: headers.cookie ?? headers.referer ?? headers.authorization,
    });
    response.writeHead(404, { "set-cookie": "seen=1" }).end();
  });
  const { status } = await lookAt(server.base.replace("127.", "name:word@127.") + "a?b=1#c");
  expect(status).toBe("gone");
  expect(heads).toEqual(
    ["Mozilla/5.0 (Windows NT ", "Mozilla/5.0 (iPhone; CPU", "curl/8.14.1"].map((agent) => ({
      url: "/a?b=1",
      agent,
      more: undefined,
    })),
  );
});
