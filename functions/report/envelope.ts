import { fail, ok, type Result } from "../kernel/result.ts";
import type { Unreadable } from "./report.ts";

/** SQS takes 1 MiB, so more never comes, but a bound of our own does not depend on it. */
const textAtMost = 1_048_576;
// Nobody sends deeper than SNS around EventBridge around the report.
const envelopesAtMost = 3;

const unreadable = (field: string, reason: string, fix: string) =>
  fail<Unreadable>({ kind: "unreadable", field, reason, fix });
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parse = (text: string): Result<unknown, Unreadable> => {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    // SyntaxError for what is not JSON, RangeError for nesting deeper than the stack.
    const why = error instanceof RangeError ? "is nested too deeply" : "is not JSON";
    return unreadable(
      "(message)",
      `The message ${why}.`,
      "Send one JSON object as report.schema.json describes it, or XARF v4.",
    );
  }
};

/** The object inside SNS (`Type: Notification`, `Message`) and EventBridge (`detail-type`, `detail`). */
export const openEnvelopes = (text: string): Result<Record<string, unknown>, Unreadable> => {
  if (text.length > textAtMost)
    return unreadable(
      "(message)",
      "The message is larger than 1 MiB.",
      "Send the report without attachments; content is never taken in.",
    );
  const first = parse(text);
  if (!first.ok) return first;
  let message: unknown = first.value;
  for (let depth = 0; isObject(message) && depth < envelopesAtMost; depth++) {
    if (message.Type === "Notification") {
      if (typeof message.Message !== "string")
        return unreadable("Message", "The SNS envelope holds no text.", "Publish the report's JSON as the message.");
      const inner = parse(message.Message);
      if (!inner.ok) return inner;
      message = inner.value;
    } else if (typeof message["detail-type"] === "string") {
      message = message.detail;
    } else if ("Records" in message || "Type" in message) {
      return unreadable(
        "(message)",
        "This envelope is not known.",
        "Send the report itself, or through SNS or EventBridge.",
      );
    } else {
      return ok(message);
    }
  }
  return isObject(message)
    ? unreadable("(message)", "The message is wrapped too often.", "Send the report itself.")
    : unreadable(
        "(message)",
        "The message is not a JSON object.",
        "Send one JSON object as report.schema.json describes it, or XARF v4.",
      );
};
