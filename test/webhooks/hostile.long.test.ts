import { expect, it } from "vitest";
import { hostileTexts } from "../fixtures/hostile-texts.ts";
import { faultsInWebhooks } from "./hostile-messages.ts";

it("all hostile texts in every field reach no webhook", async () => {
  expect(await faultsInWebhooks(hostileTexts)).toEqual([]);
});
