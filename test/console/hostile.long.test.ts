import { expect, it } from "vitest";
import { hostileTexts } from "../fixtures/hostile-texts.ts";
import { faultsOnPages } from "./hostile-pages.ts";

it("all hostile texts make no element and no attribute, and leave no URL in clear", async () => {
  expect(await faultsOnPages(hostileTexts)).toEqual([]);
});
