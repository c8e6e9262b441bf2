import { expect, it } from "vitest";
import { fewHostileTexts, hostileTexts } from "../fixtures/hostile-texts.ts";
import { faultsInCsv, faultsInJson, faultsInWebhooks } from "./hostile-messages.ts";

it("of each kind reach no webhook", async () => {
  expect(await faultsInWebhooks(fewHostileTexts)).toEqual([]);
});

it("begin no formula in a file of rows, and come back as they were", () => {
  expect(faultsInCsv(hostileTexts)).toEqual([]);
});

it("move no cursor of a terminal as JSON, and mean the same", () => {
  expect(faultsInJson(hostileTexts)).toEqual([]);
});
