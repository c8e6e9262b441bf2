import { describe, expect, test } from "vitest";
import { takeInReport } from "../../functions/intake/take-in-report.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import type { Lane } from "../../functions/report/category.ts";
import { changesTogether } from "../../functions/store/changes-together.ts";
import { closingOf, messagesAtMost, type QueueEntry } from "../../functions/store/queue-entry.ts";
import { isEntry } from "../../functions/store/review-item.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/*
 * A reporter's script speaks of reports that nobody knows. On-call reads the list at three in the
 * morning.
 */

type Flow = ReturnType<typeof aFlow>;

/**
 * A flow in which every message has been on its queue for so long that its report is not coming.
 */
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
const takenInFrom = (flow: Flow, text: string, queueLane: Lane) =>
  takeInReport({ ...flow.work, rules: aSettings() }, { text, queueLane, receives: 3 });

const opened = (flow: Flow) => flow.entries();
const waiting = async (flow: Flow) =>
  (await flow.store.inReview(1_000)).items.flatMap((item) => (isEntry(item) ? [item] : []));
/** The report ids of all that was said, wherever it stands. */
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
            "stray-words",
            "reportId: No report of this reporter has this id. 1000 messages of hotline, about lost-0, lost-1, " +
              "lost-2, lost-3, lost-4 and others.",
          ],
        ],
      ],
    ]);
    expect([flow.news.map(({ urgent, standard }) => [urgent, standard]), flow.mails]).toEqual([[[0, 1]], []]);
  });

  test("leaves each message in exactly one place, with what was said", async () => {
    const flow = patient();
    await bring(flow, [...many(999), about(999, "hold", { note: "The wrong page." })]);
    expect([...(await kept(flow))].sort()).toEqual(Array.from({ length: 1_000 }, (_, at) => `lost-${at}`).sort());
    const [line] = await waiting(flow);
    expect(JSON.parse((line && (await flow.store.messageOf(line.id, 1_000))) ?? "")).toEqual({
      version: 1,
      reporter: "hotline",
      reportId: "lost-999",
      status: "hold",
      at: morning,
      note: "The wrong page.",
    });
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

  test("is written whole where one process has it all at once", async () => {
    const flow = patient();
    expect(new Set(await Promise.all(many(300).map((message) => flow.report(message))))).toEqual(new Set(["done"]));
    expect([new Set(await kept(flow)).size, (await kept(flow)).length, flow.putOffs()]).toEqual([300, 300, []]);
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
    // The full one and the one after it end each for itself.
    for (const line of await opened(flow)) expect((await answer(flow, line)).ok).toBe(true);
    await bring(flow, many(1, messagesAtMost + 1));
    expect((await waiting(flow)).length).toBe(1);
  });

  test("names a few reports only, and cuts what is written in the place of an id", async () => {
    const flow = patient();
    await bring(flow, [about(0, "gone", { reportId: "x".repeat(200) }), ...many(100)]);
    const [line] = await opened(flow);
    expect(line?.reportIds).toHaveLength(20);
    expect(line?.reviews[0]?.reason.length).toBeLessThan(400);
  });
});

describe("a line of stray words", () => {
  test("is each reporter's own, and each lane's", async () => {
    const flow = patient();
    await bring(flow, [about(1), about(2, "gone", { reporter: "cert" })]);
    await takenInFrom(flow, about(3), "urgent");
    await takenInFrom(flow, about(4), "urgent");
    expect((await waiting(flow)).map((state) => [state.lane, state.source.reporter, state.reviews.length])).toEqual([
      ["urgent", "hotline", 1],
      ["standard", expect.stringMatching("cert|hotline"), 1],
      ["standard", expect.stringMatching("cert|hotline"), 1],
    ]);
  });

  test("gathers until a person has answered; what is said then begins another", async () => {
    const flow = patient();
    await bring(flow, many(3));
    const [first] = await opened(flow);
    if (!first) throw new Error("there is a line");
    await answer(flow, first);
    await bring(flow, many(2, 3));
    const states = await opened(flow);
    expect(states.map((one) => [one.messages, closingOf(one)?.does]).sort()).toEqual([
      [2, undefined],
      [3, "discard"],
    ]);
  });

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

  test("is not closed over a hold that came since its person looked", async () => {
    const flow = patient();
    await bring(flow, [about(0, "hold"), ...many(3, 1)]);
    const [looked] = await opened(flow);
    await bring(flow, [about(4, "hold")]);
    const [line] = await opened(flow);
    if (!looked || !line) throw new Error("there is a line");
    expect(await answer(flow, looked)).toEqual({ ok: false, error: { kind: "changed-since", entry: line } });
    expect((await answer(flow, line)).ok).toBe(true);
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

  test("apart from words about reports that nobody knows, since what to do is another", async () => {
    const flow = patient();
    await bring(flow, [about(1), statusMessage("gone", plusHours(morning, 24))]);
    expect((await opened(flow)).map(({ field, messages }) => `${field} ${messages}`).sort()).toEqual([
      "at 1",
      "reportId 1",
    ]);
  });
});

test("a word that only overtook its report waits for it, and is no stray", async () => {
  const flow = aFlow();
  const gone = statusMessage("gone", morning);
  expect([await flow.report(gone), await flow.report(gone)]).toEqual(["later", "later"]);
  await flow.report(nativeMessage());
  expect([await flow.report(gone), await flow.outcome(), await opened(flow)]).toEqual(["done", "gone", []]);
});

test("a word that was a stray counts when it is brought again after its report", async () => {
  const flow = patient();
  const gone = statusMessage("gone", plusMinutes(morning, 1));
  await flow.report(gone);
  await flow.report(nativeMessage());
  await flow.pass({ minutes: 5 });
  await flow.report(gone);
  const caseId = (await flow.store.caseOfReport("hotline/r-1")) ?? "";
  expect((await flow.store.read(caseId))?.closed?.outcome).toBe("gone");
});
