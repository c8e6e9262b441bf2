import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../../infra/local/servers/certificate.ts";
import { httpServer, tcpServer } from "./loopback.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-hostile-"));
const asking = join(folder, "ask-in-child.mjs");
// Compiled once: each process would compile all that it imports.
beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, "ask-in-child.ts")],
    outfile: asking,
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
});

type Reading = { readonly kind: string; readonly detail: string; readonly grewMiB: number };

const inChild = (
  protocol: "rdap" | "whois",
  friendly: string,
  hostile: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Reading> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [asking, protocol, friendly, hostile],
      { env: { ...process.env, ...env }, timeout: 40_000 },
      (error, stdout) => {
        if (error) reject(error);
        else resolve(JSON.parse(stdout) as Reading);
      },
    );
  });

/** Whatever a server does: an end (the process would be killed after forty seconds), and no more than 32 MiB. */
const bounded = (told: Reading): Reading => {
  expect(told.grewMiB).toBeLessThan(32);
  return told;
};

const json = { "content-type": "application/rdap+json" };
const rdap = async (play: RequestListener): Promise<Reading> => {
  const [friendly, hostile] = [
    await httpServer((_, response) => void response.writeHead(200, json).end("{}")),
    await httpServer(play),
  ];
  closing.push(friendly.close, hostile.close);
  return bounded(await inChild("rdap", friendly.base, hostile.base));
};
const whois = async (play: (socket: Socket) => void): Promise<Reading> => {
  const [friendly, hostile] = [
    await tcpServer((socket) => socket.end("inetnum: 192.0.2.0 - 192.0.2.255\n")),
    await tcpServer(play),
  ];
  closing.push(friendly.close, hostile.close);
  return bounded(await inChild("whois", String(friendly.port), String(hostile.port)));
};
/** Writes the same bytes for as long as the other side takes them. */
const pour = (to: ServerResponse | Socket, chunk: Buffer | string): void => {
  const more = (): void => {
    while (!to.destroyed && to.write(chunk));
  };
  to.on("error", () => undefined).on("drain", more);
  more();
};

// Side by side: most wait for a deadline.
describe.concurrent("a registry that means harm, played on loopback", () => {
  it("sends a body of which a byte comes each second, for ever", async () => {
    const told = await rdap((_, response) => {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(" "), 1000);
      response.on("close", () => clearInterval(drip));
    });
    expect(told).toMatchObject({ kind: "silent", detail: "No answer in time." });
  });

  it("sends a body without end", async () => {
    const told = await rdap((_, response) => pour(response.writeHead(200, json), Buffer.alloc(65_536, 32)));
    expect(told).toMatchObject({ kind: "refused", detail: "The body is longer than a registry's answer." });
  });

  it("sends headers without end", async () => {
    const server = await tcpServer((socket) =>
      socket.once("data", () => {
        socket.write("HTTP/1.1 200 OK\r\n");
        pour(socket, `x-more: ${"x".repeat(1000)}\r\n`);
      }),
    );
    const friendly = await httpServer((_, response) => void response.writeHead(200, json).end("{}"));
    closing.push(server.close, friendly.close);
    expect(bounded(await inChild("rdap", friendly.base, `http://127.0.0.1:${server.port}/`))).toMatchObject({
      kind: "refused",
      detail: "The headers are longer than a registry's.",
    });
  });

  it("sends a gzip body that unpacks a thousandfold, without end", async () => {
    const bomb = gzipSync(Buffer.alloc(16 * 1024 * 1024));
    const told = await rdap((_, response) =>
      pour(response.writeHead(200, { ...json, "content-encoding": "gzip" }), bomb),
    );
    expect(told).toMatchObject({ kind: "refused", detail: "The body unpacks to more than a registry's answer." });
  });

  it("sends five megabytes of entities", async () => {
    const told = await rdap(
      (_, response) =>
        void response.writeHead(200, json).end(
          JSON.stringify({
            entities: Array.from({ length: 100_000 }, () => ({ roles: ["abuse"], handle: "A1234567890" })),
          }),
        ),
    );
    expect(told.kind).toBe("refused");
  });

  it("nests a hundred thousand levels", async () => {
    expect(
      (await rdap((_, response) => void response.writeHead(200, json).end("[".repeat(100_000) + "]".repeat(100_000))))
        .kind,
    ).toBe("answer");
  });

  it.each([
    ["to itself, a thousand times", (hop: number) => `/ip/192.0.2.1?hop=${hop}`],
    ["round in a circle", (hop: number) => (hop % 2 === 0 ? "/ip/192.0.2.1?a" : "/ip/192.0.2.1?b")],
  ])("leads on %s", async (_, location) => {
    let hops = 0;
    expect(
      await rdap((_request, response) => void response.writeHead(302, { location: location(hops++) }).end()),
    ).toMatchObject({
      kind: "refused",
      detail: "Redirected more than three times.",
    });
    expect(hops).toBe(4);
  });

  it("says over and over in 200 OK that the limit is reached", async () => {
    expect(
      (await rdap((_, response) => void response.writeHead(200, json).end('{"title":"Query rate limit exceeded"}')))
        .kind,
    ).toBe("answer");
  });

  it("sends a hundred megabytes of WHOIS without a line", async () => {
    let left = 1600;
    const told = await whois((socket) => {
      const chunk = Buffer.alloc(65_536, 97);
      const more = (): void => {
        while (left-- > 0 && !socket.destroyed && socket.write(chunk));
        if (left <= 0) socket.end();
      };
      socket.on("drain", more);
      more();
    });
    expect(told.kind).toBe("answer");
  });

  it("drips WHOIS for ever", async () => {
    const told = await whois((socket) => {
      const drip = setInterval(() => socket.write("x"), 200);
      socket.on("close", () => clearInterval(drip));
    });
    expect(told).toMatchObject({ kind: "silent", detail: "No answer in time." });
  });

  it("sends WHOIS of NULs, broken UTF-8 and one long line", async () => {
    const told = await whois((socket) =>
      socket.end(
        Buffer.concat([Buffer.alloc(1000), Buffer.from([0xff, 0xfe, 0xc3, 0x28]), Buffer.alloc(1024 * 1024, 0xe3)]),
      ),
    );
    expect(told.kind).toBe("answer");
  });
});

describe("a registry's certificate", () => {
  const served = async (subject: string) => {
    const folder = mkdtempSync(join(tmpdir(), "takedown-tls-"));
    const { key, cert, file } = selfSigned(folder, subject);
    const server = createServer({ key, cert }, (_, response) => void response.writeHead(200, json).end("{}"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closing.push(() => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    });
    return { base: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, cert: file };
  };

  it("is taken where it is the server's own", async () => {
    const { base, cert } = await served("IP:127.0.0.1");
    expect((await inChild("rdap", base, base, { NODE_EXTRA_CA_CERTS: cert })).kind).toBe("answer");
  });

  it("is refused where it is another host's, although its maker is trusted", async () => {
    const { base, cert } = await served("DNS:rdap.other.example");
    expect(await inChild("rdap", base, base, { NODE_EXTRA_CA_CERTS: cert })).toMatchObject({
      kind: "refused",
      detail: "The server's certificate is not its own.",
    });
  });

  it("is refused where nobody knows its maker", async () => {
    const { base } = await served("IP:127.0.0.1");
    expect(await inChild("rdap", base, base)).toMatchObject({
      kind: "refused",
      detail: "The server's certificate is not its own.",
    });
  });
});
