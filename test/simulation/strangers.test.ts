import { test } from "vitest";
import { expectNobodyElseNotified, seed } from "./strangers.ts";

test(`whatever strangers write, a registry, the directory or a person named who is notified (seed ${seed})`, () =>
  expectNobodyElseNotified(8));
