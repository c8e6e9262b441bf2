import type { Answer } from "../loopback.ts";
import { fieldsOf, hostIn, json, type Question, type Submitted, textOf } from "./played.ts";

/* GoDaddy's Abuse API by its published OpenAPI definition, version 2. */

const tickets = "/v2/abuse/tickets";
const types = ["CHILD_ABUSE", "MALWARE", "PHISHING"];

const failed = (status: number, code: string, path?: string): Answer =>
  json(status, { code, message: "Played", ...(path !== undefined && { fields: [{ path, code, message: "Played" }] }) });

const shownOf = ({ id, at, type, urls, body, word }: Submitted) => ({
  ticketId: id,
  reporter: "played",
  domainIp: hostIn(urls[0] ?? ""),
  closed: word !== undefined,
  type,
  target: body["target"] ?? "",
  source: urls[0] ?? "",
  createdAt: at,
  closedAt: word === undefined ? "" : at,
  ...(word !== undefined && { closeReason: word }),
});

const listed = (query: URLSearchParams, submitted: readonly Submitted[]): Answer => {
  const found = submitted.filter(
    ({ type, at, urls, word }) =>
      (word !== undefined) === (query.get("closed") === "true") &&
      type === (query.get("type") ?? type) &&
      hostIn(urls[0] ?? "") === query.get("sourceDomainOrIp") &&
      at >= (query.get("createdStart") ?? "") &&
      at <= (query.get("createdEnd") ?? "9"),
  );
  return json(200, { ticketIds: found.map(({ id }) => id), pagination: { total: found.length } });
};

export const playGoDaddy = (
  { method, path, query, authorization, body }: Question,
  submitted: readonly Submitted[],
  submit: (report: Pick<Submitted, "type" | "urls" | "body">) => Submitted,
): Answer => {
  if (authorization === "") return failed(401, "UNABLE_TO_AUTHENTICATE");
  if (authorization !== "sso-key played:secret") return failed(403, "ACCESS_DENIED");
  if (method === "POST" && path === tickets) {
    const fields = fieldsOf(body);
    if (!types.includes(textOf(fields["type"]))) return failed(422, "INVALID_BODY", "$.type");
    if (textOf(fields["source"]) === "") return failed(422, "REQUIRED", "$.source");
    const { id } = submit({ type: textOf(fields["type"]), urls: [textOf(fields["source"])], body: fields });
    return json(201, { u_number: id });
  }
  if (path === tickets) return listed(query, submitted);
  const one = submitted.find(({ id }) => path === `${tickets}/${id}`);
  return one ? json(200, shownOf(one)) : failed(404, "NOT_FOUND");
};
