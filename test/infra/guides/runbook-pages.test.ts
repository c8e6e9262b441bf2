import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runbookPages } from "../../../infra/guides/families/runbook-pages.ts";
import { whoCanReadPage } from "../../../infra/guides/families/who-can-read.ts";

const runbook = path.join(import.meta.dirname, "../../../infra/guides/runbook");

test.each([...runbookPages()])("%s is as its family's text has it; else npm run runbook", (file, text) => {
  expect(readFileSync(path.join(runbook, file), "utf8")).toBe(text);
});

test("the page of who can read what is as topology, rights and policy have it; else npm run runbook", () => {
  expect(readFileSync(path.join(runbook, "../who-can-read.md"), "utf8")).toBe(whoCanReadPage());
});

test("every queue has two such pages and every function two, or three where queues feed it", () => {
  expect(
    [...runbookPages().keys()].filter((file) => /-(waits|dead-letters|fails|throttled|dropped)\.md$/.test(file)),
  ).toHaveLength(60);
});
