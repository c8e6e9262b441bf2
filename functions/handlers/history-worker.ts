import type { DynamoDBBatchResponse, DynamoDBRecord, SQSBatchResponse, SQSRecord } from "aws-lambda";
import { KeysUnusable } from "../kernel/keys-unusable.ts";
import { errorName, type Log } from "../kernel/log.ts";
import * as z from "../kernel/zod.ts";
import type { WrittenLine } from "../news/tell-reporters.ts";
import { sqsWorker } from "./sqs-worker.ts";

/**
 * Is handed a batch's new lines together, each case's in the order written. Lines at which it throws come again,
 * alone and later: so it must be idempotent and bear them out of order.
 */
export type HistoryDuty = (lines: readonly WrittenLine[]) => Promise<void>;

/** A line by its key, and the duty still to be done with it. */
const owed = z.strictObject({ caseId: z.string(), version: z.int().check(z.positive()), duty: z.string() });
type Owed = z.infer<typeof owed>;
/** Nothing for another message, as Lambda's of a batch that it gave up. */
export const readOwed = (body: string): Owed | undefined => {
  try {
    return owed.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
};

type HistoryWork = {
  /** By name, which stands in messages. */
  readonly duties: Readonly<Record<string, HistoryDuty>>;
  /** Throws where a record holds no line of this program, or its keys can't be used. */
  readonly readRecord: (record: DynamoDBRecord) => Promise<WrittenLine>;
  readonly lineOf: (caseId: string, version: number) => Promise<WrittenLine["line"] | undefined>;
  /**
   * Adds up what the lines of one shard of the stream count, each once, and gives those that it can't read. Throws
   * where all of them have to come again.
   */
  readonly addUp: (shard: string, records: readonly DynamoDBRecord[]) => Promise<readonly DynamoDBRecord[]>;
  /** Puts messages on the queue of lines to retry. */
  readonly tryAgain: (bodies: readonly string[]) => Promise<void>;
  readonly hides: (record: SQSRecord) => Promise<unknown>;
  readonly log: Log;
};

/** Lambda names the shard of a stream only by a tumbling window, and then wants a state in each answer. */
type Event = { readonly Records: readonly (DynamoDBRecord | SQSRecord)[]; readonly shardId?: string };
type StreamResponse = DynamoDBBatchResponse & { readonly state: Record<string, never> };
const heldFrom = (first?: DynamoDBRecord): StreamResponse => ({
  state: {},
  batchItemFailures: first ? [{ itemIdentifier: first.dynamodb?.SequenceNumber ?? "" }] : [],
});
const isOfQueue = (record: DynamoDBRecord | SQSRecord): record is SQSRecord => "messageId" in record;
const isOfStream = (record: DynamoDBRecord | SQSRecord): record is DynamoDBRecord => !isOfQueue(record);

/**
 * A Lambda handler over the table's stream and a retry queue. A failed batch would hold the stream's shard, so
 * what a duty could not do with a line waits on the queue by the line's key, is retried as often as all messages
 * are, then is a dead letter. The line stays in the table. Only where that queue takes nothing is the stream
 * held, from the first line owed, and where nothing can be added up. A line whose counts can't be read becomes a
 * dead letter too: no duty has that name, and `takedown recount --repair` counts it.
 */
export const historyWorker = ({ duties, readRecord, lineOf, addUp, tryAgain, hides, log }: HistoryWork) => {
  const failed = (error: unknown, count: number): void => {
    if (error instanceof KeysUnusable) log.error("keys.unusable", { code: error.why });
    else log.error("unforeseen", { error: errorName(error), count });
  };

  const readOrOwe = async (record: DynamoDBRecord): Promise<WrittenLine | "unread"> => {
    try {
      return await readRecord(record);
    } catch (error) {
      failed(error, 1);
      return "unread";
    }
  };

  const onStream = async (shard: string, records: readonly DynamoDBRecord[]): Promise<StreamResponse> => {
    const read = await Promise.all(records.map(readOrOwe));
    const lines = read.filter((line) => line !== "unread");
    const isOwed = new Map<string, readonly DynamoDBRecord[]>();
    for (const [name, duty] of Object.entries(duties)) {
      const unread = records.filter((_, at) => read[at] === "unread");
      try {
        if (lines.length > 0) await duty(lines);
        isOwed.set(name, unread);
      } catch (error) {
        failed(error, lines.length);
        isOwed.set(name, records);
      }
    }
    try {
      const uncounted = await addUp(shard, records);
      if (uncounted.length > 0) failed(new Error("What a line counts can't be read."), uncounted.length);
      isOwed.set("counts", uncounted);
    } catch (error) {
      failed(error, records.length);
      return heldFrom(records[0]);
    }
    const bodies = [...isOwed].flatMap(([duty, of]) => of.map((record) => JSON.stringify({ ...keyOf(record), duty })));
    if (bodies.length === 0) return heldFrom();
    try {
      await tryAgain(bodies);
      log.info("history.put-aside", { count: bodies.length });
      return heldFrom();
    } catch (error) {
      failed(error, bodies.length);
      return heldFrom(records.find((record) => [...isOwed.values()].some((of) => of.includes(record))));
    }
  };

  const onQueue = sqsWorker(
    async ({ body }) => {
      const of = readOwed(body);
      const does = of && Object.hasOwn(duties, of.duty) ? duties[of.duty] : undefined;
      if (!of || !does) throw new Error("A message names no line, or a duty that there is none of.");
      const { caseId, version } = of;
      const line = await lineOf(caseId, version);
      // The table was restored to a moment before it.
      if (line) await does([{ caseId, line }]);
      return "done";
    },
    log,
    { hides },
  );

  return async ({ Records, shardId = "" }: Event): Promise<StreamResponse | SQSBatchResponse> => {
    const messages = Records.filter(isOfQueue);
    return messages.length > 0 ? onQueue({ Records: messages }) : onStream(shardId, Records.filter(isOfStream));
  };
};

const keyOf = ({ dynamodb }: DynamoDBRecord): Omit<Owed, "duty"> => ({
  caseId: String(dynamodb?.Keys?.pk?.S).slice("HISTORY#".length),
  version: Number(String(dynamodb?.Keys?.sk?.S).slice("EVENT#".length)),
});
