import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { type OnCallNews, type SweepWork, sweep } from "../../functions/follow-up/sweep.ts";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";

const eager = aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 100_000 }));
const aboutHost = (at: number | string) =>
  nativeMessage({ reportId: `r-${at}`, target: { url: `https://host-${at}.bad.example/login` } });
/** A flow with so many cases for which nobody was found: each asks on-call one question. */
const asking = async (cases: number) => {
  const flow = aFlow({ reporters: eager });
  flow.contacts(() => ({ candidates: [] }));
  for (let at = 0; at < cases; at++) await flow.report(aboutHost(at));
  return flow;
};
const announcedIn = async (store: CaseStore) =>
  (await store.inReview(10_000)).items.flatMap(({ reviews }) => reviews).filter(({ announced }) => announced).length;

describe("a sweep that finds many new questions", () => {
  test("tells on-call of all of them in one message that names the first ten", async () => {
    const flow = await asking(200);
    await flow.sweepNow();
    expect(flow.news.map(({ urgent, standard, cases }) => [urgent, standard, cases.length])).toEqual([[0, 200, 10]]);
    expect(await announcedIn(flow.store)).toBe(200);
  });

  test("names what several cases ask alike once, and of safety's each", async () => {
    const silent = aFlow({ digests: false });
    for (const at of [0, 1, 2]) await silent.report(aboutHost(at));
    await silent.pass({ hours: 24 * 13 });
    const named = silent.news.flatMap(({ cases }) => cases.map(({ question }) => question));
    const told = silent.news.map(({ standard }) => standard);
    expect([named.filter((question) => question === "unanswered").length, Math.max(...told)]).toEqual([
      silent.news.length,
      3,
    ]);
    const flow = await asking(3);
    await flow.sweepNow();
    expect(flow.news.map(({ cases }) => cases.map(({ question }) => question))).toEqual([
      ["no-contact", "no-contact", "no-contact"],
    ]);
  });

  test("is followed by sweeps that tell nothing again", async () => {
    const flow = await asking(300);
    await flow.sweepNow();
    await flow.sweepNow();
    expect(flow.news).toHaveLength(1);
  });

  test("leaves what on-call could not be told to the next sweep", async () => {
    const flow = await asking(300);
    const told: OnCallNews[] = [];
    const unreachable: SweepWork = { ...flow.work, tellOnCall: () => Promise.reject(new Error("SNS does not answer")) };
    await expect(sweep(unreachable)).rejects.toThrow("SNS does not answer");
    expect(await announcedIn(flow.store)).toBe(0);
    await sweep({ ...flow.work, tellOnCall: async (news) => void told.push(news) });
    expect(told).toEqual([]);
    const soon = { now: () => plusMinutes(flow.now(), 2) };
    await sweep({ ...flow.work, clock: soon, tellOnCall: async (news) => void told.push(news) });
    expect(told.map(({ standard }) => standard)).toEqual([300]);
  });
});

test("a sweep looks at cases side by side, ten at a time", async () => {
  const flow = await asking(25);
  let running = 0;
  const beside: number[] = [];
  const read: CaseStore["read"] = async (id) => {
    beside.push(++running);
    await Promise.resolve();
    return flow.work.store.read(id).finally(() => running--);
  };
  await sweep({ ...flow.work, store: { ...flow.work.store, read }, tellOnCall: async () => {} });
  expect(Math.max(...beside)).toBe(10);
});

