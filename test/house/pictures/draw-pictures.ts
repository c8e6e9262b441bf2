import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { Page } from "playwright-core";
import { listenOnLoopback } from "../../../infra/local/servers/loopback.ts";
import { launch } from "../../browser/launch.ts";

/*
 * The README's pictures, from the real thing: `npm start` in a folder of its own, a report by the console's
 * form, the mail that its desk gets, the desk's answer, and the end. Ends by itself.
 */

/** Its desk confirms after minutes, and has removed it by the next day. */
const host = "login-verify.example";
const page = `https://${host}/account/confirm`;
const pictures = "infra/guides/pictures";
/** A day in less than three minutes: the machine keeps up, and what is to be seen stands for hours. */
const speed = 600;
const size = { width: 1280, height: 800 };
const patienceMs = 15 * 60_000;

const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** What `look` finds, once it finds something. */
const until = async <T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    if (started.exitCode !== null) throw new Error("npm start has ended; what it said stands above.");
    const found = await look();
    if (found !== undefined) return found;
    await rest(500);
  }
  throw new Error(`${what} did not come within ${patienceMs / 60_000} minutes.`);
};

const takePicture = async (of: Page, name: string): Promise<void> => {
  await of.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
  process.stdout.write(`${pictures}/${name}.png\n`);
};

const report = async (on: Page, origin: string): Promise<void> => {
  await on.goto(`${origin}/report`);
  await on.getByLabel("URLs or hosts").fill(page);
  await on.getByLabel("Category").selectOption("phishing");
  await on.getByLabel("Reporter").selectOption("hotline");
  await on.getByLabel("Explanation").fill("A copy of a bank's sign-in page. It asks for the password and the card.");
  await on.getByRole("button", { name: "Preview" }).click();
  await takePicture(on, "1-report");
  await on.getByRole("button", { name: "Report", exact: true }).click();
};

const showMail = async (on: Page, folder: string): Promise<void> => {
  const defanged = `${host.replace(".", "[.]")}/account/confirm`;
  const text = await until("The mail to the desk", () =>
    readdirSync(join(folder, "mails"))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(folder, "mails", name), "utf8"))
      .find((mail) => mail.includes(defanged)),
  );
  await on.setContent(
    "<style>body{margin:0;padding:1.5rem 2rem;background:#fff;color:#1a1a1a}" +
      "pre{font:15px/1.5 system-ui,sans-serif;white-space:pre-wrap;max-width:56rem;margin:0}</style><pre></pre>",
  );
  await on.locator("pre").evaluate((element, words) => {
    element.textContent = words;
  }, text);
  await takePicture(on, "2-mail");
};

/** The case's page, once it says this, with that part of it on top. */
const showCase = async (on: Page, address: string, says: RegExp, from: string, name: string): Promise<void> => {
  await until(`${says}`, async () => {
    await on.goto(address);
    return says.test((await on.locator("main").textContent()) ?? "") || undefined;
  });
  await on
    .locator(from)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: "start" }));
  await takePicture(on, name);
};

const addressOfCase = async (on: Page, origin: string): Promise<string> =>
  until("The case", async () => {
    await on.goto(origin);
    await on.locator("#find").fill(host);
    await on.locator("#find").press("Enter");
    await on.waitForLoadState();
    if (/\/cases\/TD-/.test(on.url())) return on.url();
    const href = await on.locator('main a[href^="/cases/TD-"]').first().getAttribute("href", { timeout: 2_000 });
    return href === null ? undefined : `${origin}${href}`;
  });

const drawAll = async (folder: string, address: string): Promise<void> => {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: size, colorScheme: "light" });
    const on = await context.newPage();
    await on.goto(address);
    const { origin } = new URL(address);
    await report(on, origin);
    await showMail(await context.newPage(), folder);
    const ofCase = await addressOfCase(on, origin);
    await showCase(on, ofCase, /Their number: /, "#notices", "3-answer");
    await showCase(on, ofCase, /Closed: /, "main", "4-closed");
  } finally {
    await browser.close();
  }
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null ? child.once("close", () => resolve()) : resolve()));

const folder = mkdtempSync(join(tmpdir(), "takedown-pictures-"));
const started = spawn(
  process.execPath,
  [
    ...["--import", "tsx", "infra/local/start.ts"],
    ...["--folder", folder, "--port", `${await freePort()}`, "--speed", `${speed}`],
  ],
  { stdio: ["ignore", "ignore", "inherit"] },
);
try {
  const file = join(folder, "console-address.txt");
  await until("The console's address", () => existsSync(file) || undefined);
  await drawAll(folder, readFileSync(file, "utf8").trim());
} finally {
  started.kill("SIGINT");
  await ended(started);
  rmSync(folder, { recursive: true, force: true });
}
