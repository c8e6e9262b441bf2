import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const schema = z.object({
  /** The process that left this. */
  pid: z.int(),
  /** Environment of the AWS SDK: where the servers of the running `npm start` are. */
  sdk: z.record(z.string(), z.string()),
  tableName: z.string(),
  masterKeysSecret: z.string(),
  reportQueues: z.object({ urgent: z.url(), standard: z.url() }),
  /** By the queue that they came from. */
  deadLetterUrls: z.record(z.string(), z.url()),
  hintQueueUrls: z.strictObject({
    "contact-urgent": z.url(),
    "contact-standard": z.url(),
    "notice-urgent": z.url(),
    "notice-standard": z.url(),
    "channel-urgent": z.url(),
    "channel-standard": z.url(),
  }),
  /** What its functions decide by. */
  settingsFile: z.string(),
  consoleUrl: z.string(),
  /** `REGISTRIES` of its functions; absent where the real ones are asked. */
  registries: z.string().optional(),
});
export type Endpoints = Omit<z.infer<typeof schema>, "pid">;

const fileIn = (folder: string): string => join(folder, "endpoints.json");

/** Left by `npm start` for `npx takedown` while it runs. */
export const writeEndpoints = (folder: string, endpoints: Endpoints): void =>
  writeFileSync(fileIn(folder), `${JSON.stringify({ pid: process.pid, ...endpoints }, null, 2)}\n`);
export const removeEndpoints = (folder: string): void => rmSync(fileIn(folder), { force: true });

/**
 * What a `npm start` with this folder left while it ran; `undefined` when none did, or it ended.
 */
export const readEndpoints = (folder: string): Endpoints | undefined => {
  const read = readFile(folder);
  return read && isAlive(read.pid) ? read : undefined;
};

export const isRunning = (folder: string): boolean => readEndpoints(folder) !== undefined;

const readFile = (folder: string): z.infer<typeof schema> | undefined => {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(fileIn(folder), "utf8")));
    return read.success ? read.data : undefined;
  } catch {
    // No such file: nothing runs.
    return undefined;
  }
};

/** Signal 0 asks without touching; a run that was killed leaves its file and is gone. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
