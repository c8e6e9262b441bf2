import { createServer } from "node:http";
import { SESClient } from "@aws-sdk/client-ses";
import { afterAll, expect, test } from "vitest";
import { sesActiveRules } from "../../functions/adapters/ses-active-rules.ts";
import { closeHttp, listenOnLoopback } from "../../infra/local/servers/loopback.ts";

let result = "";
const server = createServer((_, response) => {
  const wrapped = `<DescribeActiveReceiptRuleSetResult>${result}</DescribeActiveReceiptRuleSetResult>`;
  response.end(`<DescribeActiveReceiptRuleSetResponse>${wrapped}</DescribeActiveReceiptRuleSetResponse>`);
});
afterAll(() => closeHttp(server));

test("the active rule set is read with its enabled rules alone, and none where none is active", async () => {
  const endpoint = `http://127.0.0.1:${await listenOnLoopback(server, 0)}`;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const active = sesActiveRules(new SESClient({ endpoint, region: "eu-central-1", credentials }));
  expect(await active()).toEqual({ set: undefined, rules: [] });
  const rule = (name: string, enabled: boolean) => `<member><Name>${name}</Name><Enabled>${enabled}</Enabled></member>`;
  result =
    `<Metadata><Name>company</Name></Metadata><Rules>${rule("takedown-example", true)}` +
    `${rule("old", false)}</Rules>`;
  expect(await active()).toEqual({ set: "company", rules: ["takedown-example"] });
});
