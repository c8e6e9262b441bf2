import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TargetCase } from "../../functions/case/case.ts";
import { uriOf, xarfOf } from "../../functions/notice/xarf.ts";
import { type Category, categories } from "../../functions/report/category.ts";
import { describeWithShared } from "../support/shared.ts";
import { aFullCase, aNotice, aRequest } from "./a-request.ts";
import { officialErrors } from "./official-xarf.ts";

const xarf = (state: TargetCase) => {
  const result = xarfOf(aRequest(aNotice(), state));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe("a machine-readable report", () => {
  test("names the notifier as reporter and us as sender, but for child abuse only us", () => {
    const us = { org: "Example Dispatch", contact: "notices@dispatch.example", domain: "dispatch.example" };
    expect(xarf(aFullCase("phishing"))).toMatchObject({
      reporter: { org: "Hotline Alpha", contact: "ntd@alpha.example", domain: "alpha.example" },
      sender: us,
    });
    expect(xarf(aFullCase("csam"))).toMatchObject({
      reporter: us,
      sender: us,
      classification: "baseline",
      detection_method: "manual_review",
    });
  });

  test("is the same incident for every recipient and step", () => {
    expect(xarf(aFullCase())?.report_id).toBe(xarf(aFullCase("phishing", { version: 9 }))?.report_id);
    expect(xarf(aFullCase())?.report_id).not.toBe(xarf(aFullCase("phishing", { id: "TD-0000-0000-0000" }))?.report_id);
  });

  test.each([
    ["https://bad.example/a b", "https://bad.example/a%20b"],
    ["https://bad.example/{x}|^`\\", "https://bad.example/%7Bx%7D%7C%5E%60%5C"],
    ["https://bad.example/100%", "https://bad.example/100%25"],
    ["https://bad.example/ü#a#b", "https://bad.example/%C3%BC#a%23b"],
    ["https://[2001:db8::1]/[x]", "https://[2001:db8::1]/%5Bx%5D"],
  ])("writes %s as RFC 3986 allows it", (url, written) => {
    expect(uriOf(url)).toBe(written);
  });
});

describeWithShared("the official XARF v4 schemas", () => {
  const errorsOf = officialErrors();

  test("take the other spellings of an address", () => {
    for (const category of ["phishing", "csam", "copyright", "brand"] as const) {
      const report = xarf(aFullCase(category, { spellings: ["http://bad.example//a", "https://bad.example/é"] }));
      const [spelled] = report?.evidence ?? [];
      expect(Buffer.from(spelled?.payload ?? "", "base64").toString()).toBe(
        "http://bad.example//a\nhttps://bad.example/é",
      );
      expect(errorsOf(report)).toEqual([]);
    }
  });

  const words = fc.option(fc.string({ unit: "binary", maxLength: 1500 }), { nil: undefined });
  const host = fc.oneof(
    fc.domain(),
    fc.constantFrom(
      "xn--bcher-kva.example",
      "xn--e1afmkfd.xn--p1ai",
      "xn--fsqu00a.xn--0zwm56d",
      "a_b.bad.example",
      "192.0.2.9",
      "a--b.example",
      "UPPER.example".toLowerCase(),
    ),
  );
  const target = fc.oneof(
    fc
      .tuple(host, fc.string({ unit: "binary", maxLength: 300 }))
      .filter(([name, path]) => URL.canParse(`https://${name}/${path}`))
      .map(([name, path]) => ({ kind: "url", url: new URL(`https://${name}/${path}`).href, host: name }) as const),
    host.map((name) => ({ kind: "host", host: name }) as const),
    fc.integer({ min: 1, max: 65_535 }).map(
      (port) =>
        ({
          kind: "peer",
          host: "192.0.2.9",
          port,
          seenAt: "2026-11-23T06:58:12.000Z",
          protocol: "BitTorrent",
        }) as const,
    ),
    words.map((account) => ({ kind: "account", host: "social.example", account: account ?? "x" }) as const),
  );
  const evidence = fc.record(
    {
      explanation: words,
      imitates: words,
      legitimateSite: fc.option(fc.webUrl(), { nil: undefined }),
      hashes: fc.array(
        fc.oneof(
          fc.constant(`sha256:${"0f".repeat(32)}`),
          fc.constant(`md5:${"0f".repeat(16)}`),
          fc.constant(`sha1:${"0f".repeat(20)}`),
          fc.constant(`btih:${"0f".repeat(20)}`),
          fc.constant(`btih:${"AB".repeat(20)}`),
          fc.string(),
        ),
      ),
      classification: fc.constantFrom("baseline", "A1", "A2", "B1", "B2"),
      detectedBy: fc.constantFrom("manual-review", "hash-match", "user-report", "automated-scan"),
    },
    { requiredKeys: [] },
  );

  const seed = Number(process.env.SEED ?? 20_261_124);
  const emitting = categories.filter((category) => !["csem", "ncii", "terrorism", "other"].includes(category));

  test(`take 1,000 reports of all the types that are made (seed ${seed})`, () => {
    const made = new Map<string, number>();
    const random = fc.sample(fc.tuple(fc.constantFrom<Category>(...emitting), target, evidence), {
      numRuns: 4000,
      seed,
    });
    let count = 0;
    for (const [category, where, what] of random) {
      if (count === 1000) break;
      const defined = Object.fromEntries(Object.entries(what).filter(([, value]) => value !== undefined));
      const report = xarf(aFullCase(category, { target: where, evidence: defined }));
      if (report === undefined) continue;
      count += 1;
      made.set(`${report.category}/${report.type}`, (made.get(`${report.category}/${report.type}`) ?? 0) + 1);
      expect(errorsOf(report), JSON.stringify(report)).toEqual([]);
      // The exact address stands once; a seen page is never also in somebody's words.
      if (where.kind === "url")
        expect(
          JSON.stringify(report).split(JSON.stringify(uriOf(where.url)).slice(1, -1)).length,
        ).toBeGreaterThanOrEqual(2);
    }
    expect(count).toBe(1000);
    expect([...made.keys()].sort()).toEqual([
      "content/brand_infringement",
      "content/csam",
      "content/exposed_data",
      "content/fraud",
      "content/malware",
      "content/phishing",
      "copyright/copyright",
      "copyright/p2p",
      "infrastructure/botnet",
    ]);
  });

  test("are never asked about a category that the standard has no type for", () => {
    for (const category of ["csem", "ncii", "terrorism", "other"] as const)
      expect(xarf(aFullCase(category))).toBeUndefined();
  });
});
