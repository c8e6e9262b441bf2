import { afterEach, expect, test, vi } from "vitest";
import { jsonLog, type LogLine } from "../../functions/adapters/json-log.ts";
import { morning } from "../support/a-case.ts";

afterEach(() => vi.unstubAllEnvs());
const lines: LogLine[] = [];
afterEach(() => void lines.splice(0));
const log = jsonLog({ now: () => morning }, (line) => void lines.push(line));
const swept = { at: morning, level: "info", log: "follow-up.swept", says: "The due index was swept." };

test("a line is a moment, a code, its sentence and the fields, and nothing else", () => {
  vi.stubEnv("_X_AMZN_TRACE_ID", undefined);
  log.info("follow-up.swept", { count: 3, lateSeconds: 0 });
  expect(lines).toEqual([{ ...swept, count: 3, lateSeconds: 0 }]);
});

const oneRun = (root: string, sampled: 0 | 1) => {
  vi.stubEnv("_X_AMZN_TRACE_ID", `Root=${root};Parent=53995c3f42cd8ad8;Sampled=${sampled};Lineage=a87bd80c:1`);
  log.info("follow-up.swept");
};

test("a line names the trace of the run that said it, each run's own", () => {
  oneRun("1-5759e988-bd862e3fe1be46a994272793", 1);
  oneRun("1-5759e989-000000000000000000000001", 1);
  expect(lines).toEqual([
    { ...swept, trace: "1-5759e988-bd862e3fe1be46a994272793" },
    { ...swept, trace: "1-5759e989-000000000000000000000001" },
  ]);
});

test("a line names no trace that X-Ray does not keep", () => {
  oneRun("1-5759e988-bd862e3fe1be46a994272793", 0);
  expect(lines).toEqual([swept]);
});

test("a variable of another form is not written down", () => {
  vi.stubEnv("_X_AMZN_TRACE_ID", "Root=https://secret.bad.example/;Sampled=1");
  log.error("unforeseen", { error: "TypeError" });
  expect(lines).toEqual([
    { at: morning, level: "error", log: "unforeseen", says: expect.any(String), error: "TypeError" },
  ]);
});
