import type { Answer } from "../loopback.ts";
import { fieldsOf, hostIn, json, type Question, type Submitted, textOf } from "./played.ts";

/* Cloudflare's abuse reports as its official client knows them (`cloudflare` 7.3.0). */

const typeOf: Readonly<Record<string, string>> = {
  abuse_phishing: "PHISH",
  abuse_general: "GEN",
  abuse_threat: "THREAT",
  abuse_children: "EMER",
  abuse_ncsei: "NCSEI",
};
const wantsJustification = ["abuse_phishing", "abuse_general", "abuse_threat"];

const failed = (status: number, code: number, message: string): Answer =>
  json(status, { success: false, errors: [{ code, message }], messages: [], result: null });
const succeeded = (result: unknown, more: object = {}): Answer =>
  json(200, { success: true, errors: [], messages: [], result, ...more });

const lengths: Readonly<Record<string, number>> = { name: 255, company: 100, justification: 5000, comments: 2000 };

/** The first rule of the definition that a report breaks. */
const broken = (act: string, body: Readonly<Record<string, unknown>>): string | undefined => {
  const urls = textOf(body["urls"]).split("\n");
  const mayBeNone = act === "abuse_children" || act === "abuse_ncsei";
  const owner = ["send", "send-anon", ...(mayBeNone ? ["none"] : [])];
  const long = Object.entries(lengths).find(([field, most]) => textOf(body[field]).length > most);
  if (long) return `${long[0]} is too long`;
  if (body["act"] !== act) return "act does not match";
  if (textOf(body["email"]) === "" || body["email"] !== body["email2"]) return "email and email2 must match";
  if (textOf(body["name"]) === "") return "name is required";
  if (urls.length > 250 || !urls.every((url) => URL.canParse(url))) return "urls is not a list of valid URLs";
  if (new Set(urls.map(hostIn)).size > 1) return "all URLs should have the same hostname";
  if (!["send", "send-anon"].includes(textOf(body["host_notification"]))) return "host_notification is invalid";
  if (!owner.includes(textOf(body["owner_notification"]))) return "owner_notification is invalid";
  if (wantsJustification.includes(act) && textOf(body["justification"]) === "") return "justification is required";
  if (act === "abuse_children" && textOf(body["ncmec_notification"]) === "") return "ncmec_notification is required";
  if (act === "abuse_ncsei" && typeof body["ncsei_subject_representation"] !== "boolean")
    return "ncsei_subject_representation is required";
  return undefined;
};

const shownOf = ({ id, at, type, urls, body, word }: Submitted) => ({
  id,
  cdate: at,
  domain: hostIn(urls[0] ?? ""),
  type,
  status: word === undefined ? "submitted" : word === "accepted" ? "accepted" : "denied",
  denial_reason: word === undefined || word === "accepted" ? null : word,
  dsa_attestation: false,
  urls,
  submitter: { name: body["name"], company: body["company"], email: body["email"] },
});

export const playCloudflare = (
  { method, path, query, authorization, body }: Question,
  submitted: readonly Submitted[],
  submit: (report: Pick<Submitted, "type" | "urls" | "body">) => Submitted,
): Answer => {
  const [, rest = ""] = /^\/client\/v4\/accounts\/played\/abuse-reports\/(.+)$/.exec(path) ?? [];
  if (authorization !== "Bearer played") return failed(401, 10000, "Authentication error");
  if (method === "POST") {
    const type = typeOf[rest];
    if (type === undefined) return failed(404, 7003, "Could not route to the report type");
    const fields = fieldsOf(body);
    const problem = broken(rest, fields);
    if (problem) return failed(400, 1000, problem);
    submit({ type, urls: textOf(fields["urls"]).split("\n"), body: fields });
    return succeeded("success");
  }
  if (rest === "submitted") {
    const domains = query.getAll("domain");
    const reports = submitted.filter(
      ({ type, at, urls }) =>
        query.getAll("type").includes(type) &&
        at >= (query.get("created_after") ?? "") &&
        at <= (query.get("created_before") ?? "9") &&
        urls.some((url) => domains.includes(hostIn(url))),
    );
    return succeeded({ reports: reports.map(shownOf) }, { result_info: { total_count: reports.length } });
  }
  const one = submitted.find(({ id }) => rest === `submitted/${id}`);
  return one ? succeeded(shownOf(one)) : failed(404, 7003, "No such report");
};
