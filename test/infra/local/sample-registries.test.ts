import { Resolver } from "node:dns/promises";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registrySources } from "../../../functions/adapters/registries.ts";
import { lookUpContact } from "../../../functions/contact/look-up-contact.ts";
import { readRdap } from "../../../functions/contact/read-rdap.ts";
import { readWhois } from "../../../functions/contact/read-whois.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { sampleRegistries } from "../../../infra/local/sample/registries.ts";
import { type Registries, registriesVariable, startRegistries } from "../../../infra/local/sample/registry-servers.ts";
import { sampleSettings } from "../../../infra/local/sample/settings.ts";
import { carriers, domains, networks, registrars } from "../../../infra/local/sample/world.ts";

let registries: Registries;
let resolver: Resolver;
beforeAll(async () => {
  registries = await startRegistries(sampleRegistries("2026-11-24T10:00:00.000Z"));
  resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([...registries.dnsServers]);
});
afterAll(() => registries.close());

const baseFor = async (file: string): Promise<string> =>
  ((await (await fetch(`${registries.rdapBootstrapUrl}${file}.json`)).json()) as { services: [[string[], [string]]] })
    .services[0][1][0];
const rdap = async (kind: "ip" | "autnum" | "domain", subject: string) => {
  const file = { domain: "dns", autnum: "asn", ip: subject.includes(":") ? "ipv6" : "ipv4" }[kind];
  const answer = await fetch(`${await baseFor(file)}${kind}/${subject}`);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.json() };
};
const whois = (query: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(registries.whois.port, registries.whois.host, () => socket.write(`${query}\r\n`));
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
const inside = (range: string) =>
  range.includes(":")
    ? range.replace("::/48", "::20")
    : range.replace(/(\d+)\/\d+$/, (_, last) => String(Number(last) + 5));

describe("sample RDAP", () => {
  it.each(networks.filter(({ answers }) => answers === "rdap-and-whois"))(
    "names the abuse desk of $handle in the style of $registry",
    async ({ range, abuse, country, asn }) => {
      const reading = readRdap("ip", await rdap("ip", inside(range)));
      expect(reading.candidates.slice(0, abuse.length).map(({ email }) => email)).toEqual(abuse);
      expect(reading).toMatchObject({ outcome: "found", country, origins: [`AS${asn}`] });
    },
  );

  it.each(carriers)("names the desk of AS$asn, and links each network to it", async ({ asn, abuse, range }) => {
    expect(readRdap("autnum", await rdap("autnum", String(asn))).candidates[0]?.email).toBe(abuse);
    expect(readRdap("ip", await rdap("ip", range)).candidates[0]?.email).toBe(abuse);
  });

  it("says 404 for what only WHOIS knows, and for what nobody knows", async () => {
    for (const subject of ["192.0.2.130", "203.0.113.70", "192.0.3.1"])
      expect((await rdap("ip", subject)).status).toBe(404);
  });

  it.each(domains.filter(({ answers }) => answers === "rdap"))(
    "names the registrar's desk for $name",
    async ({ name, registrar }) => {
      expect(readRdap("domain", await rdap("domain", name)).candidates[0]).toMatchObject({
        email: registrars[registrar].abuse,
        scope: "registrar",
      });
    },
  );
});

it.each(["2026-11-24T10:00:00.000Z", "2031-01-31T10:00:00.000Z"])(
  "has names that were registered thirty days before %s, whatever the year",
  (began) => {
    const { rdap: answer, whois: written } = sampleRegistries(began);
    for (const { name, answers } of domains) {
      const text = answers === "rdap" ? answer(`domain/${name}`, "http://registry.example/").body : written(name);
      expect(String(text)).toContain(plusHours(began, -30 * 24));
    }
  },
);

describe("sample WHOIS", () => {
  it.each(networks.filter(({ answers }) => answers !== "nothing"))(
    "names the abuse desk of $handle in the style of $registry",
    async ({ range, abuse }) => {
      const address = inside(range);
      expect(readWhois("ip", address, await whois(address)).candidates[0]?.email).toBe(abuse[0]);
    },
  );

  it.each(["n + 198.51.100.5", "-b 198.51.100.5", "198.51.100.5"])(
    "understands the registries' own ways of asking: %s",
    async (query) => {
      expect(await whois(query)).toContain("abuse@quarry.example");
    },
  );

  it("names the registrar's desk, and says when it has no entry", async () => {
    expect(readWhois("domain", "alderdrop.example", await whois("alderdrop.example")).candidates[0]?.email).toBe(
      "abuse@registrar-one.example",
    );
    expect(readWhois("domain", "unknown.example", await whois("domain unknown.example")).outcome).toBe("not-found");
    expect(readWhois("ip", "203.0.113.70", await whois("203.0.113.70")).outcome).toBe("not-found");
  });
});

describe("the look-up itself, over its own sockets", () => {
  const find = (host: string) => {
    const sources = registrySources(registriesVariable(registries), true)("standard");
    return lookUpContact(
      {
        target: { kind: "host", host },
        category: "phishing",
        settings: sampleSettings,
        now: "2026-11-24T10:00:00.000Z",
      },
      sources,
    );
  };
  const byScope = async (host: string) =>
    (await find(host)).candidates
      .filter(({ confidence }) => confidence === "high" || confidence === "medium")
      .map(({ scope, email }) => `${scope} ${email}`);

  it("finds every rung of the ladder for one host", async () => {
    expect(await byScope("bank-of-pampa.example")).toEqual([
      "network abuse@pampa.example",
      "registrar abuse@registrar-two.example",
      "upstream abuse@carrier-sur.example",
      "hotline notices@hotline-br.example",
      "cert incidents@cert-br.example",
    ]);
  });

  it("has a second contact where the first one's mail comes back", async () => {
    expect((await byScope("mirror.example")).slice(0, 2)).toEqual([
      "network abuse@quarry.example",
      "network abuse@quarry-group.example",
    ]);
  });

  it("takes WHOIS's word where RDAP has no entry", async () => {
    expect((await byScope("files.alderdrop.example"))[0]).toBe("network abuse@alder.example");
  });

  it("finds nobody where there is nobody, and says that asking again is no use", async () => {
    expect(await find("nobody-home.example")).toMatchObject({ candidates: [], forms: [], retry: false });
  });

  it("finds only the form where the provider takes no mail", async () => {
    expect(await find("shop.formhost.example")).toMatchObject({
      candidates: [],
      forms: [{ url: "https://formhost.example/report-abuse" }],
    });
  });
});

describe("sample DNS", () => {
  it("gives the addresses of both kinds", async () => {
    expect(await resolver.resolve4("board.example")).toEqual(["192.0.2.11"]);
    expect(await resolver.resolve6("board.example")).toEqual(["2001:db8:10::11"]);
  });

  it("follows an alias, and tells it", async () => {
    expect(await resolver.resolveCname("fan-club.pages.example")).toEqual(["lb.pages.example"]);
    expect(await resolver.resolve4("fan-club.pages.example")).toEqual(["198.51.100.200"]);
  });

  it("has a mail exchange for each desk, with an address", async () => {
    // Node 24 says its type, too.
    expect(await resolver.resolveMx("pampa.example")).toMatchObject([{ exchange: "mx.pampa.example", priority: 10 }]);
    expect(await resolver.resolve4("mx.pampa.example")).toHaveLength(1);
  });

  it("tells who announces an address, as Team Cymru does", async () => {
    expect(await resolver.resolveTxt("10.113.0.203.origin.asn.cymru.com")).toEqual([
      ["64502 | 203.0.113.0/24 | BR | lacnic | 2001-01-01"],
    ]);
    const reversed = "20010db8001000000000000000000020".split("").reverse().join(".");
    expect(await resolver.resolveTxt(`${reversed}.origin6.asn.cymru.com`)).toEqual([
      ["64503 | 2001:db8::/32 | FR | ripencc | 2001-01-01"],
    ]);
  });

  it("says that there is no such name, and no such record", async () => {
    await expect(resolver.resolve4("nowhere.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
    await expect(resolver.resolveTxt("board.example")).rejects.toMatchObject({ code: "ENODATA" });
  });

  it("answers over TCP too", async () => {
    const [, port] = registries.dnsServers[0]?.split(":") ?? [];
    const query = Buffer.concat([
      Buffer.from([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
      Buffer.from("\x05board\x07example\x00\x00\x01\x00\x01", "latin1"),
    ]);
    const answer = await new Promise<Buffer>((resolve, reject) => {
      const socket = connect(Number(port), "127.0.0.1", () =>
        socket.write(Buffer.concat([Buffer.from([0, query.length]), query])),
      );
      socket.once("data", (bytes) => {
        resolve(bytes);
        socket.destroy();
      });
      socket.once("error", reject);
    });
    expect([...answer.subarray(-4)]).toEqual([192, 0, 2, 11]);
  });
});
