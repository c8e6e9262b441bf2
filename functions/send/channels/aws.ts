import { channelFacts } from "../../kernel/channels.ts";
import { ok } from "../../kernel/result.ts";
import * as z from "../../kernel/zod.ts";
import { type AnswerWord, isAnswerWord, meaningOf } from "./answer-words.ts";
import { unfit } from "./fits.ts";
import type { Provider, Status } from "./provider.ts";
import { inParentheses, statusBy, toldBy } from "./read-answer.ts";
import { anotherPage } from "./reported-page.ts";
import { taken } from "./taken.ts";

/*
 * AWS's Abuse Signal API, by its published definition (botocore 1.44.8, `abuse-signal/2026-01-12`).
 * A report is named by its notice as `clientToken`, under which it is taken once within 24 hours, and
 * as `correlationId`, by which it is listed.
 */

const { name, api } = channelFacts.aws;
const { takes, rules } = taken.aws;

const toRequest: Provider["toRequest"] = ({ category, key, xarf }) => {
  if (takes[category] === undefined || !xarf)
    return unfit(`${name} takes reports in XARF, which has no type for what is known of this one.`);
  return ok({ method: "POST", path: "/v1/abuse", body: { clientToken: key, correlationId: key, report: { xarf } } });
};

const place = z.object({ path: z.string(), message: z.string(), code: z.nullish(z.string()) });
const failure = z.object({
  message: z.string(),
  fieldList: z.nullish(z.array(place)),
  unmetRequirements: z.nullish(z.array(place)),
});
const reportId = z.string().check(z.regex(/^[a-zA-Z0-9]{20,64}$/));
const created = z.object({ reportId });
const report = z.object({
  reportId,
  correlationId: z.nullish(z.string()),
  status: z.enum(["QUEUED", "PROCESSING", "COMPLETED"]),
  description: z.string(),
  reasonCode: z.nullish(z.string()),
});
const list = z.object({ reports: z.array(report), nextToken: z.nullish(z.string()) });

const told = toldBy({
  name,
  errorIn: (json) => {
    const read = failure.safeParse(json);
    if (!read.success) return undefined;
    const places = [...(read.data.fieldList ?? []), ...(read.data.unmetRequirements ?? [])];
    return [read.data.message, ...places.map(({ path, message, code }) => `${code ?? message} at ${path}`)];
  },
  taken: (json) => {
    const read = created.safeParse(json);
    return read.success ? { kind: "accepted", id: read.data.reportId } : undefined;
  },
});

const reasons: readonly AnswerWord[] = [
  "ACTIONED",
  "NOT_RESOLVABLE_TO_AWS",
  "REVIEWED_NO_AWS_ACTION",
  "CONTENT_DOWN_OR_INACCESSIBLE",
  "NEED_MORE_INFORMATION",
];

const readStatus = (json: unknown, id: string, key: string): Status | undefined => {
  const read = report.safeParse(json);
  if (!read.success) return undefined;
  const { reportId: about, correlationId, status, description, reasonCode } = read.data;
  if (about !== id || correlationId !== key) return anotherPage(name);
  if (status !== "COMPLETED") return { kind: "waiting" };
  const word = reasonCode ?? "";
  const words = inParentheses([description]);
  // > append-only, so treat an unrecognized value as opaque
  if (!isAnswerWord(word) || !reasons.includes(word)) {
    const shown = /^\w{1,60}$/.test(word) ? `by a word that nobody knows: ${word}` : "and does not say why";
    return { kind: "person", why: `${name} closed the report ${shown}${words}.` };
  }
  const { replyClass, says } = meaningOf(word);
  return { kind: "answer", word, replyClass, says: `${name} says that ${says}${words}` };
};

export const aws: Provider = {
  name,
  api,
  host: "abuse.us-east-1.amazonaws.com",
  basePath: "",
  access: {
    kind: "role",
    region: "us-east-1",
    service: "abuse",
    actions: ["abuse:CreateAbuseReport", "abuse:GetAbuseReportStatus", "abuse:ListAbuseReportStatuses"],
  },
  isIdempotent: true,
  takes,
  passesOn: () => ({ host: "unknown", owner: "unknown" }),
  rules,
  toRequest,
  // > an idempotency token was reused with a different payload: it has the first
  fromAnswer: (answer) =>
    answer.kind === "answered" && answer.status === 409
      ? { kind: "uncertain", why: `${name} has this report already, in other words.` }
      : told(answer),
  statusRequest: (id) => ({ method: "GET", path: `/v1/abuse/${encodeURIComponent(id)}` }),
  fromStatus: (answer, { id, key }) => statusBy(name, (json) => readStatus(json, id, key))(answer),
  submitted: {
    requests: ({ telling: { key } }) => [
      { method: "GET", path: `/v1/abusestatuses?${new URLSearchParams({ correlationId: key })}` },
    ],
    idsIn: (json) => {
      const read = list.safeParse(json);
      return !read.success || read.data.nextToken ? undefined : read.data.reports.map((one) => one.reportId);
    },
    isIt: (json, { telling: { key } }) => {
      const read = report.safeParse(json);
      return read.success ? read.data.correlationId === key : undefined;
    },
  },
};
