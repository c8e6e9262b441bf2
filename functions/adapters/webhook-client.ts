import { type IncomingMessage, request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { mayConnect, readAddress } from "../kernel/address.ts";
import type { Answer } from "../webhooks/tell-webhooks.ts";
import { ForbiddenAddress, type Guard, guardedLookup, type ResolveAll } from "./guarded-lookup.ts";
import { codeOf } from "./http-response.ts";

export type WebhookClientOptions = {
  /** For samples and tests alone: loopback, and http. */
  readonly allowLoopback?: boolean;
  /** Below the function's timeout. */
  readonly deadlineMs?: number;
  readonly resolveAll?: ResolveAll;
};

const deadlineMsByDefault = 10_000;

/**
 * Posts to an address of the settings and nowhere else: https, a public address, no redirect, one
 * deadline; what is answered is not read. Network: one request for each call; nothing is repeated.
 * Never throws.
 */
export const webhookClient =
  ({ allowLoopback = false, deadlineMs = deadlineMsByDefault, resolveAll }: WebhookClientOptions = {}) =>
  async (url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> => {
    const { protocol, hostname } = new URL(url);
    if (!allowLoopback && protocol !== "https:") return { silent: "not-https" };
    // A socket to an address asks no look-up, and so not the guard.
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

/**
 * By Node's own client, on a socket that is used once and whose look-up is guarded: one POST needs no
 * library of sockets, which is half of a bundle. It follows no redirect.
 */
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
    // Stays there when the answer has come: what is not read is cut off, and that is an error, too.
    asked.on("error", reject);
    asked.on("response", (answered) => {
      answered.on("error", () => undefined);
      resolve(answered);
    });
    asked.end(body);
  });
