import { describe, expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { gather } from "../../functions/review/for-all.ts";
import { membersAtMost } from "../../functions/send/mail/waiting.ts";
import { aBatch, Died } from "../support/a-batch.ts";
import { morning } from "../support/a-case.ts";
import { statusMessage } from "../support/a-flow.ts";
import { aTableStore } from "../support/a-table-server.ts";

/*
 * A mail about several cases, struck at each of the sender's awaits: by a death, and by what stops one of
 * its cases. Afterwards SES tells of the mail, or nothing does, and an hour passes.
 */
const members = 4;
const pages = Array.from({ length: members }, (_, n) => n + 1);

/** Plays the batch with something at one of its awaits, until there is no such await. */
const atEach = async (play: (at: number) => Promise<boolean>): Promise<number> => {
  let at = 0;
  while (await play(at)) at++;
  return at;
};

test.each([
  ["before", "and SES tells of the mail", true],
  ["after", "and SES tells of the mail", true],
  ["before", "and nothing tells of it", false],
  ["after", "and nothing tells of it", false],
] as const)(
  "a death at each await of a batch: %s its effect, %s: no case is told twice, none is lost, one question at most",
  async (when, _, heals) => {
    let questions = 0;
    const awaits = await atEach(async (at) => {
      const { flow, caseOf, strikes, times, tells } = await aBatch();
      let calls = 0;
      const hasDied = () => calls > at;
      await flow.pass({ minutes: 14 });
      strikes(async () => {
        const isHere = calls++ === at;
        if (isHere && when === "before") throw new Died();
        return isHere
          ? () => {
              throw new Died();
            }
          : undefined;
      });
      // The sweep says of what died in it only that it could not be followed up.
      await flow.pass({ minutes: 4 }).catch(() => undefined);
      strikes(async () => undefined);
      if (heals) await tells("Delivery");
      await flow.pass({ minutes: 90 });
      const states = await Promise.all(pages.map(caseOf));
      for (const [n, state] of states.entries()) {
        const sent = times(n + 1);
        const isAsked = state.reviews.some(({ question }) => question === "unknown-send");
        expect([at, sent <= 1, sent === 1 || isAsked], `await ${at}, page ${n + 1}`).toEqual([at, true, true]);
        if (heals && sent === 1) expect(isAsked, `await ${at}: SES told of page ${n + 1}`).toBe(false);
      }
      const groups = gather(states);
      expect(groups.length, `await ${at}`).toBeLessThanOrEqual(1);
      questions += groups.length;
      return hasDied();
    });
    expect([awaits > 20, questions]).toEqual([true, expect.any(Number)]);
  },
);

describe("what stops a case at each await of a batch", () => {
  test.each([
    ["a hold", "hold"],
    ["a withdrawal", "withdrawn"],
  ] as const)("%s before SES is asked keeps it out of the mail, and the others go", async (_, status) => {
    await atEach(async (at) => {
      const { flow, strikes, times } = await aBatch();
      let calls = 0;
      let isAsked = false;
      let cameBefore: boolean | undefined;
      let isClaimed = false;
      await flow.pass({ minutes: 14 });
      strikes(async (port) => {
        if (cameBefore === undefined && calls++ === at) {
          cameBefore = !isAsked && !isClaimed;
          await flow.takeIn(statusMessage(status, flow.now(), { reportId: "r-2" }));
        }
        if (port === "SES") isAsked = true;
        return port === "commit" && cameBefore === undefined
          ? () => {
              isClaimed = true;
            }
          : undefined;
      });
      await flow.pass({ minutes: 10 });
      strikes(async () => undefined);
      await flow.pass({ minutes: 10 });
      expect([at, times(1), times(3), times(4)]).toEqual([at, 1, 1, 1]);
      if (cameBefore) expect([at, times(2)]).toEqual([at, 0]);
      return cameBefore !== undefined;
    });
  });
});

describe("evidence that is cut off after some of the members", () => {
  test("is taken in by all when it comes again, and asks nothing twice", async () => {
    const { flow, caseOf, strikes, tells } = await aBatch();
    await flow.pass({ minutes: 20 });
    let commits = 0;
    strikes(async (port) => {
      if (port === "commit" && ++commits > 2) throw new Died();
      return undefined;
    });
    await expect(tells("Delivery")).rejects.toThrow(Died);
    strikes(async () => undefined);
    await tells("Delivery");
    const versions = async () => Promise.all(pages.map(async (number) => (await caseOf(number)).version));
    const before = await versions();
    expect((await Promise.all(pages.map(caseOf))).map(({ notices }) => notices[0]?.state)).toEqual(
      pages.map(() => "delivered"),
    );
    await tells("Delivery");
    expect(await versions()).toEqual(before);
  });

  test("whose sender died after SES's answer: the record has the members told", async () => {
    const { flow, caseOf, strikes } = await aBatch();
    await flow.pass({ minutes: 14 });
    let isNoted = false;
    strikes(async (port) => {
      if (isNoted) throw new Died();
      return port === "noteAnswer"
        ? () => {
            isNoted = true;
          }
        : undefined;
    });
    await expect(flow.pass({ minutes: 4 })).rejects.toThrow(Died);
    strikes(async () => undefined);
    expect((await caseOf(1)).notices[0]?.state).toBe("on-wire");
    await flow.pass({ minutes: 25 });
    expect((await Promise.all(pages.map(caseOf))).map(({ notices, reviews }) => [notices[0]?.state, reviews])).toEqual(
      pages.map(() => ["sent", []]),
    );
    expect(flow.mails).toHaveLength(1);
  });
});

describe("SES's answer that the record did not take", () => {
  test("stands in the members all the same, and nobody is asked", async () => {
    const { flow, caseOf, strikes } = await aBatch();
    await flow.pass({ minutes: 14 });
    strikes(async (port) => {
      // As where the claims of other workers keep the record locked.
      if (port === "noteAnswer") throw new Died();
      return undefined;
    });
    await expect(flow.pass({ minutes: 4 })).rejects.toThrow(Died);
    strikes(async () => undefined);
    await flow.pass({ minutes: 60 });
    expect((await Promise.all(pages.map(caseOf))).map(({ notices, reviews }) => [notices[0]?.state, reviews])).toEqual(
      pages.map(() => ["sent", []]),
    );
    expect(flow.mails).toHaveLength(1);
  });

  test("in time stands in members of which a person is asked already", async () => {
    const { flow, caseOf, strikes } = await aBatch();
    await flow.pass({ minutes: 14 });
    strikes(async (port) => {
      // The sender is that slow: meanwhile nothing tells its members of the mail.
      if (port === "noteAnswer") {
        strikes(async () => undefined);
        await flow.pass({ minutes: 30 });
        expect((await caseOf(1)).notices[0]?.state).toBe("unknown");
      }
      return undefined;
    });
    await flow.pass({ minutes: 4 });
    expect((await Promise.all(pages.map(caseOf))).map(({ notices, reviews }) => [notices[0]?.state, reviews])).toEqual(
      pages.map(() => ["sent", []]),
    );
    expect(flow.mails).toHaveLength(1);
  });
});

test("a complaint about a mail stops its desk, is counted once, and each case goes on", async () => {
  const { flow, tells, caseOf } = await aBatch();
  await flow.pass({ minutes: 20 });
  await tells("Complaint");
  expect((await caseOf(3)).notices[0]?.state).toBe("complained");
  expect(await flow.store.isStopped("abuse@network.example")).toBe(true);
  expect((await flow.store.counts("days", "2026-11")).get("24")).toMatchObject({ sent: 1, complained: 1 });
});

const aStore = aTableStore();
test("on the table: more than one mail holds go in as many as it takes, each claimed by one transaction", async () => {
  const reports = membersAtMost + 2;
  const { flow, caseOf, times } = await aBatch(reports, {}, await aStore());
  for (const minutes of [6, 15, 16, 17, 18, 19]) await flow.leap(plusMinutes(morning, minutes));
  expect(flow.mails).toHaveLength(2);
  for (let number = 1; number <= reports; number++)
    expect([number, times(number), (await caseOf(number)).notices[0]?.state]).toEqual([number, 1, "sent"]);
});
