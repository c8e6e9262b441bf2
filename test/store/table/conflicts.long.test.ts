import {
  type DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { advance, open } from "../../../functions/case/advance.ts";
import { deskIdOf } from "../../../functions/case/case-id.ts";
import { forgetfulTarget } from "../../../functions/case/forget.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { sweep } from "../../../functions/follow-up/sweep.ts";
import { plusHours, plusMinutes } from "../../../functions/kernel/instant.ts";
import { changeCase } from "../../../functions/store/change-case.ts";
import { changeOf } from "../../../functions/store/change-of.ts";
import { byName } from "../../../functions/store/finds.ts";
import type { Change } from "../../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../../functions/store/table/case-store.ts";
import { restMs, whyNotWritten } from "../../../functions/store/table/conflicts.ts";
import { anOpening, aReport, aSettings, morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";
import { masterKeys } from "../../support/master-keys.ts";

const newTable = aTableServer();
const policies = policyOf(aSettings());
const metadata = { $metadata: {}, message: "refused" };
const conflict = () => new TransactionConflictException(metadata);
const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) });

let hear: () => void = () => {};
// All tables of this file have one client.
afterEach(() => hear());

/**
 * A store whose table refuses the next writes, one refusal each, and rests in no time. `rested` are
 * the rests that it took.
 */
const aStore = async () => {
  const { client, name } = await newTable();
  const refusals: Error[] = [];
  const rested: number[] = [];
  let writes = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (!/^(Update|TransactWrite)/.test(commandName ?? "")) return next(args);
        writes++;
        const refusal = refusals.shift();
        if (refusal) throw refusal;
        return next(args);
      },
    { step: "initialize", name: "refuses" },
  );
  hear = () => void client.middlewareStack.remove("refuses");
  const store = dynamoCaseStore(client as DynamoDBClient, name, masterKeys, {
    rest: async (ms) => void rested.push(ms),
    random: () => 1,
  });
  return {
    store,
    rested,
    refuse: (times: number, refusal: () => Error) => refusals.push(...Array.from({ length: times }, refusal)),
    writesOf: async (does: () => Promise<unknown>) => {
      const before = writes;
      await does();
      return writes - before;
    },
  };
};

const dueAt = plusHours(morning, 1);
const opened = (caseId: string, more: Partial<Change> = {}): Change => ({
  ...changeOf(open({ ...anOpening(), caseId }, policies), morning),
  dueAt,
  ...more,
});
const joined = (before: Change): Change => {
  const { reportKeys: _, targetKey: __, ...rest } = before;
  const { next, events } = advance(
    before.next,
    [{ type: "joined", at: morning, report: aReport({ reportId: "r-9" }) }],
    policies,
    morning,
  );
  return { ...rest, next, events };
};

describe("what the table says is told apart", () => {
  test.each([
    ["a single write in another's transaction", conflict(), "conflict"],
    ["a transaction in another one", cancelled("None", "TransactionConflict"), "conflict"],
    [
      "a transaction whose condition failed, whatever else it met",
      cancelled("TransactionConflict", "ConditionalCheckFailed"),
      "condition",
    ],
    ["a transaction that the table had no room for", cancelled("None", "ThrottlingError"), "throttled"],
    ["a transaction beyond what was provisioned", cancelled("ProvisionedThroughputExceeded"), "throttled"],
    ["a transaction with an item that is too large", cancelled("ValidationError"), "other"],
    ["a fault that is none of these", new Error("reset"), "other"],
  ])("%s", (_, error, why) => {
    expect(whyNotWritten(error)).toBe(why);
  });

  test("its rests are anywhere up to a doubled one, and all of them together about a second and a half at most", () => {
    const longest = (why: "conflict" | "throttled") => [0, 1, 2, 3].map((tries) => restMs(why, tries, 1));
    expect([longest("conflict"), longest("throttled"), restMs("throttled", 3, 0)]).toEqual([
      [20, 40, 80, 160],
      [100, 200, 400, 800],
      0,
    ]);
  });
});

describe("a change that meets another's transaction", () => {
  test("is written when that is over", async () => {
    const { store, refuse, rested } = await aStore();
    refuse(2, () => cancelled("TransactionConflict", "None"));
    expect(await store.commit(opened("TD-A"))).toEqual({ ok: true, value: undefined });
    expect([(await store.read("TD-A"))?.version, rested]).toEqual([1, [20, 40]]);
  });

  test("finds that somebody was first where that goes on, after five tries", async () => {
    const { store, refuse, writesOf } = await aStore();
    refuse(9, () => cancelled("TransactionConflict"));
    expect(
      await writesOf(async () =>
        expect(await store.commit(opened("TD-B"))).toEqual({ ok: false, error: { kind: "somebody-was-first" } }),
      ),
    ).toBe(5);
  });

  test("asks no second time where a condition failed", async () => {
    const { store, refuse, writesOf } = await aStore();
    refuse(1, () => cancelled("ConditionalCheckFailed", "TransactionConflict"));
    expect(await writesOf(() => store.commit(opened("TD-C")))).toBe(1);
  });
});

