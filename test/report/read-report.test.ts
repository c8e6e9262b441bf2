import { describe, expect, test } from "vitest";
import { readReport } from "../../functions/report/read-report.ts";
import { nativeMessage } from "../support/a-flow.ts";

const rules = {
  allowReserved: true,
  reporters: [
    { id: "hotline", contact: "desk@hotline.example" },
    { id: "cert", contact: "desk@cert.example" },
  ],
};
const read = (text: string) => readReport(text, rules);
const report = (text: string) => {
  const result = read(text);
  if (!result.ok) throw new Error(`${result.error.field}: ${result.error.reason}`);
  return result.value;
};
const refusal = (text: string) => {
  const result = read(text);
  if (result.ok) throw new Error("it was read");
  return result.error;
};

describe("our own form", () => {
  test("is read with its defaults, its moment in UTC and its target canonical", () => {
    const text = nativeMessage({
      target: { url: "HTTPS://Shop.Bad.Example:443/Login#x" },
      seenAt: "2026-11-24T10:00:00+01:00",
    });
    expect(report(text)).toEqual({
      kind: "report",
      reporter: "hotline",
      reportId: "r-1",
      category: "phishing",
      channel: "website",
      target: {
        kind: "url",
        url: "https://shop.bad.example/Login#x",
        host: "shop.bad.example",
        written: "HTTPS://Shop.Bad.Example:443/Login#x",
      },
      seenAt: "2026-11-24T09:00:00.000Z",
      live: false,
      domainIsMalicious: false,
      evidence: { explanation: "A copy of a bank's sign-in page asks for passwords." },
    });
  });

  test.each([
    ["a host", { host: "Bad.Example." }, { kind: "host", host: "bad.example" }],
    [
      "an account",
      { account: { service: "social.example", account: "@somebody" } },
      { kind: "account", host: "social.example", account: "@somebody" },
    ],
    [
      "a peer",
      { peer: { address: "192.0.2.7", port: 6881, seenAt: "2026-11-24T09:00:00Z", protocol: "bittorrent" } },
      { kind: "peer", host: "192.0.2.7", port: 6881, seenAt: "2026-11-24T09:00:00.000Z", protocol: "bittorrent" },
    ],
  ])("names %s", (_, target, expected) => {
    expect(report(nativeMessage({ target }))).toMatchObject({ target: expected });
  });

  test("says what a reporter says later", () => {
    const status = {
      version: 1,
      reporter: "cert",
      reportId: "c-1",
      status: "hold",
      at: "2026-11-24T11:00:00+01:00",
      note: "police",
    };
    expect(report(JSON.stringify(status))).toEqual({
      kind: "status",
      reporter: "cert",
      reportId: "c-1",
      status: "hold",
      at: "2026-11-24T10:00:00.000Z",
      note: "police",
    });
  });

  test.each([
    ["target.peer.address", { target: { peer: { address: "bad.example", port: 80, seenAt: "2026-11-24T09:00:00Z" } } }],
    ["target.peer.port", { target: { peer: { address: "192.0.2.7", port: 0, seenAt: "2026-11-24T09:00:00Z" } } }],
    ["seenAt", { seenAt: "2026-11-24 09:00" }],
    ["seenAt", { seenAt: "9999-12-31T23:59:59-12:00" }],
    ["evidence.hashes.0", { evidence: { hashes: ["the file itself"] } }],
    ["evidence.attachment", { evidence: { attachment: "aGVsbG8=" } }],
    ["reportId", { reportId: undefined }],
    ["version", { version: 2 }],
    ["firstSeenAt", { seenAt: "2026-11-24T10:00:00+01:00", firstSeenAt: "2026-11-24T10:00:00Z" }],
    ["firstSeenAt", { firstSeenAt: "9999-12-31T23:59:59-12:00" }],
    ["evidence.redirects", { evidence: { redirects: Array(11).fill("https://a.example/") } }],
    ["evidence.confidence", { evidence: { confidence: 1.1 } }],
    ["evidence.source", { evidence: { source: "hearsay" } }],
    ["evidence.fraudType", { category: "fraud", evidence: { fraudType: "shop" } }],
    ["evidence.infringementType", { category: "brand", evidence: { infringementType: "streaming" } }],
    ["evidence.dataTypes.1", { category: "exposed-data", evidence: { dataTypes: ["medical", "secrets"] } }],
  ])("names %s when that is what is wrong", (field, spoilt) => {
    expect(refusal(nativeMessage(spoilt)).field).toBe(field);
  });

  test.each([
    [{ category: "rudeness" }, /^It has to be one of csam, csem, .*, other\.$/],
    [{ seenAt: "yesterday" }, "It has to be a moment with its zone, like 2026-11-24T10:00:00Z."],
    [{ evidence: { explanation: " " } }, "It is empty."],
    [{ evidence: { explanation: "x".repeat(2001) } }, "It has to be at most 2000 characters."],
    [{ evidence: { explanation: 7 } }, "It has to be a text."],
    [{ reportId: undefined }, "It is missing."],
    [{ version: 2 }, "It has to be 1."],
    [{ target: {} }, "It has to be exactly one of url, host, peer, account."],
    [{ live: "yes" }, "It has to be true or false."],
    [{ firstSeenAt: "9000-01-01T00:00:00Z" }, "It is after seenAt."],
    [{ evidence: { confidence: 1.1 } }, "It has to be at most 1."],
    [
      { category: "copyright", evidence: { infringementType: "counterfeit" } },
      "It has to be one of direct_copy, modified_copy, streaming, download, distribution.",
    ],
  ])("says in plain words what %j should have been", (spoilt, reason) => {
    expect(refusal(nativeMessage(spoilt)).reason).toEqual(
      typeof reason === "string" ? reason : expect.stringMatching(reason),
    );
  });

  test("says when it was first seen, how one comes there, and what a desk may ask for", () => {
    const evidence = {
      redirects: ["https://short.example/x", "https://hop.example/y"],
      rightNumber: "EUTM 01234567",
      screenshot: true,
      source: "threat_intelligence",
      confidence: 0.9,
      infringementType: "lookalike",
      infringingElements: ["logo", "layout"],
    };
    const text = nativeMessage({
      category: "brand",
      seenAt: "2026-11-24T09:00:00Z",
      firstSeenAt: "2026-11-20T10:00:00+01:00",
      evidence,
    });
    expect(report(text)).toMatchObject({ firstSeenAt: "2026-11-20T09:00:00.000Z", evidence });
  });

  test.each(["csam", "csem", "ncii"])("offers no picture of %s to anybody, whatever it says", (category) => {
    const text = nativeMessage({ category, evidence: { explanation: "Seen.", screenshot: true } });
    expect(report(text)).toMatchObject({ evidence: { explanation: "Seen." } });
    expect(report(text)).not.toHaveProperty("evidence.screenshot");
  });

  test("takes labels in small letters, and refuses a fourth, a long one and one that could be an address", () => {
    expect(report(nativeMessage({ labels: [" Spring Sale 2026 ", "u\u0308berfall_x"] }))).toHaveProperty("labels", [
      "spring sale 2026",
      "überfall_x",
    ]);
    for (const label of ["bad.example", "a/b", "a:b", "a@b", "", "x".repeat(41)])
      expect(refusal(nativeMessage({ labels: [label] }))).toMatchObject({
        field: "labels.0",
        reason: expect.stringContaining("1 to 40 letters"),
      });
    expect(refusal(nativeMessage({ labels: ["a", "b", "c", "d"] })).field).toBe("labels");
  });

  const links = ["https://urlscan.io/result/a1/", "https://www.virustotal.com/gui/url/b2"];

  test.each(["csam", "csem", "ncii", "terrorism"])("takes no link to a capture of %s, whatever it is", (category) => {
    const given = { explanation: "Seen.", links: ["http://anything.example/"] };
    expect(report(nativeMessage({ category, evidence: given }))).not.toHaveProperty("evidence.links");
  });

  test("takes links at any host, and which are printed is decided with each notice", () => {
    const at = [...links, "https://captures.example/1"];
    expect(report(nativeMessage({ evidence: { links: at } }))).toHaveProperty("evidence.links", at);
  });

  test("refuses a link that could hold another address, by its name, with what to do", () => {
    const refused = refusal(nativeMessage({ evidence: { links: ["https://urlscan.io/?u=https://bad.example/"] } }));
    expect(refused).toMatchObject({ field: "evidence.links", fix: expect.stringContaining("https://urlscan.io/") });
    expect(refusal(nativeMessage({ evidence: { links: [...links, ...links] } })).field).toBe("evidence.links");
  });

  test("leaves out a picture that is not there, and what belongs to another category", () => {
    const evidence = { explanation: "Seen.", screenshot: false, fraudType: "shopping", lureType: "tax_refund" };
    expect(report(nativeMessage({ evidence }))).toHaveProperty("evidence", {
      explanation: "Seen.",
      lureType: "tax_refund",
    });
  });

  test("with __proto__ and constructor among its keys spoils nothing and is refused", () => {
    expect(refusal('{"__proto__":{"reporter":"hotline"},"constructor":{"prototype":{"x":1}}}').kind).toBe("unreadable");
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });

  test("nested a hundred thousand deep is refused and does not fail", () => {
    expect(refusal(`${"[".repeat(100_000)}${"]".repeat(100_000)}`).kind).toBe("unreadable");
  });
});

