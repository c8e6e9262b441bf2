import fc from "fast-check";
import { expect, it } from "vitest";
import { pacedBy, paceOf, restMs, takeTurn, unasked } from "../../functions/contact/registry-pace.ts";
import { registryPaceContract } from "../contracts/registry-pace.ts";
import { memoryRegistryPace } from "../support/memory-registry-pace.ts";

registryPaceContract("the double", memoryRegistryPace);

it.each([
  ["rdap.lacnic.net", 10, 60_000],
  ["whois.lacnic.net", 10, 60_000],
  ["whois.registro.br", 10, 60_000],
  ["whois.tcinet.ru", 12, 60_000],
  ["rdap.afrinic.net", 5000, 86_400_000],
  ["rdap.arin.net", 120, 60_000],
])("lets %s never hear more than %i questions in any %i ms, whatever the lanes want", (server, perWindow, windowMs) => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: Math.ceil(windowMs / 3) }),
          fc.boolean(),
          fc.integer({ min: 1, max: perWindow }),
        ),
        { maxLength: 30 },
      ),
      (steps) => {
        let [now, state] = [1_000_000, unasked];
        const asked: number[] = [];
        for (const [afterMs, isUrgent, wanted] of steps) {
          now += afterMs;
          for (let at = 0; at < wanted; at++) {
            const turn = takeTurn(state, paceOf(server), isUrgent ? "urgent" : "standard", now);
            if (turn.kind === "wait") break;
            state = turn.after;
            asked.push(now);
          }
        }
        const inWindow = (from: number) => asked.filter((at) => at >= from && at < from + windowMs).length;
        for (const from of new Set(asked)) expect(inWindow(from)).toBeLessThanOrEqual(perWindow);
      },
    ),
    { seed: 20261124, numRuns: 60 },
  );
});

it("leaves a part of itself to the urgent lane when the standard lane has used up its own", async () => {
  const store = memoryRegistryPace();
  const [standard, urgent] = [pacedBy(store, "standard", () => 1000), pacedBy(store, "urgent", () => 1000)];
  const taken = async (turns: typeof standard) => {
    for (let count = 0; ; count++) if (await turns.take("rdap.lacnic.net")) return count;
  };
  expect(await taken(standard)).toBe(3);
  expect(await taken(urgent)).toBe(2);
  expect(await standard.take("rdap.lacnic.net")).toEqual({
    detail: "Not asked now: our own budget for it is used up.",
    retryAfterMs: 36_000,
  });
  expect(await urgent.take("rdap.arin.net")).toBeUndefined();
});

it("counts what RIPE counts, and leaves the rest uncounted by that", () => {
  expect(paceOf("rdap.db.ripe.net", true)).toMatchObject({ key: "rdap.db.ripe.net entity", burst: 500 });
  expect(paceOf("rdap.db.ripe.net").burst).toBe(60);
});

it("leaves a server alone for as long as it asked, in both lanes and every function, and no other", async () => {
  const store = memoryRegistryPace();
  let now = 0;
  const here = pacedBy(store, "standard", () => now);
  const elsewhere = pacedBy(store, "urgent", () => now);
  await here.rest("rdap.arin.net", 5000);
  now = 4999;
  expect(await elsewhere.take("rdap.arin.net")).toEqual({
    detail: "Left alone for a while: it said that it was asked too often.",
    retryAfterMs: 1,
  });
  expect(await elsewhere.take("rdap.apnic.net")).toBeUndefined();
  now = 5000;
  expect(await elsewhere.take("rdap.arin.net")).toBeUndefined();
  // A shorter rest does not cut a longer one.
  await here.rest("rdap.arin.net", 10_000);
  await elsewhere.rest("rdap.arin.net", 1000);
  now = 14_000;
  expect(await here.take("rdap.arin.net")).toMatchObject({ retryAfterMs: 1000 });
});

it("rests five minutes where no time was named, and an hour at most", () => {
  expect([restMs(undefined), restMs(0), restMs(86_400_000)]).toEqual([300_000, 0, 3_600_000]);
});

it("takes a race that it cannot win for a budget that is used up", async () => {
  const turns = pacedBy(
    { read: () => Promise.resolve(unasked), write: () => Promise.resolve(false) },
    "urgent",
    () => 0,
  );
  expect(await turns.take("rdap.arin.net")).toMatchObject({
    detail: "Not asked now: our own budget for it is used up.",
  });
});