describe("a change that the table has no room for", () => {
  test("is written when it has", async () => {
    const { store, refuse, rested } = await aStore();
    refuse(3, () => cancelled("None", "ThrottlingError"));
    expect((await store.commit(opened("TD-D"))).ok).toBe(true);
    expect(rested).toEqual([100, 200, 400]);
  });

  test("is thrown after five tries, so that its message goes back to its queue, and is nobody's race", async () => {
    const { store, refuse } = await aStore();
    refuse(5, () => cancelled("ThrottlingError"));
    await expect(store.commit(opened("TD-E"))).rejects.toThrow(TransactionCanceledException);
  });
});

describe("a single write that meets a transaction", () => {
  test("moves a due time on when that is over; where it goes on, the case stays as its writer leaves it", async () => {
    const { store, refuse } = await aStore();
    await store.commit(opened("TD-F"));
    const due = async () => (await store.due(plusHours(morning, 99), 9)).map((one) => one.dueAt);
    refuse(2, conflict);
    await store.postpone("TD-F", 1, plusHours(morning, 5));
    expect(await due()).toEqual([plusHours(morning, 5)]);
    refuse(5, conflict);
    await store.postpone("TD-F", 1, plusHours(morning, 9));
    expect(await due()).toEqual([plusHours(morning, 5)]);
  });

  test("makes a case forget all the same; where that can't be yet, it says so and the case stays due", async () => {
    const { store, refuse } = await aStore();
    const first = opened("TD-G", { finds: [{ slot: "host", text: byName("shop.bad.example") }] });
    await store.commit(first);
    const second = joined(first);
    await store.commit({
      ...second,
      events: [{ type: "forgotten", at: morning }],
      next: forgetfulTarget(second.next, morning),
      dueAt,
    });
    refuse(5, conflict);
    await expect(store.forgetHistory("TD-G", 2)).rejects.toThrow(TransactionConflictException);
    expect((await store.due(plusHours(morning, 99), 9)).map(({ caseId }) => caseId)).toEqual(["TD-G"]);
    refuse(2, conflict);
    await store.forgetHistory("TD-G", 2);
    expect([await store.found(byName("shop.bad.example"), 9), await store.due(plusHours(morning, 99), 9)]).toEqual([
      [],
      [],
    ]);
  });

  test("lets notices go to a desk again; where that can't be yet, it says so, not that nobody complained", async () => {
    const { store, refuse } = await aStore();
    const email = "abuse@network.example";
    await store.commit(opened("TD-H", { complaints: [{ email, caseId: "TD-H", noticeId: "0-first-1", at: morning }] }));
    const word = { at: morning, by: "jane", why: "They take a digest now." };
    refuse(5, conflict);
    await expect(store.allow(deskIdOf(email), word)).rejects.toThrow(TransactionConflictException);
    expect(await store.isStopped(email)).toBe(true);
    refuse(2, conflict);
    expect([await store.allow(deskIdOf(email), word), await store.isStopped(email)]).toEqual([true, false]);
    expect(await store.allow(deskIdOf("nobody@network.example"), word)).toBe(false);
  });
});

/**
 * The table of one machine refuses as DynamoDB does (`infra/local/servers/dynamodb-locks.ts`); here
 * by its own timing.
 */
describe("many at one case at the same moment", () => {
  let client: DynamoDBClient;
  let name: string;
  const said: string[] = [];
  const log = { info: () => {}, error: (code: string) => void said.push(code) };
  const workOf = () => ({
    store: dynamoCaseStore(client, name, masterKeys),
    policyOf: policies,
    clock: { now: () => plusHours(morning, 2) },
    dropHint: async () => {},
  });
  beforeAll(async () => {
    ({ client, name } = await newTable());
    await workOf().store.commit(opened("TD-HOT"));
  });

  test("reports that join while sweeps look at it: all joined, once each, and no sweep fails", async () => {
    const join = async (number: number) => {
      const work = workOf();
      for (;;) {
        const report = aReport({ reportId: `r-${number}` });
        const changed = await changeCase(work, "TD-HOT", () => [{ type: "joined", at: morning, report }], {
          also: () => ({ reportKeys: [`hotline/r-${number}`] }),
        });
        if (changed.ok) return;
      }
    };
    const look = (minutes: number) =>
      sweep({
        ...workOf(),
        clock: { now: () => plusMinutes(plusHours(morning, 2), minutes) },
        log,
        tellOnCall: async () => {},
      });
    const numbers = Array.from({ length: 20 }, (_, at) => at);
    await Promise.all([...numbers.map(join), ...numbers.slice(0, 5).map((minutes) => look(15 * minutes))]);
    const store = workOf().store;
    const lines = await store.history("TD-HOT");
    const joins = lines.flatMap(({ events }) => events).filter(({ type }) => type === "joined");
    expect([joins.length, said]).toEqual([20, []]);
    expect(lines.map(({ version }) => version)).toEqual(lines.map((_, at) => at + 1));
    expect(await Promise.all(numbers.map((number) => store.caseOfReport(`hotline/r-${number}`)))).toEqual(
      numbers.map(() => "TD-HOT"),
    );
  }, 60_000);
});
