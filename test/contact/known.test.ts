import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinFindings } from "../../functions/contact/finding.ts";
import { type KnownStore, knownIn } from "../../functions/contact/known.ts";
import { networksAt, originsOf } from "../../functions/contact/network-contact.ts";
import { placesIn, prefixesOf, sliceOf, turnsOf } from "../../functions/contact/prefix.ts";
import type { Sources } from "../../functions/contact/sources.ts";
import { knownStoreContract } from "../contracts/known-store.ts";
import { memoryKnownStore } from "../support/memory-known-store.ts";
import { entity, playedSources, rdapNetwork } from "../support/sources.ts";

knownStoreContract("the double", memoryKnownStore);

const hour = 60 * 60_000;
/** A clock that sleeping moves: nothing here waits. */
const clock = () => {
  let now = 1_000_000;
  return {
    nowMs: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    sleep: async (ms: number) => {
      await new Promise((resolve) => setImmediate(resolve));
      now += ms;
    },
  };
};
/** A clock that waiting hardly moves, so that nobody who waits for others gives up. */
const patient = () => ({ ...clock(), sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) });
const at = (address: string) => `ip/${address}`;
const downOf = (range: readonly [string, string]) =>
  `https://rdap.arin.net/registry/ips/rirSearch1/rdap-down/${range.join("%20-%20")}`;
/** A block whose registry tells what is right below it: as `below` says, or nothing. */
const block = (range: readonly [string, string], email?: string) =>
  rdapNetwork(range, email ? [entity(["abuse"], email)] : [], { links: [{ rel: "rdap-down", href: downOf(range) }] });
const below = (range: readonly [string, string], ...blocks: readonly (readonly [string, string])[]) => ({
  [downOf(range)]: { ipSearchResults: blocks.map(([startAddress, endAddress]) => ({ startAddress, endAddress })) },
});

const contactsOf = async (sources: Sources, address: string) =>
  joinFindings(...(await networksAt(sources, [address])).map(({ finding }) => finding));

const remembering = (
  played: Parameters<typeof playedSources>[0],
  store: KnownStore = memoryKnownStore(),
  time = clock(),
  holder = "here",
) => {
  const sources = playedSources(played);
  const known = knownIn({ store, nowMs: time.nowMs, sleep: time.sleep, holder });
  const all: Sources & { readonly asked: string[] } = { ...sources, known };
  const emails = async (address: string) => (await contactsOf(all, address)).candidates.map(({ email }) => email);
  const registries = () => sources.asked.filter((question) => /^(rdap (?!children)|whois) ?/.test(question)).length;
  const lists = () => sources.asked.filter((question) => question.startsWith("rdap children/")).length;
  return { sources: all, emails, registries, lists, store, time };
};

