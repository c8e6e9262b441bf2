import type { Page } from "playwright-core";
import { beforeEach, expect, it } from "vitest";
import { allViews } from "../../infra/command/cases.ts";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, askedOfName } from "../console/a-console.ts";
import { aReport } from "../support/a-case.ts";
import { aChromium, phone, readsWell, watch } from "./a-browser.ts";

let console: ReturnType<typeof aConsole>;
let server: LocalConsole;
let id: string;
const chromium = aChromium();
beforeEach(async () => {
  console = aConsole();
  id = await askedOfName(console, "a.one.example");
  server = await chromium.serves(console);
});

const opened = async (path: string): Promise<Page> => {
  const page = await chromium.signedIn(server, phone);
  await page.clock.install();
  await page.goto(`${server.origin}${path}`);
  return page;
};
const passes = (page: Page): Promise<void> => page.clock.runFor(40_000);
const says = (page: Page) => page.locator(".renewal");
const why = (page: Page) => page.getByLabel("Why", { exact: true }).first();
const isAsked = (reviewId: string) => {
  console.later(1);
  const question = { reviewId, question: "still-up", blocking: true, reason: "The reporter says so." } as const;
  return console.happened(id, { type: "asked", at: console.now(), ...question });
};
const isAnswered = () => {
  console.later(1);
  const close = { decision: "close", outcome: "gone", why: "It is gone." };
  return console.post(`/cases/${id}/reviews/name-gone.9`, close);
};

it("puts what is new into a case's page, and says so where everybody sees it", async () => {
  const page = await opened(`/cases/${id}`);
  const seen = watch(page, server.origin);
  expect(await page.getByRole("button", { name: "Stop renewing cases and lists" }).isVisible()).toBe(true);
  await console.post(`/cases/${id}/note`, { note: "The desk calls back at nine." });
  await passes(page);
  await page.locator("[data-part=notes] li").getByText("The desk calls back at nine.").waitFor();
  await expect.poll(() => says(page).textContent()).toContain("1 new (The desk calls back at nine.)");
  expect(await says(page).isVisible()).toBe(true);
  await readsWell(page, "a case that renewed itself");
  expect(seen).toEqual([]);
});

it("takes what one person typed into no page of another who has signed in since", async () => {
  const page = await opened(`/cases/${id}`);
  await page.getByLabel("For whoever looks next").fill("half a note");
  const beside = await page.context().newPage();
  await beside.goto(server.addressFor("bob"));
  await isAsked("still-up.10");
  await passes(page);
  await says(page).getByText("Somebody else has signed in: this page is no longer renewed.").waitFor();
  expect(await says(page).isVisible()).toBe(true);
  expect(await page.locator(".question").count()).toBe(1);
  await page.getByRole("button", { name: "Keep this note" }).click();
  await page.getByRole("heading", { name: "Not sent" }).waitFor();
  expect(await page.locator(".copy").textContent()).toBe("note: half a note");
  await readsWell(page, "another’s words");
});

