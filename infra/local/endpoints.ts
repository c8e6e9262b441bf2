import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const schema = z.object({
  /** Environment of the AWS SDK: where the servers of the running `npm start` are. */
  sdk: z.record(z.string(), z.string()),
  tableName: z.string(),
  reportQueues: z.object({ urgent: z.url(), standard: z.url() }),
  consoleUrl: z.string(),
  reporters: z.array(z.string()),
  /** `REGISTRIES` of its functions; absent where the real ones are asked. */
  registries: z.string().optional(),
});
export type Endpoints = z.infer<typeof schema>;

const fileIn = (folder: string): string => join(folder, "endpoints.json");

/** Left by `npm start` for `npm run takedown` while it runs. */
export const writeEndpoints = (folder: string, endpoints: Endpoints): void => writeFileSync(fileIn(folder), `${JSON.stringify(endpoints, null, 2)}\n`);
export const removeEndpoints = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** Where a running `npm start` is; `undefined` when none runs with this folder. */
export const readEndpoints = (folder: string): Endpoints | undefined => {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(fileIn(folder), "utf8")));
    return read.success ? read.data : undefined;
  } catch {
    // No such file: nothing runs.
    return undefined;
  }
};
