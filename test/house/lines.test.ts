import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const most = { columns: 120, wide: 100, shareOfWide: 0.08 };

/** Letters of East Asia take two columns, as an editor shows them and the formatter counts them. */
const twoColumns =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;
const columnsOf = (line: string): number => [...line].length + (line.match(twoColumns)?.length ?? 0);

const files = ["functions", "infra", "test"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, file.split(path.sep).join("/")),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file));

const lines = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .map((line, index) => ({ file, number: index + 1, columns: columnsOf(line) })),
);
const tooLong = lines.filter(({ columns }) => columns > most.columns);

test(`a line has ${most.columns} columns at most`, () => {
  expect(tooLong.map(({ file, number }) => `${file}:${number}`)).toEqual([]);
});

test(`fewer than ${100 * most.shareOfWide} of 100 lines have more than ${most.wide} columns`, () => {
  const wide = lines.filter(({ columns }) => columns > most.wide);
  expect(wide.length / lines.length).toBeLessThan(most.shareOfWide);
});
