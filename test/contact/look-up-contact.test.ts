import { describe, expect, it } from "vitest";
import { sourceName } from "../../functions/case/contact-source.ts";
import { bundledBootstrap } from "../../functions/contact/bootstrap.ts";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import type { Category } from "../../functions/report/category.ts";
import { aSettings } from "../support/a-case.ts";
import { autnumOf, entity, networkOf, playedSources, rdapNetwork, registered } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

const settings = (more: object = {}) => settingsSchema.parse({ ...aSettings(), ...more });
const now = "2026-11-24T10:00:00.000Z";
const find = (
  host: string,
  sources: Parameters<typeof lookUpContact>[1],
  more: object = {},
  category: Category = "phishing",
) => lookUp(host, sources, { category, settings: settings(more), now });
const told = (answer: Awaited<ReturnType<typeof lookUpContact>>) =>
  answer.candidates.map(({ email, scope, confidence }) => `${email} ${scope} ${confidence}`);

const harbour = networkOf("abuse@harbour.example");

it.each([
  ["8.8.8.8", "Google's public resolver"],
  ["1.1.1.1", "Cloudflare's public resolver"],
  ["dns.google", "Google's public resolver"],
  ["x.bad.example", undefined],
])("%s as the reported host is %s", async (host, what) => {
  expect((await find(host, playedSources({}))).everybodys).toBe(what);
});

describe("a name that points to what everybody uses", () => {
  const registrarOf = {
    handle: "BAD",
    ldhName: "bad.example",
    entities: [entity(["registrar", "abuse"], "abuse@registrar.example")],
  };

  it.each(["8.8.8.8", "1.1.1.1", "9.9.9.9", "2606:4700:4700::1111"])(
    "is hosted nowhere by that: nobody's desk or form but the registrar's (%s)",
    async (shared) => {
      const sources = playedSources({
        addresses: { "x.bad.example": [shared] },
        rdap: { "domain/bad.example": registrarOf },
      });
      const answer = await find("x.bad.example", sources, {}, "ncii");
      expect(answer.addresses).toEqual([]);
      expect(told(answer)).toEqual(["abuse@registrar.example registrar high"]);
      expect(answer.forms).toEqual([]);
      expect(answer.failures.map(({ detail }) => detail).join(" ")).toMatch(/public resolver: nothing is hosted there/);
    },
  );

  it("is hosted where its other addresses are", async () => {
    const sources = playedSources({
      addresses: { "x.bad.example": ["8.8.8.8", "192.0.2.1"] },
      rdap: { "ip/192.0.2.1": harbour },
    });
    const answer = await find("x.bad.example", sources, {}, "ncii");
    expect([answer.addresses, told(answer)]).toEqual([["192.0.2.1"], ["abuse@harbour.example network high"]]);
  });
});

describe("one host below an honest name", () => {
  const elsewhere = { ...harbour, country: undefined };
  const countries = ["NL", "DE"].map((country) => ({
    country,
    cert: { name: `CERT ${country}`, email: `team@cert-${country.toLowerCase()}.example` },
  }));

  it.each([
    ["old.example.nl", ["team@cert-nl.example cert high"]],
    ["www.example.nl", []],
    ["example.nl", []],
    ["old.bad.example", []],
  ])("has the team of the name's own country told, beside the host's (%s)", async (host, teams) => {
    const answer = await find(
      host,
      playedSources({ addresses: { [host]: ["192.0.2.1"] }, rdap: { "ip/192.0.2.1": elsewhere } }),
      { countries },
    );
    expect(told(answer).filter((line) => line.includes(" cert "))).toEqual(teams);
  });
});

