import { expect, test } from "vitest";
import { onCallMessage } from "../../functions/adapters/sns-on-call.ts";

const named = (caseId: string, lane: "urgent" | "standard") => ({ caseId, lane, category: "phishing", question: "no-contact" });

test("on-call reads how much waits, which cases first, and where to decide", () => {
  const { subject, text } = onCallMessage({ urgent: 1, standard: 2, cases: [named("TD-1", "urgent"), named("TD-2", "standard")] }, "https://console.example");
  expect(subject).toBe("Takedown dispatcher: 1 urgent case and 2 other cases before a person");
  expect(text.split("\n")).toEqual([
    "New questions, worst first:",
    "",
    "TD-1  URGENT  phishing: no-contact",
    "TD-2  phishing: no-contact",
    "and 1 more",
    "",
    "Decide in the console: https://console.example",
  ]);
});

test("a subject fits what SNS takes", () => {
  expect(onCallMessage({ urgent: 123_456, standard: 654_321, cases: [] }, undefined).subject.length).toBeLessThanOrEqual(100);
});
