import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { selfSigned } from "../../infra/local/servers/certificate.ts";
import { listenOnLoopback } from "../../infra/local/servers/loopback.ts";
import { aBrowserConsole, type BrowserConsole, origin } from "../console/a-browser-console.ts";
import { aProvider, issuer, type Provider } from "../support/a-provider.ts";
import { aChromium, phone, readsWell } from "./a-browser.ts";

const jane = { sub: "00u1", name: "Jane Doe", email: "jane@hotline.example", groups: ["on-call"] };

let provider: Provider;
let console: BrowserConsole;
let server: Server;
let port: number;
const folder = mkdtempSync(join(tmpdir(), "sign-in-browser-"));

beforeAll(async () => {
  provider = await aProvider();
  console = aBrowserConsole(provider);
  const { key, cert } = selfSigned(folder, "DNS:*.example");
  // Two sites by their names, since only a browser tells which cookies go from the one to the
  // other.
  const answer = (request: Request) =>
    new URL(request.url).origin === issuer ? provider.app.fetch(request) : console.answer(request);
  server = createServer({ key, cert }, getRequestListener(answer));
  port = await listenOnLoopback(server, 0);
});
const chromium = aChromium(() => [`--host-resolver-rules=MAP *.example 127.0.0.1:${port}`]);
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await provider?.close();
  rmSync(folder, { recursive: true, force: true });
});

const aPage = async (
  javaScriptEnabled = true,
): Promise<{
  readonly page: Page;
  readonly context: BrowserContext;
  readonly asked: Set<string>;
}> => {
  const page = await chromium.newPage({ ...phone, ignoreHTTPSErrors: true, javaScriptEnabled });
  const context = page.context();
  const asked = new Set<string>();
  context.on("request", (request) => asked.add(new URL(request.url()).origin));
  return { page, context, asked };
};
/** Jane's session ends over a form; she sends it, and signs in beside it as `next`. */
const endsOver = async (page: Page, caseId: string, why: string, next = jane) => {
  provider.knows(jane);
  await page.goto(`${origin}/sign-in?to=/cases/${caseId}`);
  await page.getByLabel("Why?").first().fill(why);
  console.sealedAnew();
  await page.getByRole("button", { name: "Discard it" }).click();
  expect(await heading(page)).toBe("Not signed in");
  expect((await console.house.readEntry(caseId)).actions).toEqual([]);
  provider.knows(next);
  const signIn = page.getByRole("link", { name: "Sign in" });
  const [beside] = await Promise.all([page.context().waitForEvent("page"), signIn.click()]);
  await beside.waitForURL(`${origin}/`);
};
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();

it("comes from a mail's link over the provider to that page, keeps its cookie, and signs out at both", async () => {
  provider.knows(jane);
  const { page, context, asked } = await aPage();
  await page.goto(`${origin}/policy`);
  expect(await heading(page)).toBe("Not signed in");
  await readsWell(page, "not signed in");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.waitForURL(`${origin}/policy`);
  expect(await page.locator("footer").textContent()).toContain(
    "You decide as Jane Doe, jane@hotline.example (oidc id.provider.example 00u1).",
  );
  await readsWell(page, "signed in");
  expect(
    (await context.cookies()).map(({ name, secure, httpOnly, sameSite }) => ({ name, secure, httpOnly, sameSite })),
  ).toEqual([{ name: "__Host-session", secure: true, httpOnly: true, sameSite: "Lax" }]);
  await page.getByRole("button", { name: "Sign out" }).click();
  expect(await heading(page)).toBe("Signed out");
  expect(await context.cookies()).toEqual([]);
  await readsWell(page, "signed out");
  expect(await page.evaluate("JSON.stringify([localStorage, sessionStorage])")).toBe("[{},{}]");
  await page.getByRole("link", { name: "Sign out there, too" }).click();
  expect(await page.textContent("body")).toContain("Signed out at the provider.");
  // Back to the page that was read while signed in: nothing of it is kept.
  await page.evaluate("history.go(-2)");
  await page.waitForURL(`${origin}/policy`);
  expect(await heading(page)).toBe("Not signed in");
  expect([...asked].sort()).toEqual([origin, issuer].sort());
});

it.each([
  ["by the page's button", true, (page: Page) => page.getByRole("button", { name: "Send it once more" }).click()],
  ["by that button without any script", false, (page: Page) => page.getByRole("button", { name: "Send it" }).click()],
  ["by reloading", true, (page: Page) => page.reload()],
])("whose session ended over a form signs in beside it, and sends it once more %s", async (name, scripts, again) => {
  const { page } = await aPage(scripts);
  const caseId = await console.house.unreadable(`a message about nothing, ${name}`);
  await endsOver(page, caseId, 'Empty: "<b>" & nothing else.');
  if (scripts) await readsWell(page, "not signed in any more");
  await again(page);
  await page.waitForURL(`${origin}/cases/${caseId}?done=discard`);
  expect((await console.house.readEntry(caseId)).actions).toMatchObject([{ why: 'Empty: "<b>" & nothing else.' }]);
  if (scripts) expect(await page.evaluate("JSON.stringify(sessionStorage)")).toBe("{}");
});

it("whose session ended over a form sends none of its words as another who signs in beside it", async () => {
  const { page } = await aPage();
  const caseId = await console.house.unreadable("a message that two have before them");
  await endsOver(page, caseId, "Empty, says Jane.", { ...jane, sub: "00u2", name: "Bob Roe" });
  for (const again of [() => page.getByRole("button", { name: "Send it once more" }).click(), () => page.reload()]) {
    await again();
    await page.getByRole("heading", { name: "Not sent" }).waitFor();
    // Lines stay lines, also where they are copied.
    const copy = page.locator(".copy");
    expect(await copy.textContent()).toContain("why: Empty, says Jane.\ndoes: discard");
    const style = await page.evaluate(`getComputedStyle(document.querySelector(".copy")).whiteSpace`);
    expect(style).toMatch(/^(pre-line|preserve-breaks)$/);
  }
  await readsWell(page, "another’s words");
  expect((await console.house.readEntry(caseId)).actions).toEqual([]);
});

it("of a reader shows no form that would be refused, and reads well", async () => {
  provider.knows({ ...jane, groups: ["auditors"] });
  const { page } = await aPage();
  const caseId = await console.house.unreadable("another message");
  await page.goto(`${origin}/sign-in?to=/cases/${caseId}`);
  expect(await page.getByText("Only reviewers answer.").count()).toBe(1);
  expect(await page.getByRole("button").allTextContents()).toEqual(
    ["Sign out", "Keys", "Stop renewing"].map((text) => expect.stringContaining(text)),
  );
  await readsWell(page, "a reader's case");
});

it("of somebody in no group says whom to ask, and reads well", async () => {
  provider.knows({ ...jane, groups: [] });
  const { page } = await aPage();
  await page.goto(`${origin}/sign-in`);
  expect(await heading(page)).toBe("Not allowed");
  await readsWell(page, "not allowed");
});
