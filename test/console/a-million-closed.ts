import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Instant, instant, msOf } from "../../functions/kernel/instant.ts";
import type { Book } from "../../functions/statistics/counts.ts";
import { byName, byProvider, byReporter } from "../../functions/store/finds.ts";
import { readState, storedFormat } from "../../functions/store/stored.ts";
import { newCaseKey, sealState, tagsBy } from "../../functions/store/table/sealed.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startApart } from "../../infra/local/servers/apart.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import { type Running, startHttp } from "../../infra/local/servers/loopback.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
import { masterKeys } from "../support/master-keys.ts";
import { aConsole, firstNotice, threeAtNight } from "./a-console.ts";
import { filledCounts } from "./filled-counts.ts";

/*
 * A table that has a million closed cases which nobody wrote. Each is a number, of which all follows: when it was
 * opened, its host, its provider. A query of an index that they stand in is answered with their rows merged among
 * those that were written, in their order, cut at the limit and from the place that was asked for, as DynamoDB
 * answers it; a read of one gives its state, sealed as the store seals it. All else goes to the table behind. It runs
 * in a process of its own, so that what it takes to make them is nobody's processor time.
 */

export const closedCases = 1_000_000;
const causes = 400;
const providers = 30;
/** One opened each 24 seconds: 3,600 a day, for nine months. */
const everyMs = 24_000;
const firstMs = Date.parse("2026-02-01T00:00:00.000Z");

const openedAtOf = (number: number): Instant => instant(firstMs + number * everyMs);
export const closedId = (number: number): string => {
  const digits = String(number).padStart(8, "0");
  return `TD-CCCC-${digits.slice(0, 4)}-${digits.slice(4)}`;
};
const numberIn = (pk: unknown): number | undefined => {
  const [, high, low] = /^CASE#TD-CCCC-(\d{4})-(\d{4})$/.exec(String(pk)) ?? [];
  return high === undefined ? undefined : Number(`${high}${low}`);
};
const causeOf = (number: number): string => `cause${number % causes}.example`;
const hostOf = (number: number): string => `c${number}.${causeOf(number)}`;
const providerOf = (number: number): string => `net-${number % providers}.example`;
/** The hosts that may be asked for by themselves: a hash leads to no number. */
const askedHosts = [400_077, 999_999];

/** Numbers from one on, each so many behind the other. */
type Numbers = { readonly from: number; readonly step: number; readonly count: number };
type Text = { readonly S: string };
type Row = Readonly<Record<string, Text>>;
type List = Numbers & { readonly rowOf: (number: number) => Row };

const text = (value: string): Text => ({ S: value });
const placeOf = (number: number): string => `${openedAtOf(number)}#${closedId(number)}`;

const listsOf = async (): Promise<ReadonlyMap<string, List>> => {
  const tag = tagsBy(await masterKeys());
  const ofCase =
    (slot: string, partition: string, sort: string, by: string) =>
    (number: number): Row => ({
      pk: text(`CASE#${closedId(number)}`),
      sk: text(`FIND#${slot}`),
      [partition]: text(`FIND#${tag(by)}`),
      [sort]: text(placeOf(number)),
    });
  const list = (by: string, numbers: Numbers, rowOf: List["rowOf"]) =>
    [`FIND#${tag(by)}`, { ...numbers, rowOf }] as const;
  return new Map<string, List>([
    ...Array.from({ length: causes }, (_, cause) => {
      const by = byName(causeOf(cause));
      const numbers = { from: cause, step: causes, count: closedCases / causes };
      return list(by, numbers, ofCase("domain", "openedDay", "openedAt", by));
    }),
    ...askedHosts.map((number) => {
      const by = byName(hostOf(number));
      return list(by, { from: number, step: 1, count: 1 }, ofCase("host", "openedDay", "openedAt", by));
    }),
    ...Array.from({ length: providers }, (_, provider) => {
      const by = byProvider(providerOf(provider));
      const count = Math.ceil((closedCases - provider) / providers);
      return list(by, { from: provider, step: providers, count }, (number) => ({
        ...ofCase("desk", "openedDay", "openedAt", by)(number),
        pk: text(`DESK#${provider}`),
        sk: text(`${openedAtOf(number)}#${closedId(number)}#0-first-1#delivered`),
      }));
    }),
    list(
      byReporter("hotline"),
      { from: 0, step: 1, count: closedCases },
      ofCase("number", "reviewShard", "reviewRank", byReporter("hotline")),
    ),
  ]);
};

