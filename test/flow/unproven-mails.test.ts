import { expect, test } from "vitest";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { aFlow, type NewReply, nativeMessage } from "../support/a-flow.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

/** A store that counts what is asked of it, and the bytes of what it gives and takes. */
const meteredStore = () => {
  const calls: string[] = [];
  let bytes = 0;
  const metered = (name: string, port: unknown) =>
    typeof port !== "function"
      ? port
      : async (...given: readonly unknown[]) => {
          const answer: unknown = await port(...given);
          calls.push(name);
          bytes += JSON.stringify([given, answer instanceof Map ? [...answer] : answer]).length;
          return answer;
        };
  const store = Object.fromEntries(
    Object.entries(memoryCaseStore()).map(([name, port]) => [name, metered(name, port)]),
  );
  const spent = async (does: () => Promise<unknown>) => {
    calls.length = 0;
    bytes = 0;
    await does();
    return { calls: [...calls], bytes };
  };
  return { store: store as CaseStore, spent };
};

const stranger = (n: number, spoilt: Partial<NewReply> = {}) =>
  ({
    replyClass: "question",
    text: `Where is it exactly? ${n}`,
    from: "stranger@evil.example",
    dmarc: "none",
    mailHash: `mail ${String(n).padStart(4, "0")}`,
    ...spoilt,
  }) as NewReply;

const reported = async (flow = aFlow()) => {
  await flow.report(nativeMessage({ category: "ncii" }));
  for (let n = 0; n < 4; n++)
    await flow.report(nativeMessage({ category: "ncii", reportId: `m-${n}`, reporter: n % 2 ? "cert" : "hotline" }));
  await flow.pass({ minutes: 20 });
  const { id } = await flow.theCase();
  const history = () => flow.store.history(id);
  return {
    ...flow,
    id,
    history,
    replies: async () => (await history()).flatMap(({ events }) => events).filter(({ type }) => type === "replied"),
    newsNow: async () => newsIn(id, await history()),
  };
};

test.each<ReplyClass>(["removed", "question", "passed-on", "bounce"])(
  "are five lines, however many come, and then a number (%s)",
  async (replyClass) => {
    const flow = await reported();
    const before = { lines: (await flow.history()).length, news: await flow.newsNow(), onCall: flow.news.length };
    for (let n = 0; n < 12; n++) await flow.writesBack(stranger(n, { replyClass }));
    await flow.pass({ minutes: 5 });
    expect(await flow.replies()).toHaveLength(5);
    const { notices, reviews } = await flow.theCase();
    expect(await flow.store.unprovenOf(flow.id)).toEqual(new Map([[notices[0]?.id, 7]]));
    // Not one event for a reporter; one question and one notification at most.
    expect(await flow.newsNow()).toEqual(before.news);
    expect(reviews.length).toBeLessThanOrEqual(1);
    expect(flow.news.length - before.onCall).toBeLessThanOrEqual(1);
    expect((await flow.history()).length - before.lines).toBeLessThanOrEqual(5 + 2);
  },
);

test("cost the same, the sixth and the last: one read of the case, one write, and no history", async () => {
  const { store, spent } = meteredStore();
  const flow = await reported(aFlow({}, { store }));
  const costs: Awaited<ReturnType<typeof spent>>[] = [];
  for (let n = 0; n < 12; n++)
    costs.push(await spent(() => flow.work.store.read(flow.id).then(() => flow.writesBack(stranger(n)))));
  const [, , , , , sixth, ...others] = costs;
  expect(sixth?.calls.filter((name) => name !== "read" && name !== "openedOn")).toEqual(["countUnproven"]);
  for (const one of others) expect(one).toEqual(sixth);
});

test("count once where the queue brings one twice, be it a line or a number", async () => {
  const flow = await reported();
  for (let n = 0; n < 8; n++) {
    await flow.writesBack(stranger(n));
    await flow.writesBack(stranger(n));
  }
  for (let n = 0; n < 5; n++) await flow.writesBack(stranger(n));
  expect([(await flow.replies()).length, [...(await flow.store.unprovenOf(flow.id)).values()]]).toEqual([5, [3]]);
});

test("keep nothing of the desk's own away: it moves the case, and is told, behind any number of them", async () => {
  const flow = await reported();
  for (let n = 0; n < 12; n++) await flow.writesBack(stranger(n));
  const before = (await flow.newsNow()).length;
  await flow.deskReplies("refused", true);
  expect((await flow.newsNow()).slice(before).map(({ happened }) => happened)).toContain("answered");
  expect((await flow.theCase()).notices[0]?.answer).toBe("refused");
});

test("of the desk's own domain count apart, so that strangers hide no receipt; reporters hear of one", async () => {
  const flow = await reported();
  for (let n = 0; n < 12; n++) await flow.writesBack(stranger(n));
  const before = (await flow.newsNow()).length;
  const desk = (await flow.theCase()).notices[0]?.to.email ?? "";
  const clerk = { from: `tickets@${desk.split("@")[1]}`, dmarc: "pass", replyClass: "acknowledgement" } as const;
  for (let n = 0; n < 12; n++) await flow.writesBack(stranger(100 + n, { ...clerk, ticket: "T-1" }));
  expect((await flow.theCase()).notices[0]).toMatchObject({
    ticket: "T-1",
    strangers: 5,
    domainsReceipts: 5,
  });
  expect([...(await flow.store.unprovenOf(flow.id)).values()]).toEqual([7 + 7]);
  const news = (await flow.newsNow()).slice(before);
  expect(new Set(news.map(({ happened }) => happened))).toEqual(new Set(["acknowledged"]));
  // Each of the case's five reports hears it, once.
  expect(news).toHaveLength(5);
});

test("of the desk's own domain give no other number than the desk did", async () => {
  const flow = await reported();
  const desk = (await flow.theCase()).notices[0]?.to.email ?? "";
  await flow.deskReplies("acknowledgement", true, { ticket: "REAL-1" });
  const customer = { from: `customer@${desk.split("@")[1]}`, dmarc: "pass", replyClass: "acknowledgement" } as const;
  await flow.writesBack(stranger(0, { ...customer, ticket: "FAKE-9" }));
  expect((await flow.theCase()).notices[0]?.ticket).toBe("REAL-1");
});
