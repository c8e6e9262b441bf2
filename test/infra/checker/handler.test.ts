import { readFileSync } from "node:fs";
import path from "node:path";
import type { SQSRecord } from "aws-lambda";
import { parseSync } from "oxc-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checker } from "../../../infra/checker/handler.ts";
import { httpServer } from "../../adapters/loopback.ts";

const nowMs = Date.parse("2026-11-25T08:00:00Z");
let host: Awaited<ReturnType<typeof httpServer>>;
beforeAll(async () => {
  host = await httpServer((_, response) => response.writeHead(404).end());
});
afterAll(() => host.close());

const record = (messageId: string, spoilt: object | string = {}, firstMs = nowMs) =>
  ({
    messageId,
    attributes: { ApproximateFirstReceiveTimestamp: String(firstMs) },
    body:
      typeof spoilt === "string"
        ? spoilt
        : JSON.stringify({
            caseId: "TD-1",
            category: "phishing",
            answerBy: "2026-11-25T10:00:00.000Z",
            address: host.base,
            looks: 1,
            ...spoilt,
          }),
  }) as SQSRecord;

const run = async (...Records: readonly SQSRecord[]) => {
  const answers: string[] = [];
  const again: [string, number][] = [];
  const log: string[] = [];
  const handler = checker({
    nowMs: () => nowMs,
    options: { guard: { allowLoopback: true }, deadlineMs: 500 },
    answer: async (message) => {
      if (message.includes("TD-refused")) throw new Error(`SQS takes nothing of ${host.base}`);
      answers.push(message);
    },
    comeAgain: async ({ messageId }, seconds) => void again.push([messageId, seconds]),
    log: (line) => void log.push(JSON.stringify(line)),
  });
  const { batchItemFailures } = await handler({ Records: [...Records] });
  return { answers, again, log: log.join("\n"), left: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
};

test("answers what it finds, takes what it refuses off the queue, and leaves what failed", async () => {
  const { answers, left, log } = await run(
    record("found"),
    record("refused", { category: "csam" }),
    record("no JSON", "{"),
    record("not taken", { caseId: "TD-refused" }),
  );
  const note = "Checker: statuses 404, 404, 404: every user agent finds none.";
  expect(answers.map((one) => JSON.parse(one))).toEqual([
    { caseId: "TD-1", status: "gone", at: "2026-11-25T08:00:00.000Z", note },
  ]);
  expect(left).toEqual(["no JSON", "not taken"]);
  expect(log).toContain("csam is never looked at");
  expect(log).not.toContain("127.0.0.1");
});

test("has a request come again in six hours where a second look has to agree, and answers then", async () => {
  const first = await run(record("one", { looks: 2 }));
  expect([first.answers, first.again, first.left]).toEqual([[], [["one", 21_600]], ["one"]]);
  const second = await run(record("one", { looks: 2 }, nowMs - 21_600_000));
  expect([second.answers.length, second.again, second.left]).toEqual([1, [], []]);
});

/** What a file loads as it runs, itself too, from the repository's root. */
const loadedBy = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { entries, moduleRequest } of parseSync(file, readFileSync(file, "utf8")).module.staticImports)
    if (moduleRequest.value.startsWith(".") && (entries.length === 0 || entries.some(({ isType }) => !isType)))
      loadedBy(path.posix.join(path.posix.dirname(file), moduleRequest.value), seen);
  return seen;
};

test("the part that looks has no store, no keys, no mail: of the dispatcher it loads words and the guard", () => {
  const rooms = [...loadedBy("infra/checker/handler.ts")].map((file) => path.posix.dirname(file));
  expect([...new Set(rooms)].sort()).toEqual([
    "functions/adapters",
    "functions/handlers",
    "functions/kernel",
    "functions/report",
    "infra/checker",
  ]);
  const rim = [...loadedBy("infra/checker/handler.ts")].filter((file) => /adapters|handlers/.test(file));
  expect(rim.map((file) => path.posix.basename(file)).sort()).toEqual([
    "client-limits.ts",
    "guarded-agent.ts",
    "guarded-lookup.ts",
    "variables.ts",
  ]);
});
