import { expect, test } from "vitest";
import { aReport } from "../support/a-case.ts";
import { aConsole } from "./a-console.ts";

test("a case's labels lead to the cases that have them, and the filter keeps the one that was chosen", async () => {
  const console = aConsole();
  const labelled = await console.opened(aReport({ labels: ["spring sale"] }));
  await console.opened(aReport({ reportId: "r-2", target: { kind: "host", host: "other.example" } }));
  const { text } = await console.get(`/cases/${labelled}`);
  const [, address = ""] = /<a href="([^"]*label=[^"]*)">spring sale<\/a>/.exec(text) ?? [];
  const list = await console.get(address.replaceAll("&amp;", "&"));
  expect([...new Set(list.text.match(/\/cases\/TD-[\w-]+/g))]).toEqual([`/cases/${labelled}`]);
  expect(list.text).toContain('<option value="spring sale" selected="">spring sale</option>');
});
