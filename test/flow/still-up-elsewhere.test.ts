import { beforeEach, describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { newsIn as newsOfAll } from "../../functions/news/tell-reporters.ts";
import { correctCase } from "../../functions/review/correct.ts";
import { recordVerdict } from "../../functions/review/verdict.ts";
import { aFlow, aReportedFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/*
 * hotline's case was closed as gone, and cert reported the same page later: another case. Whoever says
 * of the first that it is still up stands by the second from then on, as if they had reported it there.
 */

const urgent = { category: "csam", evidence: { explanation: "x", detectedBy: "manual-review" } };
const hotline = { reporter: "hotline", reportId: "h-1" };
const cert = { reporter: "cert", reportId: "c-1" };

const twoCases = async (what: Record<string, unknown> = {}) => {
  const flow = aFlow();
  const { store } = flow;
  await flow.report(nativeMessage({ ...what, ...hotline }));
  const { id: first } = await flow.theCase();
  await flow.says("gone", hotline);
  await flow.pass({ hours: 1 });
  await flow.report(nativeMessage({ ...what, ...cert, seenAt: flow.now() }));
  const second = (await store.caseOfReport("cert/c-1")) ?? "";
  expect(second).not.toBe(first);
  await flow.pass({ minutes: 2 });
  const read = async (id: string): Promise<Case> => {
    const state = await store.read(id);
    if (state?.kind !== "case") throw new Error("the story has this case");
    return state;
  };
  const newsIn = async (id: string) => {
    const history = await store.history(id);
    return newsOfAll(id, history);
  };
  const mailsOf = async (id: string, step: string) => (await read(id)).notices.filter((one) => one.step === step);
  return { ...flow, first, second, read, newsIn, mailsOf };
};
type Flow = Awaited<ReturnType<typeof twoCases>>;

const endOf = async (flow: Flow, id = flow.second) => (await flow.read(id)).closed?.outcome;

describe.each([
  ["standard", {}],
  ["urgent", urgent],
])("'still up' told to the open case of the same page, in the %s lane", (_, what) => {
  let flow: Flow;
  beforeEach(async () => {
    flow = await twoCases(what);
    await flow.says("still-up", hotline);
  });

  test("keeps it open where its own reporter takes it back: no desk hears of a withdrawal", async () => {
    await flow.pass({ minutes: 1 });
    await flow.says("withdrawn", cert);
    await flow.pass({ hours: 2 });
    expect([await endOf(flow), await flow.mailsOf(flow.second, "withdrawal")]).toEqual([undefined, []]);
  });

  test("ends it once both took it back, and its desk hears so", async () => {
    await flow.pass({ minutes: 1 });
    await flow.says("withdrawn", cert);
    await flow.pass({ minutes: 1 });
    await flow.says("withdrawn", hotline);
    const [asked] = (await flow.read(flow.second)).reviews;
    const yes = { by: "on-call", why: "it is right", verdict: { decision: "clear" } } as const;
    await recordVerdict(flow.work, { caseId: flow.second, reviewId: asked?.id ?? "", ...yes });
    await flow.pass({ hours: 2 });
    expect([await endOf(flow), (await flow.mailsOf(flow.second, "withdrawal")).length]).toEqual(["withdrawn", 1]);
  });
});

test("said again after the second case was closed, it opens that one and not the first", async () => {
  const flow = await twoCases();
  await flow.says("still-up", hotline);
  await flow.pass({ minutes: 1 });
  await flow.says("gone", hotline);
  await flow.says("gone", cert);
  expect(await endOf(flow)).toBe("gone");
  await flow.pass({ hours: 1 });
  await flow.says("still-up", hotline);
  expect([await endOf(flow), await endOf(flow, flow.first)]).toEqual([undefined, "gone"]);
});

test("brings no explanation along that a person had put right", async () => {
  const flow = aFlow();
  const wrong = "It copies First Bank.";
  await flow.report(nativeMessage({ ...hotline, evidence: { explanation: wrong } }));
  const { id } = await flow.theCase();
  const right = { by: "jane", why: "The reporter mistook the bank.", explanation: "It copies Second Bank." };
  expect((await correctCase(flow.work, { caseId: id, ...right })).ok).toBe(true);
  await flow.says("gone", hotline);
  await flow.pass({ hours: 1 });
  await flow.report(nativeMessage({ ...cert, seenAt: flow.now(), evidence: { explanation: "A false shop." } }));
  await flow.pass({ minutes: 2 });
  await flow.says("still-up", hotline);
  const second = await flow.store.read((await flow.store.caseOfReport("cert/c-1")) ?? "");
  expect(second).toMatchObject({ reporters: ["cert", "hotline"], evidence: { explanation: "A false shop." } });
});

test("what was taken back later stays so, in whatever order the queue brings the two", async () => {
  for (const order of [
    ["still-up", "withdrawn"],
    ["withdrawn", "still-up"],
  ] as const) {
    const flow = await twoCases();
    const at = { "still-up": flow.now(), withdrawn: plusMinutes(flow.now(), 1) };
    await flow.pass({ minutes: 2 });
    for (const status of order) await flow.report(statusMessage(status, at[status], hotline));
    await flow.says("withdrawn", cert);
    await flow.pass({ hours: 2 });
    expect([order[0], await endOf(flow)]).toEqual([order[0], "withdrawn"]);
  }
});

test("a word that it is gone which was said later, and came first, is not outlived", async () => {
  const flow = await aReportedFlow({ report: hotline });
  const before = flow.now();
  await flow.pass({ minutes: 2 });
  await flow.says("gone", hotline);
  await flow.pass({ hours: 1 });
  await flow.report(nativeMessage({ ...cert, seenAt: flow.now() }));
  await flow.report(statusMessage("still-up", before, hotline));
  const second = await flow.store.read((await flow.store.caseOfReport("cert/c-1")) ?? "");
  expect(second).toMatchObject({ reporters: ["cert"] });
});

test.each([
  ["the same twice", "still-up", { cert: 1, hotline: 1 }, []],
  ["and that it is taken back", "withdrawn", { cert: 1, hotline: 0 }, ["hotline"]],
])("said in one moment, %s, it counts once and never half", async (_, other, standing, withdrawn) => {
  const flow = await twoCases();
  await flow.pass({ minutes: 2 });
  const [at, later] = [flow.now(), plusMinutes(flow.now(), 1)];
  const words = [statusMessage("still-up", at, hotline), statusMessage(other, later, hotline)];
  await Promise.all([...words, ...words.toReversed()].map((text) => flow.takeIn(text)));
  await flow.run();
  const state = await flow.read(flow.second);
  // Where the withdrawal was first, nothing joined.
  const isOut = other === "withdrawn" && !state.reporters.includes("hotline");
  expect([state.standing, state.withdrawn]).toEqual(isOut ? [{ cert: 1 }, []] : [standing, withdrawn]);
});
