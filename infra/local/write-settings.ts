import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { settingsHash } from "../../functions/adapters/environment.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";

/**
 * Checks settings and writes them, as whoever makes a bundle does. Gives the variables by which a function reads them.
 * Throws where they are not valid.
 */
export const writeSettings = (folder: string, settings: object, name = "settings") => {
  const file = join(folder, `${name}.json`);
  const text = `${JSON.stringify(settingsSchema.parse(settings), null, 2)}\n`;
  writeFileSync(file, text);
  return { SETTINGS_FILE: file, SETTINGS_HASH: settingsHash(text) };
};
