import { request } from "undici";
import { mayConnect, readAddress } from "../kernel/address.ts";
import type { Answer } from "../webhooks/tell-webhooks.ts";
import { guardedAgent } from "./guarded-agent.ts";
import { ForbiddenAddress, type ResolveAll } from "./guarded-lookup.ts";
import { codeOf, discard } from "./http-response.ts";

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
    const agent = guardedAgent({ allowLoopback, resolveAll }, deadlineMs);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const answered = await request(url, {
        dispatcher: agent,
        signal,
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "user-agent": "takedown-notice-dispatcher" },
        body,
      });
      discard(answered.body);
      return { status: answered.statusCode };
    } catch (error) {
      if (error instanceof ForbiddenAddress) return { silent: "forbidden-address" };
      return { silent: signal.aborted ? "too-late" : codeOf(error) || "no-answer" };
    } finally {
      await agent.destroy();
    }
  };
