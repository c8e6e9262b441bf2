import type { Answer } from "../loopback.ts";
import { fieldsOf, hostIn, json, type Question, type Submitted, textOf } from "./played.ts";

/* ngrok's abuse reports as its official client knows them (`@ngrok/ngrok-api` 0.11.0). */

const failed = (status: number, code: string, msg: string): Answer =>
  json(status, { error_code: code, status_code: status, msg, details: {} });

const shownOf = ({ id, at, urls, body, word = "PENDING" }: Submitted) => ({
  id,
  uri: `https://api.ngrok.com/abuse_reports/${id}`,
  created_at: at,
  urls,
  metadata: body["metadata"] ?? "",
  status: word === "PENDING" ? "PENDING" : "PROCESSED",
  hostnames: urls.map((url) => ({ hostname: hostIn(url), status: word })),
});

export const playNgrok = (
  { method, path, authorization, body }: Question,
  submitted: readonly Submitted[],
  submit: (report: Pick<Submitted, "type" | "urls" | "body">) => Submitted,
): Answer => {
  if (authorization !== "Bearer played") return failed(401, "ERR_NGROK_206", "The API key is not valid.");
  if (method === "POST" && path === "/abuse_reports") {
    const fields = fieldsOf(body);
    const urls = Array.isArray(fields["urls"]) ? fields["urls"].map(textOf) : [];
    if (urls.length === 0) return failed(400, "ERR_NGROK_PLAYED", "urls is required");
    if (Buffer.byteLength(textOf(fields["metadata"])) > 4096)
      return failed(400, "ERR_NGROK_PLAYED", "metadata is too long");
    return json(201, shownOf(submit({ type: "report", urls, body: fields })));
  }
  const one = submitted.find(({ id }) => path === `/abuse_reports/${id}`);
  return one ? json(200, shownOf(one)) : failed(404, "ERR_NGROK_PLAYED", "No such report");
};
