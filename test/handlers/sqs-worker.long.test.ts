import type { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holdBack, holdsBackSeconds } from "../../functions/adapters/hold-back.ts";
import { sqsWorker } from "../../functions/handlers/sqs-worker.ts";
import { takeInReport } from "../../functions/intake/take-in-report.ts";
import { KeysUnusable } from "../../functions/kernel/keys-unusable.ts";
import { isEntry } from "../../functions/store/queue-entry.ts";
import type { Outcome } from "../../functions/store/work.ts";
import { recordOf } from "../../infra/local/work-queues.ts";
import { receivesAtMost } from "../../infra/stack/sizes.ts";
import type { QueueName } from "../../infra/stack/topology.ts";
import { aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { aStand } from "../support/a-stand.ts";

const quiet = { info: () => {}, error: () => {} };
const batchOf = (...bodies: readonly string[]) => ({
  Records: bodies.map((Body, at) => recordOf("delivery", { MessageId: `m-${at}`, Body })),
});
const kept = (...places: readonly number[]) => ({
  batchItemFailures: places.map((at) => ({ itemIdentifier: `m-${at}` })),
});
const later = async (turns: number) => {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
};

describe("where keys can't be used", () => {
  const gone = async () => {
    throw new KeysUnusable("gone", "The secret is not there.");
  };

  test("each message is kept away for longer, and the log names the cause", async () => {
    const said: unknown[] = [];
    const hidden: string[] = [];
    const log = { ...quiet, error: (...line: unknown[]) => void said.push(line) };
    const hides = async ({ messageId }: SQSRecord) => void hidden.push(messageId);
    expect(await sqsWorker(gone, log, { hides })(batchOf("a", "b"))).toEqual(kept(0, 1));
    expect([hidden, said]).toEqual([
      ["m-0", "m-1"],
      ["m-0", "m-1"].map((messageId) => ["keys.unusable", { messageId, code: "gone" }]),
    ]);
  });

  test("a message that fails by itself comes again as before", async () => {
    const hides = async () => expect.fail("it was kept away");
    expect(await sqsWorker(() => Promise.reject(new Error("no")), quiet, { hides })(batchOf("a"))).toEqual(kept(0));
  });

  test("a secret that is gone for an hour costs no dead letter", () => {
    // The last of the receives ends a message; before it each has kept the message away.
    expect((receivesAtMost - 1) * holdsBackSeconds).toBeGreaterThanOrEqual(60 * 60);
  });

  test("SQS is asked for the message's own queue, and its no changes nothing", async () => {
    const asked: unknown[] = [];
    const client = {
      send: async ({ input }: { readonly input: unknown }) => {
        asked.push(input);
        throw new Error("AccessDenied");
      },
    };
    const [record] = batchOf("a").Records;
    expect(await holdBack({ client: client as unknown as SQSClient })(record as SQSRecord)).toBe(false);
    expect(asked).toEqual([
      {
        QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/takedown-local-delivery",
        ReceiptHandle: "",
        VisibilityTimeout: holdsBackSeconds,
      },
    ]);
  });
});

/** Every way in which a step can go wrong with one record. */
const badSteps: readonly (readonly [string, (record: SQSRecord) => Promise<Outcome>])[] = [
  [
    "throws an Error",
    async () => {
      throw new Error("no");
    },
  ],
  [
    "throws before it gives a promise",
    () => {
      throw new Error("no");
    },
  ],
  ["throws undefined", () => Promise.reject(undefined)],
  ["throws null", () => Promise.reject(null)],
  ["throws a string", () => Promise.reject("no")],
  ["throws an object", () => Promise.reject({ name: "Throttling" })],
  [
    "rejects long after its neighbours are done",
    async () => {
      await later(1_000);
      throw new Error("late");
    },
  ],
  ["keeps it for later", async () => "later"],
  ["says nothing about it", async () => undefined as unknown as Outcome],
];

describe("one bad record in a batch", () => {
  test.each(badSteps)("goes back alone when its step %s; its neighbours are done", async (_, bad) => {
    const done: string[] = [];
    const worker = sqsWorker(async (record) => {
      if (record.body === "bad") return bad(record);
      await later(10);
      done.push(record.messageId);
      return "done";
    }, quiet);
    expect(await worker(batchOf("good", "good", "bad", "good"))).toEqual(kept(2));
    expect(done).toEqual(["m-0", "m-1", "m-3"]);
  });

  test.each(badSteps)(
    "is never deleted by an empty answer when it is the only one, and its step %s",
    async (_, bad) => {
      expect(await sqsWorker(bad, quiet)(batchOf("bad"))).toEqual(kept(0));
    },
  );

  test("is one of ten that all fail, and all ten go back", async () => {
    const all = Array.from({ length: 10 }, (_, at) => at);
    const worker = sqsWorker(
      ({ messageId }) =>
        badSteps[Number(messageId.slice(2)) % badSteps.length]?.[1](recordOf("delivery", {})) ?? Promise.reject(),
      quiet,
    );
    expect(await worker(batchOf(...all.map(String)))).toEqual(kept(...all));
  });

  test("leaves nothing behind in the next batch of the same function", async () => {
    const worker = sqsWorker(
      ({ body }) => (body === "bad" ? Promise.reject(undefined) : Promise.resolve("done")),
      quiet,
    );
    expect(await worker(batchOf("bad", "good"))).toEqual(kept(0));
    expect(await worker(batchOf("good", "good"))).toEqual(kept());
  });
});

test("what is kept for later is tried once more, and only when a neighbour was done", async () => {
  const tries: string[] = [];
  const worker = sqsWorker(
    async ({ body }) => {
      tries.push(body);
      return body === "good" ? "done" : "later";
    },
    quiet,
    { onceMore: true },
  );
  expect(await worker(batchOf("early", "good"))).toEqual(kept(0));
  expect(await worker(batchOf("alone"))).toEqual(kept(0));
  expect(tries).toEqual(["early", "good", "early", "alone"]);
});

test.each(["before", "after"])(
  "what is kept for later is a hold that is read %s its report in the same batch, and holds it at once",
  async (place) => {
    const flow = aFlow();
    const bodies = [nativeMessage(), statusMessage("hold", flow.now())];
    const worker = sqsWorker(
      ({ body }) =>
        takeInReport({ ...flow.work, rules: aSettings() }, { text: body, queueLane: "urgent", receives: 1 }),
      quiet,
      {
        onceMore: true,
      },
    );
    expect(await worker(batchOf(...(place === "before" ? bodies.reverse() : bodies)))).toEqual(kept());
    await flow.pass({ hours: 72 });
    expect([(await flow.theCase()).holds.length, flow.mails]).toEqual([1, []]);
  },
);

const badBodies: readonly (readonly [string, string])[] = [
  ["malformed JSON", '{"version":1,'],
  ["an empty body", ""],
  ["JSON of the wrong shape", '{"caseId":{"not":"text"},"Records":[{"s3":null}],"detail":7}'],
  ["JSON that is no object", "[[[]]]"],
  ["null", "null"],
  ["1 MiB of garbage", '\u0000{["<ä€💥>'.repeat(80_000).slice(0, 1024 * 1024)],
  ["a prototype in place of a message", '{"__proto__":{"caseId":"TD-0000-0000-0000"}}'],
];

describe("a bad message between two good ones", () => {
  let house: Awaited<ReturnType<typeof aStand>>;
  beforeAll(async () => {
    house = await aStand();
  });
  afterAll(() => house.close());

  let stories = 0;
  /** Two cases brought up to the function that is asked, so that it has something to do for both. */
  const twoCases = async (upTo: QueueName): Promise<readonly [string, string]> => {
    const ids = [`s${stories}-a`, `s${stories++}-b`] as const;
    // One desk has all of them, and gets four mails of an hour as they come.
    house.pass(40);
    const order: readonly QueueName[] = ["report-standard", "contact-standard", "notice-standard"];
    const before = order.includes(upTo) ? order.slice(0, order.indexOf(upTo)) : order;
    for (const queue of before)
      for (const id of ids)
        await house.batch(queue, [
          queue === "report-standard" ? house.report(id) : JSON.stringify({ caseId: house.caseIdOf(id) }),
        ]);
    return ids;
  };
  const mailOf = (id: string) => {
    const mail = house.mails().find(({ tags }) => tags.attempt?.startsWith(house.caseIdOf(id)));
    if (!mail) throw new Error(`${id} has no mail`);
    return mail;
  };
  const eventOf = (id: string) => {
    const { messageId } = mailOf(id);
    return JSON.stringify(house.events.find(({ detail }) => JSON.stringify(detail).includes(messageId)));
  };
  const noticeOf = async (id: string) => (await house.theCase(id)).notices[0];

  /**
   * For each function: the good message about a case, what shows that it was done, and whether a
   * bad one is done with (read as unreadable or foreign) or kept.
   */
  const functions: readonly {
    readonly queue: QueueName;
    readonly good: (id: string) => string;
    readonly done: (id: string) => Promise<unknown>;
    readonly shows: unknown;
    readonly bad: "taken in" | "kept";
  }[] = [
    {
      queue: "report-standard",
      good: (id) => house.report(id),
      done: async (id) => (await house.theCase(id)).reports,
      shows: 1,
      bad: "taken in",
    },
    {
      queue: "contact-standard",
      good: (id) => JSON.stringify({ caseId: house.caseIdOf(id) }),
      done: async (id) => (await house.theCase(id)).contact?.candidates.map(({ email }) => email),
      shows: ["abuse@platform.example"],
      bad: "kept",
    },
    {
      queue: "notice-standard",
      good: (id) => JSON.stringify({ caseId: house.caseIdOf(id) }),
      done: async (id) => [
        (await noticeOf(id))?.state,
        house.mails().filter(({ tags }) => tags.attempt?.startsWith(house.caseIdOf(id))).length,
      ],
      shows: ["sent", 1],
      bad: "kept",
    },
    {
      queue: "delivery",
      good: (id) => eventOf(id).replace('"Send"', '"Delivery"'),
      done: async (id) => (await noticeOf(id))?.state,
      shows: "delivered",
      bad: "taken in",
    },
    {
      queue: "reply",
      good: (id) => house.reply(mailOf(id), "We have removed the content."),
      done: async (id) => (await noticeOf(id))?.answer,
      shows: "removed",
      bad: "taken in",
    },
  ];
  const table = functions.flatMap((one) => badBodies.map(([what, body]) => ({ ...one, what, body })));

  test.each(table)(
    "$queue: $what is $bad, and both neighbours are done",
    async ({ queue, good, done, shows, bad, body }) => {
      const [first, second] = await twoCases(queue);
      const answer = await house.batch(queue, [good(first), body, good(second)]);
      expect(answer).toEqual(bad === "kept" ? kept(1) : kept());
      expect([await done(first), await done(second)]).toEqual([shows, shows]);
    },
  );

  test("what was taken in without being readable stands before a person, whole", async () => {
    const waiting = (await house.stand.store.inReview(100)).items.flatMap((item) => (isEntry(item) ? [item] : []));
    const kept = waiting.map(async ({ id, messages }) => {
      const numbers = Array.from({ length: messages }, (_, at) => at + 1);
      return (await Promise.all(numbers.map((number) => house.stand.store.messageOf(id, number)))).map(String);
    });
    const texts = (await Promise.all(kept)).flat();
    expect(texts.sort()).toEqual(badBodies.map(([, body]) => body).sort());
    expect(house.said.filter(({ code }) => code === "report.unreadable")).toHaveLength(badBodies.length);
  });

  test("nothing of a bad message stands in the log", () => {
    const log = JSON.stringify(house.said);
    for (const piece of ["<ä€💥>", "TD-0000-0000-0000", "[[[]]]"]) expect(log).not.toContain(piece);
  });
});
