import { describe, expect, test } from "vitest";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { newsIn as newsOfAll } from "../../functions/news/tell-reporters.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, aReportedFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * Reporters who have something that looks are asked whether it is gone, before anybody else is. The
 * machine waits for them a while, and nothing ends by silence.
 */

const withCheckers = (...ids: readonly string[]): Partial<Settings> => ({
  reporters: aSettings().reporters.map((one) => (ids.includes(one.id) ? { ...one, checks: true } : one)),
});
const urgent = { category: "ncii" };

const aChecked = async (what: Record<string, unknown> = {}, ...ids: readonly string[]) => {
  const flow = await aReportedFlow({ settings: withCheckers(...(ids.length === 0 ? ["hotline"] : ids)), report: what });
  return flow;
};
type Flow = Awaited<ReturnType<typeof aChecked>>;

const newsIn = async (flow: Flow) => {
  const { id } = await flow.theCase();
  const history = await flow.store.history(id);
  return newsOfAll(id, history);
};
const asked = async (flow: Flow) =>
  (await newsIn(flow)).flatMap((one) =>
    one.happened === "check-wanted" ? [`${one.reporter}/${one.reportId} ${one.why} ${one.answerBy}`] : [],
  );
const whys = async (flow: Flow) => (await asked(flow)).map((one) => one.split(" ")[1]);
const isGone = (flow: Flow) => flow.contacts(() => ({ addresses: [], candidates: [], outOfDns: "client hold" }));

describe("before a desk is reminded", () => {
  test("'gone' ends it after a minute, and no reminder goes out", async () => {
    const flow = await aChecked();
    await flow.pass({ hours: 22 });
    await flow.says("gone");
    expect(await flow.outcome()).toBeUndefined();
    await flow.pass({ minutes: 1 });
    expect([await flow.outcome(), flow.mails.length]).toEqual(["gone", 1]);
  });

  test("in the urgent lane half an hour ahead, and a person decides what a 'gone' comes to", async () => {
    const flow = await aChecked(urgent);
    await flow.pass({ hours: 23, minutes: 30 });
    expect(await asked(flow)).toEqual([`hotline/r-1 before-reminder ${plusHours(morning, 24)}`]);
    await flow.says("gone");
    await flow.pass({ minutes: 2 });
    expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, ["said-gone"]]);
    await flow.decides({ verdict: { decision: "close", outcome: "gone" } });
    expect(await flow.outcome()).toBe("gone");
  });

  test("a person who says that it is there is not asked again about the same word", async () => {
    const flow = await aChecked(urgent);
    await flow.says("gone");
    await flow.pass({ minutes: 2 });
    await flow.decides({ verdict: { decision: "continue" } });
    await flow.pass({ minutes: 5 });
    expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, []]);
  });
});

describe("a desk that says that it is removed", () => {
  test("is believed once the checker says so too", async () => {
    const flow = await aChecked();
    await flow.deskReplies("removed", true);
    expect([await flow.outcome(), await whys(flow)]).toEqual([undefined, ["desk-says-removed"]]);
    await flow.says("gone");
    await flow.pass({ minutes: 1 });
    expect(await flow.outcome()).toBe("removed");
  });

  test("and is not proven keeps neither reminder nor escalation level waiting for the checker", async () => {
    const flow = await aChecked();
    await flow.pass({ hours: 22, minutes: 5 });
    await flow.says("still-up");
    await flow.pass({ hours: 1, minutes: 54 });
    await flow.deskReplies("removed", false);
    expect(await whys(flow)).toEqual(["before-reminder", "desk-says-removed"]);
    await flow.pass({ minutes: 2 });
    expect(flow.mails.length).toBe(2);
  });
});

describe("a desk that likely says that it is removed", () => {
  const likely = { replyClass: "unclear", confidence: 0.9, isLikelyRemoved: true, text: "I pulled it." } as const;
  const desk = "abuse@network.example";

  test("has the checker asked before a person, and its word closes", async () => {
    const flow = await aChecked();
    await flow.writesBack({ ...likely, from: desk });
    expect([await whys(flow), await flow.questions()]).toEqual([["desk-says-removed"], []]);
    await flow.says("gone");
    await flow.pass({ minutes: 1 });
    expect([await flow.outcome(), await flow.questions()]).toEqual(["gone", []]);
  });

  test("is a person's where the checker is silent, with how it was read", async () => {
    const flow = await aChecked();
    await flow.writesBack({ ...likely, from: desk });
    await flow.pass({ hours: 2 });
    const { reviews } = await flow.theCase();
    expect([await flow.outcome(), reviews.map(({ asRead }) => asRead)]).toEqual([
      undefined,
      [{ replyClass: "unclear", confidence: 0.9, isLikelyRemoved: true }],
    ]);
  });

  test("is a person's at once where nobody can look", async () => {
    const flow = await aReportedFlow();
    await flow.writesBack({ ...likely, from: desk });
    expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, ["reply"]]);
  });

  test("and is not proven, or stands in the urgent lane, is before a person at once", async () => {
    const [unproven, inUrgent] = [await aChecked(), await aChecked(urgent)];
    await unproven.writesBack({ ...likely, from: "somebody@elsewhere.example" });
    await inUrgent.writesBack({ ...likely, from: desk });
    expect([await unproven.outcome(), await unproven.questions()]).toEqual([undefined, ["reply"]]);
    expect([await inUrgent.outcome(), await inUrgent.questions()]).toEqual([undefined, ["reply"]]);
  });
});

