import { isDeepStrictEqual } from "node:util";
import type { Answer } from "../loopback.ts";
import { fieldsOf, json, type Question, type Submitted, textOf } from "./played.ts";

/* AWS's Abuse Signal API by its published definition (botocore 1.44.8, `abuse-signal/2026-01-12`). */

const failed = (status: number, message: string, more: object = {}): Answer => json(status, { message, ...more });

/** What XARF's schema asks of every report, and a place of the abuse. */
const required = [
  "xarf_version",
  "report_id",
  "timestamp",
  "reporter",
  "sender",
  "source_identifier",
  "category",
  "type",
];

const shownOf = ({ id, at, body, word }: Submitted) => ({
  reportId: id,
  correlationId: body["correlationId"],
  status: word === undefined ? "PROCESSING" : "COMPLETED",
  description: word === undefined ? "AWS is processing your report." : "AWS is done with your report.",
  ...(word !== undefined && { reasonCode: word }),
  submittedAt: Date.parse(at) / 1000,
});

const create = (
  body: Readonly<Record<string, unknown>>,
  submitted: readonly Submitted[],
  submit: (report: Pick<Submitted, "type" | "urls" | "body">) => Submitted,
): Answer => {
  const xarf = fieldsOf(fieldsOf(body["report"])["xarf"]);
  const missing = required.find((field) => xarf[field] === undefined);
  if (missing !== undefined)
    return failed(400, "The report is not valid.", {
      fieldList: [{ path: `/report/xarf/${missing}`, message: "missing" }],
    });
  if (!/^[\x21-\x7E]{1,128}$/.test(textOf(body["clientToken"]))) return failed(400, "clientToken is not valid.");
  if (!/^[a-zA-Z0-9-_]{1,256}$/.test(textOf(body["correlationId"]))) return failed(400, "correlationId is not valid.");
  const before = submitted.find((one) => one.body["clientToken"] === body["clientToken"]);
  if (before && !isDeepStrictEqual(before.body, body)) return failed(409, "The token was used with another payload.");
  const urls = [textOf(xarf["url"]) || textOf(xarf["infringing_url"]) || textOf(xarf["c2_server"])];
  const { id } = before ?? submit({ type: textOf(xarf["type"]), urls, body });
  return json(202, { reportId: id, correlationId: body["correlationId"] });
};

export const playAws = (
  { method, path, query, authorization, body }: Question,
  submitted: readonly Submitted[],
  submit: (report: Pick<Submitted, "type" | "urls" | "body">) => Submitted,
): Answer => {
  if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=")) return failed(403, "Missing Authentication Token");
  if (method === "POST" && path === "/v1/abuse") return create(fieldsOf(body), submitted, submit);
  if (path === "/v1/abusestatuses") {
    const reports = submitted.filter((one) => one.body["correlationId"] === query.get("correlationId"));
    return json(200, { reports: reports.map(shownOf) });
  }
  const one = submitted.find(({ id }) => path === `/v1/abuse/${id}`);
  return one ? json(200, shownOf(one)) : failed(404, "There is no such report.");
};
