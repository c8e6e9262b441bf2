import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";

/*
 * A call of the table is two thirds of what it takes the SDK's middlewares: each copies the client's whole
 * configuration, puts up a signer and a user agent, and walks through what is asked and answered by a schema
 * (infra/guides/performance.md). What they say is the same each time. So the first call goes their way, and is listened
 * to: where the table is, and by which headers it was asked. The ones behind it are written by hand, signed by the
 * SDK's signer and sent by its handler. What is not answered well is the SDK's again: it takes that answer, or that
 * failure, for its own first attempt, and names the error, mends the clock, rests and asks again as it always does.
 */

type Config = DynamoDBClient["config"];
type Handler = Config["requestHandler"];
type Response = Awaited<ReturnType<Handler["handle"]>>["response"];
type Signer = Awaited<ReturnType<Config["signer"]>>;
type Request = {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** What the SDK asked the table with. */
type Learnt = {
  readonly at: Omit<Request, "headers">;
  readonly headers: Readonly<Record<string, string>>;
  /** What stands before an operation's name in the header that names it. */
  readonly target: string;
  readonly signer: Signer;
};

/** The SDK writes the others for each call: its length, its signature, its number and attempt. */
const sameEachTime = ["host", "content-type", "user-agent", "x-amz-user-agent"] as const;
const targetHeader = "x-amz-target";

const operations: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [BatchGetItemCommand, "BatchGetItem"],
  [DeleteItemCommand, "DeleteItem"],
  [GetItemCommand, "GetItem"],
  [PutItemCommand, "PutItem"],
  [QueryCommand, "Query"],
  [TransactWriteItemsCommand, "TransactWriteItems"],
  [UpdateItemCommand, "UpdateItem"],
]);

/** As DynamoDB's JSON has it: bytes in base64. */
const written = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(written);
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  const all: Record<string, unknown> = {};
  for (const [name, of] of Object.entries(value)) all[name] = written(of);
  return all;
};

/**
 * As the SDK reads DynamoDB's JSON. A text under `B`, or texts under `BS`, are bytes: under such a name of an item, or
 * of a map in one, stands a value with its type.
 */
const read = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(read);
  const all: Record<string, unknown> = {};
  for (const [name, of] of Object.entries(value))
    if (name === "B" && typeof of === "string") all[name] = bytesIn(of);
    else if (name === "BS" && Array.isArray(of)) all[name] = of.map(bytesIn);
    else all[name] = read(of);
  return all;
};
const bytesIn = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, "base64"));

const wholeOf = (body: Readable): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    body.on("data", (part: Buffer) => void parts.push(part));
    body.on("error", reject);
    body.on("end", () => resolve(Buffer.concat(parts)));
  });

/** What came of the attempt by hand, where it was no good answer. */
type Failed = { readonly response: Response } | { readonly error: unknown };
type Resolves = GetItemCommand["resolveMiddleware"];
type Sent = GetItemCommand & { resolveMiddleware: Resolves };

/**
 * The SDK's client of DynamoDB, which takes less of a processor for the commands that are asked all the time
 * (`operations`). What a middleware is added for on such a client sees the first call and no other.
 */
export class TableClient extends DynamoDBClient {
  #learnt: Learnt | undefined;

  constructor(config: DynamoDBClientConfig) {
    super(config);
    this.middlewareStack.add(
      (next, { authSchemes }) =>
        async (args) => {
          const answer = await next(args);
          if (this.#learnt === undefined)
            this.#learnt = learntOf(args.request as Request, await this.config.signer(authSchemes?.[0]));
          return answer;
        },
      { step: "finalizeRequest", priority: "low", name: "tableClient" },
    );
  }

  override send = ((command: Sent, ...given: readonly unknown[]) => {
    const learnt = this.#learnt;
    const operation = operations.get(command.constructor);
    if (learnt && operation !== undefined && given.length === 0) {
      const bySdk = command.resolveMiddleware;
      command.resolveMiddleware = ((stack, config, options) => async () => {
        const done = await this.#byHand(learnt, operation, command);
        if ("output" in done) return done;
        const again = bySdk.call(command, stack, { ...config, requestHandler: firstly(done, config) }, options);
        return again(command as never);
      }) as Resolves;
    }
    return super.send(command, ...(given as []));
  }) as DynamoDBClient["send"];

  async #byHand(learnt: Learnt, operation: string, command: Sent): Promise<{ readonly output: never } | Failed> {
    // A transaction that is asked again is the same one by this.
    if (operation === "TransactWriteItems")
      Object.assign(command, { input: { ClientRequestToken: randomUUID(), ...command.input } });
    const { config } = this;
    const strategy = await config.retryStrategy();
    const token = "recordSuccess" in strategy ? await strategy.acquireInitialRetryToken("") : undefined;
    try {
      const body = JSON.stringify(written(command.input));
      const headers = {
        ...learnt.headers,
        [targetHeader]: learnt.target + operation,
        "content-length": String(Buffer.byteLength(body)),
      };
      const signingDate = new Date(Date.now() + config.systemClockOffset);
      const request = await learnt.signer.sign({ ...learnt.at, method: "POST", query: {}, headers, body } as never, {
        signingDate,
      });
      const { response } = await config.requestHandler.handle(request as never);
      if (response.statusCode !== 200) return { response };
      const answer = (await wholeOf(response.body)).toString("utf8");
      const output = { ...(answer !== "" && (read(JSON.parse(answer)) as object)), $metadata: {} };
      if (token && "recordSuccess" in strategy) strategy.recordSuccess(token);
      return { output: output as never };
    } catch (error) {
      return { error };
    }
  }
}

const learntOf = ({ protocol, hostname, port, path, headers }: Request, signer: Signer): Learnt => ({
  at: { protocol, hostname, path, ...(port !== undefined && { port }) },
  headers: Object.fromEntries(
    sameEachTime.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  target: (headers[targetHeader] ?? "").replace(/[^.]*$/, ""),
  signer,
});

/** A handler by which the SDK hears first what came of the attempt that was made already. */
const firstly = (failed: Failed, { requestHandler }: Config): Handler => {
  let heard = false;
  const handle: Handler["handle"] = async (...asked) => {
    if (heard) return requestHandler.handle(...asked);
    heard = true;
    if ("error" in failed) throw failed.error;
    return failed;
  };
  return Object.assign(Object.create(requestHandler), { handle });
};
