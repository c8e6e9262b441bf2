import { expect, test } from "vitest";
import { exportOf } from "../../../functions/settings/transfer.ts";
import { contradictionsWith } from "../../../infra/stack/contradictions.ts";
import { aSettings } from "../../support/a-case.ts";
import { aSettingsTable } from "../../support/a-settings-table.ts";

const now = "2026-11-24T03:00:00.000Z";
const stage = aSettings({ optedOut: ["@network.example"], protectedDomains: ["parliament.example"] });

test("says at synth what the table says against the stage's file, and what that comes to", async () => {
  const table = aSettingsTable(aSettings(), () => now);
  const optOut = await table.add({ kind: "opt-out", value: { desk: "@network.example" } });
  await table.end(optOut);
  const kept = await table.add({ kind: "protected", value: { domain: "other.example" } });
  await table.end(kept);
  const desk = { name: "H", email: "reports@network.example" };
  const country = await table.add({ kind: "country", value: { country: "NL", hotline: desk } });
  expect(contradictionsWith(stage, exportOf(await table.store.read(), now), now)).toEqual([
    `${country}, reports@network.example: the stage's file says that it is never written to, and holds; ` +
      "end the row, or change the file.",
    `${optOut}, @network.example: it was ended, and the stage's file says it still, and holds; change the file.`,
  ]);
});

test("says what is wrong with an export, and nothing of it else", () => {
  expect(() => contradictionsWith(stage, "{", now)).toThrow("the file, file: is no YAML: Flow map must end with a }");
});
