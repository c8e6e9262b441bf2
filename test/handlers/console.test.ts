import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, describe, expect, it } from "vitest";
import { breakerCounters } from "../../functions/adapters/breaker-counters.ts";
import { callerOf, make } from "../../functions/handlers/console.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { tableName } from "../../infra/local/stand.ts";
import { writeSettings } from "../../infra/local/write-settings.ts";
import { aSettings } from "../support/a-case.ts";
import { aSignedRequest, type Invoke } from "../support/a-signed-request.ts";
import { aStand } from "../support/a-stand.ts";
import { consoleVariables } from "../support/console-variables.ts";

const folder = mkdtempSync(join(tmpdir(), "console-handler-"));
afterAll(() => rmSync(folder, { recursive: true }));

const variables = consoleVariables(writeSettings(folder, aSettings()));

const invoke = (path: string, userArn?: string) =>
  (make(variables, { now: () => "2026-11-24T03:00:00.000Z" }) as unknown as Invoke)(aSignedRequest(path, userArn), {});

describe("the console's function", () => {
  it("shows who signed the request, and the security headers come through", async () => {
    const answer = await invoke("/policy", "arn:aws:sts::123456789012:assumed-role/OnCall/jane");
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("<strong>jane</strong>");
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it("shows nothing when nobody signed", async () => {
    const answer = await invoke("/policy");
    expect(answer.statusCode).toBe(403);
    expect(answer.body).not.toContain("Phishing");
  });

  it.each([
    ["arn:aws:iam::123456789012:user/jane", "jane"],
    ["arn:aws:iam::123456789012:user/on-call/jane", "jane"],
    ["arn:aws:sts::123456789012:assumed-role/OnCall/jane@hotline.example", "jane@hotline.example"],
    ["arn:aws:iam::123456789012:root", undefined],
    ["", undefined],
  ])("reads %j as %s", (userArn, person) => {
    expect(callerOf({ event: aSignedRequest("/", userArn) })).toBe(person);
  });

  it.each([undefined, null, {}, { event: {} }, { event: { requestContext: { authorizer: { iam: { userArn: 7 } } } } }])(
    "reads nobody from %j",
    (env) => {
      expect(callerOf(env)).toBeUndefined();
    },
  );
});

describe("on the table that the senders share", () => {
  it("shows that the breaker stopped the standard lane, and lets it run again by who signed", async () => {
    const house = await aStand();
    try {
      const reputation = breakerCounters(tableOf(new DynamoDBClient({}), tableName), () => 0);
      await reputation.stop(house.clock.now(), "5.0 % permanent bounces among the last 100 mails");
      expect((await house.page("/sending")).text).toContain("5.0 % permanent bounces among the last 100 mails");
      house.pass(30);
      const answer = await house.page("/sending", { does: "breaker", why: "The list is corrected." });
      expect([answer.status, answer.location]).toEqual([303, "/sending"]);
      expect(await reputation.senderState()).toEqual({
        kind: "runs",
        since: "2026-11-24T10:30:00.000Z",
        by: "jane",
        why: "The list is corrected.",
      });
      expect((await house.page("/sending")).text).toContain("Mail is going out");
      expect((await house.page("/")).text).toContain("All is well");
    } finally {
      await house.close();
    }
  });
});
