import { createHash, createHmac } from "node:crypto";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { withOneSigner } from "../../functions/adapters/one-signer.ts";

type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** A client whose credentials are over at once; the requests that it sent, and how often a signer was put up. */
const aClient = () => {
  const asked: Asked[] = [];
  let [signers, credentials] = [0, 0];
  const client = new DynamoDBClient({
    region: "eu-central-1",
    credentials: async () => {
      credentials++;
      return { accessKeyId: `AK${credentials}`, secretAccessKey: `s${credentials}`, expiration: new Date(Date.now()) };
    },
    requestHandler: {
      handle: async (request: Asked) => {
        asked.push(request);
        const headers = { "content-type": "application/x-amz-json-1.0" };
        return { response: { statusCode: 200, headers, body: new Blob(["{}"]).stream() } };
      },
    },
  });
  const { signer } = client.config;
  client.config.signer = (scheme) => {
    signers++;
    return signer(scheme);
  };
  const get = () => client.send(new GetItemCommand({ TableName: "cases", Key: { pk: { S: "a" } } }));
  return { client, asked, get, signers: () => signers };
};

/** AWS Signature Version 4, as the IAM User Guide has it ("Create a signed AWS API request"). */
const signatureOf = ({ method, path, headers, body }: Asked): string | undefined => {
  const [, number, date, region, names] =
    /Credential=AK(\d+)\/(\d{8})\/([^/]+)\/dynamodb\/aws4_request, SignedHeaders=([^,]+)/.exec(
      headers["authorization"] ?? "",
    ) ?? [];
  const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
  const hmac = (by: string | Buffer, text: string) => createHmac("sha256", by).update(text).digest();
  const signed = (names ?? "").split(";").map((name) => `${name}:${headers[name]?.trim()}`);
  const canonical = [method, path, "", ...signed, "", names, sha256(body)].join("\n");
  const scope = `${date}/${region}/dynamodb/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const by = [region ?? "", "dynamodb", "aws4_request"].reduce(hmac, hmac(`AWS4s${number}`, date ?? ""));
  return hmac(by, toSign).toString("hex");
};

test("puts up one signer for all calls, and each is signed by the credentials of its moment", async () => {
  const { client, asked, get, signers } = aClient();
  withOneSigner(client);
  for (let call = 0; call < 3; call++) await get();
  expect(signers()).toBe(1);
  expect(asked).toHaveLength(3);
  const authorizations = asked.map(({ headers }) => headers["authorization"] ?? "");
  expect(new Set(authorizations.map((text) => /Credential=AK\d+/.exec(text)?.[0])).size).toBe(3);
  expect(authorizations.map((text) => /Signature=([0-9a-f]{64})$/.exec(text)?.[1])).toEqual(asked.map(signatureOf));
});

test("puts up another for another region, and again what could not be put up", async () => {
  const { client, signers } = aClient();
  const { config } = withOneSigner(client);
  const scheme = { name: "sigv4", signingName: "dynamodb", signingRegion: "eu-central-1", properties: {} };
  const one = await config.signer(scheme);
  expect(await config.signer({ ...scheme })).toBe(one);
  expect(await config.signer({ ...scheme, signingRegion: "eu-west-1" })).not.toBe(one);
  expect(signers()).toBe(2);

  const failing = aClient().client;
  let tries = 0;
  const { signer } = failing.config;
  failing.config.signer = (given) => (tries++ === 0 ? Promise.reject(new Error("no region")) : signer(given));
  withOneSigner(failing);
  await expect(failing.config.signer(scheme)).rejects.toThrow("no region");
  expect(await failing.config.signer(scheme)).toBe(await failing.config.signer(scheme));
});
