import { describe, expect, test } from "vitest";
import { findCases } from "../../functions/console/cases/find-cases.ts";
import { neverRefused } from "../../functions/contact/account-turn.ts";
import { findContact } from "../../functions/contact/find-contact.ts";
import { sweep } from "../../functions/follow-up/sweep.ts";
import { plusMs } from "../../functions/kernel/instant.ts";
import type { Lane } from "../../functions/report/category.ts";
import { closingOf, messagesAtMost, type QueueEntry } from "../../functions/store/queue-entry.ts";
import { anAnswer, aSettings, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { anEntry, opensEntry } from "../support/an-entry.ts";
import { caseIdOf } from "../support/case-ids.ts";

/*
 * A producer's script puts what can't be read on a queue, faster than anybody can look. Real cases
 * wait behind none of it.
 */

type Flow = ReturnType<typeof aFlow>;

const garbage = (number: number, more: Record<string, unknown> = {}) => JSON.stringify({ n: number, ...more });
const bring = async (
  flow: Flow,
  texts: readonly string[],
  from: { readonly queueLane?: Lane; readonly sender?: string } = { sender: "AROAFEED" },
) => {
  for (const text of texts) expect(await flow.report(text, from)).toBe("done");
};
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => garbage(from + at));
const places = (flow: Flow) => flow.entries();
const kept = async (flow: Flow): Promise<readonly string[]> =>
  (await Promise.all((await places(flow)).map(flow.messagesOf))).flat().flatMap((text) => text ?? []);
const answer = (flow: Flow, entry: QueueEntry) => flow.acts(entry);

describe("messages of one sender that can't be read", () => {
  test("are found by their report's number, whichever of them it was, until they are forgotten", async () => {
    const flow = aFlow();
    const broken = (reportId: string) => JSON.stringify({ version: 1, reporter: "hotline", reportId });
    await bring(flow, [garbage(1), broken("r-17"), broken("r-18"), '{"reporter":"hotline","reportId":"r-19",}']);
    const found = async (query: string) => (await findCases(flow.store, aSettings(), query)).ids;
    const [place] = (await places(flow)).filter(({ field }) => field === "category");
    expect(await found("r-17")).toEqual([place?.id]);
    expect(await found("R-18")).toEqual([place?.id]);
    expect(await found("hotline/r-18")).toEqual([place?.id]);
    expect(await found("cert/r-18")).toEqual([]);
    expect(await found("r-19")).toHaveLength(1);
    for (const state of await places(flow)) await answer(flow, state);
    await flow.pass({ hours: 24 * 400 });
    expect([await found("r-17"), await found("r-19")]).toEqual([[], []]);
  });

  test("are one line before a person, which says how many and whose, and on-call is told once", async () => {
    const flow = aFlow();
    await bring(flow, many(1_000));
    await flow.pass({ minutes: 30 });
    const waiting = (await flow.store.inReview(100)).items;
    expect(waiting.map(({ reviews }) => reviews.map(({ reason }) => reason))).toEqual([
      [expect.stringMatching(/^.+ 1000 messages alike, sent by AROAFEED\.$/)],
    ]);
    expect(flow.news.map(({ standard }) => standard)).toEqual([1]);
  });

  test("are each kept whole in exactly one place, however often the queue brings them", async () => {
    const flow = aFlow();
    await bring(flow, [...many(40), ...many(40)]);
    expect([[...(await kept(flow))].sort(), (await places(flow)).map(({ messages }) => messages)]).toEqual([
      [...many(40)].sort(),
      [40],
    ]);
  });

  test("count once also after a person has answered; what is new begins another line", async () => {
    const flow = aFlow();
    await bring(flow, many(3));
    for (const place of await places(flow)) expect((await answer(flow, place)).ok).toBe(true);
    await bring(flow, many(5));
    expect((await places(flow)).map((one) => [one.messages, closingOf(one)?.does]).sort()).toEqual([
      [2, undefined],
      [3, "discard"],
    ]);
  });

  test("are as many lines as they have thousands", async () => {
    const flow = aFlow();
    await bring(flow, many(messagesAtMost + 1));
    expect((await places(flow)).map(({ messages }) => messages).sort()).toEqual([1, messagesAtMost]);
  });

  test("are a line for each sender, lane and field, not for each name or place a sender makes up", async () => {
    const flow = aFlow();
    const madeUp = Array.from({ length: 20 }, (_, at) => nativeMessage({ reportId: `m-${at}`, [`field${at}`]: 1 }));
    const inList = Array.from({ length: 20 }, (_, at) =>
      nativeMessage({ reportId: `l-${at}`, evidence: { hashes: [...Array(at).fill("md5:aa"), "none"] } }),
    );
    await bring(flow, [...madeUp, ...inList, ...many(2)]);
    await bring(flow, [garbage(7)], { sender: "AROAOTHER" });
    await bring(flow, [garbage(8)], { sender: "AROAFEED", queueLane: "urgent" });
    await bring(flow, [garbage(9)], {});
    expect((await places(flow)).map(({ messages }) => messages).sort()).toEqual([1, 1, 1, 2, 20, 20]);
  });

  test("are told of again while they come, once an hour", async () => {
    const flow = aFlow();
    const toldAt: number[] = [];
    for (let minute = 0; minute < 150; minute += 10) {
      const before = flow.news.length;
      if (minute < 100) await bring(flow, many(1, minute));
      await flow.pass({ minutes: 10 });
      if (flow.news.length > before) toldAt.push(minute);
    }
    expect(toldAt).toEqual([0, 70]);
  });

  test("are forgotten, each of them", async () => {
    const flow = aFlow();
    await bring(flow, [
      garbage(1, { secret: "words" }),
      garbage(2, { secret: "words" }),
      garbage(3, { secret: "words" }),
    ]);
    for (const place of await places(flow)) await answer(flow, place);
    for (let day = 0; day < 92; day++) await flow.pass({ hours: 24 });
    const [place] = await places(flow);
    expect(JSON.stringify([place, await kept(flow)])).not.toContain("secret");
  });
});

