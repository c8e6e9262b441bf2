/*
 * Servers that answer what was recorded, in a process of their own: one port for each recording.
 * The parent sends recordings and hears the ports; `take` gives the calls since the last time.
 */
import { createHash } from "node:crypto";
import { type Running, startHttp } from "../../local/servers/loopback.ts";
import type { Heard } from "../cost/meter.ts";
import { type Asked, answerOf, operationOf, turnOf } from "./answers.ts";
import type { Recording } from "./record.ts";

type Said = { readonly recordings: readonly Recording[] } | { readonly take: number };

const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
/** SQS says the digest of each message, which the SDK compares. */
const taken = (body: string): string => {
  const { Entries, MessageBody = "" } = JSON.parse(body) as {
    readonly Entries?: readonly { readonly Id: string; readonly MessageBody: string }[];
    readonly MessageBody?: string;
  };
  return JSON.stringify(
    Entries
      ? {
          Successful: Entries.map((entry) => ({
            Id: entry.Id,
            MessageId: entry.Id,
            MD5OfMessageBody: md5(entry.MessageBody),
          })),
          Failed: [],
        }
      : { MessageId: "1", MD5OfMessageBody: md5(MessageBody) },
  );
};

const heard: Asked[][] = [];
const start = (calls: readonly Heard[], at: number): Promise<Running> => {
  heard[at] = [];
  return startHttp(0, (request, body) => {
    const asked = {
      operation: operationOf(request.headers["x-amz-target"], body, request.method),
      path: request.url ?? "/",
      body: body.toString("utf8"),
    };
    heard[at]?.push(asked);
    if (/^SendMessage/.test(asked.operation))
      return { status: 200, headers: { "content-type": "application/x-amz-json-1.0" }, body: taken(asked.body) };
    const turn = turnOf(asked);
    if (turn !== undefined)
      return { status: 200, headers: { "content-type": "application/x-amz-json-1.0" }, body: turn };
    const { status, headers, answer } = answerOf(calls, asked);
    return { status, headers, body: Buffer.from(answer, "base64") };
  });
};

process.on("disconnect", () => process.exit());
process.on("message", async (said: Said) => {
  if ("take" in said) return void process.send?.(heard[said.take]?.splice(0) ?? []);
  process.send?.(await Promise.all(said.recordings.map(async ({ calls }, at) => (await start(calls, at)).port)));
});
