import { describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

const failing = async (category: string, fails = true) => {
  const flow = aFlow();
  flow.contacts(() => {
    if (fails) throw new Error("the look-up fails");
    return { candidates: [aCandidate()] };
  });
  const tried = async (work: Promise<unknown>) => void (await work.catch(() => undefined));
  // What answers at first goes on hold before its mail goes out.
  if (!fails) flow.beforeTurn(async () => void (await flow.takeIn(statusMessage("hold", flow.now()))));
  const evidence = { explanation: "It is there.", detectedBy: "manual-review" };
  await tried(flow.report(nativeMessage({ category, evidence })));
  return {
    flow,
    hoursPass: async (hours: number) => {
      const until = plusHours(flow.now(), hours);
      while (flow.now() < until) await tried(flow.leap(plusHours(flow.now(), 1)));
    },
    answers: () => {
      fails = false;
    },
    isReleased: async () => {
      fails = true;
      flow.beforeTurn(async () => undefined);
      await tried(flow.takeIn(statusMessage("release", flow.now())));
    },
  };
};

describe.each([
  ["csam", 2],
  ["phishing", 13],
] as const)("a look-up of %s that fails each time", (category, hours) => {
  test(`has a person asked within ${hours} hours, once`, async () => {
    const { flow, hoursPass } = await failing(category);
    await hoursPass(hours);
    expect(await flow.questions()).toEqual(["no-contact"]);
    expect(flow.news.length).toBeGreaterThan(0);
    await hoursPass(24 * 5);
    expect(await flow.questions()).toEqual(["no-contact"]);
  });

  test(`has a person asked within ${hours} hours of a release, where the first has answered`, async () => {
    const { flow, hoursPass, answers, isReleased } = await failing(category, false);
    await hoursPass(48);
    await isReleased();
    await hoursPass(hours - 1);
    expect(await flow.questions()).toEqual([]);
    await hoursPass(2);
    expect(await flow.questions()).toEqual(["no-contact"]);
    answers();
    await hoursPass(3);
    expect(flow.mails).toHaveLength(1);
  });

  test("goes on by itself once it answers", async () => {
    const { flow, hoursPass, answers } = await failing(category);
    await hoursPass(hours);
    answers();
    await hoursPass(3);
    expect(flow.mails).toHaveLength(1);
  });

  test("goes to the mailbox that the person names as soon as the host is known", async () => {
    const { flow, hoursPass, answers } = await failing(category);
    await hoursPass(hours);
    const [review] = (await flow.theCase()).reviews;
    // Recorded, and then the next look-up fails as all did.
    await flow
      .decides({ reviewId: review?.id ?? "", verdict: { decision: "send-to", email: "abuse@named.example" } })
      .catch(() => undefined);
    await hoursPass(2);
    answers();
    await hoursPass(3);
    expect(flow.told()).toContain("abuse@named.example");
  });
});
