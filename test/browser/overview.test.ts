import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, aNight, threeAtNight } from "../console/a-console.ts";
import { filledCounts } from "../console/filled-counts.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { readsWell, watch } from "./a-browser.ts";
import { served } from "./a-server.ts";
import { launch } from "./launch.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const small: BrowserContextOptions = { viewport: { width: 320, height: 640 }, hasTouch: true, javaScriptEnabled: true };
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

let server: LocalConsole;
let empty: LocalConsole;
let browser: Browser;
beforeAll(async () => {
  const { reads: _, longestOpen: __, ...counts } = filledCounts(threeAtNight, 120);
  const console = aConsole({ store: { ...memoryCaseStore(), ...counts } });
  await aNight(console);
  server = await served(console);
  empty = await served(aConsole());
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await empty?.close();
});

const opened = async (options: BrowserContextOptions, of = server): Promise<Page> => {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(of.addressFor("jane"));
  return page;
};

it.each([
  ["a phone", phone],
  ["the smallest phone", small],
  ["a desk", desk],
  ["a desk at night", { ...desk, colorScheme: "dark" }],
] as const)("reads well on %s: nothing that axe finds, nothing to scroll sideways", async (_, options) => {
  for (const of of [server, empty]) {
    const page = await opened(options, of);
    const seen = watch(page, of.origin);
    for (const query of ["", "?days=91&months=12"]) {
      expect((await page.goto(`${of.origin}/overview${query}`))?.status()).toBe(200);
      await page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
      await readsWell(page, query);
    }
    expect(seen).toEqual([]);
    await page.context().close();
  }
});

it("goes without scripts from a figure to the cases behind it, and to a table's CSV", async () => {
  const page = await opened({ ...phone, javaScriptEnabled: false });
  await page.getByRole("link", { name: "Overview" }).tap();
  const removal = page.getByRole("region", { name: "Time to removal" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    removal.getByRole("link", { name: "CSV of this table" }).first().tap(),
  ]);
  expect(download.suggestedFilename()).toBe("country.csv");
  await removal.getByRole("link", { name: "NL", exact: true }).first().tap();
  await page.waitForURL(`${server.origin}/?state=all&country=NL&**`);
  await page.context().close();
});

it("draws bars of a size that one can see, on screen and on paper", async () => {
  const page = await opened(desk);
  await page.goto(`${server.origin}/overview`);
  for (const media of ["screen", "print"] as const) {
    await page.emulateMedia({ media });
    const box = await page.locator(".plot rect.bar-standard").first().boundingBox();
    expect(Math.max(box?.width ?? 0, box?.height ?? 0), media).toBeGreaterThan(8);
  }
  await page.context().close();
});

it("prints the tables that are folded on screen", async () => {
  const page = await opened(desk);
  await page.goto(`${server.origin}/overview`);
  const table = page.getByRole("region", { name: "Opened and closed per day" }).locator("table");
  const rows = table.locator("tbody tr");
  expect(await rows.first().isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect((await rows.first().boundingBox())?.height).toBeGreaterThan(8);
  await page.context().close();
});
