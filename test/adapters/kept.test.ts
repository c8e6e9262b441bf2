import { describe, expect, test } from "vitest";
import { keptByName } from "../../functions/adapters/kept.ts";

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
