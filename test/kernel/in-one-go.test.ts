import { expect, test } from "vitest";
import { inOneGo } from "../../functions/kernel/in-one-go.ts";

/** Does what is asked when it is let to, and keeps what it was asked together. */
const aDoer = () => {
  const asked: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const go = inOneGo(async (key: string, asks: readonly string[]) => {
    asked.push(asks);
    await new Promise<void>((end) => ends.push(end));
    if (asks.includes("throws")) throw new Error("no");
    return asks.map((ask) => `${ask} ${key}`);
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const end = async () => {
    await turn();
    ends.shift()?.();
    await turn();
  };
  return { asked, go, end };
};

test("what is asked while something is under way is done together afterwards, each with its answer", async () => {
  const { asked, go, end } = aDoer();
  const answers = Promise.all(["a", "b", "c"].map((ask) => go("here", ask)));
  await end();
  const late = go("here", "d");
  await end();
  await end();
  expect([await answers, await late]).toEqual([["a here", "b here", "c here"], "d here"]);
  expect(asked.flat().sort()).toEqual(["a", "b", "c", "d"]);
  expect(asked.length).toBeLessThan(4);
});

test("another key does not wait", async () => {
  const { go, end, asked } = aDoer();
  void go("here", "a");
  const there = go("there", "b");
  await end();
  await end();
  expect([await there, asked]).toEqual(["b there", [["a"], ["b"]]]);
});

test("what throws is thrown to all that were done together, and to nobody else", async () => {
  const { go, end } = aDoer();
  const first = Promise.allSettled(["a", "throws"].map((ask) => go("here", ask)));
  await end();
  const behind = go("here", "b");
  await end();
  await end();
  expect((await first).some(({ status }) => status === "rejected")).toBe(true);
  expect(await behind).toBe("b here");
});
