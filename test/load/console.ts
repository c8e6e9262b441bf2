import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { dynamoReservations } from "../../functions/store/table/reservations.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { tableText } from "../../infra/local/tally.ts";
import { aConsole } from "../console/a-console.ts";
import { closedCases, startMillionClosed } from "../console/a-million-closed.ts";
import { type Calls, countsCalls } from "../console/counted-calls.ts";
import { aReport } from "../support/a-case.ts";
import { masterKeys } from "../support/master-keys.ts";

const waiting = 10_000;
const rounds = 9;
/** More at once change the same counts in the same moment, and one loses again and again. */
const atATime = 4;
const bars = { milliseconds: 300, megabytes: 6 };

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * 10,000 cases wait and a million are closed (`a-million-closed.ts`), in a table of its own process: what each page of
 * the console takes in calls, size of answers and processor time of the console alone. True where all are below the
 * limits.
 */
export const consoleAtAMillion = async (): Promise<boolean> => {
  const { client, name, close } = await startMillionClosed();
  const console_ = aConsole({
    store: dynamoCaseStore(client, name, masterKeys),
    reservations: dynamoReservations(tableOf(client, name)),
  });

  /** What others outdid is done again; it was written as a whole or not at all. */
  const again = async <T>(deed: () => Promise<T>, tries = 20): Promise<T> => {
    try {
      return await deed();
    } catch (error) {
      if (tries <= 1) throw error;
      return again(deed, tries - 1);
    }
  };

  const aCaseThatWaits = async (at: number): Promise<string> => {
    const host = `h${at}.cause${at % 400}.example`;
    const category = at % 5 === 0 ? "malware" : "phishing";
    const report = aReport({ reportId: `r-${at}`, category, target: { kind: "host", host } });
    const id = await again(() => console_.opened(report));
    await again(() => console_.asks(id, "still-up", "The reporter says so."));
    return id;
  };

  for (let from = 0; from < waiting; from += atATime) {
    await Promise.all(Array.from({ length: atATime }, (_, at) => aCaseThatWaits(from + at)));
    if (process.stderr.isTTY) process.stderr.write(`\r${from + atATime} cases `);
  }
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");

  const calls = countsCalls(client);
  type Asked = { readonly name: string; readonly ask: () => Promise<{ readonly status: number }> };
  const asked: readonly Asked[] = [
    { name: "the list", ask: () => console_.get("/") },
    { name: "a filter", ask: () => console_.get("/?category=malware") },
    { name: "the next case", ask: () => console_.get("/next?in=category%3Dmalware") },
    { name: "search: a host", ask: () => console_.post("/search", { q: "h77.cause77.example" }) },
    { name: "search: a closed host", ask: () => console_.post("/search", { q: "c400077.cause77.example" }) },
    { name: "search: a domain", ask: () => console_.post("/search", { q: "cause77[.]example" }) },
    { name: "search: a provider", ask: () => console_.post("/search", { q: "net-7.example" }) },
    { name: "search: a reporter", ask: () => console_.post("/search", { q: "hotline" }) },
    { name: "a day’s cases", ask: () => console_.get("/?state=all&from=2026-10-01&to=2026-10-01") },
    { name: "the overview", ask: () => console_.get("/overview") },
  ];

  const measured = async ({ name: what, ask }: Asked) => {
    const milliseconds: number[] = [];
    let first: Calls = { calls: 0, reads: 0, megabytes: 0 };
    for (let round = 0; round <= rounds; round++) {
      // The first compiles what the others run; its answers are weighed, which takes the processor, too.
      calls.take();
      calls.weighs(round === 0);
      const before = process.cpuUsage();
      const { status } = await ask();
      const { user, system } = process.cpuUsage(before);
      if (status >= 400) throw new Error(`${what} answers ${status}.`);
      if (round > 0) milliseconds.push((user + system) / 1_000);
      else first = calls.take();
    }
    return { name: what, milliseconds: median(milliseconds), ...first };
  };

  const rows = [];
  for (const one of asked) rows.push(await measured(one));
  say(`${waiting} cases wait, ${closedCases} are closed; medians of ${rounds}.\n`);
  say(
    tableText([
      ["", "calls", "MB", "ms"],
      ...rows.map((row) => [row.name, row.calls, row.megabytes.toFixed(2), row.milliseconds.toFixed(0)] as const),
    ]),
  );
  const over = rows.filter((row) => row.milliseconds > bars.milliseconds || row.megabytes > bars.megabytes);
  say(
    `\nAt most ${bars.milliseconds} ms and ${bars.megabytes} MB each: ` +
      (over.length === 0 ? "all hold." : `not held by ${over.map(({ name: what }) => what).join(", ")}.`),
  );
  await close();
  return over.length === 0;
};
