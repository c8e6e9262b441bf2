import type { Heard } from "../cost/meter.ts";

/** A call of AWS, as it came. */
export type Asked = Pick<Heard, "operation" | "path" | "body">;

/** What is asked for: the target of a JSON protocol, the action of a form, or the method. */
export const operationOf = (target: unknown, body: Buffer, method: string | undefined): string =>
  String(target ?? "").split(".")[1] ?? new URLSearchParams(body.toString("utf8")).get("Action") ?? method ?? "";

const nothing = { status: 200, headers: { "content-type": "application/x-amz-json-1.0" }, answer: btoa("{}") };

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, of]) => [key, sorted(of)]),
  );
};

const moments = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const seconds = /\b1[6-9]\d{8}(\d{3})?\b/g;

/** What is asked, in whatever order it is written, and a moment later. */
const asAsked = ({ operation, path, body }: Asked): string => {
  const text = body.startsWith("{") ? JSON.stringify(sorted(JSON.parse(body))) : body;
  return `${operation} ${path} ${text.replace(moments, "then").replace(seconds, "then")}`;
};

const asked = new WeakMap<Heard, string>();
const asRecorded = (call: Heard): string => {
  const known = asked.get(call) ?? asAsked(call);
  asked.set(call, known);
  return known;
};

/** What a write does, whatever it writes. */
const doesIn = (body: string): string => {
  if (!body.startsWith("{")) return "";
  const { UpdateExpression, ConditionExpression } = JSON.parse(body);
  return `${UpdateExpression} ${ConditionExpression}`;
};

/**
 * What was answered when the same was asked; else, for a write, whose token and moment are never
 * the same, what was answered to one that does the same, or is of its kind; else that there is
 * nothing. A write that was refused and tried again then is not refused for ever: its answer is the
 * one that let it through.
 */
export const answerOf = (calls: readonly Heard[], call: Asked): Pick<Heard, "status" | "headers" | "answer"> => {
  const ofKind = calls.filter(({ operation }) => operation === call.operation);
  const wanted = asAsked(call);
  const taken = (some: readonly Heard[]): Heard | undefined => some.find(({ status }) => status === 200) ?? some[0];
  const same = taken(ofKind.filter((one) => asRecorded(one) === wanted));
  if (same) return same;
  const isRead = /^(Get|BatchGet|Query|Scan)/.test(call.operation);
  if (isRead) return nothing;
  const does = doesIn(call.body);
  return taken(ofKind.filter(({ body }) => doesIn(body) === does)) ?? ofKind[0] ?? nothing;
};

/**
 * The table's answer to whoever takes a turn (`adapters/ses-quota-turns.ts`), by the clock of
 * whoever asks: a turn that was recorded is long over, and its taker would try again until none is
 * left. Nothing for any other call.
 */
export const turnOf = ({ operation, body }: Pick<Asked, "operation" | "body">): string | undefined => {
  if (operation !== "UpdateItem") return undefined;
  const { Key, ExpressionAttributeValues: values } = JSON.parse(body);
  if (!String(Key?.pk?.S).startsWith("PACE#")) return undefined;
  const next = values[":next"]?.N ?? String(Number(values[":now"].N) + Number(values[":step"].N));
  return JSON.stringify({ Attributes: { nextMs: { N: next } } });
};
