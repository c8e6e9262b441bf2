import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, openSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPrograms, Lacks } from "./python-programs.ts";

/**
 * The emulator and what it needs, pinned like every other dependency. `awscli` is the `aws` that
 * the deployment guide calls.
 */
export const emulatorVersion = "1.5.33";
const packages = [`ministack==${emulatorVersion}`, "boto3==1.43.106", "awscli==1.46.3"];

/**
 * The folder with the emulator's programs; installs into `folder` what is not there yet: once,
 * about a minute. Throws `Lacks` when there is no Python or its package index can't be reached.
 */
export const installEmulator = async (folder: string, say: (line: string) => void): Promise<string> => {
  const bin = await installPrograms(folder, { packages, who: "The rehearsal", say });
  const [aws, asInstalled] = [join(bin, "aws"), join(bin, "aws-as-installed")];
  // The `aws` of Python's package index asks SQS at an address of its own, whatever the environment
  // says.
  if (!existsSync(asInstalled)) renameSync(aws, asInstalled);
  const wrapper = `#!/bin/sh\nexec "$(dirname "$0")/aws-as-installed" --endpoint-url "$AWS_ENDPOINT_URL" "$@"\n`;
  writeFileSync(aws, wrapper, { mode: 0o755 });
  return bin;
};

export type Emulator = { readonly url: string; readonly version: string; readonly stop: () => Promise<void> };

/**
 * Starts the emulator on a free port of loopback; its words go to `logFile`. Mails are relayed
 * whole to `smtpPort`.
 */
export const startEmulator = async (
  bin: string,
  { logFile, smtpPort }: { readonly logFile: string; readonly smtpPort: number },
): Promise<Emulator> => {
  const port = await freePort();
  // By its number: for a name, the SDK would look for a bucket at `bucket.localhost`, which most
  // machines can't resolve.
  const url = `http://127.0.0.1:${port}`;
  const log = openSync(logFile, "w");
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(join(bin, "python"), [fileURLToPath(new URL("start_emulator.py", import.meta.url))], {
    // A group of its own, so that the functions' processes end with it.
    detached: true,
    stdio: ["ignore", log, log],
    env: {
      ...environment,
      // The functions run by this very Node, which is first on the path.
      PATH: `${join(process.execPath, "..")}:${bin}:${process.env.PATH ?? ""}`,
      BIND_HOST: "127.0.0.1",
      MINISTACK_HOST: "localhost",
      GATEWAY_PORT: String(port),
      LAMBDA_EXECUTOR: "local",
      IOT_MTLS_ENABLED: "0",
      SFTP_ENABLED: "0",
      SMTP_HOST: `127.0.0.1:${smtpPort}`,
      // The functions are given it; one that the shell has set already would lead them elsewhere.
      AWS_ENDPOINT_URL: url,
      // The functions run on this machine's Node, which may be older than the one that is deployed.
      NODE_NO_WARNINGS: "1",
    },
  });
  const stop = () => endGroup(child);
  process.once("exit", () => signal(child, "SIGKILL"));
  process.once("SIGTERM", () => process.exit(143));
  try {
    await healthy(url, child, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, version: emulatorVersion, stop };
};

const healthy = async (url: string, child: ChildProcess, logFile: string): Promise<void> => {
  for (let tries = 0; tries < 120; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Lacks(`The emulator did not start within 30 s; its words are in ${logFile}.`);
};

const signal = (child: ChildProcess, name: NodeJS.Signals): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group has ended already, which is what was wanted.
  }
};

const endGroup = async (child: ChildProcess): Promise<void> => {
  const ended = new Promise<void>((resolve) =>
    child.exitCode === null ? child.once("exit", () => resolve()) : resolve(),
  );
  signal(child, "SIGTERM");
  const late = setTimeout(() => signal(child, "SIGKILL"), 5_000);
  await ended;
  clearTimeout(late);
  signal(child, "SIGKILL");
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no free port on loopback")),
      );
    });
  });
