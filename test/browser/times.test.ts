import { expect, it } from "vitest";
import { aConsole, aNight } from "../console/a-console.ts";
import { aChromium, watch, withoutScript } from "./a-browser.ts";

const chromium = aChromium();

it("a time is in the viewer's zone, with UTC on hover, and UTC where there is no script", async () => {
  const console = aConsole();
  const night = await aNight(console);
  const server = await chromium.serves(console);
  const timeOn = async (options: object) => {
    const page = await chromium.signedIn(server, { timezoneId: "Asia/Tokyo", ...options });
    const seen = watch(page, server.origin);
    await page.goto(`${server.origin}/cases/${night.quiet}`);
    const time = page.locator("time[datetime]").last();
    const hover = await time.evaluate((it) => it.querySelector("[title]")?.getAttribute("title") ?? null);
    const said = [await time.getAttribute("datetime"), await time.textContent(), hover];
    const inUtc = (await page.locator("main").textContent())?.match(/\d\d:\d\d UTC/g) ?? [];
    expect(seen).toEqual([]);
    return { said, inUtc };
  };
  const {
    said: [at, shown, hover],
    inUtc,
  } = await timeOn({});
  const {
    said: [, plain, none],
  } = await timeOn(withoutScript);
  expect(shown).toMatch(/^\d+ Nov 2026, \d\d:\d\d GMT\+9/);
  // Nor in the middle of a sentence.
  expect(inUtc).toEqual([]);
  expect([hover, none]).toEqual([plain?.split(" ·")[0], null]);
  expect(plain).toContain(`${at?.slice(11, 16)} UTC`);
});
