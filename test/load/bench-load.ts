/* npm run bench:load */
import { Command } from "commander";
import { wholeNumber } from "../../infra/bench/options.ts";
import { tableText } from "../../infra/local/tally.ts";
import { consoleAtAMillion } from "./console.ts";
import { throughput } from "./throughput.ts";
import { urgentBehind } from "./urgent.ts";

const program = new Command("bench:load").description(
  "what the dispatcher does under load, on this machine with doubles of AWS; run it where nothing else runs",
);

const reports = "--reports <number>";

program
  .command("urgent")
  .description("how long an urgent notice takes while standard reports lie on their queue")
  .option(reports, "standard reports", wholeNumber(100, 1_000_000), 10_000)
  .action(async (options: { readonly reports: number }) => {
    process.exitCode = (await urgentBehind(options.reports)) ? 0 : 1;
  });

program
  .command("throughput")
  .description("reports a second from their queue to SES, with one and with three processes a queue")
  .option(reports, "reports on the queue at once", wholeNumber(12, 600), 360)
  .action(async (options: { readonly reports: number }) => {
    const rows: [string, string][] = [["processes a queue", "reports a second"]];
    for (const atATime of [1, 3]) rows.push([String(atATime), (await throughput(options.reports, atATime)).toFixed(1)]);
    console.log(tableText(rows));
  });

program
  .command("console")
  .description("what the console's pages take where 10,000 cases wait and a million are closed")
  .action(async () => {
    process.exitCode = (await consoleAtAMillion()) ? 0 : 1;
  });

await program.parseAsync();
