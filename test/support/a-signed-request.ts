/**
 * What API Gateway hands over: payload format 2.0, signed by IAM. With `fields` it is a form that
 * was sent off.
 */
export const aSignedRequest = (
  path: string,
  userArn: string | undefined,
  fields?: Readonly<Record<string, string>>,
) => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: "",
  headers: {
    host: "console.example",
    ...(fields && { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" }),
  },
  body: fields ? new URLSearchParams(fields).toString() : null,
  isBase64Encoded: false,
  requestContext: {
    accountId: "123456789012",
    apiId: "api",
    authentication: null,
    authorizer: userArn === undefined ? {} : { iam: { userArn } },
    domainName: "console.example",
    domainPrefix: "console",
    http: { method: fields ? "POST" : "GET", path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test" },
    requestId: "r",
    routeKey: "$default",
    stage: "$default",
    time: "24/Nov/2026:03:00:00 +0000",
    timeEpoch: 0,
  },
});

/** A handler of the console as Lambda asks it. */
export type Invoke = (
  event: object,
  context: object,
) => Promise<{
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}>;
