import { describe, expect, it } from "vitest";
import { aReport } from "../support/a-case.ts";
import { aConsole, aNight } from "./a-console.ts";

const paths = [
  "/",
  "/cases",
  "/cases/TD-0000-0000-0000",
  "/search",
  "/policy",
  "/policy/notices",
  "/cases/TD-0000-0000-0000/dossier",
  "/nowhere",
  "/style.css",
  "/script.js",
];

describe("every answer", () => {
  it.each(paths)("of %s loads nothing from elsewhere, runs our one script alone and is kept nowhere", async (path) => {
    const { headers } = await aConsole().get(path);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000");
  });

  const kinds: Readonly<Record<string, string>> = { css: "text/css", js: "text/javascript", csv: "text/csv" };

  it.each([...paths, "/overview/days.csv", "/?state=all", "/?state=decided", "/report", "/settings"])(
    "of %s says what it is and in which letters, and a file is no page",
    async (path) => {
      const { headers, text } = await aConsole().get(path);
      const kind = kinds[path.split(".")[1] ?? ""] ?? "text/html";
      expect(text).not.toBe("");
      expect(headers.get("content-type")?.toLowerCase()).toBe(`${kind}; charset=utf-8`);
      expect(headers.get("content-disposition")).toBe(kind === "text/csv" ? 'attachment; filename="days.csv"' : null);
    },
  );

  it.each(paths)("of %s is read by no page of another origin, and no preflight is answered", async (path) => {
    const { app } = aConsole();
    for (const [method, status] of [["GET"], ["OPTIONS", 404]] as const) {
      const answer = await app.request(path, {
        method,
        headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
      });
      if (status !== undefined) expect(answer.status).toBe(status);
      expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
      expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    }
  });

  it("to nobody in particular shows nothing", async () => {
    const console = aConsole();
    const night = await aNight(console);
    console.signIn(undefined);
    for (const path of [...paths.slice(0, -2), `/cases/${night.child}`]) {
      const { status, text, headers } = await console.get(path);
      expect([path, status]).toEqual([path, 403]);
      expect(text).not.toContain("example");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    }
    const fields = { does: "discard", version: "9", why: "x" };
    expect((await console.post(`/cases/${night.unread}/entry`, fields)).status).toBe(403);
    expect((await console.readEntry(night.unread)).actions).toEqual([]);
  });

  it("about something unforeseen says nothing of what went wrong, and logs its class alone", async () => {
    const console = aConsole();
    const broken = aConsole({
      store: { ...console.store, inLine: async () => Promise.reject(new RangeError("https://secret.bad.example/")) },
    });
    const { status, text, headers } = await broken.get("/");
    expect(status).toBe(500);
    expect(text).not.toContain("secret");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(broken.said).toEqual([JSON.stringify({ code: "unforeseen", error: "RangeError", source: "console" })]);
  });
});

describe("what changes something", () => {
  const verdict = { does: "discard", version: "9", why: "x" };
  const asked = async () => {
    const console = aConsole();
    const caseId = await console.unreadable("?");
    return { console, caseId, path: `/cases/${caseId}/entry` };
  };

  it.each<[string, Readonly<Record<string, string>>]>([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["a sibling of our name", { "sec-fetch-site": "same-site" }],
    ["an address that was typed", { "sec-fetch-site": "none" }],
    ["another site in an old browser", { origin: "https://evil.example" }],
    ["a page without origin", { origin: "null" }],
    ["nowhere it would tell", {}],
    ["another site that claims our origin", { "sec-fetch-site": "cross-site", origin: "http://localhost" }],
  ])("is refused from %s", async (_, headers) => {
    const { console, caseId, path } = await asked();
    const answer = await console.post(path, verdict, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("nothing was recorded");
    expect((await console.readEntry(caseId)).actions).toEqual([]);
    expect((await console.post("/search", { q: caseId }, headers)).status).toBe(403);
  });

  it("is taken from our own pages, in old browsers too", async () => {
    const ours: readonly Readonly<Record<string, string>>[] = [
      { "sec-fetch-site": "same-origin" },
      { origin: "http://localhost" },
    ];
    for (const headers of ours) {
      const { console, path } = await asked();
      expect((await console.post(path, verdict, headers)).status).toBe(303);
    }
  });

  it("is taken by POST alone", async () => {
    const { console, caseId, path } = await asked();
    // Its address leads to the case, without what was asked of it.
    const { status, headers } = await console.get(`${path}?does=discard&version=9&why=x`);
    expect([status, headers.get("location")]).toEqual([302, `/cases/${caseId}`]);
    expect((await console.readEntry(caseId)).actions).toEqual([]);
  });

  it("is refused when it is too long or no form", async () => {
    const { console, path } = await asked();
    expect((await console.post(path, { ...verdict, why: "x".repeat(70_000) })).status).toBe(413);
    expect(
      (await console.post(path, verdict, { "sec-fetch-site": "same-origin", "content-type": "text/plain" })).status,
    ).toBe(415);
  });
});

describe("what others wrote", () => {
  const escaped: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  it.each([
    '<script>alert("here")</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea></title><svg onload=alert(1)>",
    "<!--<b>bold</b>",
  ])("stands as text, whatever it holds: %s", async (text) => {
    const console = aConsole();
    const caseId = await console.opened(aReport({ evidence: { explanation: text, imitates: text } }));
    const { text: page } = await console.get(`/cases/${caseId}`);
    expect(page).not.toContain(text);
    expect(page).toContain(text.replace(/[<>"']/g, (sign) => escaped[sign] ?? sign));
    const made = /^<(img|svg onload|b>|!--|script(?! src="\/script\.js"))|\son\w+=/;
    expect((page.match(/<[^>]*>/g) ?? []).filter((tag) => made.test(tag))).toEqual([]);
  });
});

it.each(["..%2f..%2fx", "%00", "TD-<script>", "constructor", "__proto__", "%E0%A4%A"])(
  "a case's address: %s leads nowhere",
  async (id) => {
    const console = aConsole();
    await console.opened(aReport());
    expect((await console.get(`/cases/${id}`)).status).toBe(404);
  },
);
