import { tableSending } from "../../../functions/adapters/table-sending.ts";
import { nowAt, reached, tableAt, type Where } from "./connection.ts";
import { CommandProblem } from "./problem.ts";

/** Shows whether notices go out, and lets them go out again after the breaker stopped them. */
export const sending = async (options: Where & { readonly resume?: true; readonly by?: string; readonly why?: string }): Promise<void> => {
  const { table, tableName } = tableAt(options);
  const sends = tableSending(table, tableName);
  if (options.resume) {
    if (!options.by?.trim() || !options.why?.trim()) throw new CommandProblem("Say who lets it run again with --by, and what was corrected with --why.");
    // What was counted before this moment no longer stops the lane, so it is a moment of the clock that counts.
    await reached(options, sends.resume(nowAt(options), options.by, options.why));
  }
  const { lane, day } = await reached(options, sends.state());
  if (lane.kind === "stopped")
    console.log(`The standard lane is stopped since ${lane.since}: ${lane.why}.\nLet it run again with --resume --by YOUR-NAME --why "what was corrected".`);
  else
    console.log(
      `${day ? "Nothing is stopped." : "Both lanes send."}${lane.by ? ` ${lane.by} let the standard lane run again at ${lane.since}: ${lane.why}` : ""}`,
    );
  if (day)
    console.log(
      `SES took ${day.sentInLastDay} of ${day.perDay} mails that it allows in 24 hours: ${day.spent === "all" ? "all notices wait" : "standard notices wait"} and go out by themselves as the day passes.`,
    );
};
