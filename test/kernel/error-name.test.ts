import { expect, test } from "vitest";
import { errorName } from "../../functions/kernel/log.ts";

const withoutStack = (error: Error): Error => Object.assign(error, { stack: "" });

test("a log names the class of an error and the system's code, never its message", () => {
  const error = withoutStack(Object.assign(new Error("getaddrinfo ENOTFOUND reported.example"), { code: "ENOTFOUND" }));
  expect(errorName(error)).toBe("Error ENOTFOUND");
});

test("a code that is not a system's word is left out, since it may hold anything", () => {
  expect(errorName(withoutStack(Object.assign(new TypeError("x"), { code: "https://reported.example/" })))).toBe(
    "TypeError",
  );
  expect(errorName(withoutStack(Object.assign(new TypeError("x"), { code: 42 })))).toBe("TypeError");
});

test("what is thrown and is no error is named by its type alone", () => {
  expect([errorName(undefined), errorName("https://reported.example/"), errorName(null)]).toEqual([
    "undefined",
    "string",
    "object",
  ]);
});
