import { expect, it } from "vitest";
import type { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { aSettings } from "../support/a-case.ts";
import { entity, networkOf, playedSources, rdapNetwork } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

const settings = (more: object = {}) => settingsSchema.parse({ ...aSettings(), ...more });

type World = NonNullable<Parameters<typeof playedSources>[0]>;

const system = (email: string, holder?: string) => ({
  objectClassName: "autnum",
  entities: [
    entity(["abuse"], email),
    ...(holder === undefined ? [] : [{ objectClassName: "entity", handle: holder, roles: ["registrant"] }]),
  ],
});
const carriers = Object.fromEntries(
  [174, 1299, 2914, 3356, 6939].map((asn) => [`autnum/${asn}`, system(`abuse@carrier-${asn}.example`)]),
);
const peersOf = (reversed: string, asns: string) => ({
  [`${reversed}.peer.asn.cymru.com`]: [
    `${asns} | ${reversed.split(".").toReversed().join(".")}/32 | NL | ripencc | 2001-01-01`,
  ],
});

/** A host whose network announces its block itself, with these systems beside it. */
const ownNetwork = (asns: string | undefined, { rdap = {}, texts = {}, ...more }: World = {}) =>
  playedSources({
    addresses: { "bad.example": ["192.0.2.1"] },
    rdap: {
      "ip/192.0.2.1": networkOf("abuse@harbour.example"),
      "autnum/64500": system("abuse@harbour.example"),
      ...carriers,
      ...rdap,
    },
    texts: {
      "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"],
      ...(asns === undefined ? {} : peersOf("1.2.0.192", asns)),
      ...texts,
    },
    ...more,
  });

const find = (sources: Parameters<typeof lookUpContact>[1], more: object = {}, host = "bad.example") =>
  lookUp(host, sources, { category: "csam", settings: settings(more), now: "2026-12-01T10:00:00.000Z" });
const above = ({ candidates }: Awaited<ReturnType<typeof find>>) =>
  candidates.filter(({ scope }) => scope === "upstream").map(({ email }) => email);
const asksPeers = ({ asked }: { readonly asked: readonly string[] }) =>
  asked.filter((question) => question.includes(".peer.asn."));

it("are those of its neighbours that sell transit, two at most, whoever peers with all last", async () => {
  const answer = await find(ownNetwork("6939 64510 3356 1299 174"));
  expect(above(answer)).toEqual(["abuse@carrier-174.example", "abuse@carrier-1299.example"]);
  expect(above(await find(ownNetwork("6939 3356")))).toEqual([
    "abuse@carrier-3356.example",
    "abuse@carrier-6939.example",
  ]);
  expect(answer.candidates.find(({ scope }) => scope === "upstream")).toMatchObject({
    range: "AS174",
    confidence: "medium",
    beside: true,
    remarks: ["It sells transit and is a neighbour of AS64500 by BGP."],
  });
});

it("is no other network of the same party: by its desk, its holder or its desks' domain", async () => {
  const with174 = (rdap: object) => find(ownNetwork("174 1299", { rdap: { ...rdap } }));
  const told = ["abuse@carrier-1299.example"];
  expect(above(await with174({ "autnum/174": system("abuse@harbour.example") }))).toEqual(told);
  expect(above(await with174({ "autnum/174": system("noc@eu.harbour.example") }))).toEqual(told);
  expect(
    above(
      await with174({
        "autnum/64500": system("abuse@harbour.example", "ORG-HARBOUR"),
        "autnum/174": system("abuse@carrier-174.example", "ORG-HARBOUR"),
      }),
    ),
  ).toEqual(told);
});

it("is nobody by a row about another prefix than one that holds the address", async () => {
  const rows = (...prefixes: readonly string[]) => ({
    "1.2.0.192.peer.asn.cymru.com": prefixes.map((prefix) => `${prefix} | NL | ripencc | 2001-01-01`),
  });
  for (const prefix of ["198.51.100.0/24", "0.0.0.0/0", "192.0.2.0/99", "192.0.2.0", ""]) {
    const answer = await find(ownNetwork(undefined, { texts: rows(`174 | ${prefix}`) }));
    expect([above(answer), answer.neighbours]).toEqual([[], undefined]);
  }
  const right = await find(ownNetwork(undefined, { texts: rows("174 | 198.51.100.0/25", "1299 | 192.0.2.0/24") }));
  expect(above(right)).toEqual(["abuse@carrier-1299.example"]);
  const origin = await find(
    ownNetwork("174", {
      texts: { "1.2.0.192.origin.asn.cymru.com": ["64501 | 198.51.100.0/24 | NL | ripencc | 2001-01-01"] },
    }),
  );
  expect(origin.origins).toBeUndefined();
});

it("is nobody of whom the registry's answer is about other systems", async () => {
  const of = (startAutnum: number, endAutnum: number) => ({
    rdap: { "autnum/174": { ...system("abuse@carrier-174.example"), startAutnum, endAutnum } },
  });
  expect(above(await find(ownNetwork("174", of(64500, 64511))))).toEqual([]);
  expect(above(await find(ownNetwork("174", of(170, 180))))).toEqual(["abuse@carrier-174.example"]);
});

