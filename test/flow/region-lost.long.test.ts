import { createServer } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { tablePause } from "../../functions/adapters/table-pause.ts";
import { lanes } from "../../functions/report/category.ts";
import { closeHttp, listenOnLoopback } from "../../infra/local/servers/loopback.ts";
import type { QueueName } from "../../infra/stack/topology.ts";
import { aWorldTakenBack } from "../support/a-world-taken-back.ts";

/*
 * A region is lost, with its table, its queues and what lay in its bucket; another goes on from a copy of
 * the table, as infra/guides/runbook/region-lost.md says. Then the lost one wakes up and wants to go on where
 * it was. One SES has taken the mails of both.
 */

let world: Awaited<ReturnType<typeof aWorldTakenBack>>;
afterEach(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

/** Each mail by the notice that it carried, whichever region sent it. */
const noticesOut = () => world.mails().map(({ tags }) => String(tags.attempt).replace(/_\d+$/, ""));
const twice = () => noticesOut().filter((notice, at, all) => all.indexOf(notice) !== at);

/** What the lost region's queues hold: nobody else has it. */
type Waiting = readonly (readonly [QueueName, string])[];

/** Up to the loss: of five reports one was done before the copy, and each other is at another point. */
const untilTheLoss = async (): Promise<Waiting> => {
  const pause = tablePause(world.at);
  await world.report("done-before");
  const [first] = world.mails();
  if (!first) throw new Error("a mail went out");
  await world.sesTells(first, { kind: "Delivery" });
  await pause.stop(lanes, { ...world.word, at: world.clock.now() });
  await world.report("in-line");
  await world.remember();
  await world.resume();
  await world.pass(40);
  await world.report("opened-since");
  answersGetLost = true;
  await world.report("on-the-wire");
  answersGetLost = false;
  expect(world.mails()).toHaveLength(4);
  return [
    ["report-standard", world.bodyOf("on-the-queue")],
    ["reply", world.reply(first, "We have removed the content.")],
  ];
};
let answersGetLost = false;
const aWorld = async () => {
  world = await aWorldTakenBack({
    onAccepted: () => {
      if (answersGetLost) throw new Error("the region goes down before the answer is there");
    },
  });
};

test("and the next one sends nothing twice: what may have gone out asks, and what is lost is said", async () => {
  await aWorld();
  await untilTheLoss();
  await world.pass(3 * 60, 60);
  await world.restore();
  const { inLine, text } = await world.behind();
  expect(inLine.map(({ caseId }) => caseId)).toEqual([world.caseIdOf("in-line")]);
  expect(text).toMatch(/^Lost from .* to .* \(3 h 40 min\), unless it comes again: reports .* people decided\.$/m);
  // Reporters send again what they have sent since the copy; of one on the lost queue nobody thinks.
  for (const id of ["opened-since", "on-the-wire"]) await world.report(id);
  await world.pass(40);
  await world.resume();
  await world.pass(2 * 24 * 60, 480);
  expect([twice(), world.mails().length]).toEqual([[], 4]);
  for (const id of ["in-line", "opened-since", "on-the-wire"])
    expect([id, await world.notices(id), await world.asked(id)]).toEqual([id, ["first unknown"], ["unknown-send"]]);
  // Lost: the report that lay on a queue, and the desk's answer, of which a person is asked by and by.
  await expect(world.theCase("on-the-queue")).rejects.toThrow("has no case");
  expect((await world.theCase("done-before")).quiet).toBe(false);
  expect(await world.notices("done-before")).toEqual(["first delivered", "reminder unknown"]);
  // What is new goes out as ever.
  await world.report("new", { seenAt: world.clock.now() });
  await world.pass(20);
  expect([await world.notices("new"), world.mails().length]).toEqual([["first sent"], 5]);
});

test("and wakes up while another has gone on: its senders have no right any more, and it sends nothing", async () => {
  await aWorld();
  const waiting = await untilTheLoss();
  const asItWas = await world.items();
  await world.restore();
  await world.pass(40);
  // IAM has taken their right before: SES refuses them, whatever they hold.
  let asked = 0;
  const refusing = createServer((_, response) => {
    asked++;
    response
      .writeHead(403, { "content-type": "text/xml" })
      .end(
        "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>explicit deny</Message>" +
          "</Error></ErrorResponse>",
      );
  });
  const port = await listenOnLoopback(refusing, 0);
  vi.stubEnv("AWS_ENDPOINT_URL_SES", `http://127.0.0.1:${port}`);
  await world.become(asItWas);
  for (const [queue, body] of waiting) await world.put(queue, body);
  await world.run();
  await world.pass(2 * 24 * 60, 480);
  await closeHttp(refusing);
  expect(asked).toBeGreaterThan(0);
  expect([twice(), world.mails().length]).toEqual([[], 4]);
  expect(await world.notices("on-the-queue")).toEqual(["first queued"]);
});
