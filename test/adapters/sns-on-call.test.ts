import { expect, test } from "vitest";
import { inhibitionsMessage, lateMessage, onCallMessage, snsTopic } from "../../functions/adapters/sns-on-call.ts";

const named = (caseId: string, lane: "urgent" | "standard") =>
  ({ caseId, lane, category: "phishing", question: "no-contact" }) as const;

test("on-call reads how much waits, which cases first, and where to decide", () => {
  const { subject, text } = onCallMessage(
    { urgent: 1, standard: 2, cases: [named("TD-1", "urgent"), named("TD-2", "standard")] },
    { consoleUrl: "https://console.example" },
  );
  expect(subject).toBe("Takedown dispatcher: 1 urgent case and 2 other cases before a person");
  expect(text.split("\n")).toEqual([
    "Questions to a person, new ones and those that still keep a case, worst first:",
    "",
    "TD-1  URGENT  phishing: No abuse contact found. Who should get the notice?",
    "    https://console.example/cases/TD-1",
    "TD-2  phishing: No abuse contact found. Who should get the notice?",
    "    https://console.example/cases/TD-2",
    "and 1 more",
    "",
    "Decide in the console: https://console.example",
  ]);
});

test("a subject fits what SNS takes", async () => {
  const said: string[] = [];
  const client = {
    send: async ({ input }: { readonly input: { readonly Subject?: string } }) => void said.push(input.Subject ?? ""),
  };
  await snsTopic(client as never, "topic")({ subject: "x".repeat(101), text: "", severity: "info" });
  expect(said).toEqual(["x".repeat(100)]);
});

test("the page that says what to do is linked where it can be read", () => {
  const due = { caseId: "TD-1", dueAt: "2026-11-24T10:00:00.000Z" };
  const { text } = lateMessage(due, { runbookUrl: "https://git.example/runbook" });
  expect(text.split("\n")).toContain("What to do: https://git.example/runbook/sweep-late.md");
});

test("on-call reads what is kept back and until when, and no mailbox", () => {
  const common = { by: ["jane"], why: "An election.", since: "2026-11-24T03:00:00.000Z", version: 1 };
  const until = "2026-11-25T03:00:00.000Z";
  const inhibitions = [
    { kind: "inhibition", value: { category: "phishing" }, id: "inhibition-1", until, ...common },
    { kind: "inhibition", value: { desk: "abuse@network.example" }, id: "inhibition-2", until, ...common },
  ] as const;
  expect(inhibitionsMessage(inhibitions, { consoleUrl: "https://console.example" }).text.split("\n")).toEqual([
    "A person has nothing sent for a while:",
    "",
    `inhibition-1  all of the category phishing, until ${until}`,
    `inhibition-2  a desk, or hosts at a place, until ${until}`,
    "",
    "Mails about it wait, urgent ones too, and go out by themselves when it is over. Reports are taken in as ever.",
    "What to do: read who said so and why. If it is not right, end it: that takes two persons.",
    "Where: https://console.example/settings",
  ]);
});
