import { afterEach, expect, test, vi } from "vitest";
import { fitting, paint } from "../../../infra/command/paint.ts";

afterEach(() => vi.unstubAllEnvs());
const to = (isTTY: boolean) => ({ isTTY, hasColors: () => true }) as unknown as NodeJS.WriteStream;

test.each([
  ["a terminal has colours", true, {}, true],
  ["a pipe has none", false, {}, false],
  ["a pipe into a pager that shows them has them by FORCE_COLOR", false, { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR=0 forces nothing", false, { FORCE_COLOR: "0" }, false],
  ["NO_COLOR wins", false, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
])("%s", (_, isTTY, given, isPainted) => {
  for (const name of ["FORCE_COLOR", "NO_COLOR"]) vi.stubEnv(name, new Map(Object.entries(given)).get(name) ?? "");
  expect(paint("red", "x", to(isTTY))).toBe(isPainted ? "\u001b[31mx\u001b[39m" : "x");
});

test("as much of a line as fits has its colours to their end", () => {
  expect(fitting("ab\u001b[31mcde\u001b[39mf", 4)).toBe("ab\u001b[31mcd\u001b[39m");
});
