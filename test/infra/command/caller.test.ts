import { createServer } from "node:http";
import { expect, test, vi } from "vitest";
import { askerAt, signedHeaders } from "../../../infra/command/caller.ts";
import { closeHttp, listenOnLoopback } from "../../../infra/local/servers/loopback.ts";

// "get-vanilla" of the test suite that AWS publishes for Signature Version 4.
test("a request is signed as AWS asks", () => {
  const { authorization } = signedHeaders(
    { method: "GET", url: new URL("https://example.amazonaws.com/"), headers: {}, body: "" },
    {
      service: "service",
      region: "us-east-1",
      atMs: Date.UTC(2015, 7, 30, 12, 36),
      credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
    },
  );
  expect(authorization).toBe(
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, " +
      "SignedHeaders=host;x-amz-date, " +
      "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
  );
});

const inAws = { folder: "nowhere", table: "cases", stage: "prod" };

test.each([
  ["a role's session", "arn:aws:sts::123456789012:assumed-role/OnCall/jane", "jane"],
  ["a user", "arn:aws:iam::123456789012:user/people/jane", "jane"],
])("whoever IAM says that the credentials are decides: %s", async (_, arn, name) => {
  expect(await askerAt(inAws, async () => arn)).toEqual({ name, mayDecide: true, signedIn: true });
});

test.each([
  ["the account's root", "arn:aws:iam::123456789012:root"],
  ["who is not signed in", undefined],
])("%s is nobody", async (_, arn) => {
  await expect(askerAt(inAws, async () => arn)).rejects.toThrow("IAM does not say who you are");
});

test("on this machine it is its operator, as in the console, and IAM is not asked", async () => {
  const neverAsked = async () => {
    throw new Error("IAM was asked");
  };
  expect((await askerAt({ folder: "nowhere" }, neverAsked)).name).toBe("local operator");
});

test("STS is asked where the SDK's own variables say that it answers, signed as the caller", async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.headers.host} ${/Credential=(\w+)/.exec(request.headers.authorization ?? "")?.[1]}`);
    response.end("<Arn>arn:aws:iam::000000000000:user/jane</Arn>");
  });
  const port = await listenOnLoopback(server, 0);
  const variables = {
    AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}`,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "janes",
    AWS_SECRET_ACCESS_KEY: "secret",
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  try {
    expect((await askerAt(inAws)).name).toBe("jane");
    expect(heard).toEqual([`127.0.0.1:${port} janes`]);
  } finally {
    vi.unstubAllEnvs();
    await closeHttp(server);
  }
});
