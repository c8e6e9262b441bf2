import { describe, expect, test } from "vitest";
import { plusHours } from "../../functions/kernel/instant.ts";
import { aCandidate, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * Somebody reports a thousand pages at once. Their desk gets what people there can read, and none
 * of the pages is left out.
 */

const aFlood = (given: Parameters<typeof aFlow>[0] = {}) =>
  aFlow({
    digests: true,
    reporters: aSettings().reporters.map((reporter) => ({ ...reporter, reportsAMinute: 100_000 })),
    ...given,
  });
type Flow = ReturnType<typeof aFlood>;
const bring = async (flow: Flow, count: number, what: Record<string, unknown>, from = 0) => {
  for (let n = from; n < from + count; n++)
    await flow.takeIn(
      nativeMessage({
        reportId: `r-${n}`,
        target: { url: `https://h${n}.bad.example/` },
        evidence: { explanation: "x", detectedBy: "manual-review" },
        ...what,
      }),
    );
  await flow.run();
};
const sentOf = async (flow: Flow) => {
  const states = (await flow.store.openedOn("2026-11-24", 5_000)).items;
  return states.flatMap((state) =>
    state.kind === "case" ? state.notices.map((notice) => `${notice.step} ${notice.state}`) : [],
  );
};
const child = { category: "csam" };

describe("a flood of urgent cases at one desk", () => {
  test("is four mails, then each ten minutes as few as hold 48 cases each; none waits for a person", async () => {
    const flow = aFlood();
    await bring(flow, 300, child);
    expect(flow.mails).toHaveLength(4);
    await flow.pass({ minutes: 13 });
    expect([flow.mails.length, new Set(flow.told()).size]).toEqual([4 + 7, 1]);
    expect(new Set(await sentOf(flow))).toEqual(new Set(["first sent"]));
    await bring(flow, 50, child, 300);
    await flow.pass({ minutes: 13 });
    expect([flow.mails.length, (await sentOf(flow)).length, new Set(await sentOf(flow))]).toEqual([
      4 + 7 + 2,
      350,
      new Set(["first sent"]),
    ]);
    expect((await flow.store.inReview(100)).items).toEqual([]);
  });

  test("lets one that is alone in its ten minutes go by itself at their end", async () => {
    const flow = aFlood();
    await bring(flow, 5, child);
    expect(flow.mails).toHaveLength(4);
    await flow.pass({ minutes: 12 });
    expect([flow.mails.length, new Set(await sentOf(flow))]).toEqual([5, new Set(["first sent"])]);
  });

  test("keeps no other desk waiting", async () => {
    const flow = aFlood();
    flow.contacts(({ target }) => ({
      candidates: [
        aCandidate({ email: target.host === "h299.bad.example" ? "abuse@other.example" : "abuse@network.example" }),
      ],
    }));
    await bring(flow, 300, child);
    expect(flow.told().filter((email) => email === "abuse@other.example")).toHaveLength(1);
  });

  test("is over with the hour", async () => {
    const flow = aFlood();
    await bring(flow, 60, child);
    await flow.pass({ minutes: 71 });
    const before = flow.mails.length;
    await bring(flow, 4, child, 60);
    expect(flow.mails.length - before).toBe(4);
  });

  test("can be stopped up to the wire: a hold takes its case out of the mail that they share", async () => {
    const flow = aFlood();
    await bring(flow, 40, child);
    await flow.says("hold", { reportId: "r-39" });
    await flow.pass({ minutes: 12 });
    const held = await flow.store.read((await flow.store.caseOfReport("hotline/r-39")) ?? "");
    expect(held?.kind === "case" && held.notices.map(({ state }) => state)).toEqual(["queued"]);
    expect(Buffer.from(flow.mails.at(-1)?.mime ?? []).toString("latin1")).not.toContain(held?.id);
  });
});

test("notices of the standard lane to a desk that had so many wait until it may have more, together", async () => {
  const flow = aFlood({ digests: false });
  await bring(flow, 40, { category: "phishing" });
  expect(flow.mails).toHaveLength(4);
  await flow.pass({ minutes: 13 });
  expect([flow.mails.length, new Set(await sentOf(flow))]).toEqual([5, new Set(["first sent"])]);
});

/** Notices to one desk that share no mail, as each is about another category. */
const kinds = ["phishing", "malware", "botnet", "fraud"];

test("what a desk that had ten mails has no room for shares the mails of when there is room", async () => {
  const flow = aFlood();
  const times: string[] = [];
  flow.sesSays(() => {
    times.push(flow.now());
    return { kind: "accepted", sesMessageId: `ses-${times.length}` };
  });
  for (let round = 0; round < 12; round++) {
    for (const [at, category] of kinds.entries()) await bring(flow, 2, { category }, 8 * round + 2 * at);
    await flow.pass({ minutes: 15 });
  }
  await flow.pass({ minutes: 90 });
  const within = times.map((from) => times.filter((at) => from <= at && at < plusHours(from, 1)).length);
  const sent = await sentOf(flow);
  expect([Math.max(...within), sent.length, new Set(sent)]).toEqual([10, 96, new Set(["first sent"])]);
  expect(times.length).toBeLessThan(12 * kinds.length);
});

test("six hundred pages of one host are ten mails in any hour, but for the first of child abuse", async () => {
  for (const [category, mailsInAnHour] of [
    ["csam", 4 + Math.ceil(596 / 48)],
    ["phishing", 10],
  ] as const) {
    const flow = aFlood({ digests: false });
    const times: string[] = [];
    flow.sesSays(() => {
      times.push(flow.now());
      return { kind: "accepted", sesMessageId: `ses-${times.length}` };
    });
    await bring(flow, 600, { category });
    await flow.pass({ minutes: 75 });
    for (let hour = 0; hour < 48; hour++) await flow.leap(plusHours(flow.now(), 1));
    const within = times.map((from) => times.filter((at) => from <= at && at < plusHours(from, 1)).length);
    expect(Math.max(...within)).toBeLessThanOrEqual(mailsInAnHour);
    expect((await sentOf(flow)).filter((sent) => sent === "first sent")).toHaveLength(600);
  }
});

describe("a reporter who marks everything as live", () => {
  const live = { category: "other", live: true, reporter: "cert" };

  test("is believed in the categories that the settings name, and else has it taken in as any other", async () => {
    const believed = aFlood();
    await bring(believed, 1, live);
    const not = aFlood({ reporters: aSettings().reporters.map((reporter) => ({ ...reporter, liveIn: ["fraud"] })) });
    await bring(not, 1, live);
    const [one, other] = [await believed.theCase(), await not.theCase()];
    expect([one.lane, one.live, other.lane, other.live]).toEqual(["urgent", true, "standard", false]);
    expect([believed.mails.length, not.mails.length]).toEqual([1, 0]);
  });

  test("is always believed of child abuse, intimate imagery and terrorism", async () => {
    for (const category of ["csam", "csem", "ncii", "terrorism"]) {
      const flow = aFlood({ reporters: aSettings().reporters.map((reporter) => ({ ...reporter, liveIn: [] })) });
      await bring(flow, 1, { category, live: true });
      expect([category, (await flow.theCase()).live]).toEqual([category, true]);
    }
  });

  test("sends one desk no hundreds of mails, also where it is believed", async () => {
    const flow = aFlood();
    await bring(flow, 300, live);
    await flow.pass({ minutes: 80 });
    expect(flow.mails.length).toBeLessThanOrEqual(33);
    expect((await sentOf(flow)).filter((sent) => sent === "first sent")).toHaveLength(300);
  });
});
