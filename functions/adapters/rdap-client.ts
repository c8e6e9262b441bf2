import { type Agent, request } from "undici";
import { bundledBootstrap } from "../contact/bootstrap.ts";
import { type RdapAnswer, saysTooOften } from "../contact/read-rdap.ts";
import { type RegistryTurns, unpaced } from "../contact/registry-pace.ts";
import type { Asked, RdapQuestion, Reported } from "../contact/sources.ts";
import { checkUrl, isOfReported, ofReported } from "../kernel/look-up-url.ts";
import { answerLimits, boundedJson, readBounded, UnboundedBody } from "./bounded-body.ts";
import { guardedAgent } from "./guarded-agent.ts";
import { ForbiddenAddress, type ResolveAll } from "./guarded-lookup.ts";
import { codeOf, discard, plainHeaders, retryAfter } from "./http-response.ts";

export type RdapClientOptions = {
  /** Base of a server on loopback in place of every registry, for samples and tests. */
  readonly onlyBase?: string;
  /** For one question with all its redirects. Registries answer within a second or two. */
  readonly deadlineMs?: number;
  /** A registry's own server is asked wherever it stands. */
  readonly isRegistry?: (server: string) => Promise<boolean>;
  readonly resolveAll?: ResolveAll;
};

const redirectsAtMost = 3;
const deadlineMsByDefault = 6000;

/**
 * Asks RDAP services over https. Bounded: one deadline for the question with its redirects (at most
 * three, each checked, never down to http), 16 KiB of headers, 256 KiB received, 1 MiB unpacked, 64
 * levels of JSON. The socket's lookup checks the address: public, and none of the reported host's
 * but for a registry's own server. Keeps connections to registries, caches no answer. Takes a turn
 * of each server. Throws only where `turns` does.
 */
export const rdapClient = ({
  onlyBase,
  deadlineMs = deadlineMsByDefault,
  isRegistry = async (server) => bundledBootstrap().isServer(server),
  resolveAll,
}: RdapClientOptions = {}): ((question: RdapQuestion, turns?: RegistryTurns) => Promise<Asked<RdapAnswer>>) => {
  const pooled = guardedAgent({ allowLoopback: onlyBase !== undefined, resolveAll }, deadlineMs);
  return async (question, turns = unpaced) => {
    const path = `${question.kind}/${encodeURIComponent(question.query).replaceAll("%3A", ":")}`;
    const linked = "url" in question && (!onlyBase || mayAsk(question.url, onlyBase).allow) ? question.url : undefined;
    const first = linked ?? `${onlyBase ?? ("base" in question ? question.base : "")}${path}`;
    const server = "url" in question ? hostOf(question.url) : hostOf(question.base);
    const signal = AbortSignal.timeout(deadlineMs);
    const { reported } = question;
    // A kept connection was checked for another reported host: a server that is no registry's gets its own.
    const apart = guardedAgent({ allowLoopback: false, resolveAll, besides: reported?.addresses ?? [] }, deadlineMs);
    const agentFor = async (host: string) => (onlyBase || !reported || (await isRegistry(host)) ? pooled : apart);
    try {
      return await walk(
        { agentFor, onlyBase, signal, turns, isEntity: question.kind === "entity", reported },
        first,
        server,
      );
    } finally {
      await apart.destroy();
    }
  };
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : "rdap");

const mayAsk = (
  url: string,
  onlyBase: string | undefined,
  reported?: Reported,
): { readonly allow: boolean; readonly reason: string } => {
  if (!onlyBase)
    return reported !== undefined && isOfReported(hostOf(url), reported.host)
      ? { allow: false, reason: ofReported }
      : checkUrl(url);
  return URL.canParse(url) && new URL(url).origin === new URL(onlyBase).origin
    ? { allow: true, reason: "sample registry" }
    : { allow: false, reason: "Only the sample registries may be asked." };
};

type Asking = {
  readonly agentFor: (host: string) => Promise<Agent>;
  readonly onlyBase: string | undefined;
  readonly signal: AbortSignal;
  readonly turns: RegistryTurns;
  readonly isEntity: boolean;
  readonly reported: Reported | undefined;
};

