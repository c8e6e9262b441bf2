import { expect, test } from "vitest";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import type { SecondReader } from "../../functions/answers/reader.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { repliesText } from "../../infra/command/replies.ts";
import { anInbox } from "../answers/an-inbox.ts";
import { morning } from "../support/a-case.ts";

/** The rules don't understand all of it; the model is sure. */
const letter =
  "Hello,\n\nthanks for the heads-up. We confirmed the phishing kit, nuked the account an hour ago and rotated the " +
  "keys; the URL now returns our suspension page.\n\nBest,\nNadia";

/** The desk's letter as it comes in, and what `takedown replies --report` prints of this month. */
const aLetter = async (secondReader: Settings["secondReader"], reader: SecondReader = modelReader()) => {
  const inbox = await anInbox({
    beside: { reader, within: async (_ms, ask) => ask(new AbortController().signal) },
    secondReader,
  });
  await inbox.take(inbox.from("abuse@network.example", {}, letter));
  const report = async () => repliesText(inbox.flow.store, { folder: ".local", months: 1 }, morning);
  return { ...inbox, report };
};
const rowsOf = (report: string) => report.split("\n").map((line) => line.split(/ {2,}/));

test("in shadow the model closes nothing, and the report says what both would have come to", async () => {
  const { closed, flow, report } = await aLetter("shadow");
  expect(await closed()).toBeUndefined();
  expect(await report()).toBe("No person has answered a question about a reply in 2026-11.");
  await flow.decides({ verdict: { decision: "close", outcome: "removed" } });
  expect(await closed()).toBe("removed");
  const printed = await report();
  expect(rowsOf(printed).slice(2, 6)).toEqual([
    ["reader", "replies", "silent", "right", "rules right", "removed", "wrongly"],
    ["The rules", "1", "0", "0 (0.0 %)", "0 (0.0 %)", "0", "0"],
    ["The second reader (model)", "1", "0", "1 (100.0 %)", "0 (0.0 %)", "1", "0"],
    ["Both together, in shadow (model)", "1", "0", "1 (100.0 %)", "0 (0.0 %)", "1", "0"],
  ]);
  for (const word of ["Nadia", "phishing kit", "network.example"]) expect(printed).not.toContain(word);
});

test("in shadow a wrong removal shows in the report, as soon as the person says what the desk had said", async () => {
  const { flow, report } = await aLetter("shadow");
  await flow.decides({ verdict: { decision: "continue" }, deskSaid: "acknowledgement" });
  const row = ["Both together, in shadow (model)", "1", "0", "0 (0.0 %)", "0 (0.0 %)", "1", "1"];
  expect(rowsOf(await report())).toContainEqual(row);
});

test("in shadow a reader that does not say has the rules' reading as what both would have come to", async () => {
  const { flow, report } = await aLetter("shadow", { name: "model", read: async () => undefined });
  await flow.decides({ verdict: { decision: "close", outcome: "removed" } });
  const rows = rowsOf(await report());
  expect(rows).toContainEqual(["The second reader (model)", "1", "1", "0 (0.0 %)", "0 (0.0 %)", "0", "0"]);
  expect(rows).toContainEqual(["Both together, in shadow (model)", "1", "0", "0 (0.0 %)", "0 (0.0 %)", "0", "0"]);
  expect(rows.map(([name]) => name)).not.toContain("Both together (model)");
});

test("in earnest the same letter closes the case, and asks nobody", async () => {
  const { closed, questions, report } = await aLetter("on");
  expect([await closed(), await questions()]).toEqual(["removed", []]);
  expect(await report()).toBe("No person has answered a question about a reply in 2026-11.");
});
