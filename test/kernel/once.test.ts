import { expect, test } from "vitest";
import { once } from "../../functions/kernel/once.ts";

test("what is made once is made when it is first asked for, and not again", () => {
  let made = 0;
  const table = once(() => ({ made: ++made }));
  expect(made).toBe(0);
  expect([table(), table()]).toEqual([{ made: 1 }, { made: 1 }]);
});

test("what could not be made is made anew when it is asked for again", () => {
  let tries = 0;
  const table = once(() => {
    if (++tries === 1) throw new Error("not yet");
    return { tries };
  });
  expect(table).toThrow("not yet");
  expect(table()).toEqual({ tries: 2 });
});
