import { test } from "vitest";
import { expectSameInAnyOrder } from "./known-order.ts";

test("the answer about an address is the same in whatever order addresses are queried", () => expectSameInAnyOrder(20));
