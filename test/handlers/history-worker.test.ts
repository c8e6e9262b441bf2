import type { DynamoDBRecord, SQSRecord } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { type HistoryDuty, historyWorker, readOwed } from "../../functions/handlers/history-worker.ts";
import { KeysUnusable } from "../../functions/kernel/keys-unusable.ts";
import type { WrittenLine } from "../../functions/news/tell-reporters.ts";
import { morning } from "../support/a-case.ts";

const record = (version: number, caseId = "TD-A"): DynamoDBRecord => ({
  eventName: "INSERT",
  dynamodb: {
    SequenceNumber: `${100 + version}`,
    Keys: { pk: { S: `HISTORY#${caseId}` }, sk: { S: `EVENT#${String(version).padStart(6, "0")}` } },
  },
});
const message = (body: string, messageId = body): SQSRecord => ({ messageId, body }) as SQSRecord;
const lineOf = (caseId: string, version: number): WrittenLine => ({
  caseId,
  line: { version, at: morning, events: [] },
});
const no = async (): Promise<never> => {
  throw new Error("no");
};

type Spoilt = Partial<Parameters<typeof historyWorker>[0]>;
/** A worker whose duty notes what it did, and what waits on the queue. */
const aWorker = (spoilt: Spoilt = {}) => {
  const done: number[][] = [];
  const queue: string[] = [];
  const counted: unknown[] = [];
  const logged: string[] = [];
  const hidden: string[] = [];
  const takes: HistoryDuty = async (lines) => void done.push(lines.map(({ line }) => line.version));
  const worker = historyWorker({
    duties: { reporters: takes },
    readRecord: async ({ dynamodb }) => {
      const version = Number(dynamodb?.SequenceNumber) - 100;
      return lineOf("TD-A", version);
    },
    lineOf: async (caseId, version) => lineOf(caseId, version).line,
    addUp: async (_, records) => {
      counted.push(records.map(({ dynamodb }) => dynamodb?.SequenceNumber));
      return [];
    },
    tryAgain: async (bodies) => void queue.push(...bodies),
    hides: async ({ messageId }) => hidden.push(messageId),
    log: { info: (code) => void logged.push(code), error: (code) => void logged.push(code) },
    ...spoilt,
  });
  const owed = () => queue.map((body) => readOwed(body));
  return { worker, takes, done, counted, queue, owed, logged, hidden };
};
const owes = (version: number, duty = "reporters") => ({ caseId: "TD-A", version, duty });
const whole = { batchItemFailures: [] };
/** Of a window, which fails without a state. */
const read = { state: {}, ...whole };

