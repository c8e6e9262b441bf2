import { type Dispatcher, request } from "undici";
import { mayConnect, readAddress } from "../kernel/address.ts";
import type { Answer } from "../webhooks/webhook.ts";
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
 * Posts only to an address of the settings: https, a public address, no redirect, one deadline. Of the
 * answer it reads 64 characters, and those of a 200 alone. Network: one request for each call, no retry. Never throws.
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
      const status = answered.statusCode;
      if (status === 200) return { status, text: await firstWords(answered.body) };
      discard(answered.body);
      return { status };
    } catch (error) {
      if (error instanceof ForbiddenAddress) return { silent: "forbidden-address" };
      return { silent: signal.aborted ? "too-late" : codeOf(error) || "no-answer" };
    } finally {
      await agent.destroy();
    }
  };

const charactersAtMost = 64;

const firstWords = async (body: Dispatcher.ResponseData["body"]): Promise<string> => {
  let text = "";
  try {
    for await (const chunk of body) {
      text += String(chunk).slice(0, charactersAtMost);
      if (text.length >= charactersAtMost) break;
    }
  } catch {
    // Broken off, or slower than the deadline: what came is what was answered.
  }
  return text;
};
