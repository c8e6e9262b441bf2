import { expect, test } from "vitest";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";

const turn = () => Promise.resolve();

test("under one key each begins when the one before has ended, in the order in which they were asked", async () => {
  const said: string[] = [];
  const alone = oneAtATime();
  const asked = ["a", "b", "c"].map((name) =>
    alone("here", async () => {
      said.push(`${name} begins`);
      await turn();
      said.push(`${name} ends`);
      return name;
    }),
  );
  expect(await Promise.all(asked)).toEqual(["a", "b", "c"]);
  expect(said).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("another key does not wait", async () => {
  const alone = oneAtATime();
  const never = alone("here", () => new Promise<never>(() => {}));
  expect(await Promise.race([never, alone("there", async () => "done")])).toBe("done");
});

test("one that throws stops nobody behind it", async () => {
  const alone = oneAtATime();
  const outcomes = await Promise.allSettled([
    alone("here", () => Promise.reject(new Error("no"))),
    alone("here", async () => "done"),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
