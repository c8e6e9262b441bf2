import { expect, it } from "vitest";
import { fewHostileTexts } from "../fixtures/hostile-texts.ts";
import { faultsOnPages } from "./hostile-pages.ts";

it("hostile texts of each kind make no element and no attribute, and leave no URL in clear", async () => {
  expect(await faultsOnPages(fewHostileTexts)).toEqual([]);
});
