import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listenOnLoopback } from "../../../infra/local/servers/loopback.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-start-"));
const children: ChildProcess[] = [];
afterAll(() => {
  // Whatever a failed test left behind.
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

const run = (
  file: string,
  args: readonly string[],
  nodeArgs: readonly string[] = ["--import", "tsx"],
): {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly said: (words: string) => Promise<void>;
} => {
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CI: "" },
  });
  children.push(child);
  let out = "";
  let err = "";
  const listeners: (() => void)[] = [];
  child.stdout.on("data", (bytes) => {
    out += bytes;
    for (const listener of listeners) listener();
  });
  child.stderr.on("data", (bytes) => {
    err += bytes;
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, out, err })));
  const said = (words: string) =>
    Promise.race([
      new Promise<void>((resolve) => {
        const look = () => out.includes(words) && resolve();
        listeners.push(look);
        look();
      }),
      ended.then(({ err: why }) => {
        if (!out.includes(words)) throw new Error(`it ended without saying "${words}": ${why}`);
      }),
    ]);
  return { child, ended, said };
};

const start = (...args: readonly string[]) => run("infra/local/start.ts", args);

const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

test("says in one sentence that its port is in use", async () => {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  const { code, err } = await start("--port", String(port), "--folder", join(folder, "busy")).ended;
  await new Promise((resolve) => server.close(resolve));
  expect([code, err.trim()]).toEqual([1, `Port ${port} is in use. Stop what uses it, or choose another with --port.`]);
});

test("says in one sentence that its folder can't be written", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const { code, err } = await start("--folder", join(file, "below")).ended;
  expect(code).toBe(1);
  expect(err.trim()).toMatch(/^The folder .* can't be written\. Make it writable, or choose another with --folder\.$/);
});

test("says in one sentence that Node is too old", async () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.0"})';
  const { code, err } = await run("infra/local/set-up.mjs", [], ["--import", old]).ended;
  expect([code, err.trim()]).toEqual([
    1,
    "Node 18.20.0 is too old: the dispatcher needs Node 20.19 or newer. " +
      "Install a newer Node and run the command again.",
  ]);
});

/** Each `npx takedown …` of the README and the guide beside it, as it stands there. */
const shownCommands = ["README.md", "infra/guides/whom-it-tells.md"].flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/(?:^\$ |`)npx takedown ([^\n`]+)/gm)].map(([, words = ""]) =>
    words.trim().split(/\s+/),
  ),
);
const takedown = (...words: readonly string[]) =>
  run("infra/command/bin.mjs", words.some((word) => word === "policy") ? words : [...words, "--folder", shown], [])
    .ended;
const shown = join(folder, "shown");

test("ends a report as it suggests in a mail that one can read, and the README's commands work", {
  timeout: 300_000,
}, async () => {
  const started = start("--folder", shown, "--port", String(await freePort()));
  await started.said("Your report npx takedown report https://account-check.example/mine");
  const address = readFileSync(join(shown, "console-address.txt"), "utf8").trim();
  await started.said(address);
  await started.said("signed by us");
  const named = ["--category", "phishing", "--reporter", "hotline"];
  const reported = await takedown("report", "https://account-check.example/mine", ...named);
  expect(reported).toMatchObject({
    code: 0,
    out: expect.stringContaining("1 of 1 reports is on the queue, reported by hotline."),
  });
  const isIn = (text: string) => text.includes("account-check[.]example/mine");
  const read = () =>
    readdirSync(join(shown, "mails"))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(shown, "mails", name), "utf8"));
  await expect.poll(() => read().some(isIn), { timeout: 180_000, interval: 500 }).toBe(true);
  expect(read().find(isIn)).toMatch(/^Subject: .*\nTo: abuse@harbour\.example\n/);

  expect(shownCommands.length).toBeGreaterThan(3);
  for (const words of shownCommands) expect({ words, ...(await takedown(...words)) }).toMatchObject({ words, code: 0 });

  const unknown = await takedown("status", "gone", "--reporter", "cert", "--report-id", "none-such");
  expect([unknown.code, unknown.err]).toEqual([
    1,
    expect.stringMatching(/^--report-id: no report none-such of cert was taken in\./),
  ]);
  const nobody = await takedown("report", "https://a.example/", "--category", "phishing", "--reporter", "nobody");
  expect([nobody.code, nobody.err]).toEqual([1, expect.stringMatching(/^--reporter is nobody, which the settings do/)]);
  const unnamed = await takedown("report", "https://a.example/", "--category", "phishing");
  expect([unnamed.code, unnamed.err]).toEqual([1, expect.stringMatching(/^Say who reports with --reporter; the s/)]);
  started.child.kill("SIGINT");
  expect((await started.ended).code).toBe(0);
});

// Four processes start one after the other, and a busy machine takes its time.
test("keeps its cases and its clock over a restart, and a second run on its folder is refused", {
  timeout: 180_000,
}, async () => {
  const state = join(folder, "state");
  const port = String(await freePort());
  const first = start("--folder", state, "--port", port);
  await first.said("SES accepted a notice.");
  const second = await start("--folder", state, "--port", String(await freePort())).ended;
  expect(second.code).toBe(1);
  expect(second.err).toContain("another run of npm start may be using it");
  first.child.kill("SIGINT");
  const { code, out } = await first.ended;
  expect(code).toBe(0);
  // The watchdog rings for a dead sweep and not for a fast clock.
  expect(out).not.toContain("should have been looked at");
  const again = start("--folder", state, "--port", port);
  await again.said("Going on from where the last run stopped.");
  const cases = await run("infra/command/takedown.ts", ["cases", "--folder", state, "--limit", "100"]).ended;
  again.child.kill("SIGINT");
  await again.ended;
  expect(cases.out.split("\n").filter((line) => line.startsWith("TD-")).length).toBeGreaterThan(10);
});
