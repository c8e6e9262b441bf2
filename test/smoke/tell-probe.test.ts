import { expect, test } from "vitest";
import type { HttpAnswer } from "../../functions/send/channels/http-answer.ts";
import type { ChannelRequest } from "../../functions/send/channels/provider.ts";
import { apiProbeMessage, readApiProbe, tellProbe } from "../../functions/smoke/tell-probe.ts";
import { aSettings, morning } from "../support/a-case.ts";

const run = "abcdefghij234567";
const quiet = { info: () => {}, error: () => {} };

const told = async (newest: string, answer: HttpAnswer) => {
  const notes: string[] = [];
  const asked: ChannelRequest[] = [];
  await tellProbe(
    {
      runs: {
        newest: async () => ({ id: newest, at: morning }),
        note: async (_, name, said) => notes.push(`${name} ${said}`) > 0,
      },
      settings: aSettings({ channels: { aws: {} } }),
      ask: async (_, request) => {
        asked.push(request);
        return answer;
      },
      clock: { now: () => morning },
      log: quiet,
    },
    run,
  );
  return { notes, asked };
};

test("a report for a smoke test has AWS's tag for tests, and what AWS says is noted", async () => {
  const taken = await told(run, { kind: "answered", status: 202, json: { reportId: "a".repeat(20) } });
  expect(taken.notes).toEqual(["sent#aws accepted"]);
  expect(taken.asked).toMatchObject([{ body: { report: { xarf: { tags: ["lifecycle:test"] } } } }]);
  const refused = await told(run, { kind: "answered", status: 403, json: { message: "no" } });
  expect(refused.notes).toEqual(["sent#aws AWS answered HTTP 403 (no): we are not let in."]);
});

test("of a run that is no longer the newest nothing is told", async () => {
  expect(await told("zzzzzzzzzz234567", { kind: "silent", detail: "" })).toEqual({ notes: [], asked: [] });
});

test("the message of a run is read back, and no hint for one", () => {
  expect(readApiProbe(apiProbeMessage(run))).toBe(run);
  for (const body of ['{"caseId":"TD-1"}', '{"smoke":{"run":"x","probe":"aws"}}', '{"smoke":{"probe":"bounced"}}'])
    expect(readApiProbe(body)).toBeUndefined();
});
