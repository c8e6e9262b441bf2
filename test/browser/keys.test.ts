import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import { undecided } from "../../functions/case/given.ts";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, askedOfName } from "../console/a-console.ts";
import { anAnswer } from "../support/a-case.ts";
import { aChromium, desk, phone, readsWell, watch, withoutScript } from "./a-browser.ts";

let console: ReturnType<typeof aConsole>;
let server: LocalConsole;
let ids: string[];
const chromium = aChromium();
beforeEach(async () => {
  console = aConsole();
  ids = [];
  for (const host of ["a.one.example", "b.one.example", "c.two.example"]) {
    const id = await askedOfName(console, host, anAnswer({ country: "DE" }));
    console.later(1);
    ids.push(id);
  }
  server = await chromium.serves(console);
});

const signedIn = (as: string, options = {}): Promise<Page> => chromium.signedIn(server, options, as);
const answeredBy = async (id: string) => undecided(await console.read(id)).length === 0;

it("is worked through by keys alone: each case two of them on one page, and on to the next", async () => {
  const page = await signedIn("jane");
  const seen = watch(page, server.origin);
  await page.goto(`${server.origin}/`);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/cases/${ids[0]}?in=*`);
  for (const [at, id] of ids.entries()) {
    await page.keyboard.press("2");
    await page.keyboard.press("a");
    await page.waitForURL(at < 2 ? `**/cases/${ids[at + 1]}?in=*` : "**/?of=*");
    expect(await page.getByRole("status").textContent()).toContain(`Recorded for ${id}`);
    expect(await answeredBy(id)).toBe(true);
  }
  expect(seen).toEqual([]);
});

it.each([
  ["on a phone without JavaScript", { ...phone, ...withoutScript }],
  ["at a desk", desk],
])("has what one decided taken back by another, %s", async (_, options) => {
  const [first = ""] = ids;
  const jane = await signedIn("jane", options);
  await jane.goto(`${server.origin}/cases/${first}?in=`);
  await jane.locator(".answer.close label").first().click();
  await jane.getByLabel("How it ended").selectOption("gone");
  await jane.getByLabel("Why", { exact: true }).fill("It is gone.");
  await jane.getByRole("button", { name: "Record this decision" }).click();
  await jane.waitForURL(`**/cases/${ids[1]}?in=*`);
  expect(await jane.getByRole("status").textContent()).toMatch(/It takes effect at \d+ \w+ \d{4}, \d\d:\d\d:\d\d /);
  const joe = await signedIn("joe", options);
  const seen = watch(joe, server.origin);
  await joe.goto(`${server.origin}/cases/${first}`);
  expect(await joe.getByText("jane decided: Close the case").first().isVisible()).toBe(true);
  if (!("javaScriptEnabled" in options)) await readsWell(joe, "a verdict that can be taken back");
  await joe.getByRole("button", { name: "Undo", exact: true }).click();
  await joe.waitForURL(`**/cases/${first}?recorded=taken-back`);
  expect(await joe.getByRole("status").textContent()).toContain("Undone.");
  expect(await answeredBy(first)).toBe(false);
  await jane.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await jane.getByRole("status").first().textContent()).toContain("Not undone");
  expect(seen).toEqual([]);
});

/** The page after a decision by keys: the next case. */
const decidedByKeys = async () => {
  const page = await signedIn("jane");
  await page.goto(`${server.origin}/cases/${ids[0]}?in=`);
  await page.keyboard.press("2");
  await page.keyboard.press("a");
  await page.waitForURL(`**/cases/${ids[1]}?in=*`);
  return page;
};

it("takes back by a key what was just decided", async () => {
  const page = await decidedByKeys();
  await page.keyboard.press("u");
  await page.waitForURL(`**/cases/${ids[0]}?in=*recorded=taken-back`);
  expect(await answeredBy(ids[0] ?? "")).toBe(false);
});

it("leads to one's own decisions a page further on, and takes back there", async () => {
  const page = await decidedByKeys();
  await page.goto(`${server.origin}/settings`);
  await page.keyboard.press("u");
  await page.waitForURL("**/?state=decided&mine=yes");
  await page.keyboard.press("u");
  await page.getByText("Undone.").first().waitFor();
  expect(await answeredBy(ids[0] ?? "")).toBe(false);
});

it.each([
  ["that was left and is out of view", true],
  ["that nobody is at", false],
])("with two questions answers the one in view, marks it alone, and records none %s", async (_, isLeft) => {
  const [id = ""] = ids;
  await console.asks(id, "reply", "The desk wrote something else. ".repeat(60), { toRead: true, blocking: false });
  const page = await signedIn("jane", { viewport: { width: 1280, height: 500 } });
  await page.goto(`${server.origin}/cases/${id}`);
  const [first, second] = [page.locator(".question").nth(0), page.locator(".question").nth(1)];
  if (isLeft) await first.getByRole("radio").nth(1).check();
  await second.getByRole("button", { name: "Record this decision" }).scrollIntoViewIfNeeded();
  await second.and(page.locator("[data-here]")).waitFor();
  expect(await first.locator(".key-cap").first().isVisible()).toBe(false);
  expect(await second.locator(".key-cap").first().isVisible()).toBe(true);
  await page.keyboard.press("a");
  expect(page.url()).toBe(`${server.origin}/cases/${id}`);
  expect(await second.locator("button[name=preset]:focus").count()).toBe(1);
  expect(undecided(await console.read(id))).toHaveLength(2);
  await page.keyboard.press("1");
  expect(await first.locator("input:checked").count()).toBe(isLeft ? 1 : 0);
  expect(await second.locator("input:checked").count()).toBe(1);
});

it("shows its keys, rests while somebody types, and is turned off for good", async () => {
  const page = await signedIn("jane");
  await page.goto(`${server.origin}/`);
  await page.keyboard.press("/");
  await page.keyboard.type("jxn?");
  expect(await page.getByRole("searchbox", { name: "Find" }).inputValue()).toBe("jxn?");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  expect(await help.isVisible()).toBe(true);
  await readsWell(page, "the keys");
  await help.getByRole("button", { name: "Turn the keys off" }).click();
  await page.keyboard.press("Escape");
  await page.goto(`${server.origin}/cases/${ids[0]}`);
  await page.keyboard.press("2");
  expect(await page.locator("input[name=decision]:checked").count()).toBe(0);
});

it("gives a case to one of two browsers, and says so in the other", async () => {
  const [jane, joe] = [await signedIn("jane"), await signedIn("joe", withoutScript)];
  for (const page of [jane, joe]) await page.goto(`${server.origin}/cases/${ids[0]}?in=`);
  await jane.keyboard.press("c");
  await jane.getByText("You have it").waitFor();
  await joe.getByRole("button", { name: "Assign to me" }).click();
  expect(await joe.getByRole("status").textContent()).toContain("jane has it");
  await readsWell(jane, "what jane has");
  await joe.locator("summary", { hasText: "Take it over" }).click();
  await joe.getByLabel("A word to whoever has it").fill("You are at lunch.");
  await joe.getByRole("button", { name: "Take it over" }).click();
  await jane.reload();
  expect(await jane.locator(".reservation").textContent()).toContain("joe has it");
});

it("is kept under a name by keys alone on a phone, and found there by another browser without a script", async () => {
  const page = await signedIn("jane", phone);
  const seen = watch(page, server.origin);
  await page.goto(`${server.origin}/?country=DE&sort=oldest`);
  await page.locator("summary", { hasText: "Save this filter" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("German hosts");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "German hosts (3)" }).waitFor();
  await page.locator("summary", { hasText: "change yours" }).click();
  await readsWell(page, "the lists that jane keeps");
  expect(seen).toEqual([]);
  const other = await signedIn("jane", { ...phone, ...withoutScript });
  await other.goto(`${server.origin}/`);
  await other.getByRole("link", { name: "German hosts" }).click();
  expect(new URL(other.url()).search).toBe("?country=DE&sort=oldest");
  await other.locator("summary", { hasText: "change yours" }).click();
  await other.getByLabel("New name of “German hosts”").fill("Mornings");
  await other.getByRole("button", { name: "Rename" }).click();
  expect(await other.getByRole("link", { name: "Mornings (3)" }).isVisible()).toBe(true);
  await other.locator("summary", { hasText: "change yours" }).click();
  await other.getByRole("button", { name: "Remove “Mornings”" }).click();
  expect(await other.getByRole("link", { name: "Mornings" }).count()).toBe(0);
});

it("is emptied without any script: a group in the list, and what was chosen on a page of its own", async () => {
  const page = await signedIn("jane", { ...phone, ...withoutScript });
  await page.goto(`${server.origin}/`);
  for (const left of ["1 case needs you", "All is well"]) {
    if (left === "All is well") {
      await page.getByRole("checkbox").check();
      await page.getByRole("button", { name: "Answer those chosen" }).click();
    }
    const group = page.locator(".group").first();
    await group.getByLabel("Your answer").selectOption("close:gone");
    await group.getByRole("button", { name: "Reviewed, no objection." }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(left);
  }
  await console.minutePasses();
  for (const id of ids) expect((await console.read(id)).closed?.outcome).toBe("gone");
});

it("answers twenty by four keys: choose all, open them, an answer, a reason", async () => {
  const twenty: string[] = [];
  for (let at = 0; at < 20; at++) twenty.push(await askedOfName(console, `h.cause${at}.example`));
  const page = await signedIn("jane");
  await page.goto(`${server.origin}/?sort=newest`);
  for (const key of ["X", "b"]) await page.keyboard.press(key);
  await page.waitForURL("**/reviews/chosen?**");
  for (const key of ["2", "a"]) await page.keyboard.press(key);
  await page.waitForURL("**/reviews/together?**");
  await console.minutePasses();
  for (const id of twenty) expect((await console.read(id)).closed).toBeDefined();
});
