import { openSync, writeSync } from "node:fs";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { systemClock } from "../../functions/adapters/system-clock.ts";
import { type Feed, feedsOf, workBatch } from "../../infra/local/work-queues.ts";
import { queueNames } from "../../infra/topology.ts";

/*
 * One worker process: the real handlers on some queues of the server in another process, until it is killed. It is told
 * all by its environment, and is fed as the local runner and AWS feed it.
 */

const given = z
  .object({ variables: z.record(z.string(), z.string()), queuesUrl: z.string(), works: z.array(z.enum(queueNames)), markFile: z.string(), pauseMs: z.number() })
  .parse(JSON.parse(process.env.KILL_WORKER ?? "{}"));

const mark = openSync(given.markFile, "w");
const markChars = 24;
/** Written at once and by the kernel, so that it is there after SIGKILL: which case is in hand. */
const markCase = (caseId: string): void => void writeSync(mark, caseId.padEnd(markChars), 0);

const client = new SQSClient({});
const at = {
  queues: client,
  sqs: { queueUrl: (queue: string) => `${given.queuesUrl}/${queue}`, deadLetterUrl: (queue: string) => `${given.queuesUrl}/${queue}-dead-letters` },
};
const { feeds } = feedsOf({ variables: given.variables, clock: systemClock, log: { info: () => {}, error: () => {} } });

const marking = (feed: Feed): Feed =>
  !feed.queue.startsWith("notice-")
    ? feed
    : {
        ...feed,
        handler: async (event) => {
          markCase(String(JSON.parse(event.Records[0]?.body ?? "{}").caseId ?? ""));
          const answer = await feed.handler(event);
          markCase("");
          return answer;
        },
      };

const serve = async (feed: Feed): Promise<void> => {
  for (;;) {
    try {
      await workBatch(at, feed, 5);
    } catch {
      // The server is slow or gone; when it is gone this process is ended.
      await new Promise((resolve) => setTimeout(resolve, given.pauseMs));
    }
  }
};

await Promise.all(feeds.filter(({ queue }) => given.works.includes(queue)).map((feed) => serve(marking(feed))));
