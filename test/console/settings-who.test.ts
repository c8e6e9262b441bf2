import { expect, test } from "vitest";
import { memorySettingsStore } from "../support/memory-settings-store.ts";
import { aConsole, records } from "./a-console.ts";

const why = "It is so.";

test.each([
  ["opt-out", { desk: "@quiet.example" }],
  ["reporter", { id: "hotline", people: "mary" }],
  ["country", { country: "NL", "hotline.name": "H", "hotline.email": "h@hotline-nl.example" }],
  ["reason", { name: "night", text: "Nobody is there." }],
])("a reader changes nothing: %s", async (kind, fields) => {
  const settingsStore = memorySettingsStore();
  const { status } = await records(aConsole({ mayDecide: false, settingsStore }), `/settings/new/${kind}`, fields);
  expect([status, (await settingsStore.head()).version]).toEqual([403, 0]);
});

test("nobody gives more to a reporter for whom they stand, neither as the first nor as the second", async () => {
  const console = aConsole({ person: "jane" });
  const asks = () => records(console, "/settings/new/reporter", { id: "hotline", people: "jane", why });
  expect((await asks()).status).not.toBe(303);
  console.signIn("anna");
  await asks();
  const [proposal] = (await console.deps.decided.store.read()).proposals;
  console.signIn("jane");
  expect((await console.post(`/settings/proposals/${proposal?.id}/agree`, {})).status).toBe(403);
});
