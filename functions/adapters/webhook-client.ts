import { request } from "undici";
import { mayConnect, readAddress } from "../kernel/address.ts";
import type { Answer } from "../webhooks/tell-webhooks.ts";
import { guardedAgent } from "./guarded-agent.ts";
import { ForbiddenAddress, type ResolveAll } from "./guarded-lookup.ts";
import { codeOf, discard } from "./http-response.ts";

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
    const agent = guardedAgent({ allowLoopback, resolveAll }, deadlineMs);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const { statusCode, body: answered } = await request(url, {
        dispatcher: agent,
        signal,
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "user-agent": "takedown-notice-dispatcher" },
        body,
      });
      discard(answered);
      return { status: statusCode };
    } catch (error) {
      if (error instanceof ForbiddenAddress) return { silent: "forbidden-address" };
      return { silent: signal.aborted ? "too-late" : codeOf(error) || "no-answer" };
    } finally {
      await agent.destroy();
    }
  };
