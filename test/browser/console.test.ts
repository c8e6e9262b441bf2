import { createServer } from "node:http";
import type { BrowserContextOptions } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { closeHttp, listenOnLoopback } from "../../infra/local/servers/loopback.ts";
import { aConsole, aNight, firstNotice } from "../console/a-console.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
import { aChromium, desk, phone, readsWell, small, watch, withoutScript } from "./a-browser.ts";

describe("the console in a browser", () => {
  const console = aConsole();
  let night: Awaited<ReturnType<typeof aNight>> & { readonly replied?: string };
  let server: LocalConsole;
  const chromium = aChromium();

  beforeAll(async () => {
    night = await aNight(console);
    const complaining = await console.opened(
      aReport({ reportId: "r-6", target: { kind: "host", host: "unwanted.bad.example" } }),
    );
    const candidates = [aCandidate({ email: "abuse@complaining.example" })];
    const told = await console.lookedUp(complaining, { candidates });
    await console.happened(complaining, { type: "complained", at: console.now(), noticeId: firstNotice(told) });
    const replied = await console.opened(
      aReport({ reportId: "r-7", target: { kind: "host", host: "answered.bad.example" } }),
    );
    const asked = await console.lookedUp(replied);
    for (const mailHash of ["one", "another"])
      await console.happened(replied, {
        type: "replied",
        at: console.now(),
        noticeId: firstNotice(asked),
        replyClass: mailHash === "one" ? "refused" : "unclear",
        authenticated: true,
        mailHash,
        confidence: 0.834,
        said: "We have looked into it and see no reason to act.",
      });
    const [question] = (await console.read(replied)).reviews;
    await console.post(`/cases/${replied}/reviews/${question?.id}`, {
      decision: "continue",
      why: "They refuse.",
      said: "refused",
    });
    night = { ...night, replied };
    console.lying["report-urgent"] = { queue: "report-urgent", messages: 2 };
    console.lying.delivery = {
      queue: "delivery",
      messages: 1,
      lastSentBack: { at: console.now(), by: "jane", why: "The table was full.", messages: 4 },
    };
    server = await chromium.serves(console);
  });
  const signedIn = (options: BrowserContextOptions) => chromium.signedIn(server, options);

  const pages = () => [
    "/",
    "/?state=open",
    "/?state=closed",
    "/?state=decided",
    "/?state=all&category=phishing",
    "/search?q=nothing.example",
    "/overview",
    "/policy",
    "/policy/course?category=copyright&country=DE&standing=proxy&at=2026-12-23T19:00",
    "/policy/notices?category=malware&to=registrar&step=reminder&language=ja&about=several",
    `/cases/${night.quiet}/dossier`,
    "/dead-letters",
    "/report",
    "/stopped-desks",
    ...Object.values(night).map((caseId) => `/cases/${caseId}`),
  ];

  it.each([
    ["a phone at night", { ...phone, colorScheme: "dark" }],
    ["a desk in daylight", { ...desk, colorScheme: "light" }],
    ["the smallest phone in daylight", { ...small, colorScheme: "light" }],
  ] satisfies readonly (readonly [string, BrowserContextOptions])[])(
    "reads well on %s: nothing that axe finds, nothing to scroll sideways, targets for thumbs",
    async (_, options) => {
      const page = await signedIn(options);
      const seen = watch(page, server.origin);
      for (const path of pages()) {
        expect((await page.goto(`${server.origin}${path}`))?.status(), path).toBe(200);
        await readsWell(page, path);
      }
      expect(seen).toEqual([]);
    },
  );

  it("reads as well where a form came back, is asked twice, or nothing is there", async () => {
    const page = await signedIn(phone);
    const seen = watch(page, server.origin);
    const decide = (): Promise<void> => page.getByRole("button", { name: "Record this decision" }).first().click();
    await page.goto(`${server.origin}/cases/${night.phishing}`);
    await decide();
    expect(await page.getByRole("alert").textContent()).toContain("Choose one of the answers.");
    await readsWell(page, "a refused form");
    await page.goto(`${server.origin}/cases/${night.child}`);
    await page.getByRole("link", { name: "Read its text", exact: true }).click();
    expect(await page.getByRole("region", { name: "Text of the notice" }).textContent()).toContain(
      "hxxps://files[.]bad[.]example/d/4f2a9c",
    );
    await readsWell(page, "a notice's text");
    await page.goBack();
    await page.getByText("Send again, accepting that it may arrive twice").click();
    const mark = await page.evaluate("getComputedStyle(document.querySelector('label[for^=why-]'), '::after').content");
    expect(mark).toContain("(required)");
    await page.getByLabel("Why", { exact: true }).fill("The desk has nothing.");
    await decide();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Send it again?");
    await readsWell(page, "the second question");
    await page.goto(`${server.origin}/cases/${night.quiet}`);
    await page.getByText("Correct the notice").click();
    await page.getByLabel("What is right").fill("It is another file.");
    await page.getByLabel("Why correct it").fill("The hotline says so.");
    await page.getByRole("button", { name: "Preview" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Send this correction?");
    expect(await page.getByRole("region", { name: "Text of the correction" }).textContent()).toContain("another file");
    await readsWell(page, "a correction before it goes");
    expect((await page.goto(`${server.origin}/nowhere`))?.status()).toBe(404);
    await readsWell(page, "a page that is not there");
    // Chromium itself writes a line for each answer that is not 2xx; that is no fault of the
    // page's.
    expect(seen.filter((line) => !line.includes("status of 4"))).toEqual([]);

    const empty = await chromium.signedIn(await chromium.serves(aConsole()), phone);
    expect(await empty.getByRole("heading", { level: 1 }).textContent()).toBe("All is well");
    await readsWell(empty, "nothing waiting");
  });

  it.each([
    ["a phone", { ...phone, viewport: { width: 375, height: 812 } }],
    ["a desk", desk],
    ["a window between them", { viewport: { width: 800, height: 800 } }],
  ] satisfies readonly (readonly [string, BrowserContextOptions])[])(
    "shows on %s whole what the search and each choice of a list say unasked",
    async (_, options) => {
      const page = await signedIn(options);
      await page.goto(`${server.origin}/?lane=standard`);
      // A copy as wide as its words are, arrow and edges with it.
      const cut = await page.evaluate(`[...document.querySelectorAll("#find, .filter select")].flatMap((field) => {
        const copy = field.tagName === "SELECT" ? document.createElement("select") : document.createElement("span");
        if (field.tagName === "SELECT") copy.add(new Option(field.selectedOptions[0].text));
        else copy.textContent = field.placeholder;
        field.after(copy);
        const style = getComputedStyle(field);
        for (const name of ["font", "padding", "border"]) copy.style[name] = style[name];
        Object.assign(copy.style, { width: "max-content", position: "absolute", whiteSpace: "nowrap" });
        const [is, wants] = [field, copy].map((it) => it.getBoundingClientRect().width);
        copy.remove();
        return wants > is ? [[field.id, is, wants].join(" ")] : [];
      })`);
      expect(cut).toEqual([]);
    },
  );

  it("has the head of each place in one row where it can be", async () => {
    const page = await signedIn({ viewport: { width: 1200, height: 800 } });
    await page.goto(`${server.origin}/?lane=standard`);
    const places: string[] = await page.evaluate(`[...document.querySelectorAll(".bar nav a")].map((a) => a.href)`);
    expect(places.length).toBe(5);
    for (const place of places) {
      await page.goto(place);
      // As long as the name is of which the README's pictures are.
      const height = await page.evaluate(`{
        document.querySelector(".brand .stage").previousSibling.textContent = "";
        document.querySelector(".brand .stage").before("Example Takedown Desk ");
        document.querySelector(".bar").getBoundingClientRect().height;
      }`);
      expect(height, place).toBeLessThan(80);
    }
  });

  it("takes a verdict without any script", async () => {
    const page = await signedIn({ ...phone, ...withoutScript });
    await page.goto(`${server.origin}/cases/${night.phishing}`);
    const question = page.getByRole("article", { name: "No abuse contact found. Who should get the notice?" });
    expect(await question.getByLabel("Mailbox", { exact: true }).isVisible()).toBe(false);
    await question.getByText("Send the notice to another address").click();
    await question.getByLabel("Mailbox", { exact: true }).fill("noreply@found.example");
    await question.getByLabel("Why", { exact: true }).fill("Their own site names it.");
    await question.getByRole("button", { name: "Record this decision" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("nobody reads it");
    expect(await question.getByLabel("Why", { exact: true }).inputValue()).toBe("Their own site names it.");
    await question.getByLabel("Mailbox", { exact: true }).fill("abuse@found.example");
    await question.getByRole("button", { name: "Record this decision" }).click();
    expect(page.url()).toBe(`${server.origin}/cases/${night.phishing}?recorded=given`);
    expect(await page.getByRole("status").textContent()).toContain("Recorded");
    expect(await page.locator(".timeline").textContent()).toContain(
      "jane decided: Send the notice to another address (abuse@found.example). It can be undone until",
    );
    await console.minutePasses();
    expect((await console.read(night.phishing)).reviews).toEqual([]);
  });

  it("asks twice before it may send twice, and leaves no reported address in history when it searches", async () => {
    const page = await signedIn(phone);
    await page.goto(`${server.origin}/search`);
    await page.getByLabel("Case, report or address").fill("https://files.bad.example/d/4f2a9c");
    await page.getByRole("button", { name: "Search" }).click();
    expect(page.url()).toBe(`${server.origin}/cases/${night.child}`);
    await page.getByText("Send again, accepting that it may arrive twice").click();
    await page.getByLabel("Why", { exact: true }).fill("The desk has nothing.");
    await page.getByRole("button", { name: "Record this decision" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Send it again?");
    await page.getByRole("link", { name: "Cancel" }).click();
    expect((await console.read(night.child)).reviews).toHaveLength(1);
  });

  it("opens once by each one-time address, and to nobody else", async () => {
    const address = server.addressFor("joe");
    const joe = await chromium.newPage();
    expect((await joe.goto(address))?.status()).toBe(200);
    expect(joe.url()).toBe(`${server.origin}/`);
    expect(await joe.getByText("You decide as joe").isVisible()).toBe(true);
    expect(await joe.evaluate("document.cookie")).toBe("");
    const stranger = await chromium.newPage();
    expect((await stranger.goto(address))?.status()).toBe(403);
    expect((await stranger.goto(`${server.origin}/cases/${night.child}`))?.status()).toBe(403);
    expect(await stranger.content()).not.toContain("bad[.]example");
  });

  it("takes no verdict from a page of another server on the same machine", async () => {
    const target = `${server.origin}/cases/${night.unread}/entry`;
    const form =
      `<!doctype html><form method="post" action="${target}"><input name="does" value="discard"><input ` +
      `name="version" value="9"><input name="why" value="x"><button>go</button></form>`;
    const foreign = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(form));
    const port = await listenOnLoopback(foreign, 0);
    const page = await signedIn(desk);
    await page.goto(`http://127.0.0.1:${port}/`);
    const [answer] = await Promise.all([page.waitForResponse(target), page.getByRole("button").click()]);
    expect(answer.status()).toBe(403);
    expect((await console.readEntry(night.unread)).actions).toEqual([]);
    await closeHttp(foreign);
  });
});
