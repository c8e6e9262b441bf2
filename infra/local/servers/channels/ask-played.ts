import { type ApiName, type ApiProvider, protector } from "../../../../functions/kernel/channels.ts";
import type { HttpAnswer } from "../../../../functions/send/channels/http-answer.ts";
import { netcraft } from "../../../../functions/send/channels/netcraft.ts";
import type { ChannelRequest, Provider } from "../../../../functions/send/channels/provider.ts";
import { providers } from "../../../../functions/send/channels/providers.ts";
import type { Submitted } from "./played.ts";
import { playedSecrets, plays } from "./plays.ts";

const authorizationOf = ({ access }: Pick<Provider, "access">, of: ApiProvider): string => {
  if (access.kind === "role") return "AWS4-HMAC-SHA256 Credential=played";
  const secrets: Partial<Record<ApiProvider, Readonly<Record<string, string>>>> = playedSecrets;
  return access.headers(secrets[of] ?? {})["authorization"] ?? "";
};

/** What a played API answers to a request that our account makes, without a socket. */
export const askPlayed = (
  of: ApiName,
  request: ChannelRequest,
  submitted: readonly Submitted[],
  submit: (report: Pick<Submitted, "type" | "urls" | "body">) => Submitted,
): HttpAnswer => {
  const { basePath } = of === protector ? netcraft : providers[of];
  const path = request.path.replace("{account}", playedSecrets.cloudflare.account);
  const { pathname, searchParams } = new URL(`https://api.example${basePath}${path}`);
  const question = {
    method: request.method,
    path: pathname,
    query: searchParams,
    authorization: of === protector ? "" : authorizationOf(providers[of], of),
    body: request.method === "POST" ? JSON.parse(JSON.stringify(request.body)) : undefined,
  };
  const { status, body } = plays[of](question, submitted, submit);
  return { kind: "answered", status, json: JSON.parse(String(body)) };
};
