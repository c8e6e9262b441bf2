import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { readReport } from "../../functions/report/read-report.ts";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, aNight } from "../console/a-console.ts";
import { aSettings } from "../support/a-case.ts";
import { aChromium, desk, phone, readsWell, watch, withoutScript } from "./a-browser.ts";

const dark = { ...phone, colorScheme: "dark" } as const;
let console: ReturnType<typeof aConsole>;
let server: LocalConsole;
const chromium = aChromium();
beforeEach(async () => {
  const reporters = ["hotline", "cert"].map((id) => ({ id, organisation: id, contact: `desk@${id}.example` }));
  console = aConsole({ settings: settingsSchema.parse({ ...aSettings(), reporters }) });
  server = await chromium.serves(console);
});

/** Counts what a person clicks, a choice in a list as one, and the pages on which they do. */
const counted = (page: Page) => {
  const seen = { clicks: 0, pages: new Set<string>() };
  const click = async (does: () => Promise<unknown>): Promise<void> => {
    seen.clicks++;
    seen.pages.add(await page.title());
    await does();
  };
  return { seen, click };
};

it.each([
  ["on a phone without any script", { ...dark, ...withoutScript }],
  ["at a desk", desk],
])("one page is reported in three clicks and two pages, with its case open, %s", async (name, options) => {
  const page = await chromium.signedIn(server, options);
  const problems = watch(page, server.origin);
  // Their first report: whom it is for is chosen, and remembered.
  await page.goto(`${server.origin}/report`);
  await page.getByLabel("URLs or hosts").fill("other.bad.example");
  await page.getByLabel("Category").selectOption("malware");
  await page.getByLabel("Reporter").selectOption("hotline");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await page.waitForURL("**/report/done*");
  await page.goto(`${server.origin}/report`);
  const { seen, click } = counted(page);
  await page.getByLabel("URLs or hosts").fill("hxxps://login.bad[.]example/x");
  await click(() => page.getByLabel("Category").selectOption("phishing"));
  await click(() => page.getByRole("button", { name: "Preview" }).click());
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Report this?");
  if (!("javaScriptEnabled" in options)) await readsWell(page, "a report that is previewed");
  await click(() => page.getByRole("button", { name: "Report", exact: true }).click());
  const report = JSON.parse(console.queued[1]?.body ?? "");
  expect(report).toMatchObject({ reporter: "hotline", target: { url: "https://login.bad.example/x" } });
  expect(await page.getByRole("link", { name: "Show now" }).isVisible()).toBe(true);
  if (!("javaScriptEnabled" in options)) await readsWell(page, "a report whose case is not open yet");
  const read = readReport(JSON.stringify(report), { allowReserved: true, reporters: aSettings().reporters });
  if (!read.ok || read.value.kind !== "report") throw new Error("no report is on the queue");
  const caseId = await console.opened(read.value);
  // The page goes on by itself.
  await page.waitForURL(`**/cases/${caseId}`);
  process.stdout.write(`report one page ${name}: ${seen.clicks} clicks, ${seen.pages.size} pages to its case\n`);
  expect([seen.clicks, seen.pages.size]).toEqual([3, 2]);
  expect(problems).toEqual([]);
});

it("a file of reports names its bad row, and the others are queued; each page reads well", async () => {
  const page = await chromium.signedIn(server, dark);
  await page.goto(`${server.origin}/report`);
  const csv =
    "url;category;Notes\nhttps://a.bad.example/x;malware;It runs by itself.\nnothing here;malware;\n" +
    "https://b.bad.example/y;phishing;\n";
  await page.getByLabel("Reporter").selectOption("hotline");
  await page.getByLabel("Last seen").fill("2026-11-24T01:00");
  await page.getByText("Or a file").click();
  await page.getByLabel("CSV file").setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Preview" }).click();
  expect(await page.getByText("Row 3").count()).toBe(1);
  await readsWell(page, "a file that was previewed");
  expect(await page.locator("dd", { hasText: "It runs by itself." }).count()).toBe(0);
  await page.getByLabel("Mail one of them").selectOption("Notes");
  await page.getByRole("button", { name: "Report these 2" }).click();
  expect(await page.getByText("Nothing was sent: the choices were changed").count()).toBe(1);
  expect(console.queued).toEqual([]);
  expect(await page.locator("dd", { hasText: "It runs by itself." }).isVisible()).toBe(true);
  await readsWell(page, "a file whose column was chosen");
  await page.getByRole("button", { name: "Report these 2" }).click();
  expect(await page.getByRole("status").first().textContent()).toContain("2 reports are queued");
  await readsWell(page, "reports that are queued");
  expect(console.queued.map(({ body }) => JSON.parse(body).evidence)).toEqual([
    { explanation: "It runs by itself." },
    {},
  ]);
});

it("a closed case is opened again on pages that read well", async () => {
  const page = await chromium.signedIn(server, dark);
  const { quiet } = await aNight(console);
  await console.happened(quiet, { type: "closed", at: console.now(), outcome: "removed", why: "the desk says so" });
  await page.goto(`${server.origin}/cases/${quiet}`);
  await page.getByText("Open this case again").click();
  await readsWell(page, "a closed case");
  await page.getByLabel("Why open it again").fill("It stands there.");
  await page.getByRole("button", { name: "Open it again" }).click();
  expect(await page.getByRole("status").first().textContent()).toContain("The case is open again");
  expect((await console.read(quiet)).closed).toBeUndefined();
});
