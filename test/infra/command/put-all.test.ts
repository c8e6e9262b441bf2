import { expect, test } from "vitest";
import type { PutReports, ToPut } from "../../../functions/report/put-reports.ts";
import { putAll } from "../../../infra/command/put-all.ts";

const many = (count: number): readonly ToPut[] =>
  Array.from({ length: count }, (_, at) => ({ body: `${at}`, lane: at % 2 === 0 ? "standard" : "urgent" }));

test("all goes on the queues, the urgent ones first", async () => {
  const bodies: string[] = [];
  const put: PutReports = async (some) => {
    bodies.push(...some.map(({ body }) => body));
    return { left: [] };
  };
  await putAll(put, many(5));
  expect(bodies).toEqual(["1", "3", "0", "2", "4"]);
});

test("what a queue refuses is counted, and the rest goes through", async () => {
  let asked = 0;
  const put: PutReports = async (some) => {
    asked++;
    return { left: some.slice(0, asked === 1 ? 3 : 0), ...(asked === 1 && { error: "InvalidMessageContents" }) };
  };
  await expect(putAll(put, many(25))).rejects.toThrow(
    "The queue did not take 3 of 25 messages (InvalidMessageContents). Send all of them again: what was taken counts",
  );
  expect(asked).toBe(3);
});

test("a queue that takes nothing is not asked for each of thousands", async () => {
  let asked = 0;
  const put: PutReports = async (some) => {
    asked++;
    return { left: some, error: "AccessDenied" };
  };
  await expect(putAll(put, many(5_000))).rejects.toThrow("5000 of 5000 messages (AccessDenied)");
  expect(asked).toBe(1);
});