describe("a sweep that is in trouble", () => {
  /** The store, but that the sweep has room for few cases in a minute. */
  const withRoomFor = (cases: number, store: CaseStore): CaseStore => ({
    ...store,
    due: (now, limit) => store.due(now, Math.min(limit, cases)),
  });
  const hinted = (flow: ReturnType<typeof aFlow>) => flow.hints.length;

  test("follows up what is due though on-call can't be told of more than it can hold", async () => {
    const flow = await asking(12);
    // One that was reported later and whose hint was lost.
    await flow.takeIn(aboutHost("late"));
    flow.hints.splice(0);
    let now = plusMinutes(flow.now(), 6);
    const work: SweepWork = {
      ...flow.work,
      clock: { now: () => now },
      store: withRoomFor(5, flow.store),
      tellOnCall: () => Promise.reject(new Error("SNS does not answer")),
    };
    for (let minute = 0; minute < 4; minute++) {
      await expect(sweep(work)).rejects.toThrow("SNS does not answer");
      now = plusMinutes(now, 1);
    }
    expect(hinted(flow)).toBeGreaterThan(0);
  });

  test("follows up what is due though more cases fail to open than it can hold", async () => {
    const flow = aFlow({ reporters: eager });
    for (let at = 0; at < 12; at++) await flow.takeIn(aboutHost(at));
    const due = await flow.store.due(plusHours(flow.now(), 1), 100);
    const closed = new Set(due.map(({ caseId }) => caseId));
    await flow.takeIn(aboutHost("late"));
    flow.hints.splice(0);
    let now = plusMinutes(flow.now(), 6);
    const store = withRoomFor(5, {
      ...flow.store,
      read: async (caseId) => {
        if (closed.has(caseId)) throw new Error("its key is gone");
        return flow.store.read(caseId);
      },
    });
    for (let minute = 0; minute < 4; minute++) {
      await expect(
        sweep({ ...flow.work, store, clock: { now: () => now }, tellOnCall: async () => {} }),
      ).rejects.toThrow("could not be followed up");
      now = plusMinutes(now, 1);
    }
    expect(hinted(flow)).toBeGreaterThan(0);
  });

  test("hints ever more rarely at a case whose function stands still, but each hour", async () => {
    const flow = aFlow();
    await flow.takeIn(nativeMessage());
    flow.hints.splice(0);
    let now = flow.now();
    const at: number[] = [];
    for (let minute = 1; minute <= 24 * 60; minute++) {
      now = plusMinutes(now, 1);
      const before = hinted(flow);
      await sweep({ ...flow.work, clock: { now: () => now }, tellOnCall: async () => {} });
      if (hinted(flow) > before) at.push(minute);
    }
    const apart = at.slice(1).map((minute, index) => minute - (at[index] ?? 0));
    expect(at[0]).toBeLessThanOrEqual(6);
    expect(Math.max(...apart)).toBeLessThanOrEqual(61);
    expect(at.length).toBeLessThan(40);
  });
});

describe("a case that stands a little early in the due index", () => {
  test("is looked at once before its time, and then at its time", async () => {
    const flow = aFlow();
    flow.sesSays(() => ({ kind: "uncertain", code: "TimeoutError" }));
    await flow.report(nativeMessage());
    const due = async () => (await flow.store.due(plusHours(morning, 24), 10)).map(({ dueAt }) => dueAt);
    const questions = async () => (await flow.theCase()).reviews.map(({ question }) => question);
    // Where it was put when the report came in; its mail is on the wire since then, and SES's
    // answer is waited for until a quarter past.
    expect(await due()).toEqual([plusMinutes(morning, 5)]);
    await flow.pass({ minutes: 14 });
    expect([await due(), await questions()]).toEqual([[plusMinutes(morning, 15)], []]);
    expect(
      flow.said.flatMap(({ code, fields }) => (code === "follow-up.swept" && fields.count !== 0 ? [fields] : [])),
    ).toEqual([{ count: 1, lateSeconds: 0 }]);
    await flow.pass({ minutes: 1 });
    expect(await questions()).toEqual(["unknown-send"]);
    expect(flow.mails).toHaveLength(1);
  });
});

describe("what a sweep costs", () => {
  const shardQueries = 20;
  const aTable = aTableServer();

  /** So many cases whose time has not come, as their index entries stand in the table. */
  const withPending = async (cases: number) => {
    const { client, name } = await aTable();
    const items = Array.from({ length: cases }, (_, at) => ({
      pk: `CASE#TD-${at}`,
      sk: "STATE",
      dueShard: at % 5 === 0 ? `due-urgent#${at % 4}` : `due#${at % 16}`,
      dueAt: plusHours(morning, 1 + (at % 300)),
    }));
    for (let from = 0; from < cases; from += 25) {
      const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await DynamoDBDocumentClient.from(client).send(new BatchWriteCommand({ RequestItems: { [name]: puts } }));
    }
    return { client, name };
  };
  const callsOfOneSweep = async ({ client, name }: Awaited<ReturnType<typeof withPending>>) => {
    const calls: string[] = [];
    client.middlewareStack.add((next, { commandName }) => (args) => {
      calls.push(String(commandName));
      return next(args);
    });
    await sweep({
      ...aFlow().work,
      store: dynamoCaseStore(client, name, masterKeys),
      tellOnCall: () => Promise.reject(new Error("nothing is to be told")),
    });
    return calls;
  };

  test("is twenty queries with ten cases that wait, and with a thousand", async () => {
    const few = await withPending(10);
    const many = await withPending(1_000);
    const twenty = Array.from({ length: shardQueries }, () => "QueryCommand");
    expect(await callsOfOneSweep(few)).toEqual(twenty);
    expect(await callsOfOneSweep(many)).toEqual(twenty);
  });
});

