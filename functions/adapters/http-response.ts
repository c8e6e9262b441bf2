import type { Dispatcher } from "undici";

/** An unread body keeps its socket busy. Closing it is cheaper than reading it. */
export const discard = (body: Dispatcher.ResponseData["body"]): void => {
  body.on("error", () => undefined);
  body.destroy();
};

export const plainHeaders = (headers: Dispatcher.ResponseData["headers"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? (value[0] ?? "") : value]],
    ),
  );

/** RFC 9110 §10.2.3: seconds or a date. At most a day. */
export const retryAfter = (value: string | undefined): { readonly retryAfterMs?: number } => {
  if (!value) return {};
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? { retryAfterMs: Math.min(ms, 86_400_000) } : {};
};

/** An error's code, or its cause's. Empty where it has none. */
export const codeOf = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
};
