import { beforeAll, expect, it } from "vitest";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, aNight, threeAtNight } from "../console/a-console.ts";
import { filledCounts } from "../console/filled-counts.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { aChromium, desk, phone, readsWell, small, watch, withoutScript } from "./a-browser.ts";

const mobile = { ...phone, isMobile: true };
let server: LocalConsole;
let empty: LocalConsole;
const chromium = aChromium();
beforeAll(async () => {
  const { reads: _, longestOpen: __, ...counts } = filledCounts(threeAtNight, 120);
  const console = aConsole({ store: { ...memoryCaseStore(), ...counts } });
  await aNight(console);
  server = await chromium.serves(console);
  empty = await chromium.serves(aConsole());
});

it.each([
  ["a phone", mobile],
  ["the smallest phone", small],
  ["a desk", desk],
  ["a desk at night", { ...desk, colorScheme: "dark" }],
] as const)("reads well on %s: nothing that axe finds, nothing to scroll sideways", async (_, options) => {
  for (const of of [server, empty]) {
    const page = await chromium.signedIn(of, options);
    const seen = watch(page, of.origin);
    for (const query of ["", "?days=91&months=12"]) {
      expect((await page.goto(`${of.origin}/overview${query}`))?.status()).toBe(200);
      await page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
      await readsWell(page, query);
    }
    expect(seen).toEqual([]);
  }
});

it("goes without scripts from a figure to the cases behind it, and to a table's CSV", async () => {
  const page = await chromium.signedIn(server, { ...mobile, ...withoutScript });
  await page.getByRole("link", { name: "Overview" }).tap();
  const removal = page.getByRole("region", { name: "Time to removal" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    removal.getByRole("link", { name: "CSV of this table" }).first().tap(),
  ]);
  expect(download.suggestedFilename()).toBe("country.csv");
  await removal.getByRole("link", { name: "NL", exact: true }).first().tap();
  await page.waitForURL(`${server.origin}/?state=all&country=NL&**`);
});

it("draws bars of a size that one can see, on screen and on paper", async () => {
  const page = await chromium.signedIn(server, desk);
  await page.goto(`${server.origin}/overview`);
  for (const media of ["screen", "print"] as const) {
    await page.emulateMedia({ media });
    const box = await page.locator(".plot rect.bar-standard").first().boundingBox();
    expect(Math.max(box?.width ?? 0, box?.height ?? 0), media).toBeGreaterThan(8);
  }
});

it("prints the tables that are folded on screen", async () => {
  const page = await chromium.signedIn(server, desk);
  await page.goto(`${server.origin}/overview`);
  const table = page.getByRole("region", { name: "Opened and closed per day" }).locator("table");
  const rows = table.locator("tbody tr");
  expect(await rows.first().isVisible()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect((await rows.first().boundingBox())?.height).toBeGreaterThan(8);
});
