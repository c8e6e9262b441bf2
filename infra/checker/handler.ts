import { ChangeMessageVisibilityCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { clientLimits } from "../../functions/adapters/client-limits.ts";
import { required, type Variables } from "../../functions/handlers/variables.ts";
import { errorName } from "../../functions/kernel/log.ts";
import { answerCheck, looksApartHours } from "./answer-check.ts";
import type { LookOptions } from "./look.ts";

export type CheckerDeps = {
  readonly nowMs: () => number;
  readonly options: LookOptions;
  readonly answer: (message: string) => Promise<unknown>;
  /** Has the request come again after so long. */
  readonly comeAgain: (record: SQSRecord, seconds: number) => Promise<unknown>;
  /** One line of the log: the case, the verdict, its reason; never the address. */
  readonly log: (line: object) => void;
};

/** A Lambda handler over requests for checks; what fails comes again alone. */
export const checker =
  ({ nowMs, options, answer, comeAgain, log }: CheckerDeps) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const isDone = async (record: SQSRecord): Promise<boolean> => {
      try {
        const firstAskedMs = Number(record.attributes.ApproximateFirstReceiveTimestamp);
        const { message, ...found } = await answerCheck(
          JSON.parse(record.body),
          { nowMs: nowMs(), firstAskedMs },
          options,
        );
        log(found);
        if (message !== undefined) await answer(message);
        if (found.verdict !== "look-again") return true;
        await comeAgain(record, looksApartHours * 3600);
      } catch (error) {
        log({ verdict: "failed", reason: errorName(error) });
      }
      return false;
    };
    const done = await Promise.all(Records.map(isDone));
    const left = Records.filter((_, at) => !done[at]);
    return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };

/** As deployed, by the URLs of its two queues. */
export const make = (variables: Variables) => {
  const client = new SQSClient(clientLimits);
  const QueueUrl = required(variables.CHECK_QUEUE_URL, "CHECK_QUEUE_URL");
  const answersUrl = required(variables.ANSWER_QUEUE_URL, "ANSWER_QUEUE_URL");
  return checker({
    nowMs: Date.now,
    options: { guard: { allowLoopback: false } },
    answer: (MessageBody) => client.send(new SendMessageCommand({ QueueUrl: answersUrl, MessageBody })),
    comeAgain: ({ receiptHandle: ReceiptHandle }, VisibilityTimeout) =>
      client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout })),
    log: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
  });
};
