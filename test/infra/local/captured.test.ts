import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { capturedRegistries, hostsOf, readCaptured } from "../../../infra/local/sample/captured.ts";
import { wholeAnswers } from "../../contact/whole-answers.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "captured-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const row = (id: string, kind: string, query: string, raw: unknown, more: object = {}) => ({
  id,
  kind,
  query,
  raw,
  expected_abuse_emails: [],
  acceptable_emails: [],
  ...more,
});
const fileOf = (...rows: readonly object[]): string => {
  const file = join(folder, "cases.jsonl");
  writeFileSync(file, rows.map((one) => JSON.stringify(one)).join("\n"));
  return file;
};
const base = "http://127.0.0.1:1/rdap/";

describe("captured registries", () => {
  it("answer RDAP by path, with the status and headers that were captured", () => {
    const registries = capturedRegistries(
      readCaptured(
        fileOf(
          row("a", "rdap-ip", "2001:0db8:0::1", { handle: "A" }),
          row("b", "rdap-autnum", "AS64500", "", { http_status: 429, http_headers: { "Retry-After": "120" } }),
        ),
      ),
    );
    expect(registries.rdap("ip/2001:db8::1", base)).toMatchObject({ status: 200, body: '{"handle":"A"}' });
    expect(registries.rdap("autnum/64500", base)).toMatchObject({ status: 429, headers: { "retry-after": "120" } });
    expect(registries.rdap("ip/192.0.2.9", base).status).toBe(404);
  });

  it("give several answers to one question in turn", () => {
    const registries = capturedRegistries(
      readCaptured(fileOf(row("a", "whois-ip", "192.0.2.1", "one"), row("b", "whois-ip", "192.0.2.1", "two"))),
    );
    expect(["192.0.2.1", "n + 192.0.2.1", "-b 192.0.2.1"].map((query) => String(registries.whois(query)))).toEqual([
      "one",
      "two",
      "one",
    ]);
  });

  it("lead nowhere off loopback, by redirect or by link", () => {
    const links = [
      { rel: "up", href: "https://rdap.registry.example/v1/ip/192.0.2.0/24" },
      { rel: "help", href: "https://registry.example/terms" },
    ];
    const registries = capturedRegistries(
      readCaptured(
        fileOf(
          row("a", "rdap-ip", "192.0.2.1", "", {
            http_status: 302,
            http_headers: { location: "https://rdap.other.example/ip/192.0.2.1" },
          }),
          row("b", "rdap-ip", "192.0.2.2", { links }),
        ),
      ),
    );
    expect(registries.rdap("ip/192.0.2.1", base).headers?.location).toBe(`${base}ip/192.0.2.1`);
    expect(JSON.parse(String(registries.rdap("ip/192.0.2.2", base).body)).links).toEqual([
      { rel: "up", href: `${base}ip/192.0.2.0/24` },
      links[1],
    ]);
  });

  it("give back the bytes of an answer that is not UTF-8", () => {
    const bytes = Buffer.from("owner: S\xe3o Jo\xe3o", "latin1");
    const registries = capturedRegistries(
      readCaptured(fileOf(row("a", "whois-ip", "192.0.2.1", "x", { raw_b64: bytes.toString("base64") }))),
    );
    expect(registries.whois("192.0.2.1")).toEqual(bytes);
  });

  it("let RDAP refuse, and not deny, what was captured from WHOIS alone", () => {
    const registries = capturedRegistries(readCaptured(fileOf(row("a", "whois-domain", "Shop.Example", "x"))));
    expect(registries.rdap("domain/shop.example", base).status).toBe(403);
    expect(registries.rdapTlds).toEqual([]);
    expect(String(registries.whois("domain shop.example"))).toBe("x");
  });

  it("resolve the set's domains to an address without a contact, and give every name a mail exchange", () => {
    const registries = capturedRegistries(
      readCaptured(
        fileOf(
          row("a", "whois-domain", "shop.example", "x"),
          row(
            "b",
            "rdap-ip",
            "203.0.113.7",
            { startAddress: "203.0.113.0" },
            { expected_abuse_emails: ["abuse@isp.example"] },
          ),
        ),
      ),
    );
    expect(registries.dns("shop.example", "A")).toContainEqual({ type: "A", value: "198.51.100.200" });
    expect(registries.dns("isp.example", "MX")).toContainEqual({ type: "MX", value: "mx.isp.example", priority: 10 });
    expect(registries.dns("isp.example", "A")).toBeUndefined();
  });
});

it("the hosts of a set are its addresses and domains, each once, with the mailboxes of all their rows", () => {
  const file = fileOf(
    row(
      "a",
      "rdap-ip",
      "192.0.2.1",
      {},
      { expected_abuse_emails: ["Abuse@isp.example"], acceptable_emails: ["noc@isp.example"] },
    ),
    row("b", "whois-ip", "192.0.2.1", "", {
      acceptable_emails: ["abuse@isp.example"],
      forbidden_emails: ["abuse@registry.example", "noc@isp.example"],
    }),
    row("c", "whois-ip", "AS64500", ""),
    row("d", "whois-ip", "192.0.2.0/24", ""),
    row("e", "rdap-entity", "ABC", {}),
    row("f", "whois-domain", "Shop.Example", ""),
  );
  expect(hostsOf(file)).toEqual([
    {
      host: "192.0.2.1",
      kind: "ip",
      rowIds: ["a", "b"],
      expected: ["abuse@isp.example"],
      acceptable: ["noc@isp.example"],
      forbidden: ["abuse@registry.example"],
      hasRightContact: true,
    },
    {
      host: "shop.example",
      kind: "domain",
      rowIds: ["f"],
      expected: [],
      acceptable: [],
      forbidden: [],
      hasRightContact: false,
    },
  ]);
});

it("the hosts of a set name the line that cannot be read", () => {
  expect(() => readCaptured(fileOf(row("a", "whois-ip", "192.0.2.1", "x"), { id: "b" }))).toThrow(/^Line 2 of /);
});

it("a set of whole answers is read whole, and every question in it is answered", () => {
  const written = wholeAnswers.filter(({ raw }) => raw !== "");
  const rows = readCaptured(fileOf(...written.map(({ id, kind, query, raw }) => row(id, kind, query, raw))));
  expect(rows).toHaveLength(written.length);
  const registries = capturedRegistries(rows);
  for (const { kind, query } of rows) {
    const [how, what] = kind.split("-");
    if (how === "rdap") expect(registries.rdap(`${what}/${query.replace(/^AS(?=\d+$)/, "")}`, base).body).toBeDefined();
    else expect(registries.whois(query).length).toBeGreaterThan(0);
  }
});