const listOfDay = (day: string): List => {
  const from = Math.max(0, Math.ceil((Date.parse(`${day}T00:00:00.000Z`) - firstMs) / everyMs));
  const end = Math.min(closedCases, Math.ceil((Date.parse(`${day}T00:00:00.000Z`) + 86_400_000 - firstMs) / everyMs));
  return {
    from,
    step: 1,
    count: Math.max(0, end - from),
    rowOf: (number) => ({
      pk: text(`CASE#${closedId(number)}`),
      sk: text("STATE"),
      openedDay: text(day),
      openedAt: text(placeOf(number)),
    }),
  };
};

/** The newest rows of a list that stand before a place, so many at most. */
const newestOf = ({ from, step, count, rowOf }: List, before: string | undefined, limit: number): readonly Row[] => {
  // Numbers are sorted as their places are: the first that is not before it is found by halves.
  let [low, high] = [0, count];
  while (before !== undefined && low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(from + middle * step) < before) low = middle + 1;
    else high = middle;
  }
  return Array.from({ length: Math.min(limit, high) }, (_, at) => rowOf(from + (high - 1 - at) * step));
};

/** A closed case as the flow leaves it, which the others are made of. */
const aClosedCase = async () => {
  const house = aConsole();
  const id = await house.opened(aReport({ category: "phishing", target: { kind: "host", host: hostOf(0) } }));
  const candidates = [aCandidate({ email: `abuse@${providerOf(0)}` })];
  const told = await house.lookedUp(id, { candidates, country: "NL" });
  const sent = { at: house.now(), noticeId: firstNotice(told), attemptId: "a" };
  await house.happened(
    id,
    { type: "send-claimed", ...sent, subject: "s", renderHash: "0", recipientHash: "0" },
    { type: "sent", ...sent, sesMessageId: "m" },
  );
  return JSON.stringify(
    await house.happened(id, { type: "closed", at: house.now(), outcome: "gone", why: "It is gone." }),
  ).replaceAll(id, "TD-TEMPLATE");
};

const closedItem = (template: string, master: Awaited<ReturnType<typeof masterKeys>>, number: number) => {
  const state = readState(
    template
      .replaceAll("TD-TEMPLATE", closedId(number))
      .replaceAll(hostOf(0), hostOf(number))
      .replaceAll(providerOf(0), providerOf(number))
      .replaceAll(threeAtNight, openedAtOf(number)),
  );
  const caseKey = newCaseKey();
  const sealed = sealState(state, { master, caseKey });
  if (!("sealed" in sealed)) throw new Error("It is not forgotten.");
  return {
    pk: text(`CASE#${state.id}`),
    sk: text("STATE"),
    version: { N: String(state.version) },
    sealed: { B: Buffer.from(sealed.sealed).toString("base64") },
    sealedBy: text(sealed.sealedBy),
    caseKey: text(caseKey),
    format: { N: String(storedFormat) },
  };
};

type Query = {
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Text>>;
  readonly ExclusiveStartKey?: Row;
  readonly Limit?: number;
  readonly ScanIndexForward?: boolean;
  readonly Key?: Row;
};

/** What a query asks of an index: a partition, and before which place of its sort key. */
const askedIn = ({ IndexName, KeyConditionExpression = "", ExpressionAttributeValues = {}, ...query }: Query) => {
  const [, partition, value = "", sort, before = ""] =
    /^(openedDay|reviewShard) = (:\w+)(?: AND (openedAt|reviewRank) < (:\w+))?$/.exec(KeyConditionExpression) ?? [];
  if (IndexName === undefined || partition === undefined || query.ScanIndexForward !== false) return undefined;
  const by = partition === "openedDay" ? "openedAt" : "reviewRank";
  return {
    partition: ExpressionAttributeValues[value]?.S ?? "",
    sort: by,
    before: sort === undefined ? query.ExclusiveStartKey?.[by]?.S : ExpressionAttributeValues[before]?.S,
    limit: query.Limit ?? 1_000,
  };
};

