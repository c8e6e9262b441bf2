import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileToWrite, keepFigures, keptIn } from "../../../infra/bench/kept.ts";

const folder = mkdtempSync(path.join(tmpdir(), "takedown-kept-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => path.join(folder, name);

describe("a run's figures", () => {
  const figures = { "a: warm": { median: 1, from: 0.9, to: 1.1 } };

  test("are read as they were kept", () => {
    keepFigures(at("kept.json"), figures, { node: "v24.1.0", blocks: 9, measured: [] });
    expect(keptIn(at("kept.json"))).toEqual({ node: "v24.1.0", blocks: 9, figures });
  });

  test("go nowhere where no file is named", () => {
    expect(() => keepFigures(undefined, figures)).not.toThrow();
  });

  test.each(["", "{", "[]", '{"figures":{}}', '{"node":"v24.1.0","figures":{"a":{"median":3.5}}}'])(
    "are not made of %j",
    (text) => {
      writeFileSync(at("other.json"), text);
      expect(() => keptIn(at("other.json"))).toThrow("It holds no figures");
    },
  );

  test("are not read where there is no file", () => {
    expect(() => keptIn(at("nowhere.json"))).toThrow("There is no such file to read.");
  });

  test("have a place before anything runs", () => {
    expect(fileToWrite(at("new.json"))).toBe(at("new.json"));
    expect(() => fileToWrite(folder)).toThrow("It is a folder");
    expect(() => fileToWrite(at("nowhere/new.json"))).toThrow(`There is no folder ${at("nowhere")}`);
  });
});
