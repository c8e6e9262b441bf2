import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { playScenario } from "../../../infra/command/scenarios/play-scenario.ts";
import { playedSources } from "../../../infra/command/scenarios/played-sources.ts";
import { readScenario } from "../../../infra/command/scenarios/read-scenario.ts";
import { entity, rdapNetwork } from "../../support/sources.ts";

const harbour = rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@harbour.example")]);
const carrier = {
  objectClassName: "autnum",
  handle: "AS64500",
  entities: [entity(["abuse"], "abuse@carrier.example")],
};
const registrar = entity(["registrar"], undefined, { entities: [entity(["abuse"], "abuse@registrar.example")] });
const world = {
  addresses: { "bad-bank.example": ["192.0.2.10"] },
  texts: { "10.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"] },
  rdap: {
    "ip/192.0.2.10": harbour,
    "autnum/64500": carrier,
    "domain/bad-bank.example": {
      objectClassName: "domain",
      ldhName: "bad-bank.example",
      events: [{ eventAction: "registration", eventDate: "2026-10-01T08:00:00Z" }],
      entities: [registrar],
    },
  },
};
const page = {
  category: "phishing",
  target: { url: "https://bad-bank.example/login" },
  domainIsMalicious: false,
  live: false,
};

const aLine = (spoilt: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ id: "s1", report: page, world, ...spoilt });
const answerTo = async (spoilt: Readonly<Record<string, unknown>> = {}) =>
  (await playScenario(readScenario(aLine(spoilt)))).answer;
const toldBy = async (spoilt: Readonly<Record<string, unknown>> = {}) =>
  (await answerTo(spoilt)).told.map(({ email, scope, step }) => `${step} ${scope} ${email}`);
const askedBy = async (spoilt: Readonly<Record<string, unknown>> = {}) => {
  const { told, asked } = await answerTo(spoilt);
  return {
    told: told.length,
    asked: asked.map(({ question, blocking }) => `${question}${blocking ? ", blocks" : ""}`),
  };
};

describe("a scenario is played for 21 days in which nobody answers", () => {
  it("tells the host first, reminds it, and escalates by the policy's escalation path", async () => {
    expect(await toldBy()).toEqual([
      "first network abuse@harbour.example",
      "reminder network abuse@harbour.example",
      "escalation upstream abuse@carrier.example",
      "reminder upstream abuse@carrier.example",
      "escalation registrar abuse@registrar.example",
      "reminder registrar abuse@registrar.example",
      // A week after the escalation path's end.
      "reminder network abuse@harbour.example",
      "reminder registrar abuse@registrar.example",
    ]);
  });

  it("names the escalation level and the moment, and no question that came after the first mail", async () => {
    const { told, asked } = await answerTo();
    expect(told[2]).toEqual({
      email: "abuse@carrier.example",
      scope: "upstream",
      step: "escalation",
      level: "the network above the host",
      at: "2026-11-25T09:45:00.000Z",
    });
    expect(asked).toEqual([]);
  });

  it("tells the registrar at the same time where the domain itself is bad", async () => {
    const told = await toldBy({ report: { ...page, domainIsMalicious: true } });
    expect(told.filter((one) => one.startsWith("first"))).toEqual([
      "first network abuse@harbour.example",
      "first registrar abuse@registrar.example",
    ]);
  });

  it("makes settings of what the operator configured: a hotline is told, who opted out isn't", async () => {
    const report = { ...page, category: "csam" };
    const hotlines = [{ country: "NL", name: "Meldpunt", email: "ntd@meldpunt.example" }];
    expect((await toldBy({ report, configured: { hotlines } })).slice(0, 2)).toEqual([
      "first network abuse@harbour.example",
      "first hotline ntd@meldpunt.example",
    ]);
    expect((await toldBy({ report, configured: { hotlines, optedOut: ["abuse@harbour.example"] } }))[0]).toBe(
      "first hotline ntd@meldpunt.example",
    );
  });

  it("tells nobody about a protected domain before two persons agree", async () => {
    expect(await askedBy({ configured: { protected: ["bad-bank.example"] } })).toEqual({
      told: 0,
      asked: ["protected-target, blocks"],
    });
  });

  it("gives the question and the page where the provider takes reports by its form", async () => {
    const text = "Abuse reports are accepted only via the form at https://forms.harbour.example/abuse";
    const onForm = { ...harbour, entities: [entity(["registrant"], undefined)], remarks: [{ description: [text] }] };
    const { told, asked, forms } = await answerTo({ world: { ...world, rdap: { "ip/192.0.2.10": onForm } } });
    expect([told, asked.map(({ question }) => question), forms]).toEqual([
      [],
      ["form-only"],
      ["https://forms.harbour.example/abuse"],
    ]);
  });

  it("asks a person about a report whose target is none of ours, and names what is wrong with it", async () => {
    const { told, asked } = await answerTo({
      report: { ...page, target: { magnet: `magnet:?xt=urn:btih:${"0".repeat(40)}` } },
    });
    expect(told).toEqual([]);
    expect(asked.map(({ question, blocking }) => [question, blocking])).toEqual([["not-taken-in", true]]);
    expect(asked[0]?.reason).toContain("target");
  });

  it("takes an address for a host, and a peer as it stands", async () => {
    const [first] = await toldBy({ report: { ...page, target: { address: "192.0.2.10" } } });
    const peer = { address: "192.0.2.10", port: 51413, seenAt: "2026-11-24T08:55:00Z", protocol: "bittorrent" };
    const [ofPeer] = await toldBy({ report: { ...page, category: "csam", channel: "peer-to-peer", target: { peer } } });
    expect([first, ofPeer]).toEqual(Array(2).fill("first network abuse@harbour.example"));
  });

  it("finds what each category's notice needs, so that none is kept for words", async () => {
    for (const category of ["csem", "ncii", "terrorism", "brand", "copyright", "exposed-data", "other"])
      expect([category, (await toldBy({ report: { ...page, category } }))[0]]).toEqual([
        category,
        "first network abuse@harbour.example",
      ]);
  });

  it("asks a person where every source stays silent", async () => {
    expect(await askedBy({ world: { ...world, silent: ["dns", "rdap", "whois"] } })).toEqual({
      told: 0,
      asked: ["no-contact, blocks"],
    });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["where nothing is known of the host", { world: {} }],
    ["where the name is out of DNS", { world: { ...world, addresses: {} } }],
    [
      "where the host has two networks",
      { world: { ...world, addresses: { "bad-bank.example": ["192.0.2.10", "192.0.2.11"] } } },
    ],
    [
      "where the host is an alias",
      { world: { ...world, addresses: {}, aliases: { "bad-bank.example": "edge.cdn.example" } } },
    ],
    ["on a host alone", { report: { ...page, target: { host: "bad-bank.example" } } }],
    ["that happens now", { report: { ...page, live: true } }],
    ["whose target is none", { report: { ...page, target: {} } }],
  ])("ends no report in silence: one %s is told or asked", async (_, spoilt) => {
    const { told, asked } = await answerTo(spoilt);
    expect(told.length + asked.length).toBeGreaterThan(0);
  });

  it("does not see what is expected of it", () => {
    expect(JSON.stringify(readScenario(aLine({ expect: { never: ["abuse@never.example"] } })))).not.toContain(
      "never.example",
    );
  });
});

