import { describe, expect, test } from "vitest";
import { takeInReport } from "../../functions/intake/take-in-report.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import { changesTogether } from "../../functions/store/changes-together.ts";
import { isEntry, messagesAtMost, type QueueEntry } from "../../functions/store/queue-entry.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, aReportedFlow, statusMessage } from "../support/a-flow.ts";

/*
 * A reporter's script speaks of reports that nobody knows. On-call reads the list at three in the
 * morning.
 */

type Flow = ReturnType<typeof aFlow>;

/** A flow in which every message has been on its queue for so long that its report is not coming. */
const patient = () => {
  const flow = aFlow();
  for (let receives = 1; receives < 3; receives++) flow.receivedAgain();
  return flow;
};
const about = (number: number, status = "gone", more: Record<string, unknown> = {}) =>
  statusMessage(status, morning, { reportId: `lost-${number}`, ...more });
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => about(from + at));
const bring = async (flow: Flow, messages: readonly string[]) => {
  for (const message of messages) expect(await flow.report(message)).toBe("done");
};

const opened = (flow: Flow) => flow.entries();
const waiting = async (flow: Flow) =>
  (await flow.store.inReview(1_000)).items.flatMap((item) => (isEntry(item) ? [item] : []));
const kept = async (flow: Flow): Promise<readonly string[]> => {
  const texts = await Promise.all((await opened(flow)).map(flow.messagesOf));
  return texts.flat().flatMap((text) => (text ? JSON.parse(text).reportId : []));
};
const answer = (flow: Flow, entry: QueueEntry) => flow.acts(entry);

describe("a flood of a thousand messages about reports that nobody knows", () => {
  test("is one line before a person, which says how many and of which reports, and on-call is told once", async () => {
    const flow = patient();
    await bring(flow, many(1_000));
    await flow.pass({ minutes: 30 });
    const lines = await waiting(flow);
    expect(
      lines.map(({ kind, lane, reviews }) => [kind, lane, reviews.map(({ question, reason }) => [question, reason])]),
    ).toEqual([
      [
        "entry",
        "standard",
        [
          [
            "not-taken-in",
            "reportId: No report of this reporter has this id. 1000 messages of hotline, about lost-0, lost-1, " +
              "lost-2, lost-3, lost-4 and others.",
          ],
        ],
      ],
    ]);
    expect([flow.news.map(({ urgent, standard }) => [urgent, standard]), flow.mails]).toEqual([[[0, 1]], []]);
  });

  test("counts once, however often the queue brings it, also when a person has answered", async () => {
    const flow = patient();
    await bring(flow, many(50));
    await bring(flow, many(50));
    const [line] = await opened(flow);
    if (!line) throw new Error("there is a line");
    expect(line.messages).toBe(50);
    await answer(flow, line);
    await bring(flow, many(50));
    expect([(await opened(flow)).length, await waiting(flow), flow.putOffs()]).toEqual([1, [], []]);
  });

  test("loses nothing where many processes have it at once: who finds the place taken waits in the table", async () => {
    const flow = patient();
    const outcomes = await Promise.all(
      many(100).map((text) => {
        const aProcess = {
          ...flow.work,
          rules: aSettings(),
          oneAtATime: oneAtATime(),
          changeTogether: changesTogether(flow.work),
        };
        return takeInReport(aProcess, { text, queueLane: "standard", receives: 3 });
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set(["done"]));
    // More than can be written at once, or this proves nothing.
    expect(flow.putOffs().length).toBeGreaterThan(0);
    expect((await kept(flow)).length + flow.putOffs().length).toBe(100);
    await flow.pass({ minutes: 16 });
    expect([new Set(await kept(flow)).size, (await kept(flow)).length, (await waiting(flow)).length]).toEqual([
      100, 100, 1,
    ]);
  });

  test("is as many lines as it has thousands, so that each can still be read", async () => {
    const flow = patient();
    await bring(flow, many(messagesAtMost + 1));
    expect((await opened(flow)).map(({ messages }) => messages).sort()).toEqual([1, messagesAtMost]);
  });

  test("names a few reports only, and cuts what is written in the place of an id", async () => {
    const flow = patient();
    await bring(flow, [about(0, "gone", { reportId: "x".repeat(200) }), ...many(100)]);
    const [line] = await opened(flow);
    expect(line?.reportIds).toHaveLength(20);
    expect(line?.reviews[0]?.reason.length).toBeLessThan(400);
  });
});

describe("a line of unmatched words", () => {
  test("is told of again while it grows, once an hour, and not when nothing comes", async () => {
    const flow = patient();
    const toldAt: string[] = [];
    for (let minute = 0; minute < 150; minute += 10) {
      const before = flow.news.length;
      if (minute < 100) await bring(flow, many(1, minute));
      await flow.pass({ minutes: 10 });
      if (flow.news.length > before) toldAt.push(`${minute}`);
    }
    expect(toldAt).toEqual(["0", "70"]);
  });

  test("is told of again at once when the first hold is among them, which holds nothing, and names it", async () => {
    const flow = patient();
    await bring(flow, many(10));
    await flow.pass({ minutes: 5 });
    await bring(flow, [about(10, "hold"), about(11, "hold")]);
    await flow.pass({ minutes: 5 });
    await bring(flow, [about(12, "hold")]);
    await flow.pass({ minutes: 5 });
    const [line] = await opened(flow);
    expect([flow.news.length, line?.reviews[0]?.reason]).toEqual([
      2,
      "reportId: No report of this reporter has this id. 13 messages of hotline, about lost-0, lost-1, " +
        "lost-2, lost-3, lost-4 and others. To be held: lost-10, lost-11, lost-12.",
    ]);
  });

  test("forgets what was said, as any message does of which a person has seen enough", async () => {
    const flow = patient();
    await bring(flow, [about(1, "hold", { note: "secret-words" }), ...many(3, 2)]);
    const [line] = await opened(flow);
    if (!line) throw new Error("there is a line");
    await answer(flow, line);
    for (let day = 0; day < 92; day++) await flow.pass({ hours: 24 });
    const left = JSON.stringify([await flow.store.readEntry(line.id), await flow.messagesOf(line)]);
    expect(left).not.toMatch(/lost-|secret/);
    expect(await flow.store.due("9999-01-01T00:00:00.000Z", 10)).toEqual([]);
  });
});

describe("what else fits no report is gathered in the same way", () => {
  test("words of a moment that has not come yet, as a clock that goes wrong sends them", async () => {
    const flow = await aReportedFlow();
    for (let minute = 0; minute < 5; minute++)
      await flow.report(statusMessage("still-up", plusMinutes(plusHours(morning, 24), minute)));
    expect((await opened(flow)).map(({ field, messages }) => [field, messages])).toEqual([["at", 5]]);
  });
});
