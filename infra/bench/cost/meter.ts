import { BatchGetItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Running, startHttp } from "../../local/servers/loopback.ts";
import { type IndexKeys, type Item, indexUnits, itemBytes, readUnits, writeUnits } from "./dynamo-units.ts";
import { waitsMs } from "./prices.ts";

/**
 * What was metered, by `service.quantity` as the price file names them, and each kind of call by
 * `service Operation`.
 */
export type Reading = {
  readonly used: Readonly<Record<string, number>>;
  readonly calls: Readonly<Record<string, number>>;
};

export type Counter = {
  readonly use: (quantity: string, amount: number) => void;
  /** Notes what is looked at and not paid for: a call, or any amount of something. */
  readonly call: (name: string, times?: number) => void;
  /** Notes a call that begins, and gives what to do when it is answered. */
  readonly begins: (name: string) => () => void;
  /**
   * Milliseconds that the calls since the last time would have waited in Lambda (`prices.ts`), side
   * by side where they were: a call is taken to wait for all that were answered before it began,
   * which is rather too much, since most are other messages'.
   */
  readonly takeWaitedMs: () => number;
  /** What was counted since the last time, which begins anew. */
  readonly take: () => Reading;
};

export const counter = (): Counter => {
  let used: Record<string, number> = {};
  let calls: Record<string, number> = {};
  let answeredAtMs = 0;
  const call: Counter["call"] = (name, times = 1) => {
    calls[name] = (calls[name] ?? 0) + times;
  };
  return {
    use: (quantity, amount) => {
      used[quantity] = (used[quantity] ?? 0) + amount;
    },
    call,
    begins: (name) => {
      call(name);
      const beganAtMs = answeredAtMs;
      return () => {
        answeredAtMs = Math.max(answeredAtMs, beganAtMs + (waitsMs[name] ?? 0));
      };
    },
    takeWaitedMs: () => {
      const waited = answeredAtMs;
      answeredAtMs = 0;
      return waited;
    },
    take: () => {
      const taken = { used, calls };
      used = {};
      calls = {};
      return taken;
    },
  };
};

/** SQS, SNS and EventBridge charge each 64 KB begun. */
export const chunks = (bytes: number): number => Math.max(1, Math.ceil(bytes / 65_536));

type Meter = (
  request: { readonly operation: string; readonly body: Buffer },
  forward: () => Promise<Buffer>,
) => Promise<void>;

/**
 * Stands before one server, hands every request on as it came, and lets `meter` see it and its
 * answer.
 */
const startMeter = async (
  service: string,
  upstream: string,
  { begins }: Pick<Counter, "begins">,
  meter: Meter,
): Promise<Running> =>
  startHttp(0, async (request, body) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === "string" && !hopByHop.has(name) ? [[name, value]] : [],
      ),
    );
    const operation =
      String(request.headers["x-amz-target"] ?? "").split(".")[1] ??
      new URLSearchParams(body.toString("utf8")).get("Action") ??
      request.method ??
      "";
    let answered:
      | { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer }
      | undefined;
    const forward = async (): Promise<Buffer> => {
      const answer = await fetch(new URL(request.url ?? "/", upstream), {
        method: request.method ?? "POST",
        headers,
        ...(body.length > 0 && { body: new Uint8Array(body) }),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      answered = {
        status: answer.status,
        headers: Object.fromEntries([...answer.headers].filter(([name]) => !hopByHop.has(name))),
        body: bytes,
      };
      return bytes;
    };
    const answers = begins(`${service} ${operation}`);
    await meter({ operation, body }, forward);
    answers();
    if (!answered) throw new Error(`The meter did not hand on ${operation}.`);
    return answered;
  });
const hopByHop = new Set([
  "connection",
  "content-length",
  "host",
  "keep-alive",
  "transfer-encoding",
  "content-encoding",
  "expect",
]);

/**
 * SQS: what functions put on queues. Receives and deletes are Lambda's own, and counted where a
 * batch is handed over.
 */
export const meterSqs = (upstream: string, counter: Counter): Promise<Running> =>
  startMeter("SQS", upstream, counter, async ({ body }, forward) => {
    await forward();
    counter.use("sqs.requests", chunks(body.length));
    const { Entries, ...alone } = JSON.parse(body.toString("utf8")) as { readonly Entries?: readonly object[] };
    if ((Entries ?? [alone]).some((message) => "MessageGroupId" in message))
      counter.use("sqs.fairRequests", chunks(body.length));
  });

/** EventBridge: each entry is an event, and each 64 KB of it. */
export const meterEventBridge = (upstream: string, counter: Counter): Promise<Running> =>
  startMeter("EventBridge", upstream, counter, async ({ body }, forward) => {
    await forward();
    const { Entries = [] } = JSON.parse(body.toString("utf8")) as { readonly Entries?: readonly unknown[] };
    for (const entry of Entries) counter.use("eventBridge.events", chunks(Buffer.byteLength(JSON.stringify(entry))));
  });

/** SES, whose price stands apart. */
export const meterSes = (upstream: string, counter: Counter): Promise<Running> =>
  startMeter("SES", upstream, counter, async ({ operation, body }, forward) => {
    await forward();
    if (operation !== "SendRawEmail") return;
    counter.use("ses.mails", 1);
    counter.use(
      "ses.bytes",
      Buffer.from(new URLSearchParams(body.toString("utf8")).get("RawMessage.Data") ?? "", "base64").length,
    );
  });

/** Any service that charges each request alike. */
export const meterRequests = (
  service: string,
  quantity: string,
  upstream: string,
  counter: Counter,
): Promise<Running> =>
  startMeter(service, upstream, counter, async (_, forward) => {
    await forward();
    counter.use(quantity, 1);
  });

