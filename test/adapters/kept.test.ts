import { describe, expect, test } from "vitest";
import { kept, keptByName } from "../../functions/adapters/kept.ts";

describe("an answer that is kept by its name", () => {
  const asking = (answerTo: (name: string, times: number) => Promise<string | undefined>) => {
    const asked: string[] = [];
    const ask = keptByName(async (name: string) => {
      asked.push(name);
      return answerTo(name, asked.filter((one) => one === name).length);
    });
    return { ask, asked };
  };

  test("is asked for once, also by many at once, and each name by itself", async () => {
    const { ask, asked } = asking(async (name) => `of ${name}`);
    expect(await Promise.all([ask("a"), ask("a"), ask("b")])).toEqual(["of a", "of a", "of b"]);
    expect(await ask("a")).toBe("of a");
    expect(asked).toEqual(["a", "b"]);
  });

  test("is asked for again where nothing was there, and after a failure", async () => {
    const { ask, asked } = asking(async (_, times) => {
      if (times === 1) return undefined;
      if (times === 2) throw new Error("no table");
      return "there";
    });
    expect(await ask("a")).toBeUndefined();
    await expect(ask("a")).rejects.toThrow("no table");
    expect([await ask("a"), await ask("a"), asked.length]).toEqual(["there", "there", 3]);
  });
});

describe("an answer that is kept for a while", () => {
  const counting = () => {
    let [now, times] = [0, 0];
    const read = kept(async () => ++times, { forMs: 100, nowMs: () => now });
    const later = (ms: number) => {
      now += ms;
    };
    return { read, later };
  };

  test("is believed for so long, and asked for again after that", async () => {
    const { read, later } = counting();
    expect([await read(), await read()]).toEqual([1, 1]);
    later(99);
    expect(await read()).toBe(1);
    later(1);
    expect(await read()).toBe(2);
  });

  test("is asked for anew by whoever has changed it, and believed so by all from then on", async () => {
    const { read, later } = counting();
    await read();
    later(50);
    expect([await read.anew(), await read()]).toEqual([2, 2]);
    later(99);
    expect(await read()).toBe(2);
  });
});
