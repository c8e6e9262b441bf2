import { beforeAll, expect, it } from "vitest";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, aNight } from "../console/a-console.ts";
import { aChromium, desk, phone, readsWell, small, watch, withoutScript } from "./a-browser.ts";

const console = aConsole();
let night: Awaited<ReturnType<typeof aNight>>;
let server: LocalConsole;
const chromium = aChromium();
const rows = async () => (await console.deps.decided.store.read()).rows;

beforeAll(async () => {
  night = await aNight(console);
  server = await chromium.serves(console);
});
const mobile = { ...phone, isMobile: true };

it.each([true, false])(
  "a desk of a case is opted out in three actions on a phone, with scripts: %s",
  async (javaScriptEnabled) => {
    const page = await chromium.signedIn(server, { ...mobile, javaScriptEnabled });
    await page.goto(`${server.origin}/cases/${javaScriptEnabled ? night.quiet : night.child}`);
    const before = (await rows()).length;
    await page.getByRole("link", { name: "Opt this desk out" }).first().tap();
    await page.getByText("What changes.").waitFor();
    expect(page.url()).not.toContain("@");
    await page.getByLabel("Why", { exact: true }).fill("They asked for no more mail, by phone.");
    await page.getByRole("button", { name: "Record", exact: true }).tap();
    expect(await page.getByRole("status").textContent()).toContain("Recorded");
    expect((await rows()).slice(before)).toMatchObject([{ kind: "opt-out", by: ["jane"] }]);
  },
);

it("nothing is written to a desk for some hours, in three actions on a phone", async () => {
  const page = await chromium.signedIn(server, { ...mobile, ...withoutScript });
  await page.goto(`${server.origin}/cases/${night.child}`);
  await page.getByRole("link", { name: "Write nothing for some hours" }).last().tap();
  await page.getByLabel("Why", { exact: true }).fill("They fix it tonight.");
  await page.getByRole("button", { name: "Record", exact: true }).tap();
  expect(await page.getByRole("status").textContent()).toContain("Recorded");
  expect((await rows()).filter(({ kind }) => kind === "inhibition")).toMatchObject([{ until: expect.any(String) }]);
});

it("what one person may not alone waits for another, who agrees", async () => {
  const page = await chromium.signedIn(server, mobile);
  await page.goto(`${server.origin}/settings`);
  await page.getByRole("region", { name: "Opt-outs" }).getByRole("link").first().tap();
  await page.getByLabel("Why", { exact: true }).fill("They write to us again.");
  await page.getByRole("button", { name: "End it" }).tap();
  expect(await page.getByRole("status").textContent()).toContain("Waits for a second person");
  const other = await chromium.signedIn(server, mobile, "anna");
  await other.goto(`${server.origin}/settings`);
  await other.getByRole("region", { name: "Waits for a second person" }).getByRole("link").first().tap();
  await other.getByRole("button", { name: "I agree; record it" }).waitFor();
  await readsWell(other, "a proposal");
  await other.getByRole("button", { name: "I agree; record it" }).tap();
  expect(await other.getByRole("status").textContent()).toContain("Recorded");
  expect((await rows()).filter(({ ended }) => ended)).toMatchObject([{ ended: { by: ["jane", "anna"] } }]);
});

it.each([
  ["a phone", mobile],
  ["the smallest phone", small],
  ["a desk at night", { ...desk, colorScheme: "dark" }],
] as const)("reads well on %s: nothing that axe finds, nothing to scroll sideways", async (_, options) => {
  const page = await chromium.signedIn(server, options);
  const seen = watch(page, server.origin);
  const [row] = await rows();
  const kinds = ["opt-out", "protected", "inhibition", "provider", "reporter", "country", "reason"];
  const paths = ["", "/audit", "/kinds/reporter", `/rows/${row?.id}`, ...kinds.map((kind) => `/new/${kind}`)];
  for (const path of paths) {
    expect((await page.goto(`${server.origin}/settings${path}`))?.status(), path).toBe(200);
    await readsWell(page, path);
  }
  await page.goto(`${server.origin}/settings/new/opt-out`);
  await page.getByRole("button", { name: "Preview changes" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("Not recorded");
  await readsWell(page, "a refused form");
  expect(seen.filter((line) => !line.includes("status of 4"))).toEqual([]);
});
