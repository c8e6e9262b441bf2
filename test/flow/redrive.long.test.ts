import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deliveryQueues, type QueueName } from "../../infra/stack/topology.ts";
import { aCandidate } from "../support/a-case.ts";
import { aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";
import { aStand } from "../support/a-stand.ts";
import { caseIdOf } from "../support/case-ids.ts";

/*
 * Messages come back from the dead letters up to fourteen days later, each as it was. What was done
 * stays done, whatever has become of the case.
 */

let house: Awaited<ReturnType<typeof aStand>>;
beforeAll(async () => {
  house = await aStand();
});
afterAll(() => house.close());

const says = (reportId: string, status: string) => statusMessage(status, house.clock.now(), { reportId });
const put = async (queue: QueueName, body: string) => {
  expect(await house.batch(queue, [body])).toEqual({ batchItemFailures: [] });
  await house.run();
};
/** Days go by with a sweep at noon and at midnight. */
const pass = async (days: number) => {
  for (let half = 0; half < days * 2; half++) {
    house.pass(12 * 60);
    await house.sweep();
    await house.run();
  }
};

type QueuedMessage = { readonly queue: QueueName; readonly body: string };

/**
 * A case that has been through every queue: reported, told, delivered, answered, spoken about; and
 * every message of it.
 */
const aLife = async (reportId: string, category: string): Promise<readonly QueuedMessage[]> => {
  const messages: QueuedMessage[] = [];
  const tell = async (queue: QueueName, body: string) => {
    messages.push({ queue, body });
    await put(queue, body);
  };
  const lane = category === "ncii" ? "urgent" : "standard";
  const before = house.mails().length;
  const eventsBefore = house.events.length;
  await tell(`report-${lane}`, house.report(reportId, { category, evidence: { explanation: "One sentence." } }));
  await tell(`report-${lane}`, `{"version":1,"reporter":"hotline","reportId":"${reportId}"`);
  for (const queue of [`contact-${lane}`, `notice-${lane}`] as const)
    await tell(queue, JSON.stringify({ caseId: house.caseIdOf(reportId) }));
  const mail = house.mails()[before];
  if (!mail) throw new Error("no notice went out");
  const delivery = deliveryQueues[lane];
  for (const event of house.events.slice(eventsBefore)) await tell(delivery, JSON.stringify(event));
  const [sent] = house.events.slice(eventsBefore);
  await tell(delivery, JSON.stringify(sent).replace('"Send"', '"Delivery"'));
  await tell("reply", house.reply(mail, "We have received your report. Ticket #123456."));
  for (const status of ["hold", "release", "still-up"]) {
    house.pass(1);
    await tell(`report-${lane}`, says(reportId, status));
  }
  return messages;
};

/**
 * All that is known and has gone out: the case, its history, what could not be read, and every
 * mail.
 */
const everything = async (reportId: string, messages: readonly QueuedMessage[]) => {
  const unread = messages
    .filter(({ body }) => !body.endsWith("}"))
    .map(({ body }) => caseIdOf(`message ${createHash("sha256").update(body).digest("hex")}`));
  const ids = [house.caseIdOf(reportId), ...unread];
  return {
    states: await Promise.all(ids.map((id) => house.stand.store.read(id))),
    history: await Promise.all(ids.map((id) => house.stand.store.history(id))),
    mails: house.mails().map(({ tags, destinations }) => [tags.attempt, ...destinations]),
  };
};

const ends: readonly (readonly [string, readonly string[], (reportId: string) => Promise<void>])[] = [
  ["goes on", ["open"], async () => {}],
  ["is closed", ["gone"], (reportId) => put("report-standard", says(reportId, "gone"))],
  ["is held", ["held"], (reportId) => put("report-standard", says(reportId, "hold"))],
  // Of intimate images a person is asked first whether the desks hear of it.
  ["is withdrawn", ["withdrawn", "open"], (reportId) => put("report-standard", says(reportId, "withdrawn"))],
  [
    "is answered as removed",
    // A reply closes no case of the urgent lane; reminders rest.
    ["removed", "quiet"],
    async (reportId) => {
      const mail = house.mails().find(({ tags }) => tags.attempt?.startsWith(house.caseIdOf(reportId)));
      if (mail)
        await put("reply", house.reply({ ...mail, number: mail.number + 1_000 }, "We have removed the content."));
    },
  ],
];

describe.each(["phishing", "ncii"])("a case of %s", (category) => {
  test.each(ends)(
    "that %s is not changed by any of its messages from the dead letters, the next minute or fourteen days later",
    async (end, stands, happen) => {
      const reportId = `${category}-${end.replaceAll(" ", "-")}`;
      const messages = await aLife(reportId, category);
      house.pass(1);
      await happen(reportId);
      const { closed, holds, quiet } = await house.theCase(reportId);
      expect(stands).toContain(closed?.outcome ?? (holds.length > 0 ? "held" : quiet ? "quiet" : "open"));
      for (const days of [0, 14]) {
        await pass(days);
        // On-call is told of the new questions; that is no doing of the messages.
        await house.sweep();
        await house.run();
        const before = await everything(reportId, messages);
        for (const { queue, body } of messages) {
          await put(queue, body);
          expect([queue, body.slice(0, 200), await everything(reportId, messages)]).toEqual([
            queue,
            body.slice(0, 200),
            before,
          ]);
        }
        await house.sweep();
        await house.run();
        expect(await everything(reportId, messages)).toEqual(before);
      }
    },
  );
});

test("a case whose host moved gets no mail by an old hint, and its old desk no second one", async () => {
  const flow = await aReportedFlow();
  flow.contacts(() => ({
    candidates: [aCandidate({ email: "abuse@elsewhere.example" })],
    addresses: ["198.51.100.7"],
  }));
  await flow.pass({ hours: 14 * 24 });
  const { id } = await flow.theCase();
  const before = [await flow.theCase(), flow.told()];
  for (const to of ["find-contact", "send-notice"] as const) {
    flow.hints.push({ to, hint: { caseId: id } });
    await flow.run();
  }
  await flow.report(nativeMessage());
  expect([await flow.theCase(), flow.told()]).toEqual(before);
});

test("a report from the dead letters that was never taken in opens its case and is told of once", async () => {
  const late = house.report("late");
  await pass(14);
  const before = house.mails().length;
  for (let again = 0; again < 3; again++) await put("report-standard", late);
  expect([house.mails().length - before, (await house.theCase("late")).reports]).toEqual([1, 1]);
});
