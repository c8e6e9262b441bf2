import { type EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { TellReporters } from "../news/tell-reporters.ts";
import { each } from "../send/each.ts";

/** What a rule on the bus matches, besides the fields of `reporter-news.schema.json` under `detail`. */
const source = "takedown-dispatcher";
const detailType = "Reporter news";

/**
 * EventBridge API, PutEvents: at most ten entries and 256 KB a request. A piece of news is below 1
 * KB, or 21 KB where it names a page of reports (`reporter-news.ts`).
 */
const entriesAtMost = 10;
const requestsAtATime = 5;

/**
 * News on an EventBridge bus. Network: one PutEvents for each ten pieces. Throws what EventBridge throws, and when
 * `FailedEntryCount` is not 0 in an answer of 200.
 */
export const eventBridgeNews = (client: EventBridgeClient, bus: string): TellReporters => {
  const put = async (entries: Parameters<TellReporters>[0]): Promise<void> => {
    const answer = await client.send(
      new PutEventsCommand({
        Entries: entries.map((news) => ({
          EventBusName: bus,
          Source: source,
          DetailType: detailType,
          Time: new Date(news.at),
          Detail: JSON.stringify(news),
        })),
      }),
    );
    if (answer.FailedEntryCount !== 0)
      throw new Error(
        `EventBridge did not take ${answer.FailedEntryCount ?? "an unknown number"} of ${entries.length} ` +
          "pieces of news.",
      );
  };
  return async (news) => {
    const requests = Array.from({ length: Math.ceil(news.length / entriesAtMost) }, (_, at) =>
      news.slice(at * entriesAtMost, (at + 1) * entriesAtMost),
    );
    await each(requests, put, requestsAtATime);
  };
};
