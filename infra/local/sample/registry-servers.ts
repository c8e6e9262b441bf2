import { createServer, type Server, type Socket } from "node:net";
import dns2 from "dns2";
import { type Answer, listenOnLoopback, loopback, PortInUse, type Running, startHttp } from "../servers/loopback.ts";

type RecordType = "A" | "AAAA" | "CNAME" | "MX" | "TXT";
/** `value` is an address, a name or a text; for MX the exchange, with `priority`. */
export type DnsRecord = { readonly type: RecordType; readonly value: string; readonly priority?: number };

/**
 * What registries say, whoever plays them: the sample world, or captured answers. Each takes any
 * registry's questions.
 */
export type RegistryAnswers = {
  /**
   * `path` without the base: `ip/192.0.2.1`, `domain/bad.example`, `autnum/64500`, `entity/ABC`.
   * `base` is this server's, with a closing slash.
   */
  readonly rdap: (path: string, base: string) => Answer;
  readonly whois: (query: string) => Buffer;
  /**
   * `undefined`: there is no such name (NXDOMAIN). Records of other types may be among them; they
   * are left out of the answer.
   */
  readonly dns: (name: string, type: RecordType) => readonly DnsRecord[] | undefined;
  /** Top-level domains with RDAP, for the bootstrap file. The others are WHOIS's. */
  readonly rdapTlds: readonly string[];
};

export type Registries = {
  /**
   * Where the files of RFC 9224 stand: `dns.json`, `ipv4.json`, `ipv6.json`, `asn.json`. With a
   * closing slash.
   */
  readonly rdapBootstrapUrl: string;
  readonly whois: { readonly host: string; readonly port: number };
  /** `127.0.0.1:5353`, as `Resolver.setServers` takes it. */
  readonly dnsServers: readonly string[];
  /** How many questions each was asked so far. */
  readonly asked: () => { readonly rdap: number; readonly whois: number; readonly dns: number };
  readonly close: () => Promise<void>;
};

/**
 * RDAP over HTTP, WHOIS over TCP and DNS over UDP and TCP, all on free ports of loopback. The
 * bootstrap files name this server for every address and AS number, so that no question finds its
 * way to a real registry.
 */
export const startRegistries = async (answers: RegistryAnswers): Promise<Registries> => {
  const asked = { rdap: 0, whois: 0, dns: 0 };
  const rdap = await startHttp(0, (request) => {
    const { pathname } = new URL(request.url ?? "/", "http://loopback");
    const base = `http://${request.headers.host ?? loopback}/rdap/`;
    const file = /^\/bootstrap\/(\w+)\.json$/.exec(pathname)?.[1];
    if (file) return bootstrap(file, base, answers.rdapTlds);
    asked.rdap++;
    return answers.rdap(decodeURIComponent(pathname.replace(/^\/(rdap\/)?/, "")), base);
  });
  const whois = await startWhois((query) => {
    asked.whois++;
    return answers.whois(query);
  });
  const dns = await startDns((name, type) => {
    asked.dns++;
    return answers.dns(name, type);
  });
  return {
    rdapBootstrapUrl: `${rdap.url}/bootstrap/`,
    whois: { host: loopback, port: whois.port },
    dnsServers: [`${loopback}:${dns.port}`],
    asked: () => ({ ...asked }),
    close: async () => {
      await Promise.all([rdap.close(), whois.close(), dns.close()]);
    },
  };
};

/** What the functions' variable `REGISTRIES` says of them (`functions/adapters/registries.ts`). */
export const registriesVariable = ({ rdapBootstrapUrl, whois, dnsServers }: Registries): string =>
  JSON.stringify({ rdapBootstrapUrl, whois, dnsServers });

const bootstrap = (file: string, base: string, tlds: readonly string[]): Answer => {
  const entries: Readonly<Record<string, readonly string[]>> = {
    dns: tlds,
    ipv4: ["0.0.0.0/0"],
    ipv6: ["::/0"],
    asn: ["0-4294967295"],
  };
  const listed = entries[file];
  if (!listed) return { status: 404 };
  return {
    status: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      version: "1.0",
      publication: "2026-11-01T00:00:00Z",
      description: "Sample bootstrap",
      services: [[listed, [base]]],
    }),
  };
};

/**
 * Registries that know nobody, in a world where every name resolves and every domain takes mail:
 * whom to tell stands in the settings alone.
 */
