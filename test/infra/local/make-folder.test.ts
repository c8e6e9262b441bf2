import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../../../infra/local/make-folder.ts";

const place = mkdtempSync(join(tmpdir(), "takedown-folder-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("a folder is made with those above it, and one that is there is left as it is", () => {
  for (const _ of ["once", "twice"]) makeFolder(join(place, "a", "b", "c"));
  expect(existsSync(join(place, "a", "b", "c"))).toBe(true);
});

test("a file where a folder should be is told", () => {
  writeFileSync(join(place, "file"), "");
  expect(() => makeFolder(join(place, "file"))).toThrow(/EEXIST/);
  expect(() => makeFolder(join(place, "file", "within"))).toThrow(/ENOTDIR/);
});

test.skipIf(process.platform !== "linux")("where nobody can make any, it comes back at once with the reason", () => {
  expect(() => makeFolder("/proc/takedown/within")).toThrow(/ENOENT/);
});
