import type { IncomingMessage } from "node:http";
import { type ApiName, apiProviders, protector } from "../../../../functions/kernel/channels.ts";
import { type Answer, type Running, startHttp } from "../loopback.ts";
import { json, numberOf, type Question, type Submitted } from "./played.ts";
import { plays } from "./plays.ts";

/** How an answer goes wrong. In all but `too-many` a report was taken all the same. */
export type Trouble = "lost" | "silent" | "html" | "error" | "redirect" | "huge" | "too-many" | "broken-json" | "empty";

export type PlayedChannels = Running & {
  readonly baseOf: (provider: ApiName) => string;
  readonly submitted: (provider: ApiName) => readonly Submitted[];
  /** What it was asked, like `POST /v1/abuse`. */
  readonly asked: (provider: ApiName) => readonly string[];
  /** The next answer of this provider goes wrong in this way. */
  readonly spoil: (provider: ApiName, trouble: Trouble) => void;
  /** What the provider comes to about a report: a word of its list, or any other. */
  readonly decide: (provider: ApiName, id: string, word: string) => void;
};

const spoilt = (trouble: Trouble, request: IncomingMessage, base: string): Answer | Promise<Answer> => {
  switch (trouble) {
    case "lost":
      request.socket.destroy();
      return { status: 200 };
    case "silent":
      return new Promise<Answer>(() => undefined);
    case "html":
      return { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Just a moment</h1>" };
    case "error":
      return json(500, { code: "INTERNAL" });
    case "redirect":
      return { status: 307, headers: { location: `${base}/elsewhere` } };
    case "huge":
      return json(200, { filler: "x".repeat(10 * 1024 * 1024) });
    case "too-many":
      return { ...json(429, { code: "TOO_MANY_REQUESTS" }), headers: { "retry-after": "60" } };
    case "broken-json":
      return { status: 200, headers: { "content-type": "application/json" }, body: '{"u_number":' };
    case "empty":
      return json(200, {});
    default:
      return trouble satisfies never;
  }
};

/**
 * The providers' APIs on loopback, each from its published definition, with what goes wrong with
 * such things. `nowMs` dates what they take. `comesTo`: to which word a provider comes by itself, by
 * now. `onTaken` has its way before such a report is answered. Throws `PortInUse`.
 */
export const startChannels = async (
  port: number,
  nowMs: () => number,
  comesTo: (provider: ApiName, report: Submitted) => string | undefined = () => undefined,
  onTaken: (provider: ApiName, report: Submitted) => Promise<void> = async () => {},
): Promise<PlayedChannels> => {
  const submitted: Record<ApiName, Submitted[]> = { cloudflare: [], godaddy: [], aws: [], netcraft: [] };
  const asked: Record<ApiName, string[]> = { cloudflare: [], godaddy: [], aws: [], netcraft: [] };
  const troubles: Partial<Record<ApiName, Trouble>> = {};
  const providerOf = (name: string): ApiName | undefined =>
    ([...apiProviders, protector] as const).find((provider) => provider === name);
  const running = await startHttp(port, async (request, body) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, first = "", path = "/"] = /^\/([a-z]+)(\/.*)$/.exec(url.pathname) ?? [];
    const provider = providerOf(first);
    if (!provider) return { status: 404 };
    submitted[provider] = submitted[provider].map((report) => {
      const word = report.word ?? comesTo(provider, report);
      return word === undefined ? report : { ...report, word };
    });
    asked[provider].push(`${request.method} ${path}`);
    const reports = submitted[provider];
    const trouble = troubles[provider];
    delete troubles[provider];
    const news: Submitted[] = [];
    const submit = (report: Pick<Submitted, "type" | "urls" | "body">): Submitted => {
      const taken = { ...report, id: numberOf(provider, reports.length + 1), at: new Date(nowMs()).toISOString() };
      reports.push(taken);
      news.push(taken);
      return taken;
    };
    const question: Question = {
      method: request.method ?? "GET",
      path,
      query: url.searchParams,
      authorization: request.headers.authorization ?? "",
      body: body.length > 0 ? JSON.parse(body.toString()) : undefined,
    };
    if (trouble === "too-many") return spoilt(trouble, request, running.url);
    const given = plays[provider](question, reports, submit);
    for (const report of news) await onTaken(provider, report);
    return trouble ? spoilt(trouble, request, running.url) : given;
  });
  return {
    ...running,
    baseOf: (provider) => `${running.url}/${provider}`,
    submitted: (provider) => submitted[provider],
    asked: (provider) => asked[provider],
    spoil: (provider, trouble) => {
      troubles[provider] = trouble;
    },
    decide: (provider, id, word) => {
      const at = submitted[provider].findIndex((report) => report.id === id);
      const report = submitted[provider][at];
      if (report) submitted[provider][at] = { ...report, word };
    },
  };
};
