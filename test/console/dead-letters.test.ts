import { expect, test } from "vitest";
import { comesBack } from "../../functions/console/words.ts";
import { aConsole, formsIn, textOf, threeAtNight } from "./a-console.ts";

test("says that there are none", async () => {
  expect(textOf((await aConsole().get("/dead-letters")).text)).toContain("No dead letters");
});

test("counts them by queue, says what they are, and has a form for each queue that holds some", async () => {
  const console = aConsole();
  console.lying["report-urgent"] = { queue: "report-urgent", messages: 2 };
  console.lying.delivery = { queue: "delivery", messages: 1 };
  const { text } = await console.get("/dead-letters");
  expect(textOf(text)).toContain("About 3 dead letters");
  expect(textOf(text)).toContain("report-urgent: about 2 messages Reports and status messages that were not taken in.");
  expect(formsIn(text)).toEqual(["/dead-letters/report-urgent", "/dead-letters/delivery"]);
});

test("sends them back with who and why, says so once, and shows it from then on", async () => {
  const console = aConsole();
  console.lying.delivery = { queue: "delivery", messages: 3 };
  const sent = await console.post("/dead-letters/delivery", {
    why: "The table was full; see http://bad.example/x",
    how: "all",
  });
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/dead-letters?sent-back=delivery"]);
  expect(console.lying.delivery?.lastSentBack).toEqual({
    at: threeAtNight,
    by: "jane",
    why: "The table was full; see http://bad.example/x",
    messages: 3,
  });
  const { text } = await console.get("/dead-letters?sent-back=delivery");
  expect(textOf(text)).toContain("On their way back to delivery");
  expect(textOf(text)).toContain(`What fails again is back here ${comesBack}`);
  expect(textOf(text)).toContain(`Fix the cause first or they will fail again, ${comesBack}`);
  expect(textOf(text)).toContain("jane sent about 3 messages back");
  expect(text).not.toContain("http://bad.example");
  expect(console.said).toEqual(['{"code":"dead-letters.sent-back","queue":"delivery","count":3}']);
});

test("sends one back alone, to try", async () => {
  const console = aConsole();
  console.lying.delivery = { queue: "delivery", messages: 3 };
  await console.post("/dead-letters/delivery", { why: "to try", how: "one" });
  expect(console.lying.delivery?.messages).toBe(2);
});

test("asks why, and keeps the form as it was", async () => {
  const console = aConsole();
  console.lying.delivery = { queue: "delivery", messages: 3 };
  for (const why of ["", "   ", "x".repeat(1001)]) {
    const { text, status } = await console.post("/dead-letters/delivery", { why, how: "all" });
    expect(status).toBe(422);
    expect(textOf(text)).toContain("Not sent back");
    expect(text).toContain('aria-describedby="why-delivery-problem"');
  }
  expect(console.lying.delivery?.messages).toBe(3);
});

test("says that SQS gave the order up, and why, on its answer and on the page from then on", async () => {
  const console = aConsole();
  console.lying.delivery = {
    queue: "delivery",
    messages: 3,
    move: { kind: "gave-up", moved: 1, reason: "AccessDenied <b>" },
  };
  console.orders.givesUp = "CouldNotDetermineMessageSource";
  const answer = await console.post("/dead-letters/delivery", { why: "fixed", how: "all" });
  expect([
    answer.status,
    textOf(answer.text).includes("SQS accepted the move and gave it up: CouldNotDetermineMessageSource."),
  ]).toEqual([409, true]);
  expect(console.said).toEqual([]);
  const { text } = await console.get("/dead-letters");
  expect(textOf(text)).toContain("SQS stopped after about 1 message: AccessDenied &lt;b&gt;. The rest is still here.");
});

test("says that AWS refused the order, why and what to do, and keeps the form", async () => {
  const console = aConsole();
  console.lying.delivery = { queue: "delivery", messages: 3 };
  console.orders.refused = "AccessDenied: not authorized <b>";
  const { status, text } = await console.post("/dead-letters/delivery", { why: "The key is back.", how: "all" });
  expect(status).toBe(409);
  expect(textOf(text)).toContain(
    "nothing was sent back: AccessDenied: not authorized &lt;b&gt;. If a right is missing",
  );
  expect(text).toContain("The key is back.");
  expect(console.said).toEqual([]);
});

test("says that how far SQS is can't be read, and why, and shows what lies there all the same", async () => {
  const console = aConsole();
  const lastSentBack = { at: threeAtNight, by: "jane", why: "fixed", messages: 3, unconfirmed: true } as const;
  const move = { kind: "unreadable", reason: "AccessDenied: not authorized" } as const;
  console.lying.delivery = { queue: "delivery", messages: 3, lastSentBack, move };
  const page = textOf((await console.get("/dead-letters")).text);
  expect(page).toContain("delivery: about 3 messages");
  expect(page).toContain("jane tried to send about 3 messages back");
  expect(page).toContain(", and whether SQS accepted it is unknown: fixed");
  expect(page).toContain("The progress of the last move cannot be read: AccessDenied: not authorized.");
});

test("says who was first, and that there is no such queue", async () => {
  const console = aConsole();
  const twice = await console.post("/dead-letters/delivery", { why: "again", how: "all" });
  expect([twice.status, textOf(twice.text).includes("Somebody was first")]).toEqual([409, true]);
  expect((await console.post("/dead-letters/payments", { why: "x", how: "all" })).status).toBe(404);
});

test("a name in its address that is none of ours is not shown", async () => {
  const { text } = await aConsole().get("/dead-letters?sent-back=%3Cscript%3E");
  expect(textOf(text)).not.toContain("On their way");
});
