import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { jsonDepth } from "../../functions/adapters/bounded-body.ts";
import { guardedAddresses, guardedLookup } from "../../functions/adapters/guarded-lookup.ts";
import { rdapClient } from "../../functions/adapters/rdap-client.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { httpServer, tcpServer } from "./loopback.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const asked = async (play: (request: IncomingMessage, response: ServerResponse) => void, deadlineMs = 400) => {
  const server = await httpServer(play);
  closing.push(server.close);
  return rdapClient({ onlyBase: server.base, deadlineMs })({
    kind: "ip",
    query: "192.0.2.1",
    base: "https://rdap.registry.example/",
  });
};
const json = (response: ServerResponse, body: unknown, headers: Record<string, string> = {}) => {
  response.writeHead(200, { "content-type": "application/rdap+json", ...headers });
  response.end(typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body));
};

describe("RDAP client", () => {
  it("gives the object, the registry's name and the headers", async () => {
    const answer = await asked((request, response) => json(response, { handle: request.url }));
    expect(answer).toMatchObject({
      kind: "answer",
      server: "rdap.registry.example",
      value: { status: 200, body: { handle: "/ip/192.0.2.1" } },
    });
  });

  it.each([
    ["https://www.bad-site.com/domain/bad-site.com", "www.bad-site.com"],
    ["https://rdap.bad-site.com./domain/bad-site.com", "www.bad-site.com"],
    ["https://8.8.8.8/ip/8.8.8.8", "8.8.8.8"],
  ])("sends no request to %s when %s is reported", async (url, reported) => {
    expect(
      await rdapClient({ deadlineMs: 50 })({
        kind: "domain",
        query: "bad-site.com",
        url,
        reported: { host: reported, addresses: [] },
      }),
    ).toMatchObject({
      kind: "refused",
      detail: "Not asked: The server is in the reported host's own domain.",
    });
  });

  it("sends no request to a server at the reported host's address under another name, but a registry's", async () => {
    // An address that nobody may connect to, so that nothing leaves this machine: which of the two
    // checks refuses it says enough.
    const resolveAll = () => Promise.resolve([{ address: "10.0.0.9", family: 4 }]);
    const reported = { host: "evil-shop.com", addresses: ["10.0.0.9"] };
    const ask = (base: string) =>
      rdapClient({ deadlineMs: 300, resolveAll })({ kind: "domain", query: "evil-shop.com", base, reported });
    const refused = (detail: string) => ({ kind: "refused", detail });
    expect(await ask("https://rdap.reseller.com/")).toMatchObject(
      refused("The server stands at an address of the reported host."),
    );
    expect(await ask("https://rdap.arin.net/registry/")).toMatchObject(
      refused("The server's name leads to an address that is not public."),
    );
  });

  it("reads a packed answer", async () => {
    const answer = await asked((_, response) =>
      json(response, gzipSync('{"handle":"NET"}'), { "content-encoding": "gzip" }),
    );
    expect(answer).toMatchObject({ kind: "answer", value: { body: { handle: "NET" } } });
  });

  it.each([
    [404, "none"],
    [429, "silent"],
    [503, "silent"],
    [400, "refused"],
    [403, "refused"],
  ])("takes HTTP %i as %s", async (status, kind) => {
    expect((await asked((_, response) => void response.writeHead(status).end("{}"))).kind).toBe(kind);
  });

  it("obeys Retry-After in seconds and as a date", async () => {
    expect(await asked((_, response) => void response.writeHead(429, { "retry-after": "120" }).end())).toMatchObject({
      kind: "silent",
      retryAfterMs: 120_000,
    });
    const date = new Date(Date.now() + 60_000).toUTCString();
    const answer = await asked((_, response) => void response.writeHead(503, { "retry-after": date }).end());
    expect(answer.kind === "silent" ? Math.round((answer.retryAfterMs ?? 0) / 10_000) : undefined).toBe(6);
  });

  it.each([
    ["HTTP 429", (response: ServerResponse) => void response.writeHead(429).end(), true],
    [
      "an error told with 200",
      (response: ServerResponse) => json(response, { errorCode: 429, title: "Too many" }),
      true,
    ],
    [
      "a limit told with 200",
      (response: ServerResponse) =>
        json(response, { title: "Rate Limit", description: ["Rate limit is maxed at 10 queries per 1 minutes"] }),
      true,
    ],
    [
      "an object without its desk for load",
      (response: ServerResponse) =>
        json(response, {
          objectClassName: "ip network",
          remarks: [{ description: ["It does not contain all data. Could be excessive total number of queries."] }],
        }),
      true,
    ],
    [
      "an object cut for privacy",
      (response: ServerResponse) =>
        json(response, {
          objectClassName: "domain",
          remarks: [{ type: "object truncated due to authorization", description: ["Some data were removed."] }],
        }),
      false,
    ],
    ["a plain object", (response: ServerResponse) => json(response, { objectClassName: "ip network" }), false],
  ])("leaves a server alone for a while after %s, where it must", async (_, play, rests) => {
    const rested: string[] = [];
    const server = await httpServer((__, response) => play(response));
    closing.push(server.close);
    const turns = {
      take: () => Promise.resolve(undefined),
      rest: (name: string) => Promise.resolve(void rested.push(name)),
    };
    await rdapClient({ onlyBase: server.base, deadlineMs: 400 })(
      { kind: "ip", query: "192.0.2.1", base: "https://rdap.registry.example/" },
      turns,
    );
    expect(rested).toEqual(rests ? ["rdap.registry.example"] : []);
  });

  it("follows three redirects and no fourth", async () => {
    let hops = 0;
    const following = (allowed: number) => (_: IncomingMessage, response: ServerResponse) => {
      hops++;
      if (hops > allowed) json(response, { handle: "NET" });
      else response.writeHead(303, { location: `/ip/192.0.2.1?hop=${hops}` }).end();
    };
    expect((await asked(following(3))).kind).toBe("answer");
    hops = 0;
    expect(await asked(following(1000))).toMatchObject({
      kind: "refused",
      detail: "Redirected more than three times.",
    });
    expect(hops).toBe(4);
  });

  it.each([
    "http://169.254.169.254/latest/",
    "http://localhost:9001/",
    "https://rdap.example:25/",
    "file:///proc/self/environ",
    "//127.0.0.1:1/",
    "",
    "x".repeat(100_000),
  ])("does not follow a redirect to %j", async (location) => {
    const answer = await asked((_, response) => {
      response.writeHead(302, location.length < 10_000 ? { location } : {});
      response.end();
    });
    expect(answer.kind).toBe("refused");
  });

  it("stops at the deadline when the body drips for ever", async () => {
    const answer = await asked((_, response) => {
      response.writeHead(200, { "content-type": "application/rdap+json" });
      const drip = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(drip));
    }, 200);
    expect(answer).toMatchObject({ kind: "silent", detail: "No answer in time." });
  });

  it("stops at the deadline when no header ever comes", async () => {
    expect((await asked(() => undefined, 150)).kind).toBe("silent");
  });

  it("stops an endless body, an endless header and a bomb long before they are large", async () => {
    const before = process.memoryUsage().rss;
    const endless = await asked((_, response) => {
      response.writeHead(200, { "content-type": "application/rdap+json" });
      const chunk = Buffer.alloc(65_536, 32);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more);
      more();
    }, 3000);
    expect(endless).toMatchObject({ kind: "refused", detail: "The body is longer than a registry's answer." });
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    expect(await asked((_, response) => json(response, bomb, { "content-encoding": "gzip" }), 3000)).toMatchObject({
      kind: "refused",
      detail: "The body unpacks to more than a registry's answer.",
    });
    const server = await tcpServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const more = () => {
        while (!socket.destroyed && socket.write(`x-${"a".repeat(200)}: ${"b".repeat(2000)}\r\n`));
      };
      socket.on("drain", more);
      more();
    });
    closing.push(server.close);
    expect(
      await rdapClient({ onlyBase: `http://127.0.0.1:${server.port}/`, deadlineMs: 3000 })({
        kind: "ip",
        query: "192.0.2.1",
        base: "https://rdap.registry.example/",
      }),
    ).toMatchObject({ kind: "refused" });
    // The bomb itself was made in this process, so that its 64 MiB are allowed for.
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1024 * 1024);
  });

  it.each([
    ["HTML that holds JSON", "text/html", '{"handle":"NET"}'],
    ["UTF-16", "application/rdap+json", Buffer.from('{"handle":"NET"}', "utf16le")],
    ["100,000 brackets", "application/rdap+json", "[".repeat(100_000)],
    ["a cut body", "application/rdap+json", '{"handle":"NE'],
  ])("calls %s unreadable", async (_, type, body) => {
    const answer = await asked((__, response) => void response.writeHead(200, { "content-type": type }).end(body));
    expect(answer.kind === "answer" ? readRdap("ip", answer.value).outcome : answer.kind).toBe("parse-error");
  });

  it("pollutes no prototype", async () => {
    await asked((_, response) =>
      json(response, '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("takes a reset for silence", async () => {
    expect((await asked((request) => request.socket.resetAndDestroy())).kind).toBe("silent");
  });

  it("asks no address and no http of the real world", async () => {
    const ask = rdapClient({ deadlineMs: 200 });
    for (const base of [
      "http://rdap.registry.com/",
      "https://127.0.0.1/",
      "https://10.0.0.1/",
      "https://localhost/",
      "https://rdap.registry.com:8443/",
    ]) {
      expect(await ask({ kind: "ip", query: "192.0.2.1", base })).toMatchObject({ kind: "refused" });
    }
  });
});

