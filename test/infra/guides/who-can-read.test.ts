import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { whoCanReadPage } from "../../../infra/guides/families/who-can-read.ts";

const page = path.join(import.meta.dirname, "../../../infra/guides/who-can-read.md");

test("who can read what is as topology, rights and policy have it; else npm run generate -- runbook", () => {
  expect(readFileSync(page, "utf8")).toBe(whoCanReadPage());
});
