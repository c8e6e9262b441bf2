import { expect, test } from "vitest";
import { isVictims } from "../../functions/contact/parties.ts";

test("who is imitated is known by an international site the ten-thousandth time as the first", () => {
  const found = Array.from({ length: 10_000 }, () =>
    isVictims("https://bücher.example/shop")("abuse@xn--bcher-kva.example"),
  );
  expect(found.indexOf(false)).toBe(-1);
});
