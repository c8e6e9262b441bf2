import { fork } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { loopback, type Running } from "./loopback.ts";
import { queuesAt, type SqsServer } from "./sqs.ts";

/**
 * Servers in processes of their own, for runs that load them: in one process, all that runs there
 * would share one core. Each ends with `close`, and with this process. Throws when one ends before
 * it listens; what it says stands on stderr.
 */
const startApart = async (server: string, argument: string): Promise<Running> => {
  const child = fork(path.join(import.meta.dirname, "apart-main.ts"), [server, argument], {
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

/** DynamoDB in memory. What its stream would hold is told to nobody. */
export const startDynamoDbApart = (): Promise<Running> => startApart("dynamodb", "");

export const startSqsApart = async (visibilitySeconds: number): Promise<SqsServer> => {
  const running = await startApart("sqs", String(visibilitySeconds));
  return { ...running, ...queuesAt(running.url) };
};
