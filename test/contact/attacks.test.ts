import { describe, expect, it } from "vitest";
import { checkLookUpUrl, readContacts } from "../../functions/adapters/corpus-readers.ts";
import { readJcard } from "../../functions/contact/jcard.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import { fixture } from "../support/fixture.ts";

describe("hostile material", () => {
  const cards: readonly { readonly name: string; readonly vcard: unknown; readonly expect: unknown }[] = JSON.parse(
    fixture("attack/hostile-rdap-vcards.json"),
  );
  it.each(cards)("vCard: $name", (row) => {
    const emails = readJcard(row.vcard).emails.map(({ email }) => email);
    if (Array.isArray(row.expect)) expect(emails).toEqual(row.expect);
    else expect(emails.length).toBeLessThanOrEqual(10);
    expect(emails).not.toContain("victim@third.example");
  });

  const urls: readonly { readonly url: string; readonly why: string }[] = JSON.parse(
    fixture("attack/look-up-urls.json"),
  );
  it.each(urls)("no look-up connects to $url ($why)", ({ url }) => {
    expect(checkLookUpUrl(JSON.stringify({ url })).allow).toBe(false);
    // Nor does https alone make it better.
    expect(
      checkLookUpUrl(JSON.stringify({ url: url.replace(/^http:/, "https:").replace("rdap.example", "rdap.test") }))
        .allow,
    ).toBe(false);
  });
});

it.each([
  '"victim@third.example x"@host.example',
  "<victim@third.example>@host.example",
  "victim@third.example/@host.example",
])("takes no third party out of %s", (text) => {
  expect(readJcard(["vcard", [["email", {}, "text", text]]]).emails).toEqual([]);
  expect(readWhois("ip", `inetnum: 192.0.2.0 - 192.0.2.255\nabuse-mailbox: ${text}\n`).candidates).toEqual([]);
});

it.each(["https://8.8.8.8/ip/8.8.8.8", "https://[2001:4860:4860::8888]/ip/8.8.8.8"])(
  "no look-up connects to %s, which may be the reported host's",
  (url) => {
    expect(checkLookUpUrl(JSON.stringify({ url })).allow).toBe(false);
  },
);

it("lets a look-up connect to registries", () => {
  for (const url of [
    "https://rdap.db.ripe.net/ip/8.8.8.8",
    "https://rdap.arin.net/registry/ip/2001:4860:4860::8888",
    "https://rdap.verisign.com/com/v1/domain/BAD-SITE.COM",
  ]) {
    expect(checkLookUpUrl(JSON.stringify({ url })).allow).toBe(true);
  }
});

it.each([
  ["spaces", " ".repeat(65_536)],
  ["line breaks", `x${"\n".repeat(65_535)}`],
  ["blank lines", " \n".repeat(32_768)],
  ["carriage returns", "\r".repeat(65_536)],
  ["spaces inside ranges", `inetnum: 192.0.2.0${" ".repeat(3_900)}-x\n\n`.repeat(16)],
  ["colons", ":".repeat(65_536)],
  ["at signs", "a@".repeat(32_768)],
  ["one key without end", `remarks: ${"abuse ".repeat(10_000)}`],
  ["many short keys", "a: b\n".repeat(13_000)],
  ["many empty keys", "abuse-c:\r\n".repeat(6_500)],
  ["many objects", "inetnum: 192.0.2.0 - 192.0.2.255\nremarks: abuse to a@b.example\n\n".repeat(1_000)],
  [
    "names of one record in another, each for each",
    `inetnum: 192.0.2.1\n${"org: A\n".repeat(1_500)}\norganisation: A\n${"abuse-c: B\n".repeat(1_500)}\n` +
      `role: B\nnic-hdl: B\n${"abuse-mailbox: a@b.example\n".repeat(1_300)}`,
  ],
  ["many headers", "% Abuse contact for '192.0.2.0/24' is 'a@b.example'\n".repeat(1_200)],
  ["many lists", "X (NET-1-1-1-1-1) 192.0.2.0 - 192.0.2.255\n".repeat(1_500)],
  ["many brackets", "[Abuse] [".repeat(7_000)],
  ["dots and at words", "x at y dot ".repeat(6_000)],
  ["URLs", "abuse https://".repeat(4_600)],
  ["tags", "<".repeat(65_536)],
  ["quotes", `% Abuse contact for '${"'".repeat(60_000)}`],
  ["terms", "limit has been exceeded the number of queries ".repeat(1_400)],
])(
  "reads 64 KiB of %s within the test's time: what looks at all of it again for each line takes minutes",
  (_, text) => {
    expect(readWhois("ip", text)).toBeDefined();
    expect(readWhois("domain", text)).toBeDefined();
  },
);

it("reads RDAP with thousands of entities, deep nesting and 200 mailboxes within the test's time", () => {
  const mails = Array.from({ length: 200 }, (_, index) => ["email", {}, "text", `a${index}@b.example`]);
  const entity = { roles: ["abuse"], vcardArray: ["vcard", mails] };
  let nested: object = entity;
  for (let depth = 0; depth < 60; depth++) nested = { roles: ["technical"], entities: [nested, nested] };
  const read = () =>
    readRdap("ip", {
      status: 200,
      headers: {},
      body: { entities: [nested, ...Array.from({ length: 5000 }, () => entity)] },
    });
  expect(read().candidates.length).toBeLessThanOrEqual(10);
});

it.each([
  ["empty entities", {}],
  ["entities that are none", 0],
])("reads a megabyte of %s within the test's time", (_, row) => {
  // Walked from its head, such a list held a function that has a minute for five cases for two.
  const body = { objectClassName: "ip network", entities: Array.from({ length: 500_000 }, () => row) };
  expect(readRdap("ip", { status: 200, headers: {}, body })).toBeDefined();
});

it("answers a row with empty fields", () => {
  const row = {
    id: "x",
    kind: "rdap-ip",
    query: null,
    raw: "",
    raw_b64: null,
    http_status: null,
    http_headers: { "retry-after": 5 },
  };
  expect(readContacts(JSON.stringify(row))).toEqual({
    id: "x",
    contacts: [],
    fallbacks: [],
    forms: [],
    outcome: "parse-error",
  });
});

it.each([
  [""],
  ["{}"],
  ['{"id":"x"}'],
  ['{"id":"x","kind":"rdap-ip","raw":null}'],
  ['{"id":"x","kind":"rdap-ip","raw":[1,2]}'],
  ['{"id":"x","kind":"whois-ip","raw":{"a":1}}'],
  ['{"id":"x","kind":"whois-domain","raw":"\\u0000"}'],
])("a corpus line %j is answered or refused, never a crash of another kind", (line) => {
  try {
    expect(readContacts(line).contacts).toEqual([]);
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
  }
});