describe("who answers for a host", () => {
  it("takes RDAP's word and leaves WHOIS unasked", async () => {
    const sources = playedSources({ rdap: { "ip/192.0.2.1": harbour } });
    expect(told(await find("192.0.2.1", sources))).toEqual(["abuse@harbour.example network high"]);
    expect(sources.asked.filter((question) => question.startsWith("whois"))).toEqual([]);
  });

  it("asks WHOIS where RDAP has nothing, and the contact database only after that", async () => {
    const sources = playedSources({
      texts: { "1.2.0.192.abuse-contacts.abusix.zone": ["abuse@lacnic.net,abuse@parent.example"] },
    });
    const answer = await find("192.0.2.1", sources);
    expect(told(answer)).toEqual(["abuse@parent.example network low"]);
    expect(sources.asked.map((question) => question.split(" ")[0]).filter((what) => what !== "dns")).toEqual([
      "rdap",
      "whois",
    ]);
  });

  it("asks RIPE by another door where its RDAP and WHOIS are silent, and by none where they said no", async () => {
    const ripe = (silent: readonly "whois"[]) => ({
      ...playedSources({
        rdap: {
          "abuse-contact/192.0.2.1.json": { "abuse-contacts": { email: "abuse@harbour.example", suspect: false } },
        },
        silent,
      }),
      registries: () =>
        Promise.resolve({ ...bundledBootstrap(), registryOfAddress: () => bundledBootstrap().registryOfAsn(3333) }),
    });
    expect(told(await find("192.0.2.1", ripe(["whois"])))).toEqual(["abuse@harbour.example network high"]);
    const open = ripe([]);
    expect(told(await find("192.0.2.1", open))).toEqual([]);
    expect(open.asked.filter((question) => question.includes("abuse-contact/"))).toEqual([]);
  });

  it("asks RIPEstat for the other regions, and is never sure of it", async () => {
    const sources = playedSources({
      rdap: { "abuse-contact/192.0.2.1.json": { data: { abuse_contacts: ["abuse@maple.example"] } } },
      silent: ["whois"],
    });
    expect(told(await find("192.0.2.1", sources))).toEqual(["abuse@maple.example network low"]);
  });

  it("asks JPNIC for the record behind a handle", async () => {
    const whois = {
      "whois.apnic.net 203.0.113.1":
        "inetnum: 203.0.113.0 - 203.0.113.255\nnetname: CHERRY\nmnt-irt: IRT-JPNIC-JP\n\nirt: IRT-JPNIC-JP\n" +
        "abuse-mailbox: hostmaster@nic.ad.jp\n",
      "whois.nic.ad.jp 203.0.113.1/e":
        "Network Information:\na. [Network Number]             203.0.113.0/24\n" +
        "n. [Technical Contact]          JP00012345\n",
      "whois.nic.ad.jp JP00012345/e":
        "Group Contact Information:\n[Group Handle]                  JP00012345\n" +
        "[E-Mail]                        abuse@cherry.example\n",
    };
    const answer = await find("203.0.113.1", playedSources({ whois }));
    expect(answer.candidates.map(({ email, confidence, range }) => `${email} ${confidence} ${range}`)).toEqual([
      "abuse@cherry.example medium 203.0.113.0/24",
    ]);
  });

  it("asks ARIN for the smallest network of a bare list", async () => {
    const whois = {
      "whois.arin.net n + 192.0.2.1":
        "Wide WI-1 (NET-192-0-0-0-1) 192.0.0.0 - 192.0.255.255\nNear NE-1 (NET-192-0-2-0-1) 192.0.2.0 - 192.0.2.255\n",
      "whois.arin.net NET-192-0-2-0-1":
        "NetRange:       192.0.2.0 - 192.0.2.255\nOrgId:          NE-1\nOrgAbuseEmail:  abuse@near.example\n",
    };
    expect(told(await find("192.0.2.1", playedSources({ whois })))).toEqual(["abuse@near.example network high"]);
  });

  it("shows a person what a domain's owner told abuse.net, and not its stand-in", async () => {
    const sources = (texts: readonly string[]) =>
      playedSources({ texts: { "shop.example.contacts.abuse.net": texts }, mail: { "shop.example": [] } });
    expect(told(await find("www.shop.example", sources(["desk@elsewhere.example"])))).toEqual([
      "desk@elsewhere.example site guess",
    ]);
    expect(told(await find("www.shop.example", sources(["postmaster@shop.example"])))).toEqual([]);
  });

  it("takes no mailbox from the contact database's test points, and asks it for IPv6 by nibbles", async () => {
    const database = (texts: readonly string[]) =>
      playedSources({
        texts: {
          "1.2.0.192.abuse-contacts.abusix.zone": texts,
          "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.abuse-contacts.abusix.zone": [
            "abuse@six.example",
          ],
        },
      });
    expect(
      told(await find("192.0.2.1", database(["Abusix ContactDB Test point", "root@localhost,abuse@localhost"]))),
    ).toEqual([]);
    expect(told(await find("192.0.2.1", database(["abuse@a2hosting.example, abuse@b.example"])))).toEqual([
      "abuse@a2hosting.example network low",
      "abuse@b.example network low",
    ]);
    expect(told(await find("2001:db8::1", database([])))).toEqual(["abuse@six.example network low"]);
  });

  it("goes on where a redirect led, and not where the bootstrap file pointed", async () => {
    const played = playedSources({
      whois: {
        "whois.apnic.net 192.0.2.1":
          "% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@lotus.example'\n\n" +
          "inetnum: 192.0.2.0 - 192.0.2.255\n",
      },
    });
    const moved = { status: 200, headers: {}, body: rdapNetwork(["192.0.2.0", "192.0.2.255"], []) };
    const sources = {
      ...played,
      rdap: () => Promise.resolve({ kind: "answer", server: "rdap.apnic.net", value: moved } as const),
    };
    expect(told(await find("192.0.2.1", sources))).toEqual(["abuse@lotus.example network high"]);
    expect(played.asked.filter((question) => question.startsWith("whois"))).toEqual([
      "whois whois.apnic.net 192.0.2.1",
    ]);
  });

  it("asks the next record where RIPE fails on a key that is two things", async () => {
    const bare = (handle: string) => ({ objectClassName: "entity", handle, roles: ["abuse"] });
    const played = playedSources({
      rdap: {
        "ip/192.0.2.1": rdapNetwork(["192.0.2.0", "192.0.2.255"], [bare("TWO-RIPE"), bare("ONE-RIPE")]),
        "entity/ONE-RIPE": entity([], "abuse@handle.example"),
      },
    });
    const sources = {
      ...played,
      rdap: (question: Parameters<typeof played.rdap>[0]) =>
        question.query === "TWO-RIPE"
          ? Promise.resolve({ kind: "silent", server: "rdap.db.ripe.net", detail: "HTTP 500" } as const)
          : played.rdap(question),
    };
    expect(told(await find("192.0.2.1", sources))).toEqual(["abuse@handle.example network high"]);
  });

  it("asks again later when nothing was found and a registry was silent, and not when all said no", async () => {
    expect((await find("192.0.2.1", playedSources({ silent: ["rdap"] }))).retry).toBe(true);
    expect((await find("192.0.2.1", playedSources({}))).retry).toBe(false);
    expect((await find("192.0.2.1", playedSources({ rdap: { "ip/192.0.2.1": harbour }, silent: ["dns"] }))).retry).toBe(
      false,
    );
  });

  it("gives the announcing network as upstream where it is somebody else", async () => {
    const sources = playedSources({
      rdap: {
        "ip/192.0.2.1": harbour,
        "autnum/64500": autnumOf("abuse@carrier.example"),
      },
      texts: {
        "1.2.0.192.origin.asn.cymru.com": [
          "64499 | 192.0.0.0/16 | NL | ripencc | 2001-01-01",
          "64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01",
        ],
      },
    });
    expect(told(await find("192.0.2.1", sources))).toEqual([
      "abuse@harbour.example network high",
      "abuse@carrier.example upstream high",
    ]);
  });

  it("tells the registrar of a registered domain, and of no page on a shared platform", async () => {
    const registrar = {
      objectClassName: "domain",
      ldhName: "shop.example",
      entities: [
        { roles: ["registrar"], entities: [entity(["abuse"], "abuse@registrar.example")] },
        entity(["registrant"], "owner@shop.example"),
      ],
    };
    const sources = playedSources({
      rdap: { "domain/shop.example": registrar, "ip/192.0.2.1": harbour },
      addresses: { "www.shop.example": ["192.0.2.1"], "page.github.io": ["192.0.2.1"] },
    });
    expect(told(await find("www.shop.example", sources))).toEqual([
      "abuse@harbour.example network high",
      "abuse@registrar.example registrar high",
      "abuse@shop.example site guess",
    ]);
    expect(told(await find("page.github.io", sources))).toEqual([
      "abuse@github.com platform medium",
      "abuse@harbour.example network medium",
    ]);
  });

  it.each<
    [what: string, host: string, addresses: Readonly<Record<string, readonly string[]>>, sameHost: string | undefined]
  >([
    [
      "the same addresses in another order",
      "shop.example",
      { "shop.example": ["192.0.2.1", "192.0.2.2"], "www.shop.example": ["192.0.2.2", "192.0.2.1"] },
      "www.shop.example",
    ],
    [
      "the same, asked the other way round",
      "www.shop.example",
      { "shop.example": ["192.0.2.1"], "www.shop.example": ["192.0.2.1"] },
      "shop.example",
    ],
    [
      "one address more",
      "shop.example",
      { "shop.example": ["192.0.2.1"], "www.shop.example": ["192.0.2.1", "192.0.2.2"] },
      undefined,
    ],
    ["no address", "shop.example", { "shop.example": ["192.0.2.1"] }, undefined],
    [
      "a host below the domain",
      "a.shop.example",
      { "a.shop.example": ["192.0.2.1"], "www.a.shop.example": ["192.0.2.1"] },
      undefined,
    ],
  ])("takes a host and its www. for one where DNS gives both %s, or does not", async (_, host, addresses, sameHost) => {
    expect((await find(host, playedSources({ rdap: { "ip/192.0.2.1": harbour }, addresses }))).sameHost).toBe(sameHost);
  });

  it("tells no registrar by an answer about another domain, and goes on asking", async () => {
    const registrarOf = (ldhName: string) => registered("abuse@registrar.example", { ldhName });
    const whoisOf = (name: string) =>
      `Domain Name: ${name}\nRegistrar Abuse Contact Email: abuse@other-registrar.example\n`;
    const asked = (ldhName: string, name: string) =>
      find(
        "www.shop.example",
        playedSources({
          rdap: { "domain/shop.example": registrarOf(ldhName) },
          whois: { "whois.nic.example shop.example": whoisOf(name) },
          mail: { "shop.example": [] },
        }),
      );
    const strange = await asked("shop-2.example", "SHOP-2.EXAMPLE");
    expect(told(strange)).toEqual([]);
    expect(strange.failures.map(({ detail }) => detail)).toContain(
      "The answer is about another domain than the one that was asked for.",
    );
    expect(told(await asked("shop-2.example", "SHOP.EXAMPLE"))).toEqual([
      "abuse@other-registrar.example registrar high",
    ]);
    expect(told(await asked("SHOP.EXAMPLE.", "SHOP-2.EXAMPLE"))).toEqual(["abuse@registrar.example registrar high"]);
  });

  it("asks no server in the reported host's own domain, wherever an answer leads", async () => {
    const linked = {
      objectClassName: "domain",
      ldhName: "shop.example",
      links: [{ rel: "related", href: "https://www.shop.example/domain/shop.example" }],
    };
    const played = playedSources({
      rdap: { "domain/shop.example": linked },
      whois: {
        "whois.nic.example shop.example": "Domain Name: SHOP.EXAMPLE\nRegistrar WHOIS Server: whois.shop.example\n",
      },
    });
    const forbidden = new Set<string | undefined>();
    const sources: typeof played = {
      ...played,
      rdap: (question) => {
        forbidden.add(question.reported?.host);
        return played.rdap(question);
      },
    };
    const answer = await find("www.shop.example", sources);
    expect([...forbidden]).toEqual(["www.shop.example"]);
    expect(played.asked.filter((question) => question.startsWith("whois"))).toEqual([
      "whois whois.nic.example shop.example",
    ]);
    expect(answer.failures).toContainEqual({
      source: "whois",
      server: "whois.shop.example",
      outcome: "refused",
      detail: "Not asked: The server is in the reported host's own domain.",
    });
  });

  it("asks no server at the host's own address, under whatever name, unless it is a registry's", async () => {
    const linked = (href: string) => ({
      objectClassName: "domain",
      ldhName: "evil.example",
      links: [{ rel: "related", href }],
    });
    const played = (href: string) =>
      playedSources({
        addresses: {
          "evil.example": ["192.0.2.1", "2001:db8::1"],
          "rdap.reseller.example": ["2001:db8:0:0:0:0:0:1"],
          "rdap.arin.net": ["192.0.2.1"],
        },
        rdap: { "domain/evil.example": linked(href) },
        whois: {
          "whois.nic.example evil.example":
            "Domain Name: EVIL.EXAMPLE\nRegistrar WHOIS Server: rdap.reseller.example\n",
        },
      });
    const askedAt = async (href: string) => {
      const sources = played(href);
      const urls: string[] = [];
      const answer = await find("evil.example", {
        ...sources,
        rdap: (question) => {
          if ("url" in question) urls.push(question.url);
          return sources.rdap(question);
        },
      });
      const refused = answer.failures.filter(
        ({ detail }) => detail === "Not asked: The server stands at an address of the reported host.",
      );
      return {
        urls,
        refused: refused.map(sourceName),
        whois: sources.asked.filter((question) => question.startsWith("whois whois")),
      };
    };
    expect(await askedAt("https://rdap.reseller.example/domain/evil.example")).toEqual({
      urls: [],
      refused: ["rdap rdap.reseller.example", "whois rdap.reseller.example"],
      whois: expect.not.arrayContaining(["whois rdap.reseller.example evil.example"]),
    });
    const registry = "https://rdap.arin.net/registry/domain/evil.example";
    expect((await askedAt(registry)).urls).toEqual([registry]);
  });

  it("never guesses a mailbox in the urgent lane", async () => {
    const sources = playedSources({ addresses: { "shop.example": ["192.0.2.1"] } });
    expect(told(await find("shop.example", sources, {}, "csam"))).toEqual([]);
  });

  it("puts the operator's directory first, and leaves an expired entry to a person", async () => {
    const entry = (expires: string) => ({
      directory: [
        {
          matches: ["pages.example"],
          name: "Pages",
          scope: "platform",
          email: "trust@pages-desk.example",
          form: "https://pages-desk.example/report",
          expires,
        },
      ],
    });
    const sources = () =>
      playedSources({ rdap: { "ip/192.0.2.1": harbour }, addresses: { "a.pages.example": ["192.0.2.1"] } });
    const fresh = await find("a.pages.example", sources(), entry("2027-01-01"));
    expect(told(fresh)[0]).toBe("trust@pages-desk.example platform high");
    expect(fresh.forms.map(({ url }) => url)).toEqual(["https://pages-desk.example/report"]);
    const stale = await find("a.pages.example", sources(), entry("2026-11-23"));
    expect(told(stale)).toEqual(["trust@pages-desk.example platform guess", "abuse@harbour.example network high"]);
    expect(stale.failures[0]?.detail).toBe("The entry for Pages expired on 2026-11-23 and was not used.");
  });

  it("leaves a desk that takes a form only to a person, and tells it too once what is known has expired", async () => {
    const registrar = registered("abuse@godaddy.com", { ldhName: "shop.example" });
    const sources = () => playedSources({ rdap: { "domain/shop.example": registrar }, mail: { "shop.example": [] } });
    const answer = await find("shop.example", sources());
    expect([told(answer), answer.forms]).toEqual([
      ["abuse@godaddy.com registrar guess"],
      [
        {
          url: "https://supportcenter.godaddy.com/AbuseReport",
          scope: "registrar",
          name: "GoDaddy",
          api: "GoDaddy abuse reports",
        },
      ],
    ]);
    const later = await lookUp("shop.example", sources(), { settings: settings(), now: "2027-06-01T10:00:00.000Z" });
    expect([told(later), later.forms]).toEqual([["abuse@godaddy.com registrar high"], answer.forms]);
    expect(later.failures.map(({ detail }) => detail)).toContain(
      "The entry for GoDaddy expired on 2027-05-25 and was not used.",
    );
  });

  it.each([
    [
      "tells",
      "takes reports by its form only",
      { kind: "form-only", form: "https://pages-desk.example/report" },
      "high",
    ],
    [
      "leaves to a person",
      "asked never to be written to",
      { kind: "opted-out", email: "trust@pages-desk.example" },
      "guess",
    ],
  ])("%s the network below a platform that %s", async (_does, _says, entry, confidence) => {
    const directory = [{ matches: ["pages.example"], name: "Pages", scope: "platform", ...entry }];
    const sources = playedSources({
      rdap: { "ip/192.0.2.1": harbour },
      addresses: { "a.pages.example": ["192.0.2.1"] },
    });
    expect(told(await find("a.pages.example", sources, { directory }))).toEqual([
      `abuse@harbour.example network ${confidence}`,
    ]);
  });

  it("takes the operator's word on a provider in place of what is known of it", async () => {
    const registrar = registered("abuse@godaddy.com", { ldhName: "shop.example" });
    const directory = [
      {
        matches: ["@godaddy.com"],
        name: "GoDaddy",
        scope: "registrar",
        email: "trusted@godaddy-desk.example",
        expires: "2027-06-01",
      },
    ];
    const answer = await find(
      "shop.example",
      playedSources({ rdap: { "domain/shop.example": registrar }, mail: { "shop.example": [] } }),
      { directory },
    );
    expect([told(answer), answer.forms]).toEqual([
      ["trusted@godaddy-desk.example registrar high", "abuse@godaddy.com registrar high"],
      [],
    ]);
  });

  it("never gives a mailbox of ours or of a reporter, and leaves the victim's to a person", async () => {
    const block = rdapNetwork(
      ["192.0.2.0", "192.0.2.255"],
      ["abuse@hotline.example", "soc@reply.hotline.example", "abuse@brand.example", "abuse@harbour.example"].map(
        (email) => entity(["abuse"], email),
      ),
    );
    const answer = await lookUp("192.0.2.1", playedSources({ rdap: { "ip/192.0.2.1": block } }), {
      category: "brand",
      rightfulSite: "https://www.brand.example/shop",
      settings: settings(),
      now,
    });
    expect(told(answer)).toEqual(["abuse@harbour.example network high", "abuse@brand.example network guess"]);
    expect(answer.failures.map(({ detail }) => detail)).toEqual([
      "abuse@hotline.example was left out: it belongs to us or to a reporter.",
      "soc@reply.hotline.example was left out: it belongs to us or to a reporter.",
    ]);
  });

  it.each(["https://www.harbour.example/", "https://customers.harbour.example/brand"])(
    "tells the host although the rightful site is %s",
    async (rightfulSite) => {
      const carrier = autnumOf("abuse@carrier.example");
      const sources = playedSources({
        addresses: { "evil.bad.example": ["192.0.2.1"] },
        rdap: { "ip/192.0.2.1": harbour, "autnum/64500": carrier },
        texts: { "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"] },
        mail: { "bad.example": [] },
      });
      const target = { kind: "host", host: "evil.bad.example" } as const;
      const answer = await lookUpContact(
        { target, category: "phishing", rightfulSite, settings: settings(), now },
        sources,
      );
      expect(told(answer)).toEqual(["abuse@harbour.example network high", "abuse@carrier.example upstream high"]);
    },
  );

  it("follows aliases to the platform, names it, and tells the registrar of the name as well", async () => {
    const sources = playedSources({
      rdap: { "ip/192.0.2.1": harbour, "domain/shop.example": registered("abuse@registrar.example") },
      addresses: { "www.shop.example": ["192.0.2.1"], "someone.netlify.app": ["192.0.2.1"] },
      aliases: {
        "www.shop.example": "shop.cdn.example",
        "shop.cdn.example": "someone.netlify.app",
        "someone.netlify.app": "www.shop.example",
      },
      mail: { "shop.example": [] },
    });
    const answer = await find("www.shop.example", sources);
    expect([answer.platform, told(answer)]).toEqual([
      "Netlify",
      [
        "fraud@netlify.com platform medium",
        "abuse@harbour.example network medium",
        "abuse@registrar.example registrar high",
      ],
    ]);
    expect((await find("192.0.2.1", sources)).platform).toBeUndefined();
  });

  const carried = (block: unknown) =>
    playedSources({
      rdap: { "ip/192.0.2.1": block },
      texts: { "1.2.0.192.origin.asn.cymru.com": ["13335 | 192.0.2.0/24 | US | arin | 2001-01-01"] },
    });

  it("says that a proxy only stands in front, and takes reports by a form", async () => {
    const answer = await find("192.0.2.1", carried(networkOf("abuse@cloudflare.com")));
    const form = {
      url: "https://www.cloudflare.com/trust-hub/reporting-abuse/",
      scope: "network",
      name: "Cloudflare",
      api: "Cloudflare abuse reports",
    };
    expect([answer.proxy, answer.forms]).toEqual(["Cloudflare", [form]]);
    expect(told(answer)).toEqual(["abuse@cloudflare.com network guess"]);
  });

  it.each([
    ["by a registry", {}, ["abuse@cloudflare.com network true"]],
    [
      "by the operator",
      {
        directory: [
          {
            name: "Shield",
            matches: ["192.0.2.0/24"],
            email: "abuse@shield.example",
            scope: "network",
            kind: "proxy",
            expires: "2027-01-01",
          },
        ],
      },
      ["abuse@shield.example network true", "abuse@harbour.example network true"],
    ],
  ] as const)(
    "notes of a proxy's desk that it stands in front, named %s, and of no other desk",
    async (_, more, wanted) => {
      const desk = "directory" in more ? harbour : networkOf("abuse@cloudflare.com");
      const answer = await find("192.0.2.1", carried(desk), more);
      expect(answer.candidates.map(({ email, scope, isInFront }) => `${email} ${scope} ${isInFront}`)).toEqual(wanted);
      const plain = await find("192.0.2.1", playedSources({ rdap: { "ip/192.0.2.1": harbour } }));
      expect(plain.candidates.filter(({ isInFront }) => isInFront)).toEqual([]);
    },
  );

  it("has a block that a proxy's system only carries answered for by its own holder", async () => {
    const answer = await find("192.0.2.1", carried(harbour));
    expect([answer.proxy, told(answer)]).toEqual([undefined, ["abuse@harbour.example network high"]]);
  });

  it("leaves out whoever takes no mail or asked for none", async () => {
    const two = rdapNetwork(
      ["192.0.2.0", "192.0.2.255"],
      [
        entity(["abuse"], "abuse@null.example"),
        entity(["abuse"], "abuse@never.example"),
        entity(["abuse"], "abuse@good.example"),
      ],
    );
    const sources = playedSources({ rdap: { "ip/192.0.2.1": two }, mail: { "null.example": [""] } });
    const answer = await find("192.0.2.1", sources, { optedOut: ["ABUSE@never.example"] });
    expect(told(answer)).toEqual(["abuse@good.example network high"]);
    expect(answer.failures.map(({ detail }) => detail)).toEqual([
      "The network's contact asked never to be written to.",
      "abuse@null.example was left out: its domain says that it takes no mail (null MX).",
    ]);
  });

  const announced = { "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"] };
  const carrier = {
    ...networkOf("abuse@carrier.example"),
    objectClassName: "autnum",
  };
  const both = () => playedSources({ rdap: { "ip/192.0.2.1": harbour, "autnum/64500": carrier }, texts: announced });

  it.each([
    ["by its mail domain", ["@harbour.example"], ["abuse@carrier.example upstream high"]],
    ["by a range that holds the host", ["192.0.2.0/28"], ["abuse@carrier.example upstream high"]],
    ["by the system that announces the host, with that system's own desk", ["AS64500"], []],
    [
      "by a range beside the host",
      ["192.0.2.128/25"],
      ["abuse@harbour.example network high", "abuse@carrier.example upstream high"],
    ],
    ["by another system", ["AS64501"], ["abuse@harbour.example network high", "abuse@carrier.example upstream high"]],
  ])("leaves out who opted out %s, in the list of mailboxes and in the directory alike", async (_, optedOut, left) => {
    const written = await find("192.0.2.1", both(), { optedOut });
    expect(told(written)).toEqual(left);
    const entry = { directory: [{ matches: optedOut, name: "Harbour", scope: "network", kind: "opted-out" }] };
    expect(told(await find("192.0.2.1", both(), entry))).toEqual(left);
    expect([written.optedOut?.length ?? 0, written.origins]).toEqual([2 - left.length, ["AS64500"]]);
  });

  it.each(["@harbour.example", "192.0.2.0/24", "AS64500"])(
    "leaves the desk of a provider that takes its form only to a person, named by %s",
    async (written) => {
      const form = "https://harbour.example/abuse";
      const answer = await find("192.0.2.1", both(), {
        directory: [{ matches: [written], name: "Harbour", scope: "network", kind: "form-only", form }],
      });
      expect(told(answer)[0]).not.toBe("abuse@harbour.example network high");
      expect(told(answer)).toContain("abuse@harbour.example network guess");
      expect(answer.forms).toEqual([{ url: form, scope: "network", name: "Harbour" }]);
    },
  );

  it("adds the hosting country's hotline and CERT", async () => {
    const countries = [
      {
        country: "NL",
        hotline: { name: "Hotline", email: "in@hotline-nl.example" },
        cert: { name: "CERT", email: "in@cert-nl.example" },
      },
    ];
    expect(told(await find("192.0.2.1", playedSources({ rdap: { "ip/192.0.2.1": harbour } }), { countries }))).toEqual([
      "abuse@harbour.example network high",
      "in@hotline-nl.example hotline high",
      "in@cert-nl.example cert high",
    ]);
  });

  it.each(["EU", "AP", "ZZ", "El Salvador"])(
    "takes %s for no country, and another source's word for the hotline's",
    async (region) => {
      const countries = [{ country: "NL", hotline: { name: "Hotline", email: "in@hotline-nl.example" } }];
      const block = (more: Readonly<Record<string, unknown>>) =>
        rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@harbour.example", more)], {
          country: region,
        });
      const asked = (more: Readonly<Record<string, unknown>>, origin: string) =>
        find(
          "192.0.2.1",
          playedSources({
            rdap: { "ip/192.0.2.1": block(more) },
            texts: { "1.2.0.192.origin.asn.cymru.com": [origin] },
          }),
          { countries },
          "csam",
        );
      const byOrigin = await asked({}, "64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01");
      expect([byOrigin.country, told(byOrigin)]).toEqual([
        "NL",
        ["abuse@harbour.example network high", "in@hotline-nl.example hotline high"],
      ]);
      const vcardArray = [
        "vcard",
        [
          ["adr", { cc: region }, "text", ""],
          ["email", {}, "text", "abuse@harbour.example"],
        ],
      ];
      expect(
        (await asked({ vcardArray }, `64500 | 192.0.2.0/24 | ${region} | ripencc | 2001-01-01`)).country,
      ).toBeUndefined();
    },
  );

  describe("the block's own country", () => {
    const block = (roles: readonly string[], address: readonly [object, unknown]) =>
      rdapNetwork(
        ["192.0.2.0", "192.0.2.255"],
        [
          entity(roles, undefined, {
            vcardArray: [
              "vcard",
              [
                ["adr", address[0], "text", address[1]],
                ["email", {}, "text", "abuse@harbour.example"],
              ],
            ],
          }),
        ],
        { country: "RO" },
      );
    const label = (text: string) => [{ label: text }, ["", "", "", "", "", "", ""]] as const;
    const unconfirmed = async (network: unknown, more: object = {}, texts = {}) =>
      (await find("192.0.2.1", playedSources({ rdap: { "ip/192.0.2.1": network }, texts }), more, "csam"))
        .unconfirmedCountries;

    it.each([
      ["by its name", label("Strada Exemplu 1\nBucuresti\nROMANIA")],
      ["by its name after a comma", label("Strada Exemplu 1, Bucureşti, România")],
      ["by its code", label("Strada Exemplu 1\nBucuresti RO")],
      ["by its field", [{}, ["", "", "Strada Exemplu 1", "Bucuresti", "", "010011", "RO"]] as const],
    ])("is confirmed by the abuse desk's address there, %s", async (_, address) => {
      expect(await unconfirmed(block(["abuse"], address))).toBeUndefined();
      expect(await unconfirmed(block(["registrant"], address))).toBeUndefined();
    });

    it.each([
      ["elsewhere", block(["abuse"], label("Unit 1\nWan Chai\nHONG KONG"))],
      ["not named", block(["abuse"], label("Strada Exemplu 1\nBucuresti"))],
      ["a technician's alone", block(["technical"], label("Strada Exemplu 1\nBucuresti\nROMANIA"))],
    ])("is not where the desk's address is %s, whatever the list of allocations says", async (_, network) => {
      const texts = { "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | RO | ripencc | 2001-01-01"] };
      expect(await unconfirmed(network, {}, texts)).toEqual(["RO"]);
    });

    it("is not by the address of whoever carries the block", async () => {
      const carrier = {
        objectClassName: "autnum",
        handle: "AS64500",
        entities: block(["abuse"], label("Bucuresti\nROMANIA")).entities,
      };
      const sources = playedSources({
        rdap: { "ip/192.0.2.1": { ...harbour, country: "RO" }, "autnum/64500": carrier },
        texts: { "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | RO | ripencc | 2001-01-01"] },
      });
      expect((await find("192.0.2.1", sources, {}, "csam")).unconfirmedCountries).toEqual(["RO"]);
    });

    it("is by the operator's own directory", async () => {
      const directory = [{ name: "Harbour", matches: ["192.0.2.0/24"], scope: "network", country: "RO" }].map(
        (row) => ({
          ...row,
          email: "abuse@harbour.example",
        }),
      );
      expect(await unconfirmed({ ...harbour, country: "RO" }, { directory })).toBeUndefined();
    });

    it("is by the organisation's or the abuse desk's record in WHOIS, and by ARIN's", async () => {
      const block = ["inetnum: 192.0.2.0 - 192.0.2.255", "country: RO", "org: ORG-H1-RIPE", "abuse-c: AR1-RIPE"];
      const ripe = (...more: readonly string[]) => `${block.join("\n")}\n\n${more.join("\n")}\n`;
      const org = ["organisation: ORG-H1-RIPE", "org-name: Harbour", "country: RO"];
      const role = (end: string) => [
        ...["role: Abuse", "address: Strada Exemplu 1", `address: ${end}`],
        ...["nic-hdl: AR1-RIPE", "abuse-mailbox: abuse@harbour.example"],
      ];
      const arin = ["NetRange: 192.0.2.0 - 192.0.2.255", "OrgName: Harbour", "Country: RO"];
      const seats = (text: string) => readWhois("ip", text).seats;
      expect(seats(ripe(...org))).toEqual(["RO"]);
      expect(seats(ripe(...role("ROMANIA")))).toEqual(["RO"]);
      expect(seats(ripe(...role("Bucuresti")))).toEqual([]);
      expect(seats([...arin, "OrgAbuseEmail: abuse@harbour.example"].join("\n"))).toEqual(["RO"]);
    });
  });

  it("takes the block's country by who registered it before the country of whoever announces it", async () => {
    const carrier = {
      objectClassName: "autnum",
      handle: "AS64500",
      country: "US",
      entities: [entity(["abuse"], "abuse@carrier.example")],
    };
    const block = networkOf("abuse@harbour.example", {
      country: undefined,
    });
    const sources = playedSources({
      rdap: { "ip/192.0.2.1": block, "autnum/64500": carrier },
      texts: { "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"] },
    });
    expect((await find("192.0.2.1", sources, {}, "csam")).country).toBe("NL");
  });

  it("follows an abuse role that is only named by its handle", async () => {
    const bare = rdapNetwork(
      ["192.0.2.0", "192.0.2.255"],
      [{ objectClassName: "entity", handle: "AR9-RIPE", roles: ["abuse"] }],
    );
    const sources = playedSources({
      rdap: { "ip/192.0.2.1": bare, "entity/AR9-RIPE": entity([], "abuse@handle.example") },
    });
    expect(told(await find("192.0.2.1", sources))).toEqual(["abuse@handle.example network high"]);
  });

  it("asks for the block around one that names nobody, where the registry links to it", async () => {
    const child = rdapNetwork(["192.0.2.0", "192.0.2.63"], [], {
      links: [{ rel: "up", href: "https://rdap.arin.net/registry/ip/192.0.2.0/24" }],
    });
    const wide = networkOf("abuse@wide.example");
    const played = playedSources({ rdap: { "ip/192.0.2.1": child } });
    const sources = {
      ...played,
      rdap: (question: Parameters<typeof played.rdap>[0]) =>
        "url" in question
          ? Promise.resolve({
              kind: "answer",
              server: "rdap.arin.net",
              value: { status: 200, headers: {}, body: wide },
            } as const)
          : played.rdap(question),
    };
    expect(told(await find("192.0.2.1", sources))).toEqual(["abuse@wide.example network medium"]);
    expect(played.asked.filter((question) => question.startsWith("whois"))).toEqual([]);
  });

  it("finds a directory's entry by the system that announces the host", async () => {
    const sources = playedSources({
      rdap: { "ip/192.0.2.1": harbour },
      texts: { "1.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"] },
    });
    const directory = [{ matches: ["AS64500"], name: "Pages", scope: "platform", email: "trust@pages-desk.example" }];
    expect(told(await find("192.0.2.1", sources, { directory }))[0]).toBe("trust@pages-desk.example platform high");
  });

  it("tells a platform that is known by an alias, and still the registrar of the name", async () => {
    const registrar = {
      objectClassName: "domain",
      ldhName: "shop.example",
      entities: [{ roles: ["registrar"], entities: [entity(["abuse"], "abuse@registrar.example")] }],
    };
    const sources = playedSources({
      rdap: { "domain/shop.example": registrar, "ip/192.0.2.1": harbour },
      addresses: { "shop.example": ["192.0.2.1"], "someone.github.io": ["192.0.2.9"] },
      aliases: { "shop.example": "someone.github.io" },
    });
    const answer = await find("shop.example", sources, {}, "csam");
    expect(told(answer)).toEqual([
      "abuse@github.com platform medium",
      "abuse@harbour.example network medium",
      "abuse@registrar.example registrar high",
    ]);
  });

  it("names nobody for a name that points into a reserved range", async () => {
    const answer = await find("inner.example", playedSources({ addresses: { "inner.example": ["10.0.0.1"] } }));
    expect([answer.addresses, answer.failures[0]?.outcome]).toEqual([[], "refused"]);
  });
});

