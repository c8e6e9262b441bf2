import { expect, test } from "vitest";
import { open } from "../../functions/case/advance.ts";
import { takeInEntry } from "../../functions/intake/take-in-entry.ts";
import { oneAtATime } from "../../functions/kernel/one-at-a-time.ts";
import { urlTarget } from "../../functions/report/read-target.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import { messageKeyOf } from "../../functions/store/queue-entry.ts";
import { aReport } from "../support/a-case.ts";
import { idOf } from "../support/case-ids.ts";
import { aConsole } from "./a-console.ts";

test("messages that could not be read are shown one at a time, with the way to the next", async () => {
  const console = aConsole();
  const work = { ...console.work, log: { info: () => {}, error: () => {} }, oneAtATime: oneAtATime(), caseIdOf: idOf };
  const problem = { kind: "unreadable", field: "version", reason: "It has to be 1.", fix: "Write 1." } as const;
  for (const text of ["the first words", "the second words", "the third words"])
    await takeInEntry(work, { text, lane: "standard", source: { sender: "AROAFEED" }, problem });
  const caseId = (await work.store.caseOfReport(messageKeyOf("the first words"))) ?? "";
  const [page, next, none] = await Promise.all(
    ["", "?message=2", "?message=%3Cscript%3E"].map((query) => console.get(`/cases/${caseId}${query}`)),
  );
  expect(
    [page?.text, none?.text].map((text) => [text?.includes("the first words"), text?.includes("the second words")]),
  ).toEqual([
    [true, false],
    [true, false],
  ]);
  expect(page?.text).toContain(`href="?message=2#message"`);
  expect(page?.text).toContain("Messages that could not be read");
  expect(page?.text).toContain("AROAFEED");
  expect([
    next?.text.includes("the second words"),
    next?.text.includes(`href="?message=1#message"`),
    next?.text.includes(`href="?message=3#message"`),
  ]).toEqual([true, true, true]);
});

test("a report of what nobody hosts reads as one, and says what to report instead", async () => {
  const console = aConsole();
  const work = { ...console.work, log: { info: () => {}, error: () => {} }, oneAtATime: oneAtATime(), caseIdOf: idOf };
  const read = urlTarget("target.url", `magnet:?xt=urn:btih:${"0".repeat(40)}`, { allowReserved: false });
  if (read.ok) throw new Error("it was read");
  await takeInEntry(work, { text: "the message", lane: "urgent", source: { sender: "AROAFEED" }, problem: read.error });
  const caseId = (await work.store.caseOfReport(messageKeyOf("the message"))) ?? "";
  const { text } = await console.get(`/cases/${caseId}`);
  for (const words of [
    "A report of something without a host",
    "This could not be taken in. What should happen?",
    "Why nobody was notified",
    "Report each peer",
    "the message",
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/could not be read/);
});

test("a case beside DNS asks whom to pass it on to, and shows the name defanged", async () => {
  const console = aConsole();
  const host = `${"a".repeat(56)}.onion`;
  const target = { kind: "url", url: `http://${host}/x`, host } as const;
  const report = { ...aReport({ target, category: "csam" }), reportId: "onion-1" };
  const opened = open(
    { type: "opened", at: console.work.clock.now(), caseId: "TD-0N10-0N10-0N10", lane: "urgent", report },
    console.work.policyOf,
  );
  await console.work.store.commit({ ...changeOf(opened, console.work.clock.now()), reportKeys: ["hotline/onion-1"] });
  const { text } = await console.get("/cases/TD-0N10-0N10-0N10");
  for (const words of [
    "Whom do you pass this on to?",
    "Tor hides where",
    "Nobody is looked up: the name is not in DNS",
    "Blocked until you decide",
    `${"a".repeat(56)}[.]onion`,
  ])
    expect(text).toContain(words);
  expect(text).not.toContain(host);
});