describe("where an answer may stand", () => {
  it.each([
    ["192.0.2.0 - 192.0.2.255", "192.0.2.7", "192.0.2.0/24"],
    // Of every second length: a /25 counts for each of its halves.
    ["192.0.2.0 - 192.0.3.127", "192.0.3.5", "192.0.3.0/26"],
    ["192.0.2.0 - 192.0.3.127", "192.0.2.9", "192.0.2.0/24"],
    ["192.0.2.1 - 192.0.2.254", "192.0.2.1", "192.0.2.1/32"],
    // A wide block counts for the /16 around the address, for others answer for parts of it.
    ["192.0.0.0/8", "192.0.2.7", "192.0.0.0/16"],
    ["198.51.100.0/24", "192.0.2.7", "192.0.2.7/32"],
    ["nonsense", "192.0.2.7", "192.0.2.7/32"],
    ["2001:db8::/29", "2001:db8:1::5", "2001:db8::/32"],
    ["2001:db8:1::/48", "2001:db8:1::5", "2001:db8:1::/48"],
    ["2001:db8:1::/46", "2001:db8:1::5", "2001:db8:1::/48"],
    ["2001:db8:1::/120", "2001:db8:1::5", "2001:db8:1::5/128"],
  ])("an answer about %s for %s counts for %s", (range, address, prefix) =>
    expect(placesIn(range, [], address)[0]).toEqual({ prefix, holes: [] }),
  );

  it.each([
    ["counts for all but the smaller blocks in it", ["192.0.2.64 - 192.0.2.95", "192.0.9.0/24"], "192.0.0.0/16", 2],
    ["is said of none of them by one that holds the address", ["192.0.2.0 - 192.0.2.7"], "192.0.2.7/32", 0],
    ["is said of none of them by one that nobody can read", ["nonsense"], "192.0.2.7/32", 0],
    [
      "counts for less where there are too many",
      Array.from({ length: 255 }, (_, n) => `192.0.${n < 2 ? n : n + 1}.0/24`),
      "192.0.0.0/17".replace("/17", "/18"),
      63,
    ],
  ])("an answer about a block %s", (_, children, prefix, holes) => {
    const [place] = placesIn("192.0.0.0/8", children, "192.0.2.7");
    expect([place?.prefix, place?.holes.length]).toEqual([prefix, holes]);
  });

  it("looks for the longest prefix first, in ten places at most, since each of them is paid for", () => {
    expect(prefixesOf("192.0.2.7")).toHaveLength(9);
    expect([prefixesOf("192.0.2.7").at(0), prefixesOf("192.0.2.7").at(-1), sliceOf("192.0.2.7")]).toEqual([
      "192.0.2.7/32",
      "192.0.0.0/16",
      "192.0.0.0/16",
    ]);
    expect(turnsOf("192.0.2.7")).toEqual([
      "192.0.0.0/16",
      "192.0.0.0/20",
      "192.0.2.0/24",
      "192.0.2.0/28",
      "192.0.2.7/32",
    ]);
    for (const address of ["192.0.2.7", "2001:db8::1"])
      expect(prefixesOf(address)).toEqual(expect.arrayContaining([...turnsOf(address)]));
    expect(prefixesOf("2001:db8::1")).toHaveLength(10);
    expect([prefixesOf("2001:db8::1").at(-1), sliceOf("2001:db8::1")]).toEqual(["2001:db8::/32", "2001:db8::/32"]);
  });

  it("puts an answer only where its own range, and every address of that place, is", () => {
    const address = fc
      .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }))
      .map(([third, last]) => `192.0.${third}.${last}`);
    fc.assert(
      fc.property(address, address, address, (one, two, asked) => {
        const place = placesIn(`${one} - ${two}`, [], asked)[0]?.prefix ?? "";
        const other = prefixesOf(two).includes(place) || prefixesOf(one).includes(place);
        const number = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
        const holds = number(one) <= number(asked) && number(asked) <= number(two);
        expect(prefixesOf(asked)).toContain(place);
        if (!holds) expect(place).toBe(`${asked}/32`);
        else if (other) expect(number(one)).toBeLessThanOrEqual(number(place.split("/")[0] ?? ""));
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });
});

