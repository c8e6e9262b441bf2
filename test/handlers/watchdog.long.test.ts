import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { make } from "../../functions/handlers/watchdog.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import type { Log } from "../../functions/kernel/log.ts";
import { morning } from "../support/a-case.ts";
import { aStand } from "../support/a-stand.ts";

/* The sweep is not run here unless a test says so: it is dead, and somebody has to notice. */

let house: Awaited<ReturnType<typeof aStand>>;
let watch: ReturnType<typeof make>;
beforeEach(async () => {
  house = await aStand();
  watch = make({ ...house.stand.variables, CONSOLE_URL: "https://console.example" }, house.clock, house.stand.log);
});
afterEach(() => house.close());

const looked = () =>
  house.said.filter(({ code }) => code === "watchdog.looked").map(({ fields }) => fields.lateSeconds);
/** A case whose hint was lost; it is due five minutes later, and only the sweep finds it again. */
const aLostHint = async () => {
  expect(await house.batch("report-standard", [house.report("r-1")])).toEqual({ batchItemFailures: [] });
  return { caseId: house.caseIdOf("r-1"), dueAt: plusMinutes(morning, 5) };
};

const counted = () =>
  house.said
    .filter(({ code }) => code === "watchdog.counted" || code === "watchdog.unknown")
    .map(({ fields }) => fields);

describe("what the watchdog counts", () => {
  test("is said of both lanes also where nothing waits, so that silence means that it is dead", async () => {
    await watch();
    expect(counted()).toEqual([
      { lane: "urgent", count: 0, waitsSeconds: 0 },
      { lane: "standard", count: 0, waitsSeconds: 0 },
      { count: 0 },
    ]);
  });

  test("is what waits for a person and since when, by lane", async () => {
    await house.batch("report-urgent", ["no report"]);
    house.pass(7);
    await house.batch("report-standard", ["none either"]);
    house.pass(3);
    await watch();
    expect(counted()).toEqual([
      { lane: "urgent", count: 1, waitsSeconds: 600 },
      { lane: "standard", count: 1, waitsSeconds: 180 },
      { count: 0 },
    ]);
  });

  test("does not keep it from looking, and from telling, when it can't be counted", async () => {
    await aLostHint();
    house.pass(12);
    const info: Log["info"] = (code, fields) => {
      if (code === "watchdog.counted") throw new RangeError("it can't be counted");
      house.stand.log.info(code, fields);
    };
    const halfBlind = make(house.stand.variables, house.clock, { ...house.stand.log, info });
    await expect(halfBlind()).rejects.toThrow("The watchdog could not look; the log line before this one says where.");
    expect([looked(), house.told.length]).toEqual([[420], 1]);
    expect(house.said.at(-1)).toMatchObject({
      code: "unforeseen",
      fields: { error: expect.stringContaining("RangeError") },
    });
  });
});

describe("what is received", () => {
  const codes = () =>
    house.said.map(({ code }) => code).filter((code) => code === "watchdog.replies" || code === "watchdog.rule-set");
  const receiving = { RECEIVES_IN: "eu-central-1", RECEIPT_RULE_SET: "takedown-test", RECEIPT_RULE: "takedown-test" };

  test("is looked at in each tenth minute, where the stage receives mail", async () => {
    const watchAll = make({ ...house.stand.variables, ...receiving }, house.clock, house.stand.log);
    house.pass(7);
    await watchAll();
    expect(codes()).toEqual([]);
    house.pass(3);
    await watchAll();
    expect(codes().sort()).toEqual(["watchdog.replies", "watchdog.rule-set"]);
  });

  test("is not looked at where it does not", async () => {
    await watch();
    expect(codes()).toEqual([]);
  });
});

describe("the watchdog", () => {
  test("says that nothing is late while there is no case, and while no case is due", async () => {
    expect(await watch()).toEqual({ lateSeconds: 0 });
    await aLostHint();
    house.pass(4);
    expect(await watch()).toEqual({ lateSeconds: 0 });
    expect([looked(), house.told]).toEqual([[0, 0], []]);
  });

  test("gives the sweep five minutes", async () => {
    await aLostHint();
    house.pass(10);
    expect(await watch()).toEqual({ lateSeconds: 300 });
    expect(house.told).toEqual([]);
  });

  test("tells on-call which case is late and what that means when the sweep has stopped", async () => {
    const { caseId, dueAt } = await aLostHint();
    house.pass(12);
    expect(await watch()).toEqual({ lateSeconds: 420 });
    expect(house.told.map((text) => text.split("\n"))).toEqual([
      [
        `The oldest case that is due, ${caseId}, should have been looked at by ${dueAt}.`,
        "The sweep looks each minute: it has stopped, or it can't read this case, or more is due than it gets done.",
        "While this lasts nothing unanswered is reminded or escalated, " +
          "and you are not told of new questions. Nothing is lost.",
        "",
        "What to do: infra/guides/runbook/sweep-late.md",
        "You are told again each hour until it is over.",
        `The case: https://console.example/cases/${caseId}`,
      ],
    ]);
  });

  test("tells again each hour while it lasts, also after a new start, and is silent when it is over", async () => {
    await aLostHint();
    const toldAfter: number[] = [];
    for (let minutes = 5; minutes <= 130; minutes += 5) {
      house.pass(5);
      const before = house.told.length;
      await make(house.stand.variables, house.clock, house.stand.log)();
      if (house.told.length > before) toldAfter.push(minutes);
    }
    // Looked at each five minutes: late by ten at the third look, told then and an hour later, and
    // two hours later not yet.
    expect(toldAfter).toEqual([15, 75]);
    expect(new Set(house.told).size).toBe(1);
    await house.sweep();
    house.pass(1);
    expect(await watch()).toEqual({ lateSeconds: 0 });
    expect(house.told).toHaveLength(2);
  });

  test("is silent while the sweep runs, though cases come and are due all the time", async () => {
    await aLostHint();
    for (let minute = 0; minute < 60; minute += 5) {
      house.pass(5);
      await house.sweep();
      expect(await watch()).toEqual({ lateSeconds: 0 });
    }
    expect(house.told).toEqual([]);
  });

  test("fails by name when the table can't be read, which its alarm counts", async () => {
    const blind = make({ ...house.stand.variables, TABLE_NAME: "no-such-table" }, house.clock, house.stand.log);
    await expect(blind()).rejects.toThrow("The watchdog could not look; the log line before this one says where.");
    expect(house.said.at(-1)).toMatchObject({
      code: "unforeseen",
      fields: { error: expect.stringContaining("ResourceNotFoundException") },
    });
  });

  test.each(["TABLE_NAME", "ON_CALL_TOPIC_ARN"])("does not start without %s", (name) => {
    expect(() => make({ ...house.stand.variables, [name]: undefined })).toThrow(
      `This function's environment is incomplete: ${name} is missing.`,
    );
  });
});
