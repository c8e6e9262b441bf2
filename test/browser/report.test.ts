import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, aNight } from "../console/a-console.ts";
import { readsWell, watch } from "./a-browser.ts";
import { served } from "./a-server.ts";
import { launch } from "./launch.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: "dark" };
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

let console: ReturnType<typeof aConsole>;
let server: LocalConsole;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  console = aConsole();
  server = await served(console);
  return () => server.close();
});

const signedIn = async (options: BrowserContextOptions): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(server.addressFor("jane"));
  return page;
};

it.each([
  ["on a phone without any script", { ...phone, javaScriptEnabled: false }],
  ["at a desk", desk],
])("a report is written, looked at and put on the queue %s", async (_, options) => {
  const page = await signedIn(options);
  const seen = watch(page, server.origin);
  await page.goto(`${server.origin}/report`);
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByLabel("Where it is").fill("hxxps://login.bad[.]example/x");
  await page.getByLabel("What it is").selectOption("phishing");
  await page.getByLabel("Who reports it").selectOption("hotline");
  await page.getByRole("button", { name: "Look at it first" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Report this?");
  await page.getByRole("button", { name: "Change something" }).click();
  await page.getByLabel("Why it is that").fill("It asks for a password.");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("button", { name: "Report it" }).click();
  expect(await page.getByRole("status").first().textContent()).toContain("1 report is on the queue");
  expect(console.queued.map(({ body }) => JSON.parse(body))).toMatchObject([
    { target: { url: "https://login.bad.example/x" }, evidence: { explanation: "It asks for a password." } },
  ]);
  expect(seen.filter((line) => !line.includes("status of 422"))).toEqual([]);
});

it("a file of reports names its bad row, and the others go on the queue; each page reads well", async () => {
  const page = await signedIn(phone);
  await page.goto(`${server.origin}/report/table`);
  const csv =
    "url;category;Notes\nhttps://a.bad.example/x;malware;It runs by itself.\nnothing here;malware;\n" +
    "https://b.bad.example/y;phishing;\n";
  await page.getByLabel("Who reports it").selectOption("hotline");
  await page.getByLabel("Last seen there").fill("2026-11-24T01:00");
  await page.getByLabel("CSV file").setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByRole("button", { name: "Look at it first" }).click();
  expect(await page.getByText("Row 3").count()).toBe(1);
  await readsWell(page, "a file that was looked at");
  expect(await page.locator("dd", { hasText: "It runs by itself." }).count()).toBe(0);
  await page.getByLabel("Mail one of them").selectOption("Notes");
  await page.getByRole("button", { name: "Preview again" }).click();
  expect(await page.locator("dd", { hasText: "It runs by itself." }).isVisible()).toBe(true);
  await readsWell(page, "a file whose column was chosen");
  await page.getByLabel("Mail one of them").selectOption("");
  await page.getByRole("button", { name: "Report these 2" }).click();
  expect(await page.getByText("Nothing was sent: the choices were changed").count()).toBe(1);
  expect(console.queued).toEqual([]);
  await readsWell(page, "a file that was previewed again");
  await page.getByLabel("Mail one of them").selectOption("Notes");
  await page.getByRole("button", { name: "Preview again" }).click();
  await page.getByRole("button", { name: "Report these 2" }).click();
  expect(await page.getByRole("status").first().textContent()).toContain("2 reports are on the queue");
  expect(console.queued.map(({ body }) => JSON.parse(body).evidence)).toEqual([
    { explanation: "It runs by itself." },
    {},
  ]);
});

it("a report is looked at, and a closed case opened again, on pages that read well", async () => {
  const page = await signedIn(phone);
  await page.goto(`${server.origin}/report`);
  await page.getByLabel("Where it is").fill("bad.example");
  await page.getByLabel("What it is").selectOption("fraud");
  await page.getByLabel("Who reports it").selectOption("hotline");
  await page.getByRole("button", { name: "Look at it first" }).click();
  await readsWell(page, "a report that was looked at");
  const { quiet } = await aNight(console);
  await console.happened(quiet, { type: "closed", at: console.now(), outcome: "removed", why: "the desk says so" });
  await page.goto(`${server.origin}/cases/${quiet}`);
  await page.getByText("Open this case again").click();
  await readsWell(page, "a closed case");
  await page.getByLabel("Why open it again").fill("It stands there.");
  await page.getByRole("button", { name: "Open it again" }).click();
  expect(await page.getByRole("status").first().textContent()).toContain("the case is open again");
  expect((await console.read(quiet)).closed).toBeUndefined();
});
