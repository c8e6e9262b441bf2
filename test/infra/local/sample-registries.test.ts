import { Resolver } from "node:dns/promises";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registrySources } from "../../../functions/adapters/registries.ts";
import { lookUpContact } from "../../../functions/contact/look-up-contact.ts";
import { readWhois } from "../../../functions/contact/read-whois.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { sampleRegistries } from "../../../infra/local/sample/registries.ts";
import { type Registries, registriesVariable, startRegistries } from "../../../infra/local/sample/registry-servers.ts";
import { sampleSettings } from "../../../infra/local/sample/settings.ts";
import { domains } from "../../../infra/local/sample/world.ts";

let registries: Registries;
let resolver: Resolver;
beforeAll(async () => {
  registries = await startRegistries(sampleRegistries("2026-11-24T10:00:00.000Z"));
  resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([...registries.dnsServers]);
});
afterAll(() => registries.close());

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
  it.each(["n + 198.51.100.5", "-b 198.51.100.5", "198.51.100.5"])(
    "understands the registries' own ways of asking: %s",
    async (query) => {
      expect(await whois(query)).toContain("abuse@quarry.example");
    },
  );

  it("names the registrar's desk, and says when it has no entry", async () => {
    expect(readWhois("domain", await whois("alderdrop.example")).candidates[0]?.email).toBe(
      "abuse@registrar-one.example",
    );
    expect(readWhois("domain", await whois("domain unknown.example")).outcome).toBe("not-found");
    expect(readWhois("ip", await whois("203.0.113.70")).outcome).toBe("not-found");
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

  it("finds every escalation level of the escalation path for one host", async () => {
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

it("sample DNS says that there is no such name, and no such record", async () => {
  await expect(resolver.resolve4("nowhere.example")).rejects.toMatchObject({ code: "ENOTFOUND" });
  await expect(resolver.resolveTxt("board.example")).rejects.toMatchObject({ code: "ENODATA" });
});

it("sample DNS answers over TCP too", async () => {
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