it("is no system of a private or reserved number", async () => {
  const numbers = "0 23456 64512 65534 65535 4200000000 4294967295 99999999999";
  const answer = await find(ownNetwork(`${numbers} 13335`));
  expect(answer.neighbours).toEqual({ of: ["AS64500"], systems: ["AS13335"] });
});

it("is nobody where it sells transit itself, and nobody is asked", async () => {
  const sources = ownNetwork("1299 3356", {
    rdap: { "autnum/174": system("abuse@harbour.example") },
    texts: { "1.2.0.192.origin.asn.cymru.com": ["174 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"] },
  });
  expect(above(await find(sources))).toEqual([]);
  expect(asksPeers(sources)).toEqual([]);
});

it("is for a person to find among its neighbours, where none sells transit", async () => {
  const answer = await find(ownNetwork("64511 64510 64500"));
  expect([above(answer), answer.neighbours]).toEqual([[], { of: ["AS64500"], systems: ["AS64511", "AS64510"] }]);
});

it("is nobody known where DNS has no answer, or none in time", async () => {
  const none = await find(ownNetwork(undefined));
  expect([above(none), none.neighbours, none.failures.filter(({ outcome }) => outcome === "silent")]).toEqual([
    [],
    undefined,
    [],
  ]);
  const open = ownNetwork("174");
  const silent = await find({
    ...open,
    texts: (name) =>
      name.includes(".peer.")
        ? Promise.resolve({ kind: "silent", server: "dns", detail: "No answer in time." })
        : open.texts(name),
  });
  expect([above(silent), silent.neighbours, silent.retry]).toEqual([[], undefined, false]);
  expect(silent.failures).toContainEqual({
    source: "dns",
    server: "dns",
    outcome: "silent",
    detail: "No answer in time.",
  });
});

it("is asked of IPv4 alone", async () => {
  const sources = playedSources({
    rdap: {
      "ip/2001:db8::1": rdapNetwork(["2001:db8::", "2001:db8::ffff"], [entity(["abuse"], "abuse@harbour.example")]),
      "autnum/64500": system("abuse@harbour.example"),
    },
    texts: {
      [`${["1", ..."0".repeat(23), ..."8bd01002"].join(".")}.origin6.asn.cymru.com`]: [
        "64500 | 2001:db8::/32 | NL | ripencc | 2001-01-01",
      ],
    },
  });
  const answer = await find(sources, {}, "2001:db8::1");
  expect([answer.origins, above(answer), asksPeers(sources)]).toEqual([["AS64500"], [], []]);
});

it("is not asked where somebody else announces the block, or a known provider's", async () => {
  const others = ownNetwork("174", { rdap: { "autnum/64500": system("abuse@announcer.example") } });
  expect([above(await find(others)), asksPeers(others)]).toEqual([["abuse@announcer.example"], []]);
  const providers = ownNetwork("174");
  const directory = [{ name: "Harbour", matches: ["AS64500"], email: "abuse@harbour.example", scope: "platform" }];
  expect([above(await find(providers, { directory })), asksPeers(providers)]).toEqual([[], []]);
});

it("is not asked where its system's registry was silent, or nobody of the host's is known", async () => {
  const open = ownNetwork("174");
  await find({
    ...open,
    rdap: (question) =>
      question.kind === "autnum"
        ? Promise.resolve({ kind: "silent", server: "rdap", detail: "No answer in time." })
        : open.rdap(question),
    whois: (question) => Promise.resolve({ kind: "silent", server: question.server, detail: "No answer in time." }),
  });
  expect(asksPeers(open)).toEqual([]);
  const bare = ownNetwork("174", { rdap: { "ip/192.0.2.1": undefined, "autnum/64500": undefined } });
  await find(bare);
  expect(asksPeers(bare)).toEqual([]);
});

it("hears nothing where it opted out, and is none of ours", async () => {
  const more = {
    optedOut: ["@carrier-174.example"],
    reporters: [{ id: "other", organisation: "Other", contact: "x@carrier-1299.example" }],
  };
  const answer = await find(ownNetwork("174 1299"), more);
  expect(above(answer)).toEqual([]);
});

it("are two of a host on several networks, too: each network's first before any second", async () => {
  const sources = playedSources({
    addresses: { "bad.example": ["192.0.2.1", "198.51.100.1"] },
    rdap: {
      "ip/192.0.2.1": networkOf("abuse@harbour.example"),
      "ip/198.51.100.1": rdapNetwork(["198.51.100.0", "198.51.100.255"], [entity(["abuse"], "abuse@pine.example")]),
      "autnum/64500": system("abuse@harbour.example"),
      "autnum/64501": system("abuse@pine.example"),
      ...carriers,
    },
    texts: {
      "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"],
      "1.100.51.198.origin.asn.cymru.com": ["64501 | 198.51.100.0/24 | NL | ripencc | 2001-01-01"],
      ...peersOf("1.2.0.192", "174 1299"),
      ...peersOf("1.100.51.198", "2914 3356"),
    },
  });
  expect(above(await find(sources)).toSorted()).toEqual(["abuse@carrier-174.example", "abuse@carrier-2914.example"]);
});