export const knowNobody: RegistryAnswers = {
  rdap: () => ({ status: 404, body: "{}" }),
  whois: () => Buffer.from("No match\r\n"),
  dns: (name, type) => {
    if (type === "MX") return [{ type, value: `mx.${name}`, priority: 10 }];
    return type === "A" ? [{ type, value: "192.0.2.10" }] : [];
  },
  rdapTlds: [],
};

export const rdapAnswer = (status: number, body: unknown): Answer => ({
  status,
  headers: { "content-type": "application/rdap+json" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** RFC 3912: one line in, text out, connection closed. */
const startWhois = async (answer: (query: string) => Buffer): Promise<Running> => {
  const server = createServer((socket) => {
    let asked = "";
    // A client that goes away in the middle is its own affair.
    socket.on("error", () => socket.destroy());
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("data", (chunk) => {
      asked += chunk.toString("latin1");
      const end = asked.search(/\r?\n/);
      if (end >= 0) socket.end(answer(asked.slice(0, end).trim()));
      else if (asked.length > 1000) socket.destroy();
    });
  });
  const port = await listenOnLoopback(server, 0);
  return { url: `whois://${loopback}:${port}`, port, close: closer(server) };
};

/** Ends a TCP server with its open connections: resolvers keep theirs for a while. */
const closer = (server: Server): (() => Promise<void>) => {
  const open = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
};

/**
 * WHOIS servers have words around the thing asked for: `n + 192.0.2.1`, `-T dn,ace bad.example`,
 * `-b 192.0.2.1`, `domain bad.example`, `bad.example/e`.
 */
export const whoisSubject = (query: string): string =>
  (query.trim().split(/\s+/).at(-1) ?? "").replace(/\/e$/, "").toLowerCase();

const { Packet } = dns2;
const codes: Readonly<Record<RecordType, number>> = {
  A: Packet.TYPE.A,
  AAAA: Packet.TYPE.AAAA,
  CNAME: Packet.TYPE.CNAME,
  MX: Packet.TYPE.MX,
  TXT: Packet.TYPE.TXT,
};
const recordTypes = Object.keys(codes).filter((type): type is RecordType => type in codes);
const nxdomain = 3;
const ttlSeconds = 60;

type DnsPacket = InstanceType<typeof Packet>;

const startDns = async (answer: RegistryAnswers["dns"]): Promise<Running> => {
  const reply = (request: DnsPacket, send: (response: DnsPacket) => unknown) => {
    const response = Packet.createResponseFromRequest(request);
    const [question] = request.questions;
    const type = recordTypes.find((known) => codes[known] === question?.type);
    const records = question && type ? answer(question.name.toLowerCase(), type) : [];
    if (!records) response.header.rcode = nxdomain;
    else if (question && type) {
      for (const record of records.filter((found) => found.type === type || found.type === "CNAME"))
        response.answers.push(resource(question.name, record));
    }
    send(response);
  };
  // Clients take one port for both; whoever listens on the other one meanwhile is met with another
  // try.
  for (let triesLeft = 10; ; triesLeft--) {
    const tcp = dns2.createTCPServer((request, send) => reply(request, send));
    const closeTcp = closer(tcp);
    const port = await listenOnLoopback(tcp, 0);
    const udp = dns2.createUDPServer((request, send) => reply(request, send));
    const bound = await new Promise<boolean>((resolve, reject) => {
      udp.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "EADDRINUSE" && triesLeft > 0
          ? resolve(false)
          : reject(error.code === "EADDRINUSE" ? new PortInUse(port) : error),
      );
      udp.bind(port, loopback, () => resolve(true));
    });
    if (bound) {
      // A broken packet gets no answer, as at a real server.
      udp.on("requestError", () => undefined);
      tcp.on("requestError", () => undefined);
      return {
        url: `dns://${loopback}:${port}`,
        port,
        close: async () => {
          await new Promise<void>((resolve) => udp.close(() => resolve()));
          await closeTcp();
        },
      };
    }
    await closeTcp();
  }
};

const resource = (name: string, { type, value, priority }: DnsRecord) => {
  const record = new Packet.Resource({ name, type: codes[type], class: Packet.CLASS.IN, ttl: ttlSeconds });
  switch (type) {
    case "A":
    case "AAAA":
      return Object.assign(record, { address: value });
    case "CNAME":
      return Object.assign(record, { domain: value });
    case "MX":
      return Object.assign(record, { exchange: value, priority: priority ?? 10 });
    case "TXT":
      return Object.assign(record, { data: value });
    default:
      return type satisfies never;
  }
};
