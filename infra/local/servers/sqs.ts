import { createSqsServer } from "local-aws-sqs";
import { keepDeadLettersDays, keepMessagesDays, type QueueName, queues, receivesAtMost, visibilitySeconds } from "../../topology.ts";
import { closeHttp, loopback, portOf, PortInUse, type Running } from "./loopback.ts";
import { createServer } from "node:net";

export const accountId = "123456789012";
export const region = "us-east-1";

export type SqsServer = Running & {
  readonly queueUrl: (queue: QueueName) => string;
  readonly deadLetterUrl: (queue: QueueName) => string;
};

const daySeconds = 24 * 60 * 60;
const queueNames = Object.keys(queues).filter((name): name is QueueName => name in queues);
const deadLetters = (queue: QueueName): string => `${queue}-dead-letters`;

/**
 * SQS on loopback with the queues of `infra/topology.ts`, each with its dead letters. Messages live in memory alone:
 * the truth is in the table, and the sweep finds what a lost hint would have said.
 * `visibilitySeconds` replaces the topology's, so that a local run need not wait minutes for a message that was left.
 * Throws `PortInUse`.
 */
export const startSqs = async (options: { readonly port: number; readonly visibilitySeconds?: number }): Promise<SqsServer> => {
  await assureFree(options.port);
  const arn = (name: string) => `arn:aws:sqs:${region}:${accountId}:${name}`;
  const server = await createSqsServer({
    port: options.port,
    hostname: loopback,
    accountId,
    region,
    // Would refuse to make a queue again within a minute of its deletion, which only a test does.
    emulateQueueCreationLifecycle: false,
    queues: [
      ...queueNames.map((queue) => ({ QueueName: deadLetters(queue), Attributes: { MessageRetentionPeriod: keepDeadLettersDays * daySeconds } })),
      ...queueNames.map((queue) => ({
        QueueName: queue,
        Attributes: {
          MessageRetentionPeriod: keepMessagesDays * daySeconds,
          VisibilityTimeout: options.visibilitySeconds ?? visibilitySeconds(queue),
          RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn(deadLetters(queue)), maxReceiveCount: receivesAtMost }),
        },
      })),
    ],
  });
  const port = portOf(server);
  const url = `http://${loopback}:${port}`;
  return {
    url,
    port,
    queueUrl: (queue) => `${url}/${accountId}/${queue}`,
    deadLetterUrl: (queue) => `${url}/${accountId}/${deadLetters(queue)}`,
    close: () => closeHttp(server),
  };
};

/** local-aws-sqs has no ear for a listen error: a taken port would end the process with a stack trace. */
const assureFree = (port: number): Promise<void> =>
  port === 0
    ? Promise.resolve()
    : new Promise((resolve, reject) => {
        const probe = createServer();
        probe.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new PortInUse(port) : error));
        probe.listen(port, loopback, () => probe.close(() => resolve()));
      });