it("loses nothing that is half typed: says what is new, waits for r, and takes the words along", async () => {
  const page = await opened(`/cases/${id}`);
  await page.locator("input[name=decision][value=close]").check();
  await why(page).fill("It is half ty");
  await page.getByLabel("For whoever looks next").fill("half a note");
  await isAsked("still-up.10");
  await passes(page);
  // The question, which waits, and its line in the timeline, which is there.
  await says(page).getByText("2 new").waitFor();
  expect(await page.locator(".question").count()).toBe(1);
  expect(await why(page).inputValue()).toBe("It is half ty");
  await readsWell(page, "a case that was held");
  // Whoever types an r means the letter.
  await why(page).press("r");
  expect(await page.locator(".question").count()).toBe(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await expect.poll(() => page.locator(".question").count()).toBe(2);
  const first = page.locator("[data-mark='name-gone.9']");
  expect(await first.getByLabel("Why", { exact: true }).inputValue()).toBe("It is half tyr");
  expect(await first.locator("input[value=close]").isChecked()).toBe(true);
  expect(await page.getByLabel("For whoever looks next").inputValue()).toBe("half a note");
  expect(await says(page).textContent()).not.toContain("has changed");
});

it("keeps words whose question somebody else has answered, to be copied", async () => {
  const page = await opened(`/cases/${id}`);
  await why(page).fill("I called them, and");
  await isAnswered();
  await passes(page);
  await says(page).getByText("1 gone").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  const kept = page.getByLabel("You had typed this.");
  await kept.waitFor();
  expect(await kept.inputValue()).toBe("I called them, and");
  expect(await page.locator(".question").count()).toBe(0);
  await readsWell(page, "a case with words that are left");
});

it("says where what an answer leads to is no longer what the page says", async () => {
  const told = await console.opened(aReport({ reportId: "r-2", target: { kind: "host", host: "b.example" } }));
  await console.lookedUp(told);
  await console.asks(told, "reply", "The desk asks something.", { blocking: false });
  const page = await opened(`/cases/${told}`);
  await passes(page);
  expect(await says(page).textContent()).toBe("");
  const [notice] = (await console.read(told)).notices;
  await console.claimed(told, notice?.id ?? "");
  await console.sent(told, notice?.id ?? "", "m-1");
  await passes(page);
  await says(page).getByText("What your answers lead to has changed").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await expect.poll(() => says(page).textContent()).not.toContain("has changed");
});

it("shows who has the case now, where its question stays as it was seen", async () => {
  const page = await opened(`/cases/${id}`);
  console.signIn("joe");
  await console.post(`/cases/${id}/reserve`, {});
  await passes(page);
  await page.locator(".reservation").getByText("joe").waitFor();
  expect(await page.locator(".question").count()).toBe(1);
});

it("of an urgent case is one look, however long the page stays open", async () => {
  const urgent = await console.opened(aReport({ category: "csam", channel: "file-host" }));
  const page = await opened(`/cases/${urgent}`);
  const looks = () => allViews(console.deps.views, urgent);
  for (let quarter = 0; quarter < 3; quarter++) {
    console.later(10);
    // While it still reads the answer of before, time passes it by.
    const renewed = async () => {
      await passes(page);
      return (await looks())[0]?.until;
    };
    await expect.poll(renewed, { timeout: 10_000 }).toBe(console.now());
  }
  expect(await looks()).toHaveLength(1);
});

it("calls nothing gone that makes room for what is new", async () => {
  const note = async (text: string) => {
    console.later(1);
    await console.post(`/cases/${id}/note`, { note: text });
  };
  for (let nth = 0; nth < 55; nth++) await note(`note ${nth}`);
  const page = await opened(`/cases/${id}`);
  await note("The desk calls back at nine.");
  await passes(page);
  await expect.poll(() => says(page).textContent()).toContain("2 new");
  expect(await says(page).textContent()).not.toContain("gone");
});

it("leaves a form alone that came back with what is wrong", async () => {
  const page = await opened(`/cases/${id}`);
  await page.locator("input[name=decision][value=close]").check();
  await page.getByRole("button", { name: "Record this decision" }).click();
  await page.getByText("Not recorded").first().waitFor();
  expect(await page.locator("[data-renews]").count()).toBe(0);
});

it("has a day's new cases and new answers", async () => {
  const [cases, decided] = [await opened("/?state=all"), await opened("/?state=decided")];
  const other = await askedOfName(console, "b.one.example");
  await isAnswered();
  for (const page of [cases, decided]) await passes(page);
  await cases.locator(`[data-row="${other}"]`).waitFor();
  await decided.locator("[data-row]").getByText("takes effect at").waitFor();
  // What could be taken back is so no longer.
  await console.minutePasses();
  await decided.clock.runFor(70_000);
  await expect.poll(() => decided.getByRole("button", { name: "Undo", exact: true }).count()).toBe(0);
  for (const page of [cases, decided]) {
    await readsWell(page, page.url());
  }
});
