import { describe, expect, test } from "vitest";
import { readMail } from "../../functions/answers/read-mail.ts";
import { replyClasses } from "../../functions/case/reply-class.ts";
import { aMail } from "./a-mail.ts";
import { neverRemoved } from "./never-removed.ts";
import { isReadRight, readSet, replySet } from "./reply-set.ts";

describe("replies in fourteen languages, as desks write them", () => {
  const read = readSet(replySet());

  test("nothing is read as removed that does not say so", () => {
    expect(read.filter(({ wanted, given }) => given === "removed" && wanted !== "removed")).toEqual([]);
  });

  test.each(["open", "first", "second", "third"] as const)(
    "at least 90 of a hundred have their class in the half called %s",
    (half) => {
      const part = read.filter((reply) => reply.half === half);
      const wrong = part.filter((reply) => !isReadRight(reply));
      expect(wrong.length / part.length, JSON.stringify(wrong, undefined, 1)).toBeLessThan(0.1);
    },
  );

  test("every class that words can say, and at least eight languages, are among them", () => {
    expect([...new Set(read.map(({ wanted }) => wanted))].sort()).toEqual(
      replyClasses.filter((name) => name !== "bounce" && name !== "complaint").toSorted(),
    );
    expect(new Set(read.map(({ language }) => language)).size).toBeGreaterThan(8);
  });
});

test.each(neverRemoved)("never takes for removed: %s", (words) => {
  expect(readMail(aMail({}, `Hello,\n\n${words}\n\nRegards`))).not.toMatchObject({ class: "removed" });
});
