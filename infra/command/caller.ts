import { createHash, createHmac } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { personByArn } from "../../functions/kernel/signed-in.ts";
import type { Asker } from "../../functions/settings/may.ts";
import type { Where } from "./connection.ts";
import { CommandProblem } from "./problem.ts";

type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string };

type Unsigned = {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

type SignedAs = {
  readonly service: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** Milliseconds since 1970; AWS refuses what is off by more than five minutes. */
  readonly atMs: number;
};

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/**
 * The headers of a request without a query that AWS takes as these credentials': Signature Version 4
 * (IAM User Guide, "Create a signed AWS API request").
 */
export const signedHeaders = (
  { method, url, headers, body }: Unsigned,
  { service, region, credentials, atMs }: SignedAs,
): Readonly<Record<string, string>> => {
  const at = new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  const day = at.slice(0, 8);
  const all: Readonly<Record<string, string>> = {
    ...headers,
    host: url.host,
    "x-amz-date": at,
    ...(credentials.sessionToken !== undefined && { "x-amz-security-token": credentials.sessionToken }),
  };
  const names = Object.keys(all).sort();
  const signed = names.join(";");
  const lines = names.map((name) => `${name}:${all[name]?.trim()}\n`).join("");
  const canonical = [method, url.pathname, "", lines, signed, sha256(body)].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = hmac(key, toSign).toString("hex");
  return {
    ...all,
    authorization:
      `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signed}, ` +
      `Signature=${signature}`,
  };
};

/**
 * Where a service answers: in the region, or where the SDK's own variables say (AWS SDKs and Tools
 * Reference Guide, "Service-specific endpoints").
 */
const urlOf = (service: string, region: string): URL =>
  new URL(
    process.env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ||
      process.env.AWS_ENDPOINT_URL ||
      `https://${service}.${region}.${region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com"}/`,
  );

/**
 * Posts to a service for which this project has no client, signed by the SDK's own credentials. `region` absent:
 * the SDK's. Network: one request.
 */
export const postSigned = async (
  service: "sts" | "cloudtrail",
  { headers, body, region: named }: Pick<Unsigned, "headers" | "body"> & { readonly region?: string },
): Promise<Response> => {
  const { config } = new DynamoDBClient(named === undefined ? {} : { region: named });
  const [region, { accessKeyId, secretAccessKey, sessionToken }] = await Promise.all([
    config.region(),
    config.credentials(),
  ]);
  const url = urlOf(service, region);
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  const signed = signedHeaders(
    { method: "POST", url, body, headers },
    { service, region, atMs: Date.now(), credentials },
  );
  return fetch(url, { method: "POST", body, headers: signed, signal: AbortSignal.timeout(10_000) });
};

/** Whose credentials these are, by STS's word; no right is needed for it. Network: one request. */
export const callersArn = async (): Promise<string | undefined> => {
  const answer = await postSigned("sts", {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "Action=GetCallerIdentity&Version=2011-06-15",
  });
  return answer.ok ? /<Arn>([^<]+)<\/Arn>/.exec(await answer.text())?.[1] : undefined;
};

/** Who recorded something, and why. */
export type Signed = { readonly by: string; readonly why: string };

/** The caller with the reason that they gave. Throws `CommandProblem` where either is missing. */
export const signedBy = async (options: Where & { readonly why?: string }): Promise<Signed> => {
  const why = options.why?.trim() ?? "";
  if (why === "") throw new CommandProblem("Give the reason with --why; it is kept with your name.");
  return { by: (await askerAt(options)).name, why };
};

/**
 * Who decides at this command line: in AWS whoever IAM says that the credentials are; on this
 * machine its operator, as in the console. A typed name is nobody. Throws `CommandProblem` where
 * nobody can be named.
 */
export const askerAt = async (
  { table }: Where,
  arnOf: () => Promise<string | undefined> = callersArn,
): Promise<Asker> => {
  if (table === undefined) return { name: "local operator", mayDecide: true, signedIn: true };
  const arn = await arnOf();
  const name = arn === undefined ? undefined : personByArn(arn);
  if (name === undefined)
    throw new CommandProblem(
      "IAM does not say who you are: sign in as a person, with a user or a role's session of your own name.",
    );
  return { name, mayDecide: true, signedIn: true };
};
