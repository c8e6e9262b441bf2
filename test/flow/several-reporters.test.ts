import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/* Several reporters reported one page. None of them ends it for the others by one word. */

const urgent = { category: "csam", evidence: { explanation: "x", detectedBy: "manual-review" } };
const standard = { category: "phishing" };
const hotline = { reporter: "hotline", reportId: "h-1" };
const cert = { reporter: "cert", reportId: "c-1" };

const reportedByBoth = async (what: Record<string, unknown> = urgent) => {
  const flow = await aReportedFlow({ report: { ...hotline, ...what } });
  await flow.report(nativeMessage({ ...cert, ...what }));
  await flow.pass({ minutes: 1 });
  return flow;
};
type Flow = Awaited<ReturnType<typeof reportedByBoth>>;
const questions = async (flow: Flow) =>
  (await flow.theCase()).reviews.map(({ question, blocking, reason }) => [question, blocking, reason]);
const askedWhetherGone = async (flow: Flow) => {
  const { id } = await flow.theCase();
  const history = await flow.store.history(id);
  const news = newsIn(id, history);
  return news.flatMap((one) => (one.happened === "needs-you" && one.asks === "is-it-gone" ? [one.reporter] : []));
};

describe.each([
  ["urgent", urgent],
  ["standard", standard],
])("'gone' by one of several reporters of a case in the %s lane", (_, what) => {
  test("closes nothing: a person and the other reporters are asked, and notices go on", async () => {
    const flow = await reportedByBoth(what);
    await flow.says("gone", cert);
    expect([(await flow.theCase()).closed, await questions(flow)]).toEqual([
      undefined,
      [["said-gone", false, "cert says that it is gone; hotline has not said so."]],
    ]);
    expect(await askedWhetherGone(flow)).toEqual(["hotline"]);
    await flow.pass({ hours: 25 });
    expect(flow.mails.length).toBeGreaterThan(1);
  });

  test("closes it once all say so", async () => {
    const flow = await reportedByBoth(what);
    await flow.says("gone", cert);
    await flow.says("gone", hotline);
    expect(await flow.outcome()).toBe("gone");
  });
});

test("who took their report back is not waited for, whether before the word or after", async () => {
  const before = await reportedByBoth();
  await before.says("withdrawn", hotline);
  await before.says("gone", cert);
  const after = await reportedByBoth();
  await after.says("gone", cert);
  await after.says("withdrawn", hotline);
  expect([await before.outcome(), await after.outcome()]).toEqual(["gone", "gone"]);
});

test("the question ends when somebody saw it since", async () => {
  const flow = await reportedByBoth();
  await flow.says("gone", cert);
  await flow.pass({ minutes: 5 });
  await flow.report(nativeMessage({ ...hotline, reportId: "h-2", ...urgent, seenAt: plusMinutes(flow.now(), -1) }));
  expect(await questions(flow)).toEqual([]);
});

describe("a reporter for whom the settings say who may speak", () => {
  const bound = () => {
    const flow = aFlow({
      reporters: [
        {
          id: "hotline",
          organisation: "Example Hotline",
          contact: "desk@hotline.example",
          trustedFlagger: [],
          people: [],
          liveIn: [],
          reportsAMinute: 300,
          senders: ["AROAHOTLINE000000", "123456789012"],
        },
      ],
    });
    return {
      ...flow,
      by: (sender: string | undefined, text: string) => flow.report(text, sender === undefined ? {} : { sender }),
    };
  };

  test.each(["AROASTRANGER00000", undefined])(
    "is not spoken for by %s: nothing is done, and a person sees all of it as one question",
    async (sender) => {
      const flow = bound();
      await flow.by("AROAHOTLINE000000", nativeMessage({ ...hotline, ...urgent }));
      const before = await flow.store.read((await flow.store.caseOfReport("hotline/h-1")) ?? "");
      for (const status of ["gone", "withdrawn", "hold"])
        await flow.by(sender, statusMessage(status, flow.now(), hotline));
      await flow.by(
        sender,
        nativeMessage({ ...hotline, reportId: "h-2", ...urgent, target: { url: "https://victim.bad.example/" } }),
      );
      expect(await flow.store.read(before?.id ?? "")).toEqual(before);
      const asked = (await flow.store.inReview(10)).items;
      expect([
        asked.map((state) => state.kind === "entry" && [state.field, state.messages]),
        flow.mails.length,
      ]).toEqual([[["(sender)", 4]], 1]);
    },
  );

  test("is heard when it sends itself what a stranger had sent in its name", async () => {
    const flow = bound();
    const text = nativeMessage({ ...hotline, ...urgent });
    await flow.by("AROASTRANGER00000", text);
    await flow.by("AROAHOTLINE000000", text);
    expect(flow.mails).toHaveLength(1);
  });
});
