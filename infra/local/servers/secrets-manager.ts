import { type Running, startHttp } from "./loopback.ts";
import { accountId, region } from "./sqs.ts";

/**
 * Secrets Manager on loopback for GetSecretValue, from a map of names to texts. Throws `PortInUse`.
 */
export const startSecretsManager = (options: {
  readonly port: number;
  readonly secrets: Readonly<Record<string, string>>;
}): Promise<Running> =>
  startHttp(options.port, (request, body) => {
    const operation = String(request.headers["x-amz-target"] ?? "").split(".")[1];
    if (operation !== "GetSecretValue")
      return answer(400, {
        __type: "InvalidRequestException",
        Message: `${operation ?? "This operation"} is not answered here.`,
      });
    const name = secretIn(body);
    const secret = name !== undefined && Object.hasOwn(options.secrets, name) ? options.secrets[name] : undefined;
    if (secret === undefined)
      return answer(400, {
        __type: "ResourceNotFoundException",
        Message: "Secrets Manager can't find the specified secret.",
      });
    return answer(200, {
      ARN: `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}`,
      Name: name,
      SecretString: secret,
      VersionId: "1".padStart(32, "0"),
      VersionStages: ["AWSCURRENT"],
    });
  });

const answer = (status: number, body: object) => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.1" },
  body: JSON.stringify(body),
});

const secretIn = (body: Buffer): string | undefined => {
  const request: unknown = JSON.parse(body.toString("utf8"));
  return typeof request === "object" &&
    request !== null &&
    "SecretId" in request &&
    typeof request.SecretId === "string"
    ? request.SecretId
    : undefined;
};
