import { expect, test } from "vitest";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { countAtOnce } from "../../functions/review/correct-contact.ts";
import type { ContentOf } from "../../functions/settings/row.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

/*
 * A corrected contact waits for a second person, and the urgent case that asks whom to write to has it at once: by the
 * same word by which one person may send its notice to any mailbox, and where that is refused it is refused here.
 */

const email = "trust@pages-desk.example";
const entry: ContentOf<"provider"> = {
  name: "Pages",
  matches: ["shop.bad.example"],
  scope: "platform",
  kind: "contact",
  email,
  xarf: "single",
};
const asksWhom = async (what: Record<string, unknown> = {}, settings: Partial<Settings> = {}) => {
  const flow = aFlow(settings);
  flow.contacts(() => ({ candidates: [] }));
  await flow.report(nativeMessage({ category: "ncii", ...what }));
  return flow;
};
const corrects = async (flow: ReturnType<typeof aFlow>, by: Partial<ContentOf<"provider">> = {}) => {
  const { id: caseId } = await flow.theCase();
  const why = "Their desk told us on the phone.";
  const counted = await countAtOnce(flow.work, { caseId, entry: { ...entry, ...by }, by: "jane", why });
  await flow.run();
  return counted.ok ? counted.value.email : counted.error.reason;
};

test("answers its question whom to write to, in its person's name and with why", async () => {
  const flow = await asksWhom();
  expect([await corrects(flow), flow.told()]).toEqual([email, [email]]);
  const { id, reviews, notices } = await flow.theCase();
  expect([reviews, notices.map(({ to }) => to.source)]).toEqual([[], ["person"]]);
  const events = (await flow.store.history(id)).flatMap((line) => line.events);
  expect(events.find(({ type }) => type === "answered")).toMatchObject({
    verdict: { decision: "send-to", email },
    by: "jane",
    why: "Their desk told us on the phone.",
  });
});

test("answers that a little known desk is another, too", async () => {
  const flow = aFlow();
  const little = aCandidate({ email: "old@pages-desk.example", scope: "platform", confidence: "guess" });
  flow.contacts(() => ({ candidates: [{ ...little, source: "directory" }, aCandidate()] }));
  await flow.report(nativeMessage({ category: "ncii" }));
  expect([await corrects(flow), flow.told()]).toEqual([email, ["abuse@network.example", email]]);
});

const refused: readonly (readonly [string, Partial<ContentOf<"provider">>, string])[] = [
  ["another host", { matches: ["other.example"] }, "It is not about this case's host."],
  ["who asked for no mail", { kind: "opted-out" }, "It names no mailbox that reads mail."],
  ["who has a form alone", { mail: "unread" }, "It names no mailbox that reads mail."],
  ["a form", { email: undefined }, "It names no mailbox that reads mail."],
  [
    "a mailbox that opted out",
    { email: "abuse@shy.example" },
    "This mailbox asked never to be written to, or is our own.",
  ],
];
test.each(refused)("counts no sooner where it is of %s", async (_, by, says) => {
  const flow = await asksWhom({}, { optedOut: settingsSchema.shape.optedOut.parse(["@shy.example"]) });
  expect(await corrects(flow, by)).toBe(says);
  expect([flow.told(), (await flow.theCase()).reviews.length]).toEqual([[], 1]);
});

test("counts no sooner in the standard lane, or where nobody is asked", async () => {
  const standard = await asksWhom({ category: "phishing" });
  expect(await corrects(standard)).toBe("Only an urgent case goes ahead of the second person.");
  const told = aFlow();
  await told.report(nativeMessage({ category: "ncii" }));
  expect([await corrects(told), told.told()]).toEqual([
    "The case asks nobody whom to write to.",
    ["abuse@network.example"],
  ]);
});

test("of child abuse never sends to the reported site's own mailbox", async () => {
  const flow = await asksWhom({
    category: "csam",
    evidence: { explanation: "Seen by a person.", classification: "baseline", detectedBy: "manual-review" },
  });
  expect(await corrects(flow, { email: "abuse@bad.example" })).toMatch(/own mailbox is never told/);
  expect(flow.told()).toEqual([]);
});
