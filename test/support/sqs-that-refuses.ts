import { type Running, startHttp } from "../../infra/local/servers/loopback.ts";

/** How AWS answers a call that it refuses. */
export type Refusal = { readonly status: number; readonly name: string; readonly message: string };

export const denied: Refusal = { status: 403, name: "AccessDenied", message: "User: jane is not authorized." };
export const unsupported: Refusal = {
  status: 400,
  name: "AWS.SimpleQueueService.UnsupportedOperation",
  message: "Unsupported operation.",
};
export const throttled: Refusal = { status: 400, name: "ThrottlingException", message: "Rate exceeded." };

/**
 * SQS on loopback before another one: what is named in `refusals`, by its operation, is refused in AWS's words; of what
 * is named in `lost` the next answer never arrives; `asked` has each call; all else is the other's to answer.
 */
export const sqsThatRefuses = async (other: () => string) => {
  const refusals = new Map<string, Refusal>();
  const lost = new Set<string>();
  const asked: string[] = [];
  const server: Running = await startHttp(0, async ({ headers, url }, body) => {
    const operation = String(headers["x-amz-target"]).replace("AmazonSQS.", "");
    asked.push(operation);
    const type = "application/x-amz-json-1.0";
    const refusal = refusals.get(operation);
    if (refusal)
      return {
        status: refusal.status,
        headers: { "content-type": type },
        body: JSON.stringify({ __type: `com.amazonaws.sqs#${refusal.name}`, message: refusal.message }),
      };
    const answer = await fetch(`${other()}${url}`, {
      method: "POST",
      headers: { "content-type": type, "x-amz-target": `AmazonSQS.${operation}` },
      body: new Uint8Array(body),
    });
    if (lost.delete(operation)) return { status: 503 };
    return { status: answer.status, headers: { "content-type": type }, body: await answer.text() };
  });
  return { ...server, refusals, lost, asked };
};
