import { afterAll, beforeAll, expect, test } from "vitest";
import { answerCheck } from "../../../infra/checker/answer-check.ts";
import { httpServer } from "../../adapters/loopback.ts";

const nowMs = Date.parse("2026-11-25T08:00:00Z");
let asked = 0;
let host: Awaited<ReturnType<typeof httpServer>>;
beforeAll(async () => {
  host = await httpServer((request, response) => {
    asked++;
    const { url = "", headers } = request;
    if (url === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
    else if (url === "/inside") response.writeHead(302, { location: "http://169.254.169.254/" }).end();
    else if (url === "/round") response.writeHead(302, { location: "/round" }).end();
    else if (url === "/up") response.end("<h1>Log in to Example Bank</h1>");
    else if (url === "/hides" && headers["user-agent"]?.includes("iPhone")) response.end("Example Bank");
    else response.writeHead(404).end();
  });
});
afterAll(() => host.close());

const answer = (path: string, more: object = {}, { allowLoopback = true, askedHoursAgo = 0 } = {}) => {
  const address = new URL(path, host.base).href;
  const request = { caseId: "TD-1", category: "phishing", answerBy: "2026-11-25T10:00:00.000Z", looks: 1 };
  const firstAskedMs = nowMs - askedHoursAgo * 3_600_000;
  const options = { guard: { allowLoopback }, deadlineMs: 2000 };
  return answerCheck({ ...request, address, marker: "Example Bank", ...more }, { nowMs, firstAskedMs }, options);
};

test.each([
  ["/removed", "gone"],
  ["/up", "still-up"],
  ["/hides", "still-up"],
  ["/file", "silent"],
  ["/inside", "silent"],
  ["/round", "silent"],
])("%s is %s", async (path, verdict) => {
  const said = await answer(path);
  expect(said.verdict).toBe(verdict);
  expect(JSON.stringify(said)).not.toContain("127.0.0.1");
});

test.each([
  { category: "csam" },
  { category: "csem" },
  { category: "ncii" },
  { category: "terrorism" },
  { looks: 0 },
  { address: "gopher://127.0.0.1/" },
  { marker: "x" },
])("refuses %j, and looks nowhere", async (more) => {
  const before = asked;
  expect((await answer("/removed", more)).verdict).toBe("refused");
  expect(asked).toBe(before);
});

test("visits nothing at an address that is not public", async () => {
  const before = asked;
  expect(await answer("/removed", {}, { allowLoopback: false })).toMatchObject({
    verdict: "silent",
    reason: "not a public address",
  });
  expect(asked).toBe(before);
});

test("says nothing once its time is over", async () => {
  expect((await answer("/removed", { answerBy: "2026-11-25T07:00:00.000Z" })).verdict).toBe("silent");
});

test.each([
  ["/removed", 0, "look-again"],
  ["/removed", 5.9, "look-again"],
  ["/removed", 6, "gone"],
  ["/up", 0, "still-up"],
  ["/up", 6, "still-up"],
])(
  "where no desk says so, %s after %s hours is %s: a host may hide for a while",
  async (path, askedHoursAgo, verdict) => {
    const said = await answer(path, { looks: 2 }, { askedHoursAgo });
    expect([said.verdict, said.message === undefined]).toEqual([verdict, verdict === "look-again"]);
  },
);
