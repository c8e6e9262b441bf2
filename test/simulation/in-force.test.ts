import { expect, test } from "vitest";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import { morning } from "../support/a-case.ts";
import { inForceAfter } from "./in-force.ts";

const change = "a range inhibited for twenty minutes";

test("an inhibition stays among those that were once its change is over, and clocks rest by it", () => {
  const changed = [
    { change, at: plusMinutes(morning, 5) },
    { change: "nothing", at: plusMinutes(morning, 12) },
  ] as const;
  expect(inForceAfter(changed, false, false).settings.inhibitions).toMatchObject([
    { since: plusMinutes(morning, 5), until: plusMinutes(morning, 12) },
  ]);
});

test("an inhibition whose end was past when it came in is none", () => {
  const { settings } = inForceAfter([{ change, at: plusMinutes(morning, 28) }], false, false);
  expect(settings.inhibitions).toEqual([]);
});