describe("the check inside the socket's look-up", () => {
  const resolving =
    (...addresses: readonly string[]) =>
    () =>
      Promise.resolve(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
  const looked = (resolve: ReturnType<typeof resolving>) =>
    new Promise<string>((done) =>
      guardedLookup({ allowLoopback: false, resolveAll: resolve })("rdap.registry.com", {}, (error, address) =>
        done(error ? "refused" : String(address)),
      ),
    );

  it("hands out a public address, and nothing when one address among them is not", async () => {
    expect(await looked(resolving("8.8.8.8"))).toBe("8.8.8.8");
    expect(await looked(resolving("8.8.8.8", "10.0.0.1"))).toBe("refused");
    expect(await looked(resolving("8.8.8.8", "::1"))).toBe("refused");
    expect(await looked(resolving("::ffff:127.0.0.1"))).toBe("refused");
    expect(await looked(resolving("168.63.129.16"))).toBe("refused");
    await expect(guardedAddresses("x.com", { allowLoopback: false, resolveAll: resolving() })).rejects.toThrow(
      "not public",
    );
  });

  it("hands out no address of the reported host, in whatever form", async () => {
    const at = (besides: readonly string[], ...addresses: readonly string[]) =>
      guardedAddresses("rdap.reseller.com", {
        allowLoopback: false,
        resolveAll: resolving(...addresses),
        besides,
      }).then(
        (found) => found.length,
        (error: unknown) => (error instanceof Error ? error.message : ""),
      );
    const stands = "The server stands at an address of the reported host.";
    expect(await at(["8.8.8.8"], "9.9.9.9")).toBe(1);
    expect(await at(["8.8.8.8"], "9.9.9.9", "8.8.8.8")).toBe(stands);
    expect(await at(["8.8.8.8"], "::ffff:8.8.8.8")).toBe(stands);
    expect(await at(["2a00:1450::1"], "2a00:1450:0:0:0:0:0:1")).toBe(stands);
  });

  it("checks each connection anew, so that rebinding does not pass", async () => {
    let calls = 0;
    const rebinding = () => Promise.resolve([{ address: calls++ === 0 ? "8.8.8.8" : "127.0.0.1", family: 4 }]);
    expect([await looked(rebinding), await looked(rebinding)]).toEqual(["8.8.8.8", "refused"]);
  });
});

it("counts the depth of JSON outside of strings", () => {
  expect([jsonDepth('{"a":[{"b":"[[[["}]}'), jsonDepth('"\\"[["'), jsonDepth("")]).toEqual([3, 0, 0]);
});
