import { expect, test } from "vitest";
import { deskIdOf } from "../../functions/case/case-id.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { aConsole, type Console, firstNotice, formsIn, textOf, threeAtNight } from "./a-console.ts";

const desk = aCandidate();
const path = `/stopped-desks/${deskIdOf(desk.email)}`;

const complained = async (console: Console, to = desk, target = "shop.bad.example"): Promise<string> => {
  const caseId = await console.opened(aReport({ target: { kind: "host", host: target }, reportId: target }));
  const answered = await console.happened(caseId, {
    type: "contact-answered",
    at: console.now(),
    answer: anAnswer({ candidates: [to] }),
  });
  for (const { id } of answered.reviews)
    await console.post(`/cases/${caseId}/reviews/${id}`, {
      decision: "send-to",
      email: to.email,
      why: "The host is the site itself.",
    });
  if (answered.reviews.length > 0) await console.minutePasses();
  await console.happened(caseId, {
    type: "complained",
    at: console.now(),
    noticeId: firstNotice(await console.read(caseId)),
  });
  return caseId;
};

test("says that there are none, and stands in the foot of every page", async () => {
  const console = aConsole();
  const { text, status } = await console.get("/stopped-desks");
  expect([status, textOf(text).includes("No desk has complained"), formsIn(text)]).toEqual([200, true, []]);
  expect((await console.get("/")).text).toContain('href="/stopped-desks"');
});

test("names the desk, the case of its complaint, and since when", async () => {
  const console = aConsole();
  const caseId = await complained(console);
  const { text } = await console.get("/stopped-desks");
  expect(textOf(text)).toContain(`${desk.email} Complained about a notice of ${caseId} , 24 Nov 2026, 03:00 UTC`);
  expect(text).toContain(`href="/cases/${caseId}"`);
  expect(formsIn(text)).toEqual([path]);
});

test("lets notices go to it again with who and why, and shows both from then on", async () => {
  const console = aConsole();
  await complained(console);
  const sent = await console.post(path, { why: "Ms Brink takes a digest; see http://bad.example/x" });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/stopped-desks?allowed"]);
  expect(await console.store.isStopped(desk.email)).toBe(false);
  expect((await console.store.stoppedDesks(10)).items[0]?.allowed).toEqual({
    at: threeAtNight,
    by: "jane",
    why: "Ms Brink takes a digest; see http://bad.example/x",
  });
  const { text } = await console.get("/stopped-desks?allowed");
  expect(textOf(text)).toContain("Gets notices again: jane allowed it");
  expect(textOf(text)).toContain("Ms Brink takes a digest");
  expect(text).not.toContain("http://bad.example");
  expect(formsIn(text)).toEqual([]);
  expect(console.said).toEqual(['{"code":"desk.allowed"}']);
});

test("asks why, keeps what was written, and lets nothing go until it is said", async () => {
  const console = aConsole();
  await complained(console);
  for (const why of ["", "   ", "x".repeat(1001)]) {
    const { text, status } = await console.post(path, { why });
    expect([status, textOf(text).includes("Not recorded"), text.includes("aria-describedby")]).toEqual([
      422,
      true,
      true,
    ]);
  }
  expect(await console.store.isStopped(desk.email)).toBe(true);
});

test("keeps no name of a mailbox under the reported domain: it stands there while its case has it", async () => {
  const console = aConsole();
  const own = aCandidate({ email: "abuse@bad-host.example" });
  const caseId = await complained(console, own, "bad-host.example");
  const [stop] = (await console.store.stoppedDesks(10)).items;
  expect([stop?.caseId, stop?.email]).toEqual([caseId, undefined]);
  expect(textOf((await console.get("/stopped-desks")).text)).toContain("abuse@bad-host.example Complained");
  await console.happened(
    caseId,
    { type: "closed", at: console.now(), outcome: "decided", why: "x" },
    { type: "forgotten", at: console.now() },
  );
  const { text } = await console.get("/stopped-desks");
  expect(text).not.toContain("bad-host.example");
  expect(textOf(text)).toContain("A site’s own mailbox, which is not kept");
});

test("knows no desk that never complained", async () => {
  const console = aConsole();
  expect((await console.post(path, { why: "x" })).status).toBe(404);
  expect(await console.store.stoppedDesks(10)).toEqual({ items: [] });
});
