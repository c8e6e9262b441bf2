import type { Dispatcher } from "undici";

/** A body nobody reads keeps its socket busy; closing it is cheaper than hearing it out. */
export const discard = (body: Dispatcher.ResponseData["body"]): void => {
  body.on("error", () => undefined);
  body.destroy();
};

/** Headers by their names in lower case; of several of one name the first. */
export const plainHeaders = (headers: Dispatcher.ResponseData["headers"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? (value[0] ?? "") : value]],
    ),
  );

/** RFC 9110 §10.2.3: seconds or a date. Longer than a day is no promise anybody waits for. */
export const retryAfter = (value: string | undefined): { readonly retryAfterMs?: number } => {
  if (!value) return {};
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? { retryAfterMs: Math.min(ms, 86_400_000) } : {};
};

/** A failure's code, or that of what caused it; empty where it has none. */
export const codeOf = (error: unknown): string => {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
};