describe("the played world", () => {
  const ip = (query: string) => ({ kind: "ip" as const, query });

  it("answers a link by what stands under its path, and not by the question that led to it", async () => {
    const sources = playedSources({ rdap: { "ip/192.0.2.1": "the block", "ip/192.0.2.0/24": "the block around it" } });
    const up = await sources.rdap({ ...ip("192.0.2.1"), url: "https://rdap.example/registry/ip/192.0.2.0/24" });
    const elsewhere = await sources.rdap({ ...ip("192.0.2.1"), url: "https://rdap.example/registry/ip/192.0.0.0/16" });
    expect(up).toMatchObject({ kind: "answer", server: "rdap.example", value: { body: "the block around it" } });
    expect(elsewhere.kind).toBe("none");
  });

  it("answers a link by its whole URL where that stands there", async () => {
    const url = "https://rdap.registrar.example/domain/bad.example";
    const sources = playedSources({ rdap: { [url]: "the registrar's", "domain/bad.example": "the registry's" } });
    expect(await sources.rdap({ kind: "domain", query: "bad.example", url })).toMatchObject({
      value: { body: "the registrar's" },
    });
  });

  it("knows a WHOIS question by its server and its last word", async () => {
    const { whois } = playedSources({ whois: { "whois.arin.net 192.0.2.1": "text" } });
    expect(await whois({ server: "whois.arin.net", query: "n + 192.0.2.1" })).toMatchObject({
      kind: "answer",
      value: "text",
    });
    expect((await whois({ server: "whois.ripe.net", query: "-B 192.0.2.1" })).kind).toBe("none");
  });

  it("gives an alias the addresses of the name that it leads to, and ends in a circle of them", async () => {
    const { addresses } = playedSources({
      addresses: { "edge.cdn.example": ["192.0.2.7"] },
      aliases: {
        "www.bad.example": "bad.cdn.example",
        "bad.cdn.example": "edge.cdn.example",
        "a.example": "b.example",
        "b.example": "a.example",
      },
    });
    expect(await addresses("www.bad.example")).toMatchObject({ value: ["192.0.2.7"] });
    expect((await addresses("a.example")).kind).toBe("none");
  });
});

describe("takedown read-scenarios", () => {
  const run = (input: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "infra/command/takedown.ts", "read-scenarios", ...args], {
      input,
      encoding: "utf8",
    });
  const idsIn = (stdout: string) => stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).id]));

  it("names a line that it can't read and plays the others; a byte order mark before the first changes nothing", () => {
    const spoilt = aLine({ id: "s2", report: { ...page, category: "theft" } });
    const { status, stdout, stderr } = run(
      ["\ufeff".concat(aLine()), "", "{", spoilt, aLine({ id: "s3" })].join("\r\n"),
    );
    expect(idsIn(stdout)).toEqual(["s1", "s3"]);
    expect(stderr.split("\n")).toEqual([
      expect.stringMatching(/^line 3: It is not JSON: /),
      expect.stringMatching(/^line 4: report\.category: It has to be one of csam, csem, /),
      "",
    ]);
    expect(status).toBe(1);
  });

  it("plays one alone, tells in words what led to its answer, and says where there is no such one", () => {
    const lines = [aLine(), aLine({ id: "s2" })].join("\n");
    expect(idsIn(run(lines, "--only", "s2").stdout)).toEqual(["s2"]);
    const { stdout } = run(lines, "--explain", "s1");
    expect(stdout).toContain("  1. abuse@harbour.example\n");
    expect(stdout).toContain("     rdap ip/192.0.2.10\n");
    expect(stdout).toContain("told abuse@registrar.example (registrar, escalation, the domain's registrar)\n");
    expect(run(lines, "--only", "s9")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "There is no scenario s9 among the lines.\n",
    });
  });
});
