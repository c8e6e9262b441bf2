import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, expect, it } from "vitest";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { newestOf } from "../../infra/command/cases.ts";
import { waiting } from "../../infra/command/reviews.ts";
import { saying } from "../../infra/command/saying.ts";
import { aReport } from "../support/a-case.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";
import { aConsole, threeAtNight } from "./a-console.ts";

const newTable = aTableServer();
let console: ReturnType<typeof aConsole>;
let whole: string;
let damaged: string;

/** Somebody wrote over the end of what is sealed. */
const damage = async (client: Awaited<ReturnType<typeof newTable>>["client"], TableName: string, caseId: string) =>
  DynamoDBDocumentClient.from(client).send(
    new UpdateCommand({
      TableName,
      Key: { pk: `CASE#${caseId}`, sk: "STATE" },
      UpdateExpression: "SET sealed = :other",
      ExpressionAttributeValues: { ":other": new Uint8Array(200) },
    }),
  );

beforeAll(async () => {
  const { client, name } = await newTable();
  console = aConsole({ store: dynamoCaseStore(client, name, masterKeys) });
  const asked = async (reportId: string) => {
    const id = await console.opened(aReport({ reportId, target: { kind: "host", host: `${reportId}.bad.example` } }));
    return (await console.asks(id, "unanswered", "Nobody answered.")).id;
  };
  whole = await asked("r-1");
  damaged = await asked("r-2");
  await damage(client, name, damaged);
});

const says = (caseId: string) => `${caseId} can't be read: see operations.md, A case that was damaged.`;
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, "")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ");
const day = threeAtNight.slice(0, 10);

it.each(["/", "/?state=open", "/?state=all", "/?question=unanswered"])(
  "is named on %s, and the others stand there as ever",
  async (address) => {
    const { status, text } = await console.get(address);
    expect(status).toBe(200);
    expect(text).toContain(`href="/cases/${whole}`);
    expect(textOf(text)).toContain(says(damaged));
    expect(textOf(text)).not.toContain(says(whole));
  },
);

it.each(["/", "/?sort=oldest"])("of the review queue's entries is named on %s as a case is", async (address) => {
  const { client, name } = await newTable();
  const other = aConsole({ store: dynamoCaseStore(client, name, masterKeys) });
  const [good, bad] = [await other.unreadable("a message"), await other.unreadable("another message")];
  await damage(client, name, bad);
  const { text } = await other.get(address);
  expect([text.includes(`href="/cases/${good}`), textOf(text).includes(says(bad))]).toEqual([true, true]);
  expect((await other.get(`/cases/${bad}`)).status).toBe(503);
});

it("leaves no page that says all is well", async () => {
  const { client, name } = await newTable();
  const alone = aConsole({ store: dynamoCaseStore(client, name, masterKeys) });
  await damage(client, name, await alone.unreadable("the only one"));
  const { text } = await alone.get("/");
  expect(textOf(text)).not.toContain("All is well");
  expect(textOf(text)).toContain("can't be read: see operations.md");
});

it("is not gone on with, and the next one is", async () => {
  const { status, headers } = await console.get(`/next?after=${damaged}`);
  expect([status, headers.get("location")]).toEqual([303, expect.stringContaining(whole)]);
  expect((await console.get(`/next?after=${whole}`)).status).toBe(200);
});

it.each(["", "/dossier"])("says so on its own page%s, and the log has its number", async (page) => {
  console.said.length = 0;
  const { status, text } = await console.get(`/cases/${damaged}${page}`);
  expect(status).toBe(503);
  expect(textOf(text)).toContain(says(damaged));
  expect(console.said.map((line) => JSON.parse(line))).toEqual([
    { code: "unforeseen", caseId: damaged, error: "DamagedCase", source: "console" },
  ]);
});

it("is found by its number, and said to be damaged", async () => {
  const { status, text } = await console.post("/search", { q: damaged });
  expect(status).toBe(503);
  expect(textOf(text)).toContain(says(damaged));
});

it("is named by the command line's lists, and the others stand there", async () => {
  const { store } = console;
  const cases = await newestOf(store, { folder: "", limit: 30 }, [day]);
  expect([cases.cases.map(({ id }) => id), cases.damaged]).toEqual([[whole], [damaged]]);
  const reviews = await waiting(store, { limit: 30 });
  expect([reviews.cases.map(({ id }) => id), reviews.damaged]).toEqual([[whole], [damaged]]);
});

it("is a sentence of any command that names it", async () => {
  const error = await console.store.read(damaged).catch((thrown: unknown) => thrown);
  expect(saying(error, ["case", damaged])).toBe(says(damaged));
});
