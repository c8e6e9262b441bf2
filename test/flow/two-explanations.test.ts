import { expect, test } from "vitest";
import { explanationAtMost } from "../../functions/report/explanation.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

const from = (reporter: string, explanation: string, reportId = `${reporter}-1`) =>
  nativeMessage({ reporter, reportId, evidence: { explanation } });
const first = "TEST of our new feed, please ignore.";
const second = "A copy of a bank's sign-in page takes passwords.";

test("who reports first doesn't decide alone what a desk reads: the second's words stand beside it", async () => {
  const flow = aFlow();
  await flow.takeIn(from("cert", first));
  await flow.takeIn(from("hotline", second));
  expect((await flow.theCase()).evidence.explanation).toBe(`${first}\n${second}`);
});

test("one reporter's further reports, and a third reporter's, add no text", async () => {
  const flow = aFlow();
  await flow.takeIn(from("cert", first));
  await flow.takeIn(from("cert", "more", "cert-2"));
  await flow.takeIn(from("hotline", second));
  await flow.takeIn(from("hotline", "and more", "hotline-2"));
  expect((await flow.theCase()).evidence.explanation).toBe(`${first}\n${second}`);
});

test("a first explanation as long as may be leaves the second its half", async () => {
  const flow = aFlow();
  await flow.takeIn(from("cert", "x".repeat(explanationAtMost)));
  await flow.takeIn(from("hotline", second));
  const { explanation = "" } = (await flow.theCase()).evidence;
  expect(explanation).toContain(`\n${second}`);
  expect(explanation.length).toBeLessThanOrEqual(explanationAtMost);
});
