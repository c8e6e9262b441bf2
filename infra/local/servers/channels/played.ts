import type { ApiName } from "../../../../functions/kernel/channels.ts";
import type { Answer } from "../loopback.ts";

/** The number of a provider's nth report. AWS's have 20 letters and digits at least. */
export const numberOf = (provider: ApiName, nth: number): string => `${provider}${String(nth).padStart(20, "0")}`;

/** One report as a played API took it. */
export type Submitted = {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly urls: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  /** What the provider came to, where it did. */
  readonly word?: string;
};

export type Question = {
  readonly method: string;
  /** Behind the provider's base, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly body: unknown;
};

export const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});

export const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === "object" && body !== null ? Object.fromEntries(Object.entries(body)) : {};

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
