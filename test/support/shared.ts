import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";

const shared = join(import.meta.dirname, "../../../shared");

/**
 * Text of a file of the captured material beside the repository; its path is relative to that
 * folder.
 */
export const sharedFile = (path: string): string => readFileSync(join(shared, path), "utf8");

/**
 * Groups tests that read the captured material. Where it is missing they show as one skipped line
 * with the reason; in CI that is a failure, since a skipped measure looks like a kept one.
 */
export const describeWithShared = (name: string, tests: () => void): void => {
  if (existsSync(shared)) {
    describe(name, tests);
  } else if (process.env["CI"]) {
    describe(name, () => {
      it("finds ../shared", () => {
        throw new Error("../shared is missing, and CI must not skip what it measures.");
      });
    });
  } else {
    describe(name, () => it.skip("(skipped: ../shared is not here)"));
  }
};
