/*
 * npm run bench:console: 10,000 cases wait and others are closed, in a DynamoDB of its own process; what do the
 * first screen, a filter, a group and a search take? Calls, answers' size and processor time of the console
 * alone, medians of several. Closed cases stand in no index that a list reads, and a search reads 50 keys of one
 * partition at most, so that a thousand closed are as a million.
 */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoCaseStore } from "../../functions/adapters/dynamo-case-store.ts";
import { dynamoReservations } from "../../functions/adapters/dynamo-reservations.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDbApart } from "../../infra/local/servers/apart.ts";
import { tableText } from "../../infra/local/tally.ts";
import { aReport } from "../support/a-case.ts";
import { masterKeys } from "../support/master-keys.ts";
import { aConsole } from "./a-console.ts";
import { type Calls, countsCalls } from "./counted-calls.ts";

const waiting = 10_000;
const closed = 1_000;
const rounds = 9;
const atATime = 25;
const bars = { milliseconds: 300, megabytes: 6 };

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const server = await startDynamoDbApart();
const client = new DynamoDBClient({
  endpoint: server.url,
  region: "us-east-1",
  credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
});
const table = DynamoDBDocumentClient.from(client);
await createTable(client, "bench");
const console_ = aConsole({
  store: dynamoCaseStore(client, "bench", masterKeys),
  reservations: dynamoReservations(table, "bench"),
});

const aCaseThatWaits = async (at: number): Promise<string> => {
  const host = `h${at}.cause${at % 400}.example`;
  const id = await console_.opened(
    aReport({ reportId: `r-${at}`, category: at % 5 === 0 ? "malware" : "phishing", target: { kind: "host", host } }),
  );
  await console_.happened(id, {
    type: "asked",
    at: console_.now(),
    reviewId: "still-up.9",
    question: "still-up",
    blocking: true,
    reason: "The reporter says so.",
  });
  return id;
};

for (let from = 0; from < waiting + closed; from += atATime) {
  const numbers = Array.from({ length: atATime }, (_, at) => from + at);
  const ids = await Promise.all(numbers.map(aCaseThatWaits));
  if (from >= waiting)
    for (const id of ids)
      await console_.happened(id, { type: "closed", at: console_.now(), outcome: "gone", why: "seen" });
  if (process.stderr.isTTY) process.stderr.write(`\r${from + atATime} cases `);
}
if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");

const calls = countsCalls(client);
type Asked = { readonly name: string; readonly ask: () => Promise<{ readonly status: number }> };
const asked: readonly Asked[] = [
  { name: "on call", ask: () => console_.get("/") },
  { name: "what waits", ask: () => console_.get("/waiting") },
  { name: "a filter", ask: () => console_.get("/waiting?category=malware") },
  { name: "groups by host", ask: () => console_.get("/waiting?by=host") },
  { name: "the next case", ask: () => console_.get("/waiting/next?in=category%3Dmalware") },
  { name: "search: a host", ask: () => console_.post("/search", { q: "h77.cause77.example" }) },
  { name: "search: a domain", ask: () => console_.post("/search", { q: "cause77[.]example" }) },
];

const measured = async ({ name, ask }: Asked) => {
  const milliseconds: number[] = [];
  let first: Calls = { calls: 0, megabytes: 0 };
  for (let round = 0; round <= rounds; round++) {
    // The first compiles what the others run; its answers are weighed, which takes the processor, too.
    calls.take();
    calls.weighs(round === 0);
    const before = process.cpuUsage();
    const { status } = await ask();
    const { user, system } = process.cpuUsage(before);
    if (status >= 400) throw new Error(`${name} answers ${status}.`);
    if (round > 0) milliseconds.push((user + system) / 1_000);
    else first = calls.take();
  }
  return { name, milliseconds: median(milliseconds), ...first };
};

const rows = [];
for (const one of asked) rows.push(await measured(one));
say(`${waiting} cases wait, ${closed} are closed; medians of ${rounds}.\n`);
say(
  tableText([
    ["", "calls", "MB", "ms"],
    ...rows.map((row) => [row.name, row.calls, row.megabytes.toFixed(2), row.milliseconds.toFixed(0)] as const),
  ]),
);
const over = rows.filter((row) => row.milliseconds > bars.milliseconds || row.megabytes > bars.megabytes);
say(
  `\nAt most ${bars.milliseconds} ms and ${bars.megabytes} MB each: ` +
    (over.length === 0 ? "all hold." : `not held by ${over.map(({ name }) => name).join(", ")}.`),
);
client.destroy();
await server.close();
process.exitCode = over.length === 0 ? 0 : 1;
