import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, askedOfName } from "../console/a-console.ts";
import { anAnswer } from "../support/a-case.ts";
import { aChromium, phone, readsWell, watch } from "./a-browser.ts";

let console: ReturnType<typeof aConsole>;
let server: LocalConsole;
let ids: string[];
const chromium = aChromium();
beforeEach(async () => {
  console = aConsole();
  ids = [];
  for (const host of ["a.one.example", "b.two.example"]) ids.push(await asked(host));
  server = await chromium.serves(console);
});
const asked = async (host: string): Promise<string> => {
  console.later(1);
  return askedOfName(console, host, anAnswer({ country: "DE" }));
};
const isAnswered = async (caseId: string): Promise<void> => {
  await console.post(`/cases/${caseId}/reviews/name-gone.9`, { decision: "close", outcome: "gone", why: "Gone." });
};

const opened = async (path: string, as = "jane"): Promise<Page> => {
  const page = await chromium.signedIn(server, phone, as);
  await page.clock.install();
  await page.goto(`${server.origin}${path}`);
  return page;
};
const passes = (page: Page): Promise<void> => page.clock.runFor(40_000);
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const says = (page: Page) => page.locator(".renewal");

it("has new rows, the counts and what is gone, said once and politely", async () => {
  const page = await opened("/?sort=oldest");
  const seen = watch(page, server.origin);
  const third = await asked("c.three.example");
  await isAnswered(ids[0] ?? "");
  await passes(page);
  await page.locator(`[data-row="${third}"]`).waitFor();
  expect(await page.locator("[data-row]").count()).toBe(2);
  expect(await heading(page).textContent()).toContain("2 cases need you");
  expect(await page.title()).toContain("2 need you");
  expect(await says(page).textContent()).toContain("1 new, 1 gone");
  expect(await says(page).getAttribute("aria-live")).toBe("polite");
  await readsWell(page, "a list that renewed itself");
  expect(seen).toEqual([]);
});

it("tells whoever is on call, on a page that said that all is well", async () => {
  for (const id of ids) await isAnswered(id);
  const page = await opened("/");
  expect(await heading(page).textContent()).toBe("All is well");
  const came = await console.unreadable("no report");
  await passes(page);
  await page.locator(`[data-row="${came}"]`).waitFor();
  expect(await heading(page).textContent()).toBe("1 unreadable report needs you");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/cases/${came}?in=`);
  await readsWell(page, "a message that could not be read");
});

it("keeps the row that the keyboard stands on, and what somebody is typing", async () => {
  const page = await opened("/?sort=oldest");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await isAnswered(ids[0] ?? "");
  await passes(page);
  await expect.poll(() => page.locator("[data-row]").count()).toBe(1);
  expect(await page.evaluate("document.activeElement.closest('[data-row]').dataset.row")).toBe(ids[1]);
  await page.keyboard.press("/");
  await page.keyboard.type("c.two");
  await asked("c.three.example");
  await passes(page);
  await expect.poll(() => page.locator("[data-row]").count()).toBe(2);
  expect(await page.getByRole("searchbox", { name: "Find" }).inputValue()).toBe("c.two");
});

it("leaves a filter alone that somebody sets, and renews the rest", async () => {
  const page = await opened("/?sort=oldest");
  await page.locator("summary", { hasText: "Filter" }).first().click();
  await page.getByLabel("Lane").selectOption("standard");
  await page.getByRole("button", { name: "Show", exact: true }).focus();
  await asked("c.three.example");
  await passes(page);
  await expect.poll(() => page.locator("[data-row]").count()).toBe(3);
  expect(await page.getByLabel("Lane").inputValue()).toBe("standard");
});

it.each(["/", "/?lane=standard"])("puts no case into a form that decides, on %s, but says so", async (path) => {
  await asked("b.one.example");
  const page = await opened(path);
  await page.getByRole("checkbox").first().uncheck();
  const third = await asked("c.one.example");
  await passes(page);
  await says(page).getByText("1 new").waitFor();
  expect(await heading(page).textContent()).toContain("4 cases need you");
  expect(await page.locator("[data-row]").count()).toBe(3);
  expect(await page.getByRole("checkbox").first().isChecked()).toBe(false);
  await readsWell(page, "a list that was held");
  await page.keyboard.press("l");
  await page.locator(`[data-row="${third}"]`).waitFor();
  expect(page.url()).toBe(`${server.origin}${path}`);
});

it("says so where it cannot be renewed, and renews nothing for whoever turned that off", async () => {
  const page = await opened("/?sort=oldest");
  await page.context().clearCookies();
  await passes(page);
  await passes(page);
  await says(page).getByText("no longer kept up to date").waitFor();
  await page.goto(server.addressFor("jane"));
  await page.goto(`${server.origin}/?sort=oldest`);
  await page.getByRole("button", { name: "Stop renewing lists and cases" }).click();
  await page.reload();
  expect(await page.getByRole("button", { name: "Renew lists and cases" }).isVisible()).toBe(true);
  await asked("c.three.example");
  await passes(page);
  expect(await page.locator("[data-row]").count()).toBe(2);
});
