import { type IncomingMessage, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { mayConnect, readAddress } from "../kernel/address.ts";
import type { Answer } from "../webhooks/tell-webhooks.ts";
import { ForbiddenAddress, type Guard, guardedLookup, type ResolveAll } from "./guarded-lookup.ts";
import { codeOf } from "./http-response.ts";

export type WebhookClientOptions = {
  /** Loopback and http, for samples and tests alone. */
  readonly allowLoopback?: boolean;
  /** Below the function's timeout. */
  readonly deadlineMs?: number;
  readonly resolveAll?: ResolveAll;
};

const deadlineMsByDefault = 10_000;

/**
 * Posts only to an address of the settings: https, a public address, no redirect, one deadline. Ignores the body of
 * the answer. Network: one request for each call, no retry. Never throws.
 */
export const webhookClient =
  ({ allowLoopback = false, deadlineMs = deadlineMsByDefault, resolveAll }: WebhookClientOptions = {}) =>
  async (url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> => {
    const { protocol, hostname } = new URL(url);
    if (!allowLoopback && protocol !== "https:") return { silent: "not-https" };
    // A socket to a literal address makes no lookup, so the guard would not see it.
    const literal = readAddress(hostname.replace(/^\[|\]$/g, ""));
    if (literal && !mayConnect(literal.text, allowLoopback)) return { silent: "forbidden-address" };
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const answered = await post({ url, headers, body, signal }, { allowLoopback, resolveAll });
      answered.destroy();
      return { status: answered.statusCode ?? 0 };
    } catch (error) {
      if (error instanceof ForbiddenAddress) return { silent: "forbidden-address" };
      return { silent: signal.aborted ? "too-late" : codeOf(error) || "no-answer" };
    }
  };

type Posted = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
};

/** Node's own client, on a socket used once: a library would be half a bundle. Follows no redirect. */
const post = ({ url, headers, body, signal }: Posted, guard: Guard): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith("http:") ? requestPlainly : requestSecurely;
    const asked = request(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "user-agent": "takedown-notice-dispatcher" },
      agent: false,
      lookup: guardedLookup(guard),
      maxHeaderSize: 16_384,
      signal,
    });
    // Stays after the answer: cutting off the unread rest is an error, too.
    asked.on("error", reject);
    asked.on("response", (answered) => {
      answered.on("error", () => undefined);
      resolve(answered);
    });
    asked.end(body);
  });
