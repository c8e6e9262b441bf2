import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { comesBack } from "../../../functions/console/words.ts";
import { listDeadLetters, problemIn, redrive } from "../../../infra/command/dead-letters.ts";
import { readEndpoints, writeEndpoints } from "../../../infra/local/endpoints.ts";
import { besideATable } from "../../support/beside-a-table.ts";
import { denied, sqsThatRefuses, throttled, unsupported } from "../../support/sqs-that-refuses.ts";

const { folder, said } = besideATable();
let queues: string;
let sqs: Awaited<ReturnType<typeof sqsThatRefuses>>;
beforeAll(async () => {
  sqs = await sqsThatRefuses(() => queues);
});
afterAll(() => sqs.close());

const warned: string[] = [];
/** One dead letter more lies in `delivery`, whose address names another host than the one that is to be asked. */
beforeEach(async () => {
  const endpoints = readEndpoints(folder);
  if (!endpoints) throw new Error("no endpoints");
  queues = endpoints.sdk.AWS_ENDPOINT_URL_SQS ?? "";
  writeEndpoints(folder, { ...endpoints, sdk: { ...endpoints.sdk, AWS_ENDPOINT_URL_SQS: sqs.url } });
  sqs.refusals.clear();
  sqs.asked.length = 0;
  warned.length = 0;
  vi.stubEnv("AWS_MAX_ATTEMPTS", "1");
  vi.spyOn(console, "warn").mockImplementation((text: unknown) => void warned.push(String(text)));
  const client = new SQSClient({ endpoint: queues });
  await client.send(new SendMessageCommand({ QueueUrl: endpoints.deadLetterUrls.delivery, MessageBody: "{}" }));
  client.destroy();
});

afterEach(() => void vi.unstubAllEnvs());

const why = "The key's policy was wrong.";
const order = { folder, queue: "delivery", why };
const listed = async () => {
  said.length = 0;
  await listDeadLetters({ folder, show: 0, json: true });
  return JSON.parse(said.join(""));
};
const shown = async () => {
  said.length = 0;
  await listDeadLetters({ folder, show: 0 });
  return said.join(" ").replaceAll(/\s+/g, " ");
};
const refusals = [
  ["a missing right", denied, "AccessDenied: User: jane is not authorized"],
  ["what the region or emulator can't do", unsupported, "UnsupportedOperation: Unsupported operation"],
  ["a limit of AWS", throttled, "ThrottlingException: Rate exceeded"],
] as const;

describe("an order that AWS refuses", () => {
  test.each(refusals)(
    "for %s is an error with AWS's reason and what to do, and nobody has sent them back",
    async (_, refusal, reason) => {
      sqs.refusals.set("StartMessageMoveTask", refusal);
      const { messages } = await listed();
      const problem = await redrive(order).catch(({ message }: Error) => message);
      expect(problem).toContain(reason);
      expect(problem).toContain("nothing was sent back");
      expect(problem).toContain("sqs:StartMessageMoveTask");
      expect(problem).toContain("--at-most");
      const after = await listed();
      expect(after.messages).toBe(messages);
      expect(after).not.toHaveProperty("lastSentBack");
    },
  );

  test("does not take the place of the one before it", async () => {
    await redrive(order);
    const { lastSentBack } = await listed();
    expect(lastSentBack).toMatchObject({ why });
    sqs.refusals.set("StartMessageMoveTask", denied);
    await expect(redrive({ ...order, why: "again" })).rejects.toThrow("AccessDenied");
    sqs.refusals.set("ReceiveMessage", denied);
    await expect(redrive({ ...order, why: "again", atMost: 1 })).rejects.toThrow("nothing was sent back");
    expect((await listed()).lastSentBack).toEqual(lastSentBack);
  });

  test("of which AWS only failed to answer is known to be unknown", async () => {
    sqs.refusals.set("StartMessageMoveTask", { status: 503, name: "ServiceUnavailable", message: "Try later." });
    await expect(redrive(order)).rejects.toThrow("Try later");
    expect((await listed()).lastSentBack).toMatchObject({ why, unconfirmed: true });
    expect(await shown()).toContain("and whether SQS took the order is not known: The key");
  });

  test("as under way is its own where the SDK asks again since the first answer was lost", async () => {
    vi.stubEnv("AWS_MAX_ATTEMPTS", "3");
    sqs.lost.add("StartMessageMoveTask");
    await redrive(order);
    expect(sqs.asked.filter((operation) => operation === "StartMessageMoveTask")).toHaveLength(2);
    const { lastSentBack } = await listed();
    expect(lastSentBack).toMatchObject({ why });
    expect(lastSentBack).not.toHaveProperty("unconfirmed");
  });

  test("after one message was sent is not said to have sent none", async () => {
    sqs.refusals.set("DeleteMessage", denied);
    await expect(redrive({ ...order, atMost: 1 })).rejects.toThrow("not authorized");
    expect((await listed()).lastSentBack).toMatchObject({ why, unconfirmed: true });
  });
});

describe("a look at move tasks that fails", () => {
  test.each(refusals)("for %s hides no dead letter, and says so and why", async (_, refusal, reason) => {
    await redrive({ ...order, atMost: 1 });
    const { messages } = await listed();
    sqs.refusals.set("ListMessageMoveTasks", refusal);
    expect(await listed()).toMatchObject({
      messages,
      lastSentBack: { why },
      move: { kind: "unreadable", reason: expect.stringContaining(reason) },
    });
    const printed = await shown();
    expect(printed).toContain("How far SQS is with the last order can't be read");
    expect(printed).toContain(reason);
  });

  test("after an order was taken is no failure of the order, which is given once", async () => {
    sqs.refusals.set("ListMessageMoveTasks", denied);
    await redrive(order);
    expect(said.join(" ")).toContain("on the way back to delivery");
    expect(said.join(" ")).toContain("How far SQS is with the last order can't be read");
    expect(sqs.asked.filter((operation) => operation === "StartMessageMoveTask")).toHaveLength(1);
    const { lastSentBack } = await listed();
    expect(lastSentBack).toMatchObject({ why });
    expect(lastSentBack).not.toHaveProperty("unconfirmed");
  });
});

test("no warning is printed of a queue whose address names another host than the endpoint", async () => {
  await shown();
  await redrive({ ...order, atMost: 1 });
  expect(warned).toEqual([]);
});

test("what comes back, and when, is looked for in the same stage", async () => {
  const of = { ...order, stage: "prod", stageFile: "stages.yaml", table: "T" };
  for (const kind of ["no-such-queue", "under-way"] as const)
    expect(problemIn({ kind }, of)).toMatch(/npx takedown dead-letters --stage-file stages.yaml --stage prod$/);
  await redrive({ ...order, atMost: 1 });
  expect(said.join(" ")).toContain(`What fails again lies here again ${comesBack}. Look: npx takedown dead-letters`);
});
