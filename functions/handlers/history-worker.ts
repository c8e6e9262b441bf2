import type { DynamoDBBatchResponse, DynamoDBRecord, SQSBatchResponse, SQSRecord } from "aws-lambda";
import { KeysUnusable } from "../kernel/keys-unusable.ts";
import { errorName, type Log } from "../kernel/log.ts";
import * as z from "../kernel/zod.ts";
import type { WrittenLine } from "../news/tell-reporters.ts";
import { sqsWorker } from "./sqs-worker.ts";

/**
 * Something that is done with each new line of history. It is handed the lines of a batch together,
 * in the order in which each case's were written, and whichever it throws at comes again, alone and
 * later: so it must bear a line twice, and out of order.
 */
export type HistoryDuty = (lines: readonly WrittenLine[]) => Promise<void>;

/** A line by its key, and the duty that is still to be done with it. */
const owed = z.strictObject({ caseId: z.string(), version: z.int().check(z.positive()), duty: z.string() });
type Owed = z.infer<typeof owed>;
/** What such a message says; of another, as Lambda's of a batch that it gave up, nothing. */
export const readOwed = (body: string): Owed | undefined => {
  try {
    return owed.parse(JSON.parse(body));
  } catch {
    // It is none of ours.
    return undefined;
  }
};

type HistoryWork = {
  /** By their names, which stand in messages. */
  readonly duties: Readonly<Record<string, HistoryDuty>>;
  /** Throws where a record holds no line that this program wrote, or its keys can't be used. */
  readonly readRecord: (record: DynamoDBRecord) => Promise<WrittenLine>;
  readonly lineOf: (caseId: string, version: number) => Promise<WrittenLine["line"] | undefined>;
  /** Puts messages on the queue of lines that are tried again. */
  readonly tryAgain: (bodies: readonly string[]) => Promise<void>;
  readonly hides: (record: SQSRecord) => Promise<unknown>;
  readonly log: Log;
};

type Event = { readonly Records: readonly (DynamoDBRecord | SQSRecord)[] };
const isOfQueue = (record: DynamoDBRecord | SQSRecord): record is SQSRecord => "messageId" in record;
const isOfStream = (record: DynamoDBRecord | SQSRecord): record is DynamoDBRecord => !isOfQueue(record);

/**
 * A Lambda handler over the table's stream. A stream's shard stands still while a batch fails, so no
 * batch fails for a line: what a duty could not do with a line waits on a queue by the line's key,
 * is tried there so often as all messages are, and is then a dead letter. The line itself stays in
 * the table. The same function works that queue.
 *
 * Only where that queue takes nothing either the stream is held: from the first line on that is owed.
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
