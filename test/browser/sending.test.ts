import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, it } from "vitest";
import { aConsole, aNight, type Console } from "../console/a-console.ts";
import { aChromium, desk, phone, readsWell, small, watch, withoutScript } from "./a-browser.ts";

const chromium = aChromium();

const on = async (console: Console, options: BrowserContextOptions, does: (page: Page, origin: string) => unknown) => {
  const server = await chromium.serves(console);
  const page = await chromium.signedIn(server, options);
  const seen = watch(page, server.origin);
  await does(page, server.origin);
  // Chromium says so of a refused form.
  expect(seen.filter((one) => !one.includes("422"))).toEqual([]);
};

it.each([
  ["a desk", desk],
  ["a phone without script", { ...phone, ...withoutScript }],
] as const)("sending is paused in two clicks from anywhere, and each page says so: on %s", async (name, options) => {
  const console = aConsole();
  const { phishing } = await aNight(console);
  await on(console, options, async (page, origin) => {
    let clicks = 0;
    page.on(
      "request",
      (request) => request.method() === "POST" && expect(request.url()).toBe(`${origin}/sending/stop`),
    );
    await page.goto(`${origin}/cases/${phishing}`);
    const pauses = page.locator(".pause");
    for (const control of [pauses.locator("summary"), pauses.getByRole("button")]) {
      await control.click();
      clicks += 1;
    }
    process.stdout.write(`pause sending from a case, on ${name}: ${clicks} clicks\n`);
    expect(clicks).toBeLessThanOrEqual(2);
    expect(Object.keys(console.sending().stops).sort()).toEqual(["standard", "urgent"]);
    for (const path of ["/", `/cases/${phishing}`, "/settings"]) {
      await page.goto(origin + path);
      expect(await page.getByText("Times below don’t apply until it resumes").isVisible(), path).toBe(true);
    }
  });
});

it.each([
  ["the smallest phone", small],
  ["a desk at night", { ...desk, colorScheme: "dark" }],
] as const)(
  "reads well where notices do not go out, and what holds them back is resumed: on %s",
  async (_, options) => {
    const console = aConsole();
    await aNight(console);
    console.sendingIs({
      lane: {
        kind: "stopped",
        since: console.now(),
        why: "4.5 % permanent bounces among the last 400 mails",
        told: true,
      },
      stops: { standard: { at: console.now(), by: "joe", why: "" } },
      refusals: {},
      day: { spent: "standard", perDay: 200, sentInLastDay: 184 },
    });
    await on(console, options, async (page) => {
      await readsWell(page, "the first page");
      await page.locator(".pause summary").click();
      await readsWell(page, "the control of the frame");
      await page.locator(".pause summary").click();
      await page.getByRole("link", { name: "See why, or resume" }).click();
      await readsWell(page, "the page of sending");
      const byBreaker = page.getByRole("alert").filter({ hasText: "circuit breaker" });
      await byBreaker.getByRole("button", { name: "Resume sending" }).click();
      expect(await byBreaker.textContent()).toContain("Say why in a sentence");
      await readsWell(page, "the refused form");
      await byBreaker.getByLabel("What was fixed?").fill("The directory entry of the dead desk.");
      await byBreaker.getByRole("button", { name: "Resume sending" }).click();
      expect(await byBreaker.count()).toBe(0);
      expect(console.sending().lane).toMatchObject({ kind: "runs", why: "The directory entry of the dead desk." });
      expect(console.sending().stops.standard?.by).toBe("joe");
    });
  },
);
