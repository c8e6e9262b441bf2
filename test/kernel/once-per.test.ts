import { expect, test } from "vitest";
import { oncePer } from "../../functions/kernel/once-per.ts";

test("what is made for a key is made when first asked for, and once", () => {
  const asked: string[] = [];
  const lengthOf = oncePer((word: string) => {
    asked.push(word);
    return word.length;
  });
  expect(asked).toEqual([]);
  expect([lengthOf("one"), lengthOf("three"), lengthOf("one")]).toEqual([3, 5, 3]);
  expect(asked).toEqual(["one", "three"]);
});

test("that nothing was made for a key is kept, too", () => {
  let times = 0;
  const none = oncePer((_: string) => {
    times += 1;
    return undefined;
  });
  expect([none("a"), none("a"), times]).toEqual([undefined, undefined, 1]);
});
