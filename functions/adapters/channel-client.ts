import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SignatureV4 } from "@smithy/signature-v4";
import { request } from "undici";
import { type ApiName, type ApiProvider, apiProviders, protector } from "../kernel/channels.ts";
import * as z from "../kernel/zod.ts";
import type { HttpAnswer } from "../send/channels/http-answer.ts";
import { netcraft } from "../send/channels/netcraft.ts";
import type { ChannelRequest, Provider } from "../send/channels/provider.ts";
import { providers } from "../send/channels/providers.ts";
import type { AskChannel } from "../send/channels/settle.ts";
import { answerLimits, boundedJson, readBounded, UnboundedBody } from "./bounded-body.ts";
import { guardedAgent } from "./guarded-agent.ts";
import { ForbiddenAddress, type ResolveAll } from "./guarded-lookup.ts";
import { codeOf, discard, plainHeaders, retryAfter } from "./http-response.ts";
import { neverLeft } from "./never-left.ts";
import { secretText } from "./secret-text.ts";

type AwsConfig = Pick<SecretsManagerClient["config"], "credentials" | "sha256">;

export type ChannelClientOptions = {
  /** Signs for AWS's own API, as the function's role. */
  readonly aws: AwsConfig;
  /** Absent where the stage has no secret for the provider. */
  readonly secretOf: (provider: ApiProvider) => Promise<Readonly<Record<string, string>> | undefined>;
  /** The base of a played API on loopback, for samples and tests. */
  readonly onlyBase?: (provider: ApiName) => string;
  /** Below the function's timeout less the time to write the answer. */
  readonly deadlineMs?: number;
  readonly resolveAll?: ResolveAll;
};

/** Netcraft wants no account. */
type Asked = Pick<Provider, "name" | "host" | "basePath"> & Partial<Pick<Provider, "access">>;

const deadlineMsByDefault = 10_000;

/**
 * Asks the APIs of `send/channels/providers.ts`, each at its host alone: https, a public address,
 * 256 KiB received, 1 MiB unpacked, no redirect, one deadline. A socket is used once: one that died
 * while the function was frozen would fail after the request was written, and an uncertain report
 * needs a person. Network: at most one request for each call, no retry. Never throws.
 */
export const channelClient =
  ({ aws, secretOf, onlyBase, deadlineMs = deadlineMsByDefault, resolveAll }: ChannelClientOptions): AskChannel =>
  async (provider, asked) => {
    const { name, host, basePath, access }: Asked = provider === protector ? netcraft : providers[provider];
    const secret =
      provider !== protector && access?.kind === "secret" ? await readSecret(secretOf, provider, access.fields) : {};
    if (!secret) return { kind: "unreached", detail: `No secret of ${name}'s can be read.` };
    const base = onlyBase?.(provider) ?? `https://${host}`;
    const account = encodeURIComponent(secret["account"] ?? "");
    const url = `${base.replace(/\/$/, "")}${basePath}${asked.path.replace("{account}", account)}`;
    // Refuses a path that the URL parser would change (dots that escalate, another authority).
    if (!URL.canParse(url) || new URL(url).href !== url || new URL(url).origin !== new URL(base).origin)
      return { kind: "unreached", detail: `That is no address of ${name}'s API.` };
    const sent =
      access?.kind === "role"
        ? await signed(new URL(url), asked, access, aws)
        : plain(asked, access?.headers(secret) ?? {});
    if (!sent) return { kind: "unreached", detail: "The function's role has no credentials." };
    const agent = guardedAgent({ allowLoopback: onlyBase !== undefined, resolveAll }, deadlineMs);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const response = await request(url, {
        dispatcher: agent,
        signal,
        ...sent,
      });
      return await read(response);
    } catch (error) {
      return whyFailed(error, signal);
    } finally {
      await agent.destroy();
    }
  };

