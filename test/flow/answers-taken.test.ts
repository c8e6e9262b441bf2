import { describe, expect, test } from "vitest";
import type { StandingAnswer } from "../../functions/kernel/in-force.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";

const network = aCandidate();
const carrier = aCandidate({ email: "abuse@carrier.example", scope: "upstream" });
const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });

/** A case of the standard lane whose host's desk has its notice, and then writes. */
const answered = async (
  replyClass: Parameters<ReturnType<typeof aFlow>["deskReplies"]>[0],
  text: string,
  proven = true,
) => {
  const flow = await aReportedFlow({ contacts: { candidates: [network, carrier, registrar] } });
  await flow.deskReplies(replyClass, proven, { text });
  return flow;
};
type Flow = Awaited<ReturnType<typeof answered>>;
const asked = async (flow: Flow) =>
  (await flow.theCase()).reviews.map(({ question, toRead }) => (toRead ? `${question} to read` : question));
const tells = async (flow: Flow) => {
  const { id } = await flow.theCase();
  const history = await flow.store.history(id);
  return newsIn(id, history).flatMap((one) => (one.happened === "needs-you" ? one.asks : []));
};

describe("an answer that ends nothing, in the standard lane", () => {
  test("that disputes the fact goes to the reporter, and escalates when they say that it is still up", async () => {
    const flow = await answered("refused", "This is a false positive.");
    expect([flow.told(), await asked(flow), await tells(flow)]).toEqual([[network.email], [], ["is-it-still-there"]]);
    await flow.pass({ hours: 100 });
    expect([flow.told(), await asked(flow)]).toEqual([[network.email], []]);
    await flow.says("still-up");
    expect([flow.told(), await asked(flow)]).toEqual([[network.email, carrier.email], []]);
  });

  test.each([
    ["nothing is found", "not-found", "We looked and see nothing there."],
    ["they refuse for no ground", "refused", "We will not act."],
  ] as const)("that %s goes to the reporter, who is asked once", async (_, replyClass, text) => {
    const flow = await answered(replyClass, text);
    expect([await asked(flow), await tells(flow)]).toEqual([[], ["is-it-still-there"]]);
  });

  test("that the host is another's tells the desk that the registries name by now", async () => {
    const flow = aFlow();
    const right = aCandidate({ email: "abuse@right.example" });
    flow.contacts(() => ({ candidates: [network, carrier] }));
    await flow.report(nativeMessage());
    flow.contacts(() => ({ candidates: [right, carrier] }));
    await flow.deskReplies("not-ours", true, { text: "Not ours." });
    expect([flow.told(), await asked(flow)]).toEqual([[network.email, right.email], []]);
  });

  test("that it was passed on, with the host named, has the named host looked up, and asks nobody", async () => {
    const flow = aFlow();
    const right = aCandidate({ email: "abuse@right.example" });
    flow.contacts(() => ({ candidates: [network, carrier] }));
    await flow.report(nativeMessage());
    flow.contacts(() => ({ candidates: [right, carrier] }));
    await flow.writesBack({ replyClass: "passed-on", from: network.email, namedParty: right.email, confidence: 0.95 });
    expect([flow.told(), await asked(flow)]).toEqual([[network.email, right.email], []]);
  });

  test("not surely read is acted upon by no machine", async () => {
    const flow = await aReportedFlow({ contacts: { candidates: [network, carrier] } });
    await flow.writesBack({ replyClass: "not-ours", from: network.email, confidence: 0.8 });
    expect([flow.told(), await asked(flow)]).toEqual([[network.email], ["reply to read"]]);
  });
});

describe("a desk that wants its form filled in", () => {
  const held = (flow: Flow, spoilt: Partial<StandingAnswer> = {}) =>
    flow.settingsBecome({
      standingAnswers: [
        {
          row: "standing-answer-1",
          question: "form-only",
          desks: [network.email],
          by: ["Ada"],
          why: "nobody fills it in",
          until: plusHours(flow.now(), 24),
          ...spoilt,
        },
      ],
    });
  const answersByForm = async (
    spoilt: Partial<StandingAnswer> | undefined,
    { report = {}, proven = true }: { readonly report?: Record<string, unknown>; readonly proven?: boolean } = {},
  ) => {
    const flow = aFlow();
    if (spoilt) held(flow, spoilt);
    flow.contacts(() => ({ candidates: [network, carrier] }));
    await flow.report(nativeMessage(report));
    await flow.deskReplies("use-our-form", proven, { text: "Please use our form." });
    return flow;
  };

  test("is passed over where a person said so for a while, and the history says whose word it is", async () => {
    const flow = await answersByForm({});
    expect([flow.told(), await asked(flow)]).toEqual([[network.email, carrier.email], []]);
    const history = (await flow.store.history((await flow.theCase()).id)).flatMap(({ events }) => events);
    expect(history.find(({ type }) => type === "answer-taken")).toMatchObject({
      way: "escalates",
      held: { row: "standing-answer-1", by: ["Ada"] },
    });
  });

  test.each<[string, Partial<StandingAnswer>]>([
    ["another desk", { desks: ["abuse@other.example"] }],
    ["silence", { question: "unanswered" }],
    ["a time that is over", { until: "2026-01-01T00:00:00.000Z" }],
  ])("is a person's where what was said is for %s", async (_, spoilt) => {
    expect(await asked(await answersByForm(spoilt))).toEqual(["form-only"]);
  });

  test("is a person's in the urgent lane, and of nobody who is proven, whatever was said", async () => {
    expect(await asked(await answersByForm({}, { report: classifiedAbuse }))).toContain("form-only");
    expect(await asked(await answersByForm({}, { proven: false }))).toEqual(["reply"]);
  });
});