describe("a host whose DNS answers as it likes", () => {
  const pages = {
    directory: [{ matches: ["pages.example"], name: "Pages", scope: "platform", email: "trust@pages-desk.example" }],
  };
  const block = (range: readonly [string, string], email?: string, more: Readonly<Record<string, unknown>> = {}) =>
    rdapNetwork(range, email ? [entity(["abuse"], email)] : [], more);
  const real = block(["192.0.2.0", "192.0.2.255"], "abuse@real-host.example");
  const cloud = block(["198.51.100.0", "198.51.100.255"], "abuse@cloud.example");
  const served = (answer: Awaited<ReturnType<typeof lookUpContact>>) =>
    Object.fromEntries(
      answer.candidates
        .filter(({ scope }) => scope === "network" || scope === "platform")
        .map(({ email, serves }) => [email, serves]),
    );
  const found = (played: Parameters<typeof playedSources>[0], more: object = {}) =>
    find("evil.bad.example", playedSources({ mail: { "bad.example": [] }, ...played }), more);

  it("is on no platform by an alias alone, where its addresses are none of that platform's", async () => {
    const answer = await found(
      {
        addresses: { "evil.bad.example": ["192.0.2.1"], "victim.pages.example": ["198.51.100.9"] },
        aliases: { "evil.bad.example": "victim.pages.example" },
        rdap: { "ip/192.0.2.1": real },
      },
      pages,
    );
    expect([answer.platform, told(answer)]).toEqual([undefined, ["abuse@real-host.example network high"]]);
  });

  it("is on a platform for the platform's own addresses alone, and on another host for the others", async () => {
    const answer = await found(
      {
        addresses: { "evil.bad.example": ["192.0.2.1", "198.51.100.9"], "victim.pages.example": ["198.51.100.9"] },
        aliases: { "evil.bad.example": "victim.pages.example" },
        rdap: { "ip/192.0.2.1": real, "ip/198.51.100.9": cloud },
      },
      pages,
    );
    expect([answer.platform, answer.platformAt]).toEqual(["Pages", ["198.51.100.9"]]);
    expect(told(answer)).toEqual([
      "trust@pages-desk.example platform high",
      "abuse@real-host.example network high",
      "abuse@cloud.example network medium",
    ]);
    expect(served(answer)).toEqual({
      "trust@pages-desk.example": ["198.51.100.9"],
      "abuse@real-host.example": ["192.0.2.1"],
      "abuse@cloud.example": ["198.51.100.9"],
    });
  });

  it("hides no family behind the other, nor a network behind many addresses of one", async () => {
    const decoys = Array.from({ length: 9 }, (_, at) => `198.51.100.${at}`);
    const sixth = block(["2001:db8::", "2001:db8:0:ffff:ffff:ffff:ffff:ffff"], "abuse@sixth.example");
    const answer = await found({
      addresses: { "evil.bad.example": [...decoys, "192.0.2.1", "2001:db8::1"] },
      rdap: { "ip/192.0.2.1": real, "ip/198.51.100.0": cloud, "ip/2001:db8::1": sixth },
    });
    expect(answer.addresses.slice(0, 3)).toEqual(["198.51.100.0", "2001:db8::1", "192.0.2.1"]);
    expect([answer.addresses.length, answer.unlooked]).toEqual([8, 3]);
    expect(Object.keys(served(answer)).sort()).toEqual([
      "abuse@cloud.example",
      "abuse@real-host.example",
      "abuse@sixth.example",
    ]);
  });

  it("names the desk of each network for its own addresses, whatever the other's is worth", async () => {
    const small = block(["192.0.2.0", "192.0.2.255"], undefined, {
      remarks: [{ description: ["abuse reports: abuse@real-host.example"] }],
    });
    const answer = await found({
      addresses: { "evil.bad.example": ["198.51.100.1", "192.0.2.1"] },
      rdap: { "ip/192.0.2.1": small, "ip/198.51.100.1": cloud },
    });
    expect(told(answer)).toEqual(["abuse@cloud.example network high", "abuse@real-host.example network medium"]);
    expect(served(answer)).toEqual({
      "abuse@cloud.example": ["198.51.100.1"],
      "abuse@real-host.example": ["192.0.2.1"],
    });
  });

  it("has a network without a desk answered for by the system that announces it, beside one with a desk", async () => {
    const system = (email: string) => autnumOf(email);
    const answer = await found({
      addresses: { "evil.bad.example": ["198.51.100.1", "192.0.2.1", "203.0.113.1"] },
      rdap: {
        "ip/198.51.100.1": cloud,
        "ip/192.0.2.1": block(["192.0.2.0", "192.0.2.255"]),
        "ip/203.0.113.1": block(["203.0.113.0", "203.0.113.255"]),
        "autnum/64500": system("abuse@cloud.example"),
        "autnum/64501": system("abuse@carrier.example"),
      },
      texts: {
        "1.100.51.198.origin.asn.cymru.com": ["64500 | 198.51.100.0/24 | NL | ripencc | 2001-01-01"],
        "1.2.0.192.origin.asn.cymru.com": ["64501 | 192.0.2.0/24 | NL | ripencc | 2001-01-01"],
        // The cloud's own second block, which names no desk: its first one's answers for it.
        "1.113.0.203.origin.asn.cymru.com": ["64500 | 203.0.113.0/24 | NL | ripencc | 2001-01-01"],
      },
    });
    expect(served(answer)).toEqual({
      "abuse@cloud.example": ["198.51.100.1", "203.0.113.1"],
      "abuse@carrier.example": ["192.0.2.1"],
    });
  });

  it("is behind no proxy by one record of it among others", async () => {
    const answer = await found({
      addresses: { "evil.bad.example": ["192.0.2.1", "198.51.100.1"] },
      rdap: {
        "ip/192.0.2.1": real,
        "ip/198.51.100.1": rdapNetwork(["198.51.100.0", "198.51.100.255"], [entity(["abuse"], "abuse@cloudflare.com")]),
      },
      texts: { "1.100.51.198.origin.asn.cymru.com": ["13335 | 198.51.100.0/24 | US | arin | 2001-01-01"] },
    });
    expect(told(answer)).toEqual(["abuse@real-host.example network high", "abuse@cloudflare.com network guess"]);
  });

  it("says in which countries all of its networks are registered", async () => {
    const answer = await found({
      addresses: { "evil.bad.example": ["192.0.2.1", "198.51.100.1"] },
      rdap: { "ip/192.0.2.1": real, "ip/198.51.100.1": { ...cloud, country: "DE" } },
    });
    expect([answer.country, answer.countries]).toEqual(["NL", ["NL", "DE"]]);
  });
});

describe("a name for mail alone", () => {
  const domain = registered("abuse@registrar.example");
  const world = {
    mail: { "bad.example": ["mx.pine.example"] },
    addresses: { "mx.pine.example": ["192.0.2.1"] },
    rdap: { "ip/192.0.2.1": harbour, "domain/bad.example": domain },
  };

  it("is served by the network of its mail exchanger", async () => {
    const answer = await find("bad.example", playedSources(world));
    expect(told(answer)).toEqual([
      "abuse@harbour.example network high",
      "abuse@registrar.example registrar high",
      "abuse@bad.example site guess",
    ]);
    expect([answer.addresses, answer.mailAt]).toEqual([[], ["mx.pine.example"]]);
  });

  it("is gone where it takes no mail either, and where a page is reported", async () => {
    expect(
      (await find("bad.example", playedSources({ ...world, mail: { "bad.example": ["."] } }))).mailAt,
    ).toBeUndefined();
    const page = { kind: "url", url: "https://bad.example/x", host: "bad.example" } as const;
    expect(
      (await lookUpContact({ target: page, category: "phishing", settings: settings(), now }, playedSources(world)))
        .mailAt,
    ).toBeUndefined();
  });
});
