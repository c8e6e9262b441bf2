import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { make } from "../../functions/handlers/take-in-report.ts";
import { isEntry } from "../../functions/store/queue-entry.ts";
import { recordOf } from "../../infra/local/work-queues.ts";
import { aSettings } from "../support/a-case.ts";
import { statusMessage } from "../support/a-flow.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  house = await aStand();
});
afterAll(() => house.close());

test("what a reporter says of thirty reports that nobody knows is one case, and on-call is told once", async () => {
  for (let number = 0; number < 30; number++)
    await house.put(
      "report-standard",
      statusMessage("gone", house.clock.now(), { reportId: `lost-${number}`, note: "secret-words" }),
    );
  await house.run();
  await house.sweep();
  house.pass(30);
  await house.sweep();
  const { items } = await house.stand.store.inReview(100);
  const [entry] = items;
  if (!isEntry(entry)) throw new Error("no entry waits");
  const numbers = Array.from({ length: entry.messages }, (_, at) => at + 1);
  const texts = await Promise.all(numbers.map((number) => house.stand.store.messageOf(entry.id, number)));
  expect([items.length, texts.length, new Set(texts.map((text) => JSON.parse(text ?? "").reportId)).size]).toEqual([
    1, 30, 30,
  ]);
  expect(house.told.map((text) => text.includes("This could not be taken in. What should happen?"))).toEqual([true]);
  expect(JSON.stringify([house.told, house.said])).not.toMatch(/lost-|secret/);

  const page = await house.page(`/cases/${entry.id}`);
  expect(page.text).toContain("30 messages of hotline");
  const [, version = ""] = /name="version" value="(\d+)"/.exec(page.text) ?? [];
  const answer = await house.page(`/cases/${entry.id}/entry`, { does: "discard", version, why: "Told them." });
  expect([answer.status, (await house.stand.store.inReview(100)).items]).toEqual([303, []]);
});

describe("a reporter who speaks through a topic", () => {
  const through = "arn:aws:sns:us-east-1:123456789012:hotline";
  const [like] = aSettings().reporters;
  if (!like) throw new Error("The settings of the tests name no reporter.");
  // The id of the second ends as the urgent queue's name does.
  const reporters = [
    { ...like, id: "hotline", contact: "desk@hotline.example", through },
    { ...like, id: "cert-urgent", contact: "urgent@cert.example", through: `${through}-2` },
    { ...like, id: "cert", contact: "desk@cert.example" },
  ];
  let bound: Awaited<ReturnType<typeof aStand>>;
  beforeAll(async () => {
    bound = await aStand({ reporters });
  });
  afterAll(() => bound.close());

  /**
   * As Lambda hands it over from a queue of that name; SQS says the same sender of whatever SNS
   * brings.
   */
  const from = async (queue: string, body: string) => {
    const record = recordOf("report-standard", { MessageId: "m", Body: body });
    const eventSourceARN = `arn:aws:sqs:us-east-1:123456789012:takedown-${aSettings().stage}-${queue}`;
    const handler = make(bound.stand.variables, bound.clock, { info: () => undefined, error: () => undefined });
    expect(await handler({ Records: [{ ...record, eventSourceARN }] })).toEqual({ batchItemFailures: [] });
  };
  const asked = async () =>
    (await bound.stand.store.inReview(100)).items.flatMap((state) =>
      isEntry(state) ? [[state.lane, state.field, state.reason, state.messages]] : [],
    );
  const urgent = { category: "ncii", evidence: { explanation: "Shared without the consent of the person shown." } };

  test("is heard by its own queue, envelope and all, and a report's lane follows its category", async () => {
    await from(
      "report-by-hotline",
      JSON.stringify({
        Type: "Notification",
        TopicArn: "arn:aws:sns:us-east-1:123456789012:lies",
        Message: bound.report("own-1"),
      }),
    );
    await from("report-by-hotline", bound.report("own-2", urgent));
    expect([(await bound.theCase("own-1")).lane, (await bound.theCase("own-2")).lane, await asked()]).toEqual([
      "standard",
      "urgent",
      [],
    ]);
  });

  test("is spoken for by no other queue, and speaks for nobody else: a person sees it, nothing is done", async () => {
    const before = await bound.theCase("own-1");
    const lie = JSON.stringify({
      Type: "Notification",
      TopicArn: through,
      Message: statusMessage("withdrawn", bound.clock.now(), { reportId: "own-1" }),
    });
    await from("report-urgent", lie);
    await from("report-standard", bound.report("forged"));
    await from("report-by-cert-urgent", statusMessage("gone", bound.clock.now(), { reportId: "own-1" }));
    await from("report-by-hotline", bound.report("as-cert", { reporter: "cert" }));
    // As the queue of somebody who has none, or another stage's of the same reporter.
    await from("report-by-cert", bound.report("forged-2"));
    expect(await bound.theCase("own-1")).toEqual(before);
    for (const id of ["forged", "forged-2", "as-cert"])
      expect(await bound.stand.store.read(bound.caseIdOf(id))).toBeUndefined();
    // Gathered by sender, own queue, lane and field, since a retry speaks for whoever it came by; what came by
    // cert-urgent's own queue is of the standard lane.
    expect((await asked()).sort()).toEqual([
      ["standard", "(sender)", `It came by a queue for all, and hotline speaks through ${through} alone.`, 2],
      ["standard", "(sender)", "It came by the topic or rule of cert-urgent, which may not speak for hotline.", 1],
      ["standard", "(sender)", "It came by the topic or rule of hotline, which may not speak for cert.", 1],
      ["urgent", "(sender)", `It came by a queue for all, and hotline speaks through ${through} alone.`, 1],
    ]);
  });

  test("hinders nobody who has none of it", async () => {
    await from("report-standard", bound.report("cert-1", { reporter: "cert" }));
    expect(await bound.stand.store.caseOfReport("cert/cert-1")).toBeDefined();
  });
});
