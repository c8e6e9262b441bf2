import {
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hints, sqsHints } from "../../functions/adapters/sqs-hints.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  house = await aStand();
});
afterAll(() => house.close());

const taken = async (queue: "contact-standard" | "notice-urgent" | "notice-standard"): Promise<readonly Message[]> => {
  const { queues, sqs } = house.stand;
  const { Messages = [] } = await queues.send(
    new ReceiveMessageCommand({
      QueueUrl: sqs.queueUrl(queue),
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 0,
      AttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    }),
  );
  return Messages;
};

test("a hint goes to the queue of its lane, fair by the reporter on whose account it is", async () => {
  const { dropHint: drop } = sqsHints(house.stand.queues, JSON.parse(house.stand.variables.HINT_QUEUE_URLS ?? ""));
  await drop("send-notice", "urgent", { caseId: "TD-A" }, "hotline");
  await drop("send-notice", "urgent", { caseId: "TD-DIGEST" });
  const hints = (await taken("notice-urgent")).map(({ Body, Attributes, MessageAttributes }) => [
    Body,
    Attributes?.MessageGroupId,
    MessageAttributes,
  ]);
  expect(hints).toEqual([
    ['{"caseId":"TD-A"}', "hotline", undefined],
    ['{"caseId":"TD-DIGEST"}', undefined, undefined],
  ]);
});

test("a report's hint is on the account of the case's first reporter, and says nothing of the report", async () => {
  const { batch, report } = house;
  // Taken in by hand, so that its hint is left lying.
  const answer = await batch("report-standard", [
    report("r-1", { reporter: "cert", target: { url: "https://shop.bad.example/secret-path" } }),
  ]);
  expect(answer).toEqual({ batchItemFailures: [] });
  const [hint] = await taken("contact-standard");
  expect(hint?.Attributes?.MessageGroupId).toBe("cert");
  expect(JSON.stringify(hint)).not.toMatch(/bad\.example|secret/);

  // Once its contact is found, the notice's hint is on the same account, also after another
  // reporter has joined.
  await batch("report-standard", [
    report("r-2", { reporter: "hotline", target: { url: "https://shop.bad.example/secret-path" } }),
  ]);
  await batch("contact-standard", [hint?.Body ?? ""]);
  const [notice] = await taken("notice-standard");
  expect(notice?.Attributes?.MessageGroupId).toBe("cert");
});

