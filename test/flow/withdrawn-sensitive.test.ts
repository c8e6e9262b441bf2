import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { aCandidate } from "../support/a-case.ts";
import { aReportedFlow } from "../support/a-flow.ts";

/*
 * A withdrawal of child abuse, intimate images or terrorism may be a mistake, or forced from whoever reported it: a
 * person is asked whether the desks that were notified hear of it.
 */

const { email: desk } = aCandidate();
const evidence = { detectedBy: "manual-review", explanation: "It shows what the report says." };
const sensitive = ["csam", "csem", "ncii", "terrorism"] as const;

const notified = async (category: string) => {
  const flow = await aReportedFlow({ report: { category, evidence } });
  return flow;
};
const asked = ({ reviews }: Case) => reviews.map(({ question, blocking }) => `${question} ${blocking}`);

describe.each(sensitive)("%s that its reporter takes back once the host was notified", (category) => {
  test("has a person asked, who hears what happened, and no mail goes out", async () => {
    const flow = await notified(category);
    await flow.says("withdrawn");
    await flow.pass({ minutes: 30 });
    const state = await flow.theCase();
    expect([flow.told(), asked(state), state.closed]).toEqual([[desk], ["withdrawal true"], undefined]);
    expect(state.reviews[0]?.reason).toContain(desk);
    expect(flow.news.flatMap(({ cases }) => cases.map(({ question, lane }) => `${lane} ${question}`))).toContain(
      "urgent withdrawal",
    );
  });

  test("is closed as withdrawn without a mail where a person says no, and stays so", async () => {
    const flow = await notified(category);
    await flow.says("withdrawn");
    await flow.decides({ verdict: { decision: "pass-over" } });
    await flow.pass({ hours: 1 });
    await flow.says("withdrawn");
    await flow.pass({ hours: 24 });
    const state = await flow.theCase();
    expect([flow.told(), state.closed?.outcome, asked(state)]).toEqual([[desk], "withdrawn", []]);
  });
});

describe("the question whether a withdrawal goes out", () => {
  test("is asked again where the report is taken back again", async () => {
    const flow = await notified("ncii");
    await flow.says("withdrawn");
    await flow.pass({ minutes: 5 });
    await flow.says("still-up");
    await flow.pass({ minutes: 5 });
    await flow.says("withdrawn");
    expect([asked(await flow.theCase()), flow.mails.length]).toEqual([["withdrawal true"], 1]);
  });

  test("is asked of what was closed as removed, too, and its desk's answers move nothing meanwhile", async () => {
    const flow = await notified("terrorism");
    await flow.says("gone");
    await flow.says("withdrawn");
    expect(asked(await flow.theCase())).toEqual(["withdrawal true"]);
    await flow.deskReplies("removed", true);
    expect(asked(await flow.theCase())).toEqual(["withdrawal true"]);
  });

  test("is none of whoever stands for a reporter", async () => {
    const flow = await notified("csam");
    await flow.says("withdrawn");
    const outcome = await flow.gives({ by: "hotline", verdict: { decision: "clear" } });
    expect(outcome).toMatchObject({ ok: false, error: { kind: "not-yours" } });
    expect(flow.mails).toHaveLength(1);
  });

  test("waits for a hold as the withdrawal itself does", async () => {
    const flow = await notified("csam");
    await flow.says("withdrawn");
    await flow.says("hold");
    await flow.decides({ verdict: { decision: "clear" } });
    expect([flow.mails.length, asked(await flow.theCase())]).toEqual([1, ["held true"]]);
    await flow.pass({ minutes: 5 });
    await flow.says("release");
    await flow.pass({ minutes: 5 });
    expect([flow.mails.length, await flow.outcome()]).toEqual([2, "withdrawn"]);
  });
});
