import { createServer } from "node:http";
import { connect } from "node:net";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { Agent } from "undici";
import { checkerQueue } from "../../functions/report/own-queue.ts";
import { checker } from "../checker/handler.ts";
import { checkQueue } from "../stack/topology.ts";
import type { Deliveries } from "./deliveries.ts";
import { closeHttp, listenOnLoopback, loopback, type Running } from "./servers/loopback.ts";
import type { Stand } from "./stand.ts";
import { enqueue } from "./work-queues.ts";

/** Every reported host of the samples, on one port. A page is there until a desk says that it removed it. */
export const startSampleHosts = async (): Promise<Running & { readonly takeDown: (address: string) => void }> => {
  const removed = new Set<string>();
  const server = createServer(({ headers, url = "" }, response) => {
    const isGone = removed.has(`${headers.host}${url}`) || url.endsWith("/gone-by-itself");
    response.writeHead(isGone ? 404 : 200).end(isGone ? "" : "<h1>Log in to Example Bank</h1>");
  });
  const port = await listenOnLoopback(server, 0);
  return {
    url: `http://${loopback}:${port}`,
    port,
    close: () => closeHttp(server),
    takeDown: (address) => {
      const { host, pathname } = new URL(address);
      removed.add(`${host}${pathname}`);
    },
  };
};

/**
 * The checker that is deployed, whose every connection goes to the samples' hosts, and whose six hours are those of the
 * simulated clock. `dns`: the samples' name servers.
 */
export const sampleChecker =
  (hosts: Awaited<ReturnType<typeof startSampleHosts>>, dns: readonly string[], plan: Deliveries["plan"]) =>
  (stand: Stand) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const nowMs = () => Date.parse(stand.clock.now());
    const comingAgain = new Set<string>();
    const handler = checker({
      nowMs,
      options: {
        guard: { allowLoopback: true, resolveAll: async () => [{ address: loopback, family: 4 }] },
        servers: [dns, dns],
        agent: () =>
          new Agent({
            connect: (_, connected) => {
              const socket = connect(hosts.port, loopback, () => connected(null, socket));
              socket.once("error", (error) => connected(error, null));
            },
          }),
      },
      answer: (message) => enqueue(stand, checkerQueue, message),
      comeAgain: async ({ messageId, body }, seconds) => {
        comingAgain.add(messageId);
        const at = new Date(nowMs() + seconds * 1000).toISOString();
        const again = JSON.stringify({ ...JSON.parse(body), firstAskedMs: nowMs() });
        plan([{ id: `look-again-${messageId}`, at, does: { kind: "report", queue: checkQueue, body: again } }]);
      },
      log: () => {},
    });
    const asked = Records.map((record) => {
      const { address, looks, firstAskedMs = nowMs() } = JSON.parse(record.body);
      if (looks === 1) hosts.takeDown(address);
      const attributes = { ...record.attributes, ApproximateFirstReceiveTimestamp: String(firstAskedMs) };
      return { ...record, attributes };
    });
    const { batchItemFailures } = await handler({ Records: asked });
    return { batchItemFailures: batchItemFailures.filter(({ itemIdentifier }) => !comingAgain.has(itemIdentifier)) };
  };
