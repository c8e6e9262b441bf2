import { afterEach, expect, it } from "vitest";
import { whoisClient } from "../../functions/adapters/whois-client.ts";
import { tcpServer } from "./loopback.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const served = async (play: Parameters<typeof tcpServer>[0], deadlineMs = 400) => {
  const server = await tcpServer(play);
  closing.push(server.close);
  return { server, ask: whoisClient({ onlyServer: { host: "127.0.0.1", port: server.port }, deadlineMs }) };
};
const question = { server: "whois.registry.example", query: "192.0.2.1" };

it("sends the question as one line and gives the text", async () => {
  const { ask } = await served((socket) => socket.once("data", (line) => socket.end(`asked ${line.toString()}`)));
  expect(await ask({ server: "whois.arin.net", query: "n + 192.0.2.1" })).toEqual({
    kind: "answer",
    server: "whois.arin.net",
    value: "asked n + 192.0.2.1\r\n",
  });
});

it("asks no server at the reported host's address, but for a registry's own", async () => {
  const reported = { host: "evil-shop.com", addresses: ["8.8.8.8"] };
  const resolveAll = () => Promise.resolve([{ address: "8.8.8.8", family: 4 }]);
  expect(
    await whoisClient({ resolveAll, deadlineMs: 300 })({
      server: "whois.reseller.com",
      query: "evil-shop.com",
      reported,
    }),
  ).toEqual({
    kind: "refused",
    server: "whois.reseller.com",
    detail: "The server stands at an address of the reported host.",
  });
  // A registry at that address is asked; here its address is none that anybody may connect to, so
  // that nothing leaves this machine.
  const inner = () => Promise.resolve([{ address: "10.0.0.9", family: 4 }]);
  expect(
    await whoisClient({ resolveAll: inner, deadlineMs: 300 })({
      server: "whois.denic.de",
      query: "evil.de",
      reported: { host: "evil.de", addresses: ["10.0.0.9"] },
    }),
  ).toMatchObject({ kind: "refused", detail: "The server's name leads to an address that is not public." });
});

it("follows no referral", async () => {
  const { ask } = await served((socket) => socket.end("ReferralServer: whois://127.0.0.1:1\r\nrefer: 10.0.0.5\r\n"));
  expect(await ask(question)).toMatchObject({ kind: "answer", value: expect.stringContaining("refer: 10.0.0.5") });
});

it("keeps letters whole that were cut between two packets, and reads Latin-1", async () => {
  const bytes = Buffer.from("owner: São João\r\n");
  const cut = bytes.indexOf(0xc3) + 1;
  const split = await served((socket) => {
    socket.setNoDelay(true);
    socket.write(bytes.subarray(0, cut));
    setImmediate(() => socket.end(bytes.subarray(cut)));
  });
  expect(await split.ask(question)).toMatchObject({ value: "owner: São João\r\n" });
  const latin = await served((socket) => socket.end(Buffer.from("owner: S\xe3o\r\n", "latin1")));
  expect(await latin.ask(question)).toMatchObject({ value: "owner: São\r\n" });
});

it("stops at 64 KiB and lets go of the socket", async () => {
  const { ask, server } = await served((socket) => {
    const chunk = Buffer.alloc(65_536, 97);
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on("drain", more);
    more();
  }, 3000);
  const answer = await ask(question);
  expect(answer.kind === "answer" ? answer.value.length : answer.kind).toBe(65_536);
  await expect.poll(() => server.open()).toBe(0);
});

it("stops at the deadline although bytes keep dripping, and lets go of the socket", async () => {
  const { ask, server } = await served((socket) => {
    const drip = setInterval(() => socket.write("x"), 20);
    socket.on("close", () => clearInterval(drip));
  }, 150);
  expect(await ask(question)).toEqual({ kind: "silent", server: question.server, detail: "No answer in time." });
  await expect.poll(() => server.open()).toBe(0);
});

it("takes an empty answer and a reset for silence, a closed port for a no", async () => {
  const empty = await served((socket) => socket.end());
  expect((await empty.ask(question)).kind).toBe("silent");
  const reset = await served((socket) => void socket.once("data", () => socket.resetAndDestroy()));
  expect((await reset.ask(question)).kind).toBe("silent");
  const closed = await served((socket) => socket.end());
  await closed.server.close();
  closing.length = 0;
  expect((await closed.ask(question)).kind).toBe("refused");
});

it("keeps two questions at once apart", async () => {
  const { ask } = await served((socket) => socket.once("data", (line) => socket.end(line)));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => ask({ ...question, query: `192.0.2.${index}` })),
  );
  expect(answers.map((answer) => (answer.kind === "answer" ? answer.value : answer.kind))).toEqual(
    Array.from({ length: 20 }, (_, index) => `192.0.2.${index}\r\n`),
  );
});

it("leaves a server alone for a while that says it was asked too often", async () => {
  const rested = async (text: string) => {
    const names: string[] = [];
    const { ask } = await served((socket) => socket.end(text));
    await ask(question, {
      take: () => Promise.resolve(undefined),
      rest: (name) => Promise.resolve(void names.push(name)),
    });
    return names;
  };
  for (const text of [
    "% You don't have permission to query this server.\r\n",
    "%ERROR:201: access denied for 192.0.2.55\n",
    "WHOIS LIMIT EXCEEDED\n",
  ])
    expect(await rested(text)).toEqual(["whois.registry.example"]);
  expect(await rested("inetnum: 192.0.2.0 - 192.0.2.255\n% terms: excessive querying may be limited\n")).toEqual([]);
});

it.each([
  "--charset UTF-8 -r AS64500",
  "--charset=utf-8 shop.example",
  "AB12345JP/e",
  "-T dn shop.example",
  "-K -r -T inetnum -m 192.0.2.0 - 192.0.2.191",
  "-K -r -T inet6num -m 2001:db8::/32",
])("sends %j", async (query) => {
  const { ask } = await served((socket) => socket.once("data", (line) => socket.end(line)));
  expect(await ask({ ...question, query })).toMatchObject({ kind: "answer", value: `${query}\r\n` });
});

it.each([
  "192.0.2.1\r\nx",
  "-B -r 192.0.2.1",
  "-K -r -T inetnum -m 192.0.2.0/24 -B",
  "-K -r -T inetnum -m NET-1\r\nx",
  "a b",
  "",
  "$addr",
  "x".repeat(400),
])("never sends %j", async (query) => {
  const { ask } = await served((socket) => socket.end("asked"));
  expect((await ask({ ...question, query })).kind).toBe("refused");
});

it("connects to no inner address and to no server that is named by one", async () => {
  const ask = whoisClient({
    deadlineMs: 200,
    resolveAll: () => Promise.resolve([{ address: "10.0.0.5", family: 4 }]),
  });
  expect(await ask({ ...question, server: "whois.registry.com" })).toMatchObject({ kind: "refused" });
  for (const server of ["127.0.0.1", "localhost", "10.0.0.5:43", "user@whois.registry.com", ""])
    expect((await ask({ ...question, server })).kind).toBe("refused");
});
