import { describe, expect, test } from "vitest";
import type { CaseEvent } from "../../functions/case/event.ts";
import { aReport } from "../support/a-case.ts";
import { aConsole, anAnswerTo, type Console, firstNotice } from "./a-console.ts";

/*
 * AWS Lambda gives back 6 MB at most (quotas: synchronous invocation payload); what is longer is an
 * error page for the person.
 */
const bytesAtMost = 3_000_000;
const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify({ body: text }));

/** A desk's words, as long as they are kept, of what takes the most room on a page. */
const words = (n: number, sign: string): string => `${n} ${sign.repeat(4000)}`.slice(0, 4000);

const aToldCase = async (console: Console): Promise<{ readonly caseId: string; readonly noticeId: string }> => {
  const caseId = await console.opened(aReport({ category: "ncii" }));
  await console.lookedUp(caseId);
  const noticeId = firstNotice(await console.read(caseId));
  await console.claimed(caseId, noticeId);
  await console.sent(caseId, noticeId, "ses-1");
  return { caseId, noticeId };
};
const replied = (n: number, said: string) => ({ replyClass: "unclear", mailHash: `m${n}`, said }) as const;

describe("a case's page stays below what Lambda gives back", () => {
  test.each([
    ["quotation marks, which are escaped", '"'],
    ["signs that nobody sees, which are spelled out", "\u{e0041}"],
  ])(
    "with 300 mails of a stranger full of %s; all of it is reached by “Earlier”, each once",
    async (_, sign) => {
      const console = aConsole();
      const { caseId, noticeId } = await aToldCase(console);
      for (let n = 0; n < 300; n++) await console.replied(caseId, noticeId, replied(n, words(n, sign)));
      const seen: number[] = [];
      let pages = 0;
      for (let next: string | undefined = `/cases/${caseId}`; next; pages++) {
        const { status, text }: { status: number; text: string } = await console.get(next);
        expect([status, bytesOf(text) < bytesAtMost]).toEqual([200, true]);
        const [timeline = ""] = /<h2 id="timeline">.*/s.exec(text) ?? [];
        seen.push(...[...timeline.matchAll(/class="words">(\d+) /g)].map(([, n]) => Number(n)));
        next = /href="(\/cases\/[^"]+\?before=\d+)#timeline"/.exec(text)?.[1];
      }
      expect(seen).toEqual(Array.from({ length: 300 }, (__, n) => 299 - n));
      expect(pages).toBeLessThan(60);
    },
    60_000,
  );

  test("with dozens of answers from one change: the first stand there, and it says where the others are", async () => {
    const console = aConsole();
    const { caseId, noticeId } = await aToldCase(console);
    const reply = (n: number) => anAnswerTo(noticeId, console.now(), replied(n, words(n, "\u{e0041}")));
    await console.happened(caseId, ...Array.from({ length: 60 }, (_, n) => reply(n)));
    const { text } = await console.get(`/cases/${caseId}`);
    expect(bytesOf(text)).toBeLessThan(bytesAtMost);
    expect([
      text.match(/class="words( cut)?"/g)?.length,
      text.includes(`npx takedown case ${caseId} --json shows all`),
    ]).toEqual([21, true]);
  });

  test("with more questions than a person reads at once: the worst first, and that there are others", async () => {
    const console = aConsole();
    const { caseId, noticeId } = await aToldCase(console);
    const asked = (n: number): CaseEvent => ({
      type: "asked",
      at: console.now(),
      reviewId: `reply.${n + 10}.${noticeId}`,
      question: "reply",
      blocking: false,
      reason: words(n, '"').slice(0, 500),
      noticeId,
    });
    await console.happened(caseId, ...Array.from({ length: 80 }, (_, n) => asked(n)));
    const { text } = await console.get(`/cases/${caseId}`);
    expect(bytesOf(text)).toBeLessThan(bytesAtMost);
    expect(text.match(/<article class="question/g)).toHaveLength(20);
    expect(text.includes("The others are shown when some of these are answered.")).toBe(true);
  });

  test("with 5,000 reports: it reads one page of their lines and not its whole history", async () => {
    const console = aConsole();
    const { caseId } = await aToldCase(console);
    const joined = (n: number): CaseEvent => ({
      type: "joined",
      at: console.now(),
      report: aReport({ reporter: "cert", reportId: `${"x".repeat(190)}${n}` }),
    });
    for (let n = 0; n < 5_000; n += 20)
      await console.happened(caseId, ...Array.from({ length: 20 }, (_, at) => joined(n + at)));
    let read = 0;
    const { latestLines } = console.store;
    Object.assign(console.work.store, {
      history: async () => expect.fail("the whole history is read"),
      latestLines: async (...asked: Parameters<typeof latestLines>) => {
        const lines = await latestLines(...asked);
        read += lines.length;
        return lines;
      },
    });
    const { status, text } = await console.get(`/cases/${caseId}`);
    expect([status, bytesOf(text) < bytesAtMost, read <= 50]).toEqual([200, true, true]);
    expect(text).toContain("5001 reports");
  });
});

test("a page of earlier lines leads back to the newest, and a place that is none shows the newest", async () => {
  const console = aConsole();
  const { caseId, noticeId } = await aToldCase(console);
  for (let n = 0; n < 60; n++) await console.replied(caseId, noticeId, replied(n, `${n} words`));
  const earlier = await console.get(`/cases/${caseId}?before=10`);
  expect(earlier.text).toContain("Back to the newest");
  expect(earlier.text).toContain("was opened in the urgent lane");
  for (const none of ["0", "-1", "1e9", "9999999", "x"])
    expect((await console.get(`/cases/${caseId}?before=${none}`)).text).not.toContain("Back to the newest");
});

test("a question older than the page still shows the words that made the machine ask", async () => {
  const console = aConsole();
  const { caseId, noticeId } = await aToldCase(console);
  await console.replied(caseId, noticeId, replied(0, "Which of the two pages?"));
  for (let n = 1; n < 80; n++) await console.replied(caseId, noticeId, replied(n, `${n} words`));
  const [asked = ""] =
    /<div class="asked"[^>]*>.*?<div class="known">/s.exec((await console.get(`/cases/${caseId}`)).text) ?? [];
  expect(asked).toContain("Which of the two pages?");
});

test.each([
  [
    "a proven desk names a mailbox: it stands in its field, and nothing is chosen",
    true,
    "abuse@host.example",
    'value="abuse@host.example"',
  ],
  ["a stranger names one: nothing is filled in", false, "abuse@host.example", 'name="email" maxlength'],
  ["a proven desk names a company: nothing is filled in", true, "Example Hosting", 'name="email" maxlength'],
] as const)("who is to be told in the desk's place: %s", async (_, authenticated, namedParty, shows) => {
  const console = aConsole();
  const { caseId, noticeId } = await aToldCase(console);
  await console.replied(caseId, noticeId, { said: "Not ours.", replyClass: "not-ours", authenticated, namedParty });
  const [asked = ""] =
    /<div class="asked"[^>]*>.*?<div class="known">/s.exec((await console.get(`/cases/${caseId}`)).text) ?? [];
  expect(asked).toContain(shows);
  expect(asked).not.toMatch(/<input[^>]* checked/);
});