type Action = { readonly Item?: Item; readonly Key?: Item };
type Body = {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly ConsistentRead?: boolean;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly RequestItems?: Readonly<
    Record<string, { readonly Keys: readonly Item[]; readonly ConsistentRead?: boolean }>
  >;
  readonly TransactItems?: readonly {
    readonly Put?: Action;
    readonly Update?: Action;
    readonly Delete?: Action;
    readonly ConditionCheck?: Action;
  }[];
};
const keyOf = ({ Item, Key }: Action): Item => {
  const { pk, sk } = Item ?? Key ?? {};
  if (!pk || !sk) throw new Error("A write names no key.");
  return { pk, sk };
};
const nameOf = ({ pk, sk }: Item): string => `${pk?.S}\n${sk?.S}`;

type Write = (
  table: string,
  actions: readonly Action[],
  transactional: boolean,
  forward: () => Promise<Buffer>,
) => Promise<void>;

/** Meters writes, one at a time: items are read before and after each. */
const writeMeter = (upstream: string, indexes: IndexKeys, { use, call }: Counter): Write => {
  const itself = new DynamoDBClient({ endpoint: upstream });
  const itemsAt = async (table: string, keys: readonly Item[]): Promise<ReadonlyMap<string, Item>> => {
    const { Responses } = await itself.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: keys.map((key) => ({ ...key })), ConsistentRead: true } },
      }),
    );
    return new Map((Responses?.[table] ?? []).map((item) => [nameOf(item), item]));
  };
  let last: Promise<unknown> = Promise.resolve();
  const alone = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return (table, actions, transactional, forward) =>
    alone(async () => {
      const keys = actions.map(keyOf);
      const before = await itemsAt(table, keys);
      await forward();
      const after = await itemsAt(table, keys);
      for (const key of keys.map(nameOf)) {
        const [was, is] = [before.get(key), after.get(key)];
        use("dynamoDb.writeUnits", writeUnits(was, is, transactional));
        use("dynamoDb.writeUnits", indexUnits(was, is, indexes));
        use(
          "dynamoDb.storedBytes",
          (is ? itemBytes(is) + perItemBytes : 0) - (was ? itemBytes(was) + perItemBytes : 0),
        );
        call(`DynamoDB item ${key.split("#")[0]}: ${writeUnits(was, is, transactional)} units`);
      }
      const entries = keys
        .map(nameOf)
        .reduce((sum, key) => sum + indexUnits(before.get(key), after.get(key), indexes), 0);
      if (entries > 0) call(`DynamoDB indexes: ${entries} units`);
    });
};

/** What a read is charged, by its answer: each key of a BatchGetItem by itself. */
const readUnitsIn = (
  operation: "GetItem" | "Query" | "BatchGetItem",
  body: Body,
  answer: Buffer,
): readonly number[] => {
  const said: unknown = JSON.parse(answer.toString("utf8"));
  switch (operation) {
    case "GetItem": {
      const { Item: found } = said as Pick<Body, "Item">;
      return [readUnits(found ? itemBytes(found) : 0, body.ConsistentRead === true)];
    }
    case "Query": {
      const { Items = [] } = said as { readonly Items?: readonly Item[] };
      return [
        readUnits(
          Items.reduce((sum, item) => sum + itemBytes(item), 0),
          body.ConsistentRead === true,
        ),
      ];
    }
    case "BatchGetItem": {
      const { Responses = {} } = said as { readonly Responses?: Readonly<Record<string, readonly Item[]>> };
      return Object.entries(body.RequestItems ?? {}).flatMap(([of, { Keys, ConsistentRead = false }]) => {
        const found = new Map((Responses[of] ?? []).map((item) => [nameOf(item), itemBytes(item)]));
        // A key under which nothing stands is charged, too.
        return Keys.map((key) => readUnits(found.get(nameOf(key)) ?? 0, ConsistentRead));
      });
    }
    default:
      return operation satisfies never;
  }
};

/**
 * DynamoDB. A write is charged by the items as they were and as they are, so the meter reads both
 * itself, uncounted, and lets one write through at a time. What a failed condition costs is counted
 * alike.
 */
export const meterDynamoDb = (upstream: string, indexes: IndexKeys, counter: Counter): Promise<Running> => {
  const write = writeMeter(upstream, indexes, counter);
  return startMeter("DynamoDB", upstream, counter, async ({ operation, body: bytes }, forward) => {
    const body = JSON.parse(bytes.toString("utf8")) as Body;
    const table =
      body.TableName ??
      Object.values(body.TransactItems?.[0] ?? {}).map((action) => (action as { TableName?: string }).TableName)[0] ??
      "";
    switch (operation) {
      case "PutItem":
      case "UpdateItem":
      case "DeleteItem":
        return write(table, [body], false, forward);
      case "TransactWriteItems":
        return write(
          table,
          (body.TransactItems ?? []).flatMap(({ Put, Update, Delete, ConditionCheck }) => [
            Put ?? Update ?? Delete ?? ConditionCheck ?? {},
          ]),
          true,
          forward,
        );
      case "GetItem":
      case "Query":
      case "BatchGetItem":
        for (const units of readUnitsIn(operation, body, await forward())) counter.use("dynamoDb.readUnits", units);
        return;
      default:
        throw new Error(`The meter does not know what DynamoDB charges for ${operation}.`);
    }
  });
};

/**
 * DynamoDB stores a hundred bytes beside each item (Developer Guide, "DynamoDB item sizes and
 * formats"); index entries come on top.
 */
const perItemBytes = 100;
