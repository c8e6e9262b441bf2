import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { steps } from "../../functions/case/step.ts";
import { policyTable } from "../../functions/escalation/policy.ts";
import { scopes } from "../../functions/kernel/scope.ts";
import { type About, previewOf, previewsIn, whyNotPreviewed } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { english, languages } from "../../functions/notice/templates/languages.ts";
import { type Category, categories } from "../../functions/report/category.ts";
import { previewNotices } from "../../infra/command/preview.ts";
import { textsPage } from "../../infra/command/texts-page.ts";
import { settings } from "./a-request.ts";

const textAbout = async (about: About, category: Category, scope: (typeof scopes)[number]) => {
  const composed = await previewOf({ language: "de", category, scope, step: "first", about }, settings);
  if (!composed.ok) throw new Error(describeProblem(composed.error));
  return { ...composed.value, text: composed.value.text.replace(/\s+/g, " ") };
};

test("an access network is asked for its customer by address, port and time", async () => {
  const { text, attached } = await textAbout("peer", "copyright", "network");
  expect(text).toContain("192.0.2.7, Port / port 51413, BitTorrent, 2026-11-23 06:58:12 UTC");
  expect(text).toContain(english.parts["please.peer"].split(",")[0]);
  expect(attached).toBe("xarf-copyright-TD-7K3M-9QXZ-4B2N.json");
});

test("a service is told the account, and nothing of a page", async () => {
  const { text } = await textAbout("account", "csem", "platform");
  expect(text).toContain('"bad[.]seller_7", chat[.]example');
  expect(text).not.toContain("shop[.]bad");
});

test("what happens live says so first", async () => {
  const { subject, text } = await textAbout("live", "csem", "platform");
  expect(subject).toMatch(/^LIVE/);
  expect(text).toContain(english.parts.live);
});

test("the desk of the second of two networks is told its own address alone", async () => {
  const { text } = await textAbout("two-networks", "phishing", "network");
  expect(text).toContain("198.51.100.9");
  expect(text).toContain("198.51.100.0 - 198.51.100.255");
  expect(text).not.toContain("192.0.2.");
});

/** What a page links to, which may be pages beside it alone. */
const linksOf = (page: string) => [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link);

test("the command writes each as text, mail and request, and pages without a link but to each other", async () => {
  const out = mkdtempSync(join(tmpdir(), "preview-"));
  try {
    await previewNotices({ out, language: "pl", category: "fraud" });
    const files = readdirSync(join(out, "pl"));
    const count = previewsIn("pl", ["fraud"]).length;
    expect(count).toBeGreaterThan(scopes.length * steps.length * 2);
    expect(files.filter((name) => name.endsWith(".txt")).length).toBe(count);
    expect(files.filter((name) => name.endsWith(".eml")).length).toBe(count);
    expect(readdirSync(out).filter((name) => name.endsWith(".html"))).toEqual([
      "preview-pl-texts.html",
      "preview-pl.html",
    ]);
    const page = readFileSync(join(out, "preview-pl.html"), "utf8");
    expect(page.match(/<article /g)?.length).toBe(count);
    expect(linksOf(page)).toEqual(["preview-pl-texts.html"]);
    const texts = readFileSync(join(out, "preview-pl-texts.html"), "utf8");
    expect(linksOf(texts)).toEqual(["preview-pl.html"]);
    for (const each of [page, texts]) expect(each).not.toMatch(/src=|https?:\/\//);
    expect(readdirSync(join(out, "by-api"))).toEqual(["aws-fraud.json", "cloudflare-fraud.json"]);
    expect(JSON.parse(readFileSync(join(out, "by-api", "cloudflare-fraud.json"), "utf8"))).toMatchObject({
      to: "POST https://api.cloudflare.com/client/v4/accounts/{account}/abuse-reports/abuse_general",
      body: { act: "abuse_general", owner_notification: "send-anon", urls: "https://shop.bad.example/page?session=1" },
      rules: ["Cloudflare tells the host without our name, and tells the owner without our name."],
    });
  } finally {
    rmSync(out, { recursive: true });
  }
});

test.each(languages.map(({ language, name }) => [name, language]))(
  "the table of %s holds each text once, in the order of the English file, beside the English one",
  (_, language) => {
    const page = textsPage(language, [language]);
    const rows = [...page.matchAll(/<th scope="row">([^<]*)<\/th>(.*)<\/tr>/g)];
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(english.parts));
    const inEach = language === "en" ? ["en"] : ["en", language];
    for (const [, , cells = ""] of rows)
      expect([...cells.matchAll(/<td lang="([^"]*)" dir="auto">[^<]+<\/td>/g)].map(([, code]) => code)).toEqual(inEach);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|src=/);
    expect(page.match(/scope="colgroup"/g)?.length).toBeGreaterThan(8);
  },
);

test("the command sends nothing to anybody and says so when asked to", async () => {
  await expect(previewNotices({ out: "nowhere", to: "me@here.example" })).rejects.toThrow(
    "A preview is not sent to anybody: leave --to out, and open the .eml files or a preview page in the folder.",
  );
});

test("a category is previewed for whom its path notifies, and for nobody else", () => {
  for (const category of categories) {
    const path = policyTable.get(category)?.path ?? [];
    const notified = new Set(path.flatMap(({ to }) => to.flatMap(({ anyOf }) => anyOf)));
    const previewed = scopes.filter((scope) => whyNotPreviewed({ category, scope, about: "one" }) === undefined);
    expect([category, previewed]).toEqual([category, scopes.filter((scope) => notified.has(scope))]);
  }
});
