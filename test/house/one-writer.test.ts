import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const folder = "infra/command";
const writer = "print.ts";

test("the command line prints by one writer, which spells out what can't be seen", () => {
  const others = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && file !== writer)
    .filter((file) =>
      /\bconsole\s*\.\s*\w+\(|\bstd(?:out|err)\s*\.\s*(?:write|end)\b|\bwriteSync\(\s*[12]\b/.test(
        readFileSync(path.join(folder, file), "utf8"),
      ),
    );
  expect(others).toEqual([]);
});
