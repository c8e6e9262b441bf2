import { afterAll, beforeAll, expect, test } from "vitest";
import { answerCheck } from "../../../infra/checker/answer-check.ts";
import { httpServer } from "../../adapters/loopback.ts";

const now = () => Date.parse("2026-11-25T08:00:00Z");
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

const answer = (path: string, more: object = {}, allowLoopback = true) => {
  const address = new URL(path, host.base).href;
  const request = { reporter: "cert", reportId: "C-1", caseId: "TD-1", category: "phishing", lane: "standard" };
  const rest = { answerBy: "2026-11-25T10:00:00.000Z", address, marker: "Example Bank" };
  return answerCheck({ ...request, ...rest, ...more }, now, { guard: { allowLoopback }, deadlineMs: 2000 });
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
  { lane: "urgent" },
  { address: "gopher://127.0.0.1/" },
  { marker: "x" },
])("refuses %j, and looks nowhere", async (more) => {
  const before = asked;
  expect((await answer("/removed", more)).verdict).toBe("refused");
  expect(asked).toBe(before);
});

test("visits nothing at an address that is not public", async () => {
  const before = asked;
  expect(await answer("/removed", {}, false)).toMatchObject({ verdict: "silent", reason: "not a public address" });
  expect(asked).toBe(before);
});

test("says nothing once its time is over", async () => {
  expect((await answer("/removed", { answerBy: "2026-11-25T07:00:00.000Z" })).verdict).toBe("silent");
});
