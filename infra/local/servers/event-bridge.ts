import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type Running, startHttp } from "./loopback.ts";

const entry = z.object({
  EventBusName: z.string(),
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string(),
  Time: z.number().optional(),
});
const request = z.object({ Entries: z.array(entry).min(1).max(10) });
export type PutEvent = z.infer<typeof entry>;

const json = { "content-type": "application/x-amz-json-1.1" };
const refused = (kind: string, message: string) => ({
  status: 400,
  headers: json,
  body: JSON.stringify({ __type: kind, message }),
});

/**
 * EventBridge on loopback for PutEvents alone: no rules and no targets, but `onPut` hears each
 * event. As AWS does, it takes an entry whose detail is JSON, and answers 200 with an error for one
 * whose detail is none. Throws `PortInUse`.
 */
export const startEventBridge = (options: {
  readonly port: number;
  readonly onPut: (event: PutEvent) => void;
}): Promise<Running> =>
  startHttp(options.port, (incoming, body) => {
    const target = String(incoming.headers["x-amz-target"] ?? "");
    if (target !== "AWSEvents.PutEvents")
      return refused("UnknownOperationException", `Could not find operation ${target}`);
    const read = request.safeParse(parsed(body.toString("utf8")));
    if (!read.success) return refused("ValidationException", z.prettifyError(read.error));
    const answers = read.data.Entries.map((event) => {
      if (parsed(event.Detail) === undefined)
        return { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
      options.onPut(event);
      return { EventId: randomUUID() };
    });
    return {
      status: 200,
      headers: json,
      body: JSON.stringify({
        FailedEntryCount: answers.filter(({ ErrorCode }) => ErrorCode !== undefined).length,
        Entries: answers,
      }),
    };
  });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: said by the caller, as EventBridge says it.
    return undefined;
  }
};
