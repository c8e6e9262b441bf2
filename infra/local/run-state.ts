import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Instant } from "../../functions/kernel/instant.ts";

/**
 * `realNow` and `speed`: so that whoever reads it while the run lives knows what its clock shows by
 * then.
 */
const schema = z.object({
  began: z.string(),
  simulatedNow: z.string(),
  realNow: z.string().optional(),
  speed: z.number().optional(),
});

/**
 * The simulated time goes on after a restart where it stood; a case's timers must not jump by the
 * hours in between.
 */
export const readRunState = (folder: string): z.infer<typeof schema> | undefined => {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(join(folder, "clock.json"), "utf8")));
    return read.success ? read.data : undefined;
  } catch {
    // The first start in this folder.
    return undefined;
  }
};

export const writeRunState = (folder: string, began: Instant, simulatedNow: Instant, speed: number): void => {
  const file = join(folder, "clock.json");
  writeFileSync(`${file}.part`, JSON.stringify({ began, simulatedNow, realNow: new Date().toISOString(), speed }));
  renameSync(`${file}.part`, file);
};