describe("envelopes", () => {
  const sns = (message: string) => JSON.stringify({ Type: "Notification", Message: message });
  const eventBridge = (detail: unknown) => JSON.stringify({ "detail-type": "Report", source: "example", detail });

  test.each([
    ["SNS", sns(nativeMessage())],
    ["EventBridge", eventBridge(JSON.parse(nativeMessage()))],
    ["EventBridge inside SNS", sns(eventBridge(JSON.parse(nativeMessage())))],
  ])("of %s are taken off", (_, text) => {
    expect(report(text)).toMatchObject({ reportId: "r-1" });
  });

  test.each([
    ["SNS without a message", JSON.stringify({ Type: "Notification" }), "Message"],
    ["SNS around text that is no JSON", sns("hello"), "(message)"],
    ["S3's test event", JSON.stringify({ Records: [] }), "(message)"],
    ["an envelope in an envelope without end", sns(sns(sns(sns(nativeMessage())))), "(message)"],
  ])("such as %s are refused", (_, text, field) => {
    expect(refusal(text).field).toBe(field);
  });
});

describe("XARF v4", () => {
  const xarf = (spoilt: Record<string, unknown> = {}) =>
    JSON.stringify({
      xarf_version: "4.2.0",
      report_id: "7d6f1c52-3c2e-4d4e-8f2a-5f0f6f3b9a01",
      timestamp: "2026-11-24T09:00:00Z",
      reporter: { org: "Example CERT", contact: "Desk@CERT.example", domain: "cert.example" },
      sender: { org: "Example CERT", contact: "desk@cert.example", domain: "cert.example" },
      source_identifier: "192.0.2.10",
      category: "content",
      type: "phishing",
      url: "https://bad.example/x",
      ...spoilt,
    });

  test("is read as the reporter whose contact it names", () => {
    expect(report(xarf({ target_brand: "Example Bank" }))).toMatchObject({
      reporter: "cert",
      category: "phishing",
      target: { kind: "url", host: "bad.example" },
      evidence: { imitates: "Example Bank" },
    });
  });

  test("says all that our own form has a field for", () => {
    const text = xarf({
      verified_at: "2026-11-24T11:00:00Z",
      verification_method: "manual",
      evidence_source: "honeypot",
      confidence: 0.8,
      cloned_site: "https://bank.example/",
      redirect_chain: ["https://short.example/x"],
      lure_type: "tax_refund",
      credential_fields: ["user", "password"],
      file_hashes: { sha256: "ab".repeat(32), ssdeep: "3:x:y" },
    });
    expect(report(text)).toMatchObject({
      seenAt: "2026-11-24T11:00:00.000Z",
      firstSeenAt: "2026-11-24T09:00:00.000Z",
      evidence: {
        legitimateSite: "https://bank.example/",
        hashes: [`sha256:${"ab".repeat(32)}`],
        detectedBy: "manual-review",
        redirects: ["https://short.example/x"],
        source: "honeypot",
        confidence: 0.8,
        lureType: "tax_refund",
        credentialFields: ["user", "password"],
      },
    });
  });

  test("fails for nothing that only makes a notice better", () => {
    const text = xarf({
      verified_at: "yesterday",
      verification_method: 7,
      evidence_source: "hearsay",
      confidence: "high",
      redirect_chain: "https://short.example/x",
      lure_type: "promise",
      file_hashes: "none",
    });
    expect(report(text)).toMatchObject({ seenAt: "2026-11-24T09:00:00.000Z", evidence: {} });
    expect(report(text)).not.toHaveProperty("firstSeenAt");
  });

  test("about peer-to-peer names the peer, with its port and moment", () => {
    const text = xarf({
      category: "copyright",
      type: "p2p",
      url: undefined,
      source_port: 6881,
      p2p_protocol: "bittorrent",
    });
    expect(report(text)).toMatchObject({
      channel: "peer-to-peer",
      target: { kind: "peer", host: "192.0.2.10", port: 6881 },
    });
  });

  test("about child abuse keeps the classification and who detected it", () => {
    const text = xarf({ type: "csam", classification: "A1", detection_method: "hash_match" });
    expect(report(text)).toMatchObject({
      category: "csam",
      evidence: { classification: "A1", detectedBy: "hash-match" },
    });
  });

  test.each([
    ["type", { category: "messaging", type: "spam" }],
    ["reporter.contact", { reporter: { org: "X", contact: "who@elsewhere.example", domain: "elsewhere.example" } }],
    ["timestamp", { timestamp: "yesterday" }],
    ["timestamp", { timestamp: "2026-02-30T10:00:00Z" }],
    ["timestamp", { timestamp: "9999-12-31T23:59:59-12:00" }],
    ["xarf_version", { xarf_version: "3.0.0" }],
    ["url", { url: "file:///etc/passwd" }],
    ["report_id", { report_id: "7" }],
  ])("is refused at %s", (field, spoilt) => {
    expect(refusal(xarf(spoilt)).field).toBe(field);
  });

  test("speaks for nobody where two reporters have the contact that it names", () => {
    const reporters = [...rules.reporters, { id: "brand-team", contact: "desk@cert.example" }];
    expect(readReport(xarf(), { ...rules, reporters })).toMatchObject({
      ok: false,
      error: { field: "reporter.contact" },
    });
  });
});
