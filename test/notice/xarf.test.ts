import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { xarfOf } from "../../functions/notice/xarf.ts";
import { uriOf } from "../../functions/notice/xarf-known.ts";
import type { Category } from "../../functions/report/category.ts";
import { aContact, aFullCase, aNotice, aRequest } from "./a-request.ts";
import { officialErrors } from "./official-xarf.ts";
import { generatedCases } from "./xarf-cases.ts";

const xarf = (state: Case) => {
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

  test("says when it was last seen, by whom and by what, and at which port", () => {
    expect(xarf(aFullCase("phishing", { lastSeenAt: "2026-11-23T09:00:00.000Z" }))).toMatchObject({
      timestamp: "2026-11-23T09:00:00.000Z",
      verified_at: "2026-11-23T09:00:00.000Z",
      verification_method: "manual",
      evidence_source: "researcher_analysis",
      source_port: 443,
      cloned_site: "https://bank.example/",
    });
  });

  test.each([
    ["hash-match", "automated_crawler", "automated_scan"],
    ["automated-scan", "automated_crawler", "automated_scan"],
    ["user-report", "user_report", "user_report"],
  ] as const)(
    "that rests on %s says so in the standard's words",
    (detectedBy, verification_method, evidence_source) => {
      expect(xarf(aFullCase("phishing", { evidence: { detectedBy } }))).toMatchObject({
        verification_method,
        evidence_source,
      });
      expect(
        xarf(aFullCase("phishing", { evidence: { detectedBy, source: "honeypot", confidence: 0.7 } })),
      ).toMatchObject({ evidence_source: "honeypot", confidence: 0.7 });
    },
  );

  test("names for each network the address that is its own", () => {
    const { contact: answer } = aFullCase();
    const addresses = ["203.0.113.9", "198.51.100.7", "2001:db8::7"];
    const state = aFullCase("phishing", answer ? { contact: { ...answer, addresses } } : {});
    const at = (range: string) => {
      const result = xarfOf(aRequest(aNotice("first", aContact("network", { range })), state));
      return result.ok ? result.value?.source_identifier : undefined;
    };
    expect(["198.51.100.0/24", "2001:db8::/32", "203.0.113.0 - 203.0.113.255", "AS64500"].map(at)).toEqual([
      "198.51.100.7",
      "2001:db8::7",
      "203.0.113.9",
      "203.0.113.9",
    ]);
  });

  test("has the particulars that were reported in place of what is not known", () => {
    const of = (category: Category, evidence: Case["evidence"]) =>
      xarf(aFullCase(category, { evidence: { ...aFullCase().evidence, ...evidence } }));
    expect(of("fraud", {})).toMatchObject({ fraud_type: "other" });
    expect(of("fraud", { fraudType: "shopping", paymentMethods: ["gift_cards"] })).toMatchObject({
      fraud_type: "shopping",
      payment_methods: ["gift_cards"],
    });
    expect(of("exposed-data", { dataTypes: ["medical"], exposureMethod: "open_directory" })).toMatchObject({
      data_types: ["medical"],
      exposure_method: "open_directory",
    });
    expect(of("brand", { infringementType: "lookalike", rightNumber: "EUTM 01234567" })).toMatchObject({
      infringement_type: "lookalike",
      trademark_details: { registration_number: "EUTM 01234567" },
    });
  });

  test("of a child's exploitation is made once its kind is reported, and never guessed", () => {
    expect(xarf(aFullCase("csem"))).toBeUndefined();
    const evidence = { exploitationType: "grooming", detectedBy: "manual-review" } as const;
    expect(xarf(aFullCase("csem", { evidence }))).toMatchObject({
      type: "csem",
      exploitation_type: "grooming",
      detection_method: "manual_review",
      reporter: { org: "Example Dispatch" },
    });
    // The standard has no such way of detection for it.
    expect(xarf(aFullCase("csem", { evidence: { ...evidence, detectedBy: "hash-match" } }))).toBeUndefined();
  });

  test.each(["csam", "csem"] as const)(
    "of %s leaves out the report's number at the hotlines' own exchange",
    (category) => {
      const evidence = { exploitationType: "grooming", detectedBy: "manual-review", classification: "A1" } as const;
      const notice = xarf(aFullCase(category, { evidence: { ...evidence, iccamReportId: "ICCAM 4711" } }));
      expect(notice).toMatchObject({ type: category });
      expect(JSON.stringify(notice)).not.toMatch(/iccam/i);
    },
  );

  test("leaves out a chain of redirects with a gap, and an address that is none", () => {
    const evidence = { redirects: ["https://a.example/x", "then a page"], legitimateSite: "the bank's site" };
    const report = xarf(aFullCase("phishing", { evidence }));
    expect(report).not.toHaveProperty("redirect_chain");
    expect(report).not.toHaveProperty("cloned_site");
    expect(Buffer.from(report?.evidence?.[0]?.payload ?? "", "base64").toString()).toBe(
      "https://a.example/x\nthen a page",
    );
    expect(xarf(aFullCase("brand", { evidence }))).toBeUndefined();
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

describe("the official XARF v4 schemas", () => {
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

  const seed = Number(process.env.SEED ?? 20_261_124);

  test(`take 300 reports of all the types that are made (seed ${seed})`, () => {
    const cases = generatedCases(300, seed);
    for (const { named, report, target } of cases) {
      expect(errorsOf(report), named).toEqual([]);
      if (target.kind === "url") expect(JSON.stringify(report), named).toContain(JSON.stringify(uriOf(target.url)));
    }
    expect([cases.length, [...new Set(cases.map(({ report }) => `${report.category}/${report.type}`))].sort()]).toEqual(
      [
        300,
        [
          "content/brand_infringement",
          "content/csam",
          "content/csem",
          "content/exposed_data",
          "content/fraud",
          "content/malware",
          "content/phishing",
          "copyright/copyright",
          "copyright/p2p",
          "infrastructure/botnet",
        ],
      ],
    );
  });

  test("are never asked about a category that the standard has no type for", () => {
    for (const category of ["csem", "ncii", "terrorism", "other"] as const)
      expect(xarf(aFullCase(category))).toBeUndefined();
  });
});