/** Listens in front of a DynamoDB of this process. */
const startInFront = async (): Promise<Running> => {
  const behind = await startDynamoDb({ port: 0 });
  const [lists, template, master] = await Promise.all([listsOf(), aClosedCase(), masterKeys()]);
  const forward = async (target: string, body: Buffer) => {
    const answer = await fetch(behind.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": target,
        "x-amz-date": "20261124T030000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=bench/20261124/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: new Uint8Array(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const json = (body: object) => ({
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: JSON.stringify(body),
  });
  const query = async (target: string, asked: Query, body: Buffer) => {
    const of = askedIn(asked);
    const list = of && (/^\d{4}-/.test(of.partition) ? listOfDay(of.partition) : lists.get(of.partition));
    const { status, text: written } = await forward(target, body);
    if (!of || !list || status !== 200)
      return { status, headers: { "content-type": "application/x-amz-json-1.0" }, body: written };
    const { Items = [], LastEvaluatedKey }: { Items?: Row[]; LastEvaluatedKey?: Row } = JSON.parse(written);
    const closed = newestOf(list, of.before, of.limit + 1);
    const all = [...Items, ...closed].sort((one, other) =>
      (one[of.sort]?.S ?? "") > (other[of.sort]?.S ?? "") ? -1 : 1,
    );
    const here = all.slice(0, of.limit);
    const last = all.length > of.limit || LastEvaluatedKey ? here.at(-1) : undefined;
    return json({
      Items: here,
      Count: here.length,
      ScannedCount: here.length,
      ...(last && { LastEvaluatedKey: last }),
    });
  };
  return startHttp(0, async (request, body) => {
    const target = String(request.headers["x-amz-target"]);
    const asked: Query = JSON.parse(body.toString("utf8"));
    if (target.endsWith(".Query")) return query(target, asked, body);
    const number = target.endsWith(".GetItem") && asked.Key?.sk?.S === "STATE" ? numberIn(asked.Key.pk?.S) : undefined;
    if (number !== undefined && number < closedCases) return json({ Item: closedItem(template, master, number) });
    const { status, text: written } = await forward(target, body);
    return { status, headers: { "content-type": "application/x-amz-json-1.0" }, body: written };
  });
};

const isApart = "a-million-closed";

/** The table in a process of its own, with its counts for the overview. Ends with `close`, and with this process. */
export const startMillionClosed = async () => {
  const table = await startApart(import.meta.filename, [isApart]);
  const client = new DynamoDBClient({
    endpoint: table.url,
    region: "us-east-1",
    credentials: { accessKeyId: "bench", secretAccessKey: "bench" },
  });
  const name = "cases";
  await createTable(client, name);
  await fillCounts(DynamoDBDocumentClient.from(client), name);
  return {
    client,
    name,
    close: async () => {
      client.destroy();
      await table.close();
    },
  };
};

/** As many lines as the store has of each (`countShards` in `store/table/counts.ts`). */
const shards: Readonly<Record<Book, number>> = { days: 16, open: 16, persons: 4, country: 8, category: 8, provider: 4 };

/** The counts of the last months of a hotline of a million cases in nine of them. */
const fillCounts = async (table: DynamoDBDocumentClient, name: string): Promise<void> => {
  const { counts } = filledCounts(threeAtNight, 86_400_000 / everyMs);
  const months = Array.from({ length: 5 }, (_, back) =>
    instant(msOf("2026-11-15T00:00:00.000Z") - back * 30 * 86_400_000).slice(0, 7),
  );
  const items: Record<string, unknown>[] = [];
  for (const [book, over] of Object.entries(shards) as [Book, number][])
    for (const month of book === "open" ? ["now"] : months)
      for (const [line, adds] of await counts(book, month))
        for (let shard = 0; shard < over; shard++)
          items.push({
            pk: `COUNT#${book}#${month}`,
            sk: `${line}#${shard}`,
            ...(book === "open" && { since: openedAtOf(0) }),
            ...Object.fromEntries(Object.entries(adds).map(([what, count]) => [`n-${what}`, Math.ceil(count / over)])),
          });
  for (let from = 0; from < items.length; from += 25)
    await table.send(
      new BatchWriteCommand({
        RequestItems: { [name]: items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
};

if (process.argv[2] === isApart) {
  process.on("disconnect", () => process.exit());
  process.send?.((await startInFront()).port);
}
