import { expect, test } from "vitest";
import { urlTarget } from "../../functions/report/read-target.ts";
import { aReport } from "../support/a-case.ts";
import { aConsole } from "./a-console.ts";

test("messages that could not be read are shown one at a time, with the way to the next", async () => {
  const console = aConsole();
  const problem = { kind: "unreadable", field: "version", reason: "It has to be 1.", fix: "Write 1." } as const;
  let caseId = "";
  for (const text of ["the first words", "the second words", "the third words"])
    caseId = await console.takenIn({ text, lane: "standard", source: { sender: "AROAFEED" }, problem });
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
  const read = urlTarget("target.url", `magnet:?xt=urn:btih:${"0".repeat(40)}`, { allowReserved: false });
  if (read.ok) throw new Error("it was read");
  const source = { sender: "AROAFEED" };
  const caseId = await console.takenIn({ text: "the message", lane: "urgent", source, problem: read.error });
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
  const { text } = await console.get(`/cases/${await console.opened(report)}`);
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
