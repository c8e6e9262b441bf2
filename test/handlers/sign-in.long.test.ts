import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, describe, expect, it, vi } from "vitest";
import { make as makeConsole } from "../../functions/handlers/console.ts";
import { make as makeSignIn } from "../../functions/handlers/sign-in.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import { startSecretsManager } from "../../infra/local/servers/secrets-manager.ts";
import { writeSettings } from "../../infra/local/write-settings.ts";
import { aSettings } from "../support/a-case.ts";
import { aProvider, client, issuer } from "../support/a-provider.ts";
import { aSignedRequest, type Invoke } from "../support/a-signed-request.ts";
import { consoleVariables } from "../support/console-variables.ts";

const provider = await aProvider();
provider.knows({ sub: "00u1", name: "Jane Doe", groups: ["on-call"] });
const secrets = await startSecretsManager({
  port: 0,
  secrets: { seal: "s".repeat(64), client: client.secret },
});
const folder = mkdtempSync(join(tmpdir(), "sign-in-handler-"));
const signIn = { issuer, clientId: client.id, reviewers: ["on-call"] };
const withSignIn = writeSettings(folder, { ...aSettings(), signIn }, "with");
const without = writeSettings(folder, aSettings(), "without");

const table = await startDynamoDb({ port: 0 });
vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.url);
vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", table.url);
vi.stubEnv("AWS_REGION", "eu-central-1");
vi.stubEnv("AWS_ACCESS_KEY_ID", "none");
vi.stubEnv("AWS_SECRET_ACCESS_KEY", "none");
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await Promise.all([provider.close(), secrets.close(), table.close()]);
});
await createTable(new DynamoDBClient({}), "cases");

let now = "2026-11-24T03:00:00.000Z";
const clock = { now: () => now };
const quiet = { info: () => {}, error: () => {} };
const ownVariables = {
  ...consoleVariables(withSignIn),
  SESSION_KEY_SECRET: "seal",
};
const signInVariables = {
  ...withSignIn,
  SESSION_KEY_SECRET: "seal",
  OIDC_CLIENT_SECRET: "client",
  BROWSER_CONSOLE_URL: "https://console.example",
};

/**
 * API Gateway hands a browser's request on without an authorizer's word, its cookies as a list of
 * their own (payload format 2.0).
 */
const browserEvent = (path: string, cookies: readonly string[] = []) => {
  const [rawPath = "", rawQueryString = ""] = path.split("?");
  return { ...aSignedRequest(rawPath, undefined), rawQueryString, cookies };
};
const cookiesOf = (answer: object): readonly string[] =>
  ("cookies" in answer && Array.isArray(answer.cookies) ? answer.cookies : []).map(
    (line: string) => line.split(";")[0] ?? "",
  );

describe("the two functions behind the browsers' address", () => {
  const consoleHandler = makeConsole(ownVariables, clock, quiet) as unknown as Invoke;
  const signInHandler = makeSignIn(signInVariables, clock, quiet, provider.fetch) as unknown as Invoke;

  it("sign a browser in and show it the console, by cookies alone", async () => {
    const begun = await signInHandler(browserEvent("/sign-in?to=%2Fpolicy"), {});
    expect(begun.statusCode).toBe(303);
    const back = new URL((await provider.app.request(begun.headers.location ?? "")).headers.get("location") ?? "");
    expect(back.origin).toBe("https://console.example");
    const done = await signInHandler(browserEvent(back.pathname + back.search, cookiesOf(begun)), {});
    expect([done.statusCode, done.headers.location]).toEqual([303, "/policy"]);
    const page = await consoleHandler(browserEvent("/policy", cookiesOf(done)), {});
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Jane Doe (oidc id.provider.example 00u1)");
  });

  it("show nothing of a case to whoever brings no session, and say where to sign in", async () => {
    const answer = await consoleHandler(browserEvent("/cases"), {});
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('href="/sign-in?to=%2Fcases"');
  });

  it("let a session in no more from the request on after somebody ended it, by whichever process", async () => {
    const begun = await signInHandler(browserEvent("/sign-in"), {});
    const back = new URL((await provider.app.request(begun.headers.location ?? "")).headers.get("location") ?? "");
    const cookies = cookiesOf(await signInHandler(browserEvent(back.pathname + back.search, cookiesOf(begun)), {}));
    const asked = async (of: Invoke) => (await of(browserEvent("/policy", cookies), {})).statusCode;
    expect(await asked(consoleHandler)).toBe(200);
    const another = makeConsole(ownVariables, clock, quiet) as unknown as Invoke;
    const pressed = { ...aSignedRequest("/settings/own-sessions", undefined, {}), cookies };
    expect((await another(pressed, {})).statusCode).toBe(303);
    // The clock stands: what the first process read a moment ago it would believe for half a minute.
    expect([await asked(another), await asked(consoleHandler)]).toEqual([403, 403]);
    now = "2026-11-24T03:01:00.000Z";
  });

  it("let no cookie in where the table can't be read, and a signed request all the same", async () => {
    const begun = await signInHandler(browserEvent("/sign-in"), {});
    const back = new URL((await provider.app.request(begun.headers.location ?? "")).headers.get("location") ?? "");
    const done = await signInHandler(browserEvent(back.pathname + back.search, cookiesOf(begun)), {});
    const lost = makeConsole({ ...ownVariables, TABLE_NAME: "gone" }, clock, quiet) as unknown as Invoke;
    const page = await lost(browserEvent("/policy", cookiesOf(done)), {});
    expect([page.statusCode, page.body.includes("Phishing")]).toEqual([500, false]);
    const signed = await lost(aSignedRequest("/policy", "arn:aws:iam::123456789012:user/kim"), {});
    expect([signed.statusCode, signed.body.includes("Phishing")]).toEqual([200, true]);
  });

  it("take a signed request for whom it says, whatever cookie it carries", async () => {
    const event = {
      ...aSignedRequest("/policy", "arn:aws:sts::123456789012:assumed-role/OnCall/kim"),
      cookies: ["__Host-session=forged"],
    };
    expect((await consoleHandler(event, {})).body).toContain("<strong>kim</strong>");
  });
});

it("where no browser signs in: the console believes no cookie and asks nobody to sign in", async () => {
  const { SESSION_KEY_SECRET: _, ...rest } = ownVariables;
  const alone = makeConsole({ ...rest, ...without }, clock, quiet) as unknown as Invoke;
  const answer = await alone(browserEvent("/policy", ["__Host-session=x"]), {});
  expect(answer.statusCode).toBe(403);
  expect(answer.body).not.toContain("/sign-in");
});

it("at its start: each says what it lacks, and neither runs with half of it", () => {
  expect(() => makeSignIn({ ...signInVariables, ...without }, clock, quiet)).toThrow(
    "signIn in the settings is missing",
  );
  for (const name of ["SESSION_KEY_SECRET", "OIDC_CLIENT_SECRET", "BROWSER_CONSOLE_URL"])
    expect(() => makeSignIn({ ...signInVariables, [name]: undefined }, clock, quiet)).toThrow(`${name} is missing`);
  expect(() => makeConsole({ ...ownVariables, SESSION_KEY_SECRET: undefined }, clock, quiet)).toThrow(
    "SESSION_KEY_SECRET is missing",
  );
});
