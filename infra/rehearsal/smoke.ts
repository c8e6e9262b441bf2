import * as z from "zod";
import { sayRows, sayTally, smokeWords } from "../command/deployed/rows.ts";
import type { Check } from "./checks.ts";
import { runCommand } from "./cloud.ts";

const row = z.object({
  what: z.string(),
  state: z.enum(["ready", "heed", "stops", "unknown"]),
  says: z.string(),
  fix: z.string().exactOptional(),
});
const said = z.object({ isAws: z.literal(false), rows: z.array(row) });

/**
 * The table of what `takedown deployed --smoke` printed as JSON. Throws where an emulator was taken for
 * AWS, or where one of its rows calls proven what an emulator can't bring.
 */
export const smokeTable = (printed: string): string => {
  const { rows } = said.parse(JSON.parse(printed));
  const proven = rows.filter(({ what, state }) => state === "ready" && / event,|^Reply/.test(what));
  if (proven.length > 0)
    throw new Error(
      `The emulator tells no events of SES, and these are called proven: ${proven.map(({ what }) => what)}`,
    );
  return `${sayRows(rows, smokeWords)}\n\n${sayTally(rows, smokeWords)}`;
};

/** What somebody runs after each deployment; ends with 1, and so fails, where a row does. */
export const smokes: Check = {
  holds: "The smoke test proves what an emulator can show, and calls the rest not known (takedown deployed --smoke)",
  sees: async ({ environment }) => {
    const command = "npx tsx infra/rehearsal/takedown.ts deployed --smoke --stage rehearsal --json";
    const table = smokeTable(await runCommand(command, environment, 420_000));
    process.stdout.write(`${table.split("\n\n")[0]?.replace(/^/gm, "      ")}\n`);
    return table.split("\n").at(-1) ?? "";
  },
};
