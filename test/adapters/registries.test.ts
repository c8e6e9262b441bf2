import dns2 from "dns2";
import { afterEach, describe, expect, it } from "vitest";
import { dnsClient } from "../../functions/adapters/dns-client.ts";
import { registrySources } from "../../functions/adapters/registries.ts";
import { httpServer, tcpServer } from "./loopback.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

describe("the registries a look-up may ask", () => {
  it("puts loopback servers in the place of all of them, only with the setting for samples", async () => {
    const rdap = await httpServer(
      (request, response) =>
        void response
          .writeHead(200, { "content-type": "application/rdap+json" })
          .end(JSON.stringify({ handle: request.url })),
    );
    const whois = await tcpServer((socket) => socket.once("data", (line) => socket.end(line)));
    closing.push(rdap.close, whois.close);
    const registries = JSON.stringify({ rdapBootstrapUrl: rdap.base, whois: `127.0.0.1:${whois.port}` });
    const sources = registrySources(registries, true)("standard");
    expect(
      await sources.rdap({ kind: "domain", query: "bad.example", base: "https://rdap.nic.example/" }),
    ).toMatchObject({
      value: { body: { handle: "/domain/bad.example" } },
    });
    expect(await sources.whois({ server: "whois.ripe.net", query: "192.0.2.1" })).toMatchObject({
      server: "whois.ripe.net",
      value: "192.0.2.1\r\n",
    });
    const strict = registrySources(registries, false)("standard");
    expect(await strict.rdap({ kind: "domain", query: "bad.example", base: rdap.base })).toMatchObject({
      kind: "refused",
    });
  });

  it("refuses servers that are not on loopback", () => {
    expect(() => registrySources(JSON.stringify({ whois: "192.0.2.1:43" }), true)).toThrow("loopback");
    expect(() => registrySources(JSON.stringify({ rdapBootstrapUrl: "https://rdap.example/" }), true)).toThrow(
      "loopback",
    );
  });
});

it("DNS client tells an answer from a no and from silence", async () => {
  const { Packet } = dns2;
  const server = dns2.createUDPServer((request, send) => {
    const response = Packet.createResponseFromRequest(request);
    const question = request.questions[0];
    const name = question?.name ?? "";
    if (name === "silent.example") return;
    if (name === "none.example") response.header.rcode = 3;
    else if (question?.type === Packet.TYPE.A)
      response.answers.push(
        Object.assign(new Packet.Resource({ name, type: Packet.TYPE.A, class: Packet.CLASS.IN, ttl: 1 }), {
          address: "192.0.2.7",
        }),
      );
    else if (question?.type === Packet.TYPE.MX)
      response.answers.push(
        Object.assign(new Packet.Resource({ name, type: Packet.TYPE.MX, class: Packet.CLASS.IN, ttl: 1 }), {
          exchange: "mx.some.example",
          priority: 5,
        }),
      );
    send(response);
  });
  const port = await new Promise<number>((resolve) =>
    server.bind(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
  );
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const dns = dnsClient({ servers: [`127.0.0.1:${port}`], timeoutMs: 100 });
  expect(await dns.addresses("some.example")).toEqual({ kind: "answer", server: "dns", value: ["192.0.2.7"] });
  expect(await dns.mailExchangers("some.example")).toMatchObject({
    kind: "answer",
    value: [{ exchange: "mx.some.example", priority: 5 }],
  });
  expect((await dns.addresses("none.example")).kind).toBe("none");
  expect((await dns.texts("some.example")).kind).toBe("none");
  expect((await dns.addresses("silent.example")).kind).toBe("silent");
});