describe("a name that is out of DNS", () => {
  const gone = async (what: Record<string, unknown> = {}) => {
    const flow = aFlow(withCheckers("hotline"));
    isGone(flow);
    await flow.report(nativeMessage(what));
    return flow;
  };

  test("comes before a person only where the checker is silent", async () => {
    const flow = await gone();
    expect([await whys(flow), await flow.questions()]).toEqual([["out-of-dns"], []]);
    await flow.pass({ hours: 2 });
    expect(await flow.questions()).toEqual(["name-gone"]);
  });

  test("comes before a person where the checker sees it", async () => {
    const flow = await gone();
    await flow.says("still-up");
    expect(await flow.questions()).toEqual(["name-gone"]);
  });
});

describe("of several reporters", () => {
  const cert = { reporter: "cert", reportId: "c-1" };

  test("one who says so unasked has the others asked, and a person where they are silent", async () => {
    const flow = await aChecked({}, "hotline", "cert");
    await flow.report(nativeMessage(cert));
    await flow.says("gone");
    expect([await asked(flow), await flow.questions()]).toEqual([
      [`cert/c-1 another-says-gone ${plusHours(morning, 2)}`],
      [],
    ]);
    await flow.pass({ hours: 2 });
    expect([await flow.outcome(), await flow.questions()]).toEqual([undefined, ["said-gone"]]);
  });
});

describe("nothing is asked twice for one cause", () => {
  test("and over a case's whole life of silence each step is asked about once", async () => {
    const flow = await aChecked();
    await flow.pass({ hours: 24 * 9 });
    const all = await whys(flow);
    const { checks } = await flow.theCase();
    // Before a person is asked at the end of the escalation path, and before its first slow reminder.
    const each = ["before-reminder", "before-a-person", "before-a-person"];
    expect([all, new Set(checks?.causes).size]).toEqual([each, all.length]);
  });

  test("a reporter of a hundred reports is asked once, by those that stand", async () => {
    const flow = await aChecked();
    await flow.report(nativeMessage({ reportId: "r-2" }));
    await flow.report(nativeMessage({ reportId: "r-3" }));
    await flow.says("withdrawn", { reportId: "r-1" });
    await flow.pass({ hours: 22 });
    const wanted = (await newsIn(flow)).filter(({ happened }) => happened === "check-wanted");
    expect(wanted.map(({ reportId, alsoReportIds }) => [reportId, alsoReportIds])).toEqual([["r-2", ["r-3"]]]);
  });
});

describe("what a desk removed", () => {
  const removed = async (what: Record<string, unknown> = {}) => {
    const flow = await aChecked(what);
    await flow.deskReplies("removed", true);
    await flow.says("gone");
    await flow.pass({ minutes: 1 });
    return flow;
  };
  const day = async (flow: Flow) => (await whys(flow)).filter((why) => why === "after-removal").length;

  test("is asked about after a day, three and a week, and stays closed in silence", async () => {
    const flow = await removed();
    await flow.pass({ hours: 25 });
    expect([await day(flow), await flow.outcome()]).toEqual([1, "removed"]);
    await flow.pass({ hours: 24 * 7 });
    expect([await day(flow), await flow.outcome(), flow.mails.length]).toEqual([3, "removed", 1]);
    await flow.pass({ hours: 24 * 3 });
    expect([await day(flow), flow.news]).toEqual([3, []]);
  });

  test("and is back is opened again by whoever looks, and its desk hears so without a person", async () => {
    const flow = await removed();
    await flow.pass({ hours: 25 });
    await flow.says("still-up");
    expect([await flow.outcome(), await flow.questions(), flow.mails.length]).toEqual([undefined, [], 2]);
  });
});

describe("the only 'gone' that is outlived in its minute", () => {
  const hotline = { reporter: "hotline", reportId: "r-1" };
  const cert = { reporter: "cert", reportId: "c-1" };
  const whyAsked = async (flow: Flow) =>
    (await flow.store.history((await flow.theCase()).id)).flatMap(({ events }) =>
      events.flatMap((event) => (event.type === "asked" && event.question === "said-gone" ? [event.reason] : [])),
    );

  test("by its own reporter's withdrawal asks nobody either", async () => {
    const flow = await aChecked({}, "hotline", "cert");
    await flow.report(nativeMessage(cert));
    await flow.pass({ hours: 23.5 });
    await flow.says("gone", hotline);
    flow.clockTo(plusMinutes(flow.now(), 0.5));
    await flow.says("withdrawn", hotline);
    await flow.pass({ hours: 2 });
    expect([await flow.outcome(), await whyAsked(flow)]).toEqual([undefined, []]);
  });

  test.each([
    ["a checker", ["hotline", "cert"]],
    ["none", []],
  ])("of whoever had taken the report back before, and has %s, a person is asked, by its name", async (_, ids) => {
    const flow = await aReportedFlow({ settings: withCheckers(...ids) });
    await flow.report(nativeMessage(cert));
    await flow.says("withdrawn", hotline);
    await flow.pass({ hours: 23.5 });
    await flow.says("gone", hotline);
    await flow.pass({ hours: 3 });
    expect(await whyAsked(flow)).toEqual(["hotline says that it is gone; cert has not said so."]);
  });
});