describe("hints of steps that run side by side", () => {
  type Request = { readonly queue: string; readonly caseIds: readonly string[] };
  const urls = Object.fromEntries(
    ["contact-urgent", "contact-standard", "notice-urgent", "notice-standard"].map((name) => [
      name,
      `https://sqs.example/${name}`,
    ]),
  ) as Parameters<typeof sqsHints>[1];
  const caseIdIn = (body: string | undefined): string => JSON.parse(body ?? "").caseId;

  /**
   * SQS as far as hints need it: keeps each request, and takes no message of the cases that are
   * named.
   */
  const aQueueThatRefuses = (...refused: readonly string[]) => {
    const requests: Request[] = [];
    const send = async (command: SendMessageCommand | SendMessageBatchCommand) => {
      const queue = (command.input.QueueUrl ?? "").slice("https://sqs.example/".length);
      const entries = command instanceof SendMessageBatchCommand ? (command.input.Entries ?? []) : [command.input];
      const caseIds = entries.map(({ MessageBody }) => caseIdIn(MessageBody));
      requests.push({ queue, caseIds });
      if (command instanceof SendMessageCommand) {
        if (caseIds.some((id) => refused.includes(id))) throw new Error("refused");
        return {};
      }
      const ids = (command.input.Entries ?? []).map(({ Id }, at) => ({
        Id,
        isRefused: refused.includes(caseIds[at] ?? ""),
      }));
      return {
        Successful: ids.filter(({ isRefused }) => !isRefused),
        Failed: ids.filter(({ isRefused }) => isRefused),
      };
    };
    return { requests, ...sqsHints({ send } as unknown as SQSClient, urls) };
  };
  type Lane = "urgent" | "standard";
  /** Steps that each drop one hint after so many turns; what became of each. */
  const sideBySide = (
    { beside, dropHint }: Hints,
    steps: readonly { readonly caseId: string; readonly lane?: Lane; readonly turns?: number }[],
  ) =>
    Promise.allSettled(
      steps.map(({ caseId, lane = "standard", turns = 0 }) =>
        beside(async () => {
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          await dropHint("send-notice", lane, { caseId }, "hotline");
        }),
      ),
    ).then((outcomes) => outcomes.map(({ status }) => status));

  test("go in one request, when the last of them has one or has ended without", async () => {
    const { requests, ...hints } = aQueueThatRefuses();
    const idle = hints.beside(async () => {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      expect(requests).toEqual([]);
    });
    expect(await sideBySide(hints, [{ caseId: "TD-A", turns: 20 }, { caseId: "TD-B" }])).toEqual([
      "fulfilled",
      "fulfilled",
    ]);
    await idle;
    expect(requests).toEqual([{ queue: "notice-standard", caseIds: ["TD-B", "TD-A"] }]);
  });

  test("go also where a neighbour fails", async () => {
    const { requests, ...hints } = aQueueThatRefuses();
    const failing = hints.beside(async () => {
      await Promise.resolve();
      throw new Error("no");
    });
    expect(await sideBySide(hints, [{ caseId: "TD-A" }])).toEqual(["fulfilled"]);
    await expect(failing).rejects.toThrow("no");
    expect(requests).toHaveLength(1);
  });

  test("go at once in the urgent lane, whoever is not ready yet", async () => {
    const { requests, ...hints } = aQueueThatRefuses();
    const slow = hints.beside(async () => {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      expect(requests).toEqual([{ queue: "notice-urgent", caseIds: ["TD-U"] }]);
    });
    await sideBySide(hints, [{ caseId: "TD-U", lane: "urgent" }]);
    await slow;
  });

  test("go ten to a request, each queue by itself", async () => {
    const { requests, beside, dropHint } = aQueueThatRefuses();
    const many = Array.from({ length: 12 }, (_, at) => `TD-${at}`);
    await Promise.all([
      ...many.map((caseId) => beside(() => dropHint("send-notice", "standard", { caseId }))),
      beside(() => dropHint("find-contact", "standard", { caseId: "TD-C" })),
    ]);
    expect(requests.map(({ queue, caseIds }) => [queue, caseIds.length]).sort()).toEqual([
      ["contact-standard", 1],
      ["notice-standard", 10],
      ["notice-standard", 2],
    ]);
  });

  test("that SQS does not take fail alone, and their neighbours' are taken", async () => {
    const hints = aQueueThatRefuses("TD-B");
    expect(await sideBySide(hints, [{ caseId: "TD-A" }, { caseId: "TD-B" }, { caseId: "TD-C" }])).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    await expect(hints.beside(() => hints.dropHint("send-notice", "standard", { caseId: "TD-B" }))).rejects.toThrow(
      "refused",
    );
  });

  test("all fail with a request that fails", async () => {
    const hints = sqsHints({ send: () => Promise.reject(new Error("down")) } as unknown as SQSClient, urls);
    expect(await sideBySide(hints, [{ caseId: "TD-A" }, { caseId: "TD-B" }])).toEqual(["rejected", "rejected"]);
  });
});

test("a batch of look-ups puts each notice on its queue, on its own reporter's account", async () => {
  const { batch, report } = house;
  const reporters = { "b-1": "hotline", "b-2": "cert", "b-3": "hotline" };
  const queued = async () => new Set((await taken("contact-standard")).map(({ Body }) => Body ?? ""));
  const before = await queued();
  await batch(
    "report-standard",
    Object.entries(reporters).map(([id, reporter]) =>
      report(id, { reporter, target: { url: `https://${id}.bad.example/` } }),
    ),
  );
  const hints = [...(await queued())].filter((hint) => !before.has(hint));
  const known = (await taken("notice-standard")).length;
  expect(await batch("contact-standard", hints)).toEqual({ batchItemFailures: [] });
  const groups = (await taken("notice-standard")).slice(known).map(({ Attributes }) => Attributes?.MessageGroupId);
  expect(groups.sort()).toEqual(["cert", "hotline", "hotline"]);
});