describe("a question that joins one of which on-call was told", () => {
  const days = (count: number) => ({ hours: 24 * count });
  /** Two cases of one silent desk, the second reported so much later. */
  const twoSilent = async (laterHours: number, flow = aFlow()) => {
    await flow.report(nativeMessage());
    await flow.leap(plusHours(flow.now(), laterHours));
    await flow.report(aboutHost("other"));
    return flow;
  };
  const asked = async (store: CaseStore) => (await store.inReview(100)).items.flatMap(({ reviews }) => reviews);

  /** The same of a provider that takes its form alone, for which both cases wait. */
  const twoForms = async (laterHours: number) => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [], forms: [{ url: "https://provider.example/abuse", scope: "network" }] }));
    return twoSilent(laterHours, flow);
  };

  test("of a desk's silence waits for a Monday's list, four days on at least", async () => {
    const flow = await twoSilent(3);
    await flow.pass({ hours: 48 + 10 * 24 + 17 });
    expect((await asked(flow.store)).map(({ question, announced }) => [question, announced])).toEqual([
      ["unanswered", false],
      ["unanswered", false],
    ]);
    expect(flow.news).toEqual([]);
    await flow.pass({ hours: 2 });
    expect(flow.news.map(({ standard }) => standard)).toEqual([2]);
  });

  test("of a desk's silence asked too late comes in the next Monday's list", async () => {
    const flow = await twoSilent(8 * 24);
    await flow.pass(days(5));
    expect(flow.news.map(({ standard }) => standard)).toEqual([1]);
    await flow.pass(days(7));
    expect((await asked(flow.store)).map(({ announced }) => announced)).toEqual([true, true]);
    expect(flow.news.map(({ standard }) => standard)).toEqual([1, 1]);
  });

  test("comes in the morning's list, and each day until somebody answers", async () => {
    const flow = await twoForms(3);
    await flow.pass({ hours: 17 });
    expect(flow.news).toEqual([]);
    await flow.pass({ hours: 2 });
    expect((await asked(flow.store)).map(({ announced }) => announced)).toEqual([true, true]);
    expect(flow.news.map(({ standard }) => standard)).toEqual([2]);
    await flow.pass(days(1));
    expect(flow.news.map(({ standard }) => standard)).toEqual([2, 2]);
  });

  test("rings where that has its answer", async () => {
    const flow = await twoForms(22);
    const [first] = (await flow.store.inReview(100)).items;
    const id = first?.reviews[0]?.id ?? "";
    const verdict = { decision: "close", outcome: "decided" } as const;
    await recordVerdict(flow.work, { caseId: first?.id ?? "", reviewId: id, verdict, by: "jane", why: "It is seen." });
    await flow.pass({ hours: 24 });
    expect(flow.news.map(({ standard }) => standard)).toEqual([1, 1]);
  });

  test("rings by itself where its case becomes urgent while the sweep looks", async () => {
    const flow = await twoSilent(3);
    await flow.pass({ hours: 47 });
    const clock = { now: () => plusHours(flow.now(), 3) };
    const urgent = nativeMessage({
      reportId: "s-3",
      live: true,
      domainIsMalicious: true,
      target: { url: "https://host-other.bad.example/login" },
    });
    const inReview: CaseStore["inReview"] = async (...which) => {
      await flow.report(urgent);
      return flow.store.inReview(...which);
    };
    await sweep({ ...flow.work, clock, store: { ...flow.work.store, inReview }, tellOnCall: async () => {} });
    const joined = (await Promise.all((await flow.store.inReview(100)).items.map(({ id }) => flow.store.history(id))))
      .flat()
      .filter(({ events }) => events.some((event) => event.type === "announced" && event.rangAt !== undefined));
    expect(joined).toEqual([]);
  });
});