const walk = async (
  { agentFor, onlyBase, signal, turns, isEntity, reported }: Asking,
  first: string,
  firstServer: string,
): Promise<Asked<RdapAnswer>> => {
  let server = firstServer;
  let url = first;
  for (let hops = 0; ; hops++) {
    const verdict = mayAsk(url, onlyBase, reported);
    if (!verdict.allow) return { kind: "refused", server, detail: `Not asked: ${verdict.reason}` };
    if (hops > 0) server = hostOf(url);
    const held = await turns.take(server, isEntity);
    if (held) return { kind: "silent", server, ...held };
    let answer: Answered;
    try {
      answer = await askOnce(await agentFor(hostOf(url)), url, signal);
    } catch (error) {
      return { ...whyFailed(error, signal), server };
    }
    if (answer.kind === "redirect") {
      const { location } = answer;
      if (hops >= redirectsAtMost) return { kind: "refused", server, detail: "Redirected more than three times." };
      if (!location || location.length > 2048 || !/^[\x21-\x7e]+$/.test(location) || !URL.canParse(location, url))
        return { kind: "refused", server, detail: "Redirected to something that is no URL." };
      url = new URL(location, url).href;
      continue;
    }
    if (answer.kind === "silent" && (answer.retryAfterMs !== undefined || answer.detail === "HTTP 429"))
      await turns.rest(server, answer.retryAfterMs);
    if (answer.kind === "answer" && saysTooOften(answer.value)) await turns.rest(server, undefined);
    return { ...answer, server };
  }
};

type Without<T> = T extends unknown ? Omit<T, "server"> : never;
export type Answered =
  | Without<Asked<RdapAnswer>>
  | { readonly kind: "redirect"; readonly location: string | undefined };

/**
 * One request and its body, with the limits of `rdapClient`. Redirects are not followed. Throws
 * what the socket, the decoder and the limits throw.
 */
export const askOnce = async (agent: Agent, url: string, signal: AbortSignal): Promise<Answered> => {
  const response = await request(url, {
    dispatcher: agent,
    signal,
    headers: {
      accept: "application/rdap+json, application/json;q=0.9",
      "accept-encoding": "gzip",
      "user-agent": "takedown-notice-dispatcher",
    },
  });
  const { statusCode: status } = response;
  const headers = plainHeaders(response.headers);
  if (status === 200) {
    const bytes = await readBounded(response.body, headers["content-encoding"], answerLimits);
    return { kind: "answer", value: { status, headers, body: jsonOf(bytes, headers["content-type"] ?? "") } };
  }
  discard(response.body);
  if (status >= 300 && status < 400) return { kind: "redirect", location: headers["location"] };
  if (status === 429 || status >= 500)
    return { kind: "silent", detail: `HTTP ${status}`, ...retryAfter(headers["retry-after"]) };
  return status === 404
    ? { kind: "none", detail: "The registry has no such object (HTTP 404)." }
    : { kind: "refused", detail: `HTTP ${status}` };
};

/** Only JSON declared as JSON is parsed. Else text, which the reader calls unreadable. */
const jsonOf = (bytes: Buffer, contentType: string): unknown => {
  const json = /^application\/(rdap\+json|json)\b/i.test(contentType.trim()) ? boundedJson(bytes) : undefined;
  return json === undefined ? bytes.toString() : json;
};

const whyFailed = (
  error: unknown,
  signal: AbortSignal,
): { readonly kind: "silent" | "refused"; readonly detail: string } => {
  if (error instanceof UnboundedBody || error instanceof ForbiddenAddress)
    return { kind: "refused", detail: error.message };
  if (signal.aborted) return { kind: "silent", detail: "No answer in time." };
  const code = codeOf(error);
  if (code === "UND_ERR_HEADERS_OVERFLOW")
    return { kind: "refused", detail: "The headers are longer than a registry's." };
  if (/^(ERR_TLS|CERT_|UNABLE_TO_VERIFY|SELF_SIGNED|DEPTH_ZERO)/.test(code))
    return { kind: "refused", detail: "The server's certificate is not its own." };
  if (code.startsWith("Z_")) return { kind: "refused", detail: "The body could not be unpacked." };
  return { kind: "silent", detail: code ? `No answer (${code}).` : "No answer." };
};