describe("what reads the table's stream", () => {
  test("hands each duty the lines of a batch together, in their order", async () => {
    const { worker, done, queue } = aWorker();
    expect(await worker({ Records: [1, 2, 3].map((version) => record(version)) })).toEqual(read);
    expect([done, queue]).toEqual([[[1, 2, 3]], []]);
  });

  test("hands on a batch of which one line can't be read, which waits by its key", async () => {
    const readRecord = async ({ dynamodb }: DynamoDBRecord): Promise<WrittenLine> =>
      dynamodb?.SequenceNumber === "102" ? no() : lineOf("TD-A", Number(dynamodb?.SequenceNumber) - 100);
    const { worker, done, owed, logged } = aWorker({ readRecord });
    expect(await worker({ Records: [1, 2, 3].map((version) => record(version)) })).toEqual(read);
    expect([done, owed()]).toEqual([[[1, 3]], [owes(2)]]);
    expect(logged).toEqual(["unforeseen", "history.put-aside"]);
  });

  test("never stands still for what a duty can't do, and owes no other duty anything by it", async () => {
    const others: number[][] = [];
    const duties = { reporters: no, others: async (lines: readonly WrittenLine[]) => void others.push([lines.length]) };
    const { worker, owed } = aWorker({ duties });
    expect(await worker({ Records: [record(1), record(2)] })).toEqual(read);
    expect([others, owed()]).toEqual([[[2]], [owes(1), owes(2)]]);
  });

  test("owes a line that can't be read to each duty", async () => {
    const { worker, owed } = aWorker({ readRecord: no, duties: { reporters: no, others: no } });
    await worker({ Records: [record(7)] });
    expect(owed()).toEqual([owes(7), owes(7, "others")]);
  });

  test("names the cause where keys can't be used", async () => {
    const readRecord = async () => {
      throw new KeysUnusable("overwritten", "It was written over.");
    };
    const { worker, logged, owed } = aWorker({ readRecord });
    await worker({ Records: [record(1)] });
    expect([logged[0], owed()]).toEqual(["keys.unusable", [owes(1)]]);
  });

  test("is held where its queue takes nothing: from the first line that is owed on, and none before it", async () => {
    const readRecord = async ({ dynamodb }: DynamoDBRecord): Promise<WrittenLine> =>
      dynamodb?.SequenceNumber === "102" ? no() : lineOf("TD-A", Number(dynamodb?.SequenceNumber) - 100);
    const { worker } = aWorker({ readRecord, tryAgain: no });
    expect(await worker({ Records: [1, 2, 3].map((version) => record(version)) })).toEqual({
      state: {},
      batchItemFailures: [{ itemIdentifier: "102" }],
    });
  });

  test("adds up all lines of a shard, those too that can't be opened, and none where a window ends", async () => {
    const { worker, counted, queue } = aWorker({ readRecord: no });
    await worker({ Records: [record(1), record(2)], shardId: "shard-1" });
    expect([counted, queue.length]).toEqual([[["101", "102"]], 2]);
    expect(await worker({ Records: [], shardId: "shard-1" })).toEqual(read);
  });

  test("is held as a whole where nothing can be added up, whatever its duties did", async () => {
    const { worker, done, queue } = aWorker({ addUp: no });
    expect(await worker({ Records: [record(1), record(2)] })).toEqual({
      state: {},
      batchItemFailures: [{ itemIdentifier: "101" }],
    });
    expect([done, queue]).toEqual([[[1, 2]], []]);
  });

  test("goes on past a line whose counts can't be read, which becomes a dead letter", async () => {
    const { worker, owed, queue, logged } = aWorker({ addUp: async (_, records) => records.slice(1) });
    expect(await worker({ Records: [record(1), record(2)] })).toEqual(read);
    expect([owed(), logged]).toEqual([[owes(2, "counts")], ["unforeseen", "history.put-aside"]]);
    const Records = [message(String(queue[0]), "m")];
    expect(await worker({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "m" }] });
  });
});

describe("the queue of lines that are tried again", () => {
  test("has each line read by its key, alone, and its duty done", async () => {
    const { worker, done } = aWorker();
    const Records = [3, 1].map((version) => message(JSON.stringify(owes(version))));
    expect(await worker({ Records })).toEqual(whole);
    expect(done).toEqual([[3], [1]]);
  });

  // Else it would feed itself (`decisions/no-rounds-on-queues.md`).
  test("keeps one that fails again, and puts none there anew; its neighbours are done", async () => {
    const reporters: HistoryDuty = async ([written]) => (written?.line.version === 1 ? no() : undefined);
    const { worker, queue } = aWorker({ duties: { reporters } });
    const Records = [1, 2].map((version) => message(JSON.stringify(owes(version)), `m${version}`));
    expect(await worker({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "m1" }] });
    expect(queue).toEqual([]);
  });

  test("is done with a line that the table does not have any more, as after a restore", async () => {
    const { worker, done } = aWorker({ lineOf: async () => undefined });
    expect([await worker({ Records: [message(JSON.stringify(owes(1)))] }), done]).toEqual([whole, []]);
  });

  test.each([
    ["what names no line", "{}"],
    ["no JSON", "https://shop.bad.example/"],
    ["a duty that there is none of", JSON.stringify(owes(1, "toString"))],
    ["Lambda's word of a batch that it gave up", JSON.stringify({ DDBStreamBatchInfo: { shardId: "s" } })],
  ])("keeps %s for a person", async (_, body) => {
    const { worker, done } = aWorker();
    expect(await worker({ Records: [message(body, "m")] })).toEqual({ batchItemFailures: [{ itemIdentifier: "m" }] });
    expect(done).toEqual([]);
  });

  test("hides what is at no fault while keys can't be used", async () => {
    const reporters = async () => {
      throw new KeysUnusable("overwritten", "It was written over.");
    };
    const { worker, hidden } = aWorker({ duties: { reporters } });
    await worker({ Records: [message(JSON.stringify(owes(1)), "m")] });
    expect(hidden).toEqual(["m"]);
  });
});
