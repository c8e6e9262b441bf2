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
  /** Puts messages on the queue of lines to retry. */
  readonly tryAgain: (bodies: readonly string[]) => Promise<void>;
  readonly hides: (record: SQSRecord) => Promise<unknown>;
  readonly log: Log;
};

type Event = { readonly Records: readonly (DynamoDBRecord | SQSRecord)[] };
const isOfQueue = (record: DynamoDBRecord | SQSRecord): record is SQSRecord => "messageId" in record;
const isOfStream = (record: DynamoDBRecord | SQSRecord): record is DynamoDBRecord => !isOfQueue(record);

/**
 * A Lambda handler over the table's stream and a retry queue. A failed batch would hold the stream's shard, so
 * what a duty could not do with a line waits on the queue by the line's key, is retried as often as all messages
 * are, then is a dead letter. The line stays in the table. Only where that queue takes nothing is the stream
 * held, from the first line owed.
 */
export const historyWorker = ({ duties, readRecord, lineOf, tryAgain, hides, log }: HistoryWork) => {
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

  const onStream = async (records: readonly DynamoDBRecord[]): Promise<DynamoDBBatchResponse> => {
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
    const bodies = [...isOwed].flatMap(([duty, of]) => of.map((record) => JSON.stringify({ ...keyOf(record), duty })));
    if (bodies.length === 0) return { batchItemFailures: [] };
    try {
      await tryAgain(bodies);
      log.info("history.put-aside", { count: bodies.length });
      return { batchItemFailures: [] };
    } catch (error) {
      failed(error, bodies.length);
      const first = records.find((record) => [...isOwed.values()].some((of) => of.includes(record)));
      return { batchItemFailures: [{ itemIdentifier: first?.dynamodb?.SequenceNumber ?? "" }] };
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

  return async ({ Records }: Event): Promise<DynamoDBBatchResponse | SQSBatchResponse> => {
    const messages = Records.filter(isOfQueue);
    return messages.length > 0 ? onQueue({ Records: messages }) : onStream(Records.filter(isOfStream));
  };
};

const keyOf = ({ dynamodb }: DynamoDBRecord): Omit<Owed, "duty"> => ({
  caseId: String(dynamodb?.Keys?.pk?.S).slice("HISTORY#".length),
  version: Number(String(dynamodb?.Keys?.sk?.S).slice("EVENT#".length)),
});