const plain = (asked: ChannelRequest, account: Readonly<Record<string, string>>) => ({
  method: asked.method,
  headers: {
    accept: "application/json",
    "accept-encoding": "gzip",
    "user-agent": "takedown-notice-dispatcher",
    ...account,
    ...(asked.method === "POST" && { "content-type": "application/json" }),
  },
  ...(asked.method === "POST" && { body: JSON.stringify(asked.body) }),
});

/** By the machine's time, which AWS compares with its own. `undefined` where the role has no credentials. */
const signed = async (
  url: URL,
  asked: ChannelRequest,
  { region, service }: Extract<Provider["access"], { kind: "role" }>,
  aws: AwsConfig,
) => {
  const { headers, ...request } = plain(asked, { host: url.host });
  const signer = new SignatureV4({ ...aws, region, service });
  const { protocol, hostname, pathname: path, searchParams } = url;
  const query = Object.fromEntries(searchParams);
  try {
    const withSignature = await signer.sign({ ...request, protocol, hostname, path, query, headers });
    return { ...request, headers: withSignature.headers };
  } catch {
    return undefined;
  }
};

/** Nothing is sent with a secret that can't be read or lacks a field. */
const readSecret = async (
  secretOf: ChannelClientOptions["secretOf"],
  provider: ApiProvider,
  names: readonly string[],
): Promise<Readonly<Record<string, string>> | undefined> => {
  try {
    const secret = await secretOf(provider);
    return names.every((field) => secret?.[field]) ? secret : undefined;
  } catch {
    // Whatever was thrown, nothing was sent: the caller puts the report off.
    return undefined;
  }
};

type Response = Awaited<ReturnType<typeof request>>;

const read = async (response: Response): Promise<HttpAnswer> => {
  const { statusCode: status } = response;
  const headers = plainHeaders(response.headers);
  const after = retryAfter(headers["retry-after"]);
  const unreadable = (detail: string): HttpAnswer => ({ kind: "unreadable", status, detail, ...after });
  if (status >= 300 && status < 400) {
    discard(response.body);
    return unreadable("which leads elsewhere.");
  }
  let bytes: Buffer;
  try {
    bytes = await readBounded(response.body, headers["content-encoding"], answerLimits);
  } catch (error) {
    discard(response.body);
    return unreadable(error instanceof UnboundedBody ? "which is too long to be read." : "which broke off.");
  }
  const json = jsonOf(bytes, headers["content-type"] ?? "");
  return json === undefined ? unreadable("which is not JSON.") : { kind: "answered", status, json, ...after };
};

const jsonOf = (bytes: Buffer, contentType: string): unknown =>
  /^application\/([a-z.+-]+\+)?json\b/i.test(contentType.trim()) ? boundedJson(bytes) : undefined;

const whyFailed = (error: unknown, signal: AbortSignal): HttpAnswer => {
  if (error instanceof ForbiddenAddress) return { kind: "unreached", detail: error.message };
  const code = codeOf(error);
  // The client refuses a secret with a line break as a header, before it connects.
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "UND_ERR_INVALID_ARG" || neverLeft(error, code))
    return { kind: "unreached", detail: `No connection (${code}).` };
  if (signal.aborted) return { kind: "silent", detail: "No answer in time." };
  return { kind: "silent", detail: code ? `No answer (${code}).` : "No answer." };
};

const fields = z.record(z.string(), z.string());

/** Each secret is a flat JSON object of texts. Throws where it can't be read or holds something else. */
export const channelSecrets = (
  client: SecretsManagerClient,
  secretIds: Readonly<Record<string, string>>,
  nowMs: () => number,
): ChannelClientOptions["secretOf"] => {
  const texts = new Map<ApiProvider, () => Promise<string>>();
  for (const provider of apiProviders) {
    const id = secretIds[provider];
    if (id !== undefined) texts.set(provider, secretText(client, id, nowMs));
  }
  return async (provider) => {
    const text = await texts.get(provider)?.();
    return text === undefined ? undefined : fields.parse(JSON.parse(text));
  };
};
