import { breakerCounters } from "../../../functions/adapters/breaker-counters.ts";
import { nowAt, reached, tableAt, type Where } from "./connection.ts";
import { CommandProblem } from "./problem.ts";

/** Shows whether standard notices go out, and lets them go out again after the breaker stopped them. */
export const sending = async (options: Where & { readonly resume?: true; readonly by?: string; readonly why?: string }): Promise<void> => {
  const { table, tableName } = tableAt(options);
  const reputation = breakerCounters(table, tableName, Math.random);
  if (options.resume) {
    if (!options.by?.trim() || !options.why?.trim()) throw new CommandProblem("Say who lets it run again with --by, and what was corrected with --why.");
    // What was counted before this moment no longer stops the lane, so it is a moment of the clock that counts.
    await reached(options, reputation.resume(nowAt(options), options.by, options.why));
  }
  const state = await reached(options, reputation.senderState());
  if (state.kind === "stopped") {
    console.log(`The standard lane is stopped since ${state.since}: ${state.why}.\nLet it run again with --resume --by YOUR-NAME --why "what was corrected".`);
    return;
  }
  console.log(`Both lanes send.${state.by ? ` ${state.by} let the standard lane run again at ${state.since}: ${state.why}` : ""}`);
};
