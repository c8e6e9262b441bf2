import { Command, InvalidArgumentError } from "commander";
import { tableText } from "../../infra/local/tally.ts";
import { settledAtLeast } from "./compare.ts";
import { eventsAfterMs, killRun, sesAnswersAfterMs } from "./kill-run.ts";

const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("It is a whole number from 1 on.");
  return number;
};
const options = new Command("npm run kill-test --")
  .description(
    "Kills processes of the deployed functions while reports go through, and compares what reached the " +
      "mail server with what should have.",
  )
  .option("--kills <number>", "how many workers are killed", positive, 200)
  .option("--reports <number>", "how many reports go through", positive, 5_000)
  .option("--senders <number>", "sending workers at a time", positive, 10)
  .option("--minutes <number>", "after so many it gives up and says what is missing", positive, 20)
  .option("--seed <number>", "whom and when to kill", positive, Date.now() % 1_000_000_007)
  .helpOption("--help", "show this")
  .parse()
  .opts<{ kills: number; reports: number; senders: number; minutes: number; seed: number }>();

const say = (line: string) => void process.stdout.write(`${line}\n`);
// Whoever stops this stops the workers with it: an "exit" listener kills them, and signals end
// without one.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
say(`seed ${options.seed}: ${options.kills} kills over ${options.reports} reports`);
const outcome = await killRun({ ...options, visibilitySeconds: 30, minutesAtMost: options.minutes, say });
const { faults, ...figures } = outcome;
const percent = (part: number, whole: number) => (whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} %`);
say(
  tableText([
    ["reports", figures.reports],
    ["cases", figures.cases],
    ["kills (SIGKILL)", figures.kills],
    ["… aimed at a process with a notice in hand", figures.aimed],
    ["cut-off mails: claimed, and not recorded", figures.cutOff],
    ["… of which digests", figures.digestsCutOff],
    ["… of which SES had taken the mail", figures.takenBySes],
    ["… settled by SES's events", figures.settledByEvents],
    ["… that is, of those SES had taken", percent(figures.settledByEvents, figures.takenBySes)],
    ["… and of all", percent(figures.settledByEvents, figures.cutOff)],
    ["cut-off reports that a provider's API had taken", figures.takenByApi],
    ["… settled by its own list", figures.settledByList],
    ["mails and reports shown as unknown", figures.unknown],
    ["… with so many notices", figures.noticesUnknown],
    ["notices expected", figures.noticesExpected],
    ["… told by mails that reached the server, or by an API", figures.told],
    ["reports that a provider's API took", figures.byApi],
    ["mails that reached the server", figures.mails],
    ["… of which digests", figures.digests],
    ["… with so many notices", figures.inDigests],
    ["duplicates", figures.duplicates],
    ["lost", figures.lost],
    ["messages in dead letters", figures.deadLetters],
    ["seconds", figures.seconds.toFixed(1)],
  ]),
);
say(
  `Chosen, not measured: SES takes a mail at once, answers after ${sesAnswersAfterMs} ms, and its ` +
    `events come ${eventsAfterMs.from / 1000} to ${eventsAfterMs.to / 1000} s later.`,
);
say(
  `At least ${100 * settledAtLeast} % of the cut-off sends that SES had taken must be settled by its ` +
    "events. A send that was cut off before leaves no event: a person is asked.",
);
for (const fault of faults.slice(0, 20)) say(`Not as it should be: ${fault}.`);
say(
  faults.length === 0
    ? "Nothing was sent twice, nothing was lost."
    : `${faults.length} faults; play it again with --seed ${options.seed}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
