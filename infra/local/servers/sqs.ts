import { createServer } from "node:http";
import { createRequestHandler } from "local-aws-sqs";
import { checkerQueue } from "../../../functions/report/own-queue.ts";
import { receivesAtMost } from "../../stack/sizes.ts";
import {
  checkQueue,
  keepDeadLettersDays,
  keepMessagesDays,
  queueNames,
  type StageQueueName,
  visibilitySeconds,
} from "../../stack/topology.ts";
import { closeHttp, listenOnLoopback, loopback, type Running } from "./loopback.ts";
import { longPolling } from "./sqs-polling.ts";

export const accountId = "123456789012";
export const region = "us-east-1";

export type SqsServer = Running & {
  readonly queueUrl: (queue: StageQueueName) => string;
  readonly deadLetterUrl: (queue: StageQueueName) => string;
};

const daySeconds = 24 * 60 * 60;
/** Those of the checker, too, which a stage may have. */
const names = [...queueNames, checkQueue, checkerQueue] as const;
const deadLetters = (queue: StageQueueName): string => `${queue}-dead-letters`;

/**
 * SQS on loopback with the queues of `infra/stack/topology.ts`, each with its dead letters.
 * Messages live in memory alone: the truth is in the table, and the sweep finds what a lost hint
 * would have said. `visibilitySeconds` replaces the topology's, so that a local run need not wait
 * minutes for a message that was left. Throws `PortInUse`.
 */
export const startSqs = async (options: {
  readonly port: number;
  readonly visibilitySeconds?: number;
}): Promise<SqsServer> => {
  const arn = (name: string) => `arn:aws:sqs:${region}:${accountId}:${name}`;
  const { service, requestHandler } = createRequestHandler({
    port: options.port,
    hostname: loopback,
    accountId,
    region,
    // Would refuse to make a queue again within a minute of its deletion, which only a test does.
    emulateQueueCreationLifecycle: false,
    queues: [
      ...names.map((queue) => ({
        QueueName: deadLetters(queue),
        Attributes: { MessageRetentionPeriod: keepDeadLettersDays * daySeconds },
      })),
      ...names.map((queue) => ({
        QueueName: queue,
        Attributes: {
          MessageRetentionPeriod: keepMessagesDays * daySeconds,
          VisibilityTimeout:
            options.visibilitySeconds ??
            visibilitySeconds(queue === checkQueue || queue === checkerQueue ? "report-standard" : queue),
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: arn(deadLetters(queue)),
            maxReceiveCount: receivesAtMost,
          }),
        },
      })),
    ],
  });
  const poll = longPolling(service.Queues);
  const server = createServer((request, response) => {
    requestHandler(request, response).catch(() => response.destroy());
  });
  const port = await listenOnLoopback(server, options.port);
  service.PORT = port;
  const url = `http://${loopback}:${port}`;
  return {
    url,
    port,
    ...queuesAt(url),
    close: () => {
      poll.end();
      return closeHttp(server);
    },
  };
};

/** Where the queues of a server lie. */
export const queuesAt = (url: string): Pick<SqsServer, "queueUrl" | "deadLetterUrl"> => ({
  queueUrl: (queue) => `${url}/${accountId}/${queue}`,
  deadLetterUrl: (queue) => `${url}/${accountId}/${deadLetters(queue)}`,
});
