import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { gather } from "../../functions/review/for-all.ts";
import { membersAtMost } from "../../functions/send/mail/waiting.ts";
import { DamagedCase } from "../../functions/store/damaged-case.ts";
import { aBatch, Died, idOf, pageReport } from "../support/a-batch.ts";
import { morning } from "../support/a-case.ts";
import { copiedBrand, statusMessage } from "../support/a-flow.ts";
import { aTableStore } from "../support/a-table-server.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";

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

test("a mail's length of cases whose host can't be looked up keeps none behind them from being told", async () => {
  const { flow, times } = await aBatch(0);
  const ids = Array.from({ length: membersAtMost + 1 }, (_, at) => at + 1).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const [last = 0] = ids.slice(-1);
  await flow.leap("2026-11-24T20:00:00.000Z");
  for (const number of ids)
    await flow.report(
      pageReport(number, {
        ...copiedBrand,
        target: { url: `https://${number === last ? "a" : "silent"}.bad.example/page-${number}` },
      }),
    );
  await flow.run();
  flow.contacts(({ target }) => {
    if (target.host.startsWith("silent")) throw new Error("its name servers do not answer");
    return {};
  });
  for (let at = "2026-11-25T06:45:00.000Z"; at < "2026-11-25T07:35:00.000Z"; at = plusMinutes(at, 5)) {
    await flow.leap(at).catch(() => undefined);
    while (flow.hints.length > 0) await flow.runOne().catch(() => undefined);
  }
  expect([times(last), flow.mails.length]).toEqual([1, 1]);
});

describe("one case that was damaged", () => {
  /** As many as are told in two portions, with a store in which one can't be opened from some moment on. */
  const aDamagedBatch = async (reports: number) => {
    const store = memoryCaseStore();
    let damaged = "";
    const read: typeof store.read = async (id) => {
      if (id === damaged) throw new DamagedCase(id);
      return store.read(id);
    };
    const batch = await aBatch(reports, {}, { ...store, read });
    const othersDo = async <T>(says: (state: Case) => T): Promise<ReadonlySet<T>> =>
      new Set((await Promise.all(batch.all.filter((n) => idOf(n) !== damaged).map(batch.caseOf))).map(says));
    return {
      ...batch,
      othersDo,
      isDamaged: (id: string) => {
        damaged = id;
      },
    };
  };

  test("keeps nobody who waits with it from being told, and rings when it is due itself", async () => {
    const { flow, isDamaged, othersDo } = await aDamagedBatch(4);
    isDamaged(idOf(2));
    await flow.pass({ minutes: 20 });
    expect([flow.mails.length, await othersDo(({ notices }) => notices[0]?.state)]).toEqual([1, new Set(["sent"])]);
    await expect(flow.pass({ minutes: 30 })).rejects.toThrow("1 case could not be followed up");
  });

  test("keeps no other member of its mail from what SES tells of it, and comes back", async () => {
    const { flow, mailOf, isDamaged, tells, othersDo } = await aDamagedBatch(22);
    await flow.pass({ minutes: 20 });
    const [first] = (await mailOf(1)).members;
    isDamaged(first?.caseId ?? "");
    await expect(tells("Bounce")).rejects.toThrow(DamagedCase);
    expect(await othersDo(({ notices }) => notices[0]?.state)).toEqual(new Set(["bounced"]));
  });

  test("keeps no other member of its mail from what its desk answers, and comes back", async () => {
    const { flow, mailOf, isDamaged, writes, othersDo } = await aDamagedBatch(22);
    await flow.pass({ minutes: 20 });
    const { id, members } = await mailOf(1);
    isDamaged(members[0]?.caseId ?? "");
    await expect(writes(id, "removed", "We took it down.")).rejects.toThrow(DamagedCase);
    expect(await othersDo(({ notices }) => notices[0]?.answer === undefined)).toEqual(new Set([false]));
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
