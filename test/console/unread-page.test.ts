import { expect, test } from "vitest";
import { takeInUnread } from "../../functions/case/take-in-unread.ts";
import { unreadKeyOf } from "../../functions/case/unread.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import { aConsole } from "./a-console.ts";

test("messages that could not be read are shown one at a time, with the way to the next", async () => {
  const console = aConsole();
  const work = { ...console.work, log: { info: () => {}, error: () => {} }, oneAtATime: oneAtATime() };
  const problem = { kind: "unreadable", field: "version", reason: "It has to be 1.", fix: "Write 1." } as const;
  for (const text of ["the first words", "the second words", "the third words"])
    await takeInUnread(work, { text, lane: "standard", sender: "AROAFEED", problem });
  const caseId = (await work.store.caseOfReport(unreadKeyOf("the first words"))) ?? "";
  const [page, next, none] = await Promise.all(["", "?message=2", "?message=%3Cscript%3E"].map((query) => console.get(`/cases/${caseId}${query}`)));
  expect([page?.text, none?.text].map((text) => [text?.includes("the first words"), text?.includes("the second words")])).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(page?.text).toContain(`href="?message=2#untouched"`);
  expect(page?.text).toContain("Messages that could not be read");
  expect(page?.text).toContain("AROAFEED");
  expect([
    next?.text.includes("the second words"),
    next?.text.includes(`href="?message=1#untouched"`),
    next?.text.includes(`href="?message=3#untouched"`),
  ]).toEqual([true, true, true]);
});