describe("what is known of a network", () => {
  it("serves the block that the registry returned, and asks for the address beside it", async () => {
    const { emails, registries, lists } = remembering({
      rdap: {
        [at("192.0.2.1")]: block(["192.0.2.0", "192.0.2.63"], "abuse@low.example"),
        [at("192.0.2.64")]: block(["192.0.2.64", "192.0.2.255"], "abuse@high.example"),
      },
    });
    expect(await emails("192.0.2.1")).toEqual(["abuse@low.example"]);
    expect(await emails("192.0.2.63")).toEqual(["abuse@low.example"]);
    expect([registries(), lists()]).toEqual([1, 1]);
    expect(await emails("192.0.2.64")).toEqual(["abuse@high.example"]);
    expect(registries()).toBe(2);
  });

  it.each([
    ["192.0.2.0/23", [], ["192.0.2.0/24", "192.0.3.0/24"]],
    ["192.0.2.0 - 192.0.2.191", [], ["192.0.2.0/26", "192.0.2.64/26", "192.0.2.128/26"]],
    ["192.0.2.0/23", ["192.0.3.0/24"], ["192.0.2.0/24"]],
    ["192.0.2.0/24", [], ["192.0.2.0/24"]],
  ])("keeps an answer about %s with %j inside it under %j", (range, children, prefixes) =>
    expect(placesIn(range, children, "192.0.2.7").map(({ prefix }) => prefix)).toEqual(prefixes),
  );

  it("asks once about a block of a length between those that are kept", async () => {
    const whole = block(["192.0.2.0", "192.0.3.255"], "abuse@harbour.example");
    const odd = block(["192.0.4.0", "192.0.4.127"], "abuse@dock.example");
    const { emails, registries } = remembering({
      rdap: Object.fromEntries([
        ...["192.0.2.1", "192.0.3.200"].map((address) => [at(address), whole]),
        ...["192.0.4.1", "192.0.4.100"].map((address) => [at(address), odd]),
      ]),
    });
    for (const address of ["192.0.2.1", "192.0.3.200", "192.0.2.77", "192.0.3.9"])
      expect(await emails(address)).toEqual(["abuse@harbour.example"]);
    for (const address of ["192.0.4.1", "192.0.4.100", "192.0.4.7", "192.0.4.70"])
      expect(await emails(address)).toEqual(["abuse@dock.example"]);
    expect(registries()).toBe(2);
  });

  it.each([
    ["says nothing of what is below a block", {}, undefined],
    [
      "cuts its list",
      { notices: [{ title: "Search Policy", type: "result set truncated due to excessive load" }] },
      [],
    ],
    ["lists a block that lies elsewhere", {}, [["198.51.100.0", "198.51.100.255"] as const]],
  ])("keeps an answer for its address alone where the registry %s", async (_, more, listed) => {
    const carrier = ["192.0.2.0", "192.0.2.255"] as const;
    const answer = listed
      ? block(carrier, "abuse@carrier.example")
      : rdapNetwork(carrier, [entity(["abuse"], "abuse@carrier.example")]);
    const lists = Object.fromEntries(
      Object.entries(below(carrier, ...(listed ?? []))).map(([key, list]) => [key, { ...list, ...more }]),
    );
    const rdap = { ...lists, [at("192.0.2.1")]: answer, [at("192.0.2.2")]: answer };
    const { emails, registries } = remembering({ rdap });
    for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.1", "192.0.2.2"])
      expect(await emails(address)).toEqual(["abuse@carrier.example"]);
    expect(registries()).toBe(2);
  });

  it("asks each address's origin and contact database for itself", async () => {
    const carrier = ["192.0.2.0", "192.0.2.255"] as const;
    const origin = (address: string, asn: number, prefix: string) =>
      [
        `${address.split(".").reverse().join(".")}.origin.asn.cymru.com`,
        [`${asn} | ${prefix} | NL | test | 2001-01-01`],
      ] as const;
    const { sources, emails } = remembering({
      rdap: { [at("192.0.2.1")]: block(carrier), [at("192.0.2.70")]: block(carrier) },
      texts: Object.fromEntries([
        origin("192.0.2.1", 64500, "192.0.0.0/16"),
        origin("192.0.2.70", 64501, "192.0.2.0/24"),
        ["70.2.0.192.abuse-contacts.abusix.zone", ["abuse@own.example"]],
      ]),
    });
    const origins = async (address: string) => (await originsOf(sources, address)).finding.origins;
    expect([await origins("192.0.2.1"), await origins("192.0.2.70")]).toEqual([["AS64500"], ["AS64501"]]);
    expect([await emails("192.0.2.1"), await emails("192.0.2.70")]).toEqual([[], ["abuse@own.example"]]);
  });

  it("believes no answer about another block, and keeps it for nobody", async () => {
    const { emails } = remembering({
      rdap: {
        [at("192.0.2.1")]: block(["198.51.100.0", "198.51.100.255"], "abuse@other.example"),
        [at("198.51.100.9")]: block(["198.51.100.0", "198.51.100.255"], "abuse@own.example"),
      },
    });
    expect(await emails("192.0.2.1")).toEqual([]);
    expect(await emails("198.51.100.9")).toEqual(["abuse@own.example"]);
  });

  it("keeps what names no block for its address alone, and not for a wide one that was found on the way", async () => {
    const addresses = ["192.0.2.1", "192.0.9.1"] as const;
    const named = (address: string) => `abuse@of-${address.replaceAll(".", "-")}.example`;
    const wide = ["192.0.0.0", "192.255.255.255"] as const;
    const arin =
      `NetRange: ${wide.join(" - ")}\nNetType: Allocated to APNIC\n` + "ReferralServer: whois://whois.apnic.net\n";
    const all = <T>(of: (address: string) => readonly [string, T]): Record<string, T> =>
      Object.fromEntries(addresses.map(of));
    const bySub = remembering({
      rdap: all((address) => [at(address), block(wide)]),
      whois: all((address) => [`whois.arin.net n + ${address}`, `network:Abuse-Contact;I:${named(address)}\n`]),
    });
    const byDns = remembering({
      whois: all((address) => [`whois.arin.net n + ${address}`, arin]),
      texts: all((address) => [
        `${address.split(".").reverse().join(".")}.abuse-contacts.abusix.zone`,
        [named(address)],
      ]),
    });
    for (const { emails } of [bySub, byDns])
      for (const address of addresses) expect(await emails(address)).toEqual([named(address)]);
  });

  it("keeps a name for a day, and nobody's name for an hour", async () => {
    const { emails, registries, time } = remembering({
      rdap: {
        [at("192.0.2.1")]: block(["192.0.2.0", "192.0.2.255"], "abuse@harbour.example"),
        [at("203.0.113.1")]: block(["203.0.113.0", "203.0.113.255"]),
      },
    });
    await emails("192.0.2.1");
    await emails("203.0.113.1");
    const once = registries();
    time.pass(hour - 1);
    await emails("203.0.113.1");
    expect(registries()).toBe(once);
    time.pass(1);
    await emails("203.0.113.1");
    const twice = registries();
    expect(twice).toBeGreaterThan(once);
    time.pass(23 * hour - 1);
    await emails("192.0.2.1");
    expect(registries()).toBe(twice);
    time.pass(1);
    await emails("192.0.2.1");
    expect(registries()).toBe(twice + 1);
  });

  it("serves what is a day old where the registry is silent, and not what is two days old", async () => {
    const store = memoryKnownStore();
    const time = clock();
    await remembering(
      { rdap: { [at("192.0.2.1")]: block(["192.0.2.0", "192.0.2.255"], "abuse@harbour.example") } },
      store,
      time,
    ).emails("192.0.2.1");
    time.pass(25 * hour);
    const silent = remembering({ silent: ["rdap", "whois", "dns"] }, store, time);
    expect(await silent.emails("192.0.2.9")).toEqual(["abuse@harbour.example"]);
    time.pass(24 * hour);
    expect(await silent.emails("192.0.2.9")).toEqual([]);
  });

  it("keeps no silence, but leaves the registry in peace for a moment, whoever asks", async () => {
    const store = memoryKnownStore();
    const time = clock();
    const silent = remembering({ silent: ["rdap", "whois", "dns"] }, store, time);
    await silent.emails("192.0.2.1");
    const once = silent.registries();
    const speaking = remembering(
      { rdap: { [at("192.0.2.1")]: block(["192.0.2.0", "192.0.2.255"], "abuse@harbour.example") } },
      store,
      time,
      "there",
    );
    const answer = await contactsOf(speaking.sources, "192.0.2.1");
    expect([answer.candidates, answer.failures.map(({ outcome }) => outcome), silent.registries()]).toEqual([
      [],
      ["silent"],
      once,
    ]);
    time.pass(20_000);
    expect(await speaking.emails("192.0.2.1")).toEqual(["abuse@harbour.example"]);
  });

  it.each([
    ["told in the answer's place", {}, "% Error: 55000000002 Connection refused; access control limit reached.\n"],
    [
      "told where a handle leads",
      { "ip/192.0.2.7": rdapNetwork(["192.0.2.0", "192.0.2.255"], [{ handle: "AR9-RIPE", roles: ["abuse"] }]) },
      undefined,
    ],
  ])("keeps no limit for a no, %s", async (_, rdap, whois) => {
    const limited: Record<string, string> = whois ? { "whois.arin.net n + 192.0.2.7": whois } : {};
    const { sources, store, time } = remembering({ rdap, whois: limited });
    const tooOften = { kind: "silent", server: "rdap.db.ripe.net", detail: "HTTP 429" } as const;
    const asking: Sources = {
      ...sources,
      rdap: (question) => (question.kind === "entity" ? Promise.resolve(tooOften) : sources.rdap(question)),
    };
    const found = await contactsOf(asking, "192.0.2.7");
    expect(found.failures.some(({ outcome }) => outcome === "silent")).toBe(true);
    expect((await store.read(["block#192.0.2.7/32", "block#192.0.2.0/24"], time.nowMs())).size).toBe(0);
  });

  it("asks anew where the table holds what this program did not write", async () => {
    const store = memoryKnownStore();
    for (const text of ["", "{}", "nonsense", '{"finding":{"candidates":[{"email":1}]}}']) {
      await store.write("block#192.0.2.1/32", { text, freshUntilMs: 9e15, keptUntilMs: 9e15 });
      const { emails } = remembering(
        { rdap: { [at("192.0.2.1")]: block(["192.0.2.0", "192.0.2.255"], "abuse@harbour.example") } },
        store,
      );
      expect(await emails("192.0.2.1")).toEqual(["abuse@harbour.example"]);
    }
  });

  it("gives no host what was kept about a block that does not hold it, nor by its range alone", async () => {
    const store = memoryKnownStore();
    const right = { rdap: { [at("192.0.2.1")]: block(["192.0.2.0", "192.0.2.255"], "abuse@harbour.example") } };
    const candidates = [
      { email: "abuse@other.example", scope: "network", source: "rdap", confidence: "high", remarks: [] },
    ];
    const wrong = { finding: { candidates, forms: [], failures: [], origins: [], names: [] } };
    for (const [key, held] of [
      ["block#192.0.2.0/24", { ...wrong, range: "198.51.100.0/24", place: { prefix: "192.0.2.0/24", holes: [] } }],
      ["block#192.0.2.0/26", { ...wrong, range: "192.0.2.0/24", place: { prefix: "192.0.2.128/26", holes: [] } }],
      ["block#192.0.2.0/28", { ...wrong, range: "192.0.2.0/24" }],
      ["network#192.0.2.0/24", { ...wrong, range: "192.0.2.0/24" }],
      ["network#192.0.2.1/32", wrong],
    ] as const)
      await store.write(key, { text: JSON.stringify(held), freshUntilMs: 9e15, keptUntilMs: 9e15 });
    expect(await remembering(right, store).emails("192.0.2.1")).toEqual(["abuse@harbour.example"]);
  });
});

