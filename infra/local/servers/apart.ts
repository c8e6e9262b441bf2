import { fork } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { loopback, type Running } from "./loopback.ts";
import { queuesAt, type SqsServer } from "./sqs.ts";

/**
 * Servers in processes of their own, for runs that load them: in one process, all that runs there
 * would share one core. The module sends its port. Each ends with `close`, and with this process.
 * Throws when one ends before it listens; what it says stands on stderr.
 */
export const startApart = async (
  module: string,
  [server, ...more]: readonly [string, ...string[]],
): Promise<Running> => {
  const child = fork(module, [server, ...more], {
    execArgv: ["--import", createRequire(import.meta.url).resolve("tsx")],
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (said) => resolve(Number(said)));
    void gone.then(() => reject(new Error(`The process of ${server} ended before it listened.`)));
  });
  return {
    url: `http://${loopback}:${port}`,
    port,
    close: () => {
      child.kill("SIGKILL");
      return gone;
    },
  };
};

const apartMain = path.join(import.meta.dirname, "apart-main.ts");

/** DynamoDB in memory. What its stream would hold is told to nobody. */
export const startDynamoDbApart = (): Promise<Running> => startApart(apartMain, ["dynamodb", ""]);

export const startSqsApart = async (visibilitySeconds: number): Promise<SqsServer> => {
  const running = await startApart(apartMain, ["sqs", String(visibilitySeconds)]);
  return { ...running, ...queuesAt(running.url) };
};