describe("a real urgent case", () => {
  const report = async (flow: Flow) => {
    await flow.takeIn(
      nativeMessage({ reportId: "urgent-1", category: "csam", evidence: { detectedBy: "manual-review" } }),
      { queueLane: "urgent" },
    );
    const caseId = (await flow.store.caseOfReport("hotline/urgent-1")) ?? "";
    await findContact(
      { ...flow.work, accountTurn: neverRefused, lookUp: async (_, askedAt) => anAnswer({ askedAt, candidates: [] }) },
      { caseId },
    );
    return caseId;
  };

  test("stands before everything that could not be read, on whichever queue", async () => {
    const flow = aFlow();
    for (let number = 0; number < 60; number++)
      await bring(flow, [garbage(number)], { queueLane: "urgent", sender: `AROA${number}` });
    const caseId = await report(flow);
    expect((await flow.store.inReview(100)).items.findIndex(({ id }) => id === caseId)).toBe(0);
  });

  test("is told to on-call by the next sweep, though ten thousand others are due before it", async () => {
    const flow = aFlow();
    for (let number = 0; number < 10_000; number++) {
      const entry = anEntry(caseIdOf(`old ${number}`), {
        at: plusMs(morning, -number - 1),
        source: { sender: `AROA${number}` },
      });
      await flow.store.writeEntry(opensEntry(entry, `${number}`));
    }
    const caseId = await report(flow);
    await sweep({ ...flow.work, tellOnCall: async (news) => void flow.news.push(news) });
    expect([flow.news.map(({ urgent }) => urgent), flow.news[0]?.cases[0]?.caseId]).toEqual([[1], caseId]);
  });
});