describe("many at once", () => {
  const rdap = Object.fromEntries(
    Array.from({ length: 1024 }, (_, n) => `192.0.${n >> 8}.${n & 255}`).map((address) => [
      at(address),
      block(["192.0.0.0", "192.0.3.255"], "abuse@harbour.example"),
    ]),
  );
  const addresses = Array.from({ length: 1000 }, (_, n) => `192.0.${n >> 8}.${n & 255}`);

  it("asks one question for a thousand misses in one block, in one process", async () => {
    const { emails, registries } = remembering({ rdap });
    const answers = await Promise.all(addresses.map(emails));
    expect(new Set(answers.flat())).toEqual(new Set(["abuse@harbour.example"]));
    expect(registries()).toBe(1);
  });

  it("asks one question for a thousand misses spread over ten processes", async () => {
    const [store, time] = [memoryKnownStore(), clock()];
    const processes = Array.from({ length: 10 }, (_, n) => remembering({ rdap }, store, time, `process ${n}`));
    const answers = await Promise.all(addresses.map((address, n) => processes[n % 10]?.emails(address)));
    expect(answers.filter((answer) => answer?.[0] === "abuse@harbour.example")).toHaveLength(1000);
    expect(processes.reduce((sum, { registries }) => sum + registries(), 0)).toBe(1);
  });

  it("asks once for each block that many misses lie in, and gives none of them a neighbour's answer", async () => {
    const customers = Array.from(
      { length: 32 },
      (_, n) => [`192.0.${n >> 3}.${(n & 7) * 32}`, `192.0.${n >> 3}.${(n & 7) * 32 + 15}`] as const,
    );
    const carrier = ["192.0.0.0", "192.0.255.255"] as const;
    const ownerOf = (n: number) => (n % 32 < 16 ? customers[Math.floor(n / 32)] : carrier);
    const played = Object.fromEntries([
      ...Object.entries(below(carrier, ...customers)),
      ...addresses.map(
        (address, n) =>
          [
            at(address),
            block(ownerOf(n) ?? carrier, `abuse@of-${(ownerOf(n) ?? carrier)[0].replaceAll(".", "-")}.example`),
          ] as const,
      ),
    ]);
    const [store, time] = [memoryKnownStore(), patient()];
    const processes = Array.from({ length: 4 }, (_, n) => remembering({ rdap: played }, store, time, `process ${n}`));
    const answers = await Promise.all(addresses.map((address, n) => processes[n % 4]?.emails(address)));
    expect(answers.flat()).toEqual(
      addresses.map((_, n) => `abuse@of-${(ownerOf(n) ?? carrier)[0].replaceAll(".", "-")}.example`),
    );
    const asked = processes.reduce((sum, { registries }) => sum + registries(), 0);
    expect(asked).toBeGreaterThanOrEqual(33);
    expect(asked).toBeLessThan(80);
  });

  it("serves the old answer to all while one asks anew", async () => {
    const [store, time] = [memoryKnownStore(), clock()];
    await remembering({ rdap }, store, time).emails("192.0.0.1");
    time.pass(24 * hour);
    const renewed = Object.fromEntries(
      Object.keys(rdap).map((key) => [key, block(["192.0.0.0", "192.0.3.255"], "abuse@new.example")]),
    );
    const { emails, registries } = remembering({ rdap: renewed }, store, time);
    const answers = (await Promise.all(addresses.map(emails))).flat();
    expect([answers.filter((email) => email === "abuse@new.example").length > 0, answers.length, registries()]).toEqual(
      [true, 1000, 1],
    );
    expect(await emails("192.0.0.77")).toEqual(["abuse@new.example"]);
  });

  it("says later where a holder elsewhere died with the turn, and asks when the turn is over", async () => {
    const [store, time] = [memoryKnownStore(), clock()];
    await store.claim("block#192.0.0.0/16", "dead", time.nowMs() + 60_000, time.nowMs());
    const { sources, emails, registries } = remembering({ rdap }, store, time);
    const answer = await contactsOf(sources, "192.0.0.1");
    expect([answer.candidates, answer.failures[0]?.outcome, registries()]).toEqual([[], "silent", 0]);
    time.pass(60_000);
    expect(await emails("192.0.0.1")).toEqual(["abuse@harbour.example"]);
  });

  it("gives the turn back when asking throws", async () => {
    const { sources, time } = remembering({ rdap });
    const broken: Sources = { ...sources, registries: () => Promise.reject(new Error("no table")) };
    await expect(contactsOf(broken, "192.0.0.1")).rejects.toThrow("no table");
    expect(time.nowMs()).toBe(1_000_000);
    expect((await contactsOf(sources, "192.0.0.1")).candidates).toHaveLength(1);
  });
});
